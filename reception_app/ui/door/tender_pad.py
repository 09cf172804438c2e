"""The tender pad: what is handed over for the fee, the change, and one Enter to take it.

It needs no focus of its own: keys reach it through the scan line (`ScanInput.set_taker`), so the
line stays ready for the next badge. Letters choose a way to pay, Enter carries the choice out; a
letter that turns out to begin a name is given back to the line. Less than is due, typed before such
a letter, is paid in that way and the rest in another.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.drawer import likely_tenders
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Tender, TenderBelowDue, change_for
from reception_app.domain.money import EXPONENTS, Money, format_money, format_number
from reception_app.ui import theme
from reception_app.ui.door.tender_entry import PAY_LATER, PLAUSIBLE, TenderEntry
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.icons import IconPicture
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_KEYS = {
    "p": Tender.PAYPAY,
    "c": Tender.CARD,
    "t": Tender.TRANSFER,
    "l": PAY_LATER,
}
_EXACT_KEY = "0"
_PARTY_KEY = "+"
_OTHERS_KEY = "F6"
_PART_KEY = "a"
_EACH_KEY = "e"
_FIGURE_SIZES = ((7, 40), (9, 30), (100, 22))
"""Up to so many signs stand in so many px."""


class TenderPad(Card):
    """The pad under an answer that asks for a fee.

    `taken` carries a `Taking`: all that is due. `part_taken` carries one of less, whose rest needs
    a promise; `later_asked` says that nothing is paid now. `party_chosen` says whether the fees of
    the companions are taken too, `others_asked` that further guests are to be paid for; `changed`
    tells of anything typed or asked for.
    """

    taken = Signal(object)
    part_taken = Signal(object)
    later_asked = Signal()
    party_chosen = Signal(bool)
    others_asked = Signal()
    changed = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=theme.PAGE_MARGIN)
        self._wording = wording
        self._entry = TenderEntry(Money(0, "JPY"))
        self._before = self._entry
        self._dues = (self._entry.due, self._entry.due)
        self._with_party = False
        self._is_for_several = False
        self._receipt_each = False
        self._likely: tuple[Money, ...] = ()
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
        self._others = ActionButton("", key=_OTHERS_KEY)
        self._each = ActionButton("", key=_EACH_KEY.upper())
        self._part = ActionButton("", key=_PART_KEY.upper())
        self._ways = {way: ActionButton("", key=key.upper()) for key, way in _KEYS.items()}
        self._build_layout()
        self._connect()
        self._set_texts()

    @property
    def received(self) -> Money | None:
        """All that is handed over by what was typed and chosen; None while it cannot be taken."""
        taking = self._entry.taking()
        return taking.received if taking else None

    @property
    def choice(self) -> str:
        """The `Tender` Enter will take, or `PAY_LATER`."""
        return self._entry.choice

    @property
    def due(self) -> Money:
        """What is asked for, the companions' fees included when they are taken too."""
        return self._entry.due

    @property
    def with_party(self) -> bool:
        """Whether the companions' fees are taken too."""
        return self._with_party

    def ask(self, due: Money, *, party_due: Money | None = None, for_several: bool = False) -> None:
        """Ask for this fee; Enter alone takes it exactly, in cash.

        `party_due` is what the companions owe together: their fees can be taken in the same
        payment. `for_several` says that it is the fee of several guests.
        """
        self._dues = (due, due + party_due) if party_due else (due, due)
        self._party.setVisible(bool(party_due))
        self._with_party = False
        self._is_for_several = for_several
        self._receipt_each = False
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
        self._before = self._entry
        if key == "\r":
            self._carry_out()
        elif key == "\b":
            self._show(self._entry.without_last())
        elif key in "0123456789" or (key in ".," and self._entry.typed):
            self._show(self._entry.with_typed(self._entry.typed + key.replace(",", ".")))
        elif key.lower() in _KEYS:
            self._choose(_KEYS[key.lower()])
        elif key == _PARTY_KEY and self._party.isVisibleTo(self):
            self._take_party()
        elif key.lower() == _PART_KEY and self._entry.is_partial:
            self._take_part()
        elif key.lower() == _EACH_KEY and self._each.isVisibleTo(self):
            self._toggle_each()
        else:
            return False
        return True

    def give_back(self) -> None:
        """Forget the letter taken last: it was the beginning of a name."""
        self._show(self._before)

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
        for row in (
            (self._exact, *self._notes, self._party, self._others, self._each),
            (*self._ways.values(), self._part),
        ):
            buttons = QWidget()
            line = FlowLayout(buttons)
            for button in row:
                line.addWidget(button)
            self.body.addWidget(buttons)

    def _connect(self) -> None:
        self._take.clicked.connect(self._carry_out)
        self._exact.clicked.connect(self._take_exact)
        self._party.clicked.connect(self._take_party)
        self._others.clicked.connect(self.others_asked)
        self._each.clicked.connect(self._toggle_each)
        self._part.clicked.connect(self._take_part)
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
        self._others.set_caption(translate("TenderPad", "For others too…"))
        self._each.set_caption(translate("TenderPad", "A receipt each"))
        self._part.set_caption(translate("TenderPad", "Only this, the rest later…"))
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
        self._likely = likely_tenders(due)
        self._armed = True
        self._party.set_chosen(self._with_party)
        several = self._is_for_several or self._with_party
        self._each.setVisible(several)
        self._show(TenderEntry(due))
        self._before = self._entry
        for button, amount in zip(self._notes, self._likely, strict=False):
            button.set_caption(format_money(amount))
            button.set_key(_shortest_typing(amount, due))
        for number, button in enumerate(self._notes):
            button.setVisible(number < len(self._likely))

    def _take_exact(self) -> None:
        self._show(replace(self._entry, typed="", choice=Tender.CASH))

    def _take_note(self) -> None:
        amount = self._likely[self._notes.index(self._pressed())]
        self._show(self._entry.with_typed(format_number(amount).replace(",", "")))

    def _take_way(self) -> None:
        pressed = self._pressed()
        self._choose(next(way for way, button in self._ways.items() if button is pressed))

    def _take_party(self) -> None:
        self._with_party = not self._with_party
        self._ask_for(self._dues[self._with_party])
        self.party_chosen.emit(self._with_party)

    def _toggle_each(self) -> None:
        self._receipt_each = not self._receipt_each
        self._show(replace(self._entry, beside=()))

    def _pressed(self) -> ActionButton:
        button = self.sender()
        assert isinstance(button, ActionButton)
        return button

    def _choose(self, choice: str) -> None:
        if self._receipt_each and self._entry.part is not None:
            self._receipt_each = False  # a receipt for each is for one tender
        self._show(self._entry.chosen(choice))
        if self._entry.choice == PAY_LATER:
            self._carry_out()

    def _show(self, entry: TenderEntry) -> None:
        self._entry = entry
        self._refresh()

    def _refresh(self) -> None:
        entry = self._entry
        says, change = "", ""
        try:
            amount = entry.amount()
            shown = format_number(amount)
            change = format_money(change_for(amount, entry.rest))
        except TenderBelowDue as error:
            says = self._too_little(error)
            shown = format_number(entry.part or error.tendered)
        except ReceptionError as error:
            shown, says = entry.typed, self._wording.error(error)
        cash = entry.choice == Tender.CASH
        _show_figure(self._received, shown)
        self._received.set_tone("ink" if entry.typed else "muted")
        _show_figure(self._change, change if cash and not says else "–")
        self._says.setText(says or self._beside_words() or self._hint())
        self._says.set_tone("danger" if says else "ink" if entry.beside else "muted")
        self._take.setEnabled(not says)
        self._take.set_caption(self._captions[entry.choice])
        self._part.setVisible(entry.is_partial)
        self._mark()
        self.changed.emit()

    def _too_little(self, error: TenderBelowDue) -> str:
        translate = QCoreApplication.translate
        text = translate("TenderPad", "%1 more is needed.")
        if self._entry.part is not None:
            text = translate(
                "TenderPad", "%1 more is needed. P or C: this much by PayPay or card first."
            )
        return text.replace("%1", format_money(error.due - (self._entry.part or error.tendered)))

    def _beside_words(self) -> str:
        """What is paid by other tenders already, and what is left; empty when nothing is."""
        entry = self._entry
        if not entry.beside:
            return ""
        parts = ", ".join(
            f"{self._wording.text('tender', part.tender)} {format_money(part.amount)}"
            for part in entry.beside
        )
        left = QCoreApplication.translate("TenderPad", "%1 · the rest: %2")
        return left.replace("%1", parts).replace("%2", format_money(entry.rest))

    def _hint(self) -> str:
        """How to type what is handed over; empty where nothing round is near."""
        if not self._likely:
            return ""
        amount = self._likely[-1]
        text = QCoreApplication.translate("TenderPad", "Type what you are given: %1 is %2.")
        typing = _shortest_typing(amount, self._entry.due)
        return text.replace("%1", typing).replace("%2", format_money(amount))

    def _mark(self) -> None:
        entry = self._entry
        cash = entry.choice == Tender.CASH
        received = self.received
        self._exact.set_chosen(cash and not entry.typed)
        for button, amount in zip(self._notes, self._likely, strict=False):
            button.set_chosen(cash and bool(entry.typed) and amount == received)
        for way, button in self._ways.items():
            button.set_chosen(way == entry.choice)
        self._each.set_chosen(self._receipt_each)

    def _carry_out(self) -> None:
        if not self._armed:
            return
        if self._entry.choice == PAY_LATER:
            self._armed = False
            self.later_asked.emit()
            return
        taking = self._entry.taking()
        if taking is not None:
            self._armed = False
            each = self._receipt_each and not taking.beside
            self.taken.emit(replace(taking, receipt_each=each))

    def _take_part(self) -> None:
        taking = self._entry.part_taking()
        if self._armed and taking is not None:
            self._armed = False
            self.part_taken.emit(taking)


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
    fits = amount <= due * PLAUSIBLE and Money(int(short), due.currency) < due
    return short if fits else digits
