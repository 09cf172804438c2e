"""Entries and their postings, and who was charged for not having come."""

from collections.abc import Mapping

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import EntryPosted, NoShowsCharged, NoShowsTakenBack
from reception_app.storage.projections.apply import Applies, stamp_of


def _entry_posted(
    db: apsw.Connection, fact: Fact, payload: EntryPosted, _personal: Mapping[str, str]
) -> None:
    # One statement after another: for two or three rows that is faster than `executemany`.
    for line, posting in enumerate(payload.postings):
        db.execute(
            "INSERT INTO posting (entry, line, account, amount, guest) VALUES (?, ?, ?, ?, ?)",
            (payload.entry, line, *posting),
        )
    db.execute(
        """
        INSERT INTO entry (id, kind, currency, at, stamp, operator, guest, tender, tendered,
            change, box, shift, reverses, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.entry, payload.entry_kind, payload.currency, fact.at, stamp_of(fact),
            fact.actor, payload.guest, payload.tender, payload.tendered, payload.change,
            payload.box, payload.shift, payload.reverses, payload.reason,
        ),
    )  # fmt: skip


def _no_shows_charged(
    db: apsw.Connection, fact: Fact, payload: NoShowsCharged, _personal: Mapping[str, str]
) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO no_show (run, guest, at, stamp, operator, entries_json)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (payload.run, guest, fact.at, stamp_of(fact), fact.actor, canonical_json(entries))
            for guest, *entries in payload.guests
        ],
    )


def _no_shows_taken_back(
    db: apsw.Connection, fact: Fact, payload: NoShowsTakenBack, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO no_show_taken_back (run, at, reason, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (run) DO UPDATE SET at = excluded.at, reason = excluded.reason,
            stamp = excluded.stamp
        WHERE excluded.stamp < no_show_taken_back.stamp
        """,
        (payload.run, fact.at, payload.reason, stamp_of(fact)),
    )


APPLIES: Applies = {
    EntryPosted: _entry_posted,
    NoShowsCharged: _no_shows_charged,
    NoShowsTakenBack: _no_shows_taken_back,
}
