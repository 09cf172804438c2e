"""The cash box through an evening: open with a float, drop, top up, count blind, hand over, close.

Whoever counts never sees what should be there before the count is saved: `difference` answers only
after it, and the door's refusals name no sums.
"""

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
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import Entry, EntryKind, Posting
from reception_app.domain.money import AmountNegative, Money
from reception_app.services.posting import post, refuse_when_sealed, stands
from reception_app.storage import drawers
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id


def open_box(
    event: EventFile, opening: Money, *, desk: Desk, now: datetime, count: Count | None = None
) -> Shift:
    """Open the desk's cash box with a float 釣銭準備金 from the safe.

    Where the cash of the shift before stayed in the box, it is taken over, and what `opening`
    differs from it is posted once, now.

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
    before = drawers.find_left_cash(event, desk.letter)
    with event.act(now=now, actor=desk.operator) as act:
        _open(act, opening, count, box=desk.letter, operator=desk.operator, before=before)
    return _open_shift(event, desk.letter)


def opening_difference(event: EventReader, shift: Shift) -> Money:
    """What a shift's opening differed from the cash it took over; nothing when it took none."""
    posted = drawers.sum_cash_by_kind(event, shift).get(EntryKind.OPENING_DIFFERENCE, 0)
    return Money(posted, shift.opening.currency)


def drop_cash(
    event: EventFile, amount: Money, *, desk: Desk, now: datetime, entry_id: str = ""
) -> Shift:
    """Carry cash from the box to the safe in mid-shift 中間回収.

    Raises:
        BoxNotOpen: no shift is open there.
        DropAboveCash: there is not that much in the box.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    shift = _open_shift(event, desk.letter)
    cash = Money(drawers.expected_cash(event, shift), amount.currency)
    if amount.minor <= 0:
        raise DropAboveCash(amount, cash)
    entry = Entry(
        id=entry_id or new_id(),
        kind=EntryKind.DROP,
        currency=amount.currency,
        postings=journal.transfer(
            amount, source=journal.desk_cash(desk.letter), target=journal.SAFE
        ),
        box=desk.letter,
        shift=shift.id,
    )
    with event.act(now=now, actor=desk.operator) as act:
        if not stands(event, entry):
            if cash < amount:
                raise DropAboveCash(amount, cash)
            post(act, entry)
    return shift


def top_up(
    event: EventFile, amount: Money, *, desk: Desk, now: datetime, entry_id: str = ""
) -> Shift:
    """Carry cash from the safe to the box in mid-shift 釣銭補充.

    Raises:
        BoxNotOpen: no shift is open there.
        AmountNegative: it is nothing, or less.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    shift = _open_shift(event, desk.letter)
    if amount.minor <= 0:
        raise AmountNegative(str(amount))
    entry = Entry(
        id=entry_id or new_id(),
        kind=EntryKind.TOP_UP,
        currency=amount.currency,
        postings=journal.transfer(
            amount, source=journal.SAFE, target=journal.desk_cash(desk.letter)
        ),
        box=desk.letter,
        shift=shift.id,
    )
    with event.act(now=now, actor=desk.operator) as act:
        if not stands(event, entry):
            post(act, entry)
    return shift


def count_box(
    event: EventFile, count: Count, *, desk: Desk, now: datetime, counter: str | None = None
) -> Shift:
    """Record a blind count 実査 of the box; a recount is a new count.

    `counter` is the operator who counted, where it is not the one at the desk.

    Raises:
        BoxNotOpen: no shift is open there.
    """
    shift = _open_shift(event, desk.letter)
    with event.act(now=now, actor=desk.operator) as act:
        act.record(
            ShiftCounted(
                shift=shift.id, counted=count.total.minor, count=_pieces(count), counter=counter
            )
        )
    return _open_shift(event, desk.letter)


def difference(event: EventReader, shift: Shift) -> Money:
    """Over (positive) or short (negative) by the last count; for the screen after the count.

    Raises:
        BoxNotCounted: there is no count since cash last moved.
    """
    if shift.counted is None or not drawers.counted_after_last_movement(event, shift):
        raise BoxNotCounted(shift.box)
    return Money(shift.counted.minor - drawers.expected_cash(event, shift), shift.counted.currency)


