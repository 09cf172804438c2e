"""`import-statement` and `statements`: what banks and providers sent, in and back out."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.documents.delimited_text import ENCODINGS, decode
from reception_app.domain.money import Money
from reception_app.domain.statement import StatementAccount
from reception_app.services.statement_import import (
    StatementPreview,
    StatementUnknown,
    commit_statement,
    open_known_text,
    preview_opened,
    preview_statement,
    withdraw_statement,
)
from reception_app.storage import settings, statements
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording

_STDIN = "-"


def add_import_options(part: argparse.ArgumentParser) -> None:
    """The options of `import-statement`."""
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


def import_statement(arguments: argparse.Namespace, wording: Wording) -> int:
    """Take a statement in, or say what taking it in would do."""
    account = StatementAccount(arguments.account)
    with EventFile.open(arguments.event) as event:
        preview = _preview(event, arguments, account)
        if not arguments.dry_run:
            commit_statement(
                event, preview, now=datetime.now().astimezone(), operator="", progress=Bar()
            )
    if arguments.json:
        print_json(_told_statement(preview))
    else:
        _print_statement(preview, wording, dry_run=arguments.dry_run)
    return 0


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `statements`."""
    part.add_argument("--take-back", metavar="ID", help="take this one back; its beginning will do")
    part.add_argument("--reason", default="", metavar="TEXT", help="why")


def list_statements(arguments: argparse.Namespace, wording: Wording) -> int:
    """List the statements that were taken in, or take one back."""
    now = datetime.now().astimezone()
    with EventFile.open(arguments.event) as event:
        known = statements.list_statements(event)
        if arguments.take_back:
            found = [one for one in known if one.id.startswith(arguments.take_back)]
            if len(found) != 1:
                raise StatementUnknown
            withdraw_statement(event, found[0].id, arguments.reason, now=now, operator="")
            known = statements.list_statements(event)
        currency = settings.find_event(event).currency
    if arguments.json:
        told = [
            {
                "id": one.id,
                "account": one.account.value,
                "source": one.source,
                "rows": one.rows,
                "matched": one.matched,
                "opening": one.opening,
                "closing": one.closing,
                "account_tail": one.account_tail,
                "read_at": one.read_at.isoformat(),
            }
            for one in known
        ]
        print_json({"currency": currency, "statements": told})
        return 0
    print_table(
        [
            (
                one.id[:8],
                wording.text("statement_account", one.account),
                f"{one.read_at.astimezone():%Y-%m-%d %H:%M}",
                f"{one.matched:,}/{one.rows:,}",
                one.source,
            )
            for one in known
        ]
    )
    return 0


def _preview(
    event: EventFile, arguments: argparse.Namespace, account: StatementAccount
) -> StatementPreview:
    if str(arguments.statement) != _STDIN:
        return preview_statement(
            event,
            arguments.statement,
            account,
            corrections=arguments.map,
            encoding=arguments.encoding,
        )
    text, _ = decode(sys.stdin.buffer.read(), file=_STDIN, encoding=arguments.encoding)
    opened = open_known_text(event, text, account, source=_STDIN)
    return preview_opened(event, opened, account, arguments.map)


def _told_statement(preview: StatementPreview) -> dict[str, Any]:
    statement = preview.statement
    columns = preview.opened.columns
    return {
        "account": statement.account.value,
        "rows": len(statement.rows),
        "new": len(preview.new),
        "known": preview.known,
        "unreadable": [
            {"row": one.number, "trouble": one.trouble.value, "text": one.text}
            for one in statement.unreadable
        ],
        "warnings": [{"kind": one.kind.value, "number": one.number} for one in statement.warnings],
        "doubts": [doubt.value for doubt in preview.doubts],
        "opening": statement.opening,
        "closing": statement.closing,
        "difference": statement.difference,
        "columns": {
            column.heading or str(column.index + 1): statement.mapping[str(column.index)]
            for column in (columns.columns if columns else ())
        },
    }


def _print_statement(preview: StatementPreview, wording: Wording, *, dry_run: bool) -> None:
    statement = preview.statement
    for one in statement.unreadable:
        reason = wording.text("row_trouble", one.trouble.value)
        print(wording.text("cli", "statement_row_refused", row=one.number, reason=reason))
    for warned in statement.warnings:
        print(wording.text("statement_warning", warned.kind.value, number=warned.number))
    for doubt in preview.doubts:
        print(wording.text("import_doubt", doubt.value))
    if statement.opening is not None and statement.closing is not None:
        moved = sum(row.amount for row in statement.rows)
        currency = statement.currency
        print(
            wording.text(
                "cli", "statement_balances" if not statement.difference else "statement_unbalanced",
                opening=Money(statement.opening, currency), moved=Money(moved, currency),
                closing=Money(statement.closing, currency),
            )
        )  # fmt: skip
    key = "statement_preview" if dry_run else "statement_imported"
    refused = len(statement.unreadable)
    print(wording.text("cli", key, new=len(preview.new), known=preview.known, refused=refused))
