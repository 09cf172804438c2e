"""The QR of a badge code as rectangles on a grid: version 1-M, 21 x 21 modules, no pixels."""

import re
from functools import lru_cache

SIDE = 21
"""Modules along one side of the symbol."""

QUIET = 4
"""Modules that must stay white around the symbol."""

_VERSION = 1
# Trying all eight masks takes nine times as long and gains a reader nothing we could measure.
_MASK = 3

_MOST_DIGITS = 34
"""What version 1-M holds."""

_PACKED = 3
"""Digits that share ten bits."""

_DARK = re.compile(rb"\x01+")


Block = tuple[int, int, int, int]
"""A dark rectangle in modules: column, row (counted down from the top), columns, rows."""


def qr_blocks(digits: str) -> tuple[Block, ...]:
    """The dark modules of the code, neighbours merged to as few rectangles as runs allow.

    Args:
        digits: 1 to 34 decimal digits, as the badge code has them.

    Raises:
        ValueError: there are other characters in it, or too many.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise ValueError(digits)
    return _merged(_grid(digits).to_bytes(SIDE * SIDE))


def _grid(digits: str) -> int:
    """The modules row by row, a byte each, 1 where dark, as one number.

    Error correction is linear: every bit of the data flips the same modules whatever the others
    are. So the library draws each bit once, and a code is put together from what it drew, ten times
    as fast. The standard packs three digits to ten bits.
    """
    length = len(digits)
    grid = _drawn("0" * length)
    for start in range(0, length, _PACKED):
        value = int(digits[start : start + _PACKED])
        if value:
            grid ^= _flipped(length, start, value)
    return grid


@lru_cache(maxsize=16_384)
def _flipped(length: int, start: int, value: int) -> int:
    """The modules that differ when the packed digits from `start` are `value` instead of zeros."""
    rest = value & (value - 1)
    if rest:
        return _flipped(length, start, value ^ rest) ^ _flipped(length, start, rest)
    packed = f"{value:0{min(_PACKED, length - start)}}"
    one = "0" * start + packed
    return _drawn("0" * length) ^ _drawn(one.ljust(length, "0"))


@lru_cache(maxsize=256)
def _drawn(digits: str) -> int:
    """The grid of a code as the library draws it."""
    # Lazily: the library takes 50 ms to import, which a window that prints nothing can save.
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import QRData

    code = QRCode(version=_VERSION, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK)
    code.add_data(QRData(digits), optimize=0)
    code.make(fit=False)
    return int.from_bytes(bytes(module is True for row in code.modules for module in row))


def _merged(modules: bytes) -> tuple[Block, ...]:
    """Runs of each row; a run that repeats right below grows down instead."""
    blocks: list[Block] = []
    open_runs: dict[tuple[int, int], int] = {}
    for row in range(SIDE + 1):
        here = _runs_of(modules[row * SIDE : (row + 1) * SIDE])
        going_on = {run: open_runs.pop(run, row) for run in here}
        for (start, length), top in open_runs.items():
            blocks.append((start, top, length, row - top))
        open_runs = going_on
    return tuple(blocks)


@lru_cache(maxsize=4096)
def _runs_of(row: bytes) -> list[tuple[int, int]]:
    """Start and length of each dark run."""
    return [(match.start(), len(match[0])) for match in _DARK.finditer(row)]
