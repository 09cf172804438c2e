"""Long work beside the window: run on a pool, shown with its progress, stopped by Cancel.

The work gets a `Progress` and nothing of Qt; what it returns or raises comes back on the window's
thread by queued signals. It works on a snapshot, never on the open event file's connection.
"""

import sys
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

T = TypeVar("T")

_PATIENCE_MS = 250
"""Work shorter than this shows no dialog: a flash of one would only unsettle."""

_TELL_SECONDS = 0.04


class LongWork(QObject, Generic[T]):
    """One piece of long work under way.

    On the window's thread `advanced` carries (done, total), `done` what the work returned,
    `refused` the `ReceptionError` it raised (`Cancelled` too); `ended` comes before either.
    Keep no reference: its parent keeps it until it has ended.
    """

    advanced = Signal(int, int)
    done = Signal(object)
    refused = Signal(object)
    ended = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(self, work: Callable[[Progress], T], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._told_at = 0.0
        # Queued to methods of this object: it lives on the window's thread, so they run there.
        self._returned.connect(self._tell_result, Qt.ConnectionType.QueuedConnection)
        self._raised.connect(self._tell_error, Qt.ConnectionType.QueuedConnection)

    @property
    def is_cancelled(self) -> bool:
        """Whether Cancel was pressed."""
        return self._stop.is_set()

    def start(self) -> None:
        """Run on the pool; everything is told on the window's thread."""
        QThreadPool.globalInstance().start(_Run(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def advance(self, done: int, total: int) -> None:
        """Note how far the work is; called on its own thread (`domain.progress.Progress`).

        Raises:
            Cancelled: the person pressed Cancel.
        """
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if done >= total or now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            self.advanced.emit(done, total)

    def _run(self) -> None:
        try:
            result = self._work(self)
        except Exception as error:  # noqa: BLE001 - told on the window's thread, bugs to the guard
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def _tell_result(self, result: object) -> None:
        self._end()
        self.done.emit(result)

    def _tell_error(self, error: Exception) -> None:
        self._end()
        if isinstance(error, ReceptionError):
            self.refused.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _end(self) -> None:
        self.ended.emit()
        self.deleteLater()


def run_long_work(
    window: QWidget,
    caption: str,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    refused: Callable[[ReceptionError], None],
) -> LongWork[T]:
    """Run `work` beside the window and bring its result to `done` or its error to `refused`.

    A dialog with `caption`, the progress and Cancel stands over `window` when it takes longer than
    a moment.
    """
    long_work = LongWork(work, window)
    dialog = ProgressDialog(window, caption, long_work)
    long_work.done.connect(done)
    long_work.refused.connect(refused)
    dialog.show_if_slow()
    long_work.start()
    return long_work


class ProgressDialog(QDialog):
    """How far the work is, and Cancel."""

    def __init__(self, window: QWidget, caption: str, work: LongWork[T]) -> None:
        super().__init__(window)
        self._work = work
        self._line = ProgressLine()
        self._steps = Label(tone="muted")
        self._cancel = ActionButton(QCoreApplication.translate("ProgressDialog", "Cancel"))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build_layout(caption)
        self._connect()

    def show_if_slow(self) -> None:
        """Appear unless the work is over in a moment."""
        self._patience.start()

    def reject(self) -> None:
        """Ask the work to stop; the dialog leaves when it has."""
        self._work.cancel()
        self._cancel.setEnabled(False)
        self._steps.setText(QCoreApplication.translate("ProgressDialog", "Stopping…"))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing it is cancelling."""
        event.ignore()
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Only Escape means something here."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()

    def _build_layout(self, caption: str) -> None:
        self.setWindowTitle(caption)
        self.setModal(True)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(caption, size=Type.LARGE, bold=True, wrap=True))
        column.addWidget(self._line)
        foot = QHBoxLayout()
        foot.addWidget(self._steps, 1)
        foot.addWidget(self._cancel)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._patience.timeout.connect(self.show)
        self._cancel.clicked.connect(self.reject)
        self._work.advanced.connect(self._show_advance)
        self._work.ended.connect(self._leave)

    def _show_advance(self, done: int, total: int) -> None:
        self._line.set_share(done, total)
        if not self._work.is_cancelled:
            self._steps.setText(f"{done:,} / {total:,}")

    def _leave(self) -> None:
        self._patience.stop()
        self.hide()
        self.deleteLater()


class _Run(QRunnable):
    """Calls one function on the pool."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Call it."""
        self._work()
