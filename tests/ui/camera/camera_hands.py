"""A camera made of paper for tests: plugged in and out by hand, its frames drawn."""

from collections.abc import Callable
from pathlib import Path

from camera_scenes import Frame
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from reception_app.ui.camera.cameras import CameraDevice, Cameras


class PaperCameras(Cameras):
    """Cameras of a test; `started` is the id of the one that runs, empty when none does."""

    def __init__(self, *names: str, allowed: bool = True) -> None:
        super().__init__()
        self.names = list(names)
        self.allowed = allowed
        self.started = ""

    def devices(self) -> tuple[CameraDevice, ...]:
        """Those plugged in."""
        return tuple(CameraDevice(f"id-{name}", name) for name in self.names)

    def ask_permission(self, answered: Callable[[bool], None]) -> None:
        """As the test says."""
        answered(self.allowed)

    def start(self, device: str) -> None:
        """Remember which."""
        self.started = device

    def stop(self) -> None:
        """None runs."""
        self.started = ""

    def plug(self, *names: str) -> None:
        """These are plugged in from now on."""
        self.names = list(names)
        self.changed.emit()

    def see(self, frame: Frame) -> None:
        """Let the camera see this."""
        self.frame_came.emit(video_frame(frame))


def video_frame(frame: Frame) -> QVideoFrame:
    """A drawn frame as a camera gives it."""
    height, width = frame.shape
    image = QImage(frame.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    return QVideoFrame(image.copy())


def write_video(path: Path, *frames: Frame) -> None:
    """Write frames as an uncompressed video of 25 frames a second (YUV4MPEG2)."""
    height, width = frames[0].shape
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{width} H{height} F25:1 Ip A1:1 C420jpeg\n".encode())
        for frame in frames:
            file.write(b"FRAME\n" + frame.tobytes() + bytes([128]) * (width * height // 2))
