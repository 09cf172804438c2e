"""What one scanner does to a code on its way, found out with a test code and undone from then on.

A scanner acts as a keyboard: it may type something before or after each code, and where it and the
computer are set to different keyboard layouts the keys of the digits type other signs. The test
code is ten digits that come in their order and all of them twice, so whatever stands in their place
tells which sign stands for which digit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.badge_code import CODE_DIGITS, badge_code_for, read_badge_codes

TEST_CODE = str(badge_code_for("0123", "4567890123456789012345678"))
"""A code of no event, in which every digit stands; printed on the test sheet."""

_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class ScannerHabits:
    """What to undo: `prefix` and `suffix` typed around each code, and `row`, the signs for 0 to 9.

    `row` is empty where digits arrive as digits, or as a layout we know types them.
    """

    prefix: str = ""
    suffix: str = ""
    row: str = ""

    def undone(self, text: str) -> str:
        """The text as it was on the badge; unchanged where it is no badge code of ours.

        Several codes one after the other are undone piece by piece.
        """
        if not self:
            return text
        length = len(self.prefix) + CODE_DIGITS + len(self.suffix)
        pieces = [text[i : i + length] for i in range(0, len(text), length)]
        bare = [self._bare(piece) for piece in pieces]
        codes = "".join(piece for piece in bare if piece)
        return codes if all(bare) and read_badge_codes(codes) else text

    def _bare(self, piece: str) -> str:
        inner = piece.removeprefix(self.prefix).removesuffix(self.suffix)
        if not self.row:
            return inner
        digits = {sign: digit for digit, sign in zip(_DIGITS, self.row, strict=True)}
        return "".join(digits.get(sign, sign) for sign in inner)

    def __bool__(self) -> bool:
        return self != NO_HABITS


NO_HABITS = ScannerHabits()
"""A scanner that types codes as they are."""


class ScannerFinding(StrEnum):
    """What a test scan says of the scanner."""

    FINE = "fine"
    FULL_WIDTH = "full_width"
    OTHER_LAYOUT = "other_layout"
    LEARNED = "learned"
    AROUND = "around"
    SIGNS_LOST = "signs_lost"
    SIGNS_TWICE = "signs_twice"
    OTHER_CODE = "other_code"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ScannerReport:
    """A finding, the habits that undo it, and whether the scanner ends a code with Enter."""

    finding: ScannerFinding
    habits: ScannerHabits = NO_HABITS
    ends_with_enter: bool = False
    read: str = ""

    @property
    def works(self) -> bool:
        """Whether badges are read by this scanner, with its habits undone."""
        return self.finding in _WORKS


_WORKS = frozenset(
    {
        ScannerFinding.FINE,
        ScannerFinding.FULL_WIDTH,
        ScannerFinding.OTHER_LAYOUT,
        ScannerFinding.LEARNED,
        ScannerFinding.AROUND,
    }
)


def examine(raw: str) -> ScannerReport:
    """What a scan of the test code, exactly as it was typed, says of the scanner."""
    enter = raw.endswith(("\r", "\n", "\t"))
    read = "".join(char for char in raw if char.isprintable())
    finding, habits = _judge(read)
    return ScannerReport(finding, habits, ends_with_enter=enter, read=read)


def _judge(read: str) -> tuple[ScannerFinding, ScannerHabits]:
    if not read.strip():
        return ScannerFinding.NOTHING, NO_HABITS
    if read == TEST_CODE:
        return ScannerFinding.FINE, NO_HABITS
    codes = [str(code) for code in read_badge_codes(read)]
    if codes == [TEST_CODE]:
        wide = all(ord(char) >= ord("０") for char in read)
        return (ScannerFinding.FULL_WIDTH if wide else ScannerFinding.OTHER_LAYOUT), NO_HABITS
    if codes:
        return ScannerFinding.OTHER_CODE, NO_HABITS
    return _found_inside(read) or _learned(read) or (_what_is_wrong(read), NO_HABITS)


def _found_inside(read: str) -> tuple[ScannerFinding, ScannerHabits] | None:
    """The test code with something typed before or after it."""
    for start in range(len(read) - CODE_DIGITS + 1):
        inner = read[start : start + CODE_DIGITS]
        if [str(code) for code in read_badge_codes(inner)] == [TEST_CODE]:
            habits = ScannerHabits(read[:start], read[start + CODE_DIGITS :])
            return ScannerFinding.AROUND, habits
    return None


def _learned(read: str) -> tuple[ScannerFinding, ScannerHabits] | None:
    """Signs that stand for the digits, one for each, whatever is typed before or after them."""
    for start in range(len(read) - CODE_DIGITS + 1):
        row = _row_of(read[start : start + CODE_DIGITS])
        if row:
            habits = ScannerHabits(read[:start], read[start + CODE_DIGITS :], row)
            return ScannerFinding.LEARNED, habits
    return None


def _row_of(inner: str) -> str:
    """The signs for 0 to 9 by which this is the test code; empty where there are none."""
    signs: dict[str, str] = {}
    for digit, sign in zip(TEST_CODE, inner, strict=True):
        if signs.setdefault(digit, sign) != sign:
            return ""
    return "".join(signs[digit] for digit in _DIGITS) if _tells_apart(signs) else ""


def _tells_apart(signs: Mapping[str, str]) -> bool:
    return len(signs) == len(_DIGITS) == len(set(signs.values()))


def _what_is_wrong(read: str) -> ScannerFinding:
    if _is_inside(read, TEST_CODE):
        return ScannerFinding.SIGNS_LOST
    if len(read) > CODE_DIGITS and _is_inside(TEST_CODE, read):
        return ScannerFinding.SIGNS_TWICE
    return ScannerFinding.OTHER_CODE


def _is_inside(few: str, many: str) -> bool:
    """Whether `few` is `many` with some of its signs left out."""
    rest = iter(many)
    return all(sign in rest for sign in few)
