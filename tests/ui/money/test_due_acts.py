"""What is done about who owes and who paid too much, through the buttons below their table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from handwritten_evening import guest_id, write_evening
from notation import at, yen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.event import Desk
from reception_app.storage import journal, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.guests import GuestRow
from reception_app.storage.no_shows import list_no_show_runs
from reception_app.ui.money import due_acts
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.money.due_tab import DueTab
from reception_app.ui.money.guest_money_dialogs import (
    AmountDialog,
    GiftDialog,
    MoveDialog,
    RefundDialog,
    WriteOffDialog,
)
from reception_app.ui.money.no_show_dialog import Keep, NoShowDialog
from reception_app.ui.money.payment_dialog import PaymentDialog
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace


@pytest.fixture
def books(tmp_path: Path) -> Iterator[EventFile]:
    """The evening written by hand: guest 10 paid 2,000 too much, 5 owes 3,000, 6 owes 8,000."""
    event = write_evening(tmp_path / "books.reception")
    yield event
    event.close()


@pytest.fixture
def tab(books: EventFile, tmp_path: Path, qapp: QApplication, qtbot: QtBot, look: Theme) -> DueTab:
    """Due and paid, worked at box B."""
    assert look.choice
    workplace = Workplace(books, speak(qapp, "en"), clock=lambda: at("21:00"))
    operator = settings.find_operator(books, "鈴木")
    assert operator is not None
    workplace.work_at(Desk("B", operator))
    made = DueTab(workplace, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1096, 600)
    made.refresh()
    made.show()
    return made


def row_of(tab: DueTab, number: int) -> GuestRow:
    """The row of the guest of this number, selected."""
    guest = guest_id(books_of(tab), number)
    tab.card.table.select(guest)
    row = tab.card.selected
    assert row is not None
    return row


def books_of(tab: DueTab) -> EventFile:
    """The event the tab works at."""
    return tab.workplace.event_file


def due(tab: DueTab, number: int) -> int:
    """What the guest of this number owes."""
    return journal.due_of(books_of(tab), guest_id(books_of(tab), number))


def press_enter(dialog: QWidget) -> None:
    """Press Enter wherever the focus is."""
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_acts_fit_the_sum_that_is_shown(tab: DueTab) -> None:
    """Who owes can be written off, who paid too much refunded, and only a selected guest."""
    assert [b.isVisible() for b in (tab.acts.refund, tab.acts.write_off)] == [False, True]
    assert not tab.acts.write_off.isEnabled()
    row_of(tab, 6)
    assert tab.acts.write_off.isEnabled()

    tab.choose(DueFilter.OVERPAID)
    assert [b.isVisible() for b in (tab.acts.refund, tab.acts.write_off)] == [True, False]
    assert not tab.acts.refund.isEnabled()
    row_of(tab, 10)
    assert tab.acts.refund.isEnabled()


def test_refund_by_keyboard(tab: DueTab) -> None:
    """The amount stands there, the reason is typed, Enter gives it back once."""
    tab.choose(DueFilter.OVERPAID)
    dialog = RefundDialog(tab.workplace, row_of(tab, 10), tab)
    dialog.show()
    assert dialog.amount.text() == "2,000"
    dialog.channels.choose(0)
    press_enter(dialog)
    assert dialog.trouble.isVisible()

    dialog.reason.setEditText("Paid twice")
    dialog.accept()
    dialog.accept()
    assert dialog.recorded == yen(2000)
    assert due(tab, 10) == 0
    assert journal.balance_of(books_of(tab), "1000-B") == 18000 - 2000


@pytest.mark.parametrize("typed", ["2001", "0", "-1", "1.5", "", "１０億"])
def test_impossible_refund_is_refused(tab: DueTab, typed: str) -> None:
    """Never above what was paid too much, in no way of writing it."""
    tab.choose(DueFilter.OVERPAID)
    dialog = RefundDialog(tab.workplace, row_of(tab, 10), tab)
    dialog.show()
    dialog.amount.setText(typed)
    dialog.reason.setEditText("Paid twice")
    dialog.deed.click()

    assert dialog.recorded is None
    assert dialog.trouble.isVisible()
    assert due(tab, 10) == -2000


def test_move_proposes_what_fits(tab: DueTab) -> None:
    """Chosen by name; the smaller of what is there and what is due stands ready."""
    tab.choose(DueFilter.OVERPAID)
    row = row_of(tab, 10)
    dialog = MoveDialog(tab.workplace, row, tab.card.owing(), tab)
    dialog.show()
    dialog.deed.click()
    assert dialog.trouble.isVisible()

    numbers = [dialog.target.itemText(n).split()[0] for n in range(dialog.target.count())]
    dialog.target.setCurrentIndex(numbers.index("5"))
    assert dialog.amount.text() == "2,000"
    dialog.deed.click()
    assert (due(tab, 10), due(tab, 5)) == (0, 1000)


def test_gift_and_write_off(tab: DueTab) -> None:
    """Kept as a gift; written off with a reason."""
    tab.choose(DueFilter.OVERPAID)
    gift = GiftDialog(tab.workplace, row_of(tab, 10), tab)
    gift.deed.click()
    assert due(tab, 10) == 0

    tab.choose(DueFilter.DUE)
    row = row_of(tab, 6)
    dialog = WriteOffDialog(tab.workplace, row, "JPY", tab)
    dialog.deed.click()
    assert due(tab, 6) == 8000
    dialog.reason.setEditText("Cannot be reached")
    dialog.deed.click()
    assert due(tab, 6) == 0


@pytest.mark.parametrize(
    ("number", "button", "chosen", "dialog"),
    [
        (6, "write_off", DueFilter.DUE, "WriteOffDialog"),
        (10, "gift", DueFilter.OVERPAID, "GiftDialog"),
        (10, "move_to", DueFilter.OVERPAID, "MoveDialog"),
        (10, "refund", DueFilter.OVERPAID, "RefundDialog"),
    ],
)
def test_what_was_done_is_told(
    tab: DueTab,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    *,
    number: int,
    button: str,
    chosen: DueFilter,
    dialog: str,
) -> None:
    """Each button asks with its dialog, and says what was recorded and of whom."""
    tab.choose(chosen)
    row = row_of(tab, number)

    def say_yes(self: AmountDialog) -> bool:
        if isinstance(self, RefundDialog):
            self.slip.setChecked(False)
            self.channels.choose(0)
        if isinstance(self, MoveDialog):
            self.target.setCurrentIndex(0)
        self.reason.setEditText("because")
        self.accept()
        return self.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(getattr(due_acts, dialog), "taken", say_yes)
    with qtbot.waitSignal(tab.acted) as acted:
        getattr(tab.acts, button).click()

    assert row.guest.name in acted.args[0]


def test_absent_guests_are_seen_before_it_is_done(tab: DueTab) -> None:
    """The preview follows what is kept; one press does it, another takes it back."""
    dialog = NoShowDialog(tab.workplace, tab)
    dialog.show()
    assert not dialog.undo.isVisible()
    names = [dialog.table.rows.index(n, 1).data() for n in range(dialog.table.rows.rowCount())]
    assert names == ["渡辺 結衣", "田中 一郎"]

    dialog.keep.choose(Keep.PART)
    assert not dialog.deed.isEnabled()
    dialog.part.setText("３，０００")
    assert dialog.summary.text() == "2 guests · ¥6,000 kept"
    dialog.deed.click()
    assert dialog.recorded
    assert due(tab, 6) == 3000
    (run,) = list_no_show_runs(books_of(tab))
    assert run.stands

    again = NoShowDialog(tab.workplace, tab)
    again.show()
    assert not again.deed.isEnabled()
    again.undo.click()
    assert again.recorded
    assert due(tab, 6) == 8000
    assert not list_no_show_runs(books_of(tab))[0].stands


@pytest.fixture
def payment(tab: DueTab) -> PaymentDialog:
    """The question how guests 5 and 6 pay their 11,000, at box B."""
    tab.card.table.selectAll()
    rows = tab.card.chosen_rows()
    desk = tab.workplace.desk
    assert desk is not None
    made = PaymentDialog(tab.workplace, desk, [row.guest for row in rows], tab)
    made.show()
    return made


def test_one_pays_for_the_selected(payment: PaymentDialog, tab: DueTab) -> None:
    """Both fees by one payment, with change and one receipt; Enter twice takes it once."""
    payment.handed.setText("２００００")
    assert payment.change.text() == "Change ¥9,000"
    payment.accept()
    payment.accept()

    assert payment.payment is not None
    assert payment.payment.paid == yen(11_000)
    assert (due(tab, 5), due(tab, 6)) == (0, 0)


def test_two_tenders_and_a_part(payment: PaymentDialog, tab: DueTab) -> None:
    """10,000 of 11,000: 4,000 by PayPay, the rest in cash, for another payee."""
    payment.amount.setText("10,000")
    payment.second.choose(2)
    payment.second_amount.setText("4000")
    payment.payee.setText("株式会社甲")
    payment.deed.click()

    assert payment.payment is not None
    assert payment.payment.receipt.payee == "株式会社甲"
    assert due(tab, 5) + due(tab, 6) == 1_000
    assert journal.balance_of(books_of(tab), "1000-B") == 18_000 + 6_000


def test_card_gives_cash_back_when_asked_to(payment: PaymentDialog, tab: DueTab) -> None:
    """Only with the box ticked the card may be charged more than is due."""
    payment.tender.choose(2)
    assert not payment.handed.isEnabled()
    payment.cash_back.click()
    payment.handed.setText("15000")
    assert payment.change.text() == "Change ¥4,000"
    payment.deed.click()
    assert payment.payment is not None
    assert journal.balance_of(books_of(tab), "1000-B") == 18_000 - 4_000


@pytest.mark.parametrize("typed", ["10999", "1.5", "-1", "many"])
def test_payment_that_cannot_be_is_refused(payment: PaymentDialog, typed: str) -> None:
    """Too little, half a yen, less than nothing, no number: told, and nothing is taken."""
    payment.handed.setText(typed)
    payment.deed.click()

    assert payment.payment is None
    assert payment.trouble.isVisible()
