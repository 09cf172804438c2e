"""QR pictures: made without a drawing library, read back by a real decoder."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import codes
from PIL import Image

from reception_app.documents.qr_image import QUIET, SIDE
from reception_app.documents.qr_picture import qr_picture


@settings(max_examples=15)
@given(
    digits=st.text("0123456789", min_size=32, max_size=32),
    module=st.sampled_from([3, 5, 8, 16]),
)
def test_any_code_is_read_back_at_any_size(digits: str, module: int) -> None:
    """The picture is a valid PNG of whole modules, and decodes to the same digits."""
    picture = Image.open(BytesIO(qr_picture(digits, module=module)))
    picture.load()
    side = (SIDE + 2 * QUIET) * module

    assert (picture.format, picture.size) == ("PNG", (side, side))
    assert codes(np.asarray(picture.convert("L"))) == [digits]


def test_the_quiet_zone_is_white() -> None:
    """Four modules on each side stay white, whatever the mail puts the picture on."""
    pixels = np.asarray(Image.open(BytesIO(qr_picture("1" * 32, module=8))).convert("L"))
    edge = QUIET * 8
    inner = pixels[edge:-edge, edge:-edge]

    assert (pixels == 0).sum() == (inner == 0).sum()
    assert inner[0, 0] == inner[0, -1] == inner[-1, 0] == 0


def test_the_same_code_is_the_same_bytes() -> None:
    """Nothing but the code goes into the file."""
    assert qr_picture("2" * 32) == qr_picture("2" * 32)


def test_what_is_no_code_is_refused() -> None:
    """Letters belong to no badge code of ours."""
    with pytest.raises(ValueError, match="abc"):
        qr_picture("abc")
