"""The cover of the ledger workbook: the event, the figures that matter, and whether all agrees."""

from collections.abc import Sequence

from reception_app.documents.ledger_book import LedgerBook
from reception_app.documents.ledger_tables import LedgerTables
from reception_app.documents.workbook_cells import Formula, Kind, Link, Role, Value, WriteOnlySheet
from reception_app.documents.workbook_page import Page
from reception_app.documents.workbook_table import Paper, Verdicts, quoted

_WIDTHS = (26, 60, 18, 18, 9)
_SEAL_DIGITS = 16


def write_cover(
    sheet: WriteOnlySheet, book: LedgerBook, tables: LedgerTables, paper: Paper, *,
    sheets: Sequence[tuple[str, str]], verdicts: Sequence[Verdicts],
) -> None:  # fmt: skip
    """Fill the cover.

    Args:
        sheet: the empty first sheet.
        book: what the workbook holds.
        tables: where the tables lie.
        paper: what the sheets share.
        sheets: the other sheets' wording keys and names, in their order.
        verdicts: where the other sheets say OK or NG.
    """
    page, word = Page(sheet, paper, _WIDTHS), paper.word
    page.add((word("title"), Kind.TEXT, Role.TITLE))
    page.add((book.event_name, Kind.TEXT, Role.TITLE))
    page.add()
    _write_facts(page, book)
    page.add()
    _write_figures(page, book, tables)
    whole = (*verdicts, page.verdicts())
    agreeing = "+".join(f'COUNTIF({cells},"OK")' for part in whole for cells in part.cells)
    count = sum(part.count for part in whole)
    page.add()
    page.add(
        (word("all_agree"), Kind.TEXT, Role.STRONG),
        (word("all_agree_remark", n=count), Kind.TEXT, Role.LIVE),
        (count, Kind.NUMBER, Role.STRONG),
        (Formula(f"={agreeing}"), Kind.NUMBER, Role.LIVE),
        page.verdict("E", f"C{page.next_row}", f"D{page.next_row}"),
    )
    page.add()
    page.head(("sheet", Kind.TEXT), ("holds", Kind.TEXT))
    for key, name in sheets:
        page.add(
            (Link(name, f"{quoted(name)}!A1"), Kind.TEXT, Role.LINK),
            (word(f"about_{key}"), Kind.TEXT, Role.BODY),
        )
    page.add()
    page.add((word("reading_note"), Kind.TEXT, Role.NOTE))


def _write_facts(page: Page, book: LedgerBook) -> None:
    facts: list[tuple[str, Value, Kind]] = [
        ("day", book.day, Kind.DAY),
        ("venue", book.venue, Kind.TEXT),
        ("currency", book.currency, Kind.TEXT),
        ("made_at", book.made_at, Kind.MOMENT),
        (
            "records",
            page.paper.word("records_text", n=book.records, seal=book.seal[:_SEAL_DIGITS]),
            Kind.TEXT,
        ),
    ]
    for key, value, kind in facts:
        page.add(
            (page.paper.word(key), Kind.TEXT, Role.LABEL),
            (value, kind, Role.FACT),
        )


def _write_figures(page: Page, book: LedgerBook, tables: LedgerTables) -> None:
    totals, fees, word = book.totals, tables.fees, page.paper.word
    due = fees.range("due")
    page.figures_head("money")
    for key, static, live, remark in (
        ("charged", totals.charged, f"={fees.live_total('charged')}", totals.charged_guests),
        ("waived", totals.waived, f"={fees.live_total('waived')}", None),
        ("paid", totals.paid, f"={fees.live_total('paid')}", None),
        ("refunded", totals.refunded, f"={fees.live_total('refunded')}", None),
        ("due", totals.due, f'=SUMIF({due},">0")', totals.due_guests),
        ("overpaid", totals.overpaid, f'=-SUMIF({due},"<0")', totals.overpaid_guests),
    ):
        counted = "" if remark is None else word("guests", n=remark)
        page.figure(word(key), counted, static.minor, live)
    row = page.next_row
    page.figure(
        word("open"), word("open_remark"), totals.open.minor,
        f"=D{row - 6}-D{row - 5}-D{row - 4}+D{row - 3}", role=Role.SUM,
    )  # fmt: skip
