"""What all reports of an event's money share: its words, its names, how amounts are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reception_app.documents.ledger_book import JournalLine
from reception_app.documents.report import Align, Block, Cell, Column, Report, Row, RowKind
from reception_app.domain.event import Event
from reception_app.domain.money import Money, format_number
from reception_app.domain.voucher import Voucher
from reception_app.services.account_names import AccountNames, account_names
from reception_app.services.ledger_collection import collect_journal
from reception_app.storage import settings, vouchers
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


@dataclass(frozen=True)
class Paper:
    """The event a report is about, read once for all its parts; give a snapshot."""

    event: EventReader
    now: datetime
    wording: Wording

    @cached_property
    def details(self) -> Event:
        """The event and its settings."""
        return settings.find_event(self.event)

    @cached_property
    def names(self) -> AccountNames:
        """The names of its accounts."""
        return account_names(self.event, self.wording)

    @cached_property
    def journal(self) -> tuple[JournalLine, ...]:
        """Every posting in the order it was posted."""
        return collect_journal(self.event, self.wording)

    @cached_property
    def vouchers(self) -> tuple[Voucher, ...]:
        """All vouchers by number."""
        return vouchers.list_vouchers(self.event)

    def word(self, key: str, /, **facts: object) -> str:
        """A word of reports."""
        return self.wording.text("report", key, **facts)

    def amount(self, amount: Money | int | None) -> str:
        """An amount as columns of figures have it: `8,000`, `-8,000`, nothing for None."""
        if amount is None:
            return ""
        money = amount if isinstance(amount, Money) else self.money(amount)
        sign = "-" if money.minor < 0 else ""
        return sign + format_number(Money(abs(money.minor), money.currency))

    def money(self, minor: int) -> Money:
        """So many minor units of the event's currency."""
        return Money(minor, self.details.currency)

    def report(self, key: str, blocks: Iterable[Block], *, aside: str = "") -> Report:
        """A report of these blocks; `key` names its title."""
        subtitle = self.word(
            "subtitle", event=self.details.name, day=self.wording.date(self.details.date),
            at=self.moment(self.now), currency=self.details.currency,
        )  # fmt: skip
        return Report(
            title=self.word(f"title_{key}"),
            subtitle=subtitle,
            aside=aside,
            foot=self.details.name,
            blocks=tuple(blocks),
        )

    def moment(self, at: datetime) -> str:
        """A time as columns have it: `11-14 18:03`."""
        return at.strftime("%Y-%m-%d %H:%M")

    def columns(self, *parts: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
        """Columns by keys of their headings, shares of the width, and where figures stand."""
        return tuple(
            Column(self.word(f"head_{part[0]}"), part[1], part[2] if len(part) > 2 else Align.LEFT)  # noqa: PLR2004 - the optional third
            for part in parts
        )


RIGHT, CENTRE = Align.RIGHT, Align.CENTRE
"""Where amounts stand, and numbers."""


def section(text: str) -> Row:
    """A heading between rows."""
    return Row((text,), RowKind.SECTION)


def row(*cells: str | Cell) -> Row:
    """A row of cells."""
    return Row(cells)


def subtotal(*cells: str | Cell) -> Row:
    """A sum of the rows above."""
    return Row(cells, RowKind.SUBTOTAL)


def total(*cells: str | Cell) -> Row:
    """The sum of all rows."""
    return Row(cells, RowKind.TOTAL)
