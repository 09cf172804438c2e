"""The big answer at the door: one coloured area read from two metres.

It is one widget that paints itself: showing the next verdict is one repaint and no new layout of
the page, so the answer stands within one frame of the scan. Its text is drawn, never parsed.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.ui import theme
from reception_app.ui.door.banner_layout import Drawn, lay_out
from reception_app.ui.door.banner_view import GROUNDS, ICONS, BannerView
from reception_app.ui.parts import icons
from reception_app.ui.theme import Type, colours_of

_IDLE_ICON = 64


class VerdictBanner(QWidget):
    """The area that shows a `BannerView`, calm while idle; `changed` tells of another view."""

    changed = Signal()

    def __init__(self, idle: BannerView) -> None:
        super().__init__()
        self._idle = idle
        self._view = idle
        self._drawn: tuple[Drawn, ...] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(400, 240)
        self.show_view(idle)

    @property
    def view(self) -> BannerView:
        """What stands there now."""
        return self._view

    def show_view(self, view: BannerView) -> None:
        """Show the answer in place of the previous one."""
        self._view = view
        self._drawn = None
        self.setAccessibleName(view.spoken())
        self.update()
        self.changed.emit()

    def show_idle(self, idle: BannerView | None = None) -> None:
        """Go back to the calm area; `idle` replaces its words, as after a change of language."""
        self._idle = idle or self._idle
        self.show_view(self._idle)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A third of the window, in px."""
        return QSize(720, 360)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Paint anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let everything find its place in the new size."""
        super().resizeEvent(event)
        self._drawn = None

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and what stands on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = GROUNDS.get(self._view.kind)
        if ground is None:
            self._paint_idle(painter)
            return
        area = QRectF(self.rect())
        if self._drawn is None:
            self._drawn = lay_out(self._view, ground, area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground.area))
        painter.drawRoundedRect(area, theme.CARD_RADIUS, theme.CARD_RADIUS)
        for drawn in self._drawn:
            drawn.paint(painter)

    def _paint_idle(self, painter: QPainter) -> None:
        colours = colours_of(self)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.CARD_RADIUS, theme.CARD_RADIUS)
        middle = area.center().y()
        square = QRectF(area.center().x() - _IDLE_ICON / 2, middle - 88, _IDLE_ICON, _IDLE_ICON)
        icon = self._view.icon or ICONS[self._view.kind]
        icons.draw(painter, icon, colours.accent, square, stroke=1.5)
        lines = (
            (self._view.headline, theme.font(Type.FIGURE, bold=True), colours.ink, 8, 40),
            (self._view.foot, theme.font(Type.BASE + 2), colours.muted, 56, 48),
        )
        for text, font, colour, below, height in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRectF(area.left() + 24, middle + below, area.width() - 48, height)
            align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(box, int(align) | int(Qt.TextFlag.TextWordWrap), text)
