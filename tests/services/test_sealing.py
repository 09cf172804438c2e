"""Sealing the books: nothing comes in any more, versions, and what the next event begins with."""

from datetime import date
from pathlib import Path

import apsw
import pytest
from evening import Evening, new_evening
from notation import at, yen

from reception_app.domain import journal
from reception_app.domain.budget import BudgetLine
from reception_app.domain.drawer import Count
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Tender
from reception_app.domain.settlement import settle
from reception_app.domain.voucher import Channel, NewVoucher, VoucherKind
from reception_app.services import drawers, payments
from reception_app.services.accounts_check import check_accounts
from reception_app.services.budget import set_budget
from reception_app.services.findings import Level
from reception_app.services.next_event import make_next_event
from reception_app.services.posting import BooksSealed, ReasonMissing
from reception_app.services.sealing import (
    BoxesStillOpen,
    NothingToCarry,
    NotSealed,
    OpeningAlreadyPosted,
    books_state,
    closing_balances,
    open_with,
    seal_event,
    take_opening_back,
    unseal_event,
)
from reception_app.services.totals import event_totals
from reception_app.services.vouchers import book_voucher, organizer_named
from reception_app.storage import budget, fact_journal
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import balance_of, list_account_balances


@pytest.fixture
def closed(evening: Evening) -> Evening:
    """An evening that began with 100,000, took 8,000 in cash and 8,000 by card, and is counted."""
    open_with(evening.file, {journal.SAFE: 100_000}, now=at("12:00"), operator="")
    evening.open_box(0)
    evening.pay(evening.guest("佐藤 花子"))
    evening.pay(evening.guest("鈴木 一郎"), tender=Tender.CARD)
    drawers.count_box(
        evening.file, Count("JPY", ((5000, 1), (1000, 3))), desk=evening.desk, now=at("21:00")
    )
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("21:01"))
    return evening


def expense(event: EventFile, amount: int = 1000, **more: str) -> None:
    """Book an expense."""
    channel = Channel(more.pop("channel", "safe"))
    order = NewVoucher(
        new_id(), VoucherKind.EXPENSE, date(2026, 11, 20), yen(amount), channel, "5200", **more
    )
    book_voucher(event, order, now=at("22:30"), operator="")


def test_a_sealed_event_takes_nothing_more(closed: Evening) -> None:
    """No expense, no box, no correction, no budget, no second seal."""
    guest = closed.guest("遅い 人")
    paid = closed.file.db.execute("SELECT id FROM entry WHERE tender = 'card'").get
    seal = seal_event(closed.file, now=at("22:00"), operator=closed.desk.operator)
    count = closed.file.db.execute("SELECT COUNT(*) FROM entry").get

    for forbidden in (
        lambda: expense(closed.file),
        lambda: closed.open_box(1000),
        lambda: closed.open_box(0),
        lambda: closed.guest("後 から"),
        lambda: payments.correct_payment(
            closed.file, str(paid), "x", desk=closed.desk, now=at("22:10")
        ),
        lambda: set_budget(closed.file, (), now=at("22:10"), operator=""),
        lambda: open_with(closed.file, {journal.BANK: 1}, now=at("22:10"), operator=""),
        lambda: seal_event(closed.file, now=at("22:10"), operator=""),
    ):
        with pytest.raises((BooksSealed, OpeningAlreadyPosted)):
            forbidden()
    with pytest.raises(ReceptionError):
        closed.pay(guest)

    assert closed.file.db.execute("SELECT COUNT(*) FROM entry").get == count == seal.entries
    assert fact_journal.differing_projections(closed.file.db) == []


def test_the_database_itself_refuses_an_entry_in_a_sealed_event(closed: Evening) -> None:
    """Raw SQL cannot post into it either, nor take the seal off."""
    seal_event(closed.file, now=at("22:00"), operator="")
    db = closed.file.db

    post = (
        "INSERT INTO entry (id, kind, currency, at, stamp, operator, reason)"
        " VALUES ('x', 'expense', 'JPY', '2026-11-14T23:00:00+00:00', 'z', '', '')"
    )
    db.execute("BEGIN")
    db.execute("INSERT INTO posting VALUES ('x', 0, '5100', 1, NULL), ('x', 1, '1050', -1, NULL)")
    with pytest.raises(apsw.ConstraintError, match="sealed"):
        db.execute(post)
    db.execute("ROLLBACK")
    for statement in ("DELETE FROM event_seal", "UPDATE event_seal SET stamp = 'zz'"):
        with pytest.raises(apsw.ConstraintError):
            db.execute(statement)


