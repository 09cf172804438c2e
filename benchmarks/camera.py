"""Badges before the camera: what a frame costs, how many frames a second, and what is read."""

import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import numpy as np
import zxingcpp
from camera_scenes import Frame, Shown, draw_frame
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from report import Row, best_of, markdown_table

from reception_app.domain.badge_code import new_badge_code
from reception_app.scanning.camera_frame import read_codes
from reception_app.ui.camera.frame_reader import FrameReader

_RATE = 30
_SECONDS = 4
_HARD_FRAMES = 24


def measure() -> list[Row]:
    """The cost of a frame with a code and of one without, both as a part of a core at 25 a second.

    The last row is the whole way through the reading thread in real time.
    """
    code = str(new_badge_code("1234"))
    seen, empty = draw_frame(Shown(code, size=140)), draw_frame(light=0.5, noise=4)
    tell_hard_frames()
    return [
        _measure_frame("a code", seen),
        _measure_frame("no code", empty),
        _measure_thread(empty, seen),
    ]


def _measure_frame(what: str, frame: Frame) -> Row:
    return Row(
        job=f"Camera frame with {what} (720p)",
        limit_name="plain zxing-cpp",
        limit_seconds=best_of(20, lambda: _plain(frame)),
        product_seconds=best_of(20, lambda: read_codes(frame)),
        target="≤ 20 ms (half a core at 25 a second)",
    )


def tell_hard_frames() -> None:
    """Print how many dark and blurred frames are read, against the plain decoder."""
    chance = random.Random(7)  # noqa: S311 - repeatable frames, nothing secret
    for name, light, blur in (("dark", 0.07, 0.0), ("blurred", 0.5, 3.2), ("both", 0.2, 3.0)):
        frames = [
            draw_frame(
                Shown(
                    str(new_badge_code("1234")), size=chance.uniform(80, 200),
                    tilt=chance.uniform(-20, 20), lean=chance.uniform(-20, 20),
                ),
                light=light, blur=blur, seed=n,
            )
            for n in range(_HARD_FRAMES)
        ]  # fmt: skip
        read, plain = (sum(bool(way(one)) for one in frames) for way in (read_codes, _plain))
        print(f"{name}: {read} of {len(frames)} read, {plain} by the plain decoder")


def _plain(frame: Frame) -> list[str]:
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    return [one.text for one in zxingcpp.read_barcodes(frame, formats=formats)]


def _measure_thread(*frames: Frame) -> Row:
    """Offer frames as a camera does, at its pace; measured is the processor time of a frame."""
    app = QCoreApplication.instance() or QCoreApplication([])
    reader, read = FrameReader(), 0

    def count(_reading: object) -> None:
        nonlocal read
        read += 1

    reader.read.connect(count)
    reader.start()
    pictures = [_video_frame(frame) for frame in frames]
    began, cpu = time.perf_counter(), time.process_time()
    for number in range(_RATE * _SECONDS):
        reader.offer(pictures[number % len(pictures)])
        while time.perf_counter() < began + (number + 1) / _RATE:
            app.processEvents()
            time.sleep(0.001)
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    reader.stop()
    print(f"thread: {read / took:.1f} frames a second, {cpu / took:.0%} of one core")
    return Row(
        job="Camera frame, whole way at 30 a second",
        limit_name="the camera's own pace",
        limit_seconds=1 / _RATE,
        product_seconds=took / read,
        target="≥ 25 a second, < 50 % of one core",
    )


def _video_frame(frame: Frame) -> QVideoFrame:
    height, width = frame.shape
    pixels = np.ascontiguousarray(frame)
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Grayscale8)
    return QVideoFrame(image.copy())


if __name__ == "__main__":
    print(markdown_table(measure()))
