"""A report as PDF; what it may hold is in `report`."""

from pathlib import Path

from reception_app.documents.pdf_file import pdf_written
from reception_app.documents.report import Report
from reception_app.documents.report_layout import lay_out
from reception_app.domain.progress import Progress
from reception_app.wording import Wording


def write_report(path: Path, report: Report, *, wording: Wording, progress: Progress) -> int:
    """Write the report as PDF; returns how many pages it has.

    Args:
        path: an older file there is replaced when the new one is whole.
        report: what it says, every text in the event's language.
        wording: the language of the few words the page adds.
        progress: advanced once for each page.

    Raises:
        Cancelled: the person asked to stop; nothing was written.
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    laid_out = lay_out(report, wording)
    language = wording.language
    with pdf_written(path, title=report.title, language=language, page=report.page) as pages:
        for number, marks in enumerate(laid_out):
            if number:
                pages.next_page()
            progress.advance(number, len(laid_out))
            pages.place(marks, 0, 0)
        progress.advance(len(laid_out), len(laid_out))
    return len(laid_out)
