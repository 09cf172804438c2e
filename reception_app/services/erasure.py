"""Erasing guests, saying all that is held about one, and the day until which guests are kept."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reception_app.documents.safe_file import written_whole
from reception_app.domain.facts import Erased
from reception_app.domain.guest import Guest, GuestField
from reception_app.domain.progress import Progress, Silent
from reception_app.services.duplicates import same_person_as
from reception_app.storage import guests, people, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.journal import find_balance
from reception_app.wording import Wording


def preview_erasure(event: EventReader, guest_ids: Iterable[str]) -> tuple[Guest, ...]:
    """Who would be erased, by number: these guests, and their companions, who bear their names."""
    erased = people.list_erased(event)
    wanted: dict[str, Guest] = {}
    for guest_id in guest_ids:
        guest = guests.find_guest(event, guest_id)
        party = guests.list_party(event, guest_id)
        wanted |= {one.id: one for one in (guest, *party) if one and one.id not in erased}
    return tuple(sorted(wanted.values(), key=lambda guest: guest.number))


def erase_guests(
    event: EventFile, guest_ids: Iterable[str], *, now: datetime, operator: str,
    progress: Progress | None = None,
) -> int:  # fmt: skip
    """Overwrite everything personal of these guests and their companions; returns how many.

    What happened stays: numbers, fees, payments, arrivals and receipts of "guest #0412". It cannot
    be undone. Copies of the event made before still hold what was erased; so do reasons that
    somebody typed, and what a bank wrote.

    Raises:
        Cancelled: nobody was erased.
        EventDiskFull: the file could not be written anew; who was erased is erased all the same,
            and erasing again finishes it.
    """
    progress = progress or Silent()
    erased = preview_erasure(event, guest_ids)
    wording = Wording(settings.find_event(event).language)
    with event.act(now=now, actor=operator) as act:
        for done, guest in enumerate(erased):
            progress.advance(done, len(erased))
            name = wording.text("guest", "erased", number=f"{guest.number:04}")
            act.record(Erased(guest=guest.id, shown_name=name))
            act.forget(guest.id)
    event.compact()
    progress.advance(len(erased), len(erased))
    return len(erased)


def is_retention_over(event: EventReader, today: date) -> bool:
    """Whether the day is past until which guests are kept, and somebody is not erased yet."""
    keep_until = settings.find_event(event).keep_until
    if keep_until is None or today <= keep_until:
        return False
    return guests.count_guests(event) > len(people.list_erased(event))


def export_person(event: EventReader, guest_id: str, path: Path, *, now: datetime) -> None:
    """Write all that is held about one guest, for the guest who asks.

    A file that ends in `.xlsx` is a workbook to be read, any other one is JSON.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    reading = event.snapshot()
    told = person_record(reading, guest_id, now=now)
    if path.suffix.lower() == ".xlsx":
        # Writing workbooks takes a moment to load, and the window asks this module when it opens.
        from reception_app.documents.person_sheet import write_person_sheet

        wording = Wording(settings.find_event(reading).language)
        write_person_sheet(path, told, wording=wording)
        return
    with written_whole(path) as stream:
        stream.write(json.dumps(told, ensure_ascii=False, indent=2).encode())


def person_record(event: EventReader, guest_id: str, *, now: datetime) -> dict[str, Any]:
    """All that is held about one guest: as known now, and every record that led there."""
    guest = guests.find_guest(event, guest_id)
    assert guest is not None, "pages show guests of this event only"
    details, operators = settings.find_event(event), settings.list_operators(event)
    host = guests.find_guest(event, guest.host) if guest.host else None
    represented = people.find_represented(event, guest.id)
    stands_in_for = guests.find_guest(event, represented) if represented else None
    return {
        "event": {"name": details.name, "date": details.date.isoformat()},
        "told_at": now.isoformat(timespec="seconds"),
        "currency": details.currency,
        "guest": {
            "number": guest.number,
            "status": guest.status.value,
            **{field.value: getattr(guest, field.value) for field in GuestField},
            "walk_in": guest.walk_in,
            "companion_of": host.number if host else None,
            "companions": [one.number for one in guests.list_party(event, guest.id)],
            "stands_in_for": stands_in_for.number if stands_in_for else None,
            "same_person": [one.number for one in same_person_as(event, guest.id)],
            "badge_codes": guests.list_open_codes(event, guest.id),
        },
        "balance": asdict(find_balance(event, guest.id)),
        "records": [
            {
                "at": record.at.isoformat(timespec="seconds"),
                "kind": record.kind,
                "operator": operators.get(record.operator, ""),
                **record.said,
                "personal": record.personal,
            }
            for record in people.list_records(event, guest.id)
        ],
    }
