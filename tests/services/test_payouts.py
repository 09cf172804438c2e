"""Payouts: the provider's list against the books, and its money as it reaches the bank."""

from datetime import timedelta
from pathlib import Path

import pytest
from bank_evening import balances, invite, rows_of, statement, take_in
from evening import Evening
from notation import at

from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender
from reception_app.domain.payouts import TakenPayment, Transaction, pair_payments, ways_of_payout
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services import payments
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level
from reception_app.services.payouts import (
    AlreadyPaidOut,
    PayoutAboveGross,
    match_transactions,
    pair_transactions,
    propose_payouts,
    settle_payout,
)
from reception_app.services.provider_account import ProviderLineKind, provider_account
from reception_app.services.row_matching import RowHasNothingLeft, unmatch_row
from reception_app.storage import provider_payments
from reception_app.storage.event_file import EventFile

PAYPAY = StatementAccount.PAYPAY
CARD = StatementAccount.CARD
NOW = at("21:00")
HEADINGS = "取引番号,取引ステータス,取引日時,取引金額,支払い方法\n"
SQUARE = "Date,Time,Card,Fees,Transaction ID,Payment ID,Deposit ID\n"


@pytest.fixture
def paid(evening: Evening) -> dict[str, Guest]:
    """Guests of whom Yamada and Kobayashi paid 8,000 each by PayPay, Mori 3,000 by card."""
    guests = invite(evening)
    evening.open_box()
    evening.pay(guests["山田"], tender=Tender.PAYPAY)
    evening.pay(guests["小林"], tender=Tender.PAYPAY)
    evening.pay(guests["森"], tender=Tender.CARD)
    return guests


def paypay_list(*rows: tuple[str, int]) -> str:
    """PayPay's list of transactions with number and amount, at the time of the evening's desk."""
    when = at("18:03").astimezone().strftime("%Y/%m/%d %H:%M:%S")
    return HEADINGS + "".join(
        f"{number},取引完了,{when},{amount},残高\n" for number, amount in rows
    )


def square_list(*rows: tuple[str, int, int]) -> str:
    """Square's list with number, amount and fee, all in payout D1."""
    when = at("18:03").astimezone().strftime("%Y-%m-%d,%H:%M:%S")
    return SQUARE + "".join(f"{when},{amount},-{fee},T{n},{n},D1\n" for n, amount, fee in rows)


def outstanding(event: EventFile, account: StatementAccount = PAYPAY) -> list[int]:
    """What the provider has not paid out."""
    return [one.amount for one in provider_payments.list_outstanding(event, account)]


def reds(event: EventFile) -> list[str]:
    """What the accounts check calls wrong."""
    return [one.code for one in check_accounts(event) if one.level is Level.RED]


