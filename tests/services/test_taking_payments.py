"""Payments: once for each offer, balanced, receipted, and corrected by mirrors."""

from dataclasses import replace

import pytest
from evening import Evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at, yen

from reception_app.domain.drawer import BoxNotOpen, CashShort, parse_count
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import (
    SINGLE_TENDERS,
    ActAlreadyRecorded,
    AlreadyReversed,
    NothingDue,
    PaidAboveDue,
    Tender,
    TenderBelowDue,
    TenderPart,
    share_out,
)
from reception_app.services import drawers, payments
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level
from reception_app.services.payments import Offer, Payment
from reception_app.services.posting import ReasonMissing
from reception_app.storage import fact_journal
from reception_app.storage.drawers import expected_cash, find_open_shift
from reception_app.storage.event_file import EventFile
from reception_app.storage.journal import (
    balance_of,
    find_balance,
    list_unbalanced,
    sum_by_tender,
)
from reception_app.storage.receipts import list_receipts


def pay(evening: Evening, offer: Offer, *payers: Guest) -> Payment:
    """Take a payment at desk A."""
    return payments.take_payment(evening.file, payers, offer, desk=evening.desk, now=at("18:03"))


def cash_in_box(event: EventFile) -> int:
    """What should be in box A."""
    shift = find_open_shift(event, "A")
    assert shift is not None
    return expected_cash(event, shift)


@pytest.mark.parametrize("tender", SINGLE_TENDERS)
def test_payment_goes_where_the_tender_brings_it(evening: Evening, tender: Tender) -> None:
    """The guest owes nothing after it, the account grew by what was due, one receipt is out."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")

    payment = pay(evening, payments.new_offer(tender), guest)

    account = {"cash": "1000-A", "paypay": "1200", "card": "1210", "transfer": "1150"}[tender]
    grown = 28000 if tender is Tender.CASH else 8000
    assert balance_of(evening.file, account) == grown
    assert (payment.paid, payment.tendered, payment.change) == (yen(8000), yen(8000), yen(0))
    assert find_balance(evening.file, guest.id).due == 0
    assert sum_by_tender(evening.file) == {tender: 8000}
    (receipt,) = list_receipts(evening.file)
    assert (receipt.amount, receipt.payee) == (yen(8000), "株式会社テスト")


def test_change_is_stored_not_posted(evening: Evening) -> None:
    """Of ten thousand handed over for eight, the box holds eight more."""
    evening.open_box(20000)
    guest = evening.guest("佐藤 花子")

    payment = pay(evening, payments.new_offer(Tender.CASH, yen(10000)), guest)

    assert (payment.tendered, payment.change) == (yen(10000), yen(2000))
    assert cash_in_box(evening.file) == 28000


@pytest.mark.parametrize("tender", [Tender.CARD, Tender.PAYPAY])
def test_no_change_on_a_card(evening: Evening, tender: Tender) -> None:
    """Whatever is typed, a card or PayPay is charged what is due and gives no cash back."""
    evening.open_box(20000)
    guest = evening.guest("佐藤 花子")

    payment = pay(evening, payments.new_offer(tender, yen(12000)), guest)

    assert (payment.paid, payment.change) == (yen(8000), yen(0))
    assert cash_in_box(evening.file) == 20000


def test_card_charged_too_much_gives_cash_back(evening: Evening) -> None:
    """Of 12,000 on the card for 8,000 the box pays 4,000 back; the receipt is for 8,000."""
    evening.open_box(20000)
    guest = evening.guest("佐藤 花子")
    offer = replace(payments.new_offer(Tender.CARD, yen(12000)), cash_back=True)

    payment = pay(evening, offer, guest)

    assert (payment.paid, payment.change) == (yen(8000), yen(4000))
    assert balance_of(evening.file, "1210") == 12000
    assert cash_in_box(evening.file) == 16000
    assert sum_by_tender(evening.file) == {Tender.CARD: 12000, Tender.CASH: -4000}
    assert pay(evening, offer, guest) == payment
    assert [one.code for one in check_accounts(evening.file) if one.level is Level.RED] == []


def test_cash_that_is_not_there_is_not_given_back(evening: Evening) -> None:
    """An empty box gives nothing back, and nothing is booked."""
    evening.open_box(3999)
    guest = evening.guest("佐藤 花子")
    offer = replace(payments.new_offer(Tender.CARD, yen(12000)), cash_back=True)
    before = fact_journal.count_facts(evening.file.db)

    with pytest.raises(CashShort):
        pay(evening, offer, guest)

    assert fact_journal.count_facts(evening.file.db) == before


def test_payee_may_be_somebody_else(evening: Evening) -> None:
    """Whoever pays says who stands on the receipt; who owes nothing may pay for others."""
    evening.open_box()
    payer, one, other = (evening.guest(name) for name in ("佐藤 花子", "鈴木 一郎", "高橋 次郎"))
    pay(evening, payments.new_offer(Tender.CASH), payer)
    together = [payer, one, other, one]

    assert payments.due_together(evening.file, together) == yen(16000)
    offer = replace(payments.new_offer(Tender.PAYPAY), payee="株式会社まとめ")
    payment = pay(evening, offer, *together)

    assert (payment.paid, payment.receipt.payee) == (yen(16000), "株式会社まとめ")
    assert payment.receipt.guest == payer.id


def test_too_little_cash_is_refused(evening: Evening) -> None:
    """Nothing is booked when the cash is below the due, and both figures are told."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    before = fact_journal.count_facts(evening.file.db)

    with pytest.raises(TenderBelowDue) as caught:
        pay(evening, payments.new_offer(Tender.CASH, yen(7999)), guest)

    assert (caught.value.tendered, caught.value.due) == (yen(7999), yen(8000))
    assert fact_journal.count_facts(evening.file.db) == before


