"""The ledger workbook: sheets, formulas beside figures, hostile text, all or nothing."""

import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from workbook_reading import recalculated, verdicts

from reception_app.documents.ledger_book import (
    BoxShift,
    CheckLine,
    GuestFees,
    JournalLine,
    LedgerBook,
    ReceiptLine,
)
from reception_app.documents.ledger_workbook import write_ledger_workbook
from reception_app.documents.safe_file import FileNotWritable
from reception_app.documents.workbook_cells import is_risky, money_format
from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.ledger import AccountBalance, GuestBalance
from reception_app.domain.money import Money
from reception_app.domain.progress import Cancelled, Silent
from reception_app.domain.settlement import settle
from reception_app.domain.totals import CategoryTotals, EventTotals
from reception_app.wording import Wording

AT = datetime(2026, 11, 14, 18, 3, 22, tzinfo=UTC)
HOSTILE = (
    "=SUM(1+1) 太郎", "+81 90", "-1", "@home", "＝１＋１", "＋", "－", "＠", "#N/A", "01", "TRUE",
    "<b>太字</b> 花子", "𠮷 & Söhne", "bell\x07", "lone\ud800",
)  # fmt: skip
"""Names nobody has, that must come out as they are, as text."""


def small_book(currency: str = "JPY", names: tuple[str, ...] = ("佐藤 花子",)) -> LedgerBook:
    """Each guest is charged 8,000 minor units; the first pays with 10,000 in cash at box A."""

    def money(minor: int) -> Money:
        return Money(minor, currency)

    n = len(names)
    fee, charged = 8000, 8000 * n
    totals = EventTotals(
        currency=currency, charged=money(charged), waived=money(0), paid=money(fee),
        refunded=money(0), due=money(charged - fee), overpaid=money(0), charged_guests=n,
        due_guests=n - 1, due_inside_guests=0, overpaid_guests=0,
        paid_by_tender={Tender.CASH: money(fee)}, cash_by_box={"A": money(28000)},
        by_category=(
            CategoryTotals("m", n, money(charged), money(0), money(fee), money(0),
                           money(charged - fee)),
        ),
    )  # fmt: skip
    charge = EntryKind.CHARGE
    lines = [
        JournalLine(number, AT, charge, charge, account, amount, number, name)
        for number, name in enumerate(names, 1)
        for account, amount in (("1300", fee), ("4100-m", -fee))
    ]
    moved = (
        (EntryKind.FLOAT_OUT, ("1000-A", 20000), ("1050", -20000)),
        (EntryKind.PAYMENT, ("1000-A", fee), ("1300", -fee)),
    )
    for number, (kind, *postings) in enumerate(moved, n + 1):
        paid = kind is EntryKind.PAYMENT
        lines += [
            JournalLine(
                number, AT, kind, kind, account, amount, 1 if paid else None,
                names[0] if paid else "", Tender.CASH if paid else None, "A", 1,
            )
            for account, amount in postings
        ]  # fmt: skip
    accounts = (
        AccountBalance("1000-A", 28000, 0), AccountBalance("1050", 0, 20000),
        AccountBalance("1300", charged, fee), AccountBalance("4100-m", 0, charged),
    )  # fmt: skip
    return LedgerBook(
        event_name="秋の異業種交流会", day=date(2026, 11, 14), venue="横浜 & 港", currency=currency,
        made_at=AT, records=42, seal="ab" * 32, categories={"m": "会員"},
        guests=tuple(
            GuestFees(
                number, name, "", name, "会員", name, "", GuestStatus.ACCEPTED, None,
                GuestBalance(charged=fee, paid=fee if number == 1 else 0),
            )
            for number, name in enumerate(names, 1)
        ),
        journal=tuple(lines), accounts=accounts,
        boxes=(
            BoxShift("A", 1, "鈴木", AT, AT, 20000, fee, 0, 0, 28000, 28000, ""),
            BoxShift("A", 2, "鈴木", AT, None, 0, 0, 0, 0, None, None, ""),
        ),
        receipts=(
            ReceiptLine(
                "K26-A-0001", AT, names[0], fee, Tender.CASH, void=False, copies=0, entry=n + 2
            ),
        ),
        checks=(CheckLine("ok", "すべての仕訳が釣り合う", ""), CheckLine("red", "だめ", "直す")),
        totals=totals, settlement=settle(accounts, totals, {}),
    )  # fmt: skip


