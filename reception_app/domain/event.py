"""The event: the occasion itself, with its settings."""

from dataclasses import dataclass
from datetime import date

from reception_app.domain.admission import ALWAYS_OPEN, DoorHours
from reception_app.domain.tax import IssuerKind

Day = date
"""A day; inside `Event`, `date` is the event's own."""


@dataclass(frozen=True, slots=True)
class Event:
    """One occasion. `tag` is the four digits in its badge codes, `currency` ISO 4217.

    `language` is the one its documents speak; `receipt_prefix` begins its receipt numbers. What its
    receipts say of tax follows from `issuer_kind`; `reduced_part` is how much of each guest's fee
    is taxed at the reduced rate, in minor units. After `keep_until` the guests' personal values are
    to be erased; None when nobody set a day. A rehearsal 練習 is a copy to practise on: nothing in
    it is real.
    """

    id: str
    tag: str
    name: str
    date: date
    currency: str
    language: str
    venue: str
    receipt_prefix: str
    issuer: str = ""
    issuer_address: str = ""
    receipt_purpose: str = ""
    issuer_kind: IssuerKind = IssuerKind.SOCIETY
    registration_number: str = ""
    reduced_part: int = 0
    hours: DoorHours = ALWAYS_OPEN
    capacity: int | None = None
    keep_until: Day | None = None
    is_rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and by whom an act is done: the desk's letter, which is its cash box's too.

    `operator` is the id of the operator 受付係 at work.
    """

    letter: str
    operator: str
