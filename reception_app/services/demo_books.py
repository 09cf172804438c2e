"""The demo event's books beside the door: a budget, what was spent, and the bank's statement."""

import random
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from reception_app.documents.report import Column, Report, Row, RowKind, Table
from reception_app.documents.report_page import write_report
from reception_app.domain import journal
from reception_app.domain.budget import BudgetLine
from reception_app.domain.guest import Guest
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Silent
from reception_app.domain.statement import StatementAccount
from reception_app.domain.voucher import Channel, NewVoucher, VoucherKind
from reception_app.services.budget import set_budget
from reception_app.services.evidence import attach_evidence
from reception_app.services.sealing import open_with
from reception_app.services.statement_import import (
    commit_statement,
    open_known_text,
    preview_opened,
)
from reception_app.services.vouchers import book_voucher, organizer_named
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_balance
from reception_app.wording import Wording

_CARRIED = {journal.BANK: 812_331, journal.SAFE: 160_000}
"""What the event before left behind, in yen."""

_VENUE_EACH = 5_500
_BUDGET_EACH = {"4100": 7_000, "5100": _VENUE_EACH, "5200": 70, "5300": 150, "5500": 30}
"""The budget in yen for each guest on the list."""

_SPONSORED = 50_000
_ORGANIZER = "佐藤"
_STATEMENT_FILE = "入出金明細.csv"


@dataclass(frozen=True, slots=True)
class _Spent:
    """Something paid or received before the evening; an expense has a receipt or a reason."""

    account: str
    yen: int
    payee: str
    purpose: str
    channel: Channel = Channel.SAFE
    kind: VoucherKind = VoucherKind.EXPENSE
    no_receipt: str = ""


_SPENT = (
    _Spent(journal.SPONSORS, _SPONSORED, "桜銀行", "協賛金", kind=VoucherKind.INCOME),
    _Spent("5200", 38_500, "桜印刷", "案内状と名札"),
    _Spent("5300", 24_800, "銀座花店", "抽選会の景品", Channel.ORGANIZER),
    _Spent("5500", 4_320, "", "延長コード", no_receipt="レシート紛失"),
)

_HALF_WIDTH = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)
} | {"\u3099": "ﾞ", "\u309a": "ﾟ"}


def keep_demo_books(event: EventFile, *, guest_count: int, now: datetime, operator: str) -> None:
    """Carry money forward, set a budget, book what was spent before the evening, with evidence."""
    currency = settings.find_event(event).currency
    open_with(event, _CARRIED, now=now, operator=operator)
    lines = [BudgetLine(code, each * guest_count) for code, each in _BUDGET_EACH.items()]
    sponsors = BudgetLine(journal.SPONSORS, 2 * _SPONSORED, remark="2社の予定")
    set_budget(event, [*lines, sponsors], now=now, operator=operator)
    organizer = organizer_named(event, _ORGANIZER, now=now, operator=operator)
    venue_bill = _VENUE_EACH * max(guest_count, 1)
    venue = _Spent("5100", venue_bill, "ホテル桜", "会場・飲食", Channel.LATER)
    for hour, spent in enumerate((*_SPENT, venue), start=1):
        _book(
            event, spent, organizer, currency=currency, now=now + timedelta(hours=hour),
            operator=operator,
        )  # fmt: skip


def read_demo_statement(
    event: EventFile, payers: Iterable[Guest], chance: random.Random, *, now: datetime,
    operator: str,
) -> None:  # fmt: skip
    """Read a bank's statement in with these guests' transfers; nothing of it is matched yet."""
    balance = _CARRIED[journal.BANK]
    day = now.date() - timedelta(days=12)
    lines = ["日付,摘要,摘要内容,支払い金額,預かり金額,差引残高"]
    for guest in payers:
        amount = find_balance(event, guest.id).paid
        if not amount:
            continue
        payer = _as_banks_write(guest.reading)
        if chance.random() < 0.05:  # noqa: PLR2004 - some give their family name alone
            payer = payer.split()[0]
        balance += amount
        lines.append(f"{day:%Y/%m/%d},振込,{payer},,{amount},{balance}")
    balance += 1_203
    lines.append(f"{now.date() - timedelta(days=2):%Y/%m/%d},利息,ｹﾂｻﾝﾘｿｸ,,1203,{balance}")
    text = "\n".join(lines) + "\n"
    bank = StatementAccount.BANK
    opened = open_known_text(event, text, bank, source=_STATEMENT_FILE)
    commit_statement(event, preview_opened(event, opened, bank), now=now, operator=operator)


def _book(
    event: EventFile, spent: _Spent, organizer: str, *, currency: str, now: datetime, operator: str
) -> None:
    order = NewVoucher(
        new_id(), spent.kind, now.date(), Money(spent.yen, currency), spent.channel, spent.account,
        organizer=organizer if spent.channel is Channel.ORGANIZER else None,
        payee=spent.payee, purpose=spent.purpose, no_receipt=spent.no_receipt,
    )  # fmt: skip
    voucher = book_voucher(event, order, now=now, operator=operator)
    if spent.kind is VoucherKind.EXPENSE and not spent.no_receipt:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{spent.payee}.pdf"
            _write_invoice(path, spent.payee, spent.purpose, order.amount, now.date())
            attach_evidence(event, voucher.id, path, now=now, operator=operator)


def _write_invoice(path: Path, payee: str, purpose: str, amount: Money, day: date) -> None:
    """An invented invoice, so that there is evidence to open."""
    wording = Wording("ja")
    columns = (Column("品名", 60), Column("金額", 20))
    rows = (
        Row((purpose, format_money(amount))),
        Row(("合計(税込)", format_money(amount)), RowKind.TOTAL),
    )
    report = Report("請求書", f"{payee} · {wording.date(day)}", blocks=(Table(columns, rows),))
    write_report(path, report, wording=wording, progress=Silent())


def _as_banks_write(reading: str) -> str:
    """A reading as banks print payers: half-width katakana, their marks apart."""
    katakana = "".join(
        chr(ord(char) + 0x60) if "\u3041" <= char <= "\u3096" else char for char in reading
    )
    apart = unicodedata.normalize("NFD", katakana)
    return "".join(_HALF_WIDTH.get(char, char) for char in apart)
