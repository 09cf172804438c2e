"""The journal as CSV: UTF-8 with a byte order mark, one line a posting, safe to open in Excel."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from reception_app.documents.ledger_book import JournalLine
from reception_app.documents.safe_file import written_whole
from reception_app.documents.workbook_cells import is_risky
from reception_app.domain.ledger import split_account
from reception_app.domain.money import EXPONENTS
from reception_app.wording import Wording

_HEADINGS = (
    "entry", "at", "kind", "account_code", "account", "debit", "credit", "currency", "guest",
    "guest_name", "tender", "box", "receipt", "operator", "reason", "corrects",
)  # fmt: skip


def write_journal_csv(
    path: Path, lines: Iterable[JournalLine], *, currency: str, wording: Wording
) -> None:
    """Write the journal as CSV with headings in the language of `wording`.

    Amounts are plain numbers in units of the currency, such as 8000 or 12.50; times are ISO 8601
    with offset. Text a spreadsheet would take for a formula begins with an apostrophe.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    accounts, kinds, tenders = (wording.table(t) for t in ("account", "entry_kind", "tender"))
    headings = wording.table("journal_csv")
    with written_whole(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
        rows = csv.writer(text)
        rows.writerow(headings[heading] for heading in _HEADINGS)
        for line in lines:
            code, _ = split_account(line.account)
            rows.writerow(
                (
                    line.entry,
                    line.at.isoformat(timespec="seconds"),
                    kinds[line.kind],
                    safe_text(line.account),
                    accounts.get(code, ""),
                    _amount(line.amount, currency),
                    _amount(-line.amount, currency),
                    currency,
                    "" if line.guest is None else line.guest,
                    safe_text(line.guest_name),
                    tenders[line.tender] if line.tender else "",
                    safe_text(f"{line.box}#{line.shift}" if line.shift else line.box),
                    safe_text(line.receipt),
                    safe_text(line.operator),
                    safe_text(line.reason),
                    "" if line.corrects is None else line.corrects,
                )
            )
        text.detach()


def safe_text(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{text}" if is_risky(text) else text


def _amount(minor: int, currency: str) -> str:
    if minor <= 0:
        return ""
    exponent = EXPONENTS[currency]
    return f"{Decimal(minor).scaleb(-exponent):.{exponent}f}"
