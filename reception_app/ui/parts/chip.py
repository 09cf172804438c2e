"""Chips: small rounded words that say what somebody is, or choose what a list shows."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.label import button_caption
from reception_app.ui.theme import Type, colours_of

CHIP_HEIGHT = 28
_PADDING, _TIGHT_PADDING = 12, 8
_HINT_GAP = 4


class Chip(QAbstractButton):
    """A rounded word; `checkable` ones choose, others only say.

    `swatch` is the `#rrggbb` of a small square before the word, such as a category's colour; `hint`
    a quiet sign after it, such as the number that opens a tab.
    """

    def __init__(
        self, text: str, *, checkable: bool = False, swatch: str = "", hint: str = ""
    ) -> None:
        super().__init__()
        self._caption = text
        self._swatch = swatch
        self._hint = hint
        self._padding = _PADDING
        self.setFont(theme.font(Type.BASE if checkable else Type.SMALL + 1))
        self.setText(button_caption(text))
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if checkable else Qt.FocusPolicy.NoFocus)
        if checkable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def caption(self) -> str:
        """The words shown."""
        return self._caption

    def set_caption(self, text: str) -> None:
        """Show other words."""
        if text != self._caption:
            self._caption = text
            self.setText(button_caption(text))
            self.updateGeometry()
            self.update()

    def set_tight(self, *, tight: bool) -> None:
        """Take less room than usual, for rows that would need a second line otherwise."""
        padding = _TIGHT_PADDING if tight else _PADDING
        if padding != self._padding:
            self._padding = padding
            self.setFont(theme.font(Type.SMALL + 1 if tight else Type.BASE))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the word, in px."""
        width = self.fontMetrics().horizontalAdvance(self._caption) + 2 * self._padding
        width += 2 * theme.GRID if self._swatch else 0
        return QSize(width + self._hint_width(), CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: a chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rounded ground and the word."""
        colours = colours_of(self)
        chosen = self.isChecked()
        ground = colours.accent_soft if chosen else colours.inset
        edge = (
            colours.accent if self.hasFocus() else colours.accent_soft if chosen else colours.line
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        left = float(self._padding)
        if self._swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._swatch))
            top = (self.height() - 10) / 2
            painter.drawRoundedRect(QRectF(left, top, 10, 10), 2, 2)
            left += 2 * theme.GRID
        painter.setPen(QColor(colours.accent if chosen else colours.ink))
        painter.setFont(self.font())
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._caption)
        if self._hint:
            painter.setPen(QColor(colours.accent if chosen else colours.muted))
            painter.setFont(theme.font(Type.SMALL))
            end = QRectF(0, 0, self.width() - self._padding + 2, self.height())
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(end, align, self._hint)

    def _hint_width(self) -> int:
        if not self._hint:
            return 0
        return QFontMetrics(theme.font(Type.SMALL)).horizontalAdvance(self._hint) + _HINT_GAP


class ChipRow(QWidget):
    """Chips of which exactly one is chosen; `chosen` tells which, by its number from 0.

    With `wraps` they take as many lines as they need.
    """

    chosen = Signal(int)

    def __init__(self, *captions: str, wraps: bool = False) -> None:
        super().__init__()
        self.chips = [Chip(caption, checkable=True) for caption in captions]
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for number, chip in enumerate(self.chips):
            chip.setAutoExclusive(True)
            chip.setChecked(number == 0)
            chip.toggled.connect(self._tell)
            row.addWidget(chip)
        if isinstance(row, QHBoxLayout):
            row.addStretch()

    @property
    def current(self) -> int:
        """The number of the chosen chip."""
        return next(n for n, chip in enumerate(self.chips) if chip.isChecked())

    def choose(self, number: int) -> None:
        """Choose the chip with this number."""
        self.chips[number].setChecked(True)

    def _tell(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if chosen:
            self.chosen.emit(self.current)
