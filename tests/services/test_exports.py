"""Exports of the hand-written evening: the same figures everywhere, whole files or none."""

import csv
import os
import threading
from pathlib import Path

import openpyxl
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from handwritten_evening import OPENING, write_evening
from openpyxl.worksheet.worksheet import Worksheet

from reception_app.documents.pdf_file import NothingToPrint
from reception_app.documents.safe_file import FileNotWritable
from reception_app.domain.progress import Cancelled
from reception_app.services import exports
from reception_app.services.account_names import category_names
from reception_app.services.event_setup import change_event, create_event
from reception_app.services.ledger_collection import collect_ledger
from reception_app.services.receipt_printing import make_slips, reprint_receipts
from reception_app.services.totals import event_totals
from reception_app.storage import receipts, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> EventReader:
    """The hand-written evening, for tests that only read."""
    with write_evening(tmp_path_factory.mktemp("evening") / "evening.reception") as event:
        return event.snapshot()


def figures(sheet: Worksheet, column: int = 3) -> dict[str, object]:
    """What stands in a column, by the label in column A."""
    rows = sheet.iter_rows(values_only=True)
    return {str(row[0]): row[column - 1] for row in rows if row[0] is not None}


def test_the_workbook_says_what_was_worked_out_by_hand(
    tmp_path: Path, evening: EventReader
) -> None:
    """Cover and settlement have the evening's figures to the yen."""
    path = tmp_path / "book.xlsx"
    exports.export_workbook(evening, path, now=OPENING)
    book = openpyxl.load_workbook(path)
    cover, settlement = figures(book["表紙"]), figures(book["収支"])

    assert [cover[key] for key in ("請求", "減免", "入金", "返金", "未払", "過入金", "残")] == [
        72_000, 3_000, 61_000, 1_000, 11_000, 2_000, 9_000,
    ]  # fmt: skip
    assert {key: settlement[key] for key in list(settlement)[2:19]} == {
        "前回繰越": 0, "会費(現金)": 17_000, "会費(PayPay)": 10_000, "会費(カード)": 18_000,
        "会費(振込)": 16_000, "収入合計": 60_000, "参加者への返金": -1_000, "現金不足": 100,
        "支出合計": 100, "次回繰越": 59_900, "お金のありか": "ソフトの値", "受付現金 A": 0,
        "受付現金 B": 18_000, "本部金庫": -2_100, "入金途上": 16_000, "PayPay未入金": 10_000,
        "カード未入金": 18_000,
    }  # fmt: skip
    assert settlement["あるお金の合計"] == settlement["次回繰越"]


def test_screen_workbook_and_check_have_the_same_figures(evening: EventReader) -> None:
    """The workbook's totals are the screen's, and its checks are the panel's."""
    book = collect_ledger(evening, Wording("ja"), now=OPENING)

    assert book.totals == event_totals(evening)
    assert sum(guest.balance.due for guest in book.guests) == book.totals.open.minor
    assert sum(line.amount for line in book.journal if line.account == "1300") == 9_000
    assert "参加者の残高 = 会費未収(¥9,000)" in {check.sentence for check in book.checks}


def test_the_boxes_of_the_evening(evening: EventReader) -> None:
    """Box A: 8,000 came in, 5,000 went to the safe, 100 are missing; box B was not counted."""
    book = collect_ledger(evening, Wording("ja"), now=OPENING)
    a, b = book.boxes

    assert (a.opening, a.received, a.refunded, a.dropped) == (20_000, 8_000, 0, 5_000)
    assert (a.expected, a.counted, a.difference) == (23_000, 22_900, -100)
    assert (b.received, b.refunded) == (9_000, 1_000)
    assert (b.expected, b.counted, b.difference) == (None, None, None)


def test_corrections_and_receipts_are_told(evening: EventReader) -> None:
    """The corrected payment's receipt is void, and its correction names it."""
    book = collect_ledger(evening, Wording("ja"), now=OPENING)
    correction = next(line for line in book.journal if line.corrects)
    void = [receipt for receipt in book.receipts if receipt.void]

    assert [receipt.label for receipt in void] == ["K26-A-0003"]
    assert correction.corrects == void[0].entry
    assert correction.reason == "カードでした"


def test_categories_of_one_name_are_told_apart(evening: EventReader) -> None:
    """Two categories people read alike get their codes beside them."""
    plan = settings.find_fee_plan(evening)
    first = plan.categories[0]
    twice = plan.with_category(type(first)("other", first.name, first.colour, 1))

    names = category_names(twice)

    assert names["other"] == f"{first.name} (other)"
    assert len(set(names.values())) == len(names)


def test_the_journal_as_csv_balances(tmp_path: Path, evening: EventReader) -> None:
    """All debits are all credits, one line a posting."""
    path = tmp_path / "journal.csv"
    exports.export_journal_csv(evening, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))

    debit, credit = (sum(int(line[side] or 0) for line in lines) for side in ("借方", "貸方"))
    assert debit == credit == 211_000
    assert len({line["仕訳番号"] for line in lines}) == 25


