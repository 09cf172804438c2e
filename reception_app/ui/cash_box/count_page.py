"""The page of a blind count 実査: empty fields, their sum, and who counts beside you."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.drawer import CountMismatch
from reception_app.domain.money import Money, format_money
from reception_app.ui import theme
from reception_app.ui.cash_box.name_choice import NameChoice
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.count_fields import CountFields
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type


class CountPage(QWidget):
    """Empty fields and their sum. Ctrl+Enter saves at any time, Enter from the last field.

    With `two` chosen, whoever sits beside counts next, without seeing the first count; `second`
    is their name.
    """

    def __init__(self, title: str, currency: str, names: list[str]) -> None:
        super().__init__()
        self._currency = currency
        self.fields = CountFields(currency)
        self.hint = Label(tone="warn", wrap=True)
        translate = QCoreApplication.translate
        self.two = QCheckBox(translate("CashBoxDialog", "Two people count, one after the other"))
        self.second = NameChoice(names)
        self._title = Label(title, size=Type.TITLE, bold=True)
        self._words = Label(tone="muted", wrap=True)
        self._asked = QWidget()
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
        self._build_layout()
        self.reset()
        self.fields.finished.connect(self.save.click)
        self.fields.changed.connect(self.hint.hide)
        self.two.toggled.connect(self._asked.setVisible)

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
        """Begin with empty fields."""
        self.fields.clear()
        self.hint.hide()
        self.is_warned = False
        self.two.setEnabled(True)
        self._asked.setVisible(self.two.isChecked())
        translate = QCoreApplication.translate
        self._words.setText(
            translate(
                "CashBoxDialog",
                "Count all notes and coins in the box, the float too. What should be there is"
                " shown when your count is saved.",
            )
        )

    def ask_second(self, name: str) -> None:
        """Let the second person count, with empty fields."""
        self.reset()
        self.two.setEnabled(False)
        self._asked.hide()
        words = QCoreApplication.translate(
            "CashBoxDialog",
            "Now %1 counts. The first count is put aside; both are compared before anything is"
            " shown.",
        )
        self._words.setText(filled(words, name))

    def tell_mismatches(self, mismatches: tuple[CountMismatch, ...]) -> None:
        """Say of which notes and coins two people counted different numbers, and begin again."""
        which = " · ".join(
            f"{format_money(Money(one.value, self._currency))}: {one.first} / {one.second}"
            for one in mismatches
        )
        self.reset()
        words = QCoreApplication.translate(
            "CashBoxDialog", "The two counts differ (%1). Count again, both of you."
        )
        self.tell(filled(words, which))

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        card = Card(padding=theme.GRID * 2)
        card.body.addWidget(self.fields)
        column.addWidget(card, 1)
        pair = QHBoxLayout()
        pair.setSpacing(theme.GRID * 2)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addLayout(captioned(translate("CashBoxDialog", "Who counts second"), self.second))
        pair.addWidget(self.two)
        pair.addWidget(self._asked, 1)
        column.addLayout(pair)
        column.addWidget(self.hint)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
