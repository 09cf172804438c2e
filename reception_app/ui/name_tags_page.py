"""The name tags page: whose, from which label on, how they look, and what came out badly."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.label_sheet import A4_TEN
from reception_app.documents.name_tag import TagProblem
from reception_app.documents.name_tags import TagPaper
from reception_app.documents.page_picture import PagePicture, page_picture
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.services.name_tags import (
    TagJob,
    TagSelection,
    draft_name_tags,
    make_job,
    remember_printed,
    select_for_tags,
)
from reception_app.services.tag_designs import find_tag_sheet
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.background import LongWork, run_long_work
from reception_app.ui.card import Card, PageTitle
from reception_app.ui.chip import ChipRow
from reception_app.ui.label import Label
from reception_app.ui.notice import Notice, NoticeTone
from reception_app.ui.screen_text import filled
from reception_app.ui.sheet_view import LabelPicker, SheetView
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_PICTURE_WIDTH = 1200
_DRAFT_AFTER_MS = 150
_SELECTIONS = (TagSelection.ALL, TagSelection.NEW, TagSelection.CHANGED)
_PICKED = len(_SELECTIONS)
"""The chip of guests picked in the list comes after the others."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """All tags written once: what came out badly, and the first sheet."""

    problems: tuple[TagProblem, ...]
    picture: PagePicture


class NameTagsPage(QWidget):
    """Chooses tags, shows them, and saves them as PDF; only what is saved counts as printed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._picked: frozenset[str] = frozenset()
        self._choices: list[tuple[GuestRow, ...]] = []
        self._draft: LongWork[_Draft] | None = None
        self._saved: Path | None = None
        translate = QCoreApplication.translate
        self.save = ActionButton(
            translate("NameTagsPage", "Save the PDF…"), key="Ctrl+S", primary=True, icon="print"
        )
        self.open = ActionButton(translate("NameTagsPage", "Open the PDF"))
        self._title = PageTitle(translate("NameTagsPage", "Name tags"), self.open, self.save)
        self.selection = ChipRow("", "", "", "")
        self._hint = Label(tone="muted", wrap=True, size=Type.SMALL + 1)
        self.labels = LabelPicker(A4_TEN)
        self.sheet = SheetView()
        self._sheets = Label(tone="muted")
        self.problems = QPlainTextEdit()
        self._problem_title = Label(bold=True)
        self._problem_card = Card()
        self._nothing = QWidget()
        self.notice = Notice(self)
        self._wait = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._build_layout()
        self._connect()
        self.refresh()

    @property
    def rows(self) -> tuple[GuestRow, ...]:
        """The guests whose tags are chosen, in the order of the boxes on the desk."""
        return self._choices[self.selection.current]

    def refresh(self) -> None:
        """Read again who has which tag."""
        event = self._workplace.event_file
        self._choices = [select_for_tags(event, selection) for selection in _SELECTIONS]
        everybody = self._choices[0]
        self._choices.append(tuple(row for row in everybody if row.guest.id in self._picked))
        for number, (chip, rows) in enumerate(
            zip(self.selection.chips, self._choices, strict=True)
        ):
            chip.set_caption(f"{_caption(number)} {len(rows):,}")
        self.selection.chips[_PICKED].setVisible(bool(self._picked))
        self._show_choice()

    def show_selected(self, guest_ids: frozenset[str]) -> None:
        """Choose the tags of these guests, picked in the list."""
        self._picked = guest_ids
        self.selection.choose(_PICKED)
        self.refresh()

    def show_selection(self, selection: TagSelection) -> None:
        """Choose the tags of all, of the new or of the changed guests."""
        self.selection.choose(_SELECTIONS.index(selection))

    def save_to(self, path: Path) -> None:
        """Write the chosen tags to `path` and note them as printed."""
        job = self._job()

        def work(progress: Progress) -> tuple[TagProblem, ...]:
            return draft_name_tags(path, job, progress=progress)

        def done(_problems: tuple[TagProblem, ...]) -> None:
            self._note_saved(path, job)

        caption = QCoreApplication.translate("NameTagsPage", "Writing the name tags…")
        run_long_work(self, caption, work, done, self._tell_trouble)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the first sheet when the page is opened."""
        super().showEvent(event)
        self._wait.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop drawing what nobody sees."""
        super().hideEvent(event)
        self._wait.stop()
        self._stop_draft()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.open.hide()
        whose = Card(translate("NameTagsPage", "Whose"))
        whose.body.addWidget(self.selection)
        whose.body.addWidget(self._hint)
        sheet = Card(translate("NameTagsPage", "First label"))
        words = Label(
            translate(
                "NameTagsPage",
                "A half-used sheet goes in again: choose its first free label.",
            ),
            tone="muted",
            wrap=True,
            size=Type.SMALL + 1,
        )
        paper = QHBoxLayout()
        paper.setSpacing(theme.GRID * 2)
        paper.addWidget(self.labels, alignment=Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.addWidget(words)
        side.addWidget(Label(_sheet_words(), size=Type.SMALL + 1, wrap=True))
        side.addStretch()
        paper.addLayout(side, 1)
        sheet.body.addLayout(paper)
        self.problems.setReadOnly(True)
        self.problems.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        top = Qt.AlignmentFlag.AlignTop
        self._problem_card.body.addWidget(self._problem_title, alignment=top)
        self._problem_card.body.addWidget(self.problems, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.GRID * 2)
        left.addWidget(whose)
        left.addWidget(sheet)
        left.addWidget(self._problem_card, 1)
        left.addWidget(self._nothing, 1)
        self._preview = Card(translate("NameTagsPage", "The first sheet"))
        assert self._preview.head is not None
        self._preview.head.addWidget(self._sheets)
        self._preview.body.addWidget(self.sheet, 1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.GRID * 2)
        columns.addLayout(left, 5)
        columns.addWidget(self._preview, 6)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(theme.GRID * 2)
        page.addWidget(self._title)
        page.addLayout(columns, 1)

    def _connect(self) -> None:
        self.selection.chosen.connect(self._show_choice)
        self.labels.chosen.connect(self._show_choice)
        self._wait.timeout.connect(self._start_draft)
        self.save.clicked.connect(self._ask_place)
        self.open.clicked.connect(self._open_saved)

    def _show_choice(self) -> None:
        translate = QCoreApplication.translate
        rows, number = self.rows, self.selection.current
        self._hint.setText(_explanation(number))
        self.save.setEnabled(bool(rows))
        labels = len(rows) + self.labels.first_label - 1
        sheets = -(-labels // A4_TEN.labels) if rows else 0
        self._title.set_aside(
            filled(translate("NameTagsPage", "%1 tags on %2 sheets"), f"{len(rows):,}", sheets)
        )
        self._sheets.setText(f"1 / {sheets:,}" if rows else "")
        self._show_problems(())
        self._stop_draft()
        if rows:
            self._wait.start()
        else:
            self._wait.stop()
            self.sheet.show_words(translate("NameTagsPage", "There is no tag to print."))

    def _start_draft(self) -> None:
        rows = self.rows
        if not rows or not self.isVisible():
            return
        self._stop_draft()
        job = self._job()

        def work(progress: Progress) -> _Draft:
            with tempfile.TemporaryDirectory(prefix="reception-tags-") as folder:
                path = Path(folder) / "tags.pdf"
                problems = draft_name_tags(path, job, progress=progress)
                return _Draft(problems, page_picture(path, width=_PICTURE_WIDTH))

        if not self.sheet.has_picture:
            self.sheet.show_words(QCoreApplication.translate("NameTagsPage", "Drawing the sheet…"))
        # The program's, not the page's: the page may be gone before the work has ended.
        draft = LongWork(work, QApplication.instance() or self)
        draft.done.connect(lambda result: self._show_draft(draft, result))
        draft.refused.connect(lambda error: self._tell_draft_trouble(draft, error))
        self._draft = draft
        draft.start()

    def _stop_draft(self) -> None:
        if self._draft is not None:
            self._draft.cancel()
            self._draft = None

    def _show_draft(self, draft: LongWork[_Draft], result: _Draft) -> None:
        if draft is self._draft:
            self._draft = None
            self.sheet.show_picture(result.picture)
            self._show_problems(result.problems)

    def _tell_draft_trouble(self, draft: LongWork[_Draft], error: ReceptionError) -> None:
        if draft is self._draft:
            self._draft = None
            self.sheet.show_words(self._workplace.wording.error(error))

    def _show_problems(self, problems: Sequence[TagProblem]) -> None:
        wording = self._workplace.wording
        lines = [
            wording.text(
                "tag_problem", problem.kind.value, number=problem.number, text=problem.text
            )
            for problem in problems
        ]
        self.problems.setPlainText("\n".join(lines))
        self.problems.setVisible(bool(lines))
        count = len(lines)
        words = QCoreApplication.translate("NameTagsPage", "%n tag(s) to look at", "", count)
        fine = QCoreApplication.translate(
            "NameTagsPage", "Every name fits and every sign is there."
        )
        self._problem_title.setText(words if lines else fine)
        self._problem_title.set_tone("warn" if lines else "good")
        self._problem_card.setVisible(bool(self.rows))
        self._nothing.setVisible(not self.rows)

    def _ask_place(self) -> None:
        translate = QCoreApplication.translate
        path = self._workplace.event_file.path
        kind = translate("NameTagsPage", "Name tags")
        name = f"{path.stem} {kind}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("NameTagsPage", "Save the name tags"),
            str(path.parent / name),
            "PDF (*.pdf)",
        )
        if chosen:
            target = Path(chosen)
            self.save_to(target if target.suffix else target.with_suffix(".pdf"))

    def _job(self) -> TagJob:
        """The chosen tags as they are now."""
        event = self._workplace.event_file
        sheet = find_tag_sheet(event)
        return make_job(event, self.rows, paper=TagPaper(sheet, self.labels.first_label))

    def _note_saved(self, path: Path, job: TagJob) -> None:
        work = self._workplace
        try:
            remember_printed(work.event_file, job, now=work.now(), operator=work.operator)
        except ReceptionError as error:
            self._tell_trouble(error)
            return
        self._saved = path
        self.open.show()
        count = len(job.tags)
        words = QCoreApplication.translate("NameTagsPage", "%n tag(s) saved in %1", "", count)
        self.notice.tell(filled(words, path.name))
        self.refresh()
        work.changed.emit()

    def _open_saved(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _tell_trouble(self, error: ReceptionError) -> None:
        tone = NoticeTone.NOTE if isinstance(error, Cancelled) else NoticeTone.TROUBLE
        self.notice.tell(self._workplace.wording.error(error), tone)


def _caption(number: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate("NameTagsPage", "All"),
        translate("NameTagsPage", "New"),
        translate("NameTagsPage", "New or changed"),
        translate("NameTagsPage", "Picked"),
    )[number]


def _explanation(number: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate(
            "NameTagsPage", "Everybody who is coming, in the order of the boxes on the desk."
        ),
        translate("NameTagsPage", "Guests whose tag was never printed."),
        translate(
            "NameTagsPage",
            "Guests without a tag, and those of whom something changed since theirs was printed.",
        ),
        translate("NameTagsPage", "The guests picked in the list."),
    )[number]


def _sheet_words() -> str:
    words = QCoreApplication.translate(
        "NameTagsPage", "A4, %1 labels of %2 × %3 mm. Print at 100 %, without fitting to the page."
    )
    return filled(words, A4_TEN.labels, f"{A4_TEN.label_width:g}", f"{A4_TEN.label_height:g}")
