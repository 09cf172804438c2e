"""The camera strip reads badges like a scanner, and no trouble of a camera stops the door."""

from pathlib import Path

import pytest
from camera_hands import PaperCameras, video_frame, write_video
from camera_scenes import Shown, draw_frame
from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.badge_code import badge_code_for
from reception_app.ui.camera.camera_strip import CameraStrip
from reception_app.ui.camera.cameras import CameraProblem
from reception_app.ui.camera.system_cameras import SystemCameras
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak

OURS = str(badge_code_for("1234", "1" * 25))
OTHER = str(badge_code_for("1234", "2" * 25))


class Wall:
    """A clock moved by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time it shows."""
        return self.now


@pytest.fixture
def clock() -> Wall:
    return Wall()


@pytest.fixture
def cameras() -> PaperCameras:
    return PaperCameras("Webcam")


@pytest.fixture
def strip(
    cameras: PaperCameras, clock: Wall, look: Theme, qapp: QApplication, qtbot: QtBot
) -> CameraStrip:
    """The strip, open, with one camera."""
    assert look.choice
    speak(qapp, "en")
    made = CameraStrip(make_cameras=lambda: cameras, clock=clock)
    qtbot.addWidget(made, before_close_func=lambda _strip: made.hide())
    made.toggle()
    return made


def see(strip: CameraStrip, cameras: PaperCameras, qtbot: QtBot, *shown: Shown) -> list[str]:
    """Let the camera see these codes once; returns what was told."""
    told: list[str] = []
    strip.code_read.connect(told.append)
    assert strip._reader is not None
    with qtbot.waitSignal(strip._reader.read):
        cameras.see(draw_frame(*shown))
    strip.code_read.disconnect(told.append)
    return told


def test_a_badge_before_the_camera_is_read(
    strip: CameraStrip, cameras: PaperCameras, qtbot: QtBot
) -> None:
    """Its code is told, and outlined in the mirrored picture."""
    assert see(strip, cameras, qtbot, Shown(OURS, x=400, size=150)) == [OURS]
    picture, [outline] = strip.picture.picture, strip.picture.outlines

    assert picture is not None
    assert picture.width() == 640
    assert outline.boundingRect().center().x() == pytest.approx((1280 - 400) / 2, abs=4)


def test_a_badge_held_still_counts_once(
    strip: CameraStrip, cameras: PaperCameras, clock: Wall, qtbot: QtBot
) -> None:
    """However long it lies there; gone for three seconds it is read anew."""
    told = []
    for seconds in (0, 1, 2.9, 2.9, 3):
        clock.now += seconds
        told.append(see(strip, cameras, qtbot, Shown(OURS)))

    assert told == [[OURS], [], [], [], [OURS]]


def test_two_badges_in_one_frame_are_told_together(
    strip: CameraStrip, cameras: PaperCameras, qtbot: QtBot
) -> None:
    """Like two codes a scanner glued together, so that neither answer hides the other."""
    both = see(strip, cameras, qtbot, Shown(OURS, x=400, y=250), Shown(OTHER, x=900, y=400))

    assert both == [OURS + OTHER]


def test_without_a_camera_it_says_so_and_waits_for_one(
    cameras: PaperCameras, strip: CameraStrip
) -> None:
    """Plugged in later, it runs by itself."""
    strip.toggle()
    cameras.names = []
    strip.toggle()
    assert "No camera found" in strip.words.text()
    assert not strip.words.isHidden()
    cameras.plug("Webcam")

    assert cameras.started == "id-Webcam"
    assert strip.words.isHidden()


def test_a_camera_unplugged_in_mid_use_is_told_and_taken_up_again(
    strip: CameraStrip, cameras: PaperCameras, qtbot: QtBot
) -> None:
    """Frames still on their way are dropped; back again, it goes on."""
    see(strip, cameras, qtbot, Shown(OURS))
    cameras.plug()
    assert "unplugged" in strip.words.text()
    assert strip.picture.picture is None
    cameras.plug("Webcam")

    assert see(strip, cameras, qtbot, Shown(OTHER)) == [OTHER]


