"""The transaction list of PayPay for merchants: payments taken at the door, and refunds."""

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

_NUMBER = ("取引番号", "決済番号")
_STATUS = ("取引ステータス", "ステータス", "取引状況")
_AMOUNT = ("取引金額", "金額", "決済金額")
_WHEN = ("取引日時", "決済日時")
_FEE = ("決済手数料", "手数料", "利用料", "決済システム利用料")
_PAID_OUT_ON = ("入金予定日", "入金日", "振込日")
_REFUNDED = ("返金", "取消", "キャンセル")


def paypay_rows(rows: Sequence[Sequence[str]]) -> NamedRows | None:
    """The rows when this is PayPay's list, None otherwise."""
    return named_rows(rows, _NUMBER, _STATUS, _AMOUNT, _WHEN)


def read_paypay(
    named: NamedRows, *, account: StatementAccount, currency: str, near: date, source: str
) -> Statement:
    """The payments in the list, oldest first; what failed is left out."""
    read_day = date_reader([named.cell(cells, *_WHEN) for _, cells in named.rows], near)

    def payment(cells: Sequence[str]) -> StatementRow | None:
        status, when = named.cell(cells, *_STATUS), named.cell(cells, *_WHEN)
        refunded = any(word in status for word in _REFUNDED)
        if "完了" not in status and not refunded:
            return None
        day = read_day(when)
        if day is None:
            raise PaymentUnreadable(RowTrouble.DATE)
        try:
            amount = parse_signed(named.cell(cells, *_AMOUNT), currency)
            fee = abs(parse_signed(named.cell(cells, *_FEE), currency) or 0)
        except NotAnAmount:
            amount = None
        if amount is None:
            raise PaymentUnreadable(RowTrouble.AMOUNT)
        return StatementRow(
            date=day,
            amount=-abs(amount) if refunded else amount,
            text=named.cell(cells, "支払い方法", "支払方法"),
            kind=status,
            reference=named.cell(cells, *_NUMBER),
            fee=-fee if refunded else fee,
            batch=named.cell(cells, *_PAID_OUT_ON),
            at=when.partition(" ")[2],
        )

    return read_payments(named, payment, account=account, currency=currency, source=source)
