"""A table model of cells made when they are first seen: it formats and decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from reception_app.ui.parts.label import Tone
from reception_app.ui.parts.table import CellRole, Table

_NOWHERE = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; `order` is what the column sorts by, its text when None.

    `second` is a smaller line below, `swatch` a `#rrggbb`, `tip` a tooltip of its own.
    """

    text: str
    second: str = ""
    tone: Tone = "ink"
    bold: bool = False
    swatch: str = ""
    order: int | str | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what stands above it, its width in px (0 shares what is left), sums or words."""

    text: str
    width: int
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the id of what it is about, and a cell for each column."""

    key: str
    cells: tuple[Cell, ...]


T = TypeVar("T")


class MadeRows(Sequence[Row], Generic[T]):
    """Rows made of `things` when first looked at: a long table opens as fast as a short one.

    `key` gives the id of what a row is about, `make` its cells.
    """

    def __init__(
        self,
        things: Sequence[T],
        *,
        key: Callable[[T], str],
        make: Callable[[T], tuple[Cell, ...]],
    ) -> None:
        self._things = things
        self._key = key
        self._make = make
        self._made: dict[int, Row] = {}

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self._things)
        row = self._made.get(number)
        if row is None:
            thing = self._things[number]
            row = self._made[number] = Row(self._key(thing), self._make(thing))
        return row

    def __len__(self) -> int:
        return len(self._things)

    def find(self, key: str) -> int | None:
        """The number of the row of this key, without making any."""
        numbers = (n for n, thing in enumerate(self._things) if self._key(thing) == key)
        return next(numbers, None)


_SHOWS: dict[int, Callable[[Cell], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.ToolTipRole: lambda cell: cell.tip or None,
    CellRole.SECOND_LINE: lambda cell: cell.second or None,
    CellRole.SWATCH: lambda cell: cell.swatch or None,
    CellRole.TONE: lambda cell: cell.tone,
    CellRole.BOLD: lambda cell: cell.bold,
    CellRole.SORT_KEY: lambda cell: cell.text if cell.order is None else cell.order,
}


class CellTable(QAbstractTableModel):
    """Holds the rows it was given."""

    def __init__(self, headings: Sequence[Heading], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they were given."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def find(self, key: str) -> int | None:
        """The number of the row of this key."""
        if isinstance(self._rows, MadeRows):
            return self._rows.find(key)
        return next((n for n, row in enumerate(self._rows) if row.key == key), None)

    def replace_row(self, row: Row) -> None:
        """Show this row in place of the one with its key."""
        number = self._number_of(row.key)
        if number is not None and self._rows[number] != row:
            self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])
            last = self.index(number, len(self._headings) - 1)
            self.dataChanged.emit(self.index(number, 0), last)

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Show rows of the same keys in the same order as they are now, touching what changed."""
        changed = [
            n for n, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new
        ]
        if changed:
            self._rows = tuple(rows)
            last = self.index(changed[-1], len(self._headings) - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)

    def remove_row(self, key: str) -> None:
        """Take the row of this key out."""
        number = self._number_of(key)
        if number is not None:
            self.beginRemoveRows(_NOWHERE, number, number)
            self._rows = (*self._rows[:number], *self._rows[number + 1 :])
            self.endRemoveRows()

    def rename(self, column: int, text: str) -> None:
        """Put another heading above a column."""
        old = self._headings[column]
        renamed = Heading(text, old.width, old.is_figure)
        self._headings = (*self._headings[:column], renamed, *self._headings[column + 1 :])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings, above sums on the right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section].text
        if role == Qt.ItemDataRole.TextAlignmentRole and self._headings[section].is_figure:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the cell holds for this role."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        cell, heading = row.cells[index.column()], self._headings[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return row.key
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading.text}: {cell.text}"
        if role == CellRole.FIGURE:
            return heading.is_figure
        shows = _SHOWS.get(role)
        return shows(cell) if shows else None

    def _number_of(self, key: str) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.key == key), None)


class RowTable(Table):
    """A table over a `CellTable`: sorted by a click on its headings."""

    def __init__(self, headings: Sequence[Heading], *, sorted_by: int | None = None) -> None:
        super().__init__()
        self.rows = CellTable(headings, self)
        self._sorting = QSortFilterProxyModel(self)
        self._sorting.setSortRole(CellRole.SORT_KEY)
        self._sorting.setSourceModel(self.rows)
        self.setModel(self._sorting)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.set_widths(*(heading.width for heading in headings))
        # Column -1: unsorted, in the order the rows were given.
        first = -1 if sorted_by is None else sorted_by
        self.horizontalHeader().setSortIndicator(first, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    @property
    def selected(self) -> str | None:
        """The key of the selected row."""
        chosen = self.selectionModel().selectedRows()
        return chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None

    def selected_keys(self) -> list[str]:
        """The keys of all selected rows, from the top."""
        chosen = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(Qt.ItemDataRole.UserRole) for index in chosen]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the selected one stays selected if it is still there."""
        kept = self.selected
        self.rows.show_rows(rows)
        if kept is not None:
            self.select(kept)

    @property
    def place(self) -> int:
        """Where the selected row stands from the top, from 0; -1 when none is selected."""
        chosen = self.selectionModel().selectedRows()
        return chosen[0].row() if chosen else -1

    def select_place(self, place: int) -> None:
        """Select the row that stands there, or the last where there are fewer."""
        last = self._sorting.rowCount() - 1
        if last >= 0:
            self.selectRow(min(max(place, 0), last))

    def select(self, key: str) -> None:
        """Select the row of this key, if there is one."""
        number = self.rows.find(key)
        if number is not None:
            self.selectRow(self._sorting.mapFromSource(self.rows.index(number, 0)).row())