def test_nothing_due_is_no_payment(evening: Evening) -> None:
    """Who owes nothing does not pay by accident."""
    evening.open_box()

    with pytest.raises(NothingDue):
        pay(evening, payments.new_offer(Tender.CASH), evening.guest("来賓", "ご招待"))


def test_no_money_without_an_open_box(evening: Evening) -> None:
    """Before float and operator are set no tender is taken."""
    guest = evening.guest("佐藤 花子")
    for tender in SINGLE_TENDERS:
        with pytest.raises(BoxNotOpen):
            pay(evening, payments.new_offer(tender), guest)


def test_same_offer_again_is_the_same_payment(evening: Evening) -> None:
    """The same id with the same content answers the same and books nothing."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    offer = payments.new_offer(Tender.CASH, yen(10000))
    first = pay(evening, offer, guest)
    before = fact_journal.count_facts(evening.file.db)

    assert pay(evening, offer, guest) == first
    assert fact_journal.count_facts(evening.file.db) == before


def test_same_id_with_other_content_is_an_error(evening: Evening) -> None:
    """An id that stands for another tender, amount or guest is never taken for the same."""
    evening.open_box()
    one, other = evening.guest("佐藤 花子"), evening.guest("鈴木 一郎")
    offer = payments.new_offer(Tender.CASH, yen(10000))
    pay(evening, offer, one)

    with pytest.raises(ActAlreadyRecorded):
        pay(evening, replace(offer, tender=Tender.CARD), one)
    with pytest.raises(ActAlreadyRecorded):
        pay(evening, replace(offer, tendered=yen(9000)), one)
    with pytest.raises(ActAlreadyRecorded):
        pay(evening, replace(offer, tendered=None), one)
    with pytest.raises(ActAlreadyRecorded):
        pay(evening, offer, other)


def test_id_of_another_entry_is_no_payment(evening: Evening) -> None:
    """The id of a charge does not stand for a payment."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    charge = str(evening.file.db.execute("SELECT id FROM entry WHERE kind = 'charge'").get)

    with pytest.raises(ActAlreadyRecorded):
        pay(evening, Offer(charge, Tender.CASH), guest)


