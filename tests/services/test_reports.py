"""The reports: every figure of an evening known by hand, and that all of them agree."""

import csv
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from books_evening import AFTER, SETTLEMENT, write_books
from workbook_reading import recalculated, verdicts

from reception_app.documents.report import Cell, Report, RowKind, Table, Words
from reception_app.domain.budget import BudgetLine
from reception_app.domain.drawer import parse_count
from reception_app.domain.event import Desk
from reception_app.domain.money import Money
from reception_app.domain.settlement import settle
from reception_app.domain.voucher import Channel, NewVoucher, VoucherKind
from reception_app.services.archive import write_archive
from reception_app.services.budget import AccountNotBudgeted, budget_figures, new_line, set_budget
from reception_app.services.drawers import close_box, count_box
from reception_app.services.event_setup import create_event
from reception_app.services.exports import export_plain_text, export_workbook
from reception_app.services.reports.catalogue import ReportKind, export_report, make_report
from reception_app.services.sealing import seal_event, unseal_event
from reception_app.services.totals import event_totals
from reception_app.services.vouchers import book_voucher, correct_voucher
from reception_app.storage import budget, settings
from reception_app.storage.budget import list_budget
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import list_account_balances


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventFile]:
    """The evening with its books."""
    file = write_books(tmp_path_factory.mktemp("books") / "evening.reception")
    yield file
    file.close()


def report(event: EventReader, kind: ReportKind, language: str = "ja") -> Report:
    """A report as of after the evening."""
    return make_report(event, kind, now=AFTER, language=language)


def tables(report: Report) -> list[Table]:
    """Its tables."""
    return [block for block in report.blocks if isinstance(block, Table)]


def text(cell: str | Cell) -> str:
    """What a cell says."""
    return cell if isinstance(cell, str) else cell.text


def lines(table: Table) -> dict[str, tuple[str, ...]]:
    """The rows of a table by what stands first."""
    return {
        text(row.cells[0]): tuple(text(cell) for cell in row.cells[1:])
        for row in table.rows
        if row.kind is not RowKind.SECTION
    }


def test_the_settlement_report_is_what_was_worked_out_by_hand(event: EventFile) -> None:
    """Every line, to the yen."""
    flow, held, still_open = tables(report(event, ReportKind.SETTLEMENT))

    assert {item: cells[:3] for item, cells in lines(flow).items()} == SETTLEMENT
    assert lines(held)["合計"][0] == "436,100"
    assert {item: cells[0] for item, cells in lines(still_open).items()} == {
        "会費の未収": "11,000",
        "参加者からの過入金": "-2,000",
        "仮払金 高橋 次郎": "10,000",
        "立替未払 高橋 次郎": "-3,300",
        "未払金 文具店 証憑No 7": "-4,400",
    }


def test_the_identity_is_printed(event: EventFile) -> None:
    """前回繰越 + 収入 − 支出 = 次回繰越 = what is there."""
    said = [b.text for b in report(event, ReportKind.SETTLEMENT).blocks if isinstance(b, Words)]
    figures = re.findall(r"¥[\d,]+", said[0])

    assert figures == ["¥420,000", "¥90,000", "¥73,900", "¥436,100", "¥436,100"]
    assert said[0].endswith("✓")


def test_its_lines_add_up_to_its_sums(event: EventFile) -> None:
    """As whoever checks it with a pocket calculator does."""
    [flow, *_] = tables(report(event, ReportKind.SETTLEMENT))
    parts: list[list[int]] = [[]]
    for row in flow.rows:
        if row.kind is RowKind.BODY:
            parts[-1].append(int(text(row.cells[2]).replace(",", "")))
        elif row.kind is RowKind.SUBTOTAL:
            assert sum(parts[-1]) == int(text(row.cells[2]).replace(",", ""))
            parts.append([])
    assert [len(part) for part in parts] == [2, 8, 0]


def test_report_budget_and_ledger_agree(event: EventFile) -> None:
    """I15: one set of figures."""
    settlement = settle(
        list_account_balances(event), event_totals(event), budget.sum_opening(event)
    )
    [table] = tables(report(event, ReportKind.TRIAL_BALANCE))
    total = table.rows[-1].cells

    assert settlement.carried_on == settlement.total_held
    assert settlement.total_held.minor == 436_100
    assert total[2] == total[5]
    assert total[3] == total[4]
    actual = {one.account: one.actual.minor for one in budget_figures(event)}
    assert (actual["4100"], actual["5100"], actual["5990"]) == (60_000, 55_000, 100)


