"""Providers' payouts in the window: what PayPay and the card took, paid out, kept, never paid."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_money, format_number
from reception_app.services.payouts import PROVIDERS, match_transactions
from reception_app.services.provider_account import (
    ProviderAccount,
    ProviderLine,
    ProviderLineKind,
    provider_account,
)
from reception_app.storage import settings
from reception_app.storage.guests import find_guest
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_EDGE = theme.GRID * 2
_GREEN, _AMBER, _RED, _GREY = "#00795C", "#F5B301", "#B3261E", "#98A2B3"


class PayoutsView(QWidget):
    """One provider at a time; `row_asked` carries the bank's row that paid a payment out."""

    row_asked = Signal(str)
    acted = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._currency = "JPY"
        translate = QCoreApplication.translate
        words = workplace.wording
        self.providers = ChipRow(*(words.text("statement_account", one) for one in PROVIDERS))
        self.sums = Label(bold=True, wrap=True)
        self.trouble = Label(tone="warn", wrap=True)
        self.pair = ActionButton("", primary=True, key="F6")
        self.table = RowTable(
            (
                Heading(translate("PayoutsView", "State"), 168),
                Heading(translate("PayoutsView", "When"), 128),
                Heading(translate("PayoutsView", "Guest"), 0),
                Heading(translate("PayoutsView", "Amount"), 112, is_figure=True),
            )
        )
        self._build_layout()
        self.providers.chosen.connect(self.refresh)
        self.pair.clicked.connect(self._pair)
        self.table.activated.connect(self._open)

    def refresh(self) -> None:
        """Read the provider's account again."""
        event = self._workplace.event_file
        self._currency = settings.find_event(event).currency
        account = provider_account(event, PROVIDERS[self.providers.current])
        self._tell(account)
        self.table.show_rows([self._row(line) for line in reversed(account.lines)])

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, 4)
        head.setSpacing(theme.GRID * 2)
        head.addWidget(self.providers)
        head.addWidget(self.sums, 1)
        head.addWidget(self.pair)
        below = QVBoxLayout()
        below.setContentsMargins(_EDGE, 0, _EDGE, theme.GRID)
        below.addWidget(self.trouble)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addLayout(below)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setFocusProxy(self.table)

    def _tell(self, account: ProviderAccount) -> None:
        translate = QCoreApplication.translate
        words = translate("PayoutsView", "Taken %1 · paid out %2 · fees %3 · outstanding %4")
        amounts = (account.taken, account.paid_out, account.fees, account.outstanding)
        self.sums.setText(filled(words, *(self._money(minor) for minor in amounts)))
        kinds = Counter(line.kind for line in account.lines)
        never, unwritten = (
            kinds[ProviderLineKind.PASSED_OVER],
            kinds[ProviderLineKind.NOT_IN_BOOKS],
        )
        unknown = kinds[ProviderLineKind.NOT_AT_PROVIDER]
        told = []
        if never:
            told.append(
                translate("PayoutsView", "%n payment(s) were passed over by a payout.", "", never)
            )
        if unwritten:
            told.append(
                translate("PayoutsView", "%n of its list are not in the books.", "", unwritten)
            )
        if unknown:
            told.append(
                translate("PayoutsView", "%n of the books are not on its list.", "", unknown)
            )
        self.trouble.set_tone("warn" if account.lines else "muted")
        if not account.lines:
            nothing = translate("PayoutsView", "No payment was taken this way yet.")
            told.append(nothing)
        self.trouble.setText(" ".join(told))
        self.trouble.setVisible(bool(told))
        pairs = account.to_pair
        self.pair.set_caption(translate("PayoutsView", "Pair %n row(s) of its list", "", pairs))
        self.pair.setVisible(pairs > 0)

    def _row(self, line: ProviderLine) -> Row:
        colour, words, tone = _kind_words(line.kind)
        guest = find_guest(self._workplace.event_file, line.guest) if line.guest else None
        return Row(
            f"{line.payout or ''} {line.entry or line.row}",
            (
                Cell(words, swatch=colour, tone=tone, order=line.kind.value),
                Cell(f"{line.at.astimezone():%m-%d %H:%M}", order=line.at.isoformat()),
                Cell(guest.name if guest else line.text, bold=guest is not None),
                Cell(
                    format_number(Money(line.amount, self._currency)), bold=True, order=line.amount
                ),
            ),
        )

    def _pair(self) -> None:
        work, account = self._workplace, PROVIDERS[self.providers.current]
        try:
            paired = match_transactions(
                work.event_file, account, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        words = QCoreApplication.translate("PayoutsView", "%n row(s) paired", "", paired)
        self.acted.emit(words)

    def _open(self, index: QModelIndex) -> None:
        payout = str(index.data(Qt.ItemDataRole.UserRole)).split(" ")[0]
        if payout:
            self.row_asked.emit(payout)

    def _money(self, minor: int) -> str:
        return format_money(Money(minor, self._currency))


def _kind_words(kind: ProviderLineKind) -> tuple[str, str, Tone]:
    """Colour, word and tone of how a payment stands."""
    translate = QCoreApplication.translate
    words: dict[ProviderLineKind, tuple[str, str, Tone]] = {
        ProviderLineKind.PAID_OUT: (_GREEN, translate("PayoutsView", "Paid out"), "muted"),
        ProviderLineKind.OUTSTANDING: (_GREY, translate("PayoutsView", "Outstanding"), "ink"),
        ProviderLineKind.PASSED_OVER: (_AMBER, translate("PayoutsView", "Passed over"), "warn"),
        ProviderLineKind.NOT_IN_BOOKS: (
            _RED, translate("PayoutsView", "Not in the books"), "danger",
        ),
        ProviderLineKind.NOT_AT_PROVIDER: (
            _RED, translate("PayoutsView", "Not on its list"), "danger",
        ),
    }  # fmt: skip
    return words[kind]
