"""The guest list by hand, and how fees follow."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money
from reception_app.services import guest_list, reception
from reception_app.services.event_setup import create_event, operator_named
from reception_app.services.fees import set_fee_plan
from reception_app.services.guest_recording import GuestNameMissing, record_guest
from reception_app.storage import fact_journal, guests, journal, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.guest_history import MomentKind, list_history

NOW = datetime.fromisoformat("2026-11-14T17:00:00+09:00")


@pytest.fixture
def event(tmp_path: Path) -> Iterator[EventFile]:
    with create_event(tmp_path / "a.reception", name="Mixer", day=NOW.date(), now=NOW) as made:
        plan = settings.find_fee_plan(made)
        for name, price in (("member", 8000), ("guest", 10000), ("twin", 8000), ("speaker", 0)):
            plan = plan.with_category(plan.new_category(name, price))
        set_fee_plan(made, plan, now=NOW, operator="")
        yield made


def add(event: EventFile, name: str = "佐藤 花子", category: str = "member") -> Guest:
    values = {GuestField.NAME: name, GuestField.CATEGORY: category}
    return guest_list.add_guest(event, values, now=NOW, operator="")


def move(event: EventFile, guest: Guest, category: str) -> None:
    values = {GuestField.CATEGORY: category}
    guest_list.change_guest(event, guest.id, values, now=NOW, operator="")


def stand(event: EventFile, guest: Guest, status: GuestStatus) -> None:
    guest_list.change_status(event, guest.id, status, now=NOW, operator="")


def list_paid(event: EventFile, category: str = "member") -> Guest:
    """An accepted guest of whom the guest list says that the fee was paid."""
    values = {
        GuestField.NAME: "山田 太郎",
        GuestField.CATEGORY: category,
        GuestField.LISTED_AS_PAID: "yes",
    }
    with event.act(now=NOW, actor="") as act:
        guest = record_guest(
            act, values, event_tag="1234", number=7, status=GuestStatus.INVITED, source="list 7"
        )
    known = guests.find_guest(event, guest)
    assert known is not None
    stand(event, known, GuestStatus.ACCEPTED)
    return known


def test_an_added_guest_has_number_badge_and_charge(event: EventFile) -> None:
    """One act brings a guest all the way to the door."""
    guest = add(event)

    assert guest.number == 1
    assert guests.find_badge_code(event, guest.id) is not None
    assert journal.find_balance(event, guest.id) == GuestBalance(charged=8000)


def test_a_guest_on_the_waiting_list_is_not_charged(event: EventFile) -> None:
    """Only whoever is accepted owes the fee."""
    values = {GuestField.NAME: "William Lopez", GuestField.CATEGORY: "member"}
    waiting = guest_list.add_guest(event, values, now=NOW, operator="", status=GuestStatus.WAITING)

    assert journal.due_of(event, waiting.id) == 0


def test_a_guest_without_name_is_refused_and_nothing_written(event: EventFile) -> None:
    """White space is no name."""
    with pytest.raises(GuestNameMissing):
        add(event, name=" 　")
    assert guests.count_guests(event) == 0


def test_changes_are_written_only_where_something_changed(event: EventFile) -> None:
    """Saving an unchanged form records nothing."""
    guest = add(event)
    facts = len(list_history(event, guest.id))
    values = {GuestField.NAME: "佐藤　花子", GuestField.COMPANY: ""}

    changed = guest_list.change_guest(event, guest.id, values, now=NOW, operator="")

    assert changed == frozenset()
    assert len(list_history(event, guest.id)) == facts


def test_a_name_is_changed_but_never_emptied(event: EventFile) -> None:
    """The last writer wins, unless there would be no name left."""
    guest = add(event)
    values = {GuestField.NAME: "佐藤 はな子", GuestField.TABLE: "7"}
    changed = guest_list.change_guest(event, guest.id, values, now=NOW, operator="")
    known = guests.find_guest(event, guest.id)

    assert changed == {GuestField.NAME, GuestField.TABLE}
    assert known is not None
    assert (known.name, known.table_name) == ("佐藤 はな子", "7")
    with pytest.raises(GuestNameMissing):
        guest_list.change_guest(event, guest.id, {GuestField.NAME: ""}, now=NOW, operator="")


@pytest.mark.parametrize(
    ("category", "due"), [("guest", 10000), ("speaker", 0), ("twin", 8000), ("member", 8000)]
)
def test_another_category_means_its_fee(event: EventFile, category: str, due: int) -> None:
    """The old charge is taken back and the new one stands on the new category's account."""
    guest = add(event)
    move(event, guest, category)
    fees = {b.account: b.balance for b in journal.list_account_balances(event) if b.balance}

    assert journal.due_of(event, guest.id) == due
    assert fees == ({"1300": due, f"4100-{category}": -due} if due else {})


