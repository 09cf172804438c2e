"""The camera strip on the door page: a mirror in which badges are read, opened and closed by F8.

A code it reads goes the same way as one from the scanner. Whatever goes wrong is one sentence in
the strip; nothing of the door waits for it.
"""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from reception_app.domain.badge_code import read_badge_codes
from reception_app.scanning.repeat_guard import RepeatGuard
from reception_app.ui import theme
from reception_app.ui.camera.camera_picture import CameraPicture
from reception_app.ui.camera.cameras import CameraProblem, Cameras
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

if TYPE_CHECKING:  # Qt Multimedia and the decoder are loaded when somebody opens the camera
    from reception_app.ui.camera.frame_reader import FrameReader, FrameReading


def system_cameras() -> Cameras:
    """The cameras of this computer.

    Raises:
        ImportError: a system library that Qt Multimedia needs is missing.
    """
    from reception_app.ui.camera.system_cameras import SystemCameras

    return SystemCameras()


class CameraStrip(Card):
    """A camera to read badges with.

    `code_read` carries what was read, several badges of ours in one frame glued together, like a
    scanner's. `device_chosen` carries the id of the camera a person chose. `toggled` tells whether
    the strip is open.
    """

    code_read = Signal(str)
    device_chosen = Signal(str)
    toggled = Signal(bool)

    def __init__(
        self,
        device: str = "",
        *,
        make_cameras: Callable[[], Cameras] = system_cameras,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(padding=theme.GRID)
        self._device = device
        self._make_cameras = make_cameras
        self._clock = clock
        self._guard = RepeatGuard()
        self._cameras: Cameras | None = None
        self._reader: FrameReader | None = None
        self._running = ""
        self.picture = CameraPicture()
        self.words = Label(size=Type.SMALL + 1, tone="muted", wrap=True)
        self.devices = QComboBox()
        self._build_layout()
        self._connect()
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a camera is on."""
        return bool(self._running)

    def toggle(self) -> None:
        """Open the strip, or close it and turn the camera off."""
        opening = self.isHidden()
        self.setVisible(opening)
        self.toggled.emit(opening)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the camera on."""
        super().showEvent(event)
        self._turn_on()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the camera off: nobody looks at what it sees."""
        super().hideEvent(event)
        self._turn_off()

    def _build_layout(self) -> None:
        self.picture.setAccessibleName(QCoreApplication.translate("CameraStrip", "Camera"))
        self.devices.setAccessibleName(QCoreApplication.translate("CameraStrip", "Camera"))
        self.devices.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.devices.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.body.addWidget(self.picture)
        self.body.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self.devices, 1)
        self.body.addLayout(row)
        self.devices.hide()
        self.words.hide()

    def _connect(self) -> None:
        self.devices.activated.connect(self._choose)

    def _turn_on(self) -> None:
        if self._cameras is None:
            try:
                self._make()
            except ImportError:
                self._tell(CameraProblem.LIBRARY_MISSING)
                return
        assert self._cameras is not None
        assert self._reader is not None
        self._reader.start()
        self._cameras.ask_permission(self._start_if_allowed)

    def _make(self) -> None:
        from reception_app.ui.camera.frame_reader import FrameReader

        self._cameras = self._make_cameras()
        self._cameras.setParent(self)
        self._reader = FrameReader(self)
        self._cameras.frame_came.connect(self._reader.offer)
        self._cameras.changed.connect(self._follow_devices)
        self._cameras.failed.connect(self._fail)
        self._reader.read.connect(self._take)

    def _turn_off(self) -> None:
        self._running = ""
        if self._cameras is not None:
            self._cameras.stop()
        if self._reader is not None:
            self._reader.stop()
        self.picture.clear()

    def _start_if_allowed(self, allowed: bool) -> None:  # noqa: FBT001 - the one answer there is
        if not self.isVisible():
            return
        if allowed:
            self._start()
        else:
            self._tell(CameraProblem.REFUSED)

    def _start(self) -> None:
        """Let the chosen camera run, or the first there is."""
        assert self._cameras is not None
        known = [device.id for device in self._cameras.devices()]
        if not known:
            self._list_devices()
            self._tell(CameraProblem.NONE_THERE)
            return
        self._device = self._running = self._device if self._device in known else known[0]
        self._list_devices()
        self.words.hide()
        self._cameras.start(self._running)

    def _follow_devices(self) -> None:
        """One was plugged in or out: go on with it, or say that it is gone."""
        if not self.isVisible() or self._cameras is None:
            return
        known = [device.id for device in self._cameras.devices()]
        if not self._running:
            self._start()
        elif self._running in known:
            self._list_devices()
        else:
            self._fail(CameraProblem.UNPLUGGED)
            self._list_devices()

    def _list_devices(self) -> None:
        """Offer a choice where there is one."""
        assert self._cameras is not None
        known = self._cameras.devices()
        self.devices.clear()
        for device in known:
            self.devices.addItem(device.name, device.id)
        running = self.devices.findData(self._running)
        self.devices.setCurrentIndex(running)
        self.devices.setVisible(len(known) > 1 or (bool(known) and running < 0))

    def _choose(self, _number: int) -> None:
        assert self._cameras is not None
        self._device = str(self.devices.currentData())
        self.device_chosen.emit(self._device)
        self._start()

    def _take(self, reading: "FrameReading") -> None:
        if not self._running:
            return
        self.picture.show_picture(reading.picture, reading.outlines)
        self._tell_codes(reading.codes)

    def _tell_codes(self, codes: Sequence[str]) -> None:
        """Tell each code once while it stays in sight."""
        now = self._clock()
        fresh = [code for code in codes if not self._guard.is_repeat(code, now)]
        ours = [code for code in fresh if read_badge_codes(code)]
        if ours:
            self.code_read.emit("".join(ours))
        for code in fresh:
            if code not in ours:
                self.code_read.emit(code)

    def _fail(self, problem: CameraProblem) -> None:
        self._running = ""
        if self._cameras is not None:
            self._cameras.stop()
        self._tell(problem)

    def _tell(self, problem: CameraProblem) -> None:
        self.picture.clear()
        self.words.setText(_sentence(problem))
        self.words.show()


def _sentence(problem: CameraProblem) -> str:
    """What is wrong and what to do; that the scanner goes on."""
    translate = QCoreApplication.translate
    match problem:
        case CameraProblem.NONE_THERE:
            return translate(
                "CameraStrip", "No camera found. Plug one in; the scanner goes on working."
            )
        case CameraProblem.REFUSED:
            return translate(
                "CameraStrip",
                "This computer does not let Reception use the camera. Allow it in the system "
                "settings and press F8 twice; the scanner goes on working.",
            )
        case CameraProblem.UNPLUGGED:
            return translate(
                "CameraStrip",
                "The camera was unplugged. Plug it in again and it goes on; the scanner works.",
            )
        case CameraProblem.BUSY:
            return translate(
                "CameraStrip",
                "The camera gives no picture: another program may be using it. Close that and "
                "press F8 twice; the scanner goes on working.",
            )
        case CameraProblem.LIBRARY_MISSING:
            return translate(
                "CameraStrip",
                "The camera needs a part of the system that is missing: sudo apt-get install "
                "libpulse0. The scanner goes on working.",
            )
