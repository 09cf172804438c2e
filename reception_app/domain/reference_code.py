"""The reference code printed on invitations: a payer types it before the name of a transfer.

Four digits of the guest's number and a check digit: `01234ﾔﾏﾀﾞ`. Numbers beyond 9999 make it one
digit longer. The check digit is Damm's: every single wrong digit and every swap of two neighbours
is caught.
"""

import re
import unicodedata

from reception_app.domain.kana_fold import joined_marks

_NUMBER_DIGITS = 4
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
_LEADING = re.compile(r"\s*(?:NO\.?|#)?\s*(\d{5,6})(?!\d)")
_DIGITS_AROUND = re.compile(r"^(?:NO\.?|#)?[\d\s#.-]*\d[\s#.-]*|[\s#]*\d[\d\s#.-]*$", re.IGNORECASE)
_TRAILING = re.compile(r"(?<!\d)(\d{5,6})\s*$")


def reference_code(number: int) -> str:
    """The code of the guest with this short number."""
    body = f"{number:0{_NUMBER_DIGITS}}"
    return body + _check_digit(body)


def read_reference_codes(text: str) -> tuple[int, ...]:
    """The guest numbers of the codes at the beginning and at the end of a transfer's text.

    Full-width digits are understood. Digits whose check digit is wrong are no code.
    """
    normal = unicodedata.normalize("NFKC", text).upper()
    found = [match[1] for match in (_LEADING.match(normal), _TRAILING.search(normal)) if match]
    numbers = [
        int(code[:-1])
        for code in found
        if _check_digit(code[:-1]) == code[-1] and code == reference_code(int(code[:-1]))
    ]
    return tuple(dict.fromkeys(numbers))


def without_code(text: str) -> str:
    """A transfer's text without digits before and after the name: they are no part of a name."""
    normal = joined_marks(text)
    return _DIGITS_AROUND.sub("", normal) or normal


def _check_digit(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim
