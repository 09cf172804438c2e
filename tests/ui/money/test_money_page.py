"""The money page shows the sums of the books, and each sum opens the rows behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from evening import Evening
from handwritten_evening import write_evening
from notation import at, yen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.event import Desk
from reception_app.domain.journal import Tender
from reception_app.services.findings import Level
from reception_app.services.payments import new_offer, take_payment
from reception_app.storage import drawers, journal, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.payments import list_other_acts, list_payments
from reception_app.ui.money import boxes_tab
from reception_app.ui.money.boxes_card import BoxesCard
from reception_app.ui.money.boxes_tab import BoxesTab
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.money.checks_tab import ChecksTab
from reception_app.ui.money.correct_dialog import CorrectDialog
from reception_app.ui.money.due_card import DueCard
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.money.due_tab import DueTab
from reception_app.ui.money.exports import Export
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.money.payments_card import PaymentsCard
from reception_app.ui.money.payments_tab import PaymentsTab
from reception_app.ui.money.tabs import BOXES, CHECKS, DUE, PAYMENTS
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording


@pytest.fixture
def books(tmp_path: Path) -> Iterator[EventFile]:
    """The evening written by hand, every figure of which is known."""
    event = write_evening(tmp_path / "books.reception")
    yield event
    event.close()


@pytest.fixture
def page(
    books: EventFile, tmp_path: Path, qapp: QApplication, qtbot: QtBot, look: Theme
) -> MoneyPage:
    """The money page of the evening written by hand, worked at box B."""
    assert look.choice
    workplace = Workplace(books, speak(qapp, "en"), clock=lambda: at("21:00"))
    operator = settings.find_operator(books, "鈴木")
    assert operator is not None
    workplace.work_at(Desk("B", operator))
    made = MoneyPage(workplace, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1096, 720)
    made.show()
    return made


def due_card(page: MoneyPage) -> DueCard:
    """The guests of the page, on show."""
    tab = page.show_tab(DUE)
    assert isinstance(tab, DueTab)
    return tab.card


def payments_card(page: MoneyPage) -> PaymentsCard:
    """The payments of the page, on show."""
    tab = page.show_tab(PAYMENTS)
    assert isinstance(tab, PaymentsTab)
    return tab.card


def boxes_card(page: MoneyPage) -> BoxesCard:
    """The cash boxes of the page, on show."""
    tab = page.show_tab(BOXES)
    assert isinstance(tab, BoxesTab)
    return tab.card


def checks_tab(page: MoneyPage) -> ChecksTab:
    """The accounts check of the page, on show."""
    tab = page.show_tab(CHECKS)
    assert isinstance(tab, ChecksTab)
    return tab


def texts(widget: QWidget) -> list[str]:
    """What the labels inside say."""
    return [label.text() for label in widget.findChildren(QLabel)]


def column(table: RowTable, number: int) -> list[str]:
    """One column from the top."""
    model = table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_sums_are_those_of_the_books(page: MoneyPage) -> None:
    """Charged, received, unpaid and overpaid are what the evening says to the yen."""
    assert texts(page.sums.charged)[1:] == ["¥72,000", "9 guests · ¥3,000 waived"]
    assert texts(page.sums.received)[1] == "¥61,000"
    below = texts(page.sums.received)[2].replace("\N{WORD JOINER}", "").replace("\xa0", " ")
    assert "Cash ¥17,000 · PayPay ¥10,000 · Card ¥18,000 · Bank transfer ¥16,000" in below
    assert "¥1,000 refunded" in below
    assert texts(page.sums.unpaid)[1:] == ["¥11,000", "2 guests · 1 inside"]
    assert texts(page.sums.overpaid)[1:] == ["¥2,000", "1 guest"]


@pytest.mark.parametrize(
    ("figure", "chosen", "balances"),
    [
        ("unpaid", DueFilter.DUE, {"3,000", "8,000"}),
        ("overpaid", DueFilter.OVERPAID, {"2,000"}),
    ],
)
def test_sum_opens_its_guests(
    page: MoneyPage, figure: str, chosen: DueFilter, balances: set[str]
) -> None:
    """A press on a sum shows exactly the guests it is the sum of."""
    page.show_tab(BOXES)
    QTest.mouseClick(getattr(page.sums, figure), Qt.MouseButton.LeftButton)

    assert page.current == DUE
    assert due_card(page).chosen is chosen
    assert set(column(due_card(page).table, 7)) == balances


def test_charged_opens_everybody_charged(page: MoneyPage) -> None:
    """The sum charged opens nine guests; the one invited for free is not among them."""
    QTest.keyClick(page.sums.charged, Qt.Key.Key_Return)

    assert len(column(due_card(page).table, 0)) == 9


def test_received_opens_the_payments(page: MoneyPage) -> None:
    """The sum received opens every payment, the corrected one and the refund too."""
    QTest.mouseClick(page.sums.received, Qt.MouseButton.LeftButton)

    assert page.current == PAYMENTS
    event = page_event(page)
    acts = len(list_payments(event)) + len(list_other_acts(event))
    assert len(column(payments_card(page).table, 0)) == acts


def page_desk(page: MoneyPage) -> Desk:
    """Where the person at the page works."""
    desk = page._workplace.desk
    assert desk is not None
    return desk


def page_event(page: MoneyPage) -> EventFile:
    """The event file the page works at."""
    return page._workplace.event_file


def test_inside_only(page: MoneyPage) -> None:
    """The filter leaves the unpaid guest who is inside."""
    due_card(page).inside.click()

    assert column(due_card(page).table, 1) == ["小林 陽菜"]


def test_search_narrows_the_guests(page: MoneyPage) -> None:
    """Typing a name leaves those it fits, and says so when nobody does."""
    due_card(page).search.setText("小林")
    assert column(due_card(page).table, 1) == ["小林 陽菜"]

    due_card(page).search.setText("nobody at all")
    assert "Nobody fits" in texts(due_card(page))


def test_opened_row_asks_for_its_guest(page: MoneyPage, qtbot: QtBot) -> None:
    """Enter on a row asks to show that guest."""
    due_card(page).search.setText("小林")
    due_card(page).table.selectRow(0)
    with qtbot.waitSignal(page.guest_asked) as asked:
        due_card(page).table.activated.emit(due_card(page).table.model().index(0, 0))

    assert asked.args == [due_card(page).shown()[0].guest.id]


def test_payment_is_corrected_with_its_reason(
    page: MoneyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A correction takes the payment back; the sums follow, and the row stays with its reason."""
    asked = []

    def ask(row: object, currency: str, _window: QWidget) -> str:
        asked.append((row, currency))
        return "Wrong guest"

    monkeypatch.setattr(CorrectDialog, "ask", ask)
    cash = next(
        row
        for row in list_payments(page_event(page))
        if row.tender is Tender.CASH and row.box == "B" and row.corrected is None
    )
    payments_card(page).table.select(cash.entry)
    payments_card(page).correct.click()

    assert [row.entry for row, _ in asked] == [cash.entry]  # type: ignore[attr-defined] # rows of payments
    corrected = next(row for row in list_payments(page_event(page)) if row.entry == cash.entry)
    assert corrected.corrected == "Wrong guest"
    assert texts(page.sums.received)[1] == "¥52,000"
    assert page.notice.words == "Taken back. Hand back ¥9,000."
    assert not payments_card(page).correct.isEnabled()


