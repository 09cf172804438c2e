"""A block of a name tag: texts below each other, the largest one as large as its place allows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reception_app.documents import fonts
from reception_app.documents.drawing import MM, MUTED, Area, Mark, Outline
from reception_app.documents.fitting import (
    SMALLEST_PRINTED,
    Fitted,
    Paragraph,
    fit_lines,
    fit_paragraphs,
)
from reception_app.documents.fonts import Weight
from reception_app.documents.name_tag import TagProblem
from reception_app.documents.tag_saying import TagSaying
from reception_app.documents.text_marks import line_baselines, lines_at
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.tag_design import (
    ON_CATEGORY,
    Anchor,
    Fit,
    TagField,
    TagText,
    TextElement,
    fields_of,
)

NARROWEST = 9.0
"""Points: a place narrower than two letters of the smallest size shows nothing."""

_BAR = 0.9 * MM
_BAR_INDENT = 3 * MM
_HEADLINE_LEADING = 1.14
_LEADING = 1.35
_SINGLE_LEADING = 1.2
_OTHERS_SHARE = 0.55
"""Texts beside a headline take no more of a block's height than this."""

_WRITING_LINE = 0.85
"""How far down its place the line is on which a name is written by hand."""


def text_block(element: TextElement, saying: TagSaying, height: float) -> Sequence[Mark]:
    """The marks of a block that may be `height` points high; none when it has nothing to say."""
    rows, asks, answered = [], False, False
    for text in element.texts:
        said, fields = saying.said(text.template), fields_of(text.template)
        nameless = TagField.NAME in fields and not fonts.printable(saying.tag.name).strip()
        asks = asks or bool(fields)
        if said or nameless:
            rows.append(_Row(text, "" if nameless else said))
            answered = answered or bool(fields)
    if not rows or (asks and not answered):
        return ()
    return _Block(element, saying).marks(rows, height)


@dataclass(slots=True)
class _Row:
    """One text of a block while the block is being set; `baselines` count from its own top.

    `fitted` is None for a name that is to be written by hand.
    """

    text: TagText
    said: str
    fitted: Fitted | None = None
    baselines: Sequence[float] = ()
    height: float = 0.0

    @property
    def weight(self) -> Weight:
        return Weight.BOLD if self.text.bold else Weight.REGULAR

    @property
    def leading(self) -> float:
        return _LEADING if self.text.fit is Fit.WRAP else _SINGLE_LEADING

    def set_as(self, fitted: Fitted) -> None:
        """Stand as lines of even distance."""
        self.fitted = fitted
        pitch = fitted.size * self.leading
        self.baselines = line_baselines(fitted, self.leading)
        self.height = len(fitted.lines) * pitch


