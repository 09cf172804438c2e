"""Names: how they are cleaned, joined, compared and boxed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.guest import (
    Guest,
    GuestStatus,
    clean_text,
    desk_box,
    fold,
    join_name,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("さとう", "サトウ"),
        ("ﾔﾏﾀﾞ", "ヤマダ"),
        ("ＡＢＣ", "abc"),
        ("Nguyễn", "NGUYEN"),
        ("シェイマス", "シエイマス"),
        ("ヴィクトル", "ビクトル"),
        ("サトー", "サト"),
        ("佐藤　花子", "佐藤花子"),
        ("髙﨑 𠮷郎", "高崎吉郎"),
        ("渡邉", "渡辺"),
        ("O’Brien", "obrien"),
    ],
)
def test_what_people_take_for_the_same_is_the_same(one: str, other: str) -> None:
    """Width, case, accents, kana, small kana, long vowels, spaces and variant kanji are folded."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("は", "ぱ"), ("山田", "川田")])
def test_what_sounds_different_stays_different(one: str, other: str) -> None:
    """Voiced kana and other kanji are other names."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cleaned_text_is_one_harmless_line(text: str) -> None:
    """No control, surrogate or direction character is left, and cleaning again changes nothing."""
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"}]
    assert not set(cleaned) & set("\u202e\u200b\u2066\n\t\u3000")
    assert cleaned == cleaned.strip()


def test_the_kanji_of_a_name_stay_as_their_bearer_writes_them() -> None:
    """Compatibility kanji are not folded into their unified forms; accents are composed."""
    assert clean_text("\ufa19田 \ufa1b子") == "\ufa19田 \ufa1b子"
    assert clean_text("Nguye\u0302\u0303n") == "Nguyễn"


@pytest.mark.parametrize("name", ["=SUM(1+1) 太郎", "<b>太字</b> 花子", "髙﨑 𠮷郎", "O'Brien, S."])
def test_odd_names_are_names(name: str) -> None:
    """What looks like a formula or markup is kept letter by letter."""
    assert clean_text(name) == name


@pytest.mark.parametrize(
    ("family", "given_name", "name"),
    [
        ("佐藤", "花子", "佐藤 花子"),
        ("Lopez", "William", "William Lopez"),
        ("𠮷", "", "𠮷"),
        ("", "Anna", "Anna"),
    ],
)
def test_a_name_is_joined_in_its_own_order(family: str, given_name: str, name: str) -> None:
    """Japanese names begin with the family, Western ones with the given name."""
    assert join_name(family, given_name) == name


@pytest.mark.parametrize(
    ("reading", "box"),
    [("サトウ", "サ"), ("ぎんじ", "カ"), ("パク", "ハ"), ("", "W"), ("ヲノ", "ア"), ("ン", "ワ")],
)
def test_tags_wait_in_the_box_of_their_kana_row(reading: str, box: str) -> None:
    """The box is the row of the reading, or the first letter of a Latin name."""
    guest = Guest("g", 1, GuestStatus.ACCEPTED, "William Lopez", reading=reading)
    assert desk_box(guest) == box
