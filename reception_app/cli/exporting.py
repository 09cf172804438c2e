"""`export`: one line of `_WRITERS` for each thing that can be written out."""

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception_app.cli.choosing_guests import (
    add_choosing_options,
    chosen_columns,
    chosen_keys,
    is_choice,
)
from reception_app.cli.printing import Bar
from reception_app.domain.guest_column import ALL_BUT_CODES, GuestColumn
from reception_app.storage import guests as guest_queries
from reception_app.storage.event_file import EventFile
from reception_app.wording import LANGUAGES, Wording

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

_Writer = Callable[[EventFile, argparse.Namespace, Wording], None]


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    part.add_argument("what", choices=EXPORTS)
    add_choosing_options(part)
    part.add_argument(
        "--only", type=_numbers, metavar="N,N,…", help="passes of the guests of these numbers only"
    )
    part.add_argument(
        "--in", dest="in_language", choices=LANGUAGES, help="language of a report (the event's)"
    )
    part.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")


def export(arguments: argparse.Namespace, wording: Wording) -> int:
    """Write a workbook, a journal, a report, receipts, a folder … as `what` says."""
    if arguments.what == "passes":
        return _passes(arguments, wording)
    with EventFile.open(arguments.event) as event:
        _WRITERS[arguments.what](event, arguments, wording)
    print(wording.text("cli", "written", path=arguments.output))
    return 0


def _workbook(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.exports import export_workbook

    export_workbook(event, arguments.output, now=_now(), progress=Bar())


def _journal_csv(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.exports import export_journal_csv

    export_journal_csv(event, arguments.output)


def _plain_text(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.exports import export_plain_text

    export_plain_text(event, arguments.output, arguments.what)


def _receipts(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.exports import export_receipts

    export_receipts(event, arguments.output, progress=Bar())


def _unpaid(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.exports import export_unpaid

    export_unpaid(event, arguments.output, now=_now())


def _guests(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.guest_export import export_guests

    columns = chosen_columns(arguments) or ALL_BUT_CODES
    chooses = is_choice(arguments) or arguments.sort != GuestColumn.NAME or arguments.descending
    shown = None
    if chooses:
        shown = guest_queries.list_ids(event, chosen_keys(event, arguments))
    export_guests(event, arguments.output, now=_now(), shown=shown, columns=columns)


def _scans(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.scan_export import export_scans

    export_scans(event, arguments.output, now=_now())


def _door_list(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.door_list import export_door_list

    export_door_list(event, arguments.output, now=_now(), progress=Bar())


def _attendance(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.attendance_report import export_attendance

    export_attendance(event, arguments.output, now=_now(), progress=Bar())


def _table_cards(event: EventFile, arguments: argparse.Namespace, wording: Wording) -> None:
    from reception_app.cli.name_tags import table_cards

    table_cards(event, arguments.output, wording)


def _printer_test(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.cli.name_tags import printer_test

    printer_test(event, arguments.output)


def _report(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.reports.catalogue import ReportKind, export_report

    export_report(
        event, ReportKind(arguments.what), arguments.output, now=_now(),
        language=arguments.in_language, progress=Bar(),
    )  # fmt: skip


def _archive(event: EventFile, arguments: argparse.Namespace, _wording: Wording) -> None:
    from reception_app.services.archive import write_archive

    write_archive(event, arguments.output, now=_now(), progress=Bar())


_WRITERS: dict[str, _Writer] = {
    "workbook": _workbook,
    "journal-csv": _journal_csv,
    "beancount": _plain_text,
    "hledger": _plain_text,
    "receipts": _receipts,
    "unpaid": _unpaid,
    "guests": _guests,
    "scans": _scans,
    "attendance": _attendance,
    "door-list": _door_list,
    "table-cards": _table_cards,
    "printer-test": _printer_test,
    **dict.fromkeys(REPORTS, _report),
    "archive": _archive,
}


def _passes(arguments: argparse.Namespace, wording: Wording) -> int:
    """Write everybody's pass into a folder."""
    from reception_app.services.passes import write_passes

    with EventFile.open(arguments.event) as event:
        only = None
        if arguments.only is not None:
            rows = guest_queries.list_guests(event)
            only = frozenset(row.guest.id for row in rows if row.guest.number in arguments.only)
        written = write_passes(event, arguments.output, now=_now(), progress=Bar(), only=only)
    for problem in written.problems:
        facts = {"number": problem.number, "text": problem.text}
        print(wording.text("pass_problem", problem.kind.value, **facts))
    for number in written.without_code:
        print(wording.text("pass_problem", "no_code", number=number))
    print(wording.counted("cli", "passes_written", written.count, path=arguments.output))
    return 0


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(number) for number in text.split(","))


def _now() -> datetime:
    return datetime.now().astimezone()
