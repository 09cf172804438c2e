"""The order in which people count: table 2 before table 10."""

import re

from reception_app.domain.guest import fold

_DIGITS = re.compile(r"(\d+)")


def natural_key(text: str) -> tuple[tuple[bool, int, str], ...]:
    """A sort key by which numbers inside texts count as numbers."""
    return tuple(
        (piece.isdigit(), int(piece) if piece.isdigit() else 0, piece)
        for piece in _DIGITS.split(fold(text))
        if piece
    )