@pytest.mark.parametrize("kind", [ReportKind.CASH_BOOK, ReportKind.BANK_BOOK, ReportKind.LEDGER])
def test_books_end_with_the_balance_of_their_account(event: EventFile, kind: ReportKind) -> None:
    """Each book's last balance is the sum of its lines."""
    for table in tables(report(event, kind)):
        *body, last = ([text(cell) for cell in row.cells] for row in table.rows)
        assert body[-1][-1] == last[-1]
        came, went = (sum(int(cells[n].replace(",", "") or 0) for cells in body) for n in (4, 5))
        assert came - went == int(last[-1].replace(",", ""))


def test_payments_by_desk_operator_and_tender(event: EventFile) -> None:
    """What each desk took, refunds taken off."""
    [table] = tables(report(event, ReportKind.TENDERS))

    assert {row.cells[0]: row.cells[2:] for row in table.rows} == {
        "レジ以外": ("0", "0", "0", "16,000", "16,000"),
        "A": ("8,000", "10,000", "8,000", "0", "26,000"),
        "B": ("8,000", "0", "10,000", "0", "18,000"),
        "合計": ("16,000", "10,000", "18,000", "16,000", "60,000"),
    }


def test_corrections_say_why(event: EventFile) -> None:
    """The payment taken back at the door, and the voucher booked twice."""
    [table] = tables(report(event, ReportKind.CORRECTIONS))

    assert [row.cells[-1] for row in table.rows] == ["カードでした", "二重に記帳"]


def test_the_evidence_index_names_files_and_reasons(event: EventFile) -> None:
    """A photo with the beginning of its hash, a reason, what is missing, what was taken back."""
    index = report(event, ReportKind.EVIDENCE)
    [table] = tables(index)
    said = {text(row.cells[0]): text(row.cells[-1]) for row in table.rows}

    assert said["006"] == "006-1.jpg"
    assert said["007"] == "領収書なし"
    assert said["009"] == "取消済み"
    assert [number for number, words in said.items() if words == "未添付"] == ["002", "004", "005"]
    assert index.aside == "証憑なし 3件"


def test_the_version_of_a_report(tmp_path: Path) -> None:
    """案, then 第1版, then 第2版 with the reason."""
    event = write_books(tmp_path / "evening.reception")
    assert "案" in report(event, ReportKind.SETTLEMENT).aside
    desk = Desk("B", next(iter(settings.list_operators(event))))
    count_box(event, parse_count("10000x1 1000x8", "JPY"), desk=desk, now=AFTER)
    close_box(event, "", desk=desk, now=AFTER)
    seal_event(event, now=AFTER, operator="")
    assert report(event, ReportKind.SETTLEMENT).aside.startswith("第1版")
    unseal_event(event, "請求書が遅れた", now=AFTER, operator="")
    seal_event(event, now=AFTER, operator="")
    second = report(event, ReportKind.SETTLEMENT)
    event.close()

    assert second.aside.startswith("第2版")
    assert any(isinstance(b, Words) and "請求書が遅れた" in b.text for b in second.blocks)


@pytest.mark.parametrize("account", ["1050", "5900", "4150", "4100-会員", "nonsense", "3000"])
def test_a_budget_is_for_income_and_expenses(event: EventFile, account: str) -> None:
    """All that guests pay is one line."""
    with pytest.raises(AccountNotBudgeted):
        set_budget(event, [new_line("5100", "x"), BudgetLine(account, 1)], now=AFTER, operator="")


def test_csv_has_plain_numbers_and_text_stays_text(event: EventFile, tmp_path: Path) -> None:
    """Thousands are not separated, and no name becomes a formula."""
    path = tmp_path / "evidence.csv"
    export_report(event, ReportKind.EVIDENCE, path, now=AFTER)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    prizes = next(row for row in rows if row and row[0] == "006")

    assert (prizes[2], prizes[5]) == ("'=景品屋", "8800")
    assert not any(cell.startswith("=") for row in rows for cell in row)


PROGRAMS = (
    ("beancount", ("bean-check",)),
    ("hledger", ("hledger", "check", "--strict", "ordereddates", "-f")),
)


