"""The journal: every act's postings balance, and mirrors take them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import entry, postings, yen

from reception_app.domain import journal
from reception_app.domain.journal import SINGLE_TENDERS, Posting, Tender, TenderBelowDue
from reception_app.domain.ledger import (
    CHART,
    GuestBalance,
    PaymentStatus,
    payment_status,
    split_account,
)
from reception_app.domain.money import Money

amounts = st.integers(1, 10**9).map(yen)


@given(amounts, st.sampled_from(SINGLE_TENDERS), st.booleans())
def test_every_act_balances(amount: Money, tender: Tender, walk_in: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    """Whatever is charged, waived, paid, carried or missing sums to zero on known accounts."""
    acts = (
        journal.charge("g", amount, category="会員", walk_in=walk_in),
        journal.waive("g", amount),
        journal.payment("g", amount, journal.money_account(tender, "A")),
        journal.transfer(amount, source=journal.SAFE, target=journal.desk_cash("A")),
        journal.over_short("A", amount),
        journal.over_short("A", -amount),
    )
    for lines in acts:
        assert journal.is_balanced(lines)
        assert journal.is_balanced(journal.mirror(lines))
        assert {split_account(line.account)[0] for line in lines} <= CHART.keys()


@given(amounts)
def test_mirror_takes_everything_back(amount: Money) -> None:
    """An entry and its mirror together leave every account of every guest as it was."""
    lines = journal.charge("g", amount, category="x")
    left: dict[tuple[str, str | None], int] = {}
    for line in (*lines, *journal.mirror(lines)):
        key = (line.account, line.guest)
        left[key] = left.get(key, 0) + line.amount

    assert set(left.values()) == {0}


def test_notation_of_the_charts() -> None:
    """The postings of the table in the books' design, as people write them."""
    assert journal.charge("h", yen(8000), category="会員") == postings(
        "1300@h 8000 / 4100-会員 8000"
    )
    assert journal.charge("h", yen(9000), category="会員", walk_in=True) == postings(
        "1300@h 9000 / 4150 9000"
    )
    assert journal.waive("h", yen(8000)) == postings("5900 8000 / 1300@h 8000")
    assert journal.payment("h", yen(8000), "1000-A") == postings("1000-A 8000 / 1300@h 8000")
    assert journal.over_short("A", yen(-100)) == (
        Posting("1000-A", -100), Posting("5990", 100),
    )  # fmt: skip
    assert journal.over_short("A", yen(100)) == postings("1000-A 100 / 4990 100")


@pytest.mark.parametrize(
    ("tender", "account"),
    [(Tender.CASH, "1000-B"), (Tender.PAYPAY, "1200"), (Tender.CARD, "1210"),
     (Tender.TRANSFER, "1150")],
)  # fmt: skip
def test_each_tender_has_its_account(tender: Tender, account: str) -> None:
    """Money goes where the tender really brings it."""
    assert journal.money_account(tender, "B") == account


@pytest.mark.parametrize("text", ["1000-A 8000 / 1300@h 7999", "1000-A 0 / 1300@h 0", "/ "])
def test_entry_that_does_not_balance_can_not_be_made(text: str) -> None:
    """An unbalanced entry is a bug before it reaches the file."""
    with pytest.raises(ValueError, match="payment"):
        entry(text)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_change_is_what_is_too_much(tendered: int, due: int) -> None:
    """Change and due make up what was handed over; too little is refused with both figures."""
    if tendered < due:
        with pytest.raises(TenderBelowDue) as caught:
            journal.change_for(yen(tendered), yen(due))
        assert (caught.value.tendered, caught.value.due) == (yen(tendered), yen(due))
    else:
        change = journal.change_for(yen(tendered), yen(due))
        assert change + yen(due) == yen(tendered)


@pytest.mark.parametrize(
    ("balance", "status"),
    [
        (GuestBalance(), PaymentStatus.FREE),
        (GuestBalance(charged=8000), PaymentStatus.DUE),
        (GuestBalance(charged=8000, paid=3000), PaymentStatus.DUE),
        (GuestBalance(charged=8000, paid=8000), PaymentStatus.PAID),
        (GuestBalance(charged=8000, waived=8000), PaymentStatus.FREE),
        (GuestBalance(charged=8000, paid=10000), PaymentStatus.OVERPAID),
        (GuestBalance(charged=8000, paid=10000, refunded=2000), PaymentStatus.PAID),
    ],
)
def test_status_follows_from_the_balance(balance: GuestBalance, status: PaymentStatus) -> None:
    """The word people read is a function of the balance alone."""
    assert payment_status(balance) is status
