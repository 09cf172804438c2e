"""A report's tables as CSV: UTF-8 with a byte order mark, amounts as plain numbers."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reception_app.documents.journal_csv import safe_text
from reception_app.documents.report import Align, Cell, Column, Heading, Report, RowKind, Table
from reception_app.documents.safe_file import written_whole

_FIGURE = re.compile(r"-?[\d,]+(\.\d+)?", re.ASCII)


def write_report_csv(path: Path, report: Report) -> None:
    """Write the tables of a report below each other; text that could be a formula stays text.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    with written_whole(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
        csv.writer(text).writerows(_rows(report))
        text.detach()


def _rows(report: Report) -> Iterator[list[str]]:
    yield [safe_text(report.title), safe_text(report.aside)]
    yield [safe_text(report.subtitle)]
    for block in report.blocks:
        if isinstance(block, Heading):
            yield []
            yield [safe_text(block.text)]
        elif isinstance(block, Table):
            yield [safe_text(column.heading) for column in block.columns]
            for row in block.rows:
                is_section = row.kind is RowKind.SECTION
                yield list(_cells(row.cells, () if is_section else block.columns))


def _cells(cells: Iterable[str | Cell], columns: tuple[Column, ...]) -> Iterator[str]:
    for n, cell in enumerate(cells):
        text = cell if isinstance(cell, str) else " ".join(filter(None, (cell.text, cell.note)))
        is_figure = n < len(columns) and columns[n].align is Align.RIGHT
        if is_figure and _FIGURE.fullmatch(text):
            yield text.replace(",", "")
        else:
            yield safe_text(text)
