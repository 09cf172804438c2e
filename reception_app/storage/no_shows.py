"""Queries over guests who did not come 欠席, and what they were charged for it."""

import json
from dataclasses import dataclass
from datetime import datetime

from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class NoShowRun:
    """One time that the absent were charged: for how many guests, when, and whether it stands."""

    run: str
    at: datetime
    guests: int
    stands: bool


@dataclass(frozen=True, slots=True)
class ChargedNoShow:
    """A guest of such a run, and the entries taken back for it: the charge, then its waivers."""

    guest: str
    entries: tuple[str, ...]


def list_absent(event: EventReader) -> tuple[str, ...]:
    """Ids of accepted guests who are charged and never arrived, by number."""
    rows = event.db.execute(
        """
        SELECT id FROM guest WHERE status = 'accepted' AND admission IS NULL AND EXISTS (
            SELECT 1 FROM entry charge WHERE charge.guest = guest.id AND charge.kind = 'charge'
                AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = charge.id))
        ORDER BY number
        """
    )
    return tuple(str(row[0]) for row in rows)


def list_no_show_runs(event: EventReader) -> tuple[NoShowRun, ...]:
    """Every time that the absent were charged, the latest first."""
    rows = event.db.execute(
        """
        SELECT run, MIN(at), COUNT(*), run NOT IN (SELECT run FROM no_show_taken_back)
        FROM no_show GROUP BY run ORDER BY MAX(stamp) DESC
        """
    )
    return tuple(
        NoShowRun(str(run), datetime.fromisoformat(str(at)), int(guests), bool(stands))
        for run, at, guests, stands in rows
    )


def list_charged_no_shows(event: EventReader, run: str) -> tuple[ChargedNoShow, ...]:
    """The guests of one run."""
    rows = event.db.execute(
        "SELECT guest, entries_json FROM no_show WHERE run = ? ORDER BY guest", (run,)
    )
    return tuple(
        ChargedNoShow(str(guest), tuple(json.loads(str(entries)))) for guest, entries in rows
    )
