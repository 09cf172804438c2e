"""Setting the fee plan, and charging the guests who accepted."""

from dataclasses import asdict, replace
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.facts import FeePlanChanged, StatusChanged
from reception_app.domain.fee import FeeCategory, FeePlan
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.journal import Entry, EntryKind, Tender
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services.posting import post, reversal_of
from reception_app.services.waivers import record_waivers_again, record_waivers_taken_back
from reception_app.storage import guests, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import (
    PostedEntry,
    due_of,
    find_payment_because,
    find_standing_charge,
    list_standing,
)
from reception_app.storage.statements import under_way_of

LISTED_AS_PAID = "guest-list"
"""The reason of a payment that is posted because the guest list says so."""


def set_fee_plan(event: EventFile, plan: FeePlan, *, now: datetime, operator: str) -> None:
    """Make `plan` the event's fee plan. What was charged before is not touched.

    Raises:
        CategoryNameMissing, CategoryNameTaken: its categories cannot be told apart.
    """
    plan.check_names()
    with event.act(now=now, actor=operator) as act:
        record_fee_plan(act, plan)


def record_fee_plan(act: Act, plan: FeePlan) -> None:
    """Record the fee plan as part of an act."""
    act.record(FeePlanChanged(categories=[_as_json(category) for category in plan.categories]))


def preview_charges(event: EventReader, plan: FeePlan, *, now: datetime) -> tuple[int, Money]:
    """How many accepted guests are not charged yet, and what charging them would add up to."""
    fees = [fee_of(plan, guest, now=now) for guest in guests.list_uncharged(event)]
    owed = [fee for fee in fees if fee]
    return len(owed), sum(owed, Money(0, plan.currency))


def charge_accepted(
    event: EventFile, *, now: datetime, operator: str, progress: Progress | None = None
) -> int:
    """Charge every accepted guest who was not charged yet; returns how many were.

    Raises:
        Cancelled: nobody was charged.
    """
    progress = progress or Silent()
    plan = settings.find_fee_plan(event)
    waiting = guests.list_uncharged(event)
    charged = 0
    with event.act(now=now, actor=operator) as act:
        for done, guest in enumerate(waiting):
            progress.advance(done, len(waiting))
            charged += record_charge(act, plan, guest)
    return charged


def record_charge(act: Act, plan: FeePlan, guest: Guest) -> bool:
    """Charge a guest their fee as part of an act; a free category needs no entry.

    Where the guest list says that the fee was paid, the money is posted as in transit: nobody asks
    for it at the door, and the bank statement will settle it.
    """
    return _post_charge(act, guest, fee_of(plan, guest, now=act.now))


def fee_of(plan: FeePlan, guest: Guest, *, now: datetime) -> Money:
    """What the guest owes when charged now; nothing when the category is not in the plan."""
    if guest.category not in plan:
        return Money(0, plan.currency)
    return plan.fee(
        guest.category,
        on=now.date(),
        walk_in=guest.walk_in,
        companion=guest.host is not None,
    )


def accept(event: EventFile, guest: Guest, *, now: datetime, operator: str) -> None:
    """Accept a guest who was invited, waiting or cancelled, and charge the fee."""
    with event.act(now=now, actor=operator) as act:
        record_acceptance(event, act, guest)


def record_acceptance(
    event: EventReader, act: Act, guest: Guest, *, reason: str = "", list_import: str | None = None
) -> None:
    """Accept a guest as part of an act, and charge the fee unless it stands charged.

    A fee for having cancelled is taken back.
    """
    act.record(
        StatusChanged(
            guest=guest.id,
            status=GuestStatus.ACCEPTED,
            reason=reason,
            list_import=list_import,
        )
    )
    for posted in list_standing(event, guest.id, EntryKind.CANCELLATION):
        post(act, reversal_of(posted.entry, reason=GuestStatus.ACCEPTED))
    if guests.is_uncharged(event, guest.id):
        fee = fee_of(settings.find_fee_plan(event), guest, now=act.now)
        _post_charge(act, _once_paid(event, guest), fee)


