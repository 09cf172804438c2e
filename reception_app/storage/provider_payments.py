"""Queries over payments that a provider took: what is not paid out, and what was passed over."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.journal import TRANSFER_FEES
from reception_app.domain.payouts import TakenPayment
from reception_app.domain.statement import StatementAccount
from reception_app.storage.event_file import EventReader
from reception_app.storage.statements import STANDING_MATCHES

_TAKEN = """
    SELECT e.id, e.at, SUM(p.amount) AS amount FROM posting p JOIN entry e ON e.id = p.entry
    WHERE p.account = :account AND e.kind = 'payment'
        AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.reverses = e.id)
    GROUP BY e.id HAVING SUM(p.amount) > 0
"""
_PAID_OUT = f"""
    SELECT pp.entry FROM payout_payment pp JOIN ({STANDING_MATCHES}) m ON m.id = pp.match
"""


@dataclass(frozen=True, slots=True)
class ProviderPayment:
    """A payment a provider took: whose, and by which row of the bank it was paid out, if it was.

    `amount` is in minor units; `passed_over` says that later payments were paid out before it.
    """

    entry: str
    at: datetime
    amount: int
    guest: str | None
    payout: str | None
    passed_over: bool = False


def list_taken(event: EventReader, account: StatementAccount) -> tuple[ProviderPayment, ...]:
    """Every payment the provider took, oldest first."""
    rows = event.db.execute(
        f"""
        SELECT t.id, t.at, t.amount, e.guest, (
            SELECT m.row FROM payout_payment pp JOIN ({STANDING_MATCHES}) m ON m.id = pp.match
            WHERE pp.entry = t.id LIMIT 1)
        FROM ({_TAKEN}) t JOIN entry e ON e.id = t.id ORDER BY t.at, t.id
        """,
        {"account": account.ledger_account},
    ).fetchall()
    last_paid = max((str(row[1]) for row in rows if row[4] is not None), default="")
    return tuple(
        ProviderPayment(
            str(entry), datetime.fromisoformat(str(at)), int(str(amount)),
            None if guest is None else str(guest), None if payout is None else str(payout),
            passed_over=payout is None and str(at) < last_paid,
        )
        for entry, at, amount, guest, payout in rows
    )  # fmt: skip


def sum_fees(event: EventReader, account: StatementAccount) -> int:
    """What the provider kept of its payouts, in minor units."""
    return int(
        event.db.execute(
            """
            SELECT COALESCE(SUM(fee.amount), 0) FROM posting fee
            WHERE fee.account = :fees AND fee.entry IN (
                SELECT e.id FROM entry e JOIN posting p ON p.entry = e.id
                WHERE e.kind = 'payout' AND p.account = :account
                    AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.reverses = e.id))
            """,
            {"fees": TRANSFER_FEES, "account": account.ledger_account},
        ).get
    )


def list_outstanding(event: EventReader, account: StatementAccount) -> tuple[TakenPayment, ...]:
    """Payments the provider took that no payout covers yet, oldest first."""
    return _payments(event, account, f"SELECT * FROM ({_TAKEN}) WHERE id NOT IN ({_PAID_OUT})")


def list_passed_over(event: EventReader, account: StatementAccount) -> tuple[TakenPayment, ...]:
    """Outstanding payments though later ones were paid out: these may never come."""
    return _payments(
        event,
        account,
        f"""
        SELECT * FROM ({_TAKEN}) WHERE id NOT IN ({_PAID_OUT})
            AND at < (SELECT MAX(at) FROM ({_TAKEN}) WHERE id IN ({_PAID_OUT}))
        """,
    )


def list_unpaired(event: EventReader, account: StatementAccount) -> tuple[TakenPayment, ...]:
    """Payments in the books that are matched to no row of the provider's list, oldest first."""
    return _payments(
        event,
        account,
        f"""
        SELECT * FROM ({_TAKEN}) WHERE id NOT IN (
            SELECT entry FROM ({STANDING_MATCHES}) WHERE account = '{account.value}')
        """,
    )


def list_entries_of_batch(
    event: EventReader, account: StatementAccount, batch: str
) -> tuple[str, ...]:
    """The payments matched to the provider's rows of one payout."""
    rows = event.db.execute(
        f"""
        SELECT DISTINCT m.entry FROM ({STANDING_MATCHES}) m
        JOIN statement_row r ON r.identity = m.identity
        WHERE r.account = ? AND r.batch = ? ORDER BY m.entry
        """,
        (account, batch),
    )
    return tuple(str(row[0]) for row in rows)


def _payments(
    event: EventReader, account: StatementAccount, query: str
) -> tuple[TakenPayment, ...]:
    rows = event.db.execute(f"{query} ORDER BY at, id", {"account": account.ledger_account})
    return tuple(
        TakenPayment(str(entry), datetime.fromisoformat(str(at)), int(str(amount)))
        for entry, at, amount in rows
    )
