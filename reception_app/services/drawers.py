"""The cash box through an evening: open with a float, drop, count blind, close."""

from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.drawer import (
    BoxAlreadyOpen,
    BoxNotCounted,
    BoxNotOpen,
    Count,
    DifferenceNeedsReason,
    DropAboveCash,
    Shift,
)
from reception_app.domain.event import Desk
from reception_app.domain.facts import ShiftClosed, ShiftCounted, ShiftOpened
from reception_app.domain.journal import Entry, EntryKind, Posting
from reception_app.domain.money import AmountNegative, Money
from reception_app.services.posting import post, refuse_when_sealed
from reception_app.storage import drawers
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id


def open_box(
    event: EventFile, opening: Money, *, desk: Desk, now: datetime, count: Count | None = None
) -> Shift:
    """Open the desk's cash box with a float 釣銭準備金 from the safe.

    Raises:
        BoxAlreadyOpen: a shift is open there.
        AmountNegative: a float is not below zero.
        BooksSealed: the books are final.
    """
    refuse_when_sealed(event)
    if opening.minor < 0:
        raise AmountNegative(str(opening))
    if drawers.find_open_shift(event, desk.letter) is not None:
        raise BoxAlreadyOpen(desk.letter)
    shift_id = new_id()
    with event.act(now=now, actor=desk.operator) as act:
        act.record(
            ShiftOpened(
                shift=shift_id,
                box=desk.letter,
                operator=desk.operator,
                opening=opening.minor,
                currency=opening.currency,
                count=_pieces(count),
            )
        )
        if opening:
            postings = journal.transfer(
                opening, source=journal.SAFE, target=journal.desk_cash(desk.letter)
            )
            _post(
                act,
                EntryKind.FLOAT_OUT,
                postings,
                currency=opening.currency,
                box=desk.letter,
                shift=shift_id,
            )
    return _open_shift(event, desk.letter)


def drop_cash(event: EventFile, amount: Money, *, desk: Desk, now: datetime) -> Shift:
    """Carry cash from the box to the safe in mid-shift 中間回収.

    Raises:
        BoxNotOpen: no shift is open there.
        DropAboveCash: there is not that much in the box.
    """
    shift = _open_shift(event, desk.letter)
    cash = Money(drawers.expected_cash(event, shift), amount.currency)
    if cash < amount or amount.minor <= 0:
        raise DropAboveCash(amount, cash)
    with event.act(now=now, actor=desk.operator) as act:
        postings = journal.transfer(
            amount, source=journal.desk_cash(desk.letter), target=journal.SAFE
        )
        _post(
            act, EntryKind.DROP, postings, currency=amount.currency, box=desk.letter, shift=shift.id
        )
    return shift


def count_box(event: EventFile, count: Count, *, desk: Desk, now: datetime) -> Shift:
    """Record a blind count 実査 of the box; a recount is a new count.

    Raises:
        BoxNotOpen: no shift is open there.
    """
    shift = _open_shift(event, desk.letter)
    with event.act(now=now, actor=desk.operator) as act:
        act.record(ShiftCounted(shift=shift.id, counted=count.total.minor, count=_pieces(count)))
    return _open_shift(event, desk.letter)


def difference(event: EventReader, shift: Shift) -> Money:
    """Over (positive) or short (negative) by the last count; for the screen after the count.

    Raises:
        BoxNotCounted: there is no count since cash last moved.
    """
    if shift.counted is None or not drawers.counted_after_last_movement(event, shift):
        raise BoxNotCounted(shift.box)
    return Money(shift.counted.minor - drawers.expected_cash(event, shift), shift.counted.currency)


def close_box(event: EventFile, reason: str, *, desk: Desk, now: datetime) -> Shift:
    """Close the box 締め: post over/short 過不足, and carry all cash to the safe.

    Raises:
        BoxNotOpen: no shift is open there.
        BoxNotCounted: it must be counted first.
        DifferenceNeedsReason: counted and expected differ, and no reason is given.
    """
    shift = _open_shift(event, desk.letter)
    over_short = difference(event, shift)
    assert shift.counted is not None
    if over_short and not reason.strip():
        raise DifferenceNeedsReason(over_short)
    expected = drawers.expected_cash(event, shift)
    with event.act(now=now, actor=desk.operator) as act:
        if over_short:
            _post(
                act, EntryKind.OVER_SHORT, journal.over_short(desk.letter, over_short),
                currency=over_short.currency, box=desk.letter, shift=shift.id, reason=reason,
            )  # fmt: skip
        if shift.counted:
            postings = journal.transfer(
                shift.counted, source=journal.desk_cash(desk.letter), target=journal.SAFE
            )
            currency = shift.counted.currency
            _post(
                act,
                EntryKind.FLOAT_BACK,
                postings,
                currency=currency,
                box=desk.letter,
                shift=shift.id,
            )
        act.record(
            ShiftClosed(
                shift=shift.id, expected=expected, counted=shift.counted.minor, reason=reason
            )
        )
    return next(s for s in drawers.list_shifts(event) if s.id == shift.id)


def _open_shift(event: EventReader, box: str) -> Shift:
    shift = drawers.find_open_shift(event, box)
    if shift is None:
        raise BoxNotOpen(box)
    return shift


def _post(
    act: Act, kind: EntryKind, postings: tuple[Posting, ...], *, currency: str, box: str,
    shift: str, reason: str = "",
) -> None:  # fmt: skip
    post(
        act,
        Entry(
            id=new_id(), kind=kind, currency=currency, postings=postings, box=box, shift=shift,
            reason=reason,
        ),
    )  # fmt: skip


def _pieces(count: Count | None) -> list[list[int]]:
    return [list(pair) for pair in count.pieces] if count else []
