"""Vouchers 証憑: what money went out or came in for besides guests' fees, and how it is booked."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception_app.domain import journal
from reception_app.domain.errors import ReceptionError
from reception_app.domain.journal import EntryKind, Posting
from reception_app.domain.ledger import CHART, AccountClass, split_account
from reception_app.domain.money import Money

PART_DIGITS = 8
"""So much of an id tells one organizer, prepayment or bill from another in an account's code."""


class VoucherKind(StrEnum):
    """What happened; the values are those of `EntryKind`.

    支払, 収入, 立替の精算, 仮払, 仮払の戻し, 前払, 未払の支払, 銀行への預け入れ.
    """

    EXPENSE = "expense"
    INCOME = "income"
    REPAYMENT = "repayment"
    ADVANCE = "advance"
    ADVANCE_BACK = "advance_back"
    PREPAYMENT = "prepayment"
    BILL = "bill"
    BANK_DEPOSIT = "bank_deposit"

    @property
    def entry_kind(self) -> EntryKind:
        """The kind of its journal entry."""
        return EntryKind(self.value)


class Channel(StrEnum):
    """Where the money came from or went to.

    `ORGANIZER` paid out of their own pocket 立替, `ADVANCE` is money an organizer was given before
    仮払, `PREPAID` was paid before 前払, `LATER` is not paid yet 未払.
    """

    SAFE = "safe"
    BOX = "box"
    BANK = "bank"
    ORGANIZER = "organizer"
    ADVANCE = "advance"
    PREPAID = "prepaid"
    LATER = "later"


_MONEY = (Channel.SAFE, Channel.BOX, Channel.BANK)
CHANNELS: dict[VoucherKind, tuple[Channel, ...]] = {
    VoucherKind.EXPENSE: tuple(Channel),
    VoucherKind.INCOME: _MONEY,
    VoucherKind.REPAYMENT: _MONEY,
    VoucherKind.ADVANCE: _MONEY,
    VoucherKind.ADVANCE_BACK: _MONEY,
    VoucherKind.PREPAYMENT: (*_MONEY, Channel.ORGANIZER),
    VoucherKind.BILL: (*_MONEY, Channel.ORGANIZER),
    VoucherKind.BANK_DEPOSIT: (Channel.SAFE, Channel.BOX),
}
"""By which channels each kind can be, the usual one first."""

_COMES_IN = frozenset({VoucherKind.INCOME, VoucherKind.ADVANCE_BACK})
_OF_ORGANIZERS = frozenset({VoucherKind.REPAYMENT, VoucherKind.ADVANCE, VoucherKind.ADVANCE_BACK})
NEEDS_EVIDENCE = frozenset({VoucherKind.EXPENSE, VoucherKind.PREPAYMENT, VoucherKind.BILL})
"""Kinds for which a receipt or a reason without one is asked."""

EXPENSE_ACCOUNTS = ("5100", "5200", "5300", "5400", "5500", "5800")
"""What an organizer books by hand; the other expenses follow from what happens at the door."""
INCOME_ACCOUNTS = (journal.SPONSORS, journal.GIFTS, journal.OTHER_INCOME)


@dataclass(eq=False)
class NothingToBook(ReceptionError):
    """The amount is zero or less."""


class AccountMissing(ReceptionError):
    """An expense or income needs the account it is booked to."""


@dataclass(eq=False)
class AccountNotForVouchers(ReceptionError):
    """The account is none that money goes out or comes in for."""

    account: str


@dataclass(eq=False)
class ChannelNotPossible(ReceptionError):
    """Money of this kind cannot go this way."""

    channel: str


@dataclass(eq=False)
class OrganizerMissing(ReceptionError):
    """It has to be said which organizer paid, or holds the money."""


@dataclass(eq=False)
class SettledMissing(ReceptionError):
    """It has to be said which prepayment is used up, or which bill is paid."""


@dataclass(eq=False)
class AboveBalance(ReceptionError):
    """More was to be taken than is left: of a debt, an advance, a prepayment or a cash box."""

    asked: Money
    left: Money


