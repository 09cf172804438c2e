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
    return _merged(_modules(digits))


def _modules(digits: str) -> list[list[bool]]:
    # Lazily: the library takes 50 ms to import, which a window that prints nothing can save.
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode
    from qrcode.util import QRData

    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(digits)
    code = QRCode(version=_VERSION, error_correction=ERROR_CORRECT_M, mask_pattern=_MASK)
    code.add_data(QRData(digits), optimize=0)
    try:
        code.make(fit=False)
    except DataOverflowError:
        raise ValueError(digits) from None
    return [[module is True for module in row] for row in code.modules]


def _merged(modules: list[list[bool]]) -> tuple[Block, ...]:
    """Runs of each row; a run that repeats right below grows down instead."""
    blocks: list[Block] = []
    open_runs: dict[tuple[int, int], int] = {}
    for row in range(SIDE + 1):
        here = _row_runs(modules[row]) if row < SIDE else []
        going_on = {run: open_runs.pop(run, row) for run in here}
        blocks += [(start, top, length, row - top) for (start, length), top in open_runs.items()]
        open_runs = going_on
    return tuple(blocks)


@lru_cache(maxsize=4096)
def _runs_of(row: bytes) -> list[tuple[int, int]]:
    """Start and length of each dark run."""
    return [(match.start(), len(match[0])) for match in _DARK.finditer(row)]


def _row_runs(row: list[bool]) -> list[tuple[int, int]]:
    return _runs_of(bytes(row))
