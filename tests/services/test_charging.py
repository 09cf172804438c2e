"""Fees: set, previewed, charged once to whoever accepted."""

from dataclasses import replace

import pytest
from evening import Evening
from notation import at, yen

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.progress import Cancelled
from reception_app.services import fees
from reception_app.services.guest_recording import record_guest
from reception_app.storage import guests, settings
from reception_app.storage.journal import balance_of, find_balance


def put_on_list(evening: Evening, n: int, status: GuestStatus = GuestStatus.ACCEPTED) -> None:
    """Put this many members on the list."""
    with evening.file.act(now=at("12:00"), actor=evening.desk.operator) as act:
        for k in range(n):
            record_guest(
                act, {GuestField.NAME: f"客{k}", GuestField.CATEGORY: "会員"},
                event_tag="1234", number=guests.next_number(evening.file), status=status,
                source="list",
            )  # fmt: skip


def charge(evening: Evening) -> int:
    """Charge everybody who accepted."""
    return fees.charge_accepted(evening.file, now=at("12:30"), operator="")


def test_preview_is_what_is_charged(evening: Evening) -> None:
    """The preview's number and sum are what charging does; charging again does nothing."""
    put_on_list(evening, 3)
    put_on_list(evening, 2, GuestStatus.CANCELLED)
    plan = settings.find_fee_plan(evening.file)
    assert fees.preview_charges(evening.file, plan, now=at("12:30")) == (3, yen(24000))

    assert charge(evening) == 3

    assert balance_of(evening.file, "1300") == 24000
    assert charge(evening) == 0
    assert fees.preview_charges(evening.file, plan, now=at("12:30")) == (0, yen(0))


def test_cancel_charges_nobody(evening: Evening) -> None:
    """Cancel in the middle leaves every guest uncharged."""
    put_on_list(evening, 5)

    with pytest.raises(Cancelled):
        fees.charge_accepted(evening.file, now=at("12:30"), operator="", progress=PressedAfter(3))

    assert balance_of(evening.file, "1300") == 0
    assert charge(evening) == 5


class PressedAfter:
    """A progress on which Cancel is pressed after some steps."""

    def __init__(self, steps: int) -> None:
        self._steps = steps

    def advance(self, done: int, total: int) -> None:
        """Stop after the steps."""
        if done >= min(self._steps, total):
            raise Cancelled


def test_new_prices_do_not_touch_what_was_charged(evening: Evening) -> None:
    """Whoever was charged keeps the fee of that time."""
    put_on_list(evening, 1)
    charge(evening)
    plan = settings.find_fee_plan(evening.file)
    dearer = plan.with_category(replace(plan.category("会員"), price=9000))
    fees.set_fee_plan(evening.file, dearer, now=at("13:00"), operator="")
    put_on_list(evening, 1)

    assert charge(evening) == 1

    charged = [find_balance(evening.file, row.guest.id).charged
               for row in guests.list_guests(evening.file)]  # fmt: skip
    assert sorted(charged) == [8000, 9000]
    assert settings.find_fee_plan(evening.file) == dearer


def test_free_category_posts_nothing(evening: Evening) -> None:
    """A fee of nothing is no entry."""
    evening.guest("来賓", "ご招待")

    assert evening.file.db.execute("SELECT COUNT(*) FROM entry").get == 0
