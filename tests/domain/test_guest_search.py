"""How guests are found by what people type, and who comes first."""

import pytest

from reception_app.domain.guest import GuestField
from reception_app.domain.guest_search import SearchText, rank, search_text, search_words

EMPTY = {field.value: "" for field in GuestField}


def kept(number: int = 212, **fields: str) -> str:
    """The search text of a guest of whom only these fields are known."""
    return search_text(number, EMPTY | fields)


MISAKI = kept(
    name="髙﨑 美咲", reading="たかさき みさき", badge_name="Misaki", company="アルファ広告",
    email="misaki.t@example.com", phone="090-1234-5678", introducer="山田 太郎", table_name="A3",
    labels="VIP, 二次会",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("212", 0), ("高崎", 1), ("髙", 1), ("たかさき", 1), ("ﾀｶｻｷ", 1), ("takasaki", 1),
        ("Misa", 1), ("美咲", 2), ("みさき", 2), ("アルファ", 3), ("山田", 3), ("5678", 3),
        ("a3", 3), ("vip", 3), ("二次会", 3), ("例", None), ("", 0), ("高崎　美咲", 3),
        ("美咲 高崎", 3), ("高崎 アルファ", 4), ("高崎 例", None), ("高崎 高崎", 1),
    ],
)  # fmt: skip
def test_a_guest_fits_by_whatever_is_known(typed: str, fits: int | None) -> None:
    """Number before the start of a name, before the middle of one, before everything else."""
    assert rank(MISAKI, search_words(typed)) == fits


def test_the_name_counts_more_than_whom_it_introduced() -> None:
    """佐藤 花子 comes before another 佐藤 whom 花子 introduced."""
    words = search_words("佐藤 花子")
    herself = rank(kept(name="佐藤 花子", reading="さとう はなこ"), words)
    other = rank(kept(name="佐藤 一郎", reading="さとう いちろう", introducer="花子"), words)

    assert herself is not None
    assert other is not None
    assert herself < other


def test_search_texts_are_taken_apart_as_they_were_put_together() -> None:
    """Every line is where the ranking looks for it."""
    text = SearchText.parse(MISAKI)

    assert text.number == "212"
    assert text.names == ("高崎美咲", "タカサキミサキ", "misaki")
    assert (text.letters, text.later_letters) == ("takasakimisaki", "misaki")
    assert text.rest.endswith("09012345678")
