"""The commands and options people type."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reception_app.cli import books, boxes, event_log, money, receipts
from reception_app.cli.choosing_guests import add_choosing_options
from reception_app.cli.guest import add_options
from reception_app.cli.guests import add_options as add_guests_options
from reception_app.documents.delimited_text import ENCODINGS
from reception_app.domain.money import EXPONENTS
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.row_matching import Rest
from reception_app.wording import LANGUAGES

REPORTS = (
    "settlement", "budget", "fees", "tenders", "cash-book", "bank-book", "trial-balance", "ledger",
    "corrections", "evidence",
)  # fmt: skip
"""The reports, as PDF or CSV; `ReportKind` has them too, and takes longer to load."""

EXPORTS = (
    "workbook",
    "journal-csv",
    "beancount",
    "hledger",
    "receipts",
    "unpaid",
    "guests",
    "passes",
    "scans",
    "attendance",
    "door-list",
    "table-cards",
    "printer-test",
    *REPORTS,
    "archive",
)
"""What `export` can write."""


def make_parser(commands: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the whole command line; every one of `commands` has its part in it."""
    parser = argparse.ArgumentParser(
        prog="reception-app",
        description="Runs the door and the books of an event. Without a command, opens the window.",
    )
    parser.add_argument("--language", choices=LANGUAGES, help="language of messages")
    parts = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    added = {
        "demo": _demo(parts.add_parser("demo", help="make a demo event and open it")),
        "new": _new(parts.add_parser("new", help="make a new, empty event")),
        "next": _next(parts.add_parser("next", help="make the event that follows one")),
        "info": _event(parts.add_parser("info", help="say what an event file holds"), json=True),
        "settings": _settings(
            parts.add_parser("settings", help="show or set what an event goes by")
        ),
        "import-guests": _import(parts.add_parser("import-guests", help="take a guest list in")),
        "fees": _fees(parts.add_parser("fees", help="show or set the fee plan")),
        "guests": _guests(parts.add_parser("guests", help="list, find or change guests")),
        "guest": _guest(parts.add_parser("guest", help="one guest: look, change, cancel, erase")),
        "waiting": _waiting(parts.add_parser("waiting", help="who waits for a place")),
        "duplicates": _event(
            parts.add_parser("duplicates", help="guests who may be one person"), json=True
        ),
        "introducers": _event(parts.add_parser("introducers", help="who brought whom"), json=True),
        "retention": _retention(
            parts.add_parser("retention", help="how long guests are kept, and erasing them")
        ),
        "name-tags": _name_tags(parts.add_parser("name-tags", help="write name tags as PDF")),
        "tag-designs": _tag_designs(
            parts.add_parser("tag-designs", help="designs, sheet and logo of name tags")
        ),
        "spare-badges": _spare_badges(
            parts.add_parser("spare-badges", help="codes for blank name tags")
        ),
        "door": _door(parts.add_parser("door", help="work at the door, a line at a time")),
        "overview": _event(parts.add_parser("overview", help="the evening in figures"), json=True),
        "log": _log(parts.add_parser("log", help="everything that happened")),
        "rehearse": _rehearse(parts.add_parser("rehearse", help="practise on a copy")),
        "money": _money(parts.add_parser("money", help="who owes; refunds, moves, write-offs")),
        "box": _box(parts.add_parser("box", help="a cash box: count, close, hand over, change")),
        "receipts": _receipts(parts.add_parser("receipts", help="print, issue anew, split a bill")),
        "import-statement": _import_statement(
            parts.add_parser("import-statement", help="take a bank's or provider's statement in")
        ),
        "statements": _statements(
            parts.add_parser("statements", help="statements taken in; takes one back")
        ),
        "match": _match(parts.add_parser("match", help="find out whom transfers are from")),
        "payers": _payers(parts.add_parser("payers", help="what was learned of payers")),
        "payouts": _payouts(parts.add_parser("payouts", help="what providers took and paid out")),
        **books.add_parsers(parts),
        "export": _export(parts.add_parser("export", help="write a workbook, a journal, receipts")),
        "check": _event(parts.add_parser("check", help="check file and accounts"), json=True),
        "rebuild": _event(parts.add_parser("rebuild", help="derive all tables from facts again")),
        "copy": _copy(parts.add_parser("copy", help="save a checked copy of an event")),
    }
    assert tuple(added) == tuple(commands)
    return parser


def _event(part: argparse.ArgumentParser, *, json: bool = False) -> argparse.ArgumentParser:
    part.add_argument("event", type=Path, metavar="EVENT", help="the event file")
    if json:
        part.add_argument("--json", action="store_true", help="print one JSON object")
    return part


