"""What the door page reads: circumstances of an answer, counters, last acts and hits, as texts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reception_app.domain.admission import ALWAYS_OPEN, Verdict
from reception_app.domain.door_pace import seconds_for_one
from reception_app.domain.event import Desk
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.ledger import PaymentStatus, payment_status
from reception_app.domain.money import Money, format_money
from reception_app.services.party import find_party
from reception_app.services.reception import Outcome
from reception_app.storage import admissions, drawers, guests, past_visits, people, settings
from reception_app.storage.admissions import CategoryCount, DoorAct, DoorEvent
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import due_of, find_balance
from reception_app.storage.name_tags import find_tag_state
from reception_app.ui.door.arrival_card import ArrivalView
from reception_app.ui.door.door_undo import undo_key
from reception_app.ui.door.hit_list import HitRow
from reception_app.ui.door.outcome_view import Circumstances, promise_words
from reception_app.ui.door.outcome_words import is_unreadable
from reception_app.ui.door.recent_list import RecentRow
from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

_LATELY = timedelta(minutes=10)
_IN_LINE = 10
MOST_HITS = 20
"""Nobody counts the queue, but everybody sees whether it is ten or thirty."""

_MOST_CATEGORIES = 6
"""More lines than this would push the last acts off a small screen: the smallest share one."""


def is_box_open(event: EventReader, desk: Desk | None) -> bool:
    """Whether money can be taken at this desk."""
    return desk is not None and drawers.find_open_shift(event, desk.letter) is not None


def find_circumstances(event: EventReader, outcome: Outcome, desk: Desk) -> Circumstances:
    """What is said beside an answer; only what this answer needs is read."""
    guest, verdict = outcome.guest, outcome.verdict
    details = settings.find_event(event) if verdict in _ABOUT_THE_EVENT else None
    places = None
    if details is not None and details.capacity is not None:
        counts = admissions.count_by_category(event)
        places = max(details.capacity - sum(count.expected for count in counts), 0)
    host = guests.find_guest(event, guest.host) if guest and guest.host else None
    around = Circumstances(
        desk=desk,
        box_open=verdict is not Verdict.COLLECT_FEE or is_box_open(event, desk),
        hours=details.hours if details else ALWAYS_OPEN,
        free_places=places,
        party=find_party(event, guest.id) if guest and outcome.party else None,
        host=host.name if host else "",
    )
    return _with_the_guests_own(event, around, outcome, guest) if guest else around


def _with_the_guests_own(
    event: EventReader, around: Circumstances, outcome: Outcome, guest: Guest
) -> Circumstances:
    """The circumstances with what is known of the guest beside the answer."""
    before = people.find_represented(event, guest.id)
    represented = guests.find_guest(event, before) if before else None
    is_in = outcome.verdict is Verdict.ADMITTED
    return replace(
        around,
        represents=represented.name if represented else "",
        visit=past_visits.find_visit(event, guest.id),
        owed_before=past_visits.find_owed(event, guest.id),
        tag=find_tag_state(event, guest.id),
        inside=admissions.count_inside(event) if is_in else 0,
        capacity=settings.find_event(event).capacity if is_in else None,
        promise=admissions.find_promise(event, guest.id) if outcome.due else None,
    )


def read_arrivals(event: EventReader, now: datetime) -> ArrivalView:
    """The counters: arrived of expected, by category, in the last ten minutes, inside unpaid."""
    translate = QCoreApplication.translate
    plan = settings.find_fee_plan(event)
    counts = {
        count.category: count for count in admissions.count_by_category(event) if count.expected
    }
    rows = _category_rows(plan, counts)
    moments = admissions.list_arrival_moments(event, now - _LATELY)
    rows.append((translate("DoorPage", "Last 10 minutes"), f"{len(moments):,}"))
    rows.append(_wait_row(moments))
    unpaid, due = admissions.sum_inside_unpaid(event)
    return ArrivalView(
        arrived=sum(count.arrived for count in counts.values()),
        expected=sum(count.expected for count in counts.values()),
        rows=tuple(rows),
        unpaid=_unpaid_words(unpaid, Money(due, plan.currency)) if unpaid else "",
        inside=sum(count.inside for count in counts.values()),
        capacity=settings.find_event(event).capacity,
    )


def _wait_row(moments: tuple[datetime, ...]) -> tuple[str, str]:
    """How long somebody waits who is tenth in the queue, at the pace of now."""
    translate = QCoreApplication.translate
    name = translate("DoorPage", "Wait with %1 in line").replace("%1", str(_IN_LINE))
    seconds = seconds_for_one(moments)
    if seconds is None:
        return name, "–"
    minutes = max(round(seconds * _IN_LINE / 60), 1)
    return name, translate("DoorPage", "about %n min", "", minutes)


def _category_rows(plan: FeePlan, counts: dict[str, CategoryCount]) -> list[tuple[str, str]]:
    """A line for each category in the plan's order; together they are everybody expected."""
    translate = QCoreApplication.translate
    planned = [category.code for category in plan.categories if category.code in counts]
    codes = [*planned, *(code for code in counts if code not in plan)]
    shown, others = codes, []
    if len(codes) > _MOST_CATEGORIES:
        largest = sorted(codes, key=lambda code: -counts[code].expected)[: _MOST_CATEGORIES - 1]
        shown = [code for code in codes if code in largest]
        others = [code for code in codes if code not in largest]
    lines = [
        (_category(plan, code) or translate("DoorPage", "Without category"), [code])
        for code in shown
    ]
    if others:
        lines.append((translate("DoorPage", "Others"), others))
    return [(name, _arrived_of(counts[code] for code in codes)) for name, codes in lines]


