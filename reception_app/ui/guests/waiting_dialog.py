"""The waiting list キャンセル待ち: who is next, how many places are free, accepted in order."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestStatus
from reception_app.services import event_setup, waiting_list
from reception_app.services.guest_undo import GuestBefore, put_back, standing_of
from reception_app.storage import guests, settings
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.parts import message
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_ROWS = 8


class WaitingDialog(FormDialog):
    """Nobody is overtaken: always the party that has waited longest. `changed` is set by a deed."""

    def __init__(self, window: QWidget, workplace: Workplace) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("WaitingDialog", "Waiting list"), width=820)
        self._work = workplace
        self._undo: list[tuple[GuestBefore, ...]] = []
        self.changed = False
        self.capacity = QLineEdit()
        self.places = Label(wrap=True)
        self.table = RowTable(
            (
                Heading(translate("WaitingDialog", "Place"), 64, is_figure=True),
                Heading(translate("WaitingDialog", "Guest"), 240),
                Heading(translate("WaitingDialog", "Company"), 0),
                Heading(translate("WaitingDialog", "Heads"), 72, is_figure=True),
            )
        )
        self.next = ActionButton(
            translate("WaitingDialog", "Accept the next"), key="F6", primary=True
        )
        self.all = ActionButton(translate("WaitingDialog", "Accept all that fit"), key="F7")
        self.back = ActionButton(translate("WaitingDialog", "Undo"), key="Ctrl+Z", icon="undo")
        self._build_layout()
        self._connect()
        self._show()
        self.table.setFocus()

    @classmethod
    def open_over(cls, window: QWidget, workplace: Workplace) -> bool:
        """Let a person see to the waiting list; whether anything was changed."""
        dialog = cls(window, workplace)
        dialog.exec()
        dialog.deleteLater()
        return dialog.changed

    def accept_next(self) -> None:
        """Accept the first party, beyond the capacity only after a yes."""
        parties = waiting_list.list_waiting_parties(self._work.event_file)
        if not parties:
            return
        free = waiting_list.free_places(self._work.event_file)
        beyond = free is not None and len(parties[0]) > free
        if beyond and not self._agrees_to_more(len(parties[0]), free or 0):
            return
        work = self._work
        self._promote(
            lambda: waiting_list.promote_next(
                work.event_file, now=work.now(), operator=work.operator, beyond_capacity=beyond
            )
        )

    def accept_all(self) -> None:
        """Accept one party after the other while there is room."""
        work = self._work
        self._promote(
            lambda: waiting_list.promote_all_that_fit(
                work.event_file, now=work.now(), operator=work.operator
            )
        )

    def undo(self) -> None:
        """Put those accepted last back on the waiting list, where they stood."""
        work = self._work
        if self._undo and self._attempt(
            lambda: put_back(
                work.event_file, self._undo[-1], now=work.now(), operator=work.operator
            )
        ):
            self._undo.pop()
            self._show()

    def set_capacity(self) -> None:
        """Write how many guests there is room for."""
        work, text = self._work, self.capacity.text().strip()
        known = settings.find_event(work.event_file).capacity
        if text != ("" if known is None else str(known)):
            self._attempt(
                lambda: event_setup.change_event(
                    work.event_file, {"capacity": text}, now=work.now(), operator=work.operator
                )
            )
            self._show()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.capacity.setFixedWidth(120)
        self.capacity.setPlaceholderText(translate("WaitingDialog", "no limit"))
        head = QHBoxLayout()
        head.setSpacing(theme.GRID * 2)
        head.addLayout(captioned(translate("WaitingDialog", "Room for"), self.capacity))
        head.addWidget(self.places, 1)
        self.table.setMinimumHeight(_ROWS * theme.ROW_HEIGHT)
        self.body.addLayout(head)
        self.body.addWidget(self.table)
        for place, button in enumerate((self.next, self.all, self.back)):
            button.setAutoDefault(False)
            self.foot.insertWidget(place, button)

    def _connect(self) -> None:
        self.next.clicked.connect(self.accept_next)
        self.all.clicked.connect(self.accept_all)
        self.back.clicked.connect(self.undo)
        self.capacity.editingFinished.connect(self.set_capacity)

    def _promote(self, deed: Callable[[], object]) -> None:
        event = self._work.event_file
        waiting = [standing_of(event, guest.id) for guest in guests.list_waiting(event)]
        if self._attempt(deed):
            left = {guest.id for guest in guests.list_waiting(event)}
            self._undo.append(tuple(one for one in waiting if one.guest not in left))
            self._show()

    def _attempt(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except ReceptionError as error:
            self.tell(self._work.wording.error(error))
            return False
        self.tell("")
        self.changed = True
        return True

    def _agrees_to_more(self, heads: int, free: int) -> bool:
        translate = QCoreApplication.translate
        words = translate(
            "WaitingDialog", "They are %1, and %2 places are free. Accept them anyway?"
        )
        return message.ask(
            self,
            translate("WaitingDialog", "No place is free"),
            filled(words, heads, free),
            yes=translate("WaitingDialog", "Accept anyway"),
        )

    def _show(self) -> None:
        event = self._work.event_file
        parties = waiting_list.list_waiting_parties(event)
        capacity, free = settings.find_event(event).capacity, waiting_list.free_places(event)
        accepted = guests.count_status(event, GuestStatus.ACCEPTED)
        self.capacity.setText("" if capacity is None else str(capacity))
        translate = QCoreApplication.translate
        words = translate("WaitingDialog", "%n accepted", "", accepted)
        if free is not None:
            words += " · " + translate("WaitingDialog", "%n place(s) free", "", free)
        heads = sum(map(len, parties))
        words += " · " + translate("WaitingDialog", "%n waiting", "", heads)
        self.places.setText(words)
        self.table.show_rows(
            [
                Row(
                    party[0].id,
                    (
                        Cell(str(place), order=place),
                        Cell(f"{party[0].number} {party[0].name}", party[0].reading, bold=True),
                        Cell(party[0].company),
                        Cell(str(len(party)), order=len(party)),
                    ),
                )
                for place, party in enumerate(parties, start=1)
            ]
        )
        self.next.setEnabled(bool(parties))
        self.all.setEnabled(bool(parties) and (free is None or len(parties[0]) <= free))
        self.back.setEnabled(bool(self._undo))
