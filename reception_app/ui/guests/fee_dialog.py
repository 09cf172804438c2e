"""What a guest is asked for: a discount with its reason, nothing at all, or the whole fee again."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money, format_money, parse_money
from reception_app.services.posting import ReasonMissing
from reception_app.services.waivers import DiscountUnfitting
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording


class FeeDeed(Enum):
    """What is done to a fee."""

    DISCOUNT = auto()
    COMPLIMENTARY = auto()
    FULL_FEE = auto()


@dataclass(frozen=True, slots=True)
class FeeAnswer:
    """What a person chose; `amount` is what a discount takes off."""

    deed: FeeDeed
    amount: Money
    reason: str


class FeeDialog(FormDialog):
    """Shows what was charged, waived and paid, and what is due after the chosen deed."""

    def __init__(
        self, window: QWidget, guest: Guest, balance: GuestBalance, currency: str, wording: Wording
    ) -> None:
        translate = QCoreApplication.translate
        title = filled(translate("FeeDialog", "Fee of %1"), guest.name)
        super().__init__(window, title, deed="…", meaning=_stands(balance, currency))
        self._balance = balance
        self._currency = currency
        self._wording = wording
        captions = {
            FeeDeed.DISCOUNT: translate("FeeDialog", "Discount"),
            FeeDeed.COMPLIMENTARY: translate("FeeDialog", "Complimentary"),
            FeeDeed.FULL_FEE: translate("FeeDialog", "Whole fee again"),
        }
        self.deeds = [
            FeeDeed.DISCOUNT,
            FeeDeed.COMPLIMENTARY,
            *([FeeDeed.FULL_FEE] if balance.waived else []),
        ]
        self.chips = ChipRow(*(captions[one] for one in self.deeds))
        self.amount = QLineEdit()
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(["", *_reasons()])
        self.then = Label(wrap=True)
        self._amount_part = QWidget()
        amount = captioned(translate("FeeDialog", "Taken off"), self.amount)
        amount.setContentsMargins(0, 0, 0, 0)
        self._amount_part.setLayout(amount)
        for part in (self.chips, self._amount_part):
            self.body.addWidget(part)
        self.body.addLayout(captioned(translate("FeeDialog", "Reason"), self.reason))
        self.body.addWidget(self.then)
        self.chips.chosen.connect(self._show_chosen)
        self.amount.textChanged.connect(self._show_then)
        self.amount.setPlaceholderText("1,000")
        self._show_chosen()
        self.amount.setFocus()

    @classmethod
    def ask(
        cls, window: QWidget, guest: Guest, balance: GuestBalance, currency: str, wording: Wording
    ) -> FeeAnswer | None:
        """What was chosen; None when the fee stays as it is."""
        dialog = cls(window, guest, balance, currency, wording)
        return dialog.answer() if dialog.taken() else None

    @property
    def chosen(self) -> FeeDeed:
        """The deed that is chosen."""
        return self.deeds[self.chips.current]

    def answer(self) -> FeeAnswer:
        """What the form holds.

        Raises:
            ReceptionError: the amount or the reason is missing or cannot be.
        """
        reason = self.reason.currentText().strip()
        left = Money(self._balance.charged - self._balance.waived, self._currency)
        amount = left
        if self.chosen is FeeDeed.DISCOUNT:
            amount = parse_money(self.amount.text(), self._currency)
            if not Money(0, self._currency) < amount <= left:
                raise DiscountUnfitting(amount, left)
        elif self.chosen is FeeDeed.COMPLIMENTARY and not left:
            raise DiscountUnfitting(left, left)
        if not reason and self.chosen is not FeeDeed.COMPLIMENTARY:
            raise ReasonMissing
        return FeeAnswer(self.chosen, amount, reason)

    def accept(self) -> None:
        """Close only when the form holds all that is needed."""
        try:
            self.answer()
        except ReceptionError as error:
            self.tell(self._wording.error(error))
            asks_reason = isinstance(error, ReasonMissing)
            (self.reason if asks_reason else self.amount).setFocus()
            return
        super().accept()

    def _show_chosen(self) -> None:
        self.tell("")
        self.deed.set_caption(self.chips.chips[self.chips.current].caption)
        self._amount_part.setVisible(self.chosen is FeeDeed.DISCOUNT)
        self._show_then()

    def _show_then(self) -> None:
        """Say what will be due."""
        self.tell("")
        due, off = self._balance.due, 0
        match self.chosen:
            case FeeDeed.FULL_FEE:
                off = -self._balance.waived
            case FeeDeed.COMPLIMENTARY:
                off = self._balance.charged - self._balance.waived
            case FeeDeed.DISCOUNT:
                try:
                    off = parse_money(self.amount.text() or "0", self._currency).minor
                except ReceptionError:
                    self.then.setText("")
                    return
        left = Money(due - off, self._currency)
        translate = QCoreApplication.translate
        words = (
            translate("FeeDialog", "Then due: %1")
            if left.minor >= 0
            else translate("FeeDialog", "Then to be refunded: %1")
        )
        self.then.setText(filled(words, format_money(Money(abs(left.minor), self._currency))))


def _stands(balance: GuestBalance, currency: str) -> str:
    translate = QCoreApplication.translate
    told = (
        (translate("FeeDialog", "Charged %1"), balance.charged),
        (translate("FeeDialog", "waived %1"), balance.waived),
        (translate("FeeDialog", "paid %1"), balance.paid - balance.refunded),
        (translate("FeeDialog", "due %1"), balance.due),
    )
    return " · ".join(filled(words, format_money(Money(sum_, currency))) for words, sum_ in told)


def _reasons() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("FeeDialog", "Introduced a new guest"),
        translate("FeeDialog", "Helps at the event"),
        translate("FeeDialog", "Comes late"),
        translate("FeeDialog", "Speaker or sponsor"),
    )
