"""The question before a payment is taken back: why."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.money import Money, format_money
from reception_app.storage.payments import PaymentRow
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type


class CorrectDialog(QDialog):
    """Asks for the reason of a correction 訂正 and says what it does."""

    def __init__(self, row: PaymentRow, currency: str, window: QWidget) -> None:
        super().__init__(window)
        translate = QCoreApplication.translate
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(["", *_reasons()])
        self.correct = ActionButton(
            translate("CorrectDialog", "Take the payment back"), key="Enter", primary=True
        )
        self._cancel = ActionButton(translate("CorrectDialog", "Cancel"), key="Esc")
        self.correct.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.correct.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.reason.editTextChanged.connect(self._allow)
        self._build_layout(row, Money(row.paid, currency))
        self._allow()
        self.reason.setFocus()

    @classmethod
    def ask(cls, row: PaymentRow, currency: str, window: QWidget) -> str | None:
        """The reason; None when the payment stays."""
        dialog = cls(row, currency, window)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.reason.currentText().strip() if taken else None

    def _build_layout(self, row: PaymentRow, paid: Money) -> None:
        translate = QCoreApplication.translate
        words = translate("CorrectDialog", "Correct the payment of %1")
        if row.kind is not EntryKind.PAYMENT:
            words = translate("CorrectDialog", "Take back what was done for %1")
        title = filled(words, row.guest_name or row.receipt)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True, wrap=True))
        column.addWidget(Label(_meaning(row, paid), tone="muted", wrap=True))
        column.addLayout(captioned(translate("CorrectDialog", "Reason"), self.reason))
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.correct)
        column.addLayout(foot)

    def _allow(self) -> None:
        self.correct.setEnabled(bool(self.reason.currentText().strip()))


def _meaning(row: PaymentRow, paid: Money) -> str:
    translate = QCoreApplication.translate
    if row.kind is not EntryKind.PAYMENT:
        words = translate("CorrectDialog", "%1 are booked back by a mirror entry of today.")
        return filled(words, format_money(Money(abs(paid.minor), paid.currency)))
    parts = [filled(translate("CorrectDialog", "%1 are due again."), format_money(paid))]
    if row.receipt:
        parts.append(
            filled(
                translate("CorrectDialog", "Receipt %1 is void but keeps its number."), row.receipt
            )
        )
    if row.tender is Tender.CASH:
        parts.append(
            filled(
                translate("CorrectDialog", "Hand back %1 from cash box %2."),
                format_money(paid),
                row.box,
            )
        )
    return " ".join(parts)


def _reasons() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("CorrectDialog", "Wrong guest"),
        translate("CorrectDialog", "Another tender was used"),
        translate("CorrectDialog", "Wrong amount"),
        translate("CorrectDialog", "The guest does not come in"),
    )
