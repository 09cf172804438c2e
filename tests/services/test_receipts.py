"""Receipts: issued anew, for prepayments, with the tax the issuer may print; split bills."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from evening import Evening
from notation import at, yen
from pdf_reading import page_texts, without_spaces

from reception_app.documents.receipt_slip import A6_ONE
from reception_app.domain import journal
from reception_app.domain.cost_split import Invoice, NobodyShares
from reception_app.domain.guest import GuestField
from reception_app.domain.journal import Entry, EntryKind, Tender, TenderPart
from reception_app.domain.tax import RegistrationNumberMalformed
from reception_app.services import guest_list, overpayments, payments, reception, waivers
from reception_app.services.accounts_check import check_accounts
from reception_app.services.cost_statements import make_statements, write_statements
from reception_app.services.event_setup import SettingUnreadable, change_event
from reception_app.services.findings import Level
from reception_app.services.posting import ReasonMissing, post
from reception_app.services.receipt_issuing import (
    NothingUnreceipted,
    ReceiptVoid,
    issue_prepaid,
    reissue_receipt,
)
from reception_app.services.receipt_printing import make_slips, print_receipts, reprint_receipts
from reception_app.services.refund_slip import NoRefund, write_refund_slip
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_standing_charge
from reception_app.storage.payments import list_payments
from reception_app.storage.receipts import list_receipts

NOW = at("20:00")
INVOICE = Invoice(
    "ホテル青山", date(2026, 11, 14), ((10, yen(30_000)), (8, yen(1_000))), "T1234567890123"
)


def set_up(evening: Evening, **fields: str) -> None:
    """Change settings of the event."""
    change_event(evening.file, fields, now=NOW, operator="")


def red(evening: Evening) -> list[str]:
    """The rules of the books that are broken."""
    return [one.code for one in check_accounts(evening.file) if one.level is Level.RED]


def text_of(path: Path) -> str:
    """All the text of a PDF as one run."""
    return without_spaces("".join(page_texts(path)))


def test_reissue_voids_and_takes_the_next_number(evening: Evening) -> None:
    """Another payee is the next number of the series; the old one stays, and is void."""
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"))
    evening.pay(evening.guest("鈴木 一郎"))
    first, _ = list_receipts(evening.file)

    fresh = reissue_receipt(
        evening.file, first, "株式会社サンプル", "宛名違い", now=NOW, operator=""
    )

    assert (fresh.number, fresh.payee, fresh.amount) == (3, "株式会社サンプル", first.amount)
    assert [one.void for one in list_receipts(evening.file)] == [True, False, False]
    with pytest.raises(ReceiptVoid):
        reissue_receipt(evening.file, first, "x", "x", now=NOW, operator="")
    with pytest.raises(ReasonMissing):
        reissue_receipt(evening.file, fresh, "x", " ", now=NOW, operator="")
    assert red(evening) == []
    row = next(row for row in list_payments(evening.file) if row.entry == first.entry)
    assert (row.receipt, row.paid, row.guest_count) == (fresh.label, 8000, 1)


def test_correction_voids_the_receipt_that_stands(evening: Evening) -> None:
    """Taking a payment back after its receipt was issued anew leaves no valid receipt."""
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"))
    (first,) = list_receipts(evening.file)
    reissue_receipt(evening.file, first, "x", "x", now=NOW, operator="")
    payments.correct_payment(evening.file, first.entry, "x", desk=evening.desk, now=NOW)

    assert all(one.void for one in list_receipts(evening.file))
    assert red(evening) == []


def test_receipts_for_what_was_paid_before(evening: Evening) -> None:
    """Every transfer gets its receipt in the series of prepayments, once."""
    guests = [evening.guest(f"客 {n}") for n in range(3)]
    with evening.file.act(now=NOW, actor="") as act:
        for guest in guests[:2]:
            postings = journal.payment(guest.id, yen(8000), journal.DEPOSIT_IN_TRANSIT)
            post(
                act,
                Entry(
                    id=new_id(), kind=EntryKind.PAYMENT, currency="JPY", postings=postings,
                    guest=guest.id, tender=Tender.TRANSFER,
                ),
            )  # fmt: skip
    with pytest.raises(NothingUnreceipted):
        issue_prepaid(evening.file, now=NOW, operator="", only=[guests[2].id])

    issued = issue_prepaid(evening.file, now=NOW, operator="")
    assert [(one.box, one.number, one.guest) for one in issued] == [
        ("P", 1, guests[0].id), ("P", 2, guests[1].id),
    ]  # fmt: skip
    with pytest.raises(NothingUnreceipted):
        issue_prepaid(evening.file, now=NOW, operator="")
    assert red(evening) == []


def test_only_the_registered_print_tax(evening: Evening) -> None:
    """A society prints none; a registered business its number and the tax of each rate."""
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"), evening.guest("鈴木 一郎"))
    (receipt,) = list_receipts(evening.file)
    (plain,) = make_slips(evening.file, [receipt])
    assert (plain.printed_tax, plain.stamp) == ((), yen(0))

    set_up(
        evening, issuer_kind="registered", registration_number="T1234567890123",
        reduced_part="1000",
    )  # fmt: skip
    (slip,) = make_slips(evening.file, [receipt])
    assert [(line.percent, line.gross.minor, line.tax.minor) for line in slip.printed_tax] == [
        (10, 14000, 1272), (8, 2000, 148),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1234567890123", "T123", "T12345678901234"])
def test_registration_number_is_checked_hard(evening: Evening, number: str) -> None:
    """`T` and 13 digits, nothing else."""
    with pytest.raises((RegistrationNumberMalformed, SettingUnreadable)):
        set_up(evening, registration_number=number)


def test_stamp_depends_on_what_was_cash(evening: Evening) -> None:
    """Of 56,000 with 8,000 by card only 48,000 are cash, and need no stamp."""
    evening.open_box()
    set_up(evening, issuer_kind="exempt")
    many = [evening.guest(f"客 {n}") for n in range(7)]
    offer = payments.new_offer(Tender.CASH)
    mixed = replace(offer, beside=(TenderPart(Tender.CARD, yen(8000)),))
    payments.take_payment(evening.file, many, mixed, desk=evening.desk, now=NOW)
    more = [evening.guest(f"別 {n}") for n in range(7)]
    payments.take_payment(
        evening.file, more, payments.new_offer(Tender.CASH), desk=evening.desk, now=NOW
    )

    both, cash = make_slips(evening.file, list_receipts(evening.file))
    assert (both.stamp, cash.stamp) == (yen(0), yen(200))
    assert both.tender == "カード ¥8,000 + 現金 ¥48,000"


def test_printed_on_either_paper_and_marked_as_copies(evening: Evening, tmp_path: Path) -> None:
    """A6 has one receipt to the page; a copy says so and how many there were."""
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"))
    evening.pay(evening.guest("鈴木 一郎"))
    every = list_receipts(evening.file)
    print_receipts(evening.file, tmp_path / "a6.pdf", every, sheet=A6_ONE)
    assert len(page_texts(tmp_path / "a6.pdf")) == 2

    for n in (1, 2):
        reprint_receipts(
            evening.file, tmp_path / "copy.pdf", list_receipts(evening.file), now=NOW, operator=""
        )
        assert Counter([f"再発行{n}"]) <= Counter(
            word for word in [f"再発行{n}"] if word in text_of(tmp_path / "copy.pdf")
        )
    assert [one.copies for one in list_receipts(evening.file)] == [2, 2]


def test_refund_slip_is_for_the_guest_to_sign(evening: Evening, tmp_path: Path) -> None:
    """Amount, channel, reason, the receipt that is void; a payment has no such slip."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    paid = evening.pay(guest).payment
    assert paid is not None
    waivers.make_complimentary(evening.file, guest.id, now=NOW, operator="")
    entry = new_id()
    overpayments.refund(
        evening.file, guest.id, yen(8000), Tender.CASH, "急用", entry_id=entry,
        desk=evening.desk, now=NOW,
    )  # fmt: skip
    write_refund_slip(evening.file, tmp_path / "slip.pdf", entry)

    text = text_of(tmp_path / "slip.pdf")
    for said in ("返金書", "¥8,000", "現金", "急用", paid.receipt.label, "佐藤花子"):
        assert said in text, said
    charge = find_standing_charge(evening.file, guest.id)
    assert charge is not None
    for other in (paid.entry, charge.entry.id, "no such"):
        with pytest.raises(NoRefund):
            write_refund_slip(evening.file, tmp_path / "x.pdf", other)


