"""The event itself, and who works at it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class EventCreated:
    """The event's first fact. `date` is ISO; `tag` the four digits in its badge codes."""

    event: str
    tag: str
    name: str
    date: str
    currency: str
    language: str
    venue: str = ""
    receipt_prefix: str = ""


@dataclass(frozen=True, kw_only=True)
class EventChanged:
    """Settings of the event; the last writer of each wins."""

    fields: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class OperatorNamed:
    """An operator 受付係 began to work; the name is a personal value."""

    operator: str
