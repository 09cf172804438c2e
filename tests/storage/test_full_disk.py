"""A disk that really is full: acts are refused whole, and the reserve lets the evening end well."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from evening import Evening, new_evening
from notation import at

from reception_app.services import reception
from reception_app.storage import fact_journal, reserve
from reception_app.storage.event_file import EventDiskFull, EventFile
from reception_app.storage.guests import list_guests

RESERVE_BYTES = 4 * 1024 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 10 MB, where the system lets us mount one."""
    mounted = hasattr(os, "geteuid") and os.geteuid() == 0 and not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", str(tmp_path)],  # noqa: S607
        check=False, capture_output=True,
    ).returncode  # fmt: skip
    if not mounted:
        pytest.skip("only root may mount a small disk")
    yield tmp_path
    subprocess.run(["umount", "-l", str(tmp_path)], check=False)  # noqa: S607


def fill(disk: Path) -> None:
    """Write until nothing more fits."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(b"x" * 4096):
                pass
        except OSError:
            return


def test_full_disk_ends_well(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first act that finds no room is refused whole; a hundred more fit into the reserve."""
    monkeypatch.setattr(reserve, "RESERVE_BYTES", RESERVE_BYTES)
    evening = new_evening(small_disk / "gala.reception")
    fill(small_disk)
    saved: list[str] = []
    refusals = 0
    for n in range(120):
        try:
            saved.append(evening.guest(f"客{n}").name)
        except EventDiskFull:
            refusals += 1
    assert 1 <= refusals <= 3
    assert len(saved) >= 117
    evening.file.close()

    with EventFile.open(small_disk / "gala.reception") as event:
        assert sorted(row.guest.name for row in list_guests(event)) == sorted(saved)
        assert fact_journal.broken_link(event.db) is None


def test_reserve_does_not_take_the_last_room(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk with less room than the reserve needs, the room is left to the acts."""
    monkeypatch.setattr(reserve, "RESERVE_BYTES", 20 * 1024 * 1024)
    evening = new_evening(small_disk / "gala.reception")

    assert [name.name for name in small_disk.iterdir() if "reserve" in name.name] == []
    evening.guest("佐藤 花子")
    evening.file.close()


def test_full_disk_from_the_start(small_disk: Path) -> None:
    """Where there is no room for an event, none is begun and nothing is left."""
    fill(small_disk)

    with pytest.raises(EventDiskFull):
        new_evening(small_disk / "gala.reception")

    assert [name.name for name in small_disk.iterdir()] == ["filler"]


def test_full_disk_still_shows_what_is_there(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any reserve left everything stays readable, and opens again."""
    monkeypatch.setattr(reserve, "RESERVE_BYTES", 0)
    evening = new_evening(small_disk / "gala.reception")
    evening.guest("佐藤 花子")
    evening.file.rest()
    fill(small_disk)
    with pytest.raises(EventDiskFull):
        scan_for_ever(evening)

    assert [row.guest.name for row in list_guests(evening.file)] == ["佐藤 花子"]
    evening.file.close()
    with EventFile.open(evening.file.path) as event:
        assert [row.guest.name for row in list_guests(event)] == ["佐藤 花子"]


def scan_for_ever(evening: Evening) -> None:
    """Scan unknown codes until something gives."""
    for n in range(5000):
        reception.receive_badge(evening.file, f"{n:032}", desk=evening.desk, now=at("18:00"))
