"""Taking a statement of a bank or provider in: what would happen, then all of it at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reception_app.documents.bank_statement.columns import BankColumns
from reception_app.documents.bank_statement.headings import BankField
from reception_app.documents.bank_statement.statement_file import (
    StatementFile,
    open_statement,
    open_text,
    read_statement,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import StatementRead, StatementRowRead, StatementWithdrawn
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.statement import (
    IdentifiedRow,
    Statement,
    StatementAccount,
    identified,
    row_identity,
)
from reception_app.services.posting import given
from reception_app.storage import settings, statements
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id


@dataclass(eq=False)
class StatementColumnUnknown(ReceptionError):
    """A correction names a heading the file does not have, or a field that does not exist."""

    text: str


class StatementUnknown(ReceptionError):
    """There is no such statement, or it was taken back."""


@dataclass(eq=False)
class StatementMatched(ReceptionError):
    """Rows of the statement are matched, so it cannot be taken back."""

    source: str
    rows: int


class ImportDoubt(StrEnum):
    """What is odd about a statement beside those that were taken in before."""

    OTHER_ACCOUNT = "other_account"
    OTHER_FORM = "other_form"


@dataclass(frozen=True, slots=True)
class StatementPreview:
    """What taking a statement in would do; `commit_statement` does exactly this.

    `new` are the rows to be added, `known` counts those that are there already. `doubts` are
    reasons to look twice before committing.
    """

    opened: StatementFile
    statement: Statement
    new: tuple[IdentifiedRow, ...]
    known: int
    doubts: tuple[ImportDoubt, ...]


@dataclass(frozen=True, slots=True)
class StatementImported:
    """What taking a statement in did; `statement` is its id."""

    statement: str
    new: int
    known: int


def open_known(
    event: EventReader, path: Path, account: StatementAccount, *, encoding: str | None = None
) -> StatementFile:
    """Look into a statement's file; its columns are those that were remembered for its headings.

    Args:
        event: the event.
        path: the file.
        account: whose statement it is.
        encoding: the text's, when a person has chosen.

    Raises:
        ReceptionError: it is no statement that can be read; the subclasses say why.
    """
    currency = settings.find_event(event).currency
    return _with_remembered(event, open_statement(path, account, currency, encoding=encoding))


def open_known_text(
    event: EventReader, text: str, account: StatementAccount, *, source: str
) -> StatementFile:
    """The same for a text that was pasted or piped; `source` names it. See `open_known`."""
    currency = settings.find_event(event).currency
    return _with_remembered(event, open_text(text, account, currency, file=source))


def preview_statement(
    event: EventReader, path: Path, account: StatementAccount,
    *, corrections: Sequence[str] = (), encoding: str | None = None,
) -> StatementPreview:  # fmt: skip
    """Read a statement and say what taking it in would do.

    Args:
        event: the event.
        path: the file.
        account: whose statement it is.
        corrections: `HEADING=FIELD` or `COLUMN=FIELD` (from 1), as people type them.
        encoding: the text's, when a person has chosen.

    Raises:
        ReceptionError: it is no statement that can be read; the subclasses say why.
    """
    opened = open_known(event, path, account, encoding=encoding)
    return preview_opened(event, opened, account, corrections)


def preview_opened(
    event: EventReader, opened: StatementFile, account: StatementAccount,
    corrections: Sequence[str] = (),
) -> StatementPreview:  # fmt: skip
    """What taking in a file would do that was looked into; see `preview_statement`."""
    columns = opened.columns and corrected(opened.columns, corrections)
    return preview_columns(event, opened, account, columns)


def preview_columns(
    event: EventReader, opened: StatementFile, account: StatementAccount,
    columns: BankColumns | None,
) -> StatementPreview:  # fmt: skip
    """What taking a file in would do when its columns hold what `columns` says.

    Raises:
        ReceptionError: it can't be read like that.
    """
    details = settings.find_event(event)
    statement = read_statement(
        opened, account=account, currency=details.currency, near=details.date, columns=columns
    )
    new = _new_rows(event, statement)
    return StatementPreview(
        opened=opened,
        statement=statement,
        new=new,
        known=len(statement.rows) - len(new),
        doubts=tuple(_doubts(event, statement, new)),
    )


def corrected(columns: BankColumns, corrections: Sequence[str]) -> BankColumns:
    """The columns with `HEADING=FIELD` corrections; a column's number from 1 will do as heading.

    Raises:
        StatementColumnUnknown: there is no such heading or field.
    """
    for correction in corrections:
        heading, _, name = correction.rpartition("=")
        found = [
            column.index
            for column in columns.columns
            if heading in {column.heading, str(column.index + 1)}
        ]
        if not found or name not in set(BankField):
            raise StatementColumnUnknown(correction)
        columns = columns.with_field(found[0], BankField(name))
    return columns


def commit_statement(
    event: EventFile, preview: StatementPreview, *, now: datetime, operator: str,
    progress: Progress | None = None,
) -> StatementImported:  # fmt: skip
    """Add the rows that are new, in one transaction.

    Rows that somebody added since the preview are known by now and are not added again.

    Raises:
        Cancelled: nothing was added.
    """
    progress = progress or Silent()
    statement = preview.statement
    statement_id = new_id()
    with event.act(now=now, actor=operator) as act:
        rows = _new_rows(event, statement)
        act.record(
            StatementRead(
                statement=statement_id,
                account=statement.account,
                source=statement.source,
                opening=statement.opening,
                closing=statement.closing,
                account_tail=statement.account_tail,
                headings_key=statement.headings_key,
                mapping=statement.mapping,
            )
        )
        for done, one in enumerate(rows):
            progress.advance(done, len(rows))
            _record_row(act, statement_id, statement.account, one)
        progress.advance(len(rows), len(rows))
    return StatementImported(statement_id, len(rows), len(statement.rows) - len(rows))


def withdraw_statement(
    event: EventFile, statement: str, reason: str, *, now: datetime, operator: str
) -> None:
    """Take a statement back that was taken in by mistake; its file can be taken in again.

    Raises:
        StatementUnknown: there is no such statement.
        StatementMatched: rows of it are matched; take that back first.
        ReasonMissing: a correction needs its reason.
    """
    reason = given(reason)
    with event.act(now=now, actor=operator) as act:
        known = next((s for s in statements.list_statements(event) if s.id == statement), None)
        if known is None:
            raise StatementUnknown
        if known.matched:
            raise StatementMatched(known.source, known.matched)
        act.record(StatementWithdrawn(statement=statement, reason=reason))


def _with_remembered(event: EventReader, opened: StatementFile) -> StatementFile:
    if opened.columns is None:
        return opened
    remembered = statements.find_mapping(event, opened.columns.headings_key)
    return replace(opened, columns=opened.columns.remembered(remembered or {}))


def _record_row(act: Act, statement: str, account: StatementAccount, one: IdentifiedRow) -> None:
    row, row_id = one.row, new_id()
    act.record(
        StatementRowRead(
            row=row_id,
            statement=statement,
            account=account,
            date=row.date.isoformat(),
            amount=row.amount,
            occurrence=one.occurrence,
            balance=row.balance,
            row_kind=row.kind,
            time=row.at,
            fee=row.fee,
            batch=row.batch,
        ),
        subject=row_id,
        personal={"text": row.text, "reference": row.reference},
    )


def _new_rows(event: EventReader, statement: Statement) -> tuple[IdentifiedRow, ...]:
    known = statements.list_identities(event, statement.account)
    return tuple(
        one
        for one in identified(statement.account, statement.rows)
        if row_identity(statement.account, one.row, one.occurrence) not in known
    )


def _doubts(
    event: EventReader, statement: Statement, new: Sequence[IdentifiedRow]
) -> list[ImportDoubt]:
    """Whether this may be another account's statement, or known rows in another form."""
    earlier = [s for s in statements.list_statements(event) if s.account is statement.account]
    tails = {s.account_tail for s in earlier if s.account_tail}
    if statement.account_tail and tails and statement.account_tail not in tails:
        return [ImportDoubt.OTHER_ACCOUNT]
    if not earlier or len(new) < len(statement.rows) or not statement.rows:
        return []
    first, last = statement.rows[0].date, statement.rows[-1].date
    there = [
        standing.row
        for standing in statements.list_rows(event, statement.account)
        if first < standing.row.date < last
    ]
    if not there:
        return []
    # Not one row of days that were read before is known: either all is said in other words, or the
    # account is another.
    ours = {(row.date, row.amount) for row in statement.rows}
    alike = sum((row.date, row.amount) in ours for row in there)
    return [ImportDoubt.OTHER_FORM if alike * 2 > len(there) else ImportDoubt.OTHER_ACCOUNT]
