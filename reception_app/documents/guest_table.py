"""The guests as a table for other programs: an Excel workbook or a CSV file, as on the screen.

Its headings are understood by our own import, so that a list can be mended elsewhere and taken in.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from reception_app.documents.journal_csv import safe_text
from reception_app.documents.safe_file import written_whole
from reception_app.documents.workbook_cells import Kind, Role, Value
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Column, Paper, Table, write_table
from reception_app.domain.guest import Guest
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import EXPONENTS
from reception_app.wording import Wording

MONEY = frozenset({GuestColumn.CHARGED, GuestColumn.WAIVED, GuestColumn.PAID, GuestColumn.DUE})
"""Columns of amounts, in minor units."""

_WIDTHS = {
    GuestColumn.NUMBER: 9, GuestColumn.NAME: 24, GuestColumn.READING: 22, GuestColumn.COMPANY: 28,
    GuestColumn.TITLE: 22, GuestColumn.EMAIL: 30, GuestColumn.PHONE: 16, GuestColumn.NOTE: 34,
    GuestColumn.ARRIVED_AT: 18, GuestColumn.BADGE_CODE: 36, GuestColumn.COMPANION_OF: 24,
    GuestColumn.LABELS: 20, GuestColumn.TALKS_ABOUT: 24, GuestColumn.WANTS_TO_MEET: 24,
}  # fmt: skip
_WIDTH = 14


@dataclass(frozen=True, slots=True)
class GuestLine:
    """One guest of the table: the category and the host as people read them, the money."""

    guest: Guest
    category: str
    companion_of: str
    balance: GuestBalance
    arrived_at: datetime | None
    badge_code: str


def write_guest_workbook(
    path: Path, lines: Sequence[GuestLine], columns: Sequence[GuestColumn], *, event_name: str,
    currency: str, now: datetime, wording: Wording,
) -> None:  # fmt: skip
    """Write guests as an Excel workbook of one sheet, in the order given.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    name = wording.text("guest_table", "sheet")
    made_at = now.strftime("%Y-%m-%d %H:%M")
    subtitle = wording.text(
        "guest_table", "subtitle", event=event_name, n=f"{len(lines):,}", made_at=made_at
    )
    paper = Paper(wording=wording, currency=currency, subtitle=subtitle, footer=event_name)
    table = Table(name, tuple(_column(c, wording) for c in columns), len(lines), summed=False)
    frozen = columns.index(GuestColumn.NAME) + 1 if GuestColumn.NAME in columns else 0
    with workbook_written(path, title=f"{event_name} {name}") as workbook:
        write_table(
            workbook.create_sheet(name), table, paper, sums={}, frozen=frozen,
            rows=table_rows(lines, columns, wording),
        )  # fmt: skip


def write_guest_csv(
    path: Path, lines: Iterable[GuestLine], columns: Sequence[GuestColumn], *, currency: str,
    wording: Wording,
) -> None:  # fmt: skip
    """Write guests as CSV, UTF-8 with a byte order mark, in the order given.

    Amounts are plain numbers in units of the currency; times are ISO 8601 with offset. Text a
    spreadsheet would take for a formula begins with an apostrophe.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    exponent = EXPONENTS[currency]
    money = [column in MONEY for column in columns]
    with written_whole(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
        written = csv.writer(text)
        written.writerow(heading_of(column, wording) for column in columns)
        for row in table_rows(lines, columns, wording):
            written.writerow(
                f"{Decimal(int(str(value))).scaleb(-exponent):.{exponent}f}"
                if is_money
                else _plain(value)
                for value, is_money in zip(row, money, strict=True)
            )
        text.detach()


def heading_of(column: GuestColumn, wording: Wording) -> str:
    """The heading of a column, which our own import understands."""
    fields = wording.table("guest_field")
    return fields[column] if column in fields else wording.text("guest_table", column)


def _column(column: GuestColumn, wording: Wording) -> Column:
    kind = Kind.MONEY if column in MONEY else Kind.TEXT
    if column is GuestColumn.NUMBER:
        kind = Kind.CENTRED
    elif column is GuestColumn.ARRIVED_AT:
        kind = Kind.MOMENT
    role = Role.STRONG if column is GuestColumn.NAME else Role.BODY
    width = _WIDTHS.get(column, _WIDTH)
    return Column(column, width, kind, role, heading=heading_of(column, wording))


def table_rows(
    lines: Iterable[GuestLine], columns: Sequence[GuestColumn], wording: Wording
) -> Iterator[tuple[Value, ...]]:
    """What each line says in each column; amounts are minor units."""
    statuses, paid = wording.table("guest_status"), wording.text("guest_table", "listed_as_paid")
    for line in lines:
        guest, balance = line.guest, line.balance
        ours: dict[GuestColumn, Value] = {
            GuestColumn.NUMBER: guest.number,
            GuestColumn.CATEGORY: line.category,
            GuestColumn.STATUS: statuses[guest.status],
            GuestColumn.COMPANION_OF: line.companion_of,
            GuestColumn.LISTED_AS_PAID: paid if guest.listed_as_paid else "",
            GuestColumn.CHARGED: balance.charged,
            GuestColumn.WAIVED: balance.waived,
            GuestColumn.PAID: balance.paid - balance.refunded,
            GuestColumn.DUE: balance.due,
            GuestColumn.ARRIVED_AT: line.arrived_at,
            GuestColumn.BADGE_CODE: line.badge_code,
        }
        yield tuple(
            ours[column] if column in ours else str(getattr(guest, column)) for column in columns
        )


def _plain(value: Value) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return "" if value is None else safe_text(str(value))
