"""Backups of an event in one folder: the last dozen, then one an hour, then one a day."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.storage import settings
from reception_app.storage.copying import save_copy
from reception_app.storage.event_file import SUFFIX, EventReader
from reception_app.storage.file_faults import FileUnreadable

KEPT_LAST = 12
"""The newest backups stay, however close together."""

_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file and when it was made, in this computer's time."""

    path: Path
    at: datetime


def keep_backup(event: EventReader, folder: Path, *, now: datetime) -> Backup:
    """Save a checked copy of the event under `folder`, and drop older ones that are no longer due.

    Raises:
        FileUnreadable, EventDiskFull, DamagedFile: no backup was made; the older ones stay.
    """
    place = _folder_of(event, folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnreadable(folder) from error
    target = place / f"{now.strftime(_STAMP)}{SUFFIX}"
    save_copy(event.db, target)
    backups = _backups_in(place)
    due = kept([backup.at for backup in backups])
    for backup in backups:
        if backup.at not in due:
            with suppress(OSError):
                backup.path.unlink()
    return Backup(target, now)


def list_backups(event: EventReader, folder: Path) -> tuple[Backup, ...]:
    """The backups of this event under `folder`, newest first."""
    return _backups_in(_folder_of(event, folder))


def kept(times: Iterable[datetime]) -> frozenset[datetime]:
    """Which backups stay: the last dozen, the last one of each hour of that day, one a day."""
    newest_first = sorted(times, reverse=True)
    if not newest_first:
        return frozenset()
    staying = set(newest_first[:KEPT_LAST])
    last_day = newest_first[0].date()
    of_period: dict[tuple[object, ...], datetime] = {}
    for time in newest_first:
        hour = time.hour if time.date() == last_day else None
        of_period.setdefault((time.date(), hour), time)
    return frozenset(staying | set(of_period.values()))


def _folder_of(event: EventReader, folder: Path) -> Path:
    return folder / settings.find_event(event).id


def _backups_in(place: Path) -> tuple[Backup, ...]:
    found = []
    for path in place.glob(f"*{SUFFIX}") if place.is_dir() else ():
        with suppress(ValueError):  # somebody else's file
            found.append(Backup(path, datetime.strptime(path.stem, _STAMP).astimezone()))
    return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))
