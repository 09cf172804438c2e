"""OFX statements, the old form without closing tags and the XML one; a small, tolerant reader."""

import html
import re
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

_MOVEMENT = re.compile(
    r"<STMTTRN>(.*?)(?=</STMTTRN>|<STMTTRN>|</BANKTRANLIST>|$)", re.DOTALL | re.IGNORECASE
)
_LEDGER = re.compile(r"<LEDGERBAL>(.*?)(?=</LEDGERBAL>|<AVAILBAL>|$)", re.DOTALL | re.IGNORECASE)


def looks_like_ofx(text: str) -> bool:
    """Whether the text is an OFX file."""
    return "<OFX>" in text[:4000].upper()


def is_of_a_card(text: str) -> bool:
    """Whether it is the statement of a credit card."""
    upper = text.upper()
    return "<CCSTMTRS>" in upper and "<STMTRS>" not in upper


def read_ofx(text: str, *, account: StatementAccount, currency: str, source: str) -> Statement:
    """The statement in this text; its opening balance is derived.

    In another currency it is returned without its rows.
    """
    found = _value(text, "CURDEF").upper() or currency
    if found != currency:
        return Statement(account, found, ())
    rows: list[StatementRow] = []
    unreadable = []
    for number, match in enumerate(_MOVEMENT.finditer(text), start=1):
        row = _row(match[1], found)
        if row is None:
            shown = " ".join(match[1].split())[:120]
            unreadable.append(UnreadableRow(number, RowTrouble.RECORD, shown))
        elif row.amount:
            rows.append(row)
    ledger = _LEDGER.search(text)
    closing = _amount(_value(ledger[1], "BALAMT"), found) if ledger else None
    return Statement(
        account=account,
        currency=found,
        rows=tuple(sorted(rows, key=lambda row: row.date)),
        closing=closing,
        opening=None if closing is None else closing - sum(row.amount for row in rows),
        unreadable=tuple(unreadable),
        warnings=() if rows else (Warned(StatementWarning.NO_ROWS),),
        account_tail=_value(text, "ACCTID")[-4:],
        source=source,
    )


def _row(said: str, currency: str) -> StatementRow | None:
    amount, posted = _amount(_value(said, "TRNAMT"), currency), _value(said, "DTPOSTED")
    try:
        day = date(int(posted[:4]), int(posted[4:6]), int(posted[6:8]))
    except ValueError:
        return None
    if amount is None:
        return None
    name, memo = _value(said, "NAME"), _value(said, "MEMO")
    return StatementRow(
        date=day,
        amount=amount,
        text=name or memo,
        kind=_value(said, "TRNTYPE"),
        reference=" ".join(
            piece for piece in (_value(said, "FITID"), memo if name else "") if piece
        ),
    )


def _value(said: str, tag: str) -> str:
    match = re.search(rf"<{tag}>([^<\r\n]*)", said, re.IGNORECASE)
    return html.unescape(match[1]).strip() if match else ""


def _amount(text: str, currency: str) -> int | None:
    try:
        return parse_signed(text, currency)
    except NotAnAmount:
        return None
