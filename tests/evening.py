"""An event to work at: a fresh file with a fee plan, and a desk with an operator."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from notation import at, yen

from reception_app.domain.drawer import Count
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender
from reception_app.domain.money import Money
from reception_app.services import drawers, event_setup, fees, payments, reception
from reception_app.services.reception import Outcome, WalkIn
from reception_app.storage import guests, settings
from reception_app.storage.drawers import expected_cash, find_open_shift
from reception_app.storage.event_file import EventFile

PRICES = {"会員": 8000, "学生": 3000, "ご招待": 0}
"""The fee plan of the test event, in yen."""


@dataclass
class Evening:
    """An event in a fresh file with a fee plan, and desk A where Suzuki works."""

    file: EventFile
    desk: Desk

    def guest(self, name: str, category: str = "会員", *, now: datetime | None = None) -> Guest:
        """A guest who just came without being on the list; a fee is due, nobody paid."""
        walk_in = WalkIn(name, reading="テスト", company="株式会社テスト", category=category)
        outcome = reception.register_walk_in(
            self.file, walk_in, desk=self.desk, now=now or at("18:00")
        )
        assert outcome.guest is not None
        return outcome.guest

    def open_box(self, amount: int = 20000) -> None:
        """Open the desk's cash box with this float."""
        drawers.open_box(self.file, yen(amount), desk=self.desk, now=at("17:30"))

    def close_box(self, reason: str, *, now: datetime | None = None) -> None:
        """Count what should be in the desk's box, and close it."""
        time = now or at("21:00")
        shift = find_open_shift(self.file, self.desk.letter)
        assert shift is not None
        pieces = Count("JPY", ((1, expected_cash(self.file, shift)),))
        drawers.count_box(self.file, pieces, desk=self.desk, now=time)
        drawers.close_box(self.file, reason, desk=self.desk, now=time)

    def pay(
        self, *payers: Guest, tender: Tender = Tender.CASH, tendered: Money | None = None
    ) -> Outcome:
        """Let these guests pay and in."""
        offer = payments.new_offer(tender, tendered)
        return reception.admit_paying(self.file, payers, offer, desk=self.desk, now=at("18:03"))

    def scan(self, guest: Guest, *, now: datetime | None = None) -> Outcome:
        """Scan the guest's badge."""
        code = guests.find_badge_code(self.file, guest.id)
        assert code is not None
        return reception.receive_badge(self.file, code, desk=self.desk, now=now or at("18:05"))


def new_evening(path: Path) -> Evening:
    """A new event file at `path` with the fee plan and desk A."""
    file = event_setup.create_event(
        path, name="秋の交流会", day=date(2026, 11, 14), now=at("12:00")
    )
    operator = event_setup.operator_named(file, "鈴木", now=at("12:00"))
    plan = settings.find_fee_plan(file)
    for name, price in PRICES.items():
        plan = plan.with_category(plan.new_category(name, price))
    fees.set_fee_plan(file, plan, now=at("12:00"), operator=operator)
    return Evening(file, Desk("A", operator))
