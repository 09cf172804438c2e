"""Making text fit: the largest size at which it stays inside its place, broken where people would.

Sizes and lengths share one unit (points). Text is never squeezed or clipped; what is so long that
no size helps is cut with an ellipsis and says so.
"""

import math
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reception_app.documents import fonts
from reception_app.documents.fonts import Lettering, Weight

ELLIPSIS = "…"

SMALLEST_PRINTED = 4.0
"""Points: below this nobody reads anything, and text is cut instead."""

_LONGEST = 400
"""Characters: what is longer fits nowhere and is cut before it is measured."""

_NOT_AT_START = frozenset(
    "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々ー）)」』】〉》］]｝}〕’”…‥％%‐-–〜～"
    "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
)
_NOT_AT_END = frozenset("（(「『【〈《［[｛{〔‘“￥¥$＄£€№#＃")
_CORPORATE = (
    "株式会社",
    "有限会社",
    "合同会社",
    "一般社団法人",
    "一般財団法人",
    "公益財団法人",
    "独立行政法人",
    "学校法人",
)
_FINE_ENOUGH = 0.005
"""How exactly, relatively, the best width of broken lines is searched for."""

_SHRINK_STEP = 0.96


class Breaks(Enum):
    """Where a line may end; each kind allows what those before it allow.

    WORDS: after spaces and hyphens, and in Japanese where kanji, katakana and Latin meet or a
    corporate form begins or ends. CHARACTERS: between two Japanese characters too, where the rules
    of Japanese (禁則) do not forbid it. ANYWHERE: inside a Latin word too.
    """

    WORDS = 1
    CHARACTERS = 2
    ANYWHERE = 3