@dataclass(frozen=True, slots=True)
class NewVoucher:
    """What is to be booked; `id` is made when the question is asked, so that it is booked once.

    `account` is what the money is for, of an expense or income; the others follow from the kind.
    `settles` is the prepayment that is used up, or the bill that is paid. `no_receipt` says why
    there is no evidence.
    """

    id: str
    kind: VoucherKind
    day: date
    amount: Money
    channel: Channel
    account: str = ""
    organizer: str | None = None
    settles: str | None = None
    box: str | None = None
    payee: str = ""
    purpose: str = ""
    no_receipt: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A photo or PDF in the event file, known by the SHA-256 of its content; `size` in bytes."""

    id: str
    voucher: str
    sha256: str
    size: int
    media_type: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher on record, `number` 証憑No; `reversed` says that it was taken back."""

    id: str
    number: int
    kind: VoucherKind
    day: date
    amount: Money
    channel: Channel
    account: str
    organizer: str | None
    settles: str | None
    box: str | None
    payee: str
    purpose: str
    no_receipt: str
    at: datetime
    operator: str
    reversed: bool
    evidence: tuple[Evidence, ...] = ()

    @property
    def lacks_evidence(self) -> bool:
        """Whether a receipt, or a reason without one, is still to be given."""
        wanted = self.kind in NEEDS_EVIDENCE and self.channel is not Channel.PREPAID
        return wanted and not self.reversed and not self.evidence and not self.no_receipt


def organizer_debt(organizer: str) -> str:
    """The account of what an organizer is owed 立替."""
    return f"{journal.OWED_TO_ORGANIZERS}-{organizer[:PART_DIGITS]}"


def organizer_advance(organizer: str) -> str:
    """The account of what an organizer was given before 仮払."""
    return f"{journal.ADVANCES}-{organizer[:PART_DIGITS]}"


def prepayment(voucher: str) -> str:
    """The account of what is left of a prepayment 前払."""
    return f"{journal.PREPAID}-{voucher[:PART_DIGITS]}"


def bill(voucher: str) -> str:
    """The account of what is still to be paid of an expense 未払."""
    return f"{journal.VENDORS}-{voucher[:PART_DIGITS]}"


def check_order(order: NewVoucher) -> None:
    """Refuse what cannot be booked, whatever the books say.

    Raises:
        NothingToBook, AccountMissing, AccountNotForVouchers, ChannelNotPossible, OrganizerMissing,
        SettledMissing: what is wrong with it.
    """
    if order.amount.minor <= 0:
        raise NothingToBook
    if order.channel not in CHANNELS[order.kind]:
        raise ChannelNotPossible(order.channel.value)
    of_kind = {
        VoucherKind.EXPENSE: AccountClass.EXPENSE, VoucherKind.INCOME: AccountClass.INCOME,
    }.get(order.kind)  # fmt: skip
    if of_kind and not order.account:
        raise AccountMissing
    if of_kind and CHART.get(split_account(order.account)[0]) is not of_kind:
        raise AccountNotForVouchers(order.account)
    of_organizer = order.kind in _OF_ORGANIZERS or order.channel in {
        Channel.ORGANIZER,
        Channel.ADVANCE,
    }
    if of_organizer and not order.organizer:
        raise OrganizerMissing
    if (order.kind is VoucherKind.BILL or order.channel is Channel.PREPAID) and not order.settles:
        raise SettledMissing


def postings_of(order: NewVoucher) -> tuple[Posting, ...]:
    """What an order that `check_order` let pass posts."""
    what, way, amount = account_of(order), channel_account(order), order.amount.minor
    if order.kind in _COMES_IN:
        return (Posting(way, amount), Posting(what, -amount))
    return (Posting(what, amount), Posting(way, -amount))


def account_of(order: NewVoucher) -> str:
    """What the money is for."""
    match order.kind:
        case VoucherKind.EXPENSE | VoucherKind.INCOME:
            return order.account
        case VoucherKind.REPAYMENT:
            return organizer_debt(order.organizer or "")
        case VoucherKind.ADVANCE | VoucherKind.ADVANCE_BACK:
            return organizer_advance(order.organizer or "")
        case VoucherKind.PREPAYMENT:
            return prepayment(order.id)
        case VoucherKind.BILL:
            return bill(order.settles or "")
        case VoucherKind.BANK_DEPOSIT:
            return journal.DEPOSIT_IN_TRANSIT


def channel_account(order: NewVoucher) -> str:
    """Where the money comes from or goes to.

    What went by bank is under way until the bank's statement shows it, so the bank's account always
    equals the statement.
    """
    return {
        Channel.SAFE: journal.SAFE,
        Channel.BOX: journal.desk_cash(order.box or ""),
        Channel.BANK: journal.DEPOSIT_IN_TRANSIT,
        Channel.ORGANIZER: organizer_debt(order.organizer or ""),
        Channel.ADVANCE: organizer_advance(order.organizer or ""),
        Channel.PREPAID: prepayment(order.settles or ""),
        Channel.LATER: bill(order.id),
    }[order.channel]


def drawn_upon(order: NewVoucher) -> str | None:
    """The account on which more must stand than the order takes: its balance cannot turn over."""
    if order.kind in {VoucherKind.REPAYMENT, VoucherKind.ADVANCE_BACK, VoucherKind.BILL}:
        return account_of(order)
    if order.channel in {Channel.ADVANCE, Channel.PREPAID}:
        return channel_account(order)
    return None
