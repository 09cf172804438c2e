"""A bug is shown without anybody's data, and the program goes on."""

import logging
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.ui.crash_guard import CrashDialog, CrashGuard, crash_report
from reception_app.ui.parts.action_button import ActionButton


def crash(name: str) -> tuple[type[BaseException], BaseException]:
    """An exception that quotes a guest."""
    nobody: dict[str, str] = {}
    with pytest.raises(KeyError) as caught:
        nobody[name]
    return caught.type, caught.value


def test_report_names_the_place_and_no_guest() -> None:
    """The report holds versions, the kind and the place, and nothing of what was worked on."""
    kind, error = crash("佐藤 花子")
    report = crash_report(kind, error.__traceback__)

    assert "KeyError" in report
    assert "test_crash_guard.py" in report
    assert "Python 3" in report
    assert "佐藤" not in report
    assert str(sys.exec_prefix) not in report


def test_guard_logs_and_shows(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What reaches Python's hook is logged and shown once."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    shown: list[str] = []
    CrashGuard(qapp).install(shown.append)
    kind, error = crash("佐藤 花子")
    with caplog.at_level(logging.ERROR):
        sys.excepthook(kind, error, error.__traceback__)

    assert len(shown) == 1
    assert shown[0] in caplog.text
    assert "佐藤" not in caplog.text


def test_crash_in_a_thread_is_shown_in_the_window(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug in a thread is shown on the window's thread."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    shown: list[bool] = []
    guard = CrashGuard(qapp)
    guard.install(
        lambda _report: shown.append(threading.current_thread() is threading.main_thread())
    )

    def work() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))

    assert shown == [True]


@pytest.mark.usefixtures("look")
def test_copy_details_copies_what_is_shown(qtbot: QtBot) -> None:
    """The clipboard gets the report, word by word."""
    dialog = CrashDialog("Reception 1 · KeyError")
    qtbot.addWidget(dialog)
    dialog.findChildren(ActionButton)[0].click()

    assert QGuiApplication.clipboard().text() == "Reception 1 · KeyError"
