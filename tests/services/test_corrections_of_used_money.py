"""What was found by the simulation: payments whose money has gone on, and boxes that are closed."""

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.drawer import BoxNotOpen, Count
from reception_app.domain.journal import Tender, TenderPart
from reception_app.services import corrections, drawers, overpayments, payments, waivers
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level
from reception_app.services.payments import Offer
from reception_app.services.posting import MoneyUsedSince
from reception_app.storage.fact_journal import new_id


def test_a_refunded_payment_is_not_taken_back_again(evening: Evening) -> None:
    """Otherwise the guest would have been refunded more than they paid."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    paid = evening.pay(guest).payment
    assert paid is not None
    waivers.grant_discount(evening.file, guest.id, yen(3000), "割引", now=at("18:10"), operator="")
    back = new_id()
    overpayments.refund(
        evening.file, guest.id, yen(3000), Tender.CASH, "返金", entry_id=back, desk=evening.desk,
        now=at("18:11"),
    )  # fmt: skip
    with pytest.raises(MoneyUsedSince):
        payments.correct_payment(
            evening.file, paid.entry, "訂正", desk=evening.desk, now=at("18:12")
        )
    corrections.correct(evening.file, back, "訂正", desk=evening.desk, now=at("18:13"))
    payments.correct_payment(evening.file, paid.entry, "訂正", desk=evening.desk, now=at("18:14"))

    assert all(f.level is not Level.RED for f in check_accounts(evening.file))


def test_moved_money_is_not_taken_back(evening: Evening) -> None:
    """Neither from the guest it came from, nor twice."""
    evening.open_box()
    one, other = evening.guest("佐藤 花子"), evening.guest("鈴木 一郎")
    paid = evening.pay(one).payment
    assert paid is not None
    waivers.grant_discount(evening.file, one.id, yen(3000), "割引", now=at("18:10"), operator="")
    overpayments.move_overpayment(
        evening.file, one.id, other.id, yen(3000), entry_id=new_id(), now=at("18:11"), operator=""
    )

    with pytest.raises(MoneyUsedSince):
        corrections.correct(evening.file, paid.entry, "訂正", desk=evening.desk, now=at("18:12"))


def test_a_mixed_payment_needs_its_box_open_to_be_taken_back(evening: Evening) -> None:
    """Part of it was cash, which must come out of an open box."""
    evening.open_box(0)
    guest = evening.guest("佐藤 花子")
    offer = Offer(new_id(), Tender.CASH, beside=(TenderPart(Tender.PAYPAY, yen(5000)),))
    paid = payments.take_payment(evening.file, [guest], offer, desk=evening.desk, now=at("18:05"))
    count = Count("JPY", ((1000, 3),))
    drawers.count_box(evening.file, count, desk=evening.desk, now=at("21:00"))
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("21:01"))

    with pytest.raises(BoxNotOpen):
        payments.correct_payment(
            evening.file, paid.entry, "訂正", desk=evening.desk, now=at("21:10")
        )
