"""The cash boxes: open, count, close, hand over, carry cash, and which change to bring."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from reception_app.domain.drawer import Shift
from reception_app.domain.event import Desk
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress
from reception_app.storage import drawers, settings
from reception_app.storage.event_file import EventReader
from reception_app.ui.cash_box.carry_dialog import CarryDialog
from reception_app.ui.cash_box.change_dialog import ChangeDialog
from reception_app.ui.cash_box.dialog import CashBoxDialog
from reception_app.ui.cash_box.result_page import CashGoes
from reception_app.ui.door.desk_dialog import DeskDialog
from reception_app.ui.money.box_rows import box_state
from reception_app.ui.money.boxes_card import BoxesCard
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import KeptDesk, Preferences
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
        self.card.hand_over_asked.connect(self._hand_over)
        self.card.drop_asked.connect(self._drop)
        self.card.top_up_asked.connect(self._top_up)
        self.card.slip_asked.connect(self._write_slip)
        self.card.opening_asked.connect(self._open_box)
        self.card.change_asked.connect(self._show_change)

    def refresh(self) -> None:
        """Read the cash boxes again."""
        event_file = self.workplace.event_file
        states = tuple(box_state(event_file, shift) for shift in drawers.list_shifts(event_file))
        desk = self.workplace.desk
        operators = settings.list_operators(event_file)
        self.card.show_boxes(states, operators, desk.letter if desk else "")

    def _count(self, shift: Shift) -> None:
        self._ask_count(shift, CashGoes.TO_THE_SAFE)

    def _hand_over(self, shift: Shift) -> None:
        self._ask_count(shift, CashGoes.HANDED_OVER)

    def _ask_count(self, shift: Shift, goes: CashGoes) -> None:
        desk = self.desk()
        if desk is None:
            return
        at_box = Desk(shift.box, desk.operator)
        closed = CashBoxDialog.ask(self.workplace, at_box, self, goes=goes)
        self.refresh()
        if closed is not None and closed.counted is not None:
            self.acted.emit(self._closed_words(closed, closed.counted))

    def _closed_words(self, closed: Shift, counted: Money) -> str:
        translate = QCoreApplication.translate
        after = drawers.find_open_shift(self.workplace.event_file, closed.box)
        if after is not None and after.follows == closed.id:
            name = self._work_on(after)
            words = translate("BoxesTab", "Cash box %1 goes on with %2: %3.")
            return filled(words, closed.box, format_money(counted), name)
        if closed.kept:
            words = translate("BoxesTab", "Cash box %1 is closed. %2 stay in it.")
        else:
            words = translate("BoxesTab", "Cash box %1 is closed. %2 went to the safe.")
        return filled(words, closed.box, format_money(counted))

    def _work_on(self, after: Shift) -> str:
        """Let whoever took this desk's box over work here; returns their name."""
        event_file, here = self.workplace.event_file, self.workplace.desk
        name = settings.list_operators(event_file).get(after.operator, "")
        if here is not None and here.letter == after.box:
            kept = KeptDesk(after.box, name, with_cash=True)
            self.preferences.keep_desk(settings.find_event(event_file).id, kept)
            self.workplace.work_at(Desk(after.box, after.operator))
        return name

    def _drop(self, shift: Shift) -> None:
        self._carry(shift, to_safe=True)

    def _top_up(self, shift: Shift) -> None:
        self._carry(shift, to_safe=False)

    def _carry(self, shift: Shift, *, to_safe: bool) -> None:
        desk = self.desk()
        if desk is None:
            return
        at_box = Desk(shift.box, desk.operator)
        carried = CarryDialog.ask(self.workplace, at_box, self, to_safe=to_safe)
        if carried is None:
            return
        translate = QCoreApplication.translate
        if to_safe:
            words = translate("BoxesTab", "%1 went to the safe.")
        else:
            words = translate("BoxesTab", "%1 from the safe are in the box.")
        self.acted.emit(filled(words, format_money(carried)))

    def _open_box(self) -> None:
        if DeskDialog.ask(self.workplace, self.preferences, self) is not None:
            self.refresh()

    def _show_change(self) -> None:
        ChangeDialog(self.workplace, self).taken()

    def _write_slip(self, shift: Shift) -> None:
        translate = QCoreApplication.translate
        opened = f"{shift.opened_at.astimezone():%m-%d %H%M}"
        name = filled(translate("BoxesTab", "closing slip %1 %2.pdf"), shift.box, opened)
        self.write_file(name, translate("BoxesTab", "PDF document"), partial(write_slip, shift))


def write_slip(shift: Shift, event: EventReader, place: Path, progress: Progress) -> None:
    """Write the closing slip of a shift."""
    # Loaded when first used: the page opens faster without the makers of documents.
    from reception_app.services.closing_slip import write_closing_slip

    write_closing_slip(event, place, shift, progress=progress)
