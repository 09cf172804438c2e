"""The expenses tab: book, attach, look, correct and settle, by the keyboard and by the buttons."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from books_evening import AFTER, write_books
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.event import Desk
from reception_app.domain.voucher import Channel, VoucherKind
from reception_app.storage import settings, vouchers
from reception_app.storage.event_file import EventFile
from reception_app.storage.journal import balance_of
from reception_app.ui.money.vouchers import tab as expenses
from reception_app.ui.money.vouchers.card import VoucherFilter
from reception_app.ui.money.vouchers.dialog import VoucherDialog
from reception_app.ui.money.vouchers.reason_dialog import ReasonDialog
from reception_app.ui.money.vouchers.tab import ExpensesTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace

JPEG = b"\xff\xd8\xff\xe0 another photo"


@pytest.fixture
def books(tmp_path: Path) -> Iterator[EventFile]:
    """The evening with its books."""
    event = write_books(tmp_path / "books.reception")
    yield event
    event.close()


@pytest.fixture
def tab(
    books: EventFile, tmp_path: Path, qapp: QApplication, qtbot: QtBot, look: Theme
) -> ExpensesTab:
    """The tab of the evening, on show."""
    assert look.choice
    workplace = Workplace(books, speak(qapp, "en"), clock=lambda: AFTER)
    workplace.work_at(Desk("B", next(iter(settings.list_operators(books)))))
    made = ExpensesTab(workplace, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1096, 640)
    made.show()
    made.refresh()
    made.acted.connect(made.refresh)
    return made


def dialog_of(tab: ExpensesTab, qtbot: QtBot, kind: VoucherKind) -> VoucherDialog:
    """The form of a voucher, on show."""
    dialog = VoucherDialog(tab, kind, tab.form(kind), tab.workplace.wording, tab._book)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def select(tab: ExpensesTab, number: int) -> None:
    """Select the voucher of this number."""
    one = next(v for v in vouchers.list_vouchers(tab.workplace.event_file) if v.number == number)
    tab.card.table.select(one.id)


def test_the_form_books_with_enter(tab: ExpensesTab, qtbot: QtBot) -> None:
    """Amount typed as people type it, the photo with it, Enter."""
    dialog = dialog_of(tab, qtbot, VoucherKind.EXPENSE)
    photo = tab.workplace.event_file.path.with_name("レシート.jpg")
    photo.write_bytes(JPEG)
    dialog.amount.setText("１，２００円")  # a key of its own has no such sign
    QTest.keyClicks(dialog.payee, "Stationer")
    dialog.add_files([photo])
    QTest.keyClick(dialog.payee, Qt.Key.Key_Return)

    booked = vouchers.list_vouchers(tab.workplace.event_file)[-1]
    assert (booked.amount.minor, booked.payee, booked.account) == (1200, "Stationer", "5100")
    assert booked.channel is Channel.SAFE
    assert len(booked.evidence) == 1
    assert not dialog.isVisible()


def test_what_is_wrong_stands_in_the_form_and_nothing_is_lost(
    tab: ExpensesTab, qtbot: QtBot
) -> None:
    """Decimals in yen, a file that is no picture, more than was advanced."""
    before = len(vouchers.list_vouchers(tab.workplace.event_file))
    dialog = dialog_of(tab, qtbot, VoucherKind.EXPENSE)
    program = tab.workplace.event_file.path.with_name("receipt.jpg")
    program.write_bytes(b"MZ a program")
    dialog.payee.setText("Stationer")
    dialog.amount.setText("1.5")
    dialog.accept()
    assert "decimals" in dialog.trouble.text()
    dialog.amount.setText("99999")
    dialog.channels.choose(Channel.ADVANCE)
    dialog.organizer.setCurrentText("高橋 次郎")
    dialog.accept()
    assert "¥10,000" in dialog.trouble.text()
    dialog.channels.choose(Channel.SAFE)
    dialog.add_files([program])
    dialog.accept()

    assert "neither a picture nor a PDF" in dialog.trouble.text()
    assert dialog.isVisible()
    assert dialog.payee.text() == "Stationer"
    assert len(vouchers.list_vouchers(tab.workplace.event_file)) == before


def test_the_form_asks_only_for_what_is_needed(tab: ExpensesTab, qtbot: QtBot) -> None:
    """An organizer when one paid, a prepayment when it is used up; boxes that are open."""
    dialog = dialog_of(tab, qtbot, VoucherKind.EXPENSE)
    assert not dialog.organizer.isVisible()
    dialog.channels.choose(Channel.ORGANIZER)
    assert dialog.organizer.isVisible()
    dialog.channels.choose(Channel.PREPAID)
    assert dialog.settles.isVisible()
    assert not dialog.organizer.isVisible()
    assert [chip.caption for chip in dialog.channels.chips if "box" in chip.caption] == [
        "Cash box B"
    ]


def test_an_organizer_is_repaid_with_two_presses(
    tab: ExpensesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button beside the debt fills the form in; Enter books it."""

    def enter(dialog: VoucherDialog) -> bool:
        dialog.accept()
        return dialog.result() == VoucherDialog.DialogCode.Accepted

    monkeypatch.setattr(VoucherDialog, "taken", enter)
    words: list[str] = []
    tab.acted.connect(words.append)
    repay = tab.open_items.buttons[0]
    assert "Repay" in repay.caption
    repay.click()

    last = vouchers.list_vouchers(tab.workplace.event_file)[-1]
    assert (last.kind, last.amount.minor) == (VoucherKind.REPAYMENT, 3300)
    assert words == ["Booked as no. 10."]
    assert "Repay" not in tab.open_items.buttons[0].caption


