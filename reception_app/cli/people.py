"""`waiting`, `duplicates` and `introducers`: lists of people, and who comes up from waiting."""

import argparse
from datetime import datetime
from typing import Any

from reception_app.cli.printing import print_json
from reception_app.domain.guest import Guest
from reception_app.domain.introducers import Introducer, introducer_tree
from reception_app.services.duplicates import find_duplicates
from reception_app.services.waiting_list import (
    free_places,
    list_waiting_parties,
    promote_all_that_fit,
)
from reception_app.storage.event_file import EventFile
from reception_app.storage.guests import list_guests
from reception_app.wording import Wording


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


def introducers(arguments: argparse.Namespace, _wording: Wording) -> int:
    """Print who brought whom, as a tree."""
    with EventFile.open(arguments.event) as event:
        tree = introducer_tree(row.guest for row in list_guests(event))
    if arguments.json:
        print_json({"introducers": [_told_introducer(one) for one in tree]})
        return 0
    _print_tree(tree, depth=0)
    return 0


def _print_tree(tree: tuple[Introducer, ...], *, depth: int) -> None:
    for one in tree:
        names = ", ".join(_named(guest) for guest in one.brought)
        print(f"{'  ' * depth}{one.name} ({one.reach}): {names}")
        _print_tree(one.below, depth=depth + 1)


def _told_introducer(one: Introducer) -> dict[str, Any]:
    return {
        "name": one.name,
        "number": one.guest.number if one.guest else None,
        "reach": one.reach,
        "brought": [_told(guest) for guest in one.brought],
        "below": [_told_introducer(below) for below in one.below],
    }


def _told(guest: Guest) -> dict[str, Any]:
    return {"number": guest.number, "name": guest.name}


def _named(guest: Guest) -> str:
    return f"{guest.number} {guest.name}"
