"""Taking back the last thing that was done to a guest: status and fee are put back as they stood.

Nothing is deleted: what was posted since is mirrored, what was taken back is posted once more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from reception_app.domain.facts import StatusChanged
from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import Entry, EntryKind
from reception_app.services.fees import LISTED_AS_PAID
from reception_app.services.guest_changes import GuestInside
from reception_app.services.posting import post, reversal_of
from reception_app.storage import admissions, guests
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import UNDONE
from reception_app.storage.journal import find_payment_because, list_standing

_FEES = (EntryKind.CHARGE, EntryKind.COMPLIMENTARY, EntryKind.CANCELLATION)


@dataclass(frozen=True, slots=True)
class GuestBefore:
    """Where a guest stood before something was done: the status, and the fees that stood."""

    guest: str
    status: GuestStatus
    fees: tuple[Entry, ...]


def standing_of(event: EventReader, guest_id: str) -> GuestBefore:
    """Where a guest stands now, to be put back to later."""
    guest = guests.find_guest(event, guest_id)
    assert guest is not None, "pages show guests of this event only"
    return GuestBefore(guest_id, guest.status, _fees(event, guest_id))


def put_back(
    event: EventFile, before: Iterable[GuestBefore], *, now: datetime, operator: str
) -> None:
    """Put guests back to where they stood, in one act; payments taken since stay.

    Raises:
        GuestInside: somebody has arrived meanwhile and stays accepted; nothing was written.
    """
    with event.act(now=now, actor=operator) as act:
        for one in before:
            record_put_back(event, act, one)


def record_put_back(event: EventReader, act: Act, before: GuestBefore) -> None:
    """Put a guest back to where they stood, as part of an act; payments taken since stay.

    Raises:
        GuestInside: the guest has arrived meanwhile and stays accepted.
    """
    guest = guests.find_guest(event, before.guest)
    assert guest is not None
    inside = admissions.find_admission_of(event, guest.id) is not None
    if inside and before.status is not GuestStatus.ACCEPTED:
        raise GuestInside(guest.number)
    if before.status is not guest.status:
        act.record(StatusChanged(guest=guest.id, status=before.status, reason=UNDONE))
    now_standing = _fees(event, guest.id)
    stood, stand = {one.id for one in before.fees}, {one.id for one in now_standing}
    # Waivers go before the charge they were taken off.
    for entry in reversed(now_standing):
        if entry.id not in stood:
            post(act, reversal_of(entry, reason=UNDONE))
    for entry in before.fees:
        if entry.id not in stand:
            post(act, replace(entry, id=new_id()))


def _fees(event: EventReader, guest_id: str) -> tuple[Entry, ...]:
    """The fees of a guest that stand, and what the guest list said was paid."""
    standing = [one for kind in _FEES for one in list_standing(event, guest_id, kind)]
    listed = find_payment_because(event, guest_id, LISTED_AS_PAID)
    return tuple(one.entry for one in (*standing, *([listed] if listed else [])))
