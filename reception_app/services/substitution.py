"""A substitute 代理: somebody comes in a guest's place, and the place with its fee moves over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import BadgeRevoked, StatusChanged, Substituted
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.journal import Entry, EntryKind, Posting
from reception_app.domain.money import Money
from reception_app.services.fees import amount_of, record_charge_taken_back
from reception_app.services.guest_changes import GuestInside
from reception_app.services.guest_recording import record_guest
from reception_app.services.posting import post
from reception_app.services.waivers import record_waivers_again
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_balance, find_standing_charge

SUBSTITUTE = "substitute"
"""The source of a guest who comes in another's place, and why what was the other's ended."""

_OF_THE_PLACE = (GuestField.CATEGORY, GuestField.TABLE, GuestField.INTRODUCER)


@dataclass(eq=False)
class NotComing(ReceptionError):
    """Only in the place of a guest who is accepted can somebody else come."""

    number: int


def substitute(
    event: EventFile, guest_id: str, values: Mapping[GuestField, str], *, now: datetime,
    operator: str,
) -> Guest:  # fmt: skip
    """Let somebody come in a guest's place, in one act; returns the substitute.

    The substitute has a badge of their own and, unless `values` say otherwise, the guest's
    category, table and introducer. Fee, discounts and payments move over as they are; receipts stay
    as they were issued. The guest is cancelled, and no code of theirs opens the door any more.

    Args:
        event: the event.
        guest_id: who does not come.
        values: what is known of the substitute; a name at least.
        now: the time of the act.
        operator: who does it.

    Raises:
        NotComing: the guest is not accepted.
        GuestInside: the guest has arrived.
        GuestNameMissing: the substitute has no name.
    """
    guest = guests.find_guest(event, guest_id)
    assert guest is not None, "pages show guests of this event only"
    if guest.status is not GuestStatus.ACCEPTED:
        raise NotComing(guest.number)
    if admissions.find_admission_of(event, guest.id) is not None:
        raise GuestInside(guest.number)
    place = {field: getattr(guest, field.value) for field in _OF_THE_PLACE}
    with event.act(now=now, actor=operator) as act:
        new = record_guest(
            act, {**place, **values}, event_tag=settings.find_event(event).tag,
            number=guests.next_number(event), status=GuestStatus.ACCEPTED, source=SUBSTITUTE,
            host=guest.host, walk_in=guest.walk_in,
        )  # fmt: skip
        for code in guests.list_open_codes(event, guest.id):
            act.record(BadgeRevoked(badge_code=code, reason=SUBSTITUTE))
        _move_money(event, act, guest, new)
        act.record(StatusChanged(guest=guest.id, status=GuestStatus.CANCELLED, reason=SUBSTITUTE))
        act.record(Substituted(guest=guest.id, substitute=new))
        came = guests.find_guest(event, new)
    assert came is not None
    return came


def _move_money(event: EventReader, act: Act, guest: Guest, substitute_id: str) -> None:
    balance, charge = find_balance(event, guest.id), find_standing_charge(event, guest.id)
    if charge is not None:
        fee = amount_of(charge.entry)
        waived = record_charge_taken_back(event, act, guest, reason=SUBSTITUTE)
        post(
            act,
            Entry(
                id=new_id(),
                kind=EntryKind.CHARGE,
                currency=fee.currency,
                postings=tuple(
                    Posting(p.account, p.amount, substitute_id if p.guest else None)
                    for p in charge.entry.postings
                ),
                guest=substitute_id,
                reason=SUBSTITUTE,
            ),
        )
        record_waivers_again(act, substitute_id, waived, old_fee=fee, new_fee=fee)
    paid = balance.paid - balance.refunded
    if paid > 0:
        amount = Money(paid, settings.find_event(event).currency)
        post(
            act,
            Entry(
                id=new_id(),
                kind=EntryKind.MOVE,
                currency=amount.currency,
                postings=journal.move(amount, payer=guest.id, guest=substitute_id),
                guest=guest.id,
                reason=SUBSTITUTE,
            ),
        )
