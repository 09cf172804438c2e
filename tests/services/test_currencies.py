"""An evening in other currencies: decimals where the currency has them, none for yen and won."""

from datetime import date
from pathlib import Path

import pytest
from notation import at

from reception_app.domain.drawer import count_of
from reception_app.domain.event import Desk
from reception_app.domain.journal import Tender
from reception_app.domain.money import (
    AmountTooFine,
    AmountTooLarge,
    Money,
    format_money,
    parse_money,
)
from reception_app.services import drawers, event_setup, fees, payments, reception
from reception_app.services.accounts_check import check_accounts
from reception_app.services.change_planning import change_to_bring
from reception_app.services.closing_slip import write_closing_slip
from reception_app.services.findings import Level
from reception_app.services.receipt_printing import make_slips, print_receipts
from reception_app.services.reception import WalkIn
from reception_app.storage import settings
from reception_app.storage.drawers import expected_cash, find_open_shift, list_shifts
from reception_app.storage.receipts import list_receipts

EVENINGS = (
    ("EUR", "24,50", "30", "€24.50", "€5.50", {2000: 5, 1000: 5}),
    ("USD", "24.50", "$30", "$24.50", "$5.50", {2000: 5, 1000: 5}),
    ("KRW", "24,500", "３０，０００", "₩24,500", "₩5,500", {10000: 5, 5000: 10}),
    ("KWD", "24.500", "30", "KWD 24.500", "KWD 5.500", {20000: 5, 5000: 10}),
    ("JPY", "２４，５００円", "¥30,000", "¥24,500", "¥5,500", {10000: 5, 5000: 10}),
)
"""Currency, fee and cash as people write them, fee and change as they are shown, the float."""


@pytest.mark.parametrize(
    ("currency", "fee", "given", "shown", "change", "pieces"), EVENINGS, ids=lambda v: str(v)[:3]
)
def test_an_evening_from_float_to_slip(
    tmp_path: Path, *, currency: str, fee: str, given: str, shown: str, change: str,
    pieces: dict[int, int],
) -> None:  # fmt: skip
    """Fee, change, box, receipt and slip in whole minor units, written as the currency is."""
    event = event_setup.create_event(
        tmp_path / "e.reception", name="Mixer", day=date(2026, 11, 14), now=at("12:00"),
        currency=currency, language="en",
    )  # fmt: skip
    with event:
        desk = Desk("A", event_setup.operator_named(event, "Suzuki", now=at("12:00")))
        plan = settings.find_fee_plan(event)
        price = parse_money(fee, currency)
        plan = plan.with_category(plan.new_category("Member", price.minor))
        fees.set_fee_plan(event, plan, now=at("12:00"), operator=desk.operator)
        float_ = count_of(pieces, currency)
        drawers.open_box(event, float_.total, desk=desk, now=at("17:00"), count=float_)
        walk_in = WalkIn("Anna", category="Member")
        guest = reception.register_walk_in(event, walk_in, desk=desk, now=at("18:00")).guest
        assert guest is not None
        assert change_to_bring(event).worst.total + price >= price

        offer = payments.new_offer(Tender.CASH, parse_money(given, currency))
        paid = payments.take_payment(event, [guest], offer, desk=desk, now=at("18:01"))
        assert (format_money(paid.paid), format_money(paid.change)) == (shown, change)
        shift = find_open_shift(event, "A")
        assert shift is not None
        assert expected_cash(event, shift) == float_.total.minor + price.minor

        (slip,) = make_slips(event, list_receipts(event))
        assert format_money(slip.amount) == shown
        assert not slip.stamp
        print_receipts(event, tmp_path / "r.pdf", list_receipts(event))
        drawers.count_box(event, float_, desk=desk, now=at("21:00"))
        drawers.close_box(event, "lost", desk=desk, now=at("21:01"))
        write_closing_slip(event, tmp_path / "slip.pdf", list_shifts(event)[0])
        assert [one.code for one in check_accounts(event) if one.level is Level.RED] == []


@pytest.mark.parametrize("currency", ["JPY", "KRW"])
@pytest.mark.parametrize("text", ["1.5", "0.01", "１．５円"])
def test_no_decimals_where_there_are_none(currency: str, text: str) -> None:
    """Half a yen is refused, however it is written."""
    with pytest.raises(AmountTooFine):
        parse_money(text, currency)


@pytest.mark.parametrize("currency", ["JPY", "EUR", "KWD"])
def test_absurd_amounts_are_slips_of_the_keys(currency: str) -> None:
    """10^15 is more than any event handles."""
    with pytest.raises(AmountTooLarge):
        parse_money(str(10**15), currency)
    assert format_money(Money(0, currency))