def written(book: LedgerBook, path: Path, language: str = "ja") -> openpyxl.Workbook:
    """The workbook of `book` as a reader that does not recalculate sees it."""
    write_ledger_workbook(path, book, wording=Wording(language), progress=Silent())
    return openpyxl.load_workbook(path)


def headed(sheet: Worksheet, heading: str) -> list[Cell]:
    """The cells below a heading."""
    *_, top = (cell for row in sheet.iter_rows() for cell in row if cell.value == heading)
    column = [cell for cell in sheet[top.column_letter] if isinstance(cell, Cell)]
    return [cell for cell in column if cell.row > top.row]


def test_sheets_are_named_in_the_language_of_the_event(tmp_path: Path) -> None:
    """The same sheets in the same order, named in Japanese or in English."""
    japanese, english = (
        written(small_book(), tmp_path / f"{lang}.xlsx", lang).sheetnames for lang in ("ja", "en")
    )

    assert japanese == [
        "表紙", "収支", "予算対比", "会費一覧", "仕訳帳", "勘定残高", "レジ", "領収書", "証憑",
        "銀行", "会計チェック",
    ]  # fmt: skip
    assert english == [
        "Cover", "Settlement", "Budget", "Fees by guest", "Journal", "Accounts", "Cash boxes",
        "Receipts", "Vouchers", "Bank", "Checks",
    ]  # fmt: skip


def test_text_stays_text(tmp_path: Path) -> None:
    """Nothing a guest is called becomes a formula, a number, an error or broken XML."""
    book = written(small_book(names=HOSTILE), tmp_path / "book.xlsx")
    names = headed(book["会費一覧"], "氏名")

    shown = [name.replace("\x07", "").replace("\ud800", "") for name in HOSTILE]
    assert [cell.value for cell in names] == shown
    assert {cell.data_type for cell in names} <= {"s", "inlineStr"}
    assert [cell.quotePrefix for cell in names] == [is_risky(name) for name in HOSTILE]


def test_formulas_are_ours_only(tmp_path: Path) -> None:
    """Whatever the guests are called, the number of formulas is the same."""

    def formulas(names: tuple[str, ...]) -> Counter[str]:
        book = written(small_book(names=names), tmp_path / "book.xlsx")
        return Counter(
            sheet.title
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        )

    assert formulas(HOSTILE) == formulas(tuple("あ" * len(HOSTILE)))


def test_amounts_are_numbers_with_the_format_of_the_currency(tmp_path: Path) -> None:
    """Yen have no decimals; 8,000 cents are 80 dollars with two."""
    yen = headed(written(small_book(), tmp_path / "y.xlsx")["会費一覧"], "請求")[0]
    dollars = headed(written(small_book("USD"), tmp_path / "d.xlsx")["会費一覧"], "請求")[0]
    dinars = headed(written(small_book("KWD"), tmp_path / "k.xlsx")["会費一覧"], "請求")[0]

    assert (yen.value, yen.number_format) == (8000, money_format("JPY"))
    assert "." not in yen.number_format
    assert (dollars.value, dollars.number_format) == (80, money_format("USD"))
    assert "0.00" in dollars.number_format
    assert (dinars.value, "0.000" in dinars.number_format) == (8, True)


def test_times_are_real_and_as_the_clock_on_the_wall_said(tmp_path: Path) -> None:
    """Dates can be sorted and calculated with, and are not moved to another zone."""
    time = headed(written(small_book(), tmp_path / "b.xlsx")["仕訳帳"], "日時")[0]

    assert time.is_date
    assert time.value == datetime(2026, 11, 14, 18, 3, 22)  # noqa: DTZ001 -- as workbooks have it


