"""Queries over the event's own settings, its fee plan and its operators."""

from datetime import date, datetime

from reception_app.domain.admission import DoorHours
from reception_app.domain.event import Event
from reception_app.domain.fee import FeeCategory, FeePlan
from reception_app.domain.journal import FEES
from reception_app.domain.tax import IssuerKind
from reception_app.storage.event_file import EventReader


def find_event(event: EventReader) -> Event:
    """The event and its settings as they are now."""
    value = list_settings(event)
    return Event(
        id=value["event"],
        tag=value["tag"],
        name=value["name"],
        date=date.fromisoformat(value["date"]),
        currency=value["currency"],
        language=value["language"],
        venue=value["venue"],
        receipt_prefix=value["receipt_prefix"],
        issuer=value.get("issuer", ""),
        issuer_address=value.get("issuer_address", ""),
        receipt_purpose=value.get("receipt_purpose", ""),
        issuer_kind=IssuerKind(value.get("issuer_kind") or IssuerKind.SOCIETY),
        registration_number=value.get("registration_number", ""),
        reduced_part=int(value.get("reduced_part") or 0),
        hours=DoorHours(_time(value.get("door_opens")), _time(value.get("door_closes"))),
        capacity=int(value["capacity"]) if value.get("capacity") else None,
        keep_until=date.fromisoformat(value["keep_until"]) if value.get("keep_until") else None,
        is_rehearsal=bool(value.get("rehearsal")),
    )


def list_settings(event: EventReader) -> dict[str, str]:
    """Every setting of the event as the text it was written as, by name."""
    rows = event.db.execute("SELECT field, value FROM event_setting")
    return {str(field): str(text) for field, text in rows}


def find_fee_plan(event: EventReader) -> FeePlan:
    """The fee plan as it is now, categories in the order people see them."""
    currency = event.db.execute("SELECT value FROM event_setting WHERE field = 'currency'").get
    rows = event.db.execute(
        "SELECT code, name, colour, price, early_price, early_until, walk_in_price,"
        " companion_price, cancel_until, cancel_fee FROM fee_category ORDER BY position"
    )
    return FeePlan(
        str(currency),
        tuple(
            FeeCategory(
                code=code, name=name, colour=colour, price=price, early_price=early_price,
                early_until=date.fromisoformat(early_until) if early_until else None,
                walk_in_price=walk_in_price, companion_price=companion_price,
                cancel_until=date.fromisoformat(cancel_until) if cancel_until else None,
                cancel_fee=cancel_fee,
            )
            for code, name, colour, price, early_price, early_until, walk_in_price, companion_price,
            cancel_until, cancel_fee in rows
        ),
    )  # fmt: skip


def list_used_categories(event: EventReader) -> frozenset[str]:
    """Codes of the categories that guests have or that fees were charged for."""
    rows = event.db.execute(
        "SELECT category FROM guest UNION SELECT DISTINCT SUBSTR(account, LENGTH(:fees) + 2)"
        " FROM posting WHERE account LIKE :fees || '-%'",
        {"fees": FEES},
    )
    return frozenset(str(row[0]) for row in rows if row[0])


def find_operator(event: EventReader, name: str) -> str | None:
    """The id of the operator of this name."""
    row = event.db.execute("SELECT id FROM operator WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def list_operators(event: EventReader) -> dict[str, str]:
    """Names of all operators by id."""
    return dict(event.db.execute("SELECT id, name FROM operator"))


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
