"""Long work runs beside the window and comes back on its thread."""

import sys
from threading import Event, current_thread, main_thread
from types import TracebackType

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.ui.background import LongWork, ProgressDialog, run_long_work


class Outcome:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[ReceptionError] = []
        self.threads: list[bool] = []

    def done(self, result: object) -> None:
        """Note the result."""
        self.results.append(result)
        self.threads.append(current_thread() is main_thread())

    def refused(self, error: ReceptionError) -> None:
        """Note the error."""
        self.errors.append(error)
        self.threads.append(current_thread() is main_thread())


class Seen(QObject):
    """Notes whether a widget was ever shown."""

    shown = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it."""
        self.shown = self.shown or event.type() == QEvent.Type.Show
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window work is done for."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_result_comes_back_on_the_windows_thread(window: QWidget, qtbot: QtBot) -> None:
    """The work runs elsewhere, its result arrives here."""
    outcome = Outcome()

    def work(progress: Progress) -> bool:
        progress.advance(1, 1)
        return current_thread() is main_thread()

    run_long_work(window, "Importing", work, outcome.done, outcome.refused)
    qtbot.waitUntil(lambda: bool(outcome.results))

    assert (outcome.results, outcome.errors, outcome.threads) == ([False], [], [True])


def test_expected_error_is_told(window: QWidget, qtbot: QtBot) -> None:
    """An expected error arrives as a value, not as a crash."""
    outcome = Outcome()

    def work(_progress: Progress) -> None:
        raise ReceptionError

    run_long_work(window, "Importing", work, outcome.done, outcome.refused)
    qtbot.waitUntil(lambda: bool(outcome.errors))

    assert (outcome.results, outcome.threads) == ([], [True])


def test_cancel_stops_at_the_next_step(window: QWidget, qtbot: QtBot) -> None:
    """Cancel in the dialog raises Cancelled inside the work, and the dialog leaves."""
    outcome = Outcome()
    go_on = Event()
    steps: list[int] = []

    def work(progress: Progress) -> None:
        for step in range(1000):
            progress.advance(step, 1000)
            steps.append(step)
            go_on.wait(5)

    run_long_work(window, "Printing", work, outcome.done, outcome.refused)
    dialog = window.findChild(ProgressDialog)
    assert isinstance(dialog, ProgressDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    go_on.set()
    qtbot.waitUntil(lambda: bool(outcome.errors))

    assert isinstance(outcome.errors[0], Cancelled)
    assert len(steps) < 1000
    qtbot.waitUntil(lambda: window.findChild(ProgressDialog) is None)


def test_quick_work_shows_no_dialog(window: QWidget, qtbot: QtBot) -> None:
    """Work of a moment flashes no dialog."""
    outcome = Outcome()
    run_long_work(window, "Printing", lambda _progress: 1, outcome.done, outcome.refused)
    dialog = window.findChild(ProgressDialog)
    assert isinstance(dialog, ProgressDialog)
    seen = Seen()
    dialog.installEventFilter(seen)
    qtbot.waitUntil(lambda: bool(outcome.results))
    qtbot.waitUntil(lambda: window.findChild(ProgressDialog) is None)

    assert not seen.shown


def test_bug_in_the_work_reaches_the_guard(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody expected goes to the crash guard, from the window's thread."""
    caught: list[type[BaseException]] = []

    def hook(
        kind: type[BaseException], _error: BaseException, _trace: TracebackType | None
    ) -> None:
        caught.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    long_work = LongWork(work, window)
    long_work.start()
    qtbot.waitUntil(lambda: bool(caught))

    assert caught == [ZeroDivisionError]
