"""The badge code: the digits in a badge's QR, and reading them back from any scanner.

32 digits: format (1), event tag (4), token (25 digits, 83 bits from `secrets`), check (2).
Digits only, so the QR is version 1 with error correction M (21 x 21 modules) and survives every
keyboard layout. The check digits are ISO 7064 MOD 97-10: every single wrong digit and every swap
of two digits is caught.
"""

import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

FORMAT_DIGIT = "7"
TAG_DIGITS = 4
TOKEN_DIGITS = 25
CODE_DIGITS = 32

_TOP_ROWS = (
    'à&é"\'(-è_ç',  # French AZERTY, unshifted
    "é+ěščřžýáí",  # Czech, unshifted
    ")!@#$%^&*(",  # US, shifted
    '=!"§$%&/()',  # German, shifted
    "~!\"#$%&'()",  # Japanese JIS, shifted
)  # fmt: skip
"""What the keys 0 1 2 … 9 of the top row type where they type no digits."""


@dataclass(frozen=True, slots=True)
class BadgeCode:
    """One complete badge code whose check digits are right."""

    digits: str

    @property
    def event_tag(self) -> str:
        """The four digits that tell which event issued it."""
        return self.digits[1 : 1 + TAG_DIGITS]

    def __str__(self) -> str:
        return self.digits


def new_event_tag() -> str:
    """Four random digits for a new event."""
    return f"{secrets.randbelow(10**TAG_DIGITS):0{TAG_DIGITS}}"


def new_badge_code(event_tag: str) -> BadgeCode:
    """A fresh random badge code of the event."""
    token = f"{secrets.randbelow(10**TOKEN_DIGITS):0{TOKEN_DIGITS}}"
    return badge_code_for(event_tag, token)


def badge_code_for(event_tag: str, token: str) -> BadgeCode:
    """The badge code with this tag and token; the check digits are computed."""
    body = FORMAT_DIGIT + event_tag + token
    check = (98 - int(body + "00") % 97) % 97
    return BadgeCode(f"{body}{check:02}")


def read_badge_codes(text: str) -> tuple[BadgeCode, ...]:
    """All badge codes in what a scanner typed; none when it is no code of ours, or half a code.

    Full-width digits are folded, control characters and white space dropped, the top rows of
    foreign keyboard layouts translated, and codes glued together are split. The whole text must be
    codes: a code inside a sentence or a URL is not taken.
    """
    for digits in _as_digits(text):
        codes = _split(digits)
        if codes:
            return codes
    return ()


def looks_like_code(text: str) -> bool:
    """Whether the text can only have come from a badge, whole or broken: 12 digits or more.

    A phone number has 11 at most, so a person who types one still searches.
    """
    return any(len(digits) > 11 for digits in _as_digits(text))  # noqa: PLR2004 - see the docstring


def _as_digits(text: str) -> Iterator[str]:
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKC", text)
        if not char.isspace() and unicodedata.category(char) != "Cc"
    )
    if bare.isascii() and bare.isdigit():
        yield bare
        return
    if any(char.isdigit() for char in bare):
        return  # a layout types no digits at all; 090-1234-5678 is a phone number
    for row in _TOP_ROWS:
        folded = bare.casefold().translate({ord(char): str(n) for n, char in enumerate(row)})
        if folded.isascii() and folded.isdigit():
            yield folded


def _split(digits: str) -> tuple[BadgeCode, ...]:
    if not digits or len(digits) % CODE_DIGITS:
        return ()
    pieces = [digits[i : i + CODE_DIGITS] for i in range(0, len(digits), CODE_DIGITS)]
    if all(piece[0] == FORMAT_DIGIT and int(piece) % 97 == 1 for piece in pieces):
        return tuple(BadgeCode(piece) for piece in pieces)
    return ()