def test_those_without_receipt_are_found_and_explained(
    tab: ExpensesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The filter shows what is missing; a reason takes one of them off."""
    tab.card.filters.choose(VoucherFilter.LACKING)
    assert [row.cells[0].text for row in tab.card.table.rows.rows] == ["5", "4", "2"]
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_, **__: "lost")
    select(tab, 5)
    tab.card.explain.click()

    assert [row.cells[0].text for row in tab.card.table.rows.rows] == ["4", "2"]


def test_a_receipt_is_opened_from_a_private_copy(
    tab: ExpensesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter on the row opens the photo under our name, never the one it came with."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    select(tab, 6)
    tab.card.table.activated.emit(tab.card.table.currentIndex())

    [path] = opened
    assert path.endswith(".jpg")
    assert "レシート" not in path
    assert Path(path).read_bytes() == b"\xff\xd8\xff\xe0 a photo"


def test_taking_back_needs_a_reason(tab: ExpensesTab, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing happens without one; with one the row says so, and cannot be taken back again."""
    answers = iter([None, "twice"])
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_, **__: next(answers))
    select(tab, 4)
    tab.card.correct.click()
    assert not vouchers.list_vouchers(tab.workplace.event_file)[3].reversed
    tab.card.correct.click()
    assert vouchers.list_vouchers(tab.workplace.event_file)[3].reversed
    assert not tab.card.correct.isEnabled()


def test_the_question_why_waits_for_words(qtbot: QtBot, tab: ExpensesTab) -> None:
    """Enter does nothing while the reason is empty."""
    dialog = ReasonDialog(tab, "Why", "Do it")
    qtbot.addWidget(dialog)
    assert not dialog.deed.isEnabled()
    dialog.reason.setText(" a reason ")
    assert dialog.deed.isEnabled()


def test_refusals_are_told(tab: ExpensesTab, tmp_path: Path) -> None:
    """A file dropped on a row that is no picture is refused in the page's words."""
    refused: list[object] = []
    tab.refused.connect(refused.append)
    program = tmp_path / "x.png"
    program.write_bytes(b"MZ")
    select(tab, 4)
    assert tab.card.selected is not None
    tab.card.files_dropped.emit(tab.card.selected, [str(program)])

    assert [type(error).__name__ for error in refused] == ["EvidenceNotPicture"]


def test_money_under_way_is_confirmed_from_the_menu(
    tab: ExpensesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sum is named before anything is booked."""
    asked: list[str] = []

    def yes(_window: object, _title: str, text: str, **_: str) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(expenses, "ask", yes)
    tab.card.other.menu().actions()[-1].trigger()

    assert "¥-9,000" in asked[0] or "-¥9,000" in asked[0]
    assert balance_of(tab.workplace.event_file, "1150") == 0
