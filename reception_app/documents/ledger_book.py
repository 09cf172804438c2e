"""What a ledger workbook holds: plain values; amounts in whole minor units of its currency."""

from dataclasses import dataclass, field
from datetime import date, datetime

from reception_app.domain.budget import BudgetFigure
from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import EntryKind, Tender
from reception_app.domain.ledger import AccountBalance, GuestBalance
from reception_app.domain.settlement import Settlement
from reception_app.domain.totals import EventTotals


@dataclass(frozen=True, slots=True)
class GuestFees:
    """A guest with what they were charged and paid; `category` is what people read."""

    number: int
    name: str
    reading: str
    company: str
    category: str
    introducer: str
    contact: str
    status: GuestStatus
    arrived_at: datetime | None
    balance: GuestBalance


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One posting of the journal with all that is known of its entry.

    `entry` numbers the entries from 1, `shift` the shifts of the cash box `box`. `amount` is
    positive for debit, negative for credit. `voucher` is its 証憑No, `note` whom it was paid to and
    what for. `origin` is the kind of the entry, or of the one a
    correction takes back, whose number is `corrects`.
    """

    entry: int
    at: datetime
    kind: EntryKind
    origin: EntryKind
    account: str
    amount: int
    guest: int | None = None
    guest_name: str = ""
    tender: Tender | None = None
    box: str = ""
    shift: int | None = None
    receipt: str = ""
    operator: str = ""
    reason: str = ""
    corrects: int | None = None
    voucher: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BoxShift:
    """One shift at a cash box. `opening` to `dropped` are what came and went, all positive.

    `expected` is unknown until the box is counted; `difference` is counted less expected.
    """

    box: str
    shift: int
    operator: str
    opened_at: datetime
    closed_at: datetime | None
    opening: int
    received: int
    refunded: int
    dropped: int
    expected: int | None
    counted: int | None
    reason: str

    @property
    def difference(self) -> int | None:
        """Over (positive) or short (negative), once it is counted."""
        if self.counted is None or self.expected is None:
            return None
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One receipt; `entry` is the number of its payment in the journal."""

    label: str
    at: datetime
    payee: str
    amount: int
    tender: Tender
    void: bool
    copies: int
    entry: int | None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check in words: how it came out (`ok`, `warning`, `red`), and what to do about it."""

    level: str
    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """One voucher 証憑; `entry` is the number of its entry, `files` how many files stand behind it.

    `sha256` are those of the files; `state` says in words what is missing or taken back.
    """

    number: int
    day: date
    kind: EntryKind
    payee: str
    purpose: str
    account: str
    channel: str
    amount: int
    files: int
    sha256: str
    state: str
    entry: int | None


@dataclass(frozen=True, slots=True)
class BankLine:
    """One row of the bank's statements, in minor units; `left` is what no match took yet."""

    day: date
    text: str
    amount: int
    balance: int | None
    matched: int
    left: int
    state: str


@dataclass(frozen=True, slots=True)
class LedgerBook:
    """The books of one event as of `made_at`.

    `categories` maps each category's code to its name, `parts` each account to what people call its
    part (`2100-a1b2c3d4` is `高橋`); `records` counts the facts they follow from,
    and `seal` is the hash of the last one.
    """

    event_name: str
    day: date
    venue: str
    currency: str
    made_at: datetime
    records: int
    seal: str
    categories: dict[str, str]
    guests: tuple[GuestFees, ...]
    journal: tuple[JournalLine, ...]
    accounts: tuple[AccountBalance, ...]
    boxes: tuple[BoxShift, ...]
    receipts: tuple[ReceiptLine, ...]
    checks: tuple[CheckLine, ...]
    totals: EventTotals
    settlement: Settlement
    parts: dict[str, str] = field(default_factory=dict)
    budget: tuple[BudgetFigure, ...] = ()
    vouchers: tuple[VoucherLine, ...] = ()
    bank: tuple[BankLine, ...] = ()
