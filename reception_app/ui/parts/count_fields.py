"""Counting cash by denomination: one field for the pieces of each note and coin, all empty."""

import unicodedata

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.drawer import Count, count_of, denominations
from reception_app.domain.money import Money, format_money
from reception_app.ui import theme
from reception_app.ui.parts.card import Line
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_FIELD_WIDTH = 80
_SUM_WIDTH = 88
_MOST_DIGITS = 5
_PART = 3
"""Columns of one half: the note, its field, their product."""

_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CountFields(QWidget):
    """The fields of one count, largest denomination first, and their sum.

    Enter and ↓ go to the next denomination, ↑ to the one before; Enter in the last one, and only
    there, is `finished`. An empty field is no pieces.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self.fields = {value: PiecesField() for value in denominations(currency)}
        self._sums = {value: Label(tone="muted") for value in self.fields}
        self._total = Label(size=Type.TITLE, bold=True)
        self._build_layout()
        self._connect()
        self._show_sums()

    @property
    def count(self) -> Count:
        """What is counted so far."""
        return count_of({v: field.pieces for v, field in self.fields.items()}, self._currency)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was entered yet."""
        return not any(field.text() for field in self.fields.values())

    def begin(self) -> None:
        """Go to the first denomination."""
        next(iter(self.fields.values())).setFocus()

    def clear(self) -> None:
        """Empty all fields."""
        for field in self.fields.values():
            field.clear()

    def _build_layout(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.GRID)
        half = (len(self.fields) + 1) // 2
        for number, value in enumerate(self.fields):
            side, row = divmod(number, half)
            self._place(grid, row, side * (_PART + 1), value)
        for side in (0, _PART + 1):
            grid.setColumnMinimumWidth(side + 2, _SUM_WIDTH)
            grid.setColumnStretch(side + 2, 1)
        grid.setColumnMinimumWidth(_PART, theme.GRID * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(Line())
        foot = QHBoxLayout()
        foot.addWidget(Label(QCoreApplication.translate("CountFields", "Counted"), tone="muted"))
        foot.addStretch()
        foot.addWidget(self._total)
        column.addLayout(foot)

    def _place(self, grid: QGridLayout, row: int, left: int, value: int) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        name = format_money(Money(value, self._currency))
        note = Label(f"{name} ×")
        note.setAlignment(right)
        field = self.fields[value]
        field.setFixedWidth(_FIELD_WIDTH)
        field.setAccessibleName(
            QCoreApplication.translate("CountFields", "Pieces of %1").replace("%1", name)
        )
        self._sums[value].setAlignment(right)
        for column, widget in enumerate((note, field, self._sums[value]), start=left):
            grid.addWidget(widget, row, column)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textChanged.connect(self._show_sums)
            field.textChanged.connect(self.changed)
            field.moved.connect(self._move)
            field.entered.connect(self._enter)

    def _show_sums(self) -> None:
        for value, field in self.fields.items():
            pieces = Money(value * field.pieces, self._currency)
            self._sums[value].setText(format_money(pieces) if pieces else "")
        self._total.setText(format_money(self.count.total))

    def _enter(self) -> None:
        if self.sender() is list(self.fields.values())[-1]:
            self.finished.emit()
        else:
            self._move(1)

    def _move(self, steps: int) -> None:
        fields = list(self.fields.values())
        place = next(number for number, field in enumerate(fields) if field is self.sender())
        if 0 <= place + steps < len(fields):
            fields[place + steps].setFocus()
            fields[place + steps].selectAll()


class PiecesField(QLineEdit):
    """How many pieces; takes digits only, full-width ones too.

    `moved` carries ±1 rows for ↓ and ↑, `entered` is Enter.
    """

    moved = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.font(Type.BASE))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._keep_digits)

    @property
    def pieces(self) -> int:
        """The number entered; 0 while empty."""
        return int(self.text() or "0")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on to the next field; a dialog must not take Enter for its default button."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER_KEYS and not with_ctrl:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.moved.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def _keep_digits(self, typed: str) -> None:
        plain = unicodedata.normalize("NFKC", typed)
        digits = "".join(sign for sign in plain if sign in "0123456789")[:_MOST_DIGITS]
        if digits != typed:
            self.setText(digits)
