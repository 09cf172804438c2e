"""Marks on the pages of a PDF: selectable text, vector QR, the same bytes for the same input."""

import io
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, assert_never

from reception_app.documents import fonts
from reception_app.documents.drawing import (
    Area,
    Image,
    Mark,
    Outline,
    QrCode,
    TextColumn,
    TextLine,
    rgb,
)
from reception_app.documents.fonts import Lettering, Run, Typeface, Weight
from reception_app.documents.picture_file import Picture
from reception_app.documents.qr_image import SIDE, Block, qr_blocks
from reception_app.documents.safe_file import written_whole
from reception_app.documents.vertical_text import placed_signs
from reception_app.domain.errors import ReceptionError

if TYPE_CHECKING:
    from reception_app.documents.pdf_font import PdfFont

PAGE_A4 = (210.0, 297.0)
"""Width and height of the page in mm."""

_ROUND = 0.5523
"""How far a Bézier handle reaches to draw a quarter circle of radius 1."""

_EVERY_PAGE = "every-page"

_LEVEL = (1.0, 0.0, 0.0, 1.0)
_TURNED = (0.0, -1.0, 1.0, 0.0)


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
        # Any: two private corners of the library have no public door.
        library: Callable[..., Any] = Canvas
        self._canvas = library(
            stream, pagesize=(width, height), pageCompression=1, invariant=1, lang=language
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._canvas.setCreator("Reception")
        self._canvas.setProducer("Reception")
        # Readers shrink pages to the printer's margins unless told otherwise; labels would drift.
        self._canvas.setViewerPreference("PrintScaling", "None")
        # The library begins each page with Helvetica, which is not embedded and which we never use.
        self._canvas._preamble = ""  # noqa: SLF001 - see above
        self._fonts: dict[str, PdfFont] = {}
        self._pictures: set[str] = set()
        self._repeats = False
        self._ink = ""

    def place(
        self, marks: Iterable[Mark], left: float, top: float, *, upside_down: bool = False,
        scale: tuple[float, float] = (1.0, 1.0),
    ) -> None:  # fmt: skip
        """Draw marks whose corner (0, 0) lies `left` and `top` points into the page.

        Upside down, the corner stays where it is and the marks lie to its left and above it.
        `scale` stretches them across and down.
        """
        # One frame of reference for each label: equal labels are equal bytes and compress away.
        across, down = (-scale[0], -scale[1]) if upside_down else scale
        matrix = f"{_n(across, 5)} 0 0 {_n(down, 5)} {_n(left)} {_n(self._height - top)}"
        pieces = [f"q {matrix} cm"]
        self._ink = ""
        for mark in marks:
            pieces += self._draw(mark)
        pieces.append("Q")
        self._canvas.addLiteral("\n".join(pieces))

    def place_on_every_page(self, marks: Iterable[Mark]) -> None:
        """Draw marks without text, placed from the page's corner, on this and all further pages."""
        self._canvas.beginForm(_EVERY_PAGE)
        self.place(marks, 0, 0)
        self._canvas.endForm()
        self._canvas.doForm(_EVERY_PAGE)
        self._repeats = True

    def next_page(self) -> None:
        """End this page and start another."""
        self._canvas.showPage()
        if self._repeats:
            self._canvas.doForm(_EVERY_PAGE)

    def finish(self) -> None:
        """End the last page and write all bytes."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary

        self._canvas.showPage()
        document = self._canvas._doc  # noqa: SLF001 - see __init__
        known = document.idToObject["BasicFonts"].dict
        for helvetica in tuple(known):
            document.idToObject[helvetica] = PDFDictionary({})
            del known[helvetica]
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
            case Image():
                return self._image(mark)
            case _:
                assert_never(mark)

    def _image(self, image: Image) -> Iterator[str]:
        """The picture, its bytes once in the file however often it is drawn."""
        key = image.picture.key
        if key not in self._pictures:
            self._pictures.add(key)
            self._keep_picture(image.picture)
        self._canvas._formsinuse.append(key)  # noqa: SLF001 - see __init__
        name = self._canvas._doc.getXObjectName(key)  # noqa: SLF001 - see __init__
        matrix = f"{_n(image.width)} 0 0 {_n(image.height)}"
        yield f"q {matrix} {_p(image.x)} {_p(-image.y - image.height)} cm /{name} Do Q"

    def _keep_picture(self, picture: Picture) -> None:
        """Make the picture known to the file, one point wide and high."""
        from reportlab.lib.utils import ImageReader

        self._canvas.beginForm(picture.key)
        source = ImageReader(io.BytesIO(picture.content))
        self._canvas.drawImage(source, 0, 0, 1, 1, mask="auto")
        self._canvas.endForm()

    def _text_line(self, line: TextLine) -> Iterator[str]:
        turn = _TURNED if line.turned else _LEVEL
        yield self._shown(
            line.text,
            (*turn, line.x, -line.y),
            style=line.style or fonts.lettering(line.text),
            size=line.size,
            weight=line.weight,
            colour=line.colour,
        )

    def _text_column(self, column: TextColumn) -> Iterator[str]:
        style = fonts.lettering(column.text)
        drawn = [
            self._shown(
                sign.char,
                (*(_TURNED if sign.turned else _LEVEL), sign.x, -sign.y),
                style=style,
                size=column.size,
                weight=column.weight,
                colour=column.colour,
            )
            for sign in placed_signs(column)
        ]
        # Readers would take each character for a line of its own.
        yield _selectable_as(column.text, " ".join(drawn))

    def _shown(
        self,
        text: str,
        matrix: tuple[float, float, float, float, float, float],
        *,
        style: Lettering,
        size: float,
        weight: Weight,
        colour: str,
    ) -> str:
        turn, position = matrix[:4], " ".join(map(_p, matrix[4:]))
        placed = f"{position} Td"
        if turn != _LEVEL:
            placed = f"{' '.join(map(_n, turn))} {position} Tm"
        pieces = [f"BT {placed}"]
        if colour != self._ink:
            self._ink = colour
            pieces.insert(0, f"{_colour(colour)} rg")
        for data, drawn in fonts.segments(text):
            shown = " ".join(
                self._run(run, size, colour) for run in fonts.runs(drawn, weight, style)
            )
            pieces.append(shown if data == drawn else _selectable_as(data, shown))
        return " ".join([*pieces, "ET"])

    def _run(self, run: Run, size: float, colour: str) -> str:
        font = self._font(run.face)
        shown = f"/{font.name} {_n(size)} Tf {font.encode(run.text)} Tj"
        if not run.face.emboldened:
            return shown
        return f"2 Tr {_n(fonts.BOLD_STROKE * size)} w {_colour(colour)} RG 1 j {shown} 0 Tr"

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


def _selectable_as(text: str, drawn: str) -> str:
    """`drawn` with what selecting and searching finds instead of its glyphs."""
    return f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC {drawn} EMC"


@lru_cache(maxsize=1000)
def _area(area: Area) -> str:
    return _at(area, f"{_colour(area.colour)} rg {_rectangle(area)} f")


@lru_cache(maxsize=1000)
def _outline(outline: Outline) -> str:
    dashes = f"[{' '.join(map(_n, outline.dashes))}] 0 d " if outline.dashes else ""
    pen = f"{_colour(outline.colour)} RG {_n(outline.thick)} w {dashes}"
    return _at(outline, f"{pen}{_rectangle(outline)} S")


def _at(shape: Area | Outline, drawn: str) -> str:
    """`drawn` moved to the shape's place: shapes of one size are the same bytes everywhere."""
    return f"q 1 0 0 1 {_p(shape.x)} {_p(-shape.y - shape.height)} cm {drawn} Q"


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


def _rectangle(shape: Area | Outline) -> str:
    """The path of a shape whose lower left corner is (0, 0)."""
    right, top = shape.width, shape.height
    if not right or not top:
        return f"0 0 m {_p(right)} {_p(top)} l"
    radius = min(shape.radius, right / 2, top / 2)
    if not radius:
        return f"0 0 {_p(right)} {_p(top)} re"
    path = [f"{_p(radius)} 0 m"]
    for quarter, (x, y) in enumerate(((right, 0.0), (right, top), (0.0, top), (0.0, 0.0))):
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
