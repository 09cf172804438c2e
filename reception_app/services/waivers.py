"""Fees that are not asked for: discounts 割引 with a reason, and complimentary guests ご招待."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import Entry, EntryKind
from reception_app.domain.money import Money
from reception_app.services.posting import given, post, reversal_of
from reception_app.storage import settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import PostedEntry, find_balance, list_standing


@dataclass(eq=False)
class DiscountUnfitting(ReceptionError):
    """A discount is above zero and at most what is left of the fee."""

    discount: Money
    fee: Money


@dataclass(eq=False)
class NothingWaived(ReceptionError):
    """The guest has no discount and is not complimentary."""


def grant_discount(
    event: EventFile, guest_id: str, discount: Money, reason: str, *, now: datetime, operator: str
) -> None:
    """Take something off a guest's fee; the list price stays visible as charged.

    Raises:
        ReasonMissing: a discount needs its reason.
        DiscountUnfitting: it is nothing, or more than what is left of the fee.
    """
    reason = given(reason)
    fee = fee_left(event, guest_id)
    if not Money(0, fee.currency) < discount <= fee:
        raise DiscountUnfitting(discount, fee)
    with event.act(now=now, actor=operator) as act:
        _post_waiver(act, guest_id, discount, reason)


def make_complimentary(
    event: EventFile, guest_id: str, reason: str = "", *, now: datetime, operator: str
) -> Money:
    """Ask a guest for nothing: all that is left of the fee is waived; returns how much.

    Raises:
        DiscountUnfitting: nothing of a fee is left.
    """
    fee = fee_left(event, guest_id)
    if not fee:
        raise DiscountUnfitting(fee, fee)
    with event.act(now=now, actor=operator) as act:
        _post_waiver(act, guest_id, fee, clean_text(reason))
    return fee


def withdraw_waivers(
    event: EventFile, guest_id: str, reason: str, *, now: datetime, operator: str
) -> None:
    """Ask a guest for the whole fee again: every discount is taken back.

    Raises:
        ReasonMissing: a correction needs its reason.
        NothingWaived: there is nothing to take back.
    """
    reason = given(reason)
    if not list_standing(event, guest_id, EntryKind.COMPLIMENTARY):
        raise NothingWaived
    with event.act(now=now, actor=operator) as act:
        record_waivers_taken_back(event, act, guest_id, reason=reason)


def fee_left(event: EventReader, guest_id: str) -> Money:
    """What was charged to a guest and not waived, whether paid or not."""
    balance = find_balance(event, guest_id)
    return Money(balance.charged - balance.waived, settings.find_event(event).currency)


def record_waivers_taken_back(
    event: EventReader, act: Act, guest_id: str, *, reason: str
) -> tuple[PostedEntry, ...]:
    """Take back every waiver of a guest as part of an act; returns those that stood."""
    standing = list_standing(event, guest_id, EntryKind.COMPLIMENTARY)
    for posted in standing:
        post(act, reversal_of(posted.entry, reason=reason))
    return standing


def record_waivers_again(
    act: Act, guest_id: str, waived: Sequence[PostedEntry], *, old_fee: Money, new_fee: Money
) -> None:
    """Waive of a new fee what was waived of the old one, as part of an act.

    Who was complimentary stays so; a discount stays the same amount, as far as the fee goes.
    """
    amounts = [Money(-sum(p.amount for p in w.entry.postings if p.guest), old_fee.currency)
               for w in waived]  # fmt: skip
    left = new_fee
    was_complimentary = bool(waived) and sum(amounts, Money(0, old_fee.currency)) >= old_fee
    for n, (posted, amount) in enumerate(zip(waived, amounts, strict=True), 1):
        takes_rest = was_complimentary and n == len(waived)
        off = left if takes_rest else min(amount, left)
        if off:
            _post_waiver(act, guest_id, off, posted.entry.reason)
            left -= off


def _post_waiver(act: Act, guest_id: str, amount: Money, reason: str) -> None:
    post(
        act,
        Entry(
            id=new_id(),
            kind=EntryKind.COMPLIMENTARY,
            currency=amount.currency,
            postings=journal.waive(guest_id, amount),
            guest=guest_id,
            reason=reason,
        ),
    )
