"""The tender pad: what a guest hands over for the fee, the change, and one Enter to take it.

It needs no focus of its own: keys reach it through the scan line (`ScanInput.set_taker`), so the
line stays ready for the next badge. Letters choose a way to pay, Enter carries the choice out; a
letter that turns out to begin a name is given back to the line.
"""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reception_app.domain.drawer import likely_tenders
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Tender, TenderBelowDue, change_for
from reception_app.domain.money import EXPONENTS, Money, format_money, format_number, parse_money
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.card import Card
from reception_app.ui.icons import IconPicture
from reception_app.ui.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording

PAY_LATER = "later"
"""The choice beside the tenders: the guest enters now and pays another time."""

_KEYS = {
    "p": Tender.PAYPAY,
    "c": Tender.CARD,
    "t": Tender.TRANSFER,
    "l": PAY_LATER,
}
_EXACT_KEY = "0"
_PARTY_KEY = "+"
_LONGEST_TYPED = 13
_THOUSAND = 1000
_FIGURE_SIZES = ((7, 40), (9, 30), (100, 22))
"""Up to so many signs stand in so many px."""

_PLAUSIBLE = 12
"""A tender is taken as thousands only up to so many times the due; more is a slip."""


class TenderPad(Card):
    """The pad under an answer that asks for a fee.

    `taken` carries the `Tender` and the `Money` handed over: for cash at least what is due,
    otherwise exactly that. `later_asked` says that a reason for paying later must be asked for,
    `party_chosen` whether the companions' fees are taken too.
    """

    taken = Signal(object, object)
    later_asked = Signal()
    party_chosen = Signal(bool)

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=theme.PAGE_MARGIN)
        self._wording = wording
        self._due = Money(0, "JPY")
        self._dues = (self._due, self._due)
        self._with_party = False
        self._likely: tuple[Money, ...] = ()
        self._typed = ""
        self._choice: str = Tender.CASH
        self._chosen_before: str = Tender.CASH
        self._armed = False
        self._received_name = Label(size=Type.SMALL + 1, tone="muted")
        self._received = Label(size=_FIGURE_SIZES[0][1])
        self._change_name = Label(size=Type.SMALL + 1, tone="muted")
        self._change = Label(size=_FIGURE_SIZES[0][1], bold=True)
        self._take = ActionButton("", key="Enter", primary=True, height=64, size=Type.LARGE)
        self._says = Label(tone="danger", elide=True)
        self._exact = ActionButton("", key=_EXACT_KEY)
        self._notes = [ActionButton("") for _ in range(3)]
        self._party = ActionButton("", key=_PARTY_KEY)
        self._ways = {way: ActionButton("", key=key.upper()) for key, way in _KEYS.items()}
        self._build_layout()
        self._connect()
        self._set_texts()

    @property
    def received(self) -> Money | None:
        """What is handed over by what was typed and chosen; `None` while it cannot be taken."""
        try:
            amount = self._amount()
            change_for(amount, self._due)
        except ReceptionError:
            return None
        return amount

    @property
    def choice(self) -> str:
        """The `Tender` Enter will take, or `PAY_LATER`."""
        return self._choice

    @property
    def due(self) -> Money:
        """What is asked for, the companions' fees included when they are taken too."""
        return self._due

    @property
    def with_party(self) -> bool:
        """Whether the companions' fees are taken too."""
        return self._with_party

    def ask(self, due: Money, *, party_due: Money | None = None) -> None:
        """Ask for this fee; Enter alone takes it exactly, in cash.

        `party_due` is what the companions owe together: their fees can be taken in the same
        payment.
        """
        self._dues = (due, due + party_due) if party_due else (due, due)
        self._party.setVisible(bool(party_due))
        self._with_party = False
        self._ask_for(due)

    def disarm(self) -> None:
        """Take no keys: nothing is asked for now."""
        self._armed = False

    def rearm(self) -> None:
        """Take keys again: what Enter carried out did not come to pass."""
        self._armed = True

    def take(self, key: str) -> bool:
        r"""Act on a key: digits, letters of the ways to pay, `\b` Backspace, `\r` Enter."""
        if not self._armed:
            return False
        if key == "\r":
            self._carry_out()
        elif key == "\b":
            self._type(self._typed[:-1])
        elif key in "0123456789" or (key in ".," and self._typed):
            self._type(self._typed + key.replace(",", "."))
        elif key.lower() in _KEYS:
            self._chosen_before = self._choice
            self._choose(_KEYS[key.lower()])
            if self._choice == PAY_LATER:
                self._carry_out()
        elif key == _PARTY_KEY and self._party.isVisibleTo(self):
            self._take_party()
        else:
            return False
        return True

    def give_back(self) -> None:
        """Forget the letter taken last: it was the beginning of a name."""
        self._choose(self._chosen_before)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._set_texts()

    def _build_layout(self) -> None:
        field = QFrame()
        field.setObjectName("amountField")
        field.setFixedHeight(64)
        inside = QHBoxLayout(field)
        inside.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, 0)
        inside.addWidget(self._received)
        self._received.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setMinimumWidth(184)

        received, change = QVBoxLayout(), QVBoxLayout()
        for column, name, figure in (
            (received, self._received_name, field),
            (change, self._change_name, self._change),
        ):
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(figure)
        self._change.setFixedHeight(64)
        self._change.setMinimumWidth(120)

        arrow = QVBoxLayout()
        arrow.addStretch()
        arrow.addWidget(IconPicture("arrow_right", size=28))
        arrow.addSpacing(18)

        sums = QHBoxLayout()
        sums.setSpacing(12)
        sums.addLayout(received)
        sums.addLayout(arrow)
        sums.addLayout(change, 1)
        sums.addWidget(self._take, alignment=Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(sums)
        self._says.setFixedHeight(theme.GRID * 3)
        self.body.addWidget(self._says)
        for row in ((self._exact, *self._notes, self._party), tuple(self._ways.values())):
            line = QHBoxLayout()
            line.setSpacing(theme.GRID)
            for button in row:
                line.addWidget(button)
            line.addStretch()
            self.body.addLayout(line)

    def _connect(self) -> None:
        self._take.clicked.connect(self._carry_out)
        self._exact.clicked.connect(self._take_exact)
        self._party.clicked.connect(self._take_party)
        for button in self._notes:
            button.clicked.connect(self._take_note)
        for button in self._ways.values():
            button.clicked.connect(self._take_way)

    def _set_texts(self) -> None:
        translate = QCoreApplication.translate
        self._received_name.setText(translate("TenderPad", "Received"))
        self._change_name.setText(translate("TenderPad", "Change"))
        self._exact.set_caption(translate("TenderPad", "Exact"))
        self._party.set_caption(translate("TenderPad", "Companions too"))
        self._ways[Tender.PAYPAY].set_caption("PayPay")
        self._ways[Tender.CARD].set_caption(translate("TenderPad", "Card"))
        self._ways[Tender.TRANSFER].set_caption(translate("TenderPad", "Already transferred"))
        self._ways[PAY_LATER].set_caption(translate("TenderPad", "Pay later"))
        self._captions = {
            Tender.CASH: translate("TenderPad", "Take and admit"),
            Tender.PAYPAY: translate("TenderPad", "Paid by PayPay, admit"),
            Tender.CARD: translate("TenderPad", "Paid by card, admit"),
            Tender.TRANSFER: translate("TenderPad", "Transferred, admit"),
            PAY_LATER: translate("TenderPad", "Admit, pay later…"),
        }
        self._refresh()

    def _ask_for(self, due: Money) -> None:
        self._due = due
        self._likely = likely_tenders(due)
        self._armed = True
        self._party.set_chosen(self._with_party)
        self._choose(Tender.CASH)
        for button, amount in zip(self._notes, self._likely, strict=False):
            button.set_caption(format_money(amount))
            button.set_key(_shortest_typing(amount, due))
        for number, button in enumerate(self._notes):
            button.setVisible(number < len(self._likely))
        self._chosen_before = self._choice

    def _take_exact(self) -> None:
        self._choose(Tender.CASH)

    def _take_note(self) -> None:
        amount = self._likely[self._notes.index(self._pressed())]
        self._choose(Tender.CASH)
        self._type(format_number(amount).replace(",", ""))

    def _take_way(self) -> None:
        pressed = self._pressed()
        self._choose(next(way for way, button in self._ways.items() if button is pressed))
        if self._choice == PAY_LATER:
            self._carry_out()

    def _take_party(self) -> None:
        self._with_party = not self._with_party
        self._ask_for(self._dues[self._with_party])
        self.party_chosen.emit(self._with_party)

    def _pressed(self) -> ActionButton:
        button = self.sender()
        assert isinstance(button, ActionButton)
        return button

    def _choose(self, choice: str) -> None:
        self._choice = choice
        self._typed = ""
        self._refresh()

    def _type(self, typed: str) -> None:
        self._choice = Tender.CASH
        self._typed = "" if typed == _EXACT_KEY else typed[:_LONGEST_TYPED]
        self._refresh()

    def _amount(self) -> Money:
        """What is handed over.

        Raises:
            ReceptionError: what was typed is no amount of money.
        """
        if self._choice != Tender.CASH or not self._typed:
            return self._due
        amount = parse_money(self._typed, self._due.currency)
        thousands = amount * _THOUSAND
        whole = EXPONENTS[self._due.currency] == 0
        if whole and amount < self._due <= thousands <= self._due * _PLAUSIBLE:
            return thousands
        return amount

    def _refresh(self) -> None:
        says, change = "", ""
        try:
            amount = self._amount()
            shown = format_number(amount)
            change = format_money(change_for(amount, self._due))
        except TenderBelowDue as error:
            says = QCoreApplication.translate("TenderPad", "%1 more is needed.").replace(
                "%1", format_money(error.due - error.tendered)
            )
        except ReceptionError as error:
            shown, says = self._typed, self._wording.error(error)
        cash = self._choice == Tender.CASH
        _show_figure(self._received, shown)
        self._received.set_tone("ink" if self._typed else "muted")
        _show_figure(self._change, change if cash and not says else "–")
        self._says.setText(says or self._hint())
        self._says.set_tone("danger" if says else "muted")
        self._take.setEnabled(not says)
        self._take.set_caption(self._captions[self._choice])
        self._mark()

    def _hint(self) -> str:
        """How to type what is handed over; empty where nothing round is near."""
        if not self._likely:
            return ""
        amount = self._likely[-1]
        text = QCoreApplication.translate("TenderPad", "Type what you are given: %1 is %2.")
        typing = _shortest_typing(amount, self._due)
        return text.replace("%1", typing).replace("%2", format_money(amount))

    def _mark(self) -> None:
        cash = self._choice == Tender.CASH
        received = self.received
        self._exact.set_chosen(cash and not self._typed)
        for button, amount in zip(self._notes, self._likely, strict=False):
            button.set_chosen(cash and bool(self._typed) and amount == received)
        for way, button in self._ways.items():
            button.set_chosen(way == self._choice)

    def _carry_out(self) -> None:
        received = self.received
        if not self._armed or received is None:
            return
        self._armed = False
        if self._choice == PAY_LATER:
            self.later_asked.emit()
        else:
            self.taken.emit(Tender(self._choice), received)


def _show_figure(label: Label, figure: str) -> None:
    """Show the figure as large as its length allows."""
    size = next(size for longest, size in _FIGURE_SIZES if len(figure) <= longest)
    if label.font().pixelSize() != size:
        label.setFont(theme.font(size, bold=label.font().bold()))
    label.setText(figure)


def _shortest_typing(amount: Money, due: Money) -> str:
    """The digits that mean this amount: `10` for ¥10,000, since less than the due is thousands."""
    digits = format_number(amount).replace(",", "")
    if EXPONENTS[amount.currency]:
        return digits.rstrip("0").rstrip(".")
    short = digits.removesuffix("000")
    fits = amount <= due * _PLAUSIBLE and Money(int(short), due.currency) < due
    return short if fits else digits