def _demo(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    part.add_argument("event", type=Path, nargs="?", metavar="EVENT", help="where to make it")
    part.add_argument("--guests", type=int, default=700, metavar="N", help="how many (700)")
    part.add_argument(
        "--no-window", action="store_true",
        help="do the whole evening without a window and leave its papers in a folder",
    )  # fmt: skip
    return part


def _new(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument("--name", required=True, help="name of the event")
    part.add_argument("--date", required=True, type=date.fromisoformat, metavar="YYYY-MM-DD")
    part.add_argument("--currency", default="JPY", choices=sorted(EXPONENTS), metavar="JPY")
    part.add_argument(
        "--documents", default="ja", choices=LANGUAGES, help="language of documents (ja)"
    )
    part.add_argument("--venue", default="", help="where it takes place")
    return part


def _next(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument("new", type=Path, metavar="NEW", help="where the new event goes")
    part.add_argument("--name", required=True, help="name of the new event")
    part.add_argument("--date", required=True, type=date.fromisoformat, metavar="YYYY-MM-DD")
    part.add_argument("--venue", default="", help="where it takes place, if somewhere else")
    part.add_argument("--json", action="store_true", help="print one JSON object")
    return part


def _settings(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="what to write")
    return part


def _retention(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--erase", action="store_true", help="erase all guests, if the day is past")
    return part


def _import(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument(
        "list",
        type=Path,
        metavar="LIST",
        help="xlsx, xls, ods, csv or tsv file; - for standard input",
    )
    part.add_argument(
        "--no-headings", action="store_true", help="the list has no headings: look at its cells"
    )
    part.add_argument("--sheet", help="which sheet of a workbook")
    part.add_argument(
        "--map", action="append", default=[], metavar="HEADING=FIELD",
        help="what a column means, when it is not recognised",
    )  # fmt: skip
    part.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE",
        help="one text for every guest in place of a column",
    )  # fmt: skip
    part.add_argument(
        "--update", action=argparse.BooleanOptionalAction, default=True,
        help="change guests who are known as the list says (the default), or only add new ones",
    )  # fmt: skip
    part.add_argument(
        "--cancel-gone", action="store_true",
        help="cancel guests and companions who stood on this list before and do no more",
    )  # fmt: skip
    part.add_argument(
        "--add-doubtful", action="store_true",
        help="add guests who may be on the event's list already, but perhaps are somebody else",
    )  # fmt: skip
    part.add_argument(
        "--save-refused", type=Path, metavar="FILE.xlsx",
        help="write rows that are not taken as a workbook to mend and take in",
    )  # fmt: skip
    part.add_argument("--dry-run", action="store_true", help="show what would happen")
    part.add_argument("--json", action="store_true", help="print one JSON object")
    return part


def _fees(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument("prices", nargs="*", metavar="CATEGORY=AMOUNT")
    part.add_argument(
        "--early-bird", action="append", default=[], metavar="CATEGORY=AMOUNT@YYYY-MM-DD"
    )
    part.add_argument("--walk-in", action="append", default=[], metavar="CATEGORY=AMOUNT")
    part.add_argument("--companion", action="append", default=[], metavar="CATEGORY=AMOUNT")
    part.add_argument(
        "--cancel-fee", action="append", default=[], metavar="CATEGORY=AMOUNT[@YYYY-MM-DD]",
        help="what whoever cancels goes on owing, after that day",
    )  # fmt: skip
    part.add_argument(
        "--reprice", action="store_true", help="charge anew whoever was charged another fee"
    )
    part.add_argument("--json", action="store_true", help="print one JSON object")
    return part


def _guests(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    add_guests_options(part)
    return part


def _guest(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    add_options(part)
    part.add_argument("--json", action="store_true", help="print one JSON object")
    return part


def _waiting(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--promote", action="store_true", help="accept in order whoever has room")
    return part


def _name_tags(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.pdf")
    part.add_argument("--select", choices=("all", "new", "changed", "none"), default="all")
    part.add_argument(
        "--order", choices=("reading", "company", "table", "category", "number"), default="reading"
    )
    part.add_argument(
        "--category", action="append", default=[], metavar="CODE", help="only these categories"
    )
    part.add_argument(
        "--guest", action="append", default=[], type=int, metavar="NUMBER",
        help="only these guests, as for a reprint",
    )  # fmt: skip
    part.add_argument("--design", metavar="NAME", help="a design's name, or a template file")
    part.add_argument(
        "--sheet", metavar="SHEET", help="a sheet's name, or measures such as '2x5 91x55 14,11'"
    )
    part.add_argument("--first-label", type=int, default=1, metavar="N", help="skip used labels")
    part.add_argument("--spare", type=int, metavar="N", help="N blank tags with codes as well")
    part.add_argument(
        "--back", choices=("long", "short"), help="print backs, the sheet turned over this edge"
    )
    part.add_argument(
        "--cut-marks", action=argparse.BooleanOptionalAction, default=True,
        help="short lines to cut along in the margins (the default), or none",
    )  # fmt: skip
    part.add_argument("--offset", default="0,0", metavar="X,Y", help="mm to shift right and down")
    part.add_argument("--scale", default="1,1", metavar="X,Y", help="stretch, such as 1.002,0.999")
    part.add_argument("--draft", action="store_true", help="do not remember them as printed")
    return part


def _tag_designs(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--use", metavar="NAME", help="print all tags in this design")
    part.add_argument(
        "--category", default="", metavar="CODE",
        help="with --use: only this category; alone: like all others again",
    )  # fmt: skip
    part.add_argument("--add", type=Path, metavar="FILE", help="take a template file in")
    part.add_argument(
        "--save", nargs=2, metavar=("NAME", "FILE"), help="write a design as a template file"
    )
    part.add_argument("--remove", metavar="NAME", help="offer an own design no longer")
    part.add_argument("--sheet", metavar="SHEET", help="print tags on this sheet from now on")
    part.add_argument("--logo", metavar="FILE", help="the event's logo, or none")
    part.add_argument("--sheets", action="store_true", help="list the sheets we know as well")
    return part


def _spare_badges(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--make", type=int, metavar="N", help="make N more of them first")
    return part


def _door(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument("--desk", default="A", help="letter of the desk and its cash box")
    part.add_argument("--operator", required=True, metavar="NAME", help="who works there")
    return part


def _money(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    money.add_options(part)
    return part


def _box(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    boxes.add_options(part)
    return part


def _receipts(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    receipts.add_options(part)
    return part


def _import_statement(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument(
        "statement", type=Path, metavar="FILE",
        help="CSV, Zengin, CAMT.053, MT940, OFX, or a list of PayPay or Square; - for stdin",
    )  # fmt: skip
    part.add_argument(
        "--account", required=True, choices=[account.value for account in StatementAccount],
        help="whose statement it is",
    )  # fmt: skip
    part.add_argument(
        "--map", action="append", default=[], metavar="HEADING=FIELD",
        help="what a column holds, when it is not recognised; a column's number will do too",
    )  # fmt: skip
    part.add_argument("--encoding", choices=ENCODINGS, help="the text's, when it is not recognised")
    part.add_argument("--dry-run", action="store_true", help="show what would happen")
    part.add_argument("--json", action="store_true", help="print one JSON object")
    return part


def _statements(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--take-back", metavar="ID", help="take this one back; its beginning will do")
    part.add_argument("--reason", default="", metavar="TEXT", help="why")
    return part


def _match(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--accept-sure", action="store_true", help="book the rows that are sure")
    part.add_argument(
        "--state", choices=[state.value for state in RowState], help="list the rows in this state"
    )
    part.add_argument("--row", metavar="ID", help="one row: the beginning of its id will do")
    part.add_argument(
        "--candidate", type=int, metavar="N", help="book the row for its Nth candidate"
    )
    part.add_argument(
        "--to", action="append", default=[], metavar="NUMBER[=AMOUNT]",
        help="a guest's part of the row; without an amount all of it, or what the guest owes",
    )  # fmt: skip
    part.add_argument("--withheld", default="0", metavar="AMOUNT", help="what a bank kept of it")
    part.add_argument(
        "--rest", choices=[rest.value for rest in Rest], help="where the rest of the row goes"
    )
    part.add_argument("--book", metavar="ACCOUNT", help="book the row to an account")
    part.add_argument(
        "--payout", type=int, metavar="N", help="it is a provider's payout, explained the Nth way"
    )
    part.add_argument(
        "--leave-out", action="append", default=[], metavar="PAYMENT",
        help="with --payout: a payment it does not cover, by the beginning of its id",
    )  # fmt: skip
    part.add_argument("--ignore", action="store_true", help="it is none of the event's business")
    part.add_argument("--restore", action="store_true", help="it is, after all")
    part.add_argument("--undo", action="store_true", help="take its matches back")
    part.add_argument("--reason", default="", metavar="TEXT", help="why, or what it was")
    part.add_argument("--operator", metavar="NAME", help="who does it")
    return part


def _payers(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--forget", metavar="ID", help="forget this one; its beginning will do")
    part.add_argument(
        "--learn-from", type=Path, metavar="EVENT", help="take along what another event learned"
    )
    return part


def _payouts(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    part.add_argument("--pair", action="store_true", help="mark what list and books both have")
    return part


def _export(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument("what", choices=EXPORTS)
    add_choosing_options(part)
    part.add_argument(
        "--only", type=_numbers, metavar="N,N,…", help="passes of the guests of these numbers only"
    )
    part.add_argument(
        "--in", dest="in_language", choices=LANGUAGES, help="language of a report (the event's)"
    )
    part.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    return part


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(number) for number in text.split(","))


def _rehearse(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument(
        "--no-window", action="store_true",
        help="print who comes with which badge, then take lines as at the door",
    )  # fmt: skip
    return part


def _log(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part, json=True)
    event_log.add_options(part)
    return part


def _copy(part: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _event(part)
    part.add_argument("to", type=Path, metavar="TO", help="where the copy goes")
    return part
