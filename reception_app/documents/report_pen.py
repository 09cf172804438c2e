"""The pen that writes a report: where it stands on which page, and how text is set."""

from dataclasses import dataclass

from reception_app.documents import fonts
from reception_app.documents.drawing import INK, MM, Mark, Outline, TextLine
from reception_app.documents.fitting import fit_lines, wrap
from reception_app.documents.fonts import Weight
from reception_app.documents.report import Align

LEADING = 1.38
"""The distance of two lines, in sizes."""

RULE = "#98A2B3"
TINT = "#F2F4F7"

_ASCENT = 0.88
"""From the top of the em square of Japanese type down to the baseline."""

_SIDE = 16 * MM
_TOP = 14 * MM
_FOOT = 16 * MM


@dataclass(frozen=True, slots=True)
class Type:
    """How a piece of text is set; `size` in points."""

    size: float
    weight: Weight = Weight.REGULAR
    colour: str = INK

    @property
    def pitch(self) -> float:
        """The height of one line."""
        return self.size * LEADING

    def width(self, text: str) -> float:
        """How long `text` is in one line."""
        return fonts.width(text, self.size, self.weight)


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where something reaches, in points from the left of the page."""

    left: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    def without(self, indent: float) -> "Span":
        """What is left of it when it begins later."""
        return Span(self.left + indent, self.width - indent)

    def start(self, width: float, align: Align) -> float:
        """Where something `width` wide begins in it."""
        spare = self.width - width
        return self.left + {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]


class Pen:
    """Writes marks on one page after the other; `y` is how far down it stands, in points."""

    def __init__(self, *, width: float, height: float) -> None:
        """Begin the first page; `width` and `height` of the page in points."""
        self.span = Span(_SIDE, width - 2 * _SIDE)
        self.bottom = height - _FOOT
        self.pages: list[list[Mark]] = [[]]
        self._page = self.pages[0]
        self.y = _TOP

    def next_page(self) -> None:
        """Begin a new page, unless this one is empty."""
        if self._page:
            self.pages.append([])
            self.turn_to(len(self.pages))
            self.y = _TOP

    def turn_to(self, page: int) -> None:
        """Go on writing on this page, from 1."""
        self._page = self.pages[page - 1]

    def has_room(self, height: float) -> bool:
        """Whether `height` fits on the rest of this page."""
        return self.y + height <= self.bottom

    def need(self, height: float) -> None:
        """Begin a new page unless there is room for `height` on this one."""
        if not self.has_room(height):
            self.next_page()

    def add(self, mark: Mark) -> None:
        """Put a mark on this page."""
        self._page.append(mark)

    def rule(self, colour: str, thick: float, span: Span | None = None) -> None:
        """Draw a level line where the pen stands."""
        across = span or self.span
        self.add(Outline(across.left, self.y, across.width, 0, colour, thick))

    def write(
        self, text: str, span: Span, kind: Type, *, top: float, align: Align = Align.LEFT
    ) -> None:
        """Write one line whose type begins `top` down the page."""
        if text:
            left = span.start(kind.width(text), align)
            baseline = top + kind.size * ((LEADING - 1) / 2 + _ASCENT)
            self.add(TextLine(text, left, baseline, kind.size, kind.weight, kind.colour))


def broken(text: str, width: float, kind: Type, *, lines: int) -> tuple[list[str], float]:
    """`text` in at most `lines` lines, and the size they have: smaller only where it must be.

    Line ends in `text` begin a new line each and do not count.
    """
    found: list[str] = []
    size = kind.size
    for part in text.split("\n"):
        kept = wrap(part, weight=kind.weight, size=kind.size, width=width, lines=lines)
        if kept is None:
            fitted = fit_lines(
                part, weight=kind.weight, width=width, height=kind.pitch * lines,
                largest=kind.size, lines=lines,
            )  # fmt: skip
            kept, size = fitted.lines, min(size, fitted.size)
        found += kept
    return found, size
