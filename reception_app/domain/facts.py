"""Facts: what happened, each kind one frozen value; the clock that orders them; their hash chain.

A fact is appended, never edited. Personal values are not part of it: `Fact.body` carries a salted
hash of them, and the values themselves can be erased without breaking the chain.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

GENESIS_HASH = "0" * 64
"""The previous hash of a desk's first fact."""

JsonObject = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class EventCreated:
    """The event's first fact. `date` is ISO; `tag` the four digits in its badge codes."""

    event: str
    tag: str
    name: str
    date: str
    currency: str
    language: str
    venue: str = ""
    receipt_prefix: str = ""


@dataclass(frozen=True, kw_only=True)
class EventChanged:
    """Settings of the event; the last writer of each wins."""

    fields: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class OperatorNamed:
    """An operator 受付係 began to work; the name is a personal value."""

    operator: str


@dataclass(frozen=True, kw_only=True)
class GuestRecorded:
    """A guest is on the list; `source` says from where (`form.xlsx 14`, `walk-in`).

    `fields` are those of `guest.NOT_PERSONAL`; the others are personal values. `list_import` is the
    import of a guest list that brought the guest.
    """

    guest: str
    number: int
    fields: dict[str, str]
    host: str | None = None
    walk_in: bool = False
    source: str = ""
    list_import: str | None = None


@dataclass(frozen=True, kw_only=True)
class GuestChanged:
    """Fields of a guest were written; personal ones are personal values.

    `list_import` is the import of a guest list that wrote them, None when a person did.
    """

    guest: str
    fields: dict[str, str]
    list_import: str | None = None


@dataclass(frozen=True, kw_only=True)
class StatusChanged:
    """An invitation was accepted, cancelled, blocked and so on.

    `list_import` is the import of a guest list that said so, None when a person did.
    """

    guest: str
    status: str
    reason: str = ""
    list_import: str | None = None


@dataclass(frozen=True, kw_only=True)
class ListImported:
    """A guest list was taken in: `guests` stand on it, each `[guest, row, companions]`.

    `headings_key` is the same for every list with these headings.
    """

    list_import: str
    file: str
    headings_key: str
    guests: list[list[Any]]


@dataclass(frozen=True, kw_only=True)
class ListOverruled:
    """A list said these of a guest, and what stood there was kept; its words are remembered.

    `fields` may hold `status`; personal ones are personal values.
    """

    guest: str
    list_import: str
    fields: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class ListMappingChosen:
    """What the columns of lists with these headings mean: `[column from 0, field]` each.

    Texts that stand for a whole column are personal values, by field: they may be names.
    """

    headings_key: str
    columns: list[list[Any]]


@dataclass(frozen=True, kw_only=True)
class BadgeIssued:
    """A code opens the door for a guest; `alias` marks a foreign code, such as a ticket's."""

    guest: str
    badge_code: str
    alias: bool = False


@dataclass(frozen=True, kw_only=True)
class BadgeRevoked:
    """A code opens the door no longer."""

    badge_code: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SpareBadgesMade:
    """Codes for blank name tags 予備の名札 that are nobody's yet; each is `[number, code]`.

    A spare becomes a guest's by `BadgeIssued` with its code.
    """

    badges: list[list[Any]]


@dataclass(frozen=True, kw_only=True)
class FeePlanChanged:
    """The whole fee plan as it is from now on."""

    categories: list[JsonObject]


@dataclass(frozen=True, kw_only=True)
class EntryPosted:
    """A journal entry; `postings` are `[account, amount, guest or null]`."""

    entry: str
    entry_kind: str
    currency: str
    postings: list[list[Any]]
    guest: str | None = None
    tender: str | None = None
    tendered: int | None = None
    change: int | None = None
    box: str | None = None
    shift: str | None = None
    reverses: str | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class OrganizerNamed:
    """An organizer 幹事 pays for the event or holds its money; the name is a personal value."""

    organizer: str


@dataclass(frozen=True, kw_only=True)
class VoucherRecorded:
    """What an entry of money going out or coming in was for: voucher `number` 証憑No.

    `voucher` is the entry's id, `day` the ISO date on the paper. Payee and purpose are personal
    values. `settles` is the prepayment that is used up, or the bill that is paid.
    """

    voucher: str
    number: int
    voucher_kind: str
    day: str
    channel: str
    account: str
    organizer: str | None = None
    settles: str | None = None


