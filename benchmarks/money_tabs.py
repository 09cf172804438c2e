"""Opening each tab of the money page with a journal of 20,000 postings, after its queries."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from report import Row, best_of, markdown_table

from reception_app.domain.facts import EntryPosted
from reception_app.domain.journal import FEES, GUEST_RECEIVABLE, SAFE
from reception_app.services.demo import make_demo
from reception_app.services.totals import event_totals
from reception_app.storage import guests, journal
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.storage.payments import list_other_acts, list_payments
from reception_app.storage.receipts import list_receipts
from reception_app.storage.settings import find_fee_plan
from reception_app.ui.money.due_card import DueCard
from reception_app.ui.money.payments_card import PaymentsCard
from reception_app.ui.money.receipts_card import ReceiptsCard
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.wording import Wording

POSTINGS = 20_000
GUESTS = 700
_NOW = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)


def measure() -> list[Row]:
    """Queries alone as the limit, then queries and painted tables."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    PlainTextGuard(app)
    look = Theme(app, ThemeChoice.LIGHT)
    assert look.choice
    with tempfile.TemporaryDirectory() as folder:
        event, _ = make_demo(Path(folder) / "demo.reception", guest_count=GUESTS, now=_NOW)
        with event:
            _lengthen(event)
            return [_due(app, event), _payments(app, event), _receipts(app, event)]


def _lengthen(event: EventFile) -> None:
    """Post small fees and payments until the journal is long."""
    people = [row.guest.id for row in guests.list_guests(event)]
    have = int(event.db.execute("SELECT COUNT(*) FROM posting").get)
    with event.act(now=_NOW, actor="") as act:
        for n in range((POSTINGS - have) // 4):
            guest = people[n % len(people)]
            for kind, postings in (
                ("charge", [[GUEST_RECEIVABLE, 100, guest], [f"{FEES}-会員", -100, None]]),
                ("payment", [[SAFE, 100, None], [GUEST_RECEIVABLE, -100, guest]]),
            ):
                act.record(
                    EntryPosted(
                        entry=new_id(), entry_kind=kind, currency="JPY", postings=postings,
                        guest=guest, tender="transfer" if kind == "payment" else None,
                    )
                )  # fmt: skip


def _due(app: QApplication, event: EventFile) -> Row:
    card = DueCard(Wording("ja"), lambda _: frozenset())
    card.resize(900, 500)
    card.show()

    def read() -> tuple[guests.GuestRow, ...]:
        event_totals(event)
        journal.list_standing_charges(event)
        return guests.list_guests(event)

    def show() -> None:
        since = {g: c.liable_since for g, c in journal.list_standing_charges(event).items()}
        event_totals(event)
        card.show_guests(guests.list_guests(event), find_fee_plan(event), since=since, now=_NOW)
        app.processEvents()

    return Row(
        "Money page, 20,000 postings: Due and paid",
        "its queries",
        best_of(3, read),
        best_of(3, show),
        "+ ≤ 100 ms",
    )


def _payments(app: QApplication, event: EventFile) -> Row:
    card = PaymentsCard(Wording("ja"), lambda _: frozenset())
    card.resize(1000, 500)
    card.show()

    def read() -> object:
        return (*list_payments(event), *list_other_acts(event))

    def show() -> None:
        card.show_payments((*list_payments(event), *list_other_acts(event)), "JPY")
        app.processEvents()

    return Row(
        "Money page, 20,000 postings: Payments",
        "its queries",
        best_of(3, read),
        best_of(3, show),
        "+ ≤ 100 ms",
    )


def _receipts(app: QApplication, event: EventFile) -> Row:
    card = ReceiptsCard(Wording("ja"))
    card.resize(1000, 500)
    card.show()

    def show() -> None:
        card.show_receipts(list_receipts(event))
        app.processEvents()

    read = best_of(3, lambda: list_receipts(event))
    return Row(
        "Money page, 20,000 postings: Receipts", "its query", read, best_of(3, show), "+ ≤ 100 ms"
    )


if __name__ == "__main__":
    print(markdown_table(measure()))
