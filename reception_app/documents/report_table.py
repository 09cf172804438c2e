"""A report's table: cells become lines, rows go on over pages, headings stand again on each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reception_app.documents.drawing import INK, LINE, MM, MUTED, Area, Outline
from reception_app.documents.fonts import Weight
from reception_app.documents.report import Align, Cell, Column, Row, RowKind, Table
from reception_app.documents.report_pen import RULE, TINT, Pen, Span, Type, broken

_PADDING = 2.2
"""Above and below the text of a row, in points."""

_GAP = 6.0
"""Between two columns."""

_MEETING_GAP = 14.0
"""Between figures that end on the right and words that begin on the left of the next column."""

_NOTE = 0.78
"""The size of a cell's note, of its text."""

_SWATCH = 1.2
"""How far a text with a swatch is moved to the right, in sizes."""

_HEADING_SIZE = 8.5

_Lines = tuple[tuple[str, Type], ...]


class TableLayout:
    """One table while it is being written."""

    def __init__(self, table: Table, pen: Pen) -> None:
        self._table = table
        self._pen = pen
        self._spans = _column_spans(table.columns, pen.span)

    def write(self) -> None:
        """Write the whole table where the pen stands."""
        table, pen = self._table, self._pen
        pen.need(4 * Type(table.size).pitch)
        self._write_headings()
        if not table.rows and table.empty:
            kind = Type(table.size, colour=MUTED)
            pen.write(table.empty, pen.span.without(2), kind, top=pen.y + _PADDING)
            pen.y += kind.pitch + 2 * _PADDING
        for number, row in enumerate(table.rows):
            cells = self._cells(row)
            height = max(map(_height, cells), default=0) + 2 * _PADDING
            # The heading of a section stays with what it heads.
            together = 2.5 * height if row.kind is RowKind.SECTION else height
            if number and not pen.has_room(together):
                pen.next_page()
                self._write_headings()
            self._write_row(row, cells, height)
        pen.y += 4 * MM

    def _write_headings(self) -> None:
        pen = self._pen
        if any(column.heading for column in self._table.columns):
            kind = Type(min(self._table.size, _HEADING_SIZE), colour=MUTED)
            cells = [
                _lines(column.heading, span.width, kind, lines=2)
                for column, span in zip(self._table.columns, self._spans, strict=True)
            ]
            height = max(map(_height, cells)) + 2 * _PADDING
            pen.add(Area(pen.span.left, pen.y, pen.span.width, height, TINT))
            for column, span, lines in zip(self._table.columns, self._spans, cells, strict=True):
                self._write_lines(lines, span, column.align, height)
            pen.y += height
        pen.rule(RULE, 0.7)

    def _cells(self, row: Row) -> list[_Lines]:
        size = self._table.size
        if row.kind is RowKind.SECTION:
            kind = Type(size, Weight.BOLD)
            return [_lines(_cell(row.cells[0]).text, self._pen.span.width - 4, kind, lines=2)]
        found = []
        for given, column, span in zip(row.cells, self._table.columns, self._spans, strict=True):
            cell = _cell(given)
            bold = column.bold or row.kind is not RowKind.BODY
            kind = Type(size, Weight.BOLD if bold else Weight.REGULAR, cell.colour or INK)
            room = span.width - (_SWATCH * size if cell.swatch else 0)
            note = Type(size * _NOTE, colour=MUTED)
            found.append(
                _lines(cell.text, room, kind, lines=column.lines)
                + _lines(cell.note, room, note, lines=1)
            )
        return found

    def _write_row(self, row: Row, cells: Sequence[_Lines], height: float) -> None:
        pen = self._pen
        if row.kind is RowKind.SECTION:
            pen.add(Area(pen.span.left, pen.y, pen.span.width, height, TINT))
            self._write_lines(cells[0], pen.span.without(2), Align.LEFT, height)
        else:
            if row.kind is not RowKind.BODY:
                pen.rule(RULE, 0.7)
            for given, lines, column, span in zip(
                row.cells, cells, self._table.columns, self._spans, strict=True
            ):
                text = self._mark_cell(_cell(given), span, column.align, height)
                self._write_lines(lines, text, column.align, height)
        pen.y += height
        if row.kind is RowKind.TOTAL:
            pen.rule(INK, 1.0)
        elif self._table.ruled:
            pen.rule(LINE, 0.4)

    def _mark_cell(self, cell: Cell, span: Span, align: Align, height: float) -> Span:
        """Draw swatch and box to tick; returns what is left for text."""
        pen, size = self._pen, self._table.size
        middle = pen.y + height / 2
        if cell.tick:
            side = size * 1.15
            left = span.start(side, align)
            pen.add(Outline(left, middle - side / 2, side, side, INK, 0.9, 1.5))
        if cell.swatch:
            side = size * 0.75
            pen.add(Area(span.left, middle - side / 2, side, side, cell.swatch, 1.2))
            return span.without(_SWATCH * size)
        return span

    def _write_lines(self, lines: _Lines, span: Span, align: Align, height: float) -> None:
        top = self._pen.y + (height - _height(lines)) / 2
        for line, kind in lines:
            self._pen.write(line, span, kind, top=top, align=align)
            top += kind.pitch


def _column_spans(columns: Sequence[Column], across: Span) -> tuple[Span, ...]:
    """Where each column stands, a gap between two."""
    shares = sum(column.share for column in columns)
    gaps = [_gap(*pair) for pair in pairwise(columns)]
    room = across.width - 4 - sum(gaps)
    found: list[Span] = []
    left = across.left + 2
    for column, gap in zip(columns, (*gaps, 0.0), strict=True):
        found.append(Span(left, room * column.share / shares))
        left = found[-1].right + gap
    return tuple(found)


def _gap(before: Column, after: Column) -> float:
    meeting = before.align is Align.RIGHT and after.align is Align.LEFT
    return _MEETING_GAP if meeting else _GAP


def _cell(given: str | Cell) -> Cell:
    return given if isinstance(given, Cell) else Cell(given)


def _lines(text: str, width: float, kind: Type, *, lines: int) -> _Lines:
    if not text:
        return ()
    found, size = broken(text, width, kind, lines=lines)
    return tuple((line, replace(kind, size=size)) for line in found)


def _height(lines: _Lines) -> float:
    return sum(kind.pitch for _, kind in lines)
