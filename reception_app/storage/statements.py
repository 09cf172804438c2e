"""Queries over statements: their rows and how far they are matched, payers, learned aliases."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from reception_app.domain.journal import (
    DEPOSIT_IN_TRANSIT,
    GUEST_RECEIVABLE,
    UNIDENTIFIED_RECEIPTS,
)
from reception_app.domain.match import Payer
from reception_app.domain.statement import RowState, StatementAccount, StatementRow
from reception_app.storage.event_file import EventReader

# Of rows with one identity, read at two desks, the first counts; a match of either matches it.
# A match stands until it is undone or its entry is reversed by whatever hand.
STANDING_MATCHES = """
    SELECT m.id, m.row, r.identity, r.account, m.entry, m.amount, m.posted, m.stamp
    FROM statement_row r JOIN statement_match m ON m.row = r.id
    WHERE NOT EXISTS (SELECT 1 FROM statement_unmatched u WHERE u.match = m.id)
        AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.reverses = m.entry)
"""
# Of a statement that was taken back only rows count that somebody, at another desk, matched.
_COUNTS = """
    NOT EXISTS (
        SELECT 1 FROM statement_withdrawn w WHERE w.statement = r.statement
            AND NOT EXISTS (
                SELECT 1 FROM statement_match m WHERE m.row = r.id
                    AND NOT EXISTS (SELECT 1 FROM statement_unmatched u WHERE u.match = m.id)))
"""
_OF_ROW = "identity = (SELECT identity FROM statement_row WHERE id = :row)"


@dataclass(frozen=True, slots=True)
class RowStanding:
    """A row with how far it is matched; amounts in minor units, signed as the row's.

    `matched` is what standing matches took, `unidentified` what of it waits for its guest, `guests`
    are ids of those it paid for.
    """

    id: str
    account: StatementAccount
    row: StatementRow
    matched: int
    unidentified: int
    ignored: bool
    guests: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """What no match took yet."""
        return self.row.amount - self.matched

    @property
    def state(self) -> RowState:
        """The word for where the row stands."""
        if self.unidentified:
            return RowState.UNIDENTIFIED
        if self.matched:
            return RowState.PARTLY if self.left else RowState.MATCHED
        return RowState.IGNORED if self.ignored else RowState.OPEN


@dataclass(frozen=True, slots=True)
class StandingMatch:
    """A match that stands; `posted` says that its entry was posted for it."""

    id: str
    entry: str
    amount: int
    posted: bool


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A statement that was read before: whose, from which file, with which balances.

    `rows` counts what it added, `matched` those of them of which some is matched.
    """

    id: str
    account: StatementAccount
    source: str
    opening: int | None
    closing: int | None
    account_tail: str
    read_at: datetime
    rows: int
    matched: int


@dataclass(frozen=True, slots=True)
class LearnedAlias:
    """A payer's text that was learned to mean these guests."""

    id: str
    text: str
    guests: tuple[str, ...]
    learned_at: datetime


def list_rows(
    event: EventReader, account: StatementAccount | None = None
) -> tuple[RowStanding, ...]:
    """Every row of an account's statements, or of all, oldest first."""
    query = _rows("r.account = :account" if account else "TRUE")
    rows = event.db.execute(query, {"account": account} if account else {}).fetchall()
    guests = _guests_by_identity(event)
    return tuple(_standing(row, guests) for row in rows)


def find_row(event: EventReader, row_id: str) -> RowStanding | None:
    """The row of this id, or the row that counts in its place."""
    row = event.db.execute(_rows(f"r.{_OF_ROW}"), {"row": row_id}).fetchone()
    return _standing(row, _guests_by_identity(event, str(row[-1]))) if row else None


