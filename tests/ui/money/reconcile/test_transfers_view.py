"""Matching in the window: one key a row, and what was shown is what is booked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bank_evening import balances, invite, statement, take_in
from evening import Evening
from notation import at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender
from reception_app.storage import statements
from reception_app.storage.journal import find_balance
from reception_app.ui.money.reconcile.booking_dialog import Booking, BookingDialog
from reception_app.ui.money.reconcile.payout_dialog import PayoutDialog
from reception_app.ui.money.reconcile.reason_dialog import ReasonDialog
from reception_app.ui.money.reconcile.split_dialog import SplitDialog
from reception_app.ui.money.reconcile.transfer_rows import RowFilter
from reception_app.ui.money.reconcile.transfers_view import TransfersView
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace

ROWS = (
    (3, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000),
    (4, "ｺﾊﾞﾔｼ ﾋﾅ", 7560),
    (5, "ﾓﾘ ﾕｳ", 4000),
    (6, "ﾅｿﾞﾉ ﾋﾄ", 5000),
    (7, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ", -440),
)
"""Sure; short by a fee; too much by 1,000; nobody's; the bank's own fee."""


@pytest.fixture
def guests(evening: Evening, tmp_path: Path) -> dict[str, Guest]:
    """The guests by surname, with the bank's rows taken in."""
    invited = invite(evening)
    take_in(evening.file, tmp_path, statement(ROWS))
    return invited


@pytest.fixture
def view(
    evening: Evening, guests: dict[str, Guest], qapp: QApplication, qtbot: QtBot, look: Theme
) -> Iterator[TransfersView]:
    """The rows of the bank, looked at by somebody with a keyboard."""
    assert look.choice
    assert guests
    workplace = Workplace(evening.file, speak(qapp, "en"), clock=lambda: at("21:00"))
    workplace.work_at(evening.desk)
    made = TransfersView(workplace)
    qtbot.addWidget(made)
    made.resize(1056, 640)
    made.refresh()
    made.show()
    refused: list[object] = []
    made.refused.connect(refused.append)
    made.table.setFocus()
    qtbot.waitUntil(lambda: made.rows.is_settled)
    yield made
    assert not refused
    made.hide()


