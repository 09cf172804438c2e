"""Which column of a bank's CSV holds what: guessed from headings, corrected by a person."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from reception_app.documents.bank_statement.dates import is_date
from reception_app.documents.bank_statement.headings import (
    SHARED_FIELDS,
    BankField,
    direction_of,
    heading_meaning,
    is_kind,
    plain_heading,
)

HEADING_SEARCH_ROWS = 60
"""How many rows may stand above the headings: account, period, greetings."""

_SAMPLED_ROWS = 60


@dataclass(frozen=True, slots=True)
class BankColumn:
    """One column: its place (from 0), its heading as written, and what it holds."""

    index: int
    heading: str
    field: BankField


@dataclass(frozen=True, slots=True)
class BankColumns:
    """Which column holds what; `first_row` is the place (from 0) of the first row of the body."""

    columns: tuple[BankColumn, ...]
    first_row: int

    @property
    def headings_key(self) -> str:
        """The same for every file with these headings, to remember a correction by."""
        headings = "\n".join(plain_heading(column.heading) for column in self.columns)
        return hashlib.sha256(headings.encode()).hexdigest()[:32]

    @property
    def mapping(self) -> dict[str, str]:
        """The fields by the columns' places, as they are remembered."""
        return {str(column.index): column.field.value for column in self.columns}

    @property
    def complete(self) -> bool:
        """Whether rows can be read: there are a date and an amount."""
        held = {column.field for column in self.columns}
        dated = BankField.DATE in held or {BankField.YEAR, BankField.MONTH, BankField.DAY} <= held
        return dated and bool(held & {BankField.DEPOSIT, BankField.WITHDRAWAL, BankField.AMOUNT})

    def of(self, wanted: BankField) -> tuple[int, ...]:
        """The places of the columns that hold a field, from the left."""
        return tuple(column.index for column in self.columns if column.field is wanted)

    def with_field(self, index: int, wanted: BankField) -> Self:
        """With column `index` holding `wanted`; another that held it is left out then."""
        return replace(
            self,
            columns=tuple(
                replace(column, field=wanted)
                if column.index == index
                else replace(column, field=BankField.IGNORED)
                if column.field is wanted and wanted not in SHARED_FIELDS
                else column
                for column in self.columns
            ),
        )

    def remembered(self, mapping: Mapping[str, str]) -> Self:
        """With the fields of a mapping that was remembered for these headings."""
        return replace(
            self,
            columns=tuple(
                replace(column, field=BankField(mapping[str(column.index)]))
                if mapping.get(str(column.index)) in set(BankField)
                else column
                for column in self.columns
            ),
        )


def columns_by_headings(rows: Sequence[Sequence[str]]) -> BankColumns:
    """The columns by the headings that say most; check `complete`: there may be none."""
    best, most = BankColumns((), 0), 0
    for columns, cells in _candidates(rows):
        score = len({column.field for column in columns.columns} - {BankField.IGNORED})
        if columns.complete and score > most and not any(is_date(cell) for cell in cells):
            best, most = columns, score
    return _with_texts_looked_at(rows, _with_signs_looked_at(rows, best))


def is_heading(row: Sequence[str]) -> bool:
    """Whether a row is headings, such as those repeated on every page."""
    return _columns_of([row], 0).complete and not any(is_date(cell) for cell in row)


def _candidates(rows: Sequence[Sequence[str]]) -> Iterator[tuple[BankColumns, Sequence[str]]]:
    """Each row near the top as headings, alone and with the next as a second line of them."""
    near_top = rows[:HEADING_SEARCH_ROWS]
    for place, row in enumerate(near_top):
        yield _columns_of([row], place + 1), row
    for place, (upper, lower) in enumerate(pairwise(near_top)):
        if not _columns_of([upper], 0).complete:
            yield _columns_of([upper, lower], place + 2), [*upper, *lower]


def _columns_of(lines: Sequence[Sequence[str]], first_row: int) -> BankColumns:
    """What headings of one or two lines mean, each field once."""
    width = max((len(line) for line in lines), default=0)
    headings = []
    for index in range(width):
        parts = [line[index].strip() for line in lines if index < len(line)]
        headings.append(" ".join(part for part in parts if part))
    known = [heading_meaning(heading) for heading in headings]
    # The lower of two lines says more: お引出し under 取引金額.
    for index, cell in enumerate(lines[-1]):
        lower = heading_meaning(cell)
        if lower[0] is not BankField.IGNORED:
            known[index] = lower
    texts = min((rank for held, rank in known if held is BankField.TEXT), default=0)
    taken: dict[BankField, int] = {}
    for index in sorted(range(width), key=lambda i: (known[i][1], i)):
        held = known[index][0]
        if held not in SHARED_FIELDS:
            taken.setdefault(held, index)
    fields = []
    for index, (held, rank) in enumerate(known):
        field = held
        if held is BankField.TEXT and rank != texts:
            field = BankField.NOTE
        elif held not in SHARED_FIELDS and taken[held] != index:
            field = BankField.IGNORED
        fields.append(field)
    if BankField.MONTH in fields and BankField.DAY not in fields:
        # 取引年, 取引月, 取引日: the last is a date only where it stands alone.
        fields = [BankField.DAY if held is BankField.DATE else held for held in fields]
    columns = (BankColumn(n, headings[n], field) for n, field in enumerate(fields))
    return BankColumns(tuple(columns), first_row)


def _with_signs_looked_at(rows: Sequence[Sequence[str]], columns: BankColumns) -> BankColumns:
    """A 取引区分 that says 入金 and 出金 beside a single amount tells the direction."""
    if BankField.DIRECTION in {column.field for column in columns.columns}:
        return columns
    if not columns.of(BankField.AMOUNT):
        return columns
    body = rows[columns.first_row : columns.first_row + _SAMPLED_ROWS]
    for index in columns.of(BankField.KIND):
        said = [row[index] for row in body if index < len(row) and row[index].strip()]
        if said and all(direction_of(text) for text in said):
            return columns.with_field(index, BankField.DIRECTION)
    return columns


def _with_texts_looked_at(rows: Sequence[Sequence[str]], columns: BankColumns) -> BankColumns:
    """A text column that only says 振込 or 手数料 tells the kind; the payer stands in another."""
    body = rows[columns.first_row : columns.first_row + _SAMPLED_ROWS]
    fields = {}
    for column in columns.columns:
        if column.field in {BankField.TEXT, BankField.NOTE}:
            said = [row[column.index] for row in body if column.index < len(row)]
            if all(map(is_kind, said)) and any(text.strip() for text in said):
                fields[column.index] = BankField.KIND
    others = [
        column.index
        for column in columns.columns
        if column.field in {BankField.TEXT, BankField.NOTE} and column.index not in fields
    ]
    if not others:
        return columns
    if not any(columns.columns[index].field is BankField.TEXT for index in others):
        fields[others[0]] = BankField.TEXT
    return replace(
        columns,
        columns=tuple(
            replace(column, field=fields.get(column.index, column.field))
            for column in columns.columns
        ),
    )
