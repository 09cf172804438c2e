"""The journal 仕訳帳: balanced entries of whole minor units, and the postings of each act.

A posting's amount is positive on the debit side and negative on the credit side, so an entry
balances when its amounts sum to zero. Accounts are codes of `ledger.CHART`; accounts that come once
per cash box, category or person carry it after a hyphen: `1000-A`, `4100-会員`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money

DESK_CASH = "1000"
SAFE = "1050"
BANK = "1100"
DEPOSIT_IN_TRANSIT = "1150"
PAYPAY_CLEARING = "1200"
CARD_CLEARING = "1210"
GUEST_RECEIVABLE = "1300"
ADVANCES = "1400"
PREPAID = "1500"
OWED_TO_ORGANIZERS = "2100"
VENDORS = "2200"
FEES = "4100"
WALK_IN_FEES = "4150"
CANCEL_FEES = "4200"
SPONSORS = "4300"
GIFTS = "4400"
OTHER_INCOME = "4900"
CASH_OVER = "4990"
TRANSFER_FEES = "5800"
FEE_WAIVERS = "5900"
CASH_SHORT = "5990"
UNCOLLECTABLE = "5950"
UNIDENTIFIED_RECEIPTS = "2900"
CARRIED_FORWARD = "3000"


class Tender(StrEnum):
    """How a guest pays 支払手段; an entry paid by several at once is mixed 併用."""

    CASH = "cash"
    PAYPAY = "paypay"
    CARD = "card"
    TRANSFER = "transfer"
    MIXED = "mixed"


SINGLE_TENDERS = (Tender.CASH, Tender.PAYPAY, Tender.CARD, Tender.TRANSFER)
"""Tenders that bring money into an account of their own."""


class EntryKind(StrEnum):
    """Which act an entry records."""

    CHARGE = "charge"
    COMPLIMENTARY = "complimentary"
    PAYMENT = "payment"
    CANCELLATION = "cancellation"
    FLOAT_OUT = "float_out"
    DROP = "drop"
    FLOAT_BACK = "float_back"
    OPENING_DIFFERENCE = "opening_difference"
    OVER_SHORT = "over_short"
    TOP_UP = "top_up"
    REFUND = "refund"
    MOVE = "move"
    GIFT = "gift"
    WRITE_OFF = "write_off"
    DEPOSIT = "deposit"
    PAYOUT = "payout"
    STATEMENT = "statement"
    EXPENSE = "expense"
    INCOME = "income"
    REPAYMENT = "repayment"
    ADVANCE = "advance"
    ADVANCE_BACK = "advance_back"
    PREPAYMENT = "prepayment"
    BILL = "bill"
    BANK_DEPOSIT = "bank_deposit"
    OPENING = "opening"
    REVERSAL = "reversal"


@dataclass(eq=False)
class TenderBelowDue(ReceptionError):
    """The cash handed over is less than what is to be paid."""

    tendered: Money
    due: Money


@dataclass(eq=False)
class NothingDue(ReceptionError):
    """The guest owes nothing, so there is no payment to take."""


@dataclass(eq=False)
class PaidAboveDue(ReceptionError):
    """More was to be taken than is due: nobody gives change on a card."""

    paid: Money
    due: Money


@dataclass(eq=False)
class ActAlreadyRecorded(ReceptionError):
    """An act with this id is on record with another content; it was not recorded again."""


@dataclass(eq=False)
class AlreadyReversed(ReceptionError):
    """The entry was corrected already, or is itself a correction."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of an entry 仕訳の一行: `amount` in minor units, debit positive, credit negative."""

    account: str
    amount: int
    guest: str | None = None


