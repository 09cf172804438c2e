"""One evening written by hand, every figure of which is known to the yen.

Charged 72,000: five members at 8,000, two guests at 10,000, a student at 3,000, a walk-in at 9,000.
Waived 3,000; refunded 1,000; paid 61,000: cash 17,000, PayPay 10,000, card 18,000, transfer 16,000.
So 9,000 are open: two guests owe 11,000 (one of them, with 3,000, is inside), one is owed 2,000.
Box A is closed with 100 short; box B holds 18,000 and was not counted.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from reception_app.domain import journal
from reception_app.domain.drawer import parse_count
from reception_app.domain.event import Desk
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.journal import Entry, EntryKind, Posting, Tender
from reception_app.domain.money import Money
from reception_app.services import drawers, event_setup, fees, payments, reception
from reception_app.services.guest_recording import record_guest
from reception_app.services.posting import post
from reception_app.storage import drawers as stored_drawers
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id

OPENING = datetime(2026, 11, 14, 9, 0, tzinfo=UTC)

INVITED = (
    (1, "佐藤 花子", "会員", ""),
    (2, "髙﨑 𠮷郎", "会員", "済"),
    (3, "Nguyễn Thị Minh Khai", "ゲスト", ""),
    (4, "O’Brien, Séamus", "ゲスト", ""),
    (5, "小林 陽菜", "学生", ""),
    (6, "渡辺 結衣", "会員", ""),
    (7, "=SUM(1+1) 太郎", "会員", ""),
    (8, "山田 来賓", "ご招待", ""),
    (10, "田中 一郎", "会員", "済"),
)
"""Number, name, category and what the list says of the payment."""


def yen(amount: int) -> Money:
    """An amount of yen."""
    return Money(amount, "JPY")


def write_evening(path: Path) -> EventFile:
    """Live through the evening and return its event file, still open."""
    event = event_setup.create_event(
        path, name="秋の異業種交流会", day=date(2026, 11, 14), now=OPENING
    )
    operator = event_setup.operator_named(event, "鈴木", now=OPENING)
    plan = settings.find_fee_plan(event)
    for name, price in (("会員", 8000), ("ゲスト", 10000), ("学生", 3000), ("ご招待", 0)):
        plan = plan.with_category(plan.new_category(name, price))
    fees.set_fee_plan(event, plan, now=OPENING, operator=operator)
    with event.act(now=OPENING, actor=operator) as act:
        for number, name, category, paid in INVITED:
            record_guest(
                act,
                {
                    GuestField.NAME: name,
                    GuestField.CATEGORY: category,
                    GuestField.LISTED_AS_PAID: paid,
                    GuestField.INTRODUCER: "鈴木 会長",
                    GuestField.EMAIL: f"guest{number}@example.com",
                },
                event_tag=settings.find_event(event).tag,
                number=number,
                status=GuestStatus.ACCEPTED,
                source="by hand",
            )
    fees.charge_accepted(event, now=OPENING, operator=operator)
    _door(event, Desk("A", operator), Desk("B", operator))
    _corrections(event, Desk("A", operator), Desk("B", operator))
    return event


def guest_id(event: EventFile, number: int) -> str:
    """The id of the guest of this number."""
    guest = guests.find_by_number(event, number)
    assert guest is not None
    return guest.id


def pay(event: EventFile, number: int, tender: Tender, given: int | None, *, desk: Desk) -> str:
    """Let a guest in who pays; returns the payment's entry."""
    guest = guests.find_by_number(event, number)
    assert guest is not None
    offer = payments.new_offer(tender, None if given is None else yen(given))
    now = OPENING + timedelta(minutes=number)
    outcome = reception.admit_paying(event, [guest], offer, desk=desk, now=now)
    assert outcome.payment is not None
    return outcome.payment.entry


def _door(event: EventFile, desk_a: Desk, desk_b: Desk) -> None:
    drawers.open_box(event, yen(20000), desk=desk_a, now=OPENING)
    drawers.open_box(event, yen(10000), desk=desk_b, now=OPENING)
    pay(event, 1, Tender.CASH, 10000, desk=desk_a)
    reception.receive_guest(event, guest_id(event, 2), desk=desk_a, now=OPENING)
    pay(event, 3, Tender.PAYPAY, None, desk=desk_a)
    pay(event, 4, Tender.CARD, None, desk=desk_b)
    reception.admit_unpaid(event, guest_id(event, 5), "明日振込", desk=desk_a, now=OPENING)
    mistaken = pay(event, 7, Tender.CASH, 8000, desk=desk_a)
    payments.correct_payment(event, mistaken, "カードでした", desk=desk_a, now=OPENING)
    pay(event, 7, Tender.CARD, None, desk=desk_a)
    walk_in = reception.WalkIn("伊藤 飛入", category="会員")
    plan = settings.find_fee_plan(event)
    dearer = replace(plan.category("会員"), walk_in_price=9000)
    fees.set_fee_plan(event, plan.with_category(dearer), now=OPENING, operator=desk_b.operator)
    arrived = reception.register_walk_in(event, walk_in, desk=desk_b, now=OPENING)
    assert arrived.guest is not None
    pay(event, arrived.guest.number, Tender.CASH, 10000, desk=desk_b)


def _corrections(event: EventFile, desk_a: Desk, desk_b: Desk) -> None:
    later = OPENING + timedelta(hours=3)
    overpaid = guest_id(event, 10)
    shift_b = stored_drawers.find_open_shift(event, "B")
    with event.act(now=later, actor=desk_b.operator) as act:
        post(
            act,
            Entry(
                id=new_id(), kind=EntryKind.COMPLIMENTARY, currency="JPY",
                postings=journal.waive(overpaid, yen(3000)), guest=overpaid, reason="講師割引",
            ),
        )  # fmt: skip
        post(
            act,
            Entry(
                id=new_id(), kind=EntryKind.REFUND, currency="JPY", guest=overpaid,
                postings=(
                    Posting(journal.GUEST_RECEIVABLE, 1000, overpaid),
                    Posting(journal.desk_cash("B"), -1000),
                ),
                tender=Tender.CASH, box="B", shift=shift_b.id if shift_b else None,
            ),
        )  # fmt: skip
    drawers.drop_cash(event, yen(5000), desk=desk_a, now=later)
    drawers.count_box(
        event, parse_count("10000x1 5000x2 1000x2 500x1 100x4", "JPY"), desk=desk_a, now=later
    )
    drawers.close_box(event, "数え直しても同じ", desk=desk_a, now=later)
