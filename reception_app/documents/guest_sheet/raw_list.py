"""A guest list as it lies in its file: rows of cells under their real row numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from reception_app.domain.errors import ReceptionError

ROW_LIMIT = 20_000
"""No row below this one is read: an event has thousands of guests, not a million."""

COLUMN_LIMIT = 256


@dataclass(eq=False)
class ListTooLong(ReceptionError):
    """Something stands in row `row`, below the last row that is read."""

    file: str
    sheet: str
    row: int
    limit: int = ROW_LIMIT


@dataclass(eq=False)
class ListTooWide(ReceptionError):
    """Something stands in column `column` (such as `XFD`), right of the last that is read."""

    file: str
    sheet: str
    column: str
    limit: int = COLUMN_LIMIT


class DateText(str):
    """A date or time cell, as text people read: `2026-09-01 09:07`."""

    __slots__ = ()


Cell = str | int | float | DateText
"""One cell: text, a number (whole numbers as int) or a date; an empty cell is an empty text."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row that is not blank: its row number in the file (from 1) and its cells from column A.

    Empty cells at the end are left out, so rows differ in length.
    """

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell in `column` (from 0), an empty text where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class MergedRows:
    """A cell merged downwards: its column (from 0) and the rows (from 1) it covers."""

    column: int
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class RawList:
    """A guest list 参加者名簿 as it lies in its file.

    `file` is the file's name without folder, `sheet` the sheet that was read, `sheets` all that
    can be chosen (both empty for text files), `encoding` the text file's encoding. `merged` are
    the cells merged over several rows of one column.
    """

    file: str
    rows: tuple[RawRow, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    merged: tuple[MergedRows, ...] = ()

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def column_letters(column: int) -> str:
    """The letters above a column counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell as spreadsheets show it: row 12 (from 1), column 2 (from 0) is `C12`."""
    return f"{column_letters(column)}{row}"


def raw_rows(cells: Iterable[Iterable[Any]], *, file: str, sheet: str) -> tuple[RawRow, ...]:
    """The rows that are not blank, numbered from 1, with every value made a `Cell`.

    Raises:
        ListTooLong: something stands below row `ROW_LIMIT`.
        ListTooWide: something stands right of column `COLUMN_LIMIT`.
    """
    rows = []
    for number, values in enumerate(cells, start=1):
        row = [_cell(value) for value in values]
        while row and (row[-1] == "" or (isinstance(row[-1], str) and not row[-1].strip())):
            row.pop()
        if not row:
            continue
        if number > ROW_LIMIT:
            raise ListTooLong(file, sheet, number)
        if len(row) > COLUMN_LIMIT:
            raise ListTooWide(file, sheet, column_letters(len(row) - 1))
        rows.append(RawRow(number, tuple(row)))
    return tuple(rows)


def to_json(raw: RawList) -> dict[str, Any]:
    """The list as plain JSON values, for the way out of the child."""
    return {
        "file": raw.file,
        "sheet": raw.sheet,
        "sheets": raw.sheets,
        "encoding": raw.encoding,
        "merged": [[one.column, one.first_row, one.last_row] for one in raw.merged],
        "rows": [
            [row.number, [[cell] if isinstance(cell, DateText) else cell for cell in row.cells]]
            for row in raw.rows
        ],
    }


def from_json(written: dict[str, Any]) -> RawList:
    """The list `to_json` wrote."""
    return RawList(
        file=written["file"],
        sheet=written["sheet"],
        sheets=tuple(written["sheets"]),
        encoding=written["encoding"],
        merged=tuple(MergedRows(*one) for one in written["merged"]),
        rows=tuple(
            RawRow(
                number,
                tuple(DateText(cell[0]) if isinstance(cell, list) else cell for cell in cells),
            )
            for number, cells in written["rows"]
        ),
    )


def _cell(value: Any) -> Cell:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            # Excel has no whole numbers; 2.0 companions are 2.
            return int(value)
        case datetime() | date() | time() | timedelta():
            return _date_text(value)
        case str() | int() | float():
            return value
        case _:
            return str(value)


def _date_text(value: datetime | date | time | timedelta) -> DateText:
    match value:
        case datetime():
            shown = value.isoformat(" ", "minutes" if value.second == 0 else "seconds")
            return DateText(shown.removesuffix(" 00:00"))
        case date():
            return DateText(value.isoformat())
        case time():
            return DateText(value.isoformat("minutes"))
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return DateText(f"{minutes // 60}:{minutes % 60:02}")