def test_tables_can_be_read_filtered_and_printed(tmp_path: Path) -> None:
    """Headings stay in view, have filters and widths, and paper is A4 landscape, one page wide."""
    sheet = written(small_book(), tmp_path / "book.xlsx")["仕訳帳"]

    assert sheet.freeze_panes == "B8"
    assert sheet.auto_filter.ref == "A7:Q13"
    assert sheet.column_dimensions["J"].width == 20
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$7:$7"
    assert sheet["A1"].value == "仕訳帳"
    assert "秋の異業種交流会" in str(sheet["A2"].value)


def test_the_expected_cash_of_an_uncounted_box_is_left_out(tmp_path: Path) -> None:
    """Who gets the workbook before the count does not learn what the count should be."""
    boxes = written(small_book(), tmp_path / "book.xlsx")["レジ"]

    assert [cell.value for cell in headed(boxes, "あるはずの額")] == [28000, None]
    assert headed(boxes, "仕訳からの額")[1].value is None
    assert headed(boxes, "摘要")[1].value == "未実査"


def test_an_event_without_anything_makes_a_workbook(tmp_path: Path) -> None:
    """Before the first guest the tables are empty and nothing breaks."""
    full = small_book()
    nothing = Money(0, "JPY")
    empty = replace(
        full, guests=(), journal=(), accounts=(), boxes=(), receipts=(), checks=(),
        totals=replace(
            full.totals, charged=nothing, paid=nothing, due=nothing, by_category=(),
            paid_by_tender={},
        ),
    )  # fmt: skip
    empty = replace(empty, settlement=settle((), empty.totals, {}))
    path = tmp_path / "book.xlsx"

    assert written(empty, path).sheetnames[0] == "表紙"


def test_cancel_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancelled half-way, the older file is as it was and no temporary file holds a name."""
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spare))
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"older")

    class Stop:
        def advance(self, done: int, total: int) -> None:
            if done > total // 2:
                raise Cancelled

    book = small_book(names=tuple(f"guest {n}" for n in range(500)))
    with pytest.raises(Cancelled):
        write_ledger_workbook(path, book, wording=Wording("en"), progress=Stop())

    assert path.read_bytes() == b"older"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["book.xlsx", "spare"]
    assert list(spare.iterdir()) == []


def test_progress_goes_up_to_all(tmp_path: Path) -> None:
    """The bar never goes back and ends full."""
    steps = []

    class Bar:
        def advance(self, done: int, total: int) -> None:
            steps.append((done, total))

    book = small_book(names=tuple(f"guest {n}" for n in range(300)))
    write_ledger_workbook(tmp_path / "b.xlsx", book, wording=Wording("en"), progress=Bar())

    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
    assert len(steps) > 3


def test_a_folder_that_is_not_there_is_an_expected_error(tmp_path: Path) -> None:
    """Where nothing can be written, one expected error says so."""
    with pytest.raises(FileNotWritable):
        written(small_book(), tmp_path / "missing" / "book.xlsx")


@pytest.mark.parametrize("currency", ["JPY", "USD", "KWD"])
def test_recalculated_by_another_program_all_figures_agree(tmp_path: Path, currency: str) -> None:
    """Every live formula comes to the program's own figure, in any currency, for any names."""
    path = tmp_path / "book.xlsx"
    written(small_book(currency, HOSTILE), path)
    out = tmp_path / "out"
    out.mkdir()
    book = recalculated(path, out)

    found = verdicts(book)
    assert found["NG"] == 0
    told = next(row for row in book["表紙"].iter_rows() if row[0].value == "すべて一致しているか")
    assert told[2].value == told[3].value == found["OK"] - 1


def test_recalculation_finds_a_figure_that_is_wrong(tmp_path: Path) -> None:
    """A posting lost from the journal turns the figures it was part of to NG."""
    right = small_book(names=("佐藤 花子", "鈴木 一郎"))
    path = tmp_path / "book.xlsx"
    written(replace(right, journal=right.journal[1:]), path)
    out = tmp_path / "out"
    out.mkdir()
    book = recalculated(path, out)

    assert [cell.value for cell in headed(book["会費一覧"], "照合")] == ["NG", "OK"]
    assert "NG" in {cell.value for cell in headed(book["表紙"], "照合")}
