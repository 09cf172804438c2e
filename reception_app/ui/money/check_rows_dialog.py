"""The rows behind a check or a sum: what, when, how much, why; Enter goes to a row's guest."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception_app.services.check_rows import CheckRow
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.form_dialog import FormDialog

_WIDTH, _HEIGHT = 760, 320


class CheckRowsDialog(FormDialog):
    """The rows in a table; `guest` is whom the person wants to see."""

    def __init__(
        self, window: QWidget, title: str, rows: Sequence[CheckRow], *, meaning: str = ""
    ) -> None:
        translate = QCoreApplication.translate
        deed = translate("CheckRowsDialog", "Show the guest")
        super().__init__(window, title, deed=deed, meaning=meaning, width=_WIDTH)
        self._rows = tuple(rows)
        self.table = RowTable(
            (
                Heading(translate("CheckRowsDialog", "What"), 0),
                Heading(translate("CheckRowsDialog", "When"), 140),
                Heading(translate("CheckRowsDialog", "Amount"), 110, is_figure=True),
                Heading(translate("CheckRowsDialog", "Why"), 150),
            )
        )
        self.table.show_rows(
            [
                Row(
                    str(number),
                    (Cell(row.what, bold=True), Cell(row.when), Cell(row.amount), Cell(row.why)),
                )
                for number, row in enumerate(self._rows)
            ]
        )
        card = Card(padding=0)
        card.setFixedHeight(_HEIGHT)
        card.body.addWidget(self.table)
        self.body.addWidget(card)
        self.deed.setVisible(any(row.guest for row in self._rows))
        self.table.activated.connect(self.accept)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        if self._rows:
            self.table.selectRow(0)
        self._allow()
        self.table.setFocus()

    @classmethod
    def ask(
        cls, window: QWidget, title: str, rows: Sequence[CheckRow], *, meaning: str = ""
    ) -> str | None:
        """The guest to show; None when looking was enough."""
        dialog = cls(window, title, rows, meaning=meaning)
        return dialog.guest if dialog.taken() else None

    @property
    def guest(self) -> str | None:
        """The guest of the selected row."""
        chosen = self.table.selected
        return self._rows[int(chosen)].guest if chosen is not None else None

    def accept(self) -> None:
        """Go to the guest, where there is one."""
        if self.guest is not None:
            super().accept()

    def _allow(self) -> None:
        self.deed.setEnabled(self.guest is not None)
