"""Finding guests who may be one person, and noting that they are; the program merges nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from reception_app.domain.duplicates import Lookalikes, find_lookalikes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import SamePerson, SamePersonWithdrawn, ToldApart
from reception_app.domain.guest import Guest
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.people import list_erased, list_person_links, list_told_apart


class TwoGuestsNeeded(ReceptionError):
    """A link is between two different guests or more."""


@dataclass(eq=False)
class LinkUnknown(ReceptionError):
    """There is no such link, or it was withdrawn before."""


def find_duplicates(event: EventReader) -> tuple[Lookalikes, ...]:
    """Groups of guests who may be one person, the likeliest first.

    Without the groups of which a person has said of every pair who is whom.
    """
    erased = list_erased(event)
    rows = guests.list_guests(event)
    found = find_lookalikes(row.guest for row in rows if row.guest.id not in erased)
    return still_open(event, found)


def still_open(event: EventReader, found: Iterable[Lookalikes]) -> tuple[Lookalikes, ...]:
    """Those of the groups of which somebody has not said of every pair who is whom."""
    people, apart = people_of(event), list_told_apart(event)

    def is_open(guest: Guest, other: Guest) -> bool:
        same = people.get(guest.id, guest.id) == people.get(other.id, other.id)
        return not same and frozenset((guest.id, other.id)) not in apart

    return tuple(
        one for one in found if any(is_open(*pair) for pair in combinations(one.guests, 2))
    )


def link_same_person(
    event: EventFile, guest_ids: Iterable[str], *, now: datetime, operator: str
) -> str:
    """Note that these guests are one person; returns the link's id, to be withdrawn by.

    Fees, badges and arrivals stay with each guest.

    Raises:
        TwoGuestsNeeded: they are not two or more.
    """
    linked = sorted(set(guest_ids))
    if len(linked) < 2:  # noqa: PLR2004 - a link has two ends
        raise TwoGuestsNeeded
    link = new_id()
    with event.act(now=now, actor=operator) as act:
        act.record(SamePerson(link=link, guests=linked))
    return link


def withdraw_link(event: EventFile, link: str, *, now: datetime, operator: str) -> None:
    """Take back that some guests are one person.

    Raises:
        LinkUnknown: the link does not stand.
    """
    if link not in {one.id for one in list_person_links(event)}:
        raise LinkUnknown
    with event.act(now=now, actor=operator) as act:
        act.record(SamePersonWithdrawn(link=link))


def tell_apart(
    event: EventFile, guest_ids: Iterable[str], *, now: datetime, operator: str, apart: bool = True
) -> None:
    """Note that guests who look alike are several people, or may be one again.

    Raises:
        TwoGuestsNeeded: they are not two or more.
    """
    told = sorted(set(guest_ids))
    if len(told) < 2:  # noqa: PLR2004 - two are told apart
        raise TwoGuestsNeeded
    with event.act(now=now, actor=operator) as act:
        act.record(ToldApart(guests=told, apart=apart))


def same_person_as(event: EventReader, guest_id: str) -> tuple[Guest, ...]:
    """The other guests who are the same person, by number, also over several links."""
    people = people_of(event)
    if guest_id not in people:
        return ()
    found = (
        guests.find_guest(event, other)
        for other, person in people.items()
        if person == people[guest_id] and other != guest_id
    )
    return tuple(sorted((one for one in found if one), key=lambda one: one.number))


def links_of(event: EventReader, guest_id: str) -> tuple[str, ...]:
    """The links that stand between a guest and others, to be withdrawn by."""
    return tuple(link.id for link in list_person_links(event) if guest_id in link.guests)


def people_of(event: EventReader) -> dict[str, str]:
    """By linked guest, one of those who are the same person, the same for all of them."""
    people: dict[str, str] = {}
    for link in list_person_links(event):
        merged = {people.get(guest, guest) for guest in link.guests}
        person = min(merged)
        people |= dict.fromkeys(link.guests, person)
        people |= {guest: person for guest, known in people.items() if known in merged}
    return people
