"""A camera's grey frame read into the codes that are in it, without any Qt.

The plain reader misses what a phone's dimmed screen or a badge held too close shows a webcam. So a
frame in which it finds nothing is tried again: at half the size and stretched to the full range,
which helps in the dark because four pixels' noise is averaged away; and with its edges sharpened,
which helps against blur: at half the size for large codes, and at full size in the middle, where
people hold what they show, for small ones. Half the frame and its middle cost a quarter each.
"""

import unicodedata
from dataclasses import dataclass

import numpy as np
import zxingcpp
from numpy.typing import NDArray

Frame = NDArray[np.uint8]
"""Rows of grey values, 0 for black."""

_SMALLEST = 64
"""Pixels; below this there is nothing to halve."""

_SHORTEST_NUMBER = 6
_SHORTEST_TEXT = 4
_LEAST_CONTRAST = 8
"""Grey values; a frame with less in it is a covered lens, and its noise is not blown up."""

_SHARPEN_BY = 6
"""So many times its difference from the neighbourhood is added to a pixel."""


@dataclass(frozen=True, slots=True)
class SeenCode:
    """A code in a frame: what it says, and its four corners as (x, y) in px, in order around it."""

    text: str
    corners: tuple[tuple[int, int], ...]


def read_codes(frame: Frame) -> tuple[SeenCode, ...]:
    """The codes in a grey frame from the top; ours and foreign ones, each once."""
    found = _read(frame)
    if found or min(frame.shape) < _SMALLEST:
        return found
    half = _halved(frame)
    top, left = frame.shape[0] // 4, frame.shape[1] // 4
    middle = frame[top:-top, left:-left].astype(np.uint16)
    return (
        _read(_stretched(half), scale=2)
        or _read(_stretched(_sharpened(half, reach=2)), scale=2)
        or _read(_stretched(_sharpened(middle, reach=3)), x=left, y=top)
    )


def _read(frame: Frame, *, scale: int = 1, x: int = 0, y: int = 0) -> tuple[SeenCode, ...]:
    """The codes in a part of a frame that was made `scale` times smaller and begins at (x, y)."""
    seen: dict[str, SeenCode] = {}
    barcodes = zxingcpp.read_barcodes(
        frame,
        # Every QR printed for people is Model 2. Reading more kinds takes many times as long and
        # invents codes: a Micro QR was once seen in a printed name.
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2),
        try_downscale=scale == 1,
        text_mode=zxingcpp.TextMode.Plain,
    )
    for barcode in sorted(barcodes, key=lambda one: one.position.top_left.y):
        text, place = barcode.text, barcode.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        if barcode.valid and _is_credible(text):
            points = tuple((x + corner.x * scale, y + corner.y * scale) for corner in corners)
            seen.setdefault(text, SeenCode(text, points))
    return tuple(seen.values())


def _is_credible(text: str) -> bool:
    """Whether it has the shape of a code that somebody printed, not of noise taken for one."""
    if any(unicodedata.category(char) == "Cc" for char in text.strip()):
        return False
    shortest = _SHORTEST_NUMBER if text.isascii() and text.isdigit() else _SHORTEST_TEXT
    return len(text.strip()) >= shortest


def _halved(frame: Frame) -> NDArray[np.uint16]:
    """Four neighbours summed into one, 0 to 1020; an odd row or column is left out."""
    even = frame[: frame.shape[0] // 2 * 2, : frame.shape[1] // 2 * 2].astype(np.uint16)
    rows = even[::2] + even[1::2]
    summed: NDArray[np.uint16] = rows[:, ::2] + rows[:, 1::2]
    return summed


def _sharpened(picture: NDArray[np.uint16], *, reach: int) -> NDArray[np.float32]:
    """Every pixel driven away from the mean of its neighbourhood, `reach` pixels to each side.

    The edge of the picture stays as it is.
    """
    side = 2 * reach + 1
    height, width = picture.shape[0] - side + 1, picture.shape[1] - side + 1
    # Shifted views are summed: a tenth of the time of rolling the whole picture about.
    rows = picture[:, :width].copy()
    for by in range(1, side):
        rows += picture[:, by : by + width]
    summed = rows[:height].copy()
    for by in range(1, side):
        summed += rows[by : by + height]
    driven = picture.astype(np.float32)
    inner = driven[reach:-reach, reach:-reach]
    inner *= 1 + _SHARPEN_BY
    inner -= summed * np.float32(_SHARPEN_BY / side**2)
    return driven


def _stretched(picture: NDArray[np.uint16] | NDArray[np.float32]) -> Frame:
    """All but the darkest and the lightest hundredth spread over the whole range of grey."""
    low, high = np.percentile(picture[::4, ::4], (1, 99))
    span = max(float(high - low), _LEAST_CONTRAST)
    spread = (picture.astype(np.float32) - float(low)) * (255 / span)
    stretched: Frame = np.clip(spread, 0, 255).astype(np.uint8)
    return stretched
