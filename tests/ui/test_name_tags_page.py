"""The name tags page: whose tags, how they look, and that only saved ones count as printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.documents.label_sheet import A4_TEN
from reception_app.storage import guests
from reception_app.ui.name_tags_page import NameTagsPage
from reception_app.ui.sheet_view import LabelPicker
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    """Twelve guests."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    for number in range(12):
        made.add(f"佐藤 {number}", "さとう", "会員")
    yield made
    made.event.close()


@pytest.fixture
def page(evening: DoorEvening, qtbot: QtBot) -> NameTagsPage:
    made = NameTagsPage(evening.workplace)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def printed(evening: DoorEvening) -> int:
    """How many guests have a printed tag."""
    return sum(row.tag_printed_at is not None for row in guests.list_guests(evening.event))


def test_the_first_sheet_is_shown_and_nothing_is_recorded(
    page: NameTagsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Looking is not printing."""
    qtbot.waitUntil(lambda: page.sheet.has_picture, timeout=20000)

    assert page._sheets.text() == "1 / 2"
    assert printed(evening) == 0


def test_saved_tags_count_as_printed(
    page: NameTagsPage, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Afterwards nobody is new, and the file can be opened."""
    target = tmp_path / "tags.pdf"
    with qtbot.waitSignal(evening.workplace.changed, timeout=20000):
        page.save_to(target)
    page.selection.choose(1)

    assert target.read_bytes().startswith(b"%PDF")
    assert printed(evening) == 12
    assert page.rows == ()
    assert not page.save.isEnabled()
    assert page.open.isVisible()


def test_a_file_that_cannot_be_written_counts_for_nothing(
    page: NameTagsPage, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """The trouble is told; no tag is noted as printed."""
    page.save_to(tmp_path / "no such folder" / "tags.pdf")
    qtbot.waitUntil(page.notice.isVisible, timeout=20000)

    assert "tags.pdf" in page.notice.words
    assert printed(evening) == 0


def test_picked_guests_are_a_choice_of_their_own(page: NameTagsPage, evening: DoorEvening) -> None:
    """Only the guests picked in the list are printed."""
    wanted = guests.list_guests(evening.event)[3].guest
    page.show_selected(frozenset({wanted.id}))

    assert [row.guest.id for row in page.rows] == [wanted.id]
    assert page.selection.chips[3].caption == "Picked 1"


def test_what_came_out_badly_is_listed(evening: DoorEvening, qtbot: QtBot) -> None:
    """A sign no font has is told before anything is printed."""
    odd = evening.add("名前 \U0001f600", "なまえ", "会員")
    page = NameTagsPage(evening.workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.problems.toPlainText() != "", timeout=20000)

    assert f"No. {odd.number}:" in page.problems.toPlainText()


def test_a_half_used_sheet_begins_where_it_is_free(page: NameTagsPage) -> None:
    """A later first label can need one sheet more."""
    page.labels.choose(10)

    assert page._sheets.text() == "1 / 3"


def test_labels_are_chosen_by_click_and_arrow(qtbot: QtBot) -> None:
    """The picker never leaves the sheet."""
    picker = LabelPicker(A4_TEN)
    qtbot.addWidget(picker)
    picker.show()
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(70, 40))
    clicked = picker.first_label
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(picker, key)
    walked = picker.first_label
    for _ in range(9):
        QTest.keyClick(picker, Qt.Key.Key_Up)

    assert (clicked, walked) == (4, 4)
    assert picker.first_label == 2
    assert picker.accessibleName() == "First label: 2 of 10"


def test_without_guests_there_is_nothing_to_print(
    tmp_path: Path, look: Theme, qtbot: QtBot
) -> None:
    """The page says so instead of showing an empty sheet."""
    assert look.choice
    empty = door_evening(tmp_path)
    page = NameTagsPage(empty.workplace)
    qtbot.addWidget(page)
    page.show()

    assert page.sheet.accessibleName() == "There is no tag to print."
    assert not page.save.isEnabled()
    empty.event.close()
