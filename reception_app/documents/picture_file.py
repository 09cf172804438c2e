"""Pictures for paper, such as a logo: read with limits, made small, known by their contents.

A picture file is the world's: its size is judged before it is decoded, and an SVG may refer to
nothing outside itself.
"""

import hashlib
import io
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from reception_app import paths
from reception_app.domain.errors import ReceptionError

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of a picture file that is still read."""

MOST_PIXELS = 60_000_000
"""Pixels of a picture that is still decoded."""

LARGEST_KEPT = 1_500_000
"""Bytes of a picture as it is kept in the event file."""

_LONGEST_SIDE = 1200
"""Pixels kept: 300 dpi on a side of 100 mm."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_JPEG_QUALITY = 88
_SVG_HEAD = re.compile(rb"<svg[\s>]")
_SVG_OUTSIDE = re.compile(
    rb"<!ENTITY|<\?xml-stylesheet|@import|<script|<foreignObject"
    rb"|href\s*=(?!\s*[\"']\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))"
    rb"|url\((?!\s*[\"']?\s*(?:#|data:image/))",
    re.IGNORECASE,
)
_MOST_SVG_PARTS = 100_000
"""Parts of an SVG that are still drawn, each counted as often as it is used."""

_LINK = "{http://www.w3.org/1999/xlink}href"
_SVG_FONTS = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "NotoSans-Regular.ttf")
_HEAD_BYTES = 4096


@dataclass(eq=False)
class PictureMissing(ReceptionError):
    """There is no such file, or it cannot be opened."""

    file: str


@dataclass(eq=False)
class PictureTooLarge(ReceptionError):
    """The file has more bytes, or the picture more pixels, than any logo needs."""

    file: str
    limit_mb: int
    limit_megapixels: int


@dataclass(eq=False)
class PictureUnreadable(ReceptionError):
    """The file is no picture we know, or a broken one."""

    file: str


@dataclass(eq=False)
class PictureRefersOutside(ReceptionError):
    """An SVG that loads files or pages, or runs a program."""

    file: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: `media` is `png` or `jpeg`, sizes in pixels.

    `key` is the SHA-256 of the content in hex.
    """

    key: str
    media: str
    width: int
    height: int
    content: bytes = field(repr=False, compare=False)


def read_picture(path: Path) -> Picture:
    """The picture in a file, made no larger than paper needs.

    Raises:
        PictureMissing, PictureTooLarge, PictureUnreadable, PictureRefersOutside: it is not taken.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        raise PictureMissing(path.name) from None
    return picture_from(content, path.name)


def picture_from(content: bytes, name: str) -> Picture:
    """The picture that these bytes of the file `name` hold, made no larger than paper needs.

    Raises:
        PictureTooLarge, PictureUnreadable, PictureRefersOutside: it is not taken.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large(name)
    if _SVG_HEAD.search(content[:_HEAD_BYTES]):
        content = _drawn_svg(content, name)
    made = _made_small(content, name)
    if len(made.content) > LARGEST_KEPT:
        raise _too_large(name)
    return made


def kept_picture(content: bytes, name: str) -> Picture:
    """A picture as `picture_from` made it before, taken as it is when it still is one.

    Raises:
        PictureTooLarge, PictureUnreadable: it is not.
    """
    if len(content) > LARGEST_KEPT:
        raise _too_large(name)
    image = _opened(content, name)
    if image.format not in {"PNG", "JPEG"} or max(image.size) > _LONGEST_SIDE:
        raise PictureUnreadable(name)
    return _picture(content, image.format.lower(), image.size)


def _made_small(content: bytes, name: str) -> Picture:
    from PIL import Image, ImageOps

    image = _opened(content, name)
    photograph = image.format == "JPEG"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            upright = ImageOps.exif_transpose(image)
            see_through = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
            plain = upright.convert("RGBA" if see_through else "RGB")
            plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
            stream = io.BytesIO()
            if photograph:
                plain.convert("RGB").save(stream, "JPEG", quality=_JPEG_QUALITY)
            else:
                plain.save(stream, "PNG", optimize=True)
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError):
        raise PictureUnreadable(name) from None
    return _picture(stream.getvalue(), "jpeg" if photograph else "png", plain.size)


def _opened(content: bytes, name: str) -> Any:
    """The picture, its head read and its pixels not yet decoded."""
    # Lazily: no window needs it before a picture is added or drawn.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except (OSError, ValueError, SyntaxError):
        raise PictureUnreadable(name) from None
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(name)
    return image


def _drawn_svg(content: bytes, name: str) -> bytes:
    """The SVG as a PNG with a long side of what is kept."""
    if _SVG_OUTSIDE.search(content):
        raise PictureRefersOutside(name)
    try:
        if _parts(ET.fromstring(content)) > _MOST_SVG_PARTS:  # noqa: S314 - no entities
            raise _too_large(name)
        text = content.decode("utf-8-sig")
        # The library knows all the ways in which an SVG tells its size; few pixels are soon drawn.
        small = _opened(_svg_pixels(text, width=64), name)
        if small.width >= small.height:
            return _svg_pixels(text, width=_LONGEST_SIDE)
        return _svg_pixels(text, height=_LONGEST_SIDE)
    except (ValueError, RecursionError, ET.ParseError):
        raise PictureUnreadable(name) from None


def _svg_pixels(text: str, *, width: int | None = None, height: int | None = None) -> bytes:
    """The SVG as PNG, so many pixels wide or high."""
    import resvg_py

    fonts = [str(paths.resource("fonts", file)) for file in _SVG_FONTS]
    drawn = resvg_py.svg_to_bytes(
        svg_string=text, skip_system_fonts=True, font_files=fonts, width=width, height=height
    )
    return bytes(drawn)


def _parts(root: ET.Element) -> int:
    """How many parts are drawn in the end: a few lines can use each other a billion times."""
    named = {part.get("id"): part for part in root.iter() if part.get("id")}
    counted: dict[int, int] = {}

    def count(part: ET.Element) -> int:
        known = counted.get(id(part))
        if known is None:
            counted[id(part)] = 0  # a ring of uses is the library's to refuse
            used = named.get((part.get("href") or part.get(_LINK) or "").removeprefix("#"))
            known = 1 + sum(map(count, part)) + (count(used) if used is not None else 0)
            counted[id(part)] = known
        return known

    return count(root)


def _picture(content: bytes, media: str, size: tuple[int, int]) -> Picture:
    return Picture(hashlib.sha256(content).hexdigest(), media, *size, content)


def _too_large(name: str) -> PictureTooLarge:
    return PictureTooLarge(name, LARGEST_FILE // 1024**2, MOST_PIXELS // 1_000_000)
