"""The fee plan: categories with their prices, and charging the guests who are not charged yet."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeeCategory, FeePlan
from reception_app.domain.money import format_money
from reception_app.services import fees
from reception_app.services.repricing import apply_fee_plan, preview_income, preview_repricing
from reception_app.storage import settings
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.settings.fee_row import FeeRow
from reception_app.ui.settings.income_card import IncomeCard
from reception_app.ui.settings.repricing_dialog import RepricingDialog
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_NAME_COLUMN = 2
_AMOUNT_COLUMNS = (3, 4, 6, 7)
_LINES_A_ROW = 3
"""A line of prices, one of what cancelling costs, and one for what is wrong."""

_NO_CODE = ""
"""A category that is not saved yet gets its code from the name it then has."""


class FeeSection(QWidget):
    """The rows of the fee plan; `saved` tells of writing it, `charged` how many guests were."""

    saved = Signal()
    charged = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._event_day = date(2000, 1, 1)
        self._plan = FeePlan("JPY")
        self.rows: list[FeeRow] = []
        translate = QCoreApplication.translate
        self._grid = QGridLayout()
        self.trouble = Label(tone="danger", wrap=True)
        self.add = ActionButton(translate("FeeSection", "Add a category"), icon="plus")
        self.save_button = ActionButton(
            translate("FeeSection", "Save the fees"), key="Ctrl+S", primary=True
        )
        self._charge_words = Label(wrap=True)
        self.charge = ActionButton("", primary=True)
        self.charge_card = Card(padding=theme.GRID * 2)
        self.cancelling = QCheckBox(translate("FeeSection", "Cancelling costs something"))
        self.income = IncomeCard(workplace.wording)
        self._build_layout()
        self._connect()
        self.load()

    @property
    def is_changed(self) -> bool:
        """Whether something is written here that is not saved."""
        return self.save_button.isEnabled()

    def load(self) -> None:
        """Show the fee plan as it is in the event."""
        event_file = self._workplace.event_file
        self._plan = settings.find_fee_plan(event_file)
        self._event_day = settings.find_event(event_file).date
        used = settings.list_used_categories(event_file)
        self._drop_rows()
        for category in self._plan.categories:
            self._make_row(category, used=category.code in used)
        self._place_rows()
        self.cancelling.setChecked(
            any(category.cancel_fee is not None for category in self._plan.categories)
        )
        self._show_cancelling()
        self.trouble.hide()
        self.save_button.setEnabled(False)
        self.show_uncharged()
        self.show_income()

    def save(self) -> bool:
        """Write the fee plan; False when something cannot be, or the person thinks better of it.

        Whoever was charged another fee is charged anew only after a look and a yes.
        """
        plan = self._written()
        if plan is None:
            return False
        work = self._workplace
        try:
            plan.check_names()
            repricing = preview_repricing(work.event_file, plan)
            chosen: frozenset[str] | None = frozenset()
            if repricing.guests:
                chosen = RepricingDialog.ask(self, repricing)
            if chosen is None:
                return False
            apply_fee_plan(
                work.event_file,
                repricing,
                charged_anew=chosen,
                now=work.now(),
                operator=work.operator,
            )
        except ReceptionError as error:
            self.trouble.setText(self._workplace.wording.error(error))
            self.trouble.show()
            return False
        self.load()
        self._workplace.changed.emit()
        self.saved.emit()
        return True

    def show_income(self) -> None:
        """Show the income the plan brings as it is written now."""
        plan = self._written(quietly=True)
        if plan is not None:
            event, now = self._workplace.event_file, self._workplace.now()
            self.income.show_income(preview_income(event, plan, now=now), plan)

    def _written(self, *, quietly: bool = False) -> FeePlan | None:
        """The plan as it is written; None when something cannot be, and its row says why."""
        categories = []
        for row in self.rows:
            category = row.read(self._workplace.wording, quietly=quietly)
            if category is None:
                return None
            categories.append(category)
        return _with_codes(FeePlan(self._plan.currency, tuple(categories)))

    def show_uncharged(self) -> None:
        """Say how many accepted guests are not charged yet, and what it adds up to."""
        count, total = fees.preview_charges(
            self._workplace.event_file, self._plan, now=self._workplace.now()
        )
        self.charge_card.setVisible(bool(count) and not self.is_changed)
        translate = QCoreApplication.translate
        words = translate("FeeSection", "%n accepted guest(s) are not charged yet", "", count)
        self._charge_words.setText(f"{words}: {format_money(total)}")
        self.charge.set_caption(filled(translate("FeeSection", "Charge %1"), format_money(total)))

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        card = Card(translate("FeeSection", "Fees by category"), padding=theme.GRID * 2)
        card.body.setSpacing(12)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(_NAME_COLUMN, 3)
        for column in _AMOUNT_COLUMNS:
            self._grid.setColumnStretch(column, 1)
        headings = (
            "",
            "",
            translate("FeeSection", "Category"),
            translate("FeeSection", "Price"),
            translate("FeeSection", "Early"),
            translate("FeeSection", "until"),
            translate("FeeSection", "Walk-in"),
            translate("FeeSection", "Companion"),
        )
        for column, text in enumerate(headings):
            self._grid.addWidget(Label(text, size=Type.SMALL, tone="muted"), 0, column)
        card.body.addLayout(self._grid)
        card.body.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.cancelling)
        foot.addStretch()
        foot.addWidget(self.save_button)
        card.body.addLayout(foot)
        asked = QHBoxLayout()
        asked.setSpacing(theme.GRID * 2)
        asked.addWidget(self._charge_words, 1)
        asked.addWidget(self.charge)
        self.charge_card.body.addLayout(asked)
        column_of_cards = QVBoxLayout(self)
        column_of_cards.setContentsMargins(0, 0, 0, 0)
        column_of_cards.setSpacing(theme.GRID * 2)
        column_of_cards.addWidget(card)
        column_of_cards.addWidget(self.charge_card)
        column_of_cards.addWidget(self.income)
        column_of_cards.addStretch()

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_category)
        self.save_button.clicked.connect(self.save)
        self.charge.clicked.connect(self._charge_all)
        self.cancelling.toggled.connect(self._show_cancelling)

    def _show_cancelling(self) -> None:
        for row in self.rows:
            row.show_cancelling(self.cancelling.isChecked())

    def add_category(self) -> None:
        """Add an empty row and go there."""
        written = FeePlan(self._plan.currency, tuple(row.category for row in self.rows))
        row = self._make_row(replace(written.new_category(""), code=_NO_CODE), used=False)
        self._place_rows()
        row.show_cancelling(self.cancelling.isChecked())
        self._note_change()
        row.name.setFocus()

    def _make_row(self, category: FeeCategory, *, used: bool) -> FeeRow:
        row = FeeRow(category, self._plan.currency, used=used, until=self._event_day, parent=self)
        row.changed.connect(self._note_change)
        row.finished.connect(self.show_income)
        row.removed.connect(self._remove)
        row.moved.connect(self._move)
        self.rows.append(row)
        return row

    def _drop_rows(self) -> None:
        for row in self.rows:
            self._discard(row)
        self.rows = []

    def _discard(self, row: FeeRow) -> None:
        for widget in (*row.widgets, *row.cancel_widgets, row.trouble):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row.deleteLater()

    def _place_rows(self) -> None:
        """Put every row where it belongs: a line of fields, and below it what is wrong with it."""
        previous: QWidget | None = None
        for number, row in enumerate(self.rows):
            line = 1 + _LINES_A_ROW * number
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, line, column)
                if previous is not None:
                    QWidget.setTabOrder(previous, widget)
                previous = widget
            for column, widget in enumerate(row.cancel_widgets, _NAME_COLUMN):
                self._grid.addWidget(widget, line + 1, column)
            self._grid.addWidget(row.trouble, line + 2, _NAME_COLUMN, 1, len(row.widgets) - 2)
            row.up.setEnabled(number > 0)
            row.down.setEnabled(number < len(self.rows) - 1)

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, FeeRow)
        self.rows.remove(row)
        self._discard(row)
        self._place_rows()
        self._note_change()

    def _move(self, steps: int) -> None:
        row = self.sender()
        assert isinstance(row, FeeRow)
        place = self.rows.index(row)
        self.rows.insert(place + steps, self.rows.pop(place))
        self._place_rows()
        self._note_change()

    def _note_change(self) -> None:
        self.trouble.hide()
        self.save_button.setEnabled(True)
        self.charge_card.hide()

    def _charge_all(self) -> None:
        try:
            count = fees.charge_accepted(
                self._workplace.event_file,
                now=self._workplace.now(),
                operator=self._workplace.operator,
            )
        except ReceptionError as error:
            self.trouble.setText(self._workplace.wording.error(error))
            self.trouble.show()
            return
        self.show_uncharged()
        self._workplace.changed.emit()
        self.charged.emit(count)


def _with_codes(plan: FeePlan) -> FeePlan:
    """The plan in which new categories have codes of their own."""
    known = FeePlan(plan.currency, tuple(c for c in plan.categories if c.code != _NO_CODE))
    coded = []
    for category in plan.categories:
        if category.code == _NO_CODE:
            category = replace(category, code=known.free_code(category.name))  # noqa: PLW2901 - the same category, complete
            known = known.with_category(category)
        coded.append(category)
    return FeePlan(plan.currency, tuple(coded))
