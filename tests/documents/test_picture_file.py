"""Pictures from the world: good ones are made small, others get a sentence."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from reception_app.documents.picture_file import (
    LARGEST_FILE,
    PictureMissing,
    PictureRefersOutside,
    PictureTooLarge,
    PictureUnreadable,
    kept_picture,
    picture_from,
    read_picture,
)


def png(width: int, height: int, mode: str = "RGB") -> bytes:
    """A picture file of this size."""
    stream = io.BytesIO()
    Image.new(mode, (width, height)).save(stream, "PNG")
    return stream.getvalue()


def claimed_png(width: int, height: int) -> bytes:
    """A file of a few bytes that claims to be a picture of this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def svg(inside: str, head: str = "") -> bytes:
    """An SVG with these parts."""
    return (
        f'{head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="200" height="100">{inside}</svg>'
    ).encode()


@pytest.mark.parametrize(
    ("mode", "media"), [("RGB", "png"), ("RGBA", "png"), ("L", "png"), ("P", "png")]
)
def test_large_pictures_are_made_small(mode: str, media: str) -> None:
    """No more pixels are kept than paper shows, in their proportions."""
    picture = picture_from(png(3000, 1500, mode), "logo.png")

    assert (picture.width, picture.height, picture.media) == (1200, 600, media)
    assert kept_picture(picture.content, "again") == picture


def test_photographs_stay_photographs() -> None:
    """A JPEG is kept as one, upright as the camera meant it."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200)).save(stream, "JPEG", exif=exif)

    picture = picture_from(stream.getvalue(), "a.jpg")

    assert (picture.media, picture.width, picture.height) == ("jpeg", 200, 400)


def test_an_svg_is_drawn() -> None:
    """Shapes, gradients and own parts are fine; it becomes 1,200 pixels wide."""
    inside = (
        '<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>'
        '<rect id="r" width="100" height="100" fill="url(#g)"/><use xlink:href="#r" x="100"/>'
    )

    picture = picture_from(svg(inside), "logo.svg")

    assert (picture.width, picture.height) == (1200, 600)
    assert Image.open(io.BytesIO(picture.content)).convert("RGB").getpixel((900, 300)) == (
        255,
        0,
        0,
    )


@pytest.mark.parametrize(
    "content",
    [
        svg('<image href="https://example.com/a.png"/>'),
        svg('<image xlink:href="file:///etc/passwd"/>'),
        svg('<image href = "../secret.png"/>'),
        svg("<image href='//example.com/a.png'/>"),
        svg('<rect fill="url(https://example.com/a.svg#b)"/>'),
        svg('<rect style="fill:url( &quot;a.svg#b&quot; )"/>'),
        svg("<style>@import url(a.css);</style>"),
        svg("<script>alert(1)</script>"),
        svg("<foreignObject><p/></foreignObject>"),
        svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        svg("", '<?xml-stylesheet href="a.css"?>'),
    ],
)  # fmt: skip
def test_an_svg_that_reaches_outside_is_refused(content: bytes) -> None:
    """Links, styles and entities from elsewhere, scripts and pages: none is taken."""
    with pytest.raises(PictureRefersOutside):
        picture_from(content, "logo.svg")


def test_an_svg_that_multiplies_itself_is_refused() -> None:
    """Thirty lines that use each other would be a billion squares."""
    levels = "".join(
        f'<g id="l{n}"><use href="#l{n - 1}"/><use href="#l{n - 1}"/></g>' for n in range(1, 31)
    )

    with pytest.raises(PictureTooLarge):
        picture_from(svg(f'<rect id="l0" width="1" height="1"/>{levels}'), "logo.svg")


def test_huge_files_and_huge_pictures_are_refused(tmp_path: Path) -> None:
    """50 MB, and a few bytes that claim a gigapixel, are told before they are decoded."""
    heavy = tmp_path / "heavy.png"
    with heavy.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    with pytest.raises(PictureTooLarge):
        read_picture(heavy)
    for content in (b"\x89PNG" + bytes(LARGEST_FILE), claimed_png(40_000, 40_000)):
        with pytest.raises(PictureTooLarge):
            picture_from(content, "a.png")


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"not a picture", png(50, 50)[:60], b"%PDF-1.7", b"<svg"],
)
def test_broken_files_are_told(content: bytes) -> None:
    """What is no whole picture is unreadable."""
    with pytest.raises(PictureUnreadable):
        picture_from(content, "logo.png")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The name stands in the sentence."""
    with pytest.raises(PictureMissing) as caught:
        read_picture(tmp_path / "logo.png")

    assert caught.value.file == "logo.png"
