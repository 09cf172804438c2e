"""Taking a guest's payment with its receipt, and correcting it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from reception_app.domain import journal
from reception_app.domain.drawer import BoxNotOpen, CashShort
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.facts import ReceiptVoided
from reception_app.domain.guest import Guest, clean_text
from reception_app.domain.journal import (
    SINGLE_TENDERS,
    ActAlreadyRecorded,
    AlreadyReversed,
    CashTendered,
    Entry,
    EntryKind,
    NothingDue,
    PaidAboveDue,
    Tender,
    TenderPart,
)
from reception_app.domain.money import Money
from reception_app.domain.receipt import Receipt
from reception_app.domain.tendering import Tendering, tender_sum
from reception_app.services.posting import given, post, refuse_when_used
from reception_app.services.receipt_issuing import record_receipt
from reception_app.storage import drawers, receipts, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import PostedEntry, due_of, find_entry, is_reversed


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment 入金 on record: what was paid, handed over and given back, and its receipt.

    `parts` says how much was paid by each tender. `others` are the payments taken in the same act
    where everybody has a receipt of their own.
    """

    entry: str
    tender: Tender
    paid: Money
    tendered: Money
    change: Money
    receipt: Receipt
    parts: tuple[TenderPart, ...] = ()
    others: tuple["Payment", ...] = ()

    @property
    def total(self) -> Money:
        """All that was paid in the act."""
        return sum((payment.paid for payment in self.others), self.paid)

    @property
    def total_change(self) -> Money:
        """All that was given back in the act."""
        return sum((payment.change for payment in self.others), self.change)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a payer offers: the tender and, for cash, what they hand over (the exact sum if None).

    `id` is made when the question is asked, so that asking twice pays once. `amount` is what is
    paid now, all that is due if None. `beside` is paid by other tenders, and `tender` the rest.
    With `receipt_each` every guest who is paid for has a payment and receipt of their own. With
    `cash_back` a card is charged `tendered`, and what is too much is given back in cash. `payee`
    宛名 stands on the receipt in place of the first payer's company or name.
    """

    id: str
    tender: Tender
    tendered: Money | None = None
    amount: Money | None = None
    beside: tuple[TenderPart, ...] = ()
    receipt_each: bool = False
    cash_back: bool = False
    payee: str | None = None


def new_offer(tender: Tender, tendered: Money | None = None) -> Offer:
    """An offer with a fresh id."""
    return Offer(new_id(), tender, tendered)


def due_together(event: EventReader, payers: Sequence[Guest]) -> Money:
    """What these guests owe together まとめ払い; whoever paid too much counts as owing nothing."""
    dues = {guest.id: due_of(event, guest.id) for guest in payers}
    owed = sum(due for due in dues.values() if due > 0)
    return Money(owed, settings.find_event(event).currency)


def take_payment(
    event: EventFile, payers: Sequence[Guest], offer: Offer, *, desk: Desk, now: datetime
) -> Payment:
    """Take what these guests owe, or a part of it, in one payment with one receipt.

    Raises:
        BoxNotOpen: no shift is open at the desk's cash box.
        NothingDue: none of them owes anything, or nothing was offered.
        TenderBelowDue: the cash is less than what is to be paid.
        PaidAboveDue: more was offered than they owe.
        CashShort: there is not enough cash in the box to give back.
        ActAlreadyRecorded: the offer's id stands for another payment.
        AlreadyReversed: the offer's payment was taken back since.
    """
    with event.act(now=now, actor=desk.operator) as act:
        return record_payment(event, act, payers, offer, desk=desk)


def record_payment(
    event: EventReader, act: Act, payers: Sequence[Guest], offer: Offer, *, desk: Desk
) -> Payment:
    """Take a payment as part of an act; see `take_payment`."""
    if offer.receipt_each and len(payers) > 1:
        return _record_each(event, act, payers, offer, desk=desk)
    if find_entry(event, offer.id) is not None:
        return _repeated(event, payers, offer)
    shift = drawers.find_open_shift(event, desk.letter)
    if shift is None:
        raise BoxNotOpen(desk.letter)
    currency = settings.find_event(event).currency
    owed = tuple({guest.id: due_of(event, guest.id) for guest in payers}.items())
    paid = _amount_to_pay(owed, offer, currency=currency)
    tendering = _tendering(offer, paid)
    cash = sum(part.amount.minor for part in tendering.parts if part.tender is Tender.CASH)
    if cash < 0 and drawers.expected_cash(event, shift) + cash < 0:
        raise CashShort(desk.letter)
    post(
        act,
        Entry(
            id=offer.id,
            kind=EntryKind.PAYMENT,
            currency=currency,
            postings=journal.payment_for(
                journal.share_out(owed, paid.minor), tendering.parts, box=desk.letter
            ),
            guest=payers[0].id,
            tender=tendering.tender,
            cash=CashTendered(tendering.tendered.minor, tendering.change.minor),
            box=desk.letter,
            shift=shift.id,
        ),
    )
    payee = payee_of(payers[0]) if offer.payee is None else clean_text(offer.payee)
    record_receipt(
        event, act, entry=offer.id, guest=payers[0].id, box=desk.letter, payee=payee, amount=paid,
        tender=tendering.tender,
    )  # fmt: skip
    payment = find_payment(event, offer.id)
    assert payment is not None
    return payment


def payee_of(guest: Guest) -> str:
    """Who stands on a guest's receipt unless somebody says otherwise: the company or the guest."""
    return guest.company or guest.name


