"""Who may have sent one transfer: every guest, party and company that the row speaks of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest

from reception_app.domain.amount_fit import AmountFit, fit_group, fit_guest
from reception_app.domain.companies import Companies
from reception_app.domain.kana_fold import FoldedName, fold_payer
from reception_app.domain.match import (
    Alias,
    Candidate,
    OpenRow,
    Payer,
    Reason,
    ReasonKind,
    Step,
)
from reception_app.domain.name_index import NameEvidence, NameHit, NameIndex
from reception_app.domain.reference_code import read_reference_codes, without_code

CUT_FROM = 15
"""Half-width letters from which a bank may have cut a payer's name, whatever else it lists."""

_CUT_SHORT_FROM = 10
"""Letters from which a name may have been cut when the bank lists none that is longer."""

_MOST_OF_ONE_NAME = 40
"""Bearers of one surname of whom a person would look at no more."""

_CODE_SCORE = 99
_ALIAS_SCORE = 95
_COMPANY_SCORE = 70
_SUM_SCORE = 34
_NAME_SCORES = {
    NameEvidence.EQUAL: (90, ReasonKind.NAME_EQUAL),
    NameEvidence.SWAPPED: (82, ReasonKind.NAME_SWAPPED),
    NameEvidence.ROMAJI: (82, ReasonKind.ROMAJI_EQUAL),
    NameEvidence.WITHIN: (78, ReasonKind.NAME_WITHIN),
    NameEvidence.CUT: (74, ReasonKind.NAME_CUT),
    NameEvidence.SURNAME: (62, ReasonKind.SURNAME),
    NameEvidence.SIMILAR: (56, ReasonKind.NAME_SIMILAR),
    NameEvidence.SAME_SURNAME: (40, ReasonKind.SAME_SURNAME),
}
_FITTING_SHARES = {ReasonKind.AMOUNT_EQUAL, ReasonKind.PARTY_EQUAL, ReasonKind.FEE_WITHHELD}


