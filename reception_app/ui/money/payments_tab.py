"""The payments and their receipts: correct, print, issue anew, split a bill."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from reception_app.domain.cost_split import Invoice
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.money import format_money
from reception_app.domain.progress import Progress
from reception_app.domain.receipt import Receipt
from reception_app.services.corrections import correct
from reception_app.services.payments import correct_payment
from reception_app.services.receipt_issuing import issue_prepaid
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.payments import PaymentRow, list_other_acts, list_payments
from reception_app.storage.receipts import list_receipts
from reception_app.ui import theme
from reception_app.ui.money.correct_dialog import CorrectDialog
from reception_app.ui.money.payments_card import PaymentsCard
from reception_app.ui.money.receipts_card import ReceiptsCard
from reception_app.ui.money.reissue_dialog import ReissueDialog
from reception_app.ui.money.split_bill_dialog import SplitBillDialog
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

_PAPERS = ("a4", "a6")


class PaymentsTab(MoneyTab):
    """Every payment and every receipt, newest first."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        translate = QCoreApplication.translate
        self.views = ChipRow(
            translate("PaymentsTab", "Payments"), translate("PaymentsTab", "Receipts")
        )
        self.papers = ChipRow(
            translate("PaymentsTab", "A4, three to a page"), translate("PaymentsTab", "A6")
        )
        self.card = PaymentsCard(workplace.wording, self._find_guests)
        self.receipts = ReceiptsCard(workplace.wording)
        self.papers.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()
        self._show_view()

    def refresh(self) -> None:
        """Read payments and receipts again."""
        event_file = self.workplace.event_file
        currency = settings.find_event(event_file).currency
        acts = (*list_payments(event_file), *list_other_acts(event_file))
        newest_first = tuple(sorted(acts, key=lambda row: row.at, reverse=True))
        self.card.show_payments(newest_first, currency)
        self.receipts.show_receipts(list_receipts(event_file))

    def _build_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        head = QHBoxLayout()
        head.addWidget(self.views)
        head.addStretch()
        head.addWidget(self.papers)
        column.addLayout(head)
        self._stack.addWidget(self.card)
        self._stack.addWidget(self.receipts)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._show_view)
        self.card.correction_asked.connect(self._correct)
        self.receipts.print_asked.connect(self._print)
        self.receipts.copy_asked.connect(self._copy)
        self.receipts.reissue_asked.connect(self._reissue)
        self.receipts.prepaid_asked.connect(self._issue_prepaid)
        self.receipts.split_asked.connect(self._split)

    def _show_view(self) -> None:
        self._stack.setCurrentIndex(self.views.current)
        self.papers.setVisible(self.views.current == 1)
        self.setFocusProxy((self.receipts if self.views.current else self.card).table)

    def _find_guests(self, text: str) -> frozenset[str]:
        return guests.search_ids(self.workplace.event_file, text)

    def _correct(self, row: PaymentRow) -> None:
        event_file = self.workplace.event_file
        currency = settings.find_event(event_file).currency
        desk = self.desk()
        reason = CorrectDialog.ask(row, currency, self) if desk else None
        if desk is None or reason is None:
            return
        now = self.workplace.now()
        translate = QCoreApplication.translate
        try:
            if row.kind is not EntryKind.PAYMENT:
                correct(event_file, row.entry, reason, desk=desk, now=now)
                self.acted.emit(translate("PaymentsTab", "Taken back."))
                return
            back = correct_payment(event_file, row.entry, reason, desk=desk, now=now)
        except ReceptionError as error:
            self.refused.emit(error)
            return
        if row.tender is Tender.CASH and back:
            words = translate("PaymentsTab", "Taken back. Hand back %1.")
            self.acted.emit(filled(words, format_money(back)))
        else:
            self.acted.emit(translate("PaymentsTab", "Taken back. The fee is due again."))

    def _print(self, chosen: tuple[Receipt, ...]) -> None:
        self.write_file(self._name(chosen), _pdf(), partial(write_receipts, chosen, self._paper()))

    def _copy(self, chosen: tuple[Receipt, ...]) -> None:
        """Write copies; that they were written is remembered when they are."""

        def remember() -> None:
            # Loaded when first used: the page opens faster without the makers of documents.
            from reception_app.services.receipt_printing import record_copies

            work = self.workplace
            record_copies(work.event_file, chosen, now=work.now(), operator=work.operator)
            self.recorded.emit()
            self.refresh()

        write = partial(write_copies, chosen, self._paper())
        self.write_file(self._name(chosen), _pdf(), write, remember)

    def _reissue(self, receipt: Receipt) -> None:
        dialog = ReissueDialog(self.workplace, receipt, self)
        if not dialog.taken() or dialog.issued is None:
            return
        words = QCoreApplication.translate("PaymentsTab", "%1 is void; %2 took its place.")
        self.acted.emit(filled(words, receipt.label, dialog.issued.label))
        self._print((dialog.issued,))

    def _issue_prepaid(self) -> None:
        work = self.workplace
        try:
            issued = issue_prepaid(work.event_file, now=work.now(), operator=work.operator)
        except ReceptionError as error:
            self.refused.emit(error)
            return
        count = len(issued)
        words = QCoreApplication.translate("PaymentsTab", "%n receipt(s) issued.", "", count)
        self.acted.emit(words)

    def _split(self) -> None:
        dialog = SplitBillDialog(self.workplace, self)
        if dialog.taken() and dialog.invoice is not None:
            name = QCoreApplication.translate("PaymentsTab", "split-cost statements.pdf")
            write = partial(write_split, dialog.invoice, by_fee=dialog.by_fee)
            self.write_file(name, _pdf(), write)

    def _paper(self) -> str:
        return _PAPERS[self.papers.current]

    def _name(self, chosen: tuple[Receipt, ...]) -> str:
        one = filled(QCoreApplication.translate("PaymentsTab", "receipt %1.pdf"), chosen[0].label)
        return (
            one if len(chosen) == 1 else QCoreApplication.translate("PaymentsTab", "receipts.pdf")
        )


def write_receipts(
    chosen: tuple[Receipt, ...], paper: str, event: EventReader, place: Path, progress: Progress
) -> None:
    """Write receipts on this paper."""
    from reception_app.services.receipt_printing import SHEETS, print_receipts

    print_receipts(event, place, chosen, sheet=SHEETS[paper], progress=progress)


def write_copies(
    chosen: tuple[Receipt, ...], paper: str, event: EventReader, place: Path, progress: Progress
) -> None:
    """Write receipts once more on this paper, marked as copies."""
    from reception_app.services.receipt_printing import as_copies

    write_receipts(as_copies(chosen), paper, event, place, progress)


def write_split(
    invoice: Invoice, event: EventReader, place: Path, progress: Progress, *, by_fee: bool
) -> None:
    """Write the statements of a bill that is split."""
    from reception_app.services.cost_statements import write_statements

    write_statements(event, place, invoice, by_fee=by_fee, progress=progress)


def _pdf() -> str:
    return QCoreApplication.translate("PaymentsTab", "PDF document")
