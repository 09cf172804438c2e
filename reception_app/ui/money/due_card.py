"""The guests behind a sum of the money page, with filters and search."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget

from reception_app.domain.fee import FeePlan
from reception_app.domain.money import Money, format_money
from reception_app.storage.guests import GuestRow
from reception_app.ui import theme
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.money.due_rows import (
    BALANCE_COLUMN,
    CHARGED_COLUMN,
    CONTACT_COLUMN,
    PAID_COLUMN,
    SINCE_COLUMN,
    DueFilter,
    balance_heading,
    due_headings,
    due_rows,
)
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.chip import Chip
from reception_app.ui.parts.label import Label, button_caption
from reception_app.ui.theme import Type
from reception_app.wording import Wording

_WITH_CONTACT = 680
"""From this width on there is room for how to reach a guest, in px."""

_WIDE = 880
"""From this width on there is room for everything, in px."""

_EDGE = theme.GRID * 2
_HARD_SPACE = "\N{NO-BREAK SPACE}"


class DueCard(Card):
    """The table of guests with their money; `guest_asked` carries the id of an opened row.

    `find` gives the ids of the guests a search text fits.
    """

    guest_asked = Signal(str)

    def __init__(self, wording: Wording, find: Callable[[str], frozenset[str]]) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self._find = find
        self._all: tuple[GuestRow, ...] = ()
        self._days: dict[str, int] = {}
        self._plan = FeePlan("JPY")
        self.chosen = DueFilter.DUE
        self._category = ""
        translate = QCoreApplication.translate
        self._title = Label(bold=True)
        self._sum = Label(size=Type.SMALL, tone="muted", elide=True)
        self.inside = Chip(translate("DueCard", "Inside"), checkable=True)
        self.categories = ActionButton("", height=28)
        self._menu = QMenu(self.categories)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("DueCard", "Search…  Ctrl+F"))
        self.search.setClearButtonEnabled(True)
        self.table = RowTable(due_headings())
        self.table.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
        self._stack = QStackedWidget()
        self._empty = EmptyState("check", "", "")
        self._build_layout()
        self._connect()

    def show_guests(
        self,
        rows: tuple[GuestRow, ...],
        plan: FeePlan,
        *,
        since: Mapping[str, datetime],
        now: datetime,
    ) -> None:
        """Show those of these guests who pass the filters; `since` says when each became liable."""
        self._all, self._plan = rows, plan
        self._days = {guest: max((now - start).days, 0) for guest, start in since.items()}
        if self._category and self._category not in plan:
            self._category = ""
        self._fill_menu()
        self._show_matching()

    def choose(self, chosen: DueFilter) -> None:
        """Show the guests behind another sum."""
        self.chosen = chosen
        self.inside.setVisible(chosen is not DueFilter.OVERPAID)
        if chosen is DueFilter.OVERPAID:
            self.inside.setChecked(False)
        self.table.rows.rename(BALANCE_COLUMN, balance_heading(chosen))
        self._show_columns()
        self._show_matching()

    @property
    def selected(self) -> GuestRow | None:
        """The guest whose row is selected."""
        key = self.table.selected
        return next((row for row in self._all if row.guest.id == key), None)

    def chosen_rows(self) -> tuple[GuestRow, ...]:
        """The guests whose rows are selected, from the top."""
        rows = {row.guest.id: row for row in self._all}
        return tuple(rows[key] for key in self.table.selected_keys() if key in rows)

    @property
    def currency(self) -> str:
        """What the sums are in."""
        return self._plan.currency

    def owing(self) -> tuple[GuestRow, ...]:
        """Everybody who owes, whatever is shown."""
        return tuple(row for row in self._all if row.balance.due > 0)

    def shown(self) -> tuple[GuestRow, ...]:
        """The guests who pass the filters, in the order of their reading."""
        found = self._find(self.search.text()) if self.search.text().strip() else None
        return tuple(
            row
            for row in self._all
            if self.chosen.lets_through(row)
            and (not self.inside.isChecked() or row.admitted_at is not None)
            and (not self._category or row.guest.category == self._category)
            and (found is None or row.guest.id in found)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what there is room for."""
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        """Where there is little room, who owes is to be reached, the others' sums to add up."""
        owing, width = self.chosen is DueFilter.DUE, self.width()
        contact = width >= _WIDE or (owing and width >= _WITH_CONTACT)
        for column, is_shown in (
            (CONTACT_COLUMN, contact),
            (CHARGED_COLUMN, not owing or width >= _WIDE),
            (PAID_COLUMN, not owing or width >= _WIDE),
            (SINCE_COLUMN, owing and width >= _WITH_CONTACT),
        ):
            self.table.setColumnHidden(column, not is_shown)

    def _build_layout(self) -> None:
        self.search.setFixedWidth(156)
        self.categories.setMenu(self._menu)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self._title)
        head.addWidget(self.inside)
        head.addWidget(self.categories)
        head.addWidget(self._sum, 1)
        head.addWidget(self.search)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.inside.toggled.connect(self._show_matching)
        self.search.textChanged.connect(self._show_matching)
        self.table.activated.connect(self._open)
        find = QAction(self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self._go_to_search)
        self.addAction(find)

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _open(self, index: QModelIndex) -> None:
        self.guest_asked.emit(index.data(Qt.ItemDataRole.UserRole))

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._add_category("", QCoreApplication.translate("DueCard", "All categories"))
        for category in self._plan.categories:
            self._add_category(category.code, category.name)
        self.categories.setVisible(len(self._plan.categories) > 1)
        name = self._plan.category(self._category).name if self._category else ""
        shown = name or QCoreApplication.translate("DueCard", "All categories")
        self.categories.set_caption(f"{shown} ▾")

    def _add_category(self, code: str, name: str) -> None:
        action = self._menu.addAction(button_caption(name))
        action.setData(code)
        action.setCheckable(True)
        action.setChecked(code == self._category)
        action.triggered.connect(self._choose_category)

    def _choose_category(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._category = str(action.data())
        self._fill_menu()
        self._show_matching()

    def _show_matching(self) -> None:
        self._title.setText(_title(self.chosen))
        rows = self.shown()
        self.table.show_rows(
            due_rows(rows, self.chosen, self._plan, self._wording, days=self._days)
        )
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self._sum.setText(self._sum_words(rows))
            return
        self._sum.setText("")
        self._say_why_empty()

    def _sum_words(self, rows: tuple[GuestRow, ...]) -> str:
        count = len(rows)
        people = QCoreApplication.translate("DueCard", "%n guest(s)", "", count)
        if self.chosen is DueFilter.CHARGED:
            minor = sum(row.balance.charged - row.balance.waived for row in rows)
        else:
            minor = abs(sum(row.balance.due for row in rows))
        return f"{people}{_HARD_SPACE}· {format_money(Money(minor, self._plan.currency))}"

    def _say_why_empty(self) -> None:
        translate = QCoreApplication.translate
        filtered = any(self.chosen.lets_through(row) for row in self._all)
        if filtered:
            icon, title = "search", translate("DueCard", "Nobody fits")
            text = translate("DueCard", "Take a filter away, or search for something else.")
        elif not any(row.balance.charged for row in self._all):
            icon, title = "money", translate("DueCard", "No fees are charged yet")
            text = translate("DueCard", "Set the fees in the settings and charge the guests there.")
        elif self.chosen is DueFilter.OVERPAID:
            icon, title = "check", translate("DueCard", "Nobody paid too much")
            text = ""
        else:
            icon, title = "check", translate("DueCard", "Everybody has paid")
            text = translate("DueCard", "No fee is open.")
        fresh = EmptyState(icon, title, text)
        self._stack.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = fresh
        self._stack.addWidget(fresh)
        self._stack.setCurrentWidget(fresh)


def _title(chosen: DueFilter) -> str:
    translate = QCoreApplication.translate
    match chosen:
        case DueFilter.DUE:
            return translate("DueCard", "Unpaid guests")
        case DueFilter.OVERPAID:
            return translate("DueCard", "Overpaid guests")
        case DueFilter.CHARGED:
            return translate("DueCard", "Charged guests")
