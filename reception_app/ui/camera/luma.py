"""How bright each pixel of a video frame is, taken as cheaply as its format allows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from reception_app.scanning.camera_frame import Frame

_Format = QVideoFrameFormat.PixelFormat

# Where the bytes of the first plane hold brightness: the first one, and how far it is to the next.
# Of coloured pixels green is taken: it makes up most of brightness, and codes are black and white.
_PLACES = {
    **dict.fromkeys(
        (_Format.Format_Y8, _Format.Format_NV12, _Format.Format_NV21, _Format.Format_YUV420P,
         _Format.Format_YUV422P, _Format.Format_YV12, _Format.Format_IMC1, _Format.Format_IMC2,
         _Format.Format_IMC3, _Format.Format_IMC4),
        (0, 1),
    ),
    _Format.Format_YUYV: (0, 2),
    **dict.fromkeys(
        (_Format.Format_UYVY, _Format.Format_Y16, _Format.Format_P010, _Format.Format_P016), (1, 2)
    ),
    **dict.fromkeys(
        (_Format.Format_BGRA8888, _Format.Format_BGRA8888_Premultiplied, _Format.Format_BGRX8888,
         _Format.Format_RGBA8888, _Format.Format_RGBX8888),
        (1, 4),
    ),
    **dict.fromkeys(
        (_Format.Format_ARGB8888, _Format.Format_ARGB8888_Premultiplied, _Format.Format_XRGB8888,
         _Format.Format_ABGR8888, _Format.Format_XBGR8888),
        (2, 4),
    ),
}  # fmt: skip


def luma_of(frame: QVideoFrame) -> Frame | None:
    """The frame as rows of grey values; None when it cannot be read, such as after the last one."""
    if not frame.isValid():
        return None
    place = _PLACES.get(frame.pixelFormat())
    if place is not None and frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            return _taken(frame, *place)
        finally:
            frame.unmap()
    return _converted(frame.toImage())


def grey_image(pixels: NDArray[np.uint8]) -> QImage:
    """Rows of grey values as a picture of its own."""
    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape
    return QImage(rows.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def _taken(frame: QVideoFrame, first: int, step: int) -> Frame:
    width, height, stride = frame.width(), frame.height(), frame.bytesPerLine(0)
    plane = np.frombuffer(frame.bits(0), np.uint8, count=stride * height)
    # Copied: the memory is the camera's again once the frame is unmapped.
    return plane.reshape(height, stride)[:, first : first + width * step : step].copy()


def _converted(image: QImage) -> Frame | None:
    if image.isNull():
        return None
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = grey.width(), grey.height(), grey.bytesPerLine()
    rows = np.frombuffer(grey.constBits(), np.uint8, count=stride * height)
    return rows.reshape(height, stride)[:, :width].copy()
