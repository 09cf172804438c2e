"""A guest as a list tells of them, and what was found out about the list's rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.guest import GuestField, GuestStatus


class RefusalReason(StrEnum):
    """Why a row cannot be taken; the person mends it and imports again."""

    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"


class SkipReason(StrEnum):
    """Why a row is no guest's at all."""

    TOTALS = "totals"
    HEADING_AGAIN = "heading_again"
    EXAMPLE = "example"
    FOOTNOTE = "footnote"
    SECTION = "section"


class WarningKind(StrEnum):
    """What is doubtful in a row that is taken all the same."""

    DUPLICATE_EMAIL = "duplicate_email"
    DUPLICATE_TICKET = "duplicate_ticket"
    DUPLICATE_GUEST = "duplicate_guest"
    NAME_IS_DATE = "name_is_date"
    NAME_IS_NUMBER = "name_is_number"
    LETTER_LOST = "letter_lost"
    FORMULA_TEXT = "formula_text"
    CHARACTERS_DROPPED = "characters_dropped"
    EMAIL_ODD = "email_odd"
    STATUS_UNKNOWN = "status_unknown"
    PAYMENT_UNKNOWN = "payment_unknown"
    COMPANIONS_UNCLEAR = "companions_unclear"
    NAME_ELSEWHERE = "name_elsewhere"
    NOTED_AS_ABSENT = "noted_as_absent"


@dataclass(frozen=True, slots=True)
class ListedGuest:
    """One guest as the list tells of them.

    Attributes:
        row: the row number in the file, from 1.
        texts: what is written about the guest, cleaned; only the fields that are not empty.
            `TICKET_NUMBER` is the list's own number of this ticket or answer.
        status: where the invitation stands; accepted where the list does not say.
        paid: whether the fee is paid; None where the list does not say.
        companions: how many come along, the named ones among them.
        companion_names: the names of those that are named.
        ticket_alias: a foreign code that is scanned at our door (barcode, secret), or empty.
        stands_in_for: whose place this guest takes, or empty.
        amount: the fee as the list writes it, or empty; no currency is assumed.
        answered_at: when the guest answered, as the list writes it, or empty.
        listed_number: the list's running number, or empty.
    """

    row: int
    texts: Mapping[GuestField, str]
    status: GuestStatus = GuestStatus.ACCEPTED
    paid: bool | None = None
    companions: int = 0
    companion_names: tuple[str, ...] = ()
    ticket_alias: str = ""
    stands_in_for: str = ""
    amount: str = ""
    answered_at: str = ""
    listed_number: str = ""

    def text(self, field: GuestField) -> str:
        """What is written in a field, an empty text where nothing is."""
        return self.texts.get(field, "")

    @property
    def name(self) -> str:
        """The guest's name, never empty."""
        return self.texts[GuestField.NAME]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken: its number, the cell to look at (such as `C12`), and why."""

    row: int
    cell: str
    reason: RefusalReason


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that holds no guest, with the cell that shows it."""

    row: int
    cell: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class ListWarning:
    """A doubt about a row that is taken.

    `text` is what the cell holds, `other_row` the earlier row it collides with, 0 where none.
    """

    row: int
    cell: str
    kind: WarningKind
    text: str = ""
    other_row: int = 0


@dataclass(frozen=True, slots=True)
class GuestList:
    """Everything a list told: the guests, the rows left out with the reason, the doubts."""

    guests: tuple[ListedGuest, ...]
    refused: tuple[RefusedRow, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    warnings: tuple[ListWarning, ...] = ()

    @property
    def companions(self) -> int:
        """How many companions all guests bring together."""
        return sum(guest.companions for guest in self.guests)

    @property
    def categories(self) -> dict[str, int]:
        """How many guests each category has, as the list names them, the largest first."""
        counted = Counter(guest.text(GuestField.CATEGORY) for guest in self.guests)
        return dict(counted.most_common())

    @property
    def statuses(self) -> dict[GuestStatus, int]:
        """How many guests have each status."""
        return dict(Counter(guest.status for guest in self.guests))
