"""Entries and their postings."""

from collections.abc import Mapping

import apsw

from reception_app.domain.facts import EntryPosted, Fact
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


APPLIES: Applies = {EntryPosted: _entry_posted}
