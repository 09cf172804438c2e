"""A list without headings, such as names copied from an e-mail: its columns known by their look."""

import re
from collections.abc import Callable
from dataclasses import replace

from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.mapping import ColumnMapping, is_address, recognise
from reception_app.documents.guest_sheet.raw_list import RawList

_MOSTLY = 0.6
_LONGEST_NAME = 40
_PHONE = re.compile(r"[\d０-９+＋()（）\-－ー ]{9,}")
_KANA = re.compile(r"[ぁ-んァ-ヶーｦ-ﾟ・\s　]+")
_COMPANY = re.compile(
    r"株式会社|有限会社|合同会社|法人|協会|大学|事務所|商店|[㈱㈲]|[(（](株|有)[)）]"
    r"|\b(inc|co|corp|ltd|llc|gmbh|company)\b",
    re.IGNORECASE,
)


def guessed(raw: RawList) -> ColumnMapping:
    """Which column holds what, by the cells alone.

    Addresses, phone numbers, companies and readings are known by their look; the first other column
    of short texts holds the names.
    """
    mapping = recognise(raw, heading_row=0)
    texts = {
        column.index: [text for row in raw.rows if (text := str(row.cell(column.index)).strip())]
        for column in mapping.columns
    }
    held: dict[int, ListField] = {}
    for wanted, looks_right in _LOOKS:
        for index, cells in texts.items():
            if index in held or wanted in held.values() or not cells:
                continue
            if sum(map(looks_right, cells)) > len(cells) * _MOSTLY:
                held[index] = wanted
    if ListField.COMPANY not in held.values():
        rest = (i for i, cells in texts.items() if i not in held and _may_be_companies(cells))
        held |= dict.fromkeys(list(rest)[:1], ListField.COMPANY)
    if ListField.NAME not in held.values():
        # Names may be written in kana, and then nothing else tells them from readings.
        held |= {index: ListField.NAME for index in held if held[index] is ListField.READING}
    return replace(
        mapping,
        columns=tuple(
            replace(column, field=held.get(column.index, ListField.EXTRA_NOTE))
            for column in mapping.columns
        ),
    )


def _may_be_companies(cells: list[str]) -> bool:
    """Whether short texts that mostly differ stand in a column: what else comes with names."""
    short = all(len(cell) <= _LONGEST_NAME for cell in cells)
    return short and len(cells) > 1 and len(set(cells)) > len(cells) * _MOSTLY


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and not any(char.isdigit() for char in text)


_LOOKS: tuple[tuple[ListField, Callable[[str], bool]], ...] = (
    (ListField.EMAIL, is_address),
    (ListField.PHONE, lambda text: _PHONE.fullmatch(text) is not None),
    (ListField.COMPANY, lambda text: _COMPANY.search(text) is not None),
    (ListField.NUMBER, str.isdigit),
    (ListField.NAME, lambda text: _is_name(text) and not _KANA.fullmatch(text)),
    (ListField.READING, lambda text: _KANA.fullmatch(text) is not None),
)
"""What the cells of a column look like, the plainest looks first."""
