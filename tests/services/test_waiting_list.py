"""The waiting list in order, and a substitute in one step."""

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.admission import Verdict
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.ledger import GuestBalance
from reception_app.services import (
    event_setup,
    guest_list,
    reception,
    substitution,
    waiting_list,
    waivers,
)
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level, worst_of
from reception_app.services.guest_recording import record_guest
from reception_app.storage import fact_journal, guests, journal, people
from reception_app.storage.event_file import EventFile


def add(event: EventFile, name: str, status: GuestStatus, host: Guest | None = None) -> Guest:
    """A guest who is accepted or waits."""
    with event.act(now=at("12:00"), actor="") as act:
        added = record_guest(
            act, {GuestField.NAME: name, GuestField.CATEGORY: "会員"}, event_tag="1234",
            number=guests.next_number(event), status=status, source="test",
            host=host.id if host else None,
        )  # fmt: skip
    guest = guests.find_guest(event, added)
    assert guest is not None
    return guest


def hold(event: EventFile, capacity: int) -> None:
    """So many guests have room."""
    event_setup.change_event(event, {"capacity": str(capacity)}, now=at("12:00"), operator="")


def promote(event: EventFile) -> list[str]:
    """Promote whoever fits; their names."""
    came = waiting_list.promote_all_that_fit(event, now=at("13:00"), operator="")
    return [guest.name for guest in came]


def test_whoever_waited_longest_comes_up_first_with_companions(event: EventFile) -> None:
    """Nobody overtakes a party that needs more room; the fee is charged on promotion."""
    add(event, "参加", GuestStatus.ACCEPTED)
    first = add(event, "一番", GuestStatus.WAITING)
    second = add(event, "二番", GuestStatus.WAITING)
    add(event, "二番の連れ", GuestStatus.WAITING, host=second)
    add(event, "三番", GuestStatus.WAITING)
    hold(event, 3)

    assert waiting_list.free_places(event) == 2
    assert promote(event) == ["一番"]
    assert journal.due_of(event, first.id) == 8000
    with pytest.raises(waiting_list.NoPlaceFree) as full:
        promote(event)
    assert (full.value.needed, full.value.free) == (2, 1)
    hold(event, 5)
    assert promote(event) == ["二番", "二番の連れ", "三番"]
    with pytest.raises(waiting_list.NobodyWaiting):
        promote(event)


def test_whoever_waits_again_waits_at_the_end(event: EventFile) -> None:
    """Coming off the list loses the place in it."""
    one, _ = (add(event, name, GuestStatus.WAITING) for name in ("一", "二"))
    for status in (GuestStatus.DECLINED, GuestStatus.WAITING):
        guest_list.change_status(event, one.id, status, now=at("13:00"), operator="")

    assert [party[0].name for party in waiting_list.list_waiting_parties(event)] == ["二", "一"]
    assert waiting_list.free_places(event) is None
    assert len(waiting_list.promote_next(event, now=at("13:00"), operator="")) == 1


def test_a_substitute_takes_place_fee_and_payment(evening: Evening) -> None:
    """B comes for A: A's badge is dead, the money moved with its history, nobody pays twice."""
    event = evening.file
    evening.open_box()
    absent = evening.guest("佐藤 花子")
    waivers.grant_discount(event, absent.id, yen(1000), "紹介", now=at("17:00"), operator="")
    evening.pay(absent)
    code = guests.find_badge_code(event, absent.id)
    assert code is not None
    reception.undo_admission(
        event, _admission(evening, absent), "x", desk=evening.desk, now=at("18:10"),
        with_payment=False,
    )  # fmt: skip
    came = substitution.substitute(
        event, absent.id, {GuestField.NAME: "鈴木 一郎"}, now=at("18:20"), operator="desk"
    )

    known = guests.find_guest(event, absent.id)
    assert known is not None
    assert known.status is GuestStatus.CANCELLED
    assert journal.find_balance(event, absent.id) == GuestBalance()
    assert journal.find_balance(event, came.id) == GuestBalance(
        charged=8000, waived=1000, paid=7000
    )
    assert came.category == "会員"
    assert people.find_represented(event, came.id) == absent.id
    assert people.find_substitute(event, absent.id) == came.id
    old = reception.receive_badge(event, code, desk=evening.desk, now=at("18:30"))
    assert Verdict.BADGE_REVOKED in old.findings
    assert evening.scan(came, now=at("18:31")).verdict is Verdict.ADMITTED
    assert worst_of(check_accounts(event)) is not Level.RED
    assert fact_journal.differing_projections(event.db) == []


def test_an_unpaid_fee_is_the_substitutes_to_pay(evening: Evening) -> None:
    """The price is the one the guest was charged, whatever the plan says by now."""
    absent = evening.guest("佐藤 花子")
    came = substitution.substitute(
        evening.file,
        absent.id,
        {GuestField.NAME: "鈴木 一郎", GuestField.CATEGORY: "学生"},
        now=at("18:20"),
        operator="desk",
    )
    assert journal.due_of(evening.file, absent.id) == 0
    assert journal.due_of(evening.file, came.id) == 8000


def test_nobody_comes_for_whoever_is_inside_or_not_coming(evening: Evening) -> None:
    """There must be a place, and it must be empty."""
    event = evening.file
    inside = evening.guest("佐藤 花子", "ご招待")
    evening.scan(inside)
    waits = add(event, "待ち", GuestStatus.WAITING)
    values = {GuestField.NAME: "鈴木 一郎"}
    with pytest.raises(guest_list.GuestInside):
        substitution.substitute(event, inside.id, values, now=at("18:20"), operator="")
    with pytest.raises(substitution.NotComing):
        substitution.substitute(event, waits.id, values, now=at("18:20"), operator="")


def _admission(evening: Evening, guest: Guest) -> str:
    outcome = evening.scan(guest, now=at("18:08"))
    assert outcome.admission is not None
    return outcome.admission.id
