"""`spare-badges`: codes for blank name tags, and whose they became."""

import argparse
from datetime import datetime

from reception_app.cli.printing import print_json, print_table
from reception_app.services.spare_badges import make_spare_badges
from reception_app.storage.event_file import EventFile
from reception_app.storage.guests import find_guest
from reception_app.storage.spare_badges import list_spare_badges
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `spare-badges`."""
    part.add_argument("--make", type=int, metavar="N", help="make N more of them first")


def run(arguments: argparse.Namespace, _wording: Wording) -> int:
    """Make blank name tags when asked, then list all of them."""
    with EventFile.open(arguments.event) as event:
        if arguments.make is not None:
            make_spare_badges(event, arguments.make, now=datetime.now().astimezone(), operator="")
        spares = list_spare_badges(event)
        holders = [find_guest(event, spare.guest) if spare.guest else None for spare in spares]
    if arguments.json:
        told = [
            {"label": spare.label, "code": spare.code, "guest": holder.number if holder else None}
            for spare, holder in zip(spares, holders, strict=True)
        ]
        print_json({"spare_badges": told})
        return 0
    print_table(
        [
            (spare.label, spare.code, f"{holder.number} {holder.name}" if holder else "–")
            for spare, holder in zip(spares, holders, strict=True)
        ]
    )
    return 0
