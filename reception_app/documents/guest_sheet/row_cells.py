"""The cells of a row by what their columns hold, cleaned so that they may be kept."""

import unicodedata

from reception_app.documents.guest_sheet import cell_wording
from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.listed_guest import WarningKind
from reception_app.documents.guest_sheet.mapping import ColumnMapping, ListColumn
from reception_app.documents.guest_sheet.raw_list import RawRow
from reception_app.documents.guest_sheet.row_doubts import RowDoubts
from reception_app.documents.workbook_cells import is_risky
from reception_app.domain.guest import clean_text

NOTE_SEPARATOR = " / "


class RowCells:
    """Reads rows under a mapping; `columns` are those of each field, from the left."""

    def __init__(self, mapping: ColumnMapping, doubts: RowDoubts) -> None:
        self._fixed = mapping.fixed
        self._doubts = doubts
        self.columns: dict[ListField, tuple[ListColumn, ...]] = {
            wanted: mapping.columns_of(wanted) for wanted in ListField
        }

    def text(self, row: RawRow, wanted: ListField) -> str:
        """What the row says of a field: the fixed text, else its first filled column."""
        fixed = self._fixed.get(wanted)
        if fixed is not None:
            return clean_text(fixed)
        for column in self.columns[wanted]:
            text = self.cell(row, column.index)
            if text:
                return text
        return ""

    def answer(self, row: RawRow, wanted: ListField) -> str:
        """The same, an empty text where it only says that there is nothing."""
        text = self.text(row, wanted)
        return "" if cell_wording.says_nothing(text) else text

    def cell(self, row: RawRow, index: int) -> str:
        """One cell in a column (from 0) as it may be kept; what had to be dropped is doubted."""
        written = row.cell(index)
        if not isinstance(written, str):
            return str(written)
        if written.startswith("'") and is_risky(written[1:]):
            # The mark that keeps a text from becoming a formula is no part of it.
            written = written[1:]
        cleaned = clean_text(written)
        if (
            cleaned != written
            and not written.isprintable()
            and _letters(cleaned) != _letters(written)
        ):
            self._doubts.tell(row.number, index, WarningKind.CHARACTERS_DROPPED, cleaned)
        return cleaned

    def index_of(self, wanted: ListField) -> int:
        """The first column of a field, to point at."""
        columns = self.columns[wanted]
        return columns[0].index if columns else 0

    def several(self, row: RawRow, wanted: ListField) -> str:
        """What all columns of a field say, without those that say there is nothing."""
        fixed = self._fixed.get(wanted)
        if fixed is not None:
            return clean_text(fixed)
        texts = (self.cell(row, column.index) for column in self.columns[wanted])
        return NOTE_SEPARATOR.join(
            text for text in texts if text and not cell_wording.says_nothing(text)
        )


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())
