"""Plots in the colours of the theme: bars and lines over one axis, their values where one points.

Painted here rather than by pyqtgraph: importing that held the window up for 0.7 s and took 55 MB,
for zooming into millions of points, which nobody does with an evening of ten-minute slots.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil, floor, log10

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.ui import theme
from reception_app.ui.theme import Colours, Type, colours_of

NOWHERE = -1
"""The place pointed at while nobody points."""

_LEGEND_HEIGHT = 24
_AXIS_HEIGHT = 22
_GAP = theme.GRID
_SWATCH = 14
_LINES_WANTED = 4
"""About so many lines of equal value are drawn."""

_BAR_SHARE = 0.68
"""How much of its place a bar fills; the rest tells it from its neighbours."""

_WIDEST_BAR = 56
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Look(Enum):
    """How a series is drawn; two series of one plot differ in it, not in colour alone."""

    BARS = auto()
    LINE = auto()
    AREA = auto()
    DASHED = auto()


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each place of the axis, None where there is none.

    `colour` names a colour of the theme.
    """

    name: str
    values: tuple[float | None, ...]
    look: Look
    colour: str = "accent"


@dataclass(frozen=True, slots=True)
class Places:
    """The axis: the name of each place, and what is written below it, empty for nothing."""

    names: tuple[str, ...]
    ticks: tuple[str, ...]


def whole_number(value: float) -> str:
    """A value as a plain number: `1,200`."""
    return f"{value:,.0f}"


