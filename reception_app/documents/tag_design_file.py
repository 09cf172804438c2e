"""Tag designs as JSON: in the event file, and as template files that go from event to event.

A template file may come from anywhere: everything in it is checked, it holds its pictures itself
and never names a file or an address.
"""

import base64
import binascii
import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from reception_app.documents.picture_file import Picture, kept_picture
from reception_app.documents.safe_file import written_whole
from reception_app.domain.canonical_json import JsonObject
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import clean_text
from reception_app.domain.tag_design import (
    CATEGORY,
    EVENT_LOGO,
    ON_CATEGORY,
    Align,
    Anchor,
    BandElement,
    Element,
    Fit,
    Frame,
    LineElement,
    PictureElement,
    QrElement,
    TagDesign,
    TagText,
    TextElement,
)

SUFFIX = ".reception-tag"
"""What the name of a template file ends with."""

VERSION = 1
SMALLEST_SIDE, LARGEST_SIDE = 20.0, 420.0
"""Width and height of a tag in mm."""

MOST_ELEMENTS = 60
MOST_TEXTS = 12
LONGEST_TEMPLATE = 300
LONGEST_NAME = 80
SMALLEST_TYPE, LARGEST_TYPE = 3.0, 200.0
MOST_PICTURES = 20

_LARGEST_FILE = 30 * 1024 * 1024
_FORMAT = "reception-tag"
_ROUNDING = 0.01
_KEY = re.compile(r"[0-9a-z_-]{1,64}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SPACES = frozenset(" \u3000")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_KINDS: dict[str, type[Element]] = {
    "text": TextElement,
    "band": BandElement,
    "qr": QrElement,
    "picture": PictureElement,
    "line": LineElement,
}
_KIND_OF = {made: kind for kind, made in _KINDS.items()}

E = TypeVar("E", bound=StrEnum)


@dataclass(eq=False)
class TemplateFileMissing(ReceptionError):
    """There is no such file, or it cannot be opened."""

    file: str


@dataclass(eq=False)
class TemplateFileTooLarge(ReceptionError):
    """The file is larger than any design with its pictures."""

    file: str
    limit: int


@dataclass(eq=False)
class TemplateFileForeign(ReceptionError):
    """The file is no template of ours, or not all of it."""

    file: str


@dataclass(eq=False)
class TemplateFileNewer(ReceptionError):
    """A newer version of the program wrote the file."""

    file: str


@dataclass(eq=False)
class DesignImpossible(ReceptionError):
    """Something in a design is not as it must be; `place` says where, such as `front 3 size`."""

    file: str
    place: str


