"""The table model of made cells keeps Qt's rules and shows what it was given."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_app.ui.money.cell_table import Cell, CellTable, Heading, Row, RowTable
from reception_app.ui.parts.table import CellRole
from reception_app.ui.theme import Theme

HEADINGS = (Heading("Name", 0), Heading("Due", 96, is_figure=True))


def rows(*dues: int) -> tuple[Row, ...]:
    """A row for each sum, called by its place."""
    return tuple(
        Row(str(n), (Cell(f"guest {n}", second="company"), Cell(f"{due:,}", order=due, bold=True)))
        for n, due in enumerate(dues)
    )


@pytest.mark.parametrize("dues", [(), (8000,), (8000, 10000, 900)])
def test_model_keeps_the_rules(qtmodeltester: ModelTester, dues: tuple[int, ...]) -> None:
    """Qt's own checks find nothing, whatever the number of rows."""
    model = CellTable(HEADINGS)
    model.show_rows(rows(*dues))
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call] # pytest-qt's own


def test_cells_are_told_by_role() -> None:
    """Each role gives its part of the cell."""
    model = CellTable(HEADINGS)
    model.show_rows(rows(8000))
    name, due = model.index(0, 0), model.index(0, 1)

    assert (name.data(), name.data(CellRole.SECOND_LINE)) == ("guest 0", "company")
    assert (due.data(), due.data(CellRole.SORT_KEY)) == ("8,000", 8000)
    assert (due.data(CellRole.FIGURE), name.data(CellRole.FIGURE)) == (True, False)
    assert due.data(Qt.ItemDataRole.AccessibleTextRole) == "Due: 8,000"


def test_sums_sort_as_numbers(qtbot: QtBot, look: Theme) -> None:
    """A click on a heading sorts 900 before 8,000 before 10,000."""
    assert look.choice
    table = RowTable(HEADINGS)
    qtbot.addWidget(table)
    table.show_rows(rows(8000, 10000, 900))
    assert shown(table) == ["8,000", "10,000", "900"]

    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["900", "8,000", "10,000"]


def test_selection_survives_new_rows(qtbot: QtBot, look: Theme) -> None:
    """The selected row stays selected when the table is read again."""
    assert look.choice
    table = RowTable(HEADINGS)
    qtbot.addWidget(table)
    table.show_rows(rows(8000, 10000))
    table.select("1")
    table.show_rows(rows(8000, 10000, 900))

    assert table.selected == "1"


def shown(table: RowTable) -> list[str]:
    """The second column from the top."""
    model = table.model()
    return [str(model.index(n, 1).data()) for n in range(model.rowCount())]
