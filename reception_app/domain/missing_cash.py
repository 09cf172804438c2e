"""Who is missing? What may have happened when a cash box is over or short, likeliest first.

A difference is one number; behind it stands one slip of somebody's hand, sometimes two. Each slip
leaves its own number, so the payments of the shift tell which ones would fit. Nothing here is
proof: it says where to look first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

from reception_app.domain.drawer import Count
from reception_app.domain.money import DENOMINATIONS


class Slip(StrEnum):
    """What may have happened; the order is the likelihood.

    UNPAID_INSIDE: over by what a guest owes who is inside: the money was taken, not recorded.
    UNPAID_TWO: over by what two such guests owe together.
    OTHER_TENDER: short by a payment recorded as cash: it was PayPay, a card, or never taken.
    CARD_WAS_CASH: over by a payment recorded with another tender.
    CHANGE_KEPT: over by the change of a payment: it was not given back.
    CHANGE_TWICE: short by the change of a payment: it was given twice, or nothing was handed over
    for it.
    NOTE_TAKEN: one note was recorded as handed over, and it was another: 5,000 for 10,000.
    NOTE_GIVEN: the change was given with another note than it should: 5,000 for 1,000.
    DIGITS_SWAPPED: an amount was typed with two digits the wrong way round: 5,400 for 4,500.
    COUNTED_IN_WRONG_ROW: pieces were counted in the row of another note or coin.
    COUNT_SWAPPED: a number of pieces was typed with its digits swapped: 21 for 12.
    DROP_NOT_RECORDED: short by what was carried to the safe before: perhaps once more, unrecorded.
    DROP_LEFT: over by what was recorded as carried to the safe: it may still be in the box.
    """

    UNPAID_INSIDE = "unpaid_inside"
    OTHER_TENDER = "other_tender"
    CARD_WAS_CASH = "card_was_cash"
    CHANGE_KEPT = "change_kept"
    CHANGE_TWICE = "change_twice"
    DROP_LEFT = "drop_left"
    DROP_NOT_RECORDED = "drop_not_recorded"
    NOTE_TAKEN = "note_taken"
    NOTE_GIVEN = "note_given"
    DIGITS_SWAPPED = "digits_swapped"
    COUNT_SWAPPED = "count_swapped"
    COUNTED_IN_WRONG_ROW = "counted_in_wrong_row"
    UNPAID_TWO = "unpaid_two"


@dataclass(frozen=True, slots=True)
class UnpaidInside:
    """A guest who was let in and still owes, in minor units."""

    guest: str
    due: int


@dataclass(frozen=True, slots=True)
class DeskPayment:
    """A payment of the shift, in minor units; `cash` is what it put into the box."""

    entry: str
    at: datetime
    guest: str
    paid: int
    cash: int
    tendered: int
    change: int


@dataclass(frozen=True, slots=True)
class Suspect:
    """One thing that would explain the whole difference.

    `guests` are the ids it is about, `entry` the payment, `at` its time. `value` is what is
    recorded in minor units, or the denomination, and `other` what it may have been in truth: an
    amount, a denomination, for a count the pieces.
    """

    slip: Slip
    guests: tuple[str, ...] = ()
    entry: str = ""
    at: datetime | None = None
    value: int = 0
    other: int = 0


MOST_SUSPECTS = 8
"""More would be no help to somebody who stands at the box."""

_MOST_OF_A_KIND = 3
_NEIGHBOURS = 3
"""Notes are mistaken for those that lie near them in the till."""


def find_suspects(
    difference: int,
    *,
    currency: str,
    payments: Sequence[DeskPayment] = (),
    unpaid: Sequence[UnpaidInside] = (),
    drops: Sequence[int] = (),
    count: Count | None = None,
) -> tuple[Suspect, ...]:
    """What would explain a difference, likeliest first, at most `MOST_SUSPECTS`.

    Args:
        difference: counted less expected, in minor units: below zero when cash is missing.
        currency: of the box.
        payments: of the shift, corrected ones left out.
        unpaid: guests who are inside and owe.
        drops: what was carried to the safe in the shift.
        count: the pieces that were counted.
    """
    if not difference:
        return ()
    found = [
        *_unpaid_inside(difference, unpaid),
        *_tender_mistaken(difference, payments),
        *_change_mistaken(difference, payments),
        *_drops(difference, drops),
        *_notes_mistaken(difference, payments, currency),
        *_digits_swapped(difference, payments, drops),
        *(_count_mistaken(difference, count) if count else ()),
    ]
    return tuple(_likeliest(found))[:MOST_SUSPECTS]


def _unpaid_inside(difference: int, unpaid: Sequence[UnpaidInside]) -> Iterator[Suspect]:
    for one in unpaid:
        if one.due == difference:
            yield Suspect(Slip.UNPAID_INSIDE, (one.guest,), value=one.due)
    if len(unpaid) <= MOST_SUSPECTS * 4:
        for one, other in combinations(unpaid, 2):
            if one.due + other.due == difference:
                yield Suspect(Slip.UNPAID_TWO, (one.guest, other.guest), value=difference)


def _tender_mistaken(difference: int, payments: Sequence[DeskPayment]) -> Iterator[Suspect]:
    for one in payments:
        if one.cash == -difference and one.cash > 0:
            yield _about(Slip.OTHER_TENDER, one, one.cash)
        elif not one.cash and one.paid == difference:
            yield _about(Slip.CARD_WAS_CASH, one, one.paid)


def _change_mistaken(difference: int, payments: Sequence[DeskPayment]) -> Iterator[Suspect]:
    for one in payments:
        if one.change and one.change == abs(difference):
            slip = Slip.CHANGE_KEPT if difference > 0 else Slip.CHANGE_TWICE
            yield _about(slip, one, one.change)


def _drops(difference: int, drops: Sequence[int]) -> Iterator[Suspect]:
    for amount in sorted(set(drops)):
        if amount == abs(difference):
            slip = Slip.DROP_LEFT if difference > 0 else Slip.DROP_NOT_RECORDED
            yield Suspect(slip, value=amount)


def _notes_mistaken(
    difference: int, payments: Sequence[DeskPayment], currency: str
) -> Iterator[Suspect]:
    notes = DENOMINATIONS[currency]
    for place, large in enumerate(notes):
        for small in notes[place + 1 : place + 1 + _NEIGHBOURS]:
            if large - small == abs(difference):
                # What is recorded, and what went into the box or stayed in it instead.
                taken = (small, large) if difference > 0 else (large, small)
                given = (large, small) if difference > 0 else (small, large)
                for one in payments:
                    if one.tendered == taken[0]:
                        yield _about(Slip.NOTE_TAKEN, one, *taken)
                    if one.change >= given[0]:
                        yield _about(Slip.NOTE_GIVEN, one, *given)


def _digits_swapped(
    difference: int, payments: Sequence[DeskPayment], drops: Sequence[int]
) -> Iterator[Suspect]:
    if difference % 9:  # swapping two digits always changes a number by a multiple of nine
        return
    for one in payments:
        if one.cash > 0 and one.cash + difference in _swaps(one.cash):
            yield _about(Slip.DIGITS_SWAPPED, one, one.cash, one.cash + difference)
    for amount in sorted(set(drops)):
        if amount - difference in _swaps(amount):
            yield Suspect(Slip.DIGITS_SWAPPED, value=amount, other=amount - difference)


def _count_mistaken(difference: int, count: Count) -> Iterator[Suspect]:
    pieces = dict(count.pieces)
    for value, n in count.pieces:
        for swapped in _swaps(n):
            if (n - swapped) * value == difference:
                yield Suspect(Slip.COUNT_SWAPPED, value=value, other=swapped)
    for value, n in count.pieces:
        for other in DENOMINATIONS[count.currency]:
            if other != value and not pieces.get(other) and n * (value - other) == difference:
                yield Suspect(Slip.COUNTED_IN_WRONG_ROW, value=value, other=other)


def _swaps(number: int) -> frozenset[int]:
    """The number with any two neighbouring digits the other way round."""
    digits = str(number)
    return frozenset(
        int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
        for place in range(len(digits) - 1)
        if digits[place] != digits[place + 1]
    )


def _about(slip: Slip, payment: DeskPayment, value: int, other: int = 0) -> Suspect:
    return Suspect(slip, (payment.guest,), payment.entry, payment.at, value, other)


def _likeliest(suspects: Iterable[Suspect]) -> Iterator[Suspect]:
    """In the order of likelihood, of each kind a few with the latest payments."""
    kinds: dict[Slip, list[Suspect]] = {slip: [] for slip in Slip}
    for suspect in suspects:
        kinds[suspect.slip].append(suspect)
    for found in kinds.values():
        found.sort(key=lambda one: one.at.timestamp() if one.at else 0, reverse=True)
        yield from found[:_MOST_OF_A_KIND]
