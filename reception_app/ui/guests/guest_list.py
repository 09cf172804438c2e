"""The list of guests, with all it takes to find somebody: search, chips, filter, columns, order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestField
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.storage import guest_order, guests
from reception_app.storage.guest_order import ListCounts
from reception_app.storage.guest_query import GuestOrder, ListQuery
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.guests.column_panel import ColumnPanel
from reception_app.ui.guests.filter_bar import FilterBar, count_words
from reception_app.ui.guests.guest_columns import COLUMNS, USUAL_COLUMNS, with_column
from reception_app.ui.guests.guest_filter_panel import GuestFilterPanel, conditions_in_words
from reception_app.ui.guests.guest_table import GuestTable
from reception_app.ui.guests.guest_view import GuestView
from reception_app.ui.guests.quick_filter import QuickFilter, quick_caption
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

_QUICK = tuple(QuickFilter)
_MOST_HELD = 1000
"""So many guests stay selected when the list changes; more are no longer a choice by hand."""

_REST_MS = 30
"""After the last key the card beside the list is shown: it takes longer than the list."""


class GuestList(Card):
    """The card with the list.

    `selected_anew` tells that other guests are selected, or the same ones of whom more is known;
    `chosen` that Enter was pressed on one.
    """

    selected_anew = Signal()
    chosen = Signal()

    def __init__(self, workplace: Workplace, preferences: Preferences | None = None) -> None:
        super().__init__(padding=0)
        self._workplace = workplace
        self._preferences = preferences
        self._order = GuestOrder()
        self._sorted_by: tuple[GuestColumn, bool] = (GuestColumn.NAME, False)
        self._filter = GuestFilter()
        self._everybody = 0
        self._plan = FeePlan("JPY")
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            QCoreApplication.translate("GuestsPage", "Name, company, no.")
        )
        self.search.setClearButtonEnabled(True)
        self.filters = ChipRow(*(quick_caption(one) for one in _QUICK))
        self.bar = FilterBar()
        self.model = GuestTable(workplace.wording, self._read_rows, self)
        self.table = GuestView(self.model, self.known_texts)
        self._nobody_fits = Label(tone="muted")
        self._wait = QTimer(self, singleShot=True, interval=0)
        self._tell_later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._build_layout()
        self._connect()
        self._restore_columns()

    @property
    def filter(self) -> GuestFilter:
        """What the list is filtered by, besides the chips beside the search."""
        return self._filter

    @property
    def everybody(self) -> int:
        """How many guests are on the list, shown or not."""
        return self._everybody

    @property
    def keys(self) -> Sequence[int]:
        """The keys of the guests shown, from the top."""
        return self.model.keys

    @property
    def selected_places(self) -> list[int]:
        """The rows of the selected guests, from the top."""
        areas = self.table.selectionModel().selection().toList()
        places = {row for area in areas for row in range(area.top(), area.bottom() + 1)}
        return sorted(places)

    @property
    def selected_keys(self) -> list[int]:
        """The keys of the selected guests, from the top."""
        return [self.model.keys[place] for place in self.selected_places]

    def refresh(self, plan: FeePlan, counts: ListCounts) -> None:
        """Read the list again; the selected guests stay selected."""
        self._order.forget()
        self._plan, self._everybody = plan, counts.everybody
        chip = self.filters.chips[_QUICK.index(QuickFilter.WAITING)]
        chip.set_caption(f"{quick_caption(QuickFilter.WAITING)} {counts.waiting}")
        chip.setVisible(counts.waiting > 0)
        self._show_matching(fresh=True)

    def read_again(self, guest_id: str) -> None:
        """Show what is known of a guest now; the row stays where it is."""
        key = guests.find_key(self._workplace.event_file, guest_id)
        self._order.forget()
        if key is not None:
            self.model.read_again(key)
        self.selected_anew.emit()

    def select_guest(self, guest_id: str) -> bool:
        """Select a guest; whether the guest is among those shown."""
        key = guests.find_key(self._workplace.event_file, guest_id)
        if key is None or self.model.find_key(key) is None:
            return False
        self._select([key])
        self.selected_anew.emit()
        return True

    def show_guest(self, guest_id: str) -> None:
        """Bring one guest into view, whatever was searched for."""
        self.search.clear()
        self._wait.stop()
        self.filters.choose(_QUICK.index(QuickFilter.ALL))
        self._filter = GuestFilter()
        key = guests.find_key(self._workplace.event_file, guest_id)
        self._show_matching(select=[] if key is None else [key], fresh=True)

    def show_filter(self, chosen: GuestFilter) -> None:
        """Show whom this filter lets through and nobody else, whatever was searched for."""
        self.search.clear()
        self.filters.choose(_QUICK.index(QuickFilter.ALL))
        self._set_filter(chosen)

    def ask_filter(self) -> None:
        """Open the filter below its button; the list follows every tick."""
        work = self._workplace
        panel = GuestFilterPanel(self, work.event_file, work.wording, self._filter)
        panel.filter_changed.connect(self._set_filter)
        panel.filter_changed.connect(lambda: panel.show_count(self._count_words()))
        panel.closed.connect(self._go_to_table)
        panel.show_count(self._count_words())
        panel.show_below(self.bar.filter)

    def ask_columns(self) -> None:
        """Open the choice of columns below its button."""
        self._open_columns().show_below(self.bar.columns)

    def clear_filters(self) -> None:
        """Show everybody the search finds again."""
        self.filters.choose(_QUICK.index(QuickFilter.ALL))
        self._set_filter(GuestFilter())

    def go_to_search(self) -> None:
        """Go to the search, ready for another text."""
        self.search.setFocus()
        self.search.selectAll()

    def known_texts(self, field: GuestField) -> tuple[str, ...]:
        """What stands in a field of the guests, the most used first."""
        known = guest_order.count_by(self._workplace.event_file, field)
        return tuple(text for text in known if text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the search, and then takes the filters away."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Escape and self._is_filtered():
            self.clear_filters()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.setFocusProxy(self.search)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(320)
        head = QHBoxLayout()
        head.setContentsMargins(*(theme.GRID * 2,) * 2, theme.GRID * 2, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.search, 1)
        head.addWidget(self.filters)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._nobody_fits)
        self.body.addWidget(self.table, 1)
        self._nobody_fits.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID, theme.GRID)

    def _connect(self) -> None:
        self._wait.timeout.connect(self._search_changed)
        self._tell_later.timeout.connect(self._tell_selected)
        self.search.textChanged.connect(self._wait.start)
        self.search.returnPressed.connect(self._go_to_table)
        self.filters.chosen.connect(self._chip_chosen)
        self.table.typed.connect(self._search_for)
        self.table.chosen.connect(self.chosen)
        self.table.columns_asked.connect(self._show_columns_at)
        self.table.arranged.connect(self._keep_columns)
        self.table.selectionModel().selectionChanged.connect(self._note_selection)
        self.model.sort_asked.connect(self._sort)
        self.bar.filter_asked.connect(self.ask_filter)
        self.bar.write_asked.connect(self.table.edit_current)
        self.bar.columns_asked.connect(self.ask_columns)
        self.bar.dropped.connect(self._drop_condition)
        self.bar.cleared.connect(self.clear_filters)

    def _set_filter(self, chosen: GuestFilter) -> None:
        self._filter = chosen
        self._show_matching()

    def _show_matching(
        self, *, select: list[int] | None = None, fresh: bool = False, later: bool = False
    ) -> None:
        """Show who fits search and filters, and keep the selection.

        With `later` who is selected is told after the list was painted.
        """
        before = self.selected_keys[:_MOST_HELD] if select is None else select
        by, descending = self._sorted_by
        quick = _QUICK[self.filters.current].condition
        query = ListQuery(self.search.text(), (quick, self._filter), by, descending)
        keys = self._order.keys(self._workplace.event_file, query)
        self.model.show_keys(keys, self._plan, fresh=fresh)
        self._nobody_fits.setText(
            "" if keys else QCoreApplication.translate("GuestsPage", "Nobody fits.")
        )
        self._nobody_fits.setVisible(not keys)
        told = conditions_in_words(self._filter, self._plan, self._workplace.wording)
        self.bar.show_conditions(told)
        self.bar.show_count(len(keys), self._everybody)
        self._select(before)
        if later:
            self._tell_later.start()
        else:
            self.selected_anew.emit()

    def _select(self, keys: list[int]) -> None:
        places = [n for key in keys if (n := self.model.find_key(key)) is not None]
        if not places and self.model.rowCount():
            places = [0]
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        column = max(self.table.currentIndex().column(), 0)
        blocked = selection.blockSignals(True)  # noqa: FBT003 - Qt's signature
        selection.clearSelection()
        for place in places:
            selection.select(self.model.index(place, 0), flags.Select | flags.Rows)
        selection.blockSignals(blocked)
        if places:
            index = self.model.index(places[0], column)
            selection.setCurrentIndex(index, flags.NoUpdate)
            self.table.scrollTo(index)
        self.table.viewport().update()

    def _is_filtered(self) -> bool:
        return not self._filter.is_empty or _QUICK[self.filters.current] is not QuickFilter.ALL

    def _drop_condition(self, condition: str) -> None:
        without = getattr(GuestFilter(), condition)
        self._set_filter(replace(self._filter, **{condition: without}))

    def _count_words(self) -> str:
        everybody = QCoreApplication.translate("GuestsPage", "Everybody")
        return count_words(self.model.rowCount(), self._everybody) or everybody

    def _sort(self, column: GuestColumn, descending: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._sorted_by = (column, descending)
        self._show_matching()

    def _open_columns(self) -> ColumnPanel:
        panel = ColumnPanel(self, self._workplace.wording, self.table.columns)
        panel.ticked.connect(self._show_column)
        panel.usual_asked.connect(self._show_usual_columns)
        return panel

    def _show_columns_at(self, place: QPoint) -> None:
        self._open_columns().show_at(place)

    def _show_column(self, column: GuestColumn, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        columns = self.table.columns
        if shown:
            columns = with_column(columns, column)
        else:
            columns.pop(column, None)
        self.table.show_columns(columns)
        self._keep_columns()

    def _show_usual_columns(self) -> None:
        self.table.show_columns(USUAL_COLUMNS)
        self._keep_columns()

    def _keep_columns(self) -> None:
        if self._preferences is not None:
            self._preferences.guest_columns = {
                str(column): width for column, width in self.table.columns.items()
            }

    def _restore_columns(self) -> None:
        kept = self._preferences.guest_columns if self._preferences is not None else {}
        names: dict[str, GuestColumn] = {str(column): column for column in COLUMNS}
        columns = {names[name]: width for name, width in kept.items() if name in names}
        if GuestColumn.NAME in columns:
            self.table.show_columns(columns)

    def _read_rows(self, keys: Sequence[int]) -> dict[int, GuestRow]:
        return guests.read_rows(self._workplace.event_file, keys)

    def _tell_selected(self) -> None:
        if self.isVisible():  # the page may have been closed since the last key
            self.selected_anew.emit()

    def _note_selection(self) -> None:
        self.selected_anew.emit()

    def _search_changed(self) -> None:
        self._show_matching(later=True)
        self.table.viewport().repaint()  # now, not after whatever else waits

    def _chip_chosen(self) -> None:
        self._show_matching()

    def _search_for(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    def _go_to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
