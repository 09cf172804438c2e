"""From the key that books a bank row to the next row painted, everything on the disk."""

import os
import sys
import tempfile
import time
from pathlib import Path

from report import Row, markdown_table
from scan_to_painted import Times, bare_transactions

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TESTS = Path(__file__).parent.parent / "tests"
sys.path.append(str(TESTS))

from evening import new_evening  # noqa: E402 - lies in the tests
from notation import at  # noqa: E402 - lies in the tests
from PySide6.QtTest import QTest  # noqa: E402 - see above
from PySide6.QtWidgets import QApplication  # noqa: E402 - see above
from statement_sets import statement_set  # noqa: E402 - lies in the tests

from reception_app.domain.guest import GuestField, GuestStatus  # noqa: E402 - see above
from reception_app.domain.statement import StatementAccount  # noqa: E402 - see above
from reception_app.services import fees  # noqa: E402 - see above
from reception_app.services.guest_recording import record_guest  # noqa: E402 - see above
from reception_app.services.statement_import import (  # noqa: E402 - see above
    commit_statement,
    preview_statement,
)
from reception_app.storage import settings  # noqa: E402 - see above
from reception_app.storage.event_file import EventFile  # noqa: E402 - see above
from reception_app.ui.money.reconcile.order_keys import ENTER  # noqa: E402 - see above
from reception_app.ui.money.reconcile.transfers_view import TransfersView  # noqa: E402 - see above
from reception_app.ui.theme import Theme, ThemeChoice  # noqa: E402 - see above
from reception_app.ui.workplace import Workplace  # noqa: E402 - see above
from reception_app.wording import Wording  # noqa: E402 - see above

SIZES = ((300, 700), (3000, 10_000))
_KEYS = 60
_PRICES = {8000: "会員", 10_000: "ゲスト", 3000: "学生", 0: "ご招待"}


def measure() -> list[Row]:
    """One row for each size."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, ThemeChoice.LIGHT)
    rows = []
    for bank_rows, guests in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            bare = bare_transactions(Path(folder))
            event = make_event(Path(folder), bank_rows, guests)
            keys = _pressed(app, event)
            event.close()
        rows.append(
            Row(
                job=f"Key to the next bank row, {bank_rows:,} × {guests:,} ({keys})",
                limit_name="3-row transaction, WAL + FULL",
                limit_seconds=bare.percentile(0.5),
                product_seconds=keys.percentile(0.5),
                target="p50 ≤ 50 ms",
            )
        )
    return rows


def make_event(folder: Path, bank_rows: int, guests: int) -> EventFile:
    """An event with so many guests, and so many rows of its bank."""
    one = statement_set(7, guests=guests, paid_share=0.5)
    event = new_evening(folder / "gala.reception").file
    plan = settings.find_fee_plan(event)
    plan = plan.with_category(plan.new_category("ゲスト", 10_000))
    fees.set_fee_plan(event, plan, now=at("12:00"), operator="")
    with event.act(now=at("12:00"), actor="") as act:
        for payer in one.payers:
            fields = {
                GuestField.NAME: payer.name,
                GuestField.READING: payer.reading,
                GuestField.COMPANY: payer.company,
                GuestField.CATEGORY: plan.category(_PRICES[payer.open]).code,
            }
            record_guest(
                act, fields, event_tag="1234", number=payer.number,
                status=GuestStatus.ACCEPTED, source="invented",
            )  # fmt: skip
    fees.charge_accepted(event, now=at("12:00"), operator="")
    lines = ["日付,摘要,出金,入金"]
    lines += [
        f"{true.row.date:%Y/%m/%d},{true.row.text},,{true.row.amount}"
        for true in one.rows[:bank_rows]
    ]
    path = folder / "bank.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    preview = preview_statement(event, path, StatementAccount.BANK)
    commit_statement(event, preview, now=at("12:00"), operator="")
    return event


def _pressed(app: QApplication, event: EventFile) -> Times:
    """Times from a key that books to the painted next row."""
    view = TransfersView(Workplace(event, Wording("ja")))
    view.resize(1056, 640)
    view.refresh()
    view.show()
    while not view.rows.is_settled:
        QTest.qWait(5)
    seconds: list[float] = []
    booked: list[object] = []
    view.recorded.connect(booked.append)
    while len(seconds) < _KEYS:
        before = len(booked)
        started = time.perf_counter()
        view.orders.press(ENTER)
        app.processEvents()
        needed = time.perf_counter() - started
        if len(booked) > before:
            seconds.append(needed)
        elif view.panel.is_asking:  # a misfit is asked for: the second key books it
            view.orders.press(ENTER)
        else:  # nobody fits
            view.table.select_place(view.table.place + 1)
    view.hide()
    view.deleteLater()
    return Times(tuple(seconds))


if __name__ == "__main__":
    print(markdown_table(measure()))
