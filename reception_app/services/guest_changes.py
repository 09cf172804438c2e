"""Changes of one guest as part of an act: fields and status, with the money that follows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import GuestChanged, StatusChanged
from reception_app.domain.guest import NOT_PERSONAL, Guest, GuestField, GuestStatus, clean_text
from reception_app.services.fees import (
    record_acceptance,
    record_charge_anew,
    record_charge_taken_back,
    record_listed_payment,
)
from reception_app.storage import admissions, guests
from reception_app.storage.event_file import Act, EventReader

LIABLE = frozenset({GuestStatus.ACCEPTED, GuestStatus.BLOCKED})
"""Whose charge stands; whether a blocked guest still owes is for the organizer to say."""


@dataclass(eq=False)
class GuestInside(ReceptionError):
    """The guest has arrived, so the invitation can't be taken back."""

    number: int


def record_fields(
    event: EventReader, act: Act, guest: Guest, changed: Mapping[GuestField, str], *,
    list_import: str | None = None,
) -> None:  # fmt: skip
    """Write cleaned texts that differ from what stands there; the fee follows the category.

    `list_import` is the import of the guest list that says so, None when a person does.
    """
    act.record(
        GuestChanged(
            guest=guest.id,
            fields={f.value: text for f, text in changed.items() if f in NOT_PERSONAL},
            list_import=list_import,
        ),
        subject=guest.id,
        personal={f.value: text for f, text in changed.items() if f not in NOT_PERSONAL},
    )
    if GuestField.CATEGORY in changed:
        now_known = guests.find_guest(event, guest.id)
        assert now_known is not None
        record_charge_anew(event, act, now_known, reason=GuestField.CATEGORY)


def record_status(
    event: EventReader, act: Act, guest: Guest, status: GuestStatus, *, reason: str = "",
    list_import: str | None = None,
) -> None:  # fmt: skip
    """Accept, cancel, block a guest and so on; the fee is charged or taken back.

    Raises:
        GuestInside: a guest who has arrived stays accepted.
    """
    reason = clean_text(reason)
    if status is GuestStatus.ACCEPTED:
        record_acceptance(event, act, guest, reason=reason, list_import=list_import)
        return
    if admissions.find_admission_of(event, guest.id) is not None:
        raise GuestInside(guest.number)
    act.record(StatusChanged(guest=guest.id, status=status, reason=reason, list_import=list_import))
    if status not in LIABLE:
        record_charge_taken_back(event, act, guest, reason=status)


def record_paid_by_list(event: EventReader, act: Act, guest_id: str) -> None:
    """Post, or take back, the payment that a guest list newly speaks of or speaks of no more."""
    guest = guests.find_guest(event, guest_id)
    assert guest is not None
    record_listed_payment(event, act, guest)
