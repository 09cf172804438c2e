"""Keys shown where they act: a small drawn key, alone or beside the words it stands for."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.label import button_caption
from reception_app.ui.theme import Type, colours_of

KEY_HEIGHT = 22
_PADDING = 6
_GAP = 6


class KeyCap(QWidget):
    """One key, such as `Enter` or `F2`."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setFixedSize(key_width(key), KEY_HEIGHT)
        self.setAccessibleName(key)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the key in the theme's quiet colours."""
        colours = colours_of(self)
        top = (self.height() - KEY_HEIGHT) // 2
        draw_key(QPainter(self), self._key, 0, top, ink=colours.muted, line=colours.line)


class KeyHint(QAbstractButton):
    """Quiet words with the key that does the same; a click does it too.

    A key that reaches its page in another way must not be a `shortcut` as well.
    """

    def __init__(self, text: str, key: str, *, shortcut: bool = True) -> None:
        super().__init__()
        self._caption = text
        self._key = key
        self.setFont(theme.font(Type.BASE))
        self.setText(button_caption(text))
        self._shortcut = QKeySequence(key) if shortcut else QKeySequence()
        self.setShortcut(self._shortcut)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_caption(self, text: str) -> None:
        """Show other words; the key stays."""
        self._caption = text
        self.setText(button_caption(text))
        self.setShortcut(self._shortcut)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words and the key, in px."""
        return QSize(self._words_width() + key_width(self._key), theme.SMALL_CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: neither words nor key are ever cut."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Act at once when the key is pressed: Qt's own way shows the press for 100 ms first."""
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words and the key."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setPen(QColor(colours.ink if self.underMouse() else colours.muted))
        words = self._words_width()
        area = QRectF(0, 0, words, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._caption)
        top = (self.height() - KEY_HEIGHT) // 2
        draw_key(painter, self._key, words, top, ink=colours.muted, line=colours.line)

    def _words_width(self) -> int:
        words = self.fontMetrics().horizontalAdvance(self._caption)
        return words + _GAP if words else 0


def key_width(key: str) -> int:
    """How wide the drawn key is, in px."""
    return QFontMetrics(theme.font(Type.SMALL)).horizontalAdvance(key) + 2 * _PADDING


def draw_key(painter: QPainter, key: str, left: float, top: float, *, ink: str, line: str) -> None:
    """Draw a key with its upper left corner at (left, top) px; `ink` and `line` are `#rrggbb`."""
    area = QRectF(left + 0.5, top + 0.5, key_width(key) - 1, KEY_HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(ink))
    painter.setFont(theme.font(Type.SMALL))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
