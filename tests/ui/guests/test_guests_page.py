"""The guests page: searching, filtering, the card, adding and changing, all by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.services import duplicates, reception
from reception_app.storage import guests, journal
from reception_app.ui.guests import guests_page
from reception_app.ui.guests.erase_dialog import EraseDialog
from reception_app.ui.guests.guest_columns import COLUMNS
from reception_app.ui.guests.guest_dialog import GuestDialog
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.guests.name_link import NameLink
from reception_app.ui.guests.quick_filter import QuickFilter
from reception_app.ui.guests.status_dialog import StatusAnswer, StatusDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English."""
    speak(qapp, "en")


@pytest.fixture
def evening(tmp_path: Path, look: Theme) -> Iterator[DoorEvening]:
    """Four guests, one of them inside."""
    assert look.choice
    made = door_evening(tmp_path)
    made.open_box()
    made.add("高崎 美咲", "たかさき みさき", "ゲスト", company="アルファ広告", table_name="3")
    made.add("髙﨑 𠮷郎", "たかさき よしろう", "登壇者", company="合同会社ヒカリ")
    made.add("Takasaki Ken", "タカサキ ケン", "学生", status=GuestStatus.WAITING)
    inside = made.add("青木 晃", "あおき あきら", "登壇者")
    reception.receive_guest(made.event, inside.id, desk=made.desk, now=made.clock())
    yield made
    made.event.close()


@pytest.fixture
def page(evening: DoorEvening, qtbot: QtBot) -> GuestsPage:
    made = GuestsPage(evening.workplace)
    qtbot.addWidget(made)
    made.show()
    return made


def names(page: GuestsPage) -> list[str]:
    """Who is shown, from the top."""
    return [page.model.row(n).guest.name for n in range(page.model.rowCount())]


def words(widget: QWidget) -> str:
    """Everything the labels inside a widget say."""
    QApplication.processEvents()  # what was just added is shown at the next turn
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def search(page: GuestsPage, qtbot: QtBot, text: str) -> None:
    """Type into the search, and wait until the list has followed."""
    page.search.setFocus()
    page.search.insert(text)  # QTest types ASCII only
    settle(page, qtbot)


def settle(page: GuestsPage, qtbot: QtBot) -> None:
    """Wait until the list and the card have followed."""
    qtbot.waitUntil(lambda: not any(t.isActive() for t in page.list.findChildren(QTimer)))


def test_everybody_is_shown_in_the_order_of_readings(page: GuestsPage) -> None:
    """The list opens as the boxes on the desk lie."""
    assert names(page) == ["青木 晃", "Takasaki Ken", "高崎 美咲", "髙﨑 𠮷郎"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("misaki", ["高崎 美咲"]),
        ("たかさき", ["Takasaki Ken", "高崎 美咲", "髙﨑 𠮷郎"]),
        ("ヒカリ", ["髙﨑 𠮷郎"]),
        ("nobody", []),
    ],
)
def test_search_finds_by_whatever_people_type(
    page: GuestsPage, qtbot: QtBot, text: str, found: list[str]
) -> None:
    """Name, reading, romaji and company are searched together."""
    search(page, qtbot, text)

    assert sorted(names(page)) == sorted(found)


def test_escape_empties_the_search(page: GuestsPage, qtbot: QtBot) -> None:
    """One key leads back to everybody."""
    search(page, qtbot, "nobody")
    assert "Nobody fits." in words(page)
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    settle(page, qtbot)

    assert len(names(page)) == 4


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (QuickFilter.ARRIVED, ["青木 晃"]),
        (QuickFilter.UNPAID, ["高崎 美咲"]),
        (QuickFilter.WAITING, ["Takasaki Ken"]),
        (QuickFilter.NOT_ARRIVED, ["高崎 美咲", "髙﨑 𠮷郎"]),
    ],
)
def test_chips_narrow_the_list(page: GuestsPage, chosen: QuickFilter, found: list[str]) -> None:
    """Each chip shows whom it names."""
    page.filters.choose(list(QuickFilter).index(chosen))

    assert names(page) == found


