"""Guest lists as workbooks: xlsx, xlsm, xlsb, xls and ods, by the calamine parser; child only."""

import io
from collections.abc import Mapping, Sequence

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from reception_app.documents.guest_sheet.heading_rows import has_headings
from reception_app.documents.guest_sheet.raw_list import MergedRows, RawList, raw_rows
from reception_app.documents.guest_sheet.workbook_check import (
    ListDamaged,
    ListPasswordProtected,
    ListSheetEmpty,
    ListSheetMissing,
    check_package,
)
from reception_app.domain.errors import ReceptionError


def read_workbook_list(content: bytes, *, file: str, sheet: str | None) -> RawList:
    """The rows of one sheet: the one named, else the first whose headings are understood.

    Hidden sheets can be named, but are not taken unasked.

    Raises:
        ListDamaged: it cannot be parsed.
        ListPasswordProtected: it opens with a password only.
        ListSheetMissing: no sheet has that name.
        ListSheetEmpty: there is nothing in it.
        ListTooLong: the sheet has too many rows.
        ListTooWide: the sheet has too many columns.
        ListTooLarge, ListUnsafe, ListFormatUnknown: as `check_package`.
    """
    outer = check_package(content, file=file) if content.startswith(b"PK") else {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return _chosen_sheet(_Book(book, file, outer), sheet)
    except PasswordError:
        raise ListPasswordProtected(file) from None
    except CalamineError:
        raise ListDamaged(file) from None


class _Book:
    """An open workbook, whose sheets with cells beyond the limits are not touched."""

    def __init__(
        self, book: CalamineWorkbook, file: str, outer: Mapping[str, ReceptionError]
    ) -> None:
        self.file = file
        self._book = book
        self._outer = outer
        sheets = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
        self.sheets = tuple(one.name for one in sheets)
        self.shown = (
            tuple(one.name for one in sheets if one.visible is SheetVisibleEnum.Visible)
            or self.sheets
        )

    def read(self, sheet: str) -> RawList:
        """One sheet, row 1 and column A included even when empty."""
        if sheet in self._outer:
            raise self._outer[sheet]
        found = self._book.get_sheet_by_name(sheet)
        cells = found.to_python(skip_empty_area=False)
        rows = raw_rows(cells, file=self.file, sheet=sheet)
        if not rows:
            raise ListSheetEmpty(self.file, sheet)
        merged = _merged_downwards(found.merged_cell_ranges or [], last_row=rows[-1].number)
        return RawList(self.file, rows, sheet=sheet, sheets=self.sheets, merged=merged)


def _merged_downwards(
    ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]], *, last_row: int
) -> tuple[MergedRows, ...]:
    """The cells merged over rows of one column alone, cut off below the last filled row.

    An ods file does not tell them.
    """
    merged: list[MergedRows] = []
    for (top, left), (bottom, right) in sorted(ranges, key=lambda range_: range_[0][::-1]):
        # A file from outside may merge the same cells a million times; spreadsheets never do.
        above = merged[-1] if merged and merged[-1].column == left else None
        if left == right and top < bottom and (above is None or top + 1 > above.last_row):
            merged.append(MergedRows(left, top + 1, min(bottom + 1, last_row)))
    return tuple(merged)


def _chosen_sheet(book: _Book, sheet: str | None) -> RawList:
    if sheet is not None:
        if sheet not in book.sheets:
            raise ListSheetMissing(book.file, sheet)
        return book.read(sheet)
    without_headings: list[RawList] = []
    troubles: list[ReceptionError] = []
    for shown in book.shown:
        try:
            raw = book.read(shown)
        except ReceptionError as trouble:
            troubles.append(trouble)
        else:
            if has_headings(raw.rows):
                return raw
            without_headings.append(raw)
    return _first_filled(without_headings, troubles, book.file)


def _first_filled(
    lists: Sequence[RawList], troubles: Sequence[ReceptionError], file: str
) -> RawList:
    """A list a person must point out the headings of; else what is wrong with the sheets."""
    worse = [trouble for trouble in troubles if not isinstance(trouble, ListSheetEmpty)]
    if worse:
        raise worse[0]
    if lists:
        return lists[0]
    raise troubles[0] if troubles else ListSheetEmpty(file, "")
