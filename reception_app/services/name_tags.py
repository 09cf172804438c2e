"""Printing name tags: whose, in which order, and remembering that they were printed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reception_app.documents.label_sheet import A4_TEN, LabelSheet
from reception_app.documents.name_tag import NameTag, TagProblem
from reception_app.documents.name_tags import write_name_tags
from reception_app.domain.event import Desk, Event
from reception_app.domain.facts import NameTagHandedOut, NameTagsPrinted
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestStatus, desk_box
from reception_app.domain.progress import Progress, Silent
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.guests import GuestRow
from reception_app.wording import Wording

DESIGN = "ten-up"
"""The name of the design we ship."""

_WITHOUT_TAG = frozenset(
    {GuestStatus.CANCELLED, GuestStatus.DECLINED, GuestStatus.BLOCKED, GuestStatus.WAITING}
)


class TagSelection(StrEnum):
    """Whose tags to print."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"


def select_for_tags(
    event: EventReader, selection: TagSelection, *, only: frozenset[str] | None = None
) -> tuple[GuestRow, ...]:
    """The guests whose tags to print, in the order of the boxes on the desk (by reading).

    Args:
        event: the event, or a snapshot of it.
        selection: all; those never printed; or those changed since they were printed, new ones too.
        only: further narrowed to these guest ids.
    """
    rows = [row for row in guests.list_guests(event) if row.guest.status not in _WITHOUT_TAG]
    if only is not None:
        rows = [row for row in rows if row.guest.id in only]
    match selection:
        case TagSelection.ALL:
            return tuple(rows)
        case TagSelection.NEW:
            return tuple(row for row in rows if row.tag_printed_at is None)
        case TagSelection.CHANGED:
            stale = guests.list_changed_since_print(event)
            return tuple(row for row in rows if row.tag_printed_at is None or row.guest.id in stale)


def make_name_tags(event: EventReader, rows: Sequence[GuestRow]) -> tuple[NameTag, ...]:
    """What stands on the tags of these guests, in the event's language."""
    details, plan = settings.find_event(event), settings.find_fee_plan(event)
    wording = Wording(details.language)
    return tuple(_name_tag(row, details, plan, wording) for row in rows)


def print_name_tags(
    event: EventFile, path: Path, rows: Sequence[GuestRow], *, now: datetime, operator: str,
    sheet: LabelSheet = A4_TEN, first_label: int = 1, progress: Progress | None = None,
) -> tuple[TagProblem, ...]:  # fmt: skip
    """Write the tags as PDF and remember them as printed; returns what came out badly.

    Raises:
        NothingToPrint, FileNotWritable, Cancelled: no file was written, nothing is remembered.
    """
    problems = draft_name_tags(
        event, path, rows, sheet=sheet, first_label=first_label, progress=progress
    )
    remember_printed(event, rows, now=now, operator=operator)
    return problems


def draft_name_tags(
    event: EventReader, path: Path, rows: Sequence[GuestRow], *, sheet: LabelSheet = A4_TEN,
    first_label: int = 1, progress: Progress | None = None,
) -> tuple[TagProblem, ...]:  # fmt: skip
    """Write the tags as PDF, remembering nothing; returns what came out badly.

    Raises:
        NothingToPrint, FileNotWritable, Cancelled: no file was written.
    """
    return write_name_tags(
        path,
        make_name_tags(event, rows),
        wording=Wording(settings.find_event(event).language),
        progress=progress or Silent(),
        sheet=sheet,
        first_label=first_label,
    )


def remember_printed(
    event: EventFile, rows: Sequence[GuestRow], *, now: datetime, operator: str
) -> None:
    """Record that the tags of these guests were printed, in this order."""
    with event.act(now=now, actor=operator) as act:
        act.record(NameTagsPrinted(guests=[row.guest.id for row in rows], design=DESIGN))


def hand_out_tag(event: EventFile, guest_id: str, *, desk: Desk, now: datetime) -> None:
    """Record that a guest was given their name tag, which says nothing about having come in."""
    with event.act(now=now, actor=desk.operator) as act:
        act.record(NameTagHandedOut(guest=guest_id, desk=desk.letter))


def _name_tag(row: GuestRow, event: Event, plan: FeePlan, wording: Wording) -> NameTag:
    guest = row.guest
    category = plan.category(guest.category) if guest.category in plan else None
    tag = NameTag(
        number=guest.number,
        name=guest.shown_name,
        badge_code=row.badge_code,
        reading="" if guest.badge_name else guest.reading,
        company=guest.company,
        title=guest.title,
        category=category.name if category else guest.category,
        event_name=event.name,
        event_date=wording.date(event.date),
        table=guest.table_name,
        talks_about=guest.talks_about,
        position=desk_box(guest),
    )
    return replace(tag, colour=category.colour) if category else tag
