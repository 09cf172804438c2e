"""Matching 消込 one row of the bank's statement by hand, and taking a match back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import (
    StatementRowIgnored,
    StatementRowMatched,
    StatementRowUnmatched,
)
from reception_app.domain.journal import (
    ActAlreadyRecorded,
    Entry,
    EntryKind,
    Posting,
    Tender,
    TransferShare,
)
from reception_app.domain.ledger import CHART, AccountClass, split_account
from reception_app.domain.match import Allocation
from reception_app.domain.money import Money
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.payer_aliases import record_alias
from reception_app.services.posting import given, post, refuse_when_used, reversal_of
from reception_app.storage import settings, statements
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import due_of, find_balance, find_entry
from reception_app.storage.statements import RowStanding


class RowUnknown(ReceptionError):
    """There is no such row in the bank's statements."""


class RowHasNothingLeft(ReceptionError):
    """All of the row is matched; take that back first."""


class NothingToMatch(ReceptionError):
    """The match says neither whose money it is nor where it goes."""


class NothingToUnmatch(ReceptionError):
    """No match of this row stands."""


class RowNotToIgnore(ReceptionError):
    """A row that is matched cannot be ignored; take the match back first."""


@dataclass(eq=False)
class MatchAboveRow(ReceptionError):
    """More is given to guests than is left of the row."""

    asked: Money
    left: Money


@dataclass(eq=False)
class RefundAbovePaid(ReceptionError):
    """More would be refunded to a guest than they paid."""

    asked: Money
    refundable: Money


@dataclass(eq=False)
class AccountNotForRows(ReceptionError):
    """Rows of the bank are not booked to this account by hand."""

    account: str


class Rest(StrEnum):
    """Where the part of a row goes that is no guest's payment."""

    OPEN = "open"
    GIFT = "gift"
    UNIDENTIFIED = "unidentified"


