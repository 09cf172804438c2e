"""The waiting list キャンセル待ち: who is next, and promotion in order when a place is free."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.services.fees import record_acceptance
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader


class NobodyWaiting(ReceptionError):
    """The waiting list is empty."""


@dataclass(eq=False)
class NoPlaceFree(ReceptionError):
    """Whoever is next needs more places than are free."""

    needed: int
    free: int


def free_places(event: EventReader) -> int | None:
    """How many more guests the event has room for; None when nobody set how many it holds."""
    capacity = settings.find_event(event).capacity
    if capacity is None:
        return None
    return max(capacity - guests.count_status(event, GuestStatus.ACCEPTED), 0)


def list_waiting_parties(event: EventReader) -> tuple[tuple[Guest, ...], ...]:
    """Who waits, the longest first; companions wait and come with their host."""
    waiting = guests.list_waiting(event)
    ids = {guest.id for guest in waiting}
    heads = [guest for guest in waiting if guest.host not in ids]
    return tuple((head, *(guest for guest in waiting if guest.host == head.id)) for head in heads)


def promote_next(
    event: EventFile, *, now: datetime, operator: str, beyond_capacity: bool = False
) -> tuple[Guest, ...]:
    """Accept the party that has waited longest 繰り上げ, and charge its fees; returns who it is.

    Raises:
        NobodyWaiting: there is nobody to accept.
        NoPlaceFree: there is no room for all of them; nobody is overtaken.
    """
    parties = list_waiting_parties(event)
    if not parties:
        raise NobodyWaiting
    party, free = parties[0], free_places(event)
    if free is not None and len(party) > free and not beyond_capacity:
        raise NoPlaceFree(len(party), free)
    with event.act(now=now, actor=operator) as act:
        for guest in party:
            record_acceptance(event, act, guest)
    return party


def promote_all_that_fit(event: EventFile, *, now: datetime, operator: str) -> tuple[Guest, ...]:
    """Accept one party after the other in order until the next has no room; returns who came up.

    Raises:
        NobodyWaiting, NoPlaceFree: nobody was accepted.
    """
    promoted = list(promote_next(event, now=now, operator=operator))
    while True:
        try:
            promoted += promote_next(event, now=now, operator=operator)
        except (NobodyWaiting, NoPlaceFree):
            return tuple(promoted)
