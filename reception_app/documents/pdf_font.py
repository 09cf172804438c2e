"""A typeface inside one PDF: the characters used so far, embedded as one subset at the end."""

import hashlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from reception_app.documents.fonts import Typeface

_SYMBOLIC = 4
"""The flag of a font whose characters are not those of a standard alphabet."""

_LINES_IN_BLOCK = 100
"""A character map may not list more in one block (PDF 32000-1, 9.10.3)."""


class PdfFont:
    """Numbers the characters of one typeface in the order of their first use.

    One composite font with two-byte codes replaces the many 256-character fonts the PDF library
    would make, and its character map reaches beyond U+FFFF (𠮷), where the library's does not.
    """

    def __init__(self, face: Typeface, name: str) -> None:
        self.name = name
        self._file = face.outlines
        self._codes: dict[int, int] = {}
        self._hex: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """`text` as the hexadecimal digits of a PDF string, each character known from now on."""
        known = self._hex
        return "".join(known.get(char) or self._add(char) for char in text)

    def add_objects(self, document: Any) -> None:
        """Put the subset, its widths and its character map into the document."""
        characters = list(self._codes)
        glyphs = [self._file.glyph(char) for char in characters]
        numbers = {glyph: number for number, glyph in enumerate(dict.fromkeys((0, *glyphs)))}
        base = pdfdoc.PDFName(f"{_subset_tag(characters)}+{self._file.name}")
        widths = [self._thousandths(self._file.advance(glyph)) for glyph in glyphs]
        glyph_numbers = b"".join(
            number.to_bytes(2, "big") for number in (0, *(numbers[glyph] for glyph in glyphs))
        )
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
                "DW": 1000,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": self._stream(document, "glyphs", glyph_numbers),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(descendant, f"{self.name}:descendant")]
                ),
                "ToUnicode": self._stream(document, "unicode", _character_map(characters)),
            }
        )

    def _add(self, char: str) -> str:
        code = self._codes.setdefault(ord(char), len(self._codes) + 1)
        digits = f"{code:04x}"
        self._hex[char] = digits
        return digits

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


def _subset_tag(characters: list[int]) -> str:
    """Six capitals that differ between subsets and are the same for the same one."""
    digest = hashlib.sha256(repr(characters).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _character_map(characters: list[int]) -> bytes:
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
    pairs = [
        f"<{code:04x}> <{chr(char).encode('utf-16-be').hex()}>"
        for code, char in enumerate(characters, start=1)
    ]
    for start in range(0, len(pairs), _LINES_IN_BLOCK):
        block = pairs[start : start + _LINES_IN_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
