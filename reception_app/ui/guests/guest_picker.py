"""Choosing another guest: type any part of a name, arrow, Enter."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_app.domain.guest import Guest
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.form_dialog import FormDialog

Search = Callable[[str], Sequence[Guest]]
"""Finds guests by whatever people type."""

_ROWS = 7


class GuestPicker(FormDialog):
    """A search line over the guests found; `proposed` are shown while nothing is typed."""

    def __init__(
        self,
        window: QWidget,
        title: str,
        *,
        deed: str,
        meaning: str,
        search: Search,
        proposed: Sequence[Guest] = (),
        without: Collection[str] = (),
    ) -> None:
        super().__init__(window, title, deed=deed, meaning=meaning, width=620)
        translate = QCoreApplication.translate
        self._search = search
        self._proposed = proposed
        self._without = without
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("GuestPicker", "Name, company, no."))
        self.table = RowTable(
            (
                Heading(translate("GuestPicker", "No."), 64),
                Heading(translate("GuestPicker", "Name"), 220),
                Heading(translate("GuestPicker", "Company"), 0),
            )
        )
        self.table.setMinimumHeight(_ROWS * theme.ROW_HEIGHT)
        self.body.addWidget(self.line)
        self.body.addWidget(self.table)
        self.line.textChanged.connect(self._show_found)
        self.line.installEventFilter(self)
        self.table.doubleClicked.connect(self.accept)
        self._show_found("")
        self.line.setFocus()

    def chosen(self) -> str | None:
        """Ask; the id of the chosen guest, None when nobody was."""
        return self.table.selected if self.taken() else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys move through the guests found while the line keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
            if steps is not None:
                row = self.table.currentIndex().row() + steps
                if 0 <= row < self.table.model().rowCount():
                    self.table.selectRow(row)
                return True
        return False

    def _show_found(self, text: str) -> None:
        found = self._search(text) if text.strip() else self._proposed
        self.table.show_rows(
            [
                Row(
                    guest.id,
                    (
                        Cell(str(guest.number)),
                        Cell(guest.name, guest.reading, bold=True),
                        Cell(guest.company),
                    ),
                )
                for guest in found
                if guest.id not in self._without
            ]
        )
        if self.table.selected is None and self.table.model().rowCount():
            self.table.selectRow(0)
        self.deed.setEnabled(self.table.selected is not None)
