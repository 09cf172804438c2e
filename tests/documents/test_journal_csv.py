"""The journal as CSV."""

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reception_app.documents.journal_csv import safe_text, write_journal_csv
from reception_app.documents.ledger_book import JournalLine
from reception_app.documents.safe_file import FileNotWritable
from reception_app.domain.journal import EntryKind, Tender
from reception_app.wording import Wording

LINE = JournalLine(
    entry=7,
    at=datetime(2026, 11, 14, 18, 3, 22, tzinfo=UTC),
    kind=EntryKind.REVERSAL,
    origin=EntryKind.PAYMENT,
    account="1000-A",
    amount=-8000,
    guest=12,
    guest_name="=SUM(1+1) 太郎",
    tender=Tender.CASH,
    box="A",
    shift=1,
    receipt="K26-A-0001",
    operator="鈴木",
    reason='"a", b',
    corrects=3,
)


def rows(path: Path, *lines: JournalLine, currency: str = "JPY") -> list[list[str]]:
    """What a spreadsheet reads back."""
    write_journal_csv(path, lines, currency=currency, wording=Wording("en"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_line_has_all_that_is_known_of_a_posting(tmp_path: Path) -> None:
    """One line under each heading, commas and quotation marks kept, credit in its own column."""
    headings, line = rows(tmp_path / "j.csv", LINE)

    assert dict(zip(headings, line, strict=True)) == {
        "Entry": "7", "Time": "2026-11-14T18:03:22+00:00", "Act": "Correction",
        "Account code": "1000-A", "Account": "Desk cash", "Debit": "", "Credit": "8000",
        "Currency": "JPY", "Guest no.": "12", "Guest": "'=SUM(1+1) 太郎", "Tender": "Cash",
        "Cash box": "A#1", "Receipt": "K26-A-0001", "Operator": "鈴木", "Reason": '"a", b',
        "Corrects entry": "3",
    }  # fmt: skip


def test_the_file_tells_excel_that_it_is_utf_8(tmp_path: Path) -> None:
    """The file begins with a byte order mark, and Japanese headings are readable."""
    path = tmp_path / "j.csv"
    write_journal_csv(path, [LINE], currency="JPY", wording=Wording("ja"))

    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + "仕訳番号,".encode())


@pytest.mark.parametrize(
    ("currency", "debit"), [("JPY", "1250"), ("USD", "12.50"), ("KWD", "1.250")]
)
def test_amounts_have_the_decimals_of_the_currency(
    tmp_path: Path, currency: str, debit: str
) -> None:
    """Minor units are written out exactly."""
    _, line = rows(tmp_path / "j.csv", replace(LINE, amount=1250), currency=currency)

    assert line[5:7] == [debit, ""]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t1", "＝1", "＋1", "－1", "＠x"])
def test_text_that_looks_like_a_formula_is_marked(text: str) -> None:
    """Half-width or full-width, a formula's first character is covered by an apostrophe."""
    assert safe_text(text) == f"'{text}"
    assert safe_text(f"a{text}") == f"a{text}"


def test_a_folder_that_is_not_there_is_an_expected_error(tmp_path: Path) -> None:
    """Where nothing can be written, one expected error says so."""
    with pytest.raises(FileNotWritable):
        rows(tmp_path / "missing" / "j.csv", LINE)
