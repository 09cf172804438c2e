"""The verdict on a guest at the door: may they enter, and if not, the one reason."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestStatus
from reception_app.domain.money import Money

_CLOCK = re.compile(r"(?P<hour>\d{1,2})\s*(?:[:.時]?\s*(?P<minute>\d{2})\s*分?|[:時])?")


@dataclass(eq=False)
class ClockUnreadable(ReceptionError):
    """The text is no time of day."""

    text: str


class Verdict(StrEnum):
    """The answer to one scan; the list is closed."""

    ADMITTED = "admitted"
    COLLECT_FEE = "collect_fee"
    ALREADY_ADMITTED = "already_admitted"
    CANCELLED = "cancelled"
    WAITING_LIST = "waiting_list"
    BLOCKED = "blocked"
    BADGE_REVOKED = "badge_revoked"
    OTHER_EVENT = "other_event"
    NOT_OPEN = "not_open"
    UNKNOWN_CODE = "unknown_code"
    AMBIGUOUS = "ambiguous"


MAY_BE_FORCED = frozenset(
    {
        Verdict.ALREADY_ADMITTED,
        Verdict.CANCELLED,
        Verdict.WAITING_LIST,
        Verdict.BADGE_REVOKED,
        Verdict.NOT_OPEN,
    }
)
"""Refusals an operator may overrule with a reason; a blocked guest is the organizer's to let in."""


@dataclass(frozen=True, slots=True)
class DoorHours:
    """When the door is open; either end may be open-ended."""

    opens: datetime | None = None
    closes: datetime | None = None

    def contain(self, now: datetime) -> bool:
        """Whether the door is open at `now`."""
        return (self.opens is None or now >= self.opens) and (
            self.closes is None or now < self.closes
        )


ALWAYS_OPEN = DoorHours()


def parse_clock(text: str) -> time | None:
    """The time of day a person wrote: `18:00`, `1800`, `18時`, `１８：３０`; None when empty.

    Raises:
        ClockUnreadable: it is no time of day.
    """
    bare = unicodedata.normalize("NFKC", text).strip()
    if not bare:
        return None
    found = _CLOCK.fullmatch(bare)
    if found is None or int(found["hour"]) >= 24 or int(found["minute"] or 0) >= 60:  # noqa: PLR2004 - a day's hours, an hour's minutes
        raise ClockUnreadable(text)
    return time(int(found["hour"]), int(found["minute"] or 0))


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict and everything else found, gravest first; `findings` begins with the verdict."""

    verdict: Verdict
    findings: tuple[Verdict, ...]


def decide(
    *,
    status: GuestStatus,
    badge_revoked: bool,
    hours: DoorHours,
    now: datetime,
    due: Money,
    already_inside: bool,
) -> Decision:
    """The verdict on a known guest.

    Of several reasons the most final is the headline: cancelled, blocked, badge revoked, not
    accepted yet, time, fee, already in.
    """
    found = (
        (Verdict.CANCELLED, status in {GuestStatus.CANCELLED, GuestStatus.DECLINED}),
        (Verdict.BLOCKED, status is GuestStatus.BLOCKED),
        (Verdict.BADGE_REVOKED, badge_revoked),
        (Verdict.WAITING_LIST, status is GuestStatus.WAITING),
        (Verdict.NOT_OPEN, not hours.contain(now)),
        (Verdict.COLLECT_FEE, due.minor > 0),
        (Verdict.ALREADY_ADMITTED, already_inside),
    )
    findings = tuple(verdict for verdict, applies in found if applies) or (Verdict.ADMITTED,)
    return Decision(findings[0], findings)