def _arrived_of(counts: Iterable[CategoryCount]) -> str:
    pairs = [(count.arrived, count.expected) for count in counts]
    arrived, expected = (sum(figures) for figures in zip(*pairs, strict=True))
    return f"{arrived:,} / {expected:,}"


def read_recent(event: EventReader, wording: Wording) -> tuple[RecentRow, ...]:
    """The last acts of the door, newest first; the key of an arrival is its admission's id."""
    plan = settings.find_fee_plan(event)
    return tuple(
        RecentRow(
            key=undo_key(act),
            time=f"{act.at:%H:%M}",
            name=act.guest_name or act.text or "–",
            category=_category(plan, act.category),
            outcome=words,
            tone=tone,
        )
        for act in admissions.list_last_acts(event)
        for words, tone in (_went(event, act, plan.currency, wording),)
    )


def read_hits(event: EventReader, text: str, wording: Wording) -> tuple[HitRow, ...]:
    """Guests who fit what was typed, best first."""
    return hit_rows(event, guests.search_guests(event, text, limit=MOST_HITS), wording)


def read_unpaid(event: EventReader, wording: Wording) -> tuple[str, tuple[HitRow, ...]]:
    """Who is inside and still owes, longest in first, and a title with the sum."""
    currency = settings.find_event(event).currency
    unpaid = admissions.list_inside_unpaid(event)
    due = Money(sum(amount for _, amount in unpaid), currency)
    found = [guests.find_guest(event, guest) for guest, _ in unpaid]
    title = QCoreApplication.translate("DoorPage", "Inside, unpaid: %1")
    rows = hit_rows(event, (guest for guest in found if guest), wording)
    return (
        filled(title, _unpaid_words(len(unpaid), due)),
        tuple(_with_promise(event, row, wording) for row in rows),
    )


def _with_promise(event: EventReader, row: HitRow, wording: Wording) -> HitRow:
    """The row with what was said of paying later in place of what tells neighbours apart."""
    promise = admissions.find_promise(event, row.guest)
    if promise is None:
        return row
    return replace(row, beneath=promise_words(promise, wording))


