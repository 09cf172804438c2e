"""Frames read on a thread of their own, so that the window stays fluid whatever they cost."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QThread, Signal
from PySide6.QtGui import QImage, QPolygonF
from PySide6.QtMultimedia import QVideoFrame

from reception_app.scanning.camera_frame import Frame, SeenCode, read_codes
from reception_app.ui.camera.luma import grey_image, luma_of

_PICTURE_WIDTH = 640
"""The picture is thinned out to about this many pixels: sharp on a fine screen, and cheap."""


@dataclass(frozen=True, slots=True)
class FrameReading:
    """What a frame held: its codes, and the picture as in a mirror with an outline around each."""

    codes: tuple[str, ...]
    picture: QImage
    outlines: tuple[QPolygonF, ...]


class FrameReader(QObject):
    """Reads the newest frame it is offered; while it reads, others are let go.

    `read` carries each `FrameReading` on the thread this object lives in.
    """

    read = Signal(object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.read)
        self._worker.done.connect(self._take)
        self._reading = False

    def offer(self, frame: QVideoFrame) -> None:
        """Read this frame unless another one is being read."""
        if not self._reading and self._thread.isRunning():
            self._reading = True
            self._asked.emit(frame)

    def start(self) -> None:
        """Be ready for frames."""
        self._reading = False
        self._thread.start()

    def stop(self) -> None:
        """Finish the frame being read, tell nothing of it, and end the thread."""
        self._thread.quit()
        self._thread.wait()

    def _take(self, reading: FrameReading | None) -> None:
        self._reading = False
        if reading is not None and self._thread.isRunning():
            self.read.emit(reading)


class _Worker(QObject):
    """Lives on the reading thread."""

    done = Signal(object)

    def read(self, frame: QVideoFrame) -> None:
        """Read one frame; None is told of one that holds no picture."""
        grey = luma_of(frame)
        self.done.emit(None if grey is None else _reading_of(grey))


def _reading_of(grey: Frame) -> FrameReading:
    codes = read_codes(grey)
    step = max(round(grey.shape[1] / _PICTURE_WIDTH), 1)
    return FrameReading(
        codes=tuple(code.text for code in codes),
        picture=grey_image(grey[::step, ::-step]),
        outlines=tuple(_outline(code, grey.shape[1], step) for code in codes),
    )


def _outline(code: SeenCode, width: int, step: int) -> QPolygonF:
    """The corners of a code in the mirrored, thinned-out picture, in its pixels."""
    return QPolygonF([QPointF((width - x) / step, y / step) for x, y in code.corners])
