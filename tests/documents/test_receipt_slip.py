"""Receipts on paper."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdf_reading import page_texts, pictures, without_spaces

from reception_app.documents.drawing import MM, Box, TextLine
from reception_app.documents.label_sheet import LabelSheet
from reception_app.documents.pdf_file import NothingToPrint
from reception_app.documents.receipt_file import write_receipts
from reception_app.documents.receipt_layout import addressed, lay_out_receipt
from reception_app.documents.receipt_slip import A4_THREE, A6_ONE, ReceiptSlip
from reception_app.documents.safe_file import FileNotWritable
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.money import Money
from reception_app.domain.progress import Cancelled, Silent
from reception_app.domain.tax import IssuerKind, tax_lines
from reception_app.wording import Wording

JAPANESE, ENGLISH = Wording("ja"), Wording("en")


def yen(minor: int) -> Money:
    """So many yen."""
    return Money(minor, "JPY")


SLIP = ReceiptSlip(
    number="K26-A-0001",
    payee="髙﨑 𠮷郎",
    amount=yen(8_000),
    day=date(2026, 11, 14),
    purpose="参加費として",
    tender="現金",
    issuer_name="秋の異業種交流会 実行委員会",
    issuer_address="東京都千代田区丸の内1-2-3",
)
BUSINESS = replace(
    SLIP,
    amount=yen(60_500),
    issuer_kind=IssuerKind.REGISTERED,
    registration_number="T1234567890123",
    tax=tax_lines([(10, yen(54_999)), (8, yen(5_501))]),
)

words = st.text(st.sampled_from("佐藤カー、（）ABgjẪ -&株式会社한𠮷😀"), max_size=60)


def printed(path: Path, *slips: ReceiptSlip, wording: Wording = JAPANESE) -> list[str]:
    """The text of each page, without spaces."""
    write_receipts(path / "receipts.pdf", slips, wording=wording, progress=Silent())
    return [without_spaces(text) for text in page_texts(path / "receipts.pdf")]


def lines(slip: ReceiptSlip, wording: Wording = JAPANESE) -> list[str]:
    """All lines on the receipt."""
    marks = lay_out_receipt(slip, wording).marks
    return [mark.text for mark in marks if isinstance(mark, TextLine)]


def test_a_receipt_says_everything(tmp_path: Path) -> None:
    """Number, payee, amount, day, purpose, tender and issuer are selectable as given."""
    text = printed(tmp_path, SLIP)[0]

    for said in (
        "領収書", "No.K26-A-0001", "髙﨑𠮷郎様", "¥8,000", "2026年11月14日(土)", "参加費として",
        "現金", "秋の異業種交流会実行委員会", "東京都千代田区丸の内1-2-3",
    ):  # fmt: skip
        assert said in text


def test_an_english_receipt(tmp_path: Path) -> None:
    """The event's language decides, the data stays."""
    slip = replace(SLIP, payee="Nguyễn Thị Minh Khai", amount=Money(12_050, "USD"), tender="cash")

    text = printed(tmp_path, slip, wording=ENGLISH)[0]

    for said in ("Receipt", "Receivedfrom", "NguyễnThịMinhKhai", "$120.50", "Sat14Nov2026"):
        assert said in text


def test_three_receipts_share_a_page(tmp_path: Path) -> None:
    """Seven receipts take three pages, in their order."""
    slips = [replace(SLIP, number=f"K26-A-{n:04}") for n in range(1, 8)]

    pages = printed(tmp_path, *slips)

    assert [page.count("領収書") for page in pages] == [3, 3, 1]
    assert "K26-A-0007" in pages[2]


def test_a_copy_is_marked() -> None:
    """A reprint carries its count, the first print none."""
    assert "再発行 2" in lines(replace(SLIP, copy_number=2))
    assert "COPY 2" in lines(replace(SLIP, copy_number=2), ENGLISH)
    assert not [line for line in lines(SLIP) if "再発行" in line]


def test_a_void_receipt_cannot_be_mistaken() -> None:
    """The word is on it."""
    assert "無効（書き損じ）" in lines(replace(SLIP, void=True))
    assert "VOID" in lines(replace(SLIP, void=True), ENGLISH)


def test_only_a_registered_issuer_prints_tax_and_number() -> None:
    """Others print neither, whatever they were given."""
    said = "\n".join(lines(BUSINESS))

    assert "10%対象 ¥54,999（うち消費税 ¥4,999）" in said
    assert "8%対象 ¥5,501（うち消費税 ¥407）" in said
    assert "登録番号 T1234567890123" in said
    for kind in (IssuerKind.SOCIETY, IssuerKind.EXEMPT):
        other = "\n".join(lines(replace(BUSINESS, issuer_kind=kind)))
        assert "消費税" not in other
        assert "登録番号" not in other


