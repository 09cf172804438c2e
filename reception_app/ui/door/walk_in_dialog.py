"""The walk-in form 当日参加: who came without being on the list, in one form and by keyboard alone.

Tab goes on, Enter registers. What should make a helper think again (somebody of this name is on the
list already, nobody introduced them) is said once; the second Enter means it. The fee is asked for
next, as of any guest, or paid right here; a blank tag scanned meanwhile becomes their badge.
"""

import unicodedata

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, clean_text, fold
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money, format_money
from reception_app.services.payments import Offer, new_offer
from reception_app.services.reception import WalkIn
from reception_app.storage import guests, settings
from reception_app.storage.spare_badges import SpareBadge
from reception_app.ui import theme
from reception_app.ui.door.door_reading import is_box_open
from reception_app.ui.door.guest_completer import GuestCompleter
from reception_app.ui.door.tender_entry import TenderEntry
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_WIDTH = 720
_WAYS = {"p": Tender.PAYPAY, "paypay": Tender.PAYPAY, "c": Tender.CARD, "card": Tender.CARD}
"""What is written for a payment that is no cash."""


class WalkInDialog(QDialog):
    """The form; `given` carries a `WalkIn` and the `Offer` that pays it, None to ask for it next.

    `recognised` carries the id of a guest who is listed after all, `left` says that it is no longer
    open. A scan hides it half filled, and it shows the same again when it is next opened.
    """

    given = Signal(object, object)
    recognised = Signal(str)
    left = Signal()

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._plan = FeePlan("JPY")
        self._warned_of = ""
        self._namesake: Guest | None = None
        self.name = QLineEdit()
        self.reading = QLineEdit()
        self.company = QLineEdit()
        self.introducer = QLineEdit()
        self.waived = QComboBox()
        self.waived.setEditable(True)
        self.payment = QLineEdit()
        self.category = QComboBox()
        self._spare: SpareBadge | None = None
        self._payment_says = Label(tone="muted")
        self._tag_says = Label(tone="muted", wrap=True)
        GuestCompleter(workplace.event_file, self.introducer)
        self._fee = Label(bold=True)
        self._warning = Label(tone="warn", wrap=True)
        self._known = ActionButton("", key="F2")
        self._leave = ActionButton("", key="Esc")
        self._register = ActionButton("", key="Enter", primary=True)
        self._build_layout()
        self._connect()

    def begin(self, name: str = "") -> None:
        """Open the form; `name` is what was typed on the scan line before."""
        if name:
            self.name.setText(name)
        self._set_texts()
        self._read_plan()
        self._show_spare()
        self._waived_row(shown=False)
        self._forget_warning()
        self.open()
        (self.reading if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty the form for the next walk-in; the category stays."""
        for field in (self.name, self.reading, self.company, self.introducer, self.payment):
            field.clear()
        self.waived.setCurrentIndex(0)
        self._spare = None

    def take_spare(self, spare: SpareBadge) -> None:
        """Make this blank tag the walk-in's badge when they are registered."""
        self._spare = spare
        self._show_spare()

    def accept(self) -> None:
        """Register, unless something is to be thought of first."""
        if not clean_text(self.name.text()):
            self._say(QCoreApplication.translate("WalkIn", "Write the name."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        doubts = self._doubts()
        if doubts and self._warned_of != doubts:
            self._warn(doubts)
            return
        offer = self._offer()
        if self._is_paid_here() and offer is None:
            self.payment.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        introduced = bool(clean_text(self.introducer.text()))
        self.given.emit(
            WalkIn(
                name=self.name.text(),
                reading=self.reading.text(),
                company=self.company.text(),
                category=self.category.currentData() or "",
                introducer=self.introducer.text(),
                not_introduced="" if introduced else self.waived.currentText(),
                spare=self._spare.code if self._spare else "",
            ),
            offer,
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the form needs."""
        super().showEvent(event)
        self.adjustSize()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Give the keys back to the door."""
        super().hideEvent(event)
        self.left.emit()

    def _build_layout(self) -> None:
        self.setMinimumWidth(_WIDTH)
        self._title = Label(size=Type.TITLE, bold=True)
        self._labels = [Label(tone="muted") for _ in range(8)]
        form = QFormLayout()
        form.setHorizontalSpacing(theme.GRID * 2)
        form.setVerticalSpacing(12)
        category = QHBoxLayout()
        category.setSpacing(theme.GRID * 2)
        category.addWidget(self.category, 1)
        category.addWidget(self._fee)
        chosen = QWidget()
        chosen.setLayout(category)
        category.setContentsMargins(0, 0, 0, 0)
        paid = QWidget()
        payment = QHBoxLayout(paid)
        payment.setContentsMargins(0, 0, 0, 0)
        payment.setSpacing(theme.GRID * 2)
        payment.addWidget(self.payment, 1)
        payment.addWidget(self._payment_says, 2)
        self._form = form
        fields = (
            self.name, self.reading, self.company, chosen, self.introducer, self.waived, paid,
            self._tag_says,
        )  # fmt: skip
        for label, field in zip(self._labels, fields, strict=True):
            form.addRow(label, field)
            label.setMinimumHeight(theme.CONTROL_HEIGHT)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self._known)
        foot.addStretch()
        foot.addWidget(self._leave)
        foot.addWidget(self._register)
        self._register.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(self._warning)
        column.addLayout(foot)
        self._known.setAutoDefault(False)
        self._leave.setAutoDefault(False)

    def _connect(self) -> None:
        self._register.clicked.connect(self.accept)
        self._leave.clicked.connect(self._give_up)
        self._known.clicked.connect(self._recognise)
        self.category.currentIndexChanged.connect(self._show_fee)
        self.payment.textChanged.connect(self._show_payment)
        for field in (self.name, self.introducer):
            field.textChanged.connect(self._forget_warning)

    def reject(self) -> None:
        """Give the form up at Escape: nothing of it is kept."""
        self._give_up()

    def _give_up(self) -> None:
        self.clear()
        self.hide()

    def _set_texts(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("WalkIn", "Walk-in"))
        self._title.setText(self.windowTitle())
        captions = (
            translate("WalkIn", "Name"),
            translate("WalkIn", "Reading"),
            translate("WalkIn", "Company"),
            translate("WalkIn", "Category"),
            translate("WalkIn", "Introduced by"),
            translate("WalkIn", "By nobody: why"),
            translate("WalkIn", "Paid now"),
            translate("WalkIn", "Name tag"),
        )
        reasons = (
            translate("WalkIn", "The organizer invited them"),
            translate("WalkIn", "Speaker, staff or press"),
            translate("WalkIn", "Nobody did; the organizer agreed"),
        )
        self.waived.clear()
        self.waived.addItems(reasons)
        self.payment.setPlaceholderText(translate("WalkIn", "10, P or C"))
        for label, caption in zip(self._labels, captions, strict=True):
            label.setText(caption)
        self._leave.set_caption(translate("WalkIn", "Cancel"))
        self._known.set_caption(translate("WalkIn", "It is the one on the list"))

    def _read_plan(self) -> None:
        self._plan = settings.find_fee_plan(self._workplace.event_file)
        chosen = self.category.currentData()
        self.category.clear()
        for category in self._plan.categories:
            self.category.addItem(category.name, category.code)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))
        self._show_fee()

    def _show_fee(self) -> None:
        code = self.category.currentData()
        if code:
            fee = self._plan.fee(code, on=self._workplace.now().date(), walk_in=True)
            self._fee.setText(format_money(fee))
        self._show_payment()

    def _due(self) -> Money:
        code = self.category.currentData()
        if not code:
            return Money(0, self._plan.currency)
        return self._plan.fee(code, on=self._workplace.now().date(), walk_in=True)

    def _entry(self) -> TenderEntry:
        """What is written as paid, read as the tender pad reads keys; `=` is exact cash."""
        text = unicodedata.normalize("NFKC", self.payment.text()).strip().lower()
        entry = TenderEntry(self._due())
        way = _WAYS.get(text)
        return entry.chosen(way) if way else entry.with_typed(text.removeprefix("="))

    def _offer(self) -> Offer | None:
        """How the fee is paid here; None where it is to be asked for, or cannot be taken so."""
        taking = self._entry().taking() if self._is_paid_here() else None
        return taking.offer(new_offer(taking.tender).id) if taking else None

    def _is_paid_here(self) -> bool:
        return bool(self.payment.text().strip() and self._due()) and self._is_box_open()

    def _show_payment(self) -> None:
        translate = QCoreApplication.translate
        due, tone = self._due(), "muted"
        if not due:
            says = translate("WalkIn", "Nothing is due.")
        elif not self.payment.text().strip():
            says = translate("WalkIn", "Empty: asked for next")
        else:
            taking = self._entry().taking()
            if taking is None:
                says, tone = translate("WalkIn", "This is less than the fee."), "danger"
            elif taking.tender is Tender.CASH:
                says = filled(translate("WalkIn", "Cash, change %1"), taking.received - due)
            else:
                name = self._workplace.wording.text("tender", taking.tender)
                says = f"{name} {format_money(due)}"
        self.payment.setEnabled(bool(due) and self._is_box_open())
        if due and not self._is_box_open():
            says = translate("WalkIn", "The cash box is not open.")
        self._payment_says.setText(says)
        self._payment_says.set_tone("danger" if tone == "danger" else "muted")

    def _is_box_open(self) -> bool:
        desk = self._workplace.desk
        return desk is not None and is_box_open(self._workplace.event_file, desk)

    def _show_spare(self) -> None:
        translate = QCoreApplication.translate
        if self._spare is None:
            self._tag_says.setText(translate("WalkIn", "Scan a blank tag, if you have one."))
        else:
            text = translate("WalkIn", "Blank tag %1 becomes the badge.")
            self._tag_says.setText(filled(text, self._spare.label))
        self._tag_says.set_tone("good" if self._spare else "muted")

    def _waived_row(self, *, shown: bool) -> None:
        self._form.setRowVisible(self.waived, shown)

    def _doubts(self) -> str:
        """What a helper should think of before registering; empty when nothing."""
        translate = QCoreApplication.translate
        self._namesake = self._find_namesake()
        said = []
        if self._namesake is not None:
            known = self._namesake
            same = translate("WalkIn", "%1 is on the list already: no. %2, %3.")
            said.append(filled(same, known.name, known.number, known.company or known.category))
        if not clean_text(self.introducer.text()):
            said.append(translate("WalkIn", "Nobody is named who introduced this guest: say why."))
        return "\n".join(said)

    def _find_namesake(self) -> Guest | None:
        wanted = fold(self.name.text())
        found = guests.search_guests(self._workplace.event_file, self.name.text())
        return next((guest for guest in found if fold(guest.name) == wanted), None)

    def _warn(self, doubts: str) -> None:
        self._warned_of = doubts
        self._say(doubts)
        translate = QCoreApplication.translate
        self._register.set_caption(translate("WalkIn", "Register anyway"))
        self._known.setVisible(self._namesake is not None)
        nobody = not clean_text(self.introducer.text())
        self._waived_row(shown=nobody)
        if nobody:
            self.waived.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _forget_warning(self) -> None:
        self._warned_of = ""
        self._say("")
        self._register.set_caption(QCoreApplication.translate("WalkIn", "Register"))
        self._known.hide()

    def _say(self, text: str) -> None:
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def _recognise(self) -> None:
        if self._namesake is not None:
            self.clear()
            self.hide()
            self.recognised.emit(self._namesake.id)
