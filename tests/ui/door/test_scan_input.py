"""The scan line takes every scan, wherever the focus is, and leaves a person's typing alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.badge_code import badge_code_for
from reception_app.scanning.keyboard_wedge import FAST_MS, SILENCE_MS, STRAY_ENTER_MS
from reception_app.ui.door import scan_input
from reception_app.ui.door.scan_input import ScanInput

CODE = badge_code_for("1234", "0123456789012345678901234").digits
OTHER = badge_code_for("1234", "9876543210987654321098765").digits


class Taker:
    """Takes digits, `p`, Backspace and Enter, as the tender pad does."""

    def __init__(self) -> None:
        self.keys = ""

    def take(self, key: str) -> bool:
        """Note the key."""
        if key in "0123456789p\b\r":
            self.keys += key
            return True
        return False

    def give_back(self) -> None:
        """Forget the last one."""
        self.keys = self.keys[:-1]


class Page(QWidget):
    """A page with the scan line, a field, a button, and what was told."""

    def __init__(self) -> None:
        super().__init__()
        self.scan = ScanInput()
        self.field = QLineEdit()
        self.button = QPushButton("press")
        self.told: list[str] = []
        column = QVBoxLayout(self)
        for part in (self.scan, self.field, self.button):
            column.addWidget(part)
        self.scan.scanned.connect(lambda text: self.told.append(f"scanned {text}"))
        self.scan.submitted.connect(lambda text: self.told.append(f"submitted {text}"))
        self.scan.stepped.connect(lambda step: self.told.append(f"stepped {step}"))
        self.button.clicked.connect(lambda: self.told.append("pressed"))


@pytest.fixture
def page(qtbot: QtBot, look: object) -> Iterator[Page]:
    """The page, shown and active."""
    assert look
    shown = Page()
    qtbot.addWidget(shown)
    shown.resize(800, 300)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.scan.line.hasFocus)
    yield shown
    shown.close()


def press(
    key: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in the active window, for whatever has the focus."""
    QTest.keyClick(QGuiApplication.focusWindow(), key, modifier)  # type: ignore[arg-type] # takes signs too


def scan(text: str, *, enter: bool = True) -> None:
    """Type as a scanner does: without a pause, into whatever has the focus."""
    for char in text:
        press(char)
    if enter:
        press(Qt.Key.Key_Return)


def type_by_hand(text: str) -> None:
    """Type as a person does: slower than any scanner."""
    for char in text:
        press(char)
        QTest.qWait(FAST_MS + 15)


def test_scan_on_the_line(page: Page) -> None:
    """A scan is told once and leaves the line empty."""
    scan(CODE)

    assert page.told == [f"scanned {CODE}"]
    assert page.scan.line.text() == ""


@pytest.mark.parametrize("place", ["field", "button"])
def test_scan_elsewhere_reaches_the_door(page: Page, place: str) -> None:
    """A scan with the focus on a field or a button is told and neither fills nor presses it."""
    getattr(page, place).setFocus()
    scan(CODE)

    assert page.told == [f"scanned {CODE}"]
    assert page.field.text() == ""


def test_scan_under_a_dialog_reaches_the_door(page: Page, qtbot: QtBot) -> None:
    """An open dialog neither swallows a scan nor is filled by it."""
    dialog = QDialog(page)
    inside = QLineEdit(dialog)
    qtbot.addWidget(dialog)
    dialog.open()
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)
    scan(CODE)

    assert page.told == [f"scanned {CODE}"]
    assert inside.text() == ""
    assert dialog.isVisible()


def test_twenty_scans_in_a_row_are_all_told(page: Page) -> None:
    """However fast scans follow each other, none is lost or joined with the next."""
    for number in range(20):
        scan(CODE if number % 2 else OTHER, enter=number % 3 == 0)

    assert len(page.told) == 20
    assert set(page.told) == {f"scanned {CODE}", f"scanned {OTHER}"}


def test_half_code_is_told_after_silence(page: Page, qtbot: QtBot) -> None:
    """Half a code without Enter is told, to be refused in words, and is not left on the line."""
    with qtbot.waitSignal(page.scan.scanned, timeout=1000):
        scan(CODE[:17], enter=False)

    assert page.told == [f"scanned {CODE[:17]}"]
    assert page.scan.line.text() == ""


def test_typed_name_is_searched_and_submitted(page: Page, qtbot: QtBot) -> None:
    """A name typed by hand is searched letter by letter and submitted with Enter."""
    with qtbot.waitSignals([page.scan.searched] * 4, timeout=2000):
        type_by_hand("sato")
    press(Qt.Key.Key_Return)

    assert page.told == ["submitted sato"]


def test_letters_typed_anywhere_start_a_search(page: Page, qtbot: QtBot) -> None:
    """With the focus on a button, letters go to the line; a button still hears its space bar."""
    page.button.setFocus()
    press(Qt.Key.Key_Space)
    type_by_hand("ma")

    assert page.told == ["pressed"]
    qtbot.waitUntil(lambda: page.scan.line.text() == "ma")
    assert page.scan.line.hasFocus()


