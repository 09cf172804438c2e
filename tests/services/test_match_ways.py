"""What a candidate may be booked as: a fit as it is, a misfit in its few ways."""

from datetime import date

import pytest

from reception_app.domain.match import Allocation, OpenRow, Payer
from reception_app.domain.match_board import MatchBoard
from reception_app.services.match_ways import MatchWay, WayKind, ways_of
from reception_app.services.row_matching import Rest


def ways(amount: int, owes: int) -> tuple[MatchWay, ...]:
    """The ways in which a row of this amount is a guest's who owes so much."""
    row = OpenRow("r", date(2026, 10, 1), amount, "ﾔﾏﾀﾞ")
    board = MatchBoard([row], [Payer("g", 1, "山田", "ヤマダ タロウ", "", owes)])
    return ways_of(row, board.pick(row, "g"))


@pytest.mark.parametrize(("amount", "owes"), [(8000, 8000), (7560, 8000)])
def test_a_fit_needs_no_question(amount: int, owes: int) -> None:
    """To the yen, or short by a fee banks have: there is one way."""
    [way] = ways(amount, owes)
    assert (way.kind, way.withheld) == (WayKind.AS_IT_IS, owes - amount)


def test_too_much_is_overpaid_or_something_else() -> None:
    """The guest gets all, or what is due while the rest goes elsewhere."""
    found = {way.kind: way for way in ways(9000, 8000)}
    assert found[WayKind.OVERPAID].allocations == (Allocation("g", 9000),)
    for kind, rest in (
        (WayKind.REST_GIFT, Rest.GIFT),
        (WayKind.REST_UNIDENTIFIED, Rest.UNIDENTIFIED),
        (WayKind.REST_OPEN, Rest.OPEN),
    ):
        assert found[kind].allocations == (Allocation("g", 8000),)
        assert (found[kind].rest, found[kind].difference) == (rest, 1000)


def test_too_little_is_a_part_or_a_fee() -> None:
    """The rest stays due, or a bank kept it and the guest paid in full."""
    part, fee = ways(5000, 8000)
    assert (part.kind, part.allocations, part.withheld) == (
        WayKind.IN_PART,
        (Allocation("g", 5000),),
        0,
    )
    assert (fee.kind, fee.allocations, fee.withheld) == (
        WayKind.FEE_KEPT,
        (Allocation("g", 8000),),
        3000,
    )


def test_who_owes_nothing_can_only_be_overpaid() -> None:
    """There is no due part to split off."""
    [way] = ways(8000, 0)
    assert (way.kind, way.difference) == (WayKind.OVERPAID, 8000)
