"""`import-guests`: a guest list is taken in, or what taking it in would do is told in groups."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from reception_app.cli.printing import Bar, print_json
from reception_app.documents.delimited_text import decode
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField
from reception_app.domain.list_changes import STATUS, FieldChange
from reception_app.services.guest_import import (
    ImportChoices,
    Imported,
    ImportPreview,
    commit_import,
    corrected,
    preview_import,
    preview_list,
    preview_pasted,
    save_refused,
)
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `import-guests`."""
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


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Take a guest list in, or say what taking it in would do."""
    done = None
    with EventFile.open(arguments.event) as event:
        preview = _preview(event, arguments)
        if arguments.map or arguments.set:
            mapping = corrected(preview.mapping, arguments.map, fixed=arguments.set)
            preview = preview_list(event, preview.raw, mapping)
        if not arguments.dry_run:
            done = commit_import(
                event, preview, now=datetime.now().astimezone(), operator="", progress=Bar(),
                choices=_choices(arguments, preview),
            )  # fmt: skip
        plan = settings.find_fee_plan(event)
        if arguments.save_refused and preview.listed.refused:
            save_refused(event, preview, arguments.save_refused)
    if arguments.json:
        print_json(_told(preview, done))
        return 0
    _print_rows(preview, wording)
    _print_known(preview, wording, plan)
    _print_sums(preview, done, wording)
    return 0


def _preview(event: EventFile, arguments: argparse.Namespace) -> ImportPreview:
    """What the list, or the cells on standard input, would do."""
    has_headings = not arguments.no_headings
    if str(arguments.list) == "-":
        # In whatever encoding: bytes are told apart as those of a file are.
        text, _ = decode(sys.stdin.buffer.read(), file="-")
        return preview_pasted(event, text, has_headings=has_headings)
    return preview_import(event, arguments.list, sheet=arguments.sheet, has_headings=has_headings)


def _choices(arguments: argparse.Namespace, preview: ImportPreview) -> ImportChoices:
    cancelled: list[Guest] = []
    if arguments.cancel_gone:
        cancelled += [one.guest for one in preview.gone]
        cancelled += [companion for one in preview.changed for companion in one.party.surplus]
    doubtful = [one.listed.row for one in preview.in_doubt] if arguments.add_doubtful else []
    return ImportChoices(
        update=arguments.update,
        cancelled=frozenset(guest.id for guest in cancelled),
        same_as=dict.fromkeys(doubtful),
    )


def _print_rows(preview: ImportPreview, wording: Wording) -> None:
    for row in preview.listed.refused:
        reason = wording.text("list_refusal", row.reason.value)
        print(wording.text("cli", "row_refused", row=row.row, cell=row.cell, reason=reason))
    for skipped in preview.listed.skipped:
        reason = wording.text("list_skip", skipped.reason.value)
        print(wording.text("cli", "row_skipped", row=skipped.row, cell=skipped.cell, reason=reason))
    for w in preview.listed.warnings:
        reason = wording.text("list_warning", w.kind.value, text=w.text, other_row=w.other_row)
        print(wording.text("cli", "row_warning", row=w.row, cell=w.cell, reason=reason))


def _print_known(preview: ImportPreview, wording: Wording, plan: FeePlan) -> None:
    for one in preview.changed:
        for change in one.changes:
            facts = _words(change, wording, plan)
            key = "guest_conflict" if change.conflict else "guest_changed"
            print(wording.text("cli", key, guest=_named(one.guest), **facts))
        if one.party.added:
            n = len(one.party.added)
            print(wording.counted("cli", "party_added", n, guest=_named(one.guest)))
        if one.party.surplus:
            n = len(one.party.surplus)
            print(wording.counted("cli", "party_surplus", n, guest=_named(one.guest)))
    for doubt in preview.in_doubt:
        candidates = ", ".join(_named(guest) for guest in doubt.candidates)
        facts = {"row": str(doubt.listed.row), "name": doubt.listed.name, "guests": candidates}
        print(wording.text("cli", "guest_in_doubt", **facts))
    for gone in preview.gone:
        print(wording.text("cli", "guest_gone", guest=_named(gone.guest)))


def _print_sums(preview: ImportPreview, done: Imported | None, wording: Wording) -> None:
    print(
        wording.text(
            "cli",
            "import_preview" if done is None else "imported",
            new=len(preview.new) if done is None else done.guests,
            companions=preview.companions if done is None else done.companions,
            known=len(preview.known),
            refused=len(preview.listed.refused),
        )
    )
    if preview.known:
        print(
            wording.text(
                "cli",
                "import_known",
                changed=len(preview.changed),
                same=len(preview.same),
                in_doubt=len(preview.in_doubt),
                gone=len(preview.gone),
            )
        )
    if preview.new_categories and done is not None:
        names = " ".join(f"{name}=…" for name in preview.new_categories)
        print(wording.text("cli", "set_prices", names=names))


def _told(preview: ImportPreview, done: Imported | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "new": len(preview.new) if done is None else done.guests,
        "companions": preview.companions if done is None else done.companions,
        "known": len(preview.known),
        "changed": [
            {
                **_told_guest(one.guest),
                "changes": [
                    {"field": c.field, "old": c.old, "new": c.new, "conflict": c.conflict}
                    for c in one.changes
                ],
                "companions_added": len(one.party.added),
                "companions_surplus": [_told_guest(guest) for guest in one.party.surplus],
            }
            for one in preview.changed
        ],
        "same": len(preview.same),
        "in_doubt": [
            {
                "row": one.listed.row,
                "name": one.listed.name,
                "candidates": [_told_guest(guest) for guest in one.candidates],
            }
            for one in preview.in_doubt
        ],
        "gone": [
            {**_told_guest(one.guest), "companions": len(one.companions)} for one in preview.gone
        ],
        "refused": [
            {"row": row.row, "cell": row.cell, "reason": row.reason.value}
            for row in preview.listed.refused
        ],
        "skipped": [
            {"row": row.row, "cell": row.cell, "reason": row.reason.value}
            for row in preview.listed.skipped
        ],
        "warnings": [
            {"row": w.row, "cell": w.cell, "kind": w.kind.value} for w in preview.listed.warnings
        ],
        "columns": {c.heading: c.field.value for c in preview.mapping.columns},
        "fixed": {wanted.value: text for wanted, text in preview.mapping.fixed.items()},
        "new_categories": list(preview.new_categories),
    }
    if done is not None:
        told |= {"charged": done.charged.minor, "cancelled": done.cancelled}
    return told


def _words(change: FieldChange, wording: Wording, plan: FeePlan) -> dict[str, str]:
    """A change as people read it: names of categories and states, not their codes."""
    old, new = change.old, change.new
    if change.field == STATUS:
        old, new = (wording.text("guest_status", status) for status in (old, new))
    elif change.field == GuestField.CATEGORY:
        old, new = (plan.category(c).name if c in plan else c for c in (old, new))
    return {"field": wording.text("guest_field", change.field), "old": old, "new": new}


def _named(guest: Guest) -> str:
    return f"{guest.number} {guest.name}"


def _told_guest(guest: Guest) -> dict[str, Any]:
    return {"number": guest.number, "name": guest.name}
