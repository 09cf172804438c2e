"""Brightness is taken from every format a camera may give, without its padding."""

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from reception_app.ui.camera.luma import grey_image, luma_of

_Format = QVideoFrameFormat.PixelFormat
WIDTH, HEIGHT = 62, 4


def filled(pixel_format: _Format, pattern: list[int]) -> QVideoFrame:
    """A frame whose first plane repeats this pattern of bytes, padding at the ends of its lines."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDTH, HEIGHT), pixel_format))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    stride = frame.bytesPerLine(0)
    plane = np.frombuffer(frame.bits(0), np.uint8, count=stride * HEIGHT).reshape(HEIGHT, stride)
    plane[:] = 99
    used = WIDTH * len(pattern)
    line = np.resize(np.array(pattern, np.uint8), min(used, stride))
    plane[:, : len(line)] = line
    frame.unmap()
    return frame


@pytest.mark.parametrize(
    ("pixel_format", "pattern"),
    [
        (_Format.Format_Y8, [70]),
        (_Format.Format_NV12, [70]),
        (_Format.Format_YUV420P, [70]),
        (_Format.Format_YUYV, [70, 1]),
        (_Format.Format_UYVY, [1, 70]),
        (_Format.Format_Y16, [1, 70]),
        (_Format.Format_BGRA8888, [1, 70, 1, 1]),
        (_Format.Format_RGBX8888, [1, 70, 1, 1]),
        (_Format.Format_ARGB8888, [1, 1, 70, 1]),
        (_Format.Format_XBGR8888, [1, 1, 70, 1]),
    ],
)
def test_brightness_of_every_format(pixel_format: _Format, pattern: list[int]) -> None:
    """Each pixel's own byte, and none of the padding."""
    grey = luma_of(filled(pixel_format, pattern))

    assert grey is not None
    assert grey.shape == (HEIGHT, WIDTH)
    assert set(grey.flat) == {70}


def test_a_picture_is_converted() -> None:
    """Formats without a place of their own go through Qt."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(QColor(70, 70, 70))
    grey = luma_of(QVideoFrame(image))

    assert grey is not None
    assert set(grey.flat) == {70}


def test_no_frame_is_no_brightness() -> None:
    """Such as the one that ends a stream."""
    assert luma_of(QVideoFrame()) is None


def test_rows_become_a_picture_of_its_own() -> None:
    """Mirrored and thinned out, as the strip shows it."""
    rows = np.arange(WIDTH * HEIGHT, dtype=np.uint8).reshape(HEIGHT, WIDTH)
    picture = grey_image(rows[::2, ::-2])

    assert (picture.width(), picture.height()) == (WIDTH // 2, HEIGHT // 2)
    assert picture.pixelColor(0, 0).red() == rows[0, -1]
