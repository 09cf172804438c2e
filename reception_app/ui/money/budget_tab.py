"""The budget tab 予算: what was planned beside what came in and went out, and the beginning."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from reception_app.domain import journal
from reception_app.domain.budget import BudgetFigure, BudgetLine, is_income, sum_of
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_number, parse_money
from reception_app.domain.voucher import EXPENSE_ACCOUNTS, INCOME_ACCOUNTS
from reception_app.services import sealing
from reception_app.services.account_names import AccountNames, account_names
from reception_app.services.budget import budget_figures, set_budget
from reception_app.services.check_rows import rows_behind
from reception_app.storage import settings
from reception_app.storage.budget import list_budget, sum_opening
from reception_app.ui import theme
from reception_app.ui.money.budget_dialogs import LineDialog, NewLineDialog, OpeningDialog
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.money.check_rows_dialog import CheckRowsDialog
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.money.vouchers.reason_dialog import ReasonDialog
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.plot import Look, Places, Plot, Series
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

_EDGE = theme.GRID * 2
_LINES = (journal.FEES, *INCOME_ACCOUNTS, *EXPENSE_ACCOUNTS)
"""Accounts that stand in the table even while nothing is planned and nothing moved."""

_PLOT_HEIGHT = 190
_NAME_LETTERS = 8


class BudgetTab(MoneyTab):
    """A line each for income and expenses; Enter plans it, F2 adds a line of its own."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        translate = QCoreApplication.translate
        self.plan = ActionButton(translate("BudgetTab", "Plan…"), key="Enter", height=36)
        self.rows = ActionButton(translate("BudgetTab", "Show rows…"), key="F4", height=36)
        self.add = ActionButton(translate("BudgetTab", "Add a line…"), key="F2", height=36)
        self.opening = ActionButton(translate("BudgetTab", "Opening balance…"), key="F6", height=36)
        self.opening_words = Label(tone="muted", elide=True)
        self.table = RowTable(
            (
                Heading(translate("BudgetTab", "Item"), 0),
                Heading(translate("BudgetTab", "Budget"), 132, is_figure=True),
                Heading(translate("BudgetTab", "Actual"), 132, is_figure=True),
                Heading(translate("BudgetTab", "Difference"), 132, is_figure=True),
                Heading(translate("BudgetTab", "Remark"), 260),
            )
        )
        self.plot = Plot()
        self._figures: dict[str, BudgetFigure] = {}
        self._names = AccountNames({}, {})
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Read budget and books again."""
        event_file = self.workplace.event_file
        currency = settings.find_event(event_file).currency
        self._names = account_names(event_file, self.workplace.wording)
        figures = {one.account: one for one in budget_figures(event_file)}
        for account in _LINES:
            figures.setdefault(account, BudgetFigure(account, "", None, Money(0, currency)))
        self._figures = dict(sorted(figures.items()))
        self.table.show_rows(self._rows(currency))
        self._show_opening(currency)
        self._show_plot()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.opening_words, 1)
        for button in (self.opening, self.add, self.rows, self.plan):
            head.addWidget(button)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, theme.GRID)
        card.body.setSpacing(0)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        self._plot_card = Card()
        self._plot_card.setFixedHeight(_PLOT_HEIGHT)
        self._plot_card.body.addWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(card, 1)
        column.addWidget(self._plot_card)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.plan.clicked.connect(self._ask_plan)
        self.table.activated.connect(self._ask_plan)
        self.add.clicked.connect(self._ask_line)
        self.rows.clicked.connect(self._show_rows)
        self.opening.clicked.connect(self._ask_opening)

    def _rows(self, currency: str) -> tuple[Row, ...]:
        translate = QCoreApplication.translate
        rows = []
        sums = {}
        for income, words in (
            (True, translate("BudgetTab", "Income")),
            (False, translate("BudgetTab", "Expenses")),
        ):
            part = [one for one in self._figures.values() if is_income(one.account) is income]
            rows += [self._row(one) for one in part]
            sums[income] = sum_of(part, currency)
            rows.append(_sum_row(f"sum {income}", words, *sums[income]))
        planned, actual = (sums[True][n] - sums[False][n] for n in (0, 1))
        rows.append(_sum_row("result", translate("BudgetTab", "Result"), planned, actual))
        return tuple(rows)

    def _row(self, one: BudgetFigure) -> Row:
        return Row(
            one.account,
            (
                Cell(self._name(one), second=one.account[:4], bold=True),
                Cell(_figure(one.budget) if one.budget else "–"),
                Cell(_figure(one.actual)),
                Cell(_figure(one.difference) if one.budget else "", tone=_tone(one)),
                Cell(one.remark),
            ),
        )

    def _name(self, one: BudgetFigure) -> str:
        return one.name or self._names.of(one.account)

    def _show_opening(self, currency: str) -> None:
        opened = sum_opening(self.workplace.event_file)
        held = sum(n for account, n in opened.items() if account[:2] in {"10", "11", "12"})
        translate = QCoreApplication.translate
        words = filled(translate("BudgetTab", "Carried forward: %1"), Money(held, currency))
        self.opening_words.setText(words)

    def _show_plot(self) -> None:
        translate = QCoreApplication.translate
        shown = [one for one in self._figures.values() if one.budget or one.actual]
        self._plot_card.setVisible(bool(shown))
        names = tuple(self._name(one) for one in shown)
        ticks = tuple(_short(name) for name in names)
        budget = Series(
            translate("BudgetTab", "Budget"),
            tuple(float(one.budget.minor) if one.budget else None for one in shown),
            Look.DASHED,
            "muted",
        )
        actual = Series(
            translate("BudgetTab", "Actual"),
            tuple(float(one.actual.minor) for one in shown),
            Look.BARS,
        )
        self.plot.show_series(Places(names, ticks), (actual, budget))

    def _ask_plan(self) -> None:
        figure = self._figures.get(self.table.selected or "")
        if figure is not None:
            LineDialog(self, figure, self._name(figure), self.workplace.wording, self._save).taken()

    def _show_rows(self) -> None:
        """The entries behind what really came in or went out."""
        figure = self._figures.get(self.table.selected or "")
        if figure is None:
            return
        rows = rows_behind(self.workplace.event_file, figure.account, self.workplace.wording)
        title = f"{self._name(figure)} {figure.actual}"
        guest = CheckRowsDialog.ask(self, title, rows)
        if guest is not None:
            self.guest_asked.emit(guest)

    def _ask_line(self) -> None:
        wording = self.workplace.wording
        NewLineDialog(self, self._names, self._currency, wording, self._save).taken()

    @property
    def _currency(self) -> str:
        return settings.find_event(self.workplace.event_file).currency

    def _save(self, line: BudgetLine) -> str:
        """Put a line into the budget; returns what is wrong, nothing when it is saved."""
        lines = {one.account: one for one in list_budget(self.workplace.event_file)}
        lines[line.account] = line
        ordered = sorted(lines.values(), key=lambda one: one.account)
        try:
            set_budget(
                self.workplace.event_file, ordered, now=self.workplace.now(),
                operator=self.workplace.operator,
            )  # fmt: skip
        except ReceptionError as error:
            return self.workplace.wording.error(error)
        self.acted.emit(QCoreApplication.translate("BudgetTab", "The budget is saved."))
        return ""

    def _ask_opening(self) -> None:
        translate = QCoreApplication.translate
        event_file, now = self.workplace.event_file, self.workplace.now()
        if any(sum_opening(event_file).values()):
            title = translate("BudgetTab", "Take the opening balance back")
            meaning = translate("BudgetTab", "It is booked back; then you can type another.")
            reason = ReasonDialog.ask(self, title, title, meaning=meaning)
            if reason is None:
                return
            try:
                sealing.take_opening_back(
                    event_file, reason, now=now, operator=self.workplace.operator
                )
            except ReceptionError as error:
                self.refused.emit(error)
                return
            self.acted.emit(translate("BudgetTab", "Taken back."))
            return
        if OpeningDialog(self, self._names, self._open_with).taken():
            self.acted.emit(translate("BudgetTab", "The opening balance is booked."))

    def _open_with(self, texts: dict[str, str]) -> str:
        """Open the books; returns what is wrong, nothing when they are."""
        try:
            balances = {
                account: parse_money(text, self._currency).minor
                for account, text in texts.items()
                if text.strip()
            }
            sealing.open_with(
                self.workplace.event_file, balances, now=self.workplace.now(),
                operator=self.workplace.operator,
            )  # fmt: skip
        except ReceptionError as error:
            return self.workplace.wording.error(error)
        return ""


def _sum_row(key: str, words: str, planned: Money, actual: Money) -> Row:
    return Row(
        key,
        (
            Cell(words, bold=True, tone="accent"),
            Cell(_figure(planned), bold=True),
            Cell(_figure(actual), bold=True),
            Cell(_figure(actual - planned), bold=True),
            Cell(""),
        ),
    )


def _figure(money: Money) -> str:
    sign = "-" if money.minor < 0 else ""
    return sign + format_number(Money(abs(money.minor), money.currency))


def _tone(one: BudgetFigure) -> Tone:
    """Red where more was spent than planned; less income than planned is as bad."""
    if not one.difference or one.budget is None:
        return "muted"
    return "good" if (one.difference.minor > 0) is is_income(one.account) else "danger"


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LETTERS else f"{name[: _NAME_LETTERS - 1]}…"
