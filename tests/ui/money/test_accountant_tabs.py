"""Budget, reports, journal and checks of the money page, worked as an accountant does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from books_evening import AFTER, write_books
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reception_app.domain.drawer import parse_count
from reception_app.domain.event import Desk
from reception_app.services import drawers, sealing
from reception_app.services.reports.catalogue import ReportKind
from reception_app.storage import settings
from reception_app.storage.budget import list_budget, sum_opening
from reception_app.storage.event_file import EventFile
from reception_app.ui.money.budget_dialogs import LineDialog, NewLineDialog, OpeningDialog
from reception_app.ui.money.budget_tab import BudgetTab
from reception_app.ui.money.check_rows_dialog import CheckRowsDialog
from reception_app.ui.money.checks_tab import ChecksTab
from reception_app.ui.money.journal_tab import JournalTab
from reception_app.ui.money.reports_tab import REPORTS, ReportsTab
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.money.vouchers.reason_dialog import ReasonDialog
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace


@pytest.fixture
def books(tmp_path: Path) -> Iterator[EventFile]:
    """The evening with its books."""
    event = write_books(tmp_path / "books.reception")
    yield event
    event.close()


@pytest.fixture
def workplace(books: EventFile, qapp: QApplication, look: Theme) -> Workplace:
    """Box B of the evening."""
    assert look.choice
    place = Workplace(books, speak(qapp, "en"), clock=lambda: AFTER)
    place.work_at(Desk("B", next(iter(settings.list_operators(books)))))
    return place


def shown(tab: MoneyTab, qtbot: QtBot) -> None:
    """Show a tab as the page does."""
    qtbot.addWidget(tab)
    tab.resize(1096, 640)
    tab.acted.connect(tab.refresh)
    tab.show()
    tab.refresh()


@pytest.fixture
def budget(workplace: Workplace, tmp_path: Path, qtbot: QtBot) -> BudgetTab:
    """The budget tab, on show."""
    tab = BudgetTab(workplace, Preferences(tmp_path / "window.ini"))
    shown(tab, qtbot)
    return tab


def cells(tab: BudgetTab) -> dict[str, tuple[str, ...]]:
    """The rows of the budget by their key."""
    return {row.key: tuple(c.text for c in row.cells[1:4]) for row in tab.table.rows.rows}


def test_the_budget_stands_beside_what_was(budget: BudgetTab) -> None:
    """Lines, sums and the result; what was carried forward stands above."""
    rows = cells(budget)

    assert rows["4100"] == ("70,000", "60,000", "-10,000")
    assert rows["5500"] == ("–", "4,400", "")
    assert rows["result"] == ("27,000", "18,400", "-8,600")
    assert "¥420,000" in budget.opening_words.text()
    assert [series.name for series in budget.plot.series] == ["Actual", "Budget"]


def test_a_line_is_planned_with_enter(budget: BudgetTab, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong stands in the form; what is right is saved."""

    def fill(dialog: FormDialog) -> bool:
        assert isinstance(dialog, LineDialog)
        dialog.amount.setText("12.5")
        dialog.accept()
        assert "decimals" in dialog.trouble.text()
        dialog.amount.setText("4,500円")
        dialog.accept()
        return dialog.result() == FormDialog.DialogCode.Accepted

    monkeypatch.setattr(FormDialog, "taken", fill)
    budget.table.select("5500")
    budget.plan.click()

    assert cells(budget)["5500"] == ("4,500", "4,400", "-100")


