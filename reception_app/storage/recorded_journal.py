"""The journal as its facts recorded it, read once and held against the tables.

Facts may have been edited by something else, so nothing of their JSON is relied on.
"""

import json
from collections import Counter
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from reception_app.storage.event_file import EventReader

_FIELDS = (
    "entry_kind", "currency", "guest", "tender", "tendered", "change", "box", "shift", "reverses",
    "reason",
)  # fmt: skip
_STANDING_ENTRIES = (
    "SELECT id, kind, currency, guest, tender, tendered, change, box, shift, reverses, reason"
    " FROM entry"
)
_STANDING_POSTINGS = "SELECT entry, line, account, amount, guest FROM posting"


_Row = tuple[Any, ...]
_fields_of = itemgetter(*_FIELDS)


@dataclass(frozen=True, slots=True)
class RecordedJournal:
    """What is not as it was recorded: ids of entries, each sorted.

    `twice` are claimed by two facts, `fractions` have an amount that is no whole number, `changed`
    are not exactly as recorded, or are gone, or were never recorded.
    """

    twice: tuple[str, ...]
    fractions: tuple[str, ...]
    changed: tuple[str, ...]


def read_recorded(event: EventReader) -> RecordedJournal:
    """Read every fact of an entry once, and compare."""
    rows = event.db.execute("SELECT body FROM fact WHERE kind = 'entry_posted'").fetchall()
    bodies = [str(body) for (body,) in rows]
    try:
        entries, postings = _read_all(bodies)
        recorded = set(entries), set(postings)
    except (LookupError, TypeError, ValueError, AttributeError):
        entries, postings = _read_carefully(bodies)
        recorded = set(entries), set(postings)
    counts = Counter(entry for entry, *_ in entries)
    different = (
        recorded[0] ^ set(event.db.execute(_STANDING_ENTRIES)),
        recorded[1] ^ set(event.db.execute(_STANDING_POSTINGS)),
    )
    return RecordedJournal(
        twice=tuple(sorted(str(entry) for entry, times in counts.items() if times > 1)),
        fractions=tuple(sorted({str(p[0]) for p in postings if type(p[3]) is not int})),
        changed=tuple(sorted({str(row[0]) for rows in different for row in rows})),
    )


def _read_all(bodies: list[str]) -> tuple[list[_Row], list[_Row]]:
    """Entries and postings of facts that are as we write them; fails on any other."""
    entries, postings = [], []
    for told in json.loads(f"[{','.join(bodies)}]"):
        entry = told["entry"]
        entries.append((entry, *_fields_of(told)))
        for line, (account, amount, guest) in enumerate(told["postings"]):
            postings.append((entry, line, account, amount, guest))
    return entries, postings


def _read_carefully(bodies: list[str]) -> tuple[list[_Row], list[_Row]]:
    """The same of facts that may be anything."""
    entries, postings = [], []
    for body in bodies:
        told = _object(body)
        entry = _plain(told.get("entry"))
        entries.append((entry, *(_plain(told.get(name)) for name in _FIELDS)))
        lines = told.get("postings")
        for line, posting in enumerate(lines if isinstance(lines, list) else ()):
            postings.append((entry, line, *_triple(posting)))
    return entries, postings


def _object(body: object) -> dict[str, Any]:
    try:
        told = json.loads(str(body))
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _triple(posting: object) -> tuple[Any, Any, Any]:
    values = posting if isinstance(posting, list) else []
    account, amount, guest, *_ = (*map(_plain, values), None, None, None)
    return account, amount, guest


def _plain(value: Any) -> Any:
    """A value that can be compared; what can be none of an entry's stands as text."""
    return json.dumps(value) if isinstance(value, dict | list) else value
