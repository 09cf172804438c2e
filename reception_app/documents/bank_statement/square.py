"""Square's list of card transactions, with the fee of each and the transfer it was paid out by."""

from collections.abc import Sequence
from datetime import date

from reception_app.documents.bank_statement.amounts import NotAnAmount, parse_signed
from reception_app.documents.bank_statement.dates import date_reader
from reception_app.documents.bank_statement.provider_csv import (
    NamedRows,
    PaymentUnreadable,
    named_rows,
    read_payments,
)
from reception_app.domain.statement import (
    RowTrouble,
    Statement,
    StatementAccount,
    StatementRow,
)

_DATE = ("date", "日付")
_TIME = ("time", "時刻", "時間")
_CARD = ("card", "カード", "カード払い")
_COLLECTED = ("total collected", "合計集金額", "回収合計", "受取合計", "売上合計")
_FEES = ("fees", "手数料", "決済手数料")
_TRANSACTION = ("transaction id", "取引id", "トランザクションid")
_PAYMENT = ("payment id", "支払いid", "決済id")
_BATCH = ("deposit id", "transfer id", "入金id", "振込id")
_BRAND = ("card brand", "カードブランド", "カード会社")


def square_rows(rows: Sequence[Sequence[str]]) -> NamedRows | None:
    """The rows when this is Square's list, None otherwise."""
    return named_rows(rows, _DATE, (*_TRANSACTION, *_PAYMENT), _FEES, (*_CARD, *_COLLECTED))


def read_square(
    named: NamedRows, *, account: StatementAccount, currency: str, near: date, source: str
) -> Statement:
    """The card payments in the list, oldest first; cash and other tenders are left out."""
    read_day = date_reader([named.cell(cells, *_DATE) for _, cells in named.rows], near)

    def payment(cells: Sequence[str]) -> StatementRow | None:
        day = read_day(named.cell(cells, *_DATE))
        try:
            amount = parse_signed(named.cell(cells, *_CARD, *_COLLECTED), currency) or 0
            fee = parse_signed(named.cell(cells, *_FEES), currency) or 0
        except NotAnAmount:
            raise PaymentUnreadable(RowTrouble.AMOUNT) from None
        if not amount:
            return None
        if day is None:
            raise PaymentUnreadable(RowTrouble.DATE)
        return StatementRow(
            date=day,
            amount=amount,
            text=named.cell(cells, *_BRAND),
            kind=named.cell(cells, "event type", "イベントタイプ", "種類"),
            reference=named.cell(cells, *_PAYMENT) or named.cell(cells, *_TRANSACTION),
            # The list has the fee below zero; of a refund the fee comes back.
            fee=-fee if amount > 0 else fee and -abs(fee),
            batch=named.cell(cells, *_BATCH),
            at=named.cell(cells, *_TIME),
        )

    return read_payments(named, payment, account=account, currency=currency, source=source)
