"""The settlement sheet of the ledger workbook: in, out, what is left, and where it lies."""

from collections.abc import Iterable

from reception_app.documents.ledger_book import LedgerBook
from reception_app.documents.ledger_tables import LedgerTables, account_sum, part_name, posted
from reception_app.documents.workbook_cells import Formula, Kind, Role, WriteOnlySheet
from reception_app.documents.workbook_page import Page
from reception_app.documents.workbook_table import Paper, Verdicts
from reception_app.domain.journal import (
    ADVANCES,
    CARD_CLEARING,
    CARRIED_FORWARD,
    DESK_CASH,
    GUEST_RECEIVABLE,
    OWED_TO_ORGANIZERS,
    PAYPAY_CLEARING,
    PREPAID,
    UNIDENTIFIED_RECEIPTS,
    VENDORS,
    EntryKind,
    Tender,
)
from reception_app.domain.ledger import split_account
from reception_app.domain.settlement import MONEY_ACCOUNTS, OF_GUESTS, SettlementLine

_WITH_OPENING = (ADVANCES, PREPAID, OWED_TO_ORGANIZERS, VENDORS, UNIDENTIFIED_RECEIPTS)
"""Accounts without money that can be carried forward from an earlier event."""

_ACCOUNTS = {
    Tender.CASH: DESK_CASH, Tender.PAYPAY: PAYPAY_CLEARING, Tender.CARD: CARD_CLEARING,
}  # fmt: skip
_WIDTHS = (30, 36, 17, 17, 17, 17, 17, 17, 9)


def write_settlement(
    sheet: WriteOnlySheet, book: LedgerBook, tables: LedgerTables, paper: Paper
) -> Verdicts:
    """Fill the settlement sheet; returns where its verdicts are."""
    page = Page(sheet, paper, _WIDTHS)
    page.add((paper.word("sheet_settlement"), Kind.TEXT, Role.TITLE))
    page.add((paper.subtitle, Kind.TEXT, Role.NOTE))
    page.add()
    _write_flow(page, book, tables)
    page.add()
    _write_open(page, book, tables)
    page.add()
    _write_categories(page, book, tables)
    return page.verdicts()


def _write_flow(page: Page, book: LedgerBook, tables: LedgerTables) -> None:
    settlement, word = book.settlement, page.paper.word
    page.figures_head("settlement")
    carried = page.figure(
        word("carried_forward"), "", settlement.carried_forward.minor,
        _carried_live(tables, page.paper),
    )  # fmt: skip
    came = _write_lines(page, book, settlement.money_in, tables, came_in=True)
    total_in = _write_total(page, "total_in", settlement.total_in.minor, came)
    went = _write_lines(page, book, settlement.money_out, tables)
    total_out = _write_total(page, "total_out", settlement.total_out.minor, went)
    carried_on = page.figure(
        word("carried_on"), word("carried_on_remark"), settlement.carried_on.minor,
        f"=D{carried}+D{total_in}-D{total_out}", role=Role.SUM,
    )  # fmt: skip
    page.add()
    page.figures_head("held")
    held = _write_lines(page, book, settlement.held, tables)
    _write_total(page, "total_held", settlement.total_held.minor, held)
    page.figure(
        word("identity"), word("identity_remark"), settlement.total_held.minor, f"=D{carried_on}",
        role=Role.STRONG,
    )  # fmt: skip


def _write_lines(
    page: Page,
    book: LedgerBook,
    lines: Iterable[SettlementLine],
    tables: LedgerTables,
    *,
    came_in: bool = False,
) -> list[int]:
    """Write the lines; returns their rows."""
    rows = []
    for line in lines:
        label, remark = _words_of(line, book, page.paper)
        live = _live(line, book, tables, page.paper, came_in=came_in)
        rows.append(page.figure(label, remark, line.amount.minor, live))
    return rows


def _write_total(page: Page, key: str, static: int, rows: list[int]) -> int:
    live = f"=SUM(D{rows[0]}:D{rows[-1]})" if rows else "=0"
    return page.figure(page.paper.word(key), "", static, live, role=Role.SUM)


def _words_of(line: SettlementLine, book: LedgerBook, paper: Paper) -> tuple[str, str]:
    if line.account is not None:
        code, _ = split_account(line.account)
        name = paper.names("account").get(code, code)
        return (f"{name} {part_name(book, line.account)}".strip(), line.account)
    if line.tender is not None:
        return paper.word("fees_by", tender=paper.names("tender")[line.tender]), ""
    return paper.word("refunds"), ""


def _live(
    line: SettlementLine, book: LedgerBook, tables: LedgerTables, paper: Paper, *, came_in: bool
) -> str:
    if line.account == GUEST_RECEIVABLE:
        return _became_something_else(tables, paper)
    if line.account is not None:
        return _moved(book, tables, paper, line.account, came_in=came_in)
    if line.tender is None:
        return f"=-{_total(tables, paper, EntryKind.REFUND)}"
    # Each tender brought what its account grew by; what is left of the fees is the transfers'.
    if line.tender in _ACCOUNTS:
        brought = _total(tables, paper, EntryKind.PAYMENT, _ACCOUNTS[line.tender])
    else:
        accounts = _ACCOUNTS.values()
        others = "".join(f"-{_total(tables, paper, EntryKind.PAYMENT, code)}" for code in accounts)
        brought = f"-{_total(tables, paper, EntryKind.PAYMENT)}{others}"
    tender = f'"{paper.names("tender")[line.tender]}"'
    return f"={brought}-{_total(tables, paper, EntryKind.GIFT, tender=tender)}"


