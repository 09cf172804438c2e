"""Cells that say `as above`: 〃, 同上."""

from reception_app.documents.guest_sheet.raw_list import Cell, RawRow

_MARKS = frozenset({"〃", "″", "”", "''", '"', "同上", "々", "ditto", "同"})


class DittoMarks:
    """Rows told in their order get what stands above in place of such marks."""

    def __init__(self) -> None:
        self._above: tuple[Cell, ...] = ()

    def filled(self, row: RawRow) -> RawRow:
        """The row with what its marks mean; a mark under nothing stays a mark."""
        cells = tuple(
            self._above[column]
            if isinstance(cell, str) and cell.strip() in _MARKS and column < len(self._above)
            else cell
            for column, cell in enumerate(row.cells)
        )
        self._above = cells
        return RawRow(row.number, cells)
