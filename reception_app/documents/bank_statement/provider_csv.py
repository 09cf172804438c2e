"""What the lists of payment providers have in common: named columns, one row a payment."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reception_app.domain.statement import (
    RowTrouble,
    Statement,
    StatementAccount,
    StatementRow,
    StatementWarning,
    UnreadableRow,
    Warned,
)

HEADING_SEARCH_ROWS = 20
_SHOWN = 200


@dataclass(eq=False)
class PaymentUnreadable(Exception):
    """A row of a provider's list could not be read."""

    trouble: RowTrouble


@dataclass(frozen=True, slots=True)
class NamedRows:
    """The rows below headings, each cell found by what its heading says."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def cell(self, cells: Sequence[str], *names: str) -> str:
        """The cell under the first of these headings that is there, empty when none is."""
        for name in names:
            if name in self.headings:
                index = self.headings.index(name)
                return cells[index].strip() if index < len(cells) else ""
        return ""

    def has(self, *names: str) -> bool:
        """Whether one of these headings is there."""
        return any(name in self.headings for name in names)


def named_rows(rows: Sequence[Sequence[str]], *required: Sequence[str]) -> NamedRows | None:
    """The rows below the headings, of which each of `required` must have one; None without them."""
    for place, row in enumerate(rows[:HEADING_SEARCH_ROWS]):
        headings = tuple(_plain(cell) for cell in row)
        if all(any(name in headings for name in names) for names in required):
            body = enumerate(rows[place + 1 :], start=place + 2)
            kept = tuple((n, tuple(cells)) for n, cells in body if any(c.strip() for c in cells))
            return NamedRows(headings, kept)
    return None


def read_payments(
    named: NamedRows, payment: Callable[[Sequence[str]], StatementRow | None],
    *, account: StatementAccount, currency: str, source: str,
) -> Statement:  # fmt: skip
    """The payments of a provider's list, oldest first.

    `payment` reads one row: it returns None for a row that is no payment, and raises
    `PaymentUnreadable` for one that cannot be read.
    """
    rows: list[StatementRow] = []
    unreadable = []
    for number, cells in named.rows:
        try:
            row = payment(cells)
        except PaymentUnreadable as error:
            said = " ".join(cell for cell in cells if cell)[:_SHOWN]
            unreadable.append(UnreadableRow(number, error.trouble, said))
            continue
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: (row.date, row.at.zfill(8), row.reference))
    return Statement(
        account=account,
        currency=currency,
        rows=tuple(rows),
        unreadable=tuple(unreadable),
        warnings=() if rows else (Warned(StatementWarning.NO_ROWS),),
        source=source,
    )


def _plain(heading: str) -> str:
    return unicodedata.normalize("NFKC", heading).strip().casefold()
