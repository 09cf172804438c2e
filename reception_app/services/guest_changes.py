"""Changes of one guest as part of an act: fields and status, with the money that follows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import GuestChanged, StatusChanged
from reception_app.domain.guest import NOT_PERSONAL, Guest, GuestField, GuestStatus, clean_text
from reception_app.domain.journal import Entry, EntryKind
from reception_app.domain.money import Money
from reception_app.services.fees import (
    record_acceptance,
    record_charge_anew,
    record_charge_taken_back,
    record_listed_payment,
)
from reception_app.services.posting import post
from reception_app.services.waivers import fee_left
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import Act, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_standing_charge
from reception_app.storage.people import is_erased

LIABLE = frozenset({GuestStatus.ACCEPTED, GuestStatus.BLOCKED})
"""Whose charge stands; whether a blocked guest still owes is for the organizer to say."""


@dataclass(eq=False)
class GuestInside(ReceptionError):
    """The guest has arrived, so the invitation can't be taken back."""

    number: int


@dataclass(eq=False)
class GuestErased(ReceptionError):
    """The guest's personal values were erased, and none are written any more."""

    number: int


@dataclass(eq=False)
class CancelFeeTooHigh(ReceptionError):
    """Nobody who cancels owes more than the fee."""

    kept: Money
    fee: Money


def record_fields(
    event: EventReader, act: Act, guest: Guest, changed: Mapping[GuestField, str], *,
    list_import: str | None = None,
) -> None:  # fmt: skip
    """Write cleaned texts that differ from what stands there; the fee follows the category.

    `list_import` is the import of the guest list that says so, None when a person does.

    Raises:
        GuestErased: nothing personal is written about a guest who was erased.
    """
    record_texts(event, act, guest, changed, list_import=list_import)
    if GuestField.CATEGORY in changed:
        now_known = guests.find_guest(event, guest.id)
        assert now_known is not None
        record_charge_anew(event, act, now_known, reason=GuestField.CATEGORY)


def record_texts(
    event: EventReader, act: Act, guest: Guest, changed: Mapping[GuestField, str], *,
    list_import: str | None = None,
) -> None:  # fmt: skip
    """Write cleaned texts and leave the fee as it is; see `record_fields`."""
    if not changed.keys() <= NOT_PERSONAL and is_erased(event, guest.id):
        raise GuestErased(guest.number)
    act.record(
        GuestChanged(
            guest=guest.id,
            fields={f.value: text for f, text in changed.items() if f in NOT_PERSONAL},
            list_import=list_import,
        ),
        subject=guest.id,
        personal={f.value: text for f, text in changed.items() if f not in NOT_PERSONAL},
    )


def record_status(
    event: EventReader, act: Act, guest: Guest, status: GuestStatus, *, reason: str = "",
    list_import: str | None = None, kept: Money | None = None,
) -> None:  # fmt: skip
    """Accept, cancel, block a guest and so on; the fee is charged or taken back.

    Whoever cancels goes on owing the cancellation fee, `kept`, or what the plan says when None.

    Raises:
        GuestInside: a guest who has arrived stays accepted.
        CancelFeeTooHigh: more is kept than the fee.
    """
    reason = clean_text(reason)
    if status is GuestStatus.ACCEPTED:
        record_acceptance(event, act, guest, reason=reason, list_import=list_import)
        return
    if admissions.find_admission_of(event, guest.id) is not None:
        raise GuestInside(guest.number)
    act.record(StatusChanged(guest=guest.id, status=status, reason=reason, list_import=list_import))
    if status in LIABLE:
        return
    if status is GuestStatus.CANCELLED:
        kept = cancel_fee_of(event, guest, kept=kept, now=act.now)
    record_charge_taken_back(event, act, guest, reason=status)
    if status is GuestStatus.CANCELLED and kept:
        _post_cancel_fee(act, guest, kept)


def cancel_fee_of(event: EventReader, guest: Guest, *, kept: Money | None, now: datetime) -> Money:
    """What a guest goes on owing who cancels now: `kept`, or what the plan says when None.

    Raises:
        CancelFeeTooHigh: more is kept than the fee.
    """
    plan = settings.find_fee_plan(event)
    if find_standing_charge(event, guest.id) is None:
        return Money(0, plan.currency)
    fee = fee_left(event, guest.id)
    if kept is None:
        return plan.cancel_fee(guest.category, fee, on=now.date())
    if kept > fee:
        raise CancelFeeTooHigh(kept, fee)
    return kept


def _post_cancel_fee(act: Act, guest: Guest, kept: Money) -> None:
    post(
        act,
        Entry(
            id=new_id(),
            kind=EntryKind.CANCELLATION,
            currency=kept.currency,
            postings=journal.cancel_fee(guest.id, kept),
            guest=guest.id,
        ),
    )


def record_paid_by_list(event: EventReader, act: Act, guest_id: str) -> None:
    """Post, or take back, the payment that a guest list newly speaks of or speaks of no more."""
    guest = guests.find_guest(event, guest_id)
    assert guest is not None
    record_listed_payment(event, act, guest)
