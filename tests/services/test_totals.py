"""The sums of an event's money."""

from pathlib import Path

from handwritten_evening import OPENING, write_evening, yen

from reception_app.domain.journal import GUEST_RECEIVABLE, Tender
from reception_app.services.event_setup import create_event
from reception_app.services.totals import CategoryTotals, event_totals
from reception_app.storage.journal import balance_of


def test_every_sum_of_the_evening_is_right_to_the_yen(tmp_path: Path) -> None:
    """The totals are those worked out by hand."""
    with write_evening(tmp_path / "evening.reception") as event:
        totals = event_totals(event)

    assert totals.charged == yen(72_000)
    assert totals.waived == yen(3_000)
    assert totals.paid == yen(61_000)
    assert totals.refunded == yen(1_000)
    assert totals.due == yen(11_000)
    assert totals.overpaid == yen(2_000)
    assert totals.open == yen(9_000)
    assert (totals.charged_guests, totals.due_guests) == (9, 2)
    assert (totals.due_inside_guests, totals.overpaid_guests) == (1, 1)
    assert totals.paid_by_tender == {
        Tender.CASH: yen(17_000),
        Tender.PAYPAY: yen(10_000),
        Tender.CARD: yen(18_000),
        Tender.TRANSFER: yen(16_000),
    }
    assert totals.cash_by_box == {"A": yen(0), "B": yen(18_000)}


def test_categories_add_up_to_the_whole(tmp_path: Path) -> None:
    """Each category's sums are right, and together they are the event's."""
    with write_evening(tmp_path / "evening.reception") as event:
        totals = event_totals(event)
    by_code = {part.category: part for part in totals.by_category}

    assert by_code["学生"] == CategoryTotals(
        "学生", 1, yen(3_000), yen(0), yen(0), yen(0), yen(3_000)
    )
    assert by_code["会員"].charged == yen(49_000)
    assert by_code["ご招待"].guests == 0
    assert sum(part.paid.minor for part in totals.by_category) == totals.paid.minor
    assert sum(part.due.minor for part in totals.by_category) == totals.due.minor


def test_open_is_the_balance_of_the_receivable_account(tmp_path: Path) -> None:
    """What guests owe together is what the ledger says they owe."""
    with write_evening(tmp_path / "evening.reception") as event:
        assert event_totals(event).open.minor == balance_of(event, GUEST_RECEIVABLE)


def test_an_empty_event_has_zeros_in_its_own_currency(tmp_path: Path) -> None:
    """Nothing charged is zero of the event's currency, not an error."""
    with create_event(
        tmp_path / "new.reception", name="New", day=OPENING.date(), now=OPENING, currency="EUR"
    ) as event:
        totals = event_totals(event)

    assert str(totals.charged) == "€0.00"
    assert totals.by_category == ()
    assert totals.paid_by_tender == {}
