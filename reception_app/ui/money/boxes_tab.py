"""The cash boxes: open, count, close, carry cash to the safe."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from reception_app.domain.drawer import Shift
from reception_app.domain.event import Desk
from reception_app.domain.money import format_money
from reception_app.storage import drawers, settings
from reception_app.ui.cash_box_dialog import CashBoxDialog, DropDialog
from reception_app.ui.desk_dialog import DeskDialog
from reception_app.ui.money.box_rows import box_state
from reception_app.ui.money.boxes_card import BoxesCard
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.screen_text import filled
from reception_app.ui.workplace import Workplace


class BoxesTab(MoneyTab):
    """Every shift of every cash box."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        self.card = BoxesCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.setFocusProxy(self.card.table)
        self.card.count_asked.connect(self._count)
        self.card.drop_asked.connect(self._drop)
        self.card.opening_asked.connect(self._open_box)

    def refresh(self) -> None:
        """Read the cash boxes again."""
        event_file = self.workplace.event_file
        states = tuple(box_state(event_file, shift) for shift in drawers.list_shifts(event_file))
        desk = self.workplace.desk
        operators = settings.list_operators(event_file)
        self.card.show_boxes(states, operators, desk.letter if desk else "")

    def _count(self, shift: Shift) -> None:
        desk = self.desk()
        if desk is None:
            return
        closed = CashBoxDialog.ask(self.workplace, Desk(shift.box, desk.operator), self)
        self.refresh()
        if closed is not None and closed.counted is not None:
            words = QCoreApplication.translate(
                "BoxesTab", "Cash box %1 is closed. %2 went to the safe."
            )
            self.acted.emit(filled(words, closed.box, format_money(closed.counted)))

    def _drop(self, shift: Shift) -> None:
        desk = self.desk()
        if desk is None:
            return
        dropped = DropDialog.ask(self.workplace, Desk(shift.box, desk.operator), self)
        if dropped is not None:
            words = QCoreApplication.translate("BoxesTab", "%1 went to the safe.")
            self.acted.emit(filled(words, format_money(dropped)))

    def _open_box(self) -> None:
        if DeskDialog.ask(self.workplace, self.preferences, self) is not None:
            self.refresh()
