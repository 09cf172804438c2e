"""From a key in a search to the painted list, as lists grow: the guests page, and the door."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
from long_list import make_long_list
from report import IS_LARGE, Row, markdown_table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from reception_app.domain.event import Desk
from reception_app.services.event_setup import operator_named
from reception_app.storage.event_file import EventFile
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.workplace import Workplace, wall_clock
from reception_app.wording import Wording

_SIZES = (700, 10_000, 100_000) if IS_LARGE else (700, 10_000)
_TYPED = (
    "たかはし", "sato h", "高橋", "株式会社", "guest0012", "佐藤 花", "はなこ", "takasaki", "7",
    "1234", "0901", "山田 vip", "suzuki t", "斎藤", "デザイン", "yui", "渡辺さん", "example",
)  # fmt: skip
_WINDOW = (1096, 800)
_BETWEEN_KEYS = 0.06


def measure() -> list[Row]:
    """Two rows per size: the 95th of 100 keys on the guests page, and at the door."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, ThemeChoice.LIGHT)
    rows = []
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            event = make_long_list(Path(folder) / "long.reception", size)
            limit = _trigrams(event)
            started = time.perf_counter()
            while event.build_guest_index():
                pass
            built = time.perf_counter() - started
            page, door = _page(app, event), _door(app, event)
            event.close()
        told = f"Key to painted list, {size:,} guests (index built in {built:.2f} s)"
        rows += [
            _row(told, page, limit),
            _row(f"Key to painted hits at the door, {size:,} guests", door, limit),
        ]
    return rows


def _row(job: str, seconds: list[float], limit: float) -> Row:
    ordered = sorted(seconds)
    return Row(
        job=f"{job}: p50 {ordered[len(ordered) // 2] * 1000:.1f} ms, p95",
        limit_name="SQLite trigrams, first 20 hits, p95, no window",
        limit_seconds=limit,
        product_seconds=ordered[int(len(ordered) * 0.95)],
        target="p95 ≤ 8 ms",
    )


def _keys() -> Iterator[str]:
    """What stands in the search after each key."""
    for text in _TYPED:
        yield from (text[:end] for end in range(1, len(text) + 1))


def _trigrams(event: EventFile) -> float:
    """What the database's own index needs for the words of three letters and more."""
    db = apsw.Connection(":memory:")
    db.execute("CREATE VIRTUAL TABLE found USING fts5 (text, tokenize = 'trigram')")
    texts = event.db.execute("SELECT search_text FROM guest").fetchall()
    db.executemany("INSERT INTO found VALUES (?)", texts)
    seconds = []
    for text in _keys():
        if len(text) > 2 and " " not in text:  # noqa: PLR2004 - trigrams have three letters
            started = time.perf_counter()
            db.execute(
                "SELECT rowid FROM found WHERE text MATCH ? LIMIT 20", (f'"{text}"',)
            ).fetchall()
            seconds.append(time.perf_counter() - started)
    return sorted(seconds)[int(len(seconds) * 0.95)]


def _page(app: QApplication, event: EventFile) -> list[float]:
    page = GuestsPage(Workplace(event, Wording("ja")))
    shown: list[int] = []
    page.model.modelReset.connect(lambda: shown.append(page.model.rowCount()))

    def search(text: str) -> None:
        shown.clear()
        page.search.setText(text)
        while not shown:  # the list is painted before the next event
            app.processEvents()

    return _typed(app, page, search)


def _door(app: QApplication, event: EventFile) -> list[float]:
    workplace = Workplace(event, Wording("ja"))
    workplace.work_at(Desk("A", operator_named(event, "鈴木", now=wall_clock())))
    page = DoorPage(workplace)

    def search(text: str) -> None:
        page.scan.searched.emit(text)
        page.answer.repaint()

    return _typed(app, page, search)


def _typed(app: QApplication, page: QWidget, search: Callable[[str], None]) -> list[float]:
    """Seconds from each key until the list was painted; a pause follows each, as when typing."""
    page.resize(*_WINDOW)
    page.show()
    _rest(app)
    seconds = []
    for text in _keys():
        started = time.perf_counter()
        search(text)
        seconds.append(time.perf_counter() - started)
        _rest(app)
    page.close()
    _rest(app)
    return seconds


def _rest(app: QApplication) -> None:
    """Let everything settle that follows a key, and the finger move on."""
    until = time.perf_counter() + _BETWEEN_KEYS
    while time.perf_counter() < until:
        app.processEvents()


if __name__ == "__main__":
    print(markdown_table(measure()))
