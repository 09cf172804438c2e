"""The rehearsal 練習: a copy of the event to practise on, with invented arrivals to receive.

The copy is another event (its own id and desk), so nothing of it can ever be merged into the real
one. Its name, and with it every paper written from it, says that it is a rehearsal; its receipts
have a series of their own and an issuer who says so.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reception_app.domain.admission import Verdict
from reception_app.domain.badge_code import new_badge_code
from reception_app.domain.drawer import count_of, denominations
from reception_app.domain.event import Desk, Event
from reception_app.domain.facts import EventChanged
from reception_app.domain.fee import FeeCategory
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress
from reception_app.services import drawers, sealing
from reception_app.services.demo import make_demo
from reception_app.services.event_setup import operator_named
from reception_app.services.fees import record_charge, set_fee_plan
from reception_app.services.guest_recording import put_on_list
from reception_app.storage import copying, event_log, guests, seals, settings
from reception_app.storage.drawers import list_shifts
from reception_app.storage.event_file import SUFFIX, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import due_of
from reception_app.wording import Wording

RECEIPT_PREFIX = "TEST"
_DESK = "A"
_FEW_GUESTS = 30
_PIECES = 20
"""The float is so many of each note and coin but the largest: change for whoever may come."""

_FEE_NOTES = 4
"""The invented fee, where the plan has none, is four fifths of the largest note."""


class TaskKind(StrEnum):
    """What is practised, in the order of a first lesson."""

    PAID = "paid"
    CHANGE = "change"
    TWICE = "twice"
    EXACT = "exact"
    WRONG_BADGE = "wrong_badge"
    WITHOUT_CASH = "without_cash"
    CANCELLED = "cancelled"
    WALK_IN = "walk_in"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Task:
    """One arrival to practise with.

    `code` is what the next badge says, empty when nobody shows one. `guest` is the invented guest
    it is about, None for somebody who is on no list; `due` is what they owe.
    """

    kind: TaskKind
    guest: Guest | None = None
    code: str = ""
    due: Money | None = None


_WITH_GUEST = (
    TaskKind.PAID, TaskKind.CHANGE, TaskKind.EXACT, TaskKind.WRONG_BADGE, TaskKind.WITHOUT_CASH,
    TaskKind.CANCELLED,
)  # fmt: skip
_OWING = frozenset({TaskKind.CHANGE, TaskKind.EXACT, TaskKind.WITHOUT_CASH})


def begin_rehearsal(event: EventReader, folder: Path, *, now: datetime) -> Path:
    """Make a rehearsal of an event in `folder`, ready to receive guests; returns its file.

    The door is open at any hour, a cash box is open, and nobody is refused because the place is
    full. The event itself is only read.

    Raises:
        FileUnreadable, EventDiskFull, DamagedFile, FileExists: there is no rehearsal.
    """
    place = folder / f"rehearsal{SUFFIX}"
    copying.save_copy(event.db, place)
    copying.become_another_desk(place)
    with EventFile.open(place) as copy:
        details = settings.find_event(copy)
        wording = Wording(details.language)
        operator = operator_named(copy, wording.text("rehearsal", "operator"), now=now)
        if seals.is_sealed(copy):
            sealing.unseal_event(copy, "rehearsal", now=now, operator=operator)
        with copy.act(now=now, actor=operator) as act:
            act.record(EventChanged(fields=_made_plain(details, wording)))
        if not any(shift.closed_at is None for shift in list_shifts(copy)):
            largest, *smaller = denominations(details.currency)
            opening = count_of(dict.fromkeys(smaller or [largest], _PIECES), details.currency)
            desk = Desk(_DESK, operator)
            drawers.open_box(copy, opening.total, desk=desk, now=now, count=opening)
    return place


def begin_rehearsal_of(path: Path, folder: Path, *, now: datetime) -> Path:
    """Make a rehearsal of the event in a file; see `begin_rehearsal`.

    Raises:
        AlreadyOpen, FileMissing and whatever else keeps a file from being opened.
    """
    with EventFile.open(path) as event:
        return begin_rehearsal(event, folder, now=now)


def begin_invented_rehearsal(
    folder: Path, *, now: datetime, progress: Progress | None = None
) -> Path:
    """Make a rehearsal of a small invented event, where there is none yet.

    Raises:
        Cancelled: the person asked to stop.
    """
    event, _ = make_demo(
        folder / f"invented{SUFFIX}", now=now, guest_count=_FEW_GUESTS, progress=progress
    )
    with event:
        return begin_rehearsal(event, folder, now=now)


def rehearsal_desk(event: EventFile, *, now: datetime) -> Desk:
    """The desk at which a rehearsal is worked: that of an open cash box."""
    wording = Wording(settings.find_event(event).language)
    operator = operator_named(event, wording.text("rehearsal", "operator"), now=now)
    boxes = [shift.box for shift in list_shifts(event) if shift.closed_at is None]
    return Desk(boxes[0] if boxes else _DESK, operator)


def end_rehearsal(path: Path) -> None:
    """Delete a rehearsal with everything beside it. A file that is in use stays for the system."""
    shutil.rmtree(path.parent, ignore_errors=True)


def invent_arrivals(event: EventFile, *, desk: Desk, now: datetime) -> tuple[Task, ...]:
    """Put invented guests on the list and say in which order they arrive; again, others come."""
    details = settings.find_event(event)
    wording = Wording(details.language)
    category = _paying_category(event, wording, desk=desk, now=now)
    coming: dict[TaskKind, Guest] = {}
    with event.act(now=now, actor=desk.operator) as act:
        plan = settings.find_fee_plan(event)
        first = guests.next_number(event)
        for place, kind in enumerate(_WITH_GUEST):
            guest = put_on_list(
                act,
                _invented(kind, category, wording),
                event_tag=details.tag,
                number=first + place,
                status=_status(kind),
                source="rehearsal",
            )
            if guest.status is GuestStatus.ACCEPTED:
                record_charge(act, plan, guest)
            coming[kind] = guest
    return tuple(_task(event, kind, coming) for kind in TaskKind)


def is_done(event: EventReader, task: Task, *, since: datetime) -> bool:
    """Whether what a task asks for has happened at the door since it began."""
    guest = task.guest
    scans = [scan for scan in event_log.list_scans(event) if scan.at >= since]
    match task.kind:
        case TaskKind.TWICE:
            return guest is not None and any(
                scan.guest == guest.id and scan.verdict is Verdict.ALREADY_ADMITTED
                for scan in scans
            )
        case TaskKind.CANCELLED:
            return guest is not None and any(
                scan.guest == guest.id and scan.verdict is Verdict.CANCELLED for scan in scans
            )
        case TaskKind.WALK_IN:
            arrived = (scan.guest for scan in scans if scan.verdict is Verdict.ADMITTED)
            found = (guests.find_guest(event, one) for one in arrived if one)
            return any(one is not None and one.walk_in for one in found)
        case TaskKind.UNDO:
            undone = (scan.undone_at for scan in event_log.list_scans(event))
            return any(when is not None and when >= since for when in undone)
        case _:
            return guest is not None and any(
                scan.guest == guest.id and scan.verdict is Verdict.ADMITTED for scan in scans
            )


def _made_plain(details: Event, wording: Wording) -> dict[str, str]:
    """The settings that tell the copy from its event and keep nobody out."""
    return {
        "event": new_id(),
        "rehearsal": details.id,
        "name": wording.text("rehearsal", "name", event=details.name),
        "receipt_prefix": RECEIPT_PREFIX,
        "issuer": wording.text("rehearsal", "issuer"),
        "issuer_address": "",
        "issuer_kind": "",
        "registration_number": "",
        "door_opens": "",
        "door_closes": "",
        "capacity": "",
    }


def _paying_category(
    event: EventFile, wording: Wording, *, desk: Desk, now: datetime
) -> FeeCategory:
    """The first category with a fee; where all is free, one is invented."""
    plan = settings.find_fee_plan(event)
    for category in plan.categories:
        if category.price > 0:
            return category
    fee = denominations(plan.currency)[0] * _FEE_NOTES // (_FEE_NOTES + 1)
    category = plan.new_category(wording.text("rehearsal", "category"), fee)
    set_fee_plan(event, plan.with_category(category), now=now, operator=desk.operator)
    return category


def _status(kind: TaskKind) -> GuestStatus:
    return GuestStatus.CANCELLED if kind is TaskKind.CANCELLED else GuestStatus.ACCEPTED


def _invented(kind: TaskKind, category: FeeCategory, wording: Wording) -> dict[GuestField, str]:
    name, reading = wording.text("rehearsal", f"guest_{kind.value}").split("|")
    return {
        GuestField.NAME: name,
        GuestField.READING: reading,
        GuestField.CATEGORY: category.code,
        GuestField.COMPANY: wording.text("rehearsal", "company"),
        GuestField.LISTED_AS_PAID: "" if kind in _OWING else "yes",
    }


def _task(event: EventReader, kind: TaskKind, coming: Mapping[TaskKind, Guest]) -> Task:
    match kind:
        case TaskKind.TWICE:
            guest = coming[TaskKind.PAID]
            return Task(kind, guest, _code(event, guest))
        case TaskKind.WRONG_BADGE:
            tag = settings.find_event(event).tag
            other = f"{(int(tag) + 1) % 10_000:04}"
            return Task(kind, coming[kind], str(new_badge_code(other)))
        case TaskKind.WALK_IN | TaskKind.UNDO:
            return Task(kind)
        case _:
            guest = coming[kind]
            due = Money(due_of(event, guest.id), settings.find_event(event).currency)
            return Task(kind, guest, _code(event, guest), due)


def _code(event: EventReader, guest: Guest) -> str:
    code = guests.find_badge_code(event, guest.id)
    assert code is not None
    return code
