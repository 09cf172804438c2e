"""The paper door list 紙の受付名簿: everybody by reading, to go on with when no computer does."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from reception_app.documents.report import (
    Align,
    Block,
    Cell,
    Column,
    Report,
    Row,
    RowKind,
    Table,
    Words,
)
from reception_app.documents.report_page import write_report
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestStatus, desk_box
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress, Silent
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow
from reception_app.wording import Wording

_COMING = frozenset({GuestStatus.ACCEPTED, GuestStatus.INVITED})
_SIZE = 12.0
"""In points: it is read standing, in bad light."""

_WALK_IN_LINES = 12


def export_door_list(
    event: EventReader, path: Path, *, now: datetime, progress: Progress | None = None
) -> None:
    """Write the door list as PDF, in the event's language.

    Raises:
        FileNotWritable, NoRoomForFile, Cancelled: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    wording = Wording(settings.find_event(reading).language)
    report = make_door_list(reading, wording, now=now)
    write_report(path, report, wording=wording, progress=progress or Silent())


def make_door_list(event: EventReader, wording: Wording, *, now: datetime) -> Report:
    """The list: boxes to tick, what is due, a line for the time; who is not to come in below."""
    details, plan = settings.find_event(event), settings.find_fee_plan(event)
    rows = guests.list_guests(event)
    coming = [row for row in rows if row.guest.status in _COMING or row.admitted_at]
    others = [row for row in rows if row not in coming]

    def word(key: str, **facts: object) -> str:
        return wording.text("door_list", key, **facts)

    blocks: list[Block] = [Words(word("hint")), _coming(coming, plan, wording)]
    if others:
        blocks += [Words(word("not_to_come"), size=_SIZE), _others(others, wording)]
    blocks.append(Words(word("walk_ins"), size=_SIZE))
    blocks.append(_walk_ins(wording))
    return Report(
        title=word("title"),
        subtitle=word(
            "subtitle", event=details.name, day=wording.date(details.date),
            at=now.strftime("%Y-%m-%d %H:%M"), count=f"{len(coming):,}",
        ),
        foot=details.name,
        blocks=tuple(blocks),
    )  # fmt: skip


def _coming(rows: Sequence[GuestRow], plan: FeePlan, wording: Wording) -> Table:
    word = wording.table("door_list")
    columns = (
        Column(word["in"], 7, Align.CENTRE),
        Column(word["number"], 9, Align.RIGHT),
        Column(word["name"], 36, bold=True),
        Column(word["company"], 28, lines=1),
        Column(word["due"], 17, Align.RIGHT, bold=True),
        Column(word["paid"], 8, Align.CENTRE),
        Column(word["time"], 15),
    )
    return Table(columns, tuple(_boxed(rows, plan)), empty=word["nobody"], size=_SIZE)


def _boxed(rows: Sequence[GuestRow], plan: FeePlan) -> Iterator[Row]:
    """The guests under the letters of the boxes in which their name tags wait."""
    for box, together in groupby(rows, key=lambda row: desk_box(row.guest)):
        yield Row((box,), RowKind.SECTION)
        for row in together:
            guest, due = row.guest, Money(row.balance.due, plan.currency)
            category = plan.category(guest.category) if guest.category in plan else None
            name = category.name if category else guest.category
            arrived = row.admitted_at
            yield Row(
                (
                    "✓" if arrived else Cell(tick=True),
                    str(guest.number),
                    Cell(guest.name, note=guest.reading),
                    Cell(guest.company, note=name),
                    format_money(due) if due.minor > 0 else "",
                    Cell(tick=True) if due.minor > 0 else "",
                    f"{arrived:%H:%M}" if arrived else "",
                )
            )


def _others(rows: Sequence[GuestRow], wording: Wording) -> Table:
    word = wording.table("door_list")
    columns = (
        Column(word["number"], 9, Align.RIGHT),
        Column(word["name"], 45, bold=True),
        Column(word["company"], 36),
        Column(word["state"], 30),
    )
    return Table(
        columns,
        tuple(
            Row(
                (
                    str(row.guest.number),
                    Cell(row.guest.name, note=row.guest.reading),
                    row.guest.company,
                    wording.text("guest_status", row.guest.status.value),
                )
            )
            for row in rows
        ),
        size=_SIZE,
    )


def _walk_ins(wording: Wording) -> Table:
    """Empty lines for who comes without being on the list."""
    word = wording.table("door_list")
    columns = (
        Column(word["name"], 40),
        Column(word["company"], 36),
        Column(word["introducer"], 24),
        Column(word["paid"], 14, Align.RIGHT),
        Column(word["time"], 12),
    )
    empty = Row((Cell("\u00a0", note="\u00a0"), "", "", "", ""))
    return Table(columns, (empty,) * _WALK_IN_LINES, size=_SIZE)
