"""The tables of the ledger workbook: columns, rows, and the formulas that check them."""

from collections.abc import Iterator
from dataclasses import dataclass

from reception_app.documents.ledger_book import LedgerBook
from reception_app.documents.workbook_cells import Formula, Kind, Role, Value
from reception_app.documents.workbook_table import Column, Paper, Sum, Table, sum_of
from reception_app.domain.budget import is_income
from reception_app.domain.journal import DESK_CASH, FEES, GUEST_RECEIVABLE, EntryKind
from reception_app.domain.ledger import CHART, AccountClass, payment_status, split_account
from reception_app.domain.settlement import OF_GUESTS

Row = tuple[Value, ...]

_AGREES = Column("agrees", 9, Kind.VERDICT)
_FEES = (
    Column("number", 8, Kind.CENTRED), Column("name", 22, role=Role.STRONG), Column("reading", 20),
    Column("company", 26), Column("category", 12), Column("introducer", 14), Column("status", 12),
    Column("arrived", 20, Kind.MOMENT), Column("payment_status", 12),
    Column("charged", 14, Kind.MONEY), Column("waived", 11, Kind.MONEY),
    Column("paid", 14, Kind.MONEY), Column("refunded", 11, Kind.MONEY),
    Column("due", 13, Kind.MONEY, Role.STRONG), Column("posted_due", 13, Kind.MONEY, Role.LIVE),
    _AGREES,
)  # fmt: skip
_JOURNAL = (
    Column("entry", 10, Kind.CENTRED), Column("at", 20, Kind.MOMENT), Column("kind", 15),
    Column("code", 8, Kind.CENTRED), Column("part", 10), Column("account", 18),
    Column("debit", 14, Kind.MONEY), Column("credit", 14, Kind.MONEY),
    Column("guest", 9, Kind.CENTRED), Column("guest_name", 20), Column("tender", 9),
    Column("box", 7, Kind.CENTRED), Column("receipt", 16, Kind.CENTRED), Column("operator", 12),
    Column("reason", 22), Column("corrects", 10, Kind.CENTRED),
    Column("origin", 15, role=Role.LIVE),
)  # fmt: skip
_ACCOUNTS = (
    Column("code", 9, Kind.CENTRED), Column("part", 16), Column("account", 24, role=Role.STRONG),
    Column("class", 12), Column("debit", 16, Kind.MONEY), Column("credit", 16, Kind.MONEY),
    Column("balance", 16, Kind.MONEY, Role.STRONG),
    Column("posted_debit", 16, Kind.MONEY, Role.LIVE),
    Column("posted_credit", 16, Kind.MONEY, Role.LIVE), _AGREES,
)  # fmt: skip
_BOXES = (
    Column("box", 12, Kind.CENTRED, Role.STRONG), Column("operator", 14),
    Column("opened", 20, Kind.MOMENT), Column("closed", 20, Kind.MOMENT),
    Column("opening", 13, Kind.MONEY), Column("received", 13, Kind.MONEY),
    Column("refunded", 11, Kind.MONEY), Column("dropped", 12, Kind.MONEY),
    Column("expected", 13, Kind.MONEY), Column("counted", 13, Kind.MONEY, Role.STRONG),
    Column("difference", 11, Kind.MONEY, Role.STRONG),
    Column("posted_cash", 14, Kind.MONEY, Role.LIVE), _AGREES, Column("reason", 26),
)  # fmt: skip
_RECEIPTS = (
    Column("receipt", 18, Kind.CENTRED, Role.STRONG), Column("at", 20, Kind.MOMENT),
    Column("payee", 34), Column("amount", 14, Kind.MONEY), Column("tender", 11),
    Column("state", 12), Column("copies", 9, Kind.CENTRED), Column("entry", 10, Kind.CENTRED),
    Column("posted_amount", 14, Kind.MONEY, Role.LIVE), _AGREES,
)  # fmt: skip
_BUDGET = (
    Column("code", 9, Kind.CENTRED), Column("item", 30, role=Role.STRONG),
    Column("budget", 15, Kind.MONEY), Column("actual", 15, Kind.MONEY, Role.STRONG),
    Column("over_budget", 15, Kind.MONEY), Column("posted_actual", 15, Kind.MONEY, Role.LIVE),
    _AGREES, Column("remark", 40),
)  # fmt: skip
_VOUCHERS = (
    Column("voucher", 9, Kind.CENTRED, Role.STRONG), Column("paper_day", 14, Kind.DAY),
    Column("kind", 16), Column("payee", 26, role=Role.STRONG), Column("purpose", 26),
    Column("account", 24), Column("channel", 16), Column("amount", 14, Kind.MONEY, Role.STRONG),
    Column("files", 8, Kind.CENTRED), Column("sha256", 22), Column("state", 22),
    Column("entry", 10, Kind.CENTRED), Column("posted_amount", 14, Kind.MONEY, Role.LIVE), _AGREES,
)  # fmt: skip
_BANK = (
    Column("bank_day", 14, Kind.DAY), Column("bank_text", 40, role=Role.STRONG),
    Column("amount", 16, Kind.MONEY, Role.STRONG), Column("bank_balance", 16, Kind.MONEY),
    Column("matched", 16, Kind.MONEY), Column("left", 14, Kind.MONEY), Column("state", 16),
)  # fmt: skip
_CHECKS = (
    Column("mark", 9, Kind.MARK), Column("check", 70), Column("hint", 80),
)  # fmt: skip