def accepted(event: EventFile, path: Path, form: str, command: tuple[str, ...]) -> None:
    """Write the journal and let the program check it, where it is installed."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    export_plain_text(event, path, form)
    done = subprocess.run(
        [program, *command[1:], str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize(("form", "command"), PROGRAMS)
def test_plain_text_is_accepted_by_its_program(
    event: EventFile, tmp_path: Path, form: str, command: tuple[str, ...]
) -> None:
    """Accounts, currencies, order and the balances asserted at the end."""
    accepted(event, tmp_path / f"books.{form}", form, command)


@pytest.mark.parametrize(("currency", "minor", "said"), [
    ("USD", 1250, "12.50"), ("KWD", 1250, "1.250"), ("KRW", 1250, "1,250"),
])  # fmt: skip
def test_other_currencies_have_their_own_decimals(
    tmp_path: Path, currency: str, minor: int, said: str
) -> None:
    """On paper with separators, in CSV without, and accepted by both programs."""
    file = create_event(
        tmp_path / "e.reception", name="Gala", day=AFTER.date(), now=AFTER, currency=currency
    )
    order = NewVoucher(
        new_id(), VoucherKind.INCOME, AFTER.date(), Money(minor, currency), Channel.SAFE, "4300"
    )
    book_voucher(file, order, now=AFTER, operator="")
    flow, *_ = tables(report(file, ReportKind.SETTLEMENT))
    export_report(file, ReportKind.SETTLEMENT, tmp_path / "s.csv", now=AFTER)
    for form, command in PROGRAMS:
        accepted(file, tmp_path / f"books.{form}", form, command)
    file.close()

    assert lines(flow)["協賛金"][1] == said
    assert said.replace(",", "") in (tmp_path / "s.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("form", ["beancount", "hledger"])
def test_plain_text_asserts_what_the_ledger_says(
    event: EventFile, tmp_path: Path, form: str
) -> None:
    """The balance of every account stands in the file."""
    path = tmp_path / f"books.{form}"
    export_plain_text(event, path, form)
    said = path.read_text(encoding="utf-8")
    pattern = r"balance \S+  (-?\d+) JPY" if form == "beancount" else r"= (-?\d+) JPY"
    asserted = sorted(int(amount) for amount in re.findall(pattern, said))

    assert asserted == sorted(one.balance for one in list_account_balances(event))


def test_the_archive_holds_everything(event: EventFile, tmp_path: Path) -> None:
    """Every report as PDF and CSV, the journal in four forms, and the photo."""
    count = write_archive(event, tmp_path / "archive", now=AFTER)
    names = {file.name for file in (tmp_path / "archive").iterdir()}

    assert len(names) == count
    assert {f"{kind.value}{suffix}" for kind in ReportKind for suffix in (".pdf", ".csv")} <= names
    assert {"006-1.jpg", "ledger.xlsx", "journal.csv", "journal.beancount", "receipts.pdf"} <= names
    contents = (tmp_path / "archive" / "contents.csv").read_text(encoding="utf-8-sig")
    assert contents.count("\n") == count  # a heading, and every file but itself


def test_the_workbook_recalculated_by_another_program_agrees(
    event: EventFile, tmp_path: Path
) -> None:
    """Budget, vouchers, advances and what was carried forward: every live formula says OK."""
    lines = [*list_budget(event), new_line("5100", "飲物", 2_000)]
    set_budget(event, lines, now=AFTER, operator="")
    order = NewVoucher(
        new_id(), VoucherKind.EXPENSE, AFTER.date(), Money(1_500, "JPY"), Channel.SAFE,
        lines[-1].account,
    )  # fmt: skip
    booked = book_voucher(event, order, now=AFTER, operator="")
    out = tmp_path / "out"
    out.mkdir()
    path = tmp_path / "book.xlsx"
    export_workbook(event, path, now=AFTER)
    correct_voucher(event, booked.id, "x", now=AFTER, operator="")
    set_budget(event, lines[:-1], now=AFTER, operator="")
    book = recalculated(path, out)
    found = verdicts(book)
    drinks = next(row for row in book["予算対比"].iter_rows() if row[1].value == "飲物")

    assert found["NG"] == 0
    assert found["OK"] > 120
    assert [drinks[n].value for n in (2, 3, 5, 6)] == [2_000, 1_500, 1_500, "OK"]
