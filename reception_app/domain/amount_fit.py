"""How the amount of a transfer fits what one guest, a party or the guests of a company owe."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reception_app.domain.match import Allocation, Payer, Reason, ReasonKind

JAPANESE_TRANSFER_FEES = frozenset(
    (55, 77, 86, 100, 105, 108, 110, 130, 143, 145, 150, 154, 157, 160, 162, 165, 176, 178, 200,
     209, 210, 216, 220, 229, 230, 242, 250, 258, 260, 262, 270, 275, 290, 300, 305, 308, 315, 320,
     324, 330, 335, 350, 360, 374, 380, 385, 390, 400, 405, 410, 420, 430, 432, 440, 450, 460, 480,
     484, 490, 495, 500, 525, 540, 550, 594, 600, 605, 630, 648, 650, 660, 700, 715, 735, 756, 770,
     800, 825, 840, 864, 880, 990)
)  # fmt: skip
"""Yen that Japanese banks take or took for a transfer, which a payer may have kept back."""

_MOST_SUMS = 4000


@dataclass(frozen=True, slots=True)
class AmountFit:
    """How well an amount fits.

    `penalty` lowers a candidate's score, `allocations` say who gets what (nobody where it cannot be
    told), `withheld` is what the bank kept, in minor units.
    """

    reason: Reason
    penalty: int
    allocations: tuple[Allocation, ...]
    withheld: int = 0

    @property
    def exact(self) -> bool:
        """Whether one guest owes this amount to the yen."""
        return self.reason.kind is ReasonKind.AMOUNT_EQUAL


def fit_guest(
    amount: int, payer: Payer, companions: Sequence[Payer], transfer_fees: Collection[int]
) -> AmountFit:
    """How an amount fits what a guest has open, alone or with their companions 同伴者."""
    rest = payer.open - amount
    whole = (Allocation(payer.id, amount),)
    if rest == 0:
        return AmountFit(Reason(ReasonKind.AMOUNT_EQUAL), 0, whole)
    party = [one for one in (payer, *companions) if one.open > 0]
    if len(party) > 1 and sum(one.open for one in party) == amount:
        shares = tuple(Allocation(one.id, one.open) for one in party)
        return AmountFit(Reason(ReasonKind.PARTY_EQUAL, len(party)), 4, shares)
    if rest in transfer_fees and payer.open > 2 * rest:
        kept = (Allocation(payer.id, payer.open),)
        return AmountFit(Reason(ReasonKind.FEE_WITHHELD, rest), 9, kept, rest)
    if payer.open <= 0:
        return AmountFit(Reason(ReasonKind.NOTHING_OPEN), 30, whole)
    if rest < 0:
        return AmountFit(Reason(ReasonKind.AMOUNT_ABOVE, -rest), 18, whole)
    return AmountFit(Reason(ReasonKind.AMOUNT_BELOW, rest), 24, whole)


def fit_group(amount: int, members: Sequence[Payer], transfer_fees: Collection[int]) -> AmountFit:
    """How an amount fits what several guests owe together: all, or the only some that do."""
    owing = [payer for payer in members if payer.open > 0]
    rest = sum(payer.open for payer in owing) - amount
    everybody = tuple(Allocation(payer.id, payer.open) for payer in owing)
    if owing and rest == 0:
        return AmountFit(Reason(ReasonKind.AMOUNT_EQUAL), 0, everybody)
    if owing and rest in transfer_fees:
        return AmountFit(Reason(ReasonKind.FEE_WITHHELD, rest), 9, everybody, rest)
    some = _only_subset(owing, amount)
    if some:
        shares = tuple(Allocation(payer.id, payer.open) for payer in some)
        return AmountFit(Reason(ReasonKind.PARTY_EQUAL, len(some)), 4, shares)
    kind = ReasonKind.AMOUNT_ABOVE if rest < 0 else ReasonKind.AMOUNT_BELOW
    return AmountFit(Reason(kind, abs(rest)), 18, ())


def _only_subset(owing: Sequence[Payer], amount: int) -> tuple[Payer, ...]:
    """Those who owe the amount together, if it can be no others."""
    # By sum: the members that make it, or None when there are several ways.
    ways: dict[int, tuple[Payer, ...] | None] = {0: ()}
    for payer in owing:
        for reached, members in list(ways.items()):
            total = reached + payer.open
            if total > amount:
                continue
            several = members is None or total in ways
            ways[total] = None if several else (*(members or ()), payer)
        if len(ways) > _MOST_SUMS:
            return ()
    return ways.get(amount) or ()