_AT_CLOSING = (EntryKind.OVER_SHORT, EntryKind.FLOAT_BACK)
"""What is posted when a box is closed, and so is not part of what was expected in it."""

_DEBIT_CLASSES = {AccountClass.ASSET, AccountClass.EXPENSE}
"""Accounts whose balance grows by debits; the others' grow by credits, and read so."""

_MARKS = {"ok": "✓", "warning": "!", "red": "✕"}


@dataclass(frozen=True, slots=True)
class LedgerTables:
    """Where every table of the workbook lies."""

    fees: Table
    journal: Table
    accounts: Table
    boxes: Table
    receipts: Table
    budget: Table
    vouchers: Table
    bank: Table
    checks: Table


def lay_out(book: LedgerBook, paper: Paper) -> LedgerTables:
    """The tables for this book, on sheets named in its language."""

    def table(key: str, columns: tuple[Column, ...], rows: int, *, summed: bool = True) -> Table:
        return Table(paper.word(f"sheet_{key}"), columns, rows, summed)

    return LedgerTables(
        fees=table("fees", _FEES, len(book.guests)),
        journal=table("journal", _JOURNAL, len(book.journal)),
        accounts=table("accounts", _ACCOUNTS, len(book.accounts)),
        boxes=table("boxes", _BOXES, len(book.boxes)),
        receipts=table("receipts", _RECEIPTS, len(book.receipts)),
        budget=table("budget", _BUDGET, len(book.budget), summed=False),
        vouchers=table("vouchers", _VOUCHERS, len(book.vouchers)),
        bank=table("bank", _BANK, len(book.bank)),
        checks=table("checks", _CHECKS, len(book.checks), summed=False),
    )


def fees_rows(book: LedgerBook, tables: LedgerTables, paper: Paper) -> Iterator[Row]:
    """One row a guest; what the journal says they owe stands beside what the program says."""
    fees, journal = tables.fees, tables.journal
    statuses, payments = paper.names("guest_status"), paper.names("payment_status")
    for row, guest in enumerate(book.guests):
        owed = posted(journal, {"guest": fees.here("number", row), "code": GUEST_RECEIVABLE})
        balance = guest.balance
        yield (
            guest.number,
            guest.name,
            guest.reading,
            guest.company,
            guest.category,
            guest.introducer,
            statuses[guest.status],
            guest.arrived_at,
            payments[payment_status(balance)],
            balance.charged,
            balance.waived,
            balance.paid,
            balance.refunded,
            balance.due,
            owed,
            paper.verdict(fees.here("due", row), fees.here("posted_due", row)),
        )


def fees_sums(book: LedgerBook, table: Table) -> dict[str, Sum]:
    """The sums of the guests' fees, as the money page shows them."""
    totals = book.totals
    static = {
        "charged": totals.charged, "waived": totals.waived, "paid": totals.paid,
        "refunded": totals.refunded, "due": totals.open, "posted_due": totals.open,
    }  # fmt: skip
    return {key: sum_of(table, key, money.minor) for key, money in static.items()}


def journal_rows(book: LedgerBook, paper: Paper) -> Iterator[Row]:
    """One row a posting, debit and credit apart as accountants read them."""
    accounts, kinds, tenders = (paper.names(t) for t in ("account", "entry_kind", "tender"))
    for line in book.journal:
        code, _ = split_account(line.account)
        yield (
            line.entry,
            line.at,
            kinds[line.kind],
            int(code),
            part_name(book, line.account),
            accounts.get(code, ""),
            line.amount if line.amount > 0 else None,
            -line.amount if line.amount < 0 else None,
            line.guest,
            line.guest_name,
            tenders[line.tender] if line.tender else "",
            _shift_name(line.box, line.shift),
            line.receipt,
            line.operator,
            line.reason,
            line.corrects,
            kinds[line.origin],
        )


def journal_sums(book: LedgerBook, table: Table) -> dict[str, Sum]:
    """Debits and credits of the whole journal, as the accounts have them."""
    return {
        "debit": sum_of(table, "debit", sum(account.debit for account in book.accounts)),
        "credit": sum_of(table, "credit", sum(account.credit for account in book.accounts)),
    }


