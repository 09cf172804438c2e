"""Name tags on label sheets, as one PDF."""

from collections.abc import Sequence
from pathlib import Path

from reception_app.documents.drawing import MM, Outline
from reception_app.documents.label_sheet import A4_TEN, LabelSheet
from reception_app.documents.name_tag import NameTag, TagPart, TagProblem, lay_out_tag
from reception_app.documents.pdf_file import NothingToPrint, pdf_written
from reception_app.domain.progress import Progress
from reception_app.wording import Wording


def write_name_tags(
    path: Path,
    tags: Sequence[NameTag],
    *,
    wording: Wording,
    progress: Progress,
    sheet: LabelSheet = A4_TEN,
    first_label: int = 1,
) -> tuple[TagProblem, ...]:
    """Write the tags in their order and give back what did not come out as it should.

    Args:
        path: the PDF; an older file there is replaced when the new one is whole.
        tags: one label each.
        wording: the language of the words the program adds.
        progress: advanced once for each sheet.
        sheet: which labels are in the printer.
        first_label: the first free label of a half-used sheet, from 1.

    Raises:
        NothingToPrint: there are no tags.
        LabelNotOnSheet: the sheet has no such label.
        Cancelled: the person asked to stop; nothing was written.
        FileNotWritable: the system refuses to make the file.
        NoRoomForFile: there is no room for it.
    """
    if not tags:
        raise NothingToPrint
    sheet.place(0, first_label=first_label)
    problems: list[TagProblem] = []
    title = wording.text("document", "name_tags_title", event=tags[0].event_name)
    cut_marks = [
        Outline(x * MM, y * MM, across * MM, down * MM, thick=0.25)
        for x, y, across, down in sheet.cut_marks()
    ]
    size = {"width": sheet.label_width * MM, "height": sheet.label_height * MM}
    with pdf_written(path, title=title, language=wording.language, page=sheet.page) as pages:
        pages.place_on_every_page(cut_marks)
        current = 0
        for index, tag in enumerate(tags):
            place = sheet.place(index, first_label=first_label)
            if place.sheet != current:
                current = place.sheet
                progress.advance(index, len(tags))
                pages.next_page()
            laid_out = lay_out_tag(tag, wording=wording, **size)
            problems += laid_out.problems
            pages.place(laid_out.marks, place.left * MM, place.top * MM)
        progress.advance(len(tags), len(tags))
    return _each_event_text_once(problems)


def _each_event_text_once(problems: list[TagProblem]) -> tuple[TagProblem, ...]:
    """The event's own line is the same on every tag; one report of it is enough."""
    kept: dict[object, TagProblem] = {}
    for problem in problems:
        shared = problem.part is TagPart.EVENT
        kept.setdefault((problem.kind, problem.text) if shared else problem, problem)
    return tuple(kept.values())
