"""Guests by their names in the bank fold: whole, swapped, cut, in Latin letters, or nearly."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from reception_app.domain.kana import fold_romaji, romaji
from reception_app.domain.kana_fold import FoldedName, fold_name

LEAST_RATIO = 0.85
"""From which likeness two names are called similar."""

_LEAST_CUT = 5
_LEAST_SURNAME = 2
_LEAST_WITHIN = 4
_LOOKED_AT = 6
_MOST_RELATIVES = 40
"""A surname that more guests have says nothing of a payer with another given name."""


class NameEvidence(StrEnum):
    """How a payer's text names a guest, strongest first."""

    EQUAL = "equal"
    SWAPPED = "swapped"
    ROMAJI = "romaji"
    WITHIN = "within"
    CUT = "cut"
    SURNAME = "surname"
    SIMILAR = "similar"
    SAME_SURNAME = "same_surname"


@dataclass(frozen=True, slots=True)
class NameHit:
    """A guest a text may name; `ratio` is the likeness of a similar name, in percent."""

    guest: str
    evidence: NameEvidence
    ratio: int = 0


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of a guest; `surname` is the length of its first word, 0 when it is one word."""

    key: str
    surname: int


class NameIndex:
    """Looks guests up by a payer's text. A guest has a reading, and a name that may be kana too."""

    def __init__(self, guests: Iterable[tuple[str, str, str]]) -> None:
        """Take guests as id, name and reading."""
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._swapped: dict[str, set[str]] = defaultdict(set)
        self._latin: dict[str, set[str]] = defaultdict(set)
        self._unread: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, FoldedName] = {}
        self._keys: dict[str, str] = {}
        self._sorted: list[tuple[str, str, int]] = []
        for guest, name, reading in guests:
            self._add(guest, fold_name(name), fold_name(reading))
        self._sorted.sort()
        self._bigrams: dict[str, list[str]] | None = None

    def key_of(self, guest: str) -> str:
        """The guest's folded reading, or name where there is no reading."""
        return self._keys[guest]

    def bearers(self, name: FoldedName) -> frozenset[str]:
        """All guests who go by this name.

        Whoever has the same written name as one of them and no reading may be read the same.
        """
        named: set[str] = self._whole.get(name.key, set())
        return frozenset(named).union(
            *(self._unread.get(self._names[guest].key, ()) for guest in named)
        )

    def others_of_surname(self, name: FoldedName, guest: str) -> bool:
        """Whether the whole text is the surname of somebody else."""
        return bool(self._surnames.get(name.key, set()) - {guest})

    def longer(self, name: FoldedName) -> Iterator[str]:
        """Guests whose name begins with the text and goes on."""
        return (guest for guest, form in self._beginning(name.key) if form.key != name.key)

    def find(self, name: FoldedName) -> list[NameHit]:
        """Every guest the text may name, each by the strongest evidence."""
        if not name.key:
            return []
        found: dict[str, NameHit] = {}

        def add(guests: Iterable[str], evidence: NameEvidence) -> None:
            for guest in guests:
                found.setdefault(guest, NameHit(guest, evidence))

        add(self.bearers(name), NameEvidence.EQUAL)
        add(self._in_other_order(name), NameEvidence.SWAPPED)
        add(self._in_latin(name), NameEvidence.ROMAJI)
        add(self._within(name), NameEvidence.WITHIN)
        add(self._surnames.get(name.key, ()), NameEvidence.SURNAME)
        for guest, form in self._beginning(name.key):
            evidence = _how_cut(name.key, form)
            if evidence is not None:
                add((guest,), evidence)
        if not found:
            for guest, ratio in self._similar(name.key):
                found[guest] = NameHit(guest, NameEvidence.SIMILAR, ratio)
            family = self._relatives(name)
            if len(family) <= _MOST_RELATIVES:
                add(family, NameEvidence.SAME_SURNAME)
        return list(found.values())

    def _add(self, guest: str, name: FoldedName, reading: FoldedName) -> None:
        self._names[guest] = name
        self._keys[guest] = reading.key or name.key
        if not reading.key and name.key:
            self._unread[name.key].add(guest)
        for form in (reading, name):
            if not form.key:
                continue
            if guest in self._whole[form.key]:
                continue
            self._whole[form.key].add(guest)
            surname = len(form.words[0]) if len(form.words) > 1 else 0
            self._sorted.append((form.key, guest, surname))
            if len(form.words) > 1:
                self._surnames[form.words[0]].add(guest)
                self._swapped["".join(reversed(form.words))].add(guest)
                if form.key.isascii():
                    self._surnames[form.words[-1]].add(guest)
        spoken = [word for word in map(romaji, reading.words) if word]
        if spoken:
            self._latin[" ".join(sorted(spoken))].add(guest)

    def _in_other_order(self, name: FoldedName) -> Collection[str]:
        swapped = "".join(reversed(name.words))
        return self._swapped.get(name.key, set()) | self._whole.get(swapped, set())

    def _in_latin(self, name: FoldedName) -> Collection[str]:
        if not name.key.isascii() or not name.key.isalpha():
            return ()
        letters = sorted(fold_romaji(word.lower()) for word in name.words)
        return self._latin.get(" ".join(letters), ())

    def _within(self, name: FoldedName) -> Iterator[str]:
        """Guests whose whole name stands beside other words, such as a company's."""
        count = len(name.words)
        for length in range(count - 1, 0, -1):
            for start in range(count - length + 1):
                key = "".join(name.words[start : start + length])
                if len(key) >= _LEAST_WITHIN:
                    yield from self._whole.get(key, ())

    def _relatives(self, name: FoldedName) -> Collection[str]:
        """Guests of the surname before another given name; without a space the longest counts."""
        if len(name.words) > 1:
            return self._surnames.get(name.words[0], ())
        lengths = range(len(name.key) - 1, _LEAST_SURNAME - 1, -1)
        return next(
            (self._surnames[key] for n in lengths if (key := name.key[:n]) in self._surnames), ()
        )

    def _beginning(self, key: str) -> Iterator[tuple[str, _Form]]:
        """Guests with a name that begins like this, with that name."""
        for place in range(bisect_left(self._sorted, (key, "", 0)), len(self._sorted)):
            whole, guest, surname = self._sorted[place]
            if not whole.startswith(key):
                return
            yield guest, _Form(whole, surname)

    def _similar(self, key: str) -> Iterator[tuple[str, int]]:
        """Guests whose names are nearly this, with the likeness in percent.

        Comparing is slow, so only those are compared that share half of the pairs of letters.
        """
        if self._bigrams is None:
            self._bigrams = defaultdict(list)
            for whole in self._whole:
                for pair in _pairs(whole):
                    self._bigrams[pair].append(whole)
        shared: Counter[str] = Counter()
        pairs = _pairs(key)
        for pair in pairs:
            shared.update(self._bigrams.get(pair, ()))
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(key)
        for whole, count in shared.most_common(_LOOKED_AT):
            if count * 2 < len(pairs):
                return
            matcher.set_seq1(whole)
            ratio = matcher.ratio()
            if ratio >= LEAST_RATIO:
                for guest in self._whole[whole]:
                    yield guest, int(ratio * 100)


def _pairs(key: str) -> set[str]:
    framed = f"^{key}$"
    return {framed[n : n + 2] for n in range(len(framed) - 1)}


def _how_cut(text: str, form: _Form) -> NameEvidence | None:
    """What a text is that a name begins with and goes on: a cut name, a surname, or chance.

    A reading without a space does not tell where its surname ends.
    """
    if not form.surname and len(text) > 1:
        return NameEvidence.SURNAME
    if len(text) > form.surname > 0 or len(text) >= _LEAST_CUT:
        return NameEvidence.CUT
    return None
