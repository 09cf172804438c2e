"""The sums of an event's money, made in one place so that screen, workbook and checks agree."""

from collections.abc import Iterable

from reception_app.domain.journal import DESK_CASH, Tender
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.domain.totals import CategoryTotals, EventTotals
from reception_app.storage import journal, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import GuestAccount

__all__ = ["CategoryTotals", "EventTotals", "event_totals"]


def event_totals(event: EventReader) -> EventTotals:
    """The sums of the event's money as they are now."""
    plan = settings.find_fee_plan(event)
    currency = plan.currency
    accounts = journal.list_guest_accounts(event)
    dues = [account.balance.due for account in accounts]
    known = [category.code for category in plan.categories]
    unknown = sorted({a.category for a in accounts} - set(known))
    return EventTotals(
        currency=currency,
        charged=_sum((a.balance.charged for a in accounts), currency),
        waived=_sum((a.balance.waived for a in accounts), currency),
        paid=_sum((a.balance.paid for a in accounts), currency),
        refunded=_sum((a.balance.refunded for a in accounts), currency),
        due=_sum((due for due in dues if due > 0), currency),
        overpaid=_sum((-due for due in dues if due < 0), currency),
        charged_guests=sum(a.balance.charged > 0 for a in accounts),
        due_guests=sum(due > 0 for due in dues),
        due_inside_guests=sum(a.balance.due > 0 and a.arrived for a in accounts),
        overpaid_guests=sum(due < 0 for due in dues),
        paid_by_tender={
            tender: Money(amount, currency)
            for tender, amount in sorted(
                journal.sum_by_tender(event).items(), key=lambda item: list(Tender).index(item[0])
            )
        },
        cash_by_box={
            box: Money(balance.balance, currency)
            for balance in journal.list_account_balances(event)
            for code, box in [split_account(balance.account)]
            if code == DESK_CASH
        },
        by_category=tuple(
            _category_totals(code, [a for a in accounts if a.category == code], currency)
            for code in (*known, *unknown)
        ),
    )


def _category_totals(code: str, accounts: list[GuestAccount], currency: str) -> CategoryTotals:
    return CategoryTotals(
        category=code,
        guests=len(accounts),
        charged=_sum((a.balance.charged for a in accounts), currency),
        waived=_sum((a.balance.waived for a in accounts), currency),
        paid=_sum((a.balance.paid for a in accounts), currency),
        refunded=_sum((a.balance.refunded for a in accounts), currency),
        due=_sum((a.balance.due for a in accounts if a.balance.due > 0), currency),
    )


def _sum(amounts: Iterable[int], currency: str) -> Money:
    return Money(sum(amounts), currency)
