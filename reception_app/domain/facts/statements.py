"""Statements 入出金明細, the matching of their rows 消込, and what was learned of payers."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class StatementRead:
    """A statement 入出金明細 of a bank or provider was taken in; amounts in minor units.

    `headings_key` and `mapping` remember how the columns of such a file are to be understood.
    """

    statement: str
    account: str
    source: str
    opening: int | None
    closing: int | None
    account_tail: str = ""
    headings_key: str = ""
    mapping: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StatementWithdrawn:
    """A statement was taken in by mistake: its rows count no longer, unless they are matched."""

    statement: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class StatementRowRead:
    """A row 明細 of a statement; `text` and `reference` are personal values.

    `amount` is positive when it came in; `occurrence` numbers it among equal rows.
    """

    row: str
    statement: str
    account: str
    date: str
    amount: int
    occurrence: int
    balance: int | None = None
    row_kind: str = ""
    time: str = ""
    fee: int = 0
    batch: str = ""


@dataclass(frozen=True, kw_only=True)
class StatementRowMatched:
    """A row was matched 消込: `entry` posts `amount` of it, or had posted it before.

    `posted` says that the entry was posted for this match. `settles` are the payments that a
    provider's payout covers.
    """

    match: str
    row: str
    entry: str
    amount: int
    posted: bool = True
    settles: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class StatementRowUnmatched:
    """A match was a mistake and is undone; what it posted is reversed."""

    match: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class StatementRowIgnored:
    """A row is none of the event's business, or is so again after all."""

    row: str
    ignored: bool = True
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AliasLearned:
    """A payer's text 別名, a personal value, means these guests."""

    alias: str
    guests: list[str]


@dataclass(frozen=True, kw_only=True)
class AliasRemoved:
    """What was learned of a payer is forgotten."""

    alias: str
