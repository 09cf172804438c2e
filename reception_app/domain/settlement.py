"""The settlement 収支 on a cash basis: what came in, what went out, where the money lies now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reception_app.domain.journal import (
    ADVANCES,
    BANK,
    CARD_CLEARING,
    CARRIED_FORWARD,
    DEPOSIT_IN_TRANSIT,
    DESK_CASH,
    FEE_WAIVERS,
    FEES,
    GUEST_RECEIVABLE,
    OWED_TO_ORGANIZERS,
    PAYPAY_CLEARING,
    PREPAID,
    SAFE,
    UNCOLLECTABLE,
    VENDORS,
    WALK_IN_FEES,
    Tender,
)
from reception_app.domain.ledger import AccountBalance, split_account
from reception_app.domain.money import Money, total
from reception_app.domain.totals import EventTotals

MONEY_ACCOUNTS = (
    DESK_CASH, SAFE, BANK, DEPOSIT_IN_TRANSIT, PAYPAY_CLEARING, CARD_CLEARING,
)  # fmt: skip
"""Where money lies: cash boxes, safe, bank, and what banks and providers still hold."""

CANCELLATION_FEES = "4200"
OF_GUESTS = frozenset(
    {GUEST_RECEIVABLE, FEES, WALK_IN_FEES, CANCELLATION_FEES, FEE_WAIVERS, UNCOLLECTABLE}
)
"""Accounts between guests and us: together they are what guests paid less what they got back."""

_NOT_PAID_YET = frozenset({OWED_TO_ORGANIZERS, VENDORS})
_TOGETHER = frozenset({OWED_TO_ORGANIZERS, VENDORS, ADVANCES, PREPAID})
"""Accounts with a part for each person or paper, of which a settlement shows the sum."""


@dataclass(frozen=True, slots=True)
class SettlementLine:
    """One line: a tender guests paid with, the account it stands on, or neither for refunds.

    Refunds are below zero.
    """

    amount: Money
    tender: Tender | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """Carried forward + in - out = what is carried on, which is `held` as money.

    Only money counts as in or out: a fee that is due is no income yet, and what is booked but not
    paid yet (to organizers and vendors) stands among `money_out` as a line below zero. Fees that
    became something else, such as an overpayment given as a gift, stand so among `money_in`, and
    so does what guests got back: it is no expense.
    """

    carried_forward: Money
    money_in: tuple[SettlementLine, ...]
    money_out: tuple[SettlementLine, ...]
    held: tuple[SettlementLine, ...]

    @property
    def total_in(self) -> Money:
        """All that came in, less what guests got back."""
        return total((line.amount for line in self.money_in), self.carried_forward.currency)

    @property
    def total_out(self) -> Money:
        """All that went out."""
        return total((line.amount for line in self.money_out), self.carried_forward.currency)

    @property
    def carried_on(self) -> Money:
        """What must be there in the end."""
        return self.carried_forward + self.total_in - self.total_out

    @property
    def total_held(self) -> Money:
        """What is there in the end."""
        return total((line.amount for line in self.held), self.carried_forward.currency)


def settle(
    balances: Iterable[AccountBalance], totals: EventTotals, opening: Mapping[str, int]
) -> Settlement:
    """The settlement of an event.

    Args:
        balances: of all its accounts.
        totals: what its guests paid.
        opening: what each account was opened with, debits positive, in minor units.
    """
    currency = totals.currency
    held: list[SettlementLine] = []
    moved: dict[str, int] = {}
    for balance in balances:
        code, _ = split_account(balance.account)
        if code in MONEY_ACCOUNTS:
            held.append(SettlementLine(Money(balance.balance, currency), account=balance.account))
            continue
        account = code if code in _TOGETHER | OF_GUESTS else balance.account
        moved[account] = moved.get(account, 0) + balance.balance - opening.get(balance.account, 0)
    carried = sum(
        n for account, n in opening.items() if split_account(account)[0] in MONEY_ACCOUNTS
    )
    of_guests = -sum(moved.pop(account, 0) for account in OF_GUESTS)
    moved.pop(CARRIED_FORWARD, None)
    money_in = [
        SettlementLine(paid, tender=tender) for tender, paid in totals.paid_by_tender.items()
    ]
    if totals.refunded:
        money_in.append(SettlementLine(-totals.refunded))
    money_out: list[SettlementLine] = []
    paid = total(totals.paid_by_tender.values(), currency)
    elsewhere = of_guests - (paid - totals.refunded).minor
    if elsewhere:
        money_in.append(SettlementLine(Money(elsewhere, currency), account=GUEST_RECEIVABLE))
    for account, amount in sorted(moved.items()):
        is_out = amount > 0 or split_account(account)[0] in _NOT_PAID_YET
        if amount and is_out:
            money_out.append(SettlementLine(Money(amount, currency), account=account))
        elif amount:
            money_in.append(SettlementLine(Money(-amount, currency), account=account))
    return Settlement(Money(carried, currency), tuple(money_in), tuple(money_out), tuple(held))
