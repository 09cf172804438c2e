"""Printing name tags: whose, in which order, and remembering that they were printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from reception_app.documents.name_tag import NameTag, TagProblem
from reception_app.documents.name_tags import (
    TagLooks,
    TagPaper,
    TagSheets,
    each_event_text_once,
    write_name_tags,
)
from reception_app.domain.event import Event
from reception_app.domain.facts import NameTagsPrinted
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestStatus, desk_box, fold
from reception_app.domain.natural_order import natural_key
from reception_app.domain.progress import Progress, Silent
from reception_app.services.tag_designs import find_looks, find_tag_sheet
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.guests import GuestRow
from reception_app.storage.spare_badges import SpareBadge
from reception_app.wording import Wording

_WITHOUT_TAG = frozenset(
    {GuestStatus.CANCELLED, GuestStatus.DECLINED, GuestStatus.BLOCKED, GuestStatus.WAITING}
)


_FEW = 40
"""So many guests are looked up one by one: the door prints one tag, and must not wait."""


class TagSelection(StrEnum):
    """Whose tags to print."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"


class TagOrder(StrEnum):
    """In which order tags are printed; READING is that of the boxes on the desk."""

    READING = "reading"
    COMPANY = "company"
    TABLE = "table"
    CATEGORY = "category"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class TagJob:
    """Tags ready for paper: what they say, how they look, and what paper they go on.

    `guests` are the ids of those whose tags they are; spare tags are nobody's.
    """

    tags: tuple[NameTag, ...]
    guests: tuple[str, ...]
    looks: TagLooks
    paper: TagPaper
    wording: Wording

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return self.paper.sheet.sheets(len(self.tags), first_label=self.paper.first_label)

    def on_sheets(self) -> TagSheets:
        """The tags on their sheets.

        Raises:
            NothingToPrint, LabelNotOnSheet: there is no page.
        """
        return TagSheets(self.tags, looks=self.looks, paper=self.paper, wording=self.wording)


def select_for_tags(
    event: EventReader, selection: TagSelection, *, only: frozenset[str] | None = None
) -> tuple[GuestRow, ...]:
    """The guests whose tags to print, in the order of the boxes on the desk (by reading).

    Args:
        event: the event, or a snapshot of it.
        selection: all; those never printed; or those changed since they were printed, new ones too.
        only: further narrowed to these guest ids.
    """
    return tag_choices(event, only=only)[selection]


def tag_choices(
    event: EventReader, *, only: frozenset[str] | None = None
) -> dict[TagSelection, tuple[GuestRow, ...]]:
    """Whose tags each selection means, the list read once; narrowed to these ids if any."""
    rows = tuple(row for row in _rows_of(event, only) if row.guest.status not in _WITHOUT_TAG)
    stale = guests.list_changed_since_print(event)
    return {
        TagSelection.ALL: rows,
        TagSelection.NEW: tuple(row for row in rows if row.tag_printed_at is None),
        TagSelection.CHANGED: tuple(
            row for row in rows if row.tag_printed_at is None or row.guest.id in stale
        ),
    }


def _rows_of(event: EventReader, only: frozenset[str] | None) -> Sequence[GuestRow]:
    """All guests by reading, or only these; for a few the whole list is not read."""
    if only is None or len(only) > _FEW:
        rows = guests.list_guests(event)
        return rows if only is None else [row for row in rows if row.guest.id in only]
    found = [row for one in only if (row := guests.find_guest_row(event, one))]
    return sorted(
        found, key=lambda row: (fold(row.guest.reading or row.guest.name), row.guest.number)
    )


def in_order(event: EventReader, rows: Sequence[GuestRow], order: TagOrder) -> tuple[GuestRow, ...]:
    """The guests, who come by reading, in another order; those who share a place keep theirs."""
    plan = settings.find_fee_plan(event)
    place = {category.code: n for n, category in enumerate(plan.categories)}
    keys: dict[TagOrder, Callable[[GuestRow], Any]] = {
        TagOrder.READING: lambda _row: 0,
        TagOrder.COMPANY: lambda row: (not row.guest.company, fold(row.guest.company)),
        TagOrder.TABLE: lambda row: (not row.guest.table_name, natural_key(row.guest.table_name)),
        TagOrder.CATEGORY: lambda row: (
            place.get(row.guest.category, len(place)), row.guest.category,
        ),
        TagOrder.NUMBER: lambda row: row.guest.number,
    }  # fmt: skip
    return tuple(sorted(rows, key=keys[order]))


