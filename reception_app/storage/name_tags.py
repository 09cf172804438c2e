"""Queries over printed name tags: whether a guest's is printed, and whether it was handed out."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.storage.event_file import EventReader, SQLiteValue


@dataclass(frozen=True, slots=True)
class TagState:
    """When a guest's name tag was last printed and last handed out; None when it was not."""

    printed_at: datetime | None = None
    handed_at: datetime | None = None


NO_TAG = TagState()
"""Neither printed nor handed out."""


def find_tag_state(event: EventReader, guest: str) -> TagState:
    """How things stand with a guest's name tag."""
    row = event.db.execute(
        "SELECT (SELECT MAX(at) FROM name_tag_print WHERE guest = :guest),"
        " (SELECT at FROM name_tag_handed WHERE guest = :guest ORDER BY stamp DESC LIMIT 1)",
        {"guest": guest},
    ).fetchone()
    return TagState(*(_time(at) for at in row or ()))


def _time(value: SQLiteValue) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value else None
