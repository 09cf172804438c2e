"""The journal of facts: appending with hash and projection in one step, reading back, replaying."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import (
    GENESIS_HASH,
    Fact,
    body_of,
    first_broken_link,
    link_hash,
    personal_hash,
)
from reception_app.domain.facts import KINDS, Erased, Payload
from reception_app.domain.hybrid_clock import HybridClock
from reception_app.storage import projections, schema

_COLUMNS = "id, desk, seq, hlc, at, kind, body, actor, prev_hash, hash"
_INSERT_FACT = f"INSERT INTO fact ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_PERSONAL = "INSERT INTO person_value (fact, subject, salt, value_json) VALUES (?, ?, ?, ?)"


def new_id() -> str:
    """A random id for a fact, a guest, an entry …: 32 hex digits."""
    return secrets.token_hex(16)


def desk_of(db: apsw.Connection) -> str | None:
    """The id under which this copy of the file writes facts."""
    row = db.execute("SELECT value FROM local WHERE key = 'desk'").fetchone()
    return str(row[0]) if row else None


class FactWriter:
    """Appends facts to this desk's chain; knows the chain's tip and the desk's clock."""

    def __init__(self, db: apsw.Connection, desk: str) -> None:
        self._db = db
        self.desk = desk
        last = db.execute(
            "SELECT seq, hash FROM fact WHERE desk = ? ORDER BY seq DESC LIMIT 1", (desk,)
        ).fetchone()
        self._seq, self._hash = (int(last[0]), str(last[1])) if last else (0, GENESIS_HASH)
        latest = db.execute("SELECT MAX(hlc) FROM fact").fetchone()
        self._clock = HybridClock(str(latest[0])) if latest and latest[0] else HybridClock()
        self._now: datetime | None = None
        self._wall_ms, self._at = 0, ""

    def tip(self) -> tuple[int, str, str]:
        """Where the chain ends; hand it to `restore` when what was appended was rolled back."""
        return self._seq, self._hash, self._clock.last

    def restore(self, tip: tuple[int, str, str]) -> None:
        """Forget what was appended since `tip`."""
        self._seq, self._hash, self._clock.last = tip

    def append(
        self, payload: Payload, *, now: datetime, actor: str, subject: str,
        personal: Mapping[str, str],
    ) -> Fact:  # fmt: skip
        """Append one fact, store the personal values that belong to it, and derive the tables."""
        value_json, salt, sealed = "", "", None
        if personal:
            value_json, salt = canonical_json(personal), secrets.token_hex(16)
            sealed = personal_hash(salt, value_json)
        body = body_of(payload, sealed)
        fact_id, seq = new_id(), self._seq + 1
        if now is not self._now:
            # All facts of one act have one time: it is written out once.
            self._now, self._wall_ms = now, int(now.timestamp() * 1000)
            self._at = now.isoformat(timespec="milliseconds")
        hlc, at, kind = self._clock.tick(self._wall_ms), self._at, KINDS[type(payload)]
        digest = link_hash(
            self._hash, fact_id=fact_id, desk=self.desk, seq=seq, hlc=hlc, at=at, kind=kind,
            body=body, actor=actor,
        )  # fmt: skip
        fact = Fact(fact_id, self.desk, seq, hlc, at, kind, body, actor, self._hash, digest)
        self._db.execute(
            _INSERT_FACT,
            (fact_id, self.desk, seq, hlc, at, kind, body, actor, self._hash, digest),
        )
        if personal:
            self._db.execute(_INSERT_PERSONAL, (fact_id, subject, salt, value_json))
        projections.apply(self._db, fact, payload, personal)
        self._seq, self._hash = seq, digest
        return fact

    def keep_file(self, content: bytes) -> str:
        """Store a file a fact is to vouch for; returns its SHA-256, the same for equal files."""
        digest = hashlib.sha256(content).hexdigest()
        self._db.execute(
            "INSERT INTO stored_file (sha256, content) VALUES (:digest, :content)"
            " ON CONFLICT (sha256) DO UPDATE SET content = :content WHERE LENGTH(content) = 0",
            {"digest": digest, "content": content},
        )
        return digest

    def empty_file(self, digest: str) -> None:
        """Overwrite the content of a stored file; a fact must say that it was withdrawn."""
        self._db.execute("UPDATE stored_file SET content = X'' WHERE sha256 = ?", (digest,))

    def forget(self, subject: str) -> None:
        """Overwrite all personal values of a person; the facts that vouch for them stay."""
        self._db.execute(
            "UPDATE person_value SET salt = '', value_json = '{}' WHERE subject = ?", (subject,)
        )


