"""A cash box is counted blind, by keyboard alone, and closed with its difference explained."""

import pytest
from evening import Evening
from notation import at, yen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.drawer import parse_count
from reception_app.storage import drawers, journal
from reception_app.ui.cash_box_dialog import CashBoxDialog, DropDialog
from reception_app.ui.theme import Theme
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

EXPECTED = "28,000"
"""What is in the box of `window`: 20,000 to begin with, and one fee."""


@pytest.fixture
def workplace(evening: Evening, look: Theme) -> Workplace:
    """Desk A with its box open and one fee of 8,000 taken in cash."""
    assert look.choice
    evening.open_box(20000)
    evening.pay(evening.guest("佐藤 花子"), tendered=yen(10000))
    made = Workplace(evening.file, Wording("en"), clock=lambda: at("21:00"))
    made.work_at(evening.desk)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that asks."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(workplace: Workplace, evening: Evening, window: QWidget) -> CashBoxDialog:
    """The dialog that counts box A, as it opens."""
    made = CashBoxDialog(workplace, evening.desk, window)
    made.show()
    return made


def type_count(dialog: CashBoxDialog, *pieces: str) -> None:
    """Type the pieces from the largest denomination on, Enter between them."""
    for place, typed in enumerate(pieces):
        if place:
            press_enter(dialog)
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, typed)


def press_enter(dialog: QWidget) -> None:
    """Press Enter wherever the focus is."""
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def texts(widget: QWidget) -> list[str]:
    """Every text any widget of the dialog holds: shown, hidden, tooltip or spoken."""
    parts = [widget, *widget.findChildren(QWidget)]
    found = [
        text
        for part in parts
        for text in (
            part.toolTip(),
            part.accessibleName(),
            part.accessibleDescription(),
            part.statusTip(),
            part.whatsThis(),
            part.windowTitle(),
        )
    ]
    for part in parts:
        match part:
            case QLabel() | QPushButton():
                found.append(part.text())
            case QLineEdit():
                found += [part.text(), part.placeholderText()]
            case QComboBox():
                found += [part.itemText(n) for n in range(part.count())]
            case _:
                pass
    return found


