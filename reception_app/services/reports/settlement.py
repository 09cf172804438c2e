"""The settlement report 収支報告書: budget and actual, what is left, what is open."""

from collections.abc import Iterable, Iterator

from reception_app.documents.report import (
    Bar,
    Bars,
    Block,
    Cell,
    Heading,
    Report,
    Row,
    Signatures,
    Table,
    Words,
)
from reception_app.domain import journal
from reception_app.domain.budget import BudgetFigure, is_income
from reception_app.domain.ledger import split_account
from reception_app.domain.money import Money
from reception_app.domain.settlement import Settlement, settle
from reception_app.domain.totals import EventTotals
from reception_app.services.budget import budget_figures
from reception_app.services.reports.paper import RIGHT, Paper, row, section, subtotal, total
from reception_app.services.sealing import books_state
from reception_app.services.totals import event_totals
from reception_app.storage import admissions, budget
from reception_app.storage.journal import list_account_balances

_BETWEEN = (journal.ADVANCES, journal.PREPAID)
_SIZE = 8.5
"""Of the text in points: with its signatures the report of an usual event is one page."""

_UNPAID = (journal.OWED_TO_ORGANIZERS, journal.VENDORS)


def settlement_report(paper: Paper) -> Report:
    """The report for the members: cash-basis, its identity printed, signed by two."""
    totals = event_totals(paper.event)
    opening = budget.sum_opening(paper.event)
    settlement = settle(list_account_balances(paper.event), totals, opening)
    return paper.report("settlement", _blocks(paper, settlement, totals), aside=version_of(paper))


def version_of(paper: Paper) -> str:
    """Which version of the report this is, or that it is a draft."""
    state = books_state(paper.event)
    if state.seal is None:
        return paper.word("draft")
    day = paper.wording.date(state.seal.at.date())
    return paper.word("version", number=state.version, day=day)


def _blocks(paper: Paper, settlement: Settlement, totals: EventTotals) -> Iterator[Block]:
    yield _flow(paper, settlement)
    yield Heading(paper.word("held"))
    yield _held(paper, settlement)
    yield Words(
        paper.word(
            "identity",
            carried=settlement.carried_forward,
            came=settlement.total_in,
            went=settlement.total_out,
            left=settlement.carried_on,
            held=settlement.total_held,
            mark="✓" if settlement.carried_on == settlement.total_held else "✕",
        ),
        size=_SIZE,
    )
    yield Heading(paper.word("still_open"))
    yield _still_open(paper, totals)
    yield Words(_per_head(paper, settlement), muted=True)
    yield from _versions(paper)
    yield Signatures((paper.word("accountant"), paper.word("auditor")))
    bars = _income_bars(paper, totals)
    if bars:
        yield Heading(paper.word("paid_by_category"))
        yield Bars(bars)


def _flow(paper: Paper, settlement: Settlement) -> Table:
    figures = budget_figures(paper.event)
    came = [one for one in figures if is_income(one.account)]
    went = [one for one in figures if not is_income(one.account)]
    columns = paper.columns(
        ("item", 30), ("budget", 14, RIGHT), ("actual", 14, RIGHT), ("difference", 14, RIGHT),
        ("remark", 28),
    )  # fmt: skip
    carried = settlement.carried_forward
    rows = [
        total(paper.word("carried_forward"), "", paper.amount(carried), "", ""),
        section(paper.word("income")),
        *_lines(paper, came),
        *_other_lines(paper, settlement, came_in=True),
        _sum_line(paper, "total_in", came, settlement.total_in),
        section(paper.word("expenses")),
        *_lines(paper, went),
        *_other_lines(paper, settlement, came_in=False),
        _sum_line(paper, "total_out", went, settlement.total_out),
        total(paper.word("carried_on"), "", paper.amount(settlement.carried_on), "", ""),
    ]
    return Table(columns, tuple(rows), size=_SIZE)


