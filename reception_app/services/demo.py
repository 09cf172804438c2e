"""The demo event: invented guests, and an evening half done. The same seed, the same evening."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from reception_app.domain.admission import Verdict
from reception_app.domain.badge_code import new_badge_code
from reception_app.domain.drawer import Count, count_of, denominations, likely_tenders
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services import drawers, event_setup, payments, reception
from reception_app.services.demo_books import keep_demo_books, read_demo_statement
from reception_app.services.demo_guests import PRICES, invent_guests
from reception_app.services.fees import record_charge, set_fee_plan
from reception_app.services.guest_recording import record_guest
from reception_app.storage import guests, settings
from reception_app.storage.drawers import expected_cash, find_open_shift
from reception_app.storage.event_file import EventFile, EventReader

SEED = 20261114
FLOAT = {1000: 30, 500: 20, 5000: 2}
"""The float of the demo's cash box: notes and coins by value."""

_PACE = timedelta(seconds=10.5)
"""A little more than one arrival takes, so that the evening so far ends before now."""

_WALK_IN_MORE = 1_000
"""What a walk-in pays more than an invited guest, in yen."""

_TRANSFERS_SHOWN = 0.8
"""The share of the transfers so far that the bank's statement shows."""


@dataclass(frozen=True, slots=True)
class Evening:
    """How far the demo's evening has gone."""

    desk: Desk
    waiting: tuple[str, ...]
    clock: datetime


def make_demo(
    path: Path, *, now: datetime, guest_count: int = 700, progress: Progress | None = None
) -> tuple[EventFile, Evening]:
    """Make the demo event at `path`: a full guest list, and nearly half of it arrived.

    Raises:
        FileExists, FileUnreadable: the place does not do.
        Cancelled: the person asked to stop; no file is left.
    """
    progress = progress or Silent()
    chance = random.Random(SEED)  # noqa: S311 - a repeatable evening, nothing secret
    arrivals = guest_count * 9 // 20
    opens = (now - arrivals * _PACE).replace(second=0, microsecond=0)
    event = event_setup.create_event(
        path, name="秋の異業種交流会", day=now.date(), now=opens - timedelta(days=30),
        venue="ホテル桜 2階 鳳凰の間",
    )  # fmt: skip
    try:
        operator = event_setup.operator_named(event, "鈴木", now=opens)
        evening = _prepare(
            event, chance, guest_count, desk=Desk("A", operator), opens=opens, progress=progress
        )
        return event, _receive(event, chance, evening, arrivals, progress)
    except BaseException:
        event.close()
        path.unlink(missing_ok=True)
        raise


