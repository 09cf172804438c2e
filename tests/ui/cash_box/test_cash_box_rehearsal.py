"""The end of an evening rehearsed at the real window, with the keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.money import Money
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level
from reception_app.storage import journal, settings
from reception_app.storage.drawers import find_open_shift, list_shifts
from reception_app.ui.event_pages import MONEY
from reception_app.ui.main_window import MainWindow
from reception_app.ui.money.boxes_tab import BoxesTab
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.wording import Wording

Keys = Callable[[QWidget], None]


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> DoorEvening:
    """Box A is open with 20,000 yen, and somebody works there."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    return made


@pytest.fixture
def window(evening: DoorEvening, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window at its money page."""
    made = MainWindow(evening.event, Wording("en"), Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def write(text: str) -> None:
    """Type a text wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def answer(*steps: Callable[[], None]) -> None:
    """Press these keys in the dialog that is about to open, one after the other."""
    left = list(steps)

    def go_on() -> None:
        dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        if dialog is None or focus is None or not dialog.isAncestorOf(focus):
            if dialog is not None:
                dialog.activateWindow()  # without a window manager nobody else does it
            QTimer.singleShot(5, go_on)
            return
        if left:
            left.pop(0)()
        if left:
            QTimer.singleShot(5, go_on)

    QTimer.singleShot(0, go_on)


def to_the_boxes(window: MainWindow) -> BoxesTab:
    """Go to the money page and its cash boxes by their keys."""
    place = list(window.pages._makers).index(MONEY) + 1
    QTest.keyClick(window, Qt.Key(ord(str(place))), Qt.KeyboardModifier.ControlModifier)
    page = window.current_page
    assert isinstance(page, MoneyPage)
    QTest.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    tab = page.show_tab(page.current)
    assert isinstance(tab, BoxesTab)
    return tab


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the window has the keys again after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def save_count() -> None:
    """Ctrl+Enter saves a count from any field."""
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def enter() -> None:
    """Enter."""
    press(Qt.Key.Key_Return)


def test_hand_over_and_close_by_keyboard_alone(
    window: MainWindow, evening: DoorEvening, qtbot: QtBot
) -> None:
    """F7, two notes, a name: the box goes on. F6, one note short, a reason: it is closed."""
    event = evening.event
    tab = to_the_boxes(window)

    answer(lambda: write("2"), save_count, lambda: write("Sato"), enter)
    QTest.keyClick(tab, Qt.Key.Key_F7)
    shift = find_open_shift(event, "A")
    assert shift is not None
    assert settings.list_operators(event)[shift.operator] == "Sato"
    assert window.workplace.desk is not None
    assert window.workplace.desk.operator == shift.operator

    come_back(window, qtbot)
    answer(lambda: write("1"), enter, lambda: write("1"), save_count,
           lambda: write("lost"), enter)  # fmt: skip
    QTest.keyClick(tab, Qt.Key.Key_F6)
    before, after = list_shifts(event)
    assert (before.counted, before.expected) == (before.opening, before.opening)
    assert after.closed_at is not None
    assert (after.counted, after.reason) == (Money(15000, "JPY"), "lost")
    assert journal.balance_of(event, "5990") == 5000
    assert find_open_shift(event, "A") is None
    assert [one.code for one in check_accounts(event) if one.level is Level.RED] == []


def test_change_from_the_safe_and_back_by_keyboard_alone(
    window: MainWindow, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Shift+F8 fetches change, F8 carries cash off; the amounts are typed, Enter does it."""
    tab = to_the_boxes(window)
    tab.card.table.setFocus()

    answer(lambda: write("30000"), enter)
    press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert journal.balance_of(evening.event, "1000-A") == 50000
    come_back(window, qtbot)
    tab.card.table.setFocus()
    answer(lambda: write("10000"), enter)
    press(Qt.Key.Key_F8)
    assert journal.balance_of(evening.event, "1000-A") == 40000
