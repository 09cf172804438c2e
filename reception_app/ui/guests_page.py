"""The guests page: the list with search and filters, and one guest beside it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QTimer, Signal
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
from reception_app.services.guest_ties import ties_of
from reception_app.storage import guests, people, settings
from reception_app.storage.guest_history import list_history
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.card import Card, EmptyState, PageTitle
from reception_app.ui.chip import ChipRow
from reception_app.ui.guest_acts import GuestActs
from reception_app.ui.guest_card import GuestCard
from reception_app.ui.guest_table import GuestFilter, GuestTable
from reception_app.ui.guest_view import GuestView
from reception_app.ui.label import Label
from reception_app.ui.notice import Notice, NoticeTone
from reception_app.ui.people.guest_deeds import GuestDeeds
from reception_app.ui.people.guest_menu import GuestMenu
from reception_app.ui.people.list_tools import ListTools
from reception_app.ui.workplace import Workplace

_SEARCH_LIMIT = 2000
_FILTERS = tuple(GuestFilter)


class GuestsPage(QWidget):
    """Everybody on the list.

    `receive_asked` carries the id of a guest to receive at the door, `tags_asked` the ids of guests
    whose name tags are wanted; `import_asked` that a list is to be taken in.
    """

    receive_asked = Signal(str)
    tags_asked = Signal(object)
    import_asked = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._rows: tuple[GuestRow, ...] = ()
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
        self.filters = ChipRow(*(_filter_caption(one) for one in _FILTERS))
        self.model = GuestTable(workplace.wording, self)
        self.table = GuestView(self.model)
        self.card = GuestCard(workplace.wording)
        self.notice = Notice(self)
        self.acts = GuestActs(self, workplace)
        self.deeds = GuestDeeds(self, workplace)
        self.tools = ListTools(self, workplace, self._selected_ids)
        self._undo: Callable[[], None] | None = None
        self._nobody_fits = Label(tone="muted")
        self._stack = QStackedWidget()
        self._wait = QTimer(self, singleShot=True, interval=0)
        self._build_layout()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the selected guest stays selected."""
        event = self._workplace.event_file
        self._rows = guests.list_guests(event)
        self._plan = settings.find_fee_plan(event)
        companions = sum(row.guest.host is not None for row in self._rows)
        hosts = len(self._rows) - companions
        translate = QCoreApplication.translate
        words = translate("GuestsPage", "%n guest(s)", "", hosts)
        if companions:
            words += " · " + translate("GuestsPage", "%n companion(s)", "", companions)
        self._title.set_aside(words if self._rows else "")
        self._import.setVisible(bool(self._rows))  # an empty list offers it in the middle
        self._export.setVisible(bool(self._rows))
        self._tools.setVisible(bool(self._rows))
        waiting = sum(GuestFilter.WAITING.lets_through(row) for row in self._rows)
        chip = self.filters.chips[_FILTERS.index(GuestFilter.WAITING)]
        chip.set_caption(f"{_filter_caption(GuestFilter.WAITING)} {waiting}")
        chip.setVisible(waiting > 0)
        self._stack.setCurrentIndex(int(bool(self._rows)))
        self._show_matching()

    def show_guest(self, guest_id: str) -> None:
        """Bring one guest into view, whatever was searched for."""
        self.search.clear()
        self.filters.choose(_FILTERS.index(GuestFilter.ALL))
        self._show_matching(select=guest_id)

    def show_filter(self, chosen: GuestFilter) -> None:
        """Show whoever passes this filter, whatever was searched for."""
        self.search.clear()
        self.filters.choose(_FILTERS.index(chosen))
        self._show_matching()

    def selected(self) -> tuple[GuestRow, ...]:
        """The selected guests, from the top."""
        chosen = self.table.selectionModel().selectedRows()
        return tuple(self.model.row(n) for n in sorted(index.row() for index in chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the search."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.table.set_widths(60, 150, 0, 98, 60, 112, 82)
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

    def _show_matching(self, *, select: str = "") -> None:
        """Show who fits search and filter, and keep the selection."""
        before = [row.guest.id for row in self.selected()] if not select else [select]
        chosen = _FILTERS[self.filters.current]
        rows = [row for row in self._rows if chosen.lets_through(row)]
        text = self.search.text().strip()
        if text:
            found = guests.search_guests(self._workplace.event_file, text, limit=_SEARCH_LIMIT)
            fitting = {row.guest.id: row for row in rows}
            rows = [fitting[guest.id] for guest in found if guest.id in fitting]
        self.model.show_rows(rows, self._plan)
        self._nobody_fits.setText(
            "" if rows else QCoreApplication.translate("GuestsPage", "Nobody fits.")
        )
        self._nobody_fits.setVisible(not rows)
        self._select(before)

    def _select(self, guest_ids: list[str]) -> None:
        places = [n for guest in guest_ids if (n := self.model.find(guest)) is not None]
        if not places and self.model.rowCount():
            places = [0]
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        blocked = selection.blockSignals(True)  # noqa: FBT003 - Qt's signature
        selection.clearSelection()
        for place in places:
            selection.select(self.model.index(place, 0), flags.Select | flags.Rows)
        selection.blockSignals(blocked)
        if places:
            index = self.model.index(places[0], 0)
            selection.setCurrentIndex(index, flags.NoUpdate)
            self.table.scrollTo(index)
        self.table.viewport().update()
        self._show_card()

    def _show_card(self) -> None:
        rows = self.selected()
        if not rows:
            self.card.show_nobody()
        elif len(rows) > 1:
            self.card.show_many(len(rows))
        else:
            event, guest = self._workplace.event_file, rows[0].guest
            self.card.show_guest(
                rows[0],
                self._plan,
                list_history(event, guest.id),
                ties_of(event, guest),
                settings.list_operators(event),
            )

    def _receive(self) -> None:
        rows = self.selected()
        if len(rows) == 1 and rows[0].admitted_at is None:
            self.receive_asked.emit(rows[0].guest.id)

    def _ask_for_tags(self) -> None:
        self.tags_asked.emit(self._selected_ids())

    def _selected_ids(self) -> frozenset[str]:
        return frozenset(row.guest.id for row in self.selected())

    def _offer_tools(self) -> None:
        self.tools.offer(self._tools)

    def _read_again(self) -> None:
        self.refresh()
        self._workplace.changed.emit()

    def _ask_export(self) -> None:
        self.acts.ask_export(self.model.guest_ids())

    def _filter_changed(self) -> None:
        self._show_matching()

    def _show_recorded(self, guest_id: str) -> None:
        self.refresh()
        if self.model.find(guest_id) is None:
            self.show_guest(guest_id)  # search and filter would hide what was just done
        else:
            self._select([guest_id])
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


def _filter_caption(chosen: GuestFilter) -> str:
    translate = QCoreApplication.translate
    match chosen:
        case GuestFilter.ALL:
            return translate("GuestsPage", "All")
        case GuestFilter.NOT_ARRIVED:
            return translate("GuestsPage", "Not arrived")
        case GuestFilter.ARRIVED:
            return translate("GuestsPage", "Arrived")
        case GuestFilter.UNPAID:
            return translate("GuestsPage", "Unpaid")
        case GuestFilter.WAITING:
            return translate("GuestsPage", "Waiting list")
