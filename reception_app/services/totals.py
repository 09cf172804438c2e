"""The sums of an event's money, made in one place so that screen, workbook and checks agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception_app.domain.journal import DESK_CASH, Tender
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.storage import journal, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import GuestAccount


@dataclass(frozen=True, slots=True)
class CategoryTotals:
    """The money of the guests of one category; `category` is its code, empty when unknown."""

    category: str
    guests: int
    charged: Money
    waived: Money
    paid: Money
    refunded: Money
    due: Money


@dataclass(frozen=True, slots=True)
class EventTotals:
    """What an event's guests were charged and paid, and what lies in its cash boxes.

    `due` is the sum over the guests who still owe, `overpaid` over those who paid too much, so
    `charged - waived - paid + refunded = due - overpaid`. Corrected payments are not in `paid`.
    `charged_guests` were charged and the charge stands; `due_inside_guests` owe and have arrived.
    `paid_by_tender` has every tender that was ever used; `cash_by_box` every box that was.
    """

    currency: str
    charged: Money
    waived: Money
    paid: Money
    refunded: Money
    due: Money
    overpaid: Money
    charged_guests: int
    due_guests: int
    due_inside_guests: int
    overpaid_guests: int
    paid_by_tender: dict[Tender, Money]
    cash_by_box: dict[str, Money]
    by_category: tuple[CategoryTotals, ...]

    @property
    def open(self) -> Money:
        """What the guests owe taken together: the balance of the receivable account."""
        return self.due - self.overpaid


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