def accounts_rows(book: LedgerBook, tables: LedgerTables, paper: Paper) -> Iterator[Row]:
    """One row an account, with its debits and credits summed from the journal again."""
    table, journal = tables.accounts, tables.journal
    names, classes = paper.names("account"), paper.names("account_class")
    for row, account in enumerate(book.accounts):
        code, _ = split_account(account.account)
        debit, credit = (
            Formula(
                f"={account_sum(journal, table.here('code', row), table.here('part', row), side)}"
            )
            for side in ("debit", "credit")
        )
        balance, recalculated = (
            f"{table.here(one, row)}-{table.here(other, row)}"
            for one, other in (("debit", "credit"), ("posted_debit", "posted_credit"))
        )
        yield (
            int(code),
            part_name(book, account.account),
            names.get(code, ""),
            classes[CHART[code]] if code in CHART else "",
            account.debit,
            account.credit,
            account.balance if CHART.get(code) in _DEBIT_CLASSES else -account.balance,
            debit,
            credit,
            paper.verdict(balance, recalculated),
        )


def accounts_sums(book: LedgerBook, table: Table) -> dict[str, Sum]:
    """Debits and credits of all accounts; both come to the same."""
    debit = sum(account.debit for account in book.accounts)
    credit = sum(account.credit for account in book.accounts)
    static = {
        "debit": debit, "credit": credit, "posted_debit": debit, "posted_credit": credit,
    }  # fmt: skip
    return {key: sum_of(table, key, amount) for key, amount in static.items()}


def boxes_rows(book: LedgerBook, tables: LedgerTables, paper: Paper) -> Iterator[Row]:
    """One row a shift; the expected cash is left out until the box is counted."""
    table, journal = tables.boxes, tables.journal
    kinds = paper.names("entry_kind")
    for row, shift in enumerate(book.boxes):
        chosen = {"code": DESK_CASH, "box": table.here("box", row)}
        others = [f'"<>{kinds[kind]}"' for kind in _AT_CLOSING]
        cash = posted(journal, chosen, *(("origin", other) for other in others))
        counted = shift.expected is not None
        agrees = paper.verdict(table.here("expected", row), table.here("posted_cash", row))
        yield (
            _shift_name(shift.box, shift.shift),
            shift.operator,
            shift.opened_at,
            shift.closed_at,
            shift.opening,
            shift.received,
            shift.refunded,
            shift.dropped,
            shift.expected,
            shift.counted,
            shift.difference,
            cash if counted else None,
            agrees if counted else None,
            shift.reason or ("" if counted else paper.word("not_counted")),
        )


def boxes_sums(book: LedgerBook, table: Table) -> dict[str, Sum]:
    """What came into and went out of all cash boxes."""
    shifts = book.boxes
    static = {
        "received": sum(shift.received for shift in shifts),
        "refunded": sum(shift.refunded for shift in shifts),
        "dropped": sum(shift.dropped for shift in shifts),
        "difference": sum(shift.difference or 0 for shift in shifts),
    }
    return {key: sum_of(table, key, amount) for key, amount in static.items()}


def receipts_rows(book: LedgerBook, tables: LedgerTables, paper: Paper) -> Iterator[Row]:
    """One row a receipt, beside what its payment put off the guests' debts in the journal."""
    table, journal = tables.receipts, tables.journal
    tenders = paper.names("tender")
    states = {void: paper.word("void" if void else "valid") for void in (True, False)}
    for row, receipt in enumerate(book.receipts):
        owed = posted(
            journal, {"entry": table.here("entry", row), "code": GUEST_RECEIVABLE}, paid_off=True
        )
        yield (
            receipt.label,
            receipt.at,
            receipt.payee,
            receipt.amount,
            tenders[receipt.tender],
            states[receipt.void],
            receipt.copies or None,
            receipt.entry,
            owed,
            paper.verdict(table.here("amount", row), table.here("posted_amount", row)),
        )


def receipts_sums(book: LedgerBook, table: Table, paper: Paper) -> dict[str, Sum]:
    """The sum of the receipts that are valid."""
    valid = sum(receipt.amount for receipt in book.receipts if not receipt.void)
    live = f'=SUMIFS({table.range("amount")},{table.range("state")},"{paper.word("valid")}")'
    return {"amount": Sum(valid, Formula(live))}


def budget_rows(book: LedgerBook, tables: LedgerTables, paper: Paper) -> Iterator[Row]:
    """One row a line of the budget, beside what the journal says came in or went out."""
    table, names = tables.budget, paper.names("account")
    for row, one in enumerate(book.budget):
        code, _ = split_account(one.account)
        yield (
            int(code),
            one.name or names.get(code, code),
            one.budget.minor if one.budget else None,
            one.actual.minor,
            one.difference.minor if one.budget else None,
            Formula(f"={_posted_actual(book, tables.journal, one.account)}"),
            paper.verdict(table.here("actual", row), table.here("posted_actual", row)),
            one.remark,
        )