class Plot(QWidget):
    """Bars and lines; the pointer or the arrow keys read their values off.

    `pointed` carries the place read off or `NOWHERE`, `chosen` the one clicked or taken with Enter.
    """

    pointed = Signal(int)
    chosen = Signal(int)

    def __init__(
        self, *, written: Callable[[float], str] = whole_number, lines: int = _LINES_WANTED
    ) -> None:
        super().__init__()
        self._written = written
        self._lines = lines
        self._places = Places((), ())
        self._series: tuple[Series, ...] = ()
        self._mark: int | None = None
        self._at = NOWHERE
        self._neighbour: Plot | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 104)

    @property
    def series(self) -> tuple[Series, ...]:
        """What is drawn."""
        return self._series

    @property
    def at(self) -> int:
        """The place read off now, or `NOWHERE`."""
        return self._at

    def align_with(self, neighbour: "Plot") -> None:
        """Begin where the plot above or below begins, so that their places stand in line."""
        self._neighbour = neighbour

    def show_series(
        self, places: Places, series: Sequence[Series], *, mark: int | None = None
    ) -> None:
        """Draw these instead; `mark` is a place to tell from the others, such as now."""
        self._places, self._series, self._mark = places, tuple(series), mark
        if self._at >= len(places.names):
            self._at = NOWHERE
        self.setAccessibleDescription(self._spoken())
        self.update()

    def point_at(self, place: int) -> None:
        """Read off the values of this place."""
        inside = 0 <= place < len(self._places.names)
        wanted = place if inside else NOWHERE
        if wanted != self._at:
            self._at = wanted
            self.setAccessibleDescription(self._spoken())
            self.pointed.emit(wanted)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room to tell neighbours apart, in px."""
        return QSize(480, 200)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Read off what lies under the pointer."""
        self.point_at(self._place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the place that was clicked."""
        place = self._place_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place != NOWHERE:
            self.chosen.emit(place)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing off any more."""
        super().leaveEvent(event)
        self.point_at(NOWHERE)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Read nothing off any more."""
        super().focusOutEvent(event)
        self.point_at(NOWHERE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step from place to place; Enter chooses one."""
        last = len(self._places.names) - 1
        if event.key() in _STEPS and last >= 0:
            step = _STEPS[event.key()]
            start = self._at if self._at != NOWHERE else (self._mark or 0) - step
            self.point_at(min(max(start + step, 0), last))
        elif event.key() in _ENDS and last >= 0:
            self.point_at(range(last + 1)[_ENDS[Qt.Key(event.key())]])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._at != NOWHERE:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint legend, axes and series."""
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Type.SMALL))
        self._paint_legend(painter, colours)
        if not self._places.names:
            return
        levels = _levels(self._values(), self._lines)
        area = self._area()
        self._paint_levels(painter, colours, area, levels)
        self._paint_ticks(painter, colours, area)
        for series in self._series:
            self._paint_series(painter, colours, area, levels, series)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _values(self) -> list[float]:
        return [value for one in self._series for value in one.values if value is not None]

    def _area(self) -> QRectF:
        """Where the series are drawn: right of the values, above the names of the places."""
        left = self._levels_width() + _GAP
        if self._neighbour is not None:
            left = max(left, self._neighbour._levels_width() + _GAP)  # noqa: SLF001 - of this class
        top = _LEGEND_HEIGHT + _GAP
        return QRectF(
            left, top, self.width() - left - 2, max(self.height() - top - _AXIS_HEIGHT, 1)
        )

    def _levels_width(self) -> float:
        metrics = QFontMetricsF(theme.font(Type.SMALL))
        levels = _levels(self._values(), self._lines)
        return max(metrics.horizontalAdvance(self._written(level)) for level in levels)

    def _place_at(self, x: float) -> int:
        if not self._places.names:
            return NOWHERE
        area = self._area()
        if not area.left() <= x <= area.right():
            return NOWHERE
        number = len(self._places.names)
        return min(int((x - area.left()) * number / area.width()), number - 1)

    def _paint_legend(self, painter: QPainter, colours: Colours) -> None:
        """Name every series; while a place is read off, with its value there."""
        metrics = painter.fontMetrics()
        middle, left = _LEGEND_HEIGHT / 2, 0.0
        right = float(self.width())
        if self._at != NOWHERE:
            name = self._places.names[self._at]
            width = metrics.horizontalAdvance(name)
            painter.setPen(QColor(colours.ink))
            box = QRectF(right - width - 1, 0, width + 1, _LEGEND_HEIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            right -= width + _GAP
        for series in self._series:
            _paint_swatch(painter, series, QRectF(left, middle - 5, _SWATCH, 10), colours)
            left += _SWATCH + 6
            value = series.values[self._at] if self._at != NOWHERE else None
            words = series.name if value is None else f"{series.name} {self._written(value)}"
            painter.setPen(QColor(colours.muted if value is None else colours.ink))
            room = max(right - left, 0)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(
                QRectF(left, 0, room, _LEGEND_HEIGHT), Qt.AlignmentFlag.AlignVCenter, shown
            )
            left += metrics.horizontalAdvance(shown) + 2 * _GAP

    def _paint_levels(
        self, painter: QPainter, colours: Colours, area: QRectF, levels: tuple[float, ...]
    ) -> None:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for level in levels:
            y = round(_height(level, area, levels)) + 0.5
            painter.setPen(QPen(QColor(colours.muted if level == 0 else colours.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colours.muted))
            box = QRectF(0, y - 10, area.left() - _GAP, 20)
            painter.drawText(box, align, self._written(level))

    def _paint_ticks(self, painter: QPainter, colours: Colours, area: QRectF) -> None:
        """Write below the axis what has room, and mark the places read off and told apart."""
        width = area.width() / len(self._places.names)
        for place, colour in ((self._mark, colours.warn), (self._at, colours.accent)):
            if place is not None and place != NOWHERE:
                x = round(area.left() + (place + 0.5) * width) + 0.5
                painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QColor(colours.muted))
        metrics = painter.fontMetrics()
        free_from = 0.0
        for number, tick in enumerate(self._places.ticks):
            half = metrics.horizontalAdvance(tick) / 2
            x = min(area.left() + (number + 0.5) * width, area.right() - half)
            if tick and x - half >= free_from:
                box = QRectF(x - half, area.bottom() + 2, 2 * half + 1, _AXIS_HEIGHT - 2)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick)
                free_from = x + half + 2 * _GAP

    def _paint_series(
        self,
        painter: QPainter,
        colours: Colours,
        area: QRectF,
        levels: tuple[float, ...],
        series: Series,
    ) -> None:
        width = area.width() / len(self._places.names)
        ground = _height(0, area, levels)
        points = [
            (number, QPointF(area.left() + (number + 0.5) * width, _height(value, area, levels)))
            for number, value in enumerate(series.values)
            if value is not None
        ]
        colour = _colour(colours, series)
        if series.look is Look.BARS:
            wide = min(width * _BAR_SHARE, _WIDEST_BAR)
            for number, point in points:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour.lighter(125) if number == self._at else colour)
                bar = QRectF(point.x() - wide / 2, point.y(), wide, ground - point.y()).normalized()
                if bar.height() > 0:
                    painter.drawRoundedRect(bar, 2, 2)
            return
        self._paint_line(painter, colour, points, ground, series.look)

    def _paint_line(
        self,
        painter: QPainter,
        colour: QColor,
        points: list[tuple[int, QPointF]],
        ground: float,
        look: Look,
    ) -> None:
        """Join neighbours; where a value is missing the line is broken."""
        pen = QPen(colour, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if look is Look.DASHED:
            pen.setDashPattern([3, 3])
        path = QPainterPath()
        before = NOWHERE - 1
        for number, point in points:
            (path.lineTo if number == before + 1 else path.moveTo)(point)
            before = number
        if look is Look.AREA and len(points) > 1:
            below = QPainterPath(path)
            below.lineTo(QPointF(points[-1][1].x(), ground))
            below.lineTo(QPointF(points[0][1].x(), ground))
            below.closeSubpath()
            soft = QColor(colour)
            soft.setAlphaF(0.16)
            painter.fillPath(below, soft)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        dots = [point for number, point in points if number == self._at or len(points) == 1]
        painter.setBrush(colour)
        for point in dots:
            painter.drawEllipse(point, 3, 3)

    def _spoken(self) -> str:
        """What a screen reader says: the values read off, or the last ones."""
        parts = []
        for series in self._series:
            known = [value for value in series.values if value is not None]
            at_place = series.values[self._at] if self._at != NOWHERE else None
            value = at_place if self._at != NOWHERE else (known[-1] if known else None)
            if value is not None:
                parts.append(f"{series.name} {self._written(value)}")
        name = self._places.names[self._at] if self._at != NOWHERE else ""
        return ", ".join([name, *parts] if name else parts)


def _levels(values: Sequence[float], wanted: int) -> tuple[float, ...]:
    """Round values, evenly apart, from at most the lowest to at least the highest; 0 is one."""
    low, high = min([0.0, *values]), max([0.0, *values])
    rough = max((high - low) / wanted, 1)
    power = 10 ** floor(log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    first, last = floor(low / step), max(ceil(high / step), 1)
    return tuple(step * number for number in range(first, last + 1))


def _height(value: float, area: QRectF, levels: tuple[float, ...]) -> float:
    """Where a value lies in the area, in px from the top of the widget."""
    share = (value - levels[0]) / (levels[-1] - levels[0])
    return area.bottom() - share * area.height()


def _colour(colours: Colours, series: Series) -> QColor:
    named: str = getattr(colours, series.colour)
    return QColor(named)


def _paint_swatch(painter: QPainter, series: Series, box: QRectF, colours: Colours) -> None:
    """A small picture of how the series is drawn."""
    colour = _colour(colours, series)
    if series.look is Look.BARS:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for number, high in enumerate((6, 10, 4)):
            painter.drawRect(QRectF(box.left() + number * 5, box.bottom() - high, 3.5, high))
        return
    pen = QPen(colour, 2)
    if series.look is Look.DASHED:
        pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
