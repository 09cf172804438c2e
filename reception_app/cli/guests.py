"""`guests`: list the guests that are chosen, or change all of them at once."""

import argparse
from datetime import datetime
from typing import Any

from reception_app.cli.choosing_guests import (
    add_choosing_options,
    chosen_columns,
    chosen_keys,
    is_choice,
)
from reception_app.cli.guest import STATUSES, ActionNotUnderstood
from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestField
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.ledger import payment_status
from reception_app.domain.money import Money, format_money
from reception_app.domain.reference_code import reference_code
from reception_app.services.guest_edits import (
    EditPreview,
    FieldEdit,
    GuestEdit,
    LabelsEdit,
    StatusEdit,
    apply_edit,
    preview_edit,
)
from reception_app.storage import guests as guest_queries
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.guests import GuestRow
from reception_app.wording import Wording

_SHOWN = (
    GuestColumn.NUMBER, GuestColumn.NAME, GuestColumn.READING, GuestColumn.CATEGORY,
    GuestColumn.STATUS, GuestColumn.DUE, GuestColumn.PAID, GuestColumn.BADGE_CODE,
)  # fmt: skip


class NobodyChosen(ReceptionError):
    """A change of everybody must be said to be one."""


def add_options(part: argparse.ArgumentParser) -> None:
    """Add what `guests` takes besides the event."""
    add_choosing_options(part)
    part.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE",
        help="write this about every one of them; the fee follows category",
    )  # fmt: skip
    part.add_argument("--add-labels", default="", metavar="LABEL,…", help="give them labels")
    part.add_argument("--remove-labels", default="", metavar="LABEL,…", help="take labels away")
    part.add_argument("--to", choices=sorted(STATUSES), help="accept, cancel … every one of them")
    part.add_argument("--reason", default="", metavar="TEXT", help="why, with --to")
    part.add_argument("--all", action="store_true", help="change everybody on the list")
    part.add_argument("--dry-run", action="store_true", help="say what would change")


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """List the chosen guests, or change them and say how many were."""
    with EventFile.open(arguments.event) as event:
        edits = _edits(event, arguments)
        if edits:
            return _change(event, edits, arguments, wording)
        return _list(event, arguments, wording)


def _list(event: EventReader, arguments: argparse.Namespace, wording: Wording) -> int:
    keys = chosen_keys(event, arguments)
    currency = settings.find_event(event).currency
    columns = chosen_columns(arguments) or _SHOWN
    if arguments.json:
        rows = guest_queries.read_rows(event, keys).values()
        print_json({"currency": currency, "guests": [_told_row(row) for row in rows]})
        return 0
    from reception_app.documents.guest_table import MONEY, table_rows
    from reception_app.services.guest_export import guest_lines

    lines = guest_lines(event, guest_queries.list_ids(event, keys))
    print_table(
        [
            [
                str(Money(int(str(value)), currency)) if column in MONEY else _shown(value)
                for column, value in zip(columns, cells, strict=True)
            ]
            for cells in table_rows(lines, columns, wording)
        ]
    )
    return 0


def _change(
    event: EventFile, edits: list[GuestEdit], arguments: argparse.Namespace, wording: Wording
) -> int:
    if not (arguments.all or is_choice(arguments)):
        raise NobodyChosen
    now = datetime.now().astimezone()
    told = []
    ids = guest_queries.list_ids(event, chosen_keys(event, arguments))
    for edit in edits:
        preview = preview_edit(event, ids, edit, now=now)
        if preview.changing and not arguments.dry_run:
            apply_edit(event, preview, now=now, operator="", progress=Bar())
        told.append(preview)
    if arguments.json:
        print_json({"changes": [_told_preview(one) for one in told], "dry_run": arguments.dry_run})
        return 0
    for one in told:
        for guest in one.refused:
            print(wording.text("cli", "guest_not_changed", number=guest.number, name=guest.name))
        key = "guests_would_change" if arguments.dry_run else "guests_changed"
        fees = format_money(one.fee_change)
        print(wording.text("cli", key, n=len(one.changing), same=one.unchanged, fees=fees))
    return 0


def _edits(event: EventReader, arguments: argparse.Namespace) -> list[GuestEdit]:
    edits: list[GuestEdit] = []
    for pair in arguments.set:
        name, equals, text = pair.partition("=")
        if not equals or name not in {field.value for field in GuestField}:
            raise ActionNotUnderstood(pair)
        field = GuestField(name)
        if field is GuestField.CATEGORY and text:
            text = settings.find_fee_plan(event).category(text).code
        edits.append(FieldEdit(field, text))
    if arguments.add_labels or arguments.remove_labels:
        edits.append(LabelsEdit(arguments.add_labels, arguments.remove_labels))
    if arguments.to:
        edits.append(StatusEdit(STATUSES[arguments.to], arguments.reason))
    return edits


def _told_preview(preview: EditPreview) -> dict[str, Any]:
    return {
        "changed": [guest.number for guest in preview.changing],
        "unchanged": preview.unchanged,
        "refused": [guest.number for guest in preview.refused],
        "fee_change": preview.fee_change.minor,
    }


def _told_row(row: GuestRow) -> dict[str, Any]:
    texts = {field.value: getattr(row.guest, field.value) for field in GuestField}
    return {
        "number": row.guest.number,
        "status": row.guest.status.value,
        **texts,
        "payment_status": payment_status(row.balance).value,
        "due": row.balance.due,
        "paid": row.balance.paid,
        "admitted_at": row.admitted_at.isoformat() if row.admitted_at else None,
        "badge_code": row.badge_code,
        "transfer_code": reference_code(row.guest.number),
    }


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return "" if value is None else str(value)
