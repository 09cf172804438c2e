"""The cameras as Qt Multimedia gives them; imported only when somebody opens the camera."""

from collections.abc import Callable

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from reception_app.ui.camera.cameras import CameraDevice, CameraProblem, Cameras

_WANTED_WIDTH = 1280
"""Enough to read a badge at arm's length; more pixels only cost more."""

_WANTED_RATE = 25


class SystemCameras(Cameras):
    """Real cameras; `sink` is where their frames arrive."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self._media = QMediaDevices(self)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._camera: QCamera | None = None
        self.sink.videoFrameChanged.connect(self._pass_on)
        self._media.videoInputsChanged.connect(self.changed)

    def devices(self) -> tuple[CameraDevice, ...]:
        """The cameras that are plugged in, the system's favourite first."""
        inputs = sorted(QMediaDevices.videoInputs(), key=lambda one: not one.isDefault())
        return tuple(CameraDevice(_id(one), one.description()) for one in inputs)

    def ask_permission(self, answered: Callable[[bool], None]) -> None:
        """Ask the person, where the system wants that."""
        app = QCoreApplication.instance()
        assert app is not None
        permission = QCameraPermission()
        match app.checkPermission(permission):
            case Qt.PermissionStatus.Granted:
                answered(True)  # noqa: FBT003 - the one thing it says
            case Qt.PermissionStatus.Denied:
                answered(False)  # noqa: FBT003 - likewise
            case _:
                app.requestPermission(
                    permission,
                    self,
                    lambda given: answered(given.status() == Qt.PermissionStatus.Granted),
                )

    def start(self, device: str) -> None:
        """Let the camera of this id run; another one stops."""
        self.stop()
        chosen = next((one for one in QMediaDevices.videoInputs() if _id(one) == device), None)
        if chosen is None:
            self.failed.emit(CameraProblem.UNPLUGGED)
            return
        camera = QCamera(chosen, self)
        camera.errorOccurred.connect(self._tell)
        wanted = best_format(chosen)
        if wanted is not None:
            camera.setCameraFormat(wanted)
        self._camera = camera
        self._session.setCamera(camera)
        camera.start()

    def stop(self) -> None:
        """Turn the camera off."""
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None

    def _pass_on(self, frame: QVideoFrame) -> None:
        self.frame_came.emit(frame)

    def _tell(self, error: QCamera.Error) -> None:
        if error is not QCamera.Error.NoError:
            self.failed.emit(CameraProblem.BUSY)


def best_format(device: QCameraDevice) -> QCameraFormat | None:
    """The format to ask of a camera: fluid, and no wider than a code at arm's length needs."""

    def fitness(one: QCameraFormat) -> tuple[bool, bool, int]:
        width = one.resolution().width()
        fluid = one.maxFrameRate() >= _WANTED_RATE
        return fluid, width <= _WANTED_WIDTH, width if width <= _WANTED_WIDTH else -width

    return max(device.videoFormats(), key=fitness, default=None)


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")
