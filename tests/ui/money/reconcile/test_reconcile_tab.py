"""The tab of reconciling: progress in words, the bank book opens rows, payers can be forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bank_evening import invite, match, statement, take_in
from evening import Evening
from notation import at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import Guest
from reception_app.domain.statement import StatementAccount
from reception_app.services.row_matching import Rest
from reception_app.storage import statements
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.money.reconcile.aliases_dialog import AliasesDialog
from reception_app.ui.money.reconcile.statement_dialog import StatementDialog, StatementsChanged
from reception_app.ui.money.reconcile.tab import ReconcileTab
from reception_app.ui.money.tabs import RECONCILE
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace

ROWS = ((3, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000), (4, "ﾓﾘ ﾉ ﾁﾁ", 3000), (5, "ﾅｿﾞﾉ ﾋﾄ", 5000))
PAYPAY = (
    "取引番号,取引ステータス,取引日時,取引金額,決済手数料\n"
    "1,取引完了,2026/11/14 18:03:00,8000,-158\n"
)


@pytest.fixture
def guests(evening: Evening) -> dict[str, Guest]:
    """The guests by surname."""
    return invite(evening)


@pytest.fixture
def workplace(evening: Evening, qapp: QApplication, look: Theme) -> Workplace:
    """A place to work at."""
    assert look.choice
    made = Workplace(evening.file, speak(qapp, "en"), clock=lambda: at("21:00"))
    made.work_at(evening.desk)
    return made


@pytest.fixture
def page(workplace: Workplace, tmp_path: Path, qtbot: QtBot) -> Iterator[MoneyPage]:
    """The money page that holds the tab; it is hidden before the file is closed."""
    made = MoneyPage(workplace, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1096, 720)
    made.show()
    yield made
    made.hide()


def opened(page: MoneyPage, qtbot: QtBot) -> ReconcileTab:
    """The tab, when everything was looked for."""
    tab = page.show_tab(RECONCILE)
    assert isinstance(tab, ReconcileTab)
    if tab.transfers.isVisible():
        qtbot.waitUntil(lambda: tab.transfers.rows.is_settled)
    return tab


def test_without_a_statement_it_says_what_to_do(page: MoneyPage, qtbot: QtBot) -> None:
    """An empty event invites to take a statement in."""
    tab = opened(page, qtbot)
    assert not tab.transfers.isVisible()
    assert tab.progress.isHidden()


@pytest.mark.usefixtures("guests")
def test_progress_is_told_and_other_tabs_hear_of_acts(
    page: MoneyPage, evening: Evening, tmp_path: Path, qtbot: QtBot
) -> None:
    """Cleared of all, and what is unidentified; the fee list follows."""
    take_in(evening.file, tmp_path, statement(ROWS))
    match(evening.file, "ﾅｿﾞﾉ ﾋﾄ", rest=Rest.UNIDENTIFIED)
    tab = opened(page, qtbot)
    assert tab.progress.text() == "0 of 3 cleared · ¥5,000 unidentified"
    with qtbot.waitSignal(tab.recorded):
        QTest.keyClick(tab.transfers.table, Qt.Key.Key_Return)
    assert tab.progress.text() == "1 of 3 cleared · ¥5,000 unidentified"


@pytest.mark.usefixtures("guests")
def test_the_bank_book_is_the_statement_less_what_is_not_matched(
    page: MoneyPage, evening: Evening, guests: dict[str, Guest], tmp_path: Path, qtbot: QtBot
) -> None:
    """The identity is shown, each line stands on its side, and Enter opens its row."""
    take_in(evening.file, tmp_path, statement(ROWS))
    match(evening.file, "ﾔﾏﾀﾞ ﾀﾛｳ", (guests["山田"], 8000))
    tab = opened(page, qtbot)
    tab.views.choose(2)
    assert tab.book.check.text() == (
        "✓ Statement ¥16,000 − not matched ¥8,000 − ignored ¥0 = matched in the books ¥8,000"
    )
    rows = tab.book.table.rows.rows
    assert [row.cells[1].text for row in rows] == ["Not matched", "Not matched", "Matched"]
    assert rows[-1].cells[2].second == "山田 太郎"
    tab.book.table.select_place(0)
    tab.book.table.activated.emit(tab.book.table.currentIndex())
    assert tab.transfers.isVisible()
    chosen = tab.transfers.table.selected
    assert tab.transfers.rows.standings[chosen or ""].row.text == "ﾅｿﾞﾉ ﾋﾄ"


def test_learned_payers_are_listed_and_forgotten(
    page: MoneyPage, workplace: Workplace, guests: dict[str, Guest], tmp_path: Path, qtbot: QtBot
) -> None:
    """A father who paid is remembered, and forgotten by Delete."""
    take_in(workplace.event_file, tmp_path, statement(ROWS))
    match(workplace.event_file, "ﾓﾘ ﾉ ﾁﾁ", (guests["森"], 3000))
    tab = opened(page, qtbot)
    dialog = AliasesDialog(tab, workplace)
    [row] = dialog.table.rows.rows
    assert [cell.text for cell in row.cells[:2]] == ["ﾓﾘ ﾉ ﾁﾁ", "森 優"]
    dialog.table.select_place(0)
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert dialog.is_changed
    assert not statements.list_aliases(workplace.event_file)
    QTest.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    [again] = statements.list_aliases(workplace.event_file)
    assert (again.text, again.guests) == ("ﾓﾘ ﾉ ﾁﾁ", (guests["森"].id,))
    assert dialog.undo.isHidden()


@pytest.mark.usefixtures("guests")
def test_payouts_list_what_the_provider_has_and_the_books_have_not(
    page: MoneyPage, evening: Evening, tmp_path: Path, qtbot: QtBot
) -> None:
    """A payment nobody wrote down at the door stands there in red words."""
    take_in(evening.file, tmp_path, PAYPAY, account=StatementAccount.PAYPAY)
    tab = opened(page, qtbot)
    tab.views.choose(1)
    assert tab.payouts.isVisible()
    [row] = tab.payouts.table.rows.rows
    assert row.cells[0].text == "Not in the books"
    assert tab.payouts.trouble.text() == "1 of its list is not in the books."


def test_a_statement_is_taken_in_from_here(
    page: MoneyPage, workplace: Workplace, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """After the dialog the rows are there, and how many is told."""
    tab = opened(page, qtbot)

    def answer(_cls: object, _window: object, _workplace: object) -> object:
        return StatementsChanged(take_in(workplace.event_file, tmp_path, statement(ROWS)))

    monkeypatch.setattr(StatementDialog, "ask", classmethod(answer))
    QTest.mouseClick(tab.take_in, Qt.MouseButton.LeftButton)
    assert page.notice.words == "3 rows added · 0 known already"
    assert tab.transfers.isVisible()
