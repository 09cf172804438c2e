"""The board of matching 消込: proposals for all open rows, kept true while rows are matched."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from reception_app.domain.amount_fit import JAPANESE_TRANSFER_FEES
from reception_app.domain.match import Alias, Allocation, Candidate, OpenRow, Payer, Proposal
from reception_app.domain.match_candidates import CandidateFinder
from reception_app.domain.matching import in_places, judge


class MatchBoard:
    """All that is open on both sides, made once and then told what was matched.

    What it says of a row is right at once after every match. That a row became *sure* by another
    row's match, only a new board finds out: until then nothing is taken for sure that was touched.
    """

    def __init__(
        self, rows: Sequence[OpenRow], payers: Sequence[Payer], aliases: Iterable[Alias] = (),
        *, transfer_fees: Collection[int] = JAPANESE_TRANSFER_FEES,
    ) -> None:  # fmt: skip
        """See `matching.propose` for what it is made of."""
        self._finder = CandidateFinder(payers, aliases, transfer_fees, rows)
        self._proposals = {one.row.id: one for one in judge(rows, self._finder)}
        self._touched: set[str] = set()
        self._naming: dict[str, set[str]] = defaultdict(set)
        for proposal in self._proposals.values():
            for candidate in proposal.candidates:
                for guest in candidate.guests:
                    self._naming[guest].add(proposal.row.id)

    @property
    def sure(self) -> tuple[Proposal, ...]:
        """What may be accepted unseen, in the order of the rows."""
        return tuple(
            one
            for row, one in self._proposals.items()
            if one.sure and row not in self._touched
        )  # fmt: skip

    def find(self, row: str) -> Proposal | None:
        """The proposal for a row, None when the row is not open."""
        proposal = self._proposals.get(row)
        if proposal is None or row not in self._touched:
            return proposal
        found = in_places(self._finder.candidates(proposal.row), self._finder)
        return replace(proposal, candidates=found, sure=False)

    def pick(self, row: OpenRow, guest: str) -> Candidate:
        """The guest a person picked by hand, as a candidate for a row.

        Raises:
            KeyError: there is no such guest.
        """
        return self._finder.chosen(row, guest)

    def refunds(self, text: str, amount: int) -> tuple[Candidate, ...]:
        """The guests to whom so much may have gone back, by the name the bank wrote."""
        return tuple(
            replace(one, allocations=(Allocation(one.guests[0], amount),))
            for one in self._finder.named(text)
        )

    def settle(self, row: str, left: OpenRow | None, payers: Iterable[Payer]) -> None:
        """Note that a row was matched.

        Args:
            row: its id.
            left: what is still open of it, None when nothing is.
            payers: the guests whose open amount this changed.
        """
        proposal = self._proposals.pop(row, None)
        if left is not None:
            candidates = proposal.candidates if proposal else ()
            self._proposals[row] = Proposal(left, candidates, sure=False)
            self._touched.add(row)
        for payer in payers:
            self._finder.note(payer)
            self._touched |= self._naming[payer.id]
