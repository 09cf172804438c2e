"""Making a new event, changing its settings, and naming who works at it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception_app.domain.badge_code import new_event_tag
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EventChanged, EventCreated, OperatorNamed
from reception_app.domain.guest import clean_text
from reception_app.domain.money import EXPONENTS, CurrencyUnknown
from reception_app.domain.tax import IssuerKind, parse_registration_number
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.wording import LANGUAGES


@dataclass(eq=False)
class NameMissing(ReceptionError):
    """An event needs a name."""


@dataclass(eq=False)
class OperatorMissing(ReceptionError):
    """Whoever works at a desk must be named."""


@dataclass(eq=False)
class SettingUnreadable(ReceptionError):
    """A setting of the event can't be what was written."""

    field: str
    text: str


def _is_moment(text: str) -> bool:
    return not text or datetime.fromisoformat(text).tzinfo is not None


_SETTINGS: Mapping[str, Callable[[str], bool]] = {
    "name": bool,
    "date": lambda text: bool(date.fromisoformat(text)),
    "language": LANGUAGES.__contains__,
    "venue": lambda _: True,
    "receipt_prefix": lambda text: re.fullmatch("[A-Za-z0-9]{1,8}", text) is not None,
    "issuer": lambda _: True,
    "issuer_address": lambda _: True,
    "receipt_purpose": lambda _: True,
    "issuer_kind": lambda text: text in set(IssuerKind),
    "registration_number": lambda text: not text or parse_registration_number(text) == text,
    "reduced_part": lambda text: not text or int(text) >= 0,
    "door_opens": _is_moment,
    "door_closes": _is_moment,
    "capacity": lambda text: not text or int(text) > 0,
    "keep_until": lambda text: not text or bool(date.fromisoformat(text)),
}
"""What the event's settings are called, and whether a text can be one."""


def setting_names() -> tuple[str, ...]:
    """What the event's settings are called."""
    return tuple(_SETTINGS)


def create_event(
    path: Path, *, name: str, day: date, now: datetime, currency: str = "JPY",
    language: str = "ja", venue: str = "",
) -> EventFile:  # fmt: skip
    """Make a new event file and open it.

    Raises:
        NameMissing, CurrencyUnknown: what was given makes no event.
        FileExists, FileUnreadable, OnNetworkShare, InSyncedFolder: the place does not do.
    """
    name = clean_text(name)
    if not name:
        raise NameMissing
    if currency not in EXPONENTS:
        raise CurrencyUnknown(currency)
    created = EventCreated(
        event=new_id(),
        tag=new_event_tag(),
        name=name,
        date=day.isoformat(),
        currency=currency,
        language=language,
        venue=clean_text(venue),
        receipt_prefix=f"K{day:%y}",
    )
    return EventFile.create(path, created, now=now)


def change_event(
    event: EventFile, fields: Mapping[str, str], *, now: datetime, operator: str
) -> None:
    """Write settings of the event.

    Fields are `name`, `date` (ISO), `language`, `venue`, `receipt_prefix`, `issuer`,
    `issuer_address`, `receipt_purpose`, `issuer_kind` (an `IssuerKind`), `registration_number` (`T`
    and 13 digits, or empty), `reduced_part` (minor units of each fee taxed at the reduced rate, or
    empty), `door_opens` and `door_closes` (ISO 8601 with offset, or
    empty), `capacity` (a number, or empty) and `keep_until` (ISO, or empty). Currency and tag stay
    as they were at creation: amounts and badges depend on them.

    Raises:
        NameMissing: the event would have no name.
        SettingUnreadable: a text is not what its field holds.
        RegistrationNumberMalformed: a registration number is not of its form.
    """
    cleaned = {field: clean_text(text) for field, text in fields.items()}
    if not cleaned.get("name", "-"):
        raise NameMissing
    for field, text in cleaned.items():
        try:
            readable = _SETTINGS[field](text)
        except ValueError:
            readable = False
        if not readable:
            raise SettingUnreadable(field, text)
    with event.act(now=now, actor=operator) as act:
        act.record(EventChanged(fields=cleaned))


def operator_named(event: EventFile, name: str, *, now: datetime) -> str:
    """The id of the operator of this name, who is recorded when new.

    Raises:
        OperatorMissing: the name is empty.
    """
    name = clean_text(name)
    if not name:
        raise OperatorMissing
    known = settings.find_operator(event, name)
    if known is not None:
        return known
    operator = new_id()
    with event.act(now=now, actor=operator) as act:
        act.record(OperatorNamed(operator=operator), subject=operator, personal={"name": name})
    return operator
