"""Counting a cash box blind, and closing it; carrying cash to the safe in between.

Nobody sees what should be in the box before what is in it was saved: the result page does not even
exist until then.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.drawer import DropAboveCash, Shift
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.money import Money, format_money, parse_money
from reception_app.services import drawers
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.action_button import ActionButton
from reception_app.ui.card import Card
from reception_app.ui.count_fields import CountFields
from reception_app.ui.icons import IconPicture
from reception_app.ui.label import Label, Tone
from reception_app.ui.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_WIDTH = 560


class CashBoxDialog(QDialog):
    """Asks for the count of one cash box, shows how it compares, and closes the box.

    Escape leaves the box open; a count that was saved stays saved.
    """

    def __init__(self, workplace: Workplace, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._desk = desk
        self.closed: Shift | None = None
        currency = settings.find_event(workplace.event_file).currency
        self.pages = QStackedWidget()
        self.count_page = CountPage(desk.letter, currency)
        self.result_page: ResultPage | None = None
        self.pages.addWidget(self.count_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(self.pages)
        self.setWindowTitle(_title(desk.letter))
        self.pages.setMinimumWidth(_WIDTH)
        self.count_page.save.clicked.connect(self._save_count)
        self.count_page.cancel.clicked.connect(self.reject)
        self.count_page.fields.begin()

    @classmethod
    def ask(cls, workplace: Workplace, desk: Desk, window: QWidget) -> Shift | None:
        """The shift that was closed; None when the box stays open.

        `desk` names the box to count and the operator who counts it.
        """
        dialog = cls(workplace, desk, window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.closed

    def _save_count(self) -> None:
        page = self.count_page
        if page.fields.is_untouched and not page.is_warned:
            page.warn_of_empty()
            return
        event_file, now = self._workplace.event_file, self._workplace.now()
        try:
            shift = drawers.count_box(event_file, page.fields.count, desk=self._desk, now=now)
            difference = drawers.difference(event_file, shift)
        except ReceptionError as error:
            page.tell(self._workplace.wording.error(error))
            return
        self._workplace.changed.emit()
        assert shift.counted is not None
        self._show_result(shift.counted, difference)

    def _show_result(self, counted: Money, difference: Money) -> None:
        page = ResultPage(self._desk.letter, counted, difference)
        self.result_page = page
        page.close_box.clicked.connect(self._close_box)
        page.count_again.clicked.connect(self._count_again)
        page.leave_open.clicked.connect(self.reject)
        self._turn_to(page)
        page.close_box.setDefault(True)
        page.begin()

    def _turn_to(self, page: QWidget) -> None:
        """Show this page alone: a stack is as high as its highest page."""
        while (shown := self.pages.currentWidget()) is not None:
            self.pages.removeWidget(shown)
        self.pages.addWidget(page)

    def _count_again(self) -> None:
        """Go back to empty fields; the first count stays on record."""
        assert self.result_page is not None
        self._turn_to(self.count_page)
        self.result_page.deleteLater()
        self.result_page = None
        self.count_page.reset()
        self.count_page.save.setDefault(True)
        self.count_page.fields.begin()

    def _close_box(self) -> None:
        assert self.result_page is not None
        event_file, now = self._workplace.event_file, self._workplace.now()
        reason = self.result_page.reason.currentText()
        try:
            self.closed = drawers.close_box(event_file, reason, desk=self._desk, now=now)
        except ReceptionError as error:
            self.result_page.tell(self._workplace.wording.error(error))
            return
        self._workplace.changed.emit()
        self.accept()


class CountPage(QWidget):
    """The blind count 実査: empty fields and their sum.

    Ctrl+Enter saves at any time, Enter from the last field.
    """

    def __init__(self, box: str, currency: str) -> None:
        super().__init__()
        self.fields = CountFields(currency)
        self.hint = Label(tone="warn", wrap=True)
        translate = QCoreApplication.translate
        self.save = ActionButton(
            translate("CashBoxDialog", "Save the count"), key="Ctrl+Enter", primary=True
        )
        # Enter on the key pad is another key to Qt; the button itself knows that one.
        save_now = QShortcut(QKeySequence("Ctrl+Return"), self)
        save_now.activated.connect(self.save.click)
        self.cancel = ActionButton(translate("CashBoxDialog", "Cancel"), key="Esc")
        self.is_warned = False
        self.save.setDefault(True)
        self.cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(_title(box), size=Type.TITLE, bold=True))
        words = translate(
            "CashBoxDialog",
            "Count all notes and coins in the box, the float too. What should be there is shown"
            " when your count is saved.",
        )
        column.addWidget(Label(words, tone="muted", wrap=True))
        card = Card(padding=theme.GRID * 2)
        card.body.addWidget(self.fields)
        column.addWidget(card, 1)
        column.addWidget(self.hint)
        column.addLayout(_foot(self.cancel, self.save))
        self.hint.hide()
        self.fields.finished.connect(self.save.click)
        self.fields.changed.connect(self.hint.hide)

    def warn_of_empty(self) -> None:
        """Ask once whether the box is really empty."""
        self.is_warned = True
        self.tell(
            QCoreApplication.translate(
                "CashBoxDialog", "Nothing is entered. Press again if the box is really empty."
            )
        )

    def tell(self, words: str) -> None:
        """Show why the count was not saved."""
        self.hint.setText(words)
        self.hint.show()

    def reset(self) -> None:
        """Begin again with empty fields."""
        self.fields.clear()
        self.hint.hide()
        self.is_warned = False


class ResultPage(QWidget):
    """Counted, expected and difference, and what to do now."""

    def __init__(self, box: str, counted: Money, difference: Money) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.reason = QComboBox()
        self.trouble = Label(tone="danger", wrap=True)
        self.close_box = ActionButton(
            translate("CashBoxDialog", "Close the cash box"), key="Enter", primary=True
        )
        self.count_again = ActionButton(translate("CashBoxDialog", "Count again"))
        self.leave_open = ActionButton(translate("CashBoxDialog", "Leave open"), key="Esc")
        for button in (self.count_again, self.leave_open):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(_title(box), size=Type.TITLE, bold=True))
        column.addWidget(_comparison(counted, difference))
        column.addWidget(_verdict(difference))
        self.reason.setEditable(True)
        self.reason.addItems(["", *_over_short_reasons()])
        self.reason.setAccessibleName(translate("CashBoxDialog", "Reason"))
        self._ask = QWidget()
        asked = QVBoxLayout(self._ask)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(4)
        asked.addWidget(Label(translate("CashBoxDialog", "Reason"), size=Type.SMALL, tone="muted"))
        asked.addWidget(self.reason)
        self._ask.setVisible(bool(difference))
        column.addWidget(self._ask)
        column.addWidget(self.trouble)
        column.addStretch()
        carried = filled(
            translate("CashBoxDialog", "Closing carries all %1 to the safe."), format_money(counted)
        )
        column.addWidget(Label(carried, tone="muted", wrap=True))
        column.addLayout(_foot(self.leave_open, self.count_again, self.close_box))
        self.trouble.hide()
        self.reason.editTextChanged.connect(self.trouble.hide)

    def begin(self) -> None:
        """Go to what is to be done first: the reason, or closing."""
        (self.close_box if self._ask.isHidden() else self.reason).setFocus()

    def tell(self, words: str) -> None:
        """Show why the box was not closed."""
        self.trouble.setText(words)
        self.trouble.show()


class DropDialog(QDialog):
    """Asks how much cash to carry from a box to the safe 中間回収."""

    def __init__(self, workplace: Workplace, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._desk = desk
        self._currency = settings.find_event(workplace.event_file).currency
        self.dropped: Money | None = None
        translate = QCoreApplication.translate
        self.amount = QLineEdit()
        self.amount.setAccessibleName(translate("DropDialog", "Amount"))
        self.trouble = Label(tone="danger", wrap=True)
        self.drop = ActionButton(
            translate("DropDialog", "Carry to the safe"), key="Enter", primary=True
        )
        self.cancel = ActionButton(translate("DropDialog", "Cancel"), key="Esc")
        self.drop.setDefault(True)
        self.cancel.setAutoDefault(False)
        title = filled(translate("DropDialog", "Cash box %1: carry cash to the safe"), desk.letter)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.PAGE_MARGIN,) * 4)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.LARGE, bold=True, wrap=True))
        asked = QVBoxLayout()
        asked.setSpacing(4)
        asked.addWidget(Label(translate("DropDialog", "Amount"), size=Type.SMALL, tone="muted"))
        asked.addWidget(self.amount)
        column.addLayout(asked)
        column.addWidget(self.trouble)
        column.addLayout(_foot(self.cancel, self.drop))
        self.trouble.hide()
        self.drop.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.amount.textEdited.connect(self.trouble.hide)

    @classmethod
    def ask(cls, workplace: Workplace, desk: Desk, window: QWidget) -> Money | None:
        """What was carried to the safe; None when nothing was."""
        dialog = cls(workplace, desk, window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.dropped

    def accept(self) -> None:
        """Record it, or say what is wrong with the amount."""
        try:
            amount = parse_money(self.amount.text(), self._currency)
            now = self._workplace.now()
            drawers.drop_cash(self._workplace.event_file, amount, desk=self._desk, now=now)
        except DropAboveCash:
            # The shared sentence names what should be in the box: that is for after the count.
            self._tell(
                QCoreApplication.translate(
                    "DropDialog", "That cannot be taken out of this box. Check the amount."
                )
            )
        except ReceptionError as error:
            self._tell(self._workplace.wording.error(error))
        else:
            self.dropped = amount
            self._workplace.changed.emit()
            super().accept()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self.amount.setFocus()
        self.amount.selectAll()


def _title(box: str) -> str:
    return filled(QCoreApplication.translate("CashBoxDialog", "Count cash box %1"), box)


def _over_short_reasons() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("CashBoxDialog", "Probably change given wrongly"),
        translate("CashBoxDialog", "Probably a payment taken with another tender"),
        translate("CashBoxDialog", "Counted twice, cause unknown"),
    )


def _comparison(counted: Money, difference: Money) -> QWidget:
    """The three figures side by side."""
    translate = QCoreApplication.translate
    over = "+" if difference.minor > 0 else ""
    figures: tuple[tuple[str, str, Tone], ...] = (
        (translate("CashBoxDialog", "Counted"), format_money(counted), "ink"),
        (translate("CashBoxDialog", "Expected"), format_money(counted - difference), "ink"),
        (
            translate("CashBoxDialog", "Difference"),
            over + format_money(difference),
            _tone(difference),
        ),
    )
    card = Card(padding=theme.GRID * 2)
    row = QHBoxLayout()
    row.setSpacing(theme.GRID * 4)
    for caption, shown, tone in figures:
        part = QVBoxLayout()
        part.setSpacing(4)
        part.addWidget(Label(caption, size=Type.SMALL + 1, tone="muted"))
        part.addWidget(Label(shown, size=Type.TITLE, bold=True, tone=tone))
        row.addLayout(part, 1)
    card.body.addLayout(row)
    return card


def _verdict(difference: Money) -> QWidget:
    """How the count compares, in words."""
    translate = QCoreApplication.translate
    if not difference:
        icon, words = "check", translate("CashBoxDialog", "The count is right to the last coin.")
    elif difference.minor > 0:
        icon = "alert"
        words = translate("CashBoxDialog", "There is more in the box than was taken in.")
    else:
        icon = "alert"
        words = translate("CashBoxDialog", "Cash is missing. Count again before you close the box.")
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.GRID)
    row.addWidget(IconPicture(icon, colour=_tone(difference), stroke=2.25))
    row.addWidget(Label(words, wrap=True), 1)
    return line


def _tone(difference: Money) -> Tone:
    if not difference:
        return "good"
    return "warn" if difference.minor > 0 else "danger"


def _foot(*buttons: QWidget) -> QHBoxLayout:
    foot = QHBoxLayout()
    foot.setSpacing(theme.GRID)
    foot.addStretch()
    for button in buttons:
        foot.addWidget(button)
    return foot
