"""Hands at the door of a test: a scanner's bursts and a person's slower keys, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reception_app.domain.admission import Verdict
from reception_app.scanning.keyboard_wedge import FAST_MS, STRAY_ENTER_MS
from reception_app.storage import admissions
from reception_app.ui.door import scan_input
from reception_app.ui.door.door_page import DoorPage

_NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Backspace": Qt.Key.Key_Backspace,
    "F1": Qt.Key.Key_F1,
    "F2": Qt.Key.Key_F2,
    "F3": Qt.Key.Key_F3,
    "F4": Qt.Key.Key_F4,
    "F5": Qt.Key.Key_F5,
    "F6": Qt.Key.Key_F6,
    "F7": Qt.Key.Key_F7,
    "F9": Qt.Key.Key_F9,
    "F10": Qt.Key.Key_F10,
    "Tab": Qt.Key.Key_Tab,
}


class Hands:
    """Who works at the door page; `pressed` counts the keys, a scan's own apart."""

    def __init__(self, page: DoorPage) -> None:
        self.page = page
        self.pressed = 0

    def scan(self, code: str, *, enter: bool = True) -> None:
        """Type a code as a scanner does: without a pause, into whatever has the focus.

        A real keyboard's keys carry the time they were pressed at; a test's that at which they are
        handled, which on a busy machine would make them a person's. So a burst has one time.
        """
        pressed_at = scan_input._now()
        with pytest.MonkeyPatch.context() as time:
            time.setattr(scan_input, "_pressed_at", lambda _event: pressed_at)
            time.setattr(scan_input, "_now", lambda: pressed_at)
            for char in code:
                _click(char)
            if enter:
                _click(Qt.Key.Key_Return)

    def press(self, *keys: str) -> None:
        """Press keys one after another as a person does; `Enter`, `F3` and the like by name."""
        QTest.qWait(FAST_MS + 10)
        for key in keys:
            if key == "Enter":
                # Straight after a scan an Enter is the scanner's own; nobody is that fast.
                QTest.qWait(STRAY_ENTER_MS + 20)
            _click(_NAMED.get(key) or key)
            QTest.qWait(FAST_MS + 10)
            while self.page.scan._wedge.wait() is not None:
                QTest.qWait(FAST_MS)  # a busy machine has not yet told the key from a scanner's
            self.pressed += 1

    def type(self, text: str) -> None:
        """Type a text by hand."""
        self.press(*text)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on show; `None` while the door waits for the next guest."""
        return self.page.outcome.verdict if self.page.outcome else None

    def shows(self, verdict: Verdict | None) -> bool:
        """Whether this verdict is on show."""
        return self.verdict is verdict

    @property
    def answer(self) -> str:
        """All that the banner says."""
        return self.page.answer.banner.view.spoken()

    @property
    def offered(self) -> str:
        """The captions of the choices under the banner; empty when nothing is offered."""
        shown = self.page.answer.choices.isVisible()
        return (
            ", ".join(choice.caption for choice in self.page.answer.choices.choices)
            if shown
            else ""
        )

    @property
    def arrived(self) -> int:
        """How many guests are on record as arrived."""
        counts = admissions.count_by_category(self.page._event)
        return sum(count.arrived for count in counts)


def _click(key: Qt.Key | str) -> None:
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, key)  # type: ignore[arg-type] # takes signs too
