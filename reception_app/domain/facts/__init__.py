"""Facts: what happened, each kind one frozen value, a module to each subject.

A fact is appended, never edited. Personal values are not part of it: its body carries a salted hash
of them, and the values themselves can be erased without breaking the chain.
"""

import re
from collections.abc import Mapping

from reception_app.domain.facts.badges import (
    BadgeIssued,
    BadgeRevoked,
    NameTagHandedOut,
    NameTagsPrinted,
    PictureKept,
    SpareBadgesMade,
    TagDesignRemoved,
    TagDesignSaved,
)
from reception_app.domain.facts.books import (
    BudgetSet,
    EntryPosted,
    EventSealed,
    EventUnsealed,
    EvidenceAttached,
    EvidenceWithdrawn,
    NoReceiptExplained,
    OrganizerNamed,
    VoucherRecorded,
)
from reception_app.domain.facts.cash import (
    ReceiptIssued,
    ReceiptReprinted,
    ReceiptVoided,
    ShiftClosed,
    ShiftCounted,
    ShiftOpened,
)
from reception_app.domain.facts.door import (
    AdmissionVoided,
    Admitted,
    Left,
    PaymentPromised,
    Refused,
)
from reception_app.domain.facts.event import EventChanged, EventCreated, OperatorNamed
from reception_app.domain.facts.fees import FeePlanChanged, NoShowsCharged, NoShowsTakenBack
from reception_app.domain.facts.guest_lists import ListImported, ListMappingChosen, ListOverruled
from reception_app.domain.facts.guests import (
    Erased,
    GuestChanged,
    GuestRecorded,
    PastCarried,
    SamePerson,
    SamePersonWithdrawn,
    StatusChanged,
    Substituted,
    ToldApart,
)
from reception_app.domain.facts.statements import (
    AliasLearned,
    AliasRemoved,
    StatementRead,
    StatementRowIgnored,
    StatementRowMatched,
    StatementRowRead,
    StatementRowUnmatched,
    StatementWithdrawn,
)

Payload = (
    EventCreated
    | EventChanged
    | OperatorNamed
    | GuestRecorded
    | GuestChanged
    | StatusChanged
    | Substituted
    | SamePerson
    | SamePersonWithdrawn
    | ToldApart
    | PastCarried
    | Erased
    | ListImported
    | ListOverruled
    | ListMappingChosen
    | BadgeIssued
    | BadgeRevoked
    | SpareBadgesMade
    | NameTagsPrinted
    | NameTagHandedOut
    | TagDesignSaved
    | TagDesignRemoved
    | PictureKept
    | FeePlanChanged
    | NoShowsCharged
    | NoShowsTakenBack
    | EntryPosted
    | OrganizerNamed
    | VoucherRecorded
    | NoReceiptExplained
    | EvidenceAttached
    | EvidenceWithdrawn
    | BudgetSet
    | EventSealed
    | EventUnsealed
    | ReceiptIssued
    | ReceiptVoided
    | ReceiptReprinted
    | ShiftOpened
    | ShiftCounted
    | ShiftClosed
    | Admitted
    | AdmissionVoided
    | Left
    | Refused
    | PaymentPromised
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
