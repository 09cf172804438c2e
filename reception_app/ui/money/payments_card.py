"""The payments with the one thing that may be done about them: correct, never delete."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget

from reception_app.domain.journal import EntryKind, Tender
from reception_app.storage.payments import PaymentRow
from reception_app.ui import theme
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.money.payment_rows import (
    CHANGE_COLUMN,
    RECEIVED_COLUMN,
    payment_headings,
    payment_rows,
)
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.chip import ChipRow
from reception_app.wording import Wording

_TENDERS = (None, *Tender)
_EDGE = theme.GRID * 2
_WIDE = 840
"""From this width on there is room for all columns, in px."""


class PaymentsCard(Card):
    """The table of payments; `correction_asked` carries the `PaymentRow` to take back."""

    correction_asked = Signal(object)

    def __init__(self, wording: Wording, find: Callable[[str], frozenset[str]]) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self._find = find
        self._all: tuple[PaymentRow, ...] = ()
        self._currency = "JPY"
        translate = QCoreApplication.translate
        everything = translate("PaymentsCard", "All")
        names = [wording.text("tender", tender) for tender in Tender]
        others = translate("PaymentsCard", "Other acts")
        self.tenders = ChipRow(everything, *names, others, wraps=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("PaymentsCard", "Guest or receipt…"))
        self.search.setClearButtonEnabled(True)
        self.correct = ActionButton(translate("PaymentsCard", "Correct…"), key="F3", icon="undo")
        self.table = RowTable(payment_headings())
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()
        self._allow()

    def show_payments(self, payments: tuple[PaymentRow, ...], currency: str) -> None:
        """Show those of these payments that pass the filters, newest first."""
        self._all, self._currency = payments, currency
        self._show_matching()

    @property
    def selected(self) -> PaymentRow | None:
        """The payment whose row is selected."""
        key = self.table.selected
        return next((row for row in self._all if row.entry == key), None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a small window the names get the room of what was handed over and given back."""
        super().resizeEvent(event)
        for column in (RECEIVED_COLUMN, CHANGE_COLUMN):
            self.table.setColumnHidden(column, self.width() < _WIDE)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.search.setMinimumWidth(112)
        self.search.setMaximumWidth(184)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.tenders, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.search)
        head.addWidget(self.correct)
        empty = EmptyState(
            "money",
            translate("PaymentsCard", "No payments here"),
            translate("PaymentsCard", "Payments appear as they are taken at the door."),
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tenders.chosen.connect(self._show_matching)
        self.search.textChanged.connect(self._show_matching)
        self.correct.clicked.connect(self._ask_correction)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.rows.modelReset.connect(self._allow)

    def _show_matching(self) -> None:
        others = self.tenders.current == len(_TENDERS)
        tender = None if others else _TENDERS[self.tenders.current]
        text = self.search.text().strip()
        found = self._find(text) if text else frozenset()
        rows = tuple(
            row
            for row in self._all
            if (tender is None or (row.tender is tender and row.kind is EntryKind.PAYMENT))
            and (not others or row.kind is not EntryKind.PAYMENT)
            and (not text or row.guest in found or text.upper() in row.receipt)
        )
        self.table.show_rows(payment_rows(rows, self._currency, self._wording))
        self._stack.setCurrentIndex(0 if rows else 1)

    def _allow(self) -> None:
        row = self.selected
        self.correct.setEnabled(row is not None and row.corrected is None)

    def _ask_correction(self) -> None:
        row = self.selected
        if row is not None and row.corrected is None:
            self.correction_asked.emit(row)