def test_a_seal_is_broken_with_a_reason_and_makes_a_new_version(closed: Evening) -> None:
    """What was posted since is in version 2."""
    assert books_state(closed.file).version == 1
    first = seal_event(closed.file, now=at("22:00"), operator="")
    with pytest.raises(ReasonMissing):
        unseal_event(closed.file, " ", now=at("22:20"), operator="")
    unseal_event(closed.file, "請求書が遅れた", now=at("22:20"), operator="")
    with pytest.raises(NotSealed):
        unseal_event(closed.file, "x", now=at("22:21"), operator="")
    state = books_state(closed.file)
    assert (state.seal, state.version, state.seals[0].reason) == (None, 2, "請求書が遅れた")
    expense(closed.file)

    second = seal_event(closed.file, now=at("23:00"), operator="")

    assert (first.version, second.version) == (1, 2)
    assert second.entries == first.entries + 1
    assert all(f.level is not Level.RED for f in check_accounts(closed.file))
    assert fact_journal.differing_projections(closed.file.db) == []


def test_an_open_box_cannot_be_sealed(evening: Evening) -> None:
    """Its cash is not final."""
    evening.open_box(1000)

    with pytest.raises(BoxesStillOpen) as raised:
        seal_event(evening.file, now=at("22:00"), operator="")

    assert raised.value.boxes == "A"


def test_the_next_event_begins_with_what_this_one_ends_with(
    closed: Evening, tmp_path: Path
) -> None:
    """前回繰越 there is 次回繰越 here, to the yen, with debts and prepayments carried too."""
    organizer = organizer_named(closed.file, "高橋", now=at("21:30"), operator="")
    expense(closed.file, 4000, channel="organizer", organizer=organizer)
    here = settle(
        list_account_balances(closed.file), event_totals(closed.file),
        budget.sum_opening(closed.file),
    )  # fmt: skip
    following = new_evening(tmp_path / "next.reception").file
    carried = open_with(following, closing_balances(closed.file), now=at("12:00"), operator="")
    there = settle(
        list_account_balances(following), event_totals(following), budget.sum_opening(following)
    )

    assert here.carried_on == here.total_held == carried == there.carried_forward == yen(116_000)
    assert there.total_in == there.total_out == yen(0)
    assert balance_of(following, journal.OWED_TO_ORGANIZERS) == -4000
    assert balance_of(following, journal.CARRIED_FORWARD) == -112_000


@pytest.mark.parametrize("sealed", [True, False])
def test_the_next_event_is_opened_with_sealed_books_only(
    closed: Evening, tmp_path: Path, *, sealed: bool
) -> None:
    """Books that may still move are not carried on; the budget is, as a beginning."""
    set_budget(closed.file, [BudgetLine("5100", 60_000)], now=at("21:30"), operator="")
    if sealed:
        seal_event(closed.file, now=at("22:00"), operator="")
    path = tmp_path / "next.reception"
    make_next_event(closed.file, path, name="次回", day=date(2027, 5, 1), now=at("23:00"))
    with EventFile.open(path) as following:
        opening = budget.sum_opening(following)
        assert opening.get(journal.SAFE, 0) == (108_000 if sealed else 0)
        assert opening.get(journal.CARD_CLEARING, 0) == (8_000 if sealed else 0)
        assert [line.amount for line in budget.list_budget(following)] == [60_000]


def test_opening_is_posted_once_and_can_be_taken_back(evening: Evening) -> None:
    """A slip in the opening is corrected by its mirror."""
    with pytest.raises(NothingToCarry):
        open_with(evening.file, {journal.SAFE: 0}, now=at("12:00"), operator="")
    open_with(evening.file, {journal.SAFE: 5000}, now=at("12:00"), operator="")
    with pytest.raises(OpeningAlreadyPosted):
        open_with(evening.file, {journal.SAFE: 5000}, now=at("12:00"), operator="")
    take_opening_back(evening.file, "桁違い", now=at("12:10"), operator="")
    with pytest.raises(NothingToCarry):
        take_opening_back(evening.file, "桁違い", now=at("12:10"), operator="")

    open_with(evening.file, {journal.SAFE: 50000}, now=at("12:20"), operator="")

    assert balance_of(evening.file, journal.SAFE) == 50000
