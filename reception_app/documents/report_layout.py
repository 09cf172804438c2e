"""Laying a report out: its blocks become marks, and pages end where they are full."""

from collections.abc import Sequence
from typing import assert_never

from reception_app.documents.drawing import INK, LINE, MM, MUTED, Area, Mark, Outline
from reception_app.documents.fonts import Weight
from reception_app.documents.report import (
    Align,
    Bars,
    Block,
    Columns,
    Figures,
    Heading,
    NextPage,
    Report,
    Signatures,
    Table,
    Words,
)
from reception_app.documents.report_pen import RULE, TINT, Pen, Span, Type, broken
from reception_app.documents.report_table import TableLayout
from reception_app.wording import Wording

_TITLE = Type(17, Weight.BOLD)
_ASIDE = Type(11, Weight.BOLD)
_SUBTITLE = Type(9.5, colour=MUTED)
_HEADING = Type(12, Weight.BOLD)
_BAR = Type(9)
_SMALL = Type(7.5, colour=MUTED)
_FIGURE_LINES = (
    (Type(8, colour=MUTED), 2.2),
    (Type(15, Weight.BOLD), 6.0),
    (Type(7.5, colour=MUTED), 13.6),
)
"""Caption, figure and remark, each with how far down it begins, in mm."""

_MOST_LINES = 60
"""Of a paragraph; more than fits on a page is no paragraph."""


def lay_out(report: Report, wording: Wording) -> tuple[Sequence[Mark], ...]:
    """The marks of each page, placed in points from its upper left corner."""
    width, height = report.page
    pen = Pen(width=width * MM, height=height * MM)
    _write_title(pen, report)
    for place, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            following = report.blocks[place + 1 : place + 2]
            _write_heading(pen, block, beside=_least_height(*following))
        else:
            _write(pen, block)
    _write_feet(pen, report, wording)
    return tuple(pen.pages)


def _write(pen: Pen, block: Block) -> None:
    match block:
        case Heading():
            _write_heading(pen, block, beside=0)
        case Words():
            _write_words(pen, block)
        case Figures():
            _write_figures(pen, block)
        case Table():
            TableLayout(block, pen).write()
        case Bars():
            _write_bars(pen, block)
        case Columns():
            _write_columns(pen, block)
        case Signatures():
            _write_signatures(pen, block)
        case NextPage():
            pen.next_page()
        case _:
            assert_never(block)


def _least_height(following: Block | None = None) -> float:
    """How much of what follows must stand on the page of its heading, in points."""
    match following:
        case Columns(height_mm=height):
            return (height + 12) * MM
        case Bars(bars=bars):
            return min(len(bars), 4) * 6.5 * MM
        case None | NextPage():
            return 0
        case _:
            return 24 * MM


def _write_title(pen: Pen, report: Report) -> None:
    room = pen.span.width
    if report.aside:
        pen.write(report.aside, pen.span, _ASIDE, top=pen.y, align=Align.RIGHT)
        room -= _ASIDE.width(report.aside) + 8 * MM
    _write_lines(pen, report.title, Span(pen.span.left, room), _TITLE, lines=2)
    if report.subtitle:
        _write_lines(pen, report.subtitle, pen.span, _SUBTITLE, lines=3)
    pen.y += 1.5 * MM
    pen.rule(INK, 1.0)
    pen.y += 4 * MM


def _write_heading(pen: Pen, heading: Heading, *, beside: float) -> None:
    """Write a heading; `beside` is how much of what follows must stand on the same page."""
    pen.need(_HEADING.pitch + 3 * MM + beside)
    pen.y += 2 * MM
    _write_lines(pen, heading.text, pen.span, _HEADING, lines=2)
    pen.y += 1 * MM


def _write_words(pen: Pen, words: Words) -> None:
    kind = Type(words.size, colour=MUTED if words.muted else INK)
    _write_lines(pen, words.text, pen.span, kind, lines=_MOST_LINES)
    pen.y += 2 * MM


def _write_figures(pen: Pen, block: Figures) -> None:
    height, gap, inside = 19 * MM, 3 * MM, 3 * MM
    pen.need(height)
    for span, texts in zip(_parts(pen.span, len(block.figures), gap), block.figures, strict=True):
        pen.add(Outline(span.left, pen.y, span.width, height, LINE, 0.7, 2 * MM))
        room = Span(span.left + inside, span.width - 2 * inside)
        for text, (kind, down) in zip(texts, _FIGURE_LINES, strict=True):
            _write_fitted(pen, text, room, kind, top=pen.y + down * MM)
    pen.y += height + 4 * MM


