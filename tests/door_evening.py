"""A small event at its desk for tests of the window: guests are added as a test needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from reception_app.domain.badge_code import new_badge_code
from reception_app.domain.event import Desk
from reception_app.domain.facts import BadgeRevoked, EventChanged, StatusChanged
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.money import Money
from reception_app.services import drawers, event_setup
from reception_app.services.fees import record_charge, set_fee_plan
from reception_app.services.guest_recording import record_guest
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

_PRICES = {"会員": 8000, "ゲスト": 10000, "学生": 3000, "登壇者": 0}

NOW = datetime.fromisoformat("2026-11-14T18:03:22+09:00")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass
class DoorEvening:
    """The event, its desk A with 鈴木 at work, and the clock on the wall."""

    event: EventFile
    workplace: Workplace
    clock: Clock
    desk: Desk

    def add(
        self,
        name: str,
        reading: str = "",
        category: str = "会員",
        *,
        status: GuestStatus = GuestStatus.ACCEPTED,
        host: Guest | None = None,
        **fields: str,
    ) -> Guest:
        """Put a guest on the list and charge them when accepted; returns the guest."""
        values: Mapping[GuestField, str] = {
            GuestField.NAME: name,
            GuestField.READING: reading,
            GuestField.CATEGORY: category,
            **{GuestField(key): text for key, text in fields.items()},
        }
        with self.event.act(now=self.clock(), actor=self.desk.operator) as act:
            guest_id = record_guest(
                act,
                values,
                event_tag=settings.find_event(self.event).tag,
                number=guests.next_number(self.event),
                status=status,
                source="test",
                host=host.id if host else None,
            )
            guest = guests.find_guest(self.event, guest_id)
            assert guest is not None
            if status is GuestStatus.ACCEPTED:
                record_charge(act, settings.find_fee_plan(self.event), guest)
        return guest

    def code(self, guest: Guest) -> str:
        """The guest's badge code."""
        code = guests.find_badge_code(self.event, guest.id)
        assert code is not None
        return code

    def foreign_code(self) -> str:
        """The badge code of some other event."""
        tag = settings.find_event(self.event).tag
        return str(new_badge_code(f"{(int(tag) + 1) % 10000:04}"))

    def revoke_badge(self, guest: Guest) -> str:
        """Replace the guest's badge as if it was lost; returns the old code."""
        code = self.code(guest)
        with self.event.act(now=self.clock(), actor=self.desk.operator) as act:
            act.record(BadgeRevoked(badge_code=code, reason="lost"))
        return code

    def set_status(self, guest: Guest, status: GuestStatus) -> None:
        """Change where the invitation stands."""
        with self.event.act(now=self.clock(), actor=self.desk.operator) as act:
            act.record(StatusChanged(guest=guest.id, status=status))

    def change_event(self, **fields: str) -> None:
        """Write settings of the event, by the field names of the event file."""
        with self.event.act(now=self.clock(), actor=self.desk.operator) as act:
            act.record(EventChanged(fields=fields))

    def open_box(self, opening: int = 20000) -> None:
        """Open the cash box of desk A."""
        drawers.open_box(self.event, Money(opening, "JPY"), desk=self.desk, now=self.clock())
        self.workplace.changed.emit()


def door_evening(folder: Path, language: str = "en", *, staffed: bool = True) -> DoorEvening:
    """A new event in `folder` with four categories; the cash box is not open yet."""
    clock = Clock()
    event = event_setup.create_event(
        folder / "evening.reception", name="秋の異業種交流会", day=NOW.date(), now=NOW
    )
    operator = event_setup.operator_named(event, "鈴木", now=NOW)
    plan = settings.find_fee_plan(event)
    for name, price in _PRICES.items():
        plan = plan.with_category(plan.new_category(name, price))
    set_fee_plan(event, plan, now=NOW, operator=operator)
    workplace = Workplace(event, Wording(language), clock=clock)
    desk = Desk("A", operator)
    if staffed:
        workplace.work_at(desk)
    return DoorEvening(event, workplace, clock, desk)