def _total(
    tables: LedgerTables, paper: Paper, kind: EntryKind, code: str = GUEST_RECEIVABLE, **others: str
) -> str:
    """Debits less credits of an account by acts of this kind, corrections taken off."""
    chosen = {"code": code, "origin": f'"{paper.names("entry_kind")[kind]}"', **others}
    return "(" + posted(tables.journal, chosen).text.removeprefix("=") + ")"


def _moved(
    book: LedgerBook, tables: LedgerTables, paper: Paper, account: str, *, came_in: bool
) -> str:
    """What an account moved since it was opened; money is all that is there."""
    code, part = split_account(account)[0], part_name(book, account)
    if code in MONEY_ACCOUNTS:
        debit, credit = _sides(tables, code, part)
        return f"={debit}-{credit}"
    if code in _WITH_OPENING:
        debit, credit = _of_code(tables, code)
        opened = _total(tables, paper, EntryKind.OPENING, code)
    else:
        (debit, credit), opened = _sides(tables, code, part), "0"
    return f"={credit}-{debit}+{opened}" if came_in else f"={debit}-{credit}-{opened}"


def _sides(tables: LedgerTables, code: str, part: str) -> tuple[str, str]:
    quoted = '"' + part.replace('"', '""') + '"'
    debit, credit = (account_sum(tables.journal, code, quoted, s) for s in ("debit", "credit"))
    return debit, credit


def _of_code(tables: LedgerTables, code: str) -> tuple[str, str]:
    journal = tables.journal
    debit, credit = (
        f"SUMIFS({journal.range(side)},{journal.range('code')},{code})"
        for side in ("debit", "credit")
    )
    return debit, credit


def _carried_live(tables: LedgerTables, paper: Paper) -> str:
    """All that was carried forward but what is no money, such as an advance."""
    debit, credit = _of_code(tables, CARRIED_FORWARD)
    opened = "".join(f"-{_total(tables, paper, EntryKind.OPENING, c)}" for c in _WITH_OPENING)
    return f"={credit}-{debit}{opened}"


def _became_something_else(tables: LedgerTables, paper: Paper) -> str:
    """What guests' accounts say less what guests paid: there is no such thing in right books."""
    sides = [_of_code(tables, code) for code in sorted(OF_GUESTS)]
    of_guests = "".join(f"+{credit}-{debit}" for debit, credit in sides)
    kinds = (EntryKind.PAYMENT, EntryKind.REFUND, EntryKind.GIFT)
    paid = "".join(f"+{_total(tables, paper, kind)}" for kind in kinds)
    return f"={of_guests[1:]}{paid}"


def _write_open(page: Page, book: LedgerBook, tables: LedgerTables) -> None:
    totals, word = book.totals, page.paper.word
    due, waived = tables.fees.range("due"), tables.fees.range("waived")
    page.figures_head("still_open")
    page.figure(
        word("due"), word("guests", n=totals.due_guests), totals.due.minor, f'=SUMIF({due},">0")'
    )
    page.figure(
        word("overpaid"), word("guests", n=totals.overpaid_guests), totals.overpaid.minor,
        f'=-SUMIF({due},"<0")',
    )  # fmt: skip
    page.figure(word("waived"), "", totals.waived.minor, f"=SUM({waived})")


def _write_categories(page: Page, book: LedgerBook, tables: LedgerTables) -> None:
    fees = tables.fees
    page.head(
        ("category", Kind.TEXT), ("guests", Kind.NUMBER), ("charged", Kind.MONEY),
        ("waived", Kind.MONEY), ("paid", Kind.MONEY), ("refunded", Kind.MONEY),
        ("due", Kind.MONEY), ("posted_paid", Kind.MONEY), ("agrees", Kind.VERDICT),
    )  # fmt: skip
    for category in book.totals.by_category:
        row = page.next_row
        live = f"=SUMPRODUCT(EXACT({fees.range('category')},A{row})*{fees.range('paid')})"
        page.add(
            (book.categories.get(category.category, category.category), Kind.TEXT, Role.STRONG),
            (category.guests, Kind.NUMBER, Role.BODY),
            (category.charged.minor, Kind.MONEY, Role.BODY),
            (category.waived.minor, Kind.MONEY, Role.BODY),
            (category.paid.minor, Kind.MONEY, Role.BODY),
            (category.refunded.minor, Kind.MONEY, Role.BODY),
            (category.due.minor, Kind.MONEY, Role.BODY),
            (Formula(live), Kind.MONEY, Role.LIVE),
            page.verdict("I", f"E{row}", f"H{row}"),
        )
