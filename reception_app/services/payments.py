"""Taking a guest's payment with its receipt, and correcting it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.drawer import BoxNotOpen
from reception_app.domain.event import Desk
from reception_app.domain.facts import ReceiptIssued, ReceiptVoided
from reception_app.domain.guest import Guest
from reception_app.domain.journal import (
    ActAlreadyRecorded,
    AlreadyReversed,
    CashTendered,
    Entry,
    EntryKind,
    NothingDue,
    Posting,
    Tender,
)
from reception_app.domain.money import Money
from reception_app.domain.receipt import Receipt
from reception_app.services.posting import given, post
from reception_app.storage import drawers, receipts, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import PostedEntry, due_of, find_entry, is_reversed


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment 入金 on record: what was paid, handed over and given back, and its receipt."""

    entry: str
    tender: Tender
    paid: Money
    tendered: Money
    change: Money
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Offer:
    """What a payer offers: the tender and, for cash, what they hand over (the exact sum if None).

    `id` is made when the question is asked, so that asking twice pays once.
    """

    id: str
    tender: Tender
    tendered: Money | None = None


def new_offer(tender: Tender, tendered: Money | None = None) -> Offer:
    """An offer with a fresh id."""
    return Offer(new_id(), tender, tendered)


def take_payment(
    event: EventFile, payers: Sequence[Guest], offer: Offer, *, desk: Desk, now: datetime
) -> Payment:
    """Take all that these guests owe, in one payment with one receipt.

    Raises:
        BoxNotOpen: no shift is open at the desk's cash box.
        NothingDue: none of them owes anything.
        TenderBelowDue: the cash is less than what they owe.
        ActAlreadyRecorded: the offer's id stands for another payment.
        AlreadyReversed: the offer's payment was taken back since.
    """
    with event.act(now=now, actor=desk.operator) as act:
        return record_payment(event, act, payers, offer, desk=desk)


def record_payment(
    event: EventReader, act: Act, payers: Sequence[Guest], offer: Offer, *, desk: Desk
) -> Payment:
    """Take a payment as part of an act; see `take_payment`."""
    if find_entry(event, offer.id) is not None:
        return _repeated(event, payers, offer)
    shift = drawers.find_open_shift(event, desk.letter)
    if shift is None:
        raise BoxNotOpen(desk.letter)
    details = settings.find_event(event)
    owed = [(guest, due_of(event, guest.id)) for guest in payers]
    due = Money(sum(amount for _, amount in owed if amount > 0), details.currency)
    if not due:
        raise NothingDue
    # Only cash can be more than what is due: nobody gives change on a card.
    tendered = due if offer.tendered is None or offer.tender is not Tender.CASH else offer.tendered
    change = journal.change_for(tendered, due)
    account = journal.money_account(offer.tender, desk.letter)
    post(
        act,
        Entry(
            id=offer.id,
            kind=EntryKind.PAYMENT,
            currency=details.currency,
            postings=(
                Posting(account, due.minor),
                *(
                    Posting(journal.GUEST_RECEIVABLE, -amount, guest.id)
                    for guest, amount in owed
                    if amount > 0
                ),
            ),
            guest=payers[0].id,
            tender=offer.tender,
            cash=CashTendered(tendered.minor, change.minor),
            box=desk.letter,
            shift=shift.id,
        ),
    )
    act.record(
        ReceiptIssued(
            receipt=new_id(),
            prefix=details.receipt_prefix,
            box=desk.letter,
            number=receipts.next_receipt_number(event, desk.letter),
            entry=offer.id,
            guest=payers[0].id,
            amount=due.minor,
            currency=due.currency,
            tender=offer.tender,
        ),
        subject=payers[0].id,
        personal={"payee": payers[0].company or payers[0].name},
    )
    payment = find_payment(event, offer.id)
    assert payment is not None
    return payment


def find_payment(event: EventReader, entry_id: str) -> Payment | None:
    """The payment this entry records, with its receipt."""
    posted = find_entry(event, entry_id)
    receipt = receipts.find_receipt_of(event, entry_id)
    if posted is None or receipt is None:
        return None
    entry = posted.entry
    assert entry.tender is not None
    assert entry.cash is not None
    return Payment(
        entry=entry.id,
        tender=entry.tender,
        paid=receipt.amount,
        tendered=Money(entry.cash.tendered, entry.currency),
        change=Money(entry.cash.change, entry.currency),
        receipt=receipt,
    )


def correct_payment(
    event: EventFile, entry_id: str, reason: str, *, desk: Desk, now: datetime
) -> Money:
    """Take back a payment that was a mistake; returns what is to be handed back.

    The entry is mirrored in the shift that is open now, and its receipt is void.

    Raises:
        AlreadyReversed: it was corrected before, or is no payment.
        ReasonMissing: a correction needs its reason.
        BoxNotOpen: it was cash, and no shift is open at the cash box it lies in.
    """
    with event.act(now=now, actor=desk.operator) as act:
        return record_correction(event, act, entry_id, reason)


def record_correction(event: EventReader, act: Act, entry_id: str, reason: str) -> Money:
    """Take back a payment as part of an act; see `correct_payment`."""
    reason = given(reason)
    posted = find_entry(event, entry_id)
    if posted is None or posted.entry.kind is not EntryKind.PAYMENT or is_reversed(event, entry_id):
        raise AlreadyReversed
    entry = posted.entry
    post(
        act,
        Entry(
            id=new_id(),
            kind=EntryKind.REVERSAL,
            currency=entry.currency,
            postings=journal.mirror(entry.postings),
            guest=entry.guest,
            tender=entry.tender,
            box=entry.box,
            shift=_open_shift(event, posted),
            reverses=entry.id,
            reason=reason,
        ),
    )
    receipt = receipts.find_receipt_of(event, entry_id)
    if receipt is None:
        return Money(0, entry.currency)
    act.record(ReceiptVoided(receipt=receipt.id, reason=reason))
    return receipt.amount


def _repeated(event: EventReader, payers: Sequence[Guest], offer: Offer) -> Payment:
    """The payment that stands under the offer's id, if it is what is offered now."""
    posted, payment = find_entry(event, offer.id), find_payment(event, offer.id)
    if posted is None or payment is None:
        raise ActAlreadyRecorded
    paid_for = {p.guest for p in posted.entry.postings if p.account == journal.GUEST_RECEIVABLE}
    is_cash = offer.tender is Tender.CASH
    offered = payment.paid if offer.tendered is None or not is_cash else offer.tendered
    same = (
        payment.tender is offer.tender
        and payment.tendered == offered
        and posted.entry.guest == payers[0].id
        and paid_for <= {guest.id for guest in payers}
    )
    if not same:
        raise ActAlreadyRecorded
    if is_reversed(event, offer.id):
        raise AlreadyReversed
    return payment


def _open_shift(event: EventReader, posted: PostedEntry) -> str | None:
    if posted.entry.box is None:
        return None
    shift = drawers.find_open_shift(event, posted.entry.box)
    if shift is not None:
        return shift.id
    if posted.entry.tender is Tender.CASH:
        raise BoxNotOpen(posted.entry.box)
    return None
