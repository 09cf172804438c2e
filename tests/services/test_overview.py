"""The overview counts what happened at the door, and agrees with the counters and the books."""

from dataclasses import replace

from evening import Evening
from notation import at, yen

from reception_app.domain.facts import EventChanged, Left, NameTagsPrinted
from reception_app.services.overview import Overview, read_overview
from reception_app.services.reception import admit_unpaid, receive_badge
from reception_app.services.totals import EventTotals, event_totals


def test_an_evening_in_figures(evening: Evening) -> None:
    """One paid and in, one went out again, one not in yet, and a code nobody knows."""
    evening.open_box()
    paying, leaving = evening.guest("山田 太郎"), evening.guest("鈴木 花子", "ご招待")
    evening.guest("佐藤 次郎", "学生")
    evening.pay(paying)
    receive_badge(evening.file, "https://example.org/1", desk=evening.desk, now=at("18:04"))
    with evening.file.act(now=at("18:06"), actor=evening.desk.operator) as act:
        act.record(Left(guest=leaving.id, desk="A"))
        act.record(NameTagsPrinted(guests=[paying.id], design="ten-up"))
    overview = read_overview(evening.file, now=at("18:09"))
    figures = overview.attendance

    assert (figures.expected, figures.arrived, figures.inside, figures.awaited) == (3, 2, 1, 1)
    assert (figures.walk_ins, figures.untagged, figures.refused, figures.forced) == (3, 2, 1, 0)
    assert [(slot.arrived, slot.arrived_so_far) for slot in overview.curve] == [(2, 2)]
    assert [(c.category, c.arrived, c.expected) for c in overview.by_category] == [
        (overview.plan.categories[0].code, 1, 1),
        (overview.plan.categories[1].code, 0, 1),
        (overview.plan.categories[2].code, 1, 1),
    ]
    assert overview.totals == event_totals(evening.file)
    assert overview.totals.due == yen(3000)


def test_an_event_without_guests_has_only_zeros(evening: Evening) -> None:
    """Nothing to sum is no trouble."""
    overview = read_overview(evening.file, now=at("18:00"))

    assert overview.attendance.expected == overview.attendance.untagged == 0
    assert overview.curve == ()
    assert overview.planned is None


def test_the_plan_leaves_walk_ins_out(evening: Evening) -> None:
    """They came unplanned: with walk-ins alone, nobody is planned at any hour."""
    hours = {"door_opens": at("18:00").isoformat(), "door_closes": at("20:00").isoformat()}
    with evening.file.act(now=at("12:00"), actor="") as act:
        act.record(EventChanged(fields=hours))
    evening.guest("山田 太郎", "ご招待")
    overview = read_overview(evening.file, now=at("19:00"))

    assert overview.planned == 0
    assert overview.curve[-1].planned_so_far == 0
    assert overview.curve[0].arrived_so_far == 1


def test_sums_are_worked_out_again_only_when_something_was_posted(evening: Evening) -> None:
    """An arrival changes who owes inside; a payment changes the sums."""
    evening.open_box()
    guest, other = evening.guest("山田 太郎"), evening.guest("鈴木 花子")
    before = read_overview(evening.file, now=at("18:01"))
    admit_unpaid(evening.file, guest.id, "later", desk=evening.desk, now=at("18:02"))
    arrived = read_overview(evening.file, now=at("18:03"), before=before)
    evening.pay(other)
    paid = read_overview(evening.file, now=at("18:04"), before=arrived)

    assert arrived.totals.by_category is before.totals.by_category
    assert arrived.totals == event_totals_before_payment(before, due_inside=1)
    assert paid.totals == event_totals(evening.file)
    assert paid.totals.paid == yen(8000)


def event_totals_before_payment(before: Overview, *, due_inside: int) -> EventTotals:
    """The sums of before, with so many who owe inside."""
    return replace(before.totals, due_inside_guests=due_inside)