def facts(db: apsw.Connection, *, desk: str | None = None) -> Iterator[Fact]:
    """All facts in the order of their clock, or one desk's chain in its own order."""
    if desk is None:
        rows = db.execute(f"SELECT {_COLUMNS} FROM fact ORDER BY hlc, id")
    else:
        query = f"SELECT {_COLUMNS} FROM fact WHERE desk = ? ORDER BY seq"
        rows = db.execute(query, (desk,))
    return (Fact(*row) for row in rows)


def count_facts(db: apsw.Connection) -> int:
    """How many facts the file holds."""
    return int(db.execute("SELECT COUNT(*) FROM fact").get)


def last_hash(db: apsw.Connection) -> str:
    """The hash of the latest fact: who knows it can tell whether anything before was changed."""
    return str(db.execute("SELECT hash FROM fact ORDER BY hlc DESC, id DESC LIMIT 1").get)


def count_unknown_facts(db: apsw.Connection) -> int:
    """How many facts only a newer version of the program understands."""
    return sum(fact.payload() is None for fact in facts(db))


def broken_link(db: apsw.Connection) -> Fact | None:
    """The first fact whose place in its desk's chain does not verify."""
    desks = [str(row[0]) for row in db.execute("SELECT DISTINCT desk FROM fact ORDER BY desk")]
    for desk in desks:
        broken = first_broken_link(facts(db, desk=desk))
        if broken is not None:
            return broken
    return None


def changed_personal_values(db: apsw.Connection) -> list[str]:
    """Ids of the facts whose personal values are not those the fact vouches for.

    Values of somebody who was erased (no salt is left, and a fact says so) are not counted: erasing
    is allowed, changing is not.
    """
    # Inside a JSON text a quote is escaped, so the pattern finds the key only.
    rows = db.execute(
        "SELECT f.id, f.body, p.salt, p.value_json, p.subject"
        " FROM fact f LEFT JOIN person_value p ON p.fact = f.id"
        " WHERE p.salt IS NOT NULL OR INSTR(f.body, '\"personal\":')"
    )
    erased = _erased_guests(db)
    return [
        str(fact_id)
        for fact_id, body, salt, value_json, subject in rows
        if not (salt == "" and subject in erased)
        and (not salt or json.loads(body).get("personal") != personal_hash(salt, value_json))
    ]


def changed_stored_files(db: apsw.Connection) -> list[str]:
    """The SHA-256 of each stored file whose content is not that any more; emptied ones are none.

    Files of version 1, which are copied before they are brought up to date, have none.
    """
    if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'stored_file'").fetchone():
        return []
    rows = db.execute("SELECT sha256, content FROM stored_file WHERE LENGTH(content) > 0")
    return [
        str(digest)
        for digest, content in rows
        if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != digest
    ]


def _erased_guests(db: apsw.Connection) -> set[str]:
    bodies = db.execute("SELECT body FROM fact WHERE kind = ?", (KINDS[Erased],))
    return {str(json.loads(str(body))["guest"]) for (body,) in bodies}


def rebuild(db: apsw.Connection, advance: Callable[[int, int], None]) -> int:
    """Drop the derived tables and replay every fact into new ones; return how many were replayed.

    The caller holds the transaction.
    """
    schema.drop_projections(db, schema.current_version())
    projections.create(db)
    return replay(db, advance)


def replay(db: apsw.Connection, advance: Callable[[int, int], None]) -> int:
    """Derive every fact into the empty derived tables; return how many were replayed."""
    personal = dict(db.execute("SELECT fact, value_json FROM person_value WHERE salt <> ''"))
    known, count = count_facts(db), 0
    for count, fact in enumerate(facts(db), 1):
        payload = fact.payload()
        if payload is not None:
            values = json.loads(personal[fact.id]) if fact.id in personal else {}
            projections.apply(db, fact, payload, values)
        if count % 256 == 0:
            advance(count, known)
    return count


def differing_projections(db: apsw.Connection) -> list[str]:
    """Names of derived tables whose rows are not what replaying the facts gives."""
    fresh = apsw.Connection(":memory:")
    with fresh.backup("main", db, "main") as backup:
        while not backup.done:
            backup.step(-1)
    with fresh:
        rebuild(fresh, lambda _done, _known: None)
    return [t for t in schema.projection_tables() if _rows(db, t) != _rows(fresh, t)]


def _rows(db: apsw.Connection, table: str) -> list[tuple[object, ...]]:
    query = f'SELECT * FROM "{table}"'
    return sorted(db.execute(query), key=repr)