def test_correction_mirrors_and_voids(evening: Evening) -> None:
    """A payment taken back leaves the fee due, the receipt void, the cash out of the box."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    payment = pay(evening, payments.new_offer(Tender.CASH, yen(10000)), guest)

    back = payments.correct_payment(
        evening.file, payment.entry, "カードでした", desk=evening.desk, now=at("18:10")
    )

    assert back == yen(8000)
    assert find_balance(evening.file, guest.id).due == 8000
    assert cash_in_box(evening.file) == 20000
    (receipt,) = list_receipts(evening.file)
    assert receipt.void
    assert sum_by_tender(evening.file).get(Tender.CASH, 0) == 0


def test_corrected_payment_is_over(evening: Evening) -> None:
    """It is not corrected twice, and its offer does not stand for a payment any more."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    offer = payments.new_offer(Tender.CASH)
    payment = pay(evening, offer, guest)
    payments.correct_payment(evening.file, payment.entry, "x", desk=evening.desk, now=at("18:10"))

    with pytest.raises(AlreadyReversed):
        payments.correct_payment(
            evening.file, payment.entry, "x", desk=evening.desk, now=at("18:11")
        )
    with pytest.raises(AlreadyReversed):
        pay(evening, offer, guest)


@pytest.mark.parametrize("kind", ["charge", "float_out", "reversal"])
def test_only_payments_are_corrected(evening: Evening, kind: str) -> None:
    """A charge, a float and a correction are not payments to take back."""
    evening.open_box()
    payment = pay(evening, payments.new_offer(Tender.CASH), evening.guest("佐藤 花子"))
    payments.correct_payment(evening.file, payment.entry, "x", desk=evening.desk, now=at("18:10"))
    entry = str(evening.file.db.execute("SELECT id FROM entry WHERE kind = ?", (kind,)).get)

    with pytest.raises(AlreadyReversed):
        payments.correct_payment(evening.file, entry, "x", desk=evening.desk, now=at("18:11"))


def test_correction_needs_its_reason(evening: Evening) -> None:
    """Nothing is taken back without saying why."""
    evening.open_box()
    payment = pay(evening, payments.new_offer(Tender.CASH), evening.guest("佐藤 花子"))

    with pytest.raises(ReasonMissing):
        payments.correct_payment(
            evening.file, payment.entry, " ", desk=evening.desk, now=at("18:10")
        )


def test_correction_lands_in_the_shift_of_now(evening: Evening) -> None:
    """A payment of a closed shift is taken back in the open one, never in the closed one."""
    evening.open_box(0)
    payment = pay(evening, payments.new_offer(Tender.CASH), evening.guest("佐藤 花子"))
    count = parse_count("1000x8", "JPY")
    drawers.count_box(evening.file, count, desk=evening.desk, now=at("20:00"))
    first = drawers.close_box(evening.file, "", desk=evening.desk, now=at("20:01"))
    evening.open_box(20000)
    second = find_open_shift(evening.file, "A")
    assert second is not None

    payments.correct_payment(evening.file, payment.entry, "x", desk=evening.desk, now=at("20:10"))

    assert expected_cash(evening.file, second) == 12000
    assert expected_cash(evening.file, first) == 0


acts = st.lists(
    st.tuples(st.sampled_from(SINGLE_TENDERS), st.integers(0, 12000), st.integers(0, 3)),
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=acts)
def test_books_hold_after_any_payments(
    evening: Evening, acts: list[tuple[Tender, int, int]]
) -> None:
    """Whatever is paid, refused and taken back: balances, receipts and boxes agree."""
    event, desk = evening.file, Desk("A", evening.desk.operator)
    if find_open_shift(event, "A") is None:
        evening.open_box()
    for tender, tendered, what in acts:
        guest = evening.guest("客", ["会員", "学生", "ご招待"][tendered % 3])
        try:
            payment = pay(evening, payments.new_offer(tender, yen(tendered)), guest)
            if what == 0:
                payments.correct_payment(event, payment.entry, "x", desk=desk, now=at("18:10"))
        except ReceptionError:
            continue
    issued = list_receipts(event)
    standing = [receipt for receipt in issued if not receipt.void]
    assert list_unbalanced(event) == ()
    assert [receipt.number for receipt in issued] == list(range(1, len(issued) + 1))
    assert sum(sum_by_tender(event).values()) == sum(r.amount.minor for r in standing)
    cash = sum(r.amount.minor for r in standing if r.tender == "cash")
    assert cash_in_box(event) == 20000 + cash
    owed = sum(int(str(row[0])) for row in event.db.execute(
        "SELECT SUM(amount) FROM posting WHERE account = '1300' GROUP BY guest"))  # fmt: skip
    assert owed == balance_of(event, "1300")


def due(evening: Evening, guest: Guest) -> int:
    """What a guest owes, in yen."""
    return find_balance(evening.file, guest.id).due


