"""The guests' companies in the bank fold: who may have paid for several guests at once."""

from collections import defaultdict
from collections.abc import Iterable

from reception_app.domain.kana_fold import FoldedName, fold_name

_LEAST_CUT = 4
_MOST_SUGGESTED = 3


class Companies:
    """Looks companies up by a payer's text or by what their guests owe together."""

    def __init__(self, guests: Iterable[tuple[str, str, int]]) -> None:
        """Take guests as id, company and open amount in minor units."""
        self._guests: dict[str, list[str]] = defaultdict(list)
        self._company_of: dict[str, str] = {}
        self._owing: dict[str, dict[str, int]] = defaultdict(dict)
        for guest, company, amount in guests:
            key = fold_name(company).key
            if key:
                self._guests[key].append(guest)
                self._company_of[guest] = key
                if amount > 0:
                    self._owing[key][guest] = amount
        self._by_sum: dict[int, list[str]] = defaultdict(list)
        for key, owing in self._owing.items():
            if len(owing) > 1:
                self._by_sum[sum(owing.values())].append(key)

    def owes(self, guest: str, amount: int) -> None:
        """Note that a guest owes this amount from now on."""
        key = self._company_of.get(guest)
        if key is None:
            return
        owing = self._owing[key]
        if len(owing) > 1:
            self._by_sum[sum(owing.values())].remove(key)
        owing.pop(guest, None)
        if amount > 0:
            owing[guest] = amount
        if len(owing) > 1:
            self._by_sum[sum(owing.values())].append(key)

    def named(self, name: FoldedName) -> list[tuple[str, ...]]:
        """The guests of each company that the text names.

        Where the text has a corporate form, a name that was cut, or is followed by an office, will
        do. A company written in kanji is not found by a text in kana.
        """
        if name.key in self._guests:
            return [tuple(self._guests[name.key])]
        if not name.corporate or len(name.key) < _LEAST_CUT:
            return []
        return [
            tuple(guests)
            for key, guests in self._guests.items()
            if key.startswith(name.key) or (len(key) >= _LEAST_CUT and name.key.startswith(key))
        ][:_MOST_SUGGESTED]

    def owing_together(self, amount: int) -> list[tuple[str, ...]]:
        """The guests of each company of which two or more owe this amount together, a few only."""
        return [tuple(self._guests[key]) for key in self._by_sum.get(amount, ())[:_MOST_SUGGESTED]]
