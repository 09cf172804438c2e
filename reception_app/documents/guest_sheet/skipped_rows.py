"""Rows of a guest list that are nobody's: totals, repeated headings, examples, footnotes."""

import re

from reception_app.documents.guest_sheet.heading_rows import cell_text
from reception_app.documents.guest_sheet.headings import NAME_FIELDS, ListField, meaning
from reception_app.documents.guest_sheet.listed_guest import SkipReason
from reception_app.documents.guest_sheet.mapping import ColumnMapping
from reception_app.documents.guest_sheet.name_cells import section_title
from reception_app.documents.guest_sheet.raw_list import RawRow

_TOTALS = re.compile(
    r"((総?合計|総計|小計|計|総数|(参加|出席|欠席|来場)者?(総数|人数|数|合?計))(人数|金額|額)?"
    r"|(grand |sub[ -]?)?totals?|sum|(参加|出席|欠席|来場)者?(?=\W*\d)|以上(?=\W*計?\W*\d))"
    r"\W*(計?\W*[¥\d,]+\W*(名|人|円|件|組)?様?\W*)?",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\W?(記入|入力)?例\W?|\W?(example|sample)\W?", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[※*＊]|注[:：)）]|以上$")


def skip_reason(row: RawRow, name: str, mapping: ColumnMapping) -> tuple[SkipReason, int] | None:
    """Why a row is no guest's and the column (from 0) that shows it; None when it may be one's.

    `name` is what stands in the row as a name, an empty text where nothing does.
    """
    filled = [
        (index, text)
        for index, cell in enumerate(row.cells)
        if isinstance(cell, str) and (text := cell_text(cell))
    ]
    if not filled:
        return None
    index, first = filled[0]
    if _EXAMPLE.fullmatch(first):
        return SkipReason.EXAMPLE, index
    if len(filled) == 1 and section_title(first):
        return SkipReason.SECTION, index
    if len(filled) == 1 and _FOOTNOTE.match(first):
        return SkipReason.FOOTNOTE, index
    for column, text in filled:
        if name in {"", text} and _TOTALS.fullmatch(text):
            return SkipReason.TOTALS, column
    return (SkipReason.HEADING_AGAIN, index) if _is_heading_again(row, mapping) else None


def _is_heading_again(row: RawRow, mapping: ColumnMapping) -> bool:
    """Whether a row repeats the headings: on a further page, or below them in a second language.

    It has a heading where guests have their name; 会員, 参加 and 済 are a guest's own words too.
    """
    second_language = row.number == mapping.first_row
    filled = [
        (column, cell)
        for column in mapping.columns
        if isinstance(cell := row.cell(column.index), str) and cell
    ]
    same = [
        column.field
        for column, cell in filled
        if cell_text(cell) == column.heading
        or (second_language and _means(cell_text(cell), column.field))
    ]
    return bool(NAME_FIELDS & set(same)) and len(same) > 1 and len(same) * 2 > len(filled)


def _means(text: str, wanted: ListField) -> bool:
    found = meaning(text)
    return found is not None and found.field is wanted
