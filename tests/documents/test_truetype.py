"""The reader and cutter of font files."""

from pathlib import Path

import pytest

from reception_app import paths
from reception_app.documents.truetype import TrueTypeFile

FILES = sorted(path.name for path in paths.resource("fonts").glob("*.ttf"))


@pytest.mark.parametrize("file", FILES)
def test_a_subset_draws_the_same_glyphs(file: str, tmp_path: Path) -> None:
    """Cut glyphs have the measures they had, composite ones with their parts."""
    font = TrueTypeFile(paths.resource("fonts", file))
    characters = [char for char in "Aé佐ễ뷁陈𠮷𛂦がゟ" if font.glyph(ord(char))]
    glyphs = [0, *(font.glyph(ord(char)) for char in characters)]

    cut_file = tmp_path / file
    cut_file.write_bytes(font.subset(glyphs))
    cut = TrueTypeFile(cut_file)

    assert [cut.advance(number) for number in range(len(glyphs))] == list(map(font.advance, glyphs))
    assert [cut.extent(number) for number in range(len(glyphs))] == list(map(font.extent, glyphs))


def test_characters_a_font_lacks_have_glyph_zero() -> None:
    """Nothing stands for what is not in the font."""
    font = TrueTypeFile(paths.resource("fonts", "NotoSans-Regular.ttf"))

    assert font.glyph(ord("佐")) == 0
    assert font.glyph(0x10FFFF) == 0
    assert font.glyph(ord("A")) > 0


def test_all_fonts_allow_embedding_and_have_names() -> None:
    """No font forbids embedding; names are ASCII and none is that of a font we changed."""
    fonts = [TrueTypeFile(paths.resource("fonts", file)) for file in FILES]
    names = [font.name for font in fonts]

    assert {font._table("OS/2")[8:10] for font in fonts} == {b"\0\0"}
    assert all(name.isascii() and " " not in name for name in names)
    assert not [name for name in names if "IPA" in name]