class CandidateFinder:
    """Knows all guests and what was learned; finds the candidates of one row after the other."""

    def __init__(
        self, payers: Sequence[Payer], aliases: Iterable[Alias], transfer_fees: Collection[int],
        rows: Iterable[OpenRow],
    ) -> None:  # fmt: skip
        self._payers = {payer.id: payer for payer in payers}
        self._by_number: dict[int, list[str]] = defaultdict(list)
        self._companions: dict[str, list[str]] = defaultdict(list)
        for payer in payers:
            self._by_number[payer.number].append(payer.id)
            if payer.host is not None:
                self._companions[payer.host].append(payer.id)
        self._names = NameIndex((p.id, p.name, p.reading) for p in payers)
        self._companies = Companies((p.id, p.company, p.open) for p in payers)
        self._aliases: dict[str, set[frozenset[str]]] = defaultdict(set)
        for alias in aliases:
            if alias.guests and all(guest in self._payers for guest in alias.guests):
                self._aliases[alias.key].add(alias.guests)
        self._fees = transfer_fees
        self._longest: dict[bool, int] = defaultdict(int)
        for row in rows:
            name = fold_payer(row.text)
            self._longest[name.corporate] = max(self._longest[name.corporate], name.width)

    def candidates(self, row: OpenRow) -> list[Candidate]:
        """Everybody the row may be from, each once, best first."""
        name = fold_payer(without_code(row.text))
        found = [*self._by_code(row, name), *self._by_alias(row, name), *self._by_name(row, name)]
        found += self._by_company(row, name, guessing=not found)
        found.sort(key=self._rank)
        first: dict[tuple[str, ...], Candidate] = {}
        for candidate in found:
            first.setdefault(candidate.guests, candidate)
        return list(first.values())

    def chosen(self, row: OpenRow, guest: str) -> Candidate:
        """A guest whom a person picked, and how the row fits what they owe.

        Raises:
            KeyError: there is no such guest.
        """
        reasons = [Reason(ReasonKind.BY_HAND)]
        return self._of_guest(row, self._payers[guest], Step.BY_HAND, reasons, _CODE_SCORE)

    def named(self, text: str) -> list[Candidate]:
        """The guests whose whole name a text is, without an amount: whom money went back to."""
        whole = (NameEvidence.EQUAL, NameEvidence.SWAPPED, NameEvidence.ROMAJI)
        found = []
        for hit in self._names.find(fold_payer(text)):
            if hit.evidence in whole:
                score, kind = _NAME_SCORES[hit.evidence]
                found.append(Candidate((hit.guest,), (), 0, Step.NAME, (Reason(kind),), score))
        return sorted(found, key=self._rank)

    def note(self, payer: Payer) -> None:
        """Take note of what a guest has open from now on; name and company stay."""
        if payer.id in self._payers:
            self._payers[payer.id] = payer
            self._companies.owes(payer.id, payer.open)

    def open_of(self, guest: str) -> int:
        """What a guest has open, in minor units."""
        return self._payers[guest].open

    @staticmethod
    def surest(candidates: Sequence[Candidate]) -> Candidate | None:
        """The candidate that fits in every way, when one does: only it may be accepted unseen."""
        best = candidates[0] if candidates else None
        if best is None or best.step not in {Step.CODE, Step.ALIAS, Step.NAME}:
            return None
        doubtful = (ReasonKind.SEVERAL_FIT, ReasonKind.SHARED_NAME, ReasonKind.MAY_BE_OTHER)
        if not best.says(ReasonKind.AMOUNT_EQUAL) or best.says(*doubtful):
            return None
        # What a code or an alias says of somebody else is not passed over.
        named = (one for one in candidates if one.step in {Step.CODE, Step.ALIAS})
        return None if any(one.guests != best.guests for one in named) else best

    def key_of(self, candidate: Candidate) -> str:
        """What candidates share who go by one name."""
        if len(candidate.guests) == 1:
            return self._names.key_of(candidate.guests[0])
        return " ".join(candidate.guests)

    def _rank(self, candidate: Candidate) -> tuple[int, int]:
        return -candidate.score, self._payers[candidate.guests[0]].number

    def _by_code(self, row: OpenRow, name: FoldedName) -> list[Candidate]:
        payers = [
            self._payers[guest]
            for number in read_reference_codes(row.text)
            for guest in self._by_number.get(number, ())
        ]
        bearers = self._names.bearers(name)
        found = []
        for payer in payers:
            reasons = [Reason(ReasonKind.CODE)]
            if len(payers) > 1:
                reasons.append(Reason(ReasonKind.SEVERAL_FIT, len(payers)))
            if bearers and payer.id not in bearers:
                reasons.append(Reason(ReasonKind.MAY_BE_OTHER))
            found.append(self._of_guest(row, payer, Step.CODE, reasons, _CODE_SCORE))
        return found

    def _by_alias(self, row: OpenRow, name: FoldedName) -> list[Candidate]:
        known = self._aliases.get(name.key, set())
        bearers = self._names.bearers(name)
        found = []
        for guests in known:
            reasons = [Reason(ReasonKind.ALIAS)]
            if len(known) > 1:
                reasons.append(Reason(ReasonKind.SEVERAL_FIT, len(known)))
            if bearers - guests:
                reasons.append(Reason(ReasonKind.MAY_BE_OTHER))
            members = sorted((self._payers[guest] for guest in guests), key=lambda p: p.number)
            if len(members) == 1:
                found.append(self._of_guest(row, members[0], Step.ALIAS, reasons, _ALIAS_SCORE))
            else:
                found.append(self._of_group(row, members, Step.ALIAS, reasons, _ALIAS_SCORE))
        return found

    def _by_name(self, row: OpenRow, name: FoldedName) -> list[Candidate]:
        hits = [(hit, self._fit(row, self._payers[hit.guest])) for hit in self._names.find(name)]
        hits = [
            (hit, fit)
            for hit, fit in hits
            if hit.evidence is not NameEvidence.SAME_SURNAME or fit.exact
        ]
        alike = Counter(hit.evidence for hit, _ in hits)
        fitting = Counter(hit.evidence for hit, fit in hits if fit.exact)
        found = []
        for hit, fit in nsmallest(_MOST_OF_ONE_NAME, hits, key=_weakness):
            score, kind = _NAME_SCORES[hit.evidence]
            reasons = [Reason(kind, hit.ratio), fit.reason]
            rivals = fitting[hit.evidence] if fit.exact else alike[hit.evidence]
            if hit.evidence is NameEvidence.EQUAL and alike[NameEvidence.EQUAL] > 1:
                reasons.append(Reason(ReasonKind.SHARED_NAME, alike[NameEvidence.EQUAL]))
            elif rivals > 1:
                reasons.append(Reason(ReasonKind.SEVERAL_FIT, rivals))
            elif hit.evidence is NameEvidence.EQUAL and self._may_be_other(row, name, hit):
                reasons.append(Reason(ReasonKind.MAY_BE_OTHER))
            else:
                reasons.append(Reason(ReasonKind.ONLY_ONE))
            found.append(_candidate((hit.guest,), fit, _step(hit, fit), reasons, score))
        return found

    def _may_be_other(self, row: OpenRow, name: FoldedName, hit: NameHit) -> bool:
        """Whether a name that is equal may be somebody else's all the same.

        It may be another guest's surname, a company's name, or the beginning of a longer name that
        the bank cut.
        """
        return (
            self._names.others_of_surname(name, hit.guest)
            or bool(self._companies.named(name))
            or (
                self._may_be_cut(row)
                and any(
                    self._payers[other].open == row.amount
                    for other in self._names.longer(name)
                    if other != hit.guest
                )
            )
        )

    def _may_be_cut(self, row: OpenRow) -> bool:
        """Whether a bank may have cut the text: it cuts all at one length, or a letter before."""
        name = fold_payer(row.text)
        longest = self._longest[name.corporate]
        return name.width >= CUT_FROM or name.width >= max(_CUT_SHORT_FROM, longest - 1)

    def _by_company(self, row: OpenRow, name: FoldedName, *, guessing: bool) -> list[Candidate]:
        # A company's name may end in digits, which are no reference code then.
        groups = self._companies.named(fold_payer(row.text)) or self._companies.named(name)
        kind, score = ReasonKind.COMPANY_NAME, _COMPANY_SCORE
        if not groups and guessing:
            groups = self._companies.owing_together(row.amount)
            kind, score = ReasonKind.COMPANY_SUM, _SUM_SCORE
        return [
            self._of_group(
                row, [self._payers[guest] for guest in group], Step.COMPANY, [Reason(kind)], score
            )
            for group in groups
        ]

    def _of_guest(
        self, row: OpenRow, payer: Payer, step: Step, reasons: Sequence[Reason], score: int
    ) -> Candidate:
        fit = self._fit(row, payer)
        return _candidate((payer.id,), fit, step, (*reasons, fit.reason), score)

    def _of_group(
        self, row: OpenRow, members: Sequence[Payer], step: Step, reasons: Sequence[Reason],
        score: int,
    ) -> Candidate:  # fmt: skip
        fit = fit_group(row.amount, members, self._fees)
        guests = tuple(member.id for member in members)
        return _candidate(guests, fit, step, (*reasons, fit.reason), score)

    def _fit(self, row: OpenRow, payer: Payer) -> AmountFit:
        companions = [self._payers[guest] for guest in self._companions.get(payer.id, ())]
        return fit_guest(row.amount, payer, companions, self._fees)


def _candidate(
    guests: tuple[str, ...], fit: AmountFit, step: Step, reasons: Sequence[Reason], score: int
) -> Candidate:
    shares = tuple(share.guest for share in fit.allocations)
    named = shares if fit.reason.kind in _FITTING_SHARES and shares else guests
    return Candidate(
        guests=named,
        allocations=fit.allocations,
        withheld=fit.withheld,
        step=step,
        reasons=tuple(reasons),
        score=max(score - fit.penalty, 1),
    )


def _weakness(found: tuple[NameHit, AmountFit]) -> int:
    hit, fit = found
    return fit.penalty - _NAME_SCORES[hit.evidence][0]


def _step(hit: NameHit, fit: AmountFit) -> Step:
    if hit.evidence is NameEvidence.SIMILAR:
        return Step.SIMILAR
    if hit.evidence is not NameEvidence.EQUAL:
        return Step.PART_OF_NAME
    return Step.FEE_WITHHELD if fit.withheld else Step.NAME


def with_score(candidate: Candidate, score: int, *reasons: Reason) -> Candidate:
    """The candidate with another score and more reasons."""
    return replace(candidate, score=max(score, 1), reasons=(*candidate.reasons, *reasons))
