"""A rehearsal in the window: marked on every page, led by one key, gone when it ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import door_evening
from door_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.admission import Verdict
from reception_app.services import rehearsal
from reception_app.services.rehearsal import TaskKind
from reception_app.storage import fact_journal
from reception_app.storage.event_file import EventDiskFull, EventFile
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.door.rehearsal_bar import RehearsalBar
from reception_app.ui.event_pages import GUESTS
from reception_app.ui.main_window import MainWindow
from reception_app.ui.preferences import Preferences
from reception_app.ui.program import Program
from reception_app.ui.theme import ThemeChoice


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """An event with one guest."""
    evening = door_evening(tmp_path)
    evening.add("青木 晃", category="登壇者")
    evening.event.close()
    return evening.event.path


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.backup_folder = tmp_path / "backups"
    preferences.language = "en"
    preferences.theme = ThemeChoice.LIGHT
    made = Program(qapp, preferences)
    yield made
    for shown in (made.main, made.start):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.deleteLater()


@pytest.fixture
def window(program: Program, real: Path, qtbot: QtBot) -> MainWindow:
    """The window of a rehearsal, begun from the menu of the open event."""
    assert program.open_event(real)
    before = program.main
    assert before is not None
    before.rehearsal_asked.emit()
    qtbot.waitUntil(lambda: program.main is not before, timeout=60_000)
    assert program.main is not None
    return program.main


def bar(window: MainWindow) -> RehearsalBar:
    """The bar of the rehearsal."""
    [found] = window.findChildren(RehearsalBar)
    return found


def press(window: MainWindow, *, skip: bool = False) -> None:
    """The key that lets the next guest show the badge."""
    shift = Qt.KeyboardModifier.ShiftModifier if skip else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window, Qt.Key.Key_F12, shift)


def test_it_is_marked_on_every_page(window: MainWindow, real: Path) -> None:
    """In the title and by the bar; the file is another one, of which nothing is remembered."""
    window.show_page(GUESTS)

    assert window.windowTitle().startswith("【練習】")
    assert bar(window).isVisible()
    assert "nothing here is real" in bar(window).head.text()
    assert window.workplace.event_file.path != real
    assert window.workplace.event_file.path not in window._preferences.recent_files


def test_f12_leads_from_guest_to_guest(window: MainWindow, qtbot: QtBot) -> None:
    """From any page to the door, where the next badge is answered; what was done is seen."""
    window.show_page(GUESTS)
    lead = bar(window)
    press(window)
    door = window.current_page
    assert isinstance(door, DoorPage)
    assert door.outcome is not None
    assert door.outcome.verdict is Verdict.ADMITTED
    qtbot.waitUntil(lambda: "Well done" in lead.words.text())
    press(window)
    assert lead.lesson.task is not None
    assert lead.lesson.task.kind is TaskKind.CHANGE
    assert "hands you ¥10,000" in lead.words.text()
    assert lead.next.caption == "Show it again"
    hands = Hands(door)
    hands.press("1", "0", "Enter")
    qtbot.waitUntil(lambda: "Well done" in lead.words.text())

    assert door.outcome.payment is not None


def test_what_is_not_done_is_shown_again_or_passed_over(window: MainWindow) -> None:
    """F12 repeats the badge; Shift+F12 goes on. After the last, other guests come."""
    lead = bar(window)
    press(window)
    press(window, skip=True)
    press(window)
    assert lead.lesson.at == 1
    for _ in range(len(lead.lesson.tasks) - 1):
        press(window, skip=True)
    assert lead.lesson.is_over
    assert "begins anew" in lead.words.text()
    first = lead.lesson.tasks[0].code
    press(window)

    assert lead.lesson.at == 0
    assert lead.lesson.tasks[0].code != first


def test_another_language_keeps_the_lesson(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    """The bar speaks it, and the task at hand stays."""
    press(window)
    program.choose_language("ja")
    qtbot.waitUntil(lambda: len(window.findChildren(RehearsalBar)) == 1)

    assert bar(window).lesson.at == 0
    assert "練習中" in bar(window).head.text()


def test_ending_deletes_the_copy_and_opens_the_event_again(
    program: Program, window: MainWindow, real: Path
) -> None:
    """As it was before: not one fact more."""
    copy = window.workplace.event_file.path
    press(window)
    bar(window).end.click()
    assert not copy.parent.exists()
    assert program.main is not None
    back = program.main.workplace.event_file

    assert back.path == real
    assert not program.main.findChildren(RehearsalBar)
    assert fact_journal.count_facts(back.db) == count_before(back)


def count_before(back: EventFile) -> int:
    """How many facts an event has that nobody practised with."""
    rows = back.db.execute("SELECT COUNT(*) FROM fact WHERE body NOT LIKE '%rehearsal%'")
    return int(str(rows.get))


def test_a_rehearsal_that_cannot_be_made_is_told(
    program: Program, real: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The event stays open, and nothing is left of the attempt."""
    folders: list[Path] = []

    def fails(_event: object, folder: Path, *, now: object) -> Path:
        assert now
        folders.append(folder)
        raise EventDiskFull(folder)

    monkeypatch.setattr(rehearsal, "begin_rehearsal", fails)
    assert program.open_event(real)
    window = program.main
    assert window is not None
    window.rehearsal_asked.emit()
    qtbot.waitUntil(window.notice.isVisible)

    assert program.main is window
    assert not folders[0].exists()


def test_closing_the_window_deletes_the_copy_too(window: MainWindow) -> None:
    """Nothing of a rehearsal is left over."""
    copy = window.workplace.event_file.path
    window.close()

    assert not copy.parent.exists()


def test_without_an_event_an_invented_one_is_rehearsed(program: Program, qtbot: QtBot) -> None:
    """From the start page, before there is anything to practise on."""
    program.show_start()
    assert program.page is not None
    program.page.rehearse.click()
    qtbot.waitUntil(lambda: program.main is not None, timeout=60_000)
    assert program.main is not None
    title = program.main.windowTitle()
    copy = program.main.workplace.event_file.path
    program.main.leave()

    assert title.startswith("【練習】")
    qtbot.waitUntil(lambda: not copy.exists(), timeout=20_000)
    assert program.start is not None
