"""The card beside the guest list: who the guest is, what is due, and what happened so far."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest
from reception_app.domain.labels import split_labels
from reception_app.domain.money import Money, format_money
from reception_app.domain.reference_code import reference_code
from reception_app.services.guest_ties import GuestTies
from reception_app.storage.guest_history import GuestMoment
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.door.visit_words import past_lines, visit_chip
from reception_app.ui.guests.guest_story import tell_moment
from reception_app.ui.guests.guest_table import category_colour, category_name, status_words
from reception_app.ui.guests.name_link import NameLink
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, Line
from reception_app.ui.parts.chip import Chip
from reception_app.ui.parts.flow_layout import FlowLayout
from reception_app.ui.parts.label import Label, Tone, set_tooltip
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_EDGE = 16
_WIDTH = 328
_NAMED = 6
"""So many guests of one kind are named; how many more there are is said."""


class GuestCard(Card):
    """One guest, or how many are selected, with what can be done about them.

    `guest_asked` carries the id of another guest whose name was pressed.
    """

    guest_asked = Signal(str)
    more_asked = Signal()

    receive_asked = Signal()
    change_asked = Signal()
    status_asked = Signal()
    tags_asked = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self._contents = QWidget()
        self._contents.setObjectName("scrolled")
        self._column = QVBoxLayout(self._contents)
        translate = QCoreApplication.translate
        self.receive = ActionButton(translate("GuestCard", "Receive"), key="Enter", primary=True)
        self.change = ActionButton(translate("GuestCard", "Edit…"), key="F4")
        self.tags = ActionButton(translate("GuestCard", "Name tag"))
        self.status = ActionButton(translate("GuestCard", "Status…"), key="F6")
        self.more = ActionButton(translate("GuestCard", "More…"), key="F7")
        self._buttons = QWidget()
        self._build_layout()
        self._connect()
        self.show_nobody()

    def show_guest(
        self,
        row: GuestRow,
        plan: FeePlan,
        history: Sequence[GuestMoment],
        ties: GuestTies,
        operators: Mapping[str, str],
    ) -> None:
        """Show one guest; `operators` are the names of who works here, by id."""
        guest = row.guest
        self._clear()
        add = self._column.addWidget
        self._add_head(guest)
        add(Label(guest.name, size=Type.FIGURE - 4, bold=True, wrap=True))
        if guest.badge_name and guest.badge_name != guest.name:
            badge = QCoreApplication.translate("GuestCard", "On the name tag: %1")
            add(Label(filled(badge, guest.badge_name), tone="muted", wrap=True))
        work = "　".join(part for part in (guest.company, guest.title) if part)
        if work:
            add(Label(work, wrap=True))
        self._add_chips(row, plan, visit_chip(ties.visit))
        self._add_due(row, plan)
        self._add_buttons(arrived=row.admitted_at is not None)
        if guest.note:
            self._add_group(
                QCoreApplication.translate("GuestCard", "Note for the desk"), guest.note
            )
        self._add_ties(guest, ties)
        self._add_contact(guest)
        if ties.past is not None:
            title = QCoreApplication.translate("GuestCard", "At earlier events")
            self._add_group(title, *past_lines(ties.past, plan.currency, self._wording))
        self._add_history(history, plan.currency, operators)
        self._column.addStretch()

    def show_many(self, count: int) -> None:
        """Show that several guests are selected."""
        self._clear()
        words = QCoreApplication.translate("GuestCard", "%n guests are selected", "", count)
        self._column.addWidget(Label(words, size=Type.LARGE, bold=True, wrap=True))
        self._add_buttons(arrived=True, single=False)
        self._column.addStretch()

    def show_nobody(self) -> None:
        """Show that no guest is selected."""
        self._clear()
        words = QCoreApplication.translate("GuestCard", "Select a guest to see more.")
        self._column.addWidget(Label(words, tone="muted", wrap=True))
        self._column.addStretch()

    def _build_layout(self) -> None:
        self.setFixedWidth(_WIDTH)
        self._column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._column.setSpacing(theme.GRID - 2)
        self._grid = QGridLayout(self._buttons)
        self._grid.setContentsMargins(0, 0, 0, theme.GRID - 4)
        self._grid.setSpacing(theme.GRID)
        # At home before anything is shown: a button of nobody would show as a window of its own.
        self._grid.addWidget(self.receive, 0, 0, 1, 2)
        self._grid.addWidget(self.status, 1, 1)
        scroll = QScrollArea()
        scroll.setWidget(self._contents)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(scroll)

    def _connect(self) -> None:
        self.receive.clicked.connect(self.receive_asked)
        self.change.clicked.connect(self.change_asked)
        self.status.clicked.connect(self.status_asked)
        self.tags.clicked.connect(self.tags_asked)
        self.more.clicked.connect(self.more_asked)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is self._buttons:
                self._buttons.hide()
            elif widget is not None:
                # Away at once, not at the next turn of the event loop: it would be painted over.
                widget.hide()
                widget.deleteLater()

    def _add_head(self, guest: Guest) -> None:
        number = QCoreApplication.translate("GuestCard", "No. %1")
        line = QHBoxLayout()
        reading = Label(guest.reading, size=Type.SMALL + 1, tone="muted", elide=True)
        line.addWidget(reading, 1)
        line.addWidget(Label(filled(number, guest.number), size=Type.SMALL + 1, tone="muted"))
        line.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(line)
        self._column.addWidget(holder)

    def _add_chips(self, row: GuestRow, plan: FeePlan, visit: str) -> None:
        guest = row.guest
        holder = QWidget()
        flow = FlowLayout(holder)
        if guest.category:
            colour = category_colour(plan, guest.category)
            flow.addWidget(Chip(category_name(plan, guest.category), swatch=colour))
        if guest.table_name:
            table = QCoreApplication.translate("GuestCard", "Table %1")
            flow.addWidget(Chip(filled(table, guest.table_name)))
        flow.addWidget(Chip(status_words(row, self._wording)))
        if visit:
            flow.addWidget(Chip(visit))
        for label in split_labels(guest.labels):
            flow.addWidget(Chip(label))
        self._column.addWidget(holder)

    def _add_due(self, row: GuestRow, plan: FeePlan) -> None:
        due = row.balance.due
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, theme.GRID - 4, 0, theme.GRID - 4)
        words = "overpaid" if due < 0 else "due"
        tone: Tone = "ink" if due else "muted"
        line.addWidget(Label(self._wording.text("payment_status", words), tone="muted"))
        line.addStretch()
        amount = format_money(Money(abs(due), plan.currency))
        line.addWidget(Label(amount, size=Type.TITLE, bold=bool(due), tone=tone))
        self._column.addWidget(holder)

    def _add_buttons(self, *, arrived: bool, single: bool = True) -> None:
        expected = single and not arrived
        beside = (self.status,) if expected else ()
        for place, button in enumerate((self.change, *beside, self.tags, self.more)):
            self._grid.addWidget(button, 1 + place // 2, place % 2)
        for button in (self.receive, self.status):
            button.setVisible(expected)
        self._column.addWidget(self._buttons)
        self._buttons.show()

    def _add_group(self, title: str, *lines: str) -> None:
        self._column.addSpacing(theme.GRID)
        self._column.addWidget(Line())
        self._column.addSpacing(theme.GRID - 4)
        self._column.addWidget(Label(title, bold=True))
        for line in lines:
            self._column.addWidget(Label(line, size=Type.SMALL + 1, wrap=True))

    def _add_history(
        self, history: Sequence[GuestMoment], currency: str, operators: Mapping[str, str]
    ) -> None:
        told = [(moment, tell_moment(moment, currency, self._wording)) for moment in history]
        lines = [(moment, line) for moment, line in told if line is not None]
        if not lines:
            return
        self._add_group(QCoreApplication.translate("GuestCard", "So far"))
        for moment, (time, words) in reversed(lines):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.GRID)
            when = Label(time, size=Type.SMALL + 1, tone="muted")
            when.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            when.setContentsMargins(0, 2, 0, 0)
            row.addWidget(when)
            row.addWidget(Label(words, size=Type.SMALL + 1, wrap=True), 1)
            by_whom = operators.get(moment.operator, "")
            set_tooltip(holder, f"{moment.at:%Y-%m-%d %H:%M:%S}  {by_whom}".strip())
            self._column.addWidget(holder)

    def _add_ties(self, guest: Guest, ties: GuestTies) -> None:
        translate = QCoreApplication.translate
        self._name_guests(
            translate("GuestCard", "May be the same person as"), ties.lookalikes, tone="warn"
        )
        self._name_guests(translate("GuestCard", "The same person as"), ties.same_person)
        self._name_guests(translate("GuestCard", "Comes for"), _those(ties.stands_in_for))
        self._name_guests(translate("GuestCard", "Instead comes"), _those(ties.substitute))
        self._name_guests(translate("GuestCard", "Comes with"), _those(ties.host))
        heads, brought = len(ties.companions) + 1, len(ties.brought)
        self._name_guests(translate("GuestCard", "Party of %n", "", heads), ties.companions)
        introduced = translate("GuestCard", "Introduced by")
        if ties.introducer is not None:
            self._name_guests(introduced, (ties.introducer,))
        elif guest.introducer:
            self._add_group(introduced, guest.introducer)
        self._name_guests(translate("GuestCard", "Brought %n guest(s)", "", brought), ties.brought)

    def _add_contact(self, guest: Guest) -> None:
        translate = QCoreApplication.translate
        told = (
            (translate("GuestCard", "Talks about %1"), guest.talks_about),
            (translate("GuestCard", "Wants to meet %1"), guest.wants_to_meet),
            ("%1", guest.email),
            ("%1", guest.phone),
            (translate("GuestCard", "Ticket %1"), guest.ticket_number),
            (translate("GuestCard", "Code for transfers %1"), reference_code(guest.number)),
        )
        lines = [filled(words, text) for words, text in told if text]
        if lines:
            self._add_group(translate("GuestCard", "More"), *lines)

    def _name_guests(self, title: str, guests: Sequence[Guest], *, tone: Tone = "ink") -> None:
        """A title over the names of guests, each leading to its guest."""
        if not guests:
            return
        self._column.addSpacing(theme.GRID - 4)
        self._column.addWidget(
            Label(title, size=Type.SMALL, tone="muted" if tone == "ink" else tone)
        )
        for guest in guests[:_NAMED]:
            link = NameLink(guest.id, f"{guest.number} {guest.name}　{guest.company}".rstrip())
            link.clicked.connect(self._ask_for_guest)
            self._column.addWidget(link)
        rest = len(guests) - _NAMED
        if rest > 0:
            more = QCoreApplication.translate("GuestCard", "and %n more", "", rest)
            self._column.addWidget(Label(more, size=Type.SMALL, tone="muted"))

    def _ask_for_guest(self) -> None:
        link = self.sender()
        assert isinstance(link, NameLink)
        self.guest_asked.emit(link.key)


def _those(guest: Guest | None) -> tuple[Guest, ...]:
    return () if guest is None else (guest,)
