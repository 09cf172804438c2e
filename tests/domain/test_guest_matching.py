"""Who on a list is whom: sure where it is sure, in doubt where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.guest_matching import NOBODY, Identity, Match, match_guests

HANAKO = Identity("hanako", "佐藤 花子", reading="サトウ ハナコ", email="sato@example.com")
TARO = Identity("taro", "佐藤 太郎", reading="サトウ タロウ", email="sato@example.com")


def listed(name: str = "佐藤 花子", key: str = "2", **known: str) -> Identity:
    """A row of a list."""
    return Identity(key, name, **known)  # type: ignore[arg-type]  # texts only


def match(row: Identity, *guests: Identity) -> Match:
    """The match of one row."""
    return match_guests([row], guests)[row.key]


@pytest.mark.parametrize(
    "row",
    [
        listed("佐藤花子", email="SATO@example.com"),
        listed("さとう はなこ", reading="さとうはなこ", email="sato@example.com"),
        listed("佐藤　花子", reading="ｻﾄｳ ﾊﾅｺ"),
    ],
)
def test_a_guest_is_known_again_in_any_spelling(row: Identity) -> None:
    """By e-mail and name, by e-mail and reading, by name and reading."""
    assert match(row, HANAKO) == Match("hanako")


def test_a_household_with_one_address_stays_several_people() -> None:
    """Each finds their own guest; a third member is new."""
    rows = [
        listed("佐藤 太郎", "2", email="sato@example.com"),
        listed("佐藤 次郎", "3", email="sato@example.com"),
        listed("佐藤 花子", "4", email="sato@example.com"),
    ]
    assert match_guests(rows, [HANAKO, TARO]) == {
        "2": Match("taro"),
        "3": NOBODY,
        "4": Match("hanako"),
    }


def test_a_new_name_under_a_known_address_is_in_doubt() -> None:
    """It may be the same person, newly married, or somebody else of the household."""
    row = listed("高橋 花子", reading="タカハシ ハナコ", email="sato@example.com")
    assert match(row, HANAKO) == Match(candidates=("hanako",))


def test_a_namesake_with_another_address_is_in_doubt() -> None:
    """Either moved to another mail provider, or another person."""
    row = listed(reading="サトウ ハナコ", email="hanako@example.org")
    assert match(row, HANAKO) == Match(candidates=("hanako",))


def test_the_same_kanji_read_otherwise_is_somebody_else() -> None:
    """順子 is Junko or Yoriko."""
    junko = Identity("junko", "山田 順子", reading="ヤマダ ジュンコ")
    assert match(listed("山田 順子", reading="ヤマダ ヨリコ"), junko) == NOBODY


def test_a_ticket_number_alone_is_no_proof() -> None:
    """Two ticket sites both begin at 1."""
    guest = Identity("hanako", "佐藤 花子", ticket="17")
    assert match(listed("鈴木 一郎", ticket="17"), guest) == Match(candidates=("hanako",))
    assert match(listed("佐藤花子", ticket="17"), guest) == Match("hanako")


def test_the_lists_own_number_is_the_guest_unless_the_address_is_anothers() -> None:
    """A user name that becomes a real name; a ticket that was handed on is in doubt."""
    guest = Identity("hana", "hana", email="h@example.com", ticket="17", list_ticket="17")
    assert match(listed("佐藤 花", ticket="17", list_ticket="17"), guest) == Match("hana")
    handed_on = listed("鈴木 一郎", email="s@example.com", ticket="17", list_ticket="17")
    assert match(handed_on, guest) == Match(candidates=("hana",))


def test_a_mended_name_is_known_by_ticket_and_address() -> None:
    """A misspelt name put right is a change, not a new guest."""
    guest = Identity("hanako", "佐東 花子", email="sato@example.com", ticket="17")
    assert match(listed(email="sato@example.com", ticket="17"), guest) == Match("hanako")


def test_one_more_ticket_is_one_more_guest() -> None:
    """Three tickets bought in one name are three guests; a row answered twice is in doubt."""
    bought = [Identity(f"g{n}", "佐藤 花子", email="s@example.com", ticket=f"T{n}") for n in (1, 2)]
    rows = [listed(key=f"{n}", email="s@example.com", ticket=f"T{n}") for n in (1, 2, 3)]
    answered = [listed(key=f"{n}", email="sato@example.com") for n in (1, 2)]

    assert match_guests(rows, bought) == {"1": Match("g1"), "2": Match("g2"), "3": NOBODY}
    assert match_guests(answered, [HANAKO]) == {
        "1": Match("hanako"),
        "2": Match(candidates=("hanako",)),
    }


def test_names_alone_do_when_nothing_speaks_against_them() -> None:
    """A list of bare names is known again; namesakes of two companies are not mixed up."""
    bare = Identity("hanako", "佐藤 花子")
    at_a = Identity("a", "佐藤 花子", company="A社")
    at_b = Identity("b", "佐藤 花子", company="B社")

    assert match(listed(), bare) == Match("hanako")
    assert match(listed(company="B社"), at_a, at_b) == Match("b")
    assert match(listed(company="C社"), at_a) == Match(candidates=("a",))
    assert match(listed(), at_a, at_b) == Match(candidates=("a", "b"))


def test_a_reading_one_side_lacks_leaves_a_doubt_unless_the_company_agrees() -> None:
    """A hand-made list without readings meets a form with them."""
    at_a = Identity("a", "佐藤 花子", reading="サトウ ハナコ", company="株式会社Ａ")
    assert match(listed(company="株式会社A"), at_a) == Match("a")
    assert match(listed(), at_a) == Match(candidates=("a",))


def test_a_companion_is_known_by_our_number_only() -> None:
    """A name somebody's companion has is a doubt, an address never."""
    companion = Identity("c", "山田 桜", email="", number="705", companion=True)
    assert match(listed("山田 桜", number="705"), companion) == Match("c")
    assert match(listed("山田 桜"), companion) == Match(candidates=("c",))
    assert match(listed("山田 海"), companion) == NOBODY


