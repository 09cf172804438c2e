"""The demo event: in the window, or the whole evening without one."""

import argparse
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from reception_app.cli.printing import Bar, print_table
from reception_app.services.demo import finish_evening, make_demo, time_to_finish
from reception_app.services.totals import event_totals
from reception_app.storage.admissions import count_by_category
from reception_app.storage.event_file import SUFFIX, EventFile
from reception_app.storage.guests import count_guests
from reception_app.wording import Wording


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `demo`."""
    part.add_argument("event", type=Path, nargs="?", metavar="EVENT", help="where to make it")
    part.add_argument("--guests", type=int, default=700, metavar="N", help="how many (700)")
    part.add_argument(
        "--no-window", action="store_true",
        help="do the whole evening without a window and leave its papers in a folder",
    )  # fmt: skip


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Make the demo event and open it; without a display, do the whole evening windowless."""
    windowless = arguments.no_window
    if not windowless and not has_display():
        print(wording.text("cli", "no_display"), file=sys.stderr)
        windowless = True
    path = arguments.event or _free_place()
    now = datetime.now().astimezone()
    if windowless:
        # The evening ends now; else its last entries were of a time to come.
        now -= time_to_finish(arguments.guests)
    event, evening = make_demo(path, now=now, guest_count=arguments.guests, progress=Bar())
    with event:
        if windowless:
            finish_evening(event, evening, progress=Bar())
            _leave_papers(event, wording)
    return 0 if windowless else int(arguments.open_window(path))


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _free_place() -> Path:
    """A place for the demo event in a folder of its own."""
    return Path(tempfile.mkdtemp(prefix="reception-demo-")) / f"demo{SUFFIX}"


def _leave_papers(event: EventFile, wording: Wording) -> None:
    """Write name tags, receipts and workbook beside the event, and say where and how much."""
    from reception_app.services import exports
    from reception_app.services.name_tags import (
        TagSelection,
        make_job,
        print_name_tags,
        select_for_tags,
    )

    now = datetime.now().astimezone()
    folder = event.path.parent
    job = make_job(event, select_for_tags(event, TagSelection.ALL))
    print_name_tags(event, folder / "name-tags.pdf", job, now=now, operator="", progress=Bar())
    exports.export_receipts(event, folder / "receipts.pdf", progress=Bar())
    exports.export_workbook(event, folder / "ledger.xlsx", now=now, progress=Bar())
    totals = event_totals(event)
    arrived = sum(count.arrived for count in count_by_category(event))
    print(wording.text("cli", "evening_done", folder=folder.resolve()))
    print_table(
        [
            (wording.text("cli", "guests"), f"{count_guests(event):,}"),
            (wording.text("cli", "arrived"), f"{arrived:,}"),
            (wording.text("cli", "charged"), str(totals.charged)),
            (wording.text("cli", "paid"), str(totals.paid)),
            (wording.text("cli", "due"), str(totals.due)),
        ]
    )