def test_expected_is_nowhere_before_the_count(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """No widget holds the expected cash until the count is saved; then it is shown."""
    shift = drawers.find_open_shift(workplace.event_file, "A")
    assert shift is not None
    assert f"{drawers.expected_cash(workplace.event_file, shift):,}" == EXPECTED

    bare = EXPECTED.replace(",", "")
    assert not [text for text in texts(dialog) if EXPECTED in text or bare in text]

    type_count(dialog, "2", "1", "", "2", "", "", "", "", "", "")
    assert not [text for text in texts(dialog) if EXPECTED in text or bare in text]

    press_enter(dialog)
    assert f"¥{EXPECTED}" in texts(dialog)


def test_fields_start_empty(dialog: CashBoxDialog) -> None:
    """Nothing is filled in beforehand."""
    assert {field.text() for field in dialog.count_page.fields.fields.values()} == {""}


def test_closed_by_keyboard_alone(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """A box that is right is closed by digits and Enter, without a posting for a difference."""
    type_count(dialog, "2", "1", "", "3", "", "", "", "", "", "")
    press_enter(dialog)
    press_enter(dialog)

    assert dialog.closed is not None
    assert dialog.closed.counted == yen(28000)
    assert drawers.find_open_shift(workplace.event_file, "A") is None
    kinds = {posted.entry.kind for posted in journal.list_entries(workplace.event_file)}
    assert "over_short" not in kinds


def test_difference_needs_a_reason(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """A short box stays open until a reason is given; then the difference is posted."""
    type_count(dialog, "2", "1", "", "2", "1", "", "", "", "", "")
    press_enter(dialog)
    assert "-¥500" in texts(dialog)

    press_enter(dialog)
    assert dialog.closed is None
    assert dialog.result_page is not None
    assert "¥500" in dialog.result_page.trouble.text()

    dialog.result_page.reason.setEditText("お釣りの間違い")
    press_enter(dialog)
    assert dialog.closed is not None
    assert dialog.closed.reason == "お釣りの間違い"
    assert journal.balance_of(workplace.event_file, "5990") == 500


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_from_any_field(dialog: CashBoxDialog, key: Qt.Key, qtbot: QtBot) -> None:
    """Who has counted the last note there is need not go through the coins."""
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    type_count(dialog, "2", "1")
    QTest.keyClick(dialog.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)

    assert "¥25,000" in texts(dialog)


def test_down_in_the_last_field_saves_nothing(dialog: CashBoxDialog) -> None:
    """Only Enter ends the count."""
    type_count(dialog, "2", "1", "", "3", "", "", "", "", "", "")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)

    assert dialog.result_page is None


def test_empty_count_is_asked_twice(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """Saving empty fields asks first: Enter pressed too early counts nothing."""
    dialog.count_page.save.click()
    shift = drawers.find_open_shift(workplace.event_file, "A")
    assert shift is not None
    assert shift.counted is None
    assert dialog.count_page.hint.isVisible()

    dialog.count_page.save.click()
    assert dialog.result_page is not None
    assert "-¥28,000" in texts(dialog)


def test_counting_again_starts_empty(dialog: CashBoxDialog) -> None:
    """A second count is as blind as the first."""
    type_count(dialog, "2", "", "", "", "", "", "", "", "", "")
    press_enter(dialog)
    assert dialog.result_page is not None
    dialog.result_page.count_again.click()
    QTest.qWait(1)

    assert dialog.count_page.fields.is_untouched
    assert not [text for text in texts(dialog) if EXPECTED in text]


def test_leaving_keeps_the_box_open(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """Escape after the count keeps the count and leaves the box open."""
    type_count(dialog, "2", "1", "", "3", "", "", "", "", "", "")
    press_enter(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    shift = drawers.find_open_shift(workplace.event_file, "A")
    assert shift is not None
    assert shift.counted == yen(28000)
    assert dialog.closed is None


@pytest.mark.parametrize(
    ("typed", "kept"), [("１２", "12"), ("-3", "3"), ("1.5", "15"), ("九", ""), ("999999", "99999")]
)
def test_pieces_are_digits(dialog: CashBoxDialog, typed: str, kept: str) -> None:
    """A field of pieces takes digits only, full-width ones too."""
    field = dialog.count_page.fields.fields[1000]
    field.insert(typed)

    assert field.text() == kept


def test_arrows_go_up_and_down(dialog: CashBoxDialog) -> None:
    """↓ and ↑ go through the denominations."""
    fields = list(dialog.count_page.fields.fields.values())
    QTest.keyClick(fields[0], Qt.Key.Key_Down)
    assert dialog.focusWidget() is fields[1]

    QTest.keyClick(fields[1], Qt.Key.Key_Up)
    assert dialog.focusWidget() is fields[0]


def test_count_fields_tell_the_count(dialog: CashBoxDialog) -> None:
    """The count is what the fields say, by denomination."""
    fields = dialog.count_page.fields
    fields.fields[10000].setText("2")
    fields.fields[1].setText("7")

    assert fields.count == parse_count("10000x2 1x7", "JPY")


def test_drop_is_recorded(workplace: Workplace, evening: Evening, window: QWidget) -> None:
    """Cash carried to the safe leaves the box."""
    dialog = DropDialog(workplace, evening.desk, window)
    dialog.show()
    dialog.amount.setText("１０，０００円")
    QTest.keyClick(dialog.amount, Qt.Key.Key_Return)

    assert dialog.dropped == yen(10000)
    assert journal.balance_of(workplace.event_file, "1000-A") == 18000


@pytest.mark.parametrize("typed", ["28001", "0", "-5", "1.5", "", "たくさん"])
def test_impossible_drop_says_so_without_the_expected(
    workplace: Workplace, evening: Evening, window: QWidget, typed: str
) -> None:
    """What cannot be dropped is refused in words that do not give away what should be there."""
    dialog = DropDialog(workplace, evening.desk, window)
    dialog.show()
    dialog.amount.setText(typed)
    dialog.drop.click()

    assert dialog.dropped is None
    assert dialog.trouble.isVisible()
    assert EXPECTED not in dialog.trouble.text()
    assert journal.balance_of(workplace.event_file, "1000-A") == 28000
