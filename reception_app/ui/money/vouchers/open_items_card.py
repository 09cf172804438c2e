"""What is not settled yet: debts to organizers and vendors, advances, prepayments."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.domain.voucher import VoucherKind
from reception_app.services.vouchers import OpenItem
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type


class OpenItemsCard(Card):
    """One line each with the one thing to do; `settling_asked` carries the `OpenItem`."""

    settling_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.buttons: list[ActionButton] = []
        self._nothing = Label(
            translate("OpenItemsCard", "Nobody is owed anything, and no advance is out."),
            tone="muted",
            wrap=True,
        )
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.GRID)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(Label(translate("OpenItemsCard", "Still open"), bold=True))
        self.body.addWidget(self._nothing)
        self.body.addWidget(scroll, 1)

    def show_items(self, items: Sequence[OpenItem]) -> None:
        """Show these."""
        while (taken := self._lines.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for item in items:
            self._lines.addWidget(self._line(item))
        self._lines.addStretch()
        self._nothing.setVisible(not items)

    def _line(self, item: OpenItem) -> QWidget:
        what, deed = _words(item.kind)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(item.name, bold=True, elide=True))
        words.addWidget(Label(f"{what} {item.amount}", size=Type.SMALL, tone="muted", elide=True))
        button = ActionButton(deed, height=28)
        button.clicked.connect(lambda: self.settling_asked.emit(item))
        self.buttons.append(button)
        row.addLayout(words, 1)
        row.addWidget(button)
        return line


def _words(kind: VoucherKind) -> tuple[str, str]:
    """What is open, and the button that settles it."""
    translate = QCoreApplication.translate
    match kind:
        case VoucherKind.REPAYMENT:
            return translate("OpenItemsCard", "paid for us"), translate("OpenItemsCard", "Repay…")
        case VoucherKind.BILL:
            return translate("OpenItemsCard", "not paid yet"), translate("OpenItemsCard", "Pay…")
        case VoucherKind.ADVANCE_BACK:
            return translate("OpenItemsCard", "holds"), translate("OpenItemsCard", "Settle…")
        case _:
            return translate("OpenItemsCard", "prepaid"), translate("OpenItemsCard", "Use…")
