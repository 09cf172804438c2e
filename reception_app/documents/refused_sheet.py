"""The rows of a guest list that were not taken, as a sheet to mend and take in again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reception_app.documents.guest_sheet.headings import REFUSAL_HEADINGS
from reception_app.documents.guest_sheet.listed_guest import RefusedRow
from reception_app.documents.guest_sheet.mapping import ColumnMapping
from reception_app.documents.guest_sheet.raw_list import RawList, RawRow, column_letters
from reception_app.documents.workbook_cells import Cells, Kind, Role, Styled
from reception_app.documents.workbook_file import workbook_written
from reception_app.wording import Wording

_LIST_WIDTH, _REASON_WIDTH = 18, 34
_ANY_CURRENCY = "JPY"


def write_refused_rows(
    path: Path, raw: RawList, mapping: ColumnMapping, refused: Sequence[RefusedRow], *,
    wording: Wording,
) -> None:  # fmt: skip
    """Write the refused rows as an Excel workbook: every cell in its column, and why, at the end.

    The headings are the list's own, so what was said of its columns holds for this sheet too.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    name = wording.text("refused_sheet", "name")
    width = max((column.index + 1 for column in mapping.columns), default=0)
    headings = {column.index: column.heading for column in mapping.columns}
    reasons = {row.row: _reason(row, wording) for row in refused}
    with workbook_written(path, title=name) as workbook:
        sheet = workbook.create_sheet(name)
        for index in range(width + 1):
            sheet.column_dimensions[column_letters(index)].width = (
                _LIST_WIDTH if index < width else _REASON_WIDTH
            )
        sheet.freeze_panes = "A2"
        cells = Cells(sheet, _ANY_CURRENCY, wording.language)
        reason_heading = REFUSAL_HEADINGS[wording.language]
        head = [*(headings.get(index, "") for index in range(width)), reason_heading]
        sheet.append(cells.row((text, Kind.TEXT, Role.HEAD) for text in head))
        for row in raw.rows:
            if row.number in reasons:
                sheet.append(cells.row(_styled(row, width, reasons[row.number])))


def _styled(row: RawRow, width: int, reason: str) -> Iterator[Styled]:
    for index in range(width):
        cell = row.cell(index)
        if isinstance(cell, int):
            yield cell, Kind.NUMBER, Role.BODY
        else:
            yield str(cell), Kind.TEXT, Role.BODY
    yield reason, Kind.TEXT, Role.STRONG


def _reason(row: RefusedRow, wording: Wording) -> str:
    reason = wording.text("list_refusal", row.reason.value)
    return wording.text("refused_sheet", "reason", row=str(row.row), cell=row.cell, reason=reason)
