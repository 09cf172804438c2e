"""Taking a statement in: choose, drop or paste it, see what would happen, correct, take it in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.bank_statement.columns import BankColumns
from reception_app.documents.bank_statement.headings import BankField
from reception_app.documents.bank_statement.statement_file import (
    StatementColumnsMissing,
    StatementFile,
    StatementOfOtherKind,
)
from reception_app.documents.delimited_text import ENCODINGS, ListEncodingUnknown
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled
from reception_app.domain.statement import StatementAccount
from reception_app.services.statement_import import (
    StatementImported,
    StatementPreview,
    commit_statement,
    open_known,
    open_known_text,
    preview_columns,
)
from reception_app.storage.event_file import EventReader
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.money.reconcile.statement_preview import StatementPart
from reception_app.ui.money.reconcile.statement_start import StatementStart
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_SIZE = (1120, 720)
_TELL_SECONDS = 0.04
_KINDS = "*.csv *.tsv *.txt *.dat *.xml *.sta *.940 *.ofx *.qfx"
_ACCOUNTS = tuple(StatementAccount)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read; no preview where a person has to tell what its columns hold."""

    opened: StatementFile
    preview: StatementPreview | None


@dataclass(frozen=True, slots=True)
class StatementsChanged:
    """What a visit to the dialog changed: what was taken in, and whether one was taken back."""

    imported: StatementImported | None
    taken_back: bool = False


