"""Payments a provider took for us: which of its transactions they are, and which payout holds them.

A provider's account is cleared when its payout arrives at the bank, less its fee.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

FARTHEST = timedelta(hours=12)
"""How far the clocks of desk and provider may be apart for one payment."""

_USUAL_RATES = (
    160, 176, 180, 198, 199, 218, 248, 250, 270, 280, 290, 295, 319, 324, 325, 330, 360, 374, 375,
    395, 400,
)  # fmt: skip
"""What providers keep of a payment, in hundredths of a percent."""

_HIGHEST_RATE = 500
_MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class TakenPayment:
    """A payment in the books that a provider took and has not paid out; minor units."""

    entry: str
    at: datetime
    amount: int


@dataclass(frozen=True, slots=True)
class Transaction:
    """A row of a provider's list; `fee` in minor units, `batch` the payout it belongs to, if told.

    `at` is local time, to the minute at least; None when the list gives the day only.
    """

    row: str
    day: datetime
    at: datetime | None
    amount: int
    fee: int = 0
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Transactions with their payments, and what is only on one side.

    A transaction without payment was not written down at the door; a payment without transaction
    was written down though the provider did not take it.
    """

    pairs: tuple[tuple[Transaction, TakenPayment], ...]
    not_in_books: tuple[Transaction, ...]
    not_at_provider: tuple[TakenPayment, ...]


@dataclass(frozen=True, slots=True)
class PayoutWay:
    """A way to explain a payout: the payments it covers and the fee kept; `exact` if told so."""

    entries: tuple[str, ...]
    gross: int
    fee: int
    exact: bool


def pair_payments(transactions: Sequence[Transaction], taken: Sequence[TakenPayment]) -> Pairs:
    """Each transaction with the payment of its amount that was nearest in time."""
    waiting: dict[int, list[TakenPayment]] = defaultdict(list)
    for payment in sorted(taken, key=lambda one: one.at):
        waiting[payment.amount].append(payment)
    pairs, alone = [], []
    for transaction in sorted(transactions, key=lambda one: one.at or one.day):
        found = _nearest(transaction, waiting[transaction.amount])
        if found is None:
            alone.append(transaction)
        else:
            waiting[transaction.amount].remove(found)
            pairs.append((transaction, found))
    rest = sorted((one for ones in waiting.values() for one in ones), key=lambda one: one.at)
    return Pairs(tuple(pairs), tuple(alone), tuple(rest))


def ways_of_payout(net: int, outstanding: Sequence[TakenPayment]) -> tuple[PayoutWay, ...]:
    """How a payout may be explained, likeliest first: all payments up to some moment, less a fee.

    A fee at a rate that providers have comes first, then the smallest.
    """
    ways = []
    gross = 0
    entries: list[str] = []
    for payment in sorted(outstanding, key=lambda one: one.at):
        gross += payment.amount
        entries.append(payment.entry)
        fee = gross - net
        if 0 <= fee * 10_000 <= gross * _HIGHEST_RATE:
            ways.append(PayoutWay(tuple(entries), gross, fee, exact=False))
    ways.sort(key=lambda way: (not _is_usual(way), way.fee))
    return tuple(ways[:_MOST_WAYS])


def _nearest(transaction: Transaction, payments: Sequence[TakenPayment]) -> TakenPayment | None:
    if not payments:
        return None
    at = transaction.at
    if at is None:
        return next((one for one in payments if one.at.date() == transaction.day.date()), None)
    place = bisect_left([one.at for one in payments], at)
    best = min(payments[max(place - 1, 0) : place + 1], key=lambda one: abs(one.at - at))
    return best if abs(best.at - at) <= FARTHEST else None


def _is_usual(way: PayoutWay) -> bool:
    """Whether the fee is a usual rate of the gross, rounded for each payment or once."""
    return (
        any(
            abs(way.fee * 10_000 - way.gross * rate) <= 10_000 * len(way.entries)
            for rate in _USUAL_RATES
        )
        or not way.fee
    )
