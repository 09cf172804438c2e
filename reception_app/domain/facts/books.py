"""Journal entries, vouchers 証憑 with their evidence, the budget and the seal."""

from dataclasses import dataclass
from typing import Any

from reception_app.domain.canonical_json import JsonObject


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
