"""Who is the same person, who comes in whose place, and who was erased."""

from collections.abc import Mapping
from itertools import combinations

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import (
    Erased,
    PastCarried,
    SamePerson,
    SamePersonWithdrawn,
    Substituted,
    ToldApart,
)
from reception_app.storage.projections.apply import Applies, stamp_of
from reception_app.storage.projections.erasing import settle_erased


def _same_person(
    db: apsw.Connection, fact: Fact, payload: SamePerson, _personal: Mapping[str, str]
) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO same_person (link, guest, at, operator, stamp)"
        " VALUES (?, ?, ?, ?, ?)",
        [(payload.link, guest, fact.at, fact.actor, stamp_of(fact)) for guest in payload.guests],
    )


def _same_person_withdrawn(
    db: apsw.Connection, fact: Fact, payload: SamePersonWithdrawn, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO same_person_withdrawn (link, at, stamp) VALUES (?, ?, ?)
        ON CONFLICT (link) DO UPDATE SET at = excluded.at, stamp = excluded.stamp
        WHERE excluded.stamp < same_person_withdrawn.stamp
        """,
        (payload.link, fact.at, stamp_of(fact)),
    )


def _told_apart(
    db: apsw.Connection, fact: Fact, payload: ToldApart, _personal: Mapping[str, str]
) -> None:
    db.executemany(
        """
        INSERT INTO told_apart (guest, other, apart, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (guest, other) DO UPDATE SET apart = excluded.apart, stamp = excluded.stamp
        WHERE excluded.stamp > told_apart.stamp
        """,
        [
            (guest, other, payload.apart, stamp_of(fact))
            for guest, other in combinations(sorted(payload.guests), 2)
        ],
    )


def _past_carried(
    db: apsw.Connection, fact: Fact, payload: PastCarried, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO past_visits (guest, attended, missed, owed, last_event, last_date, stamp)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (guest) DO UPDATE SET attended = excluded.attended, missed = excluded.missed,
            owed = excluded.owed, last_event = excluded.last_event,
            last_date = excluded.last_date, stamp = excluded.stamp
        WHERE excluded.stamp > past_visits.stamp
        """,
        (
            payload.guest, payload.attended, payload.missed, payload.owed, payload.last_event,
            payload.last_date, stamp_of(fact),
        ),
    )  # fmt: skip


def _substituted(
    db: apsw.Connection, fact: Fact, payload: Substituted, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO substitution (fact, guest, substitute, at, stamp) VALUES (?, ?, ?, ?, ?)",
        (fact.id, payload.guest, payload.substitute, fact.at, stamp_of(fact)),
    )


def _erased(db: apsw.Connection, fact: Fact, payload: Erased, _personal: Mapping[str, str]) -> None:
    db.execute(
        """
        INSERT INTO erased_guest (guest, shown_name, at, operator, stamp) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (guest) DO UPDATE SET shown_name = excluded.shown_name, at = excluded.at,
            operator = excluded.operator, stamp = excluded.stamp
        WHERE excluded.stamp < erased_guest.stamp
        """,
        (payload.guest, payload.shown_name, fact.at, fact.actor, stamp_of(fact)),
    )
    settle_erased(db, payload.guest)


APPLIES: Applies = {
    SamePerson: _same_person,
    SamePersonWithdrawn: _same_person_withdrawn,
    ToldApart: _told_apart,
    PastCarried: _past_carried,
    Substituted: _substituted,
    Erased: _erased,
}
