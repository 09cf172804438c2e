"""The QR of a badge code."""

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import QRData

from reception_app.documents.qr_image import QUIET, SIDE, qr_blocks

QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)

badge_digits = st.text("0123456789", min_size=32, max_size=32)


def drawn(digits: str, scale: int = 4) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """The code as grey pixels with its quiet zone."""
    side = SIDE + 2 * QUIET
    modules = np.full((side, side), 255, dtype=np.uint8)
    for column, row, columns, rows in qr_blocks(digits):
        top, left = row + QUIET, column + QUIET
        assert (modules[top : top + rows, left : left + columns] == 255).all()
        modules[top : top + rows, left : left + columns] = 0
    return np.kron(modules, np.ones((scale, scale), dtype=np.uint8))


@given(badge_digits)
def test_every_code_reads_back(digits: str) -> None:
    """The blocks do not overlap and are a QR of exactly these digits, leading zeros too."""
    found = zxingcpp.read_barcodes(drawn(digits), formats=QR_ONLY)

    assert [code.text for code in found] == [digits]


@given(st.text("0123456789", min_size=1, max_size=34))
def test_every_code_is_the_librarys(digits: str) -> None:
    """A code put together is the one drawn at once: error correction has nothing to mend."""
    code = QRCode(version=1, error_correction=ERROR_CORRECT_M, mask_pattern=3, border=QUIET)
    code.add_data(QRData(digits))
    code.make(fit=False)

    assert np.array_equal(drawn(digits, 1) == 0, np.array(code.get_matrix()))


def test_code_is_small_and_robust() -> None:
    """32 digits fit version 1 with error correction M."""
    code = zxingcpp.read_barcodes(drawn("7" * 32))[0]

    assert code.ec_level == "M"
    assert max(column + columns for column, _, columns, _ in qr_blocks("7" * 32)) == 21


@pytest.mark.parametrize("digits", ["", "12a4", "１２", "9" * 35])
def test_other_texts_are_refused(digits: str) -> None:
    """What is no badge code is a bug of the caller, not another kind of QR."""
    with pytest.raises(ValueError, match=digits or "$"):
        qr_blocks(digits)
