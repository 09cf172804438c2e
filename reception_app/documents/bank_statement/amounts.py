"""Amounts as statements write them: signed in many ways, with separators, or left out."""

import re
import unicodedata

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import EXPONENTS, parse_money

_NOTHING = re.compile(r"[-‐‑‒–—―−ー*＊.\s]*")
_NEGATIVE = re.compile(r"^(?:-|−|▲|△|▼|\((?=.*\)$))|(?:-|−|DR|D)$", re.IGNORECASE)
_SIGNS = re.compile(r"^[-+−▲△▼(\s]+|(?:[-+−)\s]|CR|DR|[CD])+$", re.IGNORECASE)
_POINTS_PART_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{2}")


class NotAnAmount(ValueError):
    """The text is neither an amount nor empty."""


def parse_signed(text: str, currency: str) -> int | None:
    """The amount in minor units, None where the cell is empty or only a dash.

    Raises:
        NotAnAmount: it is something else.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if _NOTHING.fullmatch(plain):
        return None
    negative = bool(_NEGATIVE.search(plain))
    bare = re.sub(r"^([¥\\$€£]|[A-Z]{3})\s*(?=[-−▲△])", "", plain)
    negative = negative or bool(_NEGATIVE.search(bare))
    digits = _SIGNS.sub("", bare)
    if _POINTS_PART_THOUSANDS.fullmatch(digits) and (EXPONENTS[currency] or digits.count(".") > 1):
        digits = digits.replace(".", "").replace(",", ".")
    try:
        amount = parse_money(digits, currency).minor
    except ReceptionError:
        raise NotAnAmount(text) from None
    return -amount if negative else amount


def is_amount(text: str, currency: str) -> bool:
    """Whether the text is an amount."""
    try:
        return parse_signed(text, currency) is not None
    except NotAnAmount:
        return False
