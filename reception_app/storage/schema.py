"""The schema of an event file: migrations of what is kept, and the tables that are derived."""

import hashlib
from functools import cache
from pathlib import Path

import apsw

APPLICATION_ID = 0x52435031
"""`RCP1`, stamped in every event file's header."""

_FOLDER = Path(__file__).parent


@cache
def migrations() -> tuple[str, ...]:
    """The numbered SQL steps; the n-th takes a file from version n-1 to n."""
    return tuple(
        path.read_text(encoding="utf-8") for path in sorted((_FOLDER / "migrations").glob("*.sql"))
    )


def current_version() -> int:
    """The schema version this program writes."""
    return len(migrations())


@cache
def projection_schema() -> str:
    """The SQL that makes the derived tables."""
    return (_FOLDER / "projections" / "schema.sql").read_text(encoding="utf-8")


def objects(db: apsw.Connection) -> dict[str, str]:
    """Every table, index, trigger and view of a database with the SQL that made it."""
    rows = db.execute("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {str(name): str(sql) for name, sql in rows}


@cache
def projection_build() -> str:
    """What tells one make of the derived tables from another: a hash of their SQL."""
    return hashlib.sha256(projection_schema().encode()).hexdigest()


@cache
def kept_objects(version: int) -> dict[str, str]:
    """What a file of this version must hold besides derived tables, exactly so."""
    db = apsw.Connection(":memory:")
    for step in migrations()[:version]:
        db.execute(step)
    return objects(db)


@cache
def all_objects() -> dict[str, str]:
    """What a file of the current version must hold, exactly so and nothing else."""
    db = apsw.Connection(":memory:")
    for step in migrations():
        db.execute(step)
    db.execute(projection_schema())
    return objects(db)


@cache
def projection_tables() -> tuple[str, ...]:
    """The names of the derived tables, sorted."""
    derived = all_objects().keys() - kept_objects(current_version()).keys()
    return tuple(sorted(name.removeprefix("table ") for name in derived if name[:6] == "table "))


def drop_projections(db: apsw.Connection, version: int) -> None:
    """Drop all a file of this version holds beyond the kept tables; nothing foreign survives."""
    kept = kept_objects(version)
    for kind in ("TRIGGER", "VIEW", "TABLE"):
        for name in list(objects(db)):
            its_kind, _, bare = name.partition(" ")
            if its_kind.upper() == kind and name not in kept:
                quoted = bare.replace('"', '""')
                db.execute(f'DROP {kind} IF EXISTS "{quoted}"')
