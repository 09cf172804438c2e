"""Readings in Latin letters: however a volunteer spells a name, it is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.kana import fold_romaji, romaji


@pytest.mark.parametrize(
    ("reading", "spellings"),
    [
        ("サトウ", ["satou", "sato", "satoh", "satoo"]),
        ("しょうじ", ["shoji", "syouzi", "shouji", "syoji"]),
        ("ジュン", ["jun", "zyun"]),
        ("ハットリ", ["hattori"]),
        ("ナンバ", ["namba", "nanba"]),
        ("フジイ", ["fujii", "huzii"]),
        ("オオハラ", ["ohara", "oohara"]),
        ("ツチヤ", ["tsuchiya", "tutiya"]),
        ("チャン", ["chan", "tyan"]),
        ("ヴィクトル", ["bikutoru", "vikutoru"]),
        ("ファン", ["fan"]),
        ("ウィリアム", ["wiriamu"]),
        ("シェイ", ["shei", "syei"]),
    ],
)
def test_every_usual_spelling_is_found(reading: str, spellings: list[str]) -> None:
    """Hepburn and Kunrei, long vowels written or not, all meet the reading."""
    assert {fold_romaji(spelling) for spelling in spellings} == {romaji(reading)}


def test_what_is_no_kana_is_left_out() -> None:
    """Kanji and signs in a reading have no sound we know."""
    assert romaji("佐藤 サトウ!") == "sato"


@given(st.text(alphabet="abcdefghijklmnoprstuwyz", max_size=20))
def test_folding_never_fails(letters: str) -> None:
    """Whatever is typed is folded into letters."""
    assert fold_romaji(letters).isalpha() or not letters