def read_template(path: Path) -> tuple[TagDesign, tuple[Picture, ...]]:
    """The design of a template file, and its pictures.

    Raises:
        TemplateFileMissing, TemplateFileTooLarge, TemplateFileForeign, TemplateFileNewer,
        DesignImpossible, PictureUnreadable, PictureTooLarge: it is not taken.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError:
        raise TemplateFileMissing(path.name) from None
    if len(content) > _LARGEST_FILE:
        raise TemplateFileTooLarge(path.name, _LARGEST_FILE // 1024**2)
    try:
        whole = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise TemplateFileForeign(path.name) from None
    if not isinstance(whole, dict) or whole.get("format") != _FORMAT:
        raise TemplateFileForeign(path.name)
    version = whole.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise TemplateFileForeign(path.name)
    if version > VERSION:
        raise TemplateFileNewer(path.name)
    if version != VERSION or not whole.keys() <= {"format", "version", "design", "pictures"}:
        raise TemplateFileForeign(path.name)
    design = design_from(whole.get("design"), path.name)
    return design, _pictures(whole.get("pictures", {}), design, path.name)


def write_template(path: Path, design: TagDesign, pictures: Mapping[str, Picture]) -> None:
    """Write the design with its pictures as a template file.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written.
    """
    held = {
        key: base64.b64encode(pictures[key].content).decode("ascii")
        for key in sorted(design.pictures)
        if key in pictures
    }
    whole = {"format": _FORMAT, "version": VERSION, "design": design_json(design), "pictures": held}
    with written_whole(path) as stream:
        stream.write(json.dumps(whole, ensure_ascii=False, indent=1).encode())


def design_json(design: TagDesign) -> JsonObject:
    """The design as JSON, from which `design_from` makes it again."""
    return {
        "key": design.key,
        "name": design.name,
        "width": design.width,
        "height": design.height,
        "front": [_element_json(element) for element in design.front],
        "back": [_element_json(element) for element in design.back],
    }


def design_from(value: object, file: str) -> TagDesign:
    """The design that JSON from the file describes, all of it checked.

    Raises:
        DesignImpossible: it is none.
    """
    part = _Part(value, file, "design")
    part.only("key", "name", "width", "height", "front", "back")
    width = part.number("width", SMALLEST_SIDE, LARGEST_SIDE)
    height = part.number("height", SMALLEST_SIDE, LARGEST_SIDE)
    sides = [
        tuple(
            _element(_Part(one, file, f"{side} {n}"), width, height)
            for n, one in enumerate(part.list(side, MOST_ELEMENTS), 1)
        )
        for side in ("front", "back")
    ]
    return TagDesign(
        part.matching("key", _KEY), part.text("name", LONGEST_NAME), width, height, *sides
    )


def _element(part: "_Part", width: float, height: float) -> Element:
    kind = _KINDS.get(part.text("kind", LONGEST_NAME))
    if kind is None:
        part.refuse("kind")
    part.only("kind", *(field.name for field in fields(kind)))
    frame = _frame(_Part(part.value["frame"], part.file, part.place), width, height)
    if kind is TextElement:
        texts = part.list("texts", MOST_TEXTS)
        return TextElement(
            frame,
            tuple(_text(_Part(text, part.file, part.place)) for text in texts),
            part.choice("align", Align),
            part.choice("anchor", Anchor),
            part.colour("bar", empty=True),
            part.flag("grows"),
        )
    if kind is BandElement:
        return BandElement(
            frame,
            part.text("template", LONGEST_TEMPLATE),
            part.colour("fill", empty=True),
            part.colour("edge", empty=True),
            part.number("radius", 0, LARGEST_SIDE),
            part.number("size", SMALLEST_TYPE, LARGEST_TYPE),
            part.number("smallest", SMALLEST_TYPE, LARGEST_TYPE),
            part.flag("bold"),
            part.choice("align", Align),
            part.flag("hugs"),
        )
    if kind is PictureElement:
        picture = part.text("picture", 64)
        if picture != EVENT_LOGO:
            picture = part.matching("picture", _HASH)
        align, anchor = part.choice("align", Align), part.choice("anchor", Anchor)
        return PictureElement(frame, picture, align, anchor)
    if kind is LineElement:
        return LineElement(frame, part.colour("colour"), part.number("thick", 0.1, 50))
    return QrElement(frame)


def _frame(part: "_Part", width: float, height: float) -> Frame:
    part.only("left", "top", "width", "height")
    frame = Frame(
        part.number("left", 0, width),
        part.number("top", 0, height),
        part.number("width", 0, width),
        part.number("height", 0, height),
    )
    if frame.right > width + _ROUNDING:
        part.refuse("width")
    if frame.bottom > height + _ROUNDING:
        part.refuse("height")
    return frame


def _text(part: "_Part") -> TagText:
    part.only(*(field.name for field in fields(TagText)))
    return TagText(
        part.text("template", LONGEST_TEMPLATE),
        part.number("size", SMALLEST_TYPE, LARGEST_TYPE),
        part.number("smallest", SMALLEST_TYPE, LARGEST_TYPE),
        part.flag("bold"),
        part.colour("colour"),
        part.choice("fit", Fit),
        round(part.number("lines", 1, 20)),
        part.number("gap", 0, LARGEST_SIDE),
    )


def _element_json(element: Element) -> JsonObject:
    body: JsonObject = {"kind": _KIND_OF[type(element)]}
    for field in fields(element):
        value = getattr(element, field.name)
        if isinstance(value, Frame):
            value = _values(value)
        elif isinstance(value, tuple):
            value = [_values(text) for text in value]
        body[field.name] = value
    return body


def _values(value: Frame | TagText) -> JsonObject:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _pictures(value: object, design: TagDesign, file: str) -> tuple[Picture, ...]:
    """The pictures of the design, each what its hash says."""
    if not isinstance(value, dict) or len(value) > MOST_PICTURES:
        raise DesignImpossible(file, "pictures")
    found = []
    for key in sorted(design.pictures):
        held = value.get(key)
        if not isinstance(held, str):
            raise DesignImpossible(file, "pictures")
        try:
            picture = kept_picture(base64.b64decode(held, validate=True), file)
        except binascii.Error:
            raise DesignImpossible(file, "pictures") from None
        if picture.key != key:
            raise DesignImpossible(file, "pictures")
        found.append(picture)
    return tuple(found)


class _Part:
    """One JSON object of a design, read value by value."""

    def __init__(self, value: object, file: str, place: str) -> None:
        self.file = file
        self.place = place
        if not isinstance(value, dict):
            raise DesignImpossible(file, place)
        self.value = value

    def refuse(self, key: str) -> NoReturn:
        """Say that this value cannot be."""
        raise DesignImpossible(self.file, f"{self.place} {key}")

    def only(self, *keys: str) -> None:
        """Make sure that these are the keys of the object, all of them."""
        for key in keys:
            if key not in self.value:
                self.refuse(key)
        for key in self.value:
            if key not in keys:
                self.refuse(str(key)[:LONGEST_NAME])

    def number(self, key: str, least: float, most: float) -> float:
        """A number within these limits."""
        value = self.value[key]
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(key)
        if not math.isfinite(value) or not least <= value <= most:
            self.refuse(key)
        return float(value)

    def text(self, key: str, longest: int) -> str:
        """One line of text as it may be stored."""
        value = self.value.get(key)
        if not isinstance(value, str) or len(value) > longest:
            self.refuse(key)
        # Spaces at the ends and between words belong to templates; what is not printed does not.
        if any(char not in _SPACES and clean_text(char) != char for char in set(value)):
            self.refuse(key)
        return value

    def matching(self, key: str, pattern: re.Pattern[str]) -> str:
        """A text that the pattern describes."""
        value = self.value[key]
        if not isinstance(value, str) or not pattern.fullmatch(value):
            self.refuse(key)
        return value

    def colour(self, key: str, *, empty: bool = False) -> str:
        """A colour, or the colour of the category."""
        value = self.value[key]
        if not isinstance(value, str):
            self.refuse(key)
        if not (value in {CATEGORY, ON_CATEGORY} or (empty and not value)):
            return self.matching(key, _COLOUR)
        return value

    def flag(self, key: str) -> bool:
        """Yes or no."""
        value = self.value[key]
        if not isinstance(value, bool):
            self.refuse(key)
        return value

    def choice(self, key: str, kind: Callable[[str], E]) -> E:
        """One of the values of an enumeration."""
        value = self.value[key]
        try:
            return kind(value)
        except ValueError:
            self.refuse(key)

    def list(self, key: str, most: int) -> Sequence[Any]:
        """A list of at most so many things."""
        value = self.value[key]
        if not isinstance(value, list) or len(value) > most:
            self.refuse(key)
        return value
