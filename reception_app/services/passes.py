"""Passes for a mail merge: a folder with a PDF and a QR picture a guest, a sheet, a calendar file.

The program sends nothing: the sheet tells the organizer's mail program who gets which file.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reception_app.documents.calendar_file import CalendarEntry, calendar_file
from reception_app.documents.pass_page import GuestPass, PassProblem, write_pass
from reception_app.documents.pass_sheet import PassLine, write_pass_sheet
from reception_app.documents.pdf_file import NothingToPrint
from reception_app.documents.qr_picture import qr_picture
from reception_app.documents.safe_folder import folder_written_whole
from reception_app.domain.admission import DoorHours
from reception_app.domain.event import Event
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.reference_code import reference_code
from reception_app.services.name_tags import TagSelection, select_for_tags
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import GuestRow
from reception_app.wording import Wording

SHEET_FILE = "passes.xlsx"
"""The mail-merge sheet in the folder."""

CALENDAR_FILE = "event.ics"
"""The calendar file in the folder; all guests get the same."""


@dataclass(frozen=True, slots=True)
class PassesWritten:
    """How many passes are in the folder, what came out badly, and who got none.

    `without_code` are the numbers of guests who have no badge code that opens the door.
    """

    count: int
    problems: tuple[PassProblem, ...]
    without_code: tuple[int, ...]


def write_passes(
    event: EventReader, folder: Path, *, now: datetime, progress: Progress | None = None,
    only: frozenset[str] | None = None,
) -> PassesWritten:  # fmt: skip
    """Write the passes of all who may come, in the event's language, into a new folder.

    It is written from a snapshot, so other work goes on meanwhile; a snapshot may be given too,
    from another thread. Files are named by the guest's number: `pass-0012.pdf`, `qr-0012.png`.

    Args:
        event: the event, or a snapshot of it.
        folder: it may exist if it is empty; the one it lies in exists.
        now: the time of which the fees still due are told.
        progress: advanced once for each guest.
        only: narrowed to these guest ids.

    Raises:
        NothingToPrint: nobody gets a pass.
        FolderNotEmpty: there is something in the folder; nothing was touched.
        FileNotWritable, NoRoomForFile, Cancelled: nothing was written.
    """
    reading, progress = event.snapshot(), progress or Silent()
    details, plan = settings.find_event(reading), settings.find_fee_plan(reading)
    wording = Wording(details.language)
    chosen = select_for_tags(reading, TagSelection.ALL, only=only)
    rows = sorted((row for row in chosen if row.badge_code), key=lambda row: row.guest.number)
    if not rows:
        raise NothingToPrint
    everybody = {row.guest.id: row.guest for row in guests.list_guests(reading)}
    problems: list[PassProblem] = []
    lines: list[PassLine] = []
    with folder_written_whole(folder) as partial:
        for done, (row, stem) in enumerate(zip(rows, _stems(rows), strict=True)):
            progress.advance(done, len(rows))
            host = everybody.get(row.guest.host or "")
            line = _line(row, stem, host, plan)
            lines.append(line)
            one = _guest_pass(line, row.guest, details, plan, now)
            problems += write_pass(partial / line.pass_file, one, wording=wording)
            (partial / line.qr_file).write_bytes(qr_picture(row.badge_code))
        entry = _calendar_entry(details, wording, now)
        (partial / CALENDAR_FILE).write_bytes(calendar_file(entry))
        write_pass_sheet(
            partial / SHEET_FILE, lines, event_name=details.name, currency=details.currency,
            wording=wording,
        )  # fmt: skip
        progress.advance(len(rows), len(rows))
    without_code = sorted(row.guest.number for row in chosen if not row.badge_code)
    return PassesWritten(len(rows), tuple(problems), tuple(without_code))


def _stems(rows: Sequence[GuestRow]) -> list[str]:
    """What the file names of each guest end with: the number, and a count where two share it."""
    seen: Counter[int] = Counter()
    stems = []
    for row in rows:
        number = row.guest.number
        seen[number] += 1
        stems.append(f"{number:04}" + (f"-{seen[number]}" if seen[number] > 1 else ""))
    return stems


def _line(row: GuestRow, stem: str, host: Guest | None, plan: FeePlan) -> PassLine:
    guest = row.guest
    return PassLine(
        guest=guest,
        send_to=guest.email or (host.email if host else ""),
        category=plan.category(guest.category).name if guest.category in plan else guest.category,
        companion_of=host.name if host else "",
        due=Money(row.balance.due, plan.currency),
        reference_code=reference_code(guest.number),
        badge_code=row.badge_code,
        pass_file=f"pass-{stem}.pdf",
        qr_file=f"qr-{stem}.png",
        calendar_file=CALENDAR_FILE,
    )


def _guest_pass(
    line: PassLine, guest: Guest, event: Event, plan: FeePlan, now: datetime
) -> GuestPass:
    wording = Wording(event.language)
    shown = GuestPass(
        number=guest.number,
        name=guest.name,
        badge_code=line.badge_code,
        event_name=event.name,
        event_date=wording.date(event.date),
        as_of=now.date(),
        reading=guest.reading,
        company=guest.company,
        title=guest.title,
        companion_of=line.companion_of,
        category=line.category,
        hours=_hours(event.hours, wording),
        venue=event.venue,
        table=guest.table_name,
        due=line.due if line.due.minor > 0 else None,
        reference_code=line.reference_code,
    )
    if guest.category in plan:
        return replace(shown, colour=plan.category(guest.category).colour)
    return shown


def _hours(hours: DoorHours, wording: Wording) -> str:
    """When the doors are open, as far as it is known."""
    keys = {(True, True): "pass_hours", (True, False): "pass_opens", (False, True): "pass_closes"}
    key = keys.get((hours.opens is not None, hours.closes is not None))
    return wording.text("document", key, opens=hours.opens, closes=hours.closes) if key else ""


def _calendar_entry(event: Event, wording: Wording, now: datetime) -> CalendarEntry:
    return CalendarEntry(
        uid=f"{event.id}@reception-app",
        title=event.name,
        day=event.date,
        made_at=now,
        begins=event.hours.opens,
        ends=event.hours.closes,
        place=event.venue,
        note=wording.text("document", "pass_calendar_note"),
    )
