"""`settings` and `retention`: what everybody at an event goes by, and how long guests are kept."""

import argparse
from datetime import datetime

from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.services import erasure
from reception_app.services.event_setup import SettingUnreadable, change_event, setting_names
from reception_app.storage import guests, people, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The words of `settings`."""
    part.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="what to write")


def run(arguments: argparse.Namespace, _wording: Wording) -> int:
    """Show the event's settings; with `FIELD=VALUE`, write them first."""
    pairs = [text.partition("=") for text in arguments.fields]
    for name, equals, value in pairs:
        if not equals or name not in setting_names():
            raise SettingUnreadable(name, value or name)
    with EventFile.open(arguments.event) as event:
        if pairs:
            change_event(
                event, {name: value for name, _, value in pairs},
                now=datetime.now().astimezone(), operator="",
            )  # fmt: skip
        told = _told(event)
    if arguments.json:
        print_json(dict(told))
    else:
        print_table([(name, value) for name, value in told.items()])
    return 0


def add_retention_options(part: argparse.ArgumentParser) -> None:
    """The options of `retention`."""
    part.add_argument("--erase", action="store_true", help="erase all guests, if the day is past")


def retention(arguments: argparse.Namespace, wording: Wording) -> int:
    """Say how long guests are kept and how many are; with `--erase`, erase those past their day."""
    now = datetime.now().astimezone()
    erased = 0
    with EventFile.open(arguments.event) as event:
        over = erasure.is_retention_over(event, now.date())
        if over and arguments.erase:
            everybody = [row.guest.id for row in guests.list_guests(event)]
            erased = erasure.erase_guests(event, everybody, now=now, operator="", progress=Bar())
            over = False
        kept = guests.count_guests(event) - len(people.list_erased(event))
        day = settings.find_event(event).keep_until
    if arguments.json:
        print_json(
            {
                "keep_until": day.isoformat() if day else None,
                "kept": kept,
                "over": over,
                "erased": erased,
            }
        )
        return 0
    if erased:
        print(wording.counted("cli", "retention_erased", erased))
    elif over:
        print(wording.text("cli", "retention_over", day=day, n=kept))
    elif day:
        print(wording.text("cli", "retention_kept", day=day, n=kept))
    else:
        print(wording.text("cli", "retention_no_day", n=kept))
    return 0


def _told(event: EventReader) -> dict[str, str]:
    known = settings.list_settings(event)
    return {name: known.get(name, "") for name in setting_names()}
