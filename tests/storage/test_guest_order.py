"""Whom a list shows and in which order: the same as looking at every guest would say."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from evening import Evening, new_evening
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.ledger import PaymentStatus
from reception_app.services import guest_list, reception
from reception_app.storage import admissions, guest_order, guests
from reception_app.storage.guests import GuestRow

NOW = datetime.fromisoformat("2026-11-14T17:00:00+09:00")
LABELS = ("", "VIP", "VIP, press", "press", "VIPs", "二次会")
INTRODUCERS = ("", "山田", "鈴木")
TABLES = ("", "2", "10", "A1")


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    """An evening with guests of many kinds."""
    made = new_evening(tmp_path_factory.mktemp("order") / "a.reception")
    made.open_box()
    chance = random.Random(7)
    for number in range(24):
        category = chance.choice(("会員", "学生", "ご招待")) if number % 5 else "会員"
        guest = made.guest(f"客 {number % 5}", category)
        values = {
            GuestField.LABELS: chance.choice(LABELS),
            GuestField.INTRODUCER: chance.choice(INTRODUCERS),
            GuestField.TABLE: chance.choice(TABLES),
            GuestField.READING: chance.choice(("あ", "い", "")),
        }
        guest_list.change_guest(made.file, guest.id, values, now=NOW, operator="")
        if number % 3 == 0 and category != "ご招待":
            made.pay(guest)
            if number % 2:
                reception.leave_guest(made.file, guest.id, desk=made.desk, now=NOW)
        elif number % 5 == 0:
            guest_list.change_status(
                made.file, guest.id, chance.choice((GuestStatus.WAITING, GuestStatus.CANCELLED)),
                now=NOW, operator="",
            )  # fmt: skip
    yield made
    made.file.close()


def texts(*values: str) -> st.SearchStrategy[frozenset[str]]:
    """Some of these."""
    return st.frozensets(st.sampled_from(values), max_size=2)


FILTERS = st.builds(
    GuestFilter,
    statuses=st.frozensets(st.sampled_from(GuestStatus), max_size=2),
    payments=st.frozensets(st.sampled_from(PaymentStatus), max_size=2),
    labels=texts("", "VIP", "press"),
    introducers=texts(*INTRODUCERS),
    arrived=st.sampled_from((None, True, False)),
    inside=st.sampled_from((None, True, False)),
    walk_in=st.sampled_from((None, True)),
)


@settings(max_examples=60, deadline=None)
@given(filters=st.lists(FILTERS, max_size=2))
def test_filters_let_through_whom_they_name(evening: Evening, filters: list[GuestFilter]) -> None:
    """SQL and the rule agree on every combination."""
    keys = guest_order.list_keys(evening.file, filters)
    right = [
        row.guest.id
        for row in guests.list_guests(evening.file)
        if all(
            one.lets_through(
                row.guest,
                row.balance,
                arrived=row.admitted_at is not None,
                inside=admissions.is_inside(evening.file, row.guest.id),
            )
            for one in filters
        )
    ]

    assert list(guests.list_ids(evening.file, keys)) == right


SORT_KEYS: dict[GuestColumn, Callable[[GuestRow], object]] = {
    GuestColumn.NUMBER: lambda row: row.guest.number,
    GuestColumn.DUE: lambda row: row.balance.due,
    GuestColumn.PAID: lambda row: row.balance.paid - row.balance.refunded,
    GuestColumn.CHARGED: lambda row: row.balance.charged,
    GuestColumn.INTRODUCER: lambda row: row.guest.introducer,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", SORT_KEYS)
def test_columns_sort_and_equals_keep_the_order_of_readings(
    evening: Evening, column: GuestColumn, *, descending: bool
) -> None:
    """Who has nothing in the column comes last either way."""
    rows = list(guests.list_guests(evening.file))
    key = SORT_KEYS[column]
    rows.sort(key=key, reverse=descending)  # type: ignore[arg-type]  # every key can be compared
    rows.sort(key=lambda row: key(row) == "")
    keys = guest_order.list_keys(evening.file, by=column, descending=descending)

    assert list(guests.list_ids(evening.file, keys)) == [row.guest.id for row in rows]


def test_tables_sort_as_numbers_and_missing_ones_last(evening: Evening) -> None:
    """Table 10 comes after table 2, words after numbers, no table at the end."""
    keys = guest_order.list_keys(evening.file, by=GuestColumn.TABLE)
    rows = guests.read_rows(evening.file, keys)
    seen = list(dict.fromkeys(row.guest.table_name for row in rows.values()))

    assert seen == ["2", "10", "A1", ""]


@pytest.mark.parametrize("column", GuestColumn)
def test_every_column_can_be_sorted_by(evening: Evening, column: GuestColumn) -> None:
    """Nobody gets lost."""
    keys = guest_order.list_keys(evening.file, by=column, descending=True)

    assert sorted(keys) == sorted(guest_order.list_keys(evening.file))


def test_rows_are_read_as_the_whole_list_reads_them(evening: Evening) -> None:
    """A window shows the same figures; a key of nobody is left out."""
    keys = guest_order.list_keys(evening.file)
    some = [keys[7], 10**9, keys[3]]

    everybody = guests.list_guests(evening.file)
    assert list(guests.read_rows(evening.file, some).values()) == [everybody[7], everybody[3]]


def test_choices_are_counted(evening: Evening) -> None:
    """Each label counts for itself, however many a guest has."""
    rows = guests.list_guests(evening.file)
    vip = sum("VIP" in row.guest.labels.split(", ") for row in rows)

    assert guest_order.count_labels(evening.file)["VIP"] == vip
    by_introducer = guest_order.count_by(evening.file, GuestField.INTRODUCER)
    assert sum(by_introducer.values()) == len(rows)
    assert guest_order.count_list(evening.file).everybody == len(rows)
