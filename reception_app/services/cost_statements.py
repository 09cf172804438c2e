"""Split-cost statements 立替金精算書 for everybody who came, grouped by company.

With a copy of the venue's invoice they let the members' companies deduct the consumption tax,
though the community itself is not registered: it only paid for all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reception_app.documents.receipt_layout import addressed
from reception_app.documents.report import (
    Align,
    Block,
    Cell,
    Column,
    Figures,
    Heading,
    NextPage,
    Report,
    Row,
    RowKind,
    Table,
    Words,
)
from reception_app.documents.report_page import write_report
from reception_app.domain.cost_split import Invoice, NobodyShares, Share, share_invoice
from reception_app.domain.guest import Guest
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.tax import tax_lines
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


@dataclass(frozen=True, slots=True)
class Statement:
    """What one company, or one guest without a company, bears of the bill: each guest's share."""

    payee: str
    shares: tuple[tuple[Guest, Share], ...]

    @property
    def total(self) -> int:
        """All shares together, in minor units."""
        return sum(share.minor for _, share in self.shares)


def make_statements(
    event: EventReader, invoice: Invoice, *, by_fee: bool = False
) -> tuple[Statement, ...]:
    """Who bears how much of a bill, by company and then by guest number.

    Everybody who came and paid bears the same, or as they paid with `by_fee`. The shares sum to the
    bill.

    Raises:
        NobodyShares: nobody came who paid.
    """
    sharing = sorted(
        (
            (row.guest, row.balance.paid - row.balance.refunded)
            for row in guests.list_guests(event)
            if row.admitted_at is not None and row.balance.paid > row.balance.refunded
        ),
        key=lambda pair: (not pair[0].company, pair[0].company, pair[0].number),
    )
    if not sharing:
        raise NobodyShares
    weights = [paid if by_fee else 1 for _, paid in sharing]
    grouped: dict[str, list[tuple[Guest, Share]]] = defaultdict(list)
    for (guest, _), share in zip(sharing, share_invoice(invoice, weights), strict=True):
        grouped[guest.company or f"\0{guest.id}"].append((guest, share))
    return tuple(
        Statement(shares[0][0].company or shares[0][0].name, tuple(shares))
        for shares in grouped.values()
    )


def write_statements(
    event: EventReader, path: Path, invoice: Invoice, *, by_fee: bool = False,
    progress: Progress | None = None,
) -> int:  # fmt: skip
    """Write every statement on a page of its own; returns how many there are.

    Raises:
        NobodyShares: nobody came who paid.
        FileNotWritable, NoRoomForFile, Cancelled: no file was written.
    """
    details = settings.find_event(event)
    wording = Wording(details.language)
    statements = make_statements(event, invoice, by_fee=by_fee)
    paper = _Paper(invoice, wording, issuer=details.issuer or details.name)
    report = Report(
        title=paper.word("title"),
        subtitle=" · ".join(
            part for part in (details.name, wording.date(details.date), details.venue) if part
        ),
        foot=paper.word("foot"),
        blocks=tuple(paper.blocks(statements)),
    )
    write_report(path, report, wording=wording, progress=progress or Silent())
    return len(statements)


class _Paper:
    """The blocks of all statements of one bill."""

    def __init__(self, invoice: Invoice, wording: Wording, *, issuer: str) -> None:
        self._invoice = invoice
        self._wording = wording
        self._issuer = issuer

    def word(self, key: str, **facts: object) -> str:
        return self._wording.text("cost_statement", key, **facts)

    def blocks(self, statements: Sequence[Statement]) -> Iterator[Block]:
        for number, statement in enumerate(statements, 1):
            if number > 1:
                yield NextPage()
            yield from self._statement(statement, number)

    def _statement(self, statement: Statement, number: int) -> Iterator[Block]:
        currency = self._invoice.total.currency
        payee, respect = addressed(statement.payee, self._wording)
        together = format_money(Money(statement.total, currency))
        yield Heading(f"{payee} {respect}".strip())
        yield Words(self.word("number", n=number, issuer=self._issuer))
        yield Figures(((self.word("share"), together, ""),))
        yield Words(self.word("meaning", issuer=self._issuer, venue=self._invoice.issuer))
        yield Heading(self.word("members"))
        yield self._members(statement)
        yield Heading(self.word("taxes"))
        yield self._taxes(statement)
        yield Heading(self.word("invoice"))
        yield self._bill()
        yield Words(self.word("attached"), muted=True)

    def _members(self, statement: Statement) -> Table:
        currency = self._invoice.total.currency
        rows = [
            Row(
                (
                    str(guest.number),
                    Cell(guest.name, note=guest.title),
                    format_money(Money(share.minor, currency)),
                )
            )
            for guest, share in statement.shares
        ]
        total = Row(
            ("", self.word("total"), format_money(Money(statement.total, currency))),
            RowKind.TOTAL,
        )
        columns = (
            Column(self.word("guest_number"), 1),
            Column(self.word("guest"), 5),
            Column(self.word("amount"), 2, Align.RIGHT),
        )
        return Table(columns, (*rows, total))

    def _taxes(self, statement: Statement) -> Table:
        """The shares by rate, rounded once a rate for the whole statement."""
        lines = tax_lines(
            (percent, amount)
            for _, share in statement.shares
            for percent, amount in share.amounts
            if amount
        )
        return self._tax_table([(line.percent, line.gross, line.tax) for line in lines])

    def _bill(self) -> Table:
        lines = tax_lines(self._invoice.amounts)
        table = self._tax_table([(line.percent, line.gross, line.tax) for line in lines])
        said = " · ".join(
            part
            for part in (
                self._invoice.issuer,
                self._invoice.registration_number,
                self._wording.date(self._invoice.day),
                self._invoice.number,
            )
            if part
        )
        section = Row((said, "", ""), RowKind.SECTION)
        total = Row((self.word("total"), format_money(self._invoice.total), ""), RowKind.TOTAL)
        return Table(table.columns, (section, *table.rows, total))

    def _tax_table(self, lines: Sequence[tuple[int, Money, Money]]) -> Table:
        columns = (
            Column(self.word("rate"), 3),
            Column(self.word("amount"), 2, Align.RIGHT),
            Column(self.word("tax"), 2, Align.RIGHT),
        )
        rows = tuple(
            Row((self.word("percent", percent=percent), format_money(gross), format_money(tax)))
            for percent, gross, tax in lines
        )
        return Table(columns, rows)
