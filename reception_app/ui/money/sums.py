"""The four big sums of the money page; each opens the rows behind it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_app.domain.journal import Tender
from reception_app.domain.money import Money, format_money
from reception_app.services.totals import EventTotals
from reception_app.ui import theme
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.parts.figures import StatFigure
from reception_app.ui.parts.screen_text import filled
from reception_app.wording import Wording

_HARD_SPACE, _WORD_JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


class Sums(QWidget):
    """Charged, received, unpaid and overpaid.

    `guests_asked` carries the `DueFilter` behind a sum; `payments_asked` asks for the payments.
    """

    guests_asked = Signal(object)
    payments_asked = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        translate = QCoreApplication.translate
        self.charged = StatFigure(translate("MoneyPage", "Charged"))
        self.received = StatFigure(translate("MoneyPage", "Received"))
        self.unpaid = StatFigure(translate("MoneyPage", "Unpaid"))
        self.overpaid = StatFigure(translate("MoneyPage", "Overpaid"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        for figure in (self.charged, self.received, self.unpaid, self.overpaid):
            row.addWidget(figure, 1)
        self.charged.clicked.connect(self._ask_charged)
        self.received.clicked.connect(self.payments_asked)
        self.unpaid.clicked.connect(self._ask_unpaid)
        self.overpaid.clicked.connect(self._ask_overpaid)

    def show_totals(self, totals: EventTotals) -> None:
        """Show these sums."""
        translate = QCoreApplication.translate
        people = _people(totals.charged_guests)
        waived = filled(translate("MoneyPage", "%1 waived"), format_money(totals.waived))
        self.charged.show_figure(
            format_money(totals.charged), f"{people} · {waived}" if totals.waived else people
        )
        self.received.show_figure(format_money(totals.paid), self._received_words(totals))
        people = _people(totals.due_guests)
        inside_count = totals.due_inside_guests
        inside = translate("MoneyPage", "%n inside", "", inside_count)
        self.unpaid.show_figure(
            format_money(totals.due),
            f"{people} · {inside}" if inside_count else people,
        )
        people = _people(totals.overpaid_guests)
        self.overpaid.show_figure(format_money(totals.overpaid), people)

    def _received_words(self, totals: EventTotals) -> str:
        parts = [
            self._tender_words(tender, amount)
            for tender, amount in totals.paid_by_tender.items()
            if amount
        ]
        if totals.refunded:
            words = QCoreApplication.translate("MoneyPage", "%1 refunded")
            parts.append(filled(words, format_money(totals.refunded)))
        return f"{_HARD_SPACE}· ".join(parts)

    def _tender_words(self, tender: Tender, amount: Money) -> str:
        """The tender and its sum; a line breaks between the two, but not within the tender."""
        name = _WORD_JOINER.join(self._wording.text("tender", tender).replace(" ", _HARD_SPACE))
        return f"{name} {format_money(amount)}"

    def _ask_charged(self) -> None:
        self.guests_asked.emit(DueFilter.CHARGED)

    def _ask_unpaid(self) -> None:
        self.guests_asked.emit(DueFilter.DUE)

    def _ask_overpaid(self) -> None:
        self.guests_asked.emit(DueFilter.OVERPAID)


def _people(count: int) -> str:
    # The translations' collector understands a plain name as the number, nothing longer.
    return QCoreApplication.translate("MoneyPage", "%n guest(s)", "", count)
