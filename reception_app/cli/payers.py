"""`payers`: what was learned of who pays for whom."""

import argparse
from datetime import datetime
from pathlib import Path

from reception_app.cli.printing import print_json, print_table
from reception_app.domain.errors import ReceptionError
from reception_app.services import payer_aliases
from reception_app.storage import guests, statements
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


class AliasUnknown(ReceptionError):
    """No learned payer has this id."""


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `payers`."""
    part.add_argument("--forget", metavar="ID", help="forget this one; its beginning will do")
    part.add_argument(
        "--learn-from", type=Path, metavar="EVENT", help="take along what another event learned"
    )


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """List what was learned of payers, forget one, or take along what another event learned."""
    now = datetime.now().astimezone()
    with EventFile.open(arguments.event) as event:
        if arguments.forget:
            found = [a for a in statements.list_aliases(event) if a.id.startswith(arguments.forget)]
            if len(found) != 1:
                raise AliasUnknown
            payer_aliases.remove_alias(event, found[0].id, now=now, operator="")
        if arguments.learn_from:
            with EventFile.open(arguments.learn_from) as earlier:
                payer_aliases.carry_aliases(event, earlier, now=now, operator="")
        named = {row.guest.id: row.guest for row in guests.list_guests(event)}
        aliases = statements.list_aliases(event)
        told = [
            {
                "id": alias.id,
                "text": alias.text,
                "guests": [
                    {"number": named[one].number, "name": named[one].name}
                    for one in alias.guests
                    if one in named
                ],
                "learned_at": alias.learned_at.isoformat(),
            }
            for alias in aliases
        ]
    if arguments.json:
        print_json({"payers": told})
        return 0
    rows = [
        (
            alias.id[:8],
            alias.text,
            "・".join(named[one].name for one in alias.guests if one in named),
        )
        for alias in aliases
    ]
    print_table(rows)
    if not rows:
        print(wording.text("cli", "no_payers"))
    return 0
