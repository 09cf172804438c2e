"""The evening written by hand with its books: what it cost and who paid, known to the yen.

It began with 120,000 in the safe and 300,000 at the bank. A sponsor gave 30,000. The hall cost
55,000 (20,000 of it paid before), name tags 3,300 (an organizer paid), prizes 8,800, supplies 4,400
(not paid yet); an organizer holds an advance of 10,000. Guests paid 61,000 and got 1,000 back; the
cash box was 100 short. So 420,000 + 90,000 - 73,900 = 436,100 are left.
"""

from datetime import date, timedelta
from pathlib import Path

from handwritten_evening import OPENING, write_evening, yen

from reception_app.documents.evidence_file import EvidenceFile
from reception_app.domain.budget import BudgetLine
from reception_app.domain.voucher import Channel, NewVoucher, Voucher, VoucherKind
from reception_app.services.budget import set_budget
from reception_app.services.evidence import record_evidence
from reception_app.services.sealing import open_with
from reception_app.services.vouchers import book_voucher, correct_voucher, organizer_named
from reception_app.storage import settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id

AFTER = OPENING + timedelta(hours=5)
BUDGET = (
    BudgetLine("4100", 70_000), BudgetLine("4300", 30_000, remark="3社"),
    BudgetLine("5100", 60_000, remark="ホテル横浜"), BudgetLine("5200", 5_000),
    BudgetLine("5300", 8_000),
)  # fmt: skip
SETTLEMENT = {
    "前回繰越金": ("", "420,000", ""),
    "会費収入": ("70,000", "60,000", "-10,000"),
    "協賛金": ("30,000", "30,000", "0"),
    "収入合計": ("100,000", "90,000", "-10,000"),
    "会場・飲食": ("60,000", "55,000", "-5,000"),
    "印刷・名札": ("5,000", "3,300", "-1,700"),
    "景品": ("8,000", "8,800", "800"),
    "備品・通信": ("", "4,400", ""),
    "現金不足": ("", "100", ""),
    "仮払金": ("", "10,000", ""),
    "立替未払": ("", "-3,300", ""),
    "未払金": ("", "-4,400", ""),
    "支出合計": ("73,000", "73,900", "900"),
    "次回繰越金": ("", "436,100", ""),
}
"""Budget, actual and difference of every line of the settlement report."""


def write_books(path: Path) -> EventFile:
    """Live through the evening and the week after; returns its event file, still open."""
    event = write_evening(path)
    operator = next(iter(settings.list_operators(event)))
    open_with(event, {"1050": 120_000, "1100": 300_000}, now=AFTER, operator=operator)
    set_budget(event, BUDGET, now=AFTER, operator=operator)
    organizer = organizer_named(event, "高橋 次郎", now=AFTER, operator=operator)

    def book(kind: str, amount: int, channel: str, account: str = "", **more: str) -> Voucher:
        order = NewVoucher(
            new_id(), VoucherKind(kind), date(2026, 11, 10), yen(amount), Channel(channel),
            account, **more,
        )  # fmt: skip
        return book_voucher(event, order, now=AFTER, operator=operator)

    book("income", 30_000, "bank", "4300", payee="株式会社ヒカリ", purpose="協賛金")
    before = book("prepayment", 20_000, "bank", payee="ホテル横浜", purpose="会場の前金")
    book("expense", 20_000, "prepaid", "5100", settles=before.id, payee="ホテル横浜")
    book("expense", 35_000, "bank", "5100", payee="ホテル横浜", purpose="飲食")
    book("expense", 3_300, "organizer", "5200", organizer=organizer, payee="印刷の<b>森</b>")
    prizes = book("expense", 8_800, "safe", "5300", payee="=景品屋")
    book("expense", 4_400, "later", "5500", payee="文具店", no_receipt="請求書待ち")
    book("advance", 10_000, "safe", organizer=organizer)
    slip = book("expense", 999, "safe", "5500", payee="誤り")
    correct_voucher(event, slip.id, "二重に記帳", now=AFTER, operator=operator)
    with event.act(now=AFTER, actor=operator) as act:
        photo = EvidenceFile("レシート.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 a photo")
        record_evidence(event, act, prizes.id, photo)
    return event
