"""Fees of guests who did not come: looked at, charged at once, undone at once."""

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.journal import AlreadyReversed, Tender
from reception_app.domain.money import Money
from reception_app.services import guest_list, no_shows, payments, waivers
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level
from reception_app.services.no_shows import NobodyAbsent
from reception_app.services.posting import ReasonMissing
from reception_app.storage.fact_journal import count_facts, new_id
from reception_app.storage.journal import balance_of, due_of
from reception_app.storage.no_shows import list_no_show_runs

NOW = at("22:00")


@pytest.fixture
def absent(evening: Evening) -> list[Guest]:
    """Three who did not come: one owes, one paid by card, one has a discount; a fourth came."""
    evening.open_box()
    owing, paid, cheap, came = (evening.guest(f"客 {n}") for n in range(4))
    offer = payments.new_offer(Tender.CARD)
    payments.take_payment(evening.file, [paid], offer, desk=evening.desk, now=at("18:00"))
    waivers.grant_discount(evening.file, cheap.id, yen(3000), "割引", now=NOW, operator="")
    evening.pay(came)
    return [owing, paid, cheap]


def charge(evening: Evening, kept: Money | None, run: str = "") -> tuple[no_shows.NoShow, ...]:
    """Charge everybody who did not come."""
    return no_shows.charge_no_shows(
        evening.file, kept, run=run or new_id(), now=NOW, operator=evening.desk.operator
    )


def dues(evening: Evening, people: list[Guest]) -> list[int]:
    """What each owes."""
    return [due_of(evening.file, guest.id) for guest in people]


@pytest.mark.parametrize(
    ("kept", "owed"),
    [
        (None, [8000, 0, 5000]),
        (yen(6000), [6000, -2000, 5000]),
        (yen(0), [0, -8000, 0]),
    ],
)
def test_all_a_part_or_nothing_is_kept(
    evening: Evening, absent: list[Guest], kept: Money | None, owed: list[int]
) -> None:
    """The preview says what is owed afterwards, and nobody owes more than their fee."""
    before = count_facts(evening.file.db)
    preview = no_shows.preview_no_shows(evening.file, kept)
    assert count_facts(evening.file.db) == before
    assert [(show.due - show.back).minor for show in preview] == owed

    assert charge(evening, kept) == preview
    assert dues(evening, absent) == owed
    assert balance_of(evening.file, "4200") == -no_shows.sum_kept(preview, "JPY").minor
    assert [f.code for f in check_accounts(evening.file) if f.level is Level.RED] == []


def test_one_undo_takes_everything_back(evening: Evening, absent: list[Guest]) -> None:
    """The ordinary fees with their discounts hold again; a second undo is refused."""
    before = dues(evening, absent)
    charge(evening, yen(1000))
    (run,) = list_no_show_runs(evening.file)
    assert (run.guests, run.stands) == (3, True)

    def undo(reason: str) -> int:
        return no_shows.take_no_shows_back(
            evening.file, run.run, reason, now=NOW, operator=evening.desk.operator
        )

    with pytest.raises(ReasonMissing):
        undo("")
    assert undo("まだ始まっていない") == 3
    assert dues(evening, absent) == before
    assert balance_of(evening.file, "4200") == 0
    assert not list_no_show_runs(evening.file)[0].stands
    with pytest.raises(AlreadyReversed):
        undo("もう一度")
    assert len(no_shows.preview_no_shows(evening.file, None)) == 3
    assert [f.code for f in check_accounts(evening.file) if f.level is Level.RED] == []


def test_the_same_run_twice_is_one(evening: Evening, absent: list[Guest]) -> None:
    """A run sent twice charges once, and nobody is absent a second time."""
    charge(evening, None, run="r1")
    before = count_facts(evening.file.db)

    assert charge(evening, None, run="r1") == ()
    assert count_facts(evening.file.db) == before
    with pytest.raises(NobodyAbsent):
        charge(evening, None)
    assert len(absent) == 3


def test_undo_leaves_who_was_cancelled_since(evening: Evening, absent: list[Guest]) -> None:
    """A guest cancelled after the run is not charged anew by the undo."""
    charge(evening, None, run="r1")
    guest_list.change_status(
        evening.file, absent[0].id, GuestStatus.CANCELLED, now=NOW, operator=""
    )
    undone = no_shows.take_no_shows_back(evening.file, "r1", "x", now=NOW, operator="")

    assert undone == 2
    assert [f.code for f in check_accounts(evening.file) if f.level is Level.RED] == []


def test_only_some(evening: Evening, absent: list[Guest]) -> None:
    """Whoever excused themselves in time is left out."""
    shows = no_shows.charge_no_shows(
        evening.file, None, run="r1", now=NOW, operator="", only=[absent[1].id]
    )

    assert [show.guest.id for show in shows] == [absent[1].id]
