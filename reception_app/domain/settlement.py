"""The settlement 収支 on a cash basis: what came in, what went out, where the money lies now."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception_app.domain.journal import (
    BANK,
    CARD_CLEARING,
    CARRIED_FORWARD,
    DEPOSIT_IN_TRANSIT,
    DESK_CASH,
    FEE_WAIVERS,
    FEES,
    GUEST_RECEIVABLE,
    PAYPAY_CLEARING,
    SAFE,
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
UNCOLLECTABLE = "5950"
_OF_GUESTS = frozenset(
    {GUEST_RECEIVABLE, FEES, WALK_IN_FEES, CANCELLATION_FEES, FEE_WAIVERS, UNCOLLECTABLE}
)
"""Accounts between guests and us: together they are what guests paid less what they got back."""


@dataclass(frozen=True, slots=True)
class SettlementLine:
    """One line: a tender guests paid with, the account it stands on, or neither for refunds."""

    amount: Money
    tender: Tender | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """Carried forward + in - out = what is carried on, which is `held` as money.

    Only money counts as in or out: a fee that is due is no income yet. All amounts are positive.
    """

    carried_forward: Money
    money_in: tuple[SettlementLine, ...]
    money_out: tuple[SettlementLine, ...]
    held: tuple[SettlementLine, ...]

    @property
    def total_in(self) -> Money:
        """All that came in."""
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


def settle(balances: Iterable[AccountBalance], totals: EventTotals) -> Settlement:
    """The settlement of an event from the balances of its accounts and what its guests paid."""
    currency = totals.currency
    carried = Money(0, currency)
    money_in = [
        SettlementLine(paid, tender=tender) for tender, paid in totals.paid_by_tender.items()
    ]
    money_out = [SettlementLine(totals.refunded)] if totals.refunded else []
    held = []
    for balance in balances:
        code, _ = split_account(balance.account)
        amount = Money(balance.balance, currency)
        if code in MONEY_ACCOUNTS:
            held.append(SettlementLine(amount, account=balance.account))
        elif code == CARRIED_FORWARD:
            carried = carried - amount
        elif code not in _OF_GUESTS and amount.minor < 0:
            money_in.append(SettlementLine(-amount, account=balance.account))
        elif code not in _OF_GUESTS and amount:
            money_out.append(SettlementLine(amount, account=balance.account))
    return Settlement(carried, tuple(money_in), tuple(money_out), tuple(held))
