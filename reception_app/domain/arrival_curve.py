"""The arrival curve 来場の推移: how many came in each ten minutes, against the plan."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception_app.domain.admission import DoorHours

SLOT = timedelta(minutes=10)

_MOST_SLOTS = 72
"""Twelve hours: an arrival tried out days before must not draw the evening out to a point."""


@dataclass(frozen=True, slots=True)
class ArrivalSlot:
    """Ten minutes of the evening.

    `arrived` came in them; the sums run to their end. `arrived_so_far` is None while the slot lies
    ahead, `planned_so_far` when there is no plan.
    """

    begins: datetime
    arrived: int
    arrived_so_far: int | None
    planned_so_far: int | None


def arrival_curve(
    arrivals: Sequence[datetime], *, planned: int, hours: DoorHours, now: datetime
) -> tuple[ArrivalSlot, ...]:
    """The evening in slots of ten minutes, from the first arrival or the opening of the door.

    The plan spreads the `planned` guests over the door's hours, see `planned_share`; without both
    hours there is none. It ends with the last arrival or the closing, whichever is later.
    """
    local = [moment.astimezone(now.tzinfo) for moment in arrivals]
    bounds = [*local, *(at.astimezone(now.tzinfo) for at in (hours.opens, hours.closes) if at)]
    if not local and not (hours.opens and hours.closes):
        return ()
    last = max(bounds)
    first = max(slot_of(min(bounds)), slot_of(last) - (_MOST_SLOTS - 1) * SLOT)
    came = Counter(slot_of(moment) for moment in local)
    so_far = sum(number for slot, number in came.items() if slot < first)
    slots = []
    begins = first
    while begins <= last:
        so_far += came[begins]
        share = planned_share(begins + SLOT, hours)
        slots.append(
            ArrivalSlot(
                begins=begins,
                arrived=came[begins],
                arrived_so_far=so_far if begins <= now else None,
                planned_so_far=None if share is None else round(planned * share),
            )
        )
        begins += SLOT
    if len(slots) > 1 and slots[-1].begins == hours.closes and not slots[-1].arrived:
        slots.pop()  # nobody is planned after the door has closed
    return tuple(slots)


def planned_share(at: datetime, hours: DoorHours) -> float | None:
    """The share of the planned guests who are to be in at this time, 0 to 1.

    They are spread over the door's hours as a beta distribution (2, 3): few at once, most after a
    third of the time, and ever fewer until the door closes. None when an hour is not set.
    """
    if hours.opens is None or hours.closes is None or hours.closes <= hours.opens:
        return None
    passed = (at - hours.opens) / (hours.closes - hours.opens)
    t = min(max(passed, 0.0), 1.0)
    return 6 * t**2 - 8 * t**3 + 3 * t**4


def slot_of(moment: datetime) -> datetime:
    """The beginning of the ten minutes a moment lies in."""
    return moment.replace(minute=moment.minute // 10 * 10, second=0, microsecond=0)
