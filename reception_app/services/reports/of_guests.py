"""Reports of what guests paid: by category, and by desk, operator and tender."""

from collections import Counter, defaultdict

from reception_app.documents.report import Bar, Bars, Block, Cell, Heading, Report, Table
from reception_app.domain import journal
from reception_app.domain.journal import SINGLE_TENDERS, EntryKind, Tender
from reception_app.services.reports.paper import RIGHT, Paper, row, total
from reception_app.services.totals import event_totals
from reception_app.storage import settings

_NO_COLOUR = "#98A2B3"
"""Of categories the fee plan does not know any more."""


def fees_report(paper: Paper) -> Report:
    """Fees per category 区分別会費: charged, waived, paid, refunded, still due."""
    totals = event_totals(paper.event)
    colours = {one.code: one.colour for one in settings.find_fee_plan(paper.event).categories}
    columns = paper.columns(
        ("category", 26), ("guests", 10, RIGHT), ("charged", 16, RIGHT), ("waived", 14, RIGHT),
        ("paid", 16, RIGHT), ("refunded", 14, RIGHT), ("due", 16, RIGHT),
    )  # fmt: skip
    names = {
        one.category: paper.names.part(f"{journal.FEES}-{one.category}")
        or paper.word("no_category")
        for one in totals.by_category
    }
    rows = [
        row(
            Cell(names[one.category], swatch=colours.get(one.category, "")),
            f"{one.guests:,}",
            *(
                paper.amount(amount)
                for amount in (one.charged, one.waived, one.paid, one.refunded, one.due)
            ),
        )
        for one in totals.by_category
    ]
    sums = total(
        paper.word("total"),
        f"{sum(one.guests for one in totals.by_category):,}",
        *(
            paper.amount(amount)
            for amount in (
                totals.charged, totals.waived, totals.paid, totals.refunded, totals.due,
            )
        ),
    )  # fmt: skip
    blocks: list[Block] = [Table(columns, (*rows, sums), empty=paper.word("nothing_posted"))]
    bars = tuple(
        Bar(
            names[one.category], one.paid.minor, paper.amount(one.paid),
            colours.get(one.category, _NO_COLOUR),
        )
        for one in totals.by_category
        if one.paid
    )  # fmt: skip
    if bars:
        blocks += [Heading(paper.word("paid_by_category")), Bars(bars)]
    return paper.report("fees", blocks)


def tenders_report(paper: Paper) -> Report:
    """Payments by cash box, operator and tender, corrections and refunds taken off."""
    sums: dict[tuple[str, str], Counter[Tender]] = defaultdict(Counter)
    for line in paper.journal:
        tender = journal.tender_of(line.account)
        if line.origin in {EntryKind.PAYMENT, EntryKind.REFUND} and tender is not None:
            sums[line.box, line.operator][tender] += line.amount
    tenders = paper.wording.table("tender")
    columns = (
        *paper.columns(("box", 14), ("operator", 22)),
        *(
            column
            for tender in SINGLE_TENDERS
            for column in paper.columns((f"tender_{tender.value}", 16, RIGHT))
        ),
        *paper.columns(("total", 16, RIGHT)),
    )
    rows = [
        row(
            box or paper.word("no_box"),
            operator,
            *(paper.amount(by_tender[tender]) for tender in SINGLE_TENDERS),
            paper.amount(sum(by_tender.values())),
        )
        for (box, operator), by_tender in sorted(sums.items())
    ]
    altogether = {
        tender: sum(by_tender[tender] for by_tender in sums.values()) for tender in SINGLE_TENDERS
    }
    last = total(
        paper.word("total"),
        "",
        *(paper.amount(altogether[tender]) for tender in SINGLE_TENDERS),
        paper.amount(sum(altogether.values())),
    )
    blocks: list[Block] = [
        Table(columns, (*rows, last) if rows else (), empty=paper.word("nothing_posted"))
    ]
    bars = tuple(
        Bar(tenders[tender], altogether[tender], paper.amount(altogether[tender]))
        for tender in SINGLE_TENDERS
        if altogether[tender] > 0
    )
    if bars:
        blocks += [Heading(paper.word("tender_mix")), Bars(bars)]
    return paper.report("tenders", blocks)