def close_box(
    event: EventFile, reason: str, *, desk: Desk, now: datetime, keep: bool = False
) -> Shift:
    """Close the box 締め: post over/short 過不足, and carry all cash to the safe.

    With `keep` the cash stays in the locked box, and the next shift takes it over.

    Raises:
        BoxNotOpen: no shift is open there.
        BoxNotCounted: it must be counted first.
        DifferenceNeedsReason: counted and expected differ, and no reason is given.
    """
    shift = _open_shift(event, desk.letter)
    with event.act(now=now, actor=desk.operator) as act:
        _close(event, act, shift, reason, keep=keep)
    return _shift(event, shift.id)


def hand_over(event: EventFile, to: str, reason: str, *, desk: Desk, now: datetime) -> Shift:
    """Hand the counted box over 引き継ぎ to another operator; returns the new shift.

    One count serves both: over/short is posted, the old shift closes and the new one opens with
    what was counted, in one act. The queue can go on at another box meanwhile.

    Args:
        event: the event.
        to: the id of the operator who takes over.
        reason: why counted and expected differ, if they do.
        desk: the box and the operator who hands it over.
        now: the time of the act.

    Raises:
        BoxNotOpen, BoxNotCounted, DifferenceNeedsReason: as for closing.
    """
    shift = _open_shift(event, desk.letter)
    with event.act(now=now, actor=desk.operator) as act:
        _close(event, act, shift, reason, keep=True)
        counts = drawers.list_counts(event, shift.id)
        closed = _shift(event, shift.id)
        assert closed.counted is not None
        _open(act, closed.counted, counts[-1].count, box=shift.box, operator=to, before=closed)
    return _open_shift(event, desk.letter)


def _open(
    act: Act, opening: Money, count: Count | None, *, box: str, operator: str, before: Shift | None
) -> None:
    """Record a shift's opening with its float, out of what the shift before left in the box."""
    shift_id, currency = new_id(), opening.currency
    act.record(
        ShiftOpened(
            shift=shift_id,
            box=box,
            operator=operator,
            opening=opening.minor,
            currency=currency,
            count=_pieces(count),
            follows=before.id if before else None,
        )
    )
    taken = opening if before is None or before.counted is None else before.counted
    if taken:
        out = journal.transfer(taken, source=journal.SAFE, target=journal.desk_cash(box))
        _post(act, EntryKind.FLOAT_OUT, out, currency=currency, box=box, shift=shift_id)
    if differs := opening - taken:
        postings = journal.over_short(box, differs)
        kind = EntryKind.OPENING_DIFFERENCE
        _post(act, kind, postings, currency=currency, box=box, shift=shift_id)


def _close(event: EventReader, act: Act, shift: Shift, reason: str, *, keep: bool) -> None:
    """Record a shift's closing: over/short, and its cash on the way to the safe."""
    over_short, reason = difference(event, shift), clean_text(reason)
    assert shift.counted is not None
    if over_short and not reason:
        raise DifferenceNeedsReason(over_short)
    box, currency = shift.box, shift.counted.currency
    expected = shift.counted - over_short
    if over_short:
        postings = journal.over_short(box, over_short)
        kind = EntryKind.OVER_SHORT
        _post(act, kind, postings, currency=currency, box=box, shift=shift.id, reason=reason)
    if shift.counted:
        # A box that is kept locked counts as the safe's until somebody opens it again.
        back = journal.transfer(shift.counted, source=journal.desk_cash(box), target=journal.SAFE)
        _post(act, EntryKind.FLOAT_BACK, back, currency=currency, box=box, shift=shift.id)
    act.record(
        ShiftClosed(
            shift=shift.id, expected=expected.minor, counted=shift.counted.minor, reason=reason,
            kept=keep,
        )
    )  # fmt: skip


def _open_shift(event: EventReader, box: str) -> Shift:
    shift = drawers.find_open_shift(event, box)
    if shift is None:
        raise BoxNotOpen(box)
    return shift


def _shift(event: EventReader, shift_id: str) -> Shift:
    return next(shift for shift in drawers.list_shifts(event) if shift.id == shift_id)


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
