"""Which column of a CSV holds what where no heading tells: by dates, and numbers that add up."""

from collections.abc import Mapping, Sequence
from itertools import permutations

from reception_app.documents.bank_statement.amounts import NotAnAmount, is_amount, parse_signed
from reception_app.documents.bank_statement.columns import BankColumn, BankColumns
from reception_app.documents.bank_statement.dates import is_date
from reception_app.documents.bank_statement.headings import BankField

_SAMPLED_ROWS = 60
_MOST_NUMBER_COLUMNS = 5


def columns_by_cells(rows: Sequence[Sequence[str]], currency: str) -> BankColumns:
    """The columns of a file without headings: dates, numbers that add up, and the longest text."""
    body = [row for row in rows if any(is_date(cell) for cell in row)][:_SAMPLED_ROWS]
    width = min((len(row) for row in body), default=0)
    dates = [n for n in range(width) if all(is_date(row[n]) for row in body)]
    if not dates:
        return _unknown(rows)
    numbers = [
        n
        for n in range(width)
        if n not in dates
        and any(is_amount(row[n], currency) for row in body)
        and all(is_amount(row[n], currency) or not row[n].strip("- ") for row in body)
    ][:_MOST_NUMBER_COLUMNS]
    texts = [n for n in range(width) if n not in (*dates, *numbers)]
    fields = dict.fromkeys(range(width), BankField.IGNORED)
    fields |= {dates[0]: BankField.DATE, **_roles(body, numbers, currency)}
    if texts:
        longest = max(texts, key=lambda n: len({row[n] for row in body}) * 1000 + len(body[0][n]))
        fields[longest] = BankField.TEXT
    first = next(place for place, row in enumerate(rows) if any(is_date(cell) for cell in row))
    # What stands above may be headings in words we do not know; a person does.
    above = rows[first - 1] if first else ()
    columns = (
        BankColumn(n, above[n].strip() if n < len(above) else "", held)
        for n, held in fields.items()
    )
    return BankColumns(tuple(columns), first)


def _unknown(rows: Sequence[Sequence[str]]) -> BankColumns:
    """The columns of a file of which nothing is understood: a person has to tell."""
    headings = next((row for row in rows if any(cell.strip() for cell in row)), ())
    width = max((len(row) for row in rows), default=0)
    columns = (
        BankColumn(n, headings[n].strip() if n < len(headings) else "", BankField.IGNORED)
        for n in range(width)
    )
    return BankColumns(tuple(columns), 1)


def _roles(
    body: Sequence[Sequence[str]], numbers: Sequence[int], currency: str
) -> dict[int, BankField]:
    """What number columns hold: the way in which most balances follow from the amounts."""
    amount, deposit, withdrawal, balance = (
        BankField.AMOUNT, BankField.DEPOSIT, BankField.WITHDRAWAL, BankField.BALANCE,
    )  # fmt: skip
    ways = ((amount, balance), (withdrawal, deposit, balance), (withdrawal, deposit), (amount,))
    best: dict[int, BankField] = {}
    best_score = -1
    for way in ways:
        for chosen in permutations(numbers, len(way)):
            roles = dict(zip(chosen, way, strict=True))
            score = _balances_that_follow(body, roles, currency)
            if score > best_score:
                best, best_score = roles, score
    return best


def _balances_that_follow(
    body: Sequence[Sequence[str]], roles: Mapping[int, BankField], currency: str
) -> int:
    by_field = {held: index for index, held in roles.items()}
    if BankField.BALANCE not in by_field:
        return 0

    def figure(row: Sequence[str], held: BankField) -> int:
        index = by_field.get(held)
        try:
            return (parse_signed(row[index], currency) if index is not None else None) or 0
        except NotAnAmount:
            return 0

    moved = [
        figure(row, BankField.AMOUNT)
        + figure(row, BankField.DEPOSIT)
        - figure(row, BankField.WITHDRAWAL)
        for row in body
    ]
    held = [figure(row, BankField.BALANCE) for row in body]
    down = sum(held[n] + moved[n + 1] == held[n + 1] for n in range(len(body) - 1))
    up = sum(held[n + 1] + moved[n] == held[n] for n in range(len(body) - 1))
    return max(down, up)
