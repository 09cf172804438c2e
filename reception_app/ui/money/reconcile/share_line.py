"""One guest's part of a row: the name, what is due, the amount to be booked."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.match import Payer
from reception_app.domain.money import Money, format_money, format_number, parse_money
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type


class ShareLine(QWidget):
    """A line of the split; `gone` carries the guest who is taken out again."""

    changed = Signal()
    gone = Signal(str)

    def __init__(self, payer: Payer, given: int, currency: str) -> None:
        super().__init__()
        self.guest = payer.id
        self._currency = currency
        translate = QCoreApplication.translate
        self.field = QLineEdit(format_number(Money(given, currency)) if given else "")
        self.field.setFixedWidth(112)
        self.field.setAccessibleName(payer.name)
        self.remove = ActionButton("×", height=theme.SMALL_CONTROL_HEIGHT)
        self.remove.setAccessibleName(translate("ShareLine", "Take out"))
        self.remove.setAutoDefault(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(f"{payer.number}  {payer.name}", bold=True, elide=True))
        due = filled(translate("ShareLine", "%1 due"), format_money(Money(payer.open, currency)))
        beneath = " · ".join(part for part in (due, payer.company) if part)
        words.addWidget(Label(beneath, size=Type.SMALL, tone="muted", elide=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(theme.GRID)
        row.addLayout(words, 1)
        row.addWidget(self.field)
        row.addWidget(self.remove)
        self.field.textChanged.connect(self.changed)
        self.remove.clicked.connect(self._go)

    @property
    def amount(self) -> int | None:
        """What the guest gets, in minor units; None while it cannot be read."""
        text = self.field.text().strip()
        if not text:
            return 0
        try:
            return parse_money(text, self._currency).minor
        except ReceptionError:
            return None

    def _go(self) -> None:
        self.gone.emit(self.guest)
