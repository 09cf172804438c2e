"""Reading a TrueType file: glyphs of characters, their measures, and a subset for embedding.

Only what our own fonts need; the table names and layouts are those of the OpenType specification.
"""

import struct
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

_KEPT_TABLES = ("OS/2", "cvt ", "fpgm", "prep")
_CHECKSUM_MAGIC = 0xB1B0AFBA
_LONG_OFFSETS_FROM = 0x20000
"""Bytes of outlines from which the index must hold whole offsets instead of halves."""

# Flags of a component in a composite glyph.
_WORDS = 0x0001
_SCALE = 0x0008
_MORE = 0x0020
_XY_SCALE = 0x0040
_TWO_BY_TWO = 0x0080


class TrueTypeFile:
    """One font file with TrueType outlines. Glyph 0 is the one for what the font lacks."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        count = struct.unpack_from(">H", self._bytes, 4)[0]
        self._tables: dict[str, tuple[int, int]] = {
            tag.decode("ascii"): (offset, length)
            for tag, _, offset, length in struct.iter_unpack(
                ">4sLLL", self._bytes[12 : 12 + 16 * count]
            )
        }
        head = self._table("head")
        self.units_per_em: int = struct.unpack_from(">H", head, 18)[0]
        self.bounds: tuple[int, ...] = struct.unpack_from(">4h", head, 36)
        self._long_offsets: bool = struct.unpack_from(">h", head, 50)[0] == 1
        hhea = self._table("hhea")
        self.ascent, self.descent = struct.unpack_from(">2h", hhea, 4)
        self._full_metrics: int = struct.unpack_from(">H", hhea, 34)[0]
        self.weight: int = struct.unpack_from(">H", self._table("OS/2"), 4)[0]
        self._glyphs: dict[int, int] = {}

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        table = self._table("name")
        count, strings = struct.unpack_from(">HH", table, 2)
        for platform, _, _, key, length, offset in struct.iter_unpack(
            ">6H", table[6 : 6 + 12 * count]
        ):
            if key == 6 and platform == 3:  # noqa: PLR2004 - PostScript name, in UTF-16
                text = table[strings + offset : strings + offset + length]
                return text.decode("utf-16-be")
        return "Unnamed"

    def glyph(self, code: int) -> int:
        """The glyph of a character, 0 when the font has none."""
        known = self._glyphs.get(code)
        if known is None:
            known = self._glyphs[code] = self._find_glyph(code)
        return known

    def advance(self, glyph: int) -> int:
        """How far the pen moves after the glyph, in font units."""
        entry = min(glyph, self._full_metrics - 1)
        advance: int = struct.unpack_from(">H", self._bytes, self._start("hmtx") + 4 * entry)[0]
        return advance

    def extent(self, glyph: int) -> tuple[int, int]:
        """The lowest and the highest point of the glyph in font units; (0, 0) for a blank."""
        start, end = self._outline_range(glyph)
        if start == end:
            return 0, 0
        head: tuple[int, ...] = struct.unpack_from(">5h", self._bytes, start)
        return head[2], head[4]

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font file with these glyphs, numbered in this order, and the parts they are made of.

        The first must be 0. It has no character map; whoever embeds it names glyphs by number.
        """
        kept = list(glyphs)
        numbers = {glyph: number for number, glyph in enumerate(kept)}
        outlines = bytearray()
        offsets = [0]
        for glyph in kept:  # grows while components are found
            start, end = self._outline_range(glyph)
            outline = bytearray(self._bytes[start:end])
            for place, component in _components(outline):
                if component not in numbers:
                    numbers[component] = len(kept)
                    kept.append(component)
                struct.pack_into(">H", outline, place, numbers[component])
            outlines += outline + bytes(-len(outline) % 4)
            offsets.append(len(outlines))
        metrics = b"".join(map(self._metrics, kept))
        long_offsets = len(outlines) >= _LONG_OFFSETS_FROM
        if long_offsets:
            loca = struct.pack(f">{len(offsets)}L", *offsets)
        else:
            loca = struct.pack(f">{len(offsets)}H", *(offset // 2 for offset in offsets))
        maxp = self._table("maxp")
        head = bytearray(self._table("head"))
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, int(long_offsets))
        tables = {
            "glyf": bytes(outlines),
            "head": bytes(head),
            "hhea": self._table("hhea")[:34] + struct.pack(">H", len(kept)),
            "hmtx": metrics,
            "loca": loca,
            "maxp": maxp[:4] + struct.pack(">H", len(kept)) + maxp[6:],
        }
        tables |= {tag: self._table(tag) for tag in _KEPT_TABLES if tag in self._tables}
        return _font_file(tables)

    def _start(self, tag: str) -> int:
        return self._tables[tag][0]

    def _table(self, tag: str) -> bytes:
        offset, length = self._tables[tag]
        return self._bytes[offset : offset + length]

    def _metrics(self, glyph: int) -> bytes:
        """The advance and the left side bearing of a glyph as they stand in the file."""
        start = self._start("hmtx")
        if glyph < self._full_metrics:
            return self._bytes[start + 4 * glyph : start + 4 * glyph + 4]
        last = start + 4 * self._full_metrics
        bearing = last + 2 * (glyph - self._full_metrics)
        return self._bytes[last - 4 : last - 2] + self._bytes[bearing : bearing + 2]

    def _outline_range(self, glyph: int) -> tuple[int, int]:
        index = self._start("loca")
        outlines = self._start("glyf")
        if self._long_offsets:
            start, end = struct.unpack_from(">2L", self._bytes, index + 4 * glyph)
            return outlines + start, outlines + end
        start, end = struct.unpack_from(">2H", self._bytes, index + 2 * glyph)
        return outlines + 2 * start, outlines + 2 * end

    def _find_glyph(self, code: int) -> int:
        starts, ends, shifts = self._ranges
        place = bisect_right(starts, code) - 1
        if place < 0 or code > ends[place]:
            return 0
        return self._glyph_in_range(place, code, shifts[place])

    def _glyph_in_range(self, place: int, code: int, shift: int) -> int:
        indirect = self._indirect
        if not indirect or not indirect[place]:
            return (code + shift) & 0xFFFF if indirect else code + shift
        entry = indirect[place] + 2 * (code - self._ranges[0][place])
        glyph: int = struct.unpack_from(">H", self._bytes, entry)[0]
        return (glyph + shift) & 0xFFFF if glyph else 0

    @cached_property
    def _character_map(self) -> tuple[int, int]:
        """Format and place of the character map: the full one (12), else the basic plane's (4)."""
        table = self._start("cmap")
        count = struct.unpack_from(">H", self._bytes, table + 2)[0]
        found = {}
        for number in range(count):
            offset = struct.unpack_from(">L", self._bytes, table + 4 + 8 * number + 4)[0]
            kind = struct.unpack_from(">H", self._bytes, table + offset)[0]
            found[kind] = table + offset
        kind = max(kind for kind in found if kind in {4, 12})
        return kind, found[kind]

    @cached_property
    def _ranges(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """First and last character of each range, and what to add to get from it to glyphs."""
        kind, place = self._character_map
        if kind == 12:  # noqa: PLR2004 - the format's number
            count = struct.unpack_from(">L", self._bytes, place + 12)[0]
            numbers: tuple[int, ...] = struct.unpack_from(f">{3 * count}L", self._bytes, place + 16)
            starts = numbers[0::3]
            glyphs = numbers[2::3]
            return starts, numbers[1::3], [glyphs[n] - starts[n] for n in range(count)]
        count = struct.unpack_from(">H", self._bytes, place + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", self._bytes, place + 14)
        starts = struct.unpack_from(f">{count}H", self._bytes, place + 16 + 2 * count)
        shifts = struct.unpack_from(f">{count}h", self._bytes, place + 16 + 4 * count)
        return starts, ends, shifts

    @cached_property
    def _indirect(self) -> list[int]:
        """Of a basic map: where the glyphs of each range are listed, 0 where they follow a rule."""
        kind, place = self._character_map
        if kind == 12:  # noqa: PLR2004 - the format's number
            return []
        count = struct.unpack_from(">H", self._bytes, place + 6)[0] // 2
        first = place + 16 + 6 * count
        offsets = struct.unpack_from(f">{count}H", self._bytes, first)
        return [first + 2 * n + offset if offset else 0 for n, offset in enumerate(offsets)]


def _components(outline: bytearray) -> list[tuple[int, int]]:
    """Place and number of each glyph that a composite outline is made of; none for a simple one."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found = []
    place = 10
    flags = _MORE
    while flags & _MORE:
        flags, component = struct.unpack_from(">HH", outline, place)
        found.append((place + 2, component))
        place += 8 if flags & _WORDS else 6
        if flags & _SCALE:
            place += 2
        elif flags & _XY_SCALE:
            place += 4
        elif flags & _TWO_BY_TWO:
            place += 8
    return found


def _font_file(tables: dict[str, bytes]) -> bytes:
    """The file of these tables, its directory sorted and its checksums right."""
    power = 1 << (len(tables).bit_length() - 1)
    directory = struct.pack(
        ">LHHHH",
        0x00010000,
        len(tables),
        16 * power,
        power.bit_length() - 1,
        16 * (len(tables) - power),
    )
    body = b""
    place = len(directory) + 16 * len(tables)
    head_place = 0
    for tag, content in sorted(tables.items()):
        if tag == "head":
            head_place = place
        directory += struct.pack(">4sLLL", tag.encode(), _checksum(content), place, len(content))
        padded = content + bytes(-len(content) % 4)
        body += padded
        place += len(padded)
    font = bytearray(directory + body)
    struct.pack_into(">L", font, head_place + 8, (_CHECKSUM_MAGIC - _checksum(font)) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(content: bytes | bytearray) -> int:
    padded = bytes(content) + bytes(-len(content) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