@dataclass(frozen=True, kw_only=True)
class NoReceiptExplained:
    """Why there is no receipt for a voucher; an empty reason takes the last one back."""

    voucher: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class EvidenceAttached:
    """A photo or PDF belongs to a voucher; its content is a stored file. The name is personal."""

    evidence: str
    voucher: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, kw_only=True)
class EvidenceWithdrawn:
    """A file was attached by mistake; its content is emptied where nothing else needs it."""

    evidence: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class BudgetSet:
    """The whole budget 予算 as it is from now on; see `domain.budget.BudgetLine`."""

    lines: list[JsonObject]


@dataclass(frozen=True, kw_only=True)
class EventSealed:
    """The books are final 会計確定 as version `version` of the report.

    `entries` counts the entries there were, `balances` are the accounts then, in minor units.
    """

    seal: str
    version: int
    entries: int
    balances: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class EventUnsealed:
    """A seal was broken, for this reason, to post something more."""

    seal: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class NoShowsCharged:
    """Guests who did not come 欠席 owe another fee from now on.

    Each of `guests` is the guest's id and the entries that were taken back for it: the charge and
    then its waivers. The fee that took their place is the entry `run-guest`, where there is one.
    """

    run: str
    guests: list[list[str]]


@dataclass(frozen=True, kw_only=True)
class NoShowsTakenBack:
    """The fees for not having come were a mistake, and the ordinary fees hold again."""

    run: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReceiptIssued:
    """A receipt with the next number of its box's series; the payee is a personal value."""

    receipt: str
    prefix: str
    box: str
    number: int
    entry: str
    guest: str | None
    amount: int
    currency: str
    tender: str


@dataclass(frozen=True, kw_only=True)
class ReceiptVoided:
    """A receipt is void; number and row stay."""

    receipt: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReceiptReprinted:
    """A receipt was printed again."""

    receipt: str


@dataclass(frozen=True, kw_only=True)
class Admitted:
    """A guest entered. `scan` is the random id of the scan, by which merging de-duplicates.

    `payment` is the entry of a payment taken in the same act. `noted_at` is when it was by the
    paper list, ISO with offset, where it was entered later than it happened.
    """

    admission: str
    guest: str
    desk: str
    scan: str
    payment: str | None = None
    forced: bool = False
    reason: str = ""
    noted_at: str = ""


@dataclass(frozen=True, kw_only=True)
class AdmissionVoided:
    """An admission was a mistake and is undone."""

    admission: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Left:
    """A guest went out and may come back."""

    guest: str
    desk: str


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A scan that let nobody in; `text` is the badge code that was read when no guest was found.

    Any other text that was read is a personal value.
    """

    scan: str
    desk: str
    verdict: str
    guest: str | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class PaymentPromised:
    """A guest entered without paying and said why, and until when: `until` is ISO or empty."""

    guest: str
    reason: str
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class ShiftOpened:
    """A cash box was opened; `count` is `[[denomination, pieces], …]`, empty when only a sum.

    `follows` is the shift whose cash was left in the box: what it counted is what this one took
    over, and a difference is posted.
    """

    shift: str
    box: str
    operator: str
    opening: int
    currency: str
    count: list[list[int]] = field(default_factory=list)
    follows: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftCounted:
    """A blind count of a cash box; `counter` is the operator who counted, the actor when None."""

    shift: str
    counted: int
    count: list[list[int]] = field(default_factory=list)
    counter: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShiftClosed:
    """A cash box was closed; what was expected and counted stays readable.

    `kept` says that the cash stays in the box for the next shift, rather than going to the safe.
    """

    shift: str
    expected: int
    counted: int
    reason: str = ""
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class NameTagsPrinted:
    """Name tags were printed for these guests, in this order."""

    guests: list[str]
    design: str


@dataclass(frozen=True, kw_only=True)
class NameTagHandedOut:
    """A guest was given their name tag at a desk, which is not the same as having come in."""

    guest: str
    desk: str


@dataclass(frozen=True, kw_only=True)
class TagDesignSaved:
    """A tag design 名札のデザイン was made or changed; `body` is the whole of it."""

    design: str
    name: str
    body: JsonObject


@dataclass(frozen=True, kw_only=True)
class TagDesignRemoved:
    """A tag design is offered no longer."""

    design: str


@dataclass(frozen=True, kw_only=True)
class PictureKept:
    """A picture for paper, such as the event's logo; `picture` is the SHA-256 of its content.

    `content` is base64, `media` is `png` or `jpeg`.
    """

    picture: str
    media: str
    width: int
    height: int
    content: str


@dataclass(frozen=True, kw_only=True)
class SamePerson:
    """A person says that these guests are one and the same; they stay apart in everything else."""

    link: str
    guests: list[str]


@dataclass(frozen=True, kw_only=True)
class SamePersonWithdrawn:
    """These guests are several people after all."""

    link: str


@dataclass(frozen=True, kw_only=True)
class ToldApart:
    """These guests look like one person and are several, or may be one again after all."""

    guests: list[str]
    apart: bool = True


@dataclass(frozen=True, kw_only=True)
class PastCarried:
    """What earlier events know of a guest: how often they came, how often they did not.

    `owed` is what they still owed the last of them, in minor units; that event's books keep it.
    """

    guest: str
    attended: int
    missed: int
    owed: int
    last_event: str
    last_date: str


@dataclass(frozen=True, kw_only=True)
class Substituted:
    """Somebody comes in a guest's place 代理."""

    guest: str
    substitute: str


