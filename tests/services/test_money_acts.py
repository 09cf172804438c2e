"""Acts on a guest's money: refunds, moves, gifts, write-offs, each once and in its measure."""

from collections.abc import Callable

import pytest
from evening import Evening
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notation import at, yen

from reception_app.domain.drawer import BoxNotOpen, CashShort
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest
from reception_app.domain.journal import (
    SINGLE_TENDERS,
    ActAlreadyRecorded,
    AlreadyReversed,
    EntryKind,
    PaidAboveDue,
    Tender,
)
from reception_app.services import corrections, overpayments, payments, waivers, write_offs
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level
from reception_app.services.overpayments import AboveRefundable, SameGuest
from reception_app.services.posting import ReasonMissing
from reception_app.services.totals import event_totals
from reception_app.services.write_offs import AboveDebt
from reception_app.storage.fact_journal import count_facts, new_id
from reception_app.storage.journal import balance_of, due_of, find_balance, list_entries
from reception_app.storage.receipts import list_receipts

NOW = at("20:00")


def overpaid(evening: Evening, amount: int, name: str = "佐藤 花子") -> Guest:
    """A guest who paid 8,000 in cash and owes so much less now."""
    guest = evening.guest(name)
    evening.pay(guest)
    waivers.grant_discount(
        evening.file, guest.id, yen(amount), "講師割引", now=NOW, operator=evening.desk.operator
    )
    return guest


def refund(
    evening: Evening, guest: Guest, amount: int, tender: Tender = Tender.CASH, entry_id: str = ""
) -> None:
    """Give something back at desk A."""
    overpayments.refund(
        evening.file, guest.id, yen(amount), tender, "来られなくなった",
        entry_id=entry_id or new_id(), desk=evening.desk, now=NOW,
    )  # fmt: skip


def wrong(evening: Evening) -> list[str]:
    """The rules of the books that are broken."""
    return [one.code for one in check_accounts(evening.file) if one.level is Level.RED]


@pytest.mark.parametrize("tender", SINGLE_TENDERS)
def test_refund_leaves_by_the_channel_that_is_used(evening: Evening, tender: Tender) -> None:
    """3,000 too much are given back: by card of the card's money, in cash of the box's."""
    evening.open_box()
    guest = overpaid(evening, 3000)
    account = {"cash": "1000-A", "paypay": "1200", "card": "1210", "transfer": "1150"}[tender]
    before = balance_of(evening.file, account)

    refund(evening, guest, 3000, tender)

    assert balance_of(evening.file, account) == before - 3000
    assert due_of(evening.file, guest.id) == 0
    assert wrong(evening) == []


def test_refund_out_of_the_safe(evening: Evening) -> None:
    """After the evening cash comes out of the safe, without a box."""
    evening.open_box()
    guest = overpaid(evening, 3000)
    overpayments.refund(
        evening.file, guest.id, yen(3000), Tender.CASH, "後日返金", entry_id=new_id(), desk=None,
        now=NOW,
    )  # fmt: skip

    assert balance_of(evening.file, "1050") == -20000 - 3000
    assert wrong(evening) == []


@pytest.mark.parametrize("amount", [0, -1, 3001, 10**12])
def test_never_above_what_is_refundable(evening: Evening, amount: int) -> None:
    """Nothing is given back, moved or kept beyond what was paid too much."""
    evening.open_box(50000)
    guest, other = overpaid(evening, 3000), evening.guest("鈴木 一郎")
    before = count_facts(evening.file.db)

    with pytest.raises(AboveRefundable) as caught:
        refund(evening, guest, amount)
    assert (caught.value.amount, caught.value.refundable) == (yen(amount), yen(3000))
    with pytest.raises(AboveRefundable):
        overpayments.move_overpayment(
            evening.file, guest.id, other.id, yen(amount), entry_id=new_id(), now=NOW, operator=""
        )
    with pytest.raises(AboveRefundable):
        overpayments.keep_as_gift(
            evening.file, guest.id, yen(amount), entry_id=new_id(), now=NOW, operator=""
        )
    assert count_facts(evening.file.db) == before


