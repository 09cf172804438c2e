"""Acts on what a guest paid too much or still owes: give back, move, keep as a gift, write off."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import SINGLE_TENDERS, Tender
from reception_app.domain.money import Money, format_money, format_number, parse_money
from reception_app.services import overpayments, write_offs
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import GuestRow
from reception_app.storage.journal import find_last_tender
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


class AmountDialog(FormDialog):
    """Asks for an amount, all there is to begin with, and a reason.

    `recorded` is what was recorded, None while nothing was. The act has its id from the moment the
    dialog opens, so that Enter pressed twice does it once.
    """

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        title: str,
        *,
        most: Money,
        deed: str,
        meaning: str = "",
        reasons: Sequence[str] = (),
    ) -> None:
        super().__init__(window, title, deed=deed, meaning=meaning)
        self.workplace = workplace
        self.entry = new_id()
        self.recorded: Money | None = None
        self.amount = QLineEdit(format_number(most))
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(["", *reasons])
        self._currency = most.currency
        self.body.addLayout(
            captioned(QCoreApplication.translate("AmountDialog", "Amount"), self.amount)
        )
        self.amount.textEdited.connect(self._clear)
        self.reason.editTextChanged.connect(self._clear)
        self.amount.setFocus()
        self.amount.selectAll()

    def add_reason(self, caption: str) -> None:
        """Ask for the reason below what stands there already."""
        self.body.addLayout(captioned(caption, self.reason))

    def record(self, amount: Money, reason: str) -> None:
        """Do the act.

        Raises:
            ReceptionError: it cannot be done; nothing was recorded.
        """
        raise NotImplementedError

    def accept(self) -> None:
        """Do the act, or say what is wrong."""
        try:
            amount = parse_money(self.amount.text(), self._currency)
            self.record(amount, self.reason.currentText())
        except ReceptionError as error:
            self.tell(self.workplace.wording.error(error))
            return
        self.recorded = amount
        super().accept()

    def _clear(self) -> None:
        self.tell("")


class RefundDialog(AmountDialog):
    """Asks how much is given back, by which channel, and why."""

    def __init__(self, workplace: Workplace, row: GuestRow, window: QWidget) -> None:
        translate = QCoreApplication.translate
        event_file = workplace.event_file
        most = overpayments.refundable(event_file, row.guest.id)
        super().__init__(
            workplace,
            window,
            filled(translate("AmountDialog", "Give back to %1"), row.guest.name),
            most=most,
            deed=translate("AmountDialog", "Give back"),
            meaning=filled(translate("AmountDialog", "%1 are paid too much."), format_money(most)),
            reasons=(
                translate("AmountDialog", "Paid twice"),
                translate("AmountDialog", "Cancelled"),
                translate("AmountDialog", "Discount after the payment"),
            ),
        )
        self._guest = row.guest.id
        desk = workplace.desk
        box = filled(translate("AmountDialog", "Cash, box %1"), desk.letter if desk else "")
        self._channels: tuple[tuple[Tender, bool], ...] = (
            *(((Tender.CASH, True),) if desk else ()),
            (Tender.CASH, False),
            *((tender, False) for tender in SINGLE_TENDERS if tender is not Tender.CASH),
        )
        safe = translate("AmountDialog", "Cash, safe")
        self.channels = ChipRow(
            *(
                box
                if from_box
                else safe
                if tender is Tender.CASH
                else workplace.wording.text("tender", tender)
                for tender, from_box in self._channels
            )
        )
        last = find_last_tender(event_file, row.guest.id)
        usual = [n for n, (tender, _) in enumerate(self._channels) if tender is last]
        self.channels.choose(usual[0] if usual else 0)
        self.slip = QCheckBox(translate("AmountDialog", "Write a slip for the guest to sign"))
        self.slip.setChecked(True)
        self.body.addLayout(captioned(translate("AmountDialog", "By which channel"), self.channels))
        self.add_reason(translate("AmountDialog", "Reason"))
        self.body.addWidget(self.slip)

    def record(self, amount: Money, reason: str) -> None:
        """Give it back."""
        tender, from_box = self._channels[self.channels.current]
        overpayments.refund(
            self.workplace.event_file,
            self._guest,
            amount,
            tender,
            reason,
            entry_id=self.entry,
            desk=self.workplace.desk if from_box else None,
            now=self.workplace.now(),
            operator=self.workplace.operator,
        )


class MoveDialog(AmountDialog):
    """Asks whose fee is paid with what a guest paid too much."""

    def __init__(
        self, workplace: Workplace, row: GuestRow, owing: Sequence[GuestRow], window: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        most = overpayments.refundable(workplace.event_file, row.guest.id)
        super().__init__(
            workplace,
            window,
            filled(translate("AmountDialog", "Move what %1 paid too much"), row.guest.name),
            most=most,
            deed=translate("AmountDialog", "Move"),
            meaning=translate("AmountDialog", "It pays another guest's fee. No money moves."),
        )
        self._most = most
        self._payer = row.guest.id
        self._owing = tuple(one for one in owing if one.guest.id != row.guest.id)
        self.target = QComboBox()
        self.target.setEditable(True)
        self.target.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for one in self._owing:
            due = format_money(Money(one.balance.due, most.currency))
            self.target.addItem(f"{one.guest.number}  {one.guest.name}  {due}", one.guest.id)
        completer = self.target.completer()
        assert completer is not None, "an editable list completes"
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.target.setCurrentIndex(0 if len(self._owing) == 1 else -1)
        self.body.addLayout(captioned(translate("AmountDialog", "Whose fee"), self.target))
        self.target.currentIndexChanged.connect(self._propose)
        self.target.setFocus()
        self._propose()

    def record(self, amount: Money, reason: str) -> None:
        """Move it."""
        overpayments.move_overpayment(
            self.workplace.event_file,
            self._payer,
            self._chosen(),
            amount,
            entry_id=self.entry,
            now=self.workplace.now(),
            operator=self.workplace.operator,
            reason=reason,
        )

    def _chosen(self) -> str:
        """The id of whose fee is paid; the payer's own when nobody is chosen, which is refused."""
        place = self.target.findText(self.target.currentText())
        return str(self.target.itemData(place)) if place >= 0 else self._payer

    def _propose(self) -> None:
        """As much as is there and as is due."""
        place = self.target.currentIndex()
        if 0 <= place < len(self._owing):
            due = Money(self._owing[place].balance.due, self._most.currency)
            self.amount.setText(format_number(min(due, self._most)))


