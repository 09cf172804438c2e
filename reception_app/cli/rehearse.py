"""A rehearsal on a copy of an event: in the window, or a line at a time."""

import argparse
import json
import tempfile
from datetime import datetime
from pathlib import Path

from reception_app.cli import door
from reception_app.cli.demo import has_display
from reception_app.services.rehearsal import (
    Task,
    begin_rehearsal_of,
    end_rehearsal,
    invent_arrivals,
    rehearsal_desk,
)
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `rehearse`."""
    part.add_argument(
        "--no-window", action="store_true",
        help="print who comes with which badge, then take lines as at the door",
    )  # fmt: skip


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Practise on a copy of the event, which is deleted afterwards; the event is only read."""
    folder = Path(tempfile.mkdtemp(prefix="reception-rehearsal-"))
    place = folder
    try:
        place = begin_rehearsal_of(arguments.event, folder, now=_now())
        if not arguments.no_window and has_display():
            return int(arguments.open_window(place))
        return _practise_lines(place, arguments, wording)
    finally:
        end_rehearsal(folder / place.name)


def _practise_lines(place: Path, arguments: argparse.Namespace, wording: Wording) -> int:
    """Print who comes with which badge, one JSON line each, and then work at the door."""
    with EventFile.open(place) as copy:
        desk = rehearsal_desk(copy, now=_now())
        for task in invent_arrivals(copy, desk=desk, now=_now()):
            print(json.dumps(_told(task), ensure_ascii=False), flush=True)
        operator = settings.list_operators(copy)[desk.operator]
    arguments.event, arguments.desk, arguments.operator = place, desk.letter, operator
    return door.run(arguments, wording)


def _told(task: Task) -> dict[str, object]:
    guest = {"number": task.guest.number, "name": task.guest.name} if task.guest else None
    due = task.due.minor if task.due else 0
    return {"task": task.kind.value, "code": task.code, "guest": guest, "due": due}


def _now() -> datetime:
    return datetime.now().astimezone()
