"""A statement's file: which format it is in, and the statement in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from reception_app.documents.bank_statement import camt053, mt940, ofx
from reception_app.documents.bank_statement.bank_csv import read_bank_csv
from reception_app.documents.bank_statement.columns import BankColumns, columns_by_headings
from reception_app.documents.bank_statement.columns_by_cells import columns_by_cells
from reception_app.documents.bank_statement.headings import BankField, is_of_cards
from reception_app.documents.bank_statement.paypay import paypay_rows, read_paypay
from reception_app.documents.bank_statement.square import read_square, square_rows
from reception_app.documents.bank_statement.zengin import read_zengin, zengin_records
from reception_app.documents.delimited_text import decode, split_rows
from reception_app.domain.errors import ReceptionError
from reception_app.domain.statement import Statement, StatementAccount

SIZE_LIMIT = 32 * 1024 * 1024
"""Bytes a statement may have: a hundred thousand rows and more."""

_MEGABYTE = 1024 * 1024
_LOOKED_AT = 4096
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_WEB_PAGE = ("<!doctype html", "<html", "<head", "<meta", "<table", "<script", "<!--", "<body")


@dataclass(eq=False)
class StatementFileMissing(ReceptionError):
    """There is no such file, or it may not be read."""

    file: str


@dataclass(eq=False)
class StatementFileEmpty(ReceptionError):
    """The file has no content at all."""

    file: str


@dataclass(eq=False)
class StatementTooLarge(ReceptionError):
    """The file is larger than any statement; `limit` is in megabytes."""

    file: str
    limit: int = SIZE_LIMIT // _MEGABYTE


@dataclass(eq=False)
class StatementIsWebPage(ReceptionError):
    """The file is a web page, such as the bank's sign-in or error page saved as CSV."""

    file: str


@dataclass(eq=False)
class StatementFormatUnknown(ReceptionError):
    """The file is in no format of statements that we read."""

    file: str


@dataclass(eq=False)
class StatementUnsafe(ReceptionError):
    """The XML has a document type declaration, which no statement needs."""

    file: str


@dataclass(eq=False)
class StatementDamaged(ReceptionError):
    """The file begins like a statement but is cut off or broken."""

    file: str


@dataclass(eq=False)
class StatementColumnsMissing(ReceptionError):
    """No columns for a date and an amount were found; the person has to tell."""

    file: str


@dataclass(eq=False)
class StatementIsOfCard(ReceptionError):
    """It is what was paid with a credit card, not what came into the bank account."""

    file: str


@dataclass(eq=False)
class StatementOfOtherKind(ReceptionError):
    """It is a statement of `found`, but was given as one of `asked` (`StatementAccount`s)."""

    file: str
    found: str
    asked: str


@dataclass(eq=False)
class StatementOtherCurrency(ReceptionError):
    """The statement is in another currency than the event."""

    file: str
    found: str
    currency: str


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A statement's file, decoded; `columns` are guessed for a CSV file, None for other formats.

    `file` and `encoding` are empty for a text that was pasted.
    """

    file: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    columns: BankColumns | None = None
    encoding: str = ""


def open_statement(
    path: Path, account: StatementAccount, currency: str, *, encoding: str | None = None
) -> StatementFile:
    """Look into a statement's file.

    Args:
        path: the file.
        account: whose statement it is said to be.
        currency: the event's.
        encoding: one of `delimited_text.ENCODINGS` when a person has chosen.

    Raises:
        ReceptionError: one of the errors of this module or of `delimited_text`.
    """
    file = path.name
    text, used = decode(_content(path), file=file, encoding=encoding)
    return replace(open_text(text, account, currency, file=file), encoding=used)


def open_text(
    text: str, account: StatementAccount, currency: str, *, file: str = ""
) -> StatementFile:
    """Look into a statement's text, such as one that was pasted; see `open_statement`."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise StatementFileEmpty(file)
    opened = StatementFile(file, text)
    if zengin_records(text) or mt940.looks_like_mt940(text) or camt053.looks_like_xml(text):
        return opened
    if ofx.looks_like_ofx(text):
        if account is StatementAccount.BANK and ofx.is_of_a_card(text):
            raise StatementIsOfCard(file)
        return opened
    _refuse_markup(file, text)
    rows = tuple(tuple(row) for row in split_rows(text, file=file))
    provider = _provider_of(rows)
    if provider is not None:
        if provider is not account:
            raise StatementOfOtherKind(file, provider.value, account.value)
        return StatementFile(file, text, rows)
    columns = columns_by_headings(rows)
    if not columns.complete:
        columns = columns_by_cells(rows, currency)
    if account is StatementAccount.BANK and _is_of_card(rows, columns):
        raise StatementIsOfCard(file)
    if account is not StatementAccount.BANK and columns.of(BankField.BALANCE):
        raise StatementOfOtherKind(file, StatementAccount.BANK.value, account.value)
    return StatementFile(file, text, rows, columns)