@dataclass(frozen=True, slots=True)
class CashTendered:
    """Cash handed over and the change お釣り given back, in minor units; stored, never posted."""

    tendered: int
    change: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry 仕訳. `box` and `shift` name the cash box it touched, if any."""

    id: str
    kind: EntryKind
    currency: str
    postings: tuple[Posting, ...]
    guest: str | None = None
    tender: Tender | None = None
    cash: CashTendered | None = None
    box: str | None = None
    shift: str | None = None
    reverses: str | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        if not is_balanced(self.postings):
            raise ValueError(self.kind)


def is_balanced(postings: Iterable[Posting]) -> bool:
    """Whether the amounts sum to zero, over at least two postings, none of them zero."""
    amounts = [posting.amount for posting in postings]
    return len(amounts) > 1 and sum(amounts) == 0 and 0 not in amounts


def desk_cash(box: str) -> str:
    """The account of one cash box."""
    return f"{DESK_CASH}-{box}"


def money_account(tender: Tender, box: str) -> str:
    """The account that grows when a guest pays with this tender at this cash box.

    A transfer is in transit until the bank statement shows it.
    """
    match tender:
        case Tender.CASH:
            return desk_cash(box)
        case Tender.PAYPAY:
            return PAYPAY_CLEARING
        case Tender.CARD:
            return CARD_CLEARING
        case Tender.TRANSFER:
            return DEPOSIT_IN_TRANSIT
        case Tender.MIXED:
            raise ValueError(tender)  # each of its parts has an account of its own


def tender_of(account: str) -> Tender | None:
    """The tender that brings money to this account, None for an account that holds no money."""
    return _TENDERS.get(account.partition("-")[0])


_TENDERS = {
    DESK_CASH: Tender.CASH,
    PAYPAY_CLEARING: Tender.PAYPAY,
    CARD_CLEARING: Tender.CARD,
    DEPOSIT_IN_TRANSIT: Tender.TRANSFER,
    BANK: Tender.TRANSFER,
}


def charge(guest: str, fee: Money, *, category: str, walk_in: bool = False) -> tuple[Posting, ...]:
    """Charge fee 参加費を確定."""
    income = WALK_IN_FEES if walk_in else f"{FEES}-{category}"
    return (Posting(GUEST_RECEIVABLE, fee.minor, guest), Posting(income, -fee.minor))


def waive(guest: str, fee: Money) -> tuple[Posting, ...]:
    """Complimentary ご招待 or a discount: the list price stays visible as charged."""
    return (Posting(FEE_WAIVERS, fee.minor), Posting(GUEST_RECEIVABLE, -fee.minor, guest))


def payment(guest: str, amount: Money, account: str) -> tuple[Posting, ...]:
    """A guest's payment 入金 into a money account."""
    return (Posting(account, amount.minor), Posting(GUEST_RECEIVABLE, -amount.minor, guest))


@dataclass(frozen=True, slots=True)
class TenderPart:
    """What is paid by one tender of several; below zero for cash given back on a card."""

    tender: Tender
    amount: Money


def payment_for(
    shares: Iterable[tuple[str, int]], parts: Iterable[TenderPart], *, box: str
) -> tuple[Posting, ...]:
    """One payment まとめ払い for these shares of guests (minor units), by one tender or several."""
    return (
        *(Posting(money_account(part.tender, box), part.amount.minor) for part in parts),
        *(Posting(GUEST_RECEIVABLE, -amount, guest) for guest, amount in shares),
    )


def share_out(owed: Iterable[tuple[str, int]], paid: int) -> tuple[tuple[str, int], ...]:
    """How much of `paid` each guest gets who owes so much, one after the other; minor units.

    Whoever comes last goes short. Guests who owe nothing, or get nothing, are left out.
    """
    shares = []
    for guest, amount in owed:
        share = min(max(amount, 0), paid)
        if share:
            shares.append((guest, share))
            paid -= share
    return tuple(shares)


def refund(guest: str, amount: Money, account: str) -> tuple[Posting, ...]:
    """Refund 返金 from a money account: the mirror of a payment."""
    return mirror(payment(guest, amount, account))


def gift(guest: str, amount: Money) -> tuple[Posting, ...]:
    """What a guest paid too much becomes a gift 寄付."""
    return (Posting(GUEST_RECEIVABLE, amount.minor, guest), Posting(GIFTS, -amount.minor))