def test_the_list_and_the_books_are_compared(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """What only one of them has is told: not written down at the door, not taken by PayPay."""
    assert paid
    event = evening.file
    text = paypay_list(("1", 8000), ("2", 500))
    assert take_in(event, tmp_path, text, account=PAYPAY).new == 2
    pairs = pair_transactions(event, PAYPAY)
    assert [transaction.amount for transaction, _ in pairs.pairs] == [8000]
    assert [one.amount for one in pairs.not_in_books] == [500]
    assert [one.amount for one in pairs.not_at_provider] == [8000]
    assert match_transactions(event, PAYPAY, now=NOW, operator="op") == 1
    assert match_transactions(event, PAYPAY, now=NOW, operator="op") == 0
    found = {one.code: one for one in check_accounts(event)}
    assert (found["paypay_list"].level, found["paypay_list"].facts) == (
        Level.WARNING,
        {"listed": 1, "booked": 1},
    )
    assert found["paypay_payouts"].facts["amount"].minor == 16000
    assert reds(event) == []


def test_a_payout_empties_the_clearing_account(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """Net to the bank, the fee split off, gross off the clearing account."""
    assert paid
    event = evening.file
    take_in(event, tmp_path, statement([(1, "x", 1)]).replace("2026/10/1", "2026/12/1").replace(
        ",x,", ",ﾍﾟｲﾍﾟｲ(ｶ,").replace(",1,", ",15684,", 1))  # fmt: skip
    [proposal] = propose_payouts(event)
    assert proposal.account is PAYPAY
    way = proposal.ways[0]
    assert (way.gross, way.fee, len(way.entries)) == (16000, 316, 2)
    settled = settle_payout(event, proposal.row.id, PAYPAY, way.entries, now=NOW, operator="op")
    assert settled.state is RowState.MATCHED
    assert "1200" not in balances(event)
    assert (balances(event)["1100"], balances(event)["5800"]) == (15684, 316)
    assert outstanding(event) == []
    assert propose_payouts(event) == ()
    assert reds(event) == []


def bank_row(event: EventFile, folder: Path, text: str, amount: int) -> str:
    """A row of the bank in December; its id."""
    rows = f"日付,摘要,入金,出金\n2026/12/1,{text},{amount},\n"
    take_in(event, folder, rows)
    return rows_of(event)[text].id


def test_what_was_never_paid_out_is_listed(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """A payment that a later payout passed over is told; undoing the payout brings all back."""
    event = evening.file
    late = payments.take_payment(
        event, [evening.guest("伊藤 飛入")], payments.new_offer(Tender.PAYPAY), desk=evening.desk,
        now=at("19:00"),
    )  # fmt: skip
    assert paid
    row = bank_row(event, tmp_path, "PAYPAY", 7900)
    settle_payout(event, row, PAYPAY, [late.entry], now=NOW, operator="op")
    assert [one.amount for one in provider_payments.list_passed_over(event, PAYPAY)] == [8000, 8000]
    assert outstanding(event) == [8000, 8000]
    unmatch_row(event, row, "違う", now=NOW, operator="op")
    assert outstanding(event) == [8000, 8000, 8000]
    assert provider_payments.list_passed_over(event, PAYPAY) == ()
    assert reds(event) == []


def test_the_check_names_what_was_passed_over(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """The accountant sees the sum without looking for it."""
    event = evening.file
    late = payments.take_payment(
        event, [evening.guest("伊藤 飛入")], payments.new_offer(Tender.PAYPAY), desk=evening.desk,
        now=at("19:00"),
    )  # fmt: skip
    assert paid
    row = bank_row(event, tmp_path, "PAYPAY", 7900)
    settle_payout(event, row, PAYPAY, [late.entry], now=NOW, operator="op")
    found = {one.code: one for one in check_accounts(event)}["paypay_payouts"]
    assert (found.level, found.facts["passed_over"].minor) == (Level.WARNING, 16000)


def test_a_payout_that_cannot_be_is_refused(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """More than was taken, payments twice, a row that is done."""
    assert paid
    event = evening.file
    first, second = (one.entry for one in provider_payments.list_outstanding(event, PAYPAY))
    much, little = (
        bank_row(event, tmp_path, "PAYPAY 1", 9000),
        bank_row(event, tmp_path, "PAYPAY 2", 7900),
    )
    with pytest.raises(PayoutAboveGross):
        settle_payout(event, much, PAYPAY, [first], now=NOW, operator="op")
    settle_payout(event, little, PAYPAY, [first, first], now=NOW, operator="op")
    for entries in ([first], [], ["none"]):
        with pytest.raises(AlreadyPaidOut):
            settle_payout(event, much, PAYPAY, entries, now=NOW, operator="op")
    with pytest.raises(RowHasNothingLeft):
        settle_payout(event, little, PAYPAY, [second], now=NOW, operator="op")


def test_a_list_that_names_the_payout_explains_it_exactly(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """Square tells what a payout holds and what it kept; the bank's text may say nothing."""
    event = evening.file
    evening.pay(evening.guest("伊藤 飛入"), tender=Tender.CARD)
    assert paid
    take_in(event, tmp_path, square_list(("P1", 3000, 98), ("P2", 8000, 260)), account=CARD)
    match_transactions(event, CARD, now=NOW, operator="op")
    row = bank_row(event, tmp_path, "ﾌﾒｲ", 11000 - 358)
    [proposal] = propose_payouts(event)
    assert (proposal.row.id, proposal.account) == (row, CARD)
    [way] = proposal.ways
    assert (way.gross, way.fee, way.exact) == (11000, 358, True)
    settle_payout(event, row, CARD, way.entries, now=NOW, operator="op")
    assert outstanding(event, CARD) == []
    assert reds(event) == []


def test_a_payment_is_paired_with_the_nearest_of_its_amount() -> None:
    """Of equal amounts the time decides; half a day apart is another payment."""
    taken = [TakenPayment(str(n), at(f"18:{n:02}"), 8000) for n in (0, 10, 20)]
    first = at("18:09")
    rows = [
        Transaction("near", first, first, 8000),
        Transaction("far", first, first + timedelta(days=2), 8000),
    ]
    pairs = pair_payments(rows, taken)
    assert [(row.row, payment.entry) for row, payment in pairs.pairs] == [("near", "10")]
    assert [row.row for row in pairs.not_in_books] == ["far"]
    assert [payment.entry for payment in pairs.not_at_provider] == ["0", "20"]


def test_a_usual_rate_comes_first() -> None:
    """Of several moments up to which a payout may reach, the one with a known rate is likeliest."""
    taken = [TakenPayment(str(n), at(f"18:{n:02}"), 8000) for n in range(40)]
    ways = ways_of_payout(39 * 8000 - round(39 * 8000 * 0.0198), taken)
    assert (len(ways[0].entries), ways[0].gross) == (39, 39 * 8000)
    assert all(way.fee >= 0 for way in ways)
    assert ways_of_payout(10**6, taken) == ()


def test_a_providers_account_tells_every_payment(
    evening: Evening, paid: dict[str, Guest], tmp_path: Path
) -> None:
    """Taken, paid out, kept and outstanding; what was passed over, and what one side lacks."""
    event = evening.file
    outs = [one.entry for one in provider_payments.list_outstanding(event, PAYPAY)]
    text = statement([(30, "ﾍﾟｲﾍﾟｲ(ｶ", 7842)]).replace("2026/10/30", "2026/12/01")
    take_in(event, tmp_path, text)
    row = rows_of(event)["ﾍﾟｲﾍﾟｲ(ｶ"]
    settle_payout(event, row.id, PAYPAY, outs[1:], now=NOW, operator="op")
    take_in(event, tmp_path, paypay_list(("1", 500)), account=PAYPAY)
    account = provider_account(event, PAYPAY)
    assert (account.taken, account.paid_out, account.fees) == (16000, 8000, 158)
    assert account.outstanding == 8000
    kinds = sorted((line.kind, line.amount) for line in account.lines)
    assert kinds == [
        (ProviderLineKind.NOT_AT_PROVIDER, 8000),
        (ProviderLineKind.NOT_IN_BOOKS, 500),
        (ProviderLineKind.PAID_OUT, 8000),
    ]
    [settled] = [line for line in account.lines if line.payout is not None]
    assert settled.payout == row.id
    assert settled.guest in {paid["山田"].id, paid["小林"].id}
    unmatch_row(event, row.id, "mistake", now=NOW, operator="op")
    assert provider_account(event, PAYPAY).fees == 0
