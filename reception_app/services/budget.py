"""The budget 予算: writing it down, and holding it against what really came in and went out."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from reception_app.domain.budget import BudgetFigure, BudgetLine, is_budgeted, is_income
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import BudgetSet
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import FEES
from reception_app.domain.ledger import split_account
from reception_app.domain.money import AmountNegative, Money
from reception_app.domain.settlement import OF_GUESTS
from reception_app.services.posting import refuse_when_sealed
from reception_app.storage import budget, journal, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id


@dataclass(eq=False)
class AccountNotBudgeted(ReceptionError):
    """A budget has lines for income and expenses only, and each account once."""

    account: str


def set_budget(
    event: EventFile, lines: Iterable[BudgetLine], *, now: datetime, operator: str
) -> None:
    """Write the whole budget.

    Raises:
        AccountNotBudgeted: a line is for no income or expense, or there twice.
        AmountNegative: a budget is not below zero.
        BooksSealed: the books are final.
    """
    cleaned = [
        replace(line, name=clean_text(line.name), remark=clean_text(line.remark)) for line in lines
    ]
    seen: set[str] = set()
    for line in cleaned:
        if not is_budgeted(line.account) or line.account in seen:
            raise AccountNotBudgeted(line.account)
        if line.amount < 0:
            raise AmountNegative(str(line.amount))
        seen.add(line.account)
    refuse_when_sealed(event)
    with event.act(now=now, actor=operator) as act:
        act.record(BudgetSet(lines=[asdict(line) for line in cleaned]))


def new_line(account: str, name: str, amount: int = 0, remark: str = "") -> BudgetLine:
    """A line of its own below an account of the chart, such as 会場費 below 5100."""
    code, _ = split_account(account)
    return BudgetLine(f"{code}-{new_id()[:8]}", amount, name, remark)


def budget_figures(event: EventReader) -> tuple[BudgetFigure, ...]:
    """Every line of the budget and every account of income or expense that moved, by account.

    Fees are what guests really paid, all categories together; everything else is what is booked,
    paid or not. What was opened with is not this event's.
    """
    currency = settings.find_event(event).currency
    lines = {line.account: line for line in budget.list_budget(event)}
    opening = budget.sum_opening(event)
    actual: dict[str, int] = {}
    for balance in journal.list_account_balances(event):
        line = _line_of(balance.account, lines)
        if line is not None:
            moved = balance.balance - opening.get(balance.account, 0)
            actual[line] = actual.get(line, 0) + (-moved if is_income(line) else moved)
    known = {*lines, *(account for account, amount in actual.items() if amount)}
    return tuple(
        BudgetFigure(
            account=account,
            name=lines[account].name if account in lines else "",
            budget=Money(lines[account].amount, currency) if account in lines else None,
            actual=Money(actual.get(account, 0), currency),
            remark=lines[account].remark if account in lines else "",
        )
        for account in sorted(known)
    )


def _line_of(account: str, lines: Mapping[str, BudgetLine]) -> str | None:
    """The line of the budget on which an account's money stands."""
    code, _ = split_account(account)
    if code in OF_GUESTS:
        return FEES
    if account in lines:
        return account
    return code if is_budgeted(code) else None
