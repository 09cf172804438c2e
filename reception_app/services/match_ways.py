"""What accepting a candidate may mean: a fit is booked as it is, a misfit has its own few ways."""

from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.match import Allocation, Candidate, OpenRow, ReasonKind
from reception_app.services.row_matching import MatchOrder, Rest, new_order

_MISFITS = (ReasonKind.AMOUNT_ABOVE, ReasonKind.AMOUNT_BELOW, ReasonKind.NOTHING_OPEN)


class WayKind(StrEnum):
    """How a row and what its guests owe are made to agree."""

    AS_IT_IS = "as_it_is"
    OVERPAID = "overpaid"
    REST_GIFT = "rest_gift"
    REST_UNIDENTIFIED = "rest_unidentified"
    REST_OPEN = "rest_open"
    IN_PART = "in_part"
    FEE_KEPT = "fee_kept"


@dataclass(frozen=True, slots=True)
class MatchWay:
    """One way to book a candidate; `difference` is what row and guests are apart, minor units."""

    kind: WayKind
    allocations: tuple[Allocation, ...]
    withheld: int = 0
    rest: Rest = Rest.OPEN
    difference: int = 0

    def order(self, row: str) -> MatchOrder:
        """A fresh order that books the row in this way."""
        return new_order(row, self.allocations, withheld=self.withheld, rest=self.rest)


def ways_of(row: OpenRow, candidate: Candidate) -> tuple[MatchWay, ...]:
    """The ways to book a candidate, the usual one first.

    One way means that nothing has to be asked; none, that only the guests are known and a person
    has to say who gets how much.
    """
    shares = candidate.allocations
    if not shares:
        return ()
    as_it_is = MatchWay(WayKind.AS_IT_IS, shares, candidate.withheld)
    misfit = next((r for r in candidate.reasons if r.kind in _MISFITS), None)
    if misfit is None or candidate.says(ReasonKind.ROWS_TOGETHER) or len(shares) > 1:
        return (as_it_is,)
    apart = misfit.number
    if misfit.kind is ReasonKind.AMOUNT_BELOW:
        whole = (Allocation(shares[0].guest, row.amount + apart),)
        return (
            MatchWay(WayKind.IN_PART, shares, difference=apart),
            MatchWay(WayKind.FEE_KEPT, whole, withheld=apart, difference=apart),
        )
    if misfit.kind is ReasonKind.NOTHING_OPEN:
        return (MatchWay(WayKind.OVERPAID, shares, difference=row.amount),)
    due = (Allocation(shares[0].guest, row.amount - apart),)
    return (
        MatchWay(WayKind.OVERPAID, shares, difference=apart),
        MatchWay(WayKind.REST_GIFT, due, rest=Rest.GIFT, difference=apart),
        MatchWay(WayKind.REST_UNIDENTIFIED, due, rest=Rest.UNIDENTIFIED, difference=apart),
        MatchWay(WayKind.REST_OPEN, due, difference=apart),
    )
