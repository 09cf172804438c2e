"""The question which account a row belongs to that is no guest's: venue, sponsor, cash deposit."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.ledger import CHART
from reception_app.domain.money import Money, format_money
from reception_app.services.row_matching import bookable_accounts
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class Booking:
    """Where a row is booked, and what it was."""

    account: str
    reason: str


class BookingDialog(QDialog):
    """Asks for an account and what the row was; the bank's own words stand there ready."""

    def __init__(self, window: QWidget, wording: Wording, text: str, amount: Money) -> None:
        super().__init__(window)
        self.account = QComboBox()
        for code in bookable_accounts():
            words = (
                f"{wording.text('account', code)} · {wording.text('account_class', CHART[code])}"
            )
            self.account.addItem(words, code)
        # Money that went out is most often paid for something, money that came in a sponsor's.
        self.account.setCurrentIndex(self.account.findData("5100" if amount.minor < 0 else "4300"))
        self.reason = QLineEdit(text)
        translate = QCoreApplication.translate
        self.book = ActionButton(translate("BookingDialog", "Book it"), key="Enter", primary=True)
        self._cancel = ActionButton(translate("BookingDialog", "Cancel"), key="Esc")
        self.book.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.book.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.reason.textChanged.connect(self._allow)
        self._build_layout(text, amount)
        self._allow()
        self.account.setFocus()

    @classmethod
    def ask(cls, window: QWidget, wording: Wording, text: str, amount: Money) -> Booking | None:
        """The account and the reason; None when the row stays as it is."""
        dialog = cls(window, wording, text, amount)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not taken:
            return None
        return Booking(str(dialog.account.currentData()), dialog.reason.text().strip())

    def _build_layout(self, text: str, amount: Money) -> None:
        translate = QCoreApplication.translate
        title = translate("BookingDialog", "Book the row to an account")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True, wrap=True))
        column.addWidget(Label(f"{text} · {format_money(amount)}", tone="muted", wrap=True))
        column.addLayout(captioned(translate("BookingDialog", "Account"), self.account))
        column.addLayout(captioned(translate("BookingDialog", "What it was"), self.reason))
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.book)
        column.addLayout(foot)

    def _allow(self) -> None:
        self.book.setEnabled(bool(self.reason.text().strip()))
