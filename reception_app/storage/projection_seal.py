"""The seal: a digest of the derived tables, written at closing, by which opening knows them.

The chain vouches for the facts, the seal for what was derived from them: a bit that flipped in a
guest's row while the file lay on a disk is found without replaying every fact.
"""

import hashlib

import apsw

from reception_app.storage import fact_journal, schema

MOST_REPLAYED_FACTS = 50_000
"""After a crash there is no seal and the facts are replayed, in a second or two for so many.

Beyond that the door must not wait: the check of the whole event replays them.
"""

_KEY = "seal"


def projections_are_right(db: apsw.Connection) -> bool:
    """Whether the derived tables are what the facts give, as far as opening can wait for it."""
    kept = db.execute("SELECT value FROM local WHERE key = ?", (_KEY,)).fetchone()
    tip, _, digest = str(kept[0] if kept else "").rpartition(" ")
    if tip == _tip(db):
        return digest == _digest(db)
    if fact_journal.count_facts(db) > MOST_REPLAYED_FACTS:
        return True
    return not fact_journal.differing_projections(db)


def set_seal(db: apsw.Connection) -> None:
    """Write the seal of the derived tables as they are, unless it stands already."""
    tip = _tip(db)
    kept = db.execute("SELECT value FROM local WHERE key = ?", (_KEY,)).fetchone()
    if kept is None or str(kept[0]).rpartition(" ")[0] != tip:
        db.execute(
            "INSERT INTO local VALUES (:key, :value)"
            " ON CONFLICT (key) DO UPDATE SET value = :value",
            {"key": _KEY, "value": f"{tip} {_digest(db)}"},
        )


def break_seal(db: apsw.Connection) -> None:
    """Take the seal off, because the derived tables were made anew."""
    db.execute("DELETE FROM local WHERE key = ?", (_KEY,))


def _tip(db: apsw.Connection) -> str:
    """How many facts there are and the last of them: it changes with every act."""
    count = fact_journal.count_facts(db)
    row = db.execute("SELECT hash FROM fact ORDER BY hlc DESC, id DESC LIMIT 1").fetchone()
    return f"{count} {row[0] if row else ''}"


def _digest(db: apsw.Connection) -> str:
    digest = hashlib.sha256()
    for table in schema.projection_tables():
        digest.update(table.encode())
        for row in db.execute(f'SELECT * FROM "{table}"'):
            digest.update(repr(row).encode())
    return digest.hexdigest()
