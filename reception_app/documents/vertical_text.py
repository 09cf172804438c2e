"""Japanese set vertically: where each sign of a column stands, and which are turned."""

from collections.abc import Iterator
from typing import NamedTuple

from reception_app.documents import fonts
from reception_app.documents.drawing import TextColumn

_TURNED_SIGNS = frozenset("ー―–—-～〜…‥（）()「」『』【】〈〉《》［］[]＝=：；:;→")
_SMALL_KANA = frozenset("ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ")
_CORNER_SIGNS = frozenset("、。，．")
_EM_TOP = 0.88
"""Where the top of the em square of Japanese type is above the baseline."""


class PlacedSign(NamedTuple):
    """One sign of a column, starting at (x, y) on its baseline, which runs down when `turned`."""

    char: str
    x: float
    y: float
    turned: bool


def placed_signs(column: TextColumn) -> Iterator[PlacedSign]:
    """The signs of a column from its top down."""
    size = column.size
    for place, char in enumerate(fonts.printable(column.text)):
        half = fonts.width(char, size, column.weight) / 2
        middle = column.top + (place * column.pitch + 0.5) * size
        # The middle of the em square is what stays in place when a sign is turned.
        rise = (_EM_TOP - 0.5) * size
        if char in _TURNED_SIGNS:
            yield PlacedSign(char, column.x - rise, middle - half, turned=True)
            continue
        across, up = 0.0, 0.0
        if char in _SMALL_KANA:
            across, up = 0.08 * size, 0.08 * size
        elif char in _CORNER_SIGNS:
            across, up = 0.55 * size, 0.55 * size
        yield PlacedSign(char, column.x - half + across, middle + rise - up, turned=False)
