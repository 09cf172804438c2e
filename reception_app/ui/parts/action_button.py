"""The button of an action: words, an icon where it helps, and the key that does the same."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from reception_app.ui import theme
from reception_app.ui.parts import icons
from reception_app.ui.parts.keys import KEY_HEIGHT, draw_key, key_width
from reception_app.ui.parts.label import button_caption
from reception_app.ui.theme import Type, colours_of

_PADDING = 16
_GAP = 8
_ROUTED_KEYS = 1
"""Keys of one sign reach the page through the scan line; only longer ones are shortcuts."""


class ActionButton(QPushButton):
    """A button that shows its key.

    `primary` marks the one thing a page is for. `key` is shown; `F2` or `Ctrl+N` also becomes a
    shortcut, while `Enter` and single letters reach the page through its scan line or dialog.
    """

    def __init__(
        self,
        text: str,
        *,
        key: str = "",
        primary: bool = False,
        icon: str = "",
        height: int = theme.CONTROL_HEIGHT,
        size: int = Type.BASE,
    ) -> None:
        super().__init__()
        self._key = key
        self._primary = primary
        self._icon = icon
        self._caption = ""
        self._height = height
        self._chosen = False
        self.setFont(theme.font(size, bold=primary))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the scan line the focus
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_caption(text)

    @property
    def caption(self) -> str:
        """The words shown."""
        return self._caption

    def set_caption(self, text: str) -> None:
        """Show other words; the key stays."""
        if text == self._caption:
            return
        self._caption = text
        self.setText(button_caption(text))
        if len(self._key) > _ROUTED_KEYS and self._key != "Enter":
            self.setShortcut(QKeySequence(self._key))
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key; the page routes it, it becomes no shortcut."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a state, like Qt's setChecked
        """Show that this is the choice the primary button will carry out."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def event(self, event: QEvent) -> bool:
        """Act at once when the key is pressed: Qt's own way shows the press for 100 ms first."""
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for icon, words and key, in px."""
        return QSize(self._content_width() + 2 * _PADDING, self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: the words of an action are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, icon, words and key."""
        ground, edge, ink = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() or self._chosen else 1
        inset = width / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, theme.GRID, theme.GRID)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_content(painter, ink)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        left = (self.width() - self._content_width()) / 2
        if self._icon:
            box = QRectF(left, 0, icons.ICON_SIZE, self.height())
            icons.draw(painter, self._icon, ink, box)
            left += icons.ICON_SIZE + _GAP
        words = QFontMetrics(self.font()).horizontalAdvance(self._caption)
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, words + 2, self.height()), align, self._caption)
        if self._key:
            quiet = QColor(ink)
            quiet.setAlphaF(0.45 if self._primary else 0.25)
            key_ink = ink if self._primary else colours_of(self).muted
            top = (self.height() - KEY_HEIGHT) / 2
            line = quiet.name(QColor.NameFormat.HexArgb)
            draw_key(painter, self._key, left + words + _GAP, top, ink=key_ink, line=line)

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self._caption)
        if self._icon:
            width += icons.ICON_SIZE + _GAP
        if self._key:
            width += _GAP + key_width(self._key)
        return width

    def _colours(self) -> tuple[str, str, str]:
        colours = colours_of(self)
        if not self.isEnabled():
            return colours.inset, colours.line, colours.muted
        if self._primary:
            ground = colours.accent_strong if self.underMouse() else colours.accent
            edge = colours.ink if self.hasFocus() else ground
            return ground, edge, colours.on_accent
        if self._chosen:
            return colours.accent_soft, colours.accent, colours.ink
        ground = colours.inset if self.underMouse() or self.isDown() else colours.surface
        return ground, colours.accent if self.hasFocus() else colours.line, colours.ink
