"""Matching 消込 in the window: the bank's rows left, whom they may be from right, one key each."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_app.domain.money import Money, format_money
from reception_app.ui import theme
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.money.reconcile import panel_views
from reception_app.ui.money.reconcile.bank_rows import BankRows
from reception_app.ui.money.reconcile.guest_finder import GuestFinder
from reception_app.ui.money.reconcile.order_keys import OrderKeys
from reception_app.ui.money.reconcile.row_acts import RowActs
from reception_app.ui.money.reconcile.row_orders import RowOrders
from reception_app.ui.money.reconcile.row_panel import PanelView, RowPanel
from reception_app.ui.money.reconcile.transfer_rows import (
    RowFilter,
    RowMark,
    row_search,
    transfer_headings,
)
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_FILTERS = tuple(RowFilter)
_ALWAYS = (RowFilter.TO_DO, RowFilter.ALL)
"""Filters that are offered even when they hold nothing."""

_EDGE = theme.GRID * 2


class TransfersView(QWidget):
    """The bank's rows and what is done with them.

    `recorded` carries the ids of the rows an act touched, `told` words to show in passing,
    `refused` the `ReceptionError` that stopped an act.
    """

    recorded = Signal(object)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._marks: dict[str, RowMark] = {}
        self._is_catching_up = False
        self.rows = BankRows(workplace)
        self.acts = RowActs(workplace)
        self.orders = RowOrders(workplace, self.rows, self.acts, self)
        self.filters = ChipRow(*("" for _ in _FILTERS))
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            QCoreApplication.translate("TransfersView", "Search…  Ctrl+F")
        )
        self.search.setClearButtonEnabled(True)
        self.accept = ActionButton("", primary=True, key="Ctrl+Enter", icon="check")
        self.table = RowTable(transfer_headings())
        self.panel = RowPanel(GuestFinder(lambda: workplace.event_file))
        self.keys = OrderKeys(self.table)
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Read everything again."""
        self.rows.read()
        self.panel.finder.set_plan(self.rows.plan)
        self._show_all()

    def show_row(self, row: str) -> None:
        """Show this row, whatever the filter."""
        if row in self.rows.standings:
            self.search.clear()
            self.filters.choose(_FILTERS.index(RowFilter.ALL))
            self.table.select(row)
            self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look for whom the rows are from."""
        super().showEvent(event)
        self.rows.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look for nothing that nobody sees."""
        super().hideEvent(event)
        self.rows.set_seen(False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Left and right change the filter, Escape leaves a question."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._step_filter(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Escape:
                self.orders.press(panel_views.BACK)
            case _:
                return False
        return True

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.filters)
        head.addStretch()
        head.addWidget(self.search, 1)
        left = Card(padding=0)
        left.body.setContentsMargins(1, 1, 1, theme.GRID)
        left.body.setSpacing(0)
        left.body.addLayout(head)
        left.body.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(theme.GRID * 2)
        right.addWidget(self.panel, 1)
        right.addWidget(self.accept)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        row.addWidget(left, 11)
        row.addLayout(right, 9)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        accept = QShortcut(QKeySequence("Ctrl+Return"), self)
        accept.activated.connect(self.orders.accept_sure)
        self.accept.clicked.connect(self.orders.accept_sure)
        self.rows.proposed.connect(self._show_proposals)
        self.filters.chosen.connect(self._show_all)
        self.search.textChanged.connect(self._show_all)
        self.search.returnPressed.connect(self.table.setFocus)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._go_to_search)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self.keys.pressed.connect(self.orders.press)
        self.panel.pressed.connect(self._press)
        self.panel.finder.picked.connect(self._pick_guest)
        self.panel.finder.left.connect(self._leave_finder)
        self.orders.shown.connect(self._show_panel)
        self.orders.search_asked.connect(self.panel.show_finder)
        self.orders.told.connect(self.told)
        self.acts.done.connect(self._catch_up)
        self.acts.refused.connect(self.refused)

    def _show_all(self) -> None:
        chosen, found = _FILTERS[self.filters.current], row_search(self.search.text())
        place, cells = self.table.place, self.rows.cells
        self._marks = {row: self.rows.mark(row) for row in self.rows.standings}
        self.table.show_rows(
            [
                cells.row(standing, self._marks[row], self.rows.proposal(row))
                for row, standing in self.rows.standings.items()
                if chosen.lets_through(self._marks[row]) and found(standing)
            ]
        )
        if self.table.selected is None:
            self.table.select_place(place)
        self._name_parts()
        self._show_selected()

    def _show_proposals(self) -> None:
        """Put what was found into the rows on show."""
        if _FILTERS[self.filters.current] is RowFilter.SURE:
            self._show_all()
            return
        cells = self.rows.cells
        self._marks = {row: self.rows.mark(row) for row in self.rows.standings}
        self.table.rows.update_rows(
            [
                cells.row(
                    self.rows.standings[shown.key],
                    self._marks[shown.key],
                    self.rows.proposal(shown.key),
                )
                for shown in self.table.rows.rows
            ]
        )
        self._name_parts()
        if not self.panel.is_asking:
            self._show_selected()

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _name_parts(self) -> None:
        """Count what each filter holds, and say on the button what it accepts."""
        translate = QCoreApplication.translate
        counts = Counter(self._marks.values())
        captions = (
            translate("TransfersView", "To do %1"),
            translate("TransfersView", "Sure %1"),
            translate("TransfersView", "Unidentified %1"),
            translate("TransfersView", "Cleared %1"),
            translate("TransfersView", "Ignored %1"),
            translate("TransfersView", "All %1"),
        )
        for number, caption in enumerate(captions):
            held = sum(n for mark, n in counts.items() if _FILTERS[number].lets_through(mark))
            chip = self.filters.chips[number]
            chip.set_caption(filled(caption, f"{held:,}"))
            chip.setVisible(bool(held) or chip.isChecked() or _FILTERS[number] in _ALWAYS)
        sure = self.rows.sure()
        count = len(sure)
        amount = Money(sum(one.row.amount for one in sure), self.rows.plan.currency)
        words = translate("TransfersView", "Accept %n sure row(s)", "", count)
        self.accept.set_caption(f"{words} · {format_money(amount)}")
        self.accept.setVisible(count > 0)

    def _step_filter(self, step: int) -> None:
        offered = [n for n, chip in enumerate(self.filters.chips) if not chip.isHidden()]
        place = offered.index(self.filters.current)
        self.filters.choose(offered[(place + step) % len(offered)])

    def _follow_selection(self) -> None:
        if not self._is_catching_up:
            self._show_selected()

    def _show_selected(self) -> None:
        row = self.table.selected or ""
        self.panel.setVisible(bool(row))
        self.orders.show_row(row)

    def _show_panel(self, view: PanelView) -> None:
        self.panel.show_view(view)

    def _press(self, key: str) -> None:
        """Do what a click on a key means, with the keyboard back at the rows."""
        self.table.setFocus()
        self.orders.press(key)

    def _pick_guest(self, guest: str) -> None:
        self._leave_finder()
        self.orders.pick_guest(guest)

    def _leave_finder(self) -> None:
        self.panel.hide_finder()
        self.table.setFocus()

    def _catch_up(self, rows: tuple[str, ...]) -> None:
        """Show what an act did, keeping the selection where the eye is."""
        place = self.table.place
        self._is_catching_up = True
        self.rows.catch_up(rows)
        shown = {row.key for row in self.table.rows.rows}
        if len(rows) == 1 and rows[0] in shown:
            self._catch_up_row(rows[0], place)
        else:
            self._show_all()
            if len(rows) == 1:
                self.table.select(rows[0])
        self._is_catching_up = False
        self._name_parts()
        self._show_selected()
        self.recorded.emit(rows)

    def _catch_up_row(self, row: str, place: int) -> None:
        self._marks[row] = mark = self.rows.mark(row)
        if not _FILTERS[self.filters.current].lets_through(mark):
            self.table.rows.remove_row(row)
            self.table.select_place(place)
        else:
            fresh = self.rows.cells.row(self.rows.standings[row], mark, self.rows.proposal(row))
            self.table.rows.replace_row(fresh)
            if mark is RowMark.CLEARED:
                self.table.select_place(place + 1)
