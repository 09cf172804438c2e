"""Which column of a guest list holds what: found from the headings, corrected by a person."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from reception_app.documents.guest_sheet import cell_wording, companion_wording
from reception_app.documents.guest_sheet.heading_rows import (
    HeadingRows,
    find_headings,
    row_texts,
)
from reception_app.documents.guest_sheet.headings import (
    NAME_FIELDS,
    REFUSAL_HEADINGS,
    SHARED_FIELDS,
    ListField,
    Meaning,
    may_hold_name_too,
    meaning,
    plain_heading,
)
from reception_app.documents.guest_sheet.name_cells import name_and_reading
from reception_app.documents.guest_sheet.raw_list import (
    Cell,
    RawList,
    RawRow,
    column_letters,
)
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestStatus

_ASKS_WHO_COMES = re.compile(
    r"^(?!.*(二次会|懇親会|アフター|after|オンライン|セミナー))"
    r".*(参加|出席|来場|attend|join us|come)",
    re.IGNORECASE | re.DOTALL,
)
"""A question whether the guest comes, but not to what else the evening offers."""

_HOLDS_TITLE = re.compile("役職|肩書|title", re.IGNORECASE)
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


def recognise(raw: RawList, *, heading_row: int | None = None) -> ColumnMapping:
    """Which column holds what, by the headings and, where they leave a doubt, by the cells.

    Args:
        raw: the list.
        heading_row: the row number a person chose; 0 for a list without headings.

    Raises:
        ListHeadingMissing: no row is given and none looks like headings.
    """
    if heading_row is None:
        headings = find_headings(raw.rows)
        if headings is None:
            raise ListHeadingMissing(raw.file, raw.sheet)
    else:
        chosen = next((row for row in raw.rows if row.number == heading_row), None)
        headings = HeadingRows(heading_row, heading_row, row_texts(chosen) if chosen else ())
    body = [row for row in raw.rows if row.number > headings.last_row]
    width = max(len(headings.texts), max((len(row.cells) for row in body), default=0))
    columns = [_Column(index, headings.text(index), _filled(body, index)) for index in range(width)]
    fields = _fields(columns, len(body))
    for index in _kinds_apart(columns, fields, body):
        fields[index] = ListField.CATEGORY
    _part_names(fields, body)
    _name_by_reading(fields, columns)
    return ColumnMapping(
        heading_row=headings.first_row,
        first_row=headings.last_row + 1,
        columns=tuple(
            ListColumn(column.index, column.heading, column_field)
            for column, column_field in zip(columns, fields, strict=True)
            if (column.heading or column.cells) and column.heading not in REFUSAL_HEADINGS.values()
        ),
    )


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


def _fields(columns: Sequence[_Column], rows: int) -> list[ListField]:
    """What each column holds: its heading's meaning, mended by its cells, each field once."""
    known = [_mended(column, meaning(column.heading)) for column in columns]
    winners: dict[ListField, int] = {}
    for index in sorted(range(len(columns)), key=lambda i: _standing(columns[i], known[i], rows)):
        found = known[index]
        if found and found.field not in SHARED_FIELDS:
            winners.setdefault(found.field, index)
    if ListField.STATUS not in winners:
        _find_status(columns, known, winners, rows)
    if ListField.TITLE not in winners:
        _find_title(columns, known, winners)
    chosen = {index: held for held, index in winners.items()}
    chosen |= dict.fromkeys(_answers_apart(columns), ListField.STATUS)
    return [
        chosen.get(index) or _otherwise(column, found, rows)
        for index, (column, found) in enumerate(zip(columns, known, strict=True))
    ]


def _mended(column: _Column, found: Meaning | None) -> Meaning | None:  # noqa: PLR0911 - one case each
    """The heading's meaning, unless the cells say otherwise: 会費 may hold 8000 or 済."""
    match found:
        case Meaning(ListField.AMOUNT) if column.cells and (
            column.share(cell_wording.is_number) < 1 - _MOSTLY
            and column.share(lambda text: cell_wording.paid(text) is not None) > _MOSTLY
        ):
            return Meaning(ListField.PAYMENT, 1)
        case Meaning(ListField.COMPANIONS) if column.cells and (
            column.share(lambda text: companion_wording.companions(text) is None) > _MOSTLY
        ):
            return Meaning(ListField.COMPANION_NAMES)
        case Meaning(ListField.READING) if may_hold_name_too(column.heading) and (
            column.share(lambda text: bool(name_and_reading(text)[1])) > _MOSTLY
        ):
            return Meaning(ListField.NAME)
        case Meaning(ListField.NAME, rank) if rank and column.share(str.isdigit) == 1:
            # Guests in figures are those who come along.
            return Meaning(ListField.COMPANIONS)
        case Meaning(ListField.PHONE) if column.share(is_address) > _MOSTLY:
            return Meaning(ListField.EMAIL, 1)
        case Meaning(ListField.STATUS) if len(column.cells) > 1 and column.share(_stays_away) == 1:
            # Before the evening nobody "was there": not an answer but a mark of attendance.
            return Meaning(ListField.IGNORED)
        case Meaning(ListField.TICKET_NUMBER, rank) if column.cells and not column.all_different:
            # An order of three tickets has its number three times: no key to a guest.
            return Meaning(ListField.TICKET_NUMBER, rank + 10)
        case _:
            return found


