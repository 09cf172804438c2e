"""Which bill is split among who came: issuer, day and amounts, from an expense or typed."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from reception_app.domain.cost_split import Invoice
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import (
    AmountUnreadable,
    Money,
    format_money,
    format_number,
    parse_money,
)
from reception_app.domain.tax import REDUCED_RATE, STANDARD_RATE, parse_registration_number
from reception_app.domain.voucher import Voucher, VoucherKind
from reception_app.services.cost_statements import make_statements
from reception_app.storage import settings, vouchers
from reception_app.ui import theme
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_BILLS = frozenset({VoucherKind.EXPENSE, VoucherKind.PREPAYMENT, VoucherKind.BILL})


class SplitBillDialog(FormDialog):
    """Asks for the bill; `invoice` is what was said, `by_fee` whether it is split as fees paid."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("SplitBillDialog", "Split a bill among who came"),
            deed=translate("SplitBillDialog", "Write the statements…"),
            meaning=translate(
                "SplitBillDialog",
                "A statement for each company, on a page of its own. With a copy of the bill its"
                " members' companies can deduct the tax.",
            ),
            width=640,
        )
        self._workplace = workplace
        self.invoice: Invoice | None = None
        event = settings.find_event(workplace.event_file)
        self._currency = event.currency
        self._vouchers = tuple(
            voucher
            for voucher in vouchers.list_vouchers(workplace.event_file)
            if voucher.kind in _BILLS and not voucher.reversed
        )
        self.expense = QComboBox()
        self.expense.addItem(translate("SplitBillDialog", "Typed below"))
        for voucher in self._vouchers:
            self.expense.addItem(_named(voucher))
        self.issuer, self.number, self.registration = QLineEdit(), QLineEdit(), QLineEdit()
        self.registration.setPlaceholderText("T1234567890123")
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setDate(QDate(event.date.year, event.date.month, event.date.day))
        self.standard, self.reduced = QLineEdit(), QLineEdit()
        self.ways = ChipRow(
            translate("SplitBillDialog", "Evenly"), translate("SplitBillDialog", "As the fees paid")
        )
        self.preview = Label(tone="muted", wrap=True)
        self._build_body()
        self.expense.currentIndexChanged.connect(self._take_over)
        for line in (self.issuer, self.registration, self.standard, self.reduced):
            line.textChanged.connect(self._show_preview)
        self.ways.chosen.connect(self._show_preview)
        self.issuer.setFocus()

    @property
    def by_fee(self) -> bool:
        """Whether the bill is split as the fees were paid."""
        return self.ways.current == 1

    def accept(self) -> None:
        """Take the bill, or say what is wrong with it."""
        try:
            self.invoice = self._read()
            make_statements(self._workplace.event_file, self.invoice, by_fee=self.by_fee)
        except ReceptionError as error:
            self.tell(self._workplace.wording.error(error))
            return
        super().accept()

    def _build_body(self) -> None:
        translate = QCoreApplication.translate
        if self._vouchers:
            self.body.addLayout(captioned(translate("SplitBillDialog", "Expense"), self.expense))
        for pairs in (
            (
                (translate("SplitBillDialog", "Who issued the bill"), self.issuer),
                (translate("SplitBillDialog", "Registration number"), self.registration),
            ),
            (
                (translate("SplitBillDialog", "Number of the bill"), self.number),
                (translate("SplitBillDialog", "Date"), self.day),
            ),
            (
                (translate("SplitBillDialog", "Amount at 10 %, with tax"), self.standard),
                (translate("SplitBillDialog", "Amount at 8 %, with tax"), self.reduced),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.GRID * 2)
            for caption, control in pairs:
                row.addLayout(captioned(caption, control), 1)
            self.body.addLayout(row)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.preview)

    def _take_over(self) -> None:
        """Fill in what an expense says."""
        place = self.expense.currentIndex() - 1
        if place < 0:
            return
        voucher = self._vouchers[place]
        self.issuer.setText(voucher.payee)
        self.day.setDate(QDate(voucher.day.year, voucher.day.month, voucher.day.day))
        self.standard.setText(format_number(voucher.amount))
        self.reduced.clear()

    def _read(self) -> Invoice:
        amounts = tuple(
            (percent, parse_money(line.text(), self._currency))
            for percent, line in ((STANDARD_RATE, self.standard), (REDUCED_RATE, self.reduced))
            if line.text().strip()
        )
        if not amounts:
            raise AmountUnreadable("")
        day, number = self.day.date(), self.registration.text().strip()
        return Invoice(
            issuer=self.issuer.text().strip(),
            day=date(day.year(), day.month(), day.day()),
            amounts=amounts,
            registration_number=parse_registration_number(number) if number else "",
            number=self.number.text().strip(),
        )

    def _show_preview(self) -> None:
        """Say how many statements there will be, and what one bears at most."""
        self.tell("")
        try:
            statements = make_statements(
                self._workplace.event_file, self._read(), by_fee=self.by_fee
            )
        except ReceptionError:
            self.preview.setText("")
            return
        count = len(statements)
        pages = QCoreApplication.translate("SplitBillDialog", "%n statement(s)", "", count)
        largest = Money(max(statement.total for statement in statements), self._currency)
        words = QCoreApplication.translate("SplitBillDialog", "%1, the largest of %2.")
        self.preview.setText(filled(words, pages, format_money(largest)))


def _named(voucher: Voucher) -> str:
    return f"{voucher.number}  {voucher.payee}  {voucher.purpose}  {format_money(voucher.amount)}"
