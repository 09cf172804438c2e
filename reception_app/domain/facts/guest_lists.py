"""Guest lists that were taken in."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class ListImported:
    """A guest list was taken in: `guests` stand on it, each `[guest, row, companions]`.

    `headings_key` is the same for every list with these headings.
    """

    list_import: str
    file: str
    headings_key: str
    guests: list[list[Any]]


@dataclass(frozen=True, kw_only=True)
class ListOverruled:
    """A list said these of a guest, and what stood there was kept; its words are remembered.

    `fields` may hold `status`; personal ones are personal values.
    """

    guest: str
    list_import: str
    fields: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class ListMappingChosen:
    """What the columns of lists with these headings mean: `[column from 0, field]` each.

    Texts that stand for a whole column are personal values, by field: they may be names.
    """

    headings_key: str
    columns: list[list[Any]]
