"""The arrival curve counts every arrival once, and its plan ends with everybody."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import at

from reception_app.domain.admission import ALWAYS_OPEN, DoorHours
from reception_app.domain.arrival_curve import SLOT, arrival_curve, planned_share, slot_of

EVENING = DoorHours(at("18:00"), at("20:00"))

moments = st.datetimes(datetime(2026, 11, 14, 15), datetime(2026, 11, 14, 23)).map(  # noqa: DTZ001 - aware below
    lambda naive: naive.replace(tzinfo=at("18:00").tzinfo)
)


def test_arrivals_are_counted_in_their_ten_minutes() -> None:
    """Six o'clock sharp belongs to the ten minutes that begin then."""
    times = [at("18:00"), at("18:09:59"), at("18:10"), at("18:31")]
    slots = arrival_curve(times, planned=9, hours=ALWAYS_OPEN, now=at("18:35"))

    assert [(f"{slot.begins:%H:%M}", slot.arrived, slot.arrived_so_far) for slot in slots] == [
        ("18:00", 2, 2),
        ("18:10", 1, 3),
        ("18:20", 0, 3),
        ("18:30", 1, 4),
    ]


def test_without_hours_there_is_no_plan() -> None:
    """Nobody said when guests are to come, so nothing is made up."""
    slots = arrival_curve([at("18:05")], planned=9, hours=ALWAYS_OPEN, now=at("18:10"))

    assert [slot.planned_so_far for slot in slots] == [None]


def test_before_anybody_came_the_plan_stands_alone() -> None:
    """From opening to closing, with nothing arrived where the evening lies ahead."""
    slots = arrival_curve([], planned=100, hours=EVENING, now=at("18:05"))

    assert slots[0].begins == at("18:00")
    assert slots[-1].begins == at("19:50")
    assert slots[-1].planned_so_far == 100
    assert [slot.arrived_so_far for slot in slots] == [0, *[None] * 11]


def test_nothing_known_is_no_curve() -> None:
    """Neither hours nor arrivals."""
    assert arrival_curve([], planned=5, hours=DoorHours(at("18:00")), now=at("18:05")) == ()


def test_an_arrival_tried_out_days_before_does_not_stretch_the_evening() -> None:
    """It counts, but the curve shows twelve hours at most."""
    days_before = at("18:00") - timedelta(days=9)
    slots = arrival_curve([days_before, at("18:05")], planned=5, hours=ALWAYS_OPEN, now=at("18:10"))

    assert len(slots) == 72
    assert slots[-1].arrived_so_far == 2


@pytest.mark.parametrize(
    ("clock", "share"),
    [("17:00", 0.0), ("18:00", 0.0), ("19:00", 0.6875), ("20:00", 1.0), ("21:00", 1.0)],
)
def test_the_plan_fills_the_hours(clock: str, share: float) -> None:
    """Nobody before the door opens; at half time two in three; everybody when it closes."""
    assert planned_share(at(clock), EVENING) == pytest.approx(share)


@given(st.lists(moments, min_size=1), st.integers(0, 1000), moments)
def test_every_arrival_is_in_one_slot(times: list[datetime], guests: int, now: datetime) -> None:
    """The bars sum to the arrivals; sums and plan never fall; slots follow each other."""
    slots = arrival_curve(times, planned=guests, hours=EVENING, now=now)
    planned = [slot.planned_so_far for slot in slots if slot.planned_so_far is not None]

    assert sum(slot.arrived for slot in slots) == len(times)
    assert all(b.begins - a.begins == SLOT for a, b in pairwise(slots))
    assert planned == sorted(planned)
    assert planned[-1] == guests
    assert {slot_of(moment) for moment in times} <= {slot.begins for slot in slots}
