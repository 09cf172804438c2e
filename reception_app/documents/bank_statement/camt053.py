"""CAMT.053, the statement of ISO 20022, in any of its versions."""

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

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

_DOCTYPE = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_NAMESPACE = re.compile(r"^\{[^}]*\}")


class UnsafeXml(ValueError):
    """The XML has a document type: it could harm whoever expands it, and a statement needs none."""


class NotCamt(ValueError):
    """The text is no XML, or no statement."""


def looks_like_xml(text: str) -> bool:
    """Whether the text is XML rather than a web page or something else."""
    start = text.lstrip("\ufeff \r\n\t")[:2000]
    return start.startswith("<") and ("BkToCstmr" in start or "iso:20022" in start)


def read_camt053(text: str, *, account: StatementAccount, currency: str, source: str) -> Statement:
    """The statement in this XML; of several accounts, the first.

    In another currency it is returned without its rows.

    Raises:
        UnsafeXml: it has a DTD.
        NotCamt: it is broken, or something else.
    """
    if _DOCTYPE.search(text):
        raise UnsafeXml
    try:
        # A declared encoding is past: the text is decoded. Entities need a DTD, refused above.
        bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
        root = ET.fromstring(bare)  # noqa: S314 - see above
    except ET.ParseError:
        raise NotCamt from None
    for element in root.iter():
        element.tag = _NAMESPACE.sub("", element.tag)
    statements = [*root.iter("Stmt"), *root.iter("Rpt"), *root.iter("Ntfctn")]
    if not statements:
        raise NotCamt
    first = statements[0]
    number = _account_number(first)
    same = [one for one in statements if _account_number(one) == number]
    found = _currency(first) or currency
    if found != currency:
        return Statement(account, found, ())
    rows: list[StatementRow] = []
    unreadable = []
    for place, entry in enumerate((e for one in same for e in one.findall("Ntry")), start=1):
        if _text(entry, "Sts/Cd", "Sts") not in {"", "BOOK"}:
            continue
        read = _rows(entry, found)
        rows += read
        if not read:
            said = " ".join(entry.itertext()).split()
            unreadable.append(UnreadableRow(place, RowTrouble.RECORD, " ".join(said)[:120]))
    others = {_account_number(one) for one in statements} - {number}
    warnings = [Warned(StatementWarning.SEVERAL_ACCOUNTS, len(others) + 1)] if others else []
    if not rows:
        warnings.append(Warned(StatementWarning.NO_ROWS))
    return Statement(
        account=account,
        currency=found,
        rows=tuple(sorted(rows, key=lambda row: row.date)),
        opening=_balance(same[0], found, "OPBD", "PRCD"),
        closing=_balance(same[-1], found, "CLBD"),
        unreadable=tuple(unreadable),
        warnings=tuple(warnings),
        account_tail=number[-4:],
        source=source,
    )


def _rows(entry: ET.Element, currency: str) -> list[StatementRow]:
    """The rows of one entry: one, or one for each transaction of a batch; none if unreadable."""
    day = _day(entry)
    amount = _amount(entry, currency)
    if day is None or amount is None:
        return []
    out = (_text(entry, "CdtDbtInd") == "DBIT") != (_text(entry, "RvslInd") == "true")
    sign = -1 if out else 1
    details = entry.findall("NtryDtls/TxDtls")
    parts = [_amount(one, currency, inner=True) for one in details]
    if len(details) > 1 and sum(part or 0 for part in parts) == amount and None not in parts:
        return [
            _row(entry, one, day, sign * (part or 0))
            for one, part in zip(details, parts, strict=True)
        ]
    return [_row(entry, details[0] if len(details) == 1 else entry, day, sign * amount)]


def _row(entry: ET.Element, details: ET.Element, day: date, amount: int) -> StatementRow:
    party = "Cdtr" if amount < 0 else "Dbtr"
    name = _text(details, f"RltdPties/{party}/Nm", f"RltdPties/{party}/Pty/Nm")
    message = " ".join(piece.text or "" for piece in details.findall("RmtInf/Ustrd")).strip()
    reference = _text(details, "Refs/EndToEndId", "Refs/TxId", "AcctSvcrRef")
    return StatementRow(
        date=day,
        amount=amount,
        text=name or message or _text(entry, "AddtlNtryInf"),
        kind=_text(entry, "AddtlNtryInf") if name or message else "",
        reference=" ".join(
            piece for piece in (reference, message if name else "") if piece != "NOTPROVIDED"
        ).strip(),
    )


def _day(entry: ET.Element) -> date | None:
    said = _text(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None


def _amount(element: ET.Element, currency: str, *, inner: bool = False) -> int | None:
    paths = ("Amt", "AmtDtls/TxAmt/Amt") if inner else ("Amt",)
    try:
        return parse_signed(_text(element, *paths), currency)
    except NotAnAmount:
        return None


def _balance(statement: ET.Element, currency: str, *codes: str) -> int | None:
    for code in codes:
        for balance in statement.findall("Bal"):
            if _text(balance, "Tp/CdOrPrtry/Cd") == code:
                amount = _amount(balance, currency)
                owed = _text(balance, "CdtDbtInd") == "DBIT"
                return -amount if owed and amount is not None else amount
    return None


def _currency(statement: ET.Element) -> str:
    amounts: Iterator[str] = (
        amount.get("Ccy", "")
        for path in ("Bal/Amt", "Ntry/Amt")
        for amount in statement.findall(path)
    )
    return _text(statement, "Acct/Ccy") or next((found for found in amounts if found), "")


def _account_number(statement: ET.Element) -> str:
    return _text(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id")


def _text(element: ET.Element, *paths: str) -> str:
    """The text at the first of these paths that has one."""
    for path in paths:
        said = (element.findtext(path) or "").strip()
        if said:
            return said
    return ""