def test_our_own_number_needs_the_name_with_it() -> None:
    """The number of another event's guest means nothing here."""
    guest = Identity("a", "佐藤 花子", number="12")
    assert match(listed("鈴木 一郎", number="12"), guest) == NOBODY


_people = st.builds(
    Identity,
    key=st.uuids().map(str),
    name=st.sampled_from(["佐藤 花子", "佐藤 太郎", "Sato"]),
    reading=st.sampled_from(["", "サトウ ハナコ", "サトウ"]),
    email=st.sampled_from(["", "a@example.com", "b@example.com"]),
    ticket=st.sampled_from(["", "1", "2"]),
    company=st.sampled_from(["", "A", "B"]),
)


@given(rows=st.lists(_people, max_size=8), guests=st.lists(_people, max_size=8))
def test_nobody_is_matched_twice(rows: list[Identity], guests: list[Identity]) -> None:
    """However alike people are, one guest is at most one row, and candidates are real guests."""
    matches = match_guests(rows, guests)
    sure = [found.guest for found in matches.values() if found.guest]

    assert set(matches) == {one.key for one in rows}
    assert len(sure) == len(set(sure))
    assert {c for found in matches.values() for c in found.candidates} <= {g.key for g in guests}


@given(guests=st.lists(_people, max_size=8))
def test_the_same_list_again_leaves_no_doubt(guests: list[Identity]) -> None:
    """Whoever was on the list is found, namesakes and all, each with all that was known of them."""
    rows = [
        Identity(f"row {n}", g.name, g.reading, g.email, g.ticket, g.company)
        for n, g in enumerate(guests)
    ]
    by_key = {guest.key: guest for guest in guests}
    matches = match_guests(rows, guests)

    for row in rows:
        found = matches[row.key].guest
        assert found is not None
        known = by_key[found]
        assert (known.name, known.email) == (row.name, row.email)
