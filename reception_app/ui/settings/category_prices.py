"""Prices of categories a guest list brings along, asked before anybody is charged."""

import re
from collections import Counter

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestField
from reception_app.domain.money import Money, format_number, parse_money
from reception_app.services.guest_import import ImportPreview
from reception_app.ui import theme
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_PRICE_WIDTH = 96
_PRICE_IN_NAME = re.compile(r"[¥￥]?\d[\d,，]*円|[¥￥]\d[\d,，]*")


class CategoryPrices(QWidget):
    """One line a new category, with the price the list itself tells where it does."""

    changed = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self.lines: dict[str, QLineEdit] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid: QWidget | None = None

    def show_categories(self, preview: ImportPreview) -> None:
        """Ask for the prices of these categories; what was typed for one stays."""
        if tuple(self.lines) == preview.new_categories:
            return
        typed = {name: line.text() for name, line in self.lines.items()}
        self.lines.clear()
        if self._grid is not None:
            self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GRID * 2)
        counts = Counter(guest.text(GuestField.CATEGORY) for guest in preview.new)
        for place, name in enumerate(preview.new_categories):
            line = QLineEdit(typed.get(name, _price_told(preview, name, self._currency)))
            line.setPlaceholderText("0")
            line.setFixedWidth(_PRICE_WIDTH)
            line.setAccessibleName(name)
            line.textChanged.connect(self.changed)
            self.lines[name] = line
            n = counts[name]
            count = QCoreApplication.translate("CategoryPrices", "%n guest(s)", "", n)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(name, elide=True))
            words.addWidget(Label(count, tone="muted", size=Type.SMALL))
            row, half = divmod(place, 2)
            grid.addLayout(words, row, 2 * half)
            grid.addWidget(line, row, 2 * half + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self._column.addWidget(self._grid)

    @property
    def free(self) -> int:
        """How many new categories there are while each of them costs nothing, else 0."""
        try:
            charged = any(self.prices().values())
        except ReceptionError:
            return 0
        return 0 if charged else len(self.lines)

    def prices(self) -> dict[str, Money]:
        """The price of each new category; an empty line is a free one.

        Raises:
            ReceptionError: a line holds no amount; the error says why.
        """
        return {
            name: parse_money(line.text().strip() or "0", self._currency)
            for name, line in self.lines.items()
        }


def _price_told(preview: ImportPreview, name: str, currency: str) -> str:
    """The amount most guests of this category have in the list, or its name: 会員(8,000円)."""
    told = Counter(
        guest.amount
        for guest in preview.new
        if guest.amount and guest.text(GuestField.CATEGORY) == name
    )
    for amount in [amount for amount, _ in told.most_common(1)] or _PRICE_IN_NAME.findall(name):
        try:
            return format_number(parse_money(amount, currency))
        except ReceptionError:
            return ""
    return ""
