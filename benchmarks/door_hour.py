"""One hour of 700 arrivals through the real window, its time compressed: nothing may grow.

`uv run python benchmarks/door_hour.py`. Badges are typed key by key at random intervals, fees are
paid by cash, PayPay or later; what is measured is the work of the processor from a scan's last key
to the painted answer, which no other program's disk disturbs, and the memory, in the first and in
the last tenth of the hour.
"""

import gc
import os
import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from report import Row, markdown_table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reception_app.domain.admission import Verdict
from reception_app.services.demo import make_demo
from reception_app.storage import guests
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.main_window import MainWindow
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.wording import Wording

_ARRIVALS = 700
_HOUR_SECONDS = 3600
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True)
class Hour:
    """What one hour took: seconds of each scan in their order, and bytes of memory held."""

    scans: tuple[float, ...]
    memory: tuple[int, ...]

    def median(self, part: slice) -> float:
        """The middle scan of a part of the hour."""
        ordered = sorted(self.scans[part])
        return ordered[len(ordered) // 2]


class Clock:
    """The hour's clock: a minute of it takes as long as its scans do."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin

    def __call__(self) -> datetime:
        """The time of the hour."""
        return self.now


def measure() -> list[Row]:
    """One row: the last tenth of the hour against the first."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, ThemeChoice.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        hour = _live(app, Path(folder))
    tenth = len(hour.scans) // 10
    first, last = hour.median(slice(tenth)), hour.median(slice(-tenth, None))
    grown = (hour.memory[-1] - hour.memory[len(hour.memory) // 5]) / 1024 / 1024
    return [
        Row(
            job=f"700 arrivals in an hour, last tenth of the scans (memory {grown:+.1f} MB)",
            limit_name="first tenth of the same hour",
            limit_seconds=first,
            product_seconds=last,
            target="≤ 1.3×, ≤ 8 MB",
        )
    ]


def _live(app: QApplication, folder: Path) -> Hour:
    chance = random.Random(700)  # noqa: S311 - arrivals, no secrets
    clock = Clock(datetime.now().astimezone())
    event, evening = make_demo(folder / "hour.reception", now=clock.now, guest_count=1600)
    codes = [guests.find_badge_code(event, guest) or "" for guest in evening.waiting[:_ARRIVALS]]
    preferences = Preferences(folder / "window.ini")
    preferences.sounds = False
    preferences.backup_folder = folder / "copies"
    window = MainWindow(event, Wording("ja"), preferences)
    window.workplace.now = clock
    window.show()
    window.activateWindow()
    page = window.current_page
    assert isinstance(page, DoorPage)
    app.processEvents()
    scans, memory = [], []
    for n, code in enumerate(codes):
        clock.now += timedelta(seconds=chance.expovariate(len(codes) / _HOUR_SECONDS))
        started = _type(page, code, 10_000 * (n + 1))
        scans.append(time.process_time() - started)
        assert page.outcome is not None
        assert page.outcome.guest is not None, page.outcome.text
        app.processEvents()
        _settle(page, chance)
        page.figures.read()  # the counters' timer, which is not compressed with the hour
        app.processEvents()
        if n % 10 == 0:
            gc.collect()
            memory.append(_memory())
    window.close()
    app.processEvents()
    return Hour(tuple(scans), tuple(memory))


def _type(page: DoorPage, code: str, at: int) -> float:
    """Type a badge as a scanner does, from `at` (ms); returns when the last key was pressed.

    The keys carry their times, as a real keyboard's do: a stalled machine makes no pause.
    """
    none = Qt.KeyboardModifier.NoModifier
    started = 0.0
    for n, char in enumerate(code):
        key = QKeyEvent(QEvent.Type.KeyPress, 0, none, char)
        key.setTimestamp(at + 2 * n)
        started = time.process_time()
        QApplication.sendEvent(page.scan.line, key)
    return started


def _settle(page: DoorPage, chance: random.Random) -> None:
    """Take the fee that is asked for, one way or another."""
    outcome = page.outcome
    if outcome is None or outcome.verdict is not Verdict.COLLECT_FEE:
        return
    for key in chance.choice(("\r", "\r", "p\r", "c\r", "l1", "10\r")):
        page.take(key)


def _memory() -> int:
    """The memory this process holds now, in bytes."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * _PAGE_BYTES
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    print(markdown_table(measure()))
