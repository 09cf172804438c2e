"""What can be wrong with a text that was put on paper."""

from collections.abc import Iterator
from enum import StrEnum

from reception_app.documents import fonts
from reception_app.documents.fitting import Fitted


class ProblemKind(StrEnum):
    """What is wrong with a printed text."""

    EMPTY_NAME = "empty_name"
    MISSING_GLYPH = "missing_glyph"
    TOO_SMALL = "too_small"
    CUT = "cut"


def text_problems(
    text: str, fitted: Fitted, *, smallest: float
) -> Iterator[tuple[ProblemKind, str]]:
    """What is wrong with `text` as it was fitted, and the text, or its missing characters.

    Args:
        text: the whole text.
        fitted: how it was set.
        smallest: points below which a reader has to come close.
    """
    unknown = fonts.missing(text)
    if unknown:
        yield ProblemKind.MISSING_GLYPH, "".join(unknown)
    if fitted.cut:
        yield ProblemKind.CUT, text
    elif fitted.size < smallest:
        yield ProblemKind.TOO_SMALL, text
