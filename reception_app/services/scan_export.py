"""The scans of the evening written out."""

from datetime import datetime
from pathlib import Path

from reception_app.documents.scan_list import ScanLine, write_scan_list
from reception_app.storage import event_log, guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


def export_scans(event: EventReader, path: Path, *, now: datetime) -> int:
    """Write every scan, refused ones too, as an Excel list in the event's language; how many.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    details, plan = settings.find_event(reading), settings.find_fee_plan(reading)
    operators = settings.list_operators(reading)
    known = {row.guest.id: row.guest for row in guests.list_guests(reading)}
    names = {category.code: category.name for category in plan.categories}
    lines = []
    for scan in event_log.list_scans(reading):
        guest = known.get(scan.guest or "")
        category = guest.category if guest else ""
        lines.append(
            ScanLine(
                at=scan.at,
                desk=scan.desk,
                operator=operators.get(scan.operator, ""),
                verdict=scan.verdict,
                guest=guest,
                category=names.get(category, category),
                read=scan.text,
                overruled=scan.reason,
                undone=scan.undone,
            )
        )
    write_scan_list(
        path, lines, event_name=details.name, currency=details.currency, now=now,
        wording=Wording(details.language),
    )  # fmt: skip
    return len(lines)