def test_bill_is_split_among_who_came_and_paid(evening: Evening, tmp_path: Path) -> None:
    """By company, to the yen; whoever did not come or did not pay bears nothing."""
    evening.open_box()
    with pytest.raises(NobodyShares):
        make_statements(evening.file, INVOICE)
    one, other, student = (
        evening.guest("佐藤 花子"), evening.guest("鈴木 一郎"), evening.guest("高橋 桜", "学生"),
    )  # fmt: skip
    guest_list.change_guest(
        evening.file, student.id, {GuestField.COMPANY: ""}, now=NOW, operator=""
    )
    for guest in (one, other, student):
        evening.pay(guest)
    unpaid = evening.guest("未払 太郎")
    reception.admit_unpaid(evening.file, unpaid.id, "あとで", desk=evening.desk, now=NOW)

    statements = make_statements(evening.file, INVOICE)
    assert [(s.payee, len(s.shares)) for s in statements] == [
        ("株式会社テスト", 2), ("高橋 桜", 1),
    ]  # fmt: skip
    assert sum(statement.total for statement in statements) == 31_000
    by_fee = make_statements(evening.file, INVOICE, by_fee=True)
    assert by_fee[1].total == 31_000 * 3000 // 19000 + 1

    assert write_statements(evening.file, tmp_path / "split.pdf", INVOICE) == 2
    first, second = (without_spaces(text) for text in page_texts(tmp_path / "split.pdf"))
    for said in ("株式会社テスト御中", "佐藤花子", "T1234567890123", "ホテル青山", "¥20,667"):
        assert said in first, said
    assert "高橋桜様" in second
    assert "鈴木" not in second
