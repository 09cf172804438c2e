"""Explaining a payout by hand: which payments of a provider it covers, and the fee that follows."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.domain.money import Money, format_money
from reception_app.domain.statement import StatementAccount
from reception_app.services.payouts import PROVIDERS
from reception_app.storage.guests import find_guest
from reception_app.storage.provider_payments import ProviderPayment, list_taken
from reception_app.storage.statements import RowStanding
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label, button_caption
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_SIZE = (640, 600)


@dataclass(frozen=True, slots=True)
class CoveredPayments:
    """The payments of a provider that a row pays out, as the ids of their entries."""

    account: StatementAccount
    entries: tuple[str, ...]


class PayoutDialog(QDialog):
    """All outstanding payments up to the row's day, ticked; what is not in it is unticked."""

    def __init__(
        self, window: QWidget, workplace: Workplace, row: RowStanding, currency: str,
        provider: StatementAccount,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._workplace = workplace
        self._row = row
        self._currency = currency
        self.boxes: dict[str, QCheckBox] = {}
        self._amounts: dict[str, int] = {}
        translate = QCoreApplication.translate
        wording = workplace.wording
        self.providers = ChipRow(*(wording.text("statement_account", one) for one in PROVIDERS))
        self.told = Label(bold=True, wrap=True)
        self._scroll = QScrollArea()
        self.book = ActionButton(translate("PayoutDialog", "Book it"), key="Enter", primary=True)
        self._cancel = ActionButton(translate("PayoutDialog", "Cancel"), key="Esc")
        self._build_layout()
        self.book.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.book.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.providers.chosen.connect(self._fill)
        self.providers.choose(PROVIDERS.index(provider))
        self._fill()

    @classmethod
    def ask(
        cls, window: QWidget, workplace: Workplace, row: RowStanding, currency: str,
        provider: StatementAccount,
    ) -> CoveredPayments | None:  # fmt: skip
        """The payments the row covers; None when it stays as it is."""
        dialog = cls(window, workplace, row, currency, provider)
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.covered() if taken else None

    def covered(self) -> CoveredPayments:
        """The ticked payments."""
        chosen = tuple(entry for entry, box in self.boxes.items() if box.isChecked())
        return CoveredPayments(PROVIDERS[self.providers.current], chosen)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        title = translate("PayoutDialog", "Which payments does this payout cover?")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        amount = format_money(Money(self._row.left, self._currency))
        card = Card(padding=0)
        card.body.addWidget(self._scroll, 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self.told, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.book)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True, wrap=True))
        column.addWidget(Label(f"{self._row.row.text} · {amount}", tone="muted", elide=True))
        column.addWidget(self.providers)
        column.addWidget(card, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        """Show what the chosen provider has not paid out, ticked up to the row's day."""
        account = PROVIDERS[self.providers.current]
        taken = list_taken(self._workplace.event_file, account)
        waiting = [one for one in taken if one.payout is None]
        self._amounts = {one.entry: one.amount for one in waiting}
        self.boxes = {one.entry: self._box(one) for one in waiting}
        contents = QWidget()
        contents.setObjectName("scrolled")
        column = QVBoxLayout(contents)
        column.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, theme.GRID)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addStretch()
        self._scroll.setWidget(contents)
        self._tell()

    def _box(self, payment: ProviderPayment) -> QCheckBox:
        guest = find_guest(self._workplace.event_file, payment.guest) if payment.guest else None
        when, amount = payment.at.astimezone(), Money(payment.amount, self._currency)
        words = f"{when:%m-%d %H:%M}  {format_money(amount)}  {guest.name if guest else ''}"
        box = QCheckBox(button_caption(words.rstrip()))
        box.setChecked(when.date() <= self._row.row.date)
        box.toggled.connect(self._tell)
        return box

    def _tell(self) -> None:
        """Say what the fee would be."""
        translate = QCoreApplication.translate
        gross = sum(self._amounts[entry] for entry in self.covered().entries)
        fee = gross - self._row.left
        words = translate("PayoutDialog", "Payments %1 · fee %2")
        if fee < 0:
            words = translate("PayoutDialog", "Payments %1: the row is more than that")
        amounts = (format_money(Money(minor, self._currency)) for minor in (gross, fee))
        self.told.setText(filled(words, *amounts))
        self.told.set_tone("danger" if fee < 0 else "ink")
        self.book.setEnabled(gross > 0 and fee >= 0)
