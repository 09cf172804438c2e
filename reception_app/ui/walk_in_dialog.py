"""The walk-in form 当日参加: who came without being on the list, in one form and by keyboard alone.

Tab goes on, Enter registers. What should make a helper think again (somebody of this name is on the
list already, nobody introduced them) is said once; the second Enter means it.
"""

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
from reception_app.domain.money import format_money
from reception_app.services.reception import WalkIn
from reception_app.storage import guests, settings
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.label import Label
from reception_app.ui.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_WIDTH = 720


class WalkInDialog(QDialog):
    """The form; `given` carries a `WalkIn`, `recognised` the id of a guest who is listed after all.

    `left` says that it is no longer open. A scan hides it half filled, and it shows the same again
    when it is next opened.
    """

    given = Signal(object)
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
        self.category = QComboBox()
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
        self._forget_warning()
        self.open()
        (self.reading if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty the form for the next walk-in; the category stays."""
        for field in (self.name, self.reading, self.company, self.introducer):
            field.clear()

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
        self.hide()
        self.given.emit(
            WalkIn(
                name=self.name.text(),
                reading=self.reading.text(),
                company=self.company.text(),
                category=self.category.currentData() or "",
                introducer=self.introducer.text(),
            )
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
        self._labels = [Label(tone="muted") for _ in range(5)]
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
        fields = (self.name, self.reading, self.company, chosen, self.introducer)
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
        )
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
            said.append(translate("WalkIn", "Nobody is named who introduced this guest."))
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
