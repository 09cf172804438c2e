"""The guests as rows: what a cell says, how it looks, and that only what is seen is read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.ledger import GuestBalance
from reception_app.storage.guests import GuestRow
from reception_app.ui.guests.guest_columns import COLUMNS
from reception_app.ui.guests.guest_table import GuestTable
from reception_app.ui.guests.quick_filter import QuickFilter
from reception_app.ui.parts.table import CellRole
from reception_app.ui.wording import speak
from reception_app.wording import Wording

ARRIVED_AT = datetime.fromisoformat("2026-11-14T18:03:00+09:00")
PLAN = FeePlan("JPY")
PLAN = PLAN.with_category(PLAN.new_category("member", 8000))


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English."""
    speak(qapp, "en")


def guest_row(number: int, name: str, *, due: int = 0, arrived: bool = False) -> GuestRow:
    """A member of this number and name."""
    guest = Guest(
        id=f"g{number}", number=number, status=GuestStatus.ACCEPTED, name=name, category="member"
    )
    return GuestRow(
        guest=guest,
        balance=GuestBalance(charged=due),
        admitted_at=ARRIVED_AT if arrived else None,
        badge_code="",
        tag_printed_at=None,
    )


def standing(row: GuestRow, status: GuestStatus) -> GuestRow:
    """The same guest with another status."""
    return replace(row, guest=replace(row.guest, status=status))


ROWS = (
    guest_row(30, "青木 晃", due=8000),
    guest_row(4, "阿部 あすか", arrived=True),
    guest_row(12, "山田 太郎", due=10000, arrived=True),
)


def table_of(*rows: GuestRow) -> GuestTable:
    """A table of these guests, whose keys are their places."""

    def read(keys: Sequence[int]) -> dict[int, GuestRow]:
        return {key: rows[key] for key in keys}

    table = GuestTable(Wording("en"), read)
    table.show_keys(range(len(rows)), PLAN)
    return table


def cell(table: GuestTable, row: int, column: GuestColumn, role: int = 0) -> object:
    """What a cell says."""
    return table.index(row, COLUMNS.index(column)).data(role)


def shown(table: GuestTable, column: GuestColumn) -> list[object]:
    """The texts of a column from the top."""
    return [cell(table, row, column) for row in range(table.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    """Filled and emptied, it answers every question Qt may ask."""
    table = table_of(*ROWS)
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # pytest-qt types only its fixtures
    table.show_keys((), PLAN)


def test_rows_are_read_when_they_come_into_sight() -> None:
    """Of 100,000 guests a screen reads the few it shows, each once."""
    read: list[int] = []

    def read_rows(keys: Sequence[int]) -> dict[int, GuestRow]:
        read.extend(keys)
        return {key: guest_row(key, "客") for key in keys}

    table = GuestTable(Wording("en"), read_rows)
    table.show_keys(range(100_000), PLAN)
    assert read == []
    for row in range(50_000, 50_012):
        cell(table, row, GuestColumn.NAME)
        cell(table, row, GuestColumn.DUE)

    assert 50_000 in read
    assert len(read) == len(set(read)) < 100


def test_a_row_that_was_written_is_read_again() -> None:
    """The rest stays as it was read."""
    names = {1: "青木", 2: "阿部"}
    table = GuestTable(
        Wording("en"), lambda keys: {key: guest_row(key, names[key]) for key in keys}
    )
    table.show_keys((1, 2), PLAN)
    assert shown(table, GuestColumn.NAME) == ["青木", "阿部"]
    names |= {1: "新しい", 2: "新しい"}
    table.read_again(1)

    assert shown(table, GuestColumn.NAME) == ["新しい", "阿部"]


def test_a_click_on_a_heading_asks_for_that_order(qtbot: QtBot) -> None:
    """The page knows how to sort a long list; the table only says by what."""
    table = table_of(*ROWS)
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.sort(COLUMNS.index(GuestColumn.DUE), Qt.SortOrder.DescendingOrder)

    assert asked.args == [GuestColumn.DUE, True]


def test_what_is_typed_into_a_cell_is_handed_on(qtbot: QtBot) -> None:
    """What is known of a guest can be written, what follows from acts cannot."""
    table = table_of(*ROWS)
    index = table.index(2, COLUMNS.index(GuestColumn.TABLE))
    with qtbot.waitSignal(table.written) as written:
        table.setData(index, "7", Qt.ItemDataRole.EditRole)
    due = table.index(2, COLUMNS.index(GuestColumn.DUE))

    assert written.args == ["g12", GuestField.TABLE, "7"]
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not due.flags() & Qt.ItemFlag.ItemIsEditable
    assert not table.setData(due, "7", Qt.ItemDataRole.EditRole)


def test_a_category_is_a_square_and_a_word() -> None:
    """Colour is never alone."""
    table = table_of(*ROWS)

    assert cell(table, 0, GuestColumn.CATEGORY) == "member"
    assert cell(table, 0, GuestColumn.CATEGORY, CellRole.SWATCH) == PLAN.categories[0].colour


def test_labels_are_chips() -> None:
    """Each label stands for itself."""
    row = replace(ROWS[0], guest=replace(ROWS[0].guest, labels="VIP, 二次会"))

    assert cell(table_of(row), 0, GuestColumn.LABELS, CellRole.CHIPS) == ("VIP", "二次会")


def test_a_category_out_of_the_plan_is_shown_as_it_is() -> None:
    """A bad row shows as a bad row instead of failing."""
    odd = replace(ROWS[0], guest=replace(ROWS[0].guest, category="?"))

    assert shown(table_of(odd), GuestColumn.CATEGORY) == ["?"]


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_says_something_and_has_a_heading(column: GuestColumn) -> None:
    """No column is forgotten."""
    table = table_of(*ROWS)
    section = COLUMNS.index(column)

    assert all(isinstance(text, str) for text in shown(table, column))
    assert table.headerData(section, Qt.Orientation.Horizontal)


def test_status_says_who_is_here_and_who_is_not_coming() -> None:
    """An arrival counts more than the invitation; without one its status is told."""
    waiting = replace(standing(ROWS[2], GuestStatus.WAITING), admitted_at=None)
    table = table_of(*ROWS[:2], waiting)

    assert shown(table, GuestColumn.STATUS) == ["Not arrived", "Arrived", "Waiting list"]
    assert cell(table, 1, GuestColumn.STATUS, CellRole.TONE) == "good"


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (QuickFilter.ALL, [30, 4, 12, 7]),
        (QuickFilter.NOT_ARRIVED, [30]),
        (QuickFilter.ARRIVED, [4, 12]),
        (QuickFilter.UNPAID, [30, 12]),
        (QuickFilter.WAITING, [7]),
    ],
)
def test_chips_let_through_whom_they_name(chosen: QuickFilter, numbers: list[int]) -> None:
    """Each chip is one plain question."""
    rows = (*ROWS, standing(guest_row(7, "李 娜"), GuestStatus.WAITING))
    let_through = [
        row.guest.number
        for row in rows
        if chosen.condition.lets_through(
            row.guest, row.balance, arrived=row.admitted_at is not None, inside=False
        )
    ]

    assert let_through == numbers
