"""The typefaces of all paper: which one draws each character, how wide it is, what none can draw.

Japanese and mixed text is set in BIZ UDPGothic, text without any East Asian character in Noto Sans;
what they lack comes from the fallbacks (resources/fonts/README.md). Letters of one text never
alternate between two designs: one letter that BIZ UDPGothic lacks (ễ) moves all Latin letters of
that text to Noto Sans.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from reception_app import paths
from reception_app.documents.truetype import TrueTypeFile

BLANK = "\u3000"
"""Stands on paper where no typeface has the character: room to write it by hand."""

BOLD_STROKE = 0.035
"""The outline, in ems, that stands in for a bold which a typeface lacks."""

_HANGUL_JAMO = ("\u1100", "\u11ff")
_SIGNS = ("\u2000", "\u2e7f")
"""Dashes, quotes, arrows and the like belong to both worlds; they follow the text's letters."""

_INVISIBLE = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


class Weight(StrEnum):
    """How bold text is."""

    REGULAR = "regular"
    BOLD = "bold"


class Lettering(StrEnum):
    """Which typefaces a text is set in; the lines of one text share one.

    JAPANESE: letters and signs from the Japanese typeface. MIXED: letters from the western one,
    because the Japanese one lacks some. WESTERN: letters and signs from the western one.
    """

    JAPANESE = "japanese"
    MIXED = "mixed"
    WESTERN = "western"


@dataclass(frozen=True, slots=True)
class Typeface:
    """One font file; `emboldened` when it has no bold and gets its weight from an outline."""

    file: str
    emboldened: bool = False

    @property
    def outlines(self) -> TrueTypeFile:
        """The file, read once."""
        return _outlines(self.file)

    def has(self, text: str) -> bool:
        """Whether it has a glyph for every character of `text`."""
        outlines = _outlines(self.file)
        return all(outlines.glyph(ord(char)) for char in text)


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive characters drawn with one typeface."""

    face: Typeface
    text: str


_JAPANESE = {
    Weight.REGULAR: Typeface("BIZUDPGothic-Regular.ttf"),
    Weight.BOLD: Typeface("BIZUDPGothic-Bold.ttf"),
}
_WESTERN = {
    Weight.REGULAR: Typeface("NotoSans-Regular.ttf"),
    Weight.BOLD: Typeface("NotoSans-Bold.ttf"),
}
_FALLBACKS = {
    Weight.REGULAR: (
        Typeface("ReceptionSansCJK-Regular.ttf"),
        Typeface("ReceptionRareMincho-Regular.ttf"),
    ),
    Weight.BOLD: (
        Typeface("ReceptionSansCJK-Bold.ttf"),
        Typeface("ReceptionRareMincho-Regular.ttf", emboldened=True),
    ),
}


@lru_cache(maxsize=10_000)
def printable(text: str) -> str:
    """`text` as it is drawn: accents composed, `BLANK` for what no typeface has.

    A kanji with a variation selector is drawn in its base form. Compatibility kanji (U+FA19 神)
    keep their shape, which NFC would change.
    """
    return "".join(map(_SHOWN.__getitem__, _composed(text)))


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that no typeface can draw, each once, in their order."""
    if BLANK not in printable(text):
        return ()
    found = (char for char in _composed(text) if _SHOWN[char] == BLANK != char)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=10_000)
def segments(text: str) -> tuple[tuple[str, str], ...]:
    """`text` in pieces, each with what is drawn for it: the same, or something else.

    Only a letter with separate accents, with a selector or without a glyph differs.
    """
    if printable(text) == text:
        return ((text, text),)
    found: list[tuple[str, str]] = []
    for cluster in _clusters(text):
        data, drawn = cluster, printable(cluster)
        if found and not drawn:  # a selector belongs to the letter before it
            before, before_drawn = found.pop()
            data, drawn = before + data, before_drawn
        found.append((data, drawn))
    return tuple(found)


@lru_cache(maxsize=10_000)
def lettering(text: str) -> Lettering:
    """Which typefaces `text` is set in, judged by all its letters."""
    drawn = printable(text)
    if not any(map(_is_east_asian, drawn)):
        return Lettering.WESTERN
    japanese, western = _JAPANESE[Weight.REGULAR], _WESTERN[Weight.REGULAR]
    if any(_is_letter(char) and not japanese.has(char) and western.has(char) for char in drawn):
        return Lettering.MIXED
    return Lettering.JAPANESE


@lru_cache(maxsize=10_000)
def runs(
    text: str, weight: Weight = Weight.REGULAR, style: Lettering | None = None
) -> tuple[Run, ...]:
    """`text` as it is drawn (see `printable`), split where the typeface changes.

    Args:
        text: a whole text or one of its lines.
        weight: how bold.
        style: that of the whole text, when `text` is only a part of it.
    """
    table = _table(weight, style or lettering(text))
    found: list[tuple[Typeface, str]] = []
    for cluster in _clusters(printable(text)):
        whole = table.whole_cluster(cluster) if len(cluster) > 1 else None
        for char in cluster:
            face = whole or table[char].face
            if found and found[-1][0] is face:
                found[-1] = (face, found[-1][1] + char)
            else:
                found.append((face, char))
    return tuple(Run(face, piece) for face, piece in found)


