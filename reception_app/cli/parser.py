"""The commands people type, and the parser that reads them."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from reception_app.wording import LANGUAGES, Wording

_Run = Callable[[argparse.Namespace, Wording], int]
_AddOptions = Callable[[argparse.ArgumentParser], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `run` does it and returns the exit code.

    `add_options` adds what it takes besides the event file and `--json`. Both are named as
    `module:function` of this package: a command loads its own module and no other's, which makes
    every command start in half the time.
    """

    name: str
    help: str
    run: str
    add_options: str = ""
    takes_event: bool = True
    offers_json: bool = True


COMMANDS = (
    Command(
        "demo", "make a demo event and open it", "demo:run", "demo:add_options",
        takes_event=False, offers_json=False,
    ),
    Command(
        "new", "make a new, empty event", "commands:new", "commands:add_new_options",
        offers_json=False,
    ),
    Command("next", "make the event that follows one", "next_event:run", "next_event:add_options"),
    Command("info", "say what an event file holds", "commands:info"),
    Command(
        "settings", "show or set what an event goes by", "event_settings:run",
        "event_settings:add_options",
    ),
    Command(
        "import-guests", "take a guest list in", "import_guests:run", "import_guests:add_options"
    ),
    Command("fees", "show or set the fee plan", "fees:run", "fees:add_options"),
    Command("guests", "list, find or change guests", "guests:run", "guests:add_options"),
    Command("guest", "one guest: look, change, cancel, erase", "guest:run", "guest:add_options"),
    Command("waiting", "who waits for a place", "people:waiting", "people:add_waiting_options"),
    Command("duplicates", "guests who may be one person", "people:duplicates"),
    Command("introducers", "who brought whom", "people:introducers"),
    Command(
        "retention", "how long guests are kept, and erasing them", "event_settings:retention",
        "event_settings:add_retention_options",
    ),
    Command("name-tags", "write name tags as PDF", "name_tags:run", "name_tags:add_options"),
    Command(
        "tag-designs", "designs, sheet and logo of name tags", "name_tags:designs",
        "name_tags:add_design_options",
    ),
    Command(
        "spare-badges", "codes for blank name tags", "spare_badges:run", "spare_badges:add_options"
    ),
    Command(
        "door", "work at the door, a line at a time", "door:run", "door:add_options",
        offers_json=False,
    ),
    Command("overview", "the evening in figures", "overview:run"),
    Command("log", "everything that happened", "event_log:run", "event_log:add_options"),
    Command(
        "rehearse", "practise on a copy", "rehearse:run", "rehearse:add_options", offers_json=False
    ),
    Command("money", "who owes; refunds, moves, write-offs", "money:run", "money:add_options"),
    Command("box", "a cash box: count, close, hand over, change", "boxes:run", "boxes:add_options"),
    Command("receipts", "print, issue anew, split a bill", "receipts:run", "receipts:add_options"),
    Command(
        "import-statement", "take a bank's or provider's statement in",
        "statements:import_statement", "statements:add_import_options",
    ),
    Command(
        "statements", "statements taken in; takes one back", "statements:list_statements",
        "statements:add_options",
    ),
    Command("match", "find out whom transfers are from", "match:run", "match:add_options"),
    Command("payers", "what was learned of payers", "payers:run", "payers:add_options"),
    Command("payouts", "what providers took and paid out", "payouts:run", "payouts:add_options"),
    Command(
        "book", "book an expense, an income, an advance …", "books:book", "books:add_book_options"
    ),
    Command("vouchers", "list the vouchers", "books:list_vouchers", "books:add_vouchers_options"),
    Command(
        "voucher", "one voucher: attach, correct …", "books:voucher", "books:add_voucher_options"
    ),
    Command("budget", "show or set the budget", "books:budget", "books:add_budget_options"),
    Command(
        "opening", "open the books with balances", "books:opening", "books:add_opening_options",
        offers_json=False,
    ),
    Command(
        "bank-arrived", "all that was under way is at the bank", "books:bank_arrived",
        offers_json=False,
    ),
    Command(
        "seal", "make the books final", "books:seal", "books:add_seal_options", offers_json=False
    ),
    Command(
        "unseal", "open final books again", "books:unseal", "books:add_unseal_options",
        offers_json=False,
    ),
    Command(
        "export", "write a workbook, a journal, receipts", "exporting:export",
        "exporting:add_options",
        offers_json=False,
    ),
    Command("check", "check file and accounts", "commands:check"),
    Command("rebuild", "derive all tables from facts again", "commands:rebuild", offers_json=False),
    Command(
        "copy", "save a checked copy of an event", "commands:copy", "commands:add_copy_options",
        offers_json=False,
    ),
)  # fmt: skip
"""Every command, in the order of the evening."""


def make_parser(argv: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser of the whole command line; what it parses has its command's `run`.

    With `argv`, only the commands that stand in it have all their options and can be run.
    """
    parser = argparse.ArgumentParser(
        prog="reception-app",
        description="Runs the door and the books of an event. Without a command, opens the window.",
    )
    parser.add_argument("--language", choices=LANGUAGES, help="language of messages")
    parts = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        part = parts.add_parser(command.name, help=command.help)
        if argv is None or command.name in argv:
            _add_command(part, command)
    return parser


def _add_command(part: argparse.ArgumentParser, command: Command) -> None:
    run: _Run = _function(command.run)
    part.set_defaults(run=run)
    if command.takes_event:
        part.add_argument("event", type=Path, metavar="EVENT", help="the event file")
    if command.add_options:
        add_options: _AddOptions = _function(command.add_options)
        add_options(part)
    if command.offers_json:
        part.add_argument("--json", action="store_true", help="print one JSON object")


def _function(named: str) -> Any:
    """The function named as `module:function` of this package."""
    module, name = named.split(":")
    return getattr(import_module(f"reception_app.cli.{module}"), name)
