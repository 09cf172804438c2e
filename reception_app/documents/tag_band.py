"""A band of a name tag: a ground of colour or a frame, with one line of text in it."""

import math
from collections.abc import Sequence
from dataclasses import replace

from reception_app.documents import fonts
from reception_app.documents.drawing import (
    INK,
    MM,
    Area,
    Mark,
    Outline,
    TextColumn,
    TextLine,
    readable_on,
)
from reception_app.documents.fitting import SMALLEST_PRINTED, Fitted, fit_lines
from reception_app.documents.fonts import Weight
from reception_app.documents.tag_block import NARROWEST
from reception_app.documents.tag_saying import TagSaying
from reception_app.documents.text_marks import CAP_MIDDLE, lines_at
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.tag_design import ON_CATEGORY, Align, BandElement

SHARE_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
"""Which share of the spare room lies to the left of something aligned."""

_COLUMN_PITCH = 1.15
_UPRIGHT_FROM = 1.3
"""A band so many times higher than wide is lettered upright."""

_LONGEST_UPRIGHT = 8
_EDGE = 0.7


def band_marks(band: BandElement, saying: TagSaying) -> Sequence[Mark]:
    """The ground and the text of a band; nothing of one that hugs a text that is not there."""
    said = saying.said(band.template)
    frame = band.frame
    upright = frame.height > frame.width * _UPRIGHT_FROM
    x, width = frame.left * MM, frame.width * MM
    lines: Sequence[TextLine | TextColumn] = ()
    if said and upright:
        lines = _upright(band, said, saying)
    elif said:
        fitted = _level(band, said, saying)
        if fitted is not None:
            if band.hugs:
                hugged = _hugged(band, fitted)
                x, width = x + (width - hugged) * SHARE_BEFORE[band.align], hugged
            padding = _padding(band)
            lines = lines_at(
                fitted,
                [(frame.top + frame.height / 2) * MM + fitted.size * CAP_MIDDLE],
                left=x + padding,
                width=width - 2 * padding,
                weight=_weight(band),
                colour=_ink(band, saying),
                align=Align.CENTRE if band.hugs else band.align,
            )
    if band.hugs and not lines:
        return ()
    return (*_ground(band, saying, x, width), *lines)


def _ground(band: BandElement, saying: TagSaying, x: float, width: float) -> Sequence[Mark]:
    y, height, radius = band.frame.top * MM, band.frame.height * MM, band.radius * MM
    ground: list[Mark] = []
    if band.fill:
        ground.append(Area(x, y, width, height, saying.colour(band.fill), radius))
    if band.edge:
        ground.append(Outline(x, y, width, height, saying.colour(band.edge), _EDGE, radius))
    return ground


def _level(band: BandElement, said: str, saying: TagSaying) -> Fitted | None:
    """The text fitted into a low band; None when there is no room for any."""
    height, room = band.frame.height * MM, band.frame.width * MM - 2 * _padding(band)
    if room < NARROWEST or height < SMALLEST_PRINTED:
        saying.note(ProblemKind.CUT, band.template, said)
        return None
    size = min(band.size, height)
    fitted = fit_lines(said, weight=_weight(band), width=room, height=height, largest=size)
    fitted = _lower(fitted, _weight(band), height)
    saying.check(band.template, said, fitted, band.smallest)
    return fitted


def _upright(band: BandElement, said: str, saying: TagSaying) -> Sequence[TextLine | TextColumn]:
    """The text of a high band: Japanese set vertically, other writing turned."""
    frame, weight, colour = band.frame, _weight(band), _ink(band, saying)
    room = (frame.height - 2 * max(band.radius, 1)) * MM
    across = frame.width * MM
    middle = (frame.left + frame.width / 2) * MM
    centre = (frame.top + frame.height / 2) * MM
    if room < NARROWEST or across < SMALLEST_PRINTED:
        saying.note(ProblemKind.CUT, band.template, said)
        return ()
    drawn = fonts.printable(said)
    if _stands_upright(drawn):
        size = min(band.size, across, room / (len(drawn) * _COLUMN_PITCH))
        saying.check(band.template, said, Fitted((said,), size), band.smallest)
        column = TextColumn(said, middle, 0, size, weight, colour, pitch=_COLUMN_PITCH)
        return [replace(column, top=centre - column.height / 2)]
    largest = min(band.size, across)
    fitted = fit_lines(said, weight=weight, width=room, height=across, largest=largest)
    fitted = _lower(fitted, weight, across)
    saying.check(band.template, said, fitted, band.smallest)
    [line] = fitted.lines
    size, style = fitted.size, fitted.style
    top = centre - fonts.width(line, size, weight, style) / 2
    baseline = middle - size * CAP_MIDDLE
    return [TextLine(line, baseline, top, size, weight, colour, turned=True, style=style)]


def _lower(fitted: Fitted, weight: Weight, height: float) -> Fitted:
    """The text small enough that accents and tails stay in the band, its capitals in the middle."""
    low, high = fonts.ink(fitted.lines[0], weight, fitted.style)
    reach = max(high - CAP_MIDDLE, CAP_MIDDLE - low)
    largest = height / 2 / reach
    return fitted if fitted.size <= largest else replace(fitted, size=largest)


def _hugged(band: BandElement, fitted: Fitted) -> float:
    """How wide a band is that hugs its text."""
    width = fonts.width(fitted.lines[0], fitted.size, _weight(band), fitted.style)
    return min(math.ceil(width + 2 * _padding(band)), band.frame.width * MM)


def _padding(band: BandElement) -> float:
    return max(min(band.radius, band.frame.height / 2), 1) * MM


def _weight(band: BandElement) -> Weight:
    return Weight.BOLD if band.bold else Weight.REGULAR


def _ink(band: BandElement, saying: TagSaying) -> str:
    """The colour of the text: legible on the band, or on what a mere frame stands on."""
    if band.fill:
        return readable_on(saying.colour(band.fill))
    return saying.colour(ON_CATEGORY) if band.edge == ON_CATEGORY else INK


def _stands_upright(word: str) -> bool:
    """Whether a word is set vertically: Japanese, and not too long for it."""
    return len(word) <= _LONGEST_UPRIGHT and all(char > "\u2e7f" for char in word)
