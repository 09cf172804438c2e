"""The journal for plain-text accounting: beancount, and hledger's journal format.

Both are written so that the programs' own strict checks accept them (`bean-check`, `hledger check
--strict`), and both end with the balances our program has, for them to compare.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from reception_app.documents.ledger_book import JournalLine
from reception_app.documents.safe_file import written_whole
from reception_app.domain.ledger import CHART, AccountClass, split_account
from reception_app.domain.money import EXPONENTS

_ROOTS = {
    AccountClass.ASSET: "Assets", AccountClass.LIABILITY: "Liabilities",
    AccountClass.EQUITY: "Equity", AccountClass.INCOME: "Income",
    AccountClass.EXPENSE: "Expenses",
}  # fmt: skip
_TYPES = {"Assets": "A", "Liabilities": "L", "Equity": "E", "Income": "R", "Expenses": "X"}


@dataclass(frozen=True, slots=True)
class PlainBooks:
    """What is written: the journal in order, and the words for it.

    `names` has each account's whole name, `kinds` the acts' words by kind.
    """

    title: str
    currency: str
    lines: tuple[JournalLine, ...]
    names: Mapping[str, str]
    kinds: Mapping[str, str]


def write_beancount(path: Path, books: PlainBooks) -> None:
    """Write the journal as beancount.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    _write(path, _beancount(books))


def write_hledger(path: Path, books: PlainBooks) -> None:
    """Write the journal in hledger's format.

    Raises:
        FileNotWritable, NoRoomForFile: the file was not written; an older one is as it was.
    """
    _write(path, _hledger(books))


def _write(path: Path, lines: Iterable[str]) -> None:
    with written_whole(path) as stream:
        for line in lines:
            stream.write(f"{line}\n".encode())


def _beancount(books: PlainBooks) -> Iterator[str]:
    codes = _beancount_names(books.lines)
    yield f'option "title" {_quoted(books.title)}'
    yield f'option "operating_currency" "{books.currency}"'
    if not books.lines:
        return
    first, last = _days(books.lines)
    for account, code in codes.items():
        yield ""
        yield f"{first} open {code} {books.currency}"
        yield f"  name: {_quoted(books.names.get(account, account))}"
    for number, entry in _entries(books.lines):
        head = entry[0]
        yield ""
        payee = _quoted(head.note) if head.note else ""
        narration = _quoted(_narration(books, head))
        yield " ".join(filter(None, (head.at.date().isoformat(), "*", payee, narration)))
        yield f"  entry: {number}"
        yield f"  at: {_quoted(head.at.isoformat(timespec='seconds'))}"
        for key, value in _details(head):
            yield f"  {key}: {_quoted(value)}"
        for line in entry:
            moved = f"{_decimal(line.amount, books.currency)} {books.currency}"
            yield f"  {codes[line.account]}  {moved}"
            if line.guest is not None:
                yield f"    guest: {line.guest}"
    yield ""
    for account, amount in _balances(books.lines).items():
        day = last + timedelta(days=1)
        left = f"{_decimal(amount, books.currency)} {books.currency}"
        yield f"{day} balance {codes[account]}  {left}"


def _hledger(books: PlainBooks) -> Iterator[str]:
    names = _hledger_names(books)
    yield f"; {_one_line(books.title)}"
    exponent = EXPONENTS[books.currency]
    yield f"commodity 1,000.{'0' * exponent} {books.currency}"
    yield ""
    for account, name in names.items():
        root = _ROOTS[CHART[split_account(account)[0]]]
        yield f"account {name}  ; type:{_TYPES[root]}"
    if not books.lines:
        return
    left = dict(_balances(books.lines))
    entries = list(_entries(books.lines))
    asserted: dict[str, tuple[int, int]] = {}
    for number, entry in entries:
        for n, line in enumerate(entry):
            asserted[line.account] = (number, n)
    for number, entry in entries:
        head = entry[0]
        yield ""
        words = filter(None, (head.note, _narration(books, head)))
        yield f"{head.at.date()} * ({number}) {_one_line(' | '.join(words))}"
        for key, value in _details(head):
            yield f"    ; {key}: {_one_line(value).replace(',', ' ')}"
        for n, line in enumerate(entry):
            amount = f"{_decimal(line.amount, books.currency)} {books.currency}"
            posting = f"    {names[line.account]}  {amount}"
            # The last posting of an account says what must be on it then.
            if asserted[line.account] == (number, n):
                balance = _decimal(left[line.account], books.currency)
                posting += f" = {balance} {books.currency}"
            yield posting + (f"  ; guest:{line.guest}" if line.guest is not None else "")


def _entries(lines: Iterable[JournalLine]) -> Iterator[tuple[int, list[JournalLine]]]:
    """Entries by day, as the programs want them, in their order within the day."""
    numbered = [(n, list(entry)) for n, entry in groupby(lines, key=_number)]
    yield from sorted(numbered, key=lambda one: (one[1][0].at.date(), one[0]))


def _number(line: JournalLine) -> int:
    return line.entry


def _details(head: JournalLine) -> Iterator[tuple[str, str]]:
    told = {
        "voucher": str(head.voucher or ""), "receipt": head.receipt, "box": head.box,
        "operator": head.operator, "reason": head.reason,
        "corrects": str(head.corrects or ""),
    }  # fmt: skip
    return ((key, value) for key, value in told.items() if value)


def _narration(books: PlainBooks, head: JournalLine) -> str:
    return books.kinds[head.kind]


def _days(lines: Iterable[JournalLine]) -> tuple[date, date]:
    days = [line.at.date() for line in lines]
    return min(days), max(days)


def _balances(lines: Iterable[JournalLine]) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for line in lines:
        sums[line.account] += line.amount
    return dict(sorted(sums.items()))


def _beancount_names(lines: Iterable[JournalLine]) -> dict[str, str]:
    """Accounts as beancount can spell them: parts, which are words of people, are numbered."""
    names: dict[str, str] = {}
    parts: dict[str, int] = defaultdict(int)
    for account in sorted({line.account for line in lines}):
        code, part = split_account(account)
        name = f"{_ROOTS[CHART[code]]}:{code}"
        if part:
            parts[code] += 1
            name += f":{part}" if re.fullmatch("[A-Z0-9]+", part) else f":P{parts[code]}"
        names[account] = name
    # `P1` can be a part of its own as well as a number given to one.
    return _all_different(names)


def _hledger_names(books: PlainBooks) -> dict[str, str]:
    names = {}
    for account in sorted({line.account for line in books.lines}):
        code, _ = split_account(account)
        said = re.sub(r"[:;()\[\]*!=@|\"]|\s+", " ", books.names.get(account, ""))
        name = f"{code} {' '.join(said.split())}".strip()
        names[account] = f"{_ROOTS[CHART[code]].lower()}:{name}"
    return _all_different(names)


def _all_different(names: dict[str, str]) -> dict[str, str]:
    taken: set[str] = set()
    different = {}
    for account, name in names.items():
        free, n = name, 2
        while free in taken:
            free, n = f"{name}-{n}", n + 1
        taken.add(free)
        different[account] = free
    return different


def _decimal(minor: int, currency: str) -> str:
    exponent = EXPONENTS[currency]
    return f"{Decimal(minor).scaleb(-exponent):.{exponent}f}"


def _quoted(text: str) -> str:
    escaped = _one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split()).replace(";", ",")


PLAIN_WRITERS: dict[str, Callable[[Path, PlainBooks], None]] = {
    "beancount": write_beancount, "hledger": write_hledger,
}  # fmt: skip
"""By what the command line calls them."""
