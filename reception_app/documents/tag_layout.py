"""Putting a guest on a tag design: every text as large as its place allows, nothing overlapping."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reception_app.documents.drawing import MM, PAPER, Area, Image, Mark, Outline, QrCode
from reception_app.documents.name_tag import LaidOutTag, NameTag
from reception_app.documents.picture_file import Picture
from reception_app.documents.qr_image import QUIET, SIDE
from reception_app.documents.tag_band import SHARE_BEFORE, band_marks
from reception_app.documents.tag_block import text_block
from reception_app.documents.tag_saying import TagSaying
from reception_app.domain.tag_design import (
    EVENT_FIELDS,
    Anchor,
    BandElement,
    Element,
    LineElement,
    PictureElement,
    QrElement,
    TagDesign,
    TagField,
    TextElement,
    fields_of,
    templates_of,
)
from reception_app.wording import Wording

_SHARE_ABOVE = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
_MOST_REMEMBERED = 5000
_APART = MM
"""What a text that grows keeps away from the next mark below it."""


LayoutMemory = dict[tuple[Element, NameTag], LaidOutTag]
"""What a designer keeps between two strokes of the mouse: most elements did not change."""


class TagLayout:
    """Lays out tags on one design."""

    def __init__(
        self, design: TagDesign, wording: Wording, pictures: Mapping[str, Picture] | None = None,
        *, memory: LayoutMemory | None = None,
    ) -> None:  # fmt: skip
        """Prepare the design.

        Args:
            design: its size is the label's.
            wording: of the words the program adds, in the event's language.
            pictures: those of the design by hash, and the event's as `EVENT_LOGO`.
            memory: what was laid out before with the same wording and pictures, and will be.
        """
        self._wording = wording
        self._pictures = pictures or {}
        self._front = _Side(design.front, design.height * MM, memory)
        self._back = _Side(design.back, design.height * MM, memory)

    def front(self, tag: NameTag) -> LaidOutTag:
        """The marks of the tag's front."""
        return self._front.laid_out(TagSaying(tag, self._wording), self._pictures)

    def back(self, tag: NameTag) -> LaidOutTag:
        """The marks of the tag's back."""
        return self._back.laid_out(TagSaying(tag, self._wording), self._pictures)


class _Side:
    """One side of a design, and what can be known of it before there is a tag."""

    def __init__(
        self, elements: Sequence[Element], height: float, memory: LayoutMemory | None
    ) -> None:
        self._elements = elements
        self._height = height
        self._memory = memory
        self._shared = frozenset(
            place for place, element in enumerate(elements) if _is_shared(element)
        )
        self._known: dict[tuple[int, str, str, str, str, str], LaidOutTag] = {}
        self._grounded = frozenset(
            place
            for place, element in enumerate(elements)
            if isinstance(element, QrElement)
            and any(
                isinstance(below, BandElement | PictureElement)
                and below.frame.overlaps(element.frame)
                for below in elements[:place]
            )
        )

    def laid_out(self, saying: TagSaying, pictures: Mapping[str, Picture]) -> LaidOutTag:
        """The marks of all elements in their order; those that grow see where the others are."""
        marks: list[Sequence[Mark]] = []
        growing: list[tuple[int, TextElement]] = []
        for place, element in enumerate(self._elements):
            if isinstance(element, TextElement) and element.grows:
                growing.append((place, element))
                marks.append(())
            elif isinstance(element, QrElement):
                marks.append(_code(element, saying, on_ground=place in self._grounded))
            elif place in self._shared:
                marks.append(self._once(place, saying))
            elif self._memory is None:
                marks.append(_element_marks(element, saying, pictures))
            else:
                marks.append(self._remembered(self._memory, element, saying, pictures))
        for place, element in growing:
            taken = [mark for others in marks for mark in others]
            height = self._room_below(element, taken)
            marks[place] = text_block(element, saying, height)
        every = tuple(mark for others in marks for mark in others)
        return LaidOutTag(every, tuple(saying.problems))

    def _once(self, place: int, saying: TagSaying) -> Sequence[Mark]:
        """The marks of a text that is the same on all tags of the event, or of a category."""
        tag = saying.tag
        key = (place, tag.event_name, tag.event_date, tag.venue, tag.category, tag.colour)
        known = self._known.get(key)
        if known is None:
            before = len(saying.problems)
            marks = tuple(_element_marks(self._elements[place], saying, {}))
            known = self._known[key] = LaidOutTag(marks, tuple(saying.problems[before:]))
        else:
            saying.problems += [replace(p, number=tag.number) for p in known.problems]
        return known.marks

    @staticmethod
    def _remembered(
        memory: LayoutMemory, element: Element, saying: TagSaying, pictures: Mapping[str, Picture]
    ) -> Sequence[Mark]:
        """The marks of an element, laid out now only if it was not before."""
        key = (element, saying.tag)
        known = memory.get(key)
        if known is None:
            if len(memory) > _MOST_REMEMBERED:
                memory.clear()
            before = len(saying.problems)
            marks = tuple(_element_marks(element, saying, pictures))
            known = memory[key] = LaidOutTag(marks, tuple(saying.problems[before:]))
        else:
            saying.problems += known.problems
        return known.marks

    def _room_below(self, element: TextElement, taken: Sequence[Mark]) -> float:
        """How high an element may be that uses what is free down to the next mark or the edge."""
        frame = element.frame
        left, right, top = frame.left * MM, frame.right * MM, frame.top * MM
        bottom = frame.bottom * MM
        limit = self._height - max(min(left, self._height - bottom), 0)
        for mark in taken:
            box = mark.box
            if box.left < right and left < box.right and box.top >= bottom - _APART:
                limit = min(limit, box.top - _APART)
        return max(limit, bottom) - top