def test_a_line_opens_the_rows_behind_it(
    budget: BudgetTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Expenses by their vouchers, fees by the payments of guests, who are one key away."""
    said: list[list[str]] = []

    def look(dialog: FormDialog) -> bool:
        assert isinstance(dialog, CheckRowsDialog)
        said.append([row.cells[0].text for row in dialog.table.rows.rows])
        return dialog.guest is not None

    monkeypatch.setattr(FormDialog, "taken", look)
    guests: list[str] = []
    budget.guest_asked.connect(guests.append)
    for account in ("5100", "4100"):
        budget.table.select(account)
        budget.rows.click()

    assert [line.split()[-1] for line in said[0]] == ["ホテル横浜", "ホテル横浜"]
    assert any("佐藤 花子" in line for line in said[1])
    assert len(guests) == 1


def test_a_line_of_its_own_is_added(budget: BudgetTab, monkeypatch: pytest.MonkeyPatch) -> None:
    """会場費 below 会場・飲食; expenses can be booked to it."""

    def fill(dialog: FormDialog) -> bool:
        assert isinstance(dialog, NewLineDialog)
        assert not dialog.deed.isEnabled()
        dialog.name.setText("会場費")
        dialog.amount.setText("30000")
        dialog.accept()
        return True

    monkeypatch.setattr(FormDialog, "taken", fill)
    budget.add.click()
    [line] = [one for one in list_budget(budget.workplace.event_file) if one.name]

    assert line.account.startswith("5100-")
    assert cells(budget)[line.account] == ("30,000", "0", "-30,000")


def test_the_opening_balance_is_taken_back_and_typed_anew(
    budget: BudgetTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first press takes back, with a reason; the second asks."""

    def fill(dialog: FormDialog) -> bool:
        assert isinstance(dialog, OpeningDialog)
        dialog.accept()
        assert "no balance" in dialog.trouble.text()
        dialog.fields["1050"].setText("５０，０００")
        dialog.accept()
        return dialog.result() == FormDialog.DialogCode.Accepted

    monkeypatch.setattr(ReasonDialog, "ask", lambda *_, **__: "a slip")
    budget.opening.click()
    assert not any(sum_opening(budget.workplace.event_file).values())
    monkeypatch.setattr(FormDialog, "taken", fill)
    budget.opening.click()

    assert sum_opening(budget.workplace.event_file)["1050"] == 50_000


@pytest.fixture
def reports(workplace: Workplace, tmp_path: Path, qtbot: QtBot) -> ReportsTab:
    """The reports tab with the settlement report on show."""
    tab = ReportsTab(workplace, Preferences(tmp_path / "window.ini"))
    shown(tab, qtbot)
    qtbot.waitUntil(lambda: tab.sheet.has_picture, timeout=10_000)
    return tab


def test_the_chosen_report_is_shown_as_paper(reports: ReportsTab, qtbot: QtBot) -> None:
    """The settlement report first; the arrows choose another, pages are turned."""
    assert tuple(kind.value for kind in ReportKind) == REPORTS
    assert reports.page_words.text() == "Page 1 of 2"
    reports.later.click()
    assert reports.page_words.text() == "Page 2 of 2"
    assert not reports.later.isEnabled()
    QTest.keyClick(reports.list, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: reports.page_words.text() == "Page 1 of 1", timeout=10_000)
    assert reports.chosen == "budget"


def test_a_report_is_saved_as_pdf_and_csv(
    reports: ReportsTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the person says, in the language on show."""
    for suffix, button in ((".pdf", reports.save_pdf), (".csv", reports.save_csv)):
        path = tmp_path / f"report{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, p=path: (str(p), ""))
        with qtbot.waitSignal(reports.written, timeout=10_000) as told:
            button.click()
        assert told.args == [path]

    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert "収支報告書" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_sealing_needs_closed_boxes_and_breaking_a_reason(
    reports: ReportsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused while box B is open; then final; then open again as version 2."""
    refused: list[str] = []
    reports.refused.connect(lambda error: refused.append(error.code))
    monkeypatch.setattr(FormDialog, "taken", lambda _: True)
    reports.seal.change.click()
    assert refused == ["BoxesStillOpen"]
    event, desk = reports.workplace.event_file, reports.workplace.desk
    assert desk is not None
    drawers.count_box(event, parse_count("10000x1 1000x8", "JPY"), desk=desk, now=AFTER)
    drawers.close_box(event, "", desk=desk, now=AFTER)
    reports.seal.change.click()
    assert reports.seal.state.text() == "Final, version 1"
    answers = iter([None, "a late bill"])
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_, **__: next(answers))
    reports.seal.change.click()
    assert sealing.books_state(event).seal is not None
    reports.seal.change.click()

    assert sealing.books_state(event).version == 2
    assert reports.seal.state.text() == "Draft"


def test_the_archive_is_written_beside_the_window(
    reports: ReportsTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into a folder of its own where the person says."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(reports.told, timeout=30_000):
        reports.seal.archive.click()

    assert (tmp_path / "秋の異業種交流会 books" / "settlement.pdf").exists()


def test_the_journal_is_found_by_words(workplace: Workplace, tmp_path: Path, qtbot: QtBot) -> None:
    """Every posting; an entry is found whole by its guest, account, act or reason."""
    tab = JournalTab(workplace, Preferences(tmp_path / "window.ini"))
    shown(tab, qtbot)
    assert tab.count.text() == "36 entries, 73 postings"
    tab.search.setText("カード で した")
    first = [tab.rows.index(0, column).data() for column in range(tab.rows.columnCount())]
    assert tab.count.text() == "1 entries, 2 postings"
    assert (first[2], first[7]) == ("Correction", "カードでした")
    tab.search.clear()
    tab.filters.choose(1)
    assert tab.count.text() == "2 entries, 4 postings"


def test_a_check_opens_the_rows_behind_it(
    workplace: Workplace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button beside the sentence shows what it is about."""
    tab = ChecksTab(workplace, Preferences(tmp_path / "window.ini"))
    shown(tab, qtbot)
    line = next(one for one in tab.panel.lines if one.finding.code == "evidence_complete")
    said: list[str] = []

    def look(dialog: FormDialog) -> bool:
        assert isinstance(dialog, CheckRowsDialog)
        said.extend(row.cells[0].text for row in dialog.table.rows.rows)
        dialog.accept()  # there is no guest behind an expense
        return dialog.result() == FormDialog.DialogCode.Accepted

    monkeypatch.setattr(FormDialog, "taken", look)
    assert line.show_rows.caption == "Show 3 rows"
    QTest.keyClick(line.show_rows, Qt.Key.Key_Return)

    assert len(said) == 3
    assert "ホテル横浜" in said[0]