def _posted_actual(book: LedgerBook, journal: Table, account: str) -> str:
    """The part of a formula that sums what a line of the budget really came to."""
    code, part = split_account(account)
    if account == FEES:
        return "+".join(f"({_of_code(journal, one, income=True)})" for one in sorted(OF_GUESTS))
    income = is_income(account)
    if part:
        return _of_part(book, journal, account, income=income)
    lines = [one.account for one in book.budget if one.account.startswith(f"{code}-")]
    others = "".join(f"-({_of_part(book, journal, one, income=income)})" for one in lines)
    return f"({_of_code(journal, code, income=income)}){others}"


def _of_code(journal: Table, code: str, *, income: bool) -> str:
    debit, credit = (
        f"SUMIFS({journal.range(side)},{journal.range('code')},{code})"
        for side in ("debit", "credit")
    )
    return f"{credit}-{debit}" if income else f"{debit}-{credit}"


def _of_part(book: LedgerBook, journal: Table, account: str, *, income: bool) -> str:
    part = '"' + part_name(book, account).replace('"', '""') + '"'
    code, _ = split_account(account)
    debit, credit = (account_sum(journal, code, part, side) for side in ("debit", "credit"))
    return f"{credit}-{debit}" if income else f"{debit}-{credit}"


def vouchers_rows(book: LedgerBook, tables: LedgerTables, paper: Paper) -> Iterator[Row]:
    """One row a voucher, beside what its entry posted."""
    table, journal = tables.vouchers, tables.journal
    kinds = paper.names("entry_kind")
    for row, one in enumerate(book.vouchers):
        debit, number = journal.range("debit"), table.here("entry", row)
        yield (
            one.number,
            one.day,
            kinds[one.kind],
            one.payee,
            one.purpose,
            one.account,
            one.channel,
            one.amount,
            one.files or None,
            one.sha256,
            one.state,
            one.entry,
            Formula(f"=SUMIFS({debit},{journal.range('entry')},{number})"),
            paper.verdict(table.here("amount", row), table.here("posted_amount", row)),
        )


def vouchers_sums(book: LedgerBook, table: Table) -> dict[str, Sum]:
    """All vouchers together, those that were taken back too."""
    return {"amount": sum_of(table, "amount", sum(one.amount for one in book.vouchers))}


def bank_rows(book: LedgerBook) -> Iterator[Row]:
    """One row for each of the bank's, with how far it is matched."""
    for one in book.bank:
        yield (one.day, one.text, one.amount, one.balance, one.matched, one.left, one.state)


def bank_sums(book: LedgerBook, table: Table) -> dict[str, Sum]:
    """All rows, what was matched of them, and what is left."""
    return {
        "amount": sum_of(table, "amount", sum(one.amount for one in book.bank)),
        "matched": sum_of(table, "matched", sum(one.matched for one in book.bank)),
        "left": sum_of(table, "left", sum(one.left for one in book.bank)),
    }


def part_name(book: LedgerBook, account: str) -> str:
    """What people call an account's part: a category, an organizer, a line of the budget."""
    code, part = split_account(account)
    if code == FEES:
        return book.categories.get(part, part)
    return book.parts.get(account, part)


def checks_rows(book: LedgerBook) -> Iterator[Row]:
    """One row a check."""
    return ((_MARKS[check.level], check.sentence, check.hint) for check in book.checks)


def account_sum(journal: Table, code: str, part: str, side: str) -> str:
    """The part of a formula that sums one side of an account, all given as formulas name them."""
    # EXACT, because SUMIFS would take a category named 50* for a pattern and 12-1 for a date.
    chosen = f"({journal.range('code')}={code})*EXACT({journal.range('part')},{part})"
    return f"SUMPRODUCT({chosen}*{journal.range(side)})"


def posted(
    journal: Table, chosen: dict[str, str], *others: tuple[str, str], paid_off: bool = False
) -> Formula:
    """Debits less credits of the journal's rows in which columns meet criteria, or the reverse."""
    criteria = "".join(
        f",{journal.range(key)},{criterion}" for key, criterion in (*chosen.items(), *others)
    )
    debit, credit = (f"SUMIFS({journal.range(side)}{criteria})" for side in ("debit", "credit"))
    return Formula(f"={credit}-{debit}" if paid_off else f"={debit}-{credit}")


def _shift_name(box: str, shift: int | None) -> str:
    """A shift as people tell it from the box's others; never read as a number or a date."""
    return f"{box}#{shift}" if shift else box
