"""The mail-merge sheet of the passes: a line for each guest, for the organizer's mail program.

Its headings stand in the first row, where mail programs look for them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reception_app.documents.guest_table import heading_of
from reception_app.documents.workbook_cells import Cells, Kind, Role, Value
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Paper, set_up
from reception_app.domain.guest import Guest
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.money import Money, format_money
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class PassLine:
    """One guest of the sheet, with the names of the files that belong to them.

    `send_to` is an e-mail address: the guest's own, or the host's. `due` is what is still to be
    paid, negative when too much was.
    """

    guest: Guest
    send_to: str
    category: str
    companion_of: str
    due: Money
    reference_code: str
    badge_code: str
    pass_file: str
    qr_file: str
    calendar_file: str


_WIDTHS = {
    "number": 8, "name": 24, "reading": 22, "send_to": 30, "company": 28, "title": 22,
    "category": 12, "companion_of": 20, "due": 12, "due_text": 16, "reference_code": 13,
    "pass_file": 17, "qr_file": 15, "calendar_file": 15, "badge_code": 42,
}  # fmt: skip


def write_pass_sheet(
    path: Path, lines: Sequence[PassLine], *, event_name: str, currency: str, wording: Wording
) -> None:
    """Write the lines as an Excel workbook of one sheet, in the order given.

    Codes are text, so that their leading zeros stay; the fee still due is there as a number to
    filter by and as a text to merge in, empty when nothing is due.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written.
    """
    from openpyxl.utils import get_column_letter

    name = wording.text("pass_sheet", "sheet")
    with workbook_written(path, title=f"{event_name} {name}") as workbook:
        sheet = workbook.create_sheet(name)
        paper = Paper(wording=wording, currency=currency, subtitle="", footer=event_name)
        set_up(sheet, paper, _WIDTHS.values(), title_rows=1)
        sheet.freeze_panes = "C2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(_WIDTHS))}{len(lines) + 1}"
        cells = Cells(sheet, currency, wording.language)
        sheet.append(cells.row((_heading(key, wording), _kind(key), Role.HEAD) for key in _WIDTHS))
        plan = [(_kind(key), Role.STRONG if key == "name" else Role.BODY) for key in _WIDTHS]
        for line in lines:
            sheet.append(cells.table_row(_values(line), plan))


def _heading(key: str, wording: Wording) -> str:
    if key in wording.table("pass_sheet"):
        return wording.text("pass_sheet", key)
    return heading_of(GuestColumn(key), wording)


def _kind(key: str) -> Kind:
    return {"number": Kind.CENTRED, "due": Kind.MONEY}.get(key, Kind.TEXT)


def _values(line: PassLine) -> Iterator[Value]:
    guest = line.guest
    yield from (guest.number, guest.name, guest.reading, line.send_to, guest.company, guest.title)
    yield from (line.category, line.companion_of, line.due.minor)
    yield format_money(line.due) if line.due.minor > 0 else ""
    yield from (line.reference_code, line.pass_file, line.qr_file, line.calendar_file)
    yield line.badge_code
