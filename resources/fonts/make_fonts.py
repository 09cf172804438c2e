# ruff: noqa: INP001 - a script, not a package
"""Cut the two derived fonts of this folder from the fonts they come from; see README.md.

    uv run --no-project --with fonttools resources/fonts/make_fonts.py CJK_FOLDER MINCHO_FILE

CJK_FOLDER holds NotoSansCJK-Regular.ttc and -Bold.ttc, MINCHO_FILE is ipamjm.ttf.
"""

import sys
import unicodedata
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parent
DROPPED_TABLES = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
UNUSED_LIMITS = [
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentElements",
    "maxComponentDepth",
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
]
CURVE_ERROR = 1.0
"""How far a TrueType curve may stray from the PostScript one, in thousandths of an em."""


def main(cjk_folder: Path, mincho_file: Path) -> None:
    """Write the three files."""
    covered = _characters(HERE / "BIZUDPGothic-Regular.ttf") | _characters(
        HERE / "NotoSans-Regular.ttf"
    )
    for weight in ("Regular", "Bold"):
        font = TTFont(cjk_folder / f"NotoSansCJK-{weight}.ttc", fontNumber=0)
        gothic = {
            code
            for code in font.getBestCmap()
            if code not in covered and unicodedata.category(chr(code))[0] in "LMNPS"
        }
        _cut(font, gothic)
        _to_truetype(font)
        _rename(font, "Reception Sans CJK", weight)
        font.save(HERE / f"ReceptionSansCJK-{weight}.ttf")
    covered |= gothic
    font = TTFont(mincho_file)
    _cut(font, {code for code in font.getBestCmap() if code not in covered})
    _rename(font, "Reception Rare Mincho", "Regular")
    font.save(HERE / "ReceptionRareMincho-Regular.ttf")


def _characters(path: Path) -> set[int]:
    return set(TTFont(path, lazy=True).getBestCmap())


def _cut(font: Any, codes: set[int]) -> None:
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.name_IDs = ["*"]
    options.drop_tables += DROPPED_TABLES
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(codes))
    cutter.subset(font)


def _to_truetype(font: Any) -> None:
    """Replace PostScript outlines by TrueType ones: the PDF library embeds no others."""
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    font["glyf"] = glyf
    font["loca"] = newTable("loca")
    font["maxp"].tableVersion = 0x00010000
    for field in UNUSED_LIMITS:
        setattr(font["maxp"], field, 0)
    font["maxp"].maxZones = 1
    font["post"].formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def _rename(font: Any, family: str, weight: str) -> None:
    """Give the font a name of its own, as both licences ask of what is derived."""
    origin = font["name"].getDebugName(0)
    version = font["name"].getDebugName(5)
    font["name"].names = []
    postscript = f"{family.replace(' ', '')}-{weight}"
    texts = {
        0: f"{origin} Cut for the program Reception; see the README beside it.",
        1: family,
        2: weight,
        3: f"{version};{postscript}",
        4: f"{family} {weight}",
        5: version,
        6: postscript,
    }
    for key, text in texts.items():
        font["name"].setName(text, key, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
