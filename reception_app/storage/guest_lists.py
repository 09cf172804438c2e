"""Queries over guest lists that were taken in: who stood on them, and what they said of whom."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from reception_app.domain.list_changes import STATUS, ListWord
from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class Listing:
    """That a guest stood on a list when it was taken in, in which row, with how many companions."""

    file: str
    headings_key: str
    row: int
    companions: int


@dataclass(frozen=True, slots=True)
class ChosenMapping:
    """What a person said the columns of lists with certain headings mean.

    `columns` are pairs of a column, from 0, and the name of a field; `fixed` are texts that stand
    for a whole column, by the name of the field.
    """

    columns: tuple[tuple[int, str], ...]
    fixed: Mapping[str, str]


def list_listings(event: EventReader) -> dict[str, tuple[Listing, ...]]:
    """By guest, on which lists they stood, oldest first."""
    found: dict[str, list[Listing]] = defaultdict(list)
    rows = event.db.execute(
        """
        SELECT guest, file, headings_key, list_row, companions FROM listed_guest
        JOIN list_import ON list_import.id = listed_guest.list_import ORDER BY listed_guest.stamp
        """
    )
    for guest, file, headings_key, row, companions in rows:
        found[str(guest)].append(
            Listing(str(file), str(headings_key), int(str(row)), int(str(companions)))
        )
    return {guest: tuple(listings) for guest, listings in found.items()}


def list_words(event: EventReader) -> dict[str, ListWord]:
    """By guest, what lists said of them last; every guest of the event is there."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    by_people: dict[str, set[str]] = defaultdict(set)
    rows = event.db.execute(
        """
        SELECT guest, field, value, list_import IS NOT NULL, 0, stamp FROM guest_change
        UNION ALL
        SELECT guest, ?, status, list_import IS NOT NULL, 0, stamp FROM guest_status
        UNION ALL
        SELECT guest, field, value, 1, 1, stamp FROM list_overruled
        ORDER BY stamp
        """,
        (STATUS,),
    )
    for guest, name, value, by_list, overruled, _stamp in rows:
        if by_list:
            said[str(guest)][str(name)] = str(value)
            if not overruled:
                by_people[str(guest)].discard(str(name))
        else:
            by_people[str(guest)].add(str(name))
    from_list = dict(event.db.execute("SELECT id, list_import IS NOT NULL FROM guest"))
    for guest, names in by_people.items():
        # What people wrote over is not in the guest's row any more: the fact still has it.
        forgotten = names - said[guest].keys() - {STATUS}
        if forgotten and from_list.get(guest):
            recorded = _as_recorded(event, guest)
            said[guest] |= {name: recorded.get(name, "") for name in forgotten}
    return {
        guest: ListWord(
            said=said.get(guest, {}),
            by_people=frozenset(by_people.get(guest, ())),
            from_list=bool(listed),
        )
        for guest, listed in from_list.items()
    }


def find_list_mapping(event: EventReader, headings_key: str) -> ChosenMapping | None:
    """What a person said the columns of lists with these headings mean."""
    row = event.db.execute(
        "SELECT columns_json, fixed_json FROM list_mapping WHERE headings_key = ?",
        (headings_key,),
    ).fetchone()
    if row is None:
        return None
    columns = tuple((int(index), str(name)) for index, name in json.loads(str(row[0])))
    return ChosenMapping(columns, json.loads(str(row[1])))


def _as_recorded(event: EventReader, guest: str) -> dict[str, str]:
    """The fields of a guest as the list that brought them said; empty once they were erased."""
    row = event.db.execute(
        """
        SELECT fact.body, COALESCE(person_value.value_json, '{}') FROM guest
        JOIN fact ON fact.id = substr(guest.stamp, 17)
        LEFT JOIN person_value ON person_value.fact = fact.id AND person_value.salt <> ''
        WHERE guest.id = ?
        """,
        (guest,),
    ).fetchone()
    assert row is not None
    body, personal = json.loads(str(row[0])), json.loads(str(row[1]))
    return {**body["fields"], **personal}
