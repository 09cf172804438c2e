"""The name tags page: whose tags, how they look, and that only saved ones count as printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from pdf_reading import codes, page_texts, pictures
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.documents.label_sheet import A4_TEN
from reception_app.services import tag_designs
from reception_app.storage import guests
from reception_app.storage.spare_badges import list_spare_badges
from reception_app.ui.parts.label import Label
from reception_app.ui.preferences import Preferences
from reception_app.ui.tags.label_picker import LabelPicker
from reception_app.ui.tags.name_tags_page import NameTagsPage
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
def page(evening: DoorEvening, qtbot: QtBot, tmp_path: Path) -> NameTagsPage:
    made = NameTagsPage(evening.workplace, preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def preferences(folder: Path) -> Preferences:
    """What a computer remembers that prints for the first time."""
    return Preferences(folder / "window.ini")


def printed(evening: DoorEvening) -> int:
    """How many guests have a printed tag."""
    return sum(row.tag_printed_at is not None for row in guests.list_guests(evening.event))


def test_the_first_sheet_is_shown_and_nothing_is_recorded(
    page: NameTagsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Looking is not printing."""
    qtbot.waitUntil(lambda: page.preview.page.has_page, timeout=20000)

    assert page.preview.place.text() == "1 / 2"
    assert printed(evening) == 0


def test_saved_tags_count_as_printed(
    page: NameTagsPage, evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """Afterwards nobody is new, and the file can be opened."""
    target = tmp_path / "tags.pdf"
    with qtbot.waitSignal(evening.workplace.changed, timeout=20000):
        page.save_to(target)
    page.whose.selection.choose(1)

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
    assert page.whose.selection.chips[3].caption == "Picked 1"


def test_what_came_out_badly_is_listed(evening: DoorEvening, qtbot: QtBot, tmp_path: Path) -> None:
    """A sign no font has is told before anything is printed."""
    odd = evening.add("名前 \U0001f600", "なまえ", "会員")
    page = NameTagsPage(evening.workplace, preferences(tmp_path))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.problems.list.toPlainText() != "", timeout=20000)

    assert f"No. {odd.number}:" in page.problems.list.toPlainText()


def test_a_half_used_sheet_begins_where_it_is_free(page: NameTagsPage) -> None:
    """A later first label can need one sheet more."""
    page.paper.labels.choose(10)

    assert "3 sheet" in page._title.findChildren(Label)[1].text()


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
    page = NameTagsPage(empty.workplace, preferences(tmp_path))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.preview.page.accessibleName() != "")

    assert page.preview.page.accessibleName() == "There is no tag to print."
    assert not page.save.isEnabled()
    empty.event.close()


def test_tags_go_to_a_printer_and_count_as_printed(
    evening: DoorEvening, qtbot: QtBot, tmp_path: Path
) -> None:
    """The system's dialog chooses the printer; here it is one that writes a PDF."""
    target = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return True

    page = NameTagsPage(evening.workplace, preferences(tmp_path), ask_printer=choose)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(evening.workplace.changed, timeout=20000):
        page.print.click()

    assert printed(evening) == 12
    assert len(codes(pictures(target, 203, pages=range(1))[0])) == 10


def test_a_dialog_left_prints_nothing(evening: DoorEvening, qtbot: QtBot, tmp_path: Path) -> None:
    """Cancel in the system's dialog is no print."""
    page = NameTagsPage(
        evening.workplace, preferences(tmp_path), ask_printer=lambda _printer, _window: False
    )
    qtbot.addWidget(page)
    page.show()
    page.print.click()

    assert printed(evening) == 0


def test_pages_are_turned_by_keys(page: NameTagsPage, qtbot: QtBot) -> None:
    """PgDown shows the second sheet, and there it ends."""
    qtbot.waitUntil(lambda: page.preview.page.has_page, timeout=20000)
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_PageDown)

    assert page.preview.place.text() == "2 / 2"
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.preview.place.text() == "1 / 2"


def test_a_name_and_enter_pick_a_tag_to_print_again(page: NameTagsPage) -> None:
    """A name, then a number: both are picked; an unknown one is said."""
    for text in ("佐藤 3", "5"):
        page.whose.again.setText(text)
        QTest.keyClick(page.whose.again, Qt.Key.Key_Return)
    assert len(page.rows) == 2

    page.whose.again.setText("nobody at all")
    QTest.keyClick(page.whose.again, Qt.Key.Key_Return)
    assert "nobody at all" in page.notice.words
    assert len(page.rows) == 2


def test_design_and_sheet_are_the_events(
    page: NameTagsPage, evening: DoorEvening, qtbot: QtBot
) -> None:
    """Chosen once, they are chosen for every window; a design of another size says so."""
    page.paper.design.setCurrentIndex(page.paper.design.findData("lanyard"))
    page.paper.design.activated.emit(page.paper.design.currentIndex())
    page.paper.sheet.setCurrentIndex(page.paper.sheet.findData("Avery 5392"))
    page.paper.sheet.activated.emit(page.paper.sheet.currentIndex())
    qtbot.waitUntil(lambda: page.preview.page.has_page, timeout=20000)

    looks = tag_designs.find_looks(evening.event)
    assert looks.design.key == "lanyard"
    assert tag_designs.find_tag_sheet(evening.event).key == "Avery 5392"
    assert page.paper.backs.isEnabled()
    page.paper.backs.setChecked(True)
    assert page.job().on_sheets().count == 4


def test_spare_tags_are_made_and_shown(page: NameTagsPage, evening: DoorEvening) -> None:
    """Blank tags are a choice of their own, and printing them prints nobody's."""
    page.tools.make_spares(7)

    assert page.rows == ()
    assert len(page.job().tags) == 7
    assert all(tag.spare for tag in page.job().tags)
    assert page.print.isEnabled()
    assert len(list_spare_badges(evening.event)) == 7


def test_a_logo_that_is_none_is_told(page: NameTagsPage, tmp_path: Path) -> None:
    """The sentence names the file."""
    bad = tmp_path / "logo.png"
    bad.write_bytes(b"no picture")
    page.tools.use_logo(bad)

    assert "logo.png" in page.notice.words


def test_table_cards_are_written(page: NameTagsPage, qtbot: QtBot, tmp_path: Path) -> None:
    """Two to a page, each name twice."""
    target = tmp_path / "cards.pdf"
    page.tools.save_table_cards(target)
    qtbot.waitUntil(lambda: "cards.pdf" in page.notice.words, timeout=20000)

    texts = page_texts(target)
    assert len(texts) == 6
    assert texts[0].count("佐藤 0") == 2
