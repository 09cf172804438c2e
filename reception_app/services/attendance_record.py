"""Who came and who did not, by category, by introducer and by ten minutes: the attendance 出欠."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.arrival_curve import ArrivalSlot
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.introducers import Introducer, introducer_tree
from reception_app.services.overview import Overview, read_overview
from reception_app.storage import guests
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of some guests were expected, came, and came without being on the list."""

    expected: int
    arrived: int
    walk_ins: int

    @property
    def absent(self) -> int:
        """How many did not come: the no-shows 欠席."""
        return self.expected - self.arrived

    @property
    def percent(self) -> int:
        """How many of a hundred came."""
        return round(100 * self.arrived / self.expected) if self.expected else 0


@dataclass(frozen=True, slots=True)
class CategoryTurnout:
    """The turnout of a category; `name` is empty for guests without one."""

    name: str
    colour: str
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class IntroducerTurnout:
    """What came of one introducer's invitations, companions included.

    `guest` is the introducer when they are a guest themselves; `came` are those who came, by
    number. `name` is empty for guests nobody introduced.
    """

    name: str
    guest: Guest | None
    turnout: Turnout
    came: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class AttendanceRecord:
    """The attendance of an event as of now; lists are by reading, introducers by who came."""

    overview: Overview
    turnout: Turnout
    categories: tuple[CategoryTurnout, ...]
    introducers: tuple[IntroducerTurnout, ...]
    present: tuple[GuestRow, ...]
    absent: tuple[GuestRow, ...]
    walk_ins: tuple[GuestRow, ...]

    @property
    def curve(self) -> tuple[ArrivalSlot, ...]:
        """The evening in slots of ten minutes."""
        return self.overview.curve

    def category(self, guest: Guest) -> str:
        """What people call a guest's category."""
        plan = self.overview.plan
        return plan.category(guest.category).name if guest.category in plan else guest.category


def read_attendance(event: EventReader, *, now: datetime) -> AttendanceRecord:
    """Who came and who did not, as of now."""
    overview = read_overview(event, now=now)
    everybody = guests.list_guests(event)
    expected = tuple(row for row in everybody if is_expected(row))
    plan = overview.plan
    codes = [count.category for count in overview.by_category]
    categories = tuple(
        CategoryTurnout(
            plan.category(code).name if code in plan else code,
            plan.category(code).colour if code in plan else "",
            turnout_of([row for row in expected if row.guest.category == code]),
        )
        for code in codes
    )
    return AttendanceRecord(
        overview=overview,
        turnout=turnout_of(expected),
        categories=categories,
        introducers=_by_introducer(everybody, expected),
        present=tuple(row for row in expected if row.admitted_at is not None),
        absent=tuple(row for row in expected if row.admitted_at is None),
        walk_ins=tuple(row for row in expected if row.guest.walk_in),
    )


def is_expected(row: GuestRow) -> bool:
    """Whether the guest was to come: accepted, or here anyway."""
    return row.guest.status is GuestStatus.ACCEPTED or row.admitted_at is not None


def turnout_of(rows: Sequence[GuestRow]) -> Turnout:
    """The turnout of guests who were expected."""
    return Turnout(
        expected=len(rows),
        arrived=sum(row.admitted_at is not None for row in rows),
        walk_ins=sum(row.guest.walk_in for row in rows),
    )


def _by_introducer(
    everybody: Sequence[GuestRow], expected: Sequence[GuestRow]
) -> tuple[IntroducerTurnout, ...]:
    """Each introducer once, whoever brought most first; last, those nobody introduced."""
    parties: dict[str, list[GuestRow]] = {}
    for row in expected:
        parties.setdefault(row.guest.host or row.guest.id, []).append(row)
    told: list[IntroducerTurnout] = []
    brought: set[str] = set()
    waiting: list[Introducer] = list(introducer_tree(row.guest for row in everybody))
    while waiting:
        one = waiting.pop()
        waiting += one.below
        theirs = [row for guest in one.brought for row in parties.get(guest.id, [])]
        brought.update(row.guest.id for row in theirs)
        if theirs:
            told.append(_introduced(one.name, one.guest, theirs))
    told.sort(key=lambda one: (-one.turnout.arrived, -one.turnout.expected, one.name))
    alone = [row for row in expected if row.guest.id not in brought]
    return (*told, _introduced("", None, alone)) if alone else tuple(told)


def _introduced(name: str, guest: Guest | None, rows: Sequence[GuestRow]) -> IntroducerTurnout:
    came = sorted(
        (row.guest for row in rows if row.admitted_at is not None), key=lambda one: one.number
    )
    return IntroducerTurnout(name, guest, turnout_of(rows), tuple(came))
