"""Receipts 領収書 written as a PDF, three to an A4 page or one to a small one."""

from collections.abc import Sequence
from pathlib import Path

from reception_app.documents.drawing import LINE, MM, Outline
from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.pdf_file import NothingToPrint, pdf_written
from reception_app.documents.receipt_layout import lay_out_receipt
from reception_app.documents.receipt_slip import A4_THREE, ReceiptSlip, SlipProblem
from reception_app.domain.progress import Progress
from reception_app.wording import Wording


def write_receipts(
    path: Path,
    slips: Sequence[ReceiptSlip],
    *,
    wording: Wording,
    progress: Progress,
    sheet: LabelSheet = A4_THREE,
) -> tuple[SlipProblem, ...]:
    """Write the receipts in their order and give back what did not come out as it should.

    Args:
        path: the PDF; an older file there is replaced when the new one is whole.
        slips: one place on the sheet each.
        wording: the language of the words the program adds.
        progress: advanced once for each page.
        sheet: how receipts lie on the page.

    Raises:
        NothingToPrint: there are no receipts.
        Cancelled: the person asked to stop; nothing was written.
        FileNotWritable: the system refuses to make the file.
        NoRoomForFile: there is no room for it.
    """
    if not slips:
        raise NothingToPrint
    problems: list[SlipProblem] = []
    title = wording.text("document", "receipts_title", number=slips[0].number)
    with pdf_written(path, title=title, language=wording.language, page=sheet.page) as pages:
        current = 0
        for index, slip in enumerate(slips):
            place = sheet.place(index)
            if place.sheet != current:
                current = place.sheet
                progress.advance(index, len(slips))
                pages.next_page()
            laid_out = lay_out_receipt(slip, wording, sheet)
            problems += laid_out.problems
            pages.place(laid_out.marks, place.left * MM, place.top * MM)
            if place.top:
                edge = Outline(8 * MM, 0, 194 * MM, 0, LINE, 0.5, dashes=(3, 3))
                pages.place((edge,), 0, place.top * MM)
        progress.advance(len(slips), len(slips))
    return tuple(problems)
