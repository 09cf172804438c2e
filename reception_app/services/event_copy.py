"""Saving a checked copy of an event file, to take away or to keep."""

from pathlib import Path

from reception_app.domain.progress import Progress
from reception_app.storage import copying
from reception_app.storage.event_file import SUFFIX, EventFile, EventReader, FileExists


def save_event_copy(event: EventFile, target: Path) -> Path:
    """Save a checked copy of the open event to `target` and return where it is.

    Raises:
        FileExists: `target` is the open event itself.
        FileUnreadable, EventDiskFull, DamagedFile: the copy could not be made; nothing is left.
    """
    return save_snapshot(event, copy_place(event, target))


def copy_place(event: EventFile, target: Path) -> Path:
    """Where a copy goes: `target` with the suffix of event files.

    Raises:
        FileExists: that is the open event itself.
    """
    place = target if target.suffix == SUFFIX else target.with_name(f"{target.name}{SUFFIX}")
    if place.exists() and place.samefile(event.path):
        raise FileExists(place)
    return place


def save_snapshot(event: EventReader, place: Path, progress: Progress | None = None) -> Path:
    """Save a checked copy of what was read from an event, beside the window's thread.

    Raises:
        FileUnreadable, EventDiskFull, DamagedFile: the copy could not be made; nothing is left.
        Cancelled: the person asked to stop before it began.
    """
    if progress is not None:
        progress.advance(0, 1)
    copying.save_copy(event.db, place)
    return place
