"""The camera's picture as in a mirror, an outline around each code it reads."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.ui import theme
from reception_app.ui.parts import icons
from reception_app.ui.theme import colours_of

_RATIO = 16 / 9
_OUTLINE_MS = 600
"""How long an outline stays after its code was seen."""


class CameraPicture(QWidget):
    """The newest frame, filling the widget; a camera sign while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._outlines: tuple[QPolygonF, ...] = ()
        self._fade = QTimer(self, singleShot=True, interval=_OUTLINE_MS)
        self._fade.timeout.connect(self._forget_outlines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> QImage | None:
        """What is shown, None when there is no picture."""
        return self._picture

    @property
    def outlines(self) -> tuple[QPolygonF, ...]:
        """The codes outlined now, in pixels of the picture."""
        return self._outlines

    def show_picture(self, picture: QImage, outlines: tuple[QPolygonF, ...]) -> None:
        """Show a frame; outlines stay a moment longer than their code."""
        self._picture = picture
        if outlines:
            self._outlines = outlines
            self._fade.start()
        self.update()

    def clear(self) -> None:
        """Show no picture."""
        self._picture = None
        self._outlines = ()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A picture has the shape of a camera's."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """How high the picture is in this width, in px."""
        return round(width / _RATIO)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small: the answer beside it is what counts, in px."""
        return QSize(304, self.heightForWidth(304))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the middle of the frame and the outlines."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        rounded = QPainterPath()
        rounded.addRoundedRect(area, theme.GRID, theme.GRID)
        painter.setClipPath(rounded)
        painter.fillRect(area, QColor(colours.track))
        if self._picture is None:
            side = min(area.width(), area.height()) / 3
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(area.center())
            icons.draw(painter, "camera", colours.muted, middle)
            return
        scale = max(area.width() / self._picture.width(), area.height() / self._picture.height())
        painter.translate(area.width() / 2, area.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-self._picture.width() / 2, -self._picture.height() / 2)
        painter.drawImage(0, 0, self._picture)
        painter.setPen(QPen(QColor("#00C48F"), 4 / scale, Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for outline in self._outlines:
            painter.drawPolygon(outline)

    def _forget_outlines(self) -> None:
        self._outlines = ()
        self.update()