def press(view: TransfersView, qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys as a person does: after each one its act is done."""
    for key in keys:
        QTest.keyClick(view.table, key)
        qtbot.waitUntil(lambda: not view.keys.is_waiting)


def states(view: TransfersView) -> dict[str, str]:
    """How the rows on show stand, by their texts."""
    return {row.cells[2].text: row.cells[0].text for row in view.table.rows.rows}


def selected(view: TransfersView) -> str:
    """The text of the row at hand."""
    return view.rows.standings[view.table.selected or ""].row.text


def titles(view: TransfersView) -> list[str]:
    """What can be chosen for the row at hand."""
    return [choice.title for choice in view.panel.list.choices]


def test_rows_say_how_they_stand(view: TransfersView) -> None:
    """Sure, suggested, unknown and gone out are told in words; reasons too."""
    assert states(view) == {
        "ﾔﾏﾀﾞ ﾀﾛｳ": "Sure",
        "ｺﾊﾞﾔｼ ﾋﾅ": "Maybe",
        "ﾓﾘ ﾕｳ": "Maybe",
        "ﾅｿﾞﾉ ﾋﾄ": "No idea",
        "ﾌﾘｺﾐﾃｽｳﾘﾖｳ": "Went out",
    }
    assert selected(view) == "ﾔﾏﾀﾞ ﾀﾛｳ"
    [choice] = view.panel.list.choices
    assert (choice.title, choice.amount) == ("山田 太郎", "¥8,000")
    assert choice.reasons == "reading equal, amount equal, only one"
    assert view.accept.caption == "Accept 1 sure row · ¥8,000"


def test_enter_books_what_is_shown_and_the_eye_stays(
    view: TransfersView, evening: Evening, qtbot: QtBot
) -> None:
    """Enter takes the first choice; the row below comes up to the same place."""
    place = view.table.place
    press(view, qtbot, Qt.Key.Key_Return)
    assert balances(evening.file)["1100"] == 8000
    assert view.table.place == place
    assert selected(view) == "ｺﾊﾞﾔｼ ﾋﾅ"
    assert "ﾔﾏﾀﾞ ﾀﾛｳ" not in states(view)
    assert view.rows.far.cleared == 1


def test_one_is_enter_too_and_a_known_fee_needs_no_question(
    view: TransfersView, evening: Evening, qtbot: QtBot
) -> None:
    """Short by a usual fee: the guest paid in full, the fee is booked."""
    press(view, qtbot, Qt.Key.Key_Down, Qt.Key.Key_1)
    booked = balances(evening.file)
    assert (booked["1100"], booked["5800"]) == (7560, 440)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Return, {"1100": 4000}),
        (Qt.Key.Key_G, {"1100": 4000, "4400": -1000}),
        (Qt.Key.Key_U, {"1100": 4000, "2900": -1000}),
        (Qt.Key.Key_O, {"1100": 3000}),
    ],
)
def test_too_much_is_asked_for(
    view: TransfersView, evening: Evening, qtbot: QtBot, key: Qt.Key, expected: dict[str, int]
) -> None:
    """Of an overpaid row a second key says what the rest is; Escape books nothing."""
    before = balances(evening.file)
    press(view, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert balances(evening.file) == before
    assert titles(view)[0] == "All of it is theirs: overpaid by ¥1,000"
    press(view, qtbot, Qt.Key.Key_Escape)
    assert titles(view) == ["森 優"]
    press(view, qtbot, Qt.Key.Key_Return, key)
    after = balances(evening.file)
    moved = {account: after.get(account, 0) - before.get(account, 0) for account in expected}
    assert moved == expected


def test_gift_unidentified_ignore_and_bank_fee(
    view: TransfersView, evening: Evening, qtbot: QtBot
) -> None:
    """One key each; what is set aside or taken back comes back."""
    for _ in range(3):
        press(view, qtbot, Qt.Key.Key_Down)
    assert selected(view) == "ﾅｿﾞﾉ ﾋﾄ"
    press(view, qtbot, Qt.Key.Key_I)
    assert selected(view) == "ﾌﾘｺﾐﾃｽｳﾘﾖｳ"
    press(view, qtbot, Qt.Key.Key_F)
    assert balances(evening.file)["5800"] == 440
    view.filters.choose(list(RowFilter).index(RowFilter.IGNORED))
    assert states(view) == {"ﾅｿﾞﾉ ﾋﾄ": "Ignored"}
    press(view, qtbot, Qt.Key.Key_I)
    assert states(view) == {}
    view.filters.choose(list(RowFilter).index(RowFilter.ALL))
    view.table.select_place(3)
    press(view, qtbot, Qt.Key.Key_U)
    assert states(view)["ﾅｿﾞﾉ ﾋﾄ"] == "Unidentified"
    assert balances(evening.file)["2900"] == -5000
    assert view.rows.far.unidentified.minor == 5000


def test_unidentified_money_finds_its_guest_later(
    view: TransfersView, evening: Evening, guests: dict[str, Guest], qtbot: QtBot
) -> None:
    """By hand: search, Enter, and the money moves from there to the guest."""
    view.table.select_place(3)
    press(view, qtbot, Qt.Key.Key_U)
    view.filters.choose(list(RowFilter).index(RowFilter.UNIDENTIFIED))
    view.table.select_place(0)
    press(view, qtbot, Qt.Key.Key_Slash)
    finder = view.panel.finder
    assert finder.field.hasFocus()
    finder.field.setText("小林")
    assert [hit.guest for hit in finder.hits.rows] == [guests["小林"].id]
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert titles(view)[0] == "Paid in part: ¥3,000 stay due"
    press(view, qtbot, Qt.Key.Key_Return)
    assert "2900" not in balances(evening.file)


def test_all_sure_ones_by_one_press_and_back_with_a_reason(
    view: TransfersView, evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+Enter books what is sure; Z takes it back with a reason."""
    before = balances(evening.file)
    QTest.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.rows.far.cleared == 1
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "wrong guest")
    press(view, qtbot, Qt.Key.Key_Z)
    assert view.rows.far.cleared == 0
    assert balances(evening.file) == before
    assert states(view)["ﾔﾏﾀﾞ ﾀﾛｳ"] != "Cleared"


