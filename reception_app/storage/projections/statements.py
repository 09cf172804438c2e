"""Statements, their rows, what they were matched to, and what was learned of payers."""

from collections.abc import Mapping
from datetime import date

import apsw

from reception_app.domain.canonical_json import canonical_json
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import (
    AliasLearned,
    AliasRemoved,
    StatementRead,
    StatementRowIgnored,
    StatementRowMatched,
    StatementRowRead,
    StatementRowUnmatched,
    StatementWithdrawn,
)
from reception_app.domain.statement import StatementAccount, StatementRow, row_identity
from reception_app.storage.projections.apply import Applies, stamp_of
from reception_app.storage.projections.erasing import settle_erased


def _statement_read(
    db: apsw.Connection, fact: Fact, payload: StatementRead, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO statement (id, account, source, opening, closing, account_tail, headings_key,
            mapping, at, stamp, operator)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.statement, payload.account, payload.source, payload.opening, payload.closing,
            payload.account_tail, payload.headings_key, canonical_json(payload.mapping), fact.at,
            stamp_of(fact), fact.actor,
        ),
    )  # fmt: skip


def _statement_withdrawn(
    db: apsw.Connection, fact: Fact, payload: StatementWithdrawn, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO statement_withdrawn (statement, at, reason, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (statement) DO UPDATE SET at = excluded.at, reason = excluded.reason,
            stamp = excluded.stamp
        WHERE excluded.stamp < statement_withdrawn.stamp
        """,
        (payload.statement, fact.at, payload.reason, stamp_of(fact)),
    )


def _row_read(
    db: apsw.Connection, fact: Fact, payload: StatementRowRead, personal: Mapping[str, str]
) -> None:
    text, reference = personal.get("text", ""), personal.get("reference", "")
    db.execute(
        """
        INSERT INTO statement_row (id, statement, account, date, amount, balance, text, kind,
            reference, time, fee, batch, occurrence, identity, stamp)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.row, payload.statement, payload.account, payload.date, payload.amount,
            payload.balance, text, payload.row_kind, reference, payload.time, payload.fee,
            payload.batch, payload.occurrence, _identity(payload, personal), stamp_of(fact),
        ),
    )  # fmt: skip


def _identity(payload: StatementRowRead, personal: Mapping[str, str]) -> str:
    """By what the row is known again; once its text was erased it is only itself."""
    if "text" not in personal:
        return payload.row
    row = StatementRow(
        date=date.fromisoformat(payload.date),
        amount=payload.amount,
        text=personal["text"],
        balance=payload.balance,
        reference=personal.get("reference", ""),
        at=payload.time,
    )
    return row_identity(StatementAccount(payload.account), row, payload.occurrence)


def _row_matched(
    db: apsw.Connection, fact: Fact, payload: StatementRowMatched, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO statement_match (id, row, entry, amount, posted, at, stamp, operator)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            payload.match, payload.row, payload.entry, payload.amount, payload.posted, fact.at,
            stamp_of(fact), fact.actor,
        ),
    )  # fmt: skip
    db.executemany(
        "INSERT OR IGNORE INTO payout_payment (match, entry) VALUES (?, ?)",
        [(payload.match, entry) for entry in payload.settles],
    )


def _row_unmatched(
    db: apsw.Connection, fact: Fact, payload: StatementRowUnmatched, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO statement_unmatched (match, at, reason, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (match) DO UPDATE SET at = excluded.at, reason = excluded.reason,
            stamp = excluded.stamp
        WHERE excluded.stamp < statement_unmatched.stamp
        """,
        (payload.match, fact.at, payload.reason, stamp_of(fact)),
    )


def _row_ignored(
    db: apsw.Connection, fact: Fact, payload: StatementRowIgnored, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO statement_row_ignored (row, ignored, reason, stamp) VALUES (?, ?, ?, ?)
        ON CONFLICT (row) DO UPDATE SET ignored = excluded.ignored, reason = excluded.reason,
            stamp = excluded.stamp
        WHERE excluded.stamp > statement_row_ignored.stamp
        """,
        (payload.row, payload.ignored, payload.reason, stamp_of(fact)),
    )


def _alias_learned(
    db: apsw.Connection, fact: Fact, payload: AliasLearned, personal: Mapping[str, str]
) -> None:
    db.execute(
        "INSERT INTO payer_alias (id, text, guests, at, stamp) VALUES (?, ?, ?, ?, ?)",
        (
            payload.alias, personal.get("text", ""), canonical_json(payload.guests), fact.at,
            stamp_of(fact),
        ),
    )  # fmt: skip
    for guest in payload.guests[:1]:
        settle_erased(db, guest)


def _alias_removed(
    db: apsw.Connection, fact: Fact, payload: AliasRemoved, _personal: Mapping[str, str]
) -> None:
    db.execute(
        """
        INSERT INTO payer_alias_removed (alias, at, stamp) VALUES (?, ?, ?)
        ON CONFLICT (alias) DO UPDATE SET at = excluded.at, stamp = excluded.stamp
        WHERE excluded.stamp < payer_alias_removed.stamp
        """,
        (payload.alias, fact.at, stamp_of(fact)),
    )


APPLIES: Applies = {
    StatementRead: _statement_read,
    StatementWithdrawn: _statement_withdrawn,
    StatementRowRead: _row_read,
    StatementRowMatched: _row_matched,
    StatementRowUnmatched: _row_unmatched,
    StatementRowIgnored: _row_ignored,
    AliasLearned: _alias_learned,
    AliasRemoved: _alias_removed,
}
