"""Carrying cash between a box and the safe in mid-shift: to it 中間回収, or from it 釣銭補充."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_app.domain.drawer import DropAboveCash
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.money import Money, parse_money
from reception_app.services import drawers
from reception_app.storage import settings
from reception_app.storage.fact_journal import new_id
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


class CarryDialog(FormDialog):
    """Asks how much; `carried` is what was, None until then."""

    def __init__(self, workplace: Workplace, desk: Desk, window: QWidget, *, to_safe: bool) -> None:
        translate = QCoreApplication.translate
        if to_safe:
            title = translate("CarryDialog", "Cash box %1: carry cash to the safe")
            deed = translate("CarryDialog", "Carry to the safe")
        else:
            title = translate("CarryDialog", "Cash box %1: fetch change from the safe")
            deed = translate("CarryDialog", "Put into the box")
        super().__init__(window, filled(title, desk.letter), deed=deed)
        self._workplace = workplace
        self._desk = desk
        self._to_safe = to_safe
        self._entry = new_id()
        self._currency = settings.find_event(workplace.event_file).currency
        self.carried: Money | None = None
        self.amount = QLineEdit()
        self.body.addLayout(captioned(translate("CarryDialog", "Amount"), self.amount))
        self.amount.textEdited.connect(self._clear)
        self.amount.setFocus()

    @classmethod
    def ask(
        cls, workplace: Workplace, desk: Desk, window: QWidget, *, to_safe: bool
    ) -> Money | None:
        """What was carried; None when nothing was."""
        dialog = cls(workplace, desk, window, to_safe=to_safe)
        dialog.taken()
        return dialog.carried

    def accept(self) -> None:
        """Record it, or say what is wrong with the amount."""
        event_file, now = self._workplace.event_file, self._workplace.now()
        carry = drawers.drop_cash if self._to_safe else drawers.top_up
        try:
            amount = parse_money(self.amount.text(), self._currency)
            carry(event_file, amount, desk=self._desk, now=now, entry_id=self._entry)
        except DropAboveCash:
            # The shared sentence names what should be in the box: that is for after the count.
            self._refuse(
                QCoreApplication.translate(
                    "CarryDialog", "That cannot be taken out of this box. Check the amount."
                )
            )
        except ReceptionError as error:
            self._refuse(self._workplace.wording.error(error))
        else:
            self.carried = amount
            self._workplace.changed.emit()
            super().accept()

    def _clear(self) -> None:
        self.tell("")

    def _refuse(self, words: str) -> None:
        self.tell(words)
        self.amount.setFocus()
        self.amount.selectAll()
