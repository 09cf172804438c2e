"""A tag design 名札のデザイン: what stands where on the two sides of a name tag, in millimetres.

Texts are templates: `{company}` stands for the guest's company, `{ask}` for words of the program in
the event's language. Colours are `#RRGGBB`, `CATEGORY` or `ON_CATEGORY`. The last element of a side
lies on top.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

CATEGORY = "category"
"""The colour of the guest's category."""

ON_CATEGORY = "on_category"
"""White or ink, whichever is legible on the colour of the guest's category."""

EVENT_LOGO = "logo"
"""The picture that the event has for all its designs, in place of a picture's hash."""


class TagField(StrEnum):
    """What a template can ask for."""

    NAME = "name"
    READING = "reading"
    COMPANY = "company"
    TITLE = "title"
    CATEGORY = "category"
    TABLE = "table"
    TALKS_ABOUT = "talks_about"
    WANTS_TO_MEET = "wants_to_meet"
    INTRODUCER = "introducer"
    HOST = "host"
    NUMBER = "number"
    POSITION = "position"
    TICKET_NUMBER = "ticket_number"
    EMAIL = "email"
    PHONE = "phone"
    NOTE = "note"
    EVENT = "event"
    DATE = "date"
    VENUE = "venue"


class TagWord(StrEnum):
    """Words of the program a template can ask for, in the language of the event."""

    ASK = "ask"
    MEET = "meet"
    TABLE_WORD = "table_word"
    WELCOME = "welcome"
    SCAN = "scan"


EVENT_FIELDS = frozenset({TagField.EVENT, TagField.DATE, TagField.VENUE})
"""Fields that are the same on all tags."""


class Align(StrEnum):
    """How lines stand between the left and the right edge of their frame."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(StrEnum):
    """Which edge of its frame a text keeps to when it does not fill it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Fit(StrEnum):
    """How a text that is too long is made to fit.

    SHRINK: it is as large as its place allows, and breaks only where that makes it clearly larger.
    WRAP: it keeps its size and breaks, and shrinks only when it has too many lines.
    """

    SHRINK = "shrink"
    WRAP = "wrap"


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of an element, mm from the top left corner of the tag."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def overlaps(self, other: "Frame") -> bool:
        """Whether the two share any area; frames that touch do not."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def scaled(self, across: float, down: float) -> "Frame":
        """The place on a tag that is so many times as wide and as high."""
        return Frame(self.left * across, self.top * down, self.width * across, self.height * down)


@dataclass(frozen=True, slots=True)
class TagText:
    """One text of a block: sizes in points, `gap` the mm of white above it.

    `size` is the largest it may be; set smaller than `smallest` it is reported.
    """

    template: str
    size: float
    smallest: float = 6.0
    bold: bool = False
    colour: str = "#171B22"
    fit: Fit = Fit.SHRINK
    lines: int = 1
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class TextElement:
    """Texts below each other; what is empty leaves no trace and the others move up.

    `bar` is the colour of a line along the left edge, empty for none. `grows` lets it use the room
    below its frame that other elements leave free on this tag.
    """

    frame: Frame
    texts: tuple[TagText, ...]
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    bar: str = ""
    grows: bool = False


@dataclass(frozen=True, slots=True)
class BandElement:
    """A ground of colour with one line of text, upright when it is higher than wide.

    `fill` and `edge` are colours, empty for none; `radius` is in mm. One that `hugs` is only as
    wide as its text, and is not there without one.
    """

    frame: Frame
    template: str = "{category}"
    fill: str = CATEGORY
    edge: str = ""
    radius: float = 0.0
    size: float = 12.0
    smallest: float = 6.0
    bold: bool = True
    align: Align = Align.CENTRE
    hugs: bool = False


@dataclass(frozen=True, slots=True)
class QrElement:
    """The badge code as large as its frame allows, its white margin included."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class PictureElement:
    """A picture, whole and undistorted in its frame; `picture` its SHA-256 or `EVENT_LOGO`."""

    frame: Frame
    picture: str = EVENT_LOGO
    align: Align = Align.CENTRE
    anchor: Anchor = Anchor.MIDDLE


@dataclass(frozen=True, slots=True)
class LineElement:
    """A straight line along the longer side of its frame, `thick` points."""

    frame: Frame
    colour: str = "#D0D5DD"
    thick: float = 0.5


Element = TextElement | BandElement | QrElement | PictureElement | LineElement


@dataclass(frozen=True, slots=True)
class TagDesign:
    """A design with its size in mm; `key` names it in the event, `name` for people.

    A tag without elements on its `back` is printed on one side.
    """

    key: str
    name: str
    width: float
    height: float
    front: tuple[Element, ...]
    back: tuple[Element, ...] = ()

    @property
    def pictures(self) -> frozenset[str]:
        """The hashes of its own pictures."""
        return frozenset(
            element.picture
            for element in (*self.front, *self.back)
            if isinstance(element, PictureElement) and element.picture != EVENT_LOGO
        )

    def fitted_to(self, width: float, height: float) -> "TagDesign":
        """The design on a label of this size in mm: places stretched, type in proportion."""
        across, down = width / self.width, height / self.height
        if max(abs(across - 1), abs(down - 1)) < _SAME_SIZE:
            return self
        return replace(
            self,
            width=width,
            height=height,
            front=tuple(_scaled(element, across, down) for element in self.front),
            back=tuple(_scaled(element, across, down) for element in self.back),
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a template: the field or word it asks for, or literal `text`."""

    text: str
    field: TagField | TagWord | None = None


_SAME_SIZE = 0.001
_ASKED = re.compile(r"\{([a-z_]+)\}")
_NAMES: dict[str, TagField | TagWord] = {one.value: one for one in (*TagField, *TagWord)}


@lru_cache(maxsize=1000)
def segments_of(template: str) -> tuple[Segment, ...]:
    """The template in pieces; braces around anything unknown are literal."""
    return tuple(_segments(template))


@lru_cache(maxsize=1000)
def fields_of(template: str) -> frozenset[TagField]:
    """The fields a template asks for."""
    return frozenset(
        segment.field for segment in segments_of(template) if isinstance(segment.field, TagField)
    )


def templates_of(element: Element) -> tuple[str, ...]:
    """All templates of an element."""
    match element:
        case TextElement(texts=texts):
            return tuple(text.template for text in texts)
        case BandElement(template=template):
            return (template,)
        case _:
            return ()


def _segments(template: str) -> Iterator[Segment]:
    end = 0
    for match in _ASKED.finditer(template):
        field = _NAMES.get(match[1])
        if field is None:
            continue
        if match.start() > end:
            yield Segment(template[end : match.start()])
        yield Segment("", field)
        end = match.end()
    if end < len(template):
        yield Segment(template[end:])


def _scaled(element: Element, across: float, down: float) -> Element:
    frame, type_scale = element.frame.scaled(across, down), min(across, down)
    match element:
        case TextElement():
            texts = tuple(
                replace(text, size=text.size * type_scale, gap=text.gap * down)
                for text in element.texts
            )
            return replace(element, frame=frame, texts=texts)
        case BandElement():
            size, radius = element.size * type_scale, element.radius * type_scale
            return replace(element, frame=frame, size=size, radius=radius)
        case _:
            return replace(element, frame=frame)
