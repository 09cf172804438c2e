"""The budget 予算: what an event is meant to take in and spend, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception_app.domain.journal import FEES
from reception_app.domain.ledger import CHART, AccountClass, split_account
from reception_app.domain.money import Money
from reception_app.domain.settlement import OF_GUESTS


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line; `amount` in minor units.

    `account` is one of the chart, or a line of its own below one of them (`5100-a1b2c3d4`), whose
    `name` people gave.
    """

    account: str
    amount: int
    name: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BudgetFigure:
    """A line of the budget beside what really came in or went out, all positive.

    `budget` is None where nothing was planned.
    """

    account: str
    name: str
    budget: Money | None
    actual: Money
    remark: str = ""

    @property
    def difference(self) -> Money:
        """Actual less budget."""
        return self.actual - self.budget if self.budget else self.actual


def is_income(account: str) -> bool:
    """Whether money comes in for this account; false for expenses."""
    return CHART.get(split_account(account)[0]) is AccountClass.INCOME


def is_budgeted(account: str) -> bool:
    """Whether a budget can have a line for this account; all that guests pay is one line, 4100."""
    code, _ = split_account(account)
    if code in OF_GUESTS:
        return account == FEES
    return CHART.get(code) in {AccountClass.INCOME, AccountClass.EXPENSE}


def sum_of(figures: Iterable[BudgetFigure], currency: str) -> tuple[Money, Money]:
    """Budget and actual of these lines together."""
    budget = actual = Money(0, currency)
    for figure in figures:
        budget, actual = budget + (figure.budget or Money(0, currency)), actual + figure.actual
    return budget, actual
