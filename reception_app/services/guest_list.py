"""The guest list by hand: adding a guest, changing what is known of one, changing where one stands.

Fees follow: whoever is accepted is charged, whoever no longer is has the charge taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.guest import Guest, GuestField, GuestStatus, fold
from reception_app.domain.journal import EntryKind
from reception_app.domain.labels import clean_value
from reception_app.domain.money import Money
from reception_app.services.fees import amount_of, fee_of, record_charge
from reception_app.services.guest_changes import (
    LIABLE,
    CancelFeeTooHigh,
    GuestInside,
    cancel_fee_of,
    record_fields,
    record_status,
)
from reception_app.services.guest_recording import GuestNameMissing, record_guest
from reception_app.services.waivers import fee_left
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.guests import find_guest
from reception_app.storage.journal import due_of, find_standing_charge, list_standing

ADDED_BY_HAND = "by hand"
"""The source of a guest who was typed in."""

__all__ = [
    "ADDED_BY_HAND",
    "CancelFeeTooHigh",
    "GuestInside",
    "StatusMeaning",
    "add_guest",
    "change_guest",
    "change_status",
    "find_namesakes",
    "meaning_of_status",
    "preview_status",
]


def add_guest(
    event: EventFile, values: Mapping[GuestField, str], *, now: datetime, operator: str,
    status: GuestStatus = GuestStatus.ACCEPTED,
) -> Guest:  # fmt: skip
    """Put one guest on the list, with a badge, and charged when accepted.

    Raises:
        GuestNameMissing: there is no name.
    """
    with event.act(now=now, actor=operator) as act:
        added = record_guest(
            act,
            values,
            event_tag=settings.find_event(event).tag,
            number=guests.next_number(event),
            status=status,
            source=ADDED_BY_HAND,
        )
        guest = _known(event, added)
        if status is GuestStatus.ACCEPTED:
            record_charge(act, settings.find_fee_plan(event), guest)
    return guest


def find_namesakes(event: EventReader, name: str) -> tuple[Guest, ...]:
    """Guests on the list whose name reads the same, so that nobody is added twice by mistake."""
    wanted = fold(name)
    if not wanted:
        return ()
    return tuple(
        guest
        for guest in guests.search_guests(event, name, limit=50)
        if wanted in (fold(guest.name), fold(guest.badge_name))
    )


def change_guest(
    event: EventFile, guest_id: str, values: Mapping[GuestField, str], *, now: datetime,
    operator: str,
) -> frozenset[GuestField]:  # fmt: skip
    """Write what is known of a guest; returns the fields that really changed.

    A charged guest who moves to another category has the old fee taken back and the new one
    charged; what was paid stays paid.

    Raises:
        GuestNameMissing: the name would be empty; nothing was written.
    """
    guest = _known(event, guest_id)
    texts = {field: clean_value(field, text) for field, text in values.items()}
    changed = {f: text for f, text in texts.items() if text != getattr(guest, f.value)}
    if not changed.get(GuestField.NAME, guest.name):
        raise GuestNameMissing
    if not changed:
        return frozenset()
    with event.act(now=now, actor=operator) as act:
        record_fields(event, act, guest, changed)
    return frozenset(changed)


def change_status(
    event: EventFile, guest_id: str, status: GuestStatus, *, now: datetime, operator: str,
    reason: str = "", kept: Money | None = None,
) -> None:  # fmt: skip
    """Accept, cancel, block a guest and so on, and charge the fee or take it back.

    Of the fee of whoever cancels `kept` stays due, or what the fee plan says when None.

    Raises:
        GuestInside: a guest who has arrived stays accepted.
        CancelFeeTooHigh: more would be kept than the fee.
    """
    guest = _known(event, guest_id)
    if status is guest.status:
        return
    with event.act(now=now, actor=operator) as act:
        record_status(event, act, guest, status, reason=reason, kept=kept)


def preview_status(
    event: EventReader, guest: Guest, status: GuestStatus, *, now: datetime,
    kept: Money | None = None,
) -> Money:  # fmt: skip
    """By how much the guest's due would change, so that a person can be told before.

    What is due afterwards, where it is below zero, is to be refunded.
    """
    plan = settings.find_fee_plan(event)
    charge = find_standing_charge(event, guest.id)
    if status is GuestStatus.ACCEPTED:
        fees = list_standing(event, guest.id, EntryKind.CANCELLATION)
        kept_before = sum((amount_of(one.entry) for one in fees), Money(0, plan.currency))
        fee = Money(0, plan.currency) if charge else fee_of(plan, guest, now=now)
        return fee - kept_before
    if status in LIABLE or charge is None:
        return Money(0, plan.currency)
    change = -fee_left(event, guest.id)
    if status is GuestStatus.CANCELLED:
        change += cancel_fee_of(event, guest, kept=kept, now=now)
    return change


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What another status would do to a guest's money.

    `change` is by how much the due changes, `kept` what stays due of the fee when cancelling,
    `due` what is due afterwards, below zero when that much is to be refunded.
    """

    change: Money
    kept: Money
    due: Money


def meaning_of_status(
    event: EventReader, guest: Guest, status: GuestStatus, *, now: datetime,
    kept: Money | None = None,
) -> StatusMeaning:  # fmt: skip
    """What moving a guest to `status` would do to the money, as `preview_status`.

    Raises:
        CancelFeeTooHigh: more would be kept than the fee.
    """
    change = preview_status(event, guest, status, now=now, kept=kept)
    stays = Money(0, change.currency)
    if status is GuestStatus.CANCELLED:
        stays = cancel_fee_of(event, guest, kept=kept, now=now)
    due = Money(due_of(event, guest.id), change.currency) + change
    return StatusMeaning(change, stays, due)


def _known(event: EventReader, guest_id: str) -> Guest:
    guest = find_guest(event, guest_id)
    assert guest is not None, "pages show guests of this event only"
    return guest
