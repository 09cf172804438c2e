"""The list of payments says who paid what, how, with which receipt, and what was taken back."""

from evening import Evening
from notation import at, yen

from reception_app.domain.journal import Tender
from reception_app.services import payments as payment_services
from reception_app.storage.payments import list_payments


def test_payments_newest_first(evening: Evening) -> None:
    """Each payment carries its guest, sums, receipt and operator."""
    evening.open_box()
    hanako, taro = evening.guest("佐藤 花子"), evening.guest("山田 太郎", "学生")
    evening.pay(hanako, tendered=yen(10000))
    evening.pay(taro, tender=Tender.PAYPAY)

    last, first = list_payments(evening.file)
    assert (first.guest, first.guest_name, first.guest_number) == (hanako.id, "佐藤 花子", 1)
    assert (first.paid, first.tendered, first.change) == (8000, 10000, 2000)
    assert (first.receipt, first.box, first.operator) == ("K26-A-0001", "A", "鈴木")
    assert (last.tender, last.paid, last.corrected) == (Tender.PAYPAY, 3000, None)


def test_one_payment_for_two(evening: Evening) -> None:
    """A payment for several guests is one row that counts them."""
    evening.open_box()
    evening.pay(evening.guest("佐藤 花子"), evening.guest("佐藤 次郎"))

    (row,) = list_payments(evening.file)
    assert (row.guest_count, row.paid) == (2, 16000)


def test_corrected_payment_stays_with_its_reason(evening: Evening) -> None:
    """What was taken back is still listed, with the reason."""
    evening.open_box()
    paid = evening.pay(evening.guest("佐藤 花子")).payment
    assert paid is not None
    payment_services.correct_payment(
        evening.file, paid.entry, "カードでした", desk=evening.desk, now=at("18:10")
    )

    (row,) = list_payments(evening.file)
    assert row.corrected == "カードでした"
