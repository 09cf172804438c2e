"""The index answers every search as reading the whole list does, whatever changes meanwhile."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.services import guest_list
from reception_app.services.event_setup import create_event
from reception_app.services.guest_recording import GuestNameMissing, record_guest
from reception_app.storage import guest_index, guests
from reception_app.storage.event_file import EventFile

NOW = datetime.fromisoformat("2026-11-14T17:00:00+09:00")
NAMES = ("高橋", "髙橋", "佐藤", "Sato", "Tan", "林", "伊藤")
READINGS = ("たかはし", "さとう", "", "タン", "はやし", "いとう じゅん")
COMPANIES = ("", "株式会社タカ", "Sato & Co.", "高", "林業")
SEARCHES = ("高", "高橋", "たか", "s", "sa", "sato", "t", "ta", "タカ", "林", "1", "12", "co",
            "高 タカ", "sato s", "はやし 林", "x", "jun", "a s", "株式会社")  # fmt: skip


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventFile]:
    """An event whose guests have names that share pieces."""
    path = tmp_path_factory.mktemp("index") / "a.reception"
    with create_event(path, name="Mixer", day=NOW.date(), now=NOW) as made:
        add(made, 40, random.Random(1))
        yield made


def add(event: EventFile, count: int, chance: random.Random) -> None:
    """Put guests on the list in one act."""
    first = guests.next_number(event)
    with event.act(now=NOW, actor="") as act:
        for number in range(first, first + count):
            record_guest(
                act, values(chance), event_tag="1234", number=number,
                status=GuestStatus.INVITED, source="test",
            )  # fmt: skip


def values(chance: random.Random) -> dict[GuestField, str]:
    """What is known of somebody."""
    return {
        GuestField.NAME: f"{chance.choice(NAMES)} {chance.choice(NAMES)}",
        GuestField.READING: chance.choice(READINGS),
        GuestField.COMPANY: chance.choice(COMPANIES),
        GuestField.INTRODUCER: chance.choice(NAMES),
    }


def change(event: EventFile, chance: random.Random) -> None:
    """Write something about somebody."""
    number = chance.randrange(1, guests.next_number(event))
    guest = guests.find_by_number(event, number)
    assert guest is not None
    guest_list.change_guest(event, guest.id, values(chance), now=NOW, operator="")


def give_up(event: EventFile, chance: random.Random) -> None:
    """Begin to write and take all of it back."""
    with pytest.raises(GuestNameMissing):
        add_two(event, chance)


def add_two(event: EventFile, chance: random.Random) -> None:
    """Put somebody on the list, and somebody without a name."""
    with event.act(now=NOW, actor="") as act:
        for known in (values(chance), {}):
            record_guest(
                act, known, event_tag="1234", number=999, status=GuestStatus.INVITED, source=""
            )


STEPS: tuple[Callable[[EventFile, random.Random], object], ...] = (
    change,
    give_up,
    lambda event, chance: add(event, chance.randint(1, 3), chance),
    lambda event, _chance: event.build_guest_index(),
    lambda event, _chance: event.compact(),
)


def build(event: EventFile) -> None:
    """Build the index to its end."""
    while event.build_guest_index():
        pass


def by_reading_the_list(event: EventFile, text: str) -> list[int]:
    """The answer of somebody who looks at every guest."""
    index, event.guest_index = event.guest_index, None
    found = list(guests.search_keys(event, text))
    event.guest_index = index
    return found


def test_an_index_that_is_ready_is_asked(event: EventFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """No search reads the list any more."""
    build(event)
    monkeypatch.setattr(guest_index.GuestIndex, "find", lambda _, words: [len(words)])

    assert guests.search_keys(event, "高橋 花子") == [2]


@pytest.mark.parametrize("text", SEARCHES)
def test_the_index_finds_what_reading_the_list_finds(event: EventFile, text: str) -> None:
    """The same guests in the same order, for one letter, two and many, and several words."""
    build(event)

    assert list(guests.search_keys(event, text)) == by_reading_the_list(event, text)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), steps=st.lists(st.sampled_from(STEPS), max_size=6))
def test_no_change_makes_an_answer_old(
    event: EventFile,
    seed: int,
    steps: list[Callable[[EventFile, random.Random], object]],
) -> None:
    """Guests added, changed, given up, the file compacted, before and while the index is built."""
    chance = random.Random(seed)
    for step in steps:
        step(event, chance)
    for text in chance.sample(SEARCHES, 5):
        assert list(guests.search_keys(event, text)) == by_reading_the_list(event, text)


def test_derived_tables_made_anew_are_a_new_index(event: EventFile) -> None:
    """A rebuild gives guests other keys; the old index is not asked again."""
    build(event)
    old = event.guest_index
    event.rebuild()
    assert old is not None
    assert not old.is_of(event.db)
    build(event)

    assert list(guests.search_keys(event, "高橋")) == by_reading_the_list(event, "高橋")


def test_a_long_list_taken_in_is_indexed_anew(
    event: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside many changed guests the index would be as slow as reading the list."""
    build(event)
    monkeypatch.setattr(guest_index, "_MOST_CHANGED", 2)
    add(event, 3, random.Random(2))
    assert event.guest_index is not None
    assert not event.guest_index.is_ready
    build(event)

    assert event.guest_index.is_ready
    assert list(guests.search_keys(event, "s")) == by_reading_the_list(event, "s")


def test_pieces_that_many_have_are_looked_up_beforehand(
    event: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first key of a search is as quick as the next ones."""
    monkeypatch.setattr(guest_index, "_MANY", 5)
    event.guest_index = None
    build(event)
    found = by_reading_the_list(event, "s")
    monkeypatch.setattr(guest_index.GuestIndex, "_look_up", lambda *_: ((),) * 4)

    assert list(guests.search_keys(event, "s")) == found


def test_keys_found_are_a_sequence_like_any_other(event: EventFile) -> None:
    """Places, slices, the place of a key, and nothing beyond the end."""
    build(event)
    found, plain = guests.search_keys(event, "s"), by_reading_the_list(event, "s")
    assert len(plain) > 5
    assert (found[0], found[-1], found[2:5], list(found)) == (
        plain[0],
        plain[-1],
        plain[2:5],
        plain,
    )
    assert [found.index(key) for key in plain] == list(range(len(plain)))
    for key in {*by_reading_the_list(event, "1")} - {*plain}:
        with pytest.raises(ValueError, match=str(key)):
            found.index(key)
    with pytest.raises(IndexError):
        found[len(plain)]


def test_an_arrival_leaves_the_index_as_it_is(event: EventFile) -> None:
    """What is searched has not changed, so nothing is beside the index."""
    build(event)
    guest = guests.find_by_number(event, 1)
    assert guest is not None
    status = GuestStatus.DECLINED if guest.status is GuestStatus.WAITING else GuestStatus.WAITING
    guest_list.change_status(event, guest.id, status, now=NOW, operator="")
    found = guests.search_keys(event, "s")

    assert not isinstance(found, list)
    assert list(found) == by_reading_the_list(event, "s")
