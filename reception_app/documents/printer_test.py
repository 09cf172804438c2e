"""The test sheet 位置合わせシート: lines to measure, from which a printer's fit is worked out."""

from pathlib import Path

from reception_app.documents import fonts
from reception_app.documents.drawing import INK, MM, MUTED, Mark, Outline, TextLine
from reception_app.documents.fitting import fit_lines
from reception_app.documents.fonts import Weight
from reception_app.documents.pdf_file import pdf_written
from reception_app.documents.printer_fit import EXACT, PrinterFit
from reception_app.wording import Wording

_INSET = 15.0
_SMALL_INSET = 6.0
_SMALL_PAGE = 120.0
_TICK, _LONG_TICK = 1.6, 3.0
_HAIR = 0.3
_SHEET_ROOM = 60.0


def printer_test_lines(page: tuple[float, float]) -> tuple[float, float, float, float]:
    """Where the lines of the test sheet belong, mm: left, top, and the distances to the others."""
    inset = _SMALL_INSET if min(page) < _SMALL_PAGE else _INSET
    return inset, inset, page[0] - 2 * inset, page[1] - 2 * inset


def printer_test_marks(page: tuple[float, float], wording: Wording) -> list[Mark]:
    """Two upright and two level lines with millimetre ticks, and what to measure."""
    left, top, across, down = printer_test_lines(page)
    right, bottom = left + across, top + down
    marks: list[Mark] = [
        *(Outline(x * MM, 0, 0, page[1] * MM, INK, _HAIR) for x in (left, right)),
        *(Outline(0, y * MM, page[0] * MM, 0, INK, _HAIR) for y in (top, bottom)),
    ]
    for n in range(int(across) + 1):
        length = _LONG_TICK if n % 10 == 0 else _TICK
        marks.append(Outline((left + n) * MM, top * MM, 0, length * MM, MUTED, 0.2))
    for n in range(int(down) + 1):
        length = _LONG_TICK if n % 10 == 0 else _TICK
        marks.append(Outline(left * MM, (top + n) * MM, length * MM, 0, MUTED, 0.2))
    lines = [
        (wording.text("printer_test", "title"), 16.0, Weight.BOLD),
        (wording.text("printer_test", "measure_left", mm=f"{left:g}"), 10.0, Weight.REGULAR),
        (wording.text("printer_test", "measure_top", mm=f"{top:g}"), 10.0, Weight.REGULAR),
        (wording.text("printer_test", "measure_across", mm=f"{across:g}"), 10.0, Weight.REGULAR),
        (wording.text("printer_test", "measure_down", mm=f"{down:g}"), 10.0, Weight.REGULAR),
        (wording.text("printer_test", "hint"), 9.0, Weight.REGULAR),
    ]
    room = (across - 10) * MM
    y = (top + min(12.0, down / 4)) * MM
    for text, size, weight in lines:
        largest = size if down > _SHEET_ROOM else size * 0.6
        fitted = fit_lines(text, weight=weight, width=room, height=largest, largest=largest)
        x = (left + across / 2) * MM - fonts.width(fitted.lines[0], fitted.size, weight) / 2
        marks.append(TextLine(fitted.lines[0], x, y, fitted.size, weight))
        y += largest * 1.8
    return marks


def write_printer_test(
    path: Path, page: tuple[float, float], *, wording: Wording, fit: PrinterFit = EXACT
) -> None:
    """Write the test sheet as PDF, drawn with the fit the printer has now.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written.
    """
    title = wording.text("printer_test", "title")
    with pdf_written(path, title=title, language=wording.language, page=page) as pages:
        left, top = fit.moved(0, 0)
        pages.place(printer_test_marks(page, wording), left, top, scale=fit.scale)
