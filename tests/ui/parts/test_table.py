"""The calm table shows every cell whole, or tells the rest in a tooltip."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reception_app.ui.parts.table import CellRole, Table
from reception_app.ui.parts.text_lines import figure_width
from reception_app.ui.theme import font


@pytest.fixture
def table(qtbot: QtBot, look: object) -> Table:
    """A table of one guest with a long company."""
    assert look is not None
    model = QStandardItemModel(0, 3)
    cells = [QStandardItem(text) for text in ("佐藤 花子", "株式会社サンプル商事 営業部", "11,111")]
    cells[0].setData("さとう はなこ", CellRole.SECOND_LINE)
    cells[1].setData("#2F56D9", CellRole.SWATCH)
    cells[2].setData(True, CellRole.FIGURE)  # noqa: FBT003 - the value of a cell
    model.appendRow(cells)
    made = Table()
    model.setParent(made)
    made.setModel(model)
    made.set_widths(120, 80, 0)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def tip(table: Table, column: int) -> str:
    """The tooltip over a cell of the only row."""
    QToolTip.hideText()
    spot = table.visualRect(table.model().index(0, column)).center()
    place = table.viewport().mapToGlobal(spot)
    event = QHelpEvent(QEvent.Type.ToolTip, spot, place)
    QApplication.sendEvent(table.viewport(), event)
    return QToolTip.text()


def test_cut_cell_is_told(table: Table, qtbot: QtBot) -> None:
    """Only a cell that does not fit has a tooltip."""
    assert tip(table, 1) == "株式会社サンプル商事 営業部"

    tip(table, 0)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_second_line_is_told_too(table: Table) -> None:
    """Of a cut cell with two lines both are told."""
    table.setColumnWidth(0, 40)

    assert tip(table, 0) == "佐藤 花子\nさとう はなこ"


def test_figures_are_equally_wide(table: Table) -> None:
    """Ones are as wide as eights, so sums stand under each other."""
    assert figure_width("11,111", font(14)) == figure_width("88,888", font(14))
    assert table.grab().toImage().size().width() == 400


def test_rows_are_chosen_whole(table: Table) -> None:
    """A click chooses the row."""
    table.selectRow(0)

    assert len(table.selectionModel().selectedRows()) == 1
    assert table.model().headerData(0, Qt.Orientation.Horizontal) is not None
