"""The list of guests who still owe, for whoever writes to them: an Excel workbook of one sheet."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from reception_app.documents.ledger_book import GuestFees
from reception_app.documents.workbook_cells import Kind, Role, Value
from reception_app.documents.workbook_file import workbook_written
from reception_app.documents.workbook_table import Column, Paper, Table, sum_of, write_table
from reception_app.wording import Wording

_COLUMNS = (
    Column("number", 14, Kind.CENTRED), Column("name", 24, role=Role.STRONG),
    Column("reading", 22), Column("company", 28), Column("category", 12), Column("contact", 34),
    Column("introducer", 16), Column("status", 13), Column("arrived", 20, Kind.MOMENT),
    Column("charged", 13, Kind.MONEY), Column("waived", 12, Kind.MONEY),
    Column("paid", 13, Kind.MONEY), Column("due", 14, Kind.MONEY, Role.STRONG),
)  # fmt: skip


def write_unpaid_list(
    path: Path, guests: Sequence[GuestFees], *, event_name: str, currency: str, now: datetime,
    wording: Wording,
) -> None:  # fmt: skip
    """Write those of `guests` who owe, the largest debt first.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    owing = sorted(
        (guest for guest in guests if guest.balance.due > 0),
        key=lambda guest: (-guest.balance.due, guest.number),
    )
    name = wording.text("workbook", "sheet_unpaid")
    paper = Paper(
        wording=wording,
        currency=currency,
        subtitle=wording.text(
            "workbook", "unpaid_subtitle", event=event_name, currency=currency,
            made_at=now.strftime("%Y-%m-%d %H:%M"),
        ),
        footer=event_name,
    )  # fmt: skip
    table = Table(name, _COLUMNS, len(owing))
    due = sum_of(table, "due", sum(guest.balance.due for guest in owing))
    with workbook_written(path, title=f"{event_name} {name}") as workbook:
        sheet = workbook.create_sheet(name)
        rows = _rows(owing, paper)
        write_table(sheet, table, paper, sums={"due": due}, rows=rows, frozen=2)


def _rows(owing: Sequence[GuestFees], paper: Paper) -> Iterator[tuple[Value, ...]]:
    statuses = paper.names("guest_status")
    for guest in owing:
        yield (
            guest.number,
            guest.name,
            guest.reading,
            guest.company,
            guest.category,
            guest.contact,
            guest.introducer,
            statuses[guest.status],
            guest.arrived_at,
            guest.balance.charged,
            guest.balance.waived,
            guest.balance.paid,
            guest.balance.due,
        )
