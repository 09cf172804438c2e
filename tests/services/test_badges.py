"""The codes of a guest: a lost badge is replaced, a ticket's code opens the door too."""

import pytest
from evening import Evening
from notation import at

from reception_app.domain.admission import Verdict
from reception_app.services import badges, erasure, reception
from reception_app.services.guest_changes import GuestErased
from reception_app.storage import guests


def verdict(evening: Evening, code: str) -> Verdict:
    """What the door says to a code."""
    outcome = reception.receive_badge(evening.file, code, desk=evening.desk, now=at("18:10"))
    return outcome.verdict


def test_a_replaced_badge_is_refused_and_the_new_one_opens(evening: Evening) -> None:
    """The old code is known as replaced, not unknown; a ticket's code goes on."""
    guest = evening.guest("佐藤 花子", "ご招待")
    old = guests.find_badge_code(evening.file, guest.id)
    assert old is not None
    badges.add_code(evening.file, guest.id, " TICKET-77 ", now=at("18:01"), operator="")
    new = badges.replace_badge(evening.file, guest.id, now=at("18:02"), operator="")

    assert verdict(evening, old) is Verdict.BADGE_REVOKED
    assert verdict(evening, "TICKET-77") is Verdict.ALREADY_ADMITTED  # a walk-in is inside
    assert guests.find_badge_code(evening.file, guest.id) == new != old
    assert [badge.revoked for badge in guests.list_badges(evening.file, guest.id)] == [
        True,
        False,
        False,
    ]


def test_a_code_means_one_guest_only(evening: Evening) -> None:
    """A taken code names its guest; our own form, and nothing at all, are no foreign codes."""
    guest, other = evening.guest("佐藤 花子"), evening.guest("鈴木 一郎")
    badges.add_code(evening.file, guest.id, "T-1", now=at("18:01"), operator="")
    own = guests.find_badge_code(evening.file, guest.id)
    assert own is not None

    with pytest.raises(badges.CodeTaken) as taken:
        badges.add_code(evening.file, other.id, "T-1", now=at("18:02"), operator="")
    assert taken.value.number == guest.number
    for text in ("", "  ", own):
        with pytest.raises(badges.CodeUnfitting):
            badges.add_code(evening.file, other.id, text, now=at("18:02"), operator="")


def test_a_code_is_refused_once(evening: Evening) -> None:
    """Only a code that opens the door can be refused; the erased get no badge any more."""
    guest = evening.guest("佐藤 花子", "ご招待")
    badges.add_code(evening.file, guest.id, "T-1", now=at("18:01"), operator="")
    badges.revoke_code(evening.file, guest.id, "T-1", now=at("18:02"), operator="")

    assert verdict(evening, "T-1") is Verdict.BADGE_REVOKED
    with pytest.raises(badges.CodeUnknown):
        badges.revoke_code(evening.file, guest.id, "T-1", now=at("18:03"), operator="")
    erasure.erase_guests(evening.file, [guest.id], now=at("22:00"), operator="")
    with pytest.raises(GuestErased):
        badges.replace_badge(evening.file, guest.id, now=at("22:01"), operator="")
