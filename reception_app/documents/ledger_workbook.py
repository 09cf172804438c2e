"""The ledger workbook: every figure of the books beside a live formula that says OK or NG."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reception_app.documents.ledger_book import LedgerBook
from reception_app.documents.ledger_cover import write_cover
from reception_app.documents.ledger_settlement import write_settlement
from reception_app.documents.ledger_tables import (
    LedgerTables,
    Row,
    accounts_rows,
    accounts_sums,
    bank_rows,
    bank_sums,
    boxes_rows,
    boxes_sums,
    budget_rows,
    checks_rows,
    fees_rows,
    fees_sums,
    journal_rows,
    journal_sums,
    lay_out,
    receipts_rows,
    receipts_sums,
    vouchers_rows,
    vouchers_sums,
)
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Paper, Sum, Table, write_table
from reception_app.domain.progress import Progress
from reception_app.wording import Wording

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_SHEETS = (
    "settlement", "budget", "fees", "journal", "accounts", "boxes", "receipts", "vouchers", "bank",
    "checks",
)  # fmt: skip
_TABS = {"cover": "2F56D9", "settlement": "2F56D9", "checks": "00795C"}
_STEP = 200
"""Rows between two reports of the progress."""


def write_ledger_workbook(
    path: Path, book: LedgerBook, *, wording: Wording, progress: Progress
) -> None:
    """Write the books of an event as an Excel workbook, in the language of `wording`.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
        Cancelled: likewise.
    """
    with workbook_written(path, title=book.event_name) as workbook:
        _fill(workbook, book, wording, progress)


def _fill(workbook: "Workbook", book: LedgerBook, wording: Wording, progress: Progress) -> None:
    day = wording.date(book.day)
    paper = Paper(
        wording=wording,
        currency=book.currency,
        subtitle=wording.text(
            "workbook", "subtitle", event=book.event_name, day=day,
            made_at=book.made_at.strftime("%Y-%m-%d %H:%M"), currency=book.currency,
        ),
        footer=book.event_name,
    )  # fmt: skip
    sheets = {key: workbook.create_sheet(paper.word(f"sheet_{key}")) for key in ("cover", *_SHEETS)}
    for key, colour in _TABS.items():
        sheets[key].sheet_properties.tabColor = colour

    tables = lay_out(book, paper)
    tally = _Tally(progress, len(book.guests) + len(book.journal) + len(book.receipts))
    verdicts = [write_settlement(sheets["settlement"], book, tables, paper)]
    for key, part in _parts(book, tables, paper).items():
        sheet, rows = sheets[key], tally.counting(part.rows)
        verdicts.append(
            write_table(sheet, part.table, paper, sums=part.sums, rows=rows, frozen=part.frozen)
        )
    write_cover(
        sheets["cover"], book, tables, paper,
        sheets=[(key, sheets[key].title) for key in _SHEETS], verdicts=verdicts,
    )  # fmt: skip
    tally.finish()


@dataclass(frozen=True, slots=True)
class _Part:
    """One table with what is written into it; `frozen` columns stay in view."""

    table: Table
    rows: Iterable[Row]
    sums: dict[str, Sum]
    frozen: int


def _parts(book: LedgerBook, tables: LedgerTables, paper: Paper) -> dict[str, _Part]:
    fees, journal, accounts = tables.fees, tables.journal, tables.accounts
    boxes, receipts, checks = tables.boxes, tables.receipts, tables.checks
    return {
        "fees": _Part(fees, fees_rows(book, tables, paper), fees_sums(book, fees), 2),
        "journal": _Part(journal, journal_rows(book, paper), journal_sums(book, journal), 1),
        "accounts": _Part(
            accounts, accounts_rows(book, tables, paper), accounts_sums(book, accounts), 3
        ),
        "boxes": _Part(boxes, boxes_rows(book, tables, paper), boxes_sums(book, boxes), 1),
        "receipts": _Part(
            receipts, receipts_rows(book, tables, paper), receipts_sums(book, receipts, paper), 1
        ),
        "budget": _Part(tables.budget, budget_rows(book, tables, paper), {}, 2),
        "vouchers": _Part(
            tables.vouchers,
            vouchers_rows(book, tables, paper),
            vouchers_sums(book, tables.vouchers),
            1,
        ),
        "bank": _Part(tables.bank, bank_rows(book), bank_sums(book, tables.bank), 1),
        "checks": _Part(checks, checks_rows(book), {}, 1),
    }


class _Tally:
    """Counts rows through all tables, and lets the person stop between them."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def counting(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows."""
        for row in rows:
            if self._done % _STEP == 0:
                self._progress.advance(min(self._done, self._total), self._total)
            self._done += 1
            yield row

    def finish(self) -> None:
        """Say that all is done but saving."""
        self._progress.advance(self._total, self._total)
