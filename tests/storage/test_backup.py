"""Backups: checked copies in a folder of their own, thinned with age."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reception_app.domain.facts import EventChanged
from reception_app.services.event_setup import create_event
from reception_app.storage import settings
from reception_app.storage.backup import KEPT_LAST, keep_backup, kept, list_backups
from reception_app.storage.event_file import EventFile
from reception_app.storage.file_faults import FileUnreadable

NOW = datetime(2026, 11, 14, 18, 0).astimezone()


@pytest.fixture
def event(tmp_path: Path) -> Iterator[EventFile]:
    with create_event(tmp_path / "a.reception", name="Mixer", day=NOW.date(), now=NOW) as made:
        yield made


def test_a_backup_opens_as_the_event_it_was(event: EventFile, tmp_path: Path) -> None:
    """What was recorded before the backup is in it, what came later is not."""
    backup = keep_backup(event.snapshot(), tmp_path / "backups", now=NOW)
    with event.act(now=NOW, actor="") as act:
        act.record(EventChanged(fields={"name": "Later"}))

    with EventFile.open(backup.path) as copy:
        assert settings.find_event(copy).name == "Mixer"
    assert list_backups(event, tmp_path / "backups") == (backup,)


def test_the_folder_never_grows_without_end(event: EventFile, tmp_path: Path) -> None:
    """Of many backups in one hour the newest stay."""
    for n in range(KEPT_LAST + 3):
        keep_backup(event, tmp_path / "b", now=NOW + timedelta(seconds=n))

    backups = list_backups(event, tmp_path / "b")
    assert len(backups) == KEPT_LAST
    assert backups[0].at == NOW + timedelta(seconds=KEPT_LAST + 2)


def test_older_backups_stay_by_hour_and_day() -> None:
    """Beyond the last dozen one of each hour of the last day stays, and one of each day before."""
    days = [NOW - timedelta(days=n) for n in range(3)]
    times = [day - timedelta(minutes=3 * n) for day in days for n in range(60)]

    staying = kept(times)

    assert {time for time in staying if time.date() != NOW.date()} == set(days[1:])
    assert {time.hour for time in staying if time.date() == NOW.date()} == {15, 16, 17, 18}
    assert sorted(times, reverse=True)[:KEPT_LAST] == sorted(staying, reverse=True)[:KEPT_LAST]


def test_nothing_to_keep_of_nothing() -> None:
    """Without backups there is nothing to thin out."""
    assert kept([]) == frozenset()


def test_other_files_in_the_folder_are_left_alone(event: EventFile, tmp_path: Path) -> None:
    """What a person put there stays, whatever its name."""
    first = keep_backup(event, tmp_path / "b", now=NOW)
    mine = first.path.with_name("mine.reception")
    mine.write_bytes(b"x")
    for n in range(20):
        keep_backup(event, tmp_path / "b", now=NOW + timedelta(seconds=n))

    assert mine.exists()


def test_a_folder_that_cannot_be_made_is_told(event: EventFile, tmp_path: Path) -> None:
    """A file where the folder should be is one clear error."""
    (tmp_path / "b").write_text("in the way")

    with pytest.raises(FileUnreadable):
        keep_backup(event, tmp_path / "b", now=NOW)
