"""A bank's statement as CSV, once it is known which column holds what."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from reception_app.documents.bank_statement.amounts import NotAnAmount, parse_signed
from reception_app.documents.bank_statement.columns import BankColumns, is_heading
from reception_app.documents.bank_statement.dates import DateReader, date_reader
from reception_app.documents.bank_statement.headings import BankField, direction_of
from reception_app.domain.statement import (
    RowTrouble,
    Statement,
    StatementAccount,
    StatementRow,
    StatementWarning,
    UnreadableRow,
    Warned,
    balance_jumps,
    closing_of,
    oldest_first,
    opening_of,
)

_TOTALS = re.compile(r"合\s*計|総\s*計|小\s*計|以\s*上|^計$|件数|total|^end\b", re.IGNORECASE)
_CARRIED = re.compile(r"繰越|前残|期首|opening|brought forward|balance b/f", re.IGNORECASE)
_ACCOUNT_NUMBER = re.compile(
    r"口座(?!残高)\D{0,20}(\d{4,14})|account ?(?:no|number)\W*(\d{4,20})|^(\d{7})$", re.IGNORECASE
)
_SHOWN = 200


@dataclass(eq=False)
class _Unreadable(Exception):
    trouble: RowTrouble


def read_bank_csv(
    rows: Sequence[Sequence[str]], columns: BankColumns, *, account: StatementAccount,
    currency: str, near: date, source: str,
) -> Statement:  # fmt: skip
    """The statement in these rows.

    Args:
        rows: all rows of the file.
        columns: what they hold; `complete`.
        account: whose statement it is.
        currency: the event's.
        near: a date near the statement's.
        source: the file's name.
    """
    reader = _RowReader(rows, columns, currency, near)
    read: list[StatementRow] = []
    unreadable = []
    warnings = []
    for number, cells in reader.body():
        try:
            row = reader.row(cells)
        except _Unreadable as error:
            shown = " ".join(cell.strip() for cell in cells if cell.strip())[:_SHOWN]
            unreadable.append(UnreadableRow(number, error.trouble, shown))
            continue
        if row is None:
            continue
        if reader.is_negative_deposit(cells):
            warnings.append(Warned(StatementWarning.NEGATIVE_DEPOSIT, number))
        read.append(row)
    ordered = oldest_first(read)
    warnings += [
        Warned(StatementWarning.BALANCE, place + 1) for place in balance_jumps(ordered)[:1]
    ]
    if reader.dates_unsure:
        warnings.append(Warned(StatementWarning.DATES_UNSURE))
    if not ordered:
        warnings.append(Warned(StatementWarning.NO_ROWS))
    return Statement(
        account=account,
        currency=currency,
        rows=ordered,
        opening=opening_of(ordered),
        closing=closing_of(ordered),
        unreadable=tuple(unreadable),
        warnings=tuple(warnings),
        account_tail=_account_tail(rows[: columns.first_row]) or _account_beside(rows, columns),
        source=source,
        headings_key=columns.headings_key,
        mapping=columns.mapping,
    )


class _RowReader:
    """Reads one row after the other by the columns."""

    def __init__(
        self, rows: Sequence[Sequence[str]], columns: BankColumns, currency: str, near: date
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._currency = currency
        dates = [self._date_text(cells) for _, cells in self.body()]
        self._dates: DateReader = date_reader(dates, near)
        self.dates_unsure = self._dates.unsure
        self._out_is_negative = self._withdrawals_have_a_minus()

    def body(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the headings that are not blank and no headings again, with numbers."""
        for number, cells in enumerate(self._rows, start=1):
            below = number > self._columns.first_row and any(cell.strip() for cell in cells)
            if below and not is_heading(cells):
                yield number, cells

    def row(self, cells: Sequence[str]) -> StatementRow | None:
        """The row in these cells, None where they are a total, a footnote or a carried balance."""
        day = self._day(cells)
        said = " ".join(cells)
        if day is None and _TOTALS.search(said):
            return None
        try:
            amount, balance = self._amount(cells), self._figure(cells, BankField.BALANCE)
            fee = abs(self._figure(cells, BankField.FEE) or 0)
        except NotAnAmount:
            raise _Unreadable(RowTrouble.AMOUNT) from None
        if day is None:
            if amount is None and balance is None and len([c for c in cells if c.strip()]) == 1:
                return None
            raise _Unreadable(RowTrouble.DATE)
        if not amount:
            if amount == 0 or _CARRIED.search(said) or balance is not None:
                return None
            raise _Unreadable(RowTrouble.NO_AMOUNT)
        kind = " ".join(self._cells(cells, BankField.KIND))
        return StatementRow(
            date=day,
            amount=amount,
            text=self._text(cells) or kind,
            balance=balance,
            kind=kind,
            reference=self._cell(cells, BankField.REFERENCE),
            fee=fee,
            at=self._cell(cells, BankField.TIME),
        )

    def is_negative_deposit(self, cells: Sequence[str]) -> bool:
        """Whether a deposit or a withdrawal is below zero: the bank took a row back."""
        if self._columns.of(BankField.AMOUNT):
            return False
        deposit = self._figure(cells, BankField.DEPOSIT) or 0
        withdrawal = self._figure(cells, BankField.WITHDRAWAL) or 0
        return deposit < 0 or (withdrawal < 0 and not self._out_is_negative)

    def _text(self, cells: Sequence[str]) -> str:
        """Who paid, or what for where nobody is named."""
        named = self._cells(cells, BankField.TEXT) or self._cells(cells, BankField.NOTE)
        return " ".join(named)

    def _withdrawals_have_a_minus(self) -> bool:
        """Whether this bank writes a minus before withdrawals in their own column too."""
        found = []
        for _, cells in self.body():
            with suppress(NotAnAmount):
                found.append(self._figure(cells, BankField.WITHDRAWAL) or 0)
        return sum(out < 0 for out in found) > sum(out > 0 for out in found)

    def _day(self, cells: Sequence[str]) -> date | None:
        return self._dates(self._date_text(cells))

    def _date_text(self, cells: Sequence[str]) -> str:
        """The date as one text, also where year, month and day have a column each."""
        if not self._columns.of(BankField.YEAR):
            return self._cell(cells, BankField.DATE)
        parts = [
            unicodedata.normalize("NFKC", self._cell(cells, part)).strip("年月日 ")
            for part in (BankField.YEAR, BankField.MONTH, BankField.DAY)
        ]
        return "/".join(parts) if all(part.isdecimal() for part in parts) else ""

    def _amount(self, cells: Sequence[str]) -> int | None:
        """What came in less what went out, None where neither is written."""
        if self._columns.of(BankField.AMOUNT):
            amount = self._figure(cells, BankField.AMOUNT)
            direction = direction_of(self._cell(cells, BankField.DIRECTION))
            return amount if amount is None or not direction else direction * abs(amount)
        deposit = self._figure(cells, BankField.DEPOSIT)
        withdrawal = self._figure(cells, BankField.WITHDRAWAL)
        if deposit and withdrawal:
            raise _Unreadable(RowTrouble.BOTH_AMOUNTS)
        if deposit is None and withdrawal is None:
            return None
        out = withdrawal or 0
        return (deposit or 0) + (out if self._out_is_negative else -out)

    def _figure(self, cells: Sequence[str], wanted: BankField) -> int | None:
        return parse_signed(self._cell(cells, wanted), self._currency)

    def _cell(self, cells: Sequence[str], wanted: BankField) -> str:
        return next(iter(self._cells(cells, wanted)), "")

    def _cells(self, cells: Sequence[str], wanted: BankField) -> list[str]:
        """What stands in the columns of a field, without empty cells."""
        held = [cells[n].strip() for n in self._columns.of(wanted) if n < len(cells)]
        return [cell for cell in held if cell]


def _account_tail(preamble: Sequence[Sequence[str]]) -> str:
    """The end of the account number that stands above the headings, where one does."""
    for cells in preamble:
        match = _ACCOUNT_NUMBER.search(unicodedata.normalize("NFKC", " ".join(cells)).strip())
        if match:
            return next(group for group in match.groups() if group)[-4:]
    return ""


def _account_beside(rows: Sequence[Sequence[str]], columns: BankColumns) -> str:
    """The end of the account number where each row names it."""
    beside = [column.index for column in columns.columns if "口座番号" in column.heading]
    for cells in rows[columns.first_row :] if beside else ():
        number = cells[beside[0]].strip() if beside[0] < len(cells) else ""
        if number.isdecimal():
            return number[-4:]
    return ""
