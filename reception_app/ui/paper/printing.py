"""Printers: finding the one that was chosen, and putting pages on it at their exact size."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reception_app.documents.drawing import Mark
from reception_app.documents.name_tags import PlacedMarks, cut_marks
from reception_app.documents.printer_fit import PrinterFit
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.services.name_tags import TagJob
from reception_app.ui.paper.mark_painter import MarkPainter

_DOTS_PER_INCH = 600
_POINTS_PER_INCH = 72


@dataclass(eq=False)
class PrinterMissing(ReceptionError):
    """The printer that was chosen is not there under this name any more."""

    name: str


@dataclass(eq=False)
class PrinterRefused(ReceptionError):
    """The printer took nothing: it is switched off, out of paper, or not allowed."""

    name: str


def printer_names() -> tuple[str, ...]:
    """The printers of this computer."""
    return tuple(QPrinterInfo.availablePrinterNames())


def open_printer(name: str) -> QPrinter:
    """The printer of this name.

    Raises:
        PrinterMissing: there is none.
    """
    if name not in printer_names():
        raise PrinterMissing(name)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer


def set_paper(printer: QPrinter, page: tuple[float, float]) -> None:
    """Tell the printer the exact size of its paper in mm, and that we print to its very edge."""
    size = QPageSize(
        QSizeF(*page), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        printer.setResolution(_DOTS_PER_INCH)


def print_job(printer: QPrinter, job: TagJob, progress: Progress) -> None:
    """Print all pages of the job; may run beside the window.

    Raises:
        NothingToPrint, LabelNotOnSheet: there is no page.
        PrinterRefused: the printer took nothing.
        Cancelled: the person asked to stop; the printer was told to stop too.
    """
    sheets, drawing = job.on_sheets(), MarkPainter()
    margins = cut_marks(job.paper) if job.paper.cut_marks else []
    with _painting(printer) as painter:
        for number, page in enumerate(sheets.pages()):
            if number and not printer.newPage():
                raise PrinterRefused(printer.printerName())
            drawing.paint(painter, margins)
            drawing.paint_page(painter, page.placed, job.paper.fit)
            progress.advance(page.done, len(job.tags))


def print_marks(printer: QPrinter, marks: Iterable[Mark], fit: PrinterFit) -> None:
    """Print one page of marks, such as a test sheet.

    Raises:
        PrinterRefused: the printer took nothing.
    """
    with _painting(printer) as painter:
        MarkPainter().paint_page(painter, [PlacedMarks(list(marks), 0, 0)], fit)


@contextmanager
def _painting(printer: QPrinter) -> Iterator[QPainter]:
    """A painter whose unit is the point, its origin the corner of the paper."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(printer.printerName())
    try:
        painter.scale(
            printer.logicalDpiX() / _POINTS_PER_INCH, printer.logicalDpiY() / _POINTS_PER_INCH
        )
        yield painter
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
