"""The cash box レジ: counting notes and coins, what should be in it, and the difference."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import DENOMINATIONS, Money


@dataclass(eq=False)
class CountUnreadable(ReceptionError):
    """A count is not written as `10000x3 1000x12`, or names a note the currency does not have."""

    text: str


@dataclass(eq=False)
class BoxNotOpen(ReceptionError):
    """No shift is open at this cash box, so no cash can move."""

    box: str


@dataclass(eq=False)
class BoxAlreadyOpen(ReceptionError):
    """A shift is open at this cash box already."""

    box: str


@dataclass(eq=False)
class BoxNotCounted(ReceptionError):
    """The cash box must be counted before it is closed, and after its last cash movement."""

    box: str


@dataclass(eq=False)
class DropAboveCash(ReceptionError):
    """More was to be taken out of the cash box than should be in it."""

    amount: Money
    cash: Money


@dataclass(eq=False)
class CashShort(ReceptionError):
    """There is not enough cash in the box to give back what is asked for.

    How much there should be is not told: whoever counts the box must not know.
    """

    box: str


@dataclass(eq=False)
class DifferenceNeedsReason(ReceptionError):
    """The counted cash is not what is expected; closing needs a reason."""

    difference: Money


@dataclass(frozen=True, slots=True)
class Count:
    """A count 実査 of one cash box: how many of each denomination (minor units, largest first)."""

    currency: str
    pieces: tuple[tuple[int, int], ...]

    @property
    def total(self) -> Money:
        """The money counted."""
        return Money(sum(value * n for value, n in self.pieces), self.currency)


@dataclass(frozen=True, slots=True)
class Shift:
    """The time one operator works at one cash box, from opening to closing 締め.

    `counted` is the last count. `kept` says that its cash stayed in the box when it was closed,
    `follows` is the shift whose cash it took over. `closed_by` is the operator who closed it.
    """

    id: str
    box: str
    operator: str
    opened_at: datetime
    opening: Money
    closed_at: datetime | None = None
    counted: Money | None = None
    expected: Money | None = None
    reason: str = ""
    kept: bool = False
    follows: str | None = None
    closed_by: str = ""


@dataclass(frozen=True, slots=True)
class BoxCount:
    """A count on record: when, by which operator, and what was in the box."""

    at: datetime
    operator: str
    count: Count
    counted: Money


@dataclass(frozen=True, slots=True)
class CountMismatch:
    """A denomination of which two people counted different pieces; `value` in minor units."""

    value: int
    first: int
    second: int


def count_mismatches(first: Count, second: Count) -> tuple[CountMismatch, ...]:
    """Where two counts of one box differ, largest denomination first; nowhere when they agree."""
    one, other = dict(first.pieces), dict(second.pieces)
    return tuple(
        CountMismatch(value, one.get(value, 0), other.get(value, 0))
        for value in sorted(one.keys() | other.keys(), reverse=True)
        if one.get(value, 0) != other.get(value, 0)
    )


def count_of(pieces: Mapping[int, int], currency: str) -> Count:
    """The count of these pieces by denomination in minor units; zero pieces are left out.

    Raises:
        CountUnreadable: a denomination is not one of the currency's, or a number is negative.
    """
    for value, n in pieces.items():
        if value not in DENOMINATIONS[currency] or n < 0:
            raise CountUnreadable(f"{value}x{n}")
    return Count(currency, tuple((v, pieces[v]) for v in sorted(pieces, reverse=True) if pieces[v]))


def parse_count(text: str, currency: str) -> Count:
    """A count written as `10000x2 5000x4 1000x30`, denominations in minor units.

    What a Japanese keyboard makes of it, `１０００×３`, is understood as well.

    Raises:
        CountUnreadable: a part of the text is no such pair.
    """
    pieces: dict[int, int] = {}
    for word in text.split():
        pair = unicodedata.normalize("NFKC", word).lower().replace("×", "x")
        value, _, n = pair.partition("x")
        if not (value.isascii() and value.isdigit() and n.isascii() and n.isdigit()):
            raise CountUnreadable(word)
        pieces[int(value)] = pieces.get(int(value), 0) + int(n)
    return count_of(pieces, currency)


def denominations(currency: str) -> tuple[int, ...]:
    """Notes and coins of the currency in minor units, largest first."""
    return DENOMINATIONS[currency]


def likely_tenders(due: Money) -> tuple[Money, ...]:
    """Round amounts a guest may hand over for `due`, smallest first, without the exact amount."""
    notes = DENOMINATIONS[due.currency][:4]
    amounts = {-(-due.minor // note) * note for note in notes}
    if due.minor >= notes[0]:  # no single note is larger: one more of the largest
        amounts.add((due.minor // notes[0] + 1) * notes[0])
    return tuple(Money(a, due.currency) for a in sorted(amounts) if a > due.minor)[:3]
