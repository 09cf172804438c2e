"""Which column of a guest list holds what: found from the headings, corrected by a person."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Self

from reception_app.documents.guest_sheet import cell_wording
from reception_app.documents.guest_sheet.headings import (
    NAME_FIELDS,
    SHARED_FIELDS,
    ListField,
    Meaning,
    meaning,
    plain_heading,
)
from reception_app.documents.guest_sheet.raw_list import (
    Cell,
    RawList,
    RawRow,
    column_letters,
)
from reception_app.domain.errors import ReceptionError

HEADING_SEARCH_ROWS = 60
"""How many rows may stand above the headings: titles, dates, notes."""

_PLAINLY_A_NAME = (Meaning(ListField.NAME), Meaning(ListField.FAMILY_NAME))
_MOSTLY = 0.6
_TELLING_ROWS = 5
_KEPT_AS_NOTE = frozenset(
    {
        ListField.CATEGORY,
        ListField.COMPANY,
        ListField.PHONE,
        ListField.INTRODUCER,
        ListField.TABLE,
        ListField.STANDS_IN_FOR,
    }
)
"""What a second column of a field may add; a second e-mail address or name only repeats."""


@dataclass(eq=False)
class ListHeadingMissing(ReceptionError):
    """No row looks like headings with a name among them; the person must choose the row."""

    file: str
    sheet: str


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a guest list: its place (from 0), its heading as written, what it holds."""

    index: int
    heading: str
    field: ListField

    @property
    def letters(self) -> str:
        """The letters above it in a spreadsheet."""
        return column_letters(self.index)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column holds what.

    `heading_row` is the row number of the headings, 0 when there are none; `first_row` the first
    row that may be a guest; `fixed` gives a field the same text for every guest.
    """

    heading_row: int
    first_row: int
    columns: tuple[ListColumn, ...]
    fixed: Mapping[ListField, str] = field(default_factory=dict)

    @property
    def headings_key(self) -> str:
        """The same for every list with these headings, to remember a corrected mapping by."""
        headings = "\n".join(plain_heading(column.heading) for column in self.columns)
        return hashlib.sha256(headings.encode()).hexdigest()[:32]

    @property
    def has_name(self) -> bool:
        """Whether some column holds names; without one nobody can be read."""
        return any(column.field in NAME_FIELDS for column in self.columns)

    def columns_of(self, wanted: ListField) -> tuple[ListColumn, ...]:
        """The columns that hold a field, from the left."""
        return tuple(column for column in self.columns if column.field is wanted)

    def with_field(self, index: int, wanted: ListField) -> Self:
        """With column `index` holding `wanted`; another column that held it is left out then."""
        alone = wanted not in SHARED_FIELDS

        def corrected(column: ListColumn) -> ListColumn:
            if column.index == index:
                return replace(column, field=wanted)
            if alone and column.field is wanted:
                return replace(column, field=ListField.IGNORED)
            return column

        return replace(self, columns=tuple(corrected(column) for column in self.columns))

    def with_fixed(self, wanted: ListField, text: str | None) -> Self:
        """With `text` for every guest in place of a column; None lets the column speak again."""
        fixed = {key: value for key, value in self.fixed.items() if key is not wanted}
        return replace(self, fixed=fixed if text is None else fixed | {wanted: text})


def has_headings(rows: Sequence[RawRow]) -> bool:
    """Whether some row near the top looks like the headings of a guest list."""
    return _find_headings(rows) is not None


def recognise(raw: RawList, *, heading_row: int | None = None) -> ColumnMapping:
    """Which column holds what, by the headings and, where they leave a doubt, by the cells.

    Args:
        raw: the list.
        heading_row: the row number a person chose; 0 for a list without headings.

    Raises:
        ListHeadingMissing: no row is given and none looks like headings.
    """
    if heading_row is None:
        headings = _find_headings(raw.rows)
        if headings is None:
            raise ListHeadingMissing(raw.file, raw.sheet)
    else:
        chosen = next((row for row in raw.rows if row.number == heading_row), None)
        headings = _Headings(heading_row, heading_row, _texts(chosen) if chosen else ())
    body = [row for row in raw.rows if row.number > headings.last_row]
    width = max(len(headings.texts), max((len(row.cells) for row in body), default=0))
    columns = [_Column(index, headings.text(index), _filled(body, index)) for index in range(width)]
    return ColumnMapping(
        heading_row=headings.first_row,
        first_row=headings.last_row + 1,
        columns=tuple(
            ListColumn(column.index, column.heading, column_field)
            for column, column_field in zip(columns, _fields(columns, len(body)), strict=True)
            if column.heading or column.cells
        ),
    )


def is_heading_again(row: RawRow, mapping: ColumnMapping) -> bool:
    """Whether a row repeats the headings: on a further page, or below them in a second language."""
    second_language = row.number == mapping.first_row
    filled = [
        (column, cell)
        for column in mapping.columns
        if isinstance(cell := row.cell(column.index), str) and cell
    ]
    same = sum(
        _text(cell) == column.heading or (second_language and _means(cell, column.field))
        for column, cell in filled
    )
    return same > 1 and same * 2 > len(filled)


@dataclass(frozen=True, slots=True)
class _Headings:
    first_row: int
    last_row: int
    texts: tuple[str, ...]

    def text(self, index: int) -> str:
        return self.texts[index] if index < len(self.texts) else ""


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    heading: str
    cells: list[Cell]

    def share(self, test: Callable[[str], bool]) -> float:
        """The share of the filled cells that pass."""
        texts = Counter(str(cell) for cell in self.cells)
        return sum(n for text, n in texts.items() if test(text)) / max(len(self.cells), 1)

    @property
    def all_different(self) -> bool:
        return len(set(self.cells)) == len(self.cells) > 0


def _find_headings(rows: Sequence[RawRow]) -> _Headings | None:
    best, best_score = None, 0
    for headings in _candidates(rows[:HEADING_SEARCH_ROWS]):
        score = _score(headings.texts)
        if score > best_score:
            best, best_score = headings, score
    return best


def _candidates(rows: Sequence[RawRow]) -> Iterator[_Headings]:
    for row in rows:
        yield _Headings(row.number, row.number, _texts(row))
    for upper, lower in pairwise(rows):
        if lower.number == upper.number + 1 and _mostly_headings(lower):
            yield _Headings(upper.number, lower.number, _stacked(upper, lower))


def _stacked(upper: RawRow, lower: RawRow) -> tuple[str, ...]:
    """Two rows of headings as one: 氏名 over 姓 and 名 becomes 氏名 姓, 氏名 名."""
    stacked, group = [], ""
    for index in range(max(len(upper.cells), len(lower.cells))):
        above, below = _text(upper.cell(index)), _text(lower.cell(index))
        group = above or (group if below else "")
        stacked.append(f"{group} {below}".strip() if below else above)
    return tuple(stacked)


def _score(texts: Sequence[str]) -> int:
    """How much a row looks like headings: the fields it names; 0 when no name is among them."""
    found = [known for known in map(meaning, texts) if known]
    fields = {known.field for known in found}
    if not fields & NAME_FIELDS:
        return 0
    filled = sum(bool(text) for text in texts)
    # A guest's row may hold a word or two of ours, but not "Name".
    plainly_a_name = any(known in _PLAINLY_A_NAME for known in found)
    if not plainly_a_name and (len(found) * 3 < filled or len(fields) == 1 < filled):
        return 0
    return 2 * len(fields) + (filled > 1)


def _mostly_headings(row: RawRow) -> bool:
    """Whether a row under the headings is a second row of them, not the first guest."""
    texts = [text for text in _texts(row) if text]
    known = sum(meaning(text) is not None for text in texts)
    return known > 1 and known * 2 > len(texts)


def _fields(columns: Sequence[_Column], rows: int) -> list[ListField]:
    """What each column holds: its heading's meaning, mended by its cells, each field once."""
    known = [_mended(column, meaning(column.heading)) for column in columns]
    winners: dict[ListField, int] = {}
    for index in sorted(range(len(columns)), key=lambda i: _standing(columns[i], known[i], rows)):
        found = known[index]
        if found and found.field not in SHARED_FIELDS:
            winners.setdefault(found.field, index)
    if ListField.STATUS not in winners:
        _take_status_from_category(columns, winners)
    chosen = {index: held for held, index in winners.items()}
    return [
        chosen.get(index) or _otherwise(column, found, rows)
        for index, (column, found) in enumerate(zip(columns, known, strict=True))
    ]