def _is_shared(element: Element) -> bool:
    """Whether a text says nothing of the guest but the category."""
    return isinstance(element, TextElement | BandElement) and all(
        fields_of(template) <= EVENT_FIELDS | {TagField.CATEGORY}
        for template in templates_of(element)
    )


def _element_marks(
    element: Element, saying: TagSaying, pictures: Mapping[str, Picture]
) -> Sequence[Mark]:
    match element:
        case TextElement():
            return text_block(element, saying, element.frame.height * MM)
        case BandElement():
            return band_marks(element, saying)
        case QrElement():
            return _code(element, saying, on_ground=False)
        case PictureElement():
            return _picture(element, pictures)
        case LineElement():
            return (_line(element, saying),)


def _code(element: QrElement, saying: TagSaying, *, on_ground: bool) -> Sequence[Mark]:
    """The QR with its quiet zone in the middle of its frame, on white where it stands on colour."""
    frame = element.frame
    whole = min(frame.width, frame.height) * MM
    if not saying.tag.badge_code or whole <= 0:
        return ()
    side = whole / (SIDE + 2 * QUIET) * SIDE
    x = frame.left * MM + (frame.width * MM - side) / 2
    y = frame.top * MM + (frame.height * MM - side) / 2
    code = QrCode(saying.tag.badge_code, x, y, side)
    if not on_ground:
        return (code,)
    box = code.box
    return (Area(box.left, box.top, whole, whole, PAPER), code)


def _picture(element: PictureElement, pictures: Mapping[str, Picture]) -> Sequence[Mark]:
    picture, frame = pictures.get(element.picture), element.frame
    if picture is None or min(frame.width, frame.height) <= 0:
        return ()
    scale = min(frame.width / picture.width, frame.height / picture.height) * MM
    width, height = picture.width * scale, picture.height * scale
    x = frame.left * MM + (frame.width * MM - width) * SHARE_BEFORE[element.align]
    y = frame.top * MM + (frame.height * MM - height) * _SHARE_ABOVE[element.anchor]
    return (Image(picture, x, y, width, height),)


def _line(element: LineElement, saying: TagSaying) -> Mark:
    """The middle line of the frame, along its longer side."""
    frame, colour = element.frame, saying.colour(element.colour)
    x, y = frame.left * MM, frame.top * MM
    width, height = frame.width * MM, frame.height * MM
    if width >= height:
        return Outline(x, y + height / 2, width, 0, colour, element.thick)
    return Outline(x + width / 2, y, 0, height, colour, element.thick)
