"""What can be done about the guests behind a sum: one row of buttons below their table."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.door.desk_dialog import enter_desk
from reception_app.ui.money.due_card import DueCard
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.money.guest_money_dialogs import (
    AmountDialog,
    GiftDialog,
    MoveDialog,
    RefundDialog,
    WriteOffDialog,
)
from reception_app.ui.money.no_show_dialog import NoShowDialog
from reception_app.ui.money.payment_dialog import PaymentDialog
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.screen_text import filled


class DueActs(QWidget):
    """The buttons of a `DueCard`; what they record is told by the tab they belong to."""

    def __init__(self, tab: MoneyTab, card: DueCard) -> None:
        super().__init__()
        self._tab = tab
        self._card = card
        translate = QCoreApplication.translate
        self.pay = ActionButton(translate("DueActs", "Take a payment…"), key="F2", primary=True)
        self.refund = ActionButton(translate("DueActs", "Give back…"), key="F6")
        self.move_to = ActionButton(translate("DueActs", "Move to another guest…"), key="F7")
        self.gift = ActionButton(translate("DueActs", "Keep as a gift…"), key="F8")
        self.write_off = ActionButton(translate("DueActs", "Write off…"), key="F9")
        self.no_shows = ActionButton(translate("DueActs", "Who did not come…"), key="F4")
        self._of_overpaid = (self.refund, self.move_to, self.gift)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        row.setSpacing(theme.GRID)
        row.addStretch()
        for button in (*self._of_overpaid, self.no_shows, self.write_off, self.pay):
            row.addWidget(button)
        self.pay.clicked.connect(self._pay)
        self.refund.clicked.connect(self._refund)
        self.move_to.clicked.connect(self._move)
        self.gift.clicked.connect(self._gift)
        self.write_off.clicked.connect(self._write_off)
        self.no_shows.clicked.connect(self._no_shows)
        card.table.selectionModel().selectionChanged.connect(self.allow)
        card.table.rows.modelReset.connect(self.allow)
        self.allow()

    def allow(self) -> None:
        """Offer what can be done about the selected guest."""
        row, chosen = self._card.selected, self._card.chosen
        owing, overpaid = chosen is DueFilter.DUE, chosen is DueFilter.OVERPAID
        offered = {
            **dict.fromkeys(self._of_overpaid, overpaid),
            self.no_shows: not overpaid,
            self.write_off: owing,
            self.pay: owing,
        }
        # What goes is hidden first: a window grows at once for what comes, and never shrinks.
        for button, is_offered in sorted(offered.items(), key=lambda pair: pair[1]):
            button.setVisible(is_offered)
        for button in self._of_overpaid:
            button.setEnabled(row is not None and row.balance.due < 0)
        self.write_off.setEnabled(row is not None and row.balance.due > 0)
        self.pay.setEnabled(bool(self._card.chosen_rows()))

    def _pay(self) -> None:
        """Take what the selected guests owe, in one payment of the first of them."""
        rows = self._card.chosen_rows()
        desk = enter_desk(self._tab.workplace, self._tab.preferences, self) if rows else None
        if desk is None:
            return
        payers = [row.guest for row in rows]
        dialog = PaymentDialog(self._tab.workplace, desk, payers, self)
        if dialog.taken() and dialog.payment is not None:
            paid = dialog.payment
            words = QCoreApplication.translate("DueActs", "%1 taken, change %2. Receipt %3.")
            self._tab.acted.emit(
                filled(words, format_money(paid.paid), format_money(paid.change),
                       paid.receipt.label)
            )  # fmt: skip

    def _refund(self) -> None:
        row = self._card.selected
        if row is None:
            return
        dialog = RefundDialog(self._tab.workplace, row, self)
        words = QCoreApplication.translate("DueActs", "%1 given back to %2.")
        if self._done(dialog, row, words) and dialog.slip.isChecked():
            translate = QCoreApplication.translate
            name = filled(translate("DueActs", "refund slip %1.pdf"), row.guest.number)
            kind = translate("DueActs", "PDF document")
            self._tab.write_file(name, kind, partial(write_slip, dialog.entry))

    def _move(self) -> None:
        row = self._card.selected
        if row is not None:
            dialog = MoveDialog(self._tab.workplace, row, self._card.owing(), self)
            words = QCoreApplication.translate("DueActs", "%1 of %2 pay another guest's fee now.")
            self._done(dialog, row, words)

    def _gift(self) -> None:
        row = self._card.selected
        if row is not None:
            dialog = GiftDialog(self._tab.workplace, row, self)
            words = QCoreApplication.translate("DueActs", "%1 of %2 are a gift now.")
            self._done(dialog, row, words)

    def _write_off(self) -> None:
        row = self._card.selected
        if row is not None:
            dialog = WriteOffDialog(self._tab.workplace, row, self._card.currency, self)
            words = QCoreApplication.translate("DueActs", "%1 of %2 are written off.")
            self._done(dialog, row, words)

    def _no_shows(self) -> None:
        dialog = NoShowDialog(self._tab.workplace, self)
        if dialog.taken():
            self._tab.acted.emit(dialog.recorded)

    def _done(self, dialog: AmountDialog, row: GuestRow, words: str) -> bool:
        """Ask; where something was recorded, tell it."""
        if not dialog.taken():
            return False
        assert isinstance(dialog.recorded, Money)
        self._tab.acted.emit(filled(words, format_money(dialog.recorded), row.guest.name))
        return True


def write_slip(entry: str, event: EventReader, place: Path, progress: Progress) -> None:
    """Write the slip of a refund."""
    # Loaded when first used: the page opens faster without the makers of documents.
    from reception_app.services.refund_slip import write_refund_slip

    write_refund_slip(event, place, entry, progress=progress)
