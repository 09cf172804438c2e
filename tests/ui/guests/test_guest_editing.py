"""Writing in the guest list: cells by keyboard, many guests at once, filters and columns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.ledger import PaymentStatus
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.guests.bulk_dialog import BulkChange, BulkDialog
from reception_app.ui.guests.column_panel import ColumnPanel
from reception_app.ui.guests.guest_columns import COLUMNS, USUAL_COLUMNS
from reception_app.ui.guests.guest_filter_panel import GuestFilterPanel
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.guests.quick_filter import QuickFilter
from reception_app.ui.parts.chip import Chip
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme, Type
from reception_app.ui.wording import speak


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    """Three guests in the order of their readings: Aoki, Ito and Sato."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.add("佐藤 花子", "さとう はなこ", "会員", labels="VIP", introducer="山田")
    made.add("伊藤 健", "いとう けん", "ゲスト", labels="VIP, press")
    made.add("青木 晃", "あおき あきら", "登壇者", status=GuestStatus.WAITING)
    yield made
    made.event.close()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What the computer remembers: nothing yet."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def page(evening: DoorEvening, preferences: Preferences, qtbot: QtBot) -> GuestsPage:
    """The page as wide as in a small window."""
    made = GuestsPage(evening.workplace, preferences)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def names(page: GuestsPage) -> list[str]:
    """Who is shown, from the top."""
    return [page.model.row(n).guest.name for n in range(page.model.rowCount())]


def code(evening: DoorEvening, category: str) -> str:
    """The code of a category."""
    return settings.find_fee_plan(evening.event).category(category).code


def go_to(page: GuestsPage, row: int, column: GuestColumn) -> None:
    """Put the current cell there."""
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, COLUMNS.index(column)))


def editor(page: GuestsPage) -> QWidget:
    """The editor that is open in a cell."""
    lines = [one for one in page.table.findChildren(QLineEdit) if one.objectName() == "cell"]
    choices = [one for one in page.table.findChildren(QComboBox) if one.objectName() == "cell"]
    [found] = [one for one in (*lines, *choices) if one.isVisible()]
    assert isinstance(found, QWidget)
    return found


def is_editing(page: GuestsPage) -> bool:
    """Whether a cell is open."""
    return page.table.state() is page.table.State.EditingState


def test_table_numbers_are_typed_down_the_column(page: GuestsPage, qtbot: QtBot) -> None:
    """F2, number, Enter, number, Enter: the next row opens by itself; Escape ends."""
    go_to(page, 0, GuestColumn.TABLE)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    for number in "12":
        QTest.keyClicks(editor(page), number)
        before = editor(page)
        QTest.keyClick(before, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda was=before: editor(page) is not was)  # type: ignore[misc]  # bound at once
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)

    assert [page.model.row(n).guest.table_name for n in range(3)] == ["1", "2", ""]
    assert not is_editing(page)


def test_tab_goes_on_to_the_next_cell_that_can_be_written(page: GuestsPage) -> None:
    """From the table back over the category to the company, and into the row above."""
    go_to(page, 1, GuestColumn.NAME)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    QTest.keyClick(editor(page), Qt.Key.Key_Tab)
    assert page.table.current_cell() == (1, COLUMNS.index(GuestColumn.COMPANY))
    QTest.keyClicks(editor(page), "Acme")
    QTest.keyClick(editor(page), Qt.Key.Key_Tab)
    assert isinstance(editor(page), QComboBox)
    QTest.keyClick(editor(page), Qt.Key.Key_Tab)
    QTest.keyClick(editor(page), Qt.Key.Key_Tab)

    assert page.model.row(1).guest.company == "Acme"
    assert page.table.current_cell() == (2, COLUMNS.index(GuestColumn.NAME))


def test_a_category_is_chosen_and_its_fee_is_told(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """¥10,000 become ¥3,000, said with an undo that puts everything back."""
    go_to(page, 1, GuestColumn.CATEGORY)
    page.table.edit_current()
    choice = editor(page)
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData(code(evening, "学生")))
    QTest.keyClick(choice, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.row(1).balance.due == 3000)
    told = page.notice.words
    if is_editing(page):
        QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    page.undo()

    assert told == "伊藤 健 owes ¥7,000 less now."
    assert page.model.row(1).balance.due == 10000


def test_escape_leaves_a_cell_as_it_was(page: GuestsPage) -> None:
    """Nothing is written."""
    go_to(page, 0, GuestColumn.COMPANY)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    QTest.keyClicks(editor(page), "Acme")
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)

    assert page.model.row(0).guest.company == ""