def test_who_owes_has_nothing_to_get_back(evening: Evening) -> None:
    """A guest who paid just the fee has paid nothing too much."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    evening.pay(guest)

    assert overpayments.refundable(evening.file, guest.id) == yen(0)
    with pytest.raises(AboveRefundable):
        refund(evening, guest, 1)


def test_refund_needs_box_cash_and_reason(evening: Evening) -> None:
    """Cash is given back out of an open box that has it, and never without a reason."""
    evening.open_box(0)
    guest = evening.guest("佐藤 花子")
    payments.take_payment(
        evening.file, [guest], payments.new_offer(Tender.CARD), desk=evening.desk, now=NOW
    )
    waivers.grant_discount(evening.file, guest.id, yen(3000), "x", now=NOW, operator="")

    with pytest.raises(CashShort):
        refund(evening, guest, 3000)
    with pytest.raises(ReasonMissing):
        overpayments.refund(
            evening.file, guest.id, yen(1), Tender.CARD, " ", entry_id=new_id(),
            desk=evening.desk, now=NOW,
        )  # fmt: skip
    evening.close_box("")
    with pytest.raises(BoxNotOpen):
        refund(evening, guest, 3000)


def test_full_refund_voids_the_receipt(evening: Evening) -> None:
    """Who has everything back has no valid receipt; a part leaves it as it is."""
    evening.open_box()
    guest = overpaid(evening, 8000)

    refund(evening, guest, 3000)
    assert [receipt.void for receipt in list_receipts(evening.file)] == [False]
    refund(evening, guest, 5000, Tender.TRANSFER)
    assert [receipt.void for receipt in list_receipts(evening.file)] == [True]
    assert wrong(evening) == []


def test_receipt_for_several_stays(evening: Evening) -> None:
    """A receipt that is for others too is not void because one of them has the fee back."""
    evening.open_box()
    one, other = evening.guest("佐藤 花子"), evening.guest("鈴木 一郎")
    evening.pay(one, other)
    waivers.make_complimentary(evening.file, one.id, now=NOW, operator="")
    refund(evening, one, 8000)

    assert [receipt.void for receipt in list_receipts(evening.file)] == [False]


def test_move_pays_anothers_fee(evening: Evening) -> None:
    """What one paid too much pays the other's fee, but no more than that."""
    evening.open_box()
    payer, other = overpaid(evening, 8000), evening.guest("鈴木 一郎", "学生")

    def move(amount: int) -> None:
        overpayments.move_overpayment(
            evening.file, payer.id, other.id, yen(amount), entry_id=new_id(), now=NOW, operator=""
        )

    with pytest.raises(PaidAboveDue):
        move(3001)
    with pytest.raises(SameGuest):
        overpayments.move_overpayment(
            evening.file, payer.id, payer.id, yen(1), entry_id=new_id(), now=NOW, operator=""
        )
    move(3000)

    assert (due_of(evening.file, payer.id), due_of(evening.file, other.id)) == (-5000, 0)
    assert find_balance(evening.file, other.id).paid == 3000
    assert wrong(evening) == []


def test_gift_is_no_fee(evening: Evening) -> None:
    """What is kept as a gift counts for the gifts, and no more for the fees by tender."""
    evening.open_box()
    guest = overpaid(evening, 3000)
    overpayments.keep_as_gift(
        evening.file, guest.id, yen(3000), entry_id=new_id(), now=NOW, operator=""
    )

    totals = event_totals(evening.file)
    assert balance_of(evening.file, "4400") == -3000
    assert (totals.paid, totals.paid_by_tender[Tender.CASH]) == (yen(5000), yen(5000))
    assert due_of(evening.file, guest.id) == 0
    assert wrong(evening) == []


