"""Taking a payment away from the door: for one guest or several, a part, with several tenders."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import SINGLE_TENDERS, Tender, TenderPart
from reception_app.domain.money import Money, format_money, format_number, parse_money
from reception_app.domain.tendering import tender_sum
from reception_app.services import payments
from reception_app.services.payments import Offer, Payment, payee_of
from reception_app.storage.fact_journal import new_id
from reception_app.ui import theme
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_AT_A_DESK = tuple(tender for tender in SINGLE_TENDERS if tender is not Tender.TRANSFER)


class PaymentDialog(FormDialog):
    """Asks how these guests pay; `payment` is what was taken. The first of them is who pays."""

    def __init__(
        self, workplace: Workplace, desk: Desk, payers: Sequence[Guest], window: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        due = payments.due_together(workplace.event_file, payers)
        names = " · ".join(guest.name for guest in payers)
        super().__init__(
            window,
            filled(translate("PaymentDialog", "Payment of %1"), names),
            deed=translate("PaymentDialog", "Take the payment"),
            meaning=filled(
                translate("PaymentDialog", "%1 are due. The receipt comes from box %2."),
                format_money(due),
                desk.letter,
            ),
        )
        self._workplace = workplace
        self._desk = desk
        self._payers = tuple(payers)
        self._id = new_id()
        self._due = due
        self.payment: Payment | None = None
        words = [workplace.wording.text("tender", tender) for tender in _AT_A_DESK]
        self.amount = QLineEdit(format_number(due))
        self.tender = ChipRow(*words)
        self.handed = QLineEdit()
        self.cash_back = QCheckBox(
            translate("PaymentDialog", "What the card was charged too much goes back in cash")
        )
        self.second = ChipRow(translate("PaymentDialog", "no other"), *words)
        self.second_amount = QLineEdit()
        self.payee = QLineEdit(payee_of(payers[0]))
        self.payee.setPlaceholderText(translate("PaymentDialog", "a blank line to write on"))
        self.change = Label(size=Type.LARGE, bold=True)
        self._build_body()
        for line in (self.amount, self.handed, self.second_amount):
            line.textChanged.connect(self._show)
        for chips in (self.tender, self.second):
            chips.chosen.connect(self._show)
        self.cash_back.toggled.connect(self._show)
        self._show()
        self.handed.setFocus()

    def accept(self) -> None:
        """Take it, or say what is wrong."""
        work = self._workplace
        try:
            self.payment = payments.take_payment(
                work.event_file, self._payers, self._offer(), desk=self._desk, now=work.now()
            )
        except ReceptionError as error:
            self.tell(work.wording.error(error))
            return
        super().accept()

    def _build_body(self) -> None:
        translate = QCoreApplication.translate
        self.body.addLayout(captioned(translate("PaymentDialog", "Paid now"), self.amount))
        for caption, chips, beside, line in (
            (
                translate("PaymentDialog", "Also paid with"),
                self.second,
                translate("PaymentDialog", "Of it"),
                self.second_amount,
            ),
            (
                translate("PaymentDialog", "Paid with"),
                self.tender,
                translate("PaymentDialog", "Handed over or charged"),
                self.handed,
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.GRID * 2)
            row.addLayout(captioned(caption, chips), 3)
            row.addLayout(captioned(beside, line), 2)
            self.body.addLayout(row)
        self.body.addWidget(self.cash_back)
        self.body.addLayout(captioned(translate("PaymentDialog", "Payee"), self.payee))
        self.body.addWidget(self.change)

    def _offer(self) -> Offer:
        """What is offered, as it is written.

        Raises:
            ReceptionError: an amount cannot be read.
        """
        currency = self._due.currency
        amount = parse_money(self.amount.text(), currency)
        handed = self.handed.text().strip()
        beside: tuple[TenderPart, ...] = ()
        if self.second.current:
            part = parse_money(self.second_amount.text(), currency)
            beside = (TenderPart(_AT_A_DESK[self.second.current - 1], part),)
        return Offer(
            id=self._id,
            tender=_AT_A_DESK[self.tender.current],
            tendered=parse_money(handed, currency) if handed else None,
            amount=None if amount == self._due else amount,
            beside=beside,
            cash_back=self.cash_back.isChecked() and not self.cash_back.isHidden(),
            payee=self.payee.text(),
        )

    def _show(self) -> None:
        """Show what fits the tender, and the change."""
        self.tell("")
        is_cash = _AT_A_DESK[self.tender.current] is Tender.CASH
        self.cash_back.setVisible(not is_cash)
        self.handed.setEnabled(is_cash or self.cash_back.isChecked())
        self.second_amount.setEnabled(self.second.current > 0)
        self.change.setText(self._change_words())

    def _change_words(self) -> str:
        try:
            offer = self._offer()
            amount = offer.amount or self._due
            tendering = tender_sum(
                amount, offer.tender, tendered=offer.tendered, beside=offer.beside,
                cash_back=offer.cash_back,
            )  # fmt: skip
        except ReceptionError:
            return ""
        change: Money = tendering.change
        words = QCoreApplication.translate("PaymentDialog", "Change %1")
        return filled(words, format_money(change))
