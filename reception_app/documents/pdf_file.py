"""Marks on the pages of a PDF: selectable text, vector QR, the same bytes for the same input."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, assert_never

from reception_app.documents import fonts
from reception_app.documents.drawing import (
    Area,
    Mark,
    Outline,
    QrCode,
    TextColumn,
    TextLine,
    rgb,
)
from reception_app.documents.fonts import Run, Typeface
from reception_app.documents.qr_image import SIDE, Block, qr_blocks
from reception_app.documents.safe_file import written_whole
from reception_app.domain.errors import ReceptionError

if TYPE_CHECKING:
    from reception_app.documents.pdf_font import PdfFont

PAGE_A4 = (210.0, 297.0)
"""Width and height of the page in mm."""

_ROUND = 0.5523
"""How far a Bézier handle reaches to draw a quarter circle of radius 1."""

_BOLD_STROKE = 0.035
"""The outline, in ems, that stands in for a bold which a typeface lacks."""

_TURNED_SIGNS = frozenset("ー―–—-～〜…‥（）()「」『』【】〈〉《》［］[]＝=：；:;→")
_SMALL_KANA = frozenset("ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ")
_CORNER_SIGNS = frozenset("、。，．")
_EM_TOP = 0.88
"""Where the top of the em square of Japanese type is above the baseline."""


@dataclass(eq=False)
class NothingToPrint(ReceptionError):
    """There is no tag or receipt to put on paper."""


class PdfPages:
    """The pages of one PDF being made."""

    def __init__(
        self, stream: BinaryIO, *, title: str, language: str, page: tuple[float, float]
    ) -> None:
        """Start the first page.

        Args:
            stream: takes the bytes in `finish`.
            title: what readers show as the document's name.
            language: of its text, such as `ja`.
            page: width and height in mm.
        """
        # Lazily: importing reportlab takes longer than painting the first window.
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # Pages as plain bytes: the library would write them as text, a quarter larger.
        rl_config.useA85 = 0

        width, height = (length * 72 / 25.4 for length in page)
        self._height = height
        self._canvas = Canvas(
            stream, pagesize=(width, height), pageCompression=1, invariant=1, lang=language
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("Reception")
        self._canvas.setProducer("Reception")
        # Readers shrink pages to the printer's margins unless told otherwise; labels would drift.
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._fonts: dict[str, PdfFont] = {}

    def place(self, marks: Iterable[Mark], left: float, top: float) -> None:
        """Draw marks whose corner (0, 0) lies `left` and `top` points into the page."""
        # One frame of reference for each label: equal labels are equal bytes and compress away.
        pieces = [f"q 1 0 0 1 {_n(left)} {_n(self._height - top)} cm"]
        for mark in marks:
            pieces += self._draw(mark)
        pieces.append("Q")
        self._canvas.addLiteral("\n".join(pieces))

    def next_page(self) -> None:
        """End this page and start another."""
        self._canvas.showPage()

    def finish(self) -> None:
        """End the last page and write all bytes."""
        self._canvas.showPage()
        canvas: Any = self._canvas
        document = canvas._doc  # noqa: SLF001 - there is no public door for fonts of our own
        for font in self._fonts.values():
            font.add_objects(document)
        self._canvas.save()

    def _draw(self, mark: Mark) -> Iterable[str]:
        match mark:
            case TextLine():
                return self._text_line(mark)
            case TextColumn():
                return self._text_column(mark)
            case Area():
                return (_area(mark),)
            case Outline():
                return (_outline(mark),)
            case QrCode():
                return _qr_code(mark)
            case _:
                assert_never(mark)

    def _text_line(self, line: TextLine) -> Iterator[str]:
        turn = (0.0, -1.0, 1.0, 0.0) if line.turned else (1.0, 0.0, 0.0, 1.0)
        runs = fonts.runs(line.text, line.weight, line.style)
        drawn = self._shown(runs, line.size, line.colour, (*turn, line.x, -line.y))
        yield from _selectable_as(line.text, drawn, always=False)

    def _text_column(self, column: TextColumn) -> Iterator[str]:
        drawn: list[str] = []
        size = column.size
        for place, char in enumerate(fonts.printable(column.text)):
            half = fonts.width(char, size, column.weight) / 2
            middle = -(column.top + (place * column.pitch + 0.5) * size)
            if char in _TURNED_SIGNS:
                # The middle of the em square is what stays in place when a sign is turned.
                rise = (_EM_TOP - 0.5) * size
                matrix = (0.0, -1.0, 1.0, 0.0, column.x - rise, middle + half)
            else:
                across, up = 0.0, 0.0
                if char in _SMALL_KANA:
                    across, up = 0.08 * size, 0.08 * size
                elif char in _CORNER_SIGNS:
                    across, up = 0.55 * size, 0.55 * size
                baseline = middle - (_EM_TOP - 0.5) * size
                matrix = (1.0, 0.0, 0.0, 1.0, column.x - half + across, baseline + up)
            runs = fonts.runs(char, column.weight)
            drawn += self._shown(runs, size, column.colour, matrix)
        yield from _selectable_as(column.text, drawn, always=True)

    def _shown(
        self,
        runs: Iterable[Run],
        size: float,
        colour: str,
        matrix: tuple[float, float, float, float, float, float],
    ) -> Iterator[str]:
        turn, position = matrix[:4], matrix[4:]
        placed = " ".join((*map(_n, turn), *map(_p, position)))
        pieces = [f"{_colour(colour)} rg BT {placed} Tm"]
        for run in runs:
            font = self._font(run.face)
            pieces.append(f"/{font.name} {_n(size)} Tf")
            shown = f"<{font.encode(run.text)}> Tj"
            if run.face.emboldened:
                shown = f"2 Tr {_n(_BOLD_STROKE * size)} w {_colour(colour)} RG 1 j {shown} 0 Tr"
            pieces.append(shown)
        yield " ".join([*pieces, "ET"])

    def _font(self, face: Typeface) -> "PdfFont":
        font = self._fonts.get(face.file)
        if font is None:
            from reception_app.documents.pdf_font import PdfFont

            font = self._fonts[face.file] = PdfFont(face, f"R{len(self._fonts) + 1}")
        return font


@contextmanager
def pdf_written(
    path: Path, *, title: str, language: str, page: tuple[float, float] = PAGE_A4
) -> Iterator[PdfPages]:
    """Pages that become the file `path` when the block ends without an error.

    Args:
        path: an older file there is replaced.
        title: what readers show as the document's name.
        language: of its text, such as `ja`.
        page: width and height in mm.

    Raises:
        FileNotWritable: the system refuses to make, fill or replace the file.
        NoRoomForFile: there is no room for it.
    """
    with written_whole(path) as stream:
        pages = PdfPages(stream, title=title, language=language, page=page)
        yield pages
        pages.finish()


def _selectable_as(text: str, drawn: Iterable[str], *, always: bool) -> Iterator[str]:
    """`drawn`, and where it differs from the data also what selecting and searching finds."""
    differs = always or fonts.printable(text) != text
    if differs:
        yield f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC"
    yield from drawn
    if differs:
        yield "EMC"


@lru_cache(maxsize=1000)
def _area(area: Area) -> str:
    return f"{_colour(area.colour)} rg {_rectangle(area, area.radius)} f"


@lru_cache(maxsize=1000)
def _outline(outline: Outline) -> str:
    dashes = " ".join(map(_n, outline.dashes))
    return (
        f"{_colour(outline.colour)} RG {_n(outline.thick)} w [{dashes}] 0 d"
        f" {_rectangle(outline, outline.radius)} S"
    )


def _qr_code(code: QrCode) -> Iterator[str]:
    """One path on a grid of whole modules; readers join its rectangles without seams."""
    module = _n(code.side / SIDE, 5)
    yield f"q 0 g {module} 0 0 {module} {_p(code.x)} {_p(-(code.y + code.side))} cm"
    yield "\n".join(map(_block_path, qr_blocks(code.digits)))
    yield "f Q"


@lru_cache(maxsize=10_000)
def _block_path(block: Block) -> str:
    column, row, columns, rows = block
    return f"{column} {SIDE - row - rows} {columns} {rows} re"


def _rectangle(shape: Area | Outline, radius: float) -> str:
    left, top, right, bottom = shape.x, -shape.y, shape.x + shape.width, -(shape.y + shape.height)
    if not shape.width or not shape.height:
        return f"{_p(left)} {_p(top)} m {_p(right)} {_p(bottom)} l"
    if not radius:
        return f"{_p(left)} {_p(bottom)} {_p(shape.width)} {_p(shape.height)} re"
    radius = min(radius, shape.width / 2, shape.height / 2)
    corners = ((right, bottom), (right, top), (left, top), (left, bottom))
    path = [f"{_p(left + radius)} {_p(bottom)} m"]
    for quarter, (x, y) in enumerate(corners):
        along = (math.cos(quarter * math.pi / 2), math.sin(quarter * math.pi / 2))
        after = (-along[1], along[0])
        start = (x - along[0] * radius, y - along[1] * radius)
        end = (x + after[0] * radius, y + after[1] * radius)
        handle = radius * _ROUND
        points = (
            start[0] + along[0] * handle,
            start[1] + along[1] * handle,
            end[0] - after[0] * handle,
            end[1] - after[1] * handle,
            *end,
        )
        path.append(f"{_p(start[0])} {_p(start[1])} l {' '.join(map(_p, points))} c")
    return " ".join([*path, "h"])


@lru_cache(maxsize=1000)
def _colour(colour: str) -> str:
    return " ".join(_n(part, 3) for part in rgb(colour))


def _p(value: float) -> str:
    """A place on a label, to a tenth of a point: 0.035 mm."""
    return _n(value, 1)


@lru_cache(maxsize=10_000)
def _n(value: float, places: int = 2) -> str:
    """The shortest writing of a number."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