def make_name_tags(event: EventReader, rows: Sequence[GuestRow]) -> tuple[NameTag, ...]:
    """What stands on the tags of these guests, in the event's language."""
    details, plan = settings.find_event(event), settings.find_fee_plan(event)
    wording = Wording(details.language)
    hosts = {row.guest.host for row in rows if row.guest.host}
    named = {host: guest.shown_name for host in hosts if (guest := guests.find_guest(event, host))}
    return tuple(
        replace(_name_tag(row, details, plan, wording), host=named.get(row.guest.host or "", ""))
        for row in rows
    )


def make_spare_tags(event: EventReader, spares: Sequence[SpareBadge]) -> tuple[NameTag, ...]:
    """Blank tags with a code and a line to write the name on, as S01, S02 and so on."""
    details = settings.find_event(event)
    date = Wording(details.language).date(details.date)
    return tuple(
        NameTag(
            0, "", spare.code, event_name=details.name, event_date=date, venue=details.venue,
            position=spare.label, spare=True,
        )
        for spare in spares
    )  # fmt: skip


def make_job(
    event: EventReader, rows: Sequence[GuestRow], *, paper: TagPaper | None = None,
    looks: TagLooks | None = None, spares: Sequence[SpareBadge] = (),
) -> TagJob:  # fmt: skip
    """The tags of these guests and then the blank ones, as the event prints them.

    Args:
        event: the event, or a snapshot of it.
        rows: the guests, in their order on paper.
        paper: the event's sheet from its first label when nothing is said.
        looks: the designs in place of those the event uses.
        spares: badges whose blank tags to print too.
    """
    return TagJob(
        (*make_name_tags(event, rows), *make_spare_tags(event, spares)),
        tuple(row.guest.id for row in rows),
        looks or find_looks(event),
        paper or TagPaper(find_tag_sheet(event)),
        Wording(settings.find_event(event).language),
    )


def print_name_tags(
    event: EventFile, path: Path, job: TagJob, *, now: datetime, operator: str,
    progress: Progress | None = None,
) -> tuple[TagProblem, ...]:  # fmt: skip
    """Write the tags as PDF and remember them as printed; returns what came out badly.

    Raises:
        NothingToPrint, LabelNotOnSheet, FileNotWritable, NoRoomForFile, Cancelled: no file was
            written, nothing is remembered.
    """
    problems = draft_name_tags(path, job, progress=progress)
    remember_printed(event, job, now=now, operator=operator)
    return problems


def draft_name_tags(
    path: Path, job: TagJob, *, progress: Progress | None = None
) -> tuple[TagProblem, ...]:
    """Write the tags as PDF, remembering nothing; returns what came out badly.

    Raises:
        NothingToPrint, LabelNotOnSheet, FileNotWritable, NoRoomForFile, Cancelled: no file was
            written.
    """
    return write_name_tags(
        path,
        job.tags,
        wording=job.wording,
        progress=progress or Silent(),
        looks=job.looks,
        paper=job.paper,
    )


def find_problems(job: TagJob, *, progress: Progress | None = None) -> tuple[TagProblem, ...]:
    """What would come out badly, found before anything is printed.

    Raises:
        NothingToPrint, LabelNotOnSheet: there is no page.
        Cancelled: the person wants to know it no longer.
    """
    progress = progress or Silent()
    problems: list[TagProblem] = []
    for page in job.on_sheets().pages():
        problems += page.problems
        progress.advance(page.done, len(job.tags))
    return each_event_text_once(problems)


def remember_printed(event: EventFile, job: TagJob, *, now: datetime, operator: str) -> None:
    """Record that the tags of these guests were printed, in this order."""
    if not job.guests:
        return
    with event.act(now=now, actor=operator) as act:
        act.record(NameTagsPrinted(guests=list(job.guests), design=job.looks.design.key))


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
        category_code=guest.category,
        event_name=event.name,
        event_date=wording.date(event.date),
        table=guest.table_name,
        venue=event.venue,
        talks_about=guest.talks_about,
        wants_to_meet=guest.wants_to_meet,
        introducer=guest.introducer,
        ticket_number=guest.ticket_number,
        email=guest.email,
        phone=guest.phone,
        note=guest.note,
        position=desk_box(guest),
    )
    return replace(tag, colour=category.colour) if category else tag
