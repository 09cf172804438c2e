"""A statement 入出金明細 of a bank or a provider: its rows, their identity, their balances."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.journal import BANK, CARD_CLEARING, PAYPAY_CLEARING


class StatementAccount(StrEnum):
    """Whose statement it is: the bank's, or a provider's list of the payments it took for us."""

    BANK = "bank"
    PAYPAY = "paypay"
    CARD = "card"

    @property
    def ledger_account(self) -> str:
        """The account of the ledger that the statement speaks of."""
        return _LEDGER_ACCOUNTS[self]


_LEDGER_ACCOUNTS = {
    StatementAccount.BANK: BANK,
    StatementAccount.PAYPAY: PAYPAY_CLEARING,
    StatementAccount.CARD: CARD_CLEARING,
}


class RowState(StrEnum):
    """How far a row is matched."""

    OPEN = "open"
    PARTLY = "partly"
    MATCHED = "matched"
    UNIDENTIFIED = "unidentified"
    IGNORED = "ignored"


class RowTrouble(StrEnum):
    """Why a row of a statement could not be read."""

    DATE = "date"
    AMOUNT = "amount"
    NO_AMOUNT = "no_amount"
    BOTH_AMOUNTS = "both_amounts"
    RECORD = "record"


class StatementWarning(StrEnum):
    """What is odd about a statement as a whole, though its rows can be read."""

    BALANCE = "balance"
    TOTALS = "totals"
    NEGATIVE_DEPOSIT = "negative_deposit"
    SEVERAL_ACCOUNTS = "several_accounts"
    NO_ROWS = "no_rows"
    DATES_UNSURE = "dates_unsure"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One line 明細 of a statement.

    `amount` is in minor units: what came in is positive, what went out negative; `balance` is the
    account's after this row, if the statement says so. `text` is what the bank wrote of payer or
    purpose, untouched; `kind` the bank's word for the kind of movement; `reference` its number or
    the message sent along. A provider's row may name its `fee` in minor units, the `batch` of
    transactions it was paid out with, and the time of day (`at`, `18:43:07`).
    """

    date: date
    amount: int
    text: str
    balance: int | None = None
    kind: str = ""
    reference: str = ""
    fee: int = 0
    batch: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """A row that could not be read: its number in the file, why, and what stood there."""

    number: int
    trouble: RowTrouble
    text: str


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with the number it speaks of: a row, or an amount in minor units."""

    kind: StatementWarning
    number: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it was read, its rows oldest first.

    `opening` and `closing` are the balances before the first and after the last row, None where the
    statement gives none. `account_tail` is the end of the account number, at most four digits.
    `headings_key` and `mapping` tell how the columns of a CSV file were understood.
    """

    account: StatementAccount
    currency: str
    rows: tuple[StatementRow, ...]
    opening: int | None = None
    closing: int | None = None
    unreadable: tuple[UnreadableRow, ...] = ()
    warnings: tuple[Warned, ...] = ()
    account_tail: str = ""
    source: str = ""
    headings_key: str = ""
    mapping: dict[str, str] = field(default_factory=dict)

    @property
    def difference(self) -> int | None:
        """Opening + rows - closing: 0 when the statement adds up, None where it has no balances."""
        if self.opening is None or self.closing is None:
            return None
        return self.opening + sum(row.amount for row in self.rows) - self.closing


@dataclass(frozen=True, slots=True)
class IdentifiedRow:
    """A row with its number, from 1, among rows of which the statement says the same."""

    row: StatementRow
    occurrence: int


def identified(
    account: StatementAccount, rows: Iterable[StatementRow]
) -> tuple[IdentifiedRow, ...]:
    """The rows numbered among their equals.

    Two equal rows are two payments, so both are kept; the same rows in another file get the same
    numbers, so nothing is taken twice.
    """
    seen: Counter[str] = Counter()
    numbered = []
    for row in rows:
        said = row_identity(account, row, 0)
        seen[said] += 1
        numbered.append(IdentifiedRow(row, seen[said]))
    return tuple(numbered)


def row_identity(account: StatementAccount, row: StatementRow, occurrence: int) -> str:
    """By what a row is known again, as one text: all that the statement said, and its number.

    A bank's reference may be counted anew in each file, so it is no part of it; a provider's number
    of a transaction is.
    """
    said: list[object] = [account.value, row.date.isoformat(), row.amount, row.balance, row.text]
    if account is not StatementAccount.BANK:
        said += [row.at, row.reference]
    return hashlib.sha256(canonical_json([*said, occurrence]).encode()).hexdigest()


def oldest_first(rows: Sequence[StatementRow]) -> tuple[StatementRow, ...]:
    """The rows in the order they happened: banks list the newest first or last.

    Where a day's rows carry balances, the order that adds up is the right one.
    """
    rising = sum(one.date < other.date for one, other in pairwise(rows))
    falling = sum(one.date > other.date for one, other in pairwise(rows))
    turn = falling > rising
    if rising == falling:
        turn = len(_jumps(rows)) > len(_jumps(rows[::-1]))
    return tuple(rows[::-1] if turn else rows)


def balance_jumps(rows: Sequence[StatementRow]) -> tuple[int, ...]:
    """Places (from 0) of rows, oldest first, whose balance does not follow from the one before."""
    return tuple(_jumps(rows))


def opening_of(rows: Sequence[StatementRow]) -> int | None:
    """The balance before the first of rows, oldest first, where it has a balance."""
    if not rows or rows[0].balance is None:
        return None
    return rows[0].balance - rows[0].amount


def closing_of(rows: Sequence[StatementRow]) -> int | None:
    """The balance after the last of rows, oldest first, where it has a balance."""
    return rows[-1].balance if rows else None


def _jumps(rows: Sequence[StatementRow]) -> list[int]:
    return [
        place
        for place, (one, other) in enumerate(pairwise(rows), start=1)
        if one.balance is not None
        and other.balance is not None
        and one.balance + other.amount != other.balance
    ]
