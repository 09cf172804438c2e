"""The designer: mouse and keys change the design, nothing is lost, and only saving keeps it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.documents.shipped_designs import SHIPPED
from reception_app.documents.tag_design_file import read_template
from reception_app.domain.tag_design import BandElement, PictureElement, QrElement, TextElement
from reception_app.domain.tag_design_edit import Edge, Face
from reception_app.services import tag_designs
from reception_app.ui.tag_designer import designer_dialog
from reception_app.ui.tag_designer.designer_dialog import DesignerDialog
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak

QR = next(n for n, e in enumerate(SHIPPED["ten_up"].front) if isinstance(e, QrElement))
NAME = 4


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    """A few guests, one with a very long name."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    for name in ("佐藤 花子", "林", "長谷川小路 勘解由左衛門", "Nguyễn Thị Minh Khai"):
        made.add(name, "さとう", "会員")
    yield made
    made.event.close()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def designer(evening: DoorEvening, parent: QWidget) -> DesignerDialog:
    window = DesignerDialog(parent, evening.workplace, SHIPPED["ten_up"])
    window.resize(1200, 700)
    window.show()
    window.canvas.setFocus()
    return window


def middle(designer: DesignerDialog, place: int) -> QPoint:
    """Where an element is on the canvas."""
    frame = designer.work.elements[place].frame
    return designer.canvas.frame_on_screen(frame).center().toPoint()


def drag(designer: DesignerDialog, start: QPoint, by: QPoint, keys: Qt.KeyboardModifier) -> None:
    """Press, move in three steps, let go."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(designer.canvas, left, keys, start)
    for step in (1, 2, 3):
        QTest.mouseMove(designer.canvas, start + by * step / 3)
        QApplication.processEvents()
    QTest.mouseRelease(designer.canvas, left, keys, start + by)


def test_a_drag_moves_an_element_and_is_one_step(designer: DesignerDialog) -> None:
    """The code goes where the hand goes; Ctrl+Z brings it back at once."""
    before = designer.work.elements[QR].frame
    scale = designer.canvas.frame_on_screen(before).width() / before.width

    drag(designer, middle(designer, QR), QPoint(-60, -40), Qt.KeyboardModifier.AltModifier)

    after = designer.work.elements[QR].frame
    assert designer.work.selection == {QR}
    assert after.left == pytest.approx(before.left - 60 / scale, abs=0.3)
    assert after.top == pytest.approx(before.top - 40 / scale, abs=0.3)
    QTest.keyClick(designer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert designer.work.elements[QR].frame == before
    assert not designer.work.can_undo


def test_a_handle_resizes_one_side(designer: DesignerDialog) -> None:
    """The right handle moves the right edge only."""
    designer.work.select(frozenset({NAME}))
    before = designer.work.elements[NAME].frame
    area = designer.canvas.frame_on_screen(before)
    start = QPoint(round(area.right()), round(area.center().y()))

    drag(designer, start, QPoint(-90, 30), Qt.KeyboardModifier.AltModifier)

    after = designer.work.elements[NAME].frame
    assert (after.left, after.top, after.height) == (before.left, before.top, before.height)
    assert after.width < before.width - 5


def test_arrows_move_by_half_and_by_five_millimetres(designer: DesignerDialog) -> None:
    """With Shift in large steps, with Ctrl they resize."""
    designer.work.select(frozenset({QR}))
    before = designer.work.elements[QR].frame
    QTest.keyClick(designer.canvas, Qt.Key.Key_Left)
    QTest.keyClick(designer.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    moved = designer.work.elements[QR].frame
    QTest.keyClick(designer.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    sized = designer.work.elements[QR].frame

    assert (moved.left, moved.top) == pytest.approx((before.left - 0.5, before.top - 5), abs=0.011)
    assert sized.width == pytest.approx(before.width - 0.5, abs=0.011)


def test_escape_lets_go_before_it_closes(designer: DesignerDialog, qtbot: QtBot) -> None:
    """The first Escape lets go of the element, the second leaves the designer."""
    designer.activateWindow()
    designer.canvas.setFocus()
    qtbot.waitUntil(designer.canvas.hasFocus)
    designer.work.select(frozenset({QR}))
    QTest.keyClick(designer.canvas, Qt.Key.Key_Escape)
    assert designer.isVisible()
    assert not designer.work.selection
    QTest.keyClick(designer.canvas, Qt.Key.Key_Escape)
    assert not designer.isVisible()


def test_snapping_lands_on_the_middle(designer: DesignerDialog) -> None:
    """Dragged near the tag's middle, an element is exactly there."""
    work = designer.work
    frame = work.elements[QR].frame
    scale = designer.canvas.frame_on_screen(frame).width() / frame.width
    way = (work.design.width / 2 - (frame.left + frame.width / 2)) * scale + 3

    drag(designer, middle(designer, QR), QPoint(round(way), -300), Qt.KeyboardModifier.NoModifier)

    after = work.elements[QR].frame
    assert after.left + after.width / 2 == pytest.approx(work.design.width / 2, abs=0.02)