def test_cash_of_a_closed_box_is_not_taken_back(
    page: MoneyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cash payment of a closed box is refused in one sentence, and nothing is recorded."""
    monkeypatch.setattr(CorrectDialog, "ask", lambda *_: "Wrong guest")
    cash = next(
        row
        for row in list_payments(page_event(page))
        if row.tender is Tender.CASH and row.box == "A" and row.corrected is None
    )
    before = len(journal.list_entries(page_event(page)))
    payments_card(page).table.select(cash.entry)
    payments_card(page).correct.click()

    assert page.notice.words == "Cash box A is not open. Open it with its float first."
    assert len(journal.list_entries(page_event(page))) == before


def test_correct_dialog_needs_a_reason(page: MoneyPage) -> None:
    """The deed can be done only with a reason, and says what it means."""
    row = list_payments(page_event(page))[0]
    dialog = CorrectDialog(row, "JPY", page)
    assert not dialog.correct.isEnabled()
    assert any("are due again" in text for text in texts(dialog))

    dialog.reason.setEditText("Wrong amount")
    assert dialog.correct.isEnabled()


def test_boxes_hide_what_is_not_counted(page: MoneyPage) -> None:
    """A closed box shows counted, expected and difference; an uncounted one none of them."""
    page.show_tab(BOXES)
    table = boxes_card(page).table

    assert column(table, 0) == ["A", "B"]
    assert column(table, 5) == ["22,900", "—"]
    assert column(table, 6) == ["23,000", "—"]
    assert column(table, 7) == ["-100", "—"]
    assert table.rows.rows[0].cells[1].second == "数え直しても同じ"
    shift = drawers.find_open_shift(page_event(page), "B")
    assert shift is not None
    expected = f"{drawers.expected_cash(page_event(page), shift):,}"
    cells = [cell.text for row in table.rows.rows for cell in row.cells]
    assert expected not in cells


def test_only_open_boxes_can_be_counted(page: MoneyPage) -> None:
    """The open box is selected to begin with; a closed one offers nothing to do."""
    selected = boxes_card(page).selected
    assert selected is not None
    assert selected.box == "B"
    assert boxes_card(page).count.isEnabled()

    boxes_card(page).table.selectRow(0)
    assert not boxes_card(page).count.isEnabled()
    assert not boxes_card(page).drop.isEnabled()


def test_box_of_this_desk_is_opened_once(page: MoneyPage) -> None:
    """While this desk's box is open there is none to open; once closed, there is."""
    assert not boxes_card(page).open.isEnabled()

    page._workplace.work_at(Desk("A", page_desk(page).operator))
    page.refresh()
    assert boxes_card(page).open.isEnabled()


def test_checks_stand_in_plain_words(page: MoneyPage) -> None:
    """What is to be done stands first; nothing of this evening is wrong."""
    due = page.show_tab(DUE)
    assert isinstance(due, DueTab)
    due.check()
    few = [line.finding for line in due.checks.lines]
    assert few[0].code == "box_not_counted"
    assert len(few) == 5

    due.checks.more.click()
    assert page.current == CHECKS
    checks = checks_tab(page)
    every = [line.finding for line in checks.panel.lines]
    assert not [finding for finding in every if finding.level is Level.RED]
    noted = sum(finding.level is Level.WARNING for finding in every)
    assert noted
    assert f"{noted} to note" in texts(checks.panel)


def test_file_is_checked_on_request(page: MoneyPage, qtbot: QtBot) -> None:
    """The whole file is looked at beside the window, and its findings join the others."""
    checks = checks_tab(page)
    before = len(checks.findings)
    checks.panel.check_file.click()
    qtbot.waitUntil(lambda: len(checks.findings) > before, timeout=20_000)

    assert "tables" in {finding.code for finding in checks.findings}


def test_tabs_open_by_their_keys(page: MoneyPage, qtbot: QtBot) -> None:
    """Alt and the number beside a tab's name opens it, and its table takes the keys."""
    qtbot.waitUntil(page.isActiveWindow)
    for number, chip in enumerate(page.tabs.chips, 1):
        QTest.keyClick(page, Qt.Key(ord(str(number))), Qt.KeyboardModifier.AltModifier)
        assert chip.isChecked()
        assert page.tabs.current == number - 1


def test_tabs_stand_closer_rather_than_in_two_lines(page: MoneyPage, qtbot: QtBot) -> None:
    """Where the line is a little short for the tabs, each takes less room."""

    def lines() -> int:
        return len({chip.y() for chip in page.tabs.chips})

    def length() -> int:
        return sum(chip.sizeHint().width() for chip in page.tabs.chips)

    usual = length()
    page.resize(page.width() + usual + 40 - page.tabs.width(), page.height())
    qtbot.waitUntil(lambda: lines() == 1)
    assert length() == usual

    page.resize(page.width() - 70, page.height())
    qtbot.waitUntil(lambda: lines() == 1 and length() < page.tabs.width() < usual)

    page.resize(page.width() + 70, page.height())
    qtbot.waitUntil(lambda: length() == usual)


def test_tabs_are_made_when_first_shown(page: MoneyPage) -> None:
    """Nobody waits for a tab that is not opened; one that is reads again only after an act."""
    assert set(page._made) == {DUE}

    payments = page.show_tab(PAYMENTS)
    assert set(page._made) == {DUE, PAYMENTS}
    assert page.show_tab(PAYMENTS) is payments


@pytest.mark.parametrize("export", Export)
def test_everything_is_exported(
    page: MoneyPage, tmp_path: Path, qtbot: QtBot, export: Export
) -> None:
    """Each export writes its file beside the window and says where it is."""
    target = tmp_path / f"out{export.suffix}"
    with qtbot.waitSignal(page.exports.written, timeout=30_000):
        page.exports.write(export, target)

    assert target.stat().st_size > 100
    assert page.notice.words == f"{target.name} is written."


def test_export_that_fails_says_why(page: MoneyPage, tmp_path: Path, qtbot: QtBot) -> None:
    """A place that cannot be written is told in one sentence."""
    with qtbot.waitSignal(page.exports.refused, timeout=30_000):
        page.exports.write(Export.JOURNAL, tmp_path / "nowhere" / "out.csv")

    assert "could not be written" in page.notice.words


def test_page_reads_again(page: MoneyPage) -> None:
    """After a payment elsewhere a refresh shows the new sums and rows."""
    event = page_event(page)
    debtor = next(row.guest for row in due_card(page).shown() if row.balance.due == 8000)
    desk = page._workplace.desk
    assert desk is not None
    take_payment(event, [debtor], new_offer(Tender.CASH), desk=desk, now=at("20:00"))
    page.refresh()

    assert texts(page.sums.unpaid)[1] == "¥3,000"
    assert column(due_card(page).table, 7) == ["3,000"]


def test_empty_event_says_what_to_do(
    evening: Evening, tmp_path: Path, qtbot: QtBot, look: Theme
) -> None:
    """Without guests every sum is nothing, and the tables say why they are empty."""
    assert look.choice
    made = MoneyPage(Workplace(evening.file, Wording("en")), Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)

    assert texts(made.sums.charged)[1] == "¥0"
    assert "No fees are charged yet" in texts(due_card(made))
    assert "No cash box was opened yet" in texts(boxes_card(made))


def test_counting_asks_for_the_selected_box(
    page: MoneyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Count and close is about the selected box, counted by whoever works here."""
    asked: list[Desk] = []

    class NeverClosed:
        @staticmethod
        def ask(_workplace: Workplace, desk: Desk, _window: QWidget, **_goes: object) -> None:
            asked.append(desk)

    monkeypatch.setattr(boxes_tab, "CashBoxDialog", NeverClosed)
    boxes_card(page).count.click()

    assert [desk.letter for desk in asked] == ["B"]


def test_yen_have_no_decimals(evening: Evening, tmp_path: Path, qtbot: QtBot, look: Theme) -> None:
    """An evening in yen shows no decimals anywhere."""
    assert look.choice
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"), tendered=yen(10000))
    made = MoneyPage(Workplace(evening.file, Wording("en")), Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    cells = [cell.text for row in payments_card(made).table.rows.rows for cell in row.cells]

    assert "10,000" in cells
    assert not [text for text in (*cells, *texts(made.sums.received)) if "." in text]
