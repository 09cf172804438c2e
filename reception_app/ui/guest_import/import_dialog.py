"""The import of a guest list: choose or drop it, see what would happen, correct, take it in."""

from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.headless import guessed
from reception_app.documents.guest_sheet.list_file import read_list, read_pasted
from reception_app.documents.guest_sheet.mapping import (
    ColumnMapping,
    ListHeadingMissing,
    recognise,
)
from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.documents.guest_sheet.text_list import ListEncodingUnknown
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.services.guest_import import (
    Imported,
    ImportPreview,
    commit_import,
    preview_list,
    save_refused,
)
from reception_app.services.list_mapping import recalled
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.guest_import.import_preview import PreviewPart
from reception_app.ui.guest_import.list_paste import PasteWatch, copied_cells
from reception_app.ui.guest_import.list_source import ListSource
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.label import Label
from reception_app.ui.workplace import Workplace

_SIZE = (1120, 700)
_TELL_SECONDS = 0.04
_KINDS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"


@dataclass(frozen=True, slots=True)
class _Read:
    """A list that was read; no mapping where no row looks like headings."""

    raw: RawList
    mapping: ColumnMapping | None


class ImportDialog(QDialog):
    """Takes a guest list in; until the last press nothing is changed."""

    def __init__(self, parent: QWidget, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._event = workplace.event_file.snapshot()
        self._path: Path | None = None
        self._raw: RawList | None = None
        self._mapping: ColumnMapping | None = None
        self._is_committing = False
        self._is_stopped = False
        self._told_at = 0.0
        self.preview: ImportPreview | None = None
        self.imported: Imported | None = None
        translate = QCoreApplication.translate
        self.source = ListSource()
        self.problem = Label(tone="danger", wrap=True)
        currency = settings.find_event(workplace.event_file).currency
        self.part = PreviewPart(workplace.wording, currency)
        self._stack = QStackedWidget()
        self.progress = ProgressLine()
        self.free_note = Label(tone="muted", wrap=True)
        self.take = ActionButton("", primary=True)
        self._cancel = ActionButton(translate("ImportDialog", "Cancel"), key="Esc")
        self._build_layout()
        self._connect()
        self._show_start()

    @classmethod
    def ask(cls, parent: QWidget, workplace: Workplace, pasted: str = "") -> Imported | None:
        """What was taken in; None when the person gave up. `pasted` cells are read at once."""
        dialog = cls(parent, workplace)
        if pasted:
            dialog.paste(pasted)
        dialog.exec()
        dialog.deleteLater()
        return dialog.imported

    def read(self, path: Path, *, sheet: str | None = None, encoding: str | None = None) -> None:
        """Read a list and show what importing it would do; see `list_file.read_list`."""
        self._path = path

        event = self._event = self._workplace.event_file.snapshot()

        def work(progress: Progress) -> _Read:
            raw = read_list(path, sheet=sheet, encoding=encoding, progress=progress)
            try:
                return _Read(raw, recalled(event, recognise(raw)))
            except ListHeadingMissing:
                return _Read(raw, None)

        caption = QCoreApplication.translate("ImportDialog", "Reading the list…")
        run_long_work(self, caption, work, self._show_read, self._tell_read_trouble)

    def paste(self, text: str = "") -> None:
        """Read pasted cells, those of the clipboard when none are given."""
        self._path = None
        self._event = self._workplace.event_file.snapshot()
        try:
            raw = read_pasted(text or copied_cells())
        except ReceptionError as error:
            self._tell(error)
            return
        try:
            mapping = recognise(raw)
        except ListHeadingMissing:
            mapping = guessed(raw)
        self._show_read(_Read(raw, recalled(self._event, mapping) if mapping.has_name else None))

    def reject(self) -> None:
        """Leave without a change; an import under way is stopped first."""
        if self._is_committing:
            self._is_stopped = True
        else:
            super().reject()

    def advance(self, done: int, total: int) -> None:
        """Show how far the import is (`domain.progress.Progress`).

        Raises:
            Cancelled: the person pressed Cancel.
        """
        if self._is_stopped:
            raise Cancelled
        if monotonic() - self._told_at >= _TELL_SECONDS or done >= total:
            self._told_at = monotonic()
            self.progress.set_share(done, total)
            # The event file lives on this thread: the window is kept alive between two guests.
            QCoreApplication.processEvents()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the first dropped file."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and not self._is_committing:
            event.acceptProposedAction()
            self.read(files[0])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing is cancelling."""
        event.ignore()
        self.reject()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ImportDialog", "Import a list"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        choose = ActionButton(
            translate("ImportDialog", "Choose a file…"), primary=True, icon="folder"
        )
        choose.clicked.connect(self._choose)
        self.paste_cells = ActionButton(translate("ImportDialog", "Paste cells"), key="Ctrl+V")
        start = EmptyState(
            "import",
            translate("ImportDialog", "Drop the guest list here"),
            translate(
                "ImportDialog",
                "Excel, OpenDocument or CSV: answers of an online form, a ticket site's export, "
                "or a list made by hand. You see what would happen before anything changes.",
            ),
            choose,
            self.paste_cells,
        )
        dropping = Card()
        dropping.body.addWidget(start)
        self._stack.addWidget(dropping)
        self._stack.addWidget(self.part)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.free_note, 1)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(self.source)
        column.addWidget(self.problem)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._cancel.setAutoDefault(False)
        self.paste_cells.clicked.connect(self._paste_copied)
        PasteWatch(self).pasted.connect(self.paste)
        self.source.another_asked.connect(self._choose)
        self.source.sheet_chosen.connect(self._read_sheet)
        self.source.encoding_chosen.connect(self._read_encoding)
        self._cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.commit)
        self.part.meanings.corrected.connect(self._correct)
        self.part.fixed.changed.connect(self._fix)
        self.part.headless.clicked.connect(self._take_headless)
        self.part.prices.changed.connect(self.problem.hide)
        self.part.prices.changed.connect(self._note_free)
        self.part.rows.heading_pointed.connect(self._take_heading)
        self.part.rows.refused_asked.connect(self._ask_refused)
        self.part.rows.changes.changed.connect(self._name_deed)

    def commit(self) -> None:
        """Take the list in, in one transaction."""
        work, preview = self._workplace, self.preview
        if preview is None or self._is_committing:
            return
        self._begin_commit()
        try:
            self.imported = commit_import(
                work.event_file,
                preview,
                now=work.now(),
                operator=work.operator,
                prices=self.part.prices.prices(),
                progress=self,
                choices=self.part.rows.changes.choices(),
            )
        except ReceptionError as error:
            self._tell(error)
        finally:
            self._end_commit()
        if self.imported is not None:
            work.changed.emit()
            self.accept()

    def _begin_commit(self) -> None:
        self._is_committing, self._is_stopped, self._told_at = True, False, 0.0
        self.problem.hide()
        self.progress.show()
        self.free_note.hide()
        for part in (self._stack, self.take, self.source):
            part.setEnabled(False)

    def _end_commit(self) -> None:
        self._is_committing = False
        self.progress.hide()
        self._note_free()
        for part in (self._stack, self.take, self.source):
            part.setEnabled(True)

    def _show_start(self) -> None:
        for part in (self.problem, self.take, self.progress, self.free_note):
            part.hide()
        self._stack.setCurrentIndex(0)

    def _choose(self) -> None:
        translate = QCoreApplication.translate
        title = translate("ImportDialog", "Choose the guest list")
        lists = translate("ImportDialog", "Guest lists")
        kinds = f"{lists} ({_KINDS});;*"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.read(Path(chosen))

    def _read_sheet(self, sheet: str) -> None:
        if self._path is not None:
            self.read(self._path, sheet=sheet)

    def _read_encoding(self, encoding: str) -> None:
        if self._path is not None:
            self.read(self._path, encoding=encoding)

    def _show_read(self, read: _Read) -> None:
        self._raw = read.raw
        self.source.show_list(read.raw)
        self.problem.hide()
        self._stack.setCurrentIndex(1)
        if read.mapping is None:
            self._ask_heading(read.raw)
        else:
            self._show_mapping(read.mapping)

    def _ask_heading(self, raw: RawList) -> None:
        """Show the rows as they lie, so that the person shows us the headings."""
        self.preview = self._mapping = None
        self.take.hide()
        self.free_note.hide()
        self.part.ask_heading(raw)

    def _take_heading(self, place: int) -> None:
        if self._mapping is None and self._raw is not None:
            row = self._raw.rows[place].number
            self._show_mapping(recognise(self._raw, heading_row=row))

    def _correct(self, index: int, field: ListField) -> None:
        if self._mapping is not None:
            self._show_mapping(self._mapping.with_field(index, field))

    def _fix(self, texts: dict[ListField, str]) -> None:
        if self._mapping is not None and dict(self._mapping.fixed) != texts:
            self._show_mapping(replace(self._mapping, fixed=texts))

    def _take_headless(self) -> None:
        """Guess by its cells what a list without headings holds."""
        if self._raw is not None:
            self._show_mapping(recalled(self._event, guessed(self._raw)))

    def _paste_copied(self) -> None:
        self.paste()

    def _show_mapping(self, mapping: ColumnMapping) -> None:
        """Show what importing would do when the columns hold what `mapping` says."""
        assert self._raw is not None
        self._mapping = mapping
        self.part.meanings.show_mapping(self._raw, mapping)
        try:
            self.preview = preview_list(self._event, self._raw, mapping)
        except ReceptionError as error:
            self.preview = None
            self.part.show_unread(self._raw)
            self._tell(error)
            self.take.setEnabled(False)
            self.free_note.hide()
            return
        self.problem.hide()
        self.part.show_preview(self.preview, settings.find_fee_plan(self._event))
        self._name_deed()
        self._note_free()
        self.take.show()
        self.take.setDefault(True)

    def _name_deed(self) -> None:
        """Say on the button what pressing it does."""
        if self.preview is None:
            return
        translate, new = QCoreApplication.translate, len(self.preview.new)
        changes = self.part.rows.changes.ticked
        if new:
            self.take.set_caption(translate("ImportDialog", "Import %n guest(s)", "", new))
        else:
            self.take.set_caption(translate("ImportDialog", "Make %n change(s)", "", changes))
        self.take.setEnabled(new + changes > 0)

    def _note_free(self) -> None:
        """Say kindly that nobody is charged for the new categories as they stand."""
        free = self.part.prices.free
        words = QCoreApplication.translate(
            "ImportDialog",
            "%n new category(ies) are free until fees are set (Settings → Fees).",
            "",
            free,
        )
        self.free_note.setText(words)
        self.free_note.setVisible(free > 0)

    def save_refused(self, path: Path) -> None:
        """Write the rows that are not taken as a sheet to mend and take in again."""
        if self.preview is None:
            return
        try:
            save_refused(self._event, self.preview, path)
        except ReceptionError as error:
            self._tell(error)

    def _ask_refused(self) -> None:
        translate = QCoreApplication.translate
        title = translate("ImportDialog", "Save the rows that are not taken")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "", "Excel (*.xlsx)")
        if chosen:
            self.save_refused(Path(chosen).with_suffix(".xlsx"))

    def _tell_read_trouble(self, error: ReceptionError) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, ListEncodingUnknown):
            self.source.offer_encodings()
        self._tell(error)

    def _tell(self, error: ReceptionError) -> None:
        self.problem.setText(self._workplace.wording.error(error))
        self.problem.show()
