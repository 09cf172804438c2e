"""Zengin fixed records of 200 letters: 振込入金通知 (kind 01) and 入出金取引明細 (kind 03).

Field positions are those of the Japanese Bankers Association's record formats; dates are YYMMDD
with the year of the era.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reception_app.documents.bank_statement.dates import wareki_six
from reception_app.domain.statement import (
    RowTrouble,
    Statement,
    StatementAccount,
    StatementRow,
    StatementWarning,
    UnreadableRow,
    Warned,
)

RECORD_LENGTH = 200
_SHOWN = 120
_KINDS = {
    "10": "現金",
    "11": "振込",
    "12": "他店券",
    "13": "交換",
    "14": "振替",
    "18": "その他",
    "19": "訂正",
}


@dataclass
class _Account:
    """What the records of one account said so far."""

    transfers_only: bool
    tail: str
    opening: int | None
    closing: int | None = None
    rows: list[StatementRow] = field(default_factory=list)
    unreadable: list[UnreadableRow] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


def zengin_records(text: str) -> list[str]:
    """The records of a text, with line ends or without; none when it is no Zengin file."""
    lines = [line for line in text.replace("\x1a", "").splitlines() if line.strip()]
    records = [
        line[start : start + RECORD_LENGTH].ljust(RECORD_LENGTH)
        for line in lines
        for start in range(0, len(line), RECORD_LENGTH)
    ]
    first = records[0] if records else ""
    whole = len(lines[0]) >= RECORD_LENGTH // 2 if lines else False
    return records if whole and first[:3] in {"101", "103"} and "," not in first[:40] else []


def read_zengin(
    records: Sequence[str], *, account: StatementAccount, near: date, source: str
) -> Statement:
    """The statement in these records; of several accounts, the first."""
    accounts: list[_Account] = []
    for number, record in enumerate(records, start=1):
        match record[0]:
            case "1":
                accounts.append(_header(record))
            case "2" if accounts:
                _add_row(accounts[-1], number, record, near)
            case "8" if accounts:
                _check_totals(accounts[-1], record)
            case "9":
                pass
            case _:
                trouble = UnreadableRow(number, RowTrouble.RECORD, record[:_SHOWN].strip())
                accounts[-1].unreadable.append(trouble)
    read = accounts[0]
    others = [other for other in accounts[1:] if other.tail != read.tail]
    if others:
        read.warnings.append(Warned(StatementWarning.SEVERAL_ACCOUNTS, len(others) + 1))
    for more in accounts[1:]:
        if more.tail == read.tail:
            read.rows += more.rows
            read.unreadable += more.unreadable
            read.closing = more.closing if more.closing is not None else read.closing
    if not read.rows:
        read.warnings.append(Warned(StatementWarning.NO_ROWS))
    return Statement(
        account=account,
        currency="JPY",
        rows=tuple(sorted(read.rows, key=lambda row: row.date)),
        opening=read.opening,
        closing=read.closing,
        unreadable=tuple(read.unreadable),
        warnings=tuple(read.warnings),
        account_tail=read.tail,
        source=source,
    )


def _header(record: str) -> _Account:
    if record[1:3] == "01":
        return _Account(transfers_only=True, tail=_tail(record[60:67]), opening=None)
    opening = _number(record[115:129])
    if opening is not None and record[113] == "2":
        opening = -opening
    return _Account(transfers_only=False, tail=_tail(record[63:73]), opening=opening)


def _add_row(account: _Account, number: int, record: str, near: date) -> None:
    row = _transfer(record, near) if account.transfers_only else _movement(record, near)
    if row is None:
        trouble = UnreadableRow(number, RowTrouble.RECORD, record[:_SHOWN].strip())
        account.unreadable.append(trouble)
    else:
        account.rows.append(row)


def _transfer(record: str, near: date) -> StatementRow | None:
    """A record of kind 01: a transfer that came in, or one that was taken back."""
    day, amount = wareki_six(record[7:13], near), _number(record[19:29])
    if day is None or amount is None:
        return None
    taken_back = record[127] == "1"
    return StatementRow(
        date=day,
        amount=-amount if taken_back else amount,
        text=record[49:97].strip() or record[39:49].strip(),
        kind="取消" if taken_back else "振込",
        reference=" ".join((record[1:7].strip(), record[128:148].strip())).strip(),
    )


def _movement(record: str, near: date) -> StatementRow | None:
    """A record of kind 03: money in or out."""
    day, amount = wareki_six(record[9:15], near), _number(record[24:36])
    if day is None or amount is None or record[21] not in "12":
        return None
    payer, purpose = record[81:129].strip(), record[159:179].strip()
    return StatementRow(
        date=day,
        amount=amount if record[21] == "1" else -amount,
        text=payer or purpose,
        kind=_KINDS.get(record[22:24], ""),
        reference=" ".join((record[1:9].strip(), record[179:199].strip())).strip(),
    )


def _check_totals(account: _Account, record: str) -> None:
    """Take the closing balance, and compare the totals of the file with its rows."""
    came_in = sum(row.amount for row in account.rows if row.amount > 0)
    gone = -sum(row.amount for row in account.rows if row.amount < 0)
    if account.transfers_only:
        said = (_number(record[7:19]), _number(record[25:37]))
    else:
        said = (_number(record[7:20]), _number(record[26:39]))
        closing = _number(record[40:54])
        account.closing = -closing if closing is not None and record[39] == "2" else closing
    if said[0] is not None and said != (came_in, gone):
        account.warnings.append(Warned(StatementWarning.TOTALS, said[0] - came_in))


def _number(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _tail(text: str) -> str:
    return text.strip()[-4:]
