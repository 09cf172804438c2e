"""What a piece of paper shows: marks placed by their measures, whatever draws them in the end.

All lengths are points (1/72 inch); x runs to the right and y *down* from the top left corner of the
label or page the marks belong to. Colours are `#RRGGBB`.
"""

from dataclasses import dataclass

from reception_app.documents import fonts
from reception_app.documents.fonts import Lettering, Weight
from reception_app.documents.picture_file import Picture
from reception_app.documents.qr_image import QUIET, SIDE

MM = 72 / 25.4
"""Points in a millimetre."""

INK = "#171B22"
MUTED = "#667085"
LINE = "#D0D5DD"
PAPER = "#FFFFFF"

_LEGIBLE = 4.5
"""The contrast text needs against its ground (WCAG 2.2 AA)."""


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle a mark needs for itself."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: "Box") -> bool:
        """Whether nothing of it sticks out of `other`."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text starting at `x` on the baseline `y`; `turned` runs downwards instead.

    A turned line's letters stand on a baseline that runs down at `x`, starting at `y`, as on the
    spine of an English book. `style` is that of the whole text a line is part of.
    """

    text: str
    x: float
    y: float
    size: float
    weight: Weight = Weight.REGULAR
    colour: str = INK
    turned: bool = False
    style: Lettering | None = None

    @property
    def width(self) -> float:
        """How long the line is."""
        return fonts.width(self.text, self.size, self.weight, self.style)

    @property
    def box(self) -> Box:
        """Where its ink can be."""
        low, high = fonts.ink(self.text, self.weight, self.style)
        if self.turned:
            return Box(
                self.x + low * self.size, self.y, self.x + high * self.size, self.y + self.width
            )
        return Box(self.x, self.y - high * self.size, self.x + self.width, self.y - low * self.size)


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Japanese set vertically 縦書き: one character below the other, centred on `x` from `top`.

    `pitch` is the distance from one character to the next, in sizes.
    """

    text: str
    x: float
    top: float
    size: float
    weight: Weight = Weight.REGULAR
    colour: str = INK
    pitch: float = 1.0

    @property
    def height(self) -> float:
        """From the top of the first character to the foot of the last."""
        return self.size * ((len(fonts.printable(self.text)) - 1) * self.pitch + 1)

    @property
    def box(self) -> Box:
        """The squares of its characters."""
        half = self.size / 2
        return Box(self.x - half, self.top, self.x + half, self.top + self.height)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0

    @property
    def box(self) -> Box:
        """The rectangle itself."""
        return Box(self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True, slots=True)
class Outline:
    """The edge of a rectangle, drawn `thick`; of no height or width it is a straight line."""

    x: float
    y: float
    width: float
    height: float
    colour: str = LINE
    thick: float = 0.5
    radius: float = 0.0
    dashes: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        """The rectangle itself."""
        return Box(self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True, slots=True)
class QrCode:
    """A badge code; `side` is that of the symbol, without the quiet zone around it."""

    digits: str
    x: float
    y: float
    side: float

    @property
    def box(self) -> Box:
        """The symbol with its quiet zone."""
        quiet = self.side / SIDE * QUIET
        return Box(
            self.x - quiet, self.y - quiet, self.x + self.side + quiet, self.y + self.side + quiet
        )


@dataclass(frozen=True, slots=True)
class Image:
    """A picture stretched over a rectangle of its own proportions."""

    picture: Picture
    x: float
    y: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """The rectangle itself."""
        return Box(self.x, self.y, self.x + self.width, self.y + self.height)


Mark = TextLine | TextColumn | Area | Outline | QrCode | Image


def readable_on(ground: str) -> str:
    """White where white text is legible on the colour `ground`, else ink."""
    return PAPER if contrast(ground, PAPER) >= _LEGIBLE else INK


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#RRGGBB`, each 0 to 1.

    Raises:
        ValueError: it is no such colour.
    """
    if len(colour) != len("#RRGGBB") or colour[0] != "#":
        raise ValueError(colour)
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG
        for part in rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