def test_a_cancelled_guest_owes_nothing_and_a_reinstated_one_owes_again(event: EventFile) -> None:
    """The charge follows the status, by entries of its own."""
    guest = add(event)
    stand(event, guest, GuestStatus.CANCELLED)
    cancelled = journal.find_balance(event, guest.id)
    stand(event, guest, GuestStatus.ACCEPTED)

    assert cancelled == GuestBalance()
    assert journal.find_balance(event, guest.id) == GuestBalance(charged=8000)
    assert journal.list_unbalanced(event) == ()
    assert fact_journal.differing_projections(event.db) == []


def test_blocking_leaves_the_charge_to_the_organizer(event: EventFile) -> None:
    """Blocked says who may enter, not who owes."""
    guest = add(event)
    stand(event, guest, GuestStatus.BLOCKED)

    assert journal.due_of(event, guest.id) == 8000


def test_a_fee_paid_by_list_is_posted_once(event: EventFile) -> None:
    """Cancelling and reinstating somebody who paid makes no second payment."""
    guest = list_paid(event)
    stand(event, guest, GuestStatus.CANCELLED)
    cancelled = journal.due_of(event, guest.id)
    stand(event, guest, GuestStatus.ACCEPTED)

    assert cancelled == -8000
    assert journal.find_balance(event, guest.id) == GuestBalance(charged=8000, paid=8000)


def test_a_dearer_category_leaves_the_difference_due(event: EventFile) -> None:
    """What the list said was paid was the old fee."""
    guest = list_paid(event)
    move(event, guest, "guest")

    assert journal.due_of(event, guest.id) == 2000


def test_somebody_inside_is_not_cancelled(event: EventFile) -> None:
    """First the arrival is undone, then the invitation can be taken back."""
    guest = add(event, category="speaker")
    operator = operator_named(event, "鈴木", now=NOW)
    reception.receive_guest(event, guest.id, desk=Desk("A", operator), now=NOW)

    with pytest.raises(guest_list.GuestInside) as caught:
        stand(event, guest, GuestStatus.CANCELLED)
    assert caught.value.number == 1


def test_the_change_of_the_due_is_told_before(event: EventFile) -> None:
    """What the preview says is what happens."""
    guest = add(event)
    foreseen = guest_list.preview_status(event, guest, GuestStatus.CANCELLED, now=NOW)
    stand(event, guest, GuestStatus.CANCELLED)
    back = guest_list.preview_status(event, guest, GuestStatus.ACCEPTED, now=NOW)

    assert foreseen == Money(-8000, "JPY")
    assert back == Money(8000, "JPY")
    assert guest_list.preview_status(event, guest, GuestStatus.WAITING, now=NOW) == Money(0, "JPY")


def test_namesakes_are_found_in_any_spelling(event: EventFile) -> None:
    """Spaces and variant kanji do not hide that somebody is on the list already."""
    guest = add(event, name="髙崎 美咲")

    assert guest_list.find_namesakes(event, "高﨑美咲") == (guest,)
    assert guest_list.find_namesakes(event, "高崎 美") == ()
    assert guest_list.find_namesakes(event, " ") == ()


def test_the_history_tells_the_story_in_order(event: EventFile) -> None:
    """From the list to the door, with what each step did to the due."""
    guest = add(event)
    move(event, guest, "speaker")
    desk = Desk("B", operator_named(event, "鈴木", now=NOW))
    outcome = reception.receive_guest(event, guest.id, desk=desk, now=NOW)
    assert outcome.admission is not None
    reception.undo_admission(event, outcome.admission.id, "wrong", desk=desk, now=NOW)

    told = [(moment.kind, moment.text, moment.amount) for moment in list_history(event, guest.id)]

    assert told == [
        (MomentKind.RECORDED, "by hand", 0),
        (MomentKind.STATUS, "accepted", 0),
        (MomentKind.CHARGE, "", 8000),
        (MomentKind.CHANGED, "category", 0),
        (MomentKind.REVERSAL, "", -8000),
        (MomentKind.ADMITTED, "B", 0),
        (MomentKind.ADMISSION_UNDONE, "wrong", 0),
    ]
