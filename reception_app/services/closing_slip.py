"""The closing slip 締め伝票 of a cash box: figures, pieces, two lines to sign, the chain's head."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from reception_app.documents.report import (
    Align,
    Block,
    Column,
    Figures,
    Heading,
    Report,
    Row,
    RowKind,
    Signatures,
    Table,
    Words,
)
from reception_app.documents.report_page import write_report
from reception_app.domain.drawer import Shift, denominations
from reception_app.domain.event import Event
from reception_app.domain.journal import EntryKind
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Progress, Silent
from reception_app.services.box_summary import BoxSummary, summarize_box
from reception_app.storage import fact_journal, settings
from reception_app.storage.event_file import EventReader
from reception_app.wording import Wording


def write_closing_slip(
    event: EventReader, path: Path, shift: Shift, *, progress: Progress | None = None
) -> None:
    """Write the slip of a counted shift as PDF, in the event's language.

    Raises:
        BoxNotCounted: the box was not counted since cash last moved.
        FileNotWritable, NoRoomForFile, Cancelled: no file was written.
    """
    details = settings.find_event(event)
    wording = Wording(details.language)
    head = (fact_journal.count_facts(event.db), fact_journal.last_hash(event.db))
    report = closing_report(summarize_box(event, shift), details, wording, head=head)
    write_report(path, report, wording=wording, progress=progress or Silent())


def closing_report(
    summary: BoxSummary, event: Event, wording: Wording, *, head: tuple[int, str]
) -> Report:
    """What the slip says; `head` is how many records the file holds and the hash of the last."""
    slip = _Slip(summary, wording)
    records, seal = head
    return Report(
        title=slip.word("title", box=summary.shift.box),
        subtitle=" · ".join(part for part in (event.name, wording.date(event.date), event.venue)
                            if part),
        aside=f"{summary.shift.box}-{summary.number}",
        foot=slip.word("foot", n=records, seal=seal),
        blocks=tuple(slip.blocks()),
    )  # fmt: skip


class _Slip:
    """The blocks of one slip."""

    def __init__(self, summary: BoxSummary, wording: Wording) -> None:
        self._summary = summary
        self._wording = wording

    def word(self, key: str, **facts: object) -> str:
        return self._wording.text("closing_slip", key, **facts)

    def blocks(self) -> Iterator[Block]:
        summary = self._summary
        yield Words(self._who())
        yield Figures(
            (
                (self.word("counted"), format_money(summary.counted), ""),
                (self.word("expected"), format_money(summary.expected), ""),
                (self.word("difference"), _signed(summary.difference), summary.shift.reason),
            )
        )
        yield Heading(self.word("cash"))
        yield self._cash()
        if summary.counts:
            yield Heading(self.word("count"))
            yield self._pieces()
        if summary.by_tender or summary.receipts:
            yield Heading(self.word("others"))
            yield self._others()
        yield Words(self._where_it_went())
        yield Signatures((self.word("signed_by_operator"), self.word("signed_by_second")))

    def _who(self) -> str:
        shift = self._summary.shift
        times = f"{shift.opened_at.astimezone():%Y-%m-%d %H:%M}"
        if shift.closed_at is not None:
            times += f" – {shift.closed_at.astimezone():%H:%M}"
        return self.word("who", operator=self._summary.operator, times=times)

    def _cash(self) -> Table:
        kinds = self._wording.table("entry_kind")
        rows = [
            Row((self._kind_words(kind, kinds), _signed(amount)))
            for kind, amount in self._summary.cash
        ]
        total = Row((self.word("expected"), format_money(self._summary.expected)), RowKind.TOTAL)
        columns = (Column(self.word("act"), 3), Column(self.word("amount"), 1, Align.RIGHT))
        return Table(columns, (*rows, total))

    def _kind_words(self, kind: EntryKind, kinds: Mapping[str, str]) -> str:
        if kind is EntryKind.PAYMENT:
            times = sum(payment.cash != 0 for payment in self._summary.payments)
            return self.word("cash_payments", n=times)
        return kinds[kind]

    def _pieces(self) -> Table:
        """The last counts beside each other, two where two people counted."""
        counts = self._summary.counts[-2:]
        names = self._summary.counters[-2:]
        if len(counts) > 1 and names[0] == names[1]:
            counts, names = counts[-1:], names[-1:]
        currency = self._summary.counted.currency
        held = [dict(one.count.pieces) for one in counts]
        rows = [
            Row(
                (
                    format_money(Money(value, currency)),
                    *(str(pieces.get(value, 0)) for pieces in held),
                    format_money(Money(value * held[-1].get(value, 0), currency)),
                )
            )
            for value in denominations(currency)
            if any(pieces.get(value) for pieces in held)
        ]
        total = Row(
            (self.word("counted"), *("" for _ in held), format_money(self._summary.counted)),
            RowKind.TOTAL,
        )
        columns = (
            Column(self.word("denomination"), 2),
            *(Column(self.word("pieces", name=name), 1, Align.RIGHT) for name in names),
            Column(self.word("amount"), 1, Align.RIGHT),
        )
        return Table(columns, (*rows, total))

    def _others(self) -> Table:
        tenders = self._wording.table("tender")
        rows = [
            Row((tenders[tender.value], self.word("times", n=n), format_money(amount)))
            for tender, n, amount in self._summary.by_tender
        ]
        receipts = self._summary.receipts
        if receipts:
            span = f"{receipts[0].label} – {receipts[-1].label}"
            void = ", ".join(receipt.label for receipt in receipts if receipt.void)
            said = self.word("void", which=void) if void else self.word("no_void")
            rows.append(Row((self.word("receipts"), span, said)))
        columns = (
            Column(self.word("what"), 2),
            Column(self.word("how_many"), 3),
            Column(self.word("amount"), 2, Align.RIGHT),
        )
        return Table(columns, tuple(rows))

    def _where_it_went(self) -> str:
        summary = self._summary
        if summary.took_over:
            return self.word("handed_over", amount=summary.counted, name=summary.took_over)
        if summary.shift.kept:
            return self.word("stays", amount=summary.counted)
        if summary.shift.closed_at is None:
            return self.word("still_open")
        return self.word("to_the_safe", amount=summary.counted, name=summary.closed_by)


def _signed(amount: Money) -> str:
    return f"+{format_money(amount)}" if amount.minor > 0 else format_money(amount)
