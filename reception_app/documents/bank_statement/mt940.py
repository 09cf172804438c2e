"""MT940, the SWIFT statement; our own small, tolerant reader, which spares a dependency."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reception_app.documents.bank_statement.amounts import NotAnAmount, parse_signed
from reception_app.domain.statement import (
    RowTrouble,
    Statement,
    StatementAccount,
    StatementRow,
    StatementWarning,
    UnreadableRow,
    Warned,
)

_TAG = re.compile(r"^:(\d{2}[A-Z]?):", re.MULTILINE)
_BALANCE = re.compile(r"([CD])(\d{6})([A-Z]{3})([\d.,]+)")
_MOVEMENT = re.compile(
    r"(?P<value>\d{6})(?P<booked>\d{4})?(?P<sign>R?[CD])(?P<funds>[A-Z])?(?P<amount>[\d.,]+)"
    r"(?P<kind>[A-Z][A-Z0-9]{3})?(?P<reference>[^\n]*)"
)
_PART = re.compile(r"\?(\d{2})")
_NAME_PARTS = ("32", "33")
_NOTE_PARTS = tuple(str(number) for number in (*range(20, 30), *range(60, 64)))


def looks_like_mt940(text: str) -> bool:
    """Whether the text is a SWIFT statement."""
    tags = {match[1] for match in _TAG.finditer(text[:8000])}
    return {"20", "25"} <= tags and bool(tags & {"60F", "60M"})


@dataclass
class _Pages:
    """What the pages of a statement said so far; `waiting` is a movement without its details."""

    currency: str
    opening: int | None = None
    closing: int | None = None
    tails: dict[str, None] = field(default_factory=dict)
    rows: list[StatementRow] = field(default_factory=list)
    unreadable: list[UnreadableRow] = field(default_factory=list)
    waiting: tuple[int, str] | None = None

    def take(self, number: int, tag: str, said: str) -> None:
        """Take the next field."""
        self._end_movement(said if tag == "86" else "")
        match tag:
            case "25":
                self.tails[said.split("\n", maxsplit=1)[0].strip()[-4:]] = None
            case "60F" | "60M" if self.opening is None:
                self.opening = _balance(said, self.currency)
            case "62F" | "62M":
                self.closing = _balance(said, self.currency)
            case "61":
                self.waiting = number, said
            case _:
                pass

    def _end_movement(self, details: str) -> None:
        if self.waiting is None:
            return
        number, movement = self.waiting
        row = _row(movement, details, self.currency)
        if row is None:
            shown = movement.replace("\n", " ")
            self.unreadable.append(UnreadableRow(number, RowTrouble.RECORD, shown))
        else:
            self.rows.append(row)
        self.waiting = None


def read_mt940(text: str, *, account: StatementAccount, currency: str, source: str) -> Statement:
    """The statement in this text, its pages joined.

    In another currency it is returned without its rows.
    """
    fields = list(_fields(text))
    balances = (_BALANCE.match(said) for tag, said in fields if tag in {"60F", "60M"})
    found = next((balance[3] for balance in balances if balance), currency)
    if found != currency:
        return Statement(account, found, ())
    pages = _Pages(currency)
    for number, (tag, said) in enumerate([*fields, ("", "")], start=1):
        pages.take(number, tag, said)
    warnings = []
    if len(pages.tails) > 1:
        warnings.append(Warned(StatementWarning.SEVERAL_ACCOUNTS, len(pages.tails)))
    if not pages.rows:
        warnings.append(Warned(StatementWarning.NO_ROWS))
    return Statement(
        account=account,
        currency=currency,
        rows=tuple(sorted(pages.rows, key=lambda row: row.date)),
        opening=pages.opening,
        closing=pages.closing,
        unreadable=tuple(pages.unreadable),
        warnings=tuple(warnings),
        account_tail=next(iter(pages.tails), ""),
        source=source,
    )


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Each tag with what follows until the next."""
    plain = text.replace("\r\n", "\n")
    tags = list(_TAG.finditer(plain))
    ends = [tag.start() for tag in tags[1:]] + [len(plain)]
    for tag, end in zip(tags, ends, strict=True):
        said = plain[tag.end() : end].strip()
        yield tag[1], re.sub(r"\n-\}?$", "", said).strip()


def _row(movement: str, info: str, currency: str) -> StatementRow | None:
    match = _MOVEMENT.match(movement)
    if match is None:
        return None
    value = match["value"]
    day = _day(int(value[:2]) + 2000, value[2:])
    if day is not None and match["booked"]:
        # The booking has no year: it is the one next to the value date.
        days = [_day(day.year + step, match["booked"]) for step in (-1, 0, 1)]
        valued = day
        day = min((d for d in days if d), key=lambda d: abs(d - valued), default=day)
    try:
        amount = parse_signed(match["amount"].rstrip(",").replace(",", "."), currency)
    except NotAnAmount:
        return None
    if day is None or amount is None:
        return None
    name, note = _told(info)
    out = match["sign"] in {"D", "RC"}
    return StatementRow(
        date=day,
        amount=-amount if out else amount,
        text=name or note or match["reference"].split("//")[0].strip(),
        kind=match["kind"] or "",
        reference=" ".join(
            piece for piece in (match["reference"].strip(), note if name else "") if piece
        ),
    )


def _told(info: str) -> tuple[str, str]:
    """The name and the note in field 86, structured (`?20 … ?32`) or not."""
    parts = _PART.split(info.replace("\n", ""))
    if len(parts) == 1:
        lines = (line.strip() for line in info.split("\n"))
        return "", " ".join(line for line in lines if line)
    told = dict(zip(parts[1::2], parts[2::2], strict=False))
    name = "".join(told.get(part, "") for part in _NAME_PARTS).strip()
    note = "".join(told.get(part, "") for part in _NOTE_PARTS).strip()
    return name, note


def _balance(said: str, currency: str) -> int | None:
    match = _BALANCE.match(said)
    if match is None:
        return None
    try:
        amount = parse_signed(match[4].rstrip(",").replace(",", "."), currency)
    except NotAnAmount:
        return None
    return -amount if match[1] == "D" and amount is not None else amount


def _day(year: int, month_and_day: str) -> date | None:
    try:
        return date(year, int(month_and_day[:2]), int(month_and_day[2:4]))
    except ValueError:
        return None
