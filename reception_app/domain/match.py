"""The words of matching 消込: payers, rows to match, candidates with reasons, proposals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """By what a candidate was found, strongest first."""

    CODE = "code"
    ALIAS = "alias"
    NAME = "name"
    PART_OF_NAME = "part_of_name"
    COMPANY = "company"
    FEE_WITHHELD = "fee_withheld"
    SIMILAR = "similar"
    BY_HAND = "by_hand"


class ReasonKind(StrEnum):
    """Why a candidate is proposed, and why it is not sure."""

    CODE = "code"
    ALIAS = "alias"
    NAME_EQUAL = "name_equal"
    NAME_SWAPPED = "name_swapped"
    ROMAJI_EQUAL = "romaji_equal"
    NAME_WITHIN = "name_within"
    NAME_CUT = "name_cut"
    SURNAME = "surname"
    SAME_SURNAME = "same_surname"
    NAME_SIMILAR = "name_similar"
    COMPANY_NAME = "company_name"
    COMPANY_SUM = "company_sum"
    AMOUNT_EQUAL = "amount_equal"
    PARTY_EQUAL = "party_equal"
    ROWS_TOGETHER = "rows_together"
    FEE_WITHHELD = "fee_withheld"
    AMOUNT_ABOVE = "amount_above"
    AMOUNT_BELOW = "amount_below"
    NOTHING_OPEN = "nothing_open"
    ONLY_ONE = "only_one"
    SHARED_NAME = "shared_name"
    SEVERAL_FIT = "several_fit"
    MAY_BE_OTHER = "may_be_other"
    OTHER_ROW = "other_row"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its number: minor units for amounts, guests or rows for counts, percent."""

    kind: ReasonKind
    number: int = 0


@dataclass(frozen=True, slots=True)
class Payer:
    """A guest as somebody who may have paid.

    `open` is what a transfer of this guest would settle, in minor units: what is due, and what the
    books have as under way from them.
    """

    id: str
    number: int
    name: str
    reading: str
    company: str
    open: int
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A learned payer 別名: texts that fold to `key` come from these guests."""

    key: str
    guests: frozenset[str]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row that came in and is not matched yet; `amount` is what is left of it, above zero.

    `unidentified` says that a person looked at it and did not know whose it is: such a row has
    candidates when its guest turns up later, and is never sure.
    """

    id: str
    date: date
    amount: int
    text: str
    unidentified: bool = False


@dataclass(frozen=True, slots=True)
class Allocation:
    """The part of a row that is a guest's payment, in minor units."""

    guest: str
    amount: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a row may be.

    `allocations` add up to the row and what was `withheld` as a transfer fee; they are empty where
    only the guests can be named. `place` counts from 1: those who share a name share a place.
    """

    guests: tuple[str, ...]
    allocations: tuple[Allocation, ...]
    withheld: int
    step: Step
    reasons: tuple[Reason, ...]
    score: int
    place: int = 0

    def says(self, *kinds: ReasonKind) -> bool:
        """Whether one of these kinds is among the reasons."""
        return any(reason.kind in kinds for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row with its candidates, best first; `sure` when the first may be accepted unseen."""

    row: OpenRow
    candidates: tuple[Candidate, ...]
    sure: bool
