"""Everything that happened, on the command line."""

import argparse

from reception_app.cli.printing import print_json, print_table
from reception_app.services.event_log import LogLine, LogPart, LogSearch, read_log
from reception_app.services.reception import GuestUnknown
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `log`."""
    part.add_argument("--find", default="", metavar="TEXT", help="lines that say TEXT")
    part.add_argument(
        "--part", action="append", default=[], choices=[one.value for one in LogPart],
        help="only what is about this; may be given again",
    )  # fmt: skip
    part.add_argument("--guest", type=int, metavar="NUMBER", help="only what is about this guest")
    part.add_argument("--operator", default="", metavar="NAME", help="only what NAME did")
    part.add_argument("--desk", default="", metavar="A", help="only what happened at this desk")
    part.add_argument("--last", type=int, metavar="N", help="only the last N lines")


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Print what happened, oldest first."""
    with EventFile.open(arguments.event) as event:
        guest = None
        if arguments.guest is not None:
            guest = guests.find_by_number(event, arguments.guest)
            if guest is None:
                raise GuestUnknown
        search = LogSearch(
            text=arguments.find,
            parts=frozenset(LogPart(part) for part in arguments.part),
            operator=arguments.operator,
            desk=arguments.desk,
            guest=guest.id if guest else "",
        )
        lines = [line for line in read_log(event, wording, limit=None) if search.lets_through(line)]
    lines = lines[: arguments.last][::-1]
    if arguments.json:
        print_json({"lines": [_told(line) for line in lines]})
    else:
        print_table([_row(line) for line in lines])
    return 0


def _told(line: LogLine) -> dict[str, object]:
    return {
        "at": line.at.isoformat(),
        "kind": line.kind,
        "part": line.part.value,
        "text": line.words,
        "read": line.read,
        "guest": line.who,
        "desk": line.desk,
        "operator": line.operator,
    }


def _row(line: LogLine) -> tuple[str, ...]:
    read = f" “{line.read}”" if line.read else ""
    return f"{line.at:%m-%d %H:%M:%S}", line.desk, line.operator, line.who, f"{line.words}{read}"
