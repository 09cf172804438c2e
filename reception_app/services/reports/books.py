"""Books of single accounts and of all: cash book, bank book, general ledger, trial balance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reception_app.documents.ledger_book import JournalLine
from reception_app.documents.report import Block, Heading, Report, Row, Table
from reception_app.domain import journal
from reception_app.domain.ledger import split_account
from reception_app.services.reports.paper import CENTRE, RIGHT, Paper, row, total
from reception_app.storage.journal import list_account_balances

_CASH = (journal.DESK_CASH, journal.SAFE)
_BANK = (journal.BANK, journal.DEPOSIT_IN_TRANSIT)


def cash_book(paper: Paper) -> Report:
    """The cash book 現金出納帳: every cash box and the safe, line by line with the balance."""
    return paper.report("cash_book", _books(paper, _CASH))


def bank_book(paper: Paper) -> Report:
    """The bank book 預金出納帳, and what is under way to or from the bank."""
    return paper.report("bank_book", _books(paper, _BANK))


def general_ledger(paper: Paper) -> Report:
    """The general ledger 総勘定元帳: every account, line by line with the balance."""
    return paper.report("ledger", _books(paper, ()))


def trial_balance(paper: Paper) -> Report:
    """The trial balance 合計残高試算表: debits, credits and balance of each account."""
    balances = list_account_balances(paper.event)
    rows = [
        row(
            balance.account.partition("-")[0],
            paper.names.of(balance.account),
            paper.amount(max(balance.balance, 0) or None),
            paper.amount(balance.debit),
            paper.amount(balance.credit),
            paper.amount(max(-balance.balance, 0) or None),
        )
        for balance in balances
    ]
    debit = sum(balance.debit for balance in balances)
    credit = sum(balance.credit for balance in balances)
    left = sum(max(balance.balance, 0) for balance in balances)
    right = sum(max(-balance.balance, 0) for balance in balances)
    columns = paper.columns(
        ("code", 8, CENTRE), ("account", 34), ("debit_balance", 15, RIGHT), ("debit", 15, RIGHT),
        ("credit", 15, RIGHT), ("credit_balance", 15, RIGHT),
    )  # fmt: skip
    sums = total(
        "", paper.word("total"), paper.amount(left), paper.amount(debit), paper.amount(credit),
        paper.amount(right),
    )  # fmt: skip
    table = Table(columns, (*rows, sums), empty=paper.word("nothing_posted"))
    return paper.report("trial_balance", [table])


def _books(paper: Paper, codes: tuple[str, ...]) -> Iterator[Block]:
    """The book of each account with one of these codes, of all accounts when none is given."""
    entries: dict[int, list[JournalLine]] = defaultdict(list)
    by_account: dict[str, list[JournalLine]] = defaultdict(list)
    for line in paper.journal:
        entries[line.entry].append(line)
        if not codes or split_account(line.account)[0] in codes:
            by_account[line.account].append(line)
    columns = paper.columns(
        ("at", 20), ("entry", 7, CENTRE), ("what", 28), ("against", 18), ("in", 12, RIGHT),
        ("out", 12, RIGHT), ("balance", 13, RIGHT),
    )  # fmt: skip
    for account in sorted(by_account):
        yield Heading(paper.names.of(account))
        yield Table(columns, tuple(_lines(paper, by_account[account], entries)))
    if not by_account:
        yield Table(columns, (), empty=paper.word("nothing_posted"))


def _lines(
    paper: Paper, lines: Iterable[JournalLine], entries: dict[int, list[JournalLine]]
) -> Iterator[Row]:
    balance = came = went = 0
    for line in lines:
        balance += line.amount
        came, went = came + max(line.amount, 0), went + max(-line.amount, 0)
        yield row(
            paper.moment(line.at),
            str(line.entry),
            what_happened(paper, line),
            _against(paper, line, entries[line.entry]),
            paper.amount(line.amount if line.amount > 0 else None),
            paper.amount(-line.amount if line.amount < 0 else None),
            paper.amount(balance),
        )
    yield total(
        "", "", paper.word("total"), "", paper.amount(came), paper.amount(went),
        paper.amount(balance),
    )  # fmt: skip


def what_happened(paper: Paper, line: JournalLine) -> str:
    """An entry in a few words: the act, whom it is about, its paper and its reason."""
    act = paper.wording.table("entry_kind")[line.kind]
    guest = f"{line.guest} {line.guest_name}" if line.guest is not None else ""
    number = paper.word("voucher_number", number=line.voucher) if line.voucher else ""
    return " ".join(part for part in (act, guest, line.note, number, line.reason) if part)


def _against(paper: Paper, line: JournalLine, entry: Iterable[JournalLine]) -> str:
    """The other accounts of the entry."""
    others = {other.account for other in entry if other.account != line.account}
    if len(others) > 1:
        return paper.word("several")
    return paper.names.of(others.pop()) if others else ""
