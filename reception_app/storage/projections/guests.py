"""Guests, their changes, their status and their badges."""

from collections.abc import Mapping

import apsw

from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import (
    BadgeIssued,
    BadgeRevoked,
    GuestChanged,
    GuestRecorded,
    SpareBadgesMade,
    StatusChanged,
)
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_search import search_text, sort_key
from reception_app.domain.journal import GUEST_RECEIVABLE
from reception_app.storage.projections.apply import Applies, stamp_of
from reception_app.storage.projections.erasing import settle_erased

_FIELDS = tuple(field.value for field in GuestField)
_COLUMNS = ", ".join(_FIELDS)
_STANDING = "guest = :id AND id NOT IN (SELECT admission FROM admission_voided)"
_SETTLE_ADMISSION = f"""
    UPDATE guest SET
        admission = (SELECT id FROM admission WHERE {_STANDING} ORDER BY stamp LIMIT 1),
        inside = COALESCE((SELECT MAX(stamp) FROM admission WHERE {_STANDING})
            > COALESCE((SELECT MAX(stamp) FROM leaving WHERE guest = :id), ''), 0)
    WHERE id = :id
"""
_SETTLE_DUE = """
    UPDATE guest SET due = (
        SELECT COALESCE(SUM(amount), 0) FROM posting WHERE guest = :id AND account = :receivable)
    WHERE id = :id
"""
_INSERT = f"""
    INSERT INTO guest (id, number, host, walk_in, source, list_import, recorded_at, stamp,
        sort_key, search_text, status, admission, inside, due, {_COLUMNS})
    VALUES ({", ".join("?" * (14 + len(_FIELDS)))})
"""
_ARRIVED_BEFORE = """
    SELECT EXISTS (SELECT 1 FROM guest_change WHERE guest = :id)
        OR EXISTS (SELECT 1 FROM guest_status WHERE guest = :id)
        OR EXISTS (SELECT 1 FROM admission WHERE guest = :id)
        OR EXISTS (SELECT 1 FROM posting WHERE guest = :id)
        OR EXISTS (SELECT 1 FROM erased_guest WHERE guest = :id)
"""


def _guest_recorded(
    db: apsw.Connection, fact: Fact, payload: GuestRecorded, personal: Mapping[str, str]
) -> None:
    values = {name: personal.get(name, payload.fields.get(name, "")) for name in _FIELDS}
    db.execute(
        _INSERT,
        (
            payload.guest, payload.number, payload.host, payload.walk_in, payload.source,
            payload.list_import, fact.at, stamp_of(fact), sort_key(values),
            search_text(payload.number, values), GuestStatus.INVITED, None, 0, 0, *values.values(),
        ),
    )  # fmt: skip
    if db.execute(_ARRIVED_BEFORE, {"id": payload.guest}).get:
        _settle_fields(db, payload.guest)
        _settle_status(db, payload.guest)
        settle_admission(db, payload.guest)
        db.execute(_SETTLE_DUE, {"id": payload.guest, "receivable": GUEST_RECEIVABLE})
        settle_erased(db, payload.guest)


def _guest_changed(
    db: apsw.Connection, fact: Fact, payload: GuestChanged, personal: Mapping[str, str]
) -> None:
    stamp = stamp_of(fact)
    db.executemany(
        "INSERT INTO guest_change (guest, field, stamp, value, at, operator, list_import)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (payload.guest, name, stamp, value, fact.at, fact.actor, payload.list_import)
            for name, value in {**payload.fields, **personal}.items()
        ],
    )
    _settle_fields(db, payload.guest)
    settle_erased(db, payload.guest)


def _settle_fields(db: apsw.Connection, guest: str) -> None:
    """Write the last value of each changed field into the guest's row."""
    last = db.execute(
        "SELECT field, value, MAX(stamp) FROM guest_change WHERE guest = ? GROUP BY field", (guest,)
    ).fetchall()
    if not last:
        return
    for name, value, _ in last:
        if name not in _FIELDS:
            continue  # a newer version's field is kept for it
        db.execute(f"UPDATE guest SET {GuestField(str(name))} = ? WHERE id = ?", (value, guest))
    query = f"SELECT number, {_COLUMNS} FROM guest WHERE id = ?"
    row = db.execute(query, (guest,)).fetchone()
    if row is not None:
        number, *texts = row
        values = dict(zip(_FIELDS, map(str, texts), strict=True))
        derived = sort_key(values), search_text(int(number), values)
        db.execute("UPDATE guest SET sort_key = ?, search_text = ? WHERE id = ?", (*derived, guest))


def _status_changed(
    db: apsw.Connection, fact: Fact, payload: StatusChanged, _personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO guest_status (guest, stamp, status, reason, list_import)"
        " VALUES (?, ?, ?, ?, ?)",
        (payload.guest, stamp_of(fact), payload.status, payload.reason, payload.list_import),
    )
    _settle_status(db, payload.guest)


def _settle_status(db: apsw.Connection, guest: str) -> None:
    db.execute(
        """
        UPDATE guest SET status = COALESCE(
            (SELECT status FROM guest_status WHERE guest = :guest ORDER BY stamp DESC LIMIT 1),
            status)
        WHERE id = :guest
        """,
        {"guest": guest},
    )


def settle_admission(db: apsw.Connection, guest: str) -> None:
    """Write which admission counts for the guest, the first not undone, and whether they are in.

    They are inside when they came in after they last went out.
    """
    db.execute(_SETTLE_ADMISSION, {"id": guest})


def _badge_issued(
    db: apsw.Connection, fact: Fact, payload: BadgeIssued, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO badge (code, guest, alias, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET guest = excluded.guest, alias = excluded.alias,
            stamp = excluded.stamp
        WHERE excluded.stamp < badge.stamp
        """,
        (payload.badge_code, payload.guest, payload.alias, stamp_of(fact)),
    )


def _badge_revoked(
    db: apsw.Connection, fact: Fact, payload: BadgeRevoked, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO badge_revoked (code, reason, at, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET reason = excluded.reason, at = excluded.at,
            stamp = excluded.stamp
        WHERE excluded.stamp < badge_revoked.stamp
        """,
        (payload.badge_code, payload.reason, fact.at, stamp_of(fact)),
    )


def _spare_badges_made(
    db: apsw.Connection, fact: Fact, payload: SpareBadgesMade, _personal: Mapping[str, str]
) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO spare_badge (code, number, at, stamp) VALUES (?, ?, ?, ?)",
        [(code, number, fact.at, stamp_of(fact)) for number, code in payload.badges],
    )


APPLIES: Applies = {
    GuestRecorded: _guest_recorded,
    GuestChanged: _guest_changed,
    StatusChanged: _status_changed,
    BadgeIssued: _badge_issued,
    BadgeRevoked: _badge_revoked,
    SpareBadgesMade: _spare_badges_made,
}
