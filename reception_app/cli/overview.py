"""The evening in figures, as the overview page shows them."""

import argparse
from datetime import datetime
from typing import Any

from reception_app.cli.printing import print_json, print_table
from reception_app.domain.money import format_money
from reception_app.services.overview import Overview, read_overview
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Print who is here, who is not, and what was paid."""
    with EventFile.open(arguments.event) as event:
        overview = read_overview(event, now=datetime.now().astimezone())
    if arguments.json:
        print_json(_told(overview))
    else:
        _print(overview, wording)
    return 0


def _told(overview: Overview) -> dict[str, Any]:
    now, totals = overview.attendance, overview.totals
    return {
        "at": overview.at.isoformat(timespec="seconds"),
        "expected": now.expected,
        "arrived": now.arrived,
        "inside": now.inside,
        "not_arrived": now.awaited,
        "planned_by_now": overview.planned,
        "last_ten_minutes": overview.lately,
        "walk_ins": now.walk_ins,
        "name_tags_to_print": now.untagged,
        "refused_scans": now.refused,
        "forced": now.forced,
        "currency": totals.currency,
        "due": totals.due.minor,
        "due_inside_guests": totals.due_inside_guests,
        "paid": totals.paid.minor,
        "paid_by_tender": {
            tender.value: amount.minor for tender, amount in totals.paid_by_tender.items()
        },
        "categories": [
            {
                "category": _category(overview, count.category),
                "arrived": count.arrived,
                "expected": count.expected,
            }
            for count in overview.by_category
        ],
        "curve": [
            {
                "begins": slot.begins.isoformat(timespec="minutes"),
                "arrived": slot.arrived,
                "arrived_so_far": slot.arrived_so_far,
                "planned_so_far": slot.planned_so_far,
            }
            for slot in overview.curve
        ],
    }


def _print(overview: Overview, wording: Wording) -> None:
    now, totals = overview.attendance, overview.totals
    figures: dict[str, str] = {
        "arrived": f"{now.arrived:,} / {now.expected:,}",
        "inside": f"{now.inside:,}",
        "not_arrived": f"{now.awaited:,}",
        "last_ten_minutes": f"{overview.lately:,}",
        "walk_ins": f"{now.walk_ins:,}",
        "name_tags_to_print": f"{now.untagged:,}",
        "refused_scans": f"{now.refused:,}",
        "forced": f"{now.forced:,}",
        "due": format_money(totals.due),
        "paid": format_money(totals.paid),
    }
    rows = [(wording.text("overview", key), figure) for key, figure in figures.items()]
    rows += [
        (f"  {wording.text('tender', tender)}", format_money(amount))
        for tender, amount in totals.paid_by_tender.items()
        if amount
    ]
    rows += [
        (_category(overview, count.category), f"{count.arrived:,} / {count.expected:,}")
        for count in overview.by_category
    ]
    print_table(rows)
    if overview.curve:
        print()
        print_table(
            [
                (
                    f"{slot.begins:%H:%M}",
                    f"{slot.arrived:,}",
                    "" if slot.arrived_so_far is None else f"{slot.arrived_so_far:,}",
                    ""
                    if slot.planned_so_far is None
                    else wording.text("overview", "plan", planned=f"{slot.planned_so_far:,}"),
                )
                for slot in overview.curve
            ]
        )


def _category(overview: Overview, code: str) -> str:
    return overview.plan.category(code).name if code in overview.plan else code
