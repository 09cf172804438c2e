"""A typeface inside one PDF: the characters used so far, embedded as one subset at the end."""

import hashlib
import string
import sys
from array import array
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from reception_app.documents.fonts import Typeface

_SYMBOLIC = 4
"""The flag of a font whose characters are not those of a standard alphabet."""

_PLAIN = "".join(
    sign for sign in string.digits + string.ascii_letters + string.punctuation if sign not in "()\\"
)
"""What needs no escape in a PDF string."""

_BEYOND_PAIRS = 0x8000
"""The first code that is not a pair of plain signs."""

_USUAL_WIDTH = 1000
"""That of a kanji, in thousandths of an em; only other widths are listed."""

_LINES_IN_BLOCK = 100
"""A character map may not list more in one block (PDF 32000-1, 9.10.3)."""


class PdfFont:
    """Gives the characters of one typeface two-byte codes in the order of their first use.

    One composite font replaces the many 256-character fonts the PDF library would make, and its
    character map reaches beyond U+FFFF (𠮷), where the library's does not. The first 8,281 codes
    are pairs of plain letters and signs, which makes pages a tenth smaller than other numbers do.
    """

    def __init__(self, face: Typeface, name: str) -> None:
        self.name = name
        self._file = face.outlines
        self._codes: dict[str, int] = {}
        self._pairs: dict[int, str] = {}

    def encode(self, text: str) -> str:
        """`text` as a PDF string, each character known from now on."""
        for char in text:
            if char not in self._codes:
                self._add(char)
        if len(self._codes) == len(self._pairs) or all(ord(char) in self._pairs for char in text):
            return f"({text.translate(self._pairs)})"
        return f"<{''.join(f'{self._codes[char]:04x}' for char in text)}>"

    def add_objects(self, document: Any) -> None:
        """Put the subset, its widths and its character map into the document."""
        glyphs = {code: self._file.glyph(ord(char)) for char, code in self._codes.items()}
        numbers = {glyph: n for n, glyph in enumerate(dict.fromkeys((0, *glyphs.values())))}
        base = pdfdoc.PDFName(f"{_subset_tag(self._codes)}+{self._file.name}")
        widths: list[Any] = []
        places = array("H", bytes(2 * (max(glyphs) + 1)))
        for code, glyph in glyphs.items():
            places[code] = numbers[glyph]
            advance = self._thousandths(self._file.advance(glyph))
            if advance != _USUAL_WIDTH:
                widths += [code, code, advance]
        if sys.byteorder == "little":
            places.byteswap()
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(
                    self._descriptor(document, base, list(numbers)), f"{self.name}:descriptor"
                ),
                "DW": _USUAL_WIDTH,
                "W": pdfdoc.PDFArray(widths),
                "CIDToGIDMap": self._stream(document, "glyphs", places.tobytes()),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(descendant, f"{self.name}:descendant")]
                ),
                "ToUnicode": self._stream(document, "unicode", _character_map(self._codes)),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(font, f"{self.name}:font")

    def _add(self, char: str) -> None:
        count = len(self._codes)
        row, column = divmod(count, len(_PLAIN))
        if row < len(_PLAIN):
            code = ord(_PLAIN[row]) << 8 | ord(_PLAIN[column])
            self._pairs[ord(char)] = _PLAIN[row] + _PLAIN[column]
        else:
            code = _BEYOND_PAIRS + count - len(_PLAIN) ** 2
        self._codes[char] = code

    def _descriptor(self, document: Any, base: Any, glyphs: list[int]) -> Any:
        file = self._file
        outlines = file.subset(glyphs)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base,
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([self._thousandths(edge) for edge in file.bounds]),
                "ItalicAngle": 0,
                "Ascent": self._thousandths(file.ascent),
                "Descent": self._thousandths(file.descent),
                "CapHeight": self._thousandths(file.ascent),
                "StemV": file.weight // 5,
                "FontFile2": self._stream(document, "file", outlines, Length1=len(outlines)),
            }
        )

    def _thousandths(self, units: int) -> int:
        return round(units * 1000 / self._file.units_per_em)

    def _stream(self, document: Any, part: str, content: bytes, **entries: int) -> Any:
        stream = pdfdoc.PDFStream(content=content)
        for key, value in entries.items():
            stream.dictionary[key] = value
        stream.filters = [pdfdoc.PDFZCompress]
        return document.Reference(stream, f"{self.name}:{part}")


def _subset_tag(codes: Mapping[str, int]) -> str:
    """Six capitals that differ between subsets and are the same for the same one."""
    digest = hashlib.sha256("".join(codes).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _character_map(codes: Mapping[str, int]) -> bytes:
    """Which character each code stands for, so that text can be selected and searched."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <ffff>",
        "endcodespacerange",
    ]
    pairs = [f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    for start in range(0, len(pairs), _LINES_IN_BLOCK):
        block = pairs[start : start + _LINES_IN_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
