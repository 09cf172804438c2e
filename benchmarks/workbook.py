"""The ledger workbook: a demo evening, and a journal of 20,000 rows against bare openpyxl."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
from report import Row, best_of, markdown_table

from reception_app.documents.ledger_book import LedgerBook
from reception_app.documents.ledger_workbook import write_ledger_workbook
from reception_app.domain.ledger import AccountBalance
from reception_app.domain.progress import Silent
from reception_app.services.demo import finish_evening, make_demo
from reception_app.services.exports import export_workbook
from reception_app.services.ledger_collection import collect_ledger
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording

GUESTS = 700
JOURNAL_ROWS = 20_000
_NOW = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)


def measure() -> list[Row]:
    """The evening of 700 guests from event to file, then a long journal alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        event, coming = make_demo(Path(folder) / "demo.reception", guest_count=GUESTS, now=_NOW)
        with event:
            finish_evening(event, coming)
            evening = event.snapshot()
        return [_evening(evening, path), _long_journal(evening, path)]


def _evening(evening: EventReader, path: Path) -> Row:
    book = collect_ledger(evening, Wording("ja"), now=_NOW)
    rows = _values(book)
    return Row(
        job=f"Ledger workbook of an evening of {GUESTS} guests, from event to file",
        limit_name=f"openpyxl write-only, {len(rows):,} plain rows",
        limit_seconds=best_of(3, lambda: _bare(path, rows)),
        product_seconds=best_of(3, lambda: export_workbook(evening, path, now=_NOW)),
        target="≤ 1 s",
    )


def _long_journal(evening: EventReader, path: Path) -> Row:
    book = _lengthened(collect_ledger(evening, Wording("ja"), now=_NOW))
    rows = _values(book)
    return Row(
        job=f"Ledger workbook with a journal of {JOURNAL_ROWS:,} rows",
        limit_name=f"openpyxl write-only, {len(rows):,} plain rows",
        limit_seconds=best_of(2, lambda: _bare(path, rows)),
        product_seconds=best_of(2, lambda: _write(path, book)),
        target="≤ 2×",
    )


def _lengthened(book: LedgerBook) -> LedgerBook:
    times = -(-JOURNAL_ROWS // len(book.journal))
    accounts = tuple(
        AccountBalance(a.account, a.debit * times, a.credit * times) for a in book.accounts
    )
    return replace(book, journal=(book.journal * times)[:JOURNAL_ROWS], accounts=accounts)


def _write(path: Path, book: LedgerBook) -> None:
    write_ledger_workbook(path, book, wording=Wording("ja"), progress=Silent())


def _values(book: LedgerBook) -> list[tuple[Any, ...]]:
    """What the tables of the workbook say, without styles or formulas."""
    journal = [
        (
            line.entry, line.at.replace(tzinfo=None), line.kind.value, 1300, line.account,
            "会費未収", line.amount, None, line.guest, line.guest_name, line.tender or "", line.box,
            line.receipt, line.operator, line.reason, line.corrects, line.origin.value,
        )
        for line in book.journal
    ]  # fmt: skip
    guests = [
        (
            guest.number, guest.name, guest.reading, guest.company, guest.category,
            guest.introducer, guest.status.value, None, "支払済", guest.balance.charged,
            guest.balance.waived, guest.balance.paid, guest.balance.refunded, guest.balance.due,
            guest.balance.due, "OK",
        )
        for guest in book.guests
    ]  # fmt: skip
    receipts = [(r.label, r.payee, r.amount, r.tender.value) for r in book.receipts]
    return [*journal, *guests, *receipts]


def _bare(path: Path, rows: Sequence[tuple[Any, ...]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    print(markdown_table(measure()))
