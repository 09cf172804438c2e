"""The settlement: its identity holds whatever was posted."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.journal import (
    CARRIED_FORWARD,
    FEE_WAIVERS,
    GUEST_RECEIVABLE,
    SAFE,
    SINGLE_TENDERS,
    Posting,
    Tender,
    charge,
    desk_cash,
    money_account,
    over_short,
    payment,
    transfer,
    waive,
)
from reception_app.domain.ledger import AccountBalance
from reception_app.domain.money import Money, total
from reception_app.domain.settlement import settle
from reception_app.domain.totals import EventTotals

AMOUNT = st.integers(1, 10**9)


def yen(minor: int) -> Money:
    return Money(minor, "JPY")


def balances(postings: list[Posting]) -> tuple[AccountBalance, ...]:
    """What the ledger makes of postings."""
    debits: dict[str, int] = defaultdict(int)
    credits_: dict[str, int] = defaultdict(int)
    for posting in postings:
        side = debits if posting.amount > 0 else credits_
        side[posting.account] += abs(posting.amount)
    return tuple(
        AccountBalance(account, debits[account], credits_[account])
        for account in sorted({*debits, *credits_})
    )


def totals(paid: dict[Tender, Money], refunded: int) -> EventTotals:
    """Totals of which only what matters here is filled in."""
    return EventTotals(
        currency="JPY", charged=yen(0), waived=yen(0), paid=total(paid.values(), "JPY"),
        refunded=yen(refunded), due=yen(0), overpaid=yen(0), charged_guests=0, due_guests=0,
        due_inside_guests=0, overpaid_guests=0, paid_by_tender=paid, cash_by_box={},
        by_category=(),
    )  # fmt: skip


@given(
    paid=st.dictionaries(st.sampled_from(SINGLE_TENDERS), AMOUNT),
    fees=st.tuples(AMOUNT, AMOUNT, AMOUNT),
    carried=AMOUNT,
    off=st.integers(-(10**6), 10**6),
)
def test_what_is_left_is_what_is_there(
    paid: dict[Tender, int], fees: tuple[int, int, int], carried: int, off: int
) -> None:
    """Carried forward + in - out is exactly the money in boxes, safe, bank and on its way."""
    charged, waived, refunded = fees
    postings = [
        *charge("g", yen(charged), category="会員"),
        *waive("g", yen(waived)),
        Posting(SAFE, carried), Posting(CARRIED_FORWARD, -carried),
        *transfer(yen(20_000), source=SAFE, target=desk_cash("A")),
        Posting(GUEST_RECEIVABLE, refunded, "g"), Posting(desk_cash("A"), -refunded),
    ]  # fmt: skip
    for tender, amount in paid.items():
        postings += payment("g", yen(amount), money_account(tender, "A"))
    if off:
        postings += over_short("A", yen(off))
    by_tender = {tender: yen(amount) for tender, amount in paid.items()}

    settlement = settle(balances(postings), totals(by_tender, refunded), {SAFE: carried})

    assert settlement.carried_on == settlement.total_held
    assert settlement.carried_forward == yen(carried)
    assert settlement.total_in == yen(sum(paid.values()) - refunded + max(off, 0))
    assert settlement.total_out == yen(max(-off, 0))


def test_a_due_fee_is_no_income() -> None:
    """What guests still owe, and what they were let off, is neither in nor out."""
    postings = [*charge("g", yen(8000), category="会員"), *waive("g", yen(3000))]
    settlement = settle(balances(postings), totals({}, 0), {})

    assert settlement.total_in == settlement.total_out == settlement.total_held == yen(0)
    assert {line.account for line in settlement.money_out} == set()
    assert FEE_WAIVERS not in {line.account for line in settlement.held}
