"""What every test shares: without a display, Qt paints into memory; an event to work at."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from evening import Evening, new_evening
from hypothesis import settings

from reception_app.storage import reserve
from reception_app.storage.event_file import EventFile

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is no bug: nothing is tested by the clock.
settings.register_profile("reception", deadline=None)
settings.load_profile("reception")


@pytest.fixture(autouse=True)
def _small_reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests open hundreds of files; a reserve of four megabytes each would only cost time."""
    monkeypatch.setattr(reserve, "RESERVE_BYTES", 4096)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    """An event to work at, closed again after the test."""
    evening = new_evening(tmp_path / "gala.reception")
    yield evening
    evening.file.close()


@pytest.fixture
def event(evening: Evening) -> EventFile:
    """The open event file alone."""
    return evening.file
