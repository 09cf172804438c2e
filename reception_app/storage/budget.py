"""Queries over the budget and what was opened with."""

from reception_app.domain.budget import BudgetLine
from reception_app.domain.journal import CARRIED_FORWARD
from reception_app.storage.event_file import EventReader


def list_budget(event: EventReader) -> tuple[BudgetLine, ...]:
    """The budget's lines in the order people gave them."""
    rows = event.db.execute(
        "SELECT account, amount, name, remark FROM budget_line ORDER BY position"
    )
    return tuple(BudgetLine(str(a), int(n), str(name), str(r)) for a, n, name, r in rows)


def sum_opening(event: EventReader) -> dict[str, int]:
    """What each account was opened with 前回繰越, debits positive, in minor units."""
    rows = event.db.execute(
        """
        SELECT account, SUM(amount) FROM posting
        WHERE entry IN (SELECT entry FROM posting WHERE account = ?) GROUP BY account
        """,
        (CARRIED_FORWARD,),
    )
    return {str(account): int(amount) for account, amount in rows}
