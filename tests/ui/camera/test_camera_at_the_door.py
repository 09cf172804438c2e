"""A badge before the camera goes the way of a scanned one; without a camera the door goes on."""

from pathlib import Path

import pytest
from camera_hands import PaperCameras
from camera_scenes import Shown, draw_frame
from door_evening import DoorEvening, door_evening
from door_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.admission import Verdict
from reception_app.ui.camera.camera_strip import CameraStrip
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture
def door(tmp_path: Path, look: Theme, qapp: QApplication) -> DoorEvening:
    """An open cash box."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    return made


@pytest.fixture
def cameras() -> PaperCameras:
    return PaperCameras("Webcam")


@pytest.fixture
def page(door: DoorEvening, cameras: PaperCameras, qtbot: QtBot) -> DoorPage:
    made = DoorPage(door.workplace, camera=CameraStrip(make_cameras=lambda: cameras))
    qtbot.addWidget(made, before_close_func=lambda _page: made.camera.hide())
    made.resize(1096, 720)
    made.show()
    return made


def test_f8_opens_the_camera_and_a_badge_is_answered(
    page: DoorPage, door: DoorEvening, cameras: PaperCameras, qtbot: QtBot
) -> None:
    """One key, then badges; the line stays ready, and F8 turns the camera off again."""
    speaker = door.add("青木 晃", category="登壇者")
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert page.camera.is_running
    assert page.minimumSizeHint().height() <= 720  # a small screen holds everything beside it
    cameras.see(draw_frame(Shown(door.code(speaker), tilt=15)))
    qtbot.waitUntil(lambda: page.outcome is not None)
    assert page.outcome is not None
    assert page.outcome.verdict is Verdict.ADMITTED
    assert page.outcome.guest == speaker
    assert page.scan.line.hasFocus() or not page.isActiveWindow()
    QTest.keyClick(page, Qt.Key.Key_F8)

    assert cameras.started == ""


def test_the_scanner_goes_on_without_a_camera(
    page: DoorPage, door: DoorEvening, cameras: PaperCameras
) -> None:
    """The strip says what is wrong; the door does not."""
    cameras.names = []
    speaker = door.add("青木 晃", category="登壇者")
    QTest.keyClick(page, Qt.Key.Key_F8)
    Hands(page).scan(door.code(speaker))

    assert "No camera found" in page.camera.words.text()
    assert page.outcome is not None
    assert page.outcome.verdict is Verdict.ADMITTED


def test_another_page_turns_the_camera_off_and_back_on(
    page: DoorPage, cameras: PaperCameras
) -> None:
    """Nobody looks, so nothing is seen; back at the door it goes on."""
    QTest.keyClick(page, Qt.Key.Key_F8)
    page.hide()
    assert cameras.started == ""
    page.show()

    assert cameras.started == "id-Webcam"


def test_closing_the_window_with_the_camera_on_ends_its_thread(
    page: DoorPage, cameras: PaperCameras
) -> None:
    """Or the program would be torn down under it."""
    QTest.keyClick(page, Qt.Key.Key_F8)
    page.close()

    assert cameras.started == ""
    assert page.camera._reader is not None
    assert not page.camera._reader._thread.isRunning()
