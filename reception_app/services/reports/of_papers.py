"""Reports of papers: the evidence index, the correction history, budget against actual."""

from reception_app.documents.ledger_book import JournalLine
from reception_app.documents.report import Bar, Bars, Block, Cell, Heading, Report, Table
from reception_app.domain.budget import is_income, sum_of
from reception_app.domain.journal import EntryKind
from reception_app.domain.voucher import Voucher
from reception_app.services.budget import budget_figures
from reception_app.services.evidence import file_names
from reception_app.services.reports.paper import CENTRE, RIGHT, Paper, row, section, subtotal, total

_HASH_DIGITS = 8


def evidence_index(paper: Paper) -> Report:
    """The evidence index 証憑一覧: every voucher with its files, or why there is none."""
    columns = paper.columns(
        ("voucher", 7, CENTRE), ("day", 12), ("payee", 24), ("account", 18), ("channel", 14),
        ("amount", 13, RIGHT), ("evidence", 22),
    )  # fmt: skip
    channels, kinds = paper.wording.table("channel"), paper.wording.table("entry_kind")
    rows = [
        row(
            f"{voucher.number:03}",
            voucher.day.isoformat(),
            Cell(voucher.payee or kinds[voucher.kind], note=voucher.purpose),
            paper.names.of(voucher.account),
            channels[voucher.channel],
            paper.amount(voucher.amount),
            evidence_words(paper, voucher),
        )
        for voucher in paper.vouchers
    ]
    lacking = sum(voucher.lacks_evidence for voucher in paper.vouchers)
    aside = paper.wording.counted("report", "lacking", lacking) if lacking else ""
    table = Table(columns, tuple(rows), empty=paper.word("no_vouchers"))
    return paper.report("evidence", [table], aside=aside)


def evidence_words(paper: Paper, voucher: Voucher) -> Cell:
    """What stands behind a voucher: its files with the beginning of their hashes, or a reason."""
    if voucher.reversed:
        return Cell(paper.word("taken_back"))
    if voucher.evidence:
        names = file_names(voucher)
        hashes = ", ".join(one.sha256[:_HASH_DIGITS] for one in voucher.evidence)
        return Cell(", ".join(names[one.id] for one in voucher.evidence), note=hashes)
    if voucher.no_receipt:
        return Cell(paper.word("no_receipt"), note=voucher.no_receipt)
    return Cell(paper.word("evidence_missing") if voucher.lacks_evidence else "")


def corrections_report(paper: Paper) -> Report:
    """The correction history 訂正履歴: what was taken back, when, by whom and why."""
    columns = paper.columns(
        ("at", 20), ("entry", 8, CENTRE), ("corrects", 10, CENTRE), ("kind", 16), ("guest", 22),
        ("amount", 13, RIGHT), ("operator", 12), ("reason", 22),
    )  # fmt: skip
    kinds = paper.wording.table("entry_kind")
    seen: dict[int, int] = {}
    lines: dict[int, JournalLine] = {}
    for line in paper.journal:
        if line.kind is EntryKind.REVERSAL:
            lines.setdefault(line.entry, line)
            seen[line.entry] = seen.get(line.entry, 0) + max(line.amount, 0)
    rows = [
        row(
            paper.moment(line.at),
            str(line.entry),
            str(line.corrects or ""),
            kinds[line.origin],
            f"{line.guest} {line.guest_name}" if line.guest is not None else line.note,
            paper.amount(seen[line.entry]),
            line.operator,
            line.reason,
        )
        for line in lines.values()
    ]
    table = Table(columns, tuple(rows), empty=paper.word("no_corrections"))
    return paper.report("corrections", [table])


def budget_report(paper: Paper) -> Report:
    """Budget against actual 予算対比, line by line, with bars."""
    figures = budget_figures(paper.event)
    columns = paper.columns(
        ("item", 30), ("budget", 16, RIGHT), ("actual", 16, RIGHT), ("difference", 16, RIGHT),
        ("remark", 28),
    )  # fmt: skip
    rows = []
    sums = {}
    for income, key in ((True, "income"), (False, "expenses")):
        part = [figure for figure in figures if is_income(figure.account) is income]
        sums[income] = sum_of(part, paper.details.currency)
        planned, actual = sums[income]
        rows.append(section(paper.word(key)))
        rows += [
            row(
                figure.name or paper.names.of(figure.account),
                paper.amount(figure.budget),
                paper.amount(figure.actual),
                paper.amount(figure.difference),
                figure.remark,
            )
            for figure in part
        ]
        rows.append(
            subtotal(
                paper.word(f"total_{key}"),
                paper.amount(planned),
                paper.amount(actual),
                paper.amount(actual - planned),
                "",
            )
        )
    planned, actual = (sums[True][n] - sums[False][n] for n in (0, 1))
    rows.append(
        total(
            paper.word("result"),
            paper.amount(planned),
            paper.amount(actual),
            paper.amount(actual - planned),
            "",
        )
    )
    blocks: list[Block] = [Table(columns, tuple(rows))]
    bars = [
        bar
        for figure in figures
        if figure.budget
        for bar in (
            Bar(
                figure.name or paper.names.of(figure.account), figure.budget.minor,
                paper.amount(figure.budget), "#98A2B3",
            ),
            Bar(paper.word("actual"), max(figure.actual.minor, 0), paper.amount(figure.actual)),
        )
    ]  # fmt: skip
    if bars:
        blocks += [Heading(paper.word("budget_bars")), Bars(tuple(bars))]
    return paper.report("budget", blocks)
