"""The icons: one family of line drawings, tinted for the theme when drawn."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from reception_app import paths
from reception_app.ui.theme import colours_of

ICON_SIZE = 20


def pixmap(name: str, colour: str, size: int, *, ratio: float = 1, stroke: float = 1.75) -> QPixmap:
    """The icon `name` of `resources/icons` in `colour` (`#rrggbb`), `size` logical px square.

    `ratio` is the device pixel ratio of the screen, `stroke` the line width on the 24-px drawing.
    """
    return _pixmap(name, colour, size, ratio, stroke)


def icon(name: str, widget: QWidget, size: int = ICON_SIZE) -> QIcon:
    """The icon `name` in the ink of the theme `widget` is shown in."""
    return QIcon(pixmap(name, colours_of(widget).ink, size, ratio=widget.devicePixelRatioF()))


def draw(painter: QPainter, name: str, colour: str, area: QRectF, *, stroke: float = 1.75) -> None:
    """Draw the icon as large as fits into `area`, in its middle."""
    size = int(min(area.width(), area.height()))
    ratio = painter.device().devicePixelRatio()
    left = area.x() + (area.width() - size) / 2
    top = area.y() + (area.height() - size) / 2
    painter.drawPixmap(round(left), round(top), _pixmap(name, colour, size, ratio, stroke))


class IconPicture(QWidget):
    """An icon standing on its own; by default in the muted ink of the theme."""

    def __init__(
        self, name: str, *, size: int = ICON_SIZE, colour: str = "muted", stroke: float = 1.75
    ) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._stroke = stroke
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, colour: str = "muted") -> None:
        """Show another icon; `colour` is the name of a colour of the theme."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size given at the start, in px."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the icon in the theme's colour."""
        colour: str = getattr(colours_of(self), self._colour)
        draw(QPainter(self), self._name, colour, QRectF(self.rect()), stroke=self._stroke)


@cache
def _drawing(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float, stroke: float) -> QPixmap:
    tinted = _drawing(name).replace("currentColor", colour)
    tinted = tinted.replace('stroke-width="1.75"', f'stroke-width="{stroke}"')
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