def test_a_name_that_was_emptied_says_why_it_stays(page: GuestsPage, qtbot: QtBot) -> None:
    """A guest needs a name."""
    go_to(page, 0, GuestColumn.NAME)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    line = editor(page)
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.notice.isVisible)

    assert page.notice.words == "The guest needs a name."
    assert page.model.row(0).guest.name == "青木 晃"


def test_a_cell_that_follows_from_acts_opens_the_name(page: GuestsPage) -> None:
    """What is due is not typed."""
    go_to(page, 0, GuestColumn.DUE)
    QTest.keyClick(page.table, Qt.Key.Key_F2)

    assert page.table.current_cell() == (0, COLUMNS.index(GuestColumn.NAME))
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)


def test_many_guests_are_changed_and_put_back(
    page: GuestsPage, evening: DoorEvening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview says how many and what it costs; one undo takes all back."""
    told: list[str] = []

    def answer(dialog: BulkDialog) -> int:
        dialog.choose(BulkChange.CATEGORY)
        dialog.choice.setCurrentIndex(dialog.choice.findData(code(evening, "学生")))
        dialog.look()
        told.append(dialog.said.text())
        dialog.deed.click()
        return dialog.result()

    monkeypatch.setattr(BulkDialog, "exec", answer)
    page.table.selectAll()
    page.card.change.click()
    changed = page.notice.words
    after = [page.model.row(n).balance.due for n in range(3)]
    page.undo()

    assert told == ["3 guests will be changed.\nTogether they will owe ¥12,000 less."]
    assert changed == "3 guests changed."
    assert after == [0, 3000, 3000]
    assert [page.model.row(n).balance.due for n in range(3)] == [0, 10000, 8000]


@pytest.mark.parametrize(
    ("change", "text", "labels"),
    [
        (BulkChange.ADD_LABELS, "二次会", ["二次会", "VIP, press, 二次会", "VIP, 二次会"]),
        (BulkChange.REMOVE_LABELS, "vip", ["", "press", ""]),
    ],
)
def test_labels_are_added_and_removed_in_bulk(
    page: GuestsPage, evening: DoorEvening, change: BulkChange, text: str, labels: list[str]
) -> None:
    """Who has no such label is not changed."""
    everybody = [page.model.row(n).guest.id for n in range(3)]
    dialog = BulkDialog(page, evening.workplace, everybody, page.list.known_texts)
    dialog.choose(change)
    dialog.line.setText(text)
    dialog.accept()
    page.refresh()

    assert [page.model.row(n).guest.labels for n in range(3)] == labels


def test_a_bulk_change_of_nobody_can_not_be_done(page: GuestsPage, evening: DoorEvening) -> None:
    """Everybody is so already."""
    dialog = BulkDialog(
        page, evening.workplace, [page.model.row(0).guest.id], page.list.known_texts
    )
    dialog.choose(BulkChange.TABLE)

    assert not dialog.deed.isEnabled()
    assert "1 guest is so already." in dialog.said.text()
    dialog.accept()
    assert dialog.done_edit is None
    dialog.reject()


def test_conditions_are_combined_shown_and_taken_away_by_one_key(page: GuestsPage) -> None:
    """Labels, payment and the chips beside the search work together."""
    page.list.ask_filter()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, GuestFilterPanel)
    panel.lists["labels"].tick("VIP")
    assert names(page) == ["伊藤 健", "佐藤 花子"]
    panel.lists["introducers"].tick("山田")
    assert names(page) == ["佐藤 花子"]
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    chips = [chip.caption for chip in page.list.bar.chips]
    QTest.keyClick(page.table, Qt.Key.Key_Escape)

    assert chips == ["Labels: VIP  ✕", "Introduced by: 山田  ✕"]
    assert len(names(page)) == 3


def test_one_condition_is_dropped_by_its_chip(page: GuestsPage) -> None:
    """The others stay."""
    unpaid = frozenset({PaymentStatus.DUE})
    page.show_filter(GuestFilter(labels=frozenset({"press"}), payments=unpaid))
    page.list.bar.chips[1].click()

    assert page.list.filter == GuestFilter(payments=unpaid)
    assert names(page) == ["伊藤 健", "佐藤 花子"]


def test_a_chip_beside_the_search_narrows_the_filter_further(page: GuestsPage) -> None:
    """Both must hold."""
    page.show_filter(GuestFilter(labels=frozenset({""})))
    page.filters.choose(list(QuickFilter).index(QuickFilter.UNPAID))

    assert names(page) == []


def test_columns_are_chosen_moved_and_remembered(
    page: GuestsPage, evening: DoorEvening, preferences: Preferences, qtbot: QtBot
) -> None:
    """The next window on this computer shows them the same way."""
    page.list.ask_columns()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, ColumnPanel)
    panel.boxes[GuestColumn.LABELS].click()
    panel.boxes[GuestColumn.TABLE].click()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(COLUMNS.index(GuestColumn.DUE)), 0)
    header.resizeSection(COLUMNS.index(GuestColumn.NAME), 170)
    again = GuestsPage(evening.workplace, preferences)
    qtbot.addWidget(again)

    assert list(again.table.columns) == [
        GuestColumn.DUE, GuestColumn.NUMBER, GuestColumn.NAME, GuestColumn.COMPANY,
        GuestColumn.CATEGORY, GuestColumn.LABELS, GuestColumn.STATUS,
    ]  # fmt: skip
    assert again.table.columns[GuestColumn.NAME] == 170


def test_columns_go_back_to_the_usual_ones(page: GuestsPage) -> None:
    """One press undoes all arranging."""
    page.list.ask_columns()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, ColumnPanel)
    panel.boxes[GuestColumn.COMPANY].click()
    panel.usual.click()

    assert page.table.columns.keys() == USUAL_COLUMNS.keys()


def test_a_heading_sorts_and_sorts_back(page: GuestsPage) -> None:
    """A click sorts, the next turns it round; the selected guest stays selected."""
    page.list.select_guest(page.model.row(2).guest.id)
    due = COLUMNS.index(GuestColumn.DUE)
    page.table.sortByColumn(due, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["伊藤 健", "佐藤 花子", "青木 晃"]
    assert [row.guest.name for row in page.selected()] == ["佐藤 花子"]
    page.table.sortByColumn(due, Qt.SortOrder.AscendingOrder)

    assert names(page) == ["青木 晃", "佐藤 花子", "伊藤 健"]


def test_what_is_written_elsewhere_is_offered_while_typing(page: GuestsPage) -> None:
    """Introducers, companies and tables that are known."""
    assert page.list.known_texts(GuestField.INTRODUCER) == ("山田",)


def test_the_card_shows_each_label(page: GuestsPage, qtbot: QtBot) -> None:
    """As chips beside category, table and status."""
    page.list.select_guest(page.model.row(1).guest.id)

    def captions() -> list[str]:
        return [chip.caption for chip in page.card.findChildren(Chip) if chip.isVisible()]

    qtbot.waitUntil(lambda: captions()[-2:] == ["VIP", "press"])


def test_the_filter_is_ticked_by_keyboard(page: GuestsPage) -> None:
    """Down, Space, Enter: the second status, and the list has the keyboard again."""
    page.list.ask_filter()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, GuestFilterPanel)
    statuses = panel.lists["statuses"].focusProxy()
    assert isinstance(statuses, QListWidget)
    QTest.keyClick(statuses, Qt.Key.Key_Down)
    QTest.keyClick(statuses, Qt.Key.Key_Space)
    QTest.keyClick(statuses, Qt.Key.Key_Return)

    assert QApplication.activePopupWidget() is None
    assert page.list.filter == GuestFilter(statuses=frozenset({GuestStatus.ACCEPTED}))
    assert names(page) == ["伊藤 健", "佐藤 花子"]


def test_a_click_on_the_words_ticks_once(page: GuestsPage) -> None:
    """Nobody has to hit the small box."""
    page.list.ask_filter()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, GuestFilterPanel)
    labels = panel.lists["labels"].focusProxy()
    assert isinstance(labels, QListWidget)
    for place in (labels.visualItemRect(labels.item(0)).center(),) * 2:
        QTest.mouseClick(
            labels.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        shown = names(page)
    panel.close()

    assert len(shown) == 3
    assert page.list.filter.is_empty


def test_a_long_preview_is_stopped_by_another_choice(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """What is chosen while it runs is what is previewed in the end."""
    everybody = [page.model.row(n).guest.id for n in range(3)]
    dialog = BulkDialog(page, evening.workplace, everybody, page.list.known_texts)
    qtbot.addWidget(dialog)
    dialog.show()
    advance = dialog.advance
    chosen: list[bool] = []

    def choose_meanwhile(done: int, total: int) -> None:
        if not chosen:
            chosen.append(True)
            dialog.choose(BulkChange.ADD_LABELS)
            dialog.line.setText("press")
        advance(done, total)

    dialog.advance = choose_meanwhile  # type: ignore[method-assign]  # somebody types meanwhile
    dialog.look()
    assert dialog.preview is None
    qtbot.waitUntil(lambda: dialog.preview is not None)

    assert dialog.said.text() == "2 guests will be changed.\n1 guest is so already."


def test_numbers_of_three_digits_are_not_cut(page: GuestsPage) -> None:
    """The width a list starts with leaves room for the number of the 700th guest."""
    beside = 24
    width = page.table.columnWidth(COLUMNS.index(GuestColumn.NUMBER))

    assert QFontMetrics(theme.font(Type.BASE)).horizontalAdvance("888") <= width - beside