def test_the_place_for_a_revenue_stamp() -> None:
    """A business taking 50,000 yen in cash has it; a society, a card or a small sum has not."""
    assert "収入印紙 ¥200" in lines(BUSINESS)
    for other in (
        replace(BUSINESS, cash=False),
        replace(BUSINESS, amount=yen(8_000)),
        replace(BUSINESS, cash_part=yen(49_999)),
        replace(BUSINESS, issuer_kind=IssuerKind.SOCIETY),
    ):
        assert not [line for line in lines(other) if "収入印紙" in line]


@pytest.mark.parametrize(
    ("payee", "respect"),
    [
        ("佐藤 花子", "様"),
        ("株式会社サンプル商事", "御中"),
        ("株式会社サンプル商事 佐藤 花子", "様"),
        ("サンプル商事御中", ""),
        ("佐藤花子様", ""),
        ("", ""),
    ],
)
def test_payees_are_addressed(payee: str, respect: str) -> None:
    """People are 様, companies 御中, and what is already addressed stays as it is."""
    assert addressed(payee, JAPANESE) == (payee, respect)
    assert addressed(payee, ENGLISH) == (payee, "")


def test_an_empty_payee_is_a_line_to_write_on() -> None:
    """様 stands at the end of the empty line."""
    assert "様" in lines(replace(SLIP, payee=""))


@pytest.mark.parametrize("sheet", [A4_THREE, A6_ONE], ids=["A4", "A6"])
@example(payee="佐" * 30, purpose="参" * 50, tender="現" * 50, issuer="会" * 50, address="番" * 50)
@given(payee=words, purpose=words, tender=words, issuer=words, address=words)
def test_nothing_overlaps(
    sheet: LabelSheet, *, payee: str, purpose: str, tender: str, issuer: str, address: str
) -> None:
    """Whatever is written, each text keeps its place on the slip, a large and a small one."""
    slip = replace(
        BUSINESS,
        payee=payee,
        purpose=purpose,
        tender=tender,
        issuer_name=issuer,
        issuer_address=address * 5,
        amount=yen(1_234_567_890),
        copy_number=3,
        void=True,
    )
    slip_area = Box(8 * MM, 8 * MM, (sheet.label_width - 7) * MM, 95 * MM)
    marks = lay_out_receipt(slip, JAPANESE, sheet).marks
    boxes = [mark.box for mark in marks if isinstance(mark, TextLine)]

    assert all(box.inside(slip_area) for box in boxes)
    for one, other in combinations(boxes, 2):
        smaller = Box(one.left + 0.3, one.top + 0.3, one.right - 0.3, one.bottom - 0.3)
        assert not smaller.overlaps(other)


def test_problems_name_the_receipt(tmp_path: Path) -> None:
    """A payee no font can write is told, with the receipt's number."""
    problems = write_receipts(
        tmp_path / "a.pdf",
        [replace(SLIP, payee="محمد")],
        wording=JAPANESE,
        progress=Silent(),
    )

    assert [(each.kind, each.number) for each in problems] == [
        (ProblemKind.MISSING_GLYPH, "K26-A-0001")
    ]
    for kind in (ProblemKind.MISSING_GLYPH, ProblemKind.TOO_SMALL, ProblemKind.CUT):
        for wording in (JAPANESE, ENGLISH):
            assert "K26" in wording.text("receipt_problem", kind, number="K26", text="x")


def test_same_slips_are_same_bytes(tmp_path: Path) -> None:
    """A receipt printed again is the same file."""
    for name in ("one.pdf", "two.pdf"):
        write_receipts(tmp_path / name, [SLIP, BUSINESS], wording=JAPANESE, progress=Silent())

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_cancel_missing_folder_and_nothing(tmp_path: Path) -> None:
    """Each is one clear error and leaves no file."""

    class Stopping:
        def advance(self, done: int, total: int) -> None:
            assert done <= total
            raise Cancelled

    with pytest.raises(Cancelled):
        write_receipts(tmp_path / "a.pdf", [SLIP], wording=JAPANESE, progress=Stopping())
    with pytest.raises(FileNotWritable):
        write_receipts(tmp_path / "no" / "a.pdf", [SLIP], wording=JAPANESE, progress=Silent())
    with pytest.raises(NothingToPrint):
        write_receipts(tmp_path / "a.pdf", [], wording=JAPANESE, progress=Silent())

    assert not list(tmp_path.iterdir())


def test_the_page_is_not_empty(tmp_path: Path) -> None:
    """There is ink on the page, and its margins are white."""
    write_receipts(tmp_path / "a.pdf", [SLIP], wording=JAPANESE, progress=Silent())

    picture = pictures(tmp_path / "a.pdf", dpi=72)[0]

    assert (picture < 128).sum() > 1000
    assert (picture[:, :20] > 250).all()
