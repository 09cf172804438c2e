"""Consumption tax inside an amount, revenue stamps, and registration numbers on Japanese receipts.

The law is design input here, not advice: every word on a receipt is an editable template.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money

STANDARD_RATE = 10
REDUCED_RATE = 8
"""Percent, included in the price; the reduced rate is that of food taken away and newspapers."""

STAMP_FROM = 50_000
"""Yen from which a business puts a revenue stamp 収入印紙 on a receipt for cash."""

REVENUE_STAMPS = (
    (1_000_000, 200), (2_000_000, 400), (3_000_000, 600), (5_000_000, 1_000), (10_000_000, 2_000),
    (20_000_000, 4_000), (30_000_000, 6_000), (50_000_000, 10_000), (100_000_000, 20_000),
)  # fmt: skip
"""The stamp on a receipt for sales up to so many yen, in yen."""

_REGISTRATION = re.compile(r"T\d{13}")


class IssuerKind(StrEnum):
    """Who issues a receipt.

    SOCIETY 任意団体: a circle of friends or a society without profit, not registered for tax.
    EXEMPT 免税事業者: a business below the threshold of consumption tax.
    REGISTERED 適格請求書発行事業者: a business whose receipts let others deduct the tax.
    """

    SOCIETY = "society"
    EXEMPT = "exempt"
    REGISTERED = "registered"


@dataclass(eq=False)
class RegistrationNumberMalformed(ReceptionError):
    """The registration number of an issuer is not `T` and 13 digits."""

    text: str


@dataclass(frozen=True, slots=True)
class TaxLine:
    """What a receipt says about one rate: the sum with tax inside, and the tax."""

    percent: int
    gross: Money
    tax: Money


def tax_inside(gross: Money, percent: int) -> Money:
    """The tax in an amount that includes it, rounded down: 4,999 in 54,999 at 10 percent."""
    return Money(gross.minor * percent // (100 + percent), gross.currency)


def tax_lines(items: Iterable[tuple[int, Money]]) -> tuple[TaxLine, ...]:
    """The breakdown of a receipt, highest rate first: amounts of one rate are rounded once.

    Args:
        items: percent and amount with tax, of one currency.
    """
    sums: dict[int, Money] = {}
    for percent, amount in items:
        sums[percent] = sums[percent] + amount if percent in sums else amount
    return tuple(
        TaxLine(percent, gross, tax_inside(gross, percent))
        for percent, gross in sorted(sums.items(), reverse=True)
    )


def needs_revenue_stamp(
    amount: Money, *, cash: bool, issuer: IssuerKind, printed_tax: Iterable[TaxLine] = ()
) -> bool:
    """Whether the receipt has a place for a revenue stamp.

    It has when a business takes cash of 50,000 yen or more; where the tax is printed, the amount
    without it counts. Cards and payment services need none, nor does a society.
    """
    if issuer is IssuerKind.SOCIETY or not cash or amount.currency != "JPY":
        return False
    return amount.minor - sum(line.tax.minor for line in printed_tax) >= STAMP_FROM


def revenue_stamp(cash: Money, *, issuer: IssuerKind, printed_tax: Iterable[TaxLine] = ()) -> Money:
    """The revenue stamp 収入印紙 a receipt needs; nothing where it needs none.

    `cash` is what was paid in cash: where the receipt says what was paid by card, only that counts.
    """
    printed_tax = tuple(printed_tax)
    if not needs_revenue_stamp(cash, cash=True, issuer=issuer, printed_tax=printed_tax):
        return Money(0, cash.currency)
    net = cash.minor - sum(line.tax.minor for line in printed_tax)
    stamps = (stamp for limit, stamp in REVENUE_STAMPS if net <= limit)
    return Money(next(stamps, REVENUE_STAMPS[-1][1]), cash.currency)


def tax_shares(amount: Money, reduced: Money) -> tuple[TaxLine, ...]:
    """The breakdown of an amount of which `reduced`, at most all of it, is at the reduced rate."""
    part = min(reduced, amount)
    items = ((STANDARD_RATE, amount - part), (REDUCED_RATE, part))
    return tax_lines((percent, money) for percent, money in items if money)


def parse_registration_number(text: str) -> str:
    """The registration number 登録番号 as printed: `T` and 13 digits, typed in any width.

    Raises:
        RegistrationNumberMalformed: it is not of that form.
    """
    bare = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not _REGISTRATION.fullmatch(bare):
        raise RegistrationNumberMalformed(text)
    return bare


def has_corporate_check_digit(number: str) -> bool:
    """Whether the digits of `T…` are a right corporate number 法人番号.

    A person's registration number has no check digit, so this may only warn.
    """
    check, body = int(number[1]), number[2:]
    weighted = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(body)))
    return check == 9 - weighted % 9