def list_standing_matches(event: EventReader, row_id: str) -> tuple[StandingMatch, ...]:
    """The matches of a row that stand, oldest first."""
    rows = event.db.execute(
        f"SELECT id, entry, amount, posted FROM ({STANDING_MATCHES} AND r.{_OF_ROW})"
        " ORDER BY stamp",
        {"row": row_id},
    )
    return tuple(StandingMatch(match, entry, amount, bool(p)) for match, entry, amount, p in rows)


def has_match(event: EventReader, match_id: str) -> bool:
    """Whether a match with this id was ever recorded."""
    query = "SELECT EXISTS (SELECT 1 FROM statement_match WHERE id = ?)"
    return bool(event.db.execute(query, (match_id,)).get)


def list_identities(event: EventReader, account: StatementAccount) -> frozenset[str]:
    """By what the rows of an account are known again."""
    rows = event.db.execute(
        f"SELECT identity FROM statement_row r WHERE account = ? AND {_COUNTS}", (account,)
    )
    return frozenset(str(row[0]) for row in rows)


def list_statements(event: EventReader) -> tuple[KnownStatement, ...]:
    """The statements that were read, oldest first."""
    rows = event.db.execute(
        f"""
        SELECT id, account, source, opening, closing, account_tail, at,
            (SELECT COUNT(*) FROM statement_row r WHERE r.statement = statement.id),
            (SELECT COUNT(DISTINCT m.row) FROM ({STANDING_MATCHES}) m
                JOIN statement_row r ON r.id = m.row WHERE r.statement = statement.id)
        FROM statement WHERE id NOT IN (SELECT statement FROM statement_withdrawn) ORDER BY stamp
        """
    )
    return tuple(
        KnownStatement(
            str(statement), StatementAccount(account), str(source), opening, closing, str(tail),
            datetime.fromisoformat(at), int(count), int(matched),
        )
        for statement, account, source, opening, closing, tail, at, count, matched in rows
    )  # fmt: skip


def find_mapping(event: EventReader, headings_key: str) -> dict[str, str] | None:
    """How the columns of a file with these headings were understood the last time."""
    row = event.db.execute(
        """
        SELECT mapping FROM statement
        WHERE headings_key = ? AND id NOT IN (SELECT statement FROM statement_withdrawn)
        ORDER BY stamp DESC LIMIT 1
        """,
        (headings_key,),
    ).fetchone()
    return dict(json.loads(str(row[0]))) if row else None


def list_payers(event: EventReader, guests: Collection[str] | None = None) -> tuple[Payer, ...]:
    """Every guest as somebody who may have sent a transfer, by number; or only these."""
    some = "WHERE guest.id IN (SELECT value FROM json_each(?))" if guests is not None else ""
    rows = event.db.execute(
        f"""
        SELECT guest.id, number, name, reading, company, host,
            COALESCE((SELECT SUM(amount) FROM posting
                WHERE posting.guest = guest.id AND account = '{GUEST_RECEIVABLE}'), 0)
        FROM guest {some} ORDER BY number, guest.id
        """,
        () if guests is None else (json.dumps(list(guests)),),
    ).fetchall()
    if guests is None:
        under_way = sum_under_way(event)
    else:
        under_way = {guest: under_way_of(event, guest) for guest in guests}
    return tuple(
        Payer(
            id=str(guest), number=int(str(number)), name=str(name), reading=str(reading),
            company=str(company), open=max(int(str(due)), 0) + under_way.get(str(guest), 0),
            host=None if host is None else str(host),
        )
        for guest, number, name, reading, company, host, due in rows
    )  # fmt: skip


def sum_under_way(event: EventReader) -> dict[str, int]:
    """What the books have as a deposit in transit from each guest, in minor units."""
    rows = event.db.execute(
        """
        SELECT COALESCE(p.guest, e.guest) AS payer, SUM(p.amount)
        FROM posting p JOIN entry e ON e.id = p.entry
        WHERE p.account = ? GROUP BY payer HAVING payer IS NOT NULL AND SUM(p.amount) > 0
        """,
        (DEPOSIT_IN_TRANSIT,),
    )
    return {str(payer): int(amount) for payer, amount in rows}


