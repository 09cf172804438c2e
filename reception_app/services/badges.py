"""The codes that open the door for one guest: a lost badge is replaced, foreign codes are added."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.badge_code import new_badge_code, read_badge_codes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import BadgeIssued, BadgeRevoked
from reception_app.domain.guest import clean_text
from reception_app.services.guest_changes import GuestErased
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.people import is_erased

LOST = "lost"
"""Why a badge is replaced when nobody says more."""


@dataclass(eq=False)
class CodeUnfitting(ReceptionError):
    """A foreign code is neither empty nor one of our own badge codes."""

    text: str


@dataclass(eq=False)
class CodeTaken(ReceptionError):
    """The code is on record already, for this guest or for another."""

    text: str
    number: int


@dataclass(eq=False)
class CodeUnknown(ReceptionError):
    """The guest has no such code, or it opens the door no more."""

    text: str


def replace_badge(
    event: EventFile, guest_id: str, *, now: datetime, operator: str, reason: str = ""
) -> str:
    """Give a guest a new badge; the codes of their own badges open the door no more.

    Foreign codes, such as a ticket's, go on opening it. Returns the new code.

    Raises:
        GuestErased: nobody gets a badge any more who was erased.
    """
    guest = guests.find_guest(event, guest_id)
    assert guest is not None, "pages show guests of this event only"
    if is_erased(event, guest_id):
        raise GuestErased(guest.number)
    code = str(new_badge_code(settings.find_event(event).tag))
    with event.act(now=now, actor=operator) as act:
        for badge in guests.list_badges(event, guest_id):
            if not badge.alias and not badge.revoked:
                act.record(BadgeRevoked(badge_code=badge.code, reason=clean_text(reason) or LOST))
        act.record(BadgeIssued(guest=guest_id, badge_code=code))
    return code


def add_code(event: EventFile, guest_id: str, text: str, *, now: datetime, operator: str) -> str:
    """Let a foreign code open the door for a guest too: a ticket's, a membership card's.

    Raises:
        CodeUnfitting: the text is empty, or looks like one of our own codes.
        CodeTaken: the code is on record already.
    """
    code = checked_code(event, text)
    with event.act(now=now, actor=operator) as act:
        act.record(BadgeIssued(guest=guest_id, badge_code=code, alias=True))
    return code


def checked_code(event: EventReader, text: str) -> str:
    """The foreign code as it is stored and scanned.

    Raises:
        CodeUnfitting: the text is empty, or looks like one of our own codes.
        CodeTaken: the code is on record already.
    """
    code = clean_text(text)
    if not code or read_badge_codes(code):
        raise CodeUnfitting(code)
    holder = guests.find_by_badge(event, code)
    if holder is not None:
        raise CodeTaken(code, holder.guest.number)
    return code


def revoke_code(
    event: EventFile, guest_id: str, code: str, *, now: datetime, operator: str, reason: str = ""
) -> None:
    """Let one code of a guest open the door no more.

    Raises:
        CodeUnknown: it is none of the guest's that opens it now.
    """
    if code not in guests.list_open_codes(event, guest_id):
        raise CodeUnknown(code)
    with event.act(now=now, actor=operator) as act:
        act.record(BadgeRevoked(badge_code=code, reason=clean_text(reason) or LOST))
