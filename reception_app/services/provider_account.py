"""A provider's clearing account: what it took for us, what it paid out, and what never came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception_app.domain.payouts import Transaction
from reception_app.domain.statement import StatementAccount
from reception_app.services.payouts import pair_transactions
from reception_app.storage import provider_payments, statements
from reception_app.storage.event_file import EventReader


class ProviderLineKind(StrEnum):
    """How a payment stands between us and the provider."""

    PAID_OUT = "paid_out"
    OUTSTANDING = "outstanding"
    PASSED_OVER = "passed_over"
    NOT_IN_BOOKS = "not_in_books"
    NOT_AT_PROVIDER = "not_at_provider"


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """One payment; `amount` in minor units.

    `entry` is the payment in our books and `row` that of the provider's list, None where it is
    missing; `payout` is the row of the bank by which it was paid out.
    """

    kind: ProviderLineKind
    at: datetime
    amount: int
    entry: str | None = None
    guest: str | None = None
    row: str | None = None
    text: str = ""
    payout: str | None = None


@dataclass(frozen=True, slots=True)
class ProviderAccount:
    """What a provider took, paid out and kept, in minor units, and every payment behind it.

    `to_pair` counts the rows of its list that are payments in our books and not marked so yet.
    """

    account: StatementAccount
    taken: int
    paid_out: int
    fees: int
    to_pair: int
    lines: tuple[ProviderLine, ...]

    @property
    def outstanding(self) -> int:
        """What the provider still owes us, before its fee."""
        return self.taken - self.paid_out


def provider_account(event: EventReader, account: StatementAccount) -> ProviderAccount:
    """How a provider's account stands."""
    pairs = pair_transactions(event, account)
    days = [standing.row.date for standing in statements.list_rows(event, account)]
    first, last = (min(days), max(days)) if days else (None, None)
    missing = {
        one.entry
        for one in pairs.not_at_provider
        if first and last and first <= one.at.astimezone().date() <= last
    }
    taken = provider_payments.list_taken(event, account)
    lines = [*_of_books(taken, missing), *_of_list(event, pairs.not_in_books)]
    return ProviderAccount(
        account=account,
        taken=sum(one.amount for one in taken),
        paid_out=sum(one.amount for one in taken if one.payout is not None),
        fees=provider_payments.sum_fees(event, account),
        to_pair=len(pairs.pairs),
        lines=tuple(sorted(lines, key=lambda line: line.at)),
    )


def _of_books(
    taken: tuple[provider_payments.ProviderPayment, ...], missing: set[str]
) -> Iterator[ProviderLine]:
    for one in taken:
        kind = ProviderLineKind.OUTSTANDING
        if one.payout is not None:
            kind = ProviderLineKind.PAID_OUT
        elif one.entry in missing:
            kind = ProviderLineKind.NOT_AT_PROVIDER
        elif one.passed_over:
            kind = ProviderLineKind.PASSED_OVER
        yield ProviderLine(
            kind, one.at, one.amount, entry=one.entry, guest=one.guest, payout=one.payout
        )


def _of_list(event: EventReader, alone: tuple[Transaction, ...]) -> Iterator[ProviderLine]:
    for one in alone:
        standing = statements.find_row(event, one.row)
        text = standing.row.text if standing else ""
        yield ProviderLine(
            ProviderLineKind.NOT_IN_BOOKS, one.at or one.day, one.amount, row=one.row, text=text
        )
