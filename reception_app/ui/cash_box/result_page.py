"""What a saved count says: how it compares, who may be missing, and where the cash goes now."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.money import Money, format_money
from reception_app.ui import theme
from reception_app.ui.cash_box.name_choice import NameChoice
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.icons import IconPicture
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type


class CashGoes(IntEnum):
    """What becomes of the cash of a counted box."""

    TO_THE_SAFE = 0
    STAYS = 1
    HANDED_OVER = 2


class ResultPage(QWidget):
    """Counted, expected and difference, and what to do now.

    `suspects` are sentences that may explain the difference, likeliest first.
    """

    def __init__(
        self,
        title: str,
        counted: Money,
        difference: Money,
        *,
        suspects: Sequence[str],
        names: Sequence[str],
    ) -> None:
        super().__init__()
        self._counted = counted
        translate = QCoreApplication.translate
        self.reason = QComboBox()
        self.goes = ChipRow(
            translate("CashBoxDialog", "To the safe"),
            translate("CashBoxDialog", "Stays in the box"),
            translate("CashBoxDialog", "Hand over"),
        )
        self.taker = NameChoice(names)
        self.trouble = Label(tone="danger", wrap=True)
        self.close_box = ActionButton(
            translate("CashBoxDialog", "Close the cash box"), key="Enter", primary=True
        )
        self.count_again = ActionButton(translate("CashBoxDialog", "Count again"), key="F5")
        self.leave_open = ActionButton(translate("CashBoxDialog", "Leave open"), key="Esc")
        for button in (self.count_again, self.leave_open):
            button.setAutoDefault(False)
        self._meaning = Label(tone="muted", wrap=True)
        self._ask_taker = QWidget()
        self._ask_reason = QWidget()
        self._build_layout(title, counted, difference, suspects)
        self._connect()
        self._show_meaning()

    def begin(self) -> None:
        """Go to what is to be done first: the reason, the name, or closing."""
        if not self._ask_reason.isHidden():
            self.reason.setFocus()
        elif not self._ask_taker.isHidden():
            self.taker.setFocus()
        else:
            self.close_box.setFocus()

    def choose(self, goes: CashGoes) -> None:
        """Choose what becomes of the cash."""
        self.goes.choose(goes)

    @property
    def chosen(self) -> CashGoes:
        """What becomes of the cash."""
        return CashGoes(self.goes.current)

    def tell(self, words: str) -> None:
        """Show why the box was not closed."""
        self.trouble.setText(words)
        self.trouble.show()

    def _build_layout(
        self, title: str, counted: Money, difference: Money, suspects: Sequence[str]
    ) -> None:
        translate = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(Label(title, size=Type.TITLE, bold=True))
        column.addWidget(_comparison(counted, difference))
        column.addWidget(_verdict(difference))
        if suspects:
            column.addWidget(_suspects(suspects))
        self.reason.setEditable(True)
        self.reason.addItems(["", *_over_short_reasons()])
        for part, caption, control in (
            (self._ask_reason, translate("CashBoxDialog", "Reason"), self.reason),
            (self._ask_taker, translate("CashBoxDialog", "Who takes over"), self.taker),
        ):
            inside = captioned(caption, control)
            inside.setContentsMargins(0, 0, 0, 0)
            part.setLayout(inside)
        self._ask_reason.setVisible(bool(difference))
        column.addWidget(self._ask_reason)
        column.addWidget(self.goes)
        column.addWidget(self._ask_taker)
        column.addWidget(self.trouble)
        column.addStretch()
        column.addWidget(self._meaning)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        for button in (self.leave_open, self.count_again, self.close_box):
            foot.addWidget(button)
        column.addLayout(foot)
        self.trouble.hide()

    def _connect(self) -> None:
        self.goes.chosen.connect(self._show_meaning)
        self.goes.chosen.connect(self.begin)
        self.reason.editTextChanged.connect(self.trouble.hide)
        self.taker.editTextChanged.connect(self.trouble.hide)

    def _show_meaning(self) -> None:
        translate = QCoreApplication.translate
        close = translate("CashBoxDialog", "Close the cash box")
        match self.chosen:
            case CashGoes.TO_THE_SAFE:
                words = translate("CashBoxDialog", "Closing carries all %1 to the safe.")
            case CashGoes.STAYS:
                words = translate(
                    "CashBoxDialog",
                    "%1 stay in the locked box. Whoever opens it next counts them again.",
                )
            case CashGoes.HANDED_OVER:
                words = translate(
                    "CashBoxDialog", "The next operator goes on with %1, counted together now."
                )
                close = translate("CashBoxDialog", "Hand the box over")
        self._meaning.setText(filled(words, format_money(self._counted)))
        self.close_box.set_caption(close)
        self._ask_taker.setVisible(self.chosen is CashGoes.HANDED_OVER)
        self.trouble.hide()


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


def _suspects(sentences: Sequence[str]) -> QWidget:
    """What may have happened, one sentence a line."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    caption = QCoreApplication.translate("CashBoxDialog", "Where to look first")
    column.addWidget(Label(caption, size=Type.SMALL + 1, bold=True))
    for sentence in sentences:
        column.addWidget(Label(f"· {sentence}", size=Type.SMALL + 1, wrap=True))
    return part


def _tone(difference: Money) -> Tone:
    if not difference:
        return "good"
    return "warn" if difference.minor > 0 else "danger"
