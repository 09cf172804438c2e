"""Fees at the door: taken in full or in part, or promised, and whoever they kept out is let in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reception_app.domain.admission import Verdict
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.facts import PaymentPromised
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import Money
from reception_app.services.door_answer import (
    ADMITTED,
    Outcome,
    decide_on,
    find_known,
    outcome_of,
    record_admission,
)
from reception_app.services.payments import Offer, find_payment, record_payment
from reception_app.services.posting import given
from reception_app.storage import admissions, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.journal import find_balance


@dataclass(eq=False)
class StillRefused(ReceptionError):
    """Something else than the fee keeps the guest out, so there is nothing to pay at the door."""

    name: str


@dataclass(eq=False)
class RestNeedsPromise(ReceptionError):
    """A part of the fee is paid, and nothing is said of when the rest will be."""

    rest: Money


@dataclass(frozen=True, slots=True)
class Promise:
    """That a fee will be paid later: why, and until which day if one was named."""

    reason: str
    until: date | None = None


_NOT_ABOUT_MONEY = frozenset(Verdict) - {
    Verdict.ADMITTED,
    Verdict.COLLECT_FEE,
    Verdict.ALREADY_ADMITTED,
}


def admit_paying(
    event: EventFile, payers: Sequence[Guest], offer: Offer, *, desk: Desk, now: datetime,
    rest: Promise | None = None, noted_at: datetime | None = None,
) -> Outcome:  # fmt: skip
    """Take what these guests owe and let them in, in one act; the answer is for the first.

    Where the offer is a part of what is due, `rest` says why and until when the rest is paid.
    `noted_at` is when they came in by the paper list.

    Raises:
        BoxNotOpen, NothingDue, TenderBelowDue, PaidAboveDue, ActAlreadyRecorded, AlreadyReversed,
        StillRefused, RestNeedsPromise: nothing was recorded.
    """
    with event.act(now=now, actor=desk.operator) as act:
        repeated = find_payment(event, offer.id) or find_payment(event, f"{offer.id}-1")
        if not repeated:
            let_in_only(event, payers, now=now)
        payment = record_payment(event, act, payers, offer, desk=desk)
        if not repeated:
            _promise_rest(event, act, payers, rest)
            entries = {one.receipt.guest: one.entry for one in (payment, *payment.others)}
            for guest in payers:
                if not admissions.is_inside(event, guest.id):
                    entry = entries.get(guest.id, payment.entry)
                    record_admission(act, guest, desk=desk, payment=entry, noted_at=noted_at)
    return outcome_of(event, payers[0], ADMITTED, now=now, payment=payment)


def admit_unpaid(
    event: EventFile, guest_id: str, reason: str, *, desk: Desk, now: datetime,
    until: date | None = None,
) -> Outcome:  # fmt: skip
    """Let a guest in who will pay later, `until` a day if one was named; the fee stays due.

    Raises:
        GuestUnknown: no guest has this id.
        ReasonMissing: a promise needs its reason.
        StillRefused: it is not the fee that keeps the guest out.
    """
    guest = find_known(event, guest_id)
    with event.act(now=now, actor=desk.operator) as act:
        let_in_only(event, [guest], now=now)
        _record_promise(act, guest, Promise(reason, until))
        if not admissions.is_inside(event, guest.id):
            record_admission(act, guest, desk=desk)
    return outcome_of(event, guest, ADMITTED, now=now)


def let_in_only(event: EventReader, guests_at_door: Sequence[Guest], *, now: datetime) -> None:
    """Make sure that nothing but the fee keeps out whoever of these is not inside yet."""
    for shown in guests_at_door:
        if admissions.is_inside(event, shown.id):
            continue
        guest = find_known(
            event, shown.id
        )  # they may have been cancelled since the fee was asked for
        # Whoever asks may have looked the guest up before somebody cancelled or blocked them.
        known = find_known(event, guest.id)
        findings = set(decide_on(event, known, revoked=False, now=now).findings)
        if known.status is GuestStatus.INVITED or findings & _NOT_ABOUT_MONEY:
            raise StillRefused(known.name)


def _record_promise(act: Act, guest: Guest, promise: Promise) -> None:
    until = promise.until.isoformat() if promise.until else ""
    act.record(PaymentPromised(guest=guest.id, reason=given(promise.reason), until=until))


def _promise_rest(
    event: EventReader, act: Act, payers: Sequence[Guest], rest: Promise | None
) -> None:
    """Record that whoever of the payers still owes pays the rest later."""
    owed = [(guest, find_balance(event, guest.id).due) for guest in payers]
    owing = [guest for guest, due in owed if due > 0]
    if owing and rest is None:
        due = sum(amount for _, amount in owed if amount > 0)
        raise RestNeedsPromise(Money(due, settings.find_event(event).currency))
    for guest in owing:
        assert rest is not None
        _record_promise(act, guest, rest)
