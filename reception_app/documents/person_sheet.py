"""Everything held about one guest as an Excel workbook, for the guest who asks to see it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reception_app.documents.workbook_cells import Cells, Kind, Role
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Paper, set_up
from reception_app.wording import Wording

_KNOWN_WIDTHS = (30, 60)
_RECORD_WIDTHS = (22, 26, 18, 70)
_RECORD_HEADINGS = ("at", "kind", "operator", "said")
_NOT_TOLD_AGAIN = frozenset({"at", "kind", "operator", "personal"})


def write_person_sheet(path: Path, told: Mapping[str, Any], *, wording: Wording) -> None:
    """Write what `erasure.person_record` tells: what is known now, and every record behind it.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written.
    """
    words = wording.table("person_sheet")
    event, guest = told["event"], told["guest"]
    fields = wording.table("guest_field")
    title = f"{event['name']} {guest['number']:04}"
    known: list[tuple[str, str]] = [
        (words["event"], f"{event['name']}  {event['date']}"),
        (words["told_at"], str(told["told_at"])),
        *((fields.get(key) or words.get(key, key), _plain(value)) for key, value in guest.items()),
        *((words.get(key, key), str(value)) for key, value in told["balance"].items()),
    ]
    with workbook_written(path, title=title) as workbook:
        paper = Paper(wording=wording, currency=told["currency"], subtitle="", footer=title)
        for name, widths, headings, lines in (
            (words["known"], _KNOWN_WIDTHS, (words["what"], words["value"]), known),
            (
                words["records"],
                _RECORD_WIDTHS,
                tuple(words[key] for key in _RECORD_HEADINGS),
                [_record(record) for record in told["records"]],
            ),
        ):
            sheet = workbook.create_sheet(name)
            set_up(sheet, paper, widths, title_rows=1)
            sheet.freeze_panes = "A2"
            cells = Cells(sheet, paper.currency, wording.language)
            sheet.append(cells.row((heading, Kind.TEXT, Role.HEAD) for heading in headings))
            for line in lines:
                sheet.append(cells.row((text, Kind.TEXT, Role.BODY) for text in line))


def _record(record: Mapping[str, Any]) -> tuple[str, str, str, str]:
    said = {key: value for key, value in record.items() if key not in _NOT_TOLD_AGAIN}
    every = {**said, **record["personal"]}
    words = "; ".join(f"{key}: {_plain(value)}" for key, value in every.items() if value)
    return str(record["at"]), str(record["kind"]), str(record["operator"]), words


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None or value is False:
        return ""
    if value is True:
        return "✓"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={_plain(one)}" for key, one in value.items())
    if isinstance(value, Iterable):
        return ", ".join(_plain(one) for one in value)
    return str(value)
