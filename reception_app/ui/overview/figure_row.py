"""A line with a figure that opens the rows behind it, optionally filled like a progress line."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from reception_app.ui import theme
from reception_app.ui.parts import icons
from reception_app.ui.parts.label import Tone, button_caption, set_tooltip
from reception_app.ui.parts.text_lines import draw_figure, figure_width
from reception_app.ui.theme import Type, colours_of

_HEIGHT = 32
_WITH_LINE = 40
_EDGE = 2 * theme.GRID
_SWATCH = 10
_LINE = 6
_CARET = 14
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FigureRow(QAbstractButton):
    """Words on the left, a figure on the right; a click or Enter opens what is behind it.

    `share` (0 to 1) fills a thin line below; without one there is no line. A figure of nothing is
    quiet.
    """

    def __init__(self, caption: str, *, swatch: str = "") -> None:
        super().__init__()
        self._caption = caption
        self._swatch = swatch
        self._figure = ""
        self._of = ""
        self._tone: Tone = "ink"
        self._share: float | None = None
        self.setText(button_caption(caption))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def caption(self) -> str:
        """The words on the left."""
        return self._caption

    @property
    def figure(self) -> str:
        """The figure as it is read: `241 / 520`."""
        return self._figure + self._of

    def show_figure(
        self, figure: str, of: str = "", *, tone: Tone = "ink", share: float | None = None
    ) -> None:
        """Show the figure, and after it in quiet ink what it is part of, such as ` / 520`."""
        self._figure, self._of, self._tone, self._share = figure, of, tone, share
        self.setAccessibleName(f"{self._caption} {self.figure}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line of text, in px."""
        return QSize(200, _HEIGHT if self._share is None else _WITH_LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open on Enter, as on Space."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that there is something behind it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint words, figure, line and the sign that it opens."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.hasFocus()
        if active:
            edge = QColor(colours.accent) if self.hasFocus() else QColor(0, 0, 0, 0)
            painter.setPen(QPen(edge, 1))
            painter.setBrush(QColor(colours.inset))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6.5, 0.5, -6.5, -0.5), 6, 6)
        high = self.height() if self._share is None else self.height() - _LINE - 4
        right = self._paint_figures(painter, high)
        left = float(_EDGE)
        if self._swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._swatch))
            box = QRectF(left, (high - _SWATCH) / 2, _SWATCH, _SWATCH)
            painter.drawRoundedRect(box, 2, 2)
            left += _SWATCH + theme.GRID
        painter.setFont(theme.font(Type.BASE))
        painter.setPen(QColor(colours.ink))
        room = int(right - theme.GRID - left)
        end = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self._caption, end, room)
        painter.drawText(QRectF(left, 0, room, high), Qt.AlignmentFlag.AlignVCenter, shown)
        whole = self._caption if shown != self._caption else ""
        if whole != self.toolTip():
            set_tooltip(self, whole)
        if self._share is not None:
            self._paint_line(painter, self._share)

    def _paint_figures(self, painter: QPainter, high: int) -> float:
        """Paint figure and caret; returns how far the words may reach, in px."""
        colours = colours_of(self)
        right = float(self.width() - _EDGE)
        caret = QRectF(right - _CARET + 4, 0, _CARET, high)
        icons.draw(painter, "caret_right", colours.muted, caret, stroke=2)
        right -= _CARET
        for text, bold, ink in (
            (self._of, False, colours.muted),
            (self._figure, True, getattr(colours, self._tone)),
        ):
            font = theme.font(Type.BASE, bold=bold)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            wide = figure_width(text, font)
            draw_figure(painter, text, QRectF(right - wide, 0, wide, high))
            right -= wide
        return right

    def _paint_line(self, painter: QPainter, share: float) -> None:
        colours = colours_of(self)
        area = QRectF(_EDGE, self.height() - _LINE - 4, self.width() - 2 * _EDGE, _LINE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(area, _LINE / 2, _LINE / 2)
        if share > 0:
            area.setWidth(max(area.width() * min(share, 1.0), _LINE))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(area, _LINE / 2, _LINE / 2)
