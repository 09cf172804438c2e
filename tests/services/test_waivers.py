"""Discounts and complimentary guests, cancellation fees, and what a new price does to them."""

from dataclasses import replace
from datetime import date

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.event import Desk
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money
from reception_app.services import fees, guest_list, payments, repricing, waivers
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level, worst_of
from reception_app.services.guest_list import CancelFeeTooHigh
from reception_app.services.posting import ReasonMissing
from reception_app.storage import journal, settings
from reception_app.storage.event_file import EventFile


def add(
    event: EventFile, name: str = "佐藤 花子", *, status: GuestStatus = GuestStatus.ACCEPTED,
    category: str = "会員", clock: str = "12:00",
) -> Guest:  # fmt: skip
    """A guest of the list."""
    values = {GuestField.NAME: name, GuestField.CATEGORY: category}
    return guest_list.add_guest(event, values, now=at(clock), operator="", status=status)


def balance(event: EventFile, guest: Guest) -> GuestBalance:
    """What the guest was charged, waived and paid."""
    return journal.find_balance(event, guest.id)


def pay(event: EventFile, guest: Guest, operator: str) -> None:
    """The guest pays all that is due, by card."""
    desk = Desk("A", operator)
    payments.take_payment(
        event, [guest], payments.new_offer(Tender.CARD), desk=desk, now=at("12:30")
    )


def cancel(event: EventFile, guest: Guest, kept: Money | None = None) -> None:
    """The guest cancels."""
    guest_list.change_status(
        event, guest.id, GuestStatus.CANCELLED, now=at("13:00"), operator="", kept=kept
    )


def plan_with(event: EventFile, **changes: object) -> FeePlan:
    """The fee plan with members paying otherwise."""
    plan = settings.find_fee_plan(event)
    return plan.with_category(replace(plan.category("会員"), **changes))  # type: ignore[arg-type]  # fields by name


@pytest.fixture(autouse=True)
def _books_stay_right(event: EventFile) -> object:
    yield
    assert worst_of(check_accounts(event)) is not Level.RED


def test_a_discount_needs_a_reason_and_fits_the_fee(event: EventFile) -> None:
    """The list price stays visible; more than the fee is never waived."""
    guest = add(event)
    with pytest.raises(ReasonMissing):
        waivers.grant_discount(event, guest.id, yen(3000), " ", now=at("12:10"), operator="")
    waivers.grant_discount(event, guest.id, yen(3000), "講師", now=at("12:10"), operator="")
    for unfitting in (yen(0), yen(5001), yen(-1)):
        with pytest.raises(waivers.DiscountUnfitting):
            waivers.grant_discount(event, guest.id, unfitting, "x", now=at("12:10"), operator="")

    assert balance(event, guest) == GuestBalance(charged=8000, waived=3000)


def test_complimentary_is_waived_in_full_and_taken_back(event: EventFile) -> None:
    """ご招待: nothing is due, what it was worth is on account 5900."""
    guest = add(event)
    assert waivers.make_complimentary(event, guest.id, now=at("12:10"), operator="") == yen(8000)
    assert balance(event, guest) == GuestBalance(charged=8000, waived=8000)
    assert journal.balance_of(event, "5900") == 8000
    with pytest.raises(waivers.DiscountUnfitting):
        waivers.make_complimentary(event, guest.id, now=at("12:10"), operator="")

    waivers.withdraw_waivers(event, guest.id, "取り違え", now=at("12:20"), operator="")
    assert balance(event, guest) == GuestBalance(charged=8000)
    with pytest.raises(waivers.NothingWaived):
        waivers.withdraw_waivers(event, guest.id, "x", now=at("12:20"), operator="")


def test_a_new_category_keeps_the_discount(event: EventFile) -> None:
    """The discount stays the same amount, complimentary stays complimentary."""
    reduced, invited = add(event, "佐藤 花子"), add(event, "鈴木 一郎")
    waivers.grant_discount(event, reduced.id, yen(5000), "講師", now=at("12:10"), operator="")
    waivers.make_complimentary(event, invited.id, "来賓", now=at("12:10"), operator="")
    for guest in (reduced, invited):
        guest_list.change_guest(
            event, guest.id, {GuestField.CATEGORY: "学生"}, now=at("12:20"), operator=""
        )

    assert balance(event, reduced) == GuestBalance(charged=3000, waived=3000)
    assert balance(event, invited) == GuestBalance(charged=3000, waived=3000)


def test_cancelling_takes_fee_and_discount_back(event: EventFile) -> None:
    """Nobody is owed a discount in money."""
    guest = add(event)
    waivers.make_complimentary(event, guest.id, now=at("12:10"), operator="")
    cancel(event, guest)

    assert balance(event, guest) == GuestBalance()


def test_the_plan_says_what_cancelling_costs(event: EventFile) -> None:
    """Up to the day it is free, afterwards the fee of the plan stays due, never more than paid."""
    day = at("12:00").date()
    plan = plan_with(event, cancel_until=day, cancel_fee=9000)
    fees.set_fee_plan(event, plan, now=at("12:00"), operator="")
    in_time = add(event, "佐藤 花子")
    cancel(event, in_time)
    plan = plan_with(event, cancel_until=date(2026, 11, 1))
    fees.set_fee_plan(event, plan, now=at("12:00"), operator="")
    late = add(event, "鈴木 一郎")
    foreseen = guest_list.preview_status(event, late, GuestStatus.CANCELLED, now=at("13:00"))
    cancel(event, late)

    assert balance(event, in_time) == GuestBalance()
    assert foreseen == yen(0)
    assert balance(event, late) == GuestBalance(charged=8000)
    assert journal.balance_of(event, "4200") == -8000
    assert journal.balance_of(event, "4100-会員") == 0