_REST_ACCOUNTS = {
    Rest.OPEN: journal.UNIDENTIFIED_RECEIPTS,
    Rest.GIFT: journal.GIFTS,
    Rest.UNIDENTIFIED: journal.UNIDENTIFIED_RECEIPTS,
}
_BOOKABLE = frozenset(
    {journal.SAFE, journal.DEPOSIT_IN_TRANSIT, "1400", "1500", "2100", "2200",
     journal.UNIDENTIFIED_RECEIPTS, journal.CARRIED_FORWARD}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MatchOrder:
    """How a row is to be matched; amounts in minor units, all above zero.

    `allocations` say which guest gets how much, `withheld` what of that a bank kept as its fee: the
    row carries the allocations less it. A guest may get more than is due and is overpaid then.
    Of a row that went out the allocations are refunds. `id` is made when the question is asked, so
    that asking twice matches once.
    """

    id: str
    row: str
    allocations: tuple[Allocation, ...] = ()
    withheld: int = 0
    rest: Rest = Rest.OPEN

    def __post_init__(self) -> None:
        if self.withheld < 0 or any(one.amount <= 0 for one in self.allocations):
            raise ValueError(self.withheld)

    @property
    def taken(self) -> int:
        """What the guests' part takes of the row."""
        return sum(one.amount for one in self.allocations) - self.withheld


def new_order(
    row: str, allocations: Sequence[Allocation] = (), *, withheld: int = 0, rest: Rest = Rest.OPEN
) -> MatchOrder:
    """An order with a fresh id."""
    return MatchOrder(new_id(), row, tuple(allocations), withheld, rest)


def match_row(
    event: EventFile, order: MatchOrder, *, now: datetime, operator: str, learn: bool = True
) -> RowStanding:
    """Match a row to guests, or what is left of one, and post it; returns how the row stands.

    A row whose money was unidentified is identified: the money moves from there to the guests.

    Args:
        event: the event.
        order: what is to be matched how.
        now: the time of the act.
        operator: who does it.
        learn: whether to remember whom the row's text means, where that can mean nobody else.

    Raises:
        RowUnknown, RowHasNothingLeft, NothingToMatch: there is nothing to do.
        MatchAboveRow: the guests would get more than the row has left.
        RefundAbovePaid: the row went out, and is more than the guest paid.
        ActAlreadyRecorded: the order's id stands for another match.
    """
    with event.act(now=now, actor=operator) as act:
        standing = record_match(event, act, order)
        if learn and order.allocations:
            record_alias(event, act, standing.row.text, [one.guest for one in order.allocations])
    return standing


def record_match(event: EventReader, act: Act, order: MatchOrder) -> RowStanding:
    """Match a row as part of an act; see `match_row`."""
    standing = _row(event, order.row)
    if statements.has_match(event, order.id):
        return _repeated(event, order, standing)
    if standing.row.amount < 0:
        entry = _refund(event, order, standing)
    else:
        entry = _receipt(event, order, standing)
    of_the_bank = sum(p.amount for p in entry.postings if p.account == journal.BANK)
    return _post_match(event, act, standing, entry, of_the_bank)


def book_row(
    event: EventFile, row_id: str, account: str, reason: str, *, now: datetime, operator: str
) -> RowStanding:
    """Book what is left of a row to an account: a bank's fee, a gift, an expense that was paid.

    Raises:
        RowUnknown, RowHasNothingLeft: there is nothing to do.
        AccountNotForRows: guests, cash boxes and providers have their own ways.
        ReasonMissing: what it was has to be said.
    """
    if split_account(account)[0] not in bookable_accounts():
        raise AccountNotForRows(account)
    with event.act(now=now, actor=operator) as act:
        standing = _row(event, row_id)
        if not standing.left:
            raise RowHasNothingLeft
        entry = Entry(
            id=new_id(),
            kind=EntryKind.STATEMENT,
            currency=settings.find_event(event).currency,
            postings=(Posting(journal.BANK, standing.left), Posting(account, -standing.left)),
            reason=given(reason),
        )
        return _post_match(event, act, standing, entry, standing.left)


def bookable_accounts() -> tuple[str, ...]:
    """The codes of the accounts a row may be booked to by hand, in the order of the chart."""
    classes = {AccountClass.INCOME, AccountClass.EXPENSE}
    return tuple(code for code, its in CHART.items() if its in classes or code in _BOOKABLE)


def unmatch_row(
    event: EventFile, row_id: str, reason: str, *, now: datetime, operator: str
) -> RowStanding:
    """Take every match of a row back; what they posted is reversed, dated now.

    Raises:
        RowUnknown, NothingToUnmatch: there is nothing to take back.
        ReasonMissing: a correction needs its reason.
    """
    [standing] = unmatch_rows(event, [row_id], reason, now=now, operator=operator)
    return standing


def unmatch_rows(
    event: EventFile, row_ids: Sequence[str], reason: str, *, now: datetime, operator: str
) -> tuple[RowStanding, ...]:
    """Take every match of these rows back, all or none; see `unmatch_row`."""
    reason = given(reason)
    with event.act(now=now, actor=operator) as act:
        return tuple(_unmatch(event, act, row_id, reason) for row_id in row_ids)


def ignore_row(
    event: EventFile, row_id: str, reason: str = "", *, now: datetime, operator: str
) -> RowStanding:
    """Set a row aside that is none of the event's business; it stays in the statement's sum.

    Raises:
        RowUnknown: there is no such row.
        RowNotToIgnore: it is matched.
    """
    with event.act(now=now, actor=operator) as act:
        standing = _row(event, row_id, of_any_account=True)
        if standing.state not in {RowState.OPEN, RowState.IGNORED}:
            raise RowNotToIgnore
        act.record(StatementRowIgnored(row=standing.id, reason=reason))
        return _row(event, standing.id, of_any_account=True)


def restore_row(event: EventFile, row_id: str, *, now: datetime, operator: str) -> RowStanding:
    """Bring an ignored row back.

    Raises:
        RowUnknown: there is no such row.
    """
    with event.act(now=now, actor=operator) as act:
        standing = _row(event, row_id, of_any_account=True)
        act.record(StatementRowIgnored(row=standing.id, ignored=False))
        return _row(event, standing.id, of_any_account=True)


def _row(event: EventReader, row_id: str, *, of_any_account: bool = False) -> RowStanding:
    standing = statements.find_row(event, row_id)
    if standing is None or not (of_any_account or standing.account is StatementAccount.BANK):
        raise RowUnknown
    return standing


def _unmatch(event: EventReader, act: Act, row_id: str, reason: str) -> RowStanding:
    standing = _row(event, row_id, of_any_account=True)
    matches = statements.list_standing_matches(event, standing.id)
    if not matches:
        raise NothingToUnmatch
    for match in reversed(matches):
        posted = find_entry(event, match.entry)
        if match.posted and posted is not None:
            refuse_when_used(event, posted.entry)
            post(act, reversal_of(posted.entry, reason=reason))
        act.record(StatementRowUnmatched(match=match.id, reason=reason))
    return _row(event, standing.id, of_any_account=True)


def _receipt(event: EventReader, order: MatchOrder, standing: RowStanding) -> Entry:
    """The entry of money that came in, from the bank or from the unidentified receipts."""
    currency = settings.find_event(event).currency
    known = not standing.left and standing.unidentified > 0
    left = standing.unidentified if known else standing.left
    if not left:
        raise RowHasNothingLeft
    if order.taken > left:
        raise MatchAboveRow(Money(order.taken, currency), Money(left, currency))
    rest = left - order.taken
    if order.rest is Rest.OPEN or (known and order.rest is Rest.UNIDENTIFIED):
        rest = 0
    if order.taken + rest <= 0:
        raise NothingToMatch
    shares = [_share(event, one) for one in _together(order.allocations)]
    kind = EntryKind.DEPOSIT if shares else EntryKind.STATEMENT
    if any(share.due for share in shares):
        kind = EntryKind.PAYMENT
    return Entry(
        id=order.id,
        kind=kind,
        currency=currency,
        postings=journal.transfer_received(
            shares,
            source=journal.UNIDENTIFIED_RECEIPTS if known else journal.BANK,
            withheld=order.withheld,
            rest=rest,
            rest_account=_REST_ACCOUNTS[order.rest],
        ),
        guest=shares[0].guest if shares else None,
        tender=Tender.TRANSFER if shares else None,
    )


def _refund(event: EventReader, order: MatchOrder, standing: RowStanding) -> Entry:
    """The entry of money that went back to guests."""
    currency = settings.find_event(event).currency
    if not standing.left:
        raise RowHasNothingLeft
    if not order.allocations or order.withheld or order.rest is not Rest.OPEN:
        raise NothingToMatch
    if order.taken > -standing.left:
        raise MatchAboveRow(Money(order.taken, currency), Money(-standing.left, currency))
    shares = _together(order.allocations)
    for one in shares:
        balance = find_balance(event, one.guest)
        refundable = balance.paid - balance.refunded
        if one.amount > refundable:
            raise RefundAbovePaid(Money(one.amount, currency), Money(refundable, currency))
    return Entry(
        id=order.id,
        kind=EntryKind.REFUND,
        currency=currency,
        postings=(
            *(Posting(journal.GUEST_RECEIVABLE, one.amount, one.guest) for one in shares),
            Posting(journal.BANK, -order.taken),
        ),
        guest=shares[0].guest,
        tender=Tender.TRANSFER,
    )


def _post_match(
    event: EventReader, act: Act, standing: RowStanding, entry: Entry, of_the_bank: int
) -> RowStanding:
    post(act, entry)
    act.record(
        StatementRowMatched(match=entry.id, row=standing.id, entry=entry.id, amount=of_the_bank)
    )
    if standing.ignored:
        act.record(StatementRowIgnored(row=standing.id, ignored=False))
    return _row(event, standing.id)


def _share(event: EventReader, allocation: Allocation) -> TransferShare:
    """What a guest's part settles: money the books have as under way first, then what is due."""
    guest, amount = allocation.guest, allocation.amount
    under_way = statements.under_way_of(event, guest)
    if amount == due_of(event, guest) != under_way:
        under_way = 0
    settled = min(amount, under_way)
    return TransferShare(guest, settled, amount - settled)


def _together(allocations: Sequence[Allocation]) -> list[Allocation]:
    """One allocation a guest."""
    amounts: dict[str, int] = {}
    for one in allocations:
        amounts[one.guest] = amounts.get(one.guest, 0) + one.amount
    return [Allocation(guest, amount) for guest, amount in amounts.items()]


def _repeated(event: EventReader, order: MatchOrder, standing: RowStanding) -> RowStanding:
    """How the row stands, if this very match is on record."""
    posted = find_entry(event, order.id)
    match = next(
        (m for m in statements.list_standing_matches(event, standing.id) if m.id == order.id), None
    )
    if posted is None or match is None:
        raise ActAlreadyRecorded
    given_to: dict[str, int] = {}
    for posting in posted.entry.postings:
        if posting.guest is not None:
            given_to[posting.guest] = given_to.get(posting.guest, 0) + abs(posting.amount)
    if given_to != {one.guest: one.amount for one in _together(order.allocations)}:
        raise ActAlreadyRecorded
    return standing
