"""The guests page: the list with search and filters, and one guest beside it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest_filter import GuestFilter
from reception_app.services.guest_ties import GuestTies, ties_of
from reception_app.storage import guest_order, guests, people, settings
from reception_app.storage.guest_history import list_history
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.guest_import.list_paste import PasteWatch
from reception_app.ui.guests.guest_acts import GuestActs
from reception_app.ui.guests.guest_card import GuestCard
from reception_app.ui.guests.guest_columns import written_columns
from reception_app.ui.guests.guest_deeds import GuestDeeds
from reception_app.ui.guests.guest_edits import GuestEdits
from reception_app.ui.guests.guest_list import GuestList
from reception_app.ui.guests.guest_menu import GuestMenu, GuestsMenu
from reception_app.ui.guests.list_tools import ListTools
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import EmptyState, PageTitle
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

_TIES_AT_ONCE = 5_000
"""In a list of no more guests the card names whom a guest is tied with at once."""

_REST_MS = 120
_MOST_TOGETHER = 200


class GuestsPage(QWidget):
    """Everybody on the list.

    `receive_asked` carries the id of a guest to receive at the door, `tags_asked` the ids of guests
    whose name tags are wanted; `import_asked` that a list is to be taken in, `paste_asked` one
    whose cells were pasted.
    """

    receive_asked = Signal(str)
    tags_asked = Signal(object)
    import_asked = Signal()
    paste_asked = Signal(str)

    def __init__(self, workplace: Workplace, preferences: Preferences | None = None) -> None:
        super().__init__()
        self._workplace = workplace
        self._plan = FeePlan("JPY")
        translate = QCoreApplication.translate
        self._import = ActionButton(translate("GuestsPage", "Import a list…"), icon="import")
        self._add = ActionButton(translate("GuestsPage", "Add a guest"), key="Ctrl+N", primary=True)
        self._export = ActionButton(translate("GuestsPage", "Write out…"))
        self._tools = ActionButton(translate("GuestsPage", "Tools…"), key="F8")
        self._title = PageTitle(
            translate("GuestsPage", "Guests"), self._import, self._export, self._tools, self._add
        )
        self.list = GuestList(workplace, preferences)
        self.search, self.filters = self.list.search, self.list.filters
        self.model, self.table = self.list.model, self.list.table
        self.card = GuestCard(workplace.wording)
        self.notice = Notice(self)
        self.acts = GuestActs(self, workplace)
        self.deeds = GuestDeeds(self, workplace)
        self.tools = ListTools(self, workplace, self.selected_ids)
        self.edits = GuestEdits(self, workplace, self.list.known_texts)
        self._undo: Callable[[], None] | None = None
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()
        self.refresh()

    @property
    def filter(self) -> GuestFilter:
        """What the list is filtered by, besides the chips beside the search."""
        return self.list.filter

    def refresh(self) -> None:
        """Read the list again; the selected guests stay selected."""
        event = self._workplace.event_file
        self._plan = settings.find_fee_plan(event)
        counts = guest_order.count_list(event)
        translate = QCoreApplication.translate
        hosts, companions = counts.guests, counts.companions
        words = translate("GuestsPage", "%n guest(s)", "", hosts)
        if companions:
            words += " · " + translate("GuestsPage", "%n companion(s)", "", companions)
        self._title.set_aside(words if counts.everybody else "")
        self._import.setVisible(bool(counts.everybody))  # an empty list offers it in the middle
        self._export.setVisible(bool(counts.everybody))
        self._tools.setVisible(bool(counts.everybody))
        self._stack.setCurrentIndex(int(bool(counts.everybody)))
        self.list.refresh(self._plan, counts)

    def show_guest(self, guest_id: str) -> None:
        """Bring one guest into view, whatever was searched for."""
        self.list.show_guest(guest_id)

    def show_filter(self, chosen: GuestFilter) -> None:
        """Show whom this filter lets through and nobody else, whatever was searched for."""
        self.list.show_filter(chosen)

    def selected(self) -> tuple[GuestRow, ...]:
        """The selected guests, from the top."""
        return tuple(self.model.row(place) for place in self.list.selected_places)

    def selected_ids(self) -> frozenset[str]:
        """The ids of the selected guests."""
        return frozenset(guests.list_ids(self._workplace.event_file, self.list.selected_keys))

    def _build_layout(self) -> None:
        self.setFocusProxy(self.search)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.GRID * 2)
        columns.addWidget(self.list, 1)
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
        self.list.chosen.connect(self._receive)
        self.list.selected_anew.connect(self._show_card)
        self._resting.timeout.connect(self._show_ties)
        self.model.written.connect(self.edits.write)
        self.edits.written.connect(self._show_written)
        self.edits.changed.connect(self._show_changed)
        self.edits.refused.connect(self._tell_trouble)
        PasteWatch(self.search, self.table, self).pasted.connect(self.paste_asked)
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
        find.activated.connect(self.list.go_to_search)

    def add_guest(self) -> None:
        """Ask for a new guest and put them on the list."""
        self.acts.add(self._plan)

    def change_guest(self) -> None:
        """Ask what is to be changed of the selected guest, or of all who are selected."""
        places = self.list.selected_places
        if len(places) == 1:
            self.acts.change(self.model.row(places[0]).guest, self._plan)
        elif places:
            event = self._workplace.event_file
            self.edits.ask_change(guests.list_ids(event, self.list.selected_keys))

    def ask_status(self) -> None:
        """Ask where the invitation of the selected guest stands from now on."""
        rows = self.selected()
        if len(rows) == 1 and rows[0].admitted_at is None:
            self.deeds.ask_status(rows[0].guest)

    def offer_more(self) -> None:
        """Offer everything else that can be done about the selected guest, in a menu."""
        rows = self.selected()
        if len(rows) != 1:
            self._offer_more_of_many()
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

    def _offer_more_of_many(self) -> None:
        """The same for several guests; nobody links or erases thousands by hand."""
        if not 1 < len(self.list.selected_places) <= _MOST_TOGETHER:
            return
        menu = GuestsMenu(self, self.deeds, self.tools, [row.guest for row in self.selected()])
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

    def _show_card(self) -> None:
        places = self.list.selected_places
        if not places:
            self.card.show_nobody()
        elif len(places) > 1:
            self.card.show_many(len(places))
        else:
            # In a very long list the ties take a moment: they come once the selection rests.
            waits = self.list.everybody > _TIES_AT_ONCE
            self._show_one(places[0], with_ties=not waits)
            if waits:
                self._resting.start()

    def _show_ties(self) -> None:
        places = self.list.selected_places
        event = self._workplace.event_file
        if event.guest_index is not None and not event.has_guest_index:
            self._resting.start()  # they are looked for by searching: soon that takes no time
        elif len(places) == 1:
            self._show_one(places[0], with_ties=True)

    def _show_one(self, place: int, *, with_ties: bool) -> None:
        row, event = self.model.row(place), self._workplace.event_file
        self.card.show_guest(
            row,
            self._plan,
            list_history(event, row.guest.id),
            ties_of(event, row.guest) if with_ties else GuestTies(),
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
        shown = guests.list_ids(self._workplace.event_file, self.list.keys)
        self.acts.ask_export(shown, written_columns(self.table.columns))

    def _show_recorded(self, guest_id: str) -> None:
        self.refresh()
        if not self.list.select_guest(guest_id):
            self.show_guest(guest_id)  # search and filter would hide what was just done
        self._workplace.changed.emit()

    def _show_written(self, guest_id: str, words: str, undo: Callable[[], None]) -> None:
        """Show a cell as it was written; the row stays where it is until the list is read again."""
        self.list.read_again(guest_id)
        self._undo = undo
        if words:
            self.notice.tell(words, action=QCoreApplication.translate("GuestsPage", "Undo"))
        self._workplace.changed.emit()

    def _show_changed(self, words: str, undo: Callable[[], None]) -> None:
        self._read_again()
        self._undo = undo
        self.notice.tell(words, action=QCoreApplication.translate("GuestsPage", "Undo"))

    def _tell_done(self, guest_id: str, words: str, undo: Callable[[], None] | None) -> None:
        self._show_recorded(guest_id)
        self._undo = undo
        action = QCoreApplication.translate("GuestsPage", "Undo") if undo else ""
        self.notice.tell(words, action=action)

    def _tell_trouble(self, error: ReceptionError) -> None:
        self.notice.tell(self._workplace.wording.error(error), NoticeTone.TROUBLE)
