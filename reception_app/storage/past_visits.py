"""Queries over what earlier events know of the guests: how often they came, and what they owed."""

from dataclasses import dataclass
from datetime import date

from reception_app.domain.money import Money
from reception_app.storage import settings
from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class PastVisits:
    """How a guest stood at earlier events.

    Attributes:
        attended: at how many of them the guest was.
        missed: how often they had accepted and did not come.
        owed: what they still owed the last one, in minor units.
        last_event: its name.
        last_date: its day.
    """

    attended: int
    missed: int
    owed: int
    last_event: str
    last_date: date

    @property
    def visit(self) -> int:
        """Which visit this one is: 1 for somebody who never came before."""
        return self.attended + 1


def find_past(event: EventReader, guest: str) -> PastVisits | None:
    """What earlier events know of a guest; None for somebody they did not know."""
    row = event.db.execute(
        "SELECT attended, missed, owed, last_event, last_date FROM past_visits WHERE guest = ?",
        (guest,),
    ).fetchone()
    if row is None:
        return None
    attended, missed, owed, last_event, last_date = row
    return PastVisits(
        int(attended), int(missed), int(owed), str(last_event), date.fromisoformat(str(last_date))
    )


def find_owed(event: EventReader, guest: str) -> Money | None:
    """What the guest still owed the last event; None when nothing."""
    past = find_past(event, guest)
    if past is None or not past.owed:
        return None
    return Money(past.owed, settings.find_event(event).currency)


def follows_another(event: EventReader) -> bool:
    """Whether this event was made from an earlier one, so that its guests can be new."""
    return bool(event.db.execute("SELECT EXISTS (SELECT 1 FROM past_visits)").get)


def find_visit(event: EventReader, guest: str) -> int | None:
    """Which visit of the guest this is, 1 for the first; None where no event went before."""
    past = find_past(event, guest)
    if past is not None:
        return past.visit
    return 1 if follows_another(event) else None
