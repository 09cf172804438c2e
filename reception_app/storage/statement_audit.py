"""Queries that hold the bank's statements against the books."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.journal import BANK, CARRIED_FORWARD, EntryKind
from reception_app.domain.statement import StatementAccount
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import balance_of
from reception_app.storage.statements import STANDING_MATCHES, list_rows, list_statements


@dataclass(frozen=True, slots=True)
class BankSums:
    """The bank's statements and the books in minor units.

    `rows` is the sum of all rows, `unmatched` what of it no match took, `ignored` what of that was
    set aside. `ledger` is the bank's account in the books, `from_rows` what matches posted to it,
    `carried` what it was opened with. `opening` and `closing` are the outermost balances of the
    statements, None where they give none.
    """

    rows: int
    unmatched: int
    ignored: int
    ledger: int
    from_rows: int
    carried: int
    opening: int | None
    closing: int | None

    @property
    def without_row(self) -> int:
        """What is booked at the bank and stands on no statement."""
        return self.ledger - self.from_rows - self.carried

    @property
    def gap(self) -> int:
        """What the balances moved beyond the rows: a statement in between is missing."""
        if self.opening is None or self.closing is None:
            return 0
        return self.closing - self.opening - self.rows


def sum_bank(event: EventReader) -> BankSums | None:
    """The sums of the bank's statements, None when none was taken in."""
    rows = list_rows(event, StatementAccount.BANK)
    if not rows:
        return None
    opening, closing = _outermost_balances(event)
    return BankSums(
        rows=sum(standing.row.amount for standing in rows),
        unmatched=sum(standing.left for standing in rows),
        ignored=sum(standing.left for standing in rows if standing.ignored),
        ledger=balance_of(event, BANK),
        from_rows=_sum_posted(event, f"p.entry IN (SELECT entry FROM ({STANDING_MATCHES}))"),
        carried=_sum_posted(
            event,
            f"p.entry IN (SELECT entry FROM posting WHERE account = '{CARRIED_FORWARD}')"
            f" AND p.entry NOT IN (SELECT entry FROM ({STANDING_MATCHES}))",
        ),
        opening=opening,
        closing=closing,
    )


@dataclass(frozen=True, slots=True)
class BankPosting:
    """What the books have at the bank and no statement shows; minor units, debits positive."""

    entry: str
    at: datetime
    kind: EntryKind
    amount: int
    reason: str


def list_without_row(event: EventReader) -> tuple[BankPosting, ...]:
    """What was posted at the bank by no match of a row, oldest first; corrections are left out."""
    rows = event.db.execute(
        f"""
        SELECT e.id, e.at, e.kind, SUM(p.amount), e.reason
        FROM entry e JOIN posting p ON p.entry = e.id
        WHERE p.account = ? AND e.reverses IS NULL
            AND e.id NOT IN (SELECT entry FROM ({STANDING_MATCHES}))
            AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.reverses = e.id)
        GROUP BY e.id ORDER BY e.stamp
        """,
        (BANK,),
    )
    return tuple(
        BankPosting(
            str(entry), datetime.fromisoformat(str(at)), EntryKind(kind), int(amount), str(reason)
        )
        for entry, at, kind, amount, reason in rows
    )


def find_wrongly_matched(event: EventReader) -> tuple[str, ...]:
    """Rows of which more is matched than they hold, or something else than was posted."""
    beyond = {
        standing.id
        for standing in list_rows(event)
        if standing.matched * standing.row.amount < 0
        or abs(standing.matched) > abs(standing.row.amount)
    }
    rows = event.db.execute(
        f"""
        SELECT r.id FROM ({STANDING_MATCHES}) m JOIN statement_row r ON r.identity = m.identity
        WHERE m.account = '{StatementAccount.BANK.value}'
        GROUP BY m.entry, r.id HAVING SUM(m.amount) <>
            (SELECT COALESCE(SUM(p.amount), 0) FROM posting p
                WHERE p.entry = m.entry AND p.account = '{BANK}')
        """
    )
    return tuple(sorted(beyond | {str(row[0]) for row in rows}))


def _outermost_balances(event: EventReader) -> tuple[int | None, int | None]:
    """The balance before the earliest row of all statements and after the latest."""
    spans = event.db.execute(
        "SELECT statement, MIN(date), MAX(date) FROM statement_row WHERE account = ?"
        " GROUP BY statement",
        (StatementAccount.BANK,),
    ).fetchall()
    known = {one.id: one for one in list_statements(event)}
    spans = [span for span in spans if span[0] in known]
    if not spans:
        return None, None
    first = min(spans, key=lambda span: str(span[1]))
    last = max(spans, key=lambda span: str(span[2]))
    return known[str(first[0])].opening, known[str(last[0])].closing


def _sum_posted(event: EventReader, which: str) -> int:
    query = f"SELECT COALESCE(SUM(p.amount), 0) FROM posting p WHERE p.account = ? AND {which}"
    return int(event.db.execute(query, (BANK,)).get)
