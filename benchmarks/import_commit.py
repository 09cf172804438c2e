"""Taking a previewed list in: facts, hashes, badges, charges and tables, against bare inserts.

The bare inserts are the very rows the import inserts, in the same order and into the same tables,
indexes and guards, in one transaction as safe and durable as ours; nothing is made, hashed, looked
up or updated.
"""

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import apsw
from import_preview import write_list
from report import Row, best_of, markdown_table

from reception_app.services import event_setup, fees
from reception_app.services.guest_import import commit_import, preview_import
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile

SIZES = (700, 10_000)
"""Guests in the list; two thirds of them bring companions, so twice as many people."""

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
_RUNS = 3

_Insert = tuple[str, Any]


def measure() -> list[Row]:
    """One row for each size of list."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measure(Path(folder) / str(guests), guests) for guests in SIZES]


def _measure(folder: Path, guests: int) -> Row:
    folder.mkdir()
    source = folder / "list.xlsx"
    write_list(source, guests)
    with _new_event(folder / "traced.reception") as event:
        inserts = _inserts_of(event, source)
    bare = min(_bare(folder / f"bare {run}.reception", inserts) for run in range(_RUNS))
    ours = min(_import(folder / f"ours {run}.reception", source) for run in range(_RUNS))
    return Row(
        job=f"Import of {guests:,} guests",
        limit_name="the same inserts alone",
        limit_seconds=bare,
        product_seconds=ours,
        target="≤ 3×",
    )


def _import(path: Path, source: Path) -> float:
    with _new_event(path) as event:
        preview = preview_import(event, source)
        return best_of(1, lambda: commit_import(event, preview, now=NOW, operator=""))


def _bare(path: Path, inserts: list[_Insert]) -> float:
    with _new_event(path) as event:
        return best_of(1, lambda: _insert(event.db, inserts))


def _insert(db: apsw.Connection, inserts: list[_Insert]) -> None:
    with db:
        for statement, values in inserts:
            db.execute(statement, values)


def _inserts_of(event: EventFile, source: Path) -> list[_Insert]:
    """Every row an import inserts, one statement each."""
    found: list[_Insert] = []

    def note(_cursor: apsw.Cursor, statement: str, values: Any) -> bool:
        if statement.lstrip().startswith("INSERT"):
            found.append((statement, values))
        return True

    preview = preview_import(event, source)
    event.db.exec_trace = note
    commit_import(event, preview, now=NOW, operator="")
    event.db.exec_trace = None
    return found


def _new_event(path: Path) -> EventFile:
    event = event_setup.create_event(path, name="Gala", day=date(2026, 11, 14), now=NOW)
    plan = settings.find_fee_plan(event)
    for name, price in (("会員", 8000), ("ゲスト", 10000), ("学生", 3000)):
        plan = plan.with_category(plan.new_category(name, price))
    fees.set_fee_plan(event, plan, now=NOW, operator="")
    return event


if __name__ == "__main__":
    print(markdown_table(measure()))