def test_other_fields_keep_their_typing(page: Page, qtbot: QtBot) -> None:
    """What a person types into another field arrives there."""
    page.field.setFocus()
    type_by_hand("a1 b")

    qtbot.waitUntil(lambda: page.field.text() == "a1 b")
    assert page.scan.line.text() == ""


def test_scan_replaces_a_half_typed_name(page: Page) -> None:
    """A scan clears what was typed before it."""
    type_by_hand("sat")
    scan(CODE)

    assert page.told == [f"scanned {CODE}"]
    assert page.scan.line.text() == ""


def test_code_typed_by_hand_is_a_scan(page: Page) -> None:
    """A whole code on the line, pasted or typed slowly, is looked up as a scan at Enter."""
    page.scan.line.setText(CODE)
    press(Qt.Key.Key_Return)

    assert page.told == [f"scanned {CODE}"]


def test_keys_go_to_the_taker_first(page: Page) -> None:
    """While the line is empty, digits and Enter belong to the tender pad."""
    taker = Taker()
    page.scan.set_taker(taker)
    type_by_hand("10")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)

    assert taker.keys == "10\b\r"
    assert page.told == []


def test_scan_never_reaches_the_taker(page: Page) -> None:
    """Neither the digits nor the Enter of a scan take a fee."""
    taker = Taker()
    page.scan.set_taker(taker)
    scan(CODE)
    scan(OTHER)

    assert taker.keys == ""
    assert len(page.told) == 2


def test_late_enter_of_a_scanner_takes_no_fee(page: Page) -> None:
    """An Enter right after a scan is the scanner's; only a later one is a person's."""
    taker = Taker()
    page.scan.set_taker(taker)
    scan(CODE, enter=False)
    QTest.qWait(30)
    press(Qt.Key.Key_Return)
    assert taker.keys == ""

    QTest.qWait(STRAY_ENTER_MS + 20)
    press(Qt.Key.Key_Return)
    assert taker.keys == "\r"


def test_name_beginning_with_a_taken_letter(page: Page, qtbot: QtBot) -> None:
    """`p` chooses PayPay, but `pa…` is a name: the letter is given back to the line."""
    taker = Taker()
    page.scan.set_taker(taker)
    type_by_hand("pa")

    qtbot.waitUntil(lambda: page.scan.line.text() == "pa")
    assert taker.keys == ""


def test_escape_clears_and_returns(page: Page, qtbot: QtBot) -> None:
    """Escape always leads back to an empty line."""
    page.scan.line.setText("sato")
    page.button.setFocus()
    with qtbot.waitSignal(page.scan.escaped):
        press(Qt.Key.Key_Escape)

    assert page.scan.line.text() == ""
    assert page.scan.line.hasFocus()


def test_arrows_step_through_hits(page: Page) -> None:
    """Up and Down on the line choose among the hits."""
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)

    assert page.told == ["stepped 1", "stepped -1"]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Zenkaku_Hankaku, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_input_method_is_on_for_names_only(
    page: Page, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    """The input method is off for scans, on after the key of name typing, off after a scan."""
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not page.scan.line.testAttribute(enabled)

    press(key, modifier)
    assert page.scan.line.testAttribute(enabled)
    assert page.scan.is_name_typing

    scan(CODE)
    assert not page.scan.line.testAttribute(enabled)


def test_scan_into_an_input_method_is_taken(page: Page, qtbot: QtBot) -> None:
    """A scan that lands in unconfirmed full-width text is still told."""
    wide = CODE.translate({ord(str(n)): 0xFF10 + n for n in range(10)})
    page.scan.set_name_typing(on=True)
    with qtbot.waitSignal(page.scan.scanned, timeout=1000):
        for end in range(1, len(wide) + 1):
            QCoreApplication.sendEvent(page.scan.line, QInputMethodEvent(wide[:end], []))

    assert page.told == [f"scanned {wide}"]
    assert not page.scan.is_name_typing


def test_hidden_line_listens_no_more(page: Page) -> None:
    """On another page keys are nobody's business but that page's."""
    page.scan.hide()
    page.field.setFocus()
    scan(CODE, enter=False)

    assert page.field.text() == CODE
    assert page.told == []


def test_a_program_held_up_amid_a_scan_reads_the_whole_code(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the program stood still between two keys, it first reads those that came meanwhile."""
    clock = {"now": 1_000}
    monkeypatch.setattr(scan_input, "_now", lambda: clock["now"])
    monkeypatch.setattr(scan_input, "_pressed_at", lambda _event: 1_000)
    scan(CODE[:16], enter=False)

    clock["now"] += 5 * SILENCE_MS  # the silence is over for the timer, but nobody was silent
    page.scan._pause()
    scan(CODE[16:])

    assert page.told == [f"scanned {CODE}"]