def _write_bars(pen: Pen, block: Bars) -> None:
    longest = max((bar.value for bar in block.bars), default=0) or 1
    pitch, thick = 6.5 * MM, 3.6 * MM
    names = Span(pen.span.left, pen.span.width * 0.22)
    track = Span(pen.span.left + pen.span.width * 0.24, pen.span.width * 0.56)
    for bar in block.bars:
        pen.need(pitch)
        top = pen.y + (pitch - thick) / 2
        _write_fitted(pen, bar.name, names, _BAR, top=pen.y + (pitch - _BAR.pitch) / 2)
        pen.add(Area(track.left, top, track.width, thick, TINT, 1.2))
        if bar.value > 0:
            length = max(track.width * bar.value / longest, 1.5)
            pen.add(Area(track.left, top, length, thick, bar.colour, 1.2))
        middle = pen.y + (pitch - _BAR.pitch) / 2
        pen.write(bar.said, pen.span, _BAR, top=middle, align=Align.RIGHT)
        pen.y += pitch
    pen.y += 2 * MM


def _write_columns(pen: Pen, block: Columns) -> None:
    height = block.height_mm * MM
    pen.need(height + 12 * MM)
    tallest = max((bar.value for bar in block.bars), default=0) or 1
    foot = pen.y + 5 * MM + height
    spans = _parts(pen.span, len(block.bars), 0)
    said = Type(min(_SMALL.size, spans[0].width * 0.42) if spans else _SMALL.size)
    name = Type(said.size, colour=MUTED)
    for bar, span in zip(block.bars, spans, strict=True):
        tall = height * bar.value / tallest
        if bar.value > 0:
            left, width = span.left + span.width * 0.14, span.width * 0.72
            pen.add(Area(left, foot - tall, width, tall, bar.colour, 1))
        above = foot - tall - said.pitch
        pen.write(bar.said, span, said, top=above, align=Align.CENTRE)
        pen.write(bar.name, span, name, top=foot + 1.5, align=Align.CENTRE)
    pen.add(Outline(pen.span.left, foot, pen.span.width, 0, RULE, 0.7))
    pen.y = foot + 8 * MM


def _write_signatures(pen: Pen, block: Signatures) -> None:
    height = 22 * MM
    pen.need(height)
    for span, role in zip(_parts(pen.span, len(block.roles), 6 * MM), block.roles, strict=True):
        _write_fitted(pen, role, span, _SMALL, top=pen.y + 3 * MM)
        pen.add(Outline(span.left, pen.y + 17 * MM, span.width, 0, INK, 0.8))
    pen.y += height


def _write_feet(pen: Pen, report: Report, wording: Wording) -> None:
    top = pen.bottom + 5.5 * MM
    for number in range(1, len(pen.pages) + 1):
        said = wording.text("document", "report_page", number=number, total=len(pen.pages))
        room = Span(pen.span.left, pen.span.width - _SMALL.width(said) - 6 * MM)
        pen.turn_to(number)
        _write_fitted(pen, report.foot, room, _SMALL, top=top)
        pen.write(said, pen.span, _SMALL, top=top, align=Align.RIGHT)


def _write_lines(pen: Pen, text: str, span: Span, kind: Type, *, lines: int) -> None:
    """Write a paragraph where the pen stands, over pages if it must."""
    found, size = broken(text, span.width, kind, lines=lines)
    used = Type(size, kind.weight, kind.colour)
    for line in found:
        pen.need(used.pitch)
        pen.write(line, span, used, top=pen.y)
        pen.y += used.pitch


def _write_fitted(pen: Pen, text: str, span: Span, kind: Type, *, top: float) -> None:
    """Write one line, smaller where it must be; its foot stays where it would be."""
    if text:
        [line, *_], size = broken(text, span.width, kind, lines=1)
        used = Type(size, kind.weight, kind.colour)
        pen.write(line, span, used, top=top + kind.pitch - used.pitch)


def _parts(span: Span, count: int, gap: float) -> tuple[Span, ...]:
    """`span` in equal parts, `gap` between two."""
    width = (span.width - gap * (count - 1)) / max(count, 1)
    return tuple(Span(span.left + place * (width + gap), width) for place in range(count))
