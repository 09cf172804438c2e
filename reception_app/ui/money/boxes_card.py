"""The cash boxes with what is to be done about them: count, close, carry cash to the safe."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from reception_app.domain.drawer import Shift
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.card import Card, EmptyState
from reception_app.ui.label import Label
from reception_app.ui.money.box_rows import BoxState, box_headings, box_rows
from reception_app.ui.money.cell_table import RowTable

_EDGE = theme.GRID * 2


class BoxesCard(Card):
    """The table of shifts; its signals carry the `Shift` they are about.

    `opening_asked` asks for a box to be opened at this desk.
    """

    count_asked = Signal(object)
    drop_asked = Signal(object)
    opening_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self._states: tuple[BoxState, ...] = ()
        translate = QCoreApplication.translate
        self.count = ActionButton(translate("BoxesCard", "Count and close…"), primary=True)
        self.drop = ActionButton(translate("BoxesCard", "Carry to the safe…"))
        self.open = ActionButton(translate("BoxesCard", "Open a cash box…"))
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
        for button in (self.count, self.drop, self.open):
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
        key = self.table.selected
        return next((state.shift for state in self._states if state.shift.id == key), None)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(Label(translate("BoxesCard", "Cash boxes"), bold=True), 1)
        head.addWidget(self.open)
        head.addWidget(self.drop)
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
        self.drop.clicked.connect(self._ask_drop)
        self.open.clicked.connect(self.opening_asked)
        self._open_first.clicked.connect(self.opening_asked)
        self.table.selectionModel().selectionChanged.connect(self._allow)

    def _allow(self) -> None:
        shift = self.selected
        can = shift is not None and shift.closed_at is None
        self.count.setEnabled(can)
        self.drop.setEnabled(can)

    def _ask_count(self) -> None:
        if self.selected is not None:
            self.count_asked.emit(self.selected)

    def _ask_drop(self) -> None:
        if self.selected is not None:
            self.drop_asked.emit(self.selected)
