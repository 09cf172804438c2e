"""The guests page: the list with search and filters, and one guest beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import GuestField
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.services.guest_ties import ties_of
from reception_app.storage import guest_order, guests, people, settings
from reception_app.storage.guest_history import list_history
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.card import Card, EmptyState, PageTitle
from reception_app.ui.chip import ChipRow
from reception_app.ui.column_panel import ColumnPanel
from reception_app.ui.filter_bar import FilterBar, count_words
from reception_app.ui.guest_acts import GuestActs
from reception_app.ui.guest_card import GuestCard
from reception_app.ui.guest_columns import COLUMNS, USUAL_COLUMNS, with_column
from reception_app.ui.guest_filter_panel import GuestFilterPanel, conditions_in_words
from reception_app.ui.guest_query import GuestOrder, ListQuery
from reception_app.ui.guest_table import GuestTable
from reception_app.ui.guest_view import GuestView
from reception_app.ui.label import Label
from reception_app.ui.notice import Notice, NoticeTone
from reception_app.ui.people.guest_deeds import GuestDeeds
from reception_app.ui.people.guest_menu import GuestMenu
from reception_app.ui.people.list_tools import ListTools
from reception_app.ui.preferences import Preferences
from reception_app.ui.quick_filter import QuickFilter, quick_caption
from reception_app.ui.workplace import Workplace

_QUICK = tuple(QuickFilter)
_MOST_HELD = 1000
"""So many guests stay selected when the list changes; more are no longer a choice by hand."""


class GuestsPage(QWidget):
    """Everybody on the list.

    `receive_asked` carries the id of a guest to receive at the door, `tags_asked` the ids of guests
    whose name tags are wanted; `import_asked` that a list is to be taken in.
    """

    receive_asked = Signal(str)
    tags_asked = Signal(object)
    import_asked = Signal()

    def __init__(self, workplace: Workplace, preferences: Preferences | None = None) -> None:
        super().__init__()
        self._workplace = workplace
        self._preferences = preferences
        self._order = GuestOrder()
        self._sorted_by: tuple[GuestColumn, bool] = (GuestColumn.NAME, False)
        self._filter = GuestFilter()
        self._everybody = 0
        self._plan = FeePlan("JPY")
        translate = QCoreApplication.translate
        self._import = ActionButton(translate("GuestsPage", "Import a list…"), icon="import")
        self._add = ActionButton(translate("GuestsPage", "Add a guest"), key="Ctrl+N", primary=True)
        self._export = ActionButton(translate("GuestsPage", "Write out…"))
        self._tools = ActionButton(translate("GuestsPage", "Tools…"), key="F8")
        self._title = PageTitle(
            translate("GuestsPage", "Guests"), self._import, self._export, self._tools, self._add
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("GuestsPage", "Name, company, no."))
        self.search.setClearButtonEnabled(True)
        self.filters = ChipRow(*(quick_caption(one) for one in _QUICK))
        self.bar = FilterBar()
        self.model = GuestTable(workplace.wording, self._read_rows, self)
        self.table = GuestView(self.model, self._known_texts)
        self.card = GuestCard(workplace.wording)
        self.notice = Notice(self)
        self.acts = GuestActs(self, workplace)
        self.deeds = GuestDeeds(self, workplace)
        self.tools = ListTools(self, workplace, self.selected_ids)
        self._undo: Callable[[], None] | None = None
        self._nobody_fits = Label(tone="muted")
        self._stack = QStackedWidget()
        self._wait = QTimer(self, singleShot=True, interval=0)
        self._build_layout()
        self._connect()
        self._restore_columns()
        self.refresh()

    @property
    def filter(self) -> GuestFilter:
        """What the list is filtered by, besides the chips beside the search."""
        return self._filter

    def refresh(self) -> None:
        """Read the list again; the selected guests stay selected."""
        event = self._workplace.event_file
        self._order.forget()
        self._plan = settings.find_fee_plan(event)
        counts = guest_order.count_list(event)
        self._everybody = counts.everybody
        translate = QCoreApplication.translate
        hosts, companions = counts.guests, counts.companions
        words = translate("GuestsPage", "%n guest(s)", "", hosts)
        if companions:
            words += " · " + translate("GuestsPage", "%n companion(s)", "", companions)
        self._title.set_aside(words if counts.everybody else "")
        self._import.setVisible(bool(counts.everybody))  # an empty list offers it in the middle
        self._export.setVisible(bool(counts.everybody))
        self._tools.setVisible(bool(counts.everybody))
        chip = self.filters.chips[_QUICK.index(QuickFilter.WAITING)]
        chip.set_caption(f"{quick_caption(QuickFilter.WAITING)} {counts.waiting}")
        chip.setVisible(counts.waiting > 0)
        self._stack.setCurrentIndex(int(bool(counts.everybody)))
        self._show_matching(fresh=True)

    def show_guest(self, guest_id: str) -> None:
        """Bring one guest into view, whatever was searched for."""
        self.search.clear()
        self.filters.choose(_QUICK.index(QuickFilter.ALL))
        self._filter = GuestFilter()
        key = guests.find_key(self._workplace.event_file, guest_id)
        self._show_matching(select=[] if key is None else [key], fresh=True)

    def selected(self) -> tuple[GuestRow, ...]:
        """The selected guests, from the top."""
        places = self._selected_places()
        return tuple(self.model.row(place) for place in places)

    def selected_ids(self) -> frozenset[str]:
        """The ids of the selected guests."""
        return frozenset(guests.list_ids(self._workplace.event_file, self._selected_keys()))

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
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addWidget(self.bar)
        card.body.addWidget(self._nobody_fits)
        card.body.addWidget(self.table, 1)
        self._nobody_fits.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID, theme.GRID)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.GRID * 2)
        columns.addWidget(card, 1)
        columns.addWidget(self.card)
        full = QWidget()
        full.setLayout(columns)
        self._stack.addWidget(self._empty_state())
        self._stack.addWidget(full)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(theme.GRID * 2)
        page.addWidget(self._title)
        page.addWidget(self._stack, 1)

    def _empty_state(self) -> QWidget:
        translate = QCoreApplication.translate
        take_in = ActionButton(translate("GuestsPage", "Import a list…"), primary=True)
        add = ActionButton(translate("GuestsPage", "Add a guest"))
        take_in.clicked.connect(self.import_asked)
        add.clicked.connect(self.add_guest)
        return EmptyState(
            "guests",
            translate("GuestsPage", "Nobody is on the list yet"),
            translate(
                "GuestsPage",
                "Take in the list you have: answers of an online form, a ticket site's export, "
                "or a spreadsheet made by hand.",
            ),
            take_in,
            add,
        )

    def _connect(self) -> None:
        self._wait.timeout.connect(self._filter_changed)
        self.search.textChanged.connect(self._wait.start)
        self.search.returnPressed.connect(self._go_to_table)
        self.filters.chosen.connect(self._filter_changed)
        self.table.typed.connect(self._search_for)
        self.table.chosen.connect(self._receive)
        self.table.columns_asked.connect(self._show_columns_at)
        self.table.arranged.connect(self._keep_columns)
        self.model.sort_asked.connect(self._sort)
        self.bar.filter_asked.connect(self.ask_filter)
        self.bar.columns_asked.connect(self.ask_columns)
        self.bar.dropped.connect(self._drop_condition)
        self.bar.cleared.connect(self.clear_filters)
        self.table.selectionModel().selectionChanged.connect(self._show_card)
        self._import.clicked.connect(self.import_asked)
        self._export.clicked.connect(self._ask_export)
        self._add.clicked.connect(self.add_guest)
        self.card.receive_asked.connect(self._receive)
        self.card.change_asked.connect(self.change_guest)
        self.card.status_asked.connect(self.ask_status)
        self.card.more_asked.connect(self.offer_more)
        self.card.guest_asked.connect(self.show_guest)
        self.card.tags_asked.connect(self._ask_for_tags)
        self.acts.recorded.connect(self._show_recorded)
        self.acts.done.connect(self.notice.tell)
        self.acts.refused.connect(self._tell_trouble)
        self.acts.changed.connect(self._tell_done)
        self._tools.clicked.connect(self._offer_tools)
        self.tools.changed.connect(self._read_again)
        self.tools.guest_asked.connect(self.show_guest)
        self.deeds.done.connect(self._tell_done)
        self.deeds.refused.connect(self._tell_trouble)
        self.notice.acted.connect(self.undo)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    def add_guest(self) -> None:
        """Ask for a new guest and put them on the list."""
        self.acts.add(self._plan)

    def change_guest(self) -> None:
        """Ask what is to be changed of the selected guest."""
        rows = self.selected()
        if len(rows) == 1:
            self.acts.change(rows[0].guest, self._plan)

    def ask_status(self) -> None:
        """Ask where the invitation of the selected guest stands from now on."""
        rows = self.selected()
        if len(rows) == 1 and rows[0].admitted_at is None:
            self.deeds.ask_status(rows[0].guest)

    def offer_more(self) -> None:
        """Offer everything else that can be done about the selected guest, in a menu."""
        rows = self.selected()
        if len(rows) != 1:
            return
        event, guest = self._workplace.event_file, rows[0].guest
        menu = GuestMenu(
            self,
            self.deeds,
            guest,
            is_linked=bool(ties_of(event, guest).same_person),
            is_erased=people.is_erased(event, guest.id),
        )
        menu.exec(self.card.more.mapToGlobal(self.card.more.rect().bottomLeft()))
        menu.deleteLater()

    def undo(self) -> None:
        """Take back what was last done here, once."""
        undo, self._undo = self._undo, None
        if undo is None:
            return
        try:
            undo()
        except ReceptionError as error:
            self._tell_trouble(error)
            return
        self.notice.tell(QCoreApplication.translate("GuestsPage", "Taken back."))
        self._read_again()

    def clear_filters(self) -> None:
        """Show everybody the search finds again."""
        self.filters.choose(_QUICK.index(QuickFilter.ALL))
        self._set_filter(GuestFilter())

    def _set_filter(self, chosen: GuestFilter) -> None:
        self._filter = chosen
        self._show_matching()

    def _show_matching(self, *, select: list[int] | None = None, fresh: bool = False) -> None:
        """Show who fits search and filters, and keep the selection."""
        before = self._selected_keys()[:_MOST_HELD] if select is None else select
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
        self._show_card()

    def _selected_places(self) -> list[int]:
        areas = self.table.selectionModel().selection().toList()
        places = {row for area in areas for row in range(area.top(), area.bottom() + 1)}
        return sorted(places)

    def _selected_keys(self) -> list[int]:
        return [self.model.keys[place] for place in self._selected_places()]

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

    def _known_texts(self, field: GuestField) -> tuple[str, ...]:
        known = guest_order.count_by(self._workplace.event_file, field)
        return tuple(text for text in known if text)

    def _show_card(self) -> None:
        places = self._selected_places()
        if not places:
            self.card.show_nobody()
        elif len(places) > 1:
            self.card.show_many(len(places))
        else:
            row, event = self.model.row(places[0]), self._workplace.event_file
            self.card.show_guest(
                row,
                self._plan,
                list_history(event, row.guest.id),
                ties_of(event, row.guest),
                settings.list_operators(event),
            )

    def _receive(self) -> None:
        rows = self.selected()
        if len(rows) == 1 and rows[0].admitted_at is None:
            self.receive_asked.emit(rows[0].guest.id)

    def _ask_for_tags(self) -> None:
        self.tags_asked.emit(self.selected_ids())

    def _offer_tools(self) -> None:
        self.tools.offer(self._tools)

    def _read_again(self) -> None:
        self.refresh()
        self._workplace.changed.emit()

    def _ask_export(self) -> None:
        shown = guests.list_ids(self._workplace.event_file, self.model.keys)
        self.acts.ask_export(shown, tuple(self.table.columns))

    def _filter_changed(self) -> None:
        self._show_matching()

    def _show_recorded(self, guest_id: str) -> None:
        self.refresh()
        key = guests.find_key(self._workplace.event_file, guest_id)
        if key is None or self.model.find_key(key) is None:
            self.show_guest(guest_id)  # search and filter would hide what was just done
        else:
            self._select([key])
        self._workplace.changed.emit()

    def _tell_done(self, guest_id: str, words: str, undo: Callable[[], None] | None) -> None:
        self._show_recorded(guest_id)
        self._undo = undo
        action = QCoreApplication.translate("GuestsPage", "Undo") if undo else ""
        self.notice.tell(words, action=action)

    def _tell_trouble(self, error: ReceptionError) -> None:
        self.notice.tell(self._workplace.wording.error(error), NoticeTone.TROUBLE)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _search_for(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    def _go_to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
