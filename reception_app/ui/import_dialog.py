"""The import of a guest list: choose or drop it, see what would happen, correct, take it in."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.list_file import read_list
from reception_app.documents.guest_sheet.mapping import (
    ColumnMapping,
    ListHeadingMissing,
    recognise,
)
from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.documents.guest_sheet.text_list import ENCODINGS, ListEncodingUnknown
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
from reception_app.ui.action_button import ActionButton
from reception_app.ui.background import run_long_work
from reception_app.ui.card import Card, EmptyState
from reception_app.ui.category_prices import CategoryPrices
from reception_app.ui.chip import ChipRow
from reception_app.ui.column_meanings import ColumnMeanings
from reception_app.ui.figures import ProgressLine
from reception_app.ui.import_changes import ChangeTable
from reception_app.ui.import_tables import CellTable, doubt_rows, guest_rows, raw_rows
from reception_app.ui.label import Label
from reception_app.ui.screen_text import filled
from reception_app.ui.table import Table
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_SIZE = (1120, 700)
_RAW_ROWS = 60
_TELL_SECONDS = 0.04
_GUESTS, _CHANGES, _TO_LOOK_AT = 0, 1, 2
"""The tabs beside the columns."""

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
        self._title = Label(translate("ImportDialog", "Import a list"), size=Type.TITLE, bold=True)
        self._file = Label(tone="muted", elide=True)
        self.sheets = QComboBox()
        self.encodings = QComboBox()
        self._other = ActionButton(translate("ImportDialog", "Another file…"))
        self.problem = Label(tone="danger", wrap=True)
        self.counts = Label(size=Type.LARGE, wrap=True)
        self.meanings = ColumnMeanings(workplace.wording)
        self.prices = CategoryPrices(settings.find_event(workplace.event_file).currency)
        self.tabs = ChipRow("", "", "")
        self.changes = ChangeTable(workplace.wording, self)
        self.change_view = Table()
        self.rows = CellTable(self)
        self.table = Table()
        self._stack = QStackedWidget()
        self.refused = ActionButton(translate("ImportDialog", "Save rows not taken…"))
        self.progress = ProgressLine()
        self.take = ActionButton("", primary=True)
        self._cancel = ActionButton(translate("ImportDialog", "Cancel"), key="Esc")
        self.encodings.addItems(ENCODINGS)
        self.encodings.setAccessibleName(translate("ImportDialog", "Encoding"))
        self.sheets.setAccessibleName(translate("ImportDialog", "Sheet"))
        self._build_layout()
        self._connect()
        self._show_start()

    @classmethod
    def ask(cls, parent: QWidget, workplace: Workplace) -> Imported | None:
        """What was taken in; None when the person gave up."""
        dialog = cls(parent, workplace)
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
        head = QHBoxLayout()
        head.setSpacing(theme.GRID * 2)
        head.addWidget(self._title)
        head.addWidget(self._file, 1)
        head.addWidget(self.sheets)
        head.addWidget(self.encodings)
        head.addWidget(self._other)
        choose = ActionButton(
            translate("ImportDialog", "Choose a file…"), primary=True, icon="folder"
        )
        choose.clicked.connect(self._choose)
        start = EmptyState(
            "import",
            translate("ImportDialog", "Drop the guest list here"),
            translate(
                "ImportDialog",
                "Excel, OpenDocument or CSV: answers of an online form, a ticket site's export, "
                "or a list made by hand. You see what would happen before anything changes.",
            ),
            choose,
        )
        dropping = Card()
        dropping.body.addWidget(start)
        self._stack.addWidget(dropping)
        self._stack.addWidget(self._preview_part())
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self.progress, 1)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _preview_part(self) -> QWidget:
        translate = QCoreApplication.translate
        self.table.setModel(self.rows)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        right = Card(padding=0)
        right.body.setContentsMargins(1, theme.GRID * 2, 1, theme.GRID)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, 0)
        tabs.addWidget(self.tabs, 1)
        tabs.addWidget(self.refused)
        right.body.addLayout(tabs)
        self.change_view.setModel(self.changes)
        self.change_view.setItemDelegateForColumn(0, QStyledItemDelegate(self.change_view))
        self.change_view.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.change_view.set_widths(44, 132, 140, 0, 150)
        right.body.addWidget(self.table, 1)
        right.body.addWidget(self.change_view, 1)
        columns = Card(translate("ImportDialog", "What the columns hold"), padding=0)
        columns.body.setContentsMargins(1, 1, 1, theme.GRID)
        columns.body.addWidget(self.meanings, 1)
        self._price_card = Card(translate("ImportDialog", "Fees of new categories"))
        self._price_card.body.addWidget(self.prices)
        left = QVBoxLayout()
        left.setSpacing(theme.GRID * 2)
        left.addWidget(columns, 1)
        left.addWidget(self._price_card)
        both = QHBoxLayout()
        both.setSpacing(theme.GRID * 2)
        both.addLayout(left, 5)
        both.addWidget(right, 7)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(self.counts)
        column.addLayout(both, 1)
        return part

    def _connect(self) -> None:
        self._cancel.setAutoDefault(False)
        self._other.setAutoDefault(False)
        self.refused.setAutoDefault(False)
        self.refused.clicked.connect(self._ask_refused)
        self._other.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.commit)
        self.sheets.activated.connect(self._read_sheet)
        self.encodings.activated.connect(self._read_encoding)
        self.meanings.corrected.connect(self._correct)
        self.prices.changed.connect(self.problem.hide)
        self.tabs.chosen.connect(self._show_rows)
        self.table.doubleClicked.connect(self._take_heading)
        self.changes.changed.connect(self._name_deed)

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
                prices=self.prices.prices(),
                progress=self,
                choices=self.changes.choices(),
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
        for part in (self._stack, self.take, self.sheets, self.encodings, self._other):
            part.setEnabled(False)

    def _end_commit(self) -> None:
        self._is_committing = False
        self.progress.hide()
        for part in (self._stack, self.take, self.sheets, self.encodings, self._other):
            part.setEnabled(True)

    def _show_start(self) -> None:
        for part in (
            self.sheets, self.encodings, self._other, self.problem, self.take, self.progress,
        ):  # fmt: skip
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

    def _read_sheet(self) -> None:
        if self._path is not None:
            self.read(self._path, sheet=self.sheets.currentText())

    def _read_encoding(self) -> None:
        if self._path is not None:
            self.read(self._path, encoding=self.encodings.currentText())

    def _show_encoding(self, encoding: str) -> None:
        """Offer other encodings of a text file: a wrong guess shows in the names."""
        self.encodings.setCurrentText(encoding)
        self.encodings.show()

    def _show_read(self, read: _Read) -> None:
        self._raw = read.raw
        self._file.setText(read.raw.file)
        self.sheets.clear()
        self.sheets.addItems(read.raw.sheets)
        self.sheets.setCurrentText(read.raw.sheet)
        self.sheets.setVisible(len(read.raw.sheets) > 1)
        self.encodings.hide()
        if read.raw.encoding:
            self._show_encoding(read.raw.encoding)
        self._other.show()
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
        self.tabs.hide()
        self.refused.hide()
        self.meanings.hide()
        self._price_card.hide()
        words = QCoreApplication.translate(
            "ImportDialog",
            "No row looks like headings. Double-click the row that holds them.",
        )
        self.counts.setText(words)
        self.change_view.hide()
        self.table.show()
        self.rows.show_rows(*raw_rows(raw, most=_RAW_ROWS))
        self.table.set_widths(56, *(140 for _ in range(self.rows.columnCount() - 1)))

    def _take_heading(self, index: QModelIndex) -> None:
        if self._mapping is None and self._raw is not None:
            row = self._raw.rows[index.row()].number
            self._show_mapping(recognise(self._raw, heading_row=row))

    def _correct(self, index: int, field: ListField) -> None:
        if self._mapping is not None:
            self._show_mapping(self._mapping.with_field(index, field))

    def _show_mapping(self, mapping: ColumnMapping) -> None:
        """Show what importing would do when the columns hold what `mapping` says."""
        assert self._raw is not None
        self._mapping = mapping
        self.meanings.show()
        self.meanings.show_mapping(self._raw, mapping)
        try:
            self.preview = preview_list(self._event, self._raw, mapping)
        except ReceptionError as error:
            self._tell(error)
            self.take.setEnabled(False)
            return
        self.problem.hide()
        plan = settings.find_fee_plan(self._event)
        self.changes.show_preview(self.preview, plan)
        self.prices.show_categories(self.preview)
        self._price_card.setVisible(bool(self.preview.new_categories))
        self._show_counts(self.preview)
        self.tabs.show()
        self._show_rows()

    def _show_counts(self, preview: ImportPreview) -> None:
        translate = QCoreApplication.translate
        new, companions = len(preview.new), preview.companions
        known, refused = len(preview.known), len(preview.listed.refused)
        changed, gone, in_doubt = len(preview.changed), len(preview.gone), len(preview.in_doubt)
        told = [translate("ImportDialog", "%n new guest(s)", "", new)]
        if companions:
            told.append(translate("ImportDialog", "%n companion(s)", "", companions))
        if known:
            told.append(translate("ImportDialog", "%n on the list already", "", known))
        if changed:
            told.append(translate("ImportDialog", "%n changed", "", changed))
        if gone:
            told.append(translate("ImportDialog", "%n gone", "", gone))
        if in_doubt:
            told.append(translate("ImportDialog", "%n in doubt", "", in_doubt))
        if refused:
            told.append(translate("ImportDialog", "%n row(s) not taken", "", refused))
        self.counts.setText(" · ".join(told))
        listed = preview.listed
        doubts = len(listed.refused) + len(listed.warnings) + len(listed.skipped)
        guests, changes, look = self.tabs.chips
        guests.set_caption(
            filled(translate("ImportDialog", "Guests %1"), f"{len(listed.guests):,}")
        )
        decided = f"{self.changes.rowCount():,}"
        changes.set_caption(filled(translate("ImportDialog", "Changes %1"), decided))
        changes.setVisible(self.changes.rowCount() > 0)
        if changes.isChecked() and not self.changes.rowCount():
            self.tabs.choose(0)
        look.set_caption(filled(translate("ImportDialog", "To look at %1"), f"{doubts:,}"))
        self._name_deed()
        self.take.show()
        self.take.setDefault(True)

    def _name_deed(self) -> None:
        """Say on the button what pressing it does."""
        if self.preview is None:
            return
        translate, new = QCoreApplication.translate, len(self.preview.new)
        changes = self.changes.ticked
        if new:
            self.take.set_caption(translate("ImportDialog", "Import %n guest(s)", "", new))
        else:
            self.take.set_caption(translate("ImportDialog", "Make %n change(s)", "", changes))
        self.take.setEnabled(new + changes > 0)

    def _show_rows(self) -> None:
        preview, wording = self.preview, self._workplace.wording
        if preview is None:
            return
        self.table.setVisible(self.tabs.current != _CHANGES)
        self.change_view.setVisible(self.tabs.current == _CHANGES)
        looking = self.tabs.current == _TO_LOOK_AT
        self.refused.setVisible(looking and bool(preview.listed.refused))
        if self.tabs.current == _GUESTS:
            self.rows.show_rows(*guest_rows(preview.listed.guests, preview.known, wording))
            self.table.set_widths(52, 140, 0, 84, 104, 64)
        elif looking:
            self.rows.show_rows(*doubt_rows(preview.listed, wording))
            self.table.set_widths(56, 64, 176, 0)

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
            self._show_encoding(ENCODINGS[0])
        self._tell(error)

    def _tell(self, error: ReceptionError) -> None:
        self.problem.setText(self._workplace.wording.error(error))
        self.problem.show()
