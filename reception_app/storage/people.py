"""Queries over who is whom: links between guests who are one person, substitutes, the erased."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class PersonLink:
    """That a person said these guests, by their ids, are one and the same."""

    id: str
    guests: frozenset[str]
    at: datetime
    operator: str


def list_person_links(event: EventReader) -> tuple[PersonLink, ...]:
    """The links that stand, oldest first."""
    rows = event.db.execute(
        """
        SELECT link, guest, at, operator FROM same_person
        WHERE link NOT IN (SELECT link FROM same_person_withdrawn) ORDER BY at, link
        """
    ).fetchall()
    members: dict[str, set[str]] = defaultdict(set)
    for link, guest, _at, _operator in rows:
        members[str(link)].add(str(guest))
    first = {str(link): (str(at), str(operator)) for link, _guest, at, operator in reversed(rows)}
    return tuple(
        PersonLink(link, frozenset(guests), datetime.fromisoformat(first[link][0]), first[link][1])
        for link, guests in members.items()
    )


def find_represented(event: EventReader, substitute: str) -> str | None:
    """The id of the guest in whose place this one comes 代理."""
    row = event.db.execute(
        "SELECT guest FROM substitution WHERE substitute = ? ORDER BY stamp DESC", (substitute,)
    ).fetchone()
    return str(row[0]) if row else None


def find_substitute(event: EventReader, guest: str) -> str | None:
    """The id of the guest who comes in this one's place 代理."""
    row = event.db.execute(
        "SELECT substitute FROM substitution WHERE guest = ? ORDER BY stamp DESC", (guest,)
    ).fetchone()
    return str(row[0]) if row else None


def list_erased(event: EventReader) -> frozenset[str]:
    """Ids of the guests whose personal values were erased."""
    return frozenset(str(row[0]) for row in event.db.execute("SELECT guest FROM erased_guest"))
