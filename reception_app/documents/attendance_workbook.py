"""The attendance as an Excel workbook: guests, categories, introducers, ten minutes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.documents.workbook_cells import Kind, Role, Value, WriteOnlySheet
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Column, Paper, Table, sum_of, write_table
from reception_app.wording import Wording

_NUMBER = Kind.NUMBER
_TURNOUT = (
    Column("att_expected", 12, _NUMBER), Column("att_came", 12, _NUMBER, Role.STRONG),
    Column("att_absent", 12, _NUMBER), Column("att_walk_ins", 12, _NUMBER),
)  # fmt: skip
_COLUMNS = {
    "guests": (
        Column("number", 9, Kind.CENTRED), Column("name", 24, role=Role.STRONG),
        Column("reading", 22), Column("company", 28), Column("category", 14),
        Column("introducer", 18), Column("arrived", 20, Kind.MOMENT), Column("att_state", 12),
        Column("att_walk_in", 12),
    ),
    "categories": (Column("category", 28, role=Role.STRONG), *_TURNOUT),
    "introducers": (
        Column("introducer", 28, role=Role.STRONG), *_TURNOUT, Column("contact", 30),
        Column("att_guests", 70),
    ),
    "curve": (
        Column("att_begins", 14, Kind.CENTRED), Column("att_in_slot", 14, _NUMBER, Role.STRONG),
        Column("att_so_far", 14, _NUMBER), Column("att_planned", 14, _NUMBER),
    ),
}  # fmt: skip
_SUMMED = ("att_expected", "att_came", "att_absent", "att_walk_ins")

Rows = tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class AttendanceSheets:
    """The rows of each sheet, in the order of its columns."""

    event_name: str
    currency: str
    made_at: datetime
    guests: Rows
    categories: Rows
    introducers: Rows
    curve: Rows


def write_attendance_workbook(path: Path, sheets: AttendanceSheets, *, wording: Wording) -> None:
    """Write the four sheets.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    paper = Paper(
        wording=wording,
        currency=sheets.currency,
        subtitle=wording.text(
            "workbook", "attendance_subtitle", event=sheets.event_name,
            made_at=sheets.made_at.strftime("%Y-%m-%d %H:%M"),
        ),
        footer=sheets.event_name,
    )  # fmt: skip
    title = f"{sheets.event_name} {wording.text('attendance', 'title')}"
    with workbook_written(path, title=title) as workbook:
        for key, rows in (
            ("guests", sheets.guests),
            ("categories", sheets.categories),
            ("introducers", sheets.introducers),
            ("curve", sheets.curve),
        ):
            name = wording.text("workbook", f"sheet_attendance_{key}")
            _write_sheet(workbook.create_sheet(name), name, key, rows, paper)


def _write_sheet(sheet: WriteOnlySheet, name: str, key: str, rows: Rows, paper: Paper) -> None:
    columns = _COLUMNS[key]
    summed = any(column.key in _SUMMED for column in columns)
    table = Table(name, columns, len(rows), summed=summed)
    sums = {}
    for number, column in enumerate(columns):
        if column.key in _SUMMED:
            total = sum(int(str(row[number])) for row in rows)
            sums[column.key] = sum_of(table, column.key, total)
    write_table(sheet, table, paper, sums=sums, rows=rows, frozen=1)
