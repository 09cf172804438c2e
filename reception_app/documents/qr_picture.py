"""The QR of a badge code as a picture file: a PNG of two colours, with its quiet zone."""

import struct
import zlib

from reception_app.documents.qr_image import QUIET, SIDE, qr_blocks

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS_A_PIXEL, _GREYSCALE = 1, 0


def qr_picture(digits: str, *, module: int = 16) -> bytes:
    """The code as PNG, black on white, `module` px to a module; equal input gives equal bytes.

    Args:
        digits: 1 to 34 decimal digits, as the badge code has them.
        module: px along one module; the picture is 29 modules wide and high.

    Raises:
        ValueError: there are other characters in the digits, or too many.
    """
    modules = SIDE + 2 * QUIET
    grid = [[True] * modules for _ in range(modules)]
    for column, row, columns, rows in qr_blocks(digits):
        for y in range(row + QUIET, row + QUIET + rows):
            for x in range(column + QUIET, column + QUIET + columns):
                grid[y][x] = False
    # Each row of pixels begins with its filter, 0: as it is.
    pixels = b"".join((b"\0" + _packed(row, module)) * module for row in grid)
    side = modules * module
    header = struct.pack(">IIBBBBB", side, side, _BITS_A_PIXEL, _GREYSCALE, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(pixels, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(row: list[bool], module: int) -> bytes:
    """A row of pixels, eight to a byte, white to fill the last one up."""
    bits = "".join(("1" if white else "0") * module for white in row)
    length = -(-len(bits) // 8)
    return int(bits.ljust(length * 8, "1"), 2).to_bytes(length, "big")


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
