"""The change to bring: enough for everybody who is still to come, in whole bundles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import yen

from reception_app.domain.change_plan import ExpectedPayer, change_pieces, plan_change
from reception_app.domain.money import DENOMINATIONS


def test_members_and_students() -> None:
    """47 at 8,000 need two 1,000s each, 20 at 3,000 a 5,000 and two 1,000s."""
    plan = plan_change([ExpectedPayer(8000, 47), ExpectedPayer(3000, 20)], "JPY")

    assert [(line.due, line.handed) for line in plan.lines] == [
        (yen(8000), yen(10000)), (yen(3000), yen(10000)),
    ]  # fmt: skip
    assert plan.worst.pieces == ((5000, 20), (1000, 134))
    assert plan.pieces.pieces == ((5000, 20), (1000, 140))


def test_only_so_many_pay_in_cash() -> None:
    """Where half pay in cash half the change is brought, rounded up to bundles."""
    plan = plan_change([ExpectedPayer(8000, 47)], "JPY", share=50)

    assert plan.pieces.pieces == ((1000, 50),)


def test_fee_above_the_largest_note() -> None:
    """12,000 are paid with two notes of 10,000."""
    (line,) = plan_change([ExpectedPayer(12000, 1)], "JPY").lines

    assert (line.handed, line.change.pieces) == (yen(20000), ((5000, 1), (1000, 3)))


def test_who_owes_nothing_needs_no_change() -> None:
    """Guests who are paid, and an evening without guests, need nothing."""
    assert plan_change([ExpectedPayer(0, 300), ExpectedPayer(8000, 0)], "JPY").pieces.pieces == ()
    assert plan_change([ExpectedPayer(10000, 5)], "JPY").pieces.pieces == ()


@given(
    currency=st.sampled_from(["JPY", "KRW", "EUR", "USD", "KWD"]),
    payers=st.lists(st.tuples(st.integers(1, 40), st.integers(0, 99)), max_size=6),
    share=st.integers(0, 100),
)
def test_change_is_exact_and_enough(
    currency: str, payers: list[tuple[int, int]], share: int
) -> None:
    """Each guest's change makes the fee whole, and what is brought covers the share."""
    unit = DENOMINATIONS[currency][-1]
    expected = [ExpectedPayer(due * unit, guests) for due, guests in payers]
    plan = plan_change(expected, currency, share=share)

    for line in plan.lines:
        assert line.handed - line.change.total == line.due
    brought = dict(plan.pieces.pieces)
    for value, n in plan.worst.pieces:
        assert brought.get(value, 0) * 100 >= n * share
        assert brought.get(value, 0) % plan.bundle == 0


@pytest.mark.parametrize(("amount", "pieces"), [(2000, ((1000, 2),)), (0, ())])
def test_nobody_has_two_thousand_yen_notes(
    amount: int, pieces: tuple[tuple[int, int], ...]
) -> None:
    """Change is made of what a till holds."""
    assert change_pieces(amount, "JPY").pieces == pieces
