"""The right side of matching: one row large, what it may be, and the keys that act."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.money.reconcile.choice_list import ChoiceList
from reception_app.ui.money.reconcile.choices import Choice
from reception_app.ui.money.reconcile.guest_finder import GuestFinder
from reception_app.ui.parts.card import Card, Line
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.theme import Type

_EDGE = theme.GRID * 2
_KEY_GAP = 12
_KEY_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class KeyOffer:
    """A key and what it does to the row on show."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class PanelView:
    """All the panel shows of one row.

    `asks` is the question over the choices, `says` stands in their place when there are none.
    """

    text: str
    amount: str
    beneath: str
    state: str = ""
    tone: Tone = "muted"
    asks: str = ""
    choices: tuple[Choice, ...] = ()
    says: str = ""
    offers: tuple[KeyOffer, ...] = ()


class RowPanel(Card):
    """Shows a `PanelView`; `pressed` carries the key of a choice or an offer that was clicked."""

    pressed = Signal(str)

    def __init__(self, finder: GuestFinder) -> None:
        super().__init__(padding=0)
        self.finder = finder
        self.view = PanelView("", "", "")
        self._text = Label(size=Type.LARGE, bold=True, elide=True)
        self._amount = Label(size=Type.TITLE, bold=True)
        self._beneath = Label(tone="muted", elide=True)
        self._state = Label(bold=True)
        self._asks = Label(bold=True, elide=True)
        self._says = Label(tone="muted", wrap=True)
        self.list = ChoiceList()
        self._stack = QStackedWidget()
        self._keys = QWidget()
        self._flow = FlowLayout(self._keys, spacing=_KEY_GAP)
        self._buttons: dict[str, KeyHint] = {}
        self._build_layout()
        self.list.picked.connect(self.pressed)

    @property
    def is_asking(self) -> bool:
        """Whether a person is amid a search or a question about a misfit."""
        asked = any(offer.key == "Esc" for offer in self.view.offers)
        return asked or self._stack.currentWidget() is self.finder

    def show_view(self, view: PanelView) -> None:
        """Show this row instead; only what changed is touched."""
        self.view = view
        self._text.setText(view.text)
        self._amount.setText(view.amount)
        self._beneath.setText(view.beneath)
        self._state.setText(view.state)
        self._state.set_tone(view.tone)
        self._asks.setText(view.asks)
        self._says.setText(view.says)
        self._says.setVisible(bool(view.says))
        self.list.show_choices(view.choices)
        self._show_offers(view.offers)
        self.hide_finder()

    def show_finder(self) -> None:
        """Let a person search a guest by hand."""
        self._asks.setText(QCoreApplication.translate("RowPanel", "Whose is it?"))
        self._stack.setCurrentWidget(self.finder)
        self.finder.begin()

    def hide_finder(self) -> None:
        """Show the choices again."""
        self._asks.setText(self.view.asks)
        self._stack.setCurrentIndex(0)

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self._text, 1)
        head.addWidget(self._amount)
        below = QHBoxLayout()
        below.setSpacing(theme.GRID)
        below.addWidget(self._beneath, 1)
        below.addWidget(self._state)
        top = QVBoxLayout()
        top.setContentsMargins(_EDGE, _EDGE, _EDGE, theme.GRID)
        top.setSpacing(4)
        top.addLayout(head)
        top.addLayout(below)
        question = QVBoxLayout()
        question.setContentsMargins(_EDGE, theme.GRID, _EDGE, 0)
        question.addWidget(self._asks)
        choices = QWidget()
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setContentsMargins(_EDGE, 4, _EDGE, 0)
        said.addWidget(self._says)
        inside.addLayout(said)
        inside.addWidget(self.list, 1)
        self._stack.addWidget(choices)
        self._stack.addWidget(self.finder)
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, theme.GRID, _EDGE, theme.GRID)
        foot.addWidget(self._keys)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.body.addLayout(top)
        self.body.addWidget(Line())
        self.body.addLayout(question)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(Line())
        self.body.addLayout(foot)

    def _show_offers(self, offers: Sequence[KeyOffer]) -> None:
        wanted = {offer.key for offer in offers}
        for offer in offers:
            if offer.key not in self._buttons:
                self._buttons[offer.key] = self._button(offer.key)
            self._buttons[offer.key].set_caption(offer.words)
        for key, button in self._buttons.items():
            button.setVisible(key in wanted)
        self._flow.invalidate()
        self._keys.updateGeometry()

    def _button(self, key: str) -> KeyHint:
        button = KeyHint("", key, shortcut=False)
        button.setFixedHeight(_KEY_HEIGHT)
        button.setProperty("order_key", key)
        button.clicked.connect(self._tell_button)
        self._flow.addWidget(button)
        return button

    def _tell_button(self) -> None:
        sender: QObject | None = self.sender()
        assert isinstance(sender, KeyHint)
        self.pressed.emit(str(sender.property("order_key")))