def record_charge_anew(event: EventReader, act: Act, guest: Guest, *, reason: str) -> None:
    """Charge the fee of the category the guest is in now, in place of the one that stands.

    What was paid stays paid, what was waived stays waived. Nothing is posted where the same fee
    stands on the same account.
    """
    charge = find_standing_charge(event, guest.id)
    fee = fee_of(settings.find_fee_plan(event), guest, now=act.now)
    if charge is not None and charge.entry.postings == journal.charge(
        guest.id, fee, category=guest.category, walk_in=guest.walk_in
    ):
        return
    if charge is not None or guest.status is GuestStatus.ACCEPTED:
        record_fee(event, act, guest, fee, reason=reason)


def record_fee(event: EventReader, act: Act, guest: Guest, fee: Money, *, reason: str) -> None:
    """Charge `fee` in place of the charge that stands, with what was waived, as part of an act."""
    charge = find_standing_charge(event, guest.id)
    old_fee = amount_of(charge.entry) if charge else Money(0, fee.currency)
    waived = record_charge_taken_back(event, act, guest, reason=reason)
    _post_charge(act, _once_paid(event, guest), fee)
    record_waivers_again(act, guest.id, waived, old_fee=old_fee, new_fee=fee)


def record_charge_taken_back(
    event: EventReader, act: Act, guest: Guest, *, reason: str
) -> tuple[PostedEntry, ...]:
    """Take back the charge that stands with all its waivers, as part of an act.

    What was written off of it is expected again, too. Returns the waivers that stood.
    """
    charge = find_standing_charge(event, guest.id)
    if charge is None:
        return ()
    post(act, reversal_of(charge.entry, reason=reason))
    for written in list_standing(event, guest.id, EntryKind.WRITE_OFF):
        post(act, reversal_of(written.entry, reason=reason))
    return record_waivers_taken_back(event, act, guest.id, reason=reason)


def record_listed_payment(event: EventReader, act: Act, guest: Guest) -> None:
    """Post what a guest still owes as paid because the guest list says so now, or take that back.

    What the list says twice is posted once. Money that the bank's statement has shown since is not
    taken back, whatever a list says.
    """
    posted = find_payment_because(event, guest.id, LISTED_AS_PAID)
    owed = due_of(event, guest.id)
    if guest.listed_as_paid and posted is None and owed > 0:
        _post_listed_payment(act, guest, Money(owed, settings.find_fee_plan(event).currency))
    elif not guest.listed_as_paid and posted is not None:
        said = sum(
            p.amount for p in posted.entry.postings if p.account == journal.DEPOSIT_IN_TRANSIT
        )
        if under_way_of(event, guest.id) >= said:
            post(act, reversal_of(posted.entry, reason=LISTED_AS_PAID))


def amount_of(charge: Entry) -> Money:
    """What an entry added to what its guests owe."""
    return Money(sum(p.amount for p in charge.postings if p.guest), charge.currency)


def _once_paid(event: EventReader, guest: Guest) -> Guest:
    """The guest as somebody to charge: what the list said was paid is not posted a second time."""
    if find_payment_because(event, guest.id, LISTED_AS_PAID) is not None:
        return replace(guest, listed_as_paid="")
    return guest


def _post_charge(act: Act, guest: Guest, fee: Money) -> bool:
    if not fee:
        return False
    post(
        act,
        Entry(
            id=new_id(),
            kind=EntryKind.CHARGE,
            currency=fee.currency,
            postings=journal.charge(guest.id, fee, category=guest.category, walk_in=guest.walk_in),
            guest=guest.id,
        ),
    )
    if guest.listed_as_paid:
        _post_listed_payment(act, guest, fee)
    return True


def _post_listed_payment(act: Act, guest: Guest, amount: Money) -> None:
    post(
        act,
        Entry(
            id=new_id(),
            kind=EntryKind.PAYMENT,
            currency=amount.currency,
            postings=journal.payment(guest.id, amount, journal.DEPOSIT_IN_TRANSIT),
            guest=guest.id,
            tender=Tender.TRANSFER,
            reason=LISTED_AS_PAID,
        ),
    )


def _as_json(category: FeeCategory) -> dict[str, object]:
    row = asdict(category)
    for day in ("early_until", "cancel_until"):
        row[day] = row[day].isoformat() if row[day] else None
    return row
