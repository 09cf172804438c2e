"""Money 金額: whole minor units of one currency, read from and written for people."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Self

from reception_app.domain.errors import ReceptionError

EXPONENTS = {
    "JPY": 0, "KRW": 0, "VND": 0, "USD": 2, "EUR": 2, "GBP": 2, "CHF": 2, "CNY": 2, "TWD": 2,
    "HKD": 2, "SGD": 2, "THB": 2, "AUD": 2, "CAD": 2, "BHD": 3, "KWD": 3,
}  # fmt: skip
"""Decimal places of each currency we know, by ISO 4217 code."""

SYMBOLS = {
    "JPY": "¥", "KRW": "₩", "VND": "₫", "USD": "$", "EUR": "€", "GBP": "£", "CNY": "CN¥",
    "TWD": "NT$", "HKD": "HK$", "SGD": "S$", "THB": "฿", "AUD": "A$", "CAD": "C$",
}  # fmt: skip

DENOMINATIONS = {
    "JPY": (10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1),
    "KRW": (50000, 10000, 5000, 1000, 500, 100, 50, 10),
    "VND": (500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000),
    "USD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1),
    "EUR": (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "CHF": (100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "CNY": (10000, 5000, 2000, 1000, 500, 100, 50, 10),
    "TWD": (200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100),
    "HKD": (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10),
    "SGD": (10000, 5000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "THB": (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25),
    "AUD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "CAD": (10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5),
    "BHD": (20000, 10000, 5000, 1000, 500, 100, 50, 25, 10, 5),
    "KWD": (20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5),
}
"""Notes and coins of each currency in minor units, largest first."""

LARGEST_AMOUNT = 10**12
"""No single amount an event handles is larger, in minor units; more is a slip of the keys."""

_DIGITS_OF_A_GROUP = 3
_SIGNS = sorted({*SYMBOLS.values(), *EXPONENTS, "\\", "円"}, key=len, reverse=True)
_MARKS = re.compile("|".join((*map(re.escape, _SIGNS), r"[\s'_]")), re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}", re.ASCII)
# `8.000` is eight thousand to half the world, so it is never eight.
_POINT_GROUP = re.compile(r"[+-]?\d{1,3}\.\d{3}", re.ASCII)


@dataclass(eq=False)
class AmountUnreadable(ReceptionError):
    """The text is no amount of money."""

    text: str


@dataclass(eq=False)
class AmountTooFine(ReceptionError):
    """The text has more decimal places than the currency, such as 1.5 yen."""

    text: str
    currency: str


@dataclass(eq=False)
class AmountNegative(ReceptionError):
    """The text is below zero where only an amount of money makes sense."""

    text: str


@dataclass(eq=False)
class AmountTooLarge(ReceptionError):
    """The amount is beyond anything an event handles."""

    text: str


@dataclass(eq=False)
class CurrencyUnknown(ReceptionError):
    """No such currency is in our table."""

    currency: str


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount 金額: `minor` whole minor units (yen, cents) of an ISO 4217 `currency`."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(self.minor)
        if self.currency not in EXPONENTS:
            raise CurrencyUnknown(self.currency)

    def __add__(self, other: Self) -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Self) -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __mul__(self, count: int) -> "Money":
        return Money(self.minor * count, self.currency)

    def __lt__(self, other: Self) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Self) -> bool:
        return self.minor <= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return format_money(self)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise TypeError(self.currency, other.currency)
        return other.minor


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum of `amounts`, zero of `currency` when there are none."""
    return sum(amounts, Money(0, currency))


def parse_money(text: str, currency: str) -> Money:
    """The amount a person wrote: full-width digits, commas, `¥`, `円` and spaces are understood.

    A comma before the last one or two digits is a decimal comma: `12,50` € is not 1,250.

    Raises:
        AmountUnreadable: no number can be made of it.
        AmountTooFine: it has decimals the currency does not have.
        AmountNegative: it is below zero.
        AmountTooLarge: it is above `LARGEST_AMOUNT`.
        CurrencyUnknown: `currency` is not in our table.
    """
    if currency not in EXPONENTS:
        raise CurrencyUnknown(currency)
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", text).replace("−", "-").replace("▲", "-"))
    if _COMMA_GROUPS.fullmatch(bare):
        bare = bare.replace(",", "")
    elif _DECIMAL_COMMA.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        raise AmountUnreadable(text)
    if _POINT_GROUP.fullmatch(bare) and EXPONENTS[currency] < _DIGITS_OF_A_GROUP:
        raise AmountTooFine(text, currency)
    try:
        minor = Decimal(bare).scaleb(EXPONENTS[currency])
    except InvalidOperation:
        raise AmountUnreadable(text) from None
    if minor != minor.to_integral_value():
        raise AmountTooFine(text, currency)
    if minor < 0:
        raise AmountNegative(text)
    if minor > LARGEST_AMOUNT:
        raise AmountTooLarge(text)
    return Money(int(minor), currency)


def format_number(money: Money) -> str:
    """The amount with separators and the currency's decimals, without its sign: `8,000`."""
    exponent = EXPONENTS[money.currency]
    return f"{Decimal(money.minor).scaleb(-exponent):,.{exponent}f}"


def format_money(money: Money) -> str:
    """The amount as people read it on screens and paper: `¥8,000`, `-€12.50`, `KWD 1.250`."""
    sign = "-" if money.minor < 0 else ""
    symbol = SYMBOLS.get(money.currency, f"{money.currency} ")
    return f"{sign}{symbol}{format_number(Money(abs(money.minor), money.currency))}"
