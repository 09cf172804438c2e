"""Queries over the evening as a whole: who is here, who is not, and when everybody came."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many guests, counted by heads, companions too.

    `expected` are the accepted and the arrived; `awaited` those of them who are not here yet, after
    the evening the no-shows 欠席. `inside` are the arrived who have not gone out since. `walk_ins`
    are those of the expected who were put on the list at the door. `untagged` are expected or
    invited, and no name tag was ever printed for them. `refused` counts scans that let nobody in,
    other than those that asked for a fee; `forced` the arrivals that stand against a refusal.
    """

    expected: int
    arrived: int
    inside: int
    awaited: int
    walk_ins: int
    untagged: int
    refused: int
    forced: int


def count_attendance(event: EventReader) -> Attendance:
    """The figures of the evening as they are now."""
    row = event.db.execute(
        """
        SELECT
            COALESCE(SUM(status = 'accepted' OR admission IS NOT NULL), 0),
            COUNT(admission),
            COALESCE(SUM(inside), 0),
            COALESCE(SUM(status = 'accepted' AND admission IS NULL), 0),
            COALESCE(SUM(walk_in AND (status = 'accepted' OR admission IS NOT NULL)), 0),
            COALESCE(SUM((status IN ('accepted', 'invited') OR admission IS NOT NULL)
                AND id NOT IN (SELECT guest FROM name_tag_print)), 0),
            (SELECT COUNT(*) FROM refused_scan WHERE verdict <> 'collect_fee'),
            (SELECT COUNT(*) FROM admission WHERE forced
                AND id NOT IN (SELECT admission FROM admission_voided))
        FROM guest
        """
    ).fetchone()
    assert row is not None
    return Attendance(*(int(str(number)) for number in row))


def list_arrival_times(event: EventReader) -> tuple[datetime, ...]:
    """When each arrived guest first came, earliest first; re-entries are no arrivals."""
    rows = event.db.execute(
        "SELECT at FROM admission WHERE id IN"
        " (SELECT admission FROM guest WHERE admission IS NOT NULL) ORDER BY stamp"
    )
    return tuple(datetime.fromisoformat(str(row[0])) for row in rows)