def _lines(paper: Paper, figures: Iterable[BudgetFigure]) -> Iterator[Row]:
    for figure in figures:
        yield row(
            Cell(figure.name or paper.names.of(figure.account)),
            paper.amount(figure.budget),
            paper.amount(figure.actual),
            paper.amount(figure.difference) if figure.budget else "",
            figure.remark,
        )


def _other_lines(paper: Paper, settlement: Settlement, *, came_in: bool) -> Iterator[Row]:
    """What moved money and is neither income nor expense, or is booked and did not move it yet."""
    lines = settlement.money_in if came_in else settlement.money_out
    for line in lines:
        code = split_account(line.account or "")[0]
        if code and code[0] in "12" and code != journal.GUEST_RECEIVABLE:
            remark = paper.word(f"remark_{code}") if code in (*_BETWEEN, *_UNPAID) else ""
            yield row(paper.names.of(code), "", paper.amount(line.amount), "", remark)


def _sum_line(paper: Paper, key: str, figures: Iterable[BudgetFigure], actual: Money) -> Row:
    planned = [figure.budget for figure in figures if figure.budget]
    budgeted = paper.money(sum(one.minor for one in planned)) if planned else None
    difference = paper.amount(actual - budgeted) if budgeted else ""
    return subtotal(paper.word(key), paper.amount(budgeted), paper.amount(actual), difference, "")


def _held(paper: Paper, settlement: Settlement) -> Table:
    columns = paper.columns(("account", 50), ("actual", 20, RIGHT), ("remark", 30))
    lines = (
        row(paper.names.of(line.account or ""), paper.amount(line.amount), "")
        for line in settlement.held
        if line.amount
    )
    held = total(paper.word("total_held"), paper.amount(settlement.total_held), "")
    return Table(columns, (*lines, held), size=_SIZE)


def _still_open(paper: Paper, totals: EventTotals) -> Table:
    rows = []
    if totals.due:
        count = paper.wording.counted("report", "guests", totals.due_guests)
        rows.append(row(paper.word("uncollected"), paper.amount(totals.due), count))
    if totals.overpaid:
        count = paper.wording.counted("report", "guests", totals.overpaid_guests)
        rows.append(row(paper.word("overpaid"), paper.amount(-totals.overpaid), count))
    for balance in list_account_balances(paper.event):
        code = split_account(balance.account)[0]
        if code in (*_BETWEEN, *_UNPAID, journal.UNIDENTIFIED_RECEIPTS) and balance.balance:
            rows.append(row(paper.names.of(balance.account), paper.amount(balance.balance), ""))
    columns = paper.columns(("item", 50), ("actual", 20, RIGHT), ("remark", 30))
    return Table(columns, tuple(rows), paper.word("nothing_open"), _SIZE)


def _per_head(paper: Paper, settlement: Settlement) -> str:
    arrived = sum(count.arrived for count in admissions.count_by_category(paper.event))
    if not arrived:
        return paper.word("nobody_came")
    came, went = (
        paper.money(amount.minor // arrived)
        for amount in (settlement.total_in, settlement.total_out)
    )
    return paper.wording.counted("report", "per_head", arrived, came=came, went=went)


def _income_bars(paper: Paper, totals: EventTotals) -> tuple[Bar, ...]:
    return tuple(
        Bar(
            paper.names.part(f"{journal.FEES}-{one.category}") or paper.word("no_category"),
            (one.paid - one.refunded).minor,
            paper.amount(one.paid - one.refunded),
        )
        for one in totals.by_category
        if one.paid
    )


def _versions(paper: Paper) -> Iterator[Block]:
    """Why there is more than one version."""
    broken = [seal for seal in books_state(paper.event).seals if seal.broken_at is not None]
    if broken:
        yield Heading(paper.word("versions"))
    for seal in broken:
        assert seal.broken_at is not None
        yield Words(
            paper.word(
                "unsealed",
                number=seal.version,
                day=paper.wording.date(seal.broken_at.date()),
                reason=seal.reason,
            )
        )
