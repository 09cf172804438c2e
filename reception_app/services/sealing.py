"""Sealing the event 会計確定, breaking the seal, and what an event carries on to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EventSealed, EventUnsealed
from reception_app.domain.journal import Entry, EntryKind
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.domain.settlement import MONEY_ACCOUNTS
from reception_app.services import posting
from reception_app.services.accounts_check import check_accounts
from reception_app.services.budget import set_budget
from reception_app.services.findings import Finding, Level
from reception_app.storage import budget, drawers, seals, settings
from reception_app.storage import journal as entries
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.seals import Seal

_CARRIED_ON = (
    *MONEY_ACCOUNTS, journal.ADVANCES, journal.PREPAID, journal.OWED_TO_ORGANIZERS,
    journal.VENDORS, journal.UNIDENTIFIED_RECEIPTS,
)  # fmt: skip
"""What the next event goes on with; guests' debts stay with the event they came to."""


@dataclass(eq=False)
class BoxesStillOpen(ReceptionError):
    """Cash boxes are open; their cash is not counted finally."""

    boxes: str


@dataclass(eq=False)
class BooksNotInOrder(ReceptionError):
    """Checks are red; books that are wrong cannot be final."""

    count: int


class NotSealed(ReceptionError):
    """No seal holds, so none can be broken."""


class NothingToCarry(ReceptionError):
    """There is no balance to open with."""


class OpeningAlreadyPosted(ReceptionError):
    """The event was opened with balances already; take those back first."""


@dataclass(frozen=True, slots=True)
class BooksState:
    """Whether the books are a draft or final: the seals so far, and which of them holds."""

    seals: tuple[Seal, ...]

    @property
    def seal(self) -> Seal | None:
        """The seal that holds, None for a draft."""
        return next((seal for seal in self.seals if seal.broken_at is None), None)

    @property
    def version(self) -> int:
        """The version of the report: of the seal that holds, or of the one to come."""
        return self.seal.version if self.seal else len(self.seals) + 1


def books_state(event: EventReader) -> BooksState:
    """Whether the books are sealed, and the story of their seals."""
    return BooksState(seals.list_seals(event))


def find_obstacles(event: EventReader) -> tuple[Finding, ...]:
    """What is red or to be noted before sealing; only red ones stand in the way."""
    return tuple(f for f in check_accounts(event) if f.level is not Level.OK)


def seal_event(event: EventFile, *, now: datetime, operator: str) -> Seal:
    """Make the books final: nothing is posted any more until the seal is broken.

    Raises:
        BooksSealed: they are.
        BoxesStillOpen, BooksNotInOrder: what must be put in order first.
    """
    posting.refuse_when_sealed(event)
    open_boxes = sorted({s.box for s in drawers.list_shifts(event) if s.closed_at is None})
    if open_boxes:
        raise BoxesStillOpen(", ".join(open_boxes))
    red = [f for f in check_accounts(event) if f.level is Level.RED]
    if red:
        raise BooksNotInOrder(len(red))
    balances = {
        one.account: one.balance for one in entries.list_account_balances(event) if one.balance
    }
    with event.act(now=now, actor=operator) as act:
        act.record(
            EventSealed(
                seal=new_id(),
                version=books_state(event).version,
                entries=len(entries.list_entries(event)),
                balances=balances,
            )
        )
    return seals.list_seals(event)[-1]


def unseal_event(event: EventFile, reason: str, *, now: datetime, operator: str) -> Seal:
    """Break the seal to post something more; the next seal makes a new version of the report.

    Raises:
        NotSealed: no seal holds.
        ReasonMissing: it has to be said why.
    """
    reason = posting.given(reason)
    seal = books_state(event).seal
    if seal is None:
        raise NotSealed
    with event.act(now=now, actor=operator) as act:
        act.record(EventUnsealed(seal=seal.id, reason=reason))
    return seals.list_seals(event)[-1]


def closing_balances(event: EventReader) -> dict[str, int]:
    """What the next event is opened with, by account, debits positive, in minor units.

    Cash of boxes goes with the safe's, and parts of accounts are taken together: organizers and
    bills of this event mean nothing in another file. What guests still owe stays in this event.
    """
    carried: dict[str, int] = {}
    for balance in entries.list_account_balances(event):
        code, _ = split_account(balance.account)
        if code in _CARRIED_ON:
            account = journal.SAFE if code == journal.DESK_CASH else code
            carried[account] = carried.get(account, 0) + balance.balance
    return {account: amount for account, amount in carried.items() if amount}


def open_with(
    event: EventFile, balances: Mapping[str, int], *, now: datetime, operator: str
) -> Money:
    """Open the event's books with these balances 前回繰越; returns the money carried forward.

    Raises:
        OpeningAlreadyPosted: they were opened before.
        NothingToCarry: all balances are zero.
        BooksSealed: the books are final.
    """
    if any(budget.sum_opening(event).values()):
        raise OpeningAlreadyPosted
    postings = journal.opening(balances)
    if not postings:
        raise NothingToCarry
    currency = settings.find_event(event).currency
    with event.act(now=now, actor=operator) as act:
        posting.post(
            act,
            Entry(id=new_id(), kind=EntryKind.OPENING, currency=currency, postings=postings),
        )
    held = sum(n for account, n in balances.items() if split_account(account)[0] in MONEY_ACCOUNTS)
    return Money(held, currency)


def carry_on(event: EventReader, following: EventFile, *, now: datetime, operator: str) -> None:
    """Let the event after this one begin with its budget, and with its balances once sealed.

    Books that are not final are not carried: their balances may still move.
    """
    lines = budget.list_budget(event)
    if lines:
        set_budget(following, lines, now=now, operator=operator)
    balances = closing_balances(event)
    if balances and books_state(event).seal is not None:
        open_with(following, balances, now=now, operator=operator)


def take_opening_back(event: EventFile, reason: str, *, now: datetime, operator: str) -> None:
    """Take back what the event was opened with, to open it with something else.

    Raises:
        NothingToCarry: it was opened with nothing.
        ReasonMissing: a correction needs its reason.
        BooksSealed: the books are final.
    """
    reason = posting.given(reason)
    standing = [
        one.entry
        for one in entries.list_entries(event)
        if one.entry.kind is EntryKind.OPENING and not entries.is_reversed(event, one.entry.id)
    ]
    if not standing:
        raise NothingToCarry
    with event.act(now=now, actor=operator) as act:
        for entry in standing:
            posting.post(act, posting.reversal_of(entry, reason=reason))
