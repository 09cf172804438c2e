"""The expenses tab 経費: vouchers with their receipts beside what is not settled yet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from reception_app.documents.evidence_file import SUFFIXES
from reception_app.domain.errors import ReceptionError
from reception_app.domain.ledger import split_account
from reception_app.domain.voucher import Voucher, VoucherKind, bill, prepayment
from reception_app.services import bank_transit, evidence, vouchers
from reception_app.services.account_names import account_names
from reception_app.services.vouchers import OpenItem
from reception_app.storage import budget, drawers, settings
from reception_app.storage import vouchers as stored
from reception_app.ui import theme
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.money.vouchers.card import VouchersCard
from reception_app.ui.money.vouchers.dialog import VoucherAnswer, VoucherDialog, VoucherForm
from reception_app.ui.money.vouchers.open_items_card import OpenItemsCard
from reception_app.ui.money.vouchers.reason_dialog import ReasonDialog
from reception_app.ui.parts.message import ask
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

_ASIDE_WIDTH = 288
_WITH_ASIDE = 1000
"""From this width on the open items stand beside the vouchers, in px."""


class ExpensesTab(MoneyTab):
    """Books, shows, attaches and corrects what goes out and comes in besides fees."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        self.card = VouchersCard(workplace.wording)
        self.open_items = OpenItemsCard()
        # What was looked at goes when the window goes.
        self._looked_at = QTemporaryDir()
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Read the vouchers and what is open again."""
        event_file = self.workplace.event_file
        names = account_names(event_file, self.workplace.wording)
        self.card.show_vouchers(stored.list_vouchers(event_file), names)
        self.open_items.show_items(vouchers.list_open_items(event_file))

    def form(self, kind: VoucherKind) -> VoucherForm:
        """What the form of a voucher of this kind offers now."""
        event_file = self.workplace.event_file
        account = bill if kind is VoucherKind.BILL else prepayment
        papers = [
            one
            for one in stored.list_vouchers(event_file)
            if not one.reversed and vouchers.left_of(event_file, account(one.id))
        ]
        shifts = drawers.list_shifts(event_file)
        return VoucherForm(
            currency=settings.find_event(event_file).currency,
            today=self.workplace.now().date(),
            names=account_names(event_file, self.workplace.wording),
            organizers=tuple(stored.list_organizers(event_file).values()),
            settles=tuple(papers),
            boxes=tuple(shift.box for shift in shifts if shift.closed_at is None),
            lines=tuple(
                line.account
                for line in budget.list_budget(event_file)
                if split_account(line.account)[1]
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a small window the vouchers get all the room."""
        super().resizeEvent(event)
        self.open_items.setVisible(self.width() >= _WITH_ASIDE)

    def _build_layout(self) -> None:
        self.open_items.setFixedWidth(_ASIDE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        row.addWidget(self.card, 1)
        row.addWidget(self.open_items)
        self.setFocusProxy(self.card.table)

    def _connect(self) -> None:
        self.card.booking_asked.connect(self._ask_booking)
        self.card.opening_asked.connect(self._open_evidence)
        self.card.attaching_asked.connect(self._ask_files)
        self.card.files_dropped.connect(self._attach)
        self.card.explaining_asked.connect(self._explain)
        self.card.correction_asked.connect(self._correct)
        self.card.arrival_asked.connect(self._confirm_arrival)
        self.open_items.settling_asked.connect(self._settle)

    def _ask_booking(self, kind: VoucherKind) -> None:
        wording = self.workplace.wording
        self._show_form(VoucherDialog(self, kind, self.form(kind), wording, self._book))

    def _settle(self, item: OpenItem) -> None:
        kind = VoucherKind.EXPENSE if item.kind is VoucherKind.PREPAYMENT else item.kind
        dialog = VoucherDialog(self, kind, self.form(kind), self.workplace.wording, self._book)
        settles = item.paper.id if item.paper else None
        organizer = item.name if item.organizer else ""
        dialog.prefill(amount=item.amount, organizer=organizer, settles=settles)
        self._show_form(dialog)

    def _show_form(self, dialog: VoucherDialog) -> None:
        if dialog.taken():
            words = QCoreApplication.translate("ExpensesTab", "Booked as no. %1.")
            number = stored.next_voucher_number(self.workplace.event_file) - 1
            self.acted.emit(filled(words, number))

    def _book(self, answer: VoucherAnswer) -> None:
        """Book what the form says; the form shows what is raised."""
        event_file, now = self.workplace.event_file, self.workplace.now()
        order, operator = answer.order, self.workplace.operator
        if answer.organizer:
            organizer = vouchers.organizer_named(
                event_file, answer.organizer, now=now, operator=operator
            )
            order = replace(order, organizer=organizer)
        evidence.book_with_evidence(event_file, order, answer.files, now=now, operator=operator)

    def _open_evidence(self, voucher: Voucher) -> None:
        try:
            for one in voucher.evidence:
                folder = Path(self._looked_at.path())
                path = evidence.extract_evidence(self.workplace.event_file, one, folder)
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        except ReceptionError as error:
            self.refused.emit(error)

    def _ask_files(self, voucher: Voucher) -> None:
        translate = QCoreApplication.translate
        pictures = translate("VoucherDialog", "Photos and PDF")
        kinds = " ".join(f"*{suffix}" for suffix in (*SUFFIXES.values(), ".jpeg", ".heif"))
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            translate("VoucherDialog", "Choose the photo or PDF of the receipt"),
            "",
            f"{pictures} ({kinds})",
        )
        if chosen:
            self._attach(voucher, chosen)

    def _attach(self, voucher: Voucher, paths: Sequence[str]) -> None:
        try:
            for path in paths:
                evidence.attach_evidence(
                    self.workplace.event_file, voucher.id, Path(path), now=self.workplace.now(),
                    operator=self.workplace.operator,
                )  # fmt: skip
        except ReceptionError as error:
            self.refused.emit(error)
            return
        words = QCoreApplication.translate("ExpensesTab", "Attached to no. %1.")
        self.acted.emit(filled(words, voucher.number))

    def _explain(self, voucher: Voucher) -> None:
        translate = QCoreApplication.translate
        title = filled(translate("ExpensesTab", "No receipt for no. %1"), voucher.number)
        reason = ReasonDialog.ask(self, title, translate("ExpensesTab", "Save"))
        if reason is None:
            return
        self._do(
            lambda: vouchers.explain_missing_receipt(
                self.workplace.event_file, voucher.id, reason, now=self.workplace.now(),
                operator=self.workplace.operator,
            ),
            translate("ExpensesTab", "Saved."),
        )  # fmt: skip

    def _correct(self, voucher: Voucher) -> None:
        translate = QCoreApplication.translate
        title = filled(translate("ExpensesTab", "Take back no. %1"), voucher.number)
        meaning = filled(
            translate("ExpensesTab", "%1 are booked back. The number stays, marked as taken back."),
            voucher.amount,
        )
        deed = translate("ExpensesTab", "Take back")
        reason = ReasonDialog.ask(self, title, deed, meaning=meaning)
        if reason is not None:
            self._do(
                lambda: vouchers.correct_voucher(
                    self.workplace.event_file, voucher.id, reason, now=self.workplace.now(),
                    operator=self.workplace.operator,
                ),
                translate("ExpensesTab", "Taken back."),
            )  # fmt: skip

    def _confirm_arrival(self) -> None:
        translate = QCoreApplication.translate
        event_file = self.workplace.event_file
        text = translate(
            "ExpensesTab",
            "%1 are under way to the bank. Does the passbook show all of it? Where you take"
            " statements in, leave this to their rows.",
        )
        words = filled(text, bank_transit.under_way(event_file))
        title = translate("ExpensesTab", "At the bank")
        if ask(self, title, words, yes=translate("ExpensesTab", "All of it is there")):
            self._do(
                lambda: bank_transit.confirm_arrival(
                    event_file, now=self.workplace.now(), operator=self.workplace.operator
                ),
                translate("ExpensesTab", "Booked as arrived at the bank."),
            )

    def _do(self, deed: Callable[[], object], words: str) -> None:
        """Do it and say so, or say why not."""
        try:
            deed()
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.acted.emit(words)
