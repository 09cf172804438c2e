"""Queries over who is whom: links between guests who are one person, substitutes, the erased."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class PersonLink:
    """That a person said these guests, by their ids, are one and the same."""

    id: str
    guests: frozenset[str]
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One fact about a guest: when, what kind, by which operator, what it says of the guest."""

    at: datetime
    kind: str
    operator: str
    said: Mapping[str, Any]
    personal: Mapping[str, str]


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


def _about(guest: str, body: dict[str, Any]) -> dict[str, Any]:
    """A fact's body without what it says of other guests, and without its seal."""
    kept = {key: value for key, value in body.items() if key != "personal"}
    if isinstance(kept.get("guests"), list):
        kept["guests"] = [one for one in kept["guests"] if guest in (one, *one[:1])]
    if isinstance(kept.get("postings"), list):
        kept["postings"] = [one for one in kept["postings"] if one[2] in (guest, None)]
    return kept


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


def is_erased(event: EventReader, guest: str) -> bool:
    """Whether a guest's personal values were erased."""
    query = "SELECT EXISTS (SELECT 1 FROM erased_guest WHERE guest = ?)"
    return bool(event.db.execute(query, (guest,)).get)


def list_records(event: EventReader, guest: str) -> tuple[PersonRecord, ...]:
    """Every fact about a guest in the order of their clock; what they say of others is left out."""
    rows = event.db.execute(
        """
        SELECT f.at, f.kind, f.actor, f.body, CASE WHEN p.subject = :guest THEN p.value_json END
        FROM fact f LEFT JOIN person_value p ON p.fact = f.id AND p.salt <> ''
        WHERE p.subject = :guest OR INSTR(f.body, :guest) ORDER BY f.hlc, f.id
        """,
        {"guest": guest},
    )
    return tuple(
        PersonRecord(
            at=datetime.fromisoformat(str(at)),
            kind=str(kind),
            operator=str(actor),
            said=_about(guest, json.loads(str(body))),
            personal=json.loads(str(values)) if values else {},
        )
        for at, kind, actor, body, values in rows
    )


def list_told_apart(event: EventReader) -> frozenset[frozenset[str]]:
    """Pairs of guests' ids of whom a person said that they are two people."""
    rows = event.db.execute("SELECT guest, other FROM told_apart WHERE apart")
    return frozenset(frozenset((str(guest), str(other))) for guest, other in rows)


def list_erased(event: EventReader) -> frozenset[str]:
    """Ids of the guests whose personal values were erased."""
    return frozenset(str(row[0]) for row in event.db.execute("SELECT guest FROM erased_guest"))
