"""The guests as table rows: read when they come into sight, however long the list is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reception_app.domain.fee import FeePlan
from reception_app.storage.guests import GuestRow
from reception_app.ui.guests import guest_columns
from reception_app.ui.guests.guest_columns import (
    COLUMNS,
    FIELDS,
    FIGURES,
    category_colour,
    category_name,
    status_words,
)
from reception_app.ui.parts.table import Cell, CellRole
from reception_app.wording import Wording

__all__ = ["GuestTable", "category_colour", "category_name", "status_words"]

_WINDOW = 32
"""So many rows are read at once: somewhat more than a screen shows."""

_MOST_KEPT = 4096
_MOST_CELLS = 8192
_PARTS: dict[int, str] = {
    CellRole.SECOND_LINE: "second",
    CellRole.BOLD: "is_bold",
    CellRole.FIGURE: "is_figure",
    CellRole.SWATCH: "swatch",
    CellRole.CHIPS: "chips",
    CellRole.TONE: "tone",
}
_SELECTABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_FLAGS = tuple(
    _SELECTABLE | Qt.ItemFlag.ItemIsEditable if column in FIELDS else _SELECTABLE
    for column in COLUMNS
)
_NOWHERE = QModelIndex()
_AnyIndex = QModelIndex | QPersistentModelIndex

ReadRows = Callable[[Sequence[int]], Mapping[int, GuestRow]]
"""Reads the guests of some keys, by key."""


class GuestTable(QAbstractTableModel):
    """Shows the guests of the keys it is given, in their order, reading a window at a time.

    Its columns are `COLUMNS`; the view says which are seen. `sort_asked` carries a column and
    whether it goes down; `written` the id of a guest, a field and what was typed into it.
    """

    sort_asked = Signal(object, bool)
    written = Signal(str, object, str)

    def __init__(self, wording: Wording, read: ReadRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._read = read
        self._plan = FeePlan("JPY")
        self._keys: Sequence[int] = ()
        self._rows: dict[int, GuestRow] = {}
        self._cells: dict[tuple[int, int], Cell] = {}

    @property
    def keys(self) -> Sequence[int]:
        """The keys of the guests shown, from the top."""
        return self._keys

    @property
    def plan(self) -> FeePlan:
        """The fee plan by which categories have their names."""
        return self._plan

    def show_keys(self, keys: Sequence[int], plan: FeePlan, *, fresh: bool = True) -> None:
        """Show these guests; what was read of them before is read again when `fresh`."""
        self.beginResetModel()
        self._keys, self._plan = keys, plan
        if fresh:
            self._rows.clear()
            self._cells.clear()
        self.endResetModel()

    def read_again(self, key: int) -> None:
        """Show what is known of a guest now, where the guest stands."""
        self._rows.pop(key, None)
        for column in range(len(COLUMNS)):
            self._cells.pop((key, column), None)
        place = self.find_key(key)
        if place is not None:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def row(self, number: int) -> GuestRow:
        """The guest in this row, from 0."""
        key = self._keys[number]
        if key not in self._rows:
            self._read_window(number)
        return self._rows[key]

    def find_key(self, key: int) -> int | None:
        """The row of the guest with this key, None when it is not shown."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many guests are shown."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column in FIGURES
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return guest_columns.heading(column, self._wording)
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """What is known of a guest can be written in place."""
        return _FLAGS[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def cell(self, index: _AnyIndex) -> Cell:
        """What a cell says, all at once."""
        key = (self._keys[index.row()], index.column())
        cell = self._cells.get(key)
        if cell is None:
            if len(self._cells) > _MOST_CELLS:
                self._cells.clear()
            row, column = self.row(index.row()), COLUMNS[index.column()]
            cell = guest_columns.cell(row, column, self._plan, self._wording)
            self._cells[key] = cell
        return cell

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, and how it looks."""
        if not index.isValid() or not 0 <= index.row() < len(self._keys):
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index).text
            case Qt.ItemDataRole.EditRole:
                guest = self.row(index.row()).guest
                return str(getattr(guest, FIELDS[column])) if column in FIELDS else None
            case Qt.ItemDataRole.AccessibleTextRole:
                heading = guest_columns.heading(column, self._wording)
                return f"{heading}: {self.cell(index).text}"
            case _:
                name = _PARTS.get(role)
                return getattr(self.cell(index), name) if name else None

    def setData(  # noqa: N802 - Qt's name
        self, index: _AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Hand on what was typed into a cell; whoever records it lets the row be read again."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = COLUMNS[index.column()]
        if column not in FIELDS:
            return False
        self.written.emit(self.row(index.row()).guest.id, FIELDS[column], str(value))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the guests in another order."""
        if 0 <= column < len(COLUMNS):
            self.sort_asked.emit(COLUMNS[column], order is Qt.SortOrder.DescendingOrder)

    def _read_window(self, number: int) -> None:
        if len(self._rows) > _MOST_KEPT:
            self._rows.clear()
        first = number // _WINDOW * _WINDOW
        wanted = [key for key in self._keys[first : first + _WINDOW] if key not in self._rows]
        self._rows.update(self._read(wanted))
