"""Where each part of the verdict banner stands: everything fits, or shrinks until it does.

`lay_out` returns drawn things with fixed places, made once per answer and size; painting them is
then only painting. The name shrinks before it wraps and wraps before anything is cut.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reception_app.ui import theme
from reception_app.ui.door.banner_view import ICONS, BannerView, Ground
from reception_app.ui.parts import icons
from reception_app.ui.parts.text_lines import break_lines
from reception_app.ui.theme import Type

_ROOMY_PADDING = 40
_SNUG_PADDING = 28
_ROOMY_HEIGHT = 420
_CHIP_HEIGHT = 28
_CHIP_PADDING = 13
_NOTE_PADDING = 14
_LEADING = 0.2
"""The room between two lines of one text, in heights of a line: the font leaves none."""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """One line of text; `left` and `baseline` in px."""

    text: str
    font: QFont
    colour: str
    left: float
    baseline: float

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        painter.drawText(QPointF(self.left, self.baseline), self.text)


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A filled rounded box."""

    area: QRectF
    radius: float
    colour: str

    def paint(self, painter: QPainter) -> None:
        """Fill the box."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(self.area, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class DrawnIcon:
    """An icon in its square."""

    name: str
    area: QRectF
    colour: str
    stroke: float

    def paint(self, painter: QPainter) -> None:
        """Draw the icon."""
        icons.draw(painter, self.name, self.colour, self.area, stroke=self.stroke)


Drawn = DrawnText | DrawnBox | DrawnIcon


@dataclass(frozen=True, slots=True)
class _Measure:
    """How generously the parts are set; `names` lists (px, lines) to try for the name in turn."""

    headline: int
    names: tuple[tuple[int, int], ...]
    company: int
    note_lines: int
    chip_rows: int
    findings: int
    gap: int


_NAME, _TITLE = Type.NAME, Type.TITLE
_ROOMY = _Measure(36, ((60, 1), (_NAME, 1), (40, 1), (_NAME, 2), (36, 2)), 22, 3, 2, 4, 28)
_MEASURES = (
    _Measure(32, ((_NAME, 1), (40, 1), (_NAME, 2), (36, 2), (28, 3), (_TITLE, 4)), 20, 3, 2, 4, 24),
    _Measure(28, ((_NAME, 1), (40, 1), (36, 2), (28, 2), (_TITLE, 3)), 18, 2, 2, 3, 16),
    _Measure(24, ((_NAME, 1), (36, 1), (28, 2), (_TITLE, 3)), 18, 2, 1, 2, 10),
    _Measure(22, ((36, 1), (28, 1), (_TITLE, 2)), 16, 1, 1, 1, 6),
)


def lay_out(view: BannerView, ground: Ground, area: QRectF) -> tuple[Drawn, ...]:
    """Everything of `view` with its place on `area` (px), as generous as the height allows."""
    padding = _ROOMY_PADDING if area.height() >= _ROOMY_HEIGHT else _SNUG_PADDING
    inner = area.adjusted(padding, padding, -padding, -padding)
    roomy = (_ROOMY,) if inner.height() >= _ROOMY_HEIGHT else ()
    for measure in (*roomy, *_MEASURES):
        column = _Column(view, ground, inner.width(), measure)
        if column.height <= inner.height():
            break
    top = inner.top() + max((inner.height() - column.height) / 2, 0)
    return tuple(
        _moved(drawn, inner.left(), top)
        for drawn in column.drawn
        if _bottom(drawn) <= inner.height()  # what has no place is left out rather than cut
    )


class _Column:
    """The parts set one under the other from (0, 0), and how high they are together, in px."""

    def __init__(self, view: BannerView, ground: Ground, width: float, measure: _Measure) -> None:
        self.drawn: list[Drawn] = []
        self.height = 0.0
        self._ground = ground
        self._width = width
        self._measure = measure
        self._head_width = width - self._amount(view)
        self._headline(view)
        self._name(view)
        self._chips(view.chips)
        self._note(view.note)
        if view.findings:
            self._gap(measure.gap * 0.5)
        for finding in view.findings[: measure.findings]:
            self._finding(finding)
        self._foot(view.foot)

    def _amount(self, view: BannerView) -> float:
        """Set the amount into the upper right corner; returns the width it takes, in px."""
        if not view.amount:
            return 0
        label, label_metrics = _face(Type.BASE + 2, bold=False)
        size = int(Type.AMOUNT)
        face, metrics = _face(size, bold=True)
        while metrics.horizontalAdvance(view.amount) > self._width * 0.55 and size > Type.TITLE:
            size = size - 4
            face, metrics = _face(size, bold=True)
        taken = metrics.horizontalAdvance(view.amount)
        top = label_metrics.ascent()
        left = self._width - label_metrics.horizontalAdvance(view.amount_label)
        ground = self._ground
        self.drawn.append(DrawnText(view.amount_label, label, ground.quiet, left, top))
        baseline = top + label_metrics.descent() + metrics.capHeight() + theme.GRID
        self.drawn.append(DrawnText(view.amount, face, ground.ink, self._width - taken, baseline))
        return max(taken, label_metrics.horizontalAdvance(view.amount_label)) + 3 * theme.GRID

    def _headline(self, view: BannerView) -> None:
        widest = self._head_width - self._measure.headline * 1.6
        sizes = tuple((size, 1) for size in (self._measure.headline, 28, 24))
        tries = (*sizes, (24, 2))
        size, lines = _fit(view.headline, widest, tries)
        _, metrics = _face(size, bold=True)
        square = size * 1.2  # a line drawing looks smaller than letters of its height
        box = QRectF(-size * 0.1, (metrics.height() - square) / 2, square, square)
        name = view.icon or ICONS[view.kind]
        self.drawn.append(DrawnIcon(name, box, self._ground.ink, stroke=3))
        indent = size + 1.5 * theme.GRID
        self._lines(lines, size, self._ground.ink, bold=True, left=indent)

    def _name(self, view: BannerView) -> None:
        ground, measure = self._ground, self._measure
        gap = float(measure.gap)
        if view.reading:
            face, _ = _face(Type.LARGE, bold=False)
            self._gap(gap)
            lines = break_lines(view.reading, face, self._head_width, 1, whole_words=True)
            self._lines(lines, Type.LARGE, ground.quiet)
            gap = theme.GRID / 2
        if view.name:
            self._gap(gap)
            size, lines = _fit(view.name, self._head_width, measure.names)
            self._lines(lines, size, ground.ink, bold=True)
            gap = measure.gap / 2
        if view.company:
            self._gap(gap)
            face, _ = _face(measure.company, bold=False)
            lines = break_lines(view.company, face, self._width, 2, whole_words=True)
            self._lines(lines, measure.company, ground.quiet)

    def _chips(self, chips: tuple[str, ...]) -> None:
        if not chips:
            return
        self._gap(self._measure.gap * 0.75)
        face, metrics = _face(Type.BASE, bold=False)
        left, rows = 0.0, 1
        for chip in chips:
            widest = self._width - 2 * _CHIP_PADDING
            text = metrics.elidedText(chip, Qt.TextElideMode.ElideRight, widest)
            width = metrics.horizontalAdvance(text) + 2 * _CHIP_PADDING
            if left and left + width > self._width:
                if rows == self._measure.chip_rows:
                    break
                left, rows = 0.0, rows + 1
                self.height += _CHIP_HEIGHT + theme.GRID
            box = QRectF(left, self.height, width, _CHIP_HEIGHT)
            self.drawn.append(DrawnBox(box, _CHIP_HEIGHT / 2, self._ground.soft))
            baseline = _middle(box, metrics)
            ink = self._ground.soft_ink
            self.drawn.append(DrawnText(text, face, ink, left + _CHIP_PADDING, baseline))
            left += width + theme.GRID
        self.height += _CHIP_HEIGHT

    def _note(self, note: str) -> None:
        if not note:
            return
        self._gap(float(self._measure.gap))
        face, metrics = _face(Type.LARGE, bold=False)
        indent = _NOTE_PADDING + 28
        most = self._measure.note_lines
        lines = break_lines(note, face, self._width - indent - _NOTE_PADDING, most)
        leading = metrics.height() * _LEADING * (len(lines) - 1)
        height = len(lines) * metrics.height() + leading + 2 * (_NOTE_PADDING - 3)
        box = QRectF(0, self.height, self._width, height)
        ground = self._ground
        self.drawn.append(DrawnBox(box, theme.GRID, ground.soft))
        square = QRectF(_NOTE_PADDING, self.height + _NOTE_PADDING - 3, 20, metrics.height())
        self.drawn.append(DrawnIcon("note", square, ground.soft_ink, stroke=2))
        end = self.height + height
        self.height += _NOTE_PADDING - 3
        self._lines(lines, Type.LARGE, ground.soft_ink, left=indent)
        self.height = end

    def _finding(self, finding: str) -> None:
        self._gap(self._measure.gap * 0.5)
        face, metrics = _face(Type.LARGE - 2, bold=False)
        square = QRectF(0, self.height, 18, metrics.height())
        self.drawn.append(DrawnIcon("caret_right", square, self._ground.quiet, stroke=2.5))
        indent = 18 + theme.GRID
        lines = break_lines(finding, face, self._width - indent, 4)
        self._lines(lines, Type.LARGE - 2, self._ground.ink, left=indent)

    def _foot(self, foot: str) -> None:
        if not foot:
            return
        self._gap(float(self._measure.gap))
        size = Type.LARGE - 2
        face, _ = _face(size, bold=False)
        self._lines(break_lines(foot, face, self._width, 1), size, self._ground.quiet)

    def _gap(self, px: float) -> None:
        self.height += px

    def _lines(
        self, lines: list[str], size: int, colour: str, *, bold: bool = False, left: float = 0
    ) -> None:
        face, metrics = _face(size, bold=bold)
        for number, line in enumerate(lines):
            if number:
                self.height += metrics.height() * _LEADING
            baseline = self.height + metrics.ascent()
            self.drawn.append(DrawnText(line, face, colour, left, baseline))
            self.height += metrics.height()


def _fit(text: str, width: float, tries: tuple[tuple[int, int], ...]) -> tuple[int, list[str]]:
    """The first (size, lines) of `tries` in which the text stands whole; the last one cuts."""
    for size, most in tries:
        face, _ = _face(size, bold=True)
        lines = break_lines(text, face, width, whole_words=True)
        if len(lines) <= most:
            return size, lines
    return size, break_lines(text, face, width, most, whole_words=True)


def _middle(box: QRectF, metrics: QFontMetricsF) -> float:
    return box.center().y() + (metrics.ascent() - metrics.descent()) / 2


def _bottom(drawn: Drawn) -> float:
    return drawn.baseline if isinstance(drawn, DrawnText) else drawn.area.bottom()


def _moved(drawn: Drawn, left: float, top: float) -> Drawn:
    match drawn:
        case DrawnText():
            return DrawnText(
                drawn.text, drawn.font, drawn.colour, drawn.left + left, drawn.baseline + top
            )
        case DrawnBox():
            return DrawnBox(drawn.area.translated(left, top), drawn.radius, drawn.colour)
        case DrawnIcon():
            area = drawn.area.translated(left, top)
            return DrawnIcon(drawn.name, area, drawn.colour, drawn.stroke)


@cache
def _face(size: int, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
    face = theme.font(size, bold=bold)
    return face, QFontMetricsF(face)
