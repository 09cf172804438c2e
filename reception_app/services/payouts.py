"""Payouts of providers: their lists against the books, and their money as it reaches the bank."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import StatementRowMatched
from reception_app.domain.journal import Entry, EntryKind
from reception_app.domain.kana_fold import fold_payer
from reception_app.domain.money import Money
from reception_app.domain.payouts import (
    Pairs,
    PayoutWay,
    Transaction,
    pair_payments,
    ways_of_payout,
)
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.posting import post
from reception_app.services.row_matching import RowHasNothingLeft, RowUnknown
from reception_app.storage import provider_payments, settings, statements
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.statements import RowStanding

PROVIDERS = (StatementAccount.PAYPAY, StatementAccount.CARD)

_PAYERS = {
    StatementAccount.PAYPAY: re.compile(r"ペイペイ|PAYPAY"),
    StatementAccount.CARD: re.compile(
        r"スクエア|SQUARE|ストライプ|STRIPE|エアペイ|リクルト|SUMUP|サムアツプ|ステラ|カド|GMO"
    ),
}
_LONGEST_WAIT_DAYS = 92


@dataclass(eq=False)
class PayoutAboveGross(ReceptionError):
    """The payout is more than the payments it is said to cover."""

    net: Money
    gross: Money


class AlreadyPaidOut(ReceptionError):
    """One of the payments is covered by another payout, or was taken back."""


@dataclass(frozen=True, slots=True)
class PayoutProposal:
    """A row of the bank that may be a provider's payout; `ways` explain it, likeliest first."""

    row: RowStanding
    account: StatementAccount
    ways: tuple[PayoutWay, ...]


def pair_transactions(event: EventReader, account: StatementAccount) -> Pairs:
    """The provider's list against the books: what is on both sides, and what on one only."""
    transactions = [
        _transaction(standing)
        for standing in statements.list_rows(event, account)
        if standing.state is RowState.OPEN and standing.row.amount > 0
    ]
    return pair_payments(transactions, provider_payments.list_unpaired(event, account))


def match_transactions(
    event: EventFile, account: StatementAccount, *, now: datetime, operator: str
) -> int:
    """Match the provider's rows to the payments in the books; nothing is posted.

    Returns:
        How many were matched.
    """
    with event.act(now=now, actor=operator) as act:
        pairs = pair_transactions(event, account).pairs
        for transaction, payment in pairs:
            act.record(
                StatementRowMatched(
                    match=new_id(), row=transaction.row, entry=payment.entry,
                    amount=transaction.amount, posted=False,
                )
            )  # fmt: skip
    return len(pairs)


def propose_payouts(
    event: EventReader, standings: Sequence[RowStanding] | None = None
) -> tuple[PayoutProposal, ...]:
    """Rows of the bank that are payouts of a provider by their text, or by its list.

    `standings` are the bank's rows, where they were read already.
    """
    proposals = []
    if standings is None:
        standings = statements.list_rows(event, StatementAccount.BANK)
    rows = [
        standing for standing in standings if standing.left > 0 and standing.state is RowState.OPEN
    ]
    for account in PROVIDERS:
        batches = _batches(event, account)
        outstanding = provider_payments.list_outstanding(event, account)
        for standing in rows:
            ways = _ways_by_batch(standing, batches)
            if not ways and _PAYERS[account].search(fold_payer(standing.row.text).key):
                before = [one for one in outstanding if one.at.date() <= standing.row.date]
                ways = ways_of_payout(standing.left, before)
            if ways:
                proposals.append(PayoutProposal(standing, account, ways))
    return tuple(proposals)


def settle_payout(
    event: EventFile, row_id: str, account: StatementAccount, entries: Sequence[str],
    *, now: datetime, operator: str,
) -> RowStanding:  # fmt: skip
    """Match a row of the bank to the payments it pays out; what is missing is the provider's fee.

    Raises:
        RowUnknown, RowHasNothingLeft: there is nothing to do.
        AlreadyPaidOut: one of the payments is not outstanding.
        PayoutAboveGross: the row is more than the payments.
    """
    with event.act(now=now, actor=operator) as act:
        standing = statements.find_row(event, row_id)
        if standing is None or standing.account is not StatementAccount.BANK:
            raise RowUnknown
        if standing.left <= 0:
            raise RowHasNothingLeft
        outstanding = {
            one.entry: one.amount for one in provider_payments.list_outstanding(event, account)
        }
        if not entries or any(entry not in outstanding for entry in entries):
            raise AlreadyPaidOut
        gross = sum(outstanding[entry] for entry in set(entries))
        currency = settings.find_event(event).currency
        if gross < standing.left:
            raise PayoutAboveGross(Money(standing.left, currency), Money(gross, currency))
        entry = Entry(
            id=new_id(),
            kind=EntryKind.PAYOUT,
            currency=currency,
            postings=journal.payout(standing.left, gross - standing.left, account.ledger_account),
        )
        post(act, entry)
        act.record(
            StatementRowMatched(
                match=entry.id, row=standing.id, entry=entry.id, amount=standing.left,
                settles=sorted(set(entries)),
            )
        )  # fmt: skip
        settled = statements.find_row(event, standing.id)
        assert settled is not None
        return settled


def _transaction(standing: RowStanding) -> Transaction:
    row = standing.row
    # Books and lists both speak of the local time of the event.
    day = datetime.combine(row.date, time.min).astimezone()
    try:
        at = datetime.combine(row.date, time.fromisoformat(row.at.strip().zfill(8))).astimezone()
    except ValueError:
        at = None
    return Transaction(standing.id, day, at, standing.left, row.fee, row.batch)


@dataclass(frozen=True, slots=True)
class _Batch:
    """The rows of a provider's list that it paid out together."""

    last_day: datetime
    gross: int
    fee: int
    entries: tuple[str, ...]


def _batches(event: EventReader, account: StatementAccount) -> tuple[_Batch, ...]:
    """The payouts a provider's list speaks of, of which every payment is known and outstanding."""
    rows: dict[str, list[RowStanding]] = defaultdict(list)
    for standing in statements.list_rows(event, account):
        if standing.row.batch:
            rows[standing.row.batch].append(standing)
    outstanding = {
        one.entry: one.amount for one in provider_payments.list_outstanding(event, account)
    }
    batches = []
    for batch, members in rows.items():
        entries = provider_payments.list_entries_of_batch(event, account, batch)
        gross = sum(one.row.amount for one in members)
        if set(entries) <= outstanding.keys() and sum(outstanding[e] for e in entries) == gross:
            fee = sum(one.row.fee for one in members)
            batches.append(_Batch(_transaction(members[-1]).day, gross, fee, entries))
    return tuple(batches)


def _ways_by_batch(standing: RowStanding, batches: Sequence[_Batch]) -> tuple[PayoutWay, ...]:
    return tuple(
        PayoutWay(batch.entries, batch.gross, batch.fee, exact=True)
        for batch in batches
        if batch.gross - batch.fee == standing.left
        and 0 <= (standing.row.date - batch.last_day.date()).days <= _LONGEST_WAIT_DAYS
    )