class StatementDialog(QDialog):
    """Takes a statement of the bank or of a provider in; until the last press nothing changes."""

    def __init__(self, parent: QWidget | None, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._event: EventReader = workplace.event_file
        self._opened: StatementFile | None = None
        self._columns: BankColumns | None = None
        self._again: Callable[[str | None], None] | None = None
        self._is_committing = self._is_stopped = False
        self._told_at = 0.0
        self._reading = 0
        self.preview: StatementPreview | None = None
        self.imported: StatementImported | None = None
        self.is_changed = False
        translate = QCoreApplication.translate
        wording = workplace.wording
        self.accounts = ChipRow(*(wording.text("statement_account", one) for one in _ACCOUNTS))
        self.encodings = QComboBox()
        self.encodings.addItems(ENCODINGS)
        self.encodings.setAccessibleName(translate("StatementDialog", "Encoding"))
        self._file = Label(tone="muted", elide=True)
        self._another = ActionButton(translate("StatementDialog", "Another file…"))
        self.problem = Label(tone="danger", wrap=True)
        self.part = StatementPart(wording)
        self.start = StatementStart(workplace)
        self._stack = QStackedWidget()
        self.progress = ProgressLine()
        self.take = ActionButton("", primary=True)
        self._cancel = ActionButton(translate("StatementDialog", "Cancel"), key="Esc")
        self._build_layout()
        self._connect()
        self._show_start()

    @classmethod
    def ask(cls, parent: QWidget, workplace: Workplace) -> StatementsChanged:
        """What was taken in, and whether anything was taken back."""
        dialog = cls(parent, workplace)
        dialog.exec()
        dialog.deleteLater()
        return StatementsChanged(dialog.imported, taken_back=dialog.is_changed)

    @property
    def account(self) -> StatementAccount:
        """Whose statement it is said to be."""
        return _ACCOUNTS[self.accounts.current]

    def read(self, path: Path, encoding: str | None = None) -> None:
        """Read a statement's file and show what taking it in would do."""
        self._again = lambda chosen: self.read(path, chosen or encoding)
        account, event = self.account, self._workplace.event_file.snapshot()
        self._event = event
        self._reading += 1
        run_long_work(
            self,
            QCoreApplication.translate("StatementDialog", "Reading the statement…"),
            lambda _progress: _read(
                event, open_known(event, path, account, encoding=encoding), account
            ),
            partial(self._take_read, self._reading),
            self._tell_trouble,
        )

    def read_text(self, text: str) -> None:
        """Read a pasted text and show what taking it in would do."""
        self._again = lambda _encoding: self.read_text(text)
        self._reading += 1
        self._event = self._workplace.event_file
        source = QCoreApplication.translate("StatementDialog", "pasted text")
        try:
            opened = open_known_text(self._event, text, self.account, source=source)
            self._show_read(_read(self._event, opened, self.account))
        except ReceptionError as error:
            self._tell_trouble(error)

    def paste(self) -> None:
        """Read what lies in the clipboard: rows copied from a web page, or a file."""
        mime = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.read(files[0])
        elif mime.text().strip():
            self.read_text(mime.text())

    def commit(self) -> None:
        """Take the statement in, in one transaction."""
        work, preview = self._workplace, self.preview
        if preview is None or self._is_committing or not self.take.isEnabled():
            return
        self._is_committing, self._is_stopped, self._told_at = True, False, 0.0
        self.progress.show()
        for part in (self._stack, self.take):
            part.setEnabled(False)
        try:
            self.imported = commit_statement(
                work.event_file, preview, now=work.now(), operator=work.operator, progress=self
            )
        except ReceptionError as error:
            self._tell(error)
        finally:
            self._is_committing = False
            self.progress.hide()
            for part in (self._stack, self.take):
                part.setEnabled(True)
        if self.imported is not None:
            self.accept()

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is (`domain.progress.Progress`).

        Raises:
            Cancelled: the person pressed Cancel.
        """
        if self._is_stopped:
            raise Cancelled
        if monotonic() - self._told_at >= _TELL_SECONDS or done >= total:
            self._told_at = monotonic()
            self.progress.set_share(done, total)
            # The event file lives on this thread: the window is kept alive between two rows.
            QCoreApplication.processEvents()

    def reject(self) -> None:
        """Leave without a change; work under way is stopped first."""
        if self._is_committing:
            self._is_stopped = True
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the first dropped file, or the dropped text."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if self._is_committing:
            return
        event.acceptProposedAction()
        if files:
            self.read(files[0])
        elif event.mimeData().text().strip():
            self.read_text(event.mimeData().text())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing is cancelling."""
        event.ignore()
        self.reject()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        title = translate("StatementDialog", "Take in a statement")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID * 2)
        head.addWidget(Label(title, size=Type.TITLE, bold=True))
        head.addWidget(self.accounts)
        head.addWidget(self._file, 1)
        head.addWidget(self.encodings)
        head.addWidget(self._another)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.part)
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

    def _connect(self) -> None:
        for button in (self._cancel, self._another):
            button.setAutoDefault(False)
        self._another.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.commit)
        self.accounts.chosen.connect(self._read_again)
        self.start.choose.clicked.connect(self._choose)
        self.start.paste.clicked.connect(self.paste)
        self.start.earlier.taken_back.connect(self._note_withdrawal)
        self.start.earlier.refused.connect(self._tell)
        self.encodings.textActivated.connect(self._read_encoded)
        self.part.columns.corrected.connect(self._correct)
        self.part.agreed.toggled.connect(self._name_deed)
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self.paste)

    def _show_start(self) -> None:
        for part in (self.problem, self.take, self.progress, self.encodings, self._another):
            part.hide()
        self.start.choose.setFocus()

    def _choose(self) -> None:
        translate = QCoreApplication.translate
        title = translate("StatementDialog", "Choose the statement")
        files = translate("StatementDialog", "Statements")
        kinds = f"{files} ({_KINDS});;*"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.read(Path(chosen))

    def _note_withdrawal(self) -> None:
        self.is_changed = True
        self.problem.hide()

    def _read_again(self) -> None:
        if self._again is not None:
            self._again(None)

    def _read_encoded(self, encoding: str) -> None:
        if self._again is not None:
            self._again(encoding)

    def _take_read(self, reading: int, read: _Read) -> None:
        if reading == self._reading:  # no other file was chosen meanwhile
            self._show_read(read)

    def _show_read(self, read: _Read) -> None:
        self._opened, self._columns = read.opened, read.opened.columns
        self._file.setText(read.opened.file)
        self._another.show()
        self.encodings.setVisible(bool(read.opened.encoding))
        self.encodings.setCurrentText(read.opened.encoding.removesuffix("-sig"))
        if read.preview is None:
            self._ask_columns(StatementColumnsMissing(read.opened.file))
        else:
            self._show_preview(read.preview)
        self._stack.setCurrentWidget(self.part)

    def _correct(self, index: int, field: BankField) -> None:
        """Read the file again with one column holding something else."""
        if self._opened is None or self._columns is None:
            return
        self._columns = self._columns.with_field(index, field)
        try:
            preview = preview_columns(self._event, self._opened, self.account, self._columns)
        except ReceptionError as error:
            self._ask_columns(error)
        else:
            self._show_preview(preview)

    def _show_preview(self, preview: StatementPreview) -> None:
        self.preview = preview
        self.problem.hide()
        self.part.show_preview(preview, self._columns)
        self._name_deed()
        self.take.show()
        self.take.setDefault(True)

    def _ask_columns(self, error: ReceptionError) -> None:
        """Say why nothing can be read like this, and leave the columns to be corrected."""
        self.preview = None
        self.take.hide()
        self._tell(error)
        if self._opened is not None and self._columns is not None:
            self.part.show_columns_only(self._columns, self._opened.rows)

    def _name_deed(self) -> None:
        """Say on the button what pressing it does; doubts are to be looked at first."""
        if self.preview is None:
            return
        new = len(self.preview.new)
        self.take.set_caption(
            QCoreApplication.translate("StatementDialog", "Add %n row(s)", "", new)
        )
        agreed = not self.preview.doubts or self.part.agreed.isChecked()
        self.take.setEnabled(new > 0 and agreed)

    def _tell_trouble(self, error: ReceptionError) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, StatementOfOtherKind) and error.asked == self.account.value:
            # The file says itself whose list it is.
            self.accounts.choose(_ACCOUNTS.index(StatementAccount(error.found)))
            return
        if isinstance(error, ListEncodingUnknown):
            self.encodings.show()
        self._another.show()
        self._tell(error)

    def _tell(self, error: ReceptionError) -> None:
        self.problem.setText(self._workplace.wording.error(error))
        self.problem.show()


def _read(event: EventReader, opened: StatementFile, account: StatementAccount) -> _Read:
    try:
        return _Read(opened, preview_columns(event, opened, account, opened.columns))
    except StatementColumnsMissing:
        return _Read(opened, None)
