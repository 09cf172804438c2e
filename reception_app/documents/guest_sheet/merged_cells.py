"""Cells merged over several rows: the category or the table of every guest beside them."""

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.mapping import ColumnMapping
from reception_app.documents.guest_sheet.raw_list import Cell, RawList, RawRow

_MEANT_FOR_ALL = frozenset(
    {
        ListField.CATEGORY,
        ListField.COMPANY,
        ListField.DEPARTMENT,
        ListField.TABLE,
        ListField.INTRODUCER,
    }
)
"""What a merged cell says of each row it covers; a merged name is still one guest's."""


class MergedCells:
    """What stands in the cells that a merged one above covers."""

    def __init__(self, raw: RawList, mapping: ColumnMapping) -> None:
        columns = {column.index for column in mapping.columns if column.field in _MEANT_FOR_ALL}
        merged = [range_ for range_ in raw.merged if range_.column in columns]
        rows = {row.number: row for row in raw.rows} if merged else {}
        self._meant: dict[int, dict[int, Cell]] = {}
        for one in merged:
            top = rows.get(one.first_row)
            text = top.cell(one.column) if top else ""
            if text == "" or one.first_row < mapping.first_row:
                continue
            for number in range(one.first_row + 1, one.last_row + 1):
                self._meant.setdefault(number, {})[one.column] = text

    def filled(self, row: RawRow) -> RawRow:
        """The row with what the merged cells over it say."""
        meant = self._meant.get(row.number)
        if not meant:
            return row
        width = max(len(row.cells), max(meant) + 1)
        cells = (row.cell(index) for index in range(width))
        return RawRow(
            row.number,
            tuple(meant.get(index, "") if cell == "" else cell for index, cell in enumerate(cells)),
        )
