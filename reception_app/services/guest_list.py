"""The guest list by hand: adding a guest, changing what is known of one, changing where one stands.

Fees follow: whoever is accepted is charged, whoever no longer is has the charge taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import GuestChanged, StatusChanged
from reception_app.domain.guest import (
    NOT_PERSONAL,
    Guest,
    GuestField,
    GuestStatus,
    clean_text,
    fold,
)
from reception_app.domain.journal import Entry, EntryKind
from reception_app.domain.money import Money
from reception_app.services.fees import (
    fee_of,
    record_acceptance,
    record_charge,
    record_charge_again,
)
from reception_app.services.guest_recording import GuestNameMissing, record_guest
from reception_app.services.posting import post
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import find_guest
from reception_app.storage.journal import find_standing_charge

ADDED_BY_HAND = "by hand"
"""The source of a guest who was typed in."""

_LIABLE = frozenset({GuestStatus.ACCEPTED, GuestStatus.BLOCKED})
"""Whose charge stands; whether a blocked guest still owes is for the organizer to say."""


@dataclass(eq=False)
class GuestInside(ReceptionError):
    """The guest has arrived, so the invitation can't be taken back."""

    number: int


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
    texts = {field: clean_text(text) for field, text in values.items()}
    changed = {f: text for f, text in texts.items() if text != getattr(guest, f.value)}
    if not changed.get(GuestField.NAME, guest.name):
        raise GuestNameMissing
    if not changed:
        return frozenset()
    with event.act(now=now, actor=operator) as act:
        act.record(
            GuestChanged(
                guest=guest.id,
                fields={f.value: text for f, text in changed.items() if f in NOT_PERSONAL},
            ),
            subject=guest.id,
            personal={f.value: text for f, text in changed.items() if f not in NOT_PERSONAL},
        )
        if GuestField.CATEGORY in changed:
            _charge_anew(event, act, _known(event, guest.id))
    return frozenset(changed)


def change_status(
    event: EventFile, guest_id: str, status: GuestStatus, *, now: datetime, operator: str,
    reason: str = "",
) -> None:  # fmt: skip
    """Accept, cancel, block a guest and so on, and charge the fee or take it back.

    Raises:
        GuestInside: a guest who has arrived stays accepted.
    """
    guest = _known(event, guest_id)
    if status is guest.status:
        return
    if status is not GuestStatus.ACCEPTED and admissions.find_admission_of(event, guest.id):
        raise GuestInside(guest.number)
    with event.act(now=now, actor=operator) as act:
        if status is GuestStatus.ACCEPTED:
            record_acceptance(event, act, guest)
            return
        act.record(StatusChanged(guest=guest.id, status=status, reason=clean_text(reason)))
        if status not in _LIABLE:
            _take_charge_back(event, act, guest, reason=status)


def preview_status(
    event: EventReader, guest: Guest, status: GuestStatus, *, now: datetime
) -> Money:
    """By how much the guest's due would change, so that a person can be told before."""
    plan = settings.find_fee_plan(event)
    charge = find_standing_charge(event, guest.id)
    if status is GuestStatus.ACCEPTED:
        return Money(0, plan.currency) if charge else fee_of(plan, guest, now=now)
    if status in _LIABLE or charge is None:
        return Money(0, plan.currency)
    return -_amount_of(charge.entry)


def _charge_anew(event: EventReader, act: Act, guest: Guest) -> None:
    """Charge the fee of the category the guest is in now, in place of the one that stands."""
    charge = find_standing_charge(event, guest.id)
    plan = settings.find_fee_plan(event)
    same_fee = (
        charge is not None
        and _amount_of(charge.entry) == fee_of(plan, guest, now=act.now)
        and charge.entry.postings
        == journal.charge(
            guest.id, _amount_of(charge.entry), category=guest.category, walk_in=guest.walk_in
        )
    )
    if same_fee or guest.status not in _LIABLE:
        return
    _take_charge_back(event, act, guest, reason=GuestField.CATEGORY)
    if guest.status is GuestStatus.ACCEPTED:
        record_charge_again(event, act, guest)


def _take_charge_back(event: EventReader, act: Act, guest: Guest, *, reason: str) -> None:
    charge = find_standing_charge(event, guest.id)
    if charge is None:
        return
    post(
        act,
        Entry(
            id=new_id(),
            kind=EntryKind.REVERSAL,
            currency=charge.entry.currency,
            postings=journal.mirror(charge.entry.postings),
            guest=guest.id,
            reverses=charge.entry.id,
            reason=reason,
        ),
    )


def _amount_of(charge: Entry) -> Money:
    return Money(sum(p.amount for p in charge.postings if p.guest), charge.currency)


def _known(event: EventReader, guest_id: str) -> Guest:
    guest = find_guest(event, guest_id)
    assert guest is not None, "pages show guests of this event only"
    return guest
