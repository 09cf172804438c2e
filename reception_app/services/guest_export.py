"""Guests written out as they are shown on a screen: which ones, in which order, which columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.documents.guest_table import (
    GuestLine,
    write_guest_csv,
    write_guest_workbook,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest_column import ALL_BUT_CODES, GuestColumn
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


@dataclass(eq=False)
class GuestTableFormatUnknown(ReceptionError):
    """Guests are written as `.xlsx` or `.csv` only."""

    file: str


def export_guests(
    event: EventReader, path: Path, *, now: datetime, shown: Iterable[str] | None = None,
    columns: Sequence[GuestColumn] = ALL_BUT_CODES,
) -> int:  # fmt: skip
    """Write guests as an Excel workbook or as CSV, by the file's ending; returns how many.

    The file can be taken in again: it changes nothing then but what was changed in it.

    Args:
        event: the event, or a snapshot of it.
        path: where to write, ending in `.xlsx` or `.csv`.
        now: the time that stands on it.
        shown: ids of the guests in the order they are shown; everybody by number when None.
        columns: the columns from the left.

    Raises:
        GuestTableFormatUnknown: the file's ending is another.
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    details = settings.find_event(reading)
    lines = guest_lines(reading, shown)
    wording = Wording(details.language)
    match path.suffix.lower():
        case ".xlsx":
            write_guest_workbook(
                path, lines, columns, event_name=details.name, currency=details.currency, now=now,
                wording=wording,
            )  # fmt: skip
        case ".csv":
            write_guest_csv(path, lines, columns, currency=details.currency, wording=wording)
        case _:
            raise GuestTableFormatUnknown(path.name)
    return len(lines)


def guest_lines(event: EventReader, shown: Iterable[str] | None = None) -> list[GuestLine]:
    """The lines of a table of these guests, in their order; of everybody by number when None."""
    plan = settings.find_fee_plan(event)
    rows = {row.guest.id: row for row in guests.list_guests(event)}
    order = sorted(rows, key=lambda one: rows[one].guest.number) if shown is None else shown
    return [
        GuestLine(
            guest=row.guest,
            category=_category_name(plan, row.guest.category),
            companion_of=row.companion_of,
            balance=row.balance,
            arrived_at=row.admitted_at,
            badge_code=row.badge_code,
        )
        for row in (rows[one] for one in order)
    ]


def _category_name(plan: FeePlan, code: str) -> str:
    """The category's name, or its code where the name alone means another category."""
    if code not in plan:
        return code
    name = plan.category(code).name
    return name if plan.category(name).code == code else code
