"""The last net: a bug is logged without anybody's data, shown, and the door stays open.

A report holds versions, the kind of the error and where it happened, but no values: the text of an
exception may quote a name. What is shown is exactly what "copy details" copies.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_log = logging.getLogger(__name__)


class CrashGuard(QObject):
    """Catches what nobody expected, in any thread, and shows it once in the window's thread."""

    crashed = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._dialog: CrashDialog | None = None
        self._show: Callable[[str], None] = self._show_dialog
        self.crashed.connect(self._tell)

    def install(self, show: Callable[[str], None] | None = None) -> None:
        """Take over the hooks of Python; `show` replaces the dialog, as tests do."""
        self._show = show or self._show
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        report = crash_report(kind, trace)
        _log.error("%s", report)
        self.crashed.emit(report)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _tell(self, report: str) -> None:
        self._show(report)

    def _show_dialog(self, report: str) -> None:
        if self._dialog is None:  # one is enough, however often the bug strikes
            self._dialog = CrashDialog(report)
            self._dialog.finished.connect(self._forget_dialog)
            self._dialog.open()

    def _forget_dialog(self) -> None:
        assert self._dialog is not None
        self._dialog.deleteLater()
        self._dialog = None


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What happened, where, and with which versions; no value of the running program in it."""
    frames = (
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
    head = (
        f"Reception {_own_version()} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.system()} {platform.release()} {platform.machine()}"
    )
    return "\n".join((head, f"{kind.__module__}.{kind.__qualname__}", *frames))


class CrashDialog(QDialog):
    """Says sorry, that nothing confirmed is lost, and offers the details."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        translate = QCoreApplication.translate
        self._report = report
        self.setWindowTitle(translate("CrashDialog", "Something went wrong"))
        self.setMinimumWidth(560)
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        details.setMinimumHeight(160)
        details.setFont(theme.font(Type.SMALL + 1))
        copy = ActionButton(translate("CrashDialog", "Copy details"), icon="copy")
        carry_on = ActionButton(translate("CrashDialog", "Carry on"), primary=True)
        carry_on.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(self.windowTitle(), size=Type.TITLE, bold=True))
        column.addWidget(
            Label(
                translate(
                    "CrashDialog",
                    "This is our fault, not yours. Everything the screen had confirmed is saved "
                    "and you can carry on. The details below name no guest.",
                ),
                wrap=True,
            )
        )
        column.addWidget(details)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch()
        foot.addWidget(carry_on)
        column.addLayout(foot)
        copy.clicked.connect(self._copy)
        carry_on.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


def _own_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("reception-app")
    except PackageNotFoundError:
        return "?"