def under_way_of(event: EventReader, guest: str) -> int:
    """What the books have as a deposit in transit from one guest, in minor units."""
    row = event.db.execute(
        """
        SELECT
            COALESCE((SELECT SUM(amount) FROM posting WHERE guest = :guest AND account = :way), 0)
            + COALESCE((SELECT SUM(p.amount) FROM entry e JOIN posting p ON p.entry = e.id
                WHERE e.guest = :guest AND p.account = :way AND p.guest IS NULL), 0)
        """,
        {"guest": guest, "way": DEPOSIT_IN_TRANSIT},
    ).get
    return max(int(row), 0)


def list_aliases(event: EventReader) -> tuple[LearnedAlias, ...]:
    """What was learned of payers and not removed, oldest first."""
    rows = event.db.execute(
        """
        SELECT id, text, guests, at FROM payer_alias
        WHERE text <> '' AND id NOT IN (SELECT alias FROM payer_alias_removed) ORDER BY stamp
        """
    )
    return tuple(
        LearnedAlias(str(alias), str(text), tuple(json.loads(guests)), datetime.fromisoformat(at))
        for alias, text, guests, at in rows
    )


def _rows(which: str) -> str:
    """The query of the rows of which the condition `which` holds, with what matches took."""
    return f"""
        SELECT r.id, r.account, r.date, r.amount, r.balance, r.text, r.kind, r.reference, r.time,
            r.fee, r.batch, COALESCE(m.matched, 0), COALESCE(m.unidentified, 0),
            COALESCE(i.ignored, 0), r.identity
        FROM (
            SELECT r.*, MIN(stamp) FROM statement_row r WHERE {which} AND {_COUNTS}
            GROUP BY identity
        ) r
        LEFT JOIN (
            SELECT identity, SUM(amount) AS matched,
                -SUM((SELECT COALESCE(SUM(p.amount), 0) FROM posting p
                    WHERE p.entry = s.entry AND p.account = '{UNIDENTIFIED_RECEIPTS}')
                ) AS unidentified
            FROM ({STANDING_MATCHES} AND {which}) s GROUP BY identity
        ) m ON m.identity = r.identity
        LEFT JOIN statement_row_ignored i ON i.row = r.id
        ORDER BY r.date, r.stamp
    """


def _guests_by_identity(
    event: EventReader, identity: str | None = None
) -> dict[str, tuple[str, ...]]:
    of_one = "AND r.identity = :identity" if identity else ""
    rows = event.db.execute(
        f"""
        SELECT DISTINCT s.identity, p.guest
        FROM ({STANDING_MATCHES} {of_one}) s JOIN posting p ON p.entry = s.entry
        WHERE p.guest IS NOT NULL ORDER BY s.stamp, p.line
        """,
        {"identity": identity} if identity else {},
    )
    guests: dict[str, list[str]] = defaultdict(list)
    for of_row, guest in rows:
        guests[str(of_row)].append(str(guest))
    return {of_row: tuple(dict.fromkeys(found)) for of_row, found in guests.items()}


def _standing(row: tuple[object, ...], guests: dict[str, tuple[str, ...]]) -> RowStanding:
    (row_id, account, day, amount, balance, text, kind, reference, time, fee, batch, matched,
     unidentified, ignored, identity) = row  # fmt: skip
    return RowStanding(
        id=str(row_id),
        account=StatementAccount(str(account)),
        row=StatementRow(
            date=date.fromisoformat(str(day)),
            amount=int(str(amount)),
            text=str(text),
            balance=None if balance is None else int(str(balance)),
            kind=str(kind),
            reference=str(reference),
            fee=int(str(fee)),
            batch=str(batch),
            at=str(time),
        ),
        matched=int(str(matched)),
        unidentified=int(str(unidentified)),
        ignored=bool(ignored),
        guests=guests.get(str(identity), ()),
    )
