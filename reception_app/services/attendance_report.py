"""The attendance report as PDF or as an Excel workbook, with the list of whom to thank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.documents.attendance_workbook import AttendanceSheets, write_attendance_workbook
from reception_app.documents.report import (
    Align,
    Bar,
    Block,
    Cell,
    Column,
    Columns,
    Figures,
    Heading,
    NextPage,
    Report,
    Row,
    RowKind,
    Table,
    Words,
)
from reception_app.documents.report_page import write_report
from reception_app.domain.arrival_curve import ArrivalSlot
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress, Silent
from reception_app.services.attendance_record import (
    AttendanceRecord,
    Turnout,
    is_expected,
    read_attendance,
)
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow
from reception_app.wording import Wording

_MOST_NAMES = 12
"""So many names stand beside whom to thank; more are counted."""


@dataclass(eq=False)
class ReportFormatUnknown(ReceptionError):
    """A report is written as `.pdf` or `.xlsx` only."""

    file: str


def export_attendance(
    event: EventReader, path: Path, *, now: datetime, progress: Progress | None = None
) -> None:
    """Write the attendance in the event's language, as PDF or Excel by the file's ending.

    Raises:
        ReportFormatUnknown: the file's ending is another.
        FileNotWritable, NoRoomForFile, Cancelled: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    wording = Wording(settings.find_event(reading).language)
    record = read_attendance(reading, now=now)
    match path.suffix.lower():
        case ".pdf":
            write_report(
                path, attendance_report(record, wording), wording=wording,
                progress=progress or Silent(),
            )  # fmt: skip
        case ".xlsx":
            everybody = [row for row in guests.list_guests(reading) if is_expected(row)]
            write_attendance_workbook(path, _sheets(record, everybody, wording), wording=wording)
        case _:
            raise ReportFormatUnknown(path.name)


def attendance_report(record: AttendanceRecord, wording: Wording) -> Report:
    """The report: figures, the curve, who came by category and introducer, who did not, thanks."""
    return _Paper(record, wording).report()


class _Paper:
    """One report while it is put together."""

    def __init__(self, record: AttendanceRecord, wording: Wording) -> None:
        self._record = record
        self._wording = wording

    def report(self) -> Report:
        event = self._record.overview.event
        blocks = (
            self._figures(),
            *self._curve(),
            *self._categories(),
            *self._introducers(),
            *self._people("absent", self._record.absent),
            *self._people("walk_ins", self._record.walk_ins),
            *self._thanks(),
        )
        return Report(
            title=self._word("title"),
            subtitle=self._word(
                "subtitle", event=event.name, day=event.date, at=self._record.overview.at
            ),
            foot=event.name,
            blocks=blocks,
        )

    def _word(self, key: str, /, **facts: object) -> str:
        return self._wording.text("attendance", key, **facts)

    def _figures(self) -> Figures:
        turnout, totals = self._record.turnout, self._record.overview.attendance
        return Figures(
            (
                (
                    self._word("arrived"), f"{turnout.arrived:,}",
                    self._word("of", n=f"{turnout.expected:,}", percent=turnout.percent),
                ),
                (self._word("absent"), f"{turnout.absent:,}", ""),
                (self._word("walk_ins"), f"{turnout.walk_ins:,}", ""),
                (self._word("refused"), f"{totals.refused:,}", ""),
            )
        )  # fmt: skip

    def _curve(self) -> Iterator[Block]:
        slots = self._record.curve
        if not any(slot.arrived for slot in slots):
            return
        yield Heading(self._word("curve"))
        bars = [(f"{one.begins:%H:%M}", one.arrived) for one in _around_arrivals(slots)]
        yield Columns(tuple(Bar(at, came, f"{came:,}" if came else "") for at, came in bars))
        busiest = max(slots, key=lambda slot: slot.arrived)
        yield Words(
            self._word("busiest", at=f"{busiest.begins:%H:%M}", n=f"{busiest.arrived:,}"),
            muted=True,
        )

    def _categories(self) -> Iterator[Block]:
        yield Heading(self._word("by_category"))
        rows = [
            self._turnout_row(
                Cell(one.name or self._word("no_category"), swatch=one.colour), one.turnout
            )
            for one in self._record.categories
        ]
        rows.append(
            self._turnout_row(self._word("total"), self._record.turnout, kind=RowKind.TOTAL)
        )
        yield Table(self._turnout_columns("category"), tuple(rows))

    def _introducers(self) -> Iterator[Block]:
        if not any(one.name for one in self._record.introducers):
            return
        yield Heading(self._word("by_introducer"))
        rows = [
            self._turnout_row(one.name or self._word("no_introducer"), one.turnout)
            for one in self._record.introducers
        ]
        rows.append(
            self._turnout_row(self._word("total"), self._record.turnout, kind=RowKind.TOTAL)
        )
        yield Table(self._turnout_columns("introducer"), tuple(rows))

    def _people(self, key: str, rows: Sequence[GuestRow]) -> Iterator[Block]:
        yield Heading(self._word(f"list_{key}", n=f"{len(rows):,}"))
        columns = (
            Column(self._word("head_number"), 8, Align.RIGHT),
            Column(self._word("head_name"), 26, bold=True),
            Column(self._word("head_company"), 28),
            Column(self._word("head_category"), 14),
            Column(self._word("head_introducer"), 16),
        )
        told = tuple(
            Row(
                (
                    str(row.guest.number), Cell(row.guest.name, note=row.guest.reading),
                    row.guest.company, self._record.category(row.guest), row.guest.introducer,
                )
            )
            for row in rows
        )  # fmt: skip
        yield Table(columns, told, empty=self._word(f"no_{key}"))

    def _thanks(self) -> Iterator[Block]:
        thanked = [one for one in self._record.introducers if one.name and one.came]
        if not thanked:
            return
        yield NextPage()
        yield Heading(self._word("thanks"))
        yield Words(self._word("thanks_words"), muted=True)
        columns = (
            Column("", 5, Align.CENTRE),
            Column(self._word("head_introducer"), 22, bold=True),
            Column(self._word("head_contact"), 26),
            Column(self._word("head_came"), 8, Align.RIGHT),
            Column(self._word("head_guests"), 39, lines=4),
        )
        yield Table(
            columns,
            tuple(
                Row(
                    (
                        Cell(tick=True), one.name,
                        (one.guest.email or one.guest.phone) if one.guest else "",
                        f"{len(one.came):,}",
                        _names([guest.name for guest in one.came], self._wording),
                    )
                )
                for one in thanked
            ),
        )  # fmt: skip

    def _turnout_columns(self, first: str) -> tuple[Column, ...]:
        return (
            Column(self._word(f"head_{first}"), 34),
            *(
                Column(self._word(f"head_{key}"), 13, Align.RIGHT)
                for key in ("expected", "came", "absent", "walk_ins", "percent")
            ),
        )

    def _turnout_row(
        self, name: str | Cell, turnout: Turnout, *, kind: RowKind = RowKind.BODY
    ) -> Row:
        figures = (turnout.expected, turnout.arrived, turnout.absent, turnout.walk_ins)
        return Row((name, *(f"{figure:,}" for figure in figures), f"{turnout.percent}%"), kind)