def offers_for_each(
    event: EventReader, payers: Sequence[Guest], offer: Offer
) -> tuple[tuple[Guest, Offer], ...]:
    """The offer as one for each guest who owes, exact but for the last, who gets the change.

    Raises:
        TenderBelowDue: the cash is less than what they owe.
    """
    currency = settings.find_event(event).currency
    owing = [
        (guest, Money(due, currency))
        for guest in payers
        for due in [due_of(event, guest.id)]
        if due > 0
    ]
    total = sum((due for _, due in owing), Money(0, currency))
    change = Money(0, currency)
    if offer.tendered is not None and offer.tender is Tender.CASH:
        change = journal.change_for(offer.tendered, total)
    last = len(owing) - 1
    return tuple(
        (guest, Offer(f"{offer.id}-{n + 1}", offer.tender, due + change if n == last else due))
        for n, (guest, due) in enumerate(owing)
    )


def _record_each(
    event: EventReader, act: Act, payers: Sequence[Guest], offer: Offer, *, desk: Desk
) -> Payment:
    assert offer.amount is None, "a receipt for each is for fees paid in full"
    assert not offer.beside, "a receipt for each is for one tender"
    if find_entry(event, f"{offer.id}-1") is not None:
        return _each_repeated(event, payers, offer)
    offers = offers_for_each(event, payers, offer)
    if not offers:
        raise NothingDue
    paid = [record_payment(event, act, [guest], own, desk=desk) for guest, own in offers]
    return replace(paid[0], others=tuple(paid[1:]))


def _each_repeated(event: EventReader, payers: Sequence[Guest], offer: Offer) -> Payment:
    """The payments that stand under one offer with a receipt each, if they are what is offered."""
    numbered = (find_payment(event, f"{offer.id}-{n}") for n in count(1))
    first, *others = iter(numbered.__next__, None)
    assert first is not None
    whole = replace(first, others=tuple(others))
    given = offer.tendered or whole.total
    same = (
        whole.tender is offer.tender
        and {one.receipt.guest for one in (first, *others)} <= {guest.id for guest in payers}
        and (offer.tender is not Tender.CASH or whole.total + whole.total_change == given)
    )
    if not same:
        raise ActAlreadyRecorded
    if any(is_reversed(event, one.entry) for one in (first, *others)):
        raise AlreadyReversed
    return whole


def _amount_to_pay(owed: Sequence[tuple[str, int]], offer: Offer, *, currency: str) -> Money:
    due = Money(sum(amount for _, amount in owed if amount > 0), currency)
    if not due or (offer.amount is not None and offer.amount.minor <= 0):
        raise NothingDue
    if offer.amount is not None and offer.amount > due:
        raise PaidAboveDue(offer.amount, due)
    return offer.amount or due


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
        parts=parts_of(entry),
    )


def parts_of(entry: Entry) -> tuple[TenderPart, ...]:
    """How much of a payment at a desk was paid by each tender."""
    accounts = {journal.money_account(tender, entry.box or ""): tender for tender in SINGLE_TENDERS}
    return tuple(
        TenderPart(accounts[posting.account], Money(posting.amount, entry.currency))
        for posting in entry.postings
        if posting.account in accounts
    )


def correct_payment(
    event: EventFile, entry_id: str, reason: str, *, desk: Desk, now: datetime
) -> Money:
    """Take back a payment that was a mistake; returns what is to be handed back.

    The entry is mirrored in the shift that is open now, and its receipt is void.

    Raises:
        AlreadyReversed: it was corrected before, or is no payment.
        ReasonMissing: a correction needs its reason.
        MoneyUsedSince: it was refunded or moved since.
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
    refuse_when_used(event, entry)
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


def _tendering(offer: Offer, paid: Money) -> Tendering:
    return tender_sum(
        paid, offer.tender, tendered=offer.tendered, beside=offer.beside, cash_back=offer.cash_back
    )


def _repeated(event: EventReader, payers: Sequence[Guest], offer: Offer) -> Payment:
    """The payment that stands under the offer's id, if it is what is offered now."""
    posted, payment = find_entry(event, offer.id), find_payment(event, offer.id)
    if posted is None or payment is None:
        raise ActAlreadyRecorded
    paid_for = {p.guest for p in posted.entry.postings if p.account == journal.GUEST_RECEIVABLE}
    try:
        offered = _tendering(offer, payment.paid)
    except ReceptionError:
        raise ActAlreadyRecorded from None
    same = (
        (payment.parts, payment.tendered, payment.change)
        == (offered.parts, offered.tendered, offered.change)
        and payment.paid == (offer.amount or payment.paid)
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
    cash = journal.desk_cash(posted.entry.box)
    if any(posting.account == cash for posting in posted.entry.postings):
        raise BoxNotOpen(posted.entry.box)
    return None
