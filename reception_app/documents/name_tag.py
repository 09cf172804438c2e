"""A name tag 名札: what stands on it, and where, for any label from about 80 x 50 mm up."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from reception_app.documents import fonts
from reception_app.documents.drawing import (
    INK,
    LINE,
    MM,
    MUTED,
    Area,
    Mark,
    Outline,
    QrCode,
    TextColumn,
    TextLine,
    readable_on,
)
from reception_app.documents.fitting import Fitted, Paragraph, fit_lines, fit_paragraphs
from reception_app.documents.fonts import Weight
from reception_app.documents.qr_image import QUIET, SIDE
from reception_app.documents.text_problem import ProblemKind, text_problems
from reception_app.wording import Wording

NO_CATEGORY = "#98A2B3"
"""The band of a guest without a category."""

SMALLEST_NAME = 14.0
"""Points: a name set smaller is reported."""

SMALLEST_TEXT = 6.0
"""Points: other text set smaller is reported."""

_EDGE = 4 * MM
# Set in from the label's edge: sheets are cut and fed half a millimetre off.
_BAND_EDGE = 2.5 * MM
_BAND = 7.5 * MM
_BAND_WORD = 12.5
_BAND_PITCH = 1.15
_TEXT_LEFT = 13.5 * MM
_HEAD_BASELINE = 6.8 * MM
_HEAD_SIZE = 7.5
_NAME_TOP = 10.2 * MM
_QR_SIDE = 15 * MM
_QR_QUIET = _QR_SIDE / SIDE * QUIET
_FOOT = 3.8 * MM
_NUMBER_SIZE = 7.5
_READING_SIZE = 10.0
_LARGEST_NAME = 44.0
_NAME_LEADING = 1.14
_CHIP_MIDDLE = 5.9 * MM
_DARK = "#344054"
_CAP_MIDDLE = 0.36
"""Half the height of a capital, in ems."""


class TagPart(StrEnum):
    """The texts of a name tag, for telling which one has a problem."""

    EVENT = "event"
    CATEGORY = "category"
    READING = "reading"
    NAME = "name"
    COMPANY = "company"
    TITLE = "title"
    TALKS_ABOUT = "talks_about"
    TABLE = "table"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class NameTag:
    """What one name tag 名札 shows; texts that are empty leave no trace.

    `category` is the word on the band and `colour` the band's `#RRGGBB`; `number` the guest's;
    `badge_code` the digits in the QR; `position` says where the tag waits on the desk (箱3-14).
    """

    number: int
    name: str
    badge_code: str
    reading: str = ""
    company: str = ""
    title: str = ""
    category: str = ""
    colour: str = NO_CATEGORY
    event_name: str = ""
    event_date: str = ""
    table: str = ""
    talks_about: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class TagProblem:
    """One text of one guest's tag that did not come out as it should.

    `text` is the text; of a missing glyph, the characters that no typeface has.
    """

    kind: ProblemKind
    number: int
    part: TagPart
    text: str


@dataclass(frozen=True, slots=True)
class LaidOutTag:
    """A tag ready to be drawn, and what could not be done well."""

    marks: tuple[Mark, ...]
    problems: tuple[TagProblem, ...]


def lay_out_tag(tag: NameTag, *, width: float, height: float, wording: Wording) -> LaidOutTag:
    """The marks of `tag` on a label of `width` by `height` points; nothing overlaps."""
    page = _Layout(tag, width, height)
    page.band()
    page.head()
    page.code(wording)
    foot = page.talks_about(wording)
    page.name_and_company(foot)
    return LaidOutTag(tuple(page.marks), tuple(page.problems))


class _Layout:
    """One tag while its parts are being placed."""

    def __init__(self, tag: NameTag, width: float, height: float) -> None:
        self.marks: list[Mark] = []
        self.problems: list[TagProblem] = []
        self._tag = tag
        self._width = width
        self._height = height
        self._right = width - _EDGE
        self._qr_left = self._right - _QR_SIDE
        self._qr_top = height - _FOOT - _NUMBER_SIZE * 0.75 - _QR_QUIET - _QR_SIDE
        self._beside_qr = self._qr_left - _QR_QUIET - _TEXT_LEFT

    def band(self) -> None:
        """The category as a colour and a word."""
        word, ground = self._tag.category, self._tag.colour or NO_CATEGORY
        length = self._height - 2 * _BAND_EDGE
        self.marks.append(Area(_BAND_EDGE, _BAND_EDGE, _BAND, length, ground, _BAND_EDGE * 0.8))
        if not word:
            return
        colour = readable_on(ground)
        middle, room = _BAND_EDGE + _BAND / 2, length - 2 * _BAND_EDGE
        drawn = fonts.printable(word)
        if _stands_upright(drawn):
            fitted = Fitted((word,), min(_BAND_WORD, room / (len(drawn) * _BAND_PITCH)))
            column = TextColumn(
                word, middle, 0, fitted.size, Weight.BOLD, colour, pitch=_BAND_PITCH
            )
            self.marks.append(replace(column, top=(self._height - column.height) / 2))
        else:
            fitted = fit_lines(
                word, weight=Weight.BOLD, width=room, height=_BAND, largest=_BAND_WORD
            )
            shown, size = fitted.lines[0], fitted.size
            top = (self._height - fonts.width(shown, size, Weight.BOLD)) / 2
            baseline = middle - size * _CAP_MIDDLE
            self.marks.append(
                TextLine(shown, baseline, top, size, Weight.BOLD, colour, turned=True)
            )
        self._check(TagPart.CATEGORY, word, fitted)

    def head(self) -> None:
        """Event and date on the left; the tag's place on the desk and the table on the right."""
        right = self._right
        if self._tag.table:
            right = self._table_chip() - 2 * MM
        if self._tag.position:
            fitted = self._line(TagPart.POSITION, self._tag.position, 24 * MM, _HEAD_SIZE)
            right -= fonts.width(fitted.lines[0], fitted.size)
            self.marks.append(
                TextLine(fitted.lines[0], right, _HEAD_BASELINE, fitted.size, colour=MUTED)
            )
            right -= 2 * MM
        words = "  ".join(filter(None, (self._tag.event_name, self._tag.event_date)))
        if words:
            fitted = self._line(TagPart.EVENT, words, right - _TEXT_LEFT, _HEAD_SIZE)
            self.marks.append(
                TextLine(fitted.lines[0], _TEXT_LEFT, _HEAD_BASELINE, fitted.size, colour=MUTED)
            )

    def code(self, wording: Wording) -> None:
        """The QR with the guest's number under it."""
        if self._tag.badge_code:
            self.marks.append(QrCode(self._tag.badge_code, self._qr_left, self._qr_top, _QR_SIDE))
        number = wording.text("document", "tag_number", number=f"{self._tag.number:03}")
        left = self._qr_left + (_QR_SIDE - fonts.width(number, _NUMBER_SIZE)) / 2
        baseline = self._height - _FOOT
        self.marks.append(TextLine(number, left, baseline, _NUMBER_SIZE, colour=_DARK))

    def talks_about(self, wording: Wording) -> float:
        """The “ask me about” block at the foot; gives back the height above which all is free."""
        bottom = self._height - _FOOT
        if not self._tag.talks_about:
            return bottom
        indent = 3 * MM
        label = Paragraph(wording.text("document", "talks_about"), 7.0, lines=1, leading=1.5)
        topic = Paragraph(self._tag.talks_about, 10.0, Weight.BOLD, lines=2, leading=1.35)
        label_fitted, topic_fitted = fit_paragraphs(
            (label, topic), width=self._beside_qr - indent, height=12.5 * MM
        )
        self._check(TagPart.TALKS_ABOUT, self._tag.talks_about, topic_fitted)
        topic_height = len(topic_fitted.lines) * topic_fitted.size * topic.leading
        top = bottom - topic_height - label_fitted.size * label.leading
        bar_height = bottom - top + 0.6 * MM
        colour = self._tag.colour or NO_CATEGORY
        self.marks.append(Area(_TEXT_LEFT, top, 0.9 * MM, bar_height, colour))
        left = _TEXT_LEFT + indent
        self.marks += _block(label_fitted, label, left, top, MUTED)
        self.marks += _block(topic_fitted, topic, left, bottom - topic_height, INK)
        return top - 1.5 * MM

    def name_and_company(self, foot: float) -> None:
        """Reading, name, company and title from the head down to `foot`."""
        tag = self._tag
        width = self._right - _TEXT_LEFT
        lowest_name = self._qr_top - _QR_QUIET
        upper: list[TextLine | Outline] = []
        top = _NAME_TOP
        if tag.reading:
            reading = self._line(TagPart.READING, tag.reading, width, _READING_SIZE)
            baseline = top + _READING_SIZE * 0.88
            upper.append(
                TextLine(reading.lines[0], _TEXT_LEFT, baseline, reading.size, colour=_DARK)
            )
            top += _READING_SIZE + 1.2 * MM
        name, bottom = self._name(top, width, lowest_name - top)
        upper += name
        lower, end = self._company(bottom + 1.8 * MM, foot)
        # What is short sinks towards the middle, the name never beside the QR.
        # Whole points: equal places on many tags make a smaller file.
        sink = math.floor(min(lowest_name - bottom, (foot - end) * 0.4))
        self.marks += [replace(mark, y=mark.y + sink) for mark in (*upper, *lower)]

    def _company(self, top: float, foot: float) -> tuple[list[TextLine], float]:
        """Company and title between `top` and `foot`, and their lower edge."""
        parts = [
            (TagPart.COMPANY, Paragraph(self._tag.company, 11.0, lines=3)),
            (TagPart.TITLE, Paragraph(self._tag.title, 10.0, lines=2)),
        ]
        parts = [(part, paragraph) for part, paragraph in parts if paragraph.text]
        fitted_all = fit_paragraphs(
            [paragraph for _, paragraph in parts], width=self._beside_qr, height=foot - top
        )
        marks: list[TextLine] = []
        for (part, paragraph), fitted in zip(parts, fitted_all, strict=True):
            self._check(part, paragraph.text, fitted)
            marks += _block(fitted, paragraph, _TEXT_LEFT, top, _DARK)
            top += len(fitted.lines) * fitted.size * paragraph.leading
        return marks, top

    def _name(
        self, top: float, width: float, free: float
    ) -> tuple[Sequence[TextLine | Outline], float]:
        """The name below `top`, at most `free` high, and its lower edge."""
        name = self._tag.name
        if not fonts.printable(name).strip():
            return self._no_name(top, free)
        fitted = fit_lines(
            name,
            weight=Weight.BOLD,
            width=width,
            height=free,
            largest=_LARGEST_NAME,
            smallest=SMALLEST_NAME,
            lines=3,
            leading=_NAME_LEADING,
        )
        inks = [fonts.ink(line, Weight.BOLD, fitted.style) for line in fitted.lines]
        rise, drop = max(inks[0][1], 0.8), max(-inks[-1][0], 0.1)
        # Letters with two accents (Ễ) and tails (g) need more room than the size was chosen for.
        apart = [high - low for (low, _), (_, high) in pairwise(inks)]
        leading = max(_NAME_LEADING, *apart, 0)
        size = min(fitted.size, free / (rise + (len(inks) - 1) * leading + drop))
        self._check(TagPart.NAME, name, replace(fitted, size=size), smallest=SMALLEST_NAME)
        baselines = [top + (rise + row * leading) * size for row in range(len(fitted.lines))]
        marks = [
            TextLine(line, _TEXT_LEFT, baseline, size, Weight.BOLD, style=fitted.style)
            for line, baseline in zip(fitted.lines, baselines, strict=True)
        ]
        return marks, baselines[-1] + drop * size

    def _no_name(self, top: float, free: float) -> tuple[Sequence[TextLine | Outline], float]:
        """A line to write the name on, and its height."""
        kind = ProblemKind.MISSING_GLYPH if self._tag.name.strip() else ProblemKind.EMPTY_NAME
        self._note(kind, TagPart.NAME, "".join(fonts.missing(self._tag.name)))
        y = top + free * 0.85
        return [Outline(_TEXT_LEFT, y, self._right - _TEXT_LEFT, 0, MUTED)], y

    def _table_chip(self) -> float:
        """The table in a frame at the top right; gives back its left edge."""
        fitted = self._line(TagPart.TABLE, self._tag.table, 24 * MM, 9.0, Weight.BOLD)
        text_width = fonts.width(fitted.lines[0], fitted.size, Weight.BOLD)
        chip_width = math.ceil(text_width + 3.5 * MM)
        left = self._right - chip_width
        self.marks.append(
            Outline(left, _CHIP_MIDDLE - 2.6 * MM, chip_width, 5.2 * MM, LINE, 0.7, 2.6 * MM)
        )
        baseline = _CHIP_MIDDLE + fitted.size * _CAP_MIDDLE
        self.marks.append(
            TextLine(
                fitted.lines[0],
                left + (chip_width - text_width) / 2,
                baseline,
                fitted.size,
                Weight.BOLD,
            )
        )
        return left

    def _line(
        self, part: TagPart, text: str, width: float, size: float, weight: Weight = Weight.REGULAR
    ) -> Fitted:
        fitted = fit_lines(text, weight=weight, width=width, height=size, largest=size)
        self._check(part, text, fitted)
        return fitted

    def _check(
        self, part: TagPart, text: str, fitted: Fitted, *, smallest: float = SMALLEST_TEXT
    ) -> None:
        """Note what is wrong with a text that was fitted."""
        for kind, said in text_problems(text, fitted, smallest=smallest):
            self._note(kind, part, said)

    def _note(self, kind: ProblemKind, part: TagPart, text: str) -> None:
        self.problems.append(TagProblem(kind, self._tag.number, part, text))


def _block(
    fitted: Fitted, paragraph: Paragraph, left: float, top: float, colour: str
) -> list[TextLine]:
    """The lines of a paragraph whose upper edge is `top`."""
    pitch = fitted.size * paragraph.leading
    first = top + (pitch - fitted.size) / 2 + fitted.size * 0.88
    return [
        TextLine(
            line,
            left,
            first + row * pitch,
            fitted.size,
            paragraph.weight,
            colour,
            style=fitted.style,
        )
        for row, line in enumerate(fitted.lines)
    ]


def _stands_upright(word: str) -> bool:
    """Whether a category word is set vertically: Japanese, and not too long for it."""
    return len(word) <= 8 and all(char > "\u2e7f" for char in word)  # noqa: PLR2004 - by eye