def time_to_finish(guest_count: int) -> timedelta:
    """How long the rest of the evening takes at most, as `finish_evening` tells it."""
    return (guest_count - guest_count * 9 // 20) * _PACE


def finish_evening(event: EventFile, evening: Evening, *, progress: Progress | None = None) -> None:
    """Receive nearly everybody who is still to come, count the cash box and close it."""
    chance = random.Random(SEED + 1)  # noqa: S311 - likewise
    coming = len(evening.waiting) * 19 // 20
    late = _receive(event, chance, evening, coming, progress or Silent())
    count = _careful_count(event, late.desk)
    drawers.count_box(event, count, desk=late.desk, now=late.clock)
    drawers.close_box(event, "", desk=late.desk, now=late.clock)


def _prepare(
    event: EventFile, chance: random.Random, guest_count: int, *, desk: Desk, opens: datetime,
    progress: Progress,
) -> Evening:  # fmt: skip
    """Fee plan, guest list with charges, and the cash box opened."""
    before = opens - timedelta(days=20)
    plan = settings.find_fee_plan(event)
    for name, price in PRICES.items():
        category = plan.new_category(name, price)
        plan = plan.with_category(
            replace(category, walk_in_price=price + _WALK_IN_MORE if price else None)
        )
    set_fee_plan(event, plan, now=before, operator=desk.operator)
    keep_demo_books(event, guest_count=guest_count, now=before, operator=desk.operator)
    tag = settings.find_event(event).tag
    coming: list[str] = []
    transfers: list[Guest] = []
    with event.act(now=before, actor=desk.operator) as act:
        last = ""
        for number, invented in enumerate(invent_guests(chance, guest_count), start=1):
            progress.advance(number, guest_count)
            status = GuestStatus.ACCEPTED
            if number % 60 == 0:
                status = GuestStatus.WAITING if number % 120 else GuestStatus.CANCELLED
            host = last if invented.is_companion else None
            guest_id = record_guest(
                act, invented.values, event_tag=tag, number=number, status=status, source="demo",
                host=host,
            )  # fmt: skip
            last = host or guest_id
            if status is GuestStatus.ACCEPTED:
                guest = guests.find_guest(event, guest_id)
                assert guest is not None
                record_charge(act, plan, guest)
                coming.append(guest_id)
                if guest.listed_as_paid and chance.random() < _TRANSFERS_SHOWN:
                    transfers.append(guest)
    read_demo_statement(
        event, transfers, chance, now=opens - timedelta(days=1), operator=desk.operator
    )
    _set_door(event, opens, guest_count, operator=desk.operator)
    opening = count_of(FLOAT, plan.currency)
    drawers.open_box(event, opening.total, desk=desk, now=opens, count=opening)
    chance.shuffle(coming)
    return Evening(desk, tuple(coming), opens)


def _set_door(event: EventFile, opens: datetime, guest_count: int, *, operator: str) -> None:
    """The door is open for longer than the arrivals take, and there are places for all."""
    closes = opens + max(timedelta(hours=3), 1.5 * guest_count * _PACE)
    fields = {
        "door_opens": (opens - timedelta(minutes=10)).isoformat(),
        "door_closes": closes.isoformat(),
        "capacity": str(guest_count + guest_count // 20 + 1),
    }
    event_setup.change_event(event, fields, now=opens - timedelta(days=20), operator=operator)


def _receive(
    event: EventFile, chance: random.Random, evening: Evening, coming: int, progress: Progress
) -> Evening:
    """The next guests arrive, most of them paying what they owe; some scans let nobody in."""
    clock, desk = evening.clock, evening.desk
    for n, guest_id in enumerate(evening.waiting[:coming], 1):
        progress.advance(n, coming)
        clock += timedelta(seconds=chance.randint(3, 9))
        code = guests.find_badge_code(event, guest_id)
        assert code is not None
        outcome = reception.receive_badge(event, code, desk=desk, now=clock)
        if outcome.verdict is Verdict.COLLECT_FEE and outcome.guest and outcome.due:
            clock += timedelta(seconds=chance.randint(4, 12))
            _settle(event, chance, outcome.guest, outcome.due, desk=desk, now=clock)
        if n % 97 == 0:
            reception.receive_badge(event, code, desk=desk, now=clock)
        if n % 131 == 0:
            foreign = str(new_badge_code("0000"))
            reception.receive_badge(event, foreign, desk=desk, now=clock)
    return Evening(desk, evening.waiting[coming:], clock)


def _settle(
    event: EventFile, chance: random.Random, guest: Guest, due: Money, *, desk: Desk, now: datetime
) -> None:
    way = chance.random()
    if way < 0.02:  # noqa: PLR2004 - shares of an invented evening
        reception.admit_unpaid(event, guest.id, "あとで払う", desk=desk, now=now)
        return
    if way < 0.7:  # noqa: PLR2004 - likewise
        tendered = chance.choice((due, *likely_tenders(due)))
        offer = payments.new_offer(Tender.CASH, tendered)
    else:
        offer = payments.new_offer(chance.choice((Tender.PAYPAY, Tender.CARD)))
    reception.admit_paying(event, [guest], offer, desk=desk, now=now)


def _careful_count(event: EventReader, desk: Desk) -> Count:
    shift = find_open_shift(event, desk.letter)
    assert shift is not None
    rest, pieces = expected_cash(event, shift), {}
    for value in denominations(shift.opening.currency):
        pieces[value], rest = divmod(rest, value)
    return count_of(pieces, shift.opening.currency)
