"""Matching 消込: which guests transfers are from, as proposals with reasons, never as bookings.

The steps in their order: the reference code, a learned alias, the whole name with the open amount,
a part of the name, a company and what its guests owe, an amount short by a transfer fee, a similar
name. Only the first three can be sure, and only where all fits: one guest for the row, one row for
the guest, and the amount to the yen.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from reception_app.domain.amount_fit import JAPANESE_TRANSFER_FEES
from reception_app.domain.kana_fold import fold_payer
from reception_app.domain.match import (
    Alias,
    Candidate,
    OpenRow,
    Payer,
    Proposal,
    Reason,
    ReasonKind,
)
from reception_app.domain.match_candidates import CandidateFinder, with_score
from reception_app.domain.reference_code import without_code

_STRONG = 66
_CLAIMED_PENALTY = 35
_TOGETHER_BONUS = 20
_MOST_PLACES = 5
_MOST_CANDIDATES = 20


def propose(
    rows: Sequence[OpenRow], payers: Sequence[Payer], aliases: Iterable[Alias] = (),
    *, transfer_fees: Collection[int] = JAPANESE_TRANSFER_FEES,
) -> tuple[Proposal, ...]:  # fmt: skip
    """A proposal for each row, in the order of the rows.

    Args:
        rows: what came in and is not matched.
        payers: every guest, also those who owe nothing: they count when one asks whether a name is
            the only one.
        aliases: what was learned.
        transfer_fees: amounts that banks may have kept, in minor units.
    """
    return judge(rows, CandidateFinder(payers, aliases, transfer_fees, rows))


def judge(rows: Sequence[OpenRow], finder: CandidateFinder) -> tuple[Proposal, ...]:
    """A proposal for each row as `propose` gives it, by a finder that knows guests and rows."""
    found = _found(rows, finder)
    _add_together(rows, found, finder)
    surest = [finder.surest(candidates) for candidates in found]
    wanted = Counter(guest for one in surest if one is not None for guest in one.guests)
    claims = _claims(found)
    proposals = []
    for place, (row, candidates, best) in enumerate(zip(rows, found, surest, strict=True)):
        # A guest whom two rows fit equally well is sure for neither: a person has to look.
        rivals = max((wanted[guest] for guest in best.guests), default=0) if best else 0
        judged = [_weighed(one, place, claims, rivals if one is best else 0) for one in candidates]
        listed = in_places(judged, finder)
        sure = best is not None and listed[0].guests == best.guests
        sure = sure and not listed[0].says(ReasonKind.OTHER_ROW) and not row.unidentified
        proposals.append(Proposal(row, listed, sure))
    return tuple(proposals)


def _found(rows: Sequence[OpenRow], finder: CandidateFinder) -> list[list[Candidate]]:
    """The candidates of each row; equal texts and amounts have the same."""
    known: dict[tuple[str, int], list[Candidate]] = {}
    for row in rows:
        if (row.text, row.amount) not in known:
            known[row.text, row.amount] = finder.candidates(row)
    return [list(known[row.text, row.amount]) for row in rows]


def _add_together(
    rows: Sequence[OpenRow], found: Sequence[list[Candidate]], finder: CandidateFinder
) -> None:
    """Several rows of one payer may settle together what the guest owes."""
    by_payer: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        by_payer[fold_payer(without_code(row.text)).key].append(place)
    for places in by_payer.values():
        if len(places) == 1:
            continue
        together = sum(rows[place].amount for place in places)
        reason = Reason(ReasonKind.ROWS_TOGETHER, len(places))
        for place in places:
            found[place][:] = [
                with_score(one, one.score + _TOGETHER_BONUS, reason)
                if one.says(ReasonKind.AMOUNT_BELOW)
                and len(one.guests) == 1
                and finder.open_of(one.guests[0]) == together
                else one
                for one in found[place]
            ]


def _claims(found: Sequence[Sequence[Candidate]]) -> dict[str, tuple[int, int]]:
    """For each guest by which row (its place) they are best explained, and how well."""
    claims: dict[str, tuple[int, int]] = {}
    for place, candidates in enumerate(found):
        best = max(candidates, key=lambda one: one.score, default=None)
        if best is None or best.score < _STRONG or not best.allocations:
            continue
        if sum(one.score == best.score for one in candidates) > 1:
            continue
        for guest in best.guests:
            if best.score > claims.get(guest, (0, 0))[0]:
                claims[guest] = (best.score, place)
    return claims


def _weighed(
    one: Candidate, place: int, claims: dict[str, tuple[int, int]], rivals: int
) -> Candidate:
    """The candidate as it stands beside all other rows."""
    if rivals > 1:
        return with_score(one, one.score, Reason(ReasonKind.OTHER_ROW, rivals))
    claimed = max((claims[g] for g in one.guests if g in claims), default=(0, place))
    if claimed[1] != place and claimed[0] > one.score:
        return with_score(one, one.score - _CLAIMED_PENALTY, Reason(ReasonKind.OTHER_ROW, 1))
    return one


def in_places(candidates: Iterable[Candidate], finder: CandidateFinder) -> tuple[Candidate, ...]:
    """The best candidates with their places; who shares a name stands together."""
    places: dict[str, list[Candidate]] = defaultdict(list)
    for one in sorted(candidates, key=lambda one: -one.score):
        places[finder.key_of(one)].append(one)
    listed = [
        replace(one, place=place)
        for place, ones in enumerate(places.values(), start=1)
        if place <= _MOST_PLACES
        for one in ones
    ]
    return tuple(listed[:_MOST_CANDIDATES])