def test_typing_over_the_table_searches(page: GuestsPage) -> None:
    """Nobody has to reach for the field first."""
    page.table.setFocus()
    QTest.keyClicks(page.table, "m")

    assert page.search.text() == "m"


def test_enter_in_the_table_receives_the_guest(page: GuestsPage, qtbot: QtBot) -> None:
    """The same verdict as a scan, found by name."""
    search(page, qtbot, "misaki")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.receive_asked) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert asked.args == [page.model.row(0).guest.id]


def test_a_guest_inside_is_not_received_again(page: GuestsPage, qtbot: QtBot) -> None:
    """Whoever arrived offers no such button."""
    search(page, qtbot, "青木")

    assert not page.card.receive.isVisible()
    with qtbot.assertNotEmitted(page.receive_asked):
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Return)


def test_the_card_tells_who_what_is_due_and_what_happened(page: GuestsPage, qtbot: QtBot) -> None:
    """One look answers the usual questions."""
    search(page, qtbot, "misaki")
    told = words(page.card)

    assert "高崎 美咲" in told
    assert "¥10,000" in told
    assert "Fee of ¥10,000 charged" in told
    assert "Code for transfers 0" in told


def test_several_guests_can_be_picked_for_name_tags(page: GuestsPage, qtbot: QtBot) -> None:
    """The card says how many are selected and asks for their tags."""
    page.table.selectAll()
    assert "4 guests are selected" in words(page.card)
    with qtbot.waitSignal(page.tags_asked) as asked:
        page.card.tags.click()

    assert len(asked.args[0]) == 4


