"""Posting one journal entry as part of an act, and the reason some acts need."""

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EntryPosted
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import (
    ActAlreadyRecorded,
    AlreadyReversed,
    Entry,
    EntryKind,
)
from reception_app.storage import seals
from reception_app.storage.event_file import Act, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_balance, find_entry, is_reversed


class ReasonMissing(ReceptionError):
    """The act needs a reason."""


def given(reason: str) -> str:
    """The reason a person gave, cleaned.

    Raises:
        ReasonMissing: there is none.
    """
    reason = clean_text(reason)
    if not reason:
        raise ReasonMissing
    return reason


class MoneyUsedSince(ReceptionError):
    """What was paid was refunded, moved or given away since; that has to be taken back first."""


def refuse_when_used(event: EventReader, entry: Entry) -> None:
    """Take no payment back whose money the guest has got back already.

    Raises:
        MoneyUsedSince: afterwards a guest would have been refunded more than they paid.
    """
    if entry.kind not in {EntryKind.PAYMENT, EntryKind.MOVE}:
        return
    for posting in entry.postings:
        if posting.account == journal.GUEST_RECEIVABLE and posting.guest and posting.amount < 0:
            balance = find_balance(event, posting.guest)
            if balance.paid + posting.amount < balance.refunded:
                raise MoneyUsedSince


def reversal_of(entry: Entry, *, reason: str) -> Entry:
    """The entry that takes back `entry`, which touched no cash box."""
    return Entry(
        id=new_id(),
        kind=EntryKind.REVERSAL,
        currency=entry.currency,
        postings=journal.mirror(entry.postings),
        guest=entry.guest,
        tender=entry.tender,
        reverses=entry.id,
        reason=reason,
    )


class BooksSealed(ReceptionError):
    """The books of the event are final; nothing is posted before the seal is broken."""


def refuse_when_sealed(event: EventReader) -> None:
    """Let nothing into books that are final.

    Raises:
        BooksSealed: they are.
    """
    if seals.is_sealed(event):
        raise BooksSealed


def stands(event: EventReader, entry: Entry) -> bool:
    """Whether this very entry is on record already, so that an act sent twice is done once.

    Raises:
        ActAlreadyRecorded: its id stands for something else.
        AlreadyReversed: it was taken back since.
    """
    posted = find_entry(event, entry.id)
    if posted is None:
        return False
    same = posted.entry
    if (same.kind, same.postings, same.tender) != (entry.kind, entry.postings, entry.tender):
        raise ActAlreadyRecorded
    if is_reversed(event, entry.id):
        raise AlreadyReversed
    return True


def post(act: Act, entry: Entry) -> None:
    """Record `entry`; the file itself refuses one that does not balance.

    Raises:
        BooksSealed: the books are final.
    """
    refuse_when_sealed(act.event)
    act.record(
        EntryPosted(
            entry=entry.id,
            entry_kind=entry.kind,
            currency=entry.currency,
            postings=[[p.account, p.amount, p.guest] for p in entry.postings],
            guest=entry.guest,
            tender=entry.tender,
            tendered=entry.cash.tendered if entry.cash else None,
            change=entry.cash.change if entry.cash else None,
            box=entry.box,
            shift=entry.shift,
            reverses=entry.reverses,
            reason=entry.reason,
        )
    )
