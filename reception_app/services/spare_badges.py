"""Spare badges 予備の名札: blank name tags printed beforehand, bound to whoever needs one."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.badge_code import new_badge_code, read_badge_codes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import BadgeIssued, BadgeRevoked, SpareBadgesMade
from reception_app.domain.guest import clean_text
from reception_app.storage import guests, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.spare_badges import SpareBadge, find_spare_badge, next_spare_number

MOST_AT_ONCE = 500

REPLACED_BY_SPARE = "spare badge"
"""Why a badge opens the door no longer when its guest was given a spare one."""


@dataclass(eq=False)
class SpareCountUnusable(ReceptionError):
    """So many spare badges cannot be made at once."""

    count: int
    most: int


@dataclass(eq=False)
class NotAFreeSpare(ReceptionError):
    """The code is no spare badge's, or the badge is somebody's already."""


def make_spare_badges(
    event: EventFile, count: int, *, now: datetime, operator: str
) -> tuple[SpareBadge, ...]:
    """Make codes for so many blank name tags; they are numbered on from those before.

    Raises:
        SpareCountUnusable: the count is below 1 or above 500.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise SpareCountUnusable(count, MOST_AT_ONCE)
    tag, first = settings.find_event(event).tag, next_spare_number(event)
    made = tuple(SpareBadge(first + n, str(new_badge_code(tag))) for n in range(count))
    with event.act(now=now, actor=operator) as act:
        act.record(SpareBadgesMade(badges=[[spare.number, spare.code] for spare in made]))
    return made


def free_spare(event: EventReader, text: str) -> SpareBadge | None:
    """The spare badge whose code was read, if it is nobody's yet."""
    codes = read_badge_codes(text)
    spare = find_spare_badge(event, str(codes[0]) if codes else clean_text(text))
    return spare if spare is not None and spare.guest is None else None


def bind_spare_badge(
    event: EventFile, text: str, guest_id: str, *, now: datetime, operator: str
) -> SpareBadge:
    """Make a spare badge a guest's own by its code; the badges they had open the door no longer.

    Raises:
        NotAFreeSpare: it is no spare badge, or somebody's already.
    """
    with event.act(now=now, actor=operator) as act:
        return record_binding(event, act, text, guest_id)


def record_binding(event: EventReader, act: Act, text: str, guest_id: str) -> SpareBadge:
    """Bind a spare badge as part of an act; see `bind_spare_badge`."""
    spare = free_spare(event, text)
    if spare is None:
        raise NotAFreeSpare
    own = guests.find_badge_code(event, guest_id)
    if own is not None:
        act.record(BadgeRevoked(badge_code=own, reason=REPLACED_BY_SPARE))
    act.record(BadgeIssued(guest=guest_id, badge_code=spare.code))
    return SpareBadge(spare.number, spare.code, guest_id)
