"""The bank book 預金出納帳: every row of the statements beside what the books have of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reception_app.domain.statement import RowState, StatementAccount
from reception_app.storage import statement_audit, statements
from reception_app.storage.event_file import EventReader
from reception_app.storage.statement_audit import BankSums


class BookLineKind(StrEnum):
    """On which side a line stands."""

    BOTH = "both"
    STATEMENT_ONLY = "statement_only"
    IN_PART = "in_part"
    IGNORED = "ignored"
    BOOKS_ONLY = "books_only"


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line of the bank book; amounts in minor units, what came in positive.

    `row` is the statement's row and `entry` the books', one of them None where only one side has
    it; `balance` is the books' after this line. `text` is the bank's, or the reason of the entry.
    """

    day: date
    kind: BookLineKind
    text: str
    stated: int
    booked: int
    balance: int
    row: str | None = None
    entry: str | None = None
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BankBook:
    """The lines, oldest first, and the sums that have to agree."""

    lines: tuple[BookLine, ...]
    sums: BankSums


def bank_book(event: EventReader) -> BankBook | None:
    """The bank book, None where no statement was taken in."""
    sums = statement_audit.sum_bank(event)
    if sums is None:
        return None
    lines = [
        BookLine(
            day=standing.row.date,
            kind=_kind(standing.state, standing.left),
            text=standing.row.text or standing.row.kind,
            stated=standing.row.amount,
            booked=standing.matched,
            balance=0,
            row=standing.id,
            guests=standing.guests,
        )
        for standing in statements.list_rows(event, StatementAccount.BANK)
    ]
    lines += [
        BookLine(
            day=one.at.astimezone().date(),
            kind=BookLineKind.BOOKS_ONLY,
            text=one.reason,
            stated=0,
            booked=one.amount,
            balance=0,
            entry=one.entry,
        )
        for one in statement_audit.list_without_row(event)
    ]
    return BankBook(_with_balances(sorted(lines, key=lambda line: line.day)), sums)


def _kind(state: RowState, left: int) -> BookLineKind:
    match state:
        case RowState.IGNORED:
            return BookLineKind.IGNORED
        case RowState.OPEN:
            return BookLineKind.STATEMENT_ONLY
        case RowState.PARTLY | RowState.MATCHED | RowState.UNIDENTIFIED:
            return BookLineKind.IN_PART if left else BookLineKind.BOTH


def _with_balances(lines: list[BookLine]) -> tuple[BookLine, ...]:
    balance, told = 0, []
    for line in lines:
        balance += line.booked
        told.append(replace(line, balance=balance))
    return tuple(told)