def write_off(guest: str, amount: Money) -> tuple[Posting, ...]:
    """Nobody expects a guest to pay any more 貸倒."""
    return (Posting(UNCOLLECTABLE, amount.minor), Posting(GUEST_RECEIVABLE, -amount.minor, guest))


def move(amount: Money, *, payer: str, guest: str) -> tuple[Posting, ...]:
    """What one guest paid becomes another's payment 振替."""
    return (
        Posting(GUEST_RECEIVABLE, amount.minor, payer),
        Posting(GUEST_RECEIVABLE, -amount.minor, guest),
    )


def cancel_fee(guest: str, fee: Money) -> tuple[Posting, ...]:
    """A cancellation fee キャンセル料."""
    return (Posting(GUEST_RECEIVABLE, fee.minor, guest), Posting(CANCEL_FEES, -fee.minor))


def transfer(amount: Money, *, source: str, target: str) -> tuple[Posting, ...]:
    """Money carried from one money account to another, such as a float or a drop."""
    return (Posting(target, amount.minor), Posting(source, -amount.minor))


@dataclass(frozen=True, slots=True)
class TransferShare:
    """What one guest gets of a transfer, in minor units.

    `under_way` is the part the books had as a deposit in transit already, `due` the rest.
    """

    guest: str
    under_way: int
    due: int


def transfer_received(
    shares: Iterable[TransferShare], *, source: str, withheld: int = 0, rest: int = 0,
    rest_account: str = UNIDENTIFIED_RECEIPTS,
) -> tuple[Posting, ...]:  # fmt: skip
    """Bank row matched 入金消込, amounts in minor units.

    Args:
        shares: what each guest gets.
        source: the bank, or the unidentified receipts when they are identified later.
        withheld: what a bank kept as its fee; the guests get their shares in full.
        rest: what is nobody's share.
        rest_account: where the rest goes: unidentified receipts, or gifts.
    """
    credited = [
        posting
        for share in shares
        for posting in (
            Posting(DEPOSIT_IN_TRANSIT, -share.under_way, share.guest),
            Posting(GUEST_RECEIVABLE, -share.due, share.guest),
        )
    ]
    credited.append(Posting(rest_account, -rest))
    received = -sum(posting.amount for posting in credited) - withheld
    postings = (Posting(source, received), Posting(TRANSFER_FEES, withheld), *credited)
    return tuple(posting for posting in postings if posting.amount)


def payout(net: int, fee: int, clearing: str) -> tuple[Posting, ...]:
    """A provider's payout arrives at the bank, its fee split off; minor units."""
    postings = (Posting(BANK, net), Posting(TRANSFER_FEES, fee), Posting(clearing, -net - fee))
    return tuple(posting for posting in postings if posting.amount)


def over_short(box: str, difference: Money) -> tuple[Posting, ...]:
    """Over/short 過不足: afterwards the ledger says what was counted. `difference` is not zero."""
    other = CASH_OVER if difference.minor > 0 else CASH_SHORT
    return (Posting(desk_cash(box), difference.minor), Posting(other, -difference.minor))


def opening(balances: Mapping[str, int]) -> tuple[Posting, ...]:
    """Carried forward 前回繰越: the balances an event begins with, minor units, debits positive."""
    carried = -sum(balances.values())
    postings = [Posting(account, amount) for account, amount in balances.items()]
    return tuple(p for p in (*postings, Posting(CARRIED_FORWARD, carried)) if p.amount)


def mirror(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """The postings of a reversal 取消仕訳."""
    return tuple(Posting(p.account, -p.amount, p.guest) for p in postings)


def change_for(tendered: Money, due: Money) -> Money:
    """The change to give.

    Raises:
        TenderBelowDue: less was handed over than is due.
    """
    if tendered < due:
        raise TenderBelowDue(tendered, due)
    return tendered - due