def test_elements_are_added_copied_layered_and_removed(designer: DesignerDialog) -> None:
    """Through the menu and the buttons; the list shows the topmost first."""
    work = designer.work
    count = len(work.elements)
    actions = {action.text(): action for action in designer.layers.menu().actions()}
    actions["QR code"].trigger()
    assert isinstance(work.elements[-1], QrElement)
    designer.layers.copy.click()
    assert len(work.elements) == count + 2
    assert designer.layers.list.item(0).text().startswith(f"{count + 2}  ")
    designer.layers.down.click()
    assert work.only == count
    designer.layers.remove.click()
    assert len(work.elements) == count + 1


def test_several_are_selected_and_aligned(designer: DesignerDialog) -> None:
    """Shift adds to the selection; one button brings all to one line."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(designer.canvas, left, none, middle(designer, NAME))
    QTest.mouseClick(designer.canvas, left, Qt.KeyboardModifier.ShiftModifier, middle(designer, QR))
    assert designer.work.selection == {NAME, QR}
    designer.align.buttons[Edge.LEFT].click()

    frames = [designer.work.elements[place].frame for place in (NAME, QR)]
    assert frames[0].left == frames[1].left


def test_properties_change_each_text(designer: DesignerDialog) -> None:
    """Template, size, weight, colour, fit and lines of one text of a block."""
    work = designer.work
    work.select(frozenset({NAME}))
    panel = designer.panel.text
    panel.list.setCurrentRow(1)
    panel.type_size.setValue(30)
    panel.bold.setChecked(False)
    panel.lines.setValue(2)
    panel.template.insert.setCurrentIndex(panel.template.insert.findData("company"))
    panel.template.insert.activated.emit(panel.template.insert.currentIndex())

    element = work.elements[NAME]
    assert isinstance(element, TextElement)
    text = element.texts[1]
    assert (text.size, text.bold, text.lines) == (30, False, 2)
    assert text.template == "{name}{company}"
    assert panel.row == 1


def test_typed_measures_stay_on_the_tag(designer: DesignerDialog) -> None:
    """A typed place beyond the edge is brought back."""
    designer.work.select(frozenset({QR}))
    designer.panel.frame[0].setValue(400)

    frame = designer.work.elements[QR].frame
    assert frame.right == pytest.approx(91, abs=0.02)
    assert designer.panel.frame[0].value() == pytest.approx(frame.left, abs=0.01)


def test_front_and_back_are_two_sides(designer: DesignerDialog) -> None:
    """F6 turns the tag over; what is added there is on the back."""
    QTest.keyClick(designer, Qt.Key.Key_F6)
    assert designer.work.face is Face.BACK
    assert designer.work.elements == ()
    designer.work.add(BandElement(SHIPPED["ten_up"].front[0].frame))

    assert len(designer.work.design.back) == 1
    assert designer.work.design.front == SHIPPED["ten_up"].front


def test_the_longest_name_is_shown_first(designer: DesignerDialog) -> None:
    """And any guest on request."""
    assert designer.guest.tag is not None
    assert designer.guest.tag.name in {"長谷川小路 勘解由左衛門", "Nguyễn Thị Minh Khai"}
    designer.guest.search.setText("林")
    QTest.keyClick(designer.guest.search, Qt.Key.Key_Return)
    assert designer.guest.tag.name == "林"
    designer.guest.search.setText("nobody")
    QTest.keyClick(designer.guest.search, Qt.Key.Key_Return)
    assert "nobody" in designer.notice.words


def test_a_shipped_design_is_saved_as_an_own_one(
    designer: DesignerDialog, evening: DoorEvening
) -> None:
    """What comes with the program stays; the changed copy is used for all tags."""
    designer.work.select(frozenset({QR}))
    designer.work.move(-1, 0)
    designer.use()

    looks = tag_designs.find_looks(evening.event)
    assert looks.design.key.startswith("own-")
    assert looks.design.name == "Classic, 91 × 55 mm (own)"
    assert looks.design.front[QR].frame.left == pytest.approx(65.29, abs=0.01)
    assert not designer.isVisible()


def test_saving_again_changes_the_same_design(
    designer: DesignerDialog, evening: DoorEvening
) -> None:
    """Two saves are one design, and undo still goes back before them."""
    for _ in range(2):
        designer.work.select(frozenset({QR}))
        designer.work.move(-1, 0)
        assert designer.save()

    own = [d for d in tag_designs.list_designs(evening.event, evening.workplace.wording)
           if d.key.startswith("own-")]  # fmt: skip
    assert len(own) == 1
    assert not designer.work.is_changed
    assert designer.work.can_undo


@pytest.mark.parametrize(("button", "kept"), [("Save", 1), ("Discard", 0), ("Cancel", 0)])
def test_unsaved_changes_are_asked_about(
    designer: DesignerDialog, evening: DoorEvening, monkeypatch: pytest.MonkeyPatch, *,
    button: str, kept: int,
) -> None:  # fmt: skip
    """Closing saves, gives up, or stays, as a person says."""
    answer = {"Save": True, "Discard": False, "Cancel": None}[button]
    monkeypatch.setattr(designer_dialog, "ask_to_save", lambda *_args: answer)
    designer.work.select(frozenset({QR}))
    designer.work.move(-1, 0)
    designer.reject()

    assert designer.isVisible() is (button == "Cancel")
    assert len(tag_designs.list_designs(evening.event, evening.workplace.wording)) == 8 + kept


def test_pictures_and_templates_travel(designer: DesignerDialog, tmp_path: Path) -> None:
    """A picture from a file is in the template; a broken one is told."""
    stream = io.BytesIO()
    Image.new("RGB", (60, 30), "#0F766E").save(stream, "PNG")
    (tmp_path / "logo.png").write_bytes(stream.getvalue())
    (tmp_path / "bad.png").write_bytes(b"x")
    designer.add_picture(tmp_path / "bad.png")
    assert "bad.png" in designer.notice.words
    designer.add_picture(tmp_path / "logo.png")
    designer.save_template(tmp_path / "own")

    design, pictures = read_template(tmp_path / "own.reception-tag")
    assert len(pictures) == 1
    assert isinstance(design.front[-1], PictureElement)
    designer.work.undo()
    designer.open_template(tmp_path / "own.reception-tag")
    assert isinstance(designer.work.elements[-1], PictureElement)
    assert designer.work.design.key.startswith("own-")


def test_a_picture_is_seen_on_canvas_and_sheet(
    designer: DesignerDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """As soon as it is added, and again when the design is opened anew."""
    Image.new("RGB", (40, 40), "#E0218A").save(tmp_path / "pink.png")
    designer.add_picture(tmp_path / "pink.png")
    designer.work.select(frozenset())
    area = designer.canvas.frame_on_screen(designer.work.elements[-1].frame)
    at = area.center().toPoint()

    def colour() -> str:
        return QColor(designer.canvas.grab().toImage().pixelColor(at)).name()

    qtbot.waitUntil(lambda: colour() == "#e0218a")
    assert designer.save()
    kept = designer.work.design
    designer.open_design(SHIPPED["card"])
    designer.open_design(kept)
    qtbot.waitUntil(lambda: colour() == "#e0218a")
    assert kept.pictures <= designer.sheet._pictures.keys()


def test_flaws_are_told_while_they_are_made(designer: DesignerDialog, qtbot: QtBot) -> None:
    """A code moved over the name is said at once."""
    qtbot.waitUntil(lambda: not designer.flaws.isVisible())
    designer.work.select(frozenset({QR}))
    designer.work.move(-30, -15)
    qtbot.waitUntil(designer.flaws.isVisible)

    assert "lie over each other" in designer.flaws.text()
