"""Figures read from a distance: a sum that opens the rows behind it, a line that fills up."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.theme import Type, colours_of

_FIGURE_SIZES = (Type.FIGURE, 24, 20, Type.LARGE)
"""The sizes of a sum in px: the first in which it fits."""


class ProgressLine(QWidget):
    """A thin line filled by the share done; quiet, without numbers of its own."""

    def __init__(self, *, height: int = theme.GRID) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How much is filled, 0 to 1."""
        return self._share

    def set_share(self, done: int, whole: int) -> None:
        """Fill `done` of `whole`; nothing when the whole is nothing."""
        share = min(max(done / whole, 0.0), 1.0) if whole > 0 else 0.0
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the track and its filled part."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        radius = area.height() / 2
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(area, radius, radius)
        if self._share > 0:
            area.setWidth(max(area.width() * self._share, area.height()))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(area, radius, radius)


class StatFigure(Card):
    """A big sum with its name above and a plain line below; a click or Enter opens its rows."""

    clicked = Signal()

    def __init__(self, name: str, *, tone: Tone = "ink") -> None:
        super().__init__()
        self._name = Label(name, size=Type.SMALL + 1, tone="muted", elide=True)
        self._figure = Label(size=_FIGURE_SIZES[0], bold=True, tone=tone, elide=True)
        self._below = Label(size=Type.SMALL, tone="muted", wrap=True)
        self._below.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._build_layout()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, figure: str, below: str = "") -> None:
        """Show the sum as text already formatted, and the line below it."""
        self._figure.setText(figure)
        self._below.setText(below)
        self.setAccessibleName(f"{self._name.text()} {figure}")
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for seven digits, in px."""
        return QSize(248, 128)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the sum as large as it fits."""
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the rows behind the sum."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the rows on Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.width() - 2 * (theme.GRID * 2 + 1)
        fonts = [theme.font(size, bold=True) for size in _FIGURE_SIZES]
        words = self._figure.text()
        fitting = (font for font in fonts if QFontMetrics(font).horizontalAdvance(words) <= room)
        chosen = next(fitting, fonts[-1])
        if self._figure.font().pixelSize() != chosen.pixelSize():
            self._figure.setFont(chosen)

    def _build_layout(self) -> None:
        self._figure.setFixedHeight(_FIGURE_SIZES[0] + theme.GRID)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._figure)
        column.addWidget(self._below)
        column.addStretch()
        self.body.addLayout(column)
