"""The guest list on screen: rows to choose with arrow keys, where typing searches at once."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from reception_app.ui.guest_table import Column
from reception_app.ui.table import Table

_ROW_HEIGHT = 52
"""Name and reading in two lines with air around them, in px."""

_TYPING = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class GuestView(Table):
    """The table of guests.

    `chosen` tells that Enter was pressed or a row double-clicked; `typed` hands on what is typed
    over the table, so that it can go to a search field.
    """

    chosen = Signal()
    typed = Signal(str)

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.doubleClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses the row; letters and digits go on to the search."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.chosen.emit()
        elif event.modifiers() in _TYPING and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