def read_statement(
    opened: StatementFile, *, account: StatementAccount, currency: str, near: date,
    columns: BankColumns | None = None,
) -> Statement:  # fmt: skip
    """The statement in a file.

    Args:
        opened: what `open_statement` found.
        account: whose statement it is.
        currency: the event's.
        near: a date near the statement's, such as the event's.
        columns: what a CSV's columns hold, where the guess was corrected.

    Raises:
        StatementColumnsMissing: no date or no amount can be told.
        StatementUnsafe, StatementDamaged, StatementOtherCurrency: what is wrong with it.
    """
    told: dict[str, Any] = {"account": account, "source": opened.file}
    statement = _statement_of(opened, told, currency, near, columns)
    if statement.currency != currency:
        raise StatementOtherCurrency(opened.file, statement.currency, currency)
    # A row that moves nothing is a notice.
    return replace(statement, rows=tuple(row for row in statement.rows if row.amount))


def _statement_of(
    opened: StatementFile, told: dict[str, Any], currency: str, near: date,
    columns: BankColumns | None,
) -> Statement:  # fmt: skip
    records = zengin_records(opened.text) if opened.columns is None else []
    if records:
        return read_zengin(records, near=near, **told)
    if opened.columns is not None:
        chosen = columns or opened.columns
        if not chosen.complete:
            raise StatementColumnsMissing(opened.file)
        return read_bank_csv(opened.rows, chosen, currency=currency, near=near, **told)
    paypay, square = paypay_rows(opened.rows), square_rows(opened.rows)
    if paypay is not None:
        return read_paypay(paypay, currency=currency, near=near, **told)
    if square is not None:
        return read_square(square, currency=currency, near=near, **told)
    return _from_messages(opened, currency, told)


def _from_messages(opened: StatementFile, currency: str, told: dict[str, Any]) -> Statement:
    """A statement in one of the formats that name their currency themselves."""
    reader: Callable[..., Statement]
    if mt940.looks_like_mt940(opened.text):
        reader = mt940.read_mt940
    elif ofx.looks_like_ofx(opened.text):
        reader = ofx.read_ofx
    else:
        reader = camt053.read_camt053
    try:
        return reader(opened.text, currency=currency, **told)
    except camt053.UnsafeXml:
        raise StatementUnsafe(opened.file) from None
    except camt053.NotCamt:
        raise StatementDamaged(opened.file) from None


def _content(path: Path) -> bytes:
    """The bytes of the file, which has some, and not too many."""
    file = path.name
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise StatementTooLarge(file)
        content = path.read_bytes()
    except OSError:
        raise StatementFileMissing(file) from None
    if not content.strip(b"\0 \t\r\n"):
        raise StatementFileEmpty(file)
    if content.startswith(_OFFICE):
        raise StatementFormatUnknown(file)
    return content


def _refuse_markup(file: str, text: str) -> None:
    start = text[:_LOOKED_AT].lstrip().casefold()
    if start.startswith(_WEB_PAGE) or ("<html" in start and "<body" in start):
        raise StatementIsWebPage(file)
    if start.startswith("<?xml"):
        if "<!doctype" in start:
            raise StatementUnsafe(file)
        raise StatementIsWebPage(file) if "<html" in start else StatementFormatUnknown(file)


def _provider_of(rows: tuple[tuple[str, ...], ...]) -> StatementAccount | None:
    if paypay_rows(rows) is not None:
        return StatementAccount.PAYPAY
    return StatementAccount.CARD if square_rows(rows) is not None else None


def _is_of_card(rows: tuple[tuple[str, ...], ...], columns: BankColumns) -> bool:
    """Whether the headings are those of what was bought with a credit card."""
    if columns.of(BankField.BALANCE) or columns.of(BankField.DEPOSIT):
        return False
    near_top = rows[: max(columns.first_row, 3)]
    return any(sum(is_of_cards(cell) for cell in row) > 1 for row in near_top)