def test_part_may_be_kept_and_the_rest_is_to_be_refunded(evening: Evening) -> None:
    """Keep all, part or none; reinstating takes the kept part back."""
    event = evening.file
    evening.open_box()
    guest = add(event)
    pay(event, guest, evening.desk.operator)
    with pytest.raises(CancelFeeTooHigh):
        cancel(event, guest, yen(8001))
    foreseen = guest_list.preview_status(
        event, guest, GuestStatus.CANCELLED, now=at("13:00"), kept=yen(2000)
    )
    cancel(event, guest, yen(2000))

    assert foreseen == yen(-6000)
    assert journal.due_of(event, guest.id) == -6000
    back = guest_list.preview_status(event, guest, GuestStatus.ACCEPTED, now=at("13:00"))
    guest_list.change_status(event, guest.id, GuestStatus.ACCEPTED, now=at("13:10"), operator="")
    assert back == yen(6000)
    assert balance(event, guest) == GuestBalance(charged=8000, paid=8000)


def test_a_new_price_touches_nobody_without_a_yes(event: EventFile) -> None:
    """The preview tells who, how much and what is to be refunded; only the chosen are charged."""
    one, other, student = add(event), add(event, "鈴木 一郎"), add(event, "学 生", category="学生")
    waivers.make_complimentary(event, other.id, "来賓", now=at("12:10"), operator="")
    plan = plan_with(event, price=9000)
    preview = repricing.preview_repricing(event, plan)
    told = [(line.guest.id, line.old, line.new, line.due) for line in preview.guests]

    assert told == [
        (one.id, yen(8000), yen(9000), yen(9000)),
        (other.id, yen(8000), yen(9000), yen(0)),
    ]
    assert (preview.difference, preview.to_refund) == (yen(2000), yen(0))
    repricing.apply_fee_plan(event, preview, charged_anew=(), now=at("12:20"), operator="")
    assert settings.find_fee_plan(event) == plan
    assert journal.due_of(event, one.id) == 8000

    preview = repricing.preview_repricing(event, plan)
    repricing.apply_fee_plan(
        event, preview, charged_anew={one.id, other.id}, now=at("12:30"), operator=""
    )
    assert balance(event, one) == GuestBalance(charged=9000)
    assert balance(event, other) == GuestBalance(charged=9000, waived=9000)
    assert balance(event, student) == GuestBalance(charged=3000)
    assert repricing.preview_repricing(event, plan).guests == ()
    with pytest.raises(repricing.FeesChanged):
        repricing.apply_fee_plan(
            event, preview, charged_anew={one.id}, now=at("12:40"), operator=""
        )


def test_a_lower_price_for_whoever_paid_is_to_be_refunded(evening: Evening) -> None:
    """What was paid stays paid."""
    event = evening.file
    evening.open_box()
    guest = add(event)
    pay(event, guest, evening.desk.operator)
    preview = repricing.preview_repricing(event, plan_with(event, price=6000))

    assert (preview.difference, preview.to_refund) == (yen(-2000), yen(2000))


def test_an_early_guest_keeps_the_early_price(event: EventFile) -> None:
    """Repricing asks for the price of the day the guest became liable, also a second time."""
    day = at("12:00").date()
    fees.set_fee_plan(
        event, plan_with(event, early_price=7000, early_until=day), now=at("11:00"), operator=""
    )
    guest = add(event)
    later = at("12:00").replace(month=12)
    for price in (6500, 6000):
        plan = plan_with(event, early_price=price)
        preview = repricing.preview_repricing(event, plan)
        repricing.apply_fee_plan(event, preview, charged_anew={guest.id}, now=later, operator="")

    assert journal.due_of(event, guest.id) == 6000


def test_the_income_is_told_before(event: EventFile) -> None:
    """Charged, waived, still to be charged, and what the invited would bring."""
    add(event, clock="12:00")
    reduced = add(event, "鈴木 一郎")
    waivers.grant_discount(event, reduced.id, yen(3000), "講師", now=at("12:10"), operator="")
    add(event, "招待 客", status=GuestStatus.INVITED)
    add(event, "来 賓", category="ご招待")
    cancelled = add(event, "取 消")
    cancel(event, cancelled, yen(1000))
    plan = plan_with(event, price=9000)
    plan = plan.with_category(replace(plan.category("ご招待"), price=500))
    preview = repricing.preview_income(event, plan, now=at("14:00"))
    members, students, invited = preview.categories

    assert (members.guests, members.invited) == (2, 1)
    assert (members.charged, members.waived, members.to_charge) == (yen(17000), yen(3000), yen(0))
    assert (members.by_plan, members.if_they_come) == (yen(18000), yen(9000))
    assert (students.guests, students.expected) == (0, yen(0))
    assert (invited.to_charge, invited.expected) == (yen(500), yen(500))
    assert (preview.expected, preview.if_they_come) == (yen(14500), yen(9000))
