"""A cash box is counted blind, by keyboard alone, and closed with its difference explained."""

import pytest
from evening import Evening
from notation import at, yen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.drawer import parse_count
from reception_app.storage import drawers, journal, settings
from reception_app.ui.cash_box.carry_dialog import CarryDialog
from reception_app.ui.cash_box.change_dialog import ChangeDialog
from reception_app.ui.cash_box.dialog import CashBoxDialog
from reception_app.ui.cash_box.result_page import CashGoes
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
    dialog = CarryDialog(workplace, evening.desk, window, to_safe=True)
    dialog.show()
    dialog.amount.setText("１０，０００円")
    QTest.keyClick(dialog.amount, Qt.Key.Key_Return)

    assert dialog.carried == yen(10000)
    assert journal.balance_of(workplace.event_file, "1000-A") == 18000


@pytest.mark.parametrize("typed", ["28001", "0", "-5", "1.5", "", "たくさん"])
def test_impossible_drop_says_so_without_the_expected(
    workplace: Workplace, evening: Evening, window: QWidget, typed: str
) -> None:
    """What cannot be dropped is refused in words that do not give away what should be there."""
    dialog = CarryDialog(workplace, evening.desk, window, to_safe=True)
    dialog.show()
    dialog.amount.setText(typed)
    dialog.deed.click()

    assert dialog.carried is None
    assert dialog.trouble.isVisible()
    assert EXPECTED not in dialog.trouble.text()
    assert journal.balance_of(workplace.event_file, "1000-A") == 28000


@pytest.mark.parametrize("typed", ["0", "-5", "1.5", "", "たくさん"])
def test_impossible_top_up_says_so(
    workplace: Workplace, evening: Evening, window: QWidget, typed: str
) -> None:
    """What cannot be fetched from the safe is refused, and nothing moves."""
    dialog = CarryDialog(workplace, evening.desk, window, to_safe=False)
    dialog.show()
    dialog.amount.setText(typed)
    dialog.deed.click()

    assert dialog.carried is None
    assert dialog.trouble.isVisible()
    assert journal.balance_of(workplace.event_file, "1000-A") == 28000


def test_top_up_is_recorded(workplace: Workplace, evening: Evening, window: QWidget) -> None:
    """Change fetched from the safe is in the box."""
    dialog = CarryDialog(workplace, evening.desk, window, to_safe=False)
    dialog.show()
    QTest.keyClicks(dialog.amount, "5000")
    QTest.keyClick(dialog.amount, Qt.Key.Key_Return)

    assert dialog.carried == yen(5000)
    assert journal.balance_of(workplace.event_file, "1000-A") == 33000


def let_two_count(dialog: CashBoxDialog, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    """Two people count, one after the other."""
    dialog.count_page.two.click()
    dialog.count_page.second.setEditText("高橋")
    dialog.count_page.fields.begin()
    type_count(dialog, *first)
    press_enter(dialog)
    type_count(dialog, *second)
    press_enter(dialog)


RIGHT = ("2", "1", "", "3", "", "", "", "", "", "")


def test_second_count_is_as_blind_as_the_first(dialog: CashBoxDialog) -> None:
    """Whoever counts second sees empty fields, and neither the first count nor the expected."""
    dialog.count_page.two.click()
    dialog.count_page.second.setEditText("高橋")
    dialog.count_page.fields.begin()
    type_count(dialog, *RIGHT)
    press_enter(dialog)

    assert dialog.result_page is None
    assert dialog.count_page.fields.is_untouched
    assert not [text for text in texts(dialog) if EXPECTED in text]


def test_two_counts_that_agree_show_the_expected(
    dialog: CashBoxDialog, workplace: Workplace
) -> None:
    """Both are on record with their names, and only then the figures are compared."""
    let_two_count(dialog, RIGHT, RIGHT)

    assert dialog.result_page is not None
    shift = drawers.find_open_shift(workplace.event_file, "A")
    assert shift is not None
    counts = drawers.list_counts(workplace.event_file, shift.id)
    names = settings.list_operators(workplace.event_file)
    assert [names[count.operator] for count in counts] == ["鈴木", "高橋"]


def test_two_counts_that_differ_show_only_where(dialog: CashBoxDialog) -> None:
    """The denominations are named, what should be there is not; both count again."""
    let_two_count(dialog, RIGHT, ("2", "1", "", "2", "2", "", "", "", "", ""))

    assert dialog.result_page is None
    assert "¥1,000: 3 / 2 · ¥500: 0 / 2" in dialog.count_page.hint.text()
    assert not [text for text in texts(dialog) if EXPECTED in text]
    assert dialog.count_page.fields.is_untouched


def test_second_counter_needs_a_name(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """Without a second name nothing is counted yet."""
    dialog.count_page.two.click()
    dialog.count_page.fields.begin()
    type_count(dialog, *RIGHT)
    press_enter(dialog)

    assert dialog.count_page.hint.isVisible()
    shift = drawers.find_open_shift(workplace.event_file, "A")
    assert shift is not None
    assert shift.counted is None


def test_box_is_handed_over_by_keyboard_alone(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """Digits, Enter, the name, Enter: the next operator goes on with what was counted."""
    dialog._goes = CashGoes.HANDED_OVER
    type_count(dialog, *RIGHT)
    press_enter(dialog)
    QTest.keyClicks(dialog.focusWidget(), "Sato")
    press_enter(dialog)

    shift = drawers.find_open_shift(workplace.event_file, "A")
    assert shift is not None
    assert settings.list_operators(workplace.event_file)[shift.operator] == "Sato"
    assert dialog.closed is not None
    assert (shift.follows, shift.opening) == (dialog.closed.id, yen(28000))


def test_hand_over_without_a_name_is_refused(dialog: CashBoxDialog) -> None:
    """Nobody takes a box over without saying who they are."""
    dialog._goes = CashGoes.HANDED_OVER
    type_count(dialog, *RIGHT)
    press_enter(dialog)
    press_enter(dialog)

    assert dialog.result_page is not None
    assert dialog.result_page.trouble.isVisible()
    assert dialog.closed is None


def test_cash_may_stay_in_the_box(dialog: CashBoxDialog, workplace: Workplace) -> None:
    """The shift is closed, and the next one takes its cash over."""
    type_count(dialog, *RIGHT)
    press_enter(dialog)
    assert dialog.result_page is not None
    dialog.result_page.choose(CashGoes.STAYS)
    dialog.result_page.close_box.click()

    left = drawers.find_left_cash(workplace.event_file, "A")
    assert left is not None
    assert left.counted == yen(28000)


def test_difference_says_where_to_look(dialog: CashBoxDialog) -> None:
    """8,000 short: the one payment recorded as cash is named."""
    type_count(dialog, "2", "", "", "", "", "", "", "", "", "")
    press_enter(dialog)

    assert [text for text in texts(dialog) if "佐藤 花子" in text and "¥8,000" in text]


def test_change_to_bring(workplace: Workplace, evening: Evening, window: QWidget) -> None:
    """The plan follows the share of cash and the walk-ins that are expected."""
    evening.guest("鈴木 一郎")
    dialog = ChangeDialog(workplace, window)
    dialog.show()
    assert dialog.total.text() == "¥10,000 in all"

    dialog.walk_ins.setValue(9)
    assert dialog.total.text() == "¥20,000 in all"
    dialog.share.setValue(0)
    assert dialog.total.text() == "¥0 in all"
