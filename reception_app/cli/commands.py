"""The commands besides the door: each opens an event, does one thing, and prints what it did."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.domain.money import EXPONENTS, Money
from reception_app.services import event_setup
from reception_app.storage import admissions, fact_journal, settings
from reception_app.storage import guests as guest_queries
from reception_app.storage.event_file import EventFile
from reception_app.wording import LANGUAGES, Wording


def add_new_options(part: argparse.ArgumentParser) -> None:
    """The options of `new`."""
    part.add_argument("--name", required=True, help="name of the event")
    part.add_argument("--date", required=True, type=date.fromisoformat, metavar="YYYY-MM-DD")
    part.add_argument("--currency", default="JPY", choices=sorted(EXPONENTS), metavar="JPY")
    part.add_argument(
        "--documents", default="ja", choices=LANGUAGES, help="language of documents (ja)"
    )
    part.add_argument("--venue", default="", help="where it takes place")


def new(arguments: argparse.Namespace, wording: Wording) -> int:
    """Make a new, empty event."""
    event = event_setup.create_event(
        arguments.event, name=arguments.name, day=arguments.date, now=_now(),
        currency=arguments.currency, language=arguments.documents, venue=arguments.venue,
    )  # fmt: skip
    event.close()
    print(wording.text("cli", "created", path=arguments.event))
    return 0


def info(arguments: argparse.Namespace, wording: Wording) -> int:
    """Say what an event file holds."""
    from reception_app.services.totals import event_totals

    with EventFile.open(arguments.event) as event:
        details, totals = settings.find_event(event), event_totals(event)
        counts = admissions.count_by_category(event)
        told: dict[str, Any] = {
            "name": details.name,
            "date": details.date.isoformat(),
            "venue": details.venue,
            "currency": details.currency,
            "guests": guest_queries.count_guests(event),
            "expected": sum(count.expected for count in counts),
            "arrived": sum(count.arrived for count in counts),
            "charged": totals.charged.minor,
            "paid": totals.paid.minor,
            "due": totals.due.minor,
            "overpaid": totals.overpaid.minor,
            "facts": fact_journal.count_facts(event.db),
        }
    if arguments.json:
        print_json(told)
        return 0
    money = {"charged", "paid", "due", "overpaid"}
    print_table(
        [
            (
                wording.text("cli", key),
                str(Money(value, details.currency)) if key in money else str(value),
            )
            for key, value in told.items()
        ]
    )
    return 0


def check(arguments: argparse.Namespace, wording: Wording) -> int:
    """Check the file, its chain, its tables and its accounts; 1 when anything is red."""
    from reception_app.services.accounts_check import check_accounts
    from reception_app.services.file_check import check_file
    from reception_app.services.findings import Level, hint_of, sentence_of, worst_of

    with EventFile.open(arguments.event) as event:
        of_the_file = check_file(event, progress=Bar())
        findings = (*of_the_file, *(f for f in check_accounts(event) if f not in of_the_file))
    red = worst_of(findings) is Level.RED
    if arguments.json:
        told = [
            {"code": f.code, "level": f.level.value, "text": sentence_of(f, wording)}
            for f in findings
        ]
        print_json({"ok": not red, "checks": told})
    else:
        for finding in findings:
            hint = hint_of(finding, wording)
            print(_MARKS[finding.level], sentence_of(finding, wording), hint)
    return 1 if red else 0


def rebuild(arguments: argparse.Namespace, wording: Wording) -> int:
    """Derive all tables from the facts again."""
    with EventFile.open(arguments.event) as event:
        replayed = event.rebuild(Bar())
    print(wording.text("cli", "rebuilt", facts=f"{replayed:,}"))
    return 0


def add_copy_options(part: argparse.ArgumentParser) -> None:
    """Where a copy goes."""
    part.add_argument("to", type=Path, metavar="TO", help="where the copy goes")


def copy(arguments: argparse.Namespace, wording: Wording) -> int:
    """Save a checked copy of an event."""
    from reception_app.services.event_copy import save_event_copy

    with EventFile.open(arguments.event) as event:
        save_event_copy(event, arguments.to)
    print(wording.text("cli", "written", path=arguments.to))
    return 0


_MARKS = {"ok": "✓", "warning": "!", "red": "✕"}
"""By the level of a finding."""


def _now() -> datetime:
    return datetime.now().astimezone()
