"""A whole sheet in the design on the table, drawn again with every stroke of the mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from reception_app.documents.design_check import design_flaws
from reception_app.documents.label_sheet import A4_TEN, FlipEdge, LabelSheet
from reception_app.documents.name_tag import NameTag, TagProblem
from reception_app.documents.name_tags import (
    TagLooks,
    TagPaper,
    TagSheets,
    each_event_text_once,
)
from reception_app.documents.picture_file import Picture
from reception_app.documents.tag_layout import LayoutMemory
from reception_app.domain.tag_design_edit import Face
from reception_app.ui.paper.page_view import PageView
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.tag_designer.open_design import OpenDesign
from reception_app.wording import Wording

_MOST_TOLD = 3


class LiveSheet(PageView):
    """Shows the first sheet, and knows what comes out badly on it."""

    def __init__(self, work: OpenDesign, wording: Wording) -> None:
        super().__init__()
        self._work = work
        self._wording = wording
        self._tags: Sequence[NameTag] = ()
        self._sheet = A4_TEN
        self._memory: LayoutMemory = {}
        self._pictures: Mapping[str, Picture] = {}
        self._problems: tuple[TagProblem, ...] = ()

    def show_tags(self, tags: Sequence[NameTag], sheet: LabelSheet) -> None:
        """Show these tags on this sheet."""
        self._tags, self._sheet = tags[: sheet.labels], sheet
        self._memory.clear()
        self.refresh()

    def use_pictures(self, pictures: Mapping[str, Picture]) -> None:
        """Show these pictures wherever the design asks for them."""
        self._pictures = pictures
        self._memory.clear()

    def refresh(self) -> None:
        """Draw the sheet as the design is now."""
        if not self._tags:
            return
        sheets = TagSheets(
            self._tags,
            looks=TagLooks(self._work.design, pictures=self._pictures),
            paper=TagPaper(self._sheet, flip=FlipEdge.LONG),
            wording=self._wording,
            memory=self._memory,
        )
        back = self._work.face is Face.BACK and sheets.count > 1
        page = sheets.page(1 if back else 0)
        self._problems = each_event_text_once(page.problems)
        self.show_page(self._sheet.page, page.placed)

    def flaw_words(self, wording: Wording) -> str:
        """What the design does badly, and whose texts come out badly, as short lines."""
        lines = [
            wording.text(
                "design_flaw", found.flaw.value, one=found.places[0] if found.places else "",
                other=found.places[-1] if found.places else "",
            )
            for found in design_flaws(self._work.design)
        ]  # fmt: skip
        lines += [
            wording.text(
                "tag_problem", problem.kind.value, number=problem.number, text=problem.text
            )
            for problem in self._problems
        ]
        if len(lines) > _MOST_TOLD:
            more = QCoreApplication.translate("LiveSheet", "and %1 more")
            lines = [*lines[:_MOST_TOLD], filled(more, len(lines) - _MOST_TOLD)]
        return "\n".join(lines)
