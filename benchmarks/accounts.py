"""Books of 20,000 postings: the accounts check, and what each accountant's tab needs to open."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from report import Row, best_of, markdown_table

from reception_app.domain import journal
from reception_app.domain.event import Desk
from reception_app.domain.facts import ReceiptIssued
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.journal import CashTendered, Entry, EntryKind, Tender
from reception_app.domain.money import Money
from reception_app.domain.voucher import Channel, NewVoucher, VoucherKind
from reception_app.services import drawers, event_setup, fees
from reception_app.services.accounts_check import check_accounts
from reception_app.services.guest_recording import record_guest
from reception_app.services.posting import post
from reception_app.services.vouchers import record_voucher
from reception_app.storage import drawers as stored_drawers
from reception_app.storage import fact_journal, settings
from reception_app.storage.event_file import Act, EventFile
from reception_app.storage.fact_journal import new_id

POSTINGS = 20_000
_NOW = datetime(2026, 11, 14, 18, 0, tzinfo=UTC)
_GUESTS = 2_000
_VOUCHERS = 100


def measure() -> list[Row]:
    """The checks against the bare sums, then each tab against the queries it makes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder, _books(Path(folder) / "books.reception") as event:
        count = event.db.execute("SELECT COUNT(*) FROM posting").get
        assert count >= POSTINGS, count
        rows = [
            Row(
                job=f"Accounts check of {count:,} postings",
                limit_name="SHA-256 of every fact",
                limit_seconds=best_of(3, lambda: _hash(event)),
                product_seconds=best_of(3, lambda: check_accounts(event)),
                target="≤ 1 s",
            )
        ]
        return [*rows, *_tabs(event, Path(folder))]


def _hash(event: EventFile) -> None:
    assert fact_journal.broken_link(event.db) is None


def _tabs(event: EventFile, folder: Path) -> list[Row]:
    """What each tab takes beyond its queries, which are made once more alone."""
    from PySide6.QtWidgets import QApplication

    from reception_app.services.account_names import account_names
    from reception_app.services.budget import budget_figures
    from reception_app.services.ledger_collection import collect_journal
    from reception_app.storage import vouchers
    from reception_app.ui.money.budget_tab import BudgetTab
    from reception_app.ui.money.journal_tab import JournalTab
    from reception_app.ui.money.tab import MoneyTab
    from reception_app.ui.money.vouchers.tab import ExpensesTab
    from reception_app.ui.preferences import Preferences
    from reception_app.ui.workplace import Workplace
    from reception_app.wording import Wording

    app = QApplication.instance() or QApplication([])
    workplace, wording = Workplace(event, Wording("ja"), clock=lambda: _NOW), Wording("ja")
    preferences = Preferences(folder / "window.ini")

    def shown(tab: MoneyTab) -> Callable[[], None]:
        tab.resize(1096, 640)
        tab.show()

        def refresh() -> None:
            tab.refresh()
            tab.repaint()
            app.processEvents()

        return refresh

    jobs: tuple[tuple[str, MoneyTab, Callable[[], object]], ...] = (
        (
            "Expenses",
            ExpensesTab(workplace, preferences),
            lambda: (vouchers.list_vouchers(event), account_names(event, wording)),
        ),
        ("Budget", BudgetTab(workplace, preferences), lambda: budget_figures(event)),
        (
            "Journal",
            JournalTab(workplace, preferences),
            lambda: (collect_journal(event, wording), account_names(event, wording)),
        ),
    )
    return [
        Row(
            job=f"{name} tab of {POSTINGS:,} postings, read and painted",
            limit_name="its queries",
            limit_seconds=best_of(3, queries),
            product_seconds=best_of(3, shown(tab)),
            target="≤ 100 ms more",
        )
        for name, tab, queries in jobs
    ]


def _books(path: Path) -> EventFile:
    """An event whose guests were charged and paid in cash until there are so many postings."""
    event = event_setup.create_event(path, name="大規模", day=_NOW.date(), now=_NOW)
    operator = event_setup.operator_named(event, "鈴木", now=_NOW)
    plan = settings.find_fee_plan(event)
    plan = plan.with_category(plan.new_category("会員", 8000))
    fees.set_fee_plan(event, plan, now=_NOW, operator=operator)
    desk = Desk("A", operator)
    drawers.open_box(event, Money(50_000, "JPY"), desk=desk, now=_NOW)
    shift = stored_drawers.find_open_shift(event, "A")
    assert shift is not None
    tag = settings.find_event(event).tag
    rounds = -(-POSTINGS // (_GUESTS * 4))
    with event.act(now=_NOW + timedelta(minutes=1), actor=operator) as act:
        number = 0
        for one in range(_GUESTS):
            guest_id = record_guest(
                act, {GuestField.NAME: f"参加者 {one}", GuestField.CATEGORY: "会員"}, event_tag=tag,
                number=one + 1, status=GuestStatus.ACCEPTED, source="benchmark",
            )  # fmt: skip
            for _ in range(rounds):
                number += 1
                _charge_and_pay(act, guest_id, number, shift=shift.id)
        for n in range(_VOUCHERS):
            order = NewVoucher(
                new_id(), VoucherKind.EXPENSE, _NOW.date(), Money(1000 + n, "JPY"), Channel.SAFE,
                "5200", payee=f"店 {n}",
            )  # fmt: skip
            record_voucher(event, act, order)
    return event


def _charge_and_pay(act: Act, guest: str, number: int, *, shift: str) -> None:
    fee = Money(8000, "JPY")
    post(act, Entry(
        id=new_id(), kind=EntryKind.CHARGE, currency="JPY", guest=guest,
        postings=journal.charge(guest, fee, category="会員"),
    ))  # fmt: skip
    paid = new_id()
    post(act, Entry(
        id=paid, kind=EntryKind.PAYMENT, currency="JPY", guest=guest, tender=Tender.CASH,
        postings=journal.payment(guest, fee, "1000-A"), cash=CashTendered(10_000, 2_000), box="A",
        shift=shift,
    ))  # fmt: skip
    act.record(
        ReceiptIssued(
            receipt=new_id(), prefix="K26", box="A", number=number, entry=paid, guest=guest,
            amount=8000, currency="JPY", tender="cash",
        ),
        subject=guest,
        personal={"payee": "参加者"},
    )  # fmt: skip


if __name__ == "__main__":
    print(markdown_table(measure()))
