"""From the last key of a scan to the painted answer, everything on the disk, as lists grow."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw
from report import IS_LARGE, Row, markdown_table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reception_app.services import reception
from reception_app.services.demo import make_demo
from reception_app.storage import guests
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

_SIZES = (700, 10_000, 100_000) if IS_LARGE else (700, 10_000)
_SCANS = 120
_WINDOW = (1096, 800)


@dataclass(frozen=True, slots=True)
class Times:
    """Many times of one thing, in seconds."""

    seconds: tuple[float, ...]

    def percentile(self, share: float) -> float:
        """The time that so large a share (0 to 1) does not exceed."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]

    def __str__(self) -> str:
        return (
            f"p50 {self.percentile(0.5) * 1000:.1f} ms, p99 {self.percentile(0.99) * 1000:.1f} ms"
        )


def measure() -> list[Row]:
    """Two rows per size: the durable decision, and the whole way to the painted banner."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, ThemeChoice.LIGHT)
    rows = []
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            bare = bare_transactions(Path(folder))
            decided, painted, figures = _door(app, Path(folder), size)
        rows += [
            Row(
                job=f"Scan decided and on disk, {size:,} guests ({decided})",
                limit_name="3-row transaction, WAL + FULL",
                limit_seconds=bare.percentile(0.5),
                product_seconds=decided.percentile(0.5),
                target="≤ 4×",
            ),
            Row(
                job=f"Scan to painted answer, {size:,} guests ({painted}; counters {figures})",
                limit_name="3-row transaction, WAL + FULL",
                limit_seconds=bare.percentile(0.5),
                product_seconds=painted.percentile(0.5),
                target="p99 ≤ 16 ms",
            ),
        ]
    return rows


def bare_transactions(folder: Path) -> Times:
    """What the database engine needs for three rows that are on the disk."""
    db = apsw.Connection(str(folder / "bare.db"))
    db.pragma("journal_mode", "WAL")
    db.pragma("synchronous", "FULL")
    db.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")

    def write() -> None:
        with db:
            for _ in range(3):
                db.execute("INSERT INTO row (text) VALUES (?)", ("x" * 200,))

    times = _timed(write for _ in range(2 * _SCANS))
    db.close()
    return times


def _door(app: QApplication, folder: Path, size: int) -> tuple[Times, Times, Times]:
    """Times of the decision alone, to the painted banner, and of the counters that follow it."""
    now = datetime.now().astimezone()
    event, evening = make_demo(folder / "demo.reception", now=now, guest_count=size)
    codes = [guests.find_badge_code(event, guest) or "" for guest in evening.waiting]
    desk = evening.desk

    def decide(code: str) -> Callable[[], object]:
        moment = datetime.now().astimezone()
        return lambda: reception.receive_badge(event, code, desk=desk, now=moment)

    decided = _timed(decide(code) for code in codes[:_SCANS])
    workplace = Workplace(event, Wording("ja"))
    workplace.work_at(desk)
    page = DoorPage(workplace)
    page.resize(*_WINDOW)
    page.show()
    _settle(app)
    painted = []
    for code in codes[_SCANS : 2 * _SCANS]:
        started = time.perf_counter()
        page.scan.scanned.emit(code)  # paints the banner before it returns
        painted.append(time.perf_counter() - started)
        app.processEvents()
    figures = _timed(page.refresh for _ in range(_SCANS))
    page.close()
    _settle(app)
    event.close()
    return decided, Times(tuple(painted)), figures


def _timed(works: Iterable[Callable[[], object]]) -> Times:
    seconds = []
    for work in works:
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return Times(tuple(seconds))


def _settle(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()


if __name__ == "__main__":
    print(markdown_table(measure()))
