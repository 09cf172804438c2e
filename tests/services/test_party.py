"""A host's companions: who is here, who is awaited, and one payment or promise for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening

from reception_app.domain.admission import Verdict
from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.services import party, payments, reception
from reception_app.storage import admissions, journal


@pytest.fixture
def door(tmp_path: Path) -> Iterator[DoorEvening]:
    """An event with an open cash box."""
    made = door_evening(tmp_path)
    made.open_box()
    yield made
    made.event.close()


def test_party_tells_who_is_here_and_who_owes(door: DoorEvening) -> None:
    """Arrived, awaited and owing companions are told apart; cancelled ones are nobody's."""
    host = door.add("小林 陽菜")
    here = door.add("同伴1", category="登壇者", host=host)
    owes = door.add("同伴2", category="学生", host=host)
    door.add("同伴3", host=host, status=GuestStatus.CANCELLED)
    door.add("別の人")
    reception.receive_guest(door.event, here.id, desk=door.desk, now=door.clock())

    found = party.find_party(door.event, host.id)
    assert ([g.id for g in found.arrived], [g.id for g in found.awaited]) == ([here.id], [owes.id])
    assert ([g.id for g in found.owing], found.due) == ([owes.id], Money(3000, "JPY"))
    assert [g.id for g in found.paid_for_by(host)] == [host.id, owes.id]


def test_guest_alone_has_no_party(door: DoorEvening) -> None:
    """Who comes alone has no companions and owes nothing for any."""
    found = party.find_party(door.event, door.add("佐藤 花子").id)

    assert (found.companions, found.due) == ((), Money(0, "JPY"))


def test_one_payment_lets_free_companions_in_too(door: DoorEvening) -> None:
    """A payment for the party admits companions who owe nothing, with one receipt for all."""
    host = door.add("小林 陽菜")
    free = door.add("同伴1", category="登壇者", host=host)
    owes = door.add("同伴2", category="学生", host=host)
    payers = party.find_party(door.event, host.id).paid_for_by(host)
    outcome = reception.admit_paying(
        door.event, payers, payments.new_offer(Tender.CARD), desk=door.desk, now=door.clock()
    )

    assert outcome.payment is not None
    assert outcome.payment.paid == Money(11000, "JPY")
    assert all(admissions.is_inside(door.event, guest.id) for guest in (host, free, owes))


def test_companions_are_received_one_by_one(door: DoorEvening) -> None:
    """Each awaited companion gets a verdict of their own."""
    host = door.add("小林 陽菜", category="登壇者")
    door.add("同伴1", category="登壇者", host=host)
    door.add("同伴2", category="学生", host=host)
    outcomes = party.receive_companions(door.event, host.id, desk=door.desk, now=door.clock())

    assert [o.verdict for o in outcomes] == [Verdict.ADMITTED, Verdict.COLLECT_FEE]


def test_promise_for_all_touches_only_who_owes(door: DoorEvening) -> None:
    """Who owes promises to pay; who owes nothing is just received; a host inside stays as is."""
    host = door.add("小林 陽菜", category="登壇者")
    reception.receive_guest(door.event, host.id, desk=door.desk, now=door.clock())
    free = door.add("同伴1", category="登壇者", host=host)
    owes = door.add("同伴2", category="学生", host=host)
    outcome = party.admit_all_unpaid(
        door.event, (host, owes, free), "later", desk=door.desk, now=door.clock()
    )

    promised = [str(row[0]) for row in door.event.db.execute("SELECT guest FROM payment_promise")]
    assert (promised, outcome.guest) == ([owes.id], owes)
    assert admissions.is_inside(door.event, free.id)
    assert journal.due_of(door.event, owes.id) == 3000