_WORTH = {Breaks.WORDS: 1.15, Breaks.CHARACTERS: 1.3, Breaks.ANYWHERE: 1.5}
"""A break of a kind must make text larger by this factor; a smaller gain is not worth it."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text as it will stand: its lines, their size, and whether something had to be left out."""

    lines: tuple[str, ...]
    size: float
    cut: bool = False
    style: Lettering | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text of its own size in a block; `leading` is the line distance in sizes."""

    text: str
    size: float
    weight: Weight = Weight.REGULAR
    lines: int = 2
    leading: float = 1.35


def fit_lines(
    text: str,
    *,
    weight: Weight,
    width: float,
    height: float,
    largest: float,
    smallest: float = SMALLEST_PRINTED,
    lines: int = 1,
    leading: float = 1.2,
) -> Fitted:
    """`text` as large as a place of `width` by `height` allows, `largest` at most.

    It takes another line (of at most `lines`, `leading` sizes apart) only where that makes it
    clearly larger or lifts it to `smallest`, broken at spaces or between kinds of writing if
    possible, else between characters; a Latin word is broken only when the text would be below
    `smallest` otherwise.
    """
    kept = text if len(text) <= _LONGEST else text[:_LONGEST] + ELLIPSIS
    style = fonts.lettering(kept)
    length = fonts.width(kept, 1, weight, style)
    best = Fitted((kept,), _size(length, width, min(largest, height)), kept != text, style)
    for count, breaks in _ways_to_break(lines):
        if breaks is Breaks.ANYWHERE and best.size >= smallest:
            break
        tallest = min(largest, height / (1 + (count - 1) * leading))
        needed = best.size * _WORTH[breaks]
        if best.size < smallest and breaks is not Breaks.ANYWHERE:
            needed = min(needed, smallest)
        if tallest < needed:
            continue
        broken, widest = _balanced(_pieces(kept, breaks, weight, style), count)
        size = _size(widest, width, tallest)
        if size >= needed:
            best = replace(best, lines=broken, size=size)
    if best.size >= SMALLEST_PRINTED:
        return best
    return _cut(kept, weight, width / SMALLEST_PRINTED, lines)


def wrap(
    text: str, *, weight: Weight, size: float, width: float, lines: int, even: bool = False
) -> tuple[str, ...] | None:
    """`text` in lines of at most `width` at this `size`; None when `lines` are too few.

    A Latin word is broken only where it is wider than `width` by itself. `even` makes lines of
    whole words about equally long, so that no last word stands alone.
    """
    room = width / size
    style = fonts.lettering(text)
    if fonts.width(text, 1, weight, style) <= room:
        return (text,)
    if len(text) > _LONGEST:
        return None
    for breaks in Breaks:
        pieces = _pieces(text, breaks, weight, style)
        if max(piece.bare for piece in pieces) > room:
            continue
        broken, _ = _filled(pieces, room)
        if len(broken) <= lines:
            is_evened = even and breaks is Breaks.WORDS
            return _balanced(pieces, len(broken))[0] if is_evened else broken
        if breaks is Breaks.CHARACTERS:
            return None
    return None


def fit_paragraphs(
    paragraphs: Sequence[Paragraph], *, width: float, height: float
) -> tuple[Fitted, ...]:
    """Paragraphs below each other in one block, all shrunk by the same factor until they fit."""
    paragraphs = _with_fewer_lines(paragraphs, height)
    factor = 1.0
    while True:
        sizes = [max(paragraph.size * factor, SMALLEST_PRINTED) for paragraph in paragraphs]
        wrapped = [
            wrap(
                paragraph.text,
                weight=paragraph.weight,
                size=size,
                width=width,
                lines=paragraph.lines,
                even=True,
            )
            for paragraph, size in zip(paragraphs, sizes, strict=True)
        ]
        needed = sum(
            len(lines or "") * size * paragraph.leading
            for paragraph, lines, size in zip(paragraphs, wrapped, sizes, strict=True)
        )
        at_floor = all(size <= SMALLEST_PRINTED for size in sizes)
        if (None not in wrapped and needed <= height) or at_floor:
            break
        factor *= _SHRINK_STEP
    result = []
    for paragraph, lines, size in zip(paragraphs, wrapped, sizes, strict=True):
        if lines is None:
            result.append(_cut(paragraph.text, paragraph.weight, width / size, paragraph.lines))
        else:
            result.append(Fitted(lines, size, style=fonts.lettering(paragraph.text)))
    return tuple(result)


def _ways_to_break(lines: int) -> Iterator[tuple[int, Breaks]]:
    """In how many lines and where to break: inside a Latin word after all else was tried."""
    counts = range(2, lines + 1)
    for count in counts:
        yield count, Breaks.WORDS
        yield count, Breaks.CHARACTERS
    for count in counts:
        yield count, Breaks.ANYWHERE


def _with_fewer_lines(paragraphs: Sequence[Paragraph], height: float) -> Sequence[Paragraph]:
    """The paragraphs with as many lines as `height` holds at the smallest size, one at least."""
    kept = list(paragraphs)
    while sum(each.lines * SMALLEST_PRINTED * each.leading for each in kept) > height:
        longest = max(range(len(kept)), key=lambda place: kept[place].lines)
        if kept[longest].lines == 1:
            break
        kept[longest] = replace(kept[longest], lines=kept[longest].lines - 1)
    return kept


def _size(width_at_one: float, width: float, largest: float) -> float:
    """The size, in whole quarters of a point, at which a text is `width` wide at most."""
    if width_at_one * largest <= width:
        return largest
    exact = width / width_at_one
    return max(math.floor(exact * 4) / 4, min(exact, SMALLEST_PRINTED))


def _cut(text: str, weight: Weight, room: float, lines: int) -> Fitted:
    """As much of `text` as `lines` of `room` ems hold, with an ellipsis."""
    style = fonts.lettering(text)
    broken: list[str] = []
    rest = text.removesuffix(ELLIPSIS)
    for number in range(lines):
        last = number == lines - 1
        here = room - (fonts.width(ELLIPSIS, 1, weight, style) if last else 0)
        end = 1
        while end < len(rest) and fonts.width(rest[: end + 1], 1, weight, style) <= here:
            end += 1
        broken.append(rest[:end] + (ELLIPSIS if last else ""))
        rest = rest[end:]
        if not rest:
            break
    return Fitted(tuple(broken), SMALLEST_PRINTED, cut=True, style=style)


class _Piece(NamedTuple):
    """What stays together on a line: its width in ems, and without the spaces at its end."""

    text: str
    width: float
    bare: float


def _filled(pieces: Sequence[_Piece], room: float) -> tuple[tuple[str, ...], float]:
    """Lines filled one after the other with pieces, at most `room` ems wide, and the widest."""
    lines: list[str] = []
    line, used, bare, widest = "", 0.0, 0.0, 0.0
    for piece in pieces:
        if line and used + piece.bare > room:
            lines.append(line.strip())
            widest = max(widest, bare)
            line, used = "", 0.0
        line += piece.text
        bare = used + piece.bare
        used += piece.width
    if line.strip():
        lines.append(line.strip())
        widest = max(widest, bare)
    return tuple(lines), widest


def _balanced(pieces: Sequence[_Piece], count: int) -> tuple[tuple[str, ...], float]:
    """At most `count` lines whose widest is as narrow as the pieces allow, and its width."""
    low = max(piece.bare for piece in pieces)
    high = sum(piece.width for piece in pieces)
    best = _filled(pieces, low)
    if len(best[0]) <= count:
        return best
    best = _filled(pieces, high)
    while high - low > _FINE_ENOUGH * high:
        middle = (low + high) / 2
        broken = _filled(pieces, middle)
        if len(broken[0]) <= count:
            best, high = broken, middle
        else:
            low = middle
    return best


@lru_cache(maxsize=1000)  # one text is tried at many sizes
def _pieces(text: str, breaks: Breaks, weight: Weight, style: Lettering) -> list[_Piece]:
    """`text` cut at every place where a line may end; joined they are `text` again."""
    edges = {
        edge
        for form in _CORPORATE
        if (start := text.find(form)) >= 0
        for edge in (start, start + len(form))
    }
    inner = range(1, len(text))
    places = [0, *(n for n in inner if _may_break(text, n, breaks, edges)), len(text)]
    pieces = []
    for start, end in pairwise(places):
        piece = text[start:end]
        width = fonts.width(piece, 1, weight, style)
        bare = width
        if piece[-1:].isspace():
            bare = fonts.width(piece.rstrip(), 1, weight, style)
        pieces.append(_Piece(piece, width, bare))
    return pieces


def _may_break(text: str, place: int, breaks: Breaks, edges: Container[int]) -> bool:
    """Whether a line may end before the character at `place`; `edges` are good places."""
    before, after = text[place - 1], text[place]
    forbidden = after in _NOT_AT_START or before in _NOT_AT_END or after.isspace()
    if forbidden or not _separable(after):
        return False
    if breaks is Breaks.ANYWHERE or before.isspace():
        return True
    if before in "-/・＝゠,、。":
        return not (before == "-" and after.isdigit())  # 100-0005 stays whole
    scripts = {_script(before), _script(after)}
    if breaks is Breaks.CHARACTERS:
        return scripts != {"latin"}
    return place in edges or (len(scripts) > 1 and "other" not in scripts)


def _separable(char: str) -> bool:
    """Whether `char` does not belong to the character before it (accents, variation selectors)."""
    return unicodedata.category(char) not in {"Mn", "Me", "Cf"}


def _script(char: str) -> str:
    code = ord(char)
    if 0x30A0 <= code <= 0x30FF or 0xFF66 <= code <= 0xFF9F:  # noqa: PLR2004 - Unicode blocks
        return "katakana"
    if 0x3040 <= code <= 0x309F:  # noqa: PLR2004 - a Unicode block
        return "kanji"  # hiragana endings stay with their kanji
    if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000:  # noqa: PLR2004
        return "kanji"
    return "latin" if char.isalnum() else "other"
