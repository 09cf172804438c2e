"""The cash boxes with what is to be done about them: count, close, hand over, carry cash."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget

from reception_app.domain.drawer import Shift
from reception_app.ui import theme
from reception_app.ui.money.box_rows import BoxState, box_headings, box_rows
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.label import Label, button_caption

_EDGE = theme.GRID * 2


class BoxesCard(Card):
    """The table of shifts; its signals carry the `Shift` they are about.

    `opening_asked` asks for a box to be opened at this desk, `change_asked` for the plan of which
    change to bring.
    """

    count_asked = Signal(object)
    hand_over_asked = Signal(object)
    drop_asked = Signal(object)
    top_up_asked = Signal(object)
    slip_asked = Signal(object)
    opening_asked = Signal()
    change_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self._states: tuple[BoxState, ...] = ()
        translate = QCoreApplication.translate
        self.count = ActionButton(
            translate("BoxesCard", "Count and close…"), key="F6", primary=True
        )
        self.hand_over = ActionButton(translate("BoxesCard", "Hand over…"), key="F7")
        self.more = ActionButton(translate("BoxesCard", "More ▾"))
        self._menu = QMenu(self.more)
        self.drop = self._add(translate("BoxesCard", "Carry to the safe…"), "F8")
        self.top_up = self._add(translate("BoxesCard", "Change from the safe…"), "Shift+F8")
        self.slip = self._add(translate("BoxesCard", "Closing slip as PDF…"), "F9")
        self.open = self._add(translate("BoxesCard", "Open a cash box…"), "Ctrl+N")
        self.change = self._add(translate("BoxesCard", "Change to bring…"), "Ctrl+B")
        self._open_first = ActionButton(translate("BoxesCard", "Open a cash box…"), primary=True)
        self.table = RowTable(box_headings())
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()
        self._allow()

    def show_boxes(
        self, states: tuple[BoxState, ...], operators: dict[str, str], desk: str = ""
    ) -> None:
        """Show these shifts; an open one is selected to begin with.

        `desk` is the letter of this desk: while its own box is open, there is none to open.
        """
        self._states = states
        self.table.show_rows(box_rows(states, operators))
        self._stack.setCurrentIndex(0 if states else 1)
        for button in (self.count, self.hand_over):
            button.setVisible(bool(states))
        self.open.setEnabled(not any(one.is_open and one.shift.box == desk for one in states))
        if self.selected is None or self.selected.closed_at is not None:
            still_open = [state.shift.id for state in states if state.is_open]
            if still_open:
                self.table.select(still_open[0])
        self._allow()

    @property
    def selected(self) -> Shift | None:
        """The shift whose row is selected."""
        state = self._selected_state()
        return state.shift if state else None

    def _selected_state(self) -> BoxState | None:
        key = self.table.selected
        return next((state for state in self._states if state.shift.id == key), None)

    def _add(self, caption: str, key: str) -> QAction:
        """An act of the menu whose key acts while the card is on show."""
        action = self._menu.addAction(button_caption(caption))
        action.setShortcut(key)
        self.addAction(action)
        return action

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.more.setMenu(self._menu)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(Label(translate("BoxesCard", "Cash boxes"), bold=True), 1)
        head.addWidget(self.more)
        head.addWidget(self.hand_over)
        head.addWidget(self.count)
        empty = EmptyState(
            "money",
            translate("BoxesCard", "No cash box was opened yet"),
            translate("BoxesCard", "It is opened with its float when somebody works at a desk."),
            self._open_first,
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.count.clicked.connect(self._ask_count)
        self.hand_over.clicked.connect(self._ask_hand_over)
        self.drop.triggered.connect(self._ask_drop)
        self.top_up.triggered.connect(self._ask_top_up)
        self.slip.triggered.connect(self._ask_slip)
        self.open.triggered.connect(self.opening_asked)
        self.change.triggered.connect(self.change_asked)
        self._open_first.clicked.connect(self.opening_asked)
        self.table.selectionModel().selectionChanged.connect(self._allow)

    def _allow(self) -> None:
        state = self._selected_state()
        for act in (self.count, self.hand_over, self.drop, self.top_up):
            act.setEnabled(state is not None and state.is_open)
        self.slip.setEnabled(state is not None and state.difference is not None)

    def _ask_count(self) -> None:
        self.count_asked.emit(self.selected)

    def _ask_hand_over(self) -> None:
        self.hand_over_asked.emit(self.selected)

    def _ask_drop(self) -> None:
        self.drop_asked.emit(self.selected)

    def _ask_top_up(self) -> None:
        self.top_up_asked.emit(self.selected)

    def _ask_slip(self) -> None:
        self.slip_asked.emit(self.selected)
