"""Every scan of the evening as an Excel list, refused ones too: one row a scan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.documents.workbook_cells import Kind, Role, Value
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Column, Paper, Table, write_table
from reception_app.domain.admission import Verdict
from reception_app.domain.guest import Guest
from reception_app.wording import Wording

_COLUMNS = (
    Column("at", 20, Kind.MOMENT), Column("desk", 9, Kind.CENTRED), Column("operator", 16),
    Column("answer", 26, role=Role.STRONG), Column("number", 9, Kind.CENTRED), Column("name", 24),
    Column("reading", 22), Column("company", 28), Column("category", 12),
    Column("read", 36), Column("overruled", 26), Column("undone", 26),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScanLine:
    """One scan: when, where, by whom, the answer, and whom it was about.

    `read` is what was read when nobody was found, `overruled` why a refusal was overruled, `undone`
    why the arrival was taken back. `guest` is None when nobody was found, `category` its name.
    """

    at: datetime
    desk: str
    operator: str
    verdict: Verdict
    guest: Guest | None
    category: str
    read: str
    overruled: str
    undone: str


def write_scan_list(
    path: Path, scans: Sequence[ScanLine], *, event_name: str, currency: str, now: datetime,
    wording: Wording,
) -> None:  # fmt: skip
    """Write the scans in the order they were made.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    name = wording.text("workbook", "sheet_scans")
    paper = Paper(
        wording=wording,
        currency=currency,
        subtitle=wording.text(
            "workbook", "scans_subtitle", event=event_name, made_at=now.strftime("%Y-%m-%d %H:%M")
        ),
        footer=event_name,
    )
    table = Table(name, _COLUMNS, len(scans), summed=False)
    with workbook_written(path, title=f"{event_name} {name}") as workbook:
        sheet = workbook.create_sheet(name)
        write_table(sheet, table, paper, sums={}, rows=_rows(scans, paper), frozen=1)


def _rows(scans: Sequence[ScanLine], paper: Paper) -> Iterator[tuple[Value, ...]]:
    answers = paper.names("verdict")
    for scan in scans:
        guest = scan.guest
        yield (
            scan.at,
            scan.desk,
            scan.operator,
            answers[scan.verdict],
            guest.number if guest else None,
            guest.name if guest else "",
            guest.reading if guest else "",
            guest.company if guest else "",
            scan.category,
            scan.read,
            scan.overruled,
            scan.undone,
        )
