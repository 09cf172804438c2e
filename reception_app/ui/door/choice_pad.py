"""The choice pad: one short question under the banner, each answer one key or one click.

Like the tender pad it needs no focus of its own: keys reach it through the scan line.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from reception_app.ui import theme
from reception_app.ui.door.door_questions import BACKSPACE, ENTER, Choice, Question, Way
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type

_COLUMNS = 2
_WELCOME = {Way.OPEN_BOX, Way.COMPANIONS}
"""Answers a helper is to give; the others need a thought first."""


class ChoicePad(Card):
    """The pad; `chosen` carries the `Choice`, `withdrawn` says that the question is taken back."""

    chosen = Signal(object)
    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__(padding=theme.PAGE_MARGIN)
        self.setObjectName("card")
        self._choices: tuple[Choice, ...] = ()
        self._title = Label(size=Type.LARGE, bold=True, wrap=True)
        self._note = Label(tone="muted", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(theme.GRID)
        self._buttons: list[ActionButton] = []
        for part in (self._title, self._note):
            self.body.addWidget(part)
        self.body.addLayout(self._grid)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers that are offered now."""
        return self._choices

    def ask(self, question: Question) -> None:
        """Ask this question in place of the previous one."""
        self._choices = question.choices
        for label, text in ((self._title, question.title), (self._note, question.note)):
            label.setText(text)
            label.setVisible(bool(text))
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(choice) for choice in question.choices]
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            button.show()
        alone = len(self._buttons) == 1
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 0 if alone and not column else 1)

    def take(self, key: str) -> bool:
        """Act on a key: the key of an answer, or Backspace to take the question back."""
        if key == BACKSPACE:
            self.withdrawn.emit()
            return True
        choice = next((one for one in self._choices if one.key == key.lower()), None)
        if choice is None:
            return False
        self.chosen.emit(choice)
        return True

    def give_back(self) -> None:
        """Take the question back: the letter that led to it was the beginning of a name."""
        self.withdrawn.emit()

    def _button(self, choice: Choice) -> ActionButton:
        key = "Enter" if choice.key == ENTER else choice.key.upper()
        button = ActionButton(choice.caption, key=key, primary=choice.way in _WELCOME, height=48)
        button.clicked.connect(self._choose_pressed)
        return button

    def _choose_pressed(self) -> None:
        pressed = self.sender()
        number = next(n for n, button in enumerate(self._buttons) if button is pressed)
        self.chosen.emit(self._choices[number])