def test_permission_refused_is_a_sentence(cameras: PaperCameras, strip: CameraStrip) -> None:
    """And no camera is tried."""
    strip.toggle()
    cameras.allowed = False
    strip.toggle()

    assert "does not let Reception use the camera" in strip.words.text()
    assert cameras.started == ""


def test_a_camera_in_use_elsewhere_is_a_sentence(cameras: PaperCameras, strip: CameraStrip) -> None:
    """Another program has it."""
    cameras.failed.emit(CameraProblem.BUSY)

    assert "another program" in strip.words.text()
    assert not strip.is_running


def test_a_missing_library_is_a_sentence(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    """It says what to install."""
    assert look.choice
    speak(qapp, "en")

    def fails() -> PaperCameras:
        raise ImportError

    strip = CameraStrip(make_cameras=fails)
    qtbot.addWidget(strip)
    strip.toggle()

    assert "apt-get install libpulse0" in strip.words.text()


def test_another_camera_is_chosen_and_told(
    strip: CameraStrip, cameras: PaperCameras, qtbot: QtBot
) -> None:
    """With two there is a choice, and the choice can be remembered."""
    assert strip.devices.isHidden()
    cameras.plug("Webcam", "Desk camera")
    assert not strip.devices.isHidden()
    strip.devices.setCurrentIndex(1)
    with qtbot.waitSignal(strip.device_chosen) as told:
        strip.devices.activated.emit(1)

    assert told.args == ["id-Desk camera"]
    assert cameras.started == "id-Desk camera"


def test_closing_turns_the_camera_off(strip: CameraStrip, cameras: PaperCameras) -> None:
    """And its thread ends."""
    strip.toggle()

    assert cameras.started == ""
    assert strip._reader is not None
    assert not strip._reader._thread.isRunning()


def test_a_video_of_a_moving_badge_is_read(
    look: Theme, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """Through the same sink as a camera's frames: a badge comes in, turns, and another follows."""
    assert look.choice
    speak(qapp, "en")
    frames = [
        draw_frame(
            Shown(code, size=110, x=150 + 60 * n, y=240, tilt=12 * n), width=640, height=480,
            light=light, blur=1,
        )
        for code, light in ((OURS, 1.0), (OTHER, 0.1))
        for n in range(6)
    ]  # fmt: skip
    write_video(tmp_path / "badges.y4m", *frames)
    cameras = SystemCameras()
    strip = CameraStrip(make_cameras=lambda: cameras)
    qtbot.addWidget(strip, before_close_func=lambda _strip: strip.hide())
    strip.toggle()
    strip._running = "video"
    told: list[str] = []
    strip.code_read.connect(told.append)
    player = QMediaPlayer()
    player.setVideoSink(cameras.sink)
    player.setSource(QUrl.fromLocalFile(str(tmp_path / "badges.y4m")))
    player.play()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    player.stop()

    assert told == [OURS, OTHER]


def test_this_computers_cameras_can_be_asked_for(qapp: QApplication) -> None:
    """With or without one, the question is answered calmly; one that is not there is told."""
    assert qapp is not None
    cameras = SystemCameras()
    failures: list[CameraProblem] = []
    cameras.failed.connect(failures.append)
    answers: list[bool] = []
    cameras.ask_permission(answers.append)
    cameras.start("no such camera")
    cameras.stop()

    assert isinstance(cameras.devices(), tuple)
    assert answers == [True]
    assert failures == [CameraProblem.UNPLUGGED]


def test_the_last_frame_of_a_stream_is_none(strip: CameraStrip, cameras: PaperCameras) -> None:
    """A player ends with an invalid frame; it is passed over."""
    from PySide6.QtMultimedia import QVideoFrame

    cameras.frame_came.emit(QVideoFrame())
    assert strip.is_running
    assert video_frame(draw_frame()).isValid()
