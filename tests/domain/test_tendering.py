"""How a sum is paid: what the tenders bring is always what is paid, to the yen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import yen

from reception_app.domain.journal import PaidAboveDue, Tender, TenderBelowDue, TenderPart
from reception_app.domain.tendering import tender_sum

CASH, PAYPAY, CARD = Tender.CASH, Tender.PAYPAY, Tender.CARD


def test_cash_with_change() -> None:
    """Of 10,000 handed over for 8,000 the box keeps 8,000."""
    paid = tender_sum(yen(8000), CASH, tendered=yen(10000))

    assert paid.parts == (TenderPart(CASH, yen(8000)),)
    assert (paid.tendered, paid.change) == (yen(10000), yen(2000))


def test_several_tenders() -> None:
    """6,000 by PayPay, the rest in cash with 5,000 handed over: 3,000 change."""
    paid = tender_sum(yen(8000), CASH, tendered=yen(5000), beside=[TenderPart(PAYPAY, yen(6000))])

    assert paid.parts == (TenderPart(PAYPAY, yen(6000)), TenderPart(CASH, yen(2000)))
    assert (paid.tendered, paid.change) == (yen(11000), yen(3000))
    assert paid.tender is Tender.MIXED


def test_card_with_cash_back() -> None:
    """A card charged 12,000 for 8,000 gives 4,000 back out of the box."""
    paid = tender_sum(yen(8000), CARD, tendered=yen(12000), cash_back=True)

    assert paid.parts == (TenderPart(CARD, yen(12000)), TenderPart(CASH, yen(-4000)))
    assert (paid.tendered, paid.change) == (yen(12000), yen(4000))
    assert paid.tender is Tender.MIXED


def test_card_without_cash_back_is_charged_what_is_due() -> None:
    """Whatever was typed: nobody gives change on a card unless they say so."""
    assert tender_sum(yen(8000), CARD, tendered=yen(12000)).parts == (TenderPart(CARD, yen(8000)),)


@pytest.mark.parametrize("named", [8000, 9000, 0, -500])
def test_other_tenders_must_leave_something(named: int) -> None:
    """The last tender pays something, and so does every other."""
    with pytest.raises(PaidAboveDue):
        tender_sum(yen(8000), CASH, beside=[TenderPart(PAYPAY, yen(named))])


@pytest.mark.parametrize("tender", [CASH, CARD])
def test_too_little_is_refused(tender: Tender) -> None:
    """What is handed over for the rest covers the rest."""
    with pytest.raises(TenderBelowDue) as caught:
        tender_sum(
            yen(8000),
            tender,
            tendered=yen(1999),
            beside=[TenderPart(PAYPAY, yen(6000))],
            cash_back=True,
        )

    assert (caught.value.tendered, caught.value.due) == (yen(1999), yen(2000))


@given(
    amount=st.integers(1, 10**7),
    shares=st.lists(st.integers(1, 10**6), max_size=3),
    extra=st.integers(0, 10**5),
    tender=st.sampled_from([CASH, PAYPAY, CARD]),
)
def test_parts_and_change_come_to_what_is_paid(
    amount: int, shares: list[int], extra: int, tender: Tender
) -> None:
    """Whatever is mixed, the parts and `tendered - change` are both exactly what is paid."""
    beside = [TenderPart(PAYPAY, yen(share)) for share in shares]
    due = amount + sum(shares)
    paid = tender_sum(yen(due), tender, tendered=yen(amount + extra), beside=beside, cash_back=True)

    assert sum(part.amount.minor for part in paid.parts) == due
    assert paid.tendered - paid.change == yen(due)
