"""The name tags page: whose, in which design, on which paper, and how they will look."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.name_tag import TagProblem
from reception_app.documents.printer_fit import PrinterFit
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.services import tag_designs
from reception_app.services.name_tags import (
    TagJob,
    TagSelection,
    draft_name_tags,
    make_job,
    remember_printed,
)
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.paper.printing import print_job, set_paper
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import PageTitle
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.tags.paper_card import PaperCard
from reception_app.ui.tags.problem_card import ProblemCard
from reception_app.ui.tags.sheet_preview import SheetPreview
from reception_app.ui.tags.tag_tools import TagTools
from reception_app.ui.tags.whose_card import SELECTIONS, SPARE, WhoseCard
from reception_app.ui.workplace import Workplace

_SHOW_AFTER_MS = 60
AskPrinter = Callable[[QPrinter, QWidget], bool]
"""Lets a person choose a printer and whether to print at all."""


class NameTagsPage(QWidget):
    """Chooses tags, shows them, prints them or saves them as PDF.

    Only what was printed or saved counts as printed. `ask_printer` is the system's dialog.
    """

    def __init__(
        self, workplace: Workplace, preferences: Preferences | None = None, *,
        ask_printer: AskPrinter | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._workplace = workplace
        self._preferences = preferences or Preferences()
        self._ask_printer = ask_printer or _ask_printer
        self._saved: Path | None = None
        translate = QCoreApplication.translate
        self.print = ActionButton(
            translate("NameTagsPage", "Print…"), key="Ctrl+P", primary=True, icon="print"
        )
        self.save = ActionButton(translate("NameTagsPage", "Save the PDF…"), key="Ctrl+S")
        self.open = ActionButton(translate("NameTagsPage", "Open the PDF"))
        self.more = ActionButton(translate("NameTagsPage", "More…"), key="F8")
        self._title = PageTitle(
            translate("NameTagsPage", "Name tags"), self.open, self.more, self.save, self.print
        )
        self.whose = WhoseCard(workplace)
        self.paper = PaperCard(workplace)
        self.problems = ProblemCard(workplace.wording)
        self.preview = SheetPreview()
        self.notice = Notice(self)
        self.tools = TagTools(self, workplace, self._preferences)
        self._wait = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._build_layout()
        self._connect()
        self.refresh()

    @property
    def rows(self) -> tuple[GuestRow, ...]:
        """The guests whose tags are chosen, in their order on paper."""
        return self.whose.rows

    def refresh(self) -> None:
        """Read again who has which tag, and what they look like."""
        self.whose.refresh()
        self.paper.refresh()
        self._show_choice()

    def show_selected(self, guest_ids: frozenset[str]) -> None:
        """Choose the tags of these guests, picked in the list."""
        self.whose.pick(guest_ids)
        self._show_choice()

    def show_selection(self, selection: TagSelection) -> None:
        """Choose these tags."""
        self.whose.selection.choose(SELECTIONS.index(selection))
        self.refresh()

    def show_spares(self) -> None:
        """Choose the spare tags."""
        self.whose.selection.choose(SPARE)
        self.refresh()

    def job(self, printer: str = "") -> TagJob:
        """The chosen tags as they are now, for this printer or for a PDF."""
        fit = self._preferences.printer_fit(printer)
        return self._job(fit)

    def save_to(self, path: Path) -> None:
        """Write the chosen tags to `path` and note them as printed."""
        job = self.job()

        def work(progress: Progress) -> tuple[TagProblem, ...]:
            return draft_name_tags(path, job, progress=progress)

        def done(_problems: tuple[TagProblem, ...]) -> None:
            self._saved = path
            self.open.show()
            count = len(job.tags)
            translate = QCoreApplication.translate
            words = translate("NameTagsPage", "%n tag(s) saved in %1", "", count)
            self._note_printed(job, filled(words, path.name))

        caption = QCoreApplication.translate("NameTagsPage", "Writing the name tags…")
        run_long_work(self, caption, work, done, self.tell_trouble)

    def print_on(self, printer: QPrinter, job: TagJob) -> None:
        """Print the job and note it as printed."""
        set_paper(printer, job.paper.sheet.page)

        def work(progress: Progress) -> None:
            print_job(printer, job, progress)

        def done(_nothing: None) -> None:
            count = len(job.tags)
            translate = QCoreApplication.translate
            words = translate("NameTagsPage", "%n tag(s) sent to the printer", "", count)
            self._note_printed(job, words)

        caption = QCoreApplication.translate("NameTagsPage", "Printing the name tags…")
        run_long_work(self, caption, work, done, self.tell_trouble)

    def tell_trouble(self, error: ReceptionError) -> None:
        """Say what went wrong."""
        tone = NoticeTone.NOTE if isinstance(error, Cancelled) else NoticeTone.TROUBLE
        self.notice.tell(self._workplace.wording.error(error), tone)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the first sheet when the page is opened."""
        super().showEvent(event)
        self._wait.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop looking at what nobody sees."""
        super().hideEvent(event)
        self._wait.stop()
        self.problems.stop()

    def _build_layout(self) -> None:
        self.open.hide()
        left = QVBoxLayout()
        left.setSpacing(theme.GRID * 2)
        left.addWidget(self.whose)
        left.addWidget(self.paper)
        left.addWidget(self.problems, 1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.GRID * 2)
        columns.addLayout(left, 5)
        columns.addWidget(self.preview, 6)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(theme.GRID * 2)
        page.addWidget(self._title)
        page.addLayout(columns, 1)

    def _connect(self) -> None:
        self.whose.chosen.connect(self._show_choice)
        self.whose.again_found.connect(self.notice.tell)
        self.paper.chosen.connect(self._show_choice)
        self.paper.design_chosen.connect(self._use_design)
        self.paper.sheet_chosen.connect(self._use_sheet)
        self.paper.own_sheet_asked.connect(self.tools.ask_own_sheet)
        self.paper.change.clicked.connect(self.tools.open_designer)
        self._wait.timeout.connect(self._show_sheets)
        self.print.clicked.connect(self._begin_printing)
        self.save.clicked.connect(self._ask_place)
        self.open.clicked.connect(self._open_saved)
        self.more.clicked.connect(self._show_more)
        self.tools.changed.connect(self._tell_changed)
        for key, by in ((QKeySequence("PgUp"), -1), (QKeySequence("PgDown"), 1)):
            shortcut = QShortcut(key, self)
            shortcut.activated.connect(lambda by=by: self.preview.turn(by))

    def _job(self, fit: PrinterFit) -> TagJob:
        event = self._workplace.event_file
        return make_job(
            event, self.rows, paper=self.paper.paper(fit), looks=self.paper.looks,
            spares=self.whose.spares,
        )  # fmt: skip

    def _show_choice(self) -> None:
        count = len(self.rows) + len(self.whose.spares)
        for button in (self.save, self.print):
            button.setEnabled(bool(count))
        paper = self.paper.paper(self._preferences.printer_fit(""))
        sheets = paper.sheet.sheets(count, first_label=paper.first_label)
        translate = QCoreApplication.translate
        tags = translate("NameTagsPage", "%n tag(s)", "", count)
        paper_words = translate("NameTagsPage", "%n sheet(s)", "", sheets)
        self._title.set_aside(f"{tags} · {paper_words}" if count else "")
        self.problems.setVisible(bool(count))
        self._wait.start()

    def _show_sheets(self) -> None:
        if not self.isVisible():
            return
        job = self.job()
        self.preview.show_job(job)
        if job.tags:
            self.problems.look_at(job)
        else:
            self.problems.stop()

    def _use_design(self, key: str) -> None:
        work = self._workplace
        self.act(
            lambda: tag_designs.use_design(
                work.event_file, key, now=work.now(), operator=work.operator
            )
        )

    def _use_sheet(self, sheet: LabelSheet) -> None:
        work = self._workplace
        self.act(
            lambda: tag_designs.use_sheet(
                work.event_file, sheet, now=work.now(), operator=work.operator
            )
        )

    def act(self, deed: Callable[[], object]) -> bool:
        """Do something that changes how the event prints; says whether it was done."""
        try:
            deed()
        except ReceptionError as error:
            self.tell_trouble(error)
            self.paper.refresh()
            return False
        self._tell_changed()
        return True

    def _tell_changed(self) -> None:
        self.refresh()
        self._workplace.changed.emit()

    def _begin_printing(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(printer, self.job().paper.sheet.page)
        printer.setDocName(self._workplace.event_file.path.stem)
        if self._ask_printer(printer, self):
            self.print_on(printer, self.job(printer.printerName()))

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

    def _note_printed(self, job: TagJob, words: str) -> None:
        work = self._workplace
        try:
            remember_printed(work.event_file, job, now=work.now(), operator=work.operator)
        except ReceptionError as error:
            self.tell_trouble(error)
            return
        self.notice.tell(words)
        self.refresh()
        work.changed.emit()

    def _open_saved(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _show_more(self) -> None:
        menu = QMenu(self)
        self.tools.fill(menu)
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _ask_printer(printer: QPrinter, window: QWidget) -> bool:
    """The system's own dialog."""
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)  # noqa: FBT003 - Qt's
    return dialog.exec() == QPrintDialog.DialogCode.Accepted