def _mended(column: _Column, found: Meaning | None) -> Meaning | None:
    """The heading's meaning, unless the cells say otherwise: 会費 may hold 8000 or 済."""
    match found:
        case Meaning(ListField.AMOUNT) if column.cells and (
            column.share(cell_wording.is_number) < 1 - _MOSTLY
            and column.share(lambda text: cell_wording.paid(text) is not None) > _MOSTLY
        ):
            return Meaning(ListField.PAYMENT, 1)
        case Meaning(ListField.COMPANIONS) if column.cells and (
            column.share(lambda text: cell_wording.companions(text) is None) > _MOSTLY
        ):
            return Meaning(ListField.COMPANION_NAMES)
        case Meaning(ListField.PHONE) if column.share(lambda text: "@" in text) > _MOSTLY:
            return Meaning(ListField.EMAIL, 1)
        case Meaning(ListField.TICKET_NUMBER, rank) if column.cells and not column.all_different:
            # An order of three tickets has its number three times: no key to a guest.
            return Meaning(ListField.TICKET_NUMBER, rank + 10)
        case _:
            return found


def _standing(column: _Column, found: Meaning | None, rows: int) -> tuple[bool, int, bool, int]:
    """Sorts columns that mean the same: filled ones first, then by rank, well filled, place."""
    rank = found.rank if found else 0
    return not column.cells, rank, len(column.cells) * 10 < rows, column.index


def _take_status_from_category(columns: Sequence[_Column], winners: dict[ListField, int]) -> None:
    index = winners.get(ListField.CATEGORY)
    if index is None:
        return
    column = columns[index]
    if column.cells and column.share(lambda text: cell_wording.standing(text) is not None) == 1:
        del winners[ListField.CATEGORY]
        winners[ListField.STATUS] = index


def _otherwise(column: _Column, found: Meaning | None, rows: int) -> ListField:
    """What becomes of a column that holds no field of its own."""
    if not column.cells:
        return found.field if found and found.field in SHARED_FIELDS else ListField.IGNORED
    if found is None:
        tells_nothing = (
            rows >= _TELLING_ROWS and len(column.cells) == rows and (len(set(column.cells)) == 1)
        )
        return ListField.IGNORED if tells_nothing or not column.heading else ListField.EXTRA_NOTE
    if found.field in SHARED_FIELDS:
        return found.field
    return ListField.EXTRA_NOTE if found.field in _KEPT_AS_NOTE else ListField.IGNORED


def _means(text: str, wanted: ListField) -> bool:
    found = meaning(text)
    return found is not None and found.field is wanted


def _filled(rows: Sequence[RawRow], index: int) -> list[Cell]:
    return [cell for row in rows if (cell := row.cell(index)) != ""]


def _texts(row: RawRow) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in row.cells)


def _text(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else str(cell)
