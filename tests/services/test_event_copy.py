"""A copy of an event is whole, opens like the event, and never replaces the open event itself."""

from pathlib import Path

import pytest
from evening import Evening

from reception_app.domain.progress import Cancelled
from reception_app.services.event_copy import copy_place, save_event_copy, save_snapshot
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, FileExists, FileUnreadable


class Impatient:
    """A person who pressed Cancel."""

    def advance(self, _done: int, _total: int) -> None:
        """Stop at once."""
        raise Cancelled


def test_copy_opens_as_the_event(evening: Evening, tmp_path: Path) -> None:
    """What was recorded is in the copy, under the suffix of event files."""
    evening.guest("佐藤 花子")
    place = save_event_copy(evening.file, tmp_path / "to take away")

    assert place == tmp_path / "to take away.reception"
    with EventFile.open(place) as copy:
        assert settings.find_event(copy) == settings.find_event(evening.file)
        assert [row.guest.name for row in guests.list_guests(copy)] == ["佐藤 花子"]


def test_snapshot_is_as_good(evening: Evening, tmp_path: Path) -> None:
    """A copy of a snapshot, made beside the window, is the same."""
    evening.guest("佐藤 花子")
    place = save_snapshot(evening.file.snapshot(), tmp_path / "copy.reception")

    with EventFile.open(place) as copy:
        assert guests.count_guests(copy) == 1


def test_open_event_is_not_overwritten(evening: Evening) -> None:
    """The event cannot be copied onto itself."""
    with pytest.raises(FileExists):
        copy_place(evening.file, evening.file.path)


def test_unwritable_place_leaves_nothing(evening: Evening, tmp_path: Path) -> None:
    """A folder that is not there is told, and nothing is left."""
    with pytest.raises(FileUnreadable):
        save_event_copy(evening.file, tmp_path / "nowhere" / "copy.reception")

    assert not (tmp_path / "nowhere").exists()


def test_cancelled_copy_is_not_made(evening: Evening, tmp_path: Path) -> None:
    """Cancel leaves no file."""
    with pytest.raises(Cancelled):
        save_snapshot(evening.file.snapshot(), tmp_path / "copy.reception", Impatient())

    assert not (tmp_path / "copy.reception").exists()
