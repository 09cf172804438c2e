"""Name tags on label sheets: which tag lies where, and all of them as one PDF."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reception_app.documents.drawing import MM, Mark, Outline
from reception_app.documents.label_sheet import A4_TEN, FlipEdge, LabelSheet, Place
from reception_app.documents.name_tag import NameTag, TagProblem
from reception_app.documents.pdf_file import NothingToPrint, PdfPages, pdf_written
from reception_app.documents.picture_file import Picture
from reception_app.documents.printer_fit import EXACT, PrinterFit
from reception_app.documents.shipped_designs import DEFAULT, SHIPPED
from reception_app.documents.tag_layout import LayoutMemory, TagLayout
from reception_app.domain.progress import Progress
from reception_app.domain.tag_design import EVENT_FIELDS, TagDesign
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class TagPaper:
    """The paper in the printer, and how the printer treats it.

    `first_label` is the first free label of a half-used sheet, from 1; `flip` how the sheet is
    turned for its back, None when only fronts are printed.
    """

    sheet: LabelSheet = A4_TEN
    first_label: int = 1
    cut_marks: bool = True
    flip: FlipEdge | None = None
    fit: PrinterFit = EXACT


@dataclass(frozen=True, slots=True)
class TagLooks:
    """The designs tags are printed in: one for all, others for some categories.

    `by_category` has designs by the code of their category, `pictures` all pictures by hash, the
    event's logo as `EVENT_LOGO`.
    """

    design: TagDesign = SHIPPED[DEFAULT]
    by_category: Mapping[str, TagDesign] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def design_of(self, tag: NameTag) -> TagDesign:
        """The design of this tag."""
        return self.by_category.get(tag.category_code, self.design)

    @property
    def has_backs(self) -> bool:
        """Whether any of the designs has something on its back."""
        return any(design.back for design in (self.design, *self.by_category.values()))


@dataclass(frozen=True, slots=True)
class PlacedMarks:
    """Marks and the point of the page, from its corner in points, that their corner lies on."""

    marks: Sequence[Mark]
    left: float
    top: float
    upside_down: bool = False


@dataclass(frozen=True, slots=True)
class TagPage:
    """One side of one sheet; `done` tags are on paper when it is printed."""

    placed: tuple[PlacedMarks, ...]
    problems: tuple[TagProblem, ...]
    done: int


class TagSheets:
    """The sheets on which tags are printed in their order, fronts and backs by turns."""

    def __init__(
        self, tags: Sequence[NameTag], *, looks: TagLooks, paper: TagPaper, wording: Wording,
        memory: LayoutMemory | None = None,
    ) -> None:  # fmt: skip
        """Note what goes where; `memory` is for a designer that lays out again and again.

        Raises:
            NothingToPrint: there are no tags.
            LabelNotOnSheet: the sheet has no such first label.
        """
        if not tags:
            raise NothingToPrint
        paper.sheet.place(0, first_label=paper.first_label)
        self._tags = tags
        self._looks = looks
        self._paper = paper
        self._wording = wording
        self._memory = memory
        self._sides = 2 if paper.flip is not None and looks.has_backs else 1
        self._layouts: dict[str, TagLayout] = {}

    @property
    def count(self) -> int:
        """How many pages there are."""
        paper = self._paper
        return self._sides * paper.sheet.sheets(len(self._tags), first_label=paper.first_label)

    def page(self, number: int) -> TagPage:
        """The page of this number, from 0."""
        sheet, side = divmod(number, self._sides)
        labels, skipped = self._paper.sheet.labels, self._paper.first_label - 1
        start = max(sheet * labels - skipped, 0)
        end = min((sheet + 1) * labels - skipped, len(self._tags))
        placed: list[PlacedMarks] = []
        problems: list[TagProblem] = []
        for index in range(start, end):
            tag = self._tags[index]
            place = self._paper.sheet.place(index, first_label=self._paper.first_label)
            layout = self._layout(tag)
            if side == 0:
                laid_out = layout.front(tag)
            else:
                assert self._paper.flip is not None
                laid_out = layout.back(tag)
                place = self._paper.sheet.back_place(place, self._paper.flip)
            problems += laid_out.problems
            placed += self._on_label(laid_out.marks, place)
        done = end if side == self._sides - 1 else start
        return TagPage(tuple(placed), tuple(problems), done)

    def pages(self) -> Iterator[TagPage]:
        """All pages in their order."""
        return map(self.page, range(self.count))

    def _on_label(self, marks: Sequence[Mark], place: Place) -> Iterator[PlacedMarks]:
        sheet = self._paper.sheet
        left, top = place.left * MM, place.top * MM
        if not sheet.folded:
            yield PlacedMarks(marks, left, top)
            return
        # A tent: the side that faces the guest stands below the fold, the other one above it.
        half, right = sheet.face[1] * MM, left + sheet.label_width * MM
        yield PlacedMarks(marks, left, top + half)
        yield PlacedMarks(marks, right, top + half, upside_down=True)

    def _layout(self, tag: NameTag) -> TagLayout:
        design = self._looks.design_of(tag)
        layout = self._layouts.get(design.key)
        if layout is None:
            fitted = design.fitted_to(*self._paper.sheet.face)
            layout = TagLayout(fitted, self._wording, self._looks.pictures, memory=self._memory)
            self._layouts[design.key] = layout
        return layout


def write_name_tags(
    path: Path, tags: Sequence[NameTag], *, wording: Wording, progress: Progress,
    looks: TagLooks | None = None, paper: TagPaper | None = None,
) -> tuple[TagProblem, ...]:  # fmt: skip
    """Write the tags in their order and give back what did not come out as it should.

    Args:
        path: the PDF; an older file there is replaced when the new one is whole.
        tags: one label each.
        wording: the language of the words the program adds.
        progress: advanced once for each sheet.
        looks: the designs; the shipped default when there is none.
        paper: which labels are in the printer; ten to an A4 sheet when nothing is said.

    Raises:
        NothingToPrint: there are no tags.
        LabelNotOnSheet: the sheet has no such label.
        Cancelled: the person asked to stop; nothing was written.
        FileNotWritable: the system refuses to make the file.
        NoRoomForFile: there is no room for it.
    """
    looks, paper = looks or TagLooks(), paper or TagPaper()
    sheets = TagSheets(tags, looks=looks, paper=paper, wording=wording)
    problems: list[TagProblem] = []
    title = wording.text("document", "name_tags_title", event=tags[0].event_name)
    with pdf_written(path, title=title, language=wording.language, page=paper.sheet.page) as pages:
        if paper.cut_marks:
            pages.place_on_every_page(cut_marks(paper))
        for number, page in enumerate(sheets.pages()):
            if number:
                pages.next_page()
            _place(pages, page, paper.fit)
            problems += page.problems
            progress.advance(page.done, len(tags))
    return each_event_text_once(problems)


def cut_marks(paper: TagPaper) -> list[Outline]:
    """Short lines in the margins of the sheet, where its labels' edges are."""
    return [
        Outline(*paper.fit.moved(x * MM, y * MM), across * MM, down * MM, thick=0.25)
        for x, y, across, down in paper.sheet.cut_marks()
    ]


def each_event_text_once(problems: Sequence[TagProblem]) -> tuple[TagProblem, ...]:
    """The event's own texts are the same on every tag; one report of each is enough."""
    kept: dict[object, TagProblem] = {}
    for problem in problems:
        shared = problem.part is None or problem.part in EVENT_FIELDS
        kept.setdefault((problem.kind, problem.text) if shared else problem, problem)
    return tuple(kept.values())


def _place(pages: PdfPages, page: TagPage, fit: PrinterFit) -> None:
    for one in page.placed:
        left, top = fit.moved(one.left, one.top)
        pages.place(one.marks, left, top, upside_down=one.upside_down, scale=fit.scale)
