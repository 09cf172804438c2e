"""The guest list on screen: rows to choose, cells to write into, columns to arrange."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from reception_app.domain.guest_column import GuestColumn
from reception_app.ui.guests.guest_cells import GuestDelegate, KnownTexts
from reception_app.ui.guests.guest_columns import COLUMNS, FIELDS, USUAL_COLUMNS, WIDTHS
from reception_app.ui.guests.guest_table import GuestTable
from reception_app.ui.parts.table import Table

_ROW_HEIGHT = 52
"""Name and reading in two lines with air around them, in px."""

_NARROWEST, _LEAST = 44, 110
_TAKES_REST = (GuestColumn.COMPANY, GuestColumn.NOTE, GuestColumn.EMAIL, GuestColumn.NAME)
"""The first of these that is shown takes what is left of the width, and gives what is missing."""

_TYPING = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
_END = QAbstractItemDelegate.EndEditHint


class GuestView(Table):
    """The table of guests.

    `chosen` tells that Enter was pressed or a row double-clicked where nothing can be written;
    `typed` hands on what is typed over the table, so that it can go to a search field;
    `columns_asked` where on the screen the columns are to be chosen; `arranged` that columns were
    moved, resized, shown or hidden.
    """

    chosen = Signal()
    typed = Signal(str)
    columns_asked = Signal(QPoint)
    arranged = Signal()

    def __init__(self, model: GuestTable, known: KnownTexts) -> None:
        super().__init__()
        self._guests = model
        self._widths: dict[GuestColumn, int] = dict(WIDTHS)
        self._is_fitting = False
        self.setModel(model)
        self.setItemDelegate(GuestDelegate(self, lambda: model.plan, known))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # A heading asks whether its whole column is selected: of 100,000 rows, with every repaint.
        header.setSelectionModel(QItemSelectionModel(model, self))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.show_columns(USUAL_COLUMNS)
        self.show_order(GuestColumn.NAME, descending=False)
        self.setSortingEnabled(True)
        header.customContextMenuRequested.connect(self._ask_columns)
        header.sectionResized.connect(self._note_width)
        header.sectionMoved.connect(self._note_move)

    @property
    def columns(self) -> dict[GuestColumn, int]:
        """The columns shown, from the left, with the widths people gave them."""
        header = self.horizontalHeader()
        order = [COLUMNS[header.logicalIndex(place)] for place in range(len(COLUMNS))]
        return {
            column: self._widths[column]
            for column in order
            if not header.isSectionHidden(COLUMNS.index(column))
        }

    def show_columns(self, columns: Mapping[GuestColumn, int]) -> None:
        """Show these columns from the left, so wide; the rest is hidden."""
        header = self.horizontalHeader()
        self._widths.update(columns)
        self._is_fitting = True
        for place, column in enumerate(columns):
            header.moveSection(header.visualIndex(COLUMNS.index(column)), place)
        for section, column in enumerate(COLUMNS):
            header.setSectionHidden(section, column not in columns)
        self._is_fitting = False
        self._fit()

    def show_order(self, column: GuestColumn, *, descending: bool) -> None:
        """Mark the column by which the guests are sorted."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        was_blocked = header.blockSignals(True)  # noqa: FBT003 - Qt's signature
        header.setSortIndicator(COLUMNS.index(column), order)
        header.blockSignals(was_blocked)
        header.viewport().update()

    def current_cell(self) -> tuple[int, int] | None:
        """Row and column of the cell that would be written into."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def edit_current(self) -> None:
        """Write into the current cell, or into the name where the cell can't be written."""
        index = self.currentIndex()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            return
        if not self._is_editable(index):
            index = index.siblingAtColumn(COLUMNS.index(GuestColumn.NAME))
            if not self._is_editable(index):
                return
        self._open(index)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Tab goes on in the next cell, Enter in the next row; Escape ends."""
        index = self.currentIndex()
        super().closeEditor(editor, _END.NoHint)
        match hint:
            case _END.EditNextItem:
                self._open_beside(index, 1)
            case _END.EditPreviousItem:
                self._open_beside(index, -1)
            case _END.SubmitModelCache if index.row() + 1 < self._guests.rowCount():
                self._open(index.siblingAtRow(index.row() + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses the row; letters and digits go on to the search."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.chosen.emit()
        elif event.modifiers() in _TYPING and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click writes into a cell that can be written, else chooses the row."""
        index = self.indexAt(event.position().toPoint())
        if self._is_editable(index):
            self._open(index)
        elif index.isValid():
            self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One column takes what the others leave."""
        super().resizeEvent(event)
        self._fit()

    def _is_editable(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _open(self, index: QModelIndex) -> None:
        self.setFocus()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def _open_beside(self, index: QModelIndex, step: int) -> None:
        """Open the next cell that can be written, in the order of the columns on screen."""
        shown = [column for column in self.columns if column in FIELDS]
        if not shown:
            return
        place = shown.index(COLUMNS[index.column()]) + step
        row = index.row() + place // len(shown)
        if 0 <= row < self._guests.rowCount():
            section = COLUMNS.index(shown[place % len(shown)])
            self._open(self._guests.index(row, section))

    def _fit(self) -> None:
        """Give every column its width and one of them the rest."""
        header, shown = self.horizontalHeader(), self.columns
        flexible = next((column for column in _TAKES_REST if column in shown), None)
        others = sum(width for column, width in shown.items() if column is not flexible)
        self._is_fitting = True
        for column, width in shown.items():
            if column is flexible:
                width = max(self.viewport().width() - others, _LEAST)  # noqa: PLW2901 - the rest
            header.resizeSection(COLUMNS.index(column), width)
        self._is_fitting = False

    def _note_width(self, section: int, _before: int, width: int) -> None:
        if not self._is_fitting and width:
            self._widths[COLUMNS[section]] = width
            self.arranged.emit()

    def _note_move(self) -> None:
        if not self._is_fitting:
            self.arranged.emit()

    def _ask_columns(self, place: QPoint) -> None:
        self.columns_asked.emit(self.horizontalHeader().mapToGlobal(place))
