"""The guests page against a bare table of the same rows, as lists grow."""

import os
import tempfile
import time
from pathlib import Path
from typing import Any, TypeVar

from long_list import make_long_list
from report import IS_LARGE, Row, best_of, markdown_table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from reception_app.domain.guest_column import GuestColumn
from reception_app.storage.event_file import EventFile
from reception_app.ui.guests.guest_columns import COLUMNS
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

_SIZES = (700, 100_000) if IS_LARGE else (700, 10_000)
_WINDOW = (1096, 800)
_SCREENS = 40
_ROWS = (
    "SELECT number, name, company, category, table_name, status, due FROM guest"
    " ORDER BY sort_key, number"
)
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_W = TypeVar("_W", bound=QWidget)


class _BareTable(QAbstractTableModel):
    """All rows read at once, shown as they are."""

    def __init__(self, event: EventFile) -> None:
        super().__init__()
        self.rows = event.db.execute(_ROWS).fetchall()

    def rowCount(self, _parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return len(self.rows)

    def columnCount(self, _parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 7

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        return None


def measure() -> list[Row]:
    """Four rows per size: the list opened, the whole page, a screen further down, another order."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, ThemeChoice.LIGHT)
    rows = []
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            event = make_long_list(Path(folder) / "long.reception", size)
            while event.build_guest_index():
                pass
            rows += _measure_one(app, event, f"{size:,} guests")
            event.close()
    return rows


def _measure_one(app: QApplication, event: EventFile, told: str) -> list[Row]:
    workplace = Workplace(event, Wording("ja"))

    kept: list[QWidget] = []

    def bare() -> QTableView:
        view = QTableView()
        view.setModel(_BareTable(event))
        view.verticalHeader().setDefaultSectionSize(52)
        kept.append(_shown(app, view))
        return view

    def page() -> GuestsPage:
        made = _shown(app, GuestsPage(workplace))
        kept.append(made)
        return made

    def read_again() -> None:
        pages[0].refresh()
        app.processEvents()

    tables, pages = [bare()], [page()]
    opened = best_of(5, bare), best_of(5, page)
    again = best_of(5, read_again)
    scrolled = _scroll(app, tables[0], tables[0]), _scroll(app, pages[0], pages[0].table)
    sorted_bare = best_of(3, lambda: sorted(tables[0].model().rows, key=lambda row: str(row[2])))  # type: ignore[attr-defined]  # our bare table
    company = COLUMNS.index(GuestColumn.COMPANY)
    turns = [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder]

    def sort() -> None:
        pages[0].refresh()
        pages[0].table.sortByColumn(company, turns[0])
        turns.reverse()
        app.processEvents()

    by_company = best_of(4, sort)
    for widget in kept:
        widget.close()
        widget.deleteLater()
    app.processEvents()
    return [
        Row(f"Guests page opened, {told}", "bare table", opened[0], opened[1], "≤ 2×"),
        Row(f"Guests page read again, {told}", "bare table opened", opened[0], again, "≤ 2×"),
        Row(f"A screen further down, {told}", "bare table", scrolled[0], scrolled[1], "fluid"),
        Row(f"Sorted by company, {told}", "sorting in Python", sorted_bare, by_company, "fluid"),
    ]


def _shown(app: QApplication, widget: _W) -> _W:
    widget.resize(*_WINDOW)
    widget.show()
    app.processEvents()
    return widget


def _scroll(app: QApplication, window: QWidget, view: QTableView) -> float:
    """Seconds from one screen to the next, painted."""
    bar = view.verticalScrollBar()
    window.show()
    app.processEvents()
    started = time.perf_counter()
    for screen in range(_SCREENS):
        bar.setValue(bar.maximum() * screen // _SCREENS)
        view.viewport().repaint()
    return (time.perf_counter() - started) / _SCREENS


if __name__ == "__main__":
    print(markdown_table(measure()))