def test_a_guest_is_added_charged_and_shown(
    page: GuestsPage, evening: DoorEvening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the form the new guest is selected, with the fee due."""
    values = {GuestField.NAME: "小林 陽菜", GuestField.CATEGORY: _code(evening, "学生")}
    answer = (values, GuestStatus.ACCEPTED)
    monkeypatch.setattr(GuestDialog, "ask_new", lambda *_: answer)
    page.add_guest()
    row = page.selected()[0]

    assert row.guest.name == "小林 陽菜"
    assert row.balance.due == 3000


def test_a_guest_added_during_a_search_is_shown_all_the_same(
    page: GuestsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was just done is never hidden by what was searched for before."""
    search(page, qtbot, "misaki")
    answer = ({GuestField.NAME: "小林 陽菜"}, GuestStatus.ACCEPTED)
    monkeypatch.setattr(GuestDialog, "ask_new", lambda *_: answer)
    page.add_guest()

    assert page.search.text() == ""
    assert [row.guest.name for row in page.selected()] == ["小林 陽菜"]


def test_a_change_is_written_and_the_same_guest_stays_selected(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another category means its fee, and the card shows it at once."""
    search(page, qtbot, "misaki")
    values = {GuestField.CATEGORY: _code(evening, "学生"), GuestField.TABLE: "9"}
    monkeypatch.setattr(GuestDialog, "ask_change", lambda *_: values)
    page.change_guest()
    row = page.selected()[0]

    assert (row.guest.table_name, row.balance.due) == ("9", 3000)


@pytest.mark.parametrize(("agreed", "due"), [(True, 0), (False, 10000)])
def test_a_cancellation_is_asked_about_and_can_be_taken_back(
    page: GuestsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, agreed: bool, due: int
) -> None:
    """Without consent nothing changes; Undo puts status and fee back."""
    answer = StatusAnswer(GuestStatus.CANCELLED, reason="Unwell") if agreed else None
    monkeypatch.setattr(StatusDialog, "ask", lambda *_: answer)
    search(page, qtbot, "misaki")
    page.ask_status()

    assert page.selected()[0].balance.due == due
    page.undo()
    row = page.selected()[0]
    assert (row.guest.status, row.balance.due) == (GuestStatus.ACCEPTED, 10000)


def test_cancelling_somebody_inside_is_one_sentence(page: GuestsPage, qtbot: QtBot) -> None:
    """The page says what to do first, and nothing changes."""
    search(page, qtbot, "青木")
    page.deeds.set_status(page.selected()[0].guest, StatusAnswer(GuestStatus.CANCELLED))

    assert page.notice.isVisible()
    assert page.selected()[0].guest.status is GuestStatus.ACCEPTED


def test_what_is_shown_is_written_out(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Whom the list shows, in its order, goes into the file."""
    search(page, qtbot, "takasaki")
    target = tmp_path / "guests.csv"
    page.acts.export_to(target, guests.list_ids(evening.event, page.model.keys))
    qtbot.waitUntil(page.notice.isVisible, timeout=20000)
    lines = target.read_text("utf-8-sig").splitlines()

    assert page.notice.words == "3 guests written to guests.csv"
    assert len(lines) == 1 + page.model.rowCount()
    assert page.model.row(0).guest.name in lines[1]


def test_an_empty_list_offers_the_two_ways_to_fill_it(
    tmp_path: Path, look: Theme, qtbot: QtBot
) -> None:
    """A new event says what to do."""
    assert look.choice
    empty = door_evening(tmp_path)
    page = GuestsPage(empty.workplace)
    qtbot.addWidget(page)
    page.show()

    assert "Nobody is on the list yet" in words(page)
    empty.event.close()


def test_seven_hundred_guests_are_shown_and_found(
    tmp_path: Path, look: Theme, qtbot: QtBot
) -> None:
    """A full list works as a short one."""
    assert look.choice
    full = door_evening(tmp_path)
    for number in range(700):
        full.add(f"客 {number}", category="登壇者")
    page = GuestsPage(full.workplace)
    qtbot.addWidget(page)
    page.show()
    search(page, qtbot, "345")

    assert page.model.row(0).guest.number == 345
    full.event.close()


def test_the_form_needs_a_name_and_warns_of_namesakes(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Enter without a name stays; a name on the list is told before anything is added."""
    dialog = _form(page, evening)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.lines[GuestField.NAME], Qt.Key.Key_Return)
    refused = dialog.hint.text()
    dialog.lines[GuestField.NAME].setText("高崎　美咲")

    assert dialog.isVisible()
    assert refused == "The guest needs a name."
    assert "#1 アルファ広告" in dialog.hint.text()


def test_the_form_is_filled_by_keyboard(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Name, Tab, reading, Enter: done."""
    dialog = _form(page, evening)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.lines[GuestField.NAME], "William Lopez")
    QTest.keyClick(dialog.lines[GuestField.NAME], Qt.Key.Key_Tab)
    assert dialog.lines[GuestField.READING].hasFocus() or not dialog.isActiveWindow()
    QTest.keyClick(dialog.lines[GuestField.READING], Qt.Key.Key_Return)

    assert dialog.result() == GuestDialog.DialogCode.Accepted
    assert dialog.values()[GuestField.NAME] == "William Lopez"


def test_columns_keep_their_headings(page: GuestsPage) -> None:
    """The headings speak the window's language."""
    across = Qt.Orientation.Horizontal
    shown = [COLUMNS.index(column) for column in page.table.columns]
    heads = [page.model.headerData(section, across) for section in shown]

    assert heads == ["No.", "Name", "Company", "Category", "Table", "Status", "Due"]


def _form(page: GuestsPage, evening: DoorEvening) -> GuestDialog:
    from reception_app.storage import settings

    return GuestDialog(
        page,
        evening.workplace.wording,
        settings.find_fee_plan(evening.event),
        guest=None,
        namesakes=page.acts.namesakes,
    )


def _code(evening: DoorEvening, category: str) -> str:
    from reception_app.storage import settings

    return settings.find_fee_plan(evening.event).category(category).code


def test_adding_leaves_the_books_balanced(
    page: GuestsPage, evening: DoorEvening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the page does goes through entries."""
    values = {GuestField.NAME: "A", GuestField.CATEGORY: _code(evening, "ゲスト")}
    monkeypatch.setattr(GuestDialog, "ask_new", lambda *_: (values, GuestStatus.ACCEPTED))
    page.add_guest()

    assert journal.list_unbalanced(evening.event) == ()
    assert guests.count_guests(evening.event) == 5


@pytest.mark.parametrize(("copied", "asked"), [("氏名\t会社\n佐藤\tA社", True), ("misaki", False)])
def test_copied_cells_become_a_list_and_a_word_a_search(
    page: GuestsPage, qtbot: QtBot, qapp: QApplication, copied: str, *, asked: bool
) -> None:
    """Ctrl+V over the search or the table: cells of a list are no search."""
    told: list[str] = []
    page.paste_asked.connect(told.append)
    qapp.clipboard().setText(copied)
    QTest.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(20)

    assert told == ([copied] if asked else [])
    assert page.search.text() == ("" if asked else copied)


def test_a_cancellation_tells_that_somebody_who_waits_can_come(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Only where the event holds so many and no more."""
    evening.change_event(capacity="3")
    search(page, qtbot, "misaki")
    page.deeds.set_status(page.selected()[0].guest, StatusAnswer(GuestStatus.CANCELLED))

    assert page.notice.words == "高崎 美咲: Cancelled · Room for one who waits: F8"


def test_several_guests_are_linked_and_unlinked_together(
    page: GuestsPage, evening: DoorEvening
) -> None:
    """One undo takes the link back."""
    page.table.selectAll()
    chosen = [row.guest for row in page.selected()]
    page.deeds.link_persons(chosen)
    assert len(duplicates.same_person_as(evening.event, chosen[0].id)) == 3
    page.undo()
    assert duplicates.same_person_as(evening.event, chosen[0].id) == ()


def test_the_card_of_a_very_long_list_names_ties_once_the_selection_rests(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moving through the list waits for nothing."""
    monkeypatch.setattr(guests_page, "_TIES_AT_ONCE", 1)
    brought = evening.add("紹介 された", introducer="青木 晃")
    page.refresh()
    page.show_guest(brought.id)
    assert not links(page)
    qtbot.waitUntil(lambda: bool(links(page)), timeout=5000)


def links(page: GuestsPage) -> list[NameLink]:
    """The names on the card that lead to other guests."""
    QApplication.processEvents()  # what was just added is shown at the next turn
    return [link for link in page.card.findChildren(NameLink) if link.isVisible()]


def test_a_name_on_the_card_leads_to_its_guest(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """And from there to whom that one brought."""
    brought = evening.add("紹介 された", introducer="青木 晃")
    page.refresh()
    page.show_guest(brought.id)
    [link] = links(page)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.wait(1)

    assert [row.guest.name for row in page.selected()] == ["青木 晃"]
    assert "Brought one guest" in words(page.card)


def test_what_changed_is_told_with_old_and_new_words(
    page: GuestsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The latest stands on top, and undo puts the old words back."""
    search(page, qtbot, "misaki")
    monkeypatch.setattr(GuestDialog, "ask_change", lambda *_: {GuestField.TABLE: "9"})
    page.change_guest()
    assert "Table: 3 → 9" in words(page.card)
    page.undo()
    assert page.selected()[0].guest.table_name == "3"
    assert "Table: 9 → 3" in words(page.card)


def test_erasing_leaves_the_number_and_the_money(
    page: GuestsPage, evening: DoorEvening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the typed yes the row says only who it was by number."""
    monkeypatch.setattr(EraseDialog, "ask", lambda *_: True)
    search(page, qtbot, "misaki")
    guest = page.selected()[0].guest
    page.deeds.ask_erase([guest])
    [row] = [r for r in guests.list_guests(evening.event) if r.guest.id == guest.id]

    assert (row.guest.company, row.balance.due) == ("", 10000)
    assert "高崎 美咲" not in words(page)
