"""Guests who may be one person are found, linked by a human, and never merged."""

import pytest
from evening import Evening
from notation import at

from reception_app.domain.duplicates import Likeness, Lookalikes
from reception_app.domain.guest import Guest, GuestField
from reception_app.services import duplicates, guest_list
from reception_app.storage import fact_journal, journal
from reception_app.storage.event_file import EventFile


def add(event: EventFile, name: str, **texts: str) -> Guest:
    """A guest of whom this is known."""
    values = {GuestField.NAME: name, GuestField.CATEGORY: "会員"}
    values |= {GuestField(field): text for field, text in texts.items()}
    return guest_list.add_guest(event, values, now=at("12:00"), operator="")


def test_lookalikes_are_found_the_likeliest_first(event: EventFile) -> None:
    """Variant kanji, widths and spaces hide nobody; a shared address alone comes last."""
    wife = add(event, "佐藤 花子", email="sato@example.com")
    husband = add(event, "佐藤 太郎", email="SATO@example.com")
    first = add(event, "髙﨑 𠮷郎", reading="タカサキ ヨシロウ", phone="03-1234-5678")
    second = add(event, "高崎　吉郎", reading="たかさき よしろう", phone="０３ 1234 5678")
    add(event, "鈴木 一郎", phone="1")
    add(event, "鈴木 二郎", phone="1")

    assert duplicates.find_duplicates(event) == (
        Lookalikes((first, second), frozenset({Likeness.NAME, Likeness.READING, Likeness.PHONE})),
        Lookalikes((wife, husband), frozenset({Likeness.EMAIL})),
    )


def test_linked_guests_are_asked_about_no_more_and_stay_apart(event: EventFile) -> None:
    """A link is a note: fees and guests stay as they were; withdrawing asks again."""
    three = [add(event, "佐藤 花子") for _ in range(3)]
    first = duplicates.link_same_person(
        event, [three[0].id, three[1].id], now=at("13:00"), operator="desk"
    )
    asked = duplicates.find_duplicates(event)
    second = duplicates.link_same_person(
        event, [three[1].id, three[2].id], now=at("13:05"), operator="desk"
    )

    assert len(asked) == 1
    assert duplicates.find_duplicates(event) == ()
    assert duplicates.same_person_as(event, three[0].id) == (three[1], three[2])
    assert [journal.due_of(event, one.id) for one in three] == [8000] * 3
    for link in (first, second):
        duplicates.withdraw_link(event, link, now=at("13:10"), operator="desk")
    assert duplicates.same_person_as(event, three[0].id) == ()
    assert len(duplicates.find_duplicates(event)) == 1
    with pytest.raises(duplicates.LinkUnknown):
        duplicates.withdraw_link(event, first, now=at("13:10"), operator="desk")
    assert fact_journal.differing_projections(event.db) == []


def test_nobody_is_linked_to_themselves(evening: Evening) -> None:
    """One guest is one person already."""
    guest = evening.guest("佐藤 花子")
    with pytest.raises(duplicates.TwoGuestsNeeded):
        duplicates.link_same_person(
            evening.file, [guest.id, guest.id], now=at("13:00"), operator=""
        )


def test_who_was_told_apart_is_asked_about_no_more(event: EventFile) -> None:
    """Until it is taken back; a third one who looks alike is asked about again."""
    two = [add(event, "佐藤 花子").id for _ in range(2)]
    duplicates.tell_apart(event, two, now=at("13:00"), operator="")
    assert duplicates.find_duplicates(event) == ()
    add(event, "佐藤 花子")
    assert len(duplicates.find_duplicates(event)) == 1
    duplicates.tell_apart(event, two, now=at("13:01"), operator="", apart=False)
    assert len(duplicates.find_duplicates(event)) == 1
    with pytest.raises(duplicates.TwoGuestsNeeded):
        duplicates.tell_apart(event, two[:1], now=at("13:02"), operator="")
    assert fact_journal.differing_projections(event.db) == []
