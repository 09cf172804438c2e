"""The demo event: an evening that shows everything, and whose books are in order."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from reception_app.services.accounts_check import check_accounts
from reception_app.services.demo import finish_evening, make_demo, time_to_finish
from reception_app.services.findings import Level
from reception_app.services.totals import event_totals
from reception_app.storage import guests, statements
from reception_app.storage.drawers import list_shifts
from reception_app.storage.statements import list_statements

NOW = datetime(2026, 11, 14, 19, 0, tzinfo=timezone(timedelta(hours=9)))


@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_the_books_of_the_demo_are_in_order(tmp_path: Path, count: int) -> None:
    """Half-way nothing is wrong; when the evening is over everything is green."""
    event, evening = make_demo(tmp_path / "demo.reception", now=NOW, guest_count=count)
    with event:
        halfway = [finding.code for finding in check_accounts(event) if finding.level is Level.RED]
        finish_evening(event, evening)
        after = [f.code for f in check_accounts(event) if f.level is not Level.OK]
        closed = [shift.closed_at for shift in list_shifts(event)]

    assert halfway == []
    assert after == []
    assert all(moment and moment <= NOW + time_to_finish(count) for moment in closed)


def test_the_demo_has_something_of_everything(tmp_path: Path) -> None:
    """Companions, introducers, transfers to match, fees paid and due."""
    event, _ = make_demo(tmp_path / "demo.reception", now=NOW, guest_count=120)
    with event:
        rows = guests.list_guests(event)
        totals = event_totals(event)
        [statement] = list_statements(event)
        names = {row.guest.name for row in rows}

        assert any(row.guest.host for row in rows)
        assert {row.guest.introducer for row in rows} - {""} <= names
        assert totals.paid
        assert totals.due
        assert len(statements.list_rows(event)) > 10
        assert statement.opening != statement.closing


def test_the_same_evening_every_time(tmp_path: Path) -> None:
    """The demo of one moment has the same guests and the same money."""
    seen = []
    for name in ("a", "b"):
        event, _ = make_demo(tmp_path / f"{name}.reception", now=NOW, guest_count=40)
        with event:
            people = [
                (row.guest.number, row.guest.name, row.guest.company, row.balance.due)
                for row in guests.list_guests(event)
            ]
            seen.append((people, event_totals(event)))

    assert seen[0] == seen[1]
