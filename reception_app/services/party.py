"""A party at the door: a guest's companions 同伴者, who of them is here, and acts for them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import Money
from reception_app.services.reception import Outcome, admit_unpaid, receive_guest
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.journal import due_of

_COMING = frozenset({GuestStatus.INVITED, GuestStatus.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Party:
    """The companions of one guest, without those who cancelled.

    `arrived` were admitted, `awaited` may still come in; `owing` are those of both who owe a fee,
    and `due` is what they owe together.
    """

    arrived: tuple[Guest, ...]
    awaited: tuple[Guest, ...]
    owing: tuple[Guest, ...]
    due: Money

    @property
    def companions(self) -> tuple[Guest, ...]:
        """Everybody of the party but the host."""
        return (*self.arrived, *self.awaited)

    def paid_for_by(self, host: Guest) -> tuple[Guest, ...]:
        """The host and all whom one payment of theirs lets in: who owes, and who owes nothing."""
        accepted = (guest for guest in self.awaited if guest.status is GuestStatus.ACCEPTED)
        return tuple(dict.fromkeys((host, *accepted, *self.owing)))


def find_party(event: EventReader, host: str) -> Party:
    """The party of a host as it is now; empty for a guest who comes alone."""
    arrived, awaited = [], []
    for companion in guests.list_party(event, host):
        if admissions.find_admission_of(event, companion.id) is not None:
            arrived.append(companion)
        elif companion.status in _COMING:
            awaited.append(companion)
    dues = {guest: due_of(event, guest.id) for guest in (*arrived, *awaited)}
    owing = tuple(guest for guest, due in dues.items() if due > 0)
    due = Money(sum(dues[guest] for guest in owing), settings.find_event(event).currency)
    return Party(tuple(arrived), tuple(awaited), owing, due)


def receive_companions(
    event: EventFile, host: str, *, desk: Desk, now: datetime
) -> tuple[Outcome, ...]:
    """Receive every awaited companion of a host as if each badge were scanned, one after another.

    Raises:
        ReceptionError: saving failed; the companions before stay received.
    """
    return tuple(
        receive_guest(event, companion.id, desk=desk, now=now)
        for companion in find_party(event, host).awaited
    )


def admit_all_unpaid(
    event: EventFile, party: Sequence[Guest], reason: str, *, desk: Desk, now: datetime,
    until: date | None = None,
) -> Outcome:  # fmt: skip
    """Let in who owes and will pay later, all for the same reason, and whoever owes nothing.

    Returns the answer for the first of them; at least one must owe or still be outside.

    Raises:
        ReasonMissing: a promise needs its reason.
        StillRefused: it is not the fee that keeps one of them out; those before are in.
    """
    outcomes = []
    for guest in party:
        if due_of(event, guest.id) > 0:
            outcomes.append(admit_unpaid(event, guest.id, reason, desk=desk, now=now, until=until))
        elif not admissions.is_inside(event, guest.id):
            outcomes.append(receive_guest(event, guest.id, desk=desk, now=now))
    return outcomes[0]