def is_address(text: str) -> bool:
    """Whether a text looks like an e-mail address."""
    name, _, place = text.partition("@")
    return bool(name) and "." in place


def _stays_away(text: str) -> bool:
    said = cell_wording.standing(text)
    return said is not None and said.status is GuestStatus.DECLINED


def _standing(column: _Column, found: Meaning | None, rows: int) -> tuple[bool, int, bool, int]:
    """Sorts columns that mean the same: filled ones first, then by rank, well filled, place."""
    rank = found.rank if found else 0
    return not column.cells, rank, len(column.cells) * 10 < rows, column.index


def _find_status(
    columns: Sequence[_Column],
    known: Sequence[Meaning | None],
    winners: dict[ListField, int],
    rows: int,
) -> None:
    """Who comes may stand in 区分, or under the form's own question: 忘年会に参加されますか?"""
    category = winners.get(ListField.CATEGORY)
    if category is not None and _tells_who_comes(columns[category], ways=1):
        del winners[ListField.CATEGORY]
        winners[ListField.STATUS] = category
        return
    questions = [
        column.index
        for column in columns
        if known[column.index] is None
        and _ASKS_WHO_COMES.search(column.heading)
        and len(column.cells) > rows * _MOSTLY
        and _tells_who_comes(column)
    ]
    if len(questions) == 1:
        winners[ListField.STATUS] = questions[0]


def _answers_apart(columns: Sequence[_Column]) -> tuple[int, ...]:
    """Columns 参加, 不参加, 未定, one of which each row marks: together they are the status."""
    answers = tuple(
        column.index
        for column in columns
        if column.heading
        and cell_wording.standing(column.heading) is not None
        and column.share(cell_wording.is_mark) == 1
    )
    rows = [column.cells for column in columns if column.index in answers]
    return answers if len(rows) > 1 else ()


def _part_names(fields: list[ListField], body: Sequence[RawRow]) -> None:
    """名前 beside 姓 is the given name, unless it holds the family name too."""
    if ListField.GIVEN_NAME in fields or not {ListField.NAME, ListField.FAMILY_NAME} <= set(fields):
        return
    name, family = fields.index(ListField.NAME), fields.index(ListField.FAMILY_NAME)
    both = [
        str(row.cell(family)) in str(row.cell(name))
        for row in body
        if row.cell(family) != "" and row.cell(name) != ""
    ]
    if both and sum(both) * 2 < len(both):
        fields[name] = ListField.GIVEN_NAME


def _name_by_reading(fields: list[ListField], columns: Sequence[_Column]) -> None:
    """氏名(ふりがな) is the name where no other column is, even if few wrote their reading."""
    if NAME_FIELDS & set(fields):
        return
    for column in columns:
        if fields[column.index] is ListField.READING and may_hold_name_too(column.heading):
            fields[column.index] = ListField.NAME
            return


def _kinds_apart(
    columns: Sequence[_Column], fields: Sequence[ListField], body: Sequence[RawRow]
) -> tuple[int, ...]:
    """Columns 会員, 一般, 学生 of which each guest marks one: together they are the category."""
    if ListField.CATEGORY in fields:
        return ()
    kinds = [
        column.index
        for column, held in zip(columns, fields, strict=True)
        if held is ListField.EXTRA_NOTE
        and column.heading
        and column.cells
        and column.share(cell_wording.is_mark) == 1
    ]
    marks = [sum(row.cell(index) != "" for index in kinds) for row in body]
    named = sum(len(column.cells) for column in columns if column.index in kinds)
    each_one = len(kinds) > 1 and max(marks, default=0) == 1
    return tuple(kinds) if each_one and named * 10 >= len(body) * 9 else ()


def _tells_who_comes(column: _Column, *, ways: int | None = None) -> bool:
    """Whether all cells are answers; where all come in more than `ways` they are kinds of guests.

    現地参加 and オンライン参加 are no answers to whether somebody comes.
    """
    if column.share(lambda text: cell_wording.standing(text) is not None) < 1:
        return False
    all_come = column.share(_comes) == 1
    return bool(column.cells) and not (ways and all_come and len(set(column.cells)) > ways)


def _comes(text: str) -> bool:
    said = cell_wording.standing(text)
    return said is not None and said.status is GuestStatus.ACCEPTED


def _find_title(
    columns: Sequence[_Column], known: Sequence[Meaning | None], winners: dict[ListField, int]
) -> None:
    """所属・役職 beside 会社名 is the title."""
    for column in columns:
        found = known[column.index]
        if (
            found
            and found.field is ListField.COMPANY
            and winners[ListField.COMPANY] != column.index
            and _HOLDS_TITLE.search(column.heading)
        ):
            winners.setdefault(ListField.TITLE, column.index)


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


def _filled(rows: Sequence[RawRow], index: int) -> list[Cell]:
    return [cell for row in rows if (cell := row.cell(index)) != ""]