def width(
    text: str, size: float, weight: Weight = Weight.REGULAR, style: Lettering | None = None
) -> float:
    """How wide `text` is when set at `size`, in the unit of `size` (points, mm)."""
    return _ems(text, weight, style or lettering(text)) * size


@lru_cache(maxsize=10_000)  # a text is measured to fit, to be aligned and to be kept clear of
def _ems(text: str, weight: Weight, style: Lettering) -> float:
    table = _table(weight, style)
    if text.isascii() or not any(map(unicodedata.combining, text)):
        return sum([table[char].advance for char in printable(text)])
    advance = 0.0
    for run in runs(text, weight, style):
        outlines = run.face.outlines
        units = sum(outlines.advance(outlines.glyph(ord(char))) for char in run.text)
        advance += units / outlines.units_per_em
    return advance


@lru_cache(maxsize=10_000)
def ink(
    text: str, weight: Weight = Weight.REGULAR, style: Lettering | None = None
) -> tuple[float, float]:
    """The lowest and the highest point the glyphs of `text` reach, in ems from the baseline."""
    pieces = [(run.face.file, char) for run in runs(text, weight, style) for char in run.text]
    extents = [_extent(file, char) for file, char in pieces] or [(0.0, 0.0)]
    return min(low for low, _ in extents), max(high for _, high in extents)


@dataclass(frozen=True, slots=True)
class _Glyph:
    face: Typeface
    advance: float
    """In ems."""


class _GlyphTable(dict[str, _Glyph]):
    """What each character is drawn with in one lettering and weight, filled as it is asked."""

    def __init__(self, weight: Weight, style: Lettering) -> None:
        super().__init__()
        japanese, western = _JAPANESE[weight], _WESTERN[weight]
        others = _FALLBACKS[weight]
        self._signs = (japanese, western, *others)
        self._letters = self._signs
        if style is Lettering.WESTERN:
            self._signs = (western, japanese, *others)
        if style is not Lettering.JAPANESE:
            self._letters = (western, japanese, *others)

    def __missing__(self, char: str) -> _Glyph:
        faces = self._letters if _is_letter(char) else self._signs
        face = next(face for face in faces if face.has(char))
        outlines = face.outlines
        advance = outlines.advance(outlines.glyph(ord(char))) / outlines.units_per_em
        glyph = self[char] = _Glyph(face, advance)
        return glyph

    def whole_cluster(self, cluster: str) -> Typeface | None:
        """A typeface that has a letter and all its accents, where there is one."""
        faces = self._letters if _is_letter(cluster[0]) else self._signs
        return next((face for face in faces if face.has(cluster)), None)


@cache
def _table(weight: Weight, style: Lettering) -> _GlyphTable:
    return _GlyphTable(weight, style)


class _Shown(dict[str, str]):
    """What stands for each character on paper, filled as it is asked."""

    def __missing__(self, char: str) -> str:
        shown = self[char] = self._shown(char)
        return shown

    def _shown(self, char: str) -> str:
        if char in _INVISIBLE or _is_variation_selector(char):
            return ""
        if unicodedata.category(char) in {"Cc", "Zl", "Zp"}:
            return " "
        # Both weights have the same characters; the bold files are needed anyway, for names.
        faces = (_JAPANESE[Weight.BOLD], _WESTERN[Weight.BOLD], *_FALLBACKS[Weight.BOLD])
        return char if any(face.has(char) for face in faces) else BLANK


_SHOWN = _Shown()


def _composed(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    return "".join(
        unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster
        for cluster in _clusters(text)
    )


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _is_east_asian(char: str) -> bool:
    return _HANGUL_JAMO[0] <= char <= _HANGUL_JAMO[1] or (char > _SIGNS[1] and char != BLANK)


def _is_letter(char: str) -> bool:
    """Whether it is a letter, digit or sign of the alphabets: Latin, Cyrillic, Greek."""
    return char < _SIGNS[0] and not _is_east_asian(char)


def _clusters(text: str) -> Iterator[str]:
    """Each character together with the combining marks that follow it."""
    cluster = ""
    for char in text:
        if cluster and unicodedata.combining(char):
            cluster += char
            continue
        if cluster:
            yield cluster
        cluster = char
    if cluster:
        yield cluster


@cache
def _outlines(file: str) -> TrueTypeFile:
    return TrueTypeFile(paths.resource("fonts", file))


@cache
def _extent(file: str, char: str) -> tuple[float, float]:
    outlines = _outlines(file)
    low, high = outlines.extent(outlines.glyph(ord(char)))
    return low / outlines.units_per_em, high / outlines.units_per_em
