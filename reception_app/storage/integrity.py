"""Whether the file itself is sound: its pages, references and guards, its tables and facts."""

import apsw

from reception_app.storage import fact_journal, schema
from reception_app.storage.event_file import EventReader

UNREADABLE = (apsw.Error, AttributeError, LookupError, TypeError, ValueError)
"""A fact that something else wrote can be wrong in any way a JSON text can be."""


def find_damaged_pages(event: EventReader) -> tuple[str, ...]:
    """What SQLite finds wrong with the pages of the file, in its words."""
    try:
        told = [str(row[0]) for row in event.db.execute("PRAGMA integrity_check")]
    except (apsw.Error, UnicodeDecodeError) as error:
        return (type(error).__name__,)
    return () if told == ["ok"] else tuple(told)


def find_dangling_rows(event: EventReader) -> tuple[str, ...]:
    """Tables with rows that refer to something that is not there."""
    rows = event.db.execute("PRAGMA foreign_key_check")
    return tuple(sorted({str(row[0]) for row in rows}))


def find_foreign_objects(event: EventReader) -> tuple[str, ...]:
    """Tables, indexes and triggers that are missing, changed, or not ours."""
    right, found = schema.all_objects(), schema.objects(event.db)
    return tuple(sorted(name for name in {*right, *found} if right.get(name) != found.get(name)))


def find_differing_tables(event: EventReader) -> tuple[str, ...] | None:
    """Derived tables that are not what the facts give; None when the facts cannot be replayed."""
    try:
        return tuple(fact_journal.differing_projections(event.db))
    except UNREADABLE:
        return None


def count_unknown_facts(event: EventReader) -> int | None:
    """How many facts only a newer version understands; None when some cannot be read at all."""
    try:
        return fact_journal.count_unknown_facts(event.db)
    except UNREADABLE:
        return None
