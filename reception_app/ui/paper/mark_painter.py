"""Marks drawn by Qt, on screen or on a printer: the same glyphs at the same places as in a PDF."""

import math
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from reception_app import paths
from reception_app.documents import fonts
from reception_app.documents.drawing import (
    Area,
    Image,
    Mark,
    Outline,
    QrCode,
    TextColumn,
    TextLine,
)
from reception_app.documents.fonts import Lettering, Weight
from reception_app.documents.name_tags import PlacedMarks
from reception_app.documents.picture_file import Picture
from reception_app.documents.printer_fit import EXACT, PrinterFit
from reception_app.documents.qr_image import SIDE, qr_blocks
from reception_app.documents.vertical_text import placed_signs

K = TypeVar("K")
V = TypeVar("V")

_QUARTER = 90.0
_LARGEST_GLYPHS = 60.0
"""Pixels. WORKAROUND: Qt 6.11.3 draws nothing for glyph runs of raw fonts above 64 px, seen on
images and offscreen; larger text, and all text of a printer, is drawn as outlines."""

_MOST_KEPT = 4000


class MarkPainter:
    """Draws marks, and keeps glyphs and pictures for the next time.

    Its fonts belong to the thread that made them, so each thread has a painter of its own.
    """

    def __init__(self) -> None:
        self._texts: dict[tuple[str, float, Weight, Lettering], tuple[_Run, ...]] = {}
        self._fonts: dict[tuple[str, float], QRawFont] = {}
        self._codes: dict[str, QPainterPath] = {}
        self._images: dict[str, QImage] = {}

    def paint(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Draw marks; the painter's unit is the point, its origin their corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for mark in marks:
            self._paint(painter, mark)

    def paint_page(
        self, painter: QPainter, placed: Iterable[PlacedMarks], fit: PrinterFit = EXACT
    ) -> None:
        """Draw all that is placed on a page, its corner the origin."""
        for one in placed:
            painter.save()
            left, top = fit.moved(one.left, one.top)
            painter.translate(left, top)
            painter.scale(*fit.scale)
            if one.upside_down:
                painter.rotate(2 * _QUARTER)
            self.paint(painter, one.marks)
            painter.restore()

    def _paint(self, painter: QPainter, mark: Mark) -> None:
        match mark:
            case TextLine():
                style = mark.style or fonts.lettering(mark.text)
                runs = self._runs(mark.text, mark.size, mark.weight, style)
                _paint_runs(painter, runs, QPointF(mark.x, mark.y), mark.colour, turned=mark.turned)
            case TextColumn():
                style = fonts.lettering(mark.text)
                for sign in placed_signs(mark):
                    runs = self._runs(sign.char, mark.size, mark.weight, style)
                    at = QPointF(sign.x, sign.y)
                    _paint_runs(painter, runs, at, mark.colour, turned=sign.turned)
            case Area():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(mark.colour))
                area = QRectF(mark.x, mark.y, mark.width, mark.height)
                radius = min(mark.radius, mark.width / 2, mark.height / 2)
                painter.drawRoundedRect(area, radius, radius)
            case Outline():
                _paint_outline(painter, mark)
            case QrCode():
                painter.save()
                painter.translate(mark.x, mark.y)
                painter.scale(mark.side / SIDE, mark.side / SIDE)
                painter.fillPath(self._modules(mark.digits), QColor(Qt.GlobalColor.black))
                painter.restore()
            case Image():
                area = QRectF(mark.x, mark.y, mark.width, mark.height)
                painter.drawImage(area, self._image(mark.picture))
            case _:
                assert_never(mark)

    def _runs(self, text: str, size: float, weight: Weight, style: Lettering) -> tuple["_Run", ...]:
        """The glyphs of a text from (0, 0) on."""
        key = (text, size, weight, style)
        found = self._texts.get(key)
        if found is None:
            _make_room(self._texts)
            found = self._texts[key] = tuple(self._made_runs(*key))
        return found

    def _made_runs(
        self, text: str, size: float, weight: Weight, style: Lettering
    ) -> Iterator["_Run"]:
        x = 0.0
        for run in fonts.runs(text, weight, style):
            outlines = run.face.outlines
            glyphs = [outlines.glyph(ord(char)) for char in run.text]
            places = []
            for glyph in glyphs:
                places.append(QPointF(x, 0))
                x += outlines.advance(glyph) / outlines.units_per_em * size
            made = QGlyphRun()
            made.setRawFont(self._font(run.face.file, size))
            made.setGlyphIndexes(glyphs)
            made.setPositions(places)
            yield _Run(made, fonts.BOLD_STROKE * size if run.face.emboldened else 0.0)

    def _font(self, file: str, size: float) -> QRawFont:
        found = self._fonts.get((file, size))
        if found is None:
            _make_room(self._fonts)
            unhinted = QFont.HintingPreference.PreferNoHinting
            found = QRawFont(str(paths.resource("fonts", file)), size, unhinted)
            self._fonts[file, size] = found
        return found

    def _modules(self, digits: str) -> QPainterPath:
        """The dark modules on a grid of whole units; one path, so that no seams show."""
        found = self._codes.get(digits)
        if found is None:
            _make_room(self._codes)
            found = self._codes[digits] = QPainterPath()
            found.setFillRule(Qt.FillRule.WindingFill)
            for column, row, columns, rows in qr_blocks(digits):
                found.addRect(column, row, columns, rows)
        return found

    def _image(self, picture: Picture) -> QImage:
        found = self._images.get(picture.key)
        if found is None:
            found = self._images[picture.key] = QImage.fromData(picture.content)
        return found


class _Run:
    """Glyphs of one font, and how thick an outline around them stands in for a bold."""

    def __init__(self, glyphs: QGlyphRun, stroke: float) -> None:
        self.glyphs = glyphs
        self.size = glyphs.rawFont().pixelSize()
        self.stroke = stroke

    @cached_property
    def outlines(self) -> QPainterPath:
        """The shapes of the glyphs."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        font = self.glyphs.rawFont()
        for glyph, place in zip(self.glyphs.glyphIndexes(), self.glyphs.positions(), strict=True):
            path.addPath(font.pathForGlyph(glyph).translated(place))
        return path


def _make_room(kept: dict[K, V]) -> None:
    """Forget everything when there is too much of it; what is used is soon made again."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()


def _paint_runs(
    painter: QPainter, runs: tuple[_Run, ...], at: QPointF, colour: str, *, turned: bool
) -> None:
    """Text that begins at a point on its baseline."""
    ink = QColor(colour)
    painter.setPen(ink)
    if turned:
        painter.save()
        painter.translate(at.x(), at.y())
        painter.rotate(_QUARTER)
        at = QPointF(0, 0)
    scale = math.sqrt(abs(painter.deviceTransform().determinant()))
    for run in runs:
        if run.size * scale > _LARGEST_GLYPHS:
            painter.fillPath(run.outlines.translated(at), ink)
        else:
            painter.drawGlyphRun(at, run.glyphs)
        if run.stroke:
            painter.strokePath(run.outlines.translated(at), QPen(ink, run.stroke))
    if turned:
        painter.restore()


def _paint_outline(painter: QPainter, mark: Outline) -> None:
    pen = QPen(QColor(mark.colour), mark.thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.dashes:
        pen.setDashPattern([length / mark.thick for length in mark.dashes])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    start = QPointF(mark.x, mark.y)
    if not mark.width or not mark.height:
        painter.drawLine(start, start + QPointF(mark.width, mark.height))
        return
    radius = min(mark.radius, mark.width / 2, mark.height / 2)
    painter.drawRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), radius, radius)
