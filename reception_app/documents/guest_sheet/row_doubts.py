"""What is doubtful in the rows of a list that are taken all the same, gathered row by row."""

import re
from collections.abc import Sequence

from reception_app.documents.guest_sheet.headings import NAME_FIELDS, ListField
from reception_app.documents.guest_sheet.listed_guest import ListedGuest, ListWarning, WarningKind
from reception_app.documents.guest_sheet.mapping import ColumnMapping
from reception_app.documents.guest_sheet.raw_list import DateText, RawRow, cell_name
from reception_app.domain.guest import GuestField, clean_text, fold

_LETTER_LOST = re.compile("[?〓\ufffd]")
"""What programs write for a letter their encoding lacks: Shift_JIS has no 𠮷, no 김, no ễ."""

_DATE = re.compile(r"(\d{4}[-/年.])?\d{1,2}[-/月.]\d{1,2}日?|\d{4}年\d{1,2}月")
_NOTED_AS_ABSENT = re.compile(
    r"キャンセル(?!待ち|料|不可|規定|ポリシー)|欠席(?!者)|辞退|不参加|\bcancel(l?ed)?\b|not coming",
    re.IGNORECASE,
)
_LOOKED_BACK = 20
"""A cell is looked at more than once, but not again after so many other doubts."""


class RowDoubts:
    """The doubts about a list so far; rows are told in their order."""

    def __init__(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self._names = [c for c in mapping.columns if c.field in NAME_FIELDS]
        headings = {c.heading for c in self._names if c.field is ListField.NAME and c.heading}
        self._names_beside = [
            c for c in mapping.columns if c.field is ListField.IGNORED and c.heading in headings
        ]
        # Where no column says who comes, a note may.
        told = mapping.columns_of(ListField.STATUS) or ListField.STATUS in mapping.fixed
        self._notes = () if told else mapping.columns_of(ListField.NOTE)
        self._seen: dict[tuple[ListField, str], int] = {}
        self._rows_by_name: dict[tuple[str, str, str], tuple[int, str]] = {}
        self._told: list[ListWarning] = []

    @property
    def told(self) -> Sequence[ListWarning]:
        """The doubts, in the order they were found."""
        return self._told

    def tell(self, row: int, index: int, kind: WarningKind, text: str, other_row: int = 0) -> None:
        """Note a doubt about the cell of a row in a column (from 0)."""
        doubt = ListWarning(row, cell_name(row, index), kind, text, other_row)
        if doubt not in self._told[-_LOOKED_BACK:]:
            self._told.append(doubt)

    def look_at_cells(self, row: RawRow) -> None:
        """Doubt names that are dates, numbers or lost a letter, texts like formulas, and notes."""
        self._look_beside_names(row)
        for column in self._names:
            cell = row.cell(column.index)
            if isinstance(cell, DateText):
                self.tell(row.number, column.index, WarningKind.NAME_IS_DATE, str(cell))
            elif isinstance(cell, str) and _DATE.fullmatch(cell.strip()):
                self.tell(row.number, column.index, WarningKind.NAME_IS_DATE, cell.strip())
            elif not isinstance(cell, str) or cell.strip().isdigit():
                self.tell(row.number, column.index, WarningKind.NAME_IS_NUMBER, str(cell))
            elif _LETTER_LOST.search(cell):
                self.tell(row.number, column.index, WarningKind.LETTER_LOST, clean_text(cell))
        for column in self._mapping.columns:
            cell = row.cell(column.index)
            if isinstance(cell, str) and cell.startswith("=") and len(cell) > 1:
                self.tell(row.number, column.index, WarningKind.FORMULA_TEXT, clean_text(cell))

    def look_for_twins(self, guest: ListedGuest) -> None:
        """Doubt a guest who shares address, number, or name and company with an earlier one."""
        email = guest.text(GuestField.EMAIL)
        self.is_first(ListField.EMAIL, email, guest.row)
        self.is_first(ListField.TICKET_NUMBER, guest.text(GuestField.TICKET_NUMBER), guest.row)
        key = (
            fold(guest.name),
            fold(guest.text(GuestField.READING)),
            fold(guest.text(GuestField.COMPANY)),
        )
        earlier, earlier_email = self._rows_by_name.setdefault(key, (guest.row, email))
        if earlier != guest.row and not (email and earlier_email):
            index = self._names[0].index
            self.tell(guest.row, index, WarningKind.DUPLICATE_GUEST, guest.name, earlier)

    def is_first(self, field: ListField, text: str, row: int) -> bool:
        """Whether no earlier row holds this text in a field, which is doubted where one does."""
        if not text:
            return True
        earlier = self._seen.setdefault((field, text.casefold()), row)
        if earlier == row:
            return True
        columns = self._mapping.columns_of(field)
        is_address = field is ListField.EMAIL
        kind = WarningKind.DUPLICATE_EMAIL if is_address else WarningKind.DUPLICATE_TICKET
        self.tell(row, columns[0].index if columns else 0, kind, text, earlier)
        return False

    def _look_beside_names(self, row: RawRow) -> None:
        """Doubt who stands in a second column of names, and notes that take an answer back."""
        for column in self._names_beside:
            # Two lists side by side on one page: whoever stands on the right is not in this row.
            if text := clean_text(str(row.cell(column.index))):
                self.tell(row.number, column.index, WarningKind.NAME_ELSEWHERE, text)
        for column in self._notes:
            note = clean_text(str(row.cell(column.index)))
            if _NOTED_AS_ABSENT.search(note):
                self.tell(row.number, column.index, WarningKind.NOTED_AS_ABSENT, note)
