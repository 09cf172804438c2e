"""Where a list's headings stand: below titles, in one row or in two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reception_app.documents.guest_sheet.headings import (
    NAME_FIELDS,
    ListField,
    Meaning,
    may_hold_name_too,
    meaning,
)
from reception_app.documents.guest_sheet.raw_list import Cell, RawRow

HEADING_SEARCH_ROWS = 60
"""How many rows may stand above the headings: titles, dates, notes."""

_NAMES_AND_READINGS = NAME_FIELDS | {
    ListField.READING,
    ListField.FAMILY_READING,
    ListField.GIVEN_READING,
}
_PLAINLY_A_NAME = (Meaning(ListField.NAME), Meaning(ListField.FAMILY_NAME))


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """The headings: the rows they fill, one or two, and their texts from column A."""

    first_row: int
    last_row: int
    texts: tuple[str, ...]

    def text(self, index: int) -> str:
        """The heading of a column, an empty text where it has none."""
        return self.texts[index] if index < len(self.texts) else ""


def has_headings(rows: Sequence[RawRow]) -> bool:
    """Whether some row near the top looks like the headings of a guest list."""
    return find_headings(rows) is not None


def find_headings(rows: Sequence[RawRow]) -> HeadingRows | None:
    """The rows that look most like the headings of a guest list, None when none does."""
    best, best_score = None, 0
    for headings in _candidates(rows[:HEADING_SEARCH_ROWS]):
        score = _score(headings.texts)
        if score > best_score:
            best, best_score = headings, score
    return best


def _candidates(rows: Sequence[RawRow]) -> Iterator[HeadingRows]:
    for row in rows:
        yield HeadingRows(row.number, row.number, row_texts(row))
    for upper, lower in pairwise(rows):
        title = sum(cell != "" for cell in upper.cells) == 1
        if (
            lower.number == upper.number + 1
            and not title
            and _mostly_headings(lower)
            and not _is_guests(upper, lower)
        ):
            yield HeadingRows(upper.number, lower.number, _stacked(upper, lower))


def _stacked(upper: RawRow, lower: RawRow) -> tuple[str, ...]:
    """Two rows of headings as one: 氏名 over 姓 and 名 becomes 氏名 姓, 氏名 名."""
    stacked, group = [], ""
    for index in range(max(len(upper.cells), len(lower.cells))):
        above, below = cell_text(upper.cell(index)), cell_text(lower.cell(index))
        group = above or (group if below else "")
        stacked.append(f"{group} {below}".strip() if below else above)
    return tuple(stacked)


def _score(texts: Sequence[str]) -> int:
    """How much a row looks like headings: the fields it names; 0 when no name is among them."""
    found = [known for known in map(meaning, texts) if known]
    fields = {known.field for known in found}
    if not fields & NAME_FIELDS and not any(map(may_hold_name_too, texts)):
        return 0
    filled = sum(bool(text) for text in texts)
    # A guest's row may hold a word or two of ours, but not "Name".
    plainly_a_name = any(known in _PLAINLY_A_NAME for known in found)
    if not plainly_a_name and (len(found) * 3 < filled or len(fields) == 1 < filled):
        return 0
    return 2 * len(fields) + (filled > 1)


def _mostly_headings(row: RawRow) -> bool:
    """Whether a row under the headings is a second row of them, not the first guest."""
    texts = [text for text in row_texts(row) if text]
    known = sum(meaning(text) is not None for text in texts)
    return known > 1 and known * 2 > len(texts)


def _is_guests(upper: RawRow, lower: RawRow) -> bool:
    """Whether the row under headings is a guest's whose words only sound like headings: 会員, 済.

    A second row of headings says 姓 or Name under 氏名; where it is blank there (a merged cell), it
    parts some other heading in two.
    """
    headings = row_texts(upper)
    names = [
        cell_text(lower.cell(index))
        for index, heading in enumerate(headings)
        if names_people(heading)
    ]
    if any(names):
        return not any(map(names_people, names))
    parted = any(
        text and not (index < len(headings) and headings[index])
        for index, text in enumerate(row_texts(lower))
    )
    return bool(names) and not parted


def names_people(heading: str) -> bool:
    """Whether a heading is that of names or of their readings."""
    known = meaning(heading)
    return known is not None and known.field in _NAMES_AND_READINGS


def row_texts(row: RawRow) -> tuple[str, ...]:
    """A row's cells as headings are read."""
    return tuple(cell_text(cell) for cell in row.cells)


def cell_text(cell: Cell) -> str:
    """A cell as a heading is read: line breaks and wide spaces are single spaces."""
    return " ".join(cell.split()) if isinstance(cell, str) else str(cell)
