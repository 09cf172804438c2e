"""Splitting a bill 立替金 among those who share it: to the last unit, and rate by rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money
from reception_app.domain.tax import TaxLine, tax_lines


class NobodyShares(ReceptionError):
    """There is nobody to share the bill."""


@dataclass(frozen=True, slots=True)
class Invoice:
    """The bill that was paid for all: its issuer, its day, and its amounts with tax by rate.

    `registration_number` is the issuer's own, which is what the sharers' companies need.
    """

    issuer: str
    day: date
    amounts: tuple[tuple[int, Money], ...]
    registration_number: str = ""
    number: str = ""

    @property
    def total(self) -> Money:
        """The whole bill."""
        (_, first), *_ = self.amounts
        return Money(sum(amount.minor for _, amount in self.amounts), first.currency)


@dataclass(frozen=True, slots=True)
class Share:
    """One sharer's part of a bill, by rate; `tax` is rounded down once a rate."""

    amounts: tuple[tuple[int, Money], ...]

    @property
    def tax(self) -> tuple[TaxLine, ...]:
        """The breakdown, highest rate first."""
        return tax_lines((percent, amount) for percent, amount in self.amounts if amount)

    @property
    def minor(self) -> int:
        """All of it, in minor units."""
        return sum(amount.minor for _, amount in self.amounts)


def split(amount: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """The amount in parts as the weights are to each other; the parts sum to it exactly.

    What does not come out even goes to those whose part was cut the most, the first ones first.

    Raises:
        NobodyShares: there are no weights above zero.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise NobodyShares
    parts = [amount.minor * weight // whole for weight in weights]
    cut = sorted(range(len(weights)), key=lambda n: -(amount.minor * weights[n] % whole))
    for n in cut[: amount.minor - sum(parts)]:
        parts[n] += 1
    return tuple(Money(part, amount.currency) for part in parts)


def share_invoice(invoice: Invoice, weights: Sequence[int]) -> tuple[Share, ...]:
    """Everybody's share of a bill, each rate split by itself.

    Raises:
        NobodyShares: there are no weights above zero.
    """
    by_rate = [(percent, split(amount, weights)) for percent, amount in invoice.amounts]
    return tuple(
        Share(tuple((percent, parts[n]) for percent, parts in by_rate)) for n in range(len(weights))
    )
