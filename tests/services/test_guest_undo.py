"""Undo of one guest's status and fee: all stands as before, and nothing was deleted."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from evening import Evening, new_evening
from hypothesis import given, settings
from hypothesis import strategies as st
from notation import at, yen

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.services import guest_list, waivers
from reception_app.services.accounts_check import check_accounts
from reception_app.services.findings import Level, worst_of
from reception_app.services.guest_changes import GuestInside
from reception_app.services.guest_undo import put_back, standing_of
from reception_app.storage import guests
from reception_app.storage.journal import find_balance

OTHERS = [status for status in GuestStatus if status is not GuestStatus.ACCEPTED]


def added(evening: Evening, **fields: str) -> str:
    """An accepted guest of whom 8,000 are due."""
    values = {GuestField.NAME: "佐藤 花子", GuestField.CATEGORY: "会員"}
    values |= {GuestField(key): text for key, text in fields.items()}
    return guest_list.add_guest(evening.file, values, now=at("12:00"), operator="").id


@given(
    steps=st.lists(
        st.one_of(st.sampled_from(list(GuestStatus)), st.sampled_from([500, "free", "full"])),
        max_size=4,
    ),
    last=st.sampled_from(list(GuestStatus)),
    listed_as_paid=st.booleans(),
)
@settings(max_examples=25)
def test_undo_puts_back_whatever_stood(
    steps: list[GuestStatus | int | str], last: GuestStatus, *, listed_as_paid: bool
) -> None:
    """After any history, another status and its undo leave status, dues and accounts as before."""
    with TemporaryDirectory() as folder:
        evening = new_evening(Path(folder) / "gala.reception")
        paid = {"listed_as_paid": "1"} if listed_as_paid else {}
        guest = added(evening, **paid)
        for step in steps:
            _do(evening, guest, step)
        before, balance = standing_of(evening.file, guest), find_balance(evening.file, guest)
        guest_list.change_status(evening.file, guest, last, now=at("13:00"), operator="")
        put_back(evening.file, [before], now=at("13:01"), operator="")
        known = guests.find_guest(evening.file, guest)

        assert known is not None
        assert known.status is before.status
        assert find_balance(evening.file, guest) == balance
        assert worst_of(check_accounts(evening.file)) is not Level.RED
        evening.file.close()


def test_nobody_inside_is_put_back_to_not_coming(evening: Evening) -> None:
    """Whoever entered meanwhile stays accepted, and nothing is written."""
    guest = added(evening)
    guest_list.change_status(evening.file, guest, GuestStatus.WAITING, now=at("12:01"), operator="")
    before = standing_of(evening.file, guest)
    guest_list.change_status(
        evening.file, guest, GuestStatus.ACCEPTED, now=at("12:02"), operator=""
    )
    known = guests.find_guest(evening.file, guest)
    assert known is not None
    evening.open_box()
    evening.pay(known)

    with pytest.raises(GuestInside):
        put_back(evening.file, [before], now=at("18:30"), operator="")
    assert find_balance(evening.file, guest).charged == 8000


def _do(evening: Evening, guest: str, step: GuestStatus | int | str) -> None:
    if isinstance(step, GuestStatus):
        guest_list.change_status(evening.file, guest, step, now=at("12:01"), operator="")
    elif isinstance(step, int) and waivers.fee_left(evening.file, guest) >= yen(step):
        waivers.grant_discount(evening.file, guest, yen(step), "紹介", now=at("12:01"), operator="")
    elif step == "free" and waivers.fee_left(evening.file, guest):
        waivers.make_complimentary(evening.file, guest, now=at("12:01"), operator="")
    elif step == "full" and find_balance(evening.file, guest).waived:
        waivers.withdraw_waivers(evening.file, guest, "誤り", now=at("12:01"), operator="")
