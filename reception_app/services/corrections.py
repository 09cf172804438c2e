"""Correcting 訂正 an act on a guest's money: its mirror, dated now, with a reason."""

from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.drawer import BoxNotOpen
from reception_app.domain.event import Desk
from reception_app.domain.journal import AlreadyReversed, Entry, EntryKind
from reception_app.services.payments import record_correction
from reception_app.services.posting import given, post, refuse_when_used
from reception_app.storage import drawers
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_entry, is_reversed

CORRECTABLE = frozenset(
    {EntryKind.PAYMENT, EntryKind.REFUND, EntryKind.MOVE, EntryKind.GIFT, EntryKind.WRITE_OFF,
     EntryKind.DROP, EntryKind.TOP_UP}
)  # fmt: skip
"""What can be taken back by itself; a charge is taken back with what hangs on it."""


def correct(event: EventFile, entry_id: str, reason: str, *, desk: Desk, now: datetime) -> None:
    """Take back an act that was a mistake, in the shift that is open now.

    Raises:
        AlreadyReversed: it was corrected before, or cannot be taken back by itself.
        ReasonMissing: a correction needs its reason.
        MoneyUsedSince: it was refunded or moved since.
        BoxNotOpen: it moved cash, and no shift is open at the cash box it lies in.
    """
    reason = given(reason)
    posted = find_entry(event, entry_id)
    if posted is None or posted.entry.kind not in CORRECTABLE or is_reversed(event, entry_id):
        raise AlreadyReversed
    entry = posted.entry
    refuse_when_used(event, entry)
    with event.act(now=now, actor=desk.operator) as act:
        if entry.kind is EntryKind.PAYMENT:
            record_correction(event, act, entry_id, reason)
            return
        post(
            act,
            Entry(
                id=new_id(),
                kind=EntryKind.REVERSAL,
                currency=entry.currency,
                postings=journal.mirror(entry.postings),
                guest=entry.guest,
                tender=entry.tender,
                box=entry.box,
                shift=_open_shift(event, entry.box),
                reverses=entry.id,
                reason=reason,
            ),
        )


def _open_shift(event: EventReader, box: str | None) -> str | None:
    if box is None:
        return None
    shift = drawers.find_open_shift(event, box)
    if shift is None:
        raise BoxNotOpen(box)
    return shift.id