def test_mixed_tender_is_one_entry_with_one_receipt(evening: Evening) -> None:
    """Three thousand by PayPay and the rest in cash: each account its part, change on cash only."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    beside = (TenderPart(Tender.PAYPAY, yen(3000)),)
    offer = replace(payments.new_offer(Tender.CASH, yen(10000)), beside=beside)
    payment = pay(evening, offer, guest)

    assert (payment.paid, payment.change, due(evening, guest)) == (yen(8000), yen(5000), 0)
    assert balance_of(evening.file, "1200") == 3000
    assert cash_in_box(evening.file) == 25000
    assert [(part.tender, part.amount) for part in payment.parts] == [
        (Tender.PAYPAY, yen(3000)),
        (Tender.CASH, yen(5000)),
    ]
    assert len(list_receipts(evening.file)) == 1
    assert pay(evening, offer, guest) == payment
    with pytest.raises(ActAlreadyRecorded):
        pay(evening, replace(offer, beside=()), guest)


@pytest.mark.parametrize("beside", [8000, 9000, 0, -1])
def test_parts_beside_leave_something_for_the_rest(evening: Evening, beside: int) -> None:
    """By another tender one pays more than nothing and less than all."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    part = TenderPart(Tender.CARD, yen(beside))
    with pytest.raises(PaidAboveDue):
        pay(evening, replace(payments.new_offer(Tender.CASH), beside=(part,)), guest)

    assert list_receipts(evening.file) == ()


def test_part_payment_leaves_the_rest_due(evening: Evening) -> None:
    """Five of eight thousand are paid with a receipt of five; the rest is paid later."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    offer = replace(payments.new_offer(Tender.CASH, yen(10000)), amount=yen(5000))
    payment = pay(evening, offer, guest)

    assert (payment.paid, payment.change, due(evening, guest)) == (yen(5000), yen(5000), 3000)
    assert list_receipts(evening.file)[0].amount == yen(5000)
    assert pay(evening, payments.new_offer(Tender.CARD), guest).paid == yen(3000)


@pytest.mark.parametrize(("amount", "error"), [(0, NothingDue), (8001, PaidAboveDue)])
def test_part_is_more_than_nothing_and_no_more_than_all(
    evening: Evening, amount: int, error: type[ReceptionError]
) -> None:
    """A part of nothing, or of more than is due, is a slip."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    with pytest.raises(error):
        pay(evening, replace(payments.new_offer(Tender.CASH), amount=yen(amount)), guest)


def test_one_pays_for_several_with_a_receipt_each(evening: Evening) -> None:
    """Twenty thousand for three guests: each has a payment and receipt, the last the change."""
    evening.open_box()
    party = [evening.guest(n, c) for n, c in (("甲", "会員"), ("乙", "学生"), ("丙", "会員"))]
    offer = replace(payments.new_offer(Tender.CASH, yen(20000)), receipt_each=True)
    payment = pay(evening, offer, *party)

    assert (payment.total, payment.total_change) == (yen(19000), yen(1000))
    receipts = list_receipts(evening.file)
    assert [r.amount for r in receipts] == [yen(8000), yen(3000), yen(8000)]
    assert [r.guest for r in receipts] == [guest.id for guest in party]
    assert cash_in_box(evening.file) == 39000
    assert pay(evening, offer, *party) == payment
    with pytest.raises(ActAlreadyRecorded):
        pay(evening, replace(offer, tendered=yen(30000)), *party)
    payments.correct_payment(
        evening.file, payment.others[0].entry, "x", desk=evening.desk, now=at("18:10")
    )
    assert [due(evening, guest) for guest in party] == [0, 3000, 0]
    with pytest.raises(AlreadyReversed):
        pay(evening, offer, *party)


@given(
    owed=st.lists(st.integers(-5000, 9000), max_size=6),
    paid=st.integers(0, 40000),
)
def test_shares_sum_to_what_is_paid(owed: list[int], paid: int) -> None:
    """Nobody gets more than they owe, and all that can be shared out is."""
    shares = share_out([(str(n), amount) for n, amount in enumerate(owed)], paid)

    owing = sum(amount for amount in owed if amount > 0)
    assert sum(share for _, share in shares) == min(paid, owing)
    assert all(0 < share <= owed[int(guest)] for guest, share in shares)
