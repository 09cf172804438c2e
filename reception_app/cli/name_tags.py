"""`name-tags`, `tag-designs` and the other label paper: whose, in which design, on which sheet."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.documents.label_sheet import (
    SHEETS,
    TABLE_CARDS,
    FlipEdge,
    LabelSheet,
    measures_of,
    sheet_from,
)
from reception_app.documents.name_tag import TagProblem
from reception_app.documents.name_tags import TagLooks, TagPaper
from reception_app.documents.picture_file import read_picture
from reception_app.documents.printer_fit import PrinterFit
from reception_app.documents.printer_test import write_printer_test
from reception_app.documents.shipped_designs import TABLE_CARD
from reception_app.documents.tag_design_file import SUFFIX, read_template
from reception_app.domain.errors import ReceptionError
from reception_app.services import tag_designs
from reception_app.services.name_tags import (
    TagJob,
    TagOrder,
    TagSelection,
    draft_name_tags,
    in_order,
    make_job,
    print_name_tags,
    select_for_tags,
)
from reception_app.services.spare_badges import make_spare_badges
from reception_app.services.tag_designs import find_design, find_looks, find_tag_sheet
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.guests import GuestRow
from reception_app.storage.tag_designs import find_tag_settings
from reception_app.wording import Wording

NOBODY = "none"


@dataclass(eq=False)
class PairNotUnderstood(ReceptionError):
    """Two numbers with a comma were expected."""

    text: str


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `name-tags`."""
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


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Write name tags as PDF and remember them as printed."""
    with EventFile.open(arguments.event) as event:
        rows = _chosen(event, arguments)
        sheet = sheet_from(arguments.sheet) if arguments.sheet else find_tag_sheet(event)
        job = make_job(
            event,
            rows,
            paper=_paper(arguments, sheet),
            looks=_looks(event, arguments.design, wording) if arguments.design else None,
            spares=_spares(event, arguments),
        )
        if arguments.draft:
            problems = draft_name_tags(arguments.output, job, progress=Bar())
        else:
            problems = print_name_tags(
                event, arguments.output, job, now=_now(), operator="", progress=Bar()
            )
    _tell(arguments, job, problems, wording)
    return 0


def table_cards(event: EventFile, output: Path, wording: Wording) -> None:
    """Write a card that is folded and stands on the table for everybody who is coming."""
    rows = in_order(event, select_for_tags(event, TagSelection.ALL), TagOrder.TABLE)
    looks = find_looks(event, design=find_design(event, TABLE_CARD, wording))
    job = make_job(event, rows, paper=TagPaper(TABLE_CARDS), looks=looks)
    for problem in draft_name_tags(output, job, progress=Bar()):
        print(_sentence(problem, wording))


def printer_test(event: EventFile, output: Path) -> None:
    """Write the sheet that shows how far a printer is off."""
    wording = Wording(settings.find_event(event).language)
    write_printer_test(output, find_tag_sheet(event).page, wording=wording)


def add_design_options(part: argparse.ArgumentParser) -> None:
    """The options of `tag-designs`."""
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


def designs(arguments: argparse.Namespace, wording: Wording) -> int:
    """Change which designs, sheet and logo the event uses when asked, then list them."""
    with EventFile.open(arguments.event) as event:
        _change(event, arguments, wording)
        chosen = find_tag_settings(event)
        known = tag_designs.list_designs(event, wording)
        used = find_looks(event)
        sheet = find_tag_sheet(event)
    by_design = {
        design.key: sorted(c for c, d in used.by_category.items() if d.key == design.key)
        for design in known
    }
    told = [
        {
            "key": design.key,
            "name": design.name,
            "width_mm": design.width,
            "height_mm": design.height,
            "used": design.key == used.design.key,
            "categories": by_design[design.key],
        }
        for design in known
    ]
    if arguments.json:
        print_json({"designs": told, "sheet": measures_of(sheet), "logo": bool(chosen.logo)})
        return 0
    print_table([_design_line(one) for one in told])
    if arguments.sheets:
        print_table([("", *_sheet_line(each)) for each in SHEETS.values()])
    print(f"{wording.text('cli', 'tag_sheet')} {measures_of(sheet)}")
    return 0


def _chosen(event: EventFile, arguments: argparse.Namespace) -> tuple[GuestRow, ...]:
    if arguments.select == NOBODY:
        return ()
    rows = select_for_tags(event, TagSelection(arguments.select))
    if arguments.category:
        rows = tuple(row for row in rows if row.guest.category in arguments.category)
    if arguments.guest:
        rows = tuple(row for row in rows if row.guest.number in arguments.guest)
    return in_order(event, rows, TagOrder(arguments.order))


def _spares(event: EventFile, arguments: argparse.Namespace) -> Sequence[Any]:
    if arguments.spare is None:
        return ()
    return make_spare_badges(event, arguments.spare, now=_now(), operator="")


def _looks(event: EventFile, text: str, wording: Wording) -> TagLooks:
    """The design of this name, or that of a template file."""
    if text.endswith(SUFFIX):
        design, pictures = read_template(Path(text))
        return find_looks(event, design=design, draft={each.key: each for each in pictures})
    return find_looks(event, design=find_design(event, text, wording))


def _paper(arguments: argparse.Namespace, sheet: LabelSheet) -> TagPaper:
    return TagPaper(
        sheet,
        arguments.first_label,
        cut_marks=arguments.cut_marks,
        flip=FlipEdge(arguments.back) if arguments.back else None,
        fit=PrinterFit(_pair(arguments.offset), _pair(arguments.scale)),
    )


def _pair(text: str) -> tuple[float, float]:
    try:
        across, down = (float(part) for part in text.split(","))
    except ValueError:
        raise PairNotUnderstood(text) from None
    return across, down


def _tell(
    arguments: argparse.Namespace, job: TagJob, problems: Sequence[TagProblem], wording: Wording
) -> None:
    count = len(job.tags)
    if arguments.json:
        told = [
            {"number": each.number, "kind": each.kind.value, "part": each.part, "text": each.text}
            for each in problems
        ]
        print_json({"tags": count, "sheets": job.sheets, "problems": told})
        return
    for problem in problems:
        print(_sentence(problem, wording))
    print(wording.counted("cli", "tags_written", count, path=arguments.output))


def _sentence(problem: TagProblem, wording: Wording) -> str:
    return wording.text("tag_problem", problem.kind.value, number=problem.number, text=problem.text)


def _change(event: EventFile, arguments: argparse.Namespace, wording: Wording) -> None:
    now = _now()
    if arguments.add:
        tag_designs.take_in_template(event, arguments.add, now=now, operator="")
    if arguments.save:
        name, path = arguments.save
        design = find_design(event, name, wording)
        tag_designs.write_design_template(event, design, Path(path))
    if arguments.use:
        design = find_design(event, arguments.use, wording)
        tag_designs.use_design(event, design.key, category=arguments.category, now=now, operator="")
    elif arguments.category:
        tag_designs.use_design(event, "", category=arguments.category, now=now, operator="")
    if arguments.remove:
        design = find_design(event, arguments.remove, wording)
        tag_designs.remove_design(event, design.key, now=now, operator="")
    if arguments.sheet:
        tag_designs.use_sheet(event, sheet_from(arguments.sheet), now=now, operator="")
    if arguments.logo:
        logo = None if arguments.logo == NOBODY else read_picture(Path(arguments.logo))
        tag_designs.use_logo(event, logo, now=now, operator="")


def _design_line(told: dict[str, Any]) -> tuple[str, ...]:
    size = f"{told['width_mm']:g} × {told['height_mm']:g} mm"
    mark = "✓" if told["used"] else ""
    return mark, told["key"], told["name"], size, ", ".join(told["categories"])


def _sheet_line(sheet: LabelSheet) -> tuple[str, ...]:
    return (
        sheet.key,
        f"{sheet.columns} × {sheet.rows}",
        f"{sheet.label_width:.4g} × {sheet.label_height:.4g} mm",
    )


def _now() -> datetime:
    return datetime.now().astimezone()
