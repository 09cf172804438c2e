"""The guests as rows: what a cell says, how columns sort, who passes a filter."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.ledger import GuestBalance
from reception_app.storage.guests import GuestRow
from reception_app.ui.guest_table import Column, GuestFilter, GuestTable
from reception_app.ui.table import CellRole
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


@pytest.fixture
def table() -> GuestTable:
    model = GuestTable(Wording("en"))
    model.show_rows(ROWS, PLAN)
    return model


def shown(model: GuestTable, column: Column) -> list[str]:
    """The texts of a column from the top."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, table: GuestTable) -> None:
    """Filled, sorted and emptied, it answers every question Qt may ask."""
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # pytest-qt types only its fixtures
    table.sort(Column.DUE, Qt.SortOrder.DescendingOrder)
    table.show_rows((), PLAN)


@pytest.mark.parametrize(
    ("column", "numbers"),
    [
        (Column.NUMBER, ["4", "12", "30"]),
        (Column.NAME, ["30", "4", "12"]),
        (Column.DUE, ["4", "30", "12"]),
        (Column.STATUS, ["4", "12", "30"]),
    ],
)
def test_a_click_sorts_by_what_the_column_means(
    table: GuestTable, column: Column, numbers: list[str]
) -> None:
    """Numbers sort as numbers, names in the order given (by reading), equals stay in it."""
    table.sort(column, Qt.SortOrder.AscendingOrder)

    assert shown(table, Column.NUMBER) == numbers


def test_the_chosen_order_outlives_new_rows(table: GuestTable) -> None:
    """A refresh does not jump back to the order of readings."""
    table.sort(Column.DUE, Qt.SortOrder.DescendingOrder)
    table.show_rows((*ROWS, guest_row(5, "渡辺 結衣", due=9000)), PLAN)

    assert shown(table, Column.DUE) == ["10,000", "9,000", "8,000", "0"]


def test_what_is_held_on_to_moves_along(table: GuestTable) -> None:
    """A selection follows its guest through sorting."""
    held = QPersistentModelIndex(table.index(0, Column.NAME))
    table.sort(Column.NUMBER, Qt.SortOrder.AscendingOrder)

    assert held.data() == "青木 晃"
    assert held.row() == 2


def test_tables_sort_as_numbers_and_missing_ones_last() -> None:
    """Table 10 comes after table 9; no table comes last."""
    rows = [
        replace(row, guest=replace(row.guest, table_name=name))
        for row, name in zip(ROWS, ("10", "", "9"), strict=True)
    ]
    model = GuestTable(Wording("en"))
    model.show_rows(rows, PLAN)
    model.sort(Column.TABLE, Qt.SortOrder.AscendingOrder)

    assert shown(model, Column.TABLE) == ["9", "10", "—"]


def test_a_category_is_a_square_and_a_word(table: GuestTable) -> None:
    """Colour is never alone."""
    cell = table.index(0, Column.CATEGORY)

    assert cell.data() == "member"
    assert cell.data(CellRole.SWATCH) == PLAN.categories[0].colour


def test_a_category_out_of_the_plan_is_shown_as_it_is() -> None:
    """A bad row shows as a bad row instead of failing."""
    odd = replace(ROWS[0], guest=replace(ROWS[0].guest, category="?"))
    model = GuestTable(Wording("en"))
    model.show_rows([odd], PLAN)

    assert shown(model, Column.CATEGORY) == ["?"]


def test_status_says_who_is_here_and_who_is_not_coming() -> None:
    """An arrival counts more than the invitation; without one its status is told."""
    rows = (
        *ROWS[:2],
        standing(ROWS[2], GuestStatus.WAITING),
        standing(ROWS[0], GuestStatus.BLOCKED),
    )
    rows = (*rows[:2], replace(rows[2], admitted_at=None), rows[3])
    model = GuestTable(Wording("en"))
    model.show_rows(rows[:3], PLAN)

    assert shown(model, Column.STATUS) == ["Not arrived", "Arrived", "Waiting list"]
    assert model.index(1, Column.STATUS).data(CellRole.TONE) == "good"


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (GuestFilter.ALL, [30, 4, 12, 7]),
        (GuestFilter.NOT_ARRIVED, [30]),
        (GuestFilter.ARRIVED, [4, 12]),
        (GuestFilter.UNPAID, [30, 12]),
        (GuestFilter.WAITING, [7]),
    ],
)
def test_filters_let_through_whom_they_name(chosen: GuestFilter, numbers: list[int]) -> None:
    """Each filter is one plain question."""
    rows = (*ROWS, standing(guest_row(7, "李 娜"), GuestStatus.WAITING))

    assert [row.guest.number for row in rows if chosen.lets_through(row)] == numbers