class GiftDialog(AmountDialog):
    """Asks how much of what a guest paid too much is a gift."""

    def __init__(self, workplace: Workplace, row: GuestRow, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            workplace,
            window,
            filled(translate("AmountDialog", "Keep what %1 paid too much"), row.guest.name),
            most=overpayments.refundable(workplace.event_file, row.guest.id),
            deed=translate("AmountDialog", "Keep as a gift"),
            meaning=translate("AmountDialog", "Only if the guest said so."),
        )
        self._guest = row.guest.id
        self.add_reason(translate("AmountDialog", "Remark"))

    def record(self, amount: Money, reason: str) -> None:
        """Keep it."""
        overpayments.keep_as_gift(
            self.workplace.event_file,
            self._guest,
            amount,
            entry_id=self.entry,
            now=self.workplace.now(),
            operator=self.workplace.operator,
            reason=reason,
        )


class WriteOffDialog(AmountDialog):
    """Asks how much of a guest's debt nobody expects any more, and why."""

    def __init__(self, workplace: Workplace, row: GuestRow, currency: str, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            workplace,
            window,
            filled(translate("AmountDialog", "Write off what %1 owes"), row.guest.name),
            most=Money(row.balance.due, currency),
            deed=translate("AmountDialog", "Write off"),
            meaning=translate(
                "AmountDialog", "The charge stays on record, but nobody asks for it any more."
            ),
            reasons=(
                translate("AmountDialog", "Cannot be reached"),
                translate("AmountDialog", "Too small to ask for"),
            ),
        )
        self._guest = row.guest.id
        self.add_reason(translate("AmountDialog", "Reason"))

    def record(self, amount: Money, reason: str) -> None:
        """Write it off."""
        write_offs.write_off(
            self.workplace.event_file,
            self._guest,
            amount,
            reason,
            entry_id=self.entry,
            now=self.workplace.now(),
            operator=self.workplace.operator,
        )
