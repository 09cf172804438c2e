"""`next`: the event that follows one, with its people, prices and settings."""

import argparse
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from reception_app.cli.printing import Bar, print_json
from reception_app.services.next_event import make_next_event
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `next`."""
    part.add_argument("new", type=Path, metavar="NEW", help="where the new event goes")
    part.add_argument("--name", required=True, help="name of the new event")
    part.add_argument("--date", required=True, type=date.fromisoformat, metavar="YYYY-MM-DD")
    part.add_argument("--venue", default="", help="where it takes place, if somewhere else")


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Make the next event and say what was carried over."""
    with EventFile.open(arguments.event) as event:
        carried = make_next_event(
            event, arguments.new, name=arguments.name, day=arguments.date,
            now=datetime.now().astimezone(), venue=arguments.venue, progress=Bar(),
        )  # fmt: skip
    if arguments.json:
        print_json({"path": str(arguments.new), **asdict(carried)})
        return 0
    print(wording.text("cli", "created", path=arguments.new))
    print(wording.text("cli", "carried_over", **asdict(carried)))
    return 0
