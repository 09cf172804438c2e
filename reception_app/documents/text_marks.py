"""Text that was fitted, as marks: lines below each other, aligned in their column."""

from collections.abc import Sequence

from reception_app.documents import fonts
from reception_app.documents.drawing import INK, TextLine
from reception_app.documents.fitting import Fitted
from reception_app.documents.fonts import Weight
from reception_app.domain.tag_design import Align

ASCENT = 0.88
"""From the upper edge of a line of type to its baseline, in sizes."""

CAP_MIDDLE = 0.36
"""Half the height of a capital, in sizes: from a baseline up to the middle of its line."""


def line_baselines(fitted: Fitted, leading: float) -> list[float]:
    """Where the lines of a paragraph stand, from its upper edge, `leading` sizes apart."""
    pitch = fitted.size * leading
    first = (pitch - fitted.size) / 2 + fitted.size * ASCENT
    return [first + row * pitch for row in range(len(fitted.lines))]


def lines_at(
    fitted: Fitted, baselines: Sequence[float], *, left: float, width: float,
    weight: Weight = Weight.REGULAR, colour: str = INK, align: Align = Align.LEFT,
) -> list[TextLine]:  # fmt: skip
    """The lines of a text on these baselines, in a column of `width` from `left`."""
    marks = []
    for line, baseline in zip(fitted.lines, baselines, strict=True):
        x = left
        if align is not Align.LEFT:
            spare = width - fonts.width(line, fitted.size, weight, fitted.style)
            x += spare if align is Align.RIGHT else spare / 2
        marks.append(TextLine(line, x, baseline, fitted.size, weight, colour, style=fitted.style))
    return marks