def hit_rows(event: EventReader, found: Iterable[Guest], wording: Wording) -> tuple[HitRow, ...]:
    """Guests as rows to pick from, each with what tells them apart from their neighbours."""
    plan = settings.find_fee_plan(event)
    colours = {category.code: category.colour for category in plan.categories}
    rows = []
    for guest in found:
        state, tone = _state(event, guest, plan.currency, wording)
        introduced = QCoreApplication.translate("Outcome", "Introduced by %1")
        beneath = (
            _category(plan, guest.category),
            guest.company,
            guest.title,
            filled(introduced, guest.introducer) if guest.introducer else "",
        )
        rows.append(
            HitRow(
                guest=guest.id,
                number=str(guest.number),
                name=guest.name,
                reading=guest.reading,
                beneath=" · ".join(text for text in beneath if text),
                state=state,
                tone=tone,
                swatch=colours.get(guest.category, ""),
            )
        )
    return tuple(rows)


_ABOUT_THE_EVENT = frozenset({Verdict.NOT_OPEN, Verdict.WAITING_LIST, Verdict.CANCELLED,
                              Verdict.BADGE_REVOKED, Verdict.BLOCKED})  # fmt: skip
"""Answers whose words may name the hours or the free places."""


def _state(event: EventReader, guest: Guest, currency: str, wording: Wording) -> tuple[str, Tone]:
    admission = admissions.find_admission_of(event, guest.id)
    due = due_of(event, guest.id)
    if due > 0:
        return filled(
            QCoreApplication.translate("DoorPage", "%1 due"), format_money(Money(due, currency))
        ), "danger" if admission else "warn"
    if admission is not None:
        here = QCoreApplication.translate("DoorPage", "here since %1")
        return filled(here, f"{admission.at:%H:%M}"), "good"
    if guest.status in {GuestStatus.INVITED, GuestStatus.ACCEPTED}:
        return wording.text(
            "payment_status", payment_status(find_balance(event, guest.id))
        ), "muted"
    return wording.text("guest_status", guest.status), "danger"


def _went(event: EventReader, act: DoorEvent, currency: str, wording: Wording) -> tuple[str, Tone]:
    """How a last act went, in a word."""
    if act.undone:
        return QCoreApplication.translate("DoorPage", "Undone"), "muted"
    if act.kind is DoorAct.LEFT:
        return QCoreApplication.translate("DoorPage", "Gone out"), "muted"
    if act.verdict is not Verdict.ADMITTED:
        return _refusal_word(act), "danger"
    if act.paid is not None and act.tender is not None:
        paid = format_money(Money(act.paid, currency))
        return paid if act.tender is Tender.CASH else wording.text("tender", act.tender), "ink"
    assert act.guest is not None
    status = payment_status(find_balance(event, act.guest))
    return wording.text("payment_status", status), (
        "danger" if status is PaymentStatus.DUE else "muted"
    )


def _refusal_word(act: DoorEvent) -> str:
    translate = QCoreApplication.translate
    if act.verdict is Verdict.UNKNOWN_CODE and is_unreadable(act.text):
        return translate("DoorPage", "Could not be read")
    words = {
        Verdict.COLLECT_FEE: translate("DoorPage", "Fee due"),
        Verdict.ALREADY_ADMITTED: translate("DoorPage", "Already inside"),
        Verdict.CANCELLED: translate("DoorPage", "Cancelled"),
        Verdict.WAITING_LIST: translate("DoorPage", "Waiting list"),
        Verdict.BLOCKED: translate("DoorPage", "Blocked"),
        Verdict.BADGE_REVOKED: translate("DoorPage", "Old badge"),
        Verdict.OTHER_EVENT: translate("DoorPage", "Other event"),
        Verdict.NOT_OPEN: translate("DoorPage", "Not open"),
        Verdict.UNKNOWN_CODE: translate("DoorPage", "Unknown code"),
    }
    return words.get(act.verdict, "")


def _category(plan: FeePlan, code: str) -> str:
    return plan.category(code).name if code in plan else code


def _unpaid_words(unpaid: int, due: Money) -> str:
    return f"{unpaid:,} · {format_money(due)}"
