"""Which notes and coins to bring for change 釣銭の準備: from who is still to come and owes."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception_app.domain.drawer import Count, count_of
from reception_app.domain.money import DENOMINATIONS, Money


@dataclass(frozen=True, slots=True)
class ExpectedPayer:
    """How many guests owe the same fee, in minor units."""

    due: int
    guests: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """The guests of one fee: what they hand over most, and the change of each in pieces."""

    due: Money
    guests: int
    handed: Money
    change: Count


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """What to bring: `lines` say why, `pieces` how many of each, `share` percent pay in cash.

    If everybody handed over the largest note, `worst` would be needed; `pieces` is that of the
    share who pay in cash, whole bundles of `bundle` pieces, without what comes in meanwhile.
    """

    lines: tuple[ChangeLine, ...]
    share: int
    bundle: int
    worst: Count
    pieces: Count


def plan_change(
    payers: Iterable[ExpectedPayer], currency: str, *, share: int = 100, bundle: int = 10
) -> ChangePlan:
    """What to bring for these guests.

    Each is taken to hand over as many of the largest note as the fee needs, because that is what
    empties a box of change.

    Args:
        payers: who is still to come and owes.
        currency: of the fees.
        share: how many percent of them pay in cash, 0 to 100.
        bundle: notes and coins are brought in bundles of so many.
    """
    lines = tuple(
        _line(payer, currency)
        for payer in sorted(payers, key=lambda payer: -payer.due)
        if payer.due > 0 and payer.guests > 0
    )
    worst: dict[int, int] = {}
    for line in lines:
        for value, n in line.change.pieces:
            worst[value] = worst.get(value, 0) + n * line.guests
    brought = {value: _whole_bundles(-(-n * share // 100), bundle) for value, n in worst.items()}
    return ChangePlan(lines, share, bundle, count_of(worst, currency), count_of(brought, currency))


def change_pieces(amount: int, currency: str) -> Count:
    """The fewest notes and coins that make an amount in minor units, the largest first.

    Two-thousand-yen notes are left out: hardly anybody has them.
    """
    pieces: dict[int, int] = {}
    for value in DENOMINATIONS[currency]:
        if (value, currency) in _RARE:
            continue
        pieces[value], amount = divmod(amount, value)
    return count_of(pieces, currency)


_RARE = frozenset({(2000, "JPY"), (200, "USD"), (50, "USD")})
"""Notes and coins that exist and are in no till."""


def _line(payer: ExpectedPayer, currency: str) -> ChangeLine:
    # The largest euro and franc notes are handed over by nobody at a door.
    large = next(v for v in DENOMINATIONS[currency] if (v, currency) not in _TOO_LARGE)
    handed = -(-payer.due // large) * large
    change = change_pieces(handed - payer.due, currency)
    return ChangeLine(Money(payer.due, currency), payer.guests, Money(handed, currency), change)


_TOO_LARGE = frozenset(
    {(20000, "EUR"), (10000, "EUR"), (100000, "CHF"), (20000, "CHF"), (200000, "TWD")}
)


def _whole_bundles(pieces: int, bundle: int) -> int:
    return -(-pieces // bundle) * bundle