@dataclass(frozen=True, kw_only=True)
class Erased:
    """A guest's personal values were erased; `shown_name` stands where the name was."""

    guest: str
    shown_name: str


@dataclass(frozen=True, kw_only=True)
class StatementRead:
    """A statement 入出金明細 of a bank or provider was taken in; amounts in minor units.

    `headings_key` and `mapping` remember how the columns of such a file are to be understood.
    """

    statement: str
    account: str
    source: str
    opening: int | None
    closing: int | None
    account_tail: str = ""
    headings_key: str = ""
    mapping: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StatementWithdrawn:
    """A statement was taken in by mistake: its rows count no longer, unless they are matched."""

    statement: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class StatementRowRead:
    """A row 明細 of a statement; `text` and `reference` are personal values.

    `amount` is positive when it came in; `occurrence` numbers it among equal rows.
    """

    row: str
    statement: str
    account: str
    date: str
    amount: int
    occurrence: int
    balance: int | None = None
    row_kind: str = ""
    time: str = ""
    fee: int = 0
    batch: str = ""


@dataclass(frozen=True, kw_only=True)
class StatementRowMatched:
    """A row was matched 消込: `entry` posts `amount` of it, or had posted it before.

    `posted` says that the entry was posted for this match. `settles` are the payments that a
    provider's payout covers.
    """

    match: str
    row: str
    entry: str
    amount: int
    posted: bool = True
    settles: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class StatementRowUnmatched:
    """A match was a mistake and is undone; what it posted is reversed."""

    match: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class StatementRowIgnored:
    """A row is none of the event's business, or is so again after all."""

    row: str
    ignored: bool = True
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AliasLearned:
    """A payer's text 別名, a personal value, means these guests."""

    alias: str
    guests: list[str]


@dataclass(frozen=True, kw_only=True)
class AliasRemoved:
    """What was learned of a payer is forgotten."""

    alias: str


Payload = (
    EventCreated
    | EventChanged
    | OperatorNamed
    | GuestRecorded
    | GuestChanged
    | StatusChanged
    | ListImported
    | ListOverruled
    | ListMappingChosen
    | SamePerson
    | SamePersonWithdrawn
    | ToldApart
    | PastCarried
    | Substituted
    | Erased
    | BadgeIssued
    | BadgeRevoked
    | SpareBadgesMade
    | FeePlanChanged
    | EntryPosted
    | OrganizerNamed
    | VoucherRecorded
    | NoReceiptExplained
    | EvidenceAttached
    | EvidenceWithdrawn
    | BudgetSet
    | EventSealed
    | EventUnsealed
    | NoShowsCharged
    | NoShowsTakenBack
    | ReceiptIssued
    | ReceiptVoided
    | ReceiptReprinted
    | Admitted
    | AdmissionVoided
    | Left
    | Refused
    | PaymentPromised
    | ShiftOpened
    | ShiftCounted
    | ShiftClosed
    | NameTagsPrinted
    | NameTagHandedOut
    | TagDesignSaved
    | TagDesignRemoved
    | PictureKept
    | StatementRead
    | StatementWithdrawn
    | StatementRowRead
    | StatementRowMatched
    | StatementRowUnmatched
    | StatementRowIgnored
    | AliasLearned
    | AliasRemoved
)
"""What a fact can say."""