def test_what_a_scanner_types_is_no_order(view: TransfersView, evening: Evening) -> None:
    """A badge scanned while the rows have the focus books nothing."""
    before = balances(evening.file)
    for _ in range(30):
        QTest.keyClick(view.table, Qt.Key.Key_1)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    QTest.qWait(150)
    assert balances(evening.file) == before


def test_other_account(
    view: TransfersView, evening: Evening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B books a row to an account of the chart."""
    monkeypatch.setattr(BookingDialog, "ask", lambda *_: Booking("4300", "a sponsor"))
    view.table.select_place(3)
    press(view, qtbot, Qt.Key.Key_B)
    assert balances(evening.file)["4300"] == -5000


def test_split_over_guests(
    view: TransfersView, evening: Evening, guests: dict[str, Guest], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """S opens the split; guests are added by Enter, and what is left over is said."""
    seen: list[object] = []

    def answer(dialog: SplitDialog) -> QDialog.DialogCode:
        for name in ("山田", "森"):
            dialog.finder.field.setText(name)
            QTest.keyClick(dialog.finder.field, Qt.Key.Key_Return)
        seen.append([line.amount for line in dialog.lines])
        seen.append(dialog.left.text())
        dialog.lines[0].field.setText("2,000")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SplitDialog, "exec", answer)
    view.table.select_place(3)
    press(view, qtbot, Qt.Key.Key_S)
    assert seen == [[5000, 0], "¥0 left over"]
    [row] = [r for r in statements.list_rows(evening.file) if r.row.text == "ﾅｿﾞﾉ ﾋﾄ"]
    assert (row.matched, row.guests) == (2000, (guests["山田"].id,))


def test_money_that_went_back_names_its_guest(
    evening: Evening, guests: dict[str, Guest], view: TransfersView, tmp_path: Path, qtbot: QtBot
) -> None:
    """A row that went out under a guest's name is offered as a refund; wide keys act, too."""
    view.table.select_place(0)
    press(view, qtbot, Qt.Key.Key_Return)
    more = (*ROWS, (8, "ﾔﾏﾀﾞ ﾀﾛｳ", -8000))
    take_in(evening.file, tmp_path, statement(more))
    view.refresh()
    qtbot.waitUntil(lambda: view.rows.is_settled)
    view.table.select_place(99)
    assert titles(view) == ["山田 太郎"]
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, view.table, Qt.Key.Key_1, "１", Qt.KeyboardModifier.NoModifier
    )
    qtbot.waitUntil(lambda: not view.keys.is_waiting)
    assert find_balance(evening.file, guests["山田"].id).due == 8000
    assert view.rows.far.cleared == 2


def test_a_payout_is_explained_by_hand(
    evening: Evening, guests: dict[str, Guest], view: TransfersView, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """P lists what the provider owes; what is unticked stays outstanding, the fee follows."""
    evening.open_box()
    for name in ("山田", "小林"):
        evening.pay(guests[name], tender=Tender.PAYPAY)
    text = statement([(30, "ﾅｿﾞ ﾃﾞｽ", 7842)]).replace("2026/10/30", "2026/12/01")
    take_in(evening.file, evening.file.path.parent, text)
    view.refresh()
    qtbot.waitUntil(lambda: view.rows.is_settled)
    told = []

    def answer(dialog: PayoutDialog) -> QDialog.DialogCode:
        assert [box.isChecked() for box in dialog.boxes.values()] == [True, True]
        next(iter(dialog.boxes.values())).setChecked(False)
        told.append(dialog.told.text())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PayoutDialog, "exec", answer)
    view.table.select_place(99)
    press(view, qtbot, Qt.Key.Key_P)
    assert told == ["Payments ¥8,000 · fee ¥158"]
    booked = balances(evening.file)
    assert (booked["1200"], booked["5800"]) == (8000, 158)
