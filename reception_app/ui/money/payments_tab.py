"""The payments, and taking one back that was a mistake."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Tender
from reception_app.domain.money import format_money
from reception_app.services.payments import correct_payment
from reception_app.storage import guests, settings
from reception_app.storage.payments import PaymentRow, list_payments
from reception_app.ui.money.correct_dialog import CorrectDialog
from reception_app.ui.money.payments_card import PaymentsCard
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.screen_text import filled
from reception_app.ui.workplace import Workplace


class PaymentsTab(MoneyTab):
    """Every payment, newest first."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        self.card = PaymentsCard(workplace.wording, self._find_guests)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.setFocusProxy(self.card.table)
        self.card.correction_asked.connect(self._correct)

    def refresh(self) -> None:
        """Read the payments again."""
        event_file = self.workplace.event_file
        currency = settings.find_event(event_file).currency
        self.card.show_payments(list_payments(event_file), currency)

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
        try:
            back = correct_payment(event_file, row.entry, reason, desk=desk, now=now)
        except ReceptionError as error:
            self.refused.emit(error)
            return
        translate = QCoreApplication.translate
        if row.tender is Tender.CASH and back:
            words = translate("PaymentsTab", "Taken back. Hand back %1.")
            self.acted.emit(filled(words, format_money(back)))
        else:
            self.acted.emit(translate("PaymentsTab", "Taken back. The fee is due again."))
