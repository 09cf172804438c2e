"""Making a new event, changing its settings, and naming who works at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception_app.domain.badge_code import new_event_tag
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EventChanged, EventCreated, OperatorNamed
from reception_app.domain.guest import clean_text
from reception_app.domain.money import EXPONENTS, CurrencyUnknown
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id


@dataclass(eq=False)
class NameMissing(ReceptionError):
    """An event needs a name."""


@dataclass(eq=False)
class OperatorMissing(ReceptionError):
    """Whoever works at a desk must be named."""


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
    path.parent.mkdir(parents=True, exist_ok=True)
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
    """Write settings of the event, by the field names of `domain.event.Event`."""
    with event.act(now=now, actor=operator) as act:
        act.record(EventChanged(fields={key: clean_text(text) for key, text in fields.items()}))


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