def test_unpaid_are_listed_with_whom_to_ask(tmp_path: Path, evening: EventReader) -> None:
    """Who owes is listed, the largest debt first, with contact and introducer."""
    path = tmp_path / "unpaid.xlsx"
    exports.export_unpaid(evening, path, now=OPENING)
    rows = list(openpyxl.load_workbook(path)["未払一覧"].iter_rows(min_row=8, values_only=True))

    assert [(row[0], row[1], row[-1]) for row in rows] == [
        (6, "渡辺 結衣", 8000), (5, "小林 陽菜", 3000),
    ]  # fmt: skip
    assert rows[0][5:7] == ("guest6@example.com", "鈴木 会長")


def test_receipts_come_out_in_their_order(tmp_path: Path, evening: EventReader) -> None:
    """Six receipts lie on two pages, the void one among them."""
    path = tmp_path / "receipts.pdf"

    assert exports.export_receipts(evening, path) == ()
    pages = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert ["K26-A-0001" in texts[0], "K26-B-0002" in texts[1], "書き損じ" in texts[0]] == [
        True
    ] * 3
    pages.close()


def test_a_receipt_says_who_issued_it_and_for_what(tmp_path: Path) -> None:
    """Without settings the event stands for issuer and purpose; with them they do."""
    with write_evening(tmp_path / "e.reception") as event:
        first, *_ = receipts.list_receipts(event)
        (plain,) = make_slips(event, [first])
        change_event(
            event, {"issuer": "横浜の会", "receipt_purpose": "懇親会費として"}, now=OPENING,
            operator="",
        )  # fmt: skip
        (set_up,) = make_slips(event, [first])

    assert (plain.issuer_name, plain.purpose) == (
        "秋の異業種交流会",
        "秋の異業種交流会 参加費として",
    )
    assert (set_up.issuer_name, set_up.purpose) == ("横浜の会", "懇親会費として")
    assert (plain.number, plain.tender, plain.cash) == ("K26-A-0001", "現金", True)


def test_a_reprint_keeps_its_number_and_counts(tmp_path: Path) -> None:
    """Printed again, a receipt is copy 1, and the file remembers it."""
    with write_evening(tmp_path / "e.reception") as event:
        first, *_ = receipts.list_receipts(event)
        path = tmp_path / "copy.pdf"
        reprint_receipts(event, path, [first], now=OPENING, operator="")
        again, *_ = receipts.list_receipts(event)
        pdf = pypdfium2.PdfDocument(path)
        text = pdf[0].get_textpage().get_text_bounded()
        pdf.close()
        with pytest.raises(FileNotWritable):
            reprint_receipts(event, tmp_path / "no" / "x.pdf", [first], now=OPENING, operator="")
        assert receipts.list_receipts(event)[0].copies == 1

    assert (again.number, again.copies) == (first.number, 1)
    assert "再発行 1" in text


def test_no_receipts_make_no_file(tmp_path: Path) -> None:
    """An event without receipts says so and writes nothing."""
    with create_event(tmp_path / "n.reception", name="N", day=OPENING.date(), now=OPENING) as event:
        with pytest.raises(NothingToPrint):
            exports.export_receipts(event, tmp_path / "r.pdf")
        exports.export_workbook(event, tmp_path / "b.xlsx", now=OPENING)
        exports.export_unpaid(event, tmp_path / "u.xlsx", now=OPENING)
        exports.export_journal_csv(event, tmp_path / "j.csv")

    assert not (tmp_path / "r.pdf").exists()


def test_an_unwritable_folder_is_one_clear_sentence(tmp_path: Path, evening: EventReader) -> None:
    """A folder that takes no files refuses each export, and nothing is left in it."""
    folder = tmp_path / "read-only"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        folder = tmp_path / "missing"

    with pytest.raises(FileNotWritable) as refused:
        exports.export_workbook(evening, folder / "b.xlsx", now=OPENING)
    with pytest.raises(FileNotWritable):
        exports.export_journal_csv(evening, folder / "j.csv")

    assert str(folder / "b.xlsx") in Wording("en").error(refused.value)
    assert [path.name for path in tmp_path.glob("*/*")] == []


def test_a_target_that_cannot_be_replaced_stays(tmp_path: Path, evening: EventReader) -> None:
    """A target that is held, here by being a folder, stays; no part of a file is left."""
    target = tmp_path / "b.xlsx"
    (target / "inside").mkdir(parents=True)

    with pytest.raises(FileNotWritable):
        exports.export_workbook(evening, target, now=OPENING)

    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_cancel_leaves_nothing(tmp_path: Path, evening: EventReader) -> None:
    """Cancelled in the middle, there is no workbook and no part of one."""

    class Stop:
        def advance(self, done: int, total: int) -> None:
            if done < total:
                raise Cancelled

    with pytest.raises(Cancelled):
        exports.export_workbook(evening, tmp_path / "b.xlsx", now=OPENING, progress=Stop())

    assert list(tmp_path.iterdir()) == []


def test_exporting_goes_on_beside_the_door(tmp_path: Path, evening: EventReader) -> None:
    """Another thread may export a snapshot while the door works with the file."""
    done = []

    def work() -> None:
        exports.export_workbook(evening.snapshot(), tmp_path / "b.xlsx", now=OPENING)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert done == [True]
    assert (tmp_path / "b.xlsx").stat().st_size > 10_000
