"""Guest lists made in code for the tests: plain ones, odd ones, and hostile ones."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.listed_guest import GuestList
from reception_app.documents.guest_sheet.mapping import ColumnMapping, recognise
from reception_app.documents.guest_sheet.raw_list import RawList, column_letters
from reception_app.documents.guest_sheet.text_list import rows_of_text

SAMPLES = Path(__file__).parents[2] / "data"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def listed(text: str) -> RawList:
    """The list a text stands for, one row a line, cells parted by commas or tabs."""
    return rows_of_text(text.strip("\n"), file="list.csv")


def guests_of(text: str) -> GuestList:
    """The guests of the list a text stands for."""
    raw = listed(text)
    return read_guests(raw, recognise(raw))


def fields_of(mapping: ColumnMapping) -> dict[str, str]:
    """What was recognised, by heading."""
    return {column.heading: column.field.value for column in mapping.columns}


def sheet_xml(rows: Sequence[Sequence[str]], *, dimension: str = "", tail: str = "") -> str:
    """The XML of a sheet with text cells; `tail` is raw XML after the last row."""
    lines = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{column_letters(index)}{number}" t="inlineStr">'
            f"<is><t>{escape(text)}</t></is></c>"
            for index, text in enumerate(row)
            if text
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    stated = f'<dimension ref="{dimension}"/>' if dimension else ""
    return f'<worksheet xmlns="{_MAIN}">{stated}<sheetData>{lines}{tail}</sheetData></worksheet>'


def xlsx(
    sheets: dict[str, str], *, doctype: str = "", extra: dict[str, str | bytes] | None = None
) -> bytes:
    """A workbook with these sheets' XML by name, a DTD and further parts where asked."""
    names = list(sheets)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in range(1, len(names) + 1)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{doctype}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        "<sheets>"
        + "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
            for n, name in enumerate(names, start=1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/worksheet" '
            f'Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(names) + 1)
        )
        + "</Relationships>",
    }
    for number, xml in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = xml
    return zipped(parts | (extra or {}))


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()
