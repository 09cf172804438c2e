"""The ledger 元帳: the chart of accounts and the balances that follow from the journal."""

from dataclasses import dataclass
from enum import StrEnum


class AccountClass(StrEnum):
    """The five classes of accounts."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


CHART = {
    "1000": AccountClass.ASSET, "1050": AccountClass.ASSET, "1100": AccountClass.ASSET,
    "1150": AccountClass.ASSET, "1200": AccountClass.ASSET, "1210": AccountClass.ASSET,
    "1300": AccountClass.ASSET, "1400": AccountClass.ASSET, "1500": AccountClass.ASSET,
    "2100": AccountClass.LIABILITY, "2200": AccountClass.LIABILITY, "2900": AccountClass.LIABILITY,
    "3000": AccountClass.EQUITY,
    "4100": AccountClass.INCOME, "4150": AccountClass.INCOME, "4200": AccountClass.INCOME,
    "4300": AccountClass.INCOME, "4400": AccountClass.INCOME, "4900": AccountClass.INCOME,
    "4990": AccountClass.INCOME,
    "5100": AccountClass.EXPENSE, "5200": AccountClass.EXPENSE, "5300": AccountClass.EXPENSE,
    "5400": AccountClass.EXPENSE, "5500": AccountClass.EXPENSE, "5800": AccountClass.EXPENSE,
    "5900": AccountClass.EXPENSE, "5950": AccountClass.EXPENSE, "5990": AccountClass.EXPENSE,
}  # fmt: skip
"""Every account 勘定科目 by code; names are in the wording table `[account]`."""


def split_account(account: str) -> tuple[str, str]:
    """The chart code of an account and what it stands for: `1000-A` is `("1000", "A")`."""
    code, _, part = account.partition("-")
    return code, part


@dataclass(frozen=True, slots=True)
class AccountBalance:
    """What an account holds, in minor units: debits are positive, credits negative."""

    account: str
    debit: int
    credit: int

    @property
    def balance(self) -> int:
        """Debit minus credit."""
        return self.debit - self.credit


@dataclass(frozen=True, slots=True)
class GuestBalance:
    """What one guest was charged, waived and paid, in minor units; `due` follows."""

    charged: int = 0
    waived: int = 0
    paid: int = 0
    refunded: int = 0

    @property
    def due(self) -> int:
        """What is still open; negative when overpaid."""
        return self.charged - self.waived - self.paid + self.refunded


class PaymentStatus(StrEnum):
    """What people call a balance."""

    FREE = "free"
    DUE = "due"
    PAID = "paid"
    OVERPAID = "overpaid"


def payment_status(balance: GuestBalance) -> PaymentStatus:
    """The word for a guest's balance; a function of the balance only."""
    if balance.due > 0:
        return PaymentStatus.DUE
    if balance.due < 0:
        return PaymentStatus.OVERPAID
    return PaymentStatus.PAID if balance.paid else PaymentStatus.FREE
