"""Posting one journal entry as part of an act, and the reason some acts need."""

from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EntryPosted
from reception_app.domain.guest import clean_text
from reception_app.domain.journal import Entry
from reception_app.storage.event_file import Act


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


def post(act: Act, entry: Entry) -> None:
    """Record `entry`; the file itself refuses one that does not balance."""
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
