"""The scanner's test page: one large code to scan, on A4, with what to do."""

from pathlib import Path

from reception_app.documents import fonts
from reception_app.documents.drawing import MM, Mark, QrCode, TextLine
from reception_app.documents.fitting import fit_lines
from reception_app.documents.fonts import Weight
from reception_app.documents.pdf_file import PAGE_A4, pdf_written
from reception_app.wording import Wording

_SIDE = 60 * MM
_TOP = 90 * MM


def write_scanner_sheet(path: Path, code: str, *, wording: Wording) -> None:
    """Write the page as PDF.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written.
    """
    title = wording.text("scanner_sheet", "title")
    with pdf_written(path, title=title, language=wording.language, page=PAGE_A4) as pages:
        pages.place(scanner_sheet_marks(code, wording), 0, 0)


def scanner_sheet_marks(code: str, wording: Wording) -> list[Mark]:
    """The title, what to do, the code, and the digits it holds."""
    middle = PAGE_A4[0] / 2 * MM
    marks: list[Mark] = [QrCode(code, middle - _SIDE / 2, _TOP, _SIDE)]
    lines = (
        (wording.text("scanner_sheet", "title"), 24.0, Weight.BOLD, 50 * MM),
        (wording.text("scanner_sheet", "hint"), 12.0, Weight.REGULAR, 64 * MM),
        (code, 11.0, Weight.REGULAR, _TOP + _SIDE + 24 * MM),
    )
    for text, size, weight, y in lines:
        fitted = fit_lines(text, weight=weight, width=170 * MM, height=2 * size, largest=size)
        x = middle - fonts.width(fitted.lines[0], fitted.size, weight) / 2
        marks.append(TextLine(fitted.lines[0], x, y, fitted.size, weight))
    return marks