def _around_arrivals(slots: Sequence[ArrivalSlot]) -> Sequence[ArrivalSlot]:
    """The slots from the first in which somebody came to the last."""
    came = [number for number, slot in enumerate(slots) if slot.arrived]
    return slots[came[0] : came[-1] + 1]


def _names(names: Sequence[str], wording: Wording) -> str:
    """The names in a line; of very many, the first and how many more."""
    joint = wording.text("attendance", "joint")
    shown = joint.join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{shown} {wording.text('attendance', 'more', n=f'{more:,}')}" if more > 0 else shown


def _sheets(
    record: AttendanceRecord, everybody: Iterable[GuestRow], wording: Wording
) -> AttendanceSheets:
    """What the workbook holds, every text ready."""

    def figures(turnout: Turnout) -> tuple[int, int, int, int]:
        return turnout.expected, turnout.arrived, turnout.absent, turnout.walk_ins

    word = wording.table("attendance")
    event = record.overview.event
    return AttendanceSheets(
        event_name=event.name,
        currency=event.currency,
        made_at=record.overview.at,
        guests=tuple(
            (
                row.guest.number, row.guest.name, row.guest.reading, row.guest.company,
                record.category(row.guest), row.guest.introducer, row.admitted_at,
                word["state_came"] if row.admitted_at else word["state_absent"],
                word["state_walk_in"] if row.guest.walk_in else "",
            )
            for row in everybody
        ),
        categories=tuple(
            (one.name or word["no_category"], *figures(one.turnout)) for one in record.categories
        ),
        introducers=tuple(
            (
                one.name or word["no_introducer"], *figures(one.turnout),
                (one.guest.email or one.guest.phone) if one.guest else "",
                _names([guest.name for guest in one.came], wording),
            )
            for one in record.introducers
        ),
        curve=tuple(
            (
                f"{slot.begins:%H:%M}",
                None if slot.arrived_so_far is None else slot.arrived,
                slot.arrived_so_far, slot.planned_so_far,
            )
            for slot in record.curve
        ),
    )  # fmt: skip
