"""Money under way to and from the bank, for events whose bank is checked in the passbook 通帳.

Where statements are taken in, their rows show what arrived; without them a person says so.
"""

from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import Entry, EntryKind, Posting
from reception_app.domain.money import Money
from reception_app.domain.statement import StatementAccount
from reception_app.services.posting import post
from reception_app.storage import settings, statements
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import balance_of, list_balances_by_guest


class StatementsTellArrivals(ReceptionError):
    """The bank's statements are taken in; their rows show what arrived."""


class NothingUnderWay(ReceptionError):
    """No money is under way to or from the bank."""


def under_way(event: EventReader) -> Money:
    """What is booked as sent to the bank and not shown to have arrived; below zero: to be paid."""
    currency = settings.find_event(event).currency
    return Money(balance_of(event, journal.DEPOSIT_IN_TRANSIT), currency)


def confirm_arrival(event: EventFile, *, now: datetime, operator: str) -> Money:
    """Book all that is under way as arrived, as the passbook says; returns how much.

    Raises:
        StatementsTellArrivals: statements do that, row by row.
        NothingUnderWay: there is nothing to confirm.
        BooksSealed: the books are final.
    """
    if statements.list_rows(event, StatementAccount.BANK):
        raise StatementsTellArrivals
    parts = list_balances_by_guest(event, journal.DEPOSIT_IN_TRANSIT)
    arrived = sum(parts.values())
    postings = [
        Posting(journal.DEPOSIT_IN_TRANSIT, -amount, guest)
        for guest, amount in parts.items()
        if amount
    ]
    if not postings or not arrived:
        raise NothingUnderWay
    currency = settings.find_event(event).currency
    entry = Entry(
        id=new_id(),
        kind=EntryKind.DEPOSIT,
        currency=currency,
        postings=(Posting(journal.BANK, arrived), *postings),
    )
    with event.act(now=now, actor=operator) as act:
        post(act, entry)
    return Money(arrived, currency)
