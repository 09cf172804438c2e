"""A guest's name that leads to that guest: words in the accent colour, pressed like a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from reception_app.ui import theme
from reception_app.ui.parts.label import button_caption, set_tooltip
from reception_app.ui.theme import Type, colours_of

_HEIGHT = 24


class NameLink(QAbstractButton):
    """One line, cut with `…` where it is too wide; `key` is the id of the guest it leads to."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.key = key
        self._caption = text
        self.setFont(theme.font(Type.SMALL + 1))
        self.setText(button_caption(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tooltip(self, text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the name, in px."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._caption) + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It may be cut, in px."""
        return QSize(6 * theme.GRID, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the name, underlined where it would be pressed."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(QPen(QColor(colours_of(self).accent)))
        cut = painter.fontMetrics().elidedText(
            self._caption, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, cut)