def test_write_off_expects_nothing_more(evening: Evening) -> None:
    """What is written off is no longer due; charged stays charged."""
    guest = evening.guest("佐藤 花子")

    with pytest.raises(AboveDebt):
        write_offs.write_off(
            evening.file, guest.id, yen(8001), "x", entry_id=new_id(), now=NOW, operator=""
        )
    write_offs.write_off(
        evening.file, guest.id, yen(5000), "連絡不能", entry_id=new_id(), now=NOW, operator=""
    )
    act = new_id()
    for _ in range(2):
        write_offs.write_off_all(
            evening.file, [guest.id], "連絡不能", act_id=act, now=NOW, operator=""
        )

    assert balance_of(evening.file, "5950") == 8000
    balance = find_balance(evening.file, guest.id)
    assert (balance.charged, balance.due) == (8000, 0)
    assert wrong(evening) == []


ACTS: dict[str, Callable[[Evening, Guest, Guest, int, str], None]] = {
    "refund": lambda e, g, _o, n, i: refund(e, g, n, entry_id=i),
    "move": lambda e, g, o, n, i: overpayments.move_overpayment(
        e.file, g.id, o.id, yen(n), entry_id=i, now=NOW, operator=""
    ),
    "gift": lambda e, g, _o, n, i: overpayments.keep_as_gift(
        e.file, g.id, yen(n), entry_id=i, now=NOW, operator=""
    ),
    "write_off": lambda e, _g, o, n, i: write_offs.write_off(
        e.file, o.id, yen(n), "x", entry_id=i, now=NOW, operator=""
    ),
}


@pytest.mark.parametrize("kind", ACTS)
def test_the_same_act_twice_is_one_act(evening: Evening, kind: str) -> None:
    """One id with one content is done once; with another content, or taken back, it is refused."""
    evening.open_box(50000)
    guest, other = overpaid(evening, 8000), evening.guest("鈴木 一郎")
    act, entry = ACTS[kind], new_id()

    act(evening, guest, other, 8000, entry)
    before = count_facts(evening.file.db)
    act(evening, guest, other, 8000, entry)
    assert count_facts(evening.file.db) == before
    with pytest.raises(ActAlreadyRecorded):
        act(evening, guest, other, 100, entry)

    corrections.correct(evening.file, entry, "間違い", desk=evening.desk, now=NOW)
    with pytest.raises(AlreadyReversed):
        act(evening, guest, other, 8000, entry)
    with pytest.raises(AlreadyReversed):
        corrections.correct(evening.file, entry, "間違い", desk=evening.desk, now=NOW)
    assert (due_of(evening.file, guest.id), due_of(evening.file, other.id)) == (-8000, 8000)
    assert wrong(evening) == []


def test_what_hangs_on_others_is_not_corrected_alone(evening: Evening) -> None:
    """A charge, a float and a correction cannot be taken back by themselves."""
    evening.open_box()
    evening.guest("佐藤 花子")
    for posted in list_entries(evening.file):
        assert posted.entry.kind in {EntryKind.CHARGE, EntryKind.FLOAT_OUT}
        with pytest.raises(AlreadyReversed):
            corrections.correct(evening.file, posted.entry.id, "x", desk=evening.desk, now=NOW)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from([*ACTS, "pay", "discount", "correct"]),
            st.integers(0, 2),
            st.integers(0, 2),
            st.integers(-1, 9000),
        ),
        max_size=12,
    )
)
def test_whatever_is_done_the_books_hold(
    evening: Evening, acts: list[tuple[str, int, int, int]]
) -> None:
    """Acts in any order, right ones and impossible ones, never break a rule of the books."""
    if not list_entries(evening.file):
        evening.open_box(100_000)
    people = [evening.guest(f"客 {n}") for n in range(3)]
    for kind, one, other, amount in acts:
        guest = people[one]
        try:
            if kind == "pay":
                evening.pay(guest, tendered=yen(10000))
            elif kind == "discount":
                waivers.grant_discount(
                    evening.file, guest.id, yen(amount), "x", now=NOW, operator=""
                )
            elif kind == "correct":
                last = list_entries(evening.file)[-1].entry.id
                corrections.correct(evening.file, last, "x", desk=evening.desk, now=NOW)
            else:
                ACTS[kind](evening, guest, people[other], amount, new_id())
        except ReceptionError:
            continue
    assert wrong(evening) == []
    for guest in people:
        balance = find_balance(evening.file, guest.id)
        assert balance.refunded <= balance.paid
