"""A block of a name tag: texts below each other, the largest one as large as its place allows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reception_app.documents import fonts
from reception_app.documents.drawing import MM, MUTED, Area, Mark, Outline, TextLine
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
from reception_app.documents.text_marks import block_marks, lines_at
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
    """One text of a block while the block is being set."""

    text: TagText
    said: str
    fitted: Fitted | None = None

    @property
    def weight(self) -> Weight:
        return Weight.BOLD if self.text.bold else Weight.REGULAR

    @property
    def leading(self) -> float:
        return _LEADING if self.text.fit is Fit.WRAP else _SINGLE_LEADING

    @property
    def height(self) -> float:
        assert self.fitted is not None
        return len(self.fitted.lines) * self.fitted.size * self.leading


class _Block:
    """One block of one tag while it is being set."""

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
        marks, used = self._stacked(rows, height)
        spare = max(height - used, 0)
        # Whole points: equal places on many tags make a smaller file.
        lower = {Anchor.TOP: 0, Anchor.MIDDLE: math.floor(spare / 2), Anchor.BOTTOM: spare}
        top = element.frame.top * MM + lower[element.anchor]
        placed: list[Mark] = [replace(mark, y=mark.y + top) for mark in marks]
        if element.bar:
            colour = self._saying.colour(element.bar)
            placed.insert(0, Area(element.frame.left * MM, top, _BAR, used, colour))
        return placed

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

    def _stacked(self, rows: list[_Row], height: float) -> tuple[list[TextLine | Outline], float]:
        """The rows below each other from 0 down, and the height they take."""
        headline = max(
            (row for row in rows if row.text.fit is Fit.SHRINK),
            key=lambda row: row.text.size,
            default=None,
        )
        others = [row for row in rows if row is not headline]
        free = height - sum(row.text.gap * MM for row in rows[1:])
        self._fit_others(others, free * (_OTHERS_SHARE if headline else 1))
        free -= sum(row.height for row in others)
        marks: list[TextLine | Outline] = []
        top = 0.0
        for number, row in enumerate(rows):
            top += row.text.gap * MM if number else 0
            if row is headline:
                made, used = self._headline(row, free)
                marks += [replace(mark, y=mark.y + top) for mark in made]
                top += used
                continue
            assert row.fitted is not None
            self._saying.check(row.text.template, row.said, row.fitted, row.text.smallest)
            marks += block_marks(
                row.fitted,
                left=self._left,
                top=top,
                width=self._width,
                leading=row.leading,
                weight=row.weight,
                colour=self._saying.colour(row.text.colour),
                align=self._element.align,
            )
            top += row.height
        return marks, top

    def _fit_others(self, rows: Sequence[_Row], height: float) -> None:
        """Fit all rows of a block but its headline into `height`."""
        single = [row for row in rows if row.text.fit is Fit.SHRINK]
        wrapped = [row for row in rows if row.text.fit is Fit.WRAP]
        wanted = sum(row.text.size * row.text.lines * row.leading for row in single)
        least = sum(SMALLEST_PRINTED * row.leading for row in wrapped)
        factor = min(1.0, max(height - least, 0) / wanted) if wanted else 1.0
        for row in single:
            size = max(row.text.size * factor, SMALLEST_PRINTED)
            row.fitted = fit_lines(
                row.said,
                weight=row.weight,
                width=self._width,
                height=size * (1 + (row.text.lines - 1) * row.leading),
                largest=size,
                lines=row.text.lines,
                leading=row.leading,
            )
            height -= row.height
        paragraphs = [
            Paragraph(row.said, row.text.size, row.weight, row.text.lines, row.leading)
            for row in wrapped
        ]
        if paragraphs:
            for row, fitted in zip(
                wrapped, fit_paragraphs(paragraphs, width=self._width, height=height), strict=True
            ):
                row.fitted = fitted

    def _headline(self, row: _Row, free: float) -> tuple[Sequence[TextLine | Outline], float]:
        """The largest text of a block from 0 down, at most `free` high, and its height."""
        text = row.text
        if not row.said:
            return self._no_name(text, free)
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
        fitted = replace(fitted, size=size)
        self._saying.check(text.template, row.said, fitted, text.smallest)
        baselines = [(rise + row * leading) * size for row in range(len(fitted.lines))]
        colour = self._saying.colour(text.colour)
        marks = lines_at(
            fitted, baselines, left=self._left, width=self._width, weight=row.weight,
            colour=colour, align=self._element.align,
        )  # fmt: skip
        return marks, baselines[-1] + drop * size

    def _no_name(self, text: TagText, free: float) -> tuple[Sequence[TextLine | Outline], float]:
        """A line to write the name on, and the height of its place."""
        tag = self._saying.tag
        if not tag.spare:
            kind = ProblemKind.MISSING_GLYPH if tag.name.strip() else ProblemKind.EMPTY_NAME
            said = "".join(fonts.missing(tag.name))
            self._saying.problems.append(TagProblem(kind, tag.number, TagField.NAME, said))
        height = min(free, text.size * _SINGLE_LEADING)
        colour = self._saying.colour(text.colour) if text.colour == ON_CATEGORY else MUTED
        return [Outline(self._left, height * _WRITING_LINE, self._width, 0, colour)], height
