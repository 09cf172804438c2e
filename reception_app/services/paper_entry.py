"""Entering afterwards what was ticked on paper: who came, when, and whether they paid."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from reception_app.domain.admission import parse_clock
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender
from reception_app.services import payments, reception
from reception_app.services.reception import Outcome
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile, EventReader

_TIME = re.compile(r"\d{3,4}|\d{1,2}[:.時]\d{0,2}分?")
_PAID = {"+": Tender.CASH, "p": Tender.PAYPAY, "c": Tender.CARD}
"""Signs at the end of a line, by which the fee was paid in full."""


class LineEmpty(ReceptionError):
    """The line names nobody."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line as typed: who (a number or a part of a name), when, and how they paid if they did."""

    who: str
    at: time | None = None
    tender: Tender | None = None


def parse_line(text: str) -> PaperLine:
    """Read `214`, `214 1805`, `佐藤 花子 18:05 +`; `+` says paid in cash, `p` PayPay, `c` card.

    Raises:
        LineEmpty: it names nobody.
        ClockUnreadable: its time is none.
    """
    words = unicodedata.normalize("NFKC", text).split()
    tender = _PAID.get(words[-1].lower()) if len(words) > 1 else None
    if tender is not None:
        words = words[:-1]
    at = None
    if len(words) > 1 and _TIME.fullmatch(words[-1]):
        at = parse_clock(words[-1])
        words = words[:-1]
    if not words:
        raise LineEmpty
    return PaperLine(" ".join(words), at, tender)


def find_on_paper(event: EventReader, who: str) -> tuple[Guest, ...]:
    """The guest of this number, or all in whom the words are found."""
    if who.isdecimal():
        guest = guests.find_by_number(event, int(who))
        return (guest,) if guest else ()
    return guests.search_guests(event, who)


def paper_moment(clock: time, now: datetime) -> datetime:
    """The latest moment before `now` at which a clock on the wall said this."""
    moment = now.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    return moment if moment <= now else moment - timedelta(days=1)


def enter_arrival(
    event: EventFile, guest: Guest, *, at: datetime, tender: Tender | None, desk: Desk,
    now: datetime,
) -> Outcome:  # fmt: skip
    """Note that a guest came in at a time on paper, paid or owing; what is refused is told.

    The admission has the time of the paper, everything else that of now.

    Raises:
        BoxNotOpen, NothingDue: the payment can't be entered; nothing was.
    """
    if tender is not None:
        return reception.admit_paying(
            event, [guest], payments.new_offer(tender), desk=desk, now=now, noted_at=at
        )
    return reception.note_arrival(event, guest.id, noted_at=at, desk=desk, now=now)
