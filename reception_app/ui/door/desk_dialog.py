"""“Who works here?”: desk letter, operator and float of the cash box, asked once for an event."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.drawer import Shift
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.money import Money, format_money
from reception_app.services import drawers, event_setup
from reception_app.storage import settings
from reception_app.storage.drawers import find_left_cash, find_open_shift
from reception_app.ui import theme
from reception_app.ui.parts import message
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.count_fields import CountFields
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import KeptDesk, Preferences
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

DESK_LETTERS = "ABCDEF"
_WITH_CASH = 0
_WIDTH = 592


def enter_desk(workplace: Workplace, preferences: Preferences, window: QWidget) -> Desk | None:
    """The desk at which this window works: with its box open, taken up again, or asked for.

    A desk that is set but has no open box is asked for again: whoever calls this then wants the
    box. None when the person would rather not say.
    """
    desk = workplace.desk
    if desk is None:
        desk = resume_desk(workplace, preferences)
    elif find_open_shift(workplace.event_file, desk.letter) is None:
        desk = None
    return desk or DeskDialog.ask(workplace, preferences, window)


def resume_desk(workplace: Workplace, preferences: Preferences) -> Desk | None:
    """Take up the desk this computer stood at, if its cash box is still open; ask nothing."""
    event_file = workplace.event_file
    kept = preferences.desk_at(settings.find_event(event_file).id)
    if kept is None:
        return None
    operator = settings.find_operator(event_file, kept.operator)
    if operator is None or (kept.with_cash and not find_open_shift(event_file, kept.letter)):
        return None
    desk = Desk(kept.letter, operator)
    workplace.work_at(desk)
    return desk


class DeskDialog(QDialog):
    """Asks who works here and opens the cash box; Escape leaves everything as it was."""

    def __init__(self, workplace: Workplace, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._preferences = preferences
        self._event = settings.find_event(workplace.event_file)
        self._open_shift: Shift | None = None
        translate = QCoreApplication.translate
        self.letters = ChipRow(*DESK_LETTERS)
        self.operator = QComboBox()
        self.cash = ChipRow(
            translate("DeskDialog", "Count the float"),
            translate("DeskDialog", "No cash at this desk"),
        )
        self.fields = CountFields(self._event.currency)
        self.box_words = Label(tone="muted", wrap=True)
        self.trouble = Label(tone="danger", wrap=True)
        self.start = ActionButton("", key="Enter", primary=True)
        self._cancel = ActionButton(translate("DeskDialog", "Not now"), key="Esc")
        self._build_layout()
        self._connect()
        self._propose()
        self._show_box()

    @classmethod
    def ask(cls, workplace: Workplace, preferences: Preferences, window: QWidget) -> Desk | None:
        """The desk at which this window works from now on; None when the person gave up."""
        dialog = cls(workplace, preferences, window)
        dialog.exec()
        taken = dialog.result() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return workplace.desk if taken else None

    @property
    def letter(self) -> str:
        """The chosen desk."""
        return DESK_LETTERS[self.letters.current]

    @property
    def with_cash(self) -> bool:
        """Whether there is a cash box at this desk."""
        return self.cash.current == _WITH_CASH

    def accept(self) -> None:
        """Name the operator, open the box unless it is open, and begin to work here."""
        event_file, now = self._workplace.event_file, self._workplace.now()
        name = self.operator.currentText()
        try:
            desk = Desk(self.letter, event_setup.operator_named(event_file, name, now=now))
            if self.with_cash and self._open_shift is None:
                count = self.fields.count
                shift = drawers.open_box(event_file, count.total, desk=desk, now=now, count=count)
                self._tell_difference(drawers.opening_difference(event_file, shift))
        except ReceptionError as error:
            self._tell(self._workplace.wording.error(error))
            return
        kept = KeptDesk(desk.letter, name.strip(), self.with_cash)
        self._preferences.keep_desk(self._event.id, kept)
        self._workplace.work_at(desk)
        self._workplace.changed.emit()
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in the name goes on to the float when there is one to count."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.operator.hasFocus() and self.fields.isVisible():
            self.fields.begin()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        title = translate("DeskDialog", "Who works here?")
        self.setWindowTitle(title)
        self.operator.setEditable(True)
        self.operator.setAccessibleName(translate("DeskDialog", "Your name"))
        self.operator.setMinimumWidth(240)
        column = QVBoxLayout(self)
        # Always as high as what is asked now: the float comes and goes.
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.TITLE, bold=True))
        who = QHBoxLayout()
        who.setSpacing(theme.GRID * 4)
        for caption, control in (
            (translate("DeskDialog", "Desk"), self.letters),
            (translate("DeskDialog", "Your name"), self.operator),
        ):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(Label(caption, size=Type.SMALL, tone="muted"))
            control.setMinimumHeight(theme.CONTROL_HEIGHT)
            part.addWidget(control)
            who.addLayout(part)
        column.addLayout(who)
        box = Card(padding=theme.GRID * 2)
        box.setMinimumWidth(_WIDTH)
        box.body.setSpacing(12)
        box.body.addWidget(self.cash)
        box.body.addWidget(self.box_words)
        box.body.addWidget(self.fields)
        box.body.addStretch()
        column.addWidget(box, 1)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self.start)
        column.addLayout(foot)
        self.trouble.hide()

    def _connect(self) -> None:
        self.start.setDefault(True)
        self._cancel.setAutoDefault(False)
        self.start.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.letters.chosen.connect(self._show_box)
        self.cash.chosen.connect(self._show_box)
        self.fields.changed.connect(self._name_start)
        self.fields.finished.connect(self.start.setFocus)
        self.operator.editTextChanged.connect(self.trouble.hide)

    def _name_line(self) -> QLineEdit:
        line = self.operator.lineEdit()
        assert line is not None
        return line

    def _propose(self) -> None:
        """Fill in what is known of this computer; the float is never filled in."""
        kept = self._preferences.desk_at(self._event.id)
        letter = kept.letter if kept else self._preferences.desk
        name = kept.operator if kept else self._preferences.operator
        names = sorted(set(settings.list_operators(self._workplace.event_file).values()) - {""})
        self.operator.addItems(names)
        self.operator.setCurrentText(name)
        if letter and letter in DESK_LETTERS:
            self.letters.choose(DESK_LETTERS.index(letter))
        if kept and not kept.with_cash:
            self.cash.choose(1 - _WITH_CASH)
        self.operator.setFocus()
        self._name_line().selectAll()

    def _show_box(self) -> None:
        """Say how the cash box of the chosen desk stands."""
        event_file = self._workplace.event_file
        self._open_shift = find_open_shift(event_file, self.letter)
        is_open = self._open_shift is not None
        translate = QCoreApplication.translate
        if self._open_shift is not None:
            operators = settings.list_operators(event_file)
            words = filled(
                translate("DeskDialog", "Cash box %1 has been open since %2 (%3). It goes on."),
                self.letter,
                f"{self._open_shift.opened_at.astimezone():%H:%M}",
                operators.get(self._open_shift.operator, "?"),
            )
        elif self.with_cash and find_left_cash(event_file, self.letter) is not None:
            words = translate(
                "DeskDialog",
                "The cash of the last closing stayed in this box. Count what is in it now.",
            )
        elif self.with_cash:
            words = translate(
                "DeskDialog", "How many notes and coins are in the box to begin with?"
            )
        else:
            words = translate(
                "DeskDialog", "Guests are let in here; fees are paid at another desk."
            )
        self.box_words.setText(words)
        self.cash.setVisible(not is_open)
        self.fields.setVisible(self.with_cash and not is_open)
        self.trouble.hide()
        self._name_start()

    def _tell_difference(self, differs: Money) -> None:
        """Say, after the count, that the box does not hold what its last closing left in it."""
        if not differs:
            return
        translate = QCoreApplication.translate
        if differs.minor > 0:
            words = translate("DeskDialog", "The box holds %1 more than its last closing left.")
        else:
            words = translate("DeskDialog", "The box holds %1 less than its last closing left.")
        told = filled(words, format_money(Money(abs(differs.minor), differs.currency)))
        booked = translate("DeskDialog", "The difference is booked. Tell the accountant.")
        message.tell(self, self.windowTitle(), f"{told} {booked}")

    def _name_start(self) -> None:
        translate = QCoreApplication.translate
        if self.with_cash and self._open_shift is None:
            amount = format_money(self.fields.count.total)
            self.start.set_caption(filled(translate("DeskDialog", "Start with %1"), amount))
        else:
            self.start.set_caption(translate("DeskDialog", "Start"))

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
