"""Writing off 貸倒 what a guest will never pay: the charge stays visible, nobody asks any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Entry, EntryKind
from reception_app.domain.money import Money
from reception_app.services.posting import given, post, stands
from reception_app.storage import settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.journal import due_of


@dataclass(eq=False)
class AboveDebt(ReceptionError):
    """More was to be written off than a guest owes, or nothing."""

    amount: Money
    due: Money


def write_off(
    event: EventFile, guest_id: str, amount: Money, reason: str, *, entry_id: str, now: datetime,
    operator: str,
) -> None:  # fmt: skip
    """Expect no more of this guest's debt, or of a part of it.

    Raises:
        ReasonMissing: it needs its reason.
        AboveDebt: it is nothing, or more than the guest owes.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    with event.act(now=now, actor=operator) as act:
        _record(event, act, guest_id, amount, reason=given(reason), entry_id=entry_id)


def write_off_all(
    event: EventFile, guest_ids: Sequence[str], reason: str, *, act_id: str, now: datetime,
    operator: str,
) -> Money:  # fmt: skip
    """Write off all that these guests owe, in one act; returns how much.

    Raises:
        ReasonMissing: it needs its reason.
        ActAlreadyRecorded, AlreadyReversed: the id stands for something else.
    """
    reason = given(reason)
    currency = settings.find_event(event).currency
    written = Money(0, currency)
    with event.act(now=now, actor=operator) as act:
        for guest_id in guest_ids:
            due = Money(due_of(event, guest_id), currency)
            if due.minor > 0:
                _record(event, act, guest_id, due, reason=reason, entry_id=f"{act_id}-{guest_id}")
                written += due
    return written


def _record(
    event: EventReader, act: Act, guest_id: str, amount: Money, *, reason: str, entry_id: str
) -> None:
    due = Money(max(0, due_of(event, guest_id)), amount.currency)
    if amount.minor <= 0:
        raise AboveDebt(amount, due)
    entry = Entry(
        id=entry_id,
        kind=EntryKind.WRITE_OFF,
        currency=amount.currency,
        postings=journal.write_off(guest_id, amount),
        guest=guest_id,
        reason=reason,
    )
    if stands(event, entry):
        return
    if due < amount:
        raise AboveDebt(amount, due)
    post(act, entry)
