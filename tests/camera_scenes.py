"""Frames as a webcam would see them: a code on a light tag, moved, tilted, in the dark, blurred."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from reception_app.documents.qr_image import QUIET, SIDE, qr_blocks

Frame = NDArray[np.uint8]

WALL, PAPER, INK = 128.0, 225.0, 35.0
"""How bright things are in good light, 0 to 255."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A code held before the camera.

    `size` is the side of the symbol without its margin, `x` and `y` where its middle is, in px;
    `tilt` turns it in the picture, `lean` turns it away from the camera, in degrees.
    """

    digits: str
    size: float = 160
    x: float = 640
    y: float = 360
    tilt: float = 0
    lean: float = 0


def draw_frame(
    *shown: Shown, light: float = 1.0, blur: float = 0.0, noise: float = 2.0,
    width: int = 1280, height: int = 720, seed: int = 1,
) -> Frame:  # fmt: skip
    """A grey frame with these codes in it.

    Args:
        shown: the codes.
        light: how bright it is, 1 for good light.
        blur: the standard deviation of the blur, in px.
        noise: the standard deviation of the sensor's noise, in grey levels.
        width: of the frame, in px.
        height: of the frame, in px.
        seed: of the noise.
    """
    picture = np.full((height, width), WALL)
    for code in shown:
        _draw(picture, code)
    if blur:
        picture = _blurred(picture, blur)
    chance = np.random.default_rng(seed)
    picture = picture * light + chance.normal(0, noise, picture.shape)
    return np.clip(picture, 0, 255).astype(np.uint8)


def modules_of(digits: str) -> NDArray[np.float64]:
    """The symbol with its margin, 0 for dark and 1 for light, one value a module."""
    grid = np.ones((SIDE + 2 * QUIET, SIDE + 2 * QUIET))
    for column, row, columns, rows in qr_blocks(digits):
        top, left = row + QUIET, column + QUIET
        grid[top : top + rows, left : left + columns] = 0
    return grid


def _draw(picture: NDArray[np.float64], code: Shown) -> None:
    """Sample the symbol at three by three points of each pixel."""
    grid = modules_of(code.digits)
    scale = SIDE / code.size
    tilt, lean = radians(code.tilt), radians(code.lean)
    half = code.size  # the margin and the turned corners are within twice the symbol
    top, bottom = max(int(code.y - half), 0), min(int(code.y + half), picture.shape[0])
    left, right = max(int(code.x - half), 0), min(int(code.x + half), picture.shape[1])
    light = np.zeros((bottom - top, right - left))
    covered = np.zeros_like(light)
    for dy in (-1 / 3, 0.0, 1 / 3):
        for dx in (-1 / 3, 0.0, 1 / 3):
            ys, xs = np.mgrid[top:bottom, left:right] + np.array([dy, dx])[:, None, None]
            u = (xs - code.x) * cos(tilt) + (ys - code.y) * sin(tilt)
            v = -(xs - code.x) * sin(tilt) + (ys - code.y) * cos(tilt)
            # Turned away around its upright axis, seen from four times its own size.
            depth = 1 / (cos(lean) - u * sin(lean) / (4 * code.size))
            column = np.floor(u * depth * scale + SIDE / 2 + QUIET).astype(int)
            row = np.floor(v * depth * cos(lean) * scale + SIDE / 2 + QUIET).astype(int)
            inside = (column >= 0) & (column < len(grid)) & (row >= 0) & (row < len(grid))
            light[inside] += grid[row[inside], column[inside]]
            covered[inside] += 1
    seen = covered > 0
    paper = (INK + (PAPER - INK) * light / np.maximum(covered, 1))[seen]
    share = covered[seen] / 9
    part = picture[top:bottom, left:right]
    part[seen] = part[seen] * (1 - share) + paper * share


def _blurred(picture: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    reach = int(3 * sigma + 1)
    weights = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma**2))
    weights /= weights.sum()
    padded = np.pad(picture, reach, mode="edge")
    height, width = picture.shape
    rows = np.zeros((height, padded.shape[1]))
    blurred = np.zeros_like(picture)
    for by, weight in enumerate(weights):
        rows += weight * padded[by : by + height]
    for by, weight in enumerate(weights):
        blurred += weight * rows[:, by : by + width]
    return blurred