class _Block:
    """One block of one tag while it is being set: first all texts are fitted, then placed."""

    def __init__(self, element: TextElement, saying: TagSaying) -> None:
        self._element = element
        self._saying = saying
        self._indent = _BAR_INDENT if element.bar else 0.0
        self._left = element.frame.left * MM + self._indent
        self._width = element.frame.width * MM - self._indent

    def marks(self, rows: list[_Row], height: float) -> Sequence[Mark]:
        """The rows at their places on the tag."""
        element = self._element
        rows = self._fitting_rows(rows, height)
        if not rows:
            return ()
        gaps = sum(row.text.gap for row in rows[1:]) * MM
        self._fit(rows, height - gaps)
        used = gaps + sum(row.height for row in rows)
        spare = max(height - used, 0)
        # Whole points: equal places on many tags make a smaller file.
        lower = {Anchor.TOP: 0, Anchor.MIDDLE: math.floor(spare / 2), Anchor.BOTTOM: spare}
        top = element.frame.top * MM + lower[element.anchor]
        marks: list[Mark] = []
        if element.bar:
            colour = self._saying.colour(element.bar)
            marks.append(Area(element.frame.left * MM, top, _BAR, used, colour))
        for number, row in enumerate(rows):
            top += row.text.gap * MM if number else 0
            marks += self._placed(row, top)
            top += row.height
        return marks

    def _fitting_rows(self, rows: list[_Row], height: float) -> list[_Row]:
        """The rows for which there is room at the smallest size; others are noted as cut."""
        kept: list[_Row] = []
        used = 0.0
        for row in rows:
            gap = row.text.gap * MM if kept else 0.0
            used += gap + SMALLEST_PRINTED * _LEADING
            if used > height or self._width < NARROWEST:
                self._saying.note(ProblemKind.CUT, row.text.template, row.said)
            else:
                kept.append(row)
        return kept

    def _fit(self, rows: list[_Row], height: float) -> None:
        """Fit all rows into `height`, the headline into what the others leave."""
        headline = max(
            (row for row in rows if row.text.fit is Fit.SHRINK or not row.said),
            key=lambda row: (not row.said, row.text.size),
            default=None,
        )
        others = [row for row in rows if row is not headline]
        self._fit_others(others, height * (_OTHERS_SHARE if headline else 1))
        if headline is None:
            return
        free = height - sum(row.height for row in others)
        if headline.said:
            self._fit_headline(headline, free)
        else:
            self._leave_room(headline, free)

    def _fit_others(self, rows: Sequence[_Row], height: float) -> None:
        """Fit all rows of a block but its headline into `height`."""
        single = [row for row in rows if row.text.fit is Fit.SHRINK]
        wrapped = [row for row in rows if row.text.fit is Fit.WRAP]
        wanted = sum(row.text.size * row.text.lines * row.leading for row in single)
        least = sum(SMALLEST_PRINTED * row.leading for row in wrapped)
        factor = min(1.0, max(height - least, 0) / wanted) if wanted else 1.0
        for row in single:
            size = max(row.text.size * factor, SMALLEST_PRINTED)
            # What would be below the smallest size has fewer lines instead.
            held = int(row.text.size * factor * row.text.lines / size)
            lines = max(1, min(row.text.lines, held))
            fitted = fit_lines(
                row.said,
                weight=row.weight,
                width=self._width,
                height=size * (1 + (lines - 1) * row.leading),
                largest=size,
                lines=lines,
                leading=row.leading,
            )
            row.set_as(fitted)
            height -= row.height
        if not wrapped:
            return
        paragraphs = [
            Paragraph(row.said, row.text.size, row.weight, row.text.lines, row.leading)
            for row in wrapped
        ]
        every = fit_paragraphs(paragraphs, width=self._width, height=height)
        for row, fitted in zip(wrapped, every, strict=True):
            row.set_as(fitted)

    def _fit_headline(self, row: _Row, free: float) -> None:
        """Make the largest text of a block as large as `free` allows."""
        text = row.text
        fitted = fit_lines(
            row.said,
            weight=row.weight,
            width=self._width,
            height=free,
            largest=text.size,
            smallest=text.smallest,
            lines=text.lines,
            leading=_HEADLINE_LEADING,
        )
        inks = [fonts.ink(line, row.weight, fitted.style) for line in fitted.lines]
        rise, drop = max(inks[0][1], 0.8), max(-inks[-1][0], 0.1)
        # Letters with two accents (Ễ) and tails (g) need more room than the size was chosen for.
        apart = [high - low for (low, _), (_, high) in pairwise(inks)]
        leading = max(_HEADLINE_LEADING, *apart, 0)
        size = min(fitted.size, free / (rise + (len(inks) - 1) * leading + drop))
        row.fitted = fitted if size == fitted.size else replace(fitted, size=size)
        row.baselines = [(rise + line * leading) * size for line in range(len(fitted.lines))]
        row.height = row.baselines[-1] + drop * size

    def _leave_room(self, row: _Row, free: float) -> None:
        """Leave room for a name to be written by hand; that there is none is told."""
        tag = self._saying.tag
        if not tag.spare:
            kind = ProblemKind.MISSING_GLYPH if tag.name.strip() else ProblemKind.EMPTY_NAME
            said = "".join(fonts.missing(tag.name))
            self._saying.problems.append(TagProblem(kind, tag.number, TagField.NAME, said))
        row.height = min(free, row.text.size * _SINGLE_LEADING)

    def _placed(self, row: _Row, top: float) -> Sequence[Mark]:
        """The lines of a row whose upper edge is `top`, or a line to write on."""
        text = row.text
        colour = self._saying.colour(text.colour)
        if row.fitted is None:
            line = colour if text.colour == ON_CATEGORY else MUTED
            y = top + row.height * _WRITING_LINE
            return [Outline(self._left, y, self._width, 0, line)]
        self._saying.check(text.template, row.said, row.fitted, text.smallest)
        return lines_at(
            row.fitted,
            [top + baseline for baseline in row.baselines],
            left=self._left,
            width=self._width,
            weight=row.weight,
            colour=colour,
            align=self._element.align,
        )
