"""`waiting`, `duplicates` and `introducers`: lists of people, and who comes up from waiting."""

import argparse
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reception_app.cli.printing import print_json
from reception_app.domain.guest import Guest
from reception_app.services.duplicates import find_duplicates
from reception_app.services.introductions import Introduced, list_introductions
from reception_app.services.waiting_list import (
    free_places,
    list_waiting_parties,
    promote_all_that_fit,
)
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def add_waiting_options(part: argparse.ArgumentParser) -> None:
    """The options of `waiting`."""
    part.add_argument("--promote", action="store_true", help="accept in order whoever has room")


def waiting(arguments: argparse.Namespace, wording: Wording) -> int:
    """Say who waits in which order; with `--promote`, accept whoever has room."""
    promoted: tuple[Guest, ...] = ()
    with EventFile.open(arguments.event) as event:
        if arguments.promote:
            now = datetime.now().astimezone()
            promoted = promote_all_that_fit(event, now=now, operator="")
        parties, free = list_waiting_parties(event), free_places(event)
    if arguments.json:
        told = [[_told(guest) for guest in party] for party in parties]
        print_json({"free": free, "waiting": told, "promoted": [_told(g) for g in promoted]})
        return 0
    for guest in promoted:
        print(wording.text("cli", "promoted", guest=_named(guest)))
    for party in parties:
        print(", ".join(_named(guest) for guest in party))
    return 0


def duplicates(arguments: argparse.Namespace, wording: Wording) -> int:
    """List guests who may be one person, the likeliest first."""
    with EventFile.open(arguments.event) as event:
        found = find_duplicates(event)
    if arguments.json:
        print_json(
            {
                "duplicates": [
                    {"guests": [_told(g) for g in one.guests], "alike": sorted(one.alike)}
                    for one in found
                ]
            }
        )
        return 0
    for one in found:
        alike = ", ".join(wording.text("likeness", way) for way in sorted(one.alike))
        print(f"{', '.join(_named(guest) for guest in one.guests)}  ({alike})")
    return 0


def introducers(arguments: argparse.Namespace, wording: Wording) -> int:
    """Print who brought whom as a tree, with how many arrived and what they paid."""
    with EventFile.open(arguments.event) as event:
        lines = list_introductions(event)
    if arguments.json:
        print_json({"introducers": _nested(lines)})
        return 0
    for line in lines:
        one = line.introducer
        names = ", ".join(_named(guest) for guest in one.brought)
        figures = wording.text(
            "cli", "introduced", heads=line.heads, arrived=line.arrived, paid=line.paid
        )
        print(f"{'  ' * line.depth}{one.name} ({one.reach}): {names}  [{figures}]")
    return 0


def _nested(lines: Iterable[Introduced]) -> list[dict[str, Any]]:
    """Each introducer with those below inside."""
    over: list[list[dict[str, Any]]] = [[]]
    for line in lines:
        one = line.introducer
        told: dict[str, Any] = {
            "name": one.name,
            "number": one.guest.number if one.guest else None,
            "reach": one.reach,
            "brought": [_told(guest) for guest in one.brought],
            "heads": line.heads,
            "arrived": line.arrived,
            "paid": line.paid.minor,
            "due": line.due.minor,
            "below": [],
        }
        del over[line.depth + 1 :]
        over[line.depth].append(told)
        over.append(told["below"])
    return over[0]


def _told(guest: Guest) -> dict[str, Any]:
    return {"number": guest.number, "name": guest.name}


def _named(guest: Guest) -> str:
    return f"{guest.number} {guest.name}"