def kind_of(payload: type[Payload]) -> str:
    """The name a kind of fact is stored under: `EntryPosted` is `entry_posted`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", payload.__name__).lower()


PAYLOADS: Mapping[str, type[Payload]] = {kind_of(cls): cls for cls in Payload.__args__}
"""Every kind of fact this version knows, by stored name."""
KINDS: Mapping[type[Payload], str] = {cls: kind for kind, cls in PAYLOADS.items()}


@dataclass(frozen=True, slots=True)
class Fact:
    """One link of a desk's chain.

    `hlc` orders facts across desks; `at` is the wall clock's ISO 8601 time with offset, for people.
    `body` is canonical JSON.
    """

    id: str
    desk: str
    seq: int
    hlc: str
    at: str
    kind: str
    body: str
    actor: str
    prev_hash: str
    hash: str

    def payload(self) -> Payload | None:
        """What the fact says, or None when only a newer version knows its kind or its fields."""
        cls = PAYLOADS.get(self.kind)
        if cls is None:
            return None
        body: JsonObject = json.loads(self.body)
        body.pop("personal", None)
        if not body.keys() <= cls.__dataclass_fields__.keys():
            return None
        return cls(**body)


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical_json(value: Any) -> str:
    """The one way a value is written as JSON: sorted keys, no spaces, real characters."""
    return _encode(value)


def body_of(payload: Payload, personal_hash: str | None) -> str:
    """A fact's body; `personal` is the hash of the personal values that belong to it."""
    body = dict(vars(payload))
    if personal_hash is not None:
        body["personal"] = personal_hash
    return canonical_json(body)


def personal_hash(salt: str, values_json: str) -> str:
    """The salted hash by which a fact vouches for personal values it does not contain."""
    return hashlib.sha256(f"{salt}|{values_json}".encode()).hexdigest()


def link_hash(
    prev_hash: str, *, fact_id: str, desk: str, seq: int, hlc: str, at: str, kind: str,
    body: str, actor: str,
) -> str:  # fmt: skip
    """The SHA-256 hash of a fact in its chain, in hex."""
    linked = "\n".join((prev_hash, fact_id, desk, str(seq), hlc, at, kind, actor, body))
    return hashlib.sha256(linked.encode()).hexdigest()


def first_broken_link(chain: Iterable[Fact]) -> Fact | None:
    """The first fact of one desk's chain, in order, whose sequence or hash is not right."""
    prev, expected_seq = GENESIS_HASH, 1
    for fact in chain:
        right = link_hash(
            prev, fact_id=fact.id, desk=fact.desk, seq=fact.seq, hlc=fact.hlc, at=fact.at,
            kind=fact.kind, body=fact.body, actor=fact.actor,
        )  # fmt: skip
        if fact.seq != expected_seq or fact.prev_hash != prev or fact.hash != right:
            return fact
        prev, expected_seq = fact.hash, expected_seq + 1
    return None


@dataclass(slots=True)
class HybridClock:
    """A hybrid logical clock: never behind the wall, never behind anything it has seen.

    A stamp is sixteen hex digits, twelve for milliseconds since 1970 and four for a counter, so
    stamps sort as text. It is never clamped back to the wall clock: that loses causality.
    """

    last: str = "0" * 16

    def tick(self, wall_ms: int) -> str:
        """The next stamp, later than every stamp before."""
        self.last = max(f"{wall_ms:012x}0000", f"{int(self.last, 16) + 1:016x}")
        return self.last

    def see(self, stamp: str) -> None:
        """Note a stamp made elsewhere, so that later stamps here are later than it."""
        self.last = max(self.last, stamp)
