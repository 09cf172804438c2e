"""A frame is read as a helper wishes: moved, tilted, in the dark, blurred, and never invented."""

from itertools import product

import numpy as np
import pytest
import zxingcpp
from camera_scenes import Shown, draw_frame

from reception_app.domain.badge_code import badge_code_for
from reception_app.scanning.camera_frame import Frame, read_codes

OURS = str(badge_code_for("1234", "1234567890123456789012345"))
OTHER = str(badge_code_for("1234", "9876543210987654321098765"))


def texts(frame: Frame) -> list[str]:
    """What is read in a frame."""
    return [code.text for code in read_codes(frame)]


def plain(frame: Frame) -> list[str]:
    """What the decoder reads by itself."""
    model = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    return [code.text for code in zxingcpp.read_barcodes(frame, formats=model)]


def foreign_frame(text: str, kind: zxingcpp.BarcodeFormat) -> Frame:
    """A frame with another code, drawn by the library."""
    drawn = np.asarray(zxingcpp.create_barcode(text, kind).to_image(scale=6))
    frame = np.full((720, 1280), 200, np.uint8)
    frame[200 : 200 + drawn.shape[0], 300 : 300 + drawn.shape[1]] = drawn
    return frame


@pytest.mark.parametrize("x", [170, 640, 1110])
@pytest.mark.parametrize("size", [70, 160, 300])
def test_a_code_anywhere_is_read(x: float, size: float) -> None:
    """Near and far, in the middle and at the edge."""
    assert texts(draw_frame(Shown(OURS, size=size, x=x))) == [OURS]


@pytest.mark.parametrize(("tilt", "lean"), [*product((20, 45, 120, 180), (0, 25)), (0, 45)])
def test_a_tilted_code_is_read(tilt: float, lean: float) -> None:
    """However the badge hangs, and not held straight to the camera."""
    assert texts(draw_frame(Shown(OURS, tilt=tilt, lean=lean))) == [OURS]


@pytest.mark.parametrize("size", [130, 160, 200])
def test_a_code_in_the_dark_is_read(size: float) -> None:
    """At a fifteenth of good light the plain decoder sees nothing."""
    frame = draw_frame(Shown(OURS, size=size), light=0.065, noise=2.5)

    assert plain(frame) == []
    assert texts(frame) == [OURS]


@pytest.mark.parametrize("tilt", [0, 10])
def test_a_blurred_code_is_read(tilt: float) -> None:
    """Moved or out of focus until the plain decoder sees nothing."""
    frame = draw_frame(Shown(OURS, size=130, tilt=tilt), blur=3.4, light=0.5)

    assert plain(frame) == []
    assert texts(frame) == [OURS]


def test_two_codes_are_read_from_the_top() -> None:
    """Two badges beside each other are two guests."""
    frame = draw_frame(Shown(OTHER, x=400, y=420), Shown(OURS, x=860, y=250))

    assert texts(frame) == [OURS, OTHER]


def test_one_code_twice_is_one() -> None:
    """Both halves of a badge holder."""
    assert texts(draw_frame(Shown(OURS, x=400), Shown(OURS, x=860))) == [OURS]


def test_the_corners_are_where_the_code_is() -> None:
    """For the outline in the preview, also when the half size found it."""
    for light in (1.0, 0.065):
        [code] = read_codes(draw_frame(Shown(OURS, size=200, x=500, y=300), light=light))
        xs, ys = zip(*code.corners, strict=True)
        assert sum(xs) / 4 == pytest.approx(500, abs=6)
        assert sum(ys) / 4 == pytest.approx(300, abs=6)
        assert max(xs) - min(xs) == pytest.approx(200, abs=12)


@pytest.mark.parametrize("text", ["https://example.org/t/123456", "PEATIX-4711-AB", "1234567"])
def test_a_foreign_code_passes_as_text(text: str) -> None:
    """Tickets of other systems may be aliases; the door decides."""
    assert texts(foreign_frame(text, zxingcpp.BarcodeFormat.QRCodeModel2)) == [text]


@pytest.mark.parametrize("text", ["61900", "x", "a\x07bcdef"])
def test_what_nobody_prints_is_not_taken_for_a_code(text: str) -> None:
    """Too short for a ticket, or with control signs."""
    assert texts(foreign_frame(text, zxingcpp.BarcodeFormat.QRCodeModel2)) == []


@pytest.mark.parametrize(
    "kind", [zxingcpp.BarcodeFormat.MicroQRCode, zxingcpp.BarcodeFormat.Code128]
)
def test_other_kinds_of_codes_are_left_alone(kind: zxingcpp.BarcodeFormat) -> None:
    """A Micro QR is what noise turns into; a parcel's label is nobody's badge."""
    assert texts(foreign_frame("12345678", kind)) == []


@pytest.mark.parametrize(
    "frame",
    [
        np.zeros((720, 1280), np.uint8),
        np.full((481, 641), 255, np.uint8),
        np.zeros((1, 1), np.uint8),
        np.zeros((2, 3), np.uint8),
    ],
)
def test_frames_of_nothing_hold_nothing(frame: Frame) -> None:
    """A covered lens, an odd size, a frame of a pixel."""
    assert texts(frame) == []


def test_noise_invents_nothing() -> None:
    """Fifty frames of snow."""
    chance = np.random.default_rng(7)
    assert [texts(chance.integers(0, 255, (480, 640), np.uint8)) for _ in range(50)] == [[]] * 50
