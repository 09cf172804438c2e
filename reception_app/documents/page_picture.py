"""A page of a PDF as a picture, to be looked at before it is printed."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

_PDFIUM = Lock()
"""PDFium serves one thread at a time."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as rows of `stride` bytes, each pixel blue, green, red; sizes in px."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_picture(path: Path, *, width: int, page: int = 0) -> PagePicture:
    """The page (from 0) of the PDF as a picture `width` px wide."""
    import pypdfium2  # type: ignore[import-untyped]  # it ships no stubs

    with _PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            sheet = document[page]
            bitmap = sheet.render(scale=width / sheet.get_width())
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()
