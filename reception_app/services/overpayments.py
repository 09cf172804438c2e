"""What a guest paid too much: given back 返金, moved to another guest 振替, or kept as a gift 寄付.

Every act has an id that is made when its question is asked: sent twice it is done once.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.drawer import BoxNotOpen, CashShort
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.facts import ReceiptVoided
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import Entry, EntryKind, PaidAboveDue, Tender
from reception_app.domain.money import Money
from reception_app.services.posting import given, post, stands
from reception_app.storage import drawers, receipts, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.journal import due_of, find_balance, find_entry, find_last_tender


@dataclass(eq=False)
class AboveRefundable(ReceptionError):
    """More was to be given back, moved or kept than the guest has paid too much, or nothing."""

    amount: Money
    refundable: Money


class SameGuest(ReceptionError):
    """Money was to be moved from a guest to the same guest."""


def refundable(event: EventReader, guest_id: str) -> Money:
    """What a guest has paid too much, and has not got back: no refund is ever above it."""
    balance = find_balance(event, guest_id)
    amount = max(0, min(-balance.due, balance.paid - balance.refunded))
    return Money(amount, settings.find_event(event).currency)


def refund(
    event: EventFile, guest_id: str, amount: Money, tender: Tender, reason: str, *, entry_id: str,
    desk: Desk | None, now: datetime, operator: str = "",
) -> None:  # fmt: skip
    """Give back what a guest paid too much, by the channel that is really used.

    Cash comes out of the desk's box, or out of the safe where there is no desk. A transfer is under
    way until the bank's statement shows it. Where the guest has everything back, their receipts
    are void and a refund slip takes their place.

    Raises:
        ReasonMissing: a refund needs its reason.
        AboveRefundable: it is nothing, or more than what is refundable.
        BoxNotOpen, CashShort: the box is not open, or has not so much.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    reason = given(reason)
    _check_positive(event, guest_id, amount)
    box = desk.letter if desk is not None and tender is Tender.CASH else None
    if tender is Tender.CASH:
        account = journal.SAFE if box is None else journal.desk_cash(box)
    else:
        account = journal.money_account(tender, "")
    entry = Entry(
        id=entry_id,
        kind=EntryKind.REFUND,
        currency=amount.currency,
        postings=journal.refund(guest_id, amount, account),
        guest=guest_id,
        tender=tender,
        box=box,
        reason=reason,
    )
    with event.act(now=now, actor=desk.operator if desk else operator) as act:
        if not stands(event, entry):
            _check(event, guest_id, amount)
            shift = None if box is None else shift_with_cash(event, box, amount)
            post(act, replace(entry, shift=shift))
            _void_receipts(event, act, guest_id, reason)


def move_overpayment(
    event: EventFile, payer: str, guest: str, amount: Money, *, entry_id: str, now: datetime,
    operator: str, reason: str = "",
) -> None:  # fmt: skip
    """Let what one guest paid too much pay another's fee.

    Raises:
        SameGuest: it is one guest only.
        AboveRefundable: it is nothing, or more than the payer has paid too much.
        PaidAboveDue: it is more than the other guest owes.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    if payer == guest:
        raise SameGuest
    _check_positive(event, payer, amount)
    entry = Entry(
        id=entry_id,
        kind=EntryKind.MOVE,
        currency=amount.currency,
        postings=journal.move(amount, payer=payer, guest=guest),
        guest=payer,
        reason=clean_text(reason),
    )
    with event.act(now=now, actor=operator) as act:
        if not stands(event, entry):
            _check(event, payer, amount)
            due = Money(max(0, due_of(event, guest)), amount.currency)
            if due < amount:
                raise PaidAboveDue(amount, due)
            post(act, entry)


def keep_as_gift(
    event: EventFile, guest_id: str, amount: Money, *, entry_id: str, now: datetime, operator: str,
    reason: str = "",
) -> None:  # fmt: skip
    """Keep what a guest paid too much as their gift to the event.

    Raises:
        AboveRefundable: it is nothing, or more than the guest has paid too much.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    _check_positive(event, guest_id, amount)
    entry = Entry(
        id=entry_id,
        kind=EntryKind.GIFT,
        currency=amount.currency,
        postings=journal.gift(guest_id, amount),
        guest=guest_id,
        # The fees by tender are less by it: it came in by the guest's last payment.
        tender=find_last_tender(event, guest_id) or Tender.TRANSFER,
        reason=clean_text(reason),
    )
    with event.act(now=now, actor=operator) as act:
        if not stands(event, entry):
            _check(event, guest_id, amount)
            post(act, entry)


def shift_with_cash(event: EventReader, box: str, amount: Money) -> str:
    """The id of the shift that is open at a box, which has this much to give.

    Raises:
        BoxNotOpen, CashShort: it is not open, or has less.
    """
    shift = drawers.find_open_shift(event, box)
    if shift is None:
        raise BoxNotOpen(box)
    if drawers.expected_cash(event, shift) < amount.minor:
        raise CashShort(box)
    return shift.id


def _check_positive(event: EventReader, guest_id: str, amount: Money) -> None:
    if amount.minor <= 0:
        raise AboveRefundable(amount, refundable(event, guest_id))


def _check(event: EventReader, guest_id: str, amount: Money) -> None:
    most = refundable(event, guest_id)
    if most < amount:
        raise AboveRefundable(amount, most)


def _void_receipts(event: EventReader, act: Act, guest_id: str, reason: str) -> None:
    """Void the receipts of a guest who has everything back, but none that is for others too."""
    balance = find_balance(event, guest_id)
    if balance.paid != balance.refunded:
        return
    for receipt in receipts.list_valid_receipts_of(event, guest_id):
        posted = find_entry(event, receipt.entry)
        if posted and {p.guest for p in posted.entry.postings if p.guest} == {guest_id}:
            act.record(ReceiptVoided(receipt=receipt.id, reason=reason))
