"""With whom one guest is tied: party, introducer, who they brought, who may be the same person."""

from dataclasses import dataclass

from reception_app.domain.duplicates import find_lookalikes
from reception_app.domain.guest import Guest
from reception_app.domain.introducers import bare_name, brought_by, meant_by
from reception_app.services.duplicates import same_person_as
from reception_app.storage import guests, past_visits, people
from reception_app.storage.event_file import EventReader
from reception_app.storage.past_visits import PastVisits

_MENTIONED = 500
"""So many guests who may be meant by a name are looked at; more bear no one family name."""


@dataclass(frozen=True, slots=True)
class GuestTies:
    """With whom a guest is tied, each group by number.

    Attributes:
        host: in whose party the guest comes, None for a host.
        companions: who comes in the guest's party.
        introducer: who of the guests is meant by the introducer's name, where it is one alone.
        brought: who names this guest as introducer.
        same_person: guests whom somebody said to be the same person.
        lookalikes: other guests who may be, and nobody has said so yet.
        stands_in_for: in whose place the guest comes.
        substitute: who comes in the guest's place.
        past: what earlier events know of the guest.
        visit: which visit this is, 1 for the first; None where no event went before.
    """

    host: Guest | None = None
    companions: tuple[Guest, ...] = ()
    introducer: Guest | None = None
    brought: tuple[Guest, ...] = ()
    same_person: tuple[Guest, ...] = ()
    lookalikes: tuple[Guest, ...] = ()
    stands_in_for: Guest | None = None
    substitute: Guest | None = None
    past: PastVisits | None = None
    visit: int | None = None


def ties_of(event: EventReader, guest: Guest) -> GuestTies:
    """With whom a guest is tied now."""
    linked = same_person_as(event, guest.id)
    known = {one.id for one in linked}
    return GuestTies(
        host=_find(event, guest.host),
        companions=guests.list_party(event, guest.id),
        introducer=_introducer(event, guest),
        brought=_brought(event, guest),
        same_person=linked,
        lookalikes=tuple(one for one in _lookalikes(event, guest) if one.id not in known),
        stands_in_for=_find(event, people.find_represented(event, guest.id)),
        substitute=_find(event, people.find_substitute(event, guest.id)),
        past=past_visits.find_past(event, guest.id),
        visit=past_visits.find_visit(event, guest.id),
    )


def _introducer(event: EventReader, guest: Guest) -> Guest | None:
    name = bare_name(guest.introducer)
    if not name:
        return None
    found = meant_by(name, guests.search_guests(event, name, limit=_MENTIONED))
    return found if found is None or found.id != guest.id else None


def _brought(event: EventReader, guest: Guest) -> tuple[Guest, ...]:
    if guest.host is not None:
        return ()
    family = next(iter(guest.name.split()), "")
    return brought_by(guest, guests.search_guests(event, family, limit=_MENTIONED))


def _lookalikes(event: EventReader, guest: Guest) -> tuple[Guest, ...]:
    """Other guests who share a name, a reading, an address or a phone; the erased have none."""
    digits = "".join(char for char in guest.phone if char.isdigit())
    signs = (guest.name, guest.reading, guest.email, digits)
    near = {
        one.id: one
        for sign in signs
        if sign
        for one in guests.search_guests(event, sign, limit=_MENTIONED)
    }
    erased = people.list_erased(event)
    if guest.id in erased:
        return ()
    own_party = {guest.host or guest.id}
    apart = people.list_told_apart(event)
    alike = find_lookalikes([guest, *(o for o in near.values() if o.id not in {guest.id, *erased})])
    others = {one.id: one for group in alike if guest in group.guests for one in group.guests}
    return tuple(
        sorted(
            (
                one
                for one in others.values()
                # A host and the companions who bear the host's name and address are no doubles.
                if one.id != guest.id
                and (one.host or one.id) not in own_party
                and frozenset((guest.id, one.id)) not in apart
            ),
            key=lambda one: one.number,
        )
    )


def _find(event: EventReader, guest_id: str | None) -> Guest | None:
    return guests.find_guest(event, guest_id) if guest_id else None
