"""The cash box through an evening: float, drops, blind counts, differences, closing."""

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.drawer import (
    BoxAlreadyOpen,
    BoxNotCounted,
    BoxNotOpen,
    Count,
    DifferenceNeedsReason,
    DropAboveCash,
    Shift,
    parse_count,
)
from reception_app.domain.event import Desk
from reception_app.domain.journal import Tender
from reception_app.domain.money import AmountNegative
from reception_app.services import drawers, payments
from reception_app.storage.drawers import expected_cash, find_open_shift, list_shifts
from reception_app.storage.journal import balance_of


def count(evening: Evening, text: str, clock: str = "22:00") -> Shift:
    """Count box A."""
    return drawers.count_box(
        evening.file, parse_count(text, "JPY"), desk=evening.desk, now=at(clock)
    )


def close(evening: Evening, reason: str = "") -> Shift:
    """Close box A."""
    return drawers.close_box(evening.file, reason, desk=evening.desk, now=at("22:10"))


def expected(evening: Evening) -> int:
    """What must be in box A."""
    shift = find_open_shift(evening.file, "A")
    assert shift is not None
    return expected_cash(evening.file, shift)


def test_expected_is_float_and_cash_net_of_change(evening: Evening) -> None:
    """Float + tendered − change − refunds − drops; cards and PayPay don't touch the box."""
    evening.open_box(20000)
    guests = [evening.guest(f"客{n}") for n in range(4)]
    evening.pay(guests[0], tendered=yen(10000))
    evening.pay(guests[1], tender=Tender.CARD)
    evening.pay(guests[2], tender=Tender.PAYPAY)
    wrong = evening.pay(guests[3], tendered=yen(50000)).payment
    assert wrong is not None
    drawers.drop_cash(evening.file, yen(5000), desk=evening.desk, now=at("20:00"))
    assert expected(evening) == 20000 + 8000 + 8000 - 5000

    payments.correct_payment(evening.file, wrong.entry, "x", desk=evening.desk, now=at("20:10"))

    assert expected(evening) == 20000 + 8000 - 5000


@pytest.mark.parametrize(
    ("counted", "difference", "account"),
    [("10000x2 1000x8", 0, None), ("10000x2 1000x7", -1000, "5990"), ("10000x3", 2000, "4990")],
    ids=["right", "short", "over"],
)
def test_closing_posts_the_difference(
    evening: Evening, counted: str, difference: int, account: str | None
) -> None:
    """After closing the box is empty, the safe has what was counted, the difference is booked."""
    evening.open_box(20000)
    evening.pay(evening.guest("佐藤 花子"))
    shift = count(evening, counted)
    assert drawers.difference(evening.file, shift) == yen(difference)

    closed = close(evening, "数え直した" if difference else "")

    assert closed.counted is not None
    assert (closed.counted - yen(28000)).minor == difference
    assert closed.expected == yen(28000)
    assert balance_of(evening.file, "1000-A") == 0
    assert balance_of(evening.file, "1050") == 8000 + difference
    if account is None:
        kinds = [str(row[0]) for row in evening.file.db.execute("SELECT kind FROM entry")]
        assert "over_short" not in kinds
    else:
        assert balance_of(evening.file, account) == -difference


def test_difference_needs_its_reason(evening: Evening) -> None:
    """A box that does not agree is not closed in silence."""
    evening.open_box(20000)
    count(evening, "10000x1")

    with pytest.raises(DifferenceNeedsReason) as caught:
        close(evening, "  ")

    assert caught.value.difference == yen(-10000)
    assert find_open_shift(evening.file, "A") is not None


def test_box_is_counted_before_closing(evening: Evening) -> None:
    """No count, or cash moved after it: the box is counted again first."""
    evening.open_box(20000)
    with pytest.raises(BoxNotCounted):
        close(evening)
    count(evening, "10000x2")
    evening.pay(evening.guest("佐藤 花子"))

    with pytest.raises(BoxNotCounted):
        close(evening)

    count(evening, "10000x2 1000x8")
    close(evening)


def test_card_payment_does_not_outdate_a_count(evening: Evening) -> None:
    """Only cash that moved asks for another count."""
    evening.open_box(20000)
    count(evening, "10000x2")
    evening.pay(evening.guest("佐藤 花子"), tender=Tender.CARD)

    close(evening)


def test_box_without_any_cash_closes(evening: Evening) -> None:
    """A box opened without float for PayPay only is counted as empty and closed."""
    evening.open_box(0)
    evening.pay(evening.guest("佐藤 花子"), tender=Tender.PAYPAY)
    drawers.count_box(evening.file, Count("JPY", ()), desk=evening.desk, now=at("22:00"))

    assert close(evening).counted == yen(0)


def test_recount_is_a_new_count(evening: Evening) -> None:
    """The last count counts, and the first stays on record."""
    evening.open_box(20000)
    count(evening, "10000x1", "22:00")
    count(evening, "10000x2", "22:05")

    assert close(evening).counted == yen(20000)
    assert evening.file.db.execute("SELECT COUNT(*) FROM shift_count").get == 2


def test_box_opens_and_closes_once(evening: Evening) -> None:
    """An open box is not opened again, a closed one not closed again."""
    with pytest.raises(BoxNotOpen):
        close(evening)
    evening.open_box()
    with pytest.raises(BoxAlreadyOpen):
        evening.open_box()
    count(evening, "10000x2")
    close(evening)
    with pytest.raises(BoxNotOpen):
        close(evening)


def test_next_shift_begins_fresh(evening: Evening) -> None:
    """The next shift has its own float and count; each box has its own shifts."""
    evening.open_box(20000)
    count(evening, "10000x2")
    close(evening)
    evening.open_box(5000)
    other = Desk("B", evening.desk.operator)
    drawers.open_box(evening.file, yen(1000), desk=other, now=at("22:20"))

    assert expected(evening) == 5000
    assert [(shift.box, shift.opening) for shift in list_shifts(evening.file)] == [
        ("A", yen(20000)), ("A", yen(5000)), ("B", yen(1000)),
    ]  # fmt: skip
    assert balance_of(evening.file, "1050") == -6000


@pytest.mark.parametrize("amount", [0, -1, 20001])
def test_only_what_is_there_is_dropped(evening: Evening, amount: int) -> None:
    """Nothing, less than nothing and more than there is are refused."""
    evening.open_box(20000)

    with pytest.raises(DropAboveCash):
        drawers.drop_cash(evening.file, yen(amount), desk=evening.desk, now=at("20:00"))

    assert expected(evening) == 20000


def test_float_is_not_negative(evening: Evening) -> None:
    """No box opens with less than nothing."""
    with pytest.raises(AmountNegative):
        evening.open_box(-1)

    assert find_open_shift(evening.file, "A") is None
