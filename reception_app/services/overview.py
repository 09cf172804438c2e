"""The overview 概況: the evening in figures, read in one go."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reception_app.domain.arrival_curve import ArrivalSlot, arrival_curve, planned_share
from reception_app.domain.event import Event
from reception_app.domain.fee import FeePlan
from reception_app.services.totals import EventTotals, event_totals
from reception_app.storage import admissions, attendance, journal, settings
from reception_app.storage.admissions import CategoryCount
from reception_app.storage.attendance import Attendance
from reception_app.storage.event_file import EventReader

LATELY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Overview:
    """The evening at one moment.

    `lately` came in the last ten minutes. `planned` is how many were to be in by now, None when the
    door has no hours. `by_category` has only categories of which somebody is expected. `entries` is
    how many entries the journal has.
    """

    at: datetime
    event: Event
    plan: FeePlan
    attendance: Attendance
    lately: int
    planned: int | None
    by_category: tuple[CategoryCount, ...]
    curve: tuple[ArrivalSlot, ...]
    totals: EventTotals
    entries: int


def read_overview(event: EventReader, *, now: datetime, before: Overview | None = None) -> Overview:
    """Everything the overview page and command show, as of now.

    `before` is how this event stood a while ago: where nothing was posted since, its sums are not
    worked out again, which is what takes longest.
    """
    details, plan = settings.find_event(event), settings.find_fee_plan(event)
    entries = journal.count_entries(event)
    figures = attendance.count_attendance(event)
    counts = {c.category: c for c in admissions.count_by_category(event) if c.expected}
    planned = [one.code for one in plan.categories if one.code in counts]
    codes = [*planned, *sorted(code for code in counts if code not in plan)]
    on_the_list = figures.expected - figures.walk_ins  # walk-ins were nobody's plan
    share = planned_share(now, details.hours)
    curve = arrival_curve(
        attendance.list_arrival_times(event), planned=on_the_list, hours=details.hours, now=now
    )
    return Overview(
        at=now,
        event=details,
        plan=plan,
        attendance=figures,
        lately=admissions.count_since(event, now - LATELY),
        planned=None if share is None else round(on_the_list * share),
        by_category=tuple(counts[code] for code in codes),
        curve=curve,
        totals=_totals(event, entries, before),
        entries=entries,
    )


def _totals(event: EventReader, entries: int, before: Overview | None) -> EventTotals:
    if before is None or before.entries != entries:
        return event_totals(event)
    # Whoever arrives may owe; nothing else of the sums changes without an entry.
    return replace(before.totals, due_inside_guests=len(admissions.list_inside_unpaid(event)))
