"""Small readers that turn test data into the field's notation."""

from datetime import UTC, datetime

from reception_app.domain.journal import Entry, EntryKind, Posting
from reception_app.domain.money import Money

EVENING = datetime(2026, 11, 14, tzinfo=UTC)
"""The day on which tests take place."""


def at(clock: str) -> datetime:
    """A time of the evening: `18:03` or `18:03:20`."""
    hours, minutes, *seconds = (int(part) for part in clock.split(":"))
    return EVENING.replace(hour=hours, minute=minutes, second=seconds[0] if seconds else 0)


def yen(amount: int) -> Money:
    """An amount of yen."""
    return Money(amount, "JPY")


def postings(text: str) -> tuple[Posting, ...]:
    """Postings written as people do, debits before the stroke: `1000-A 8000 / 1300@hanako 8000`."""
    debit, credit = text.split("/")
    return (*_side(debit, 1), *_side(credit, -1))


def entry(
    text: str, *, entry_id: str = "e1", kind: EntryKind = EntryKind.PAYMENT, currency: str = "JPY"
) -> Entry:
    """An entry of these postings; see `postings`."""
    return Entry(id=entry_id, kind=kind, currency=currency, postings=postings(text))


def _side(text: str, sign: int) -> tuple[Posting, ...]:
    words = text.replace(",", " ").split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return tuple(
        Posting(account.partition("@")[0], sign * int(amount), account.partition("@")[2] or None)
        for account, amount in pairs
    )
