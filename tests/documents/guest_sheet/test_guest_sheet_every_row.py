"""No row of a list vanishes: each is a guest's, refused, or listed as nobody's."""

import pytest
from guest_sheet_files import guests_of
from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents.guest_sheet.listed_guest import SkipReason

_ROOMS = {
    "氏名": ("佐藤 花子", "鈴木 一郎", "会田 誠", "氏家 名津子", "Ann Lee", "金 計", "名取 参"),
    "会社": ("", "株式会社甲", "大学", "団体職員", "会社", "Company"),
    "区分": ("", "会員", "一般", "チケット", "VIP", "区分"),
    "役職": ("", "部長", "代表", "役職", "Title"),
    "参加": ("", "参加", "出席", "○", "×", "状態"),
    "支払": ("", "済", "支払済", "入金", "未", "8,000円"),
    "メール": ("", "a@example.com", "メール"),
    "備考": ("", "備考なし", "コメント", "電話", "アレルギー"),
}
"""By heading, words that guests' cells hold, headings' own words among them."""


@st.composite
def _lists(draw: st.DrawFn) -> tuple[str, int, list[int]]:
    """A list, how many rows stand under its headings, and the numbers of the named rows."""
    columns = draw(st.permutations(list(_ROOMS)).map(lambda all_: all_[:5]))
    columns = columns if "氏名" in columns else ["氏名", *columns[1:]]
    more = st.fixed_dictionaries(
        {name: st.sampled_from(words) for name, words in _ROOMS.items() if name != "氏名"}
    )
    names = draw(st.lists(st.sampled_from(("", *_ROOMS["氏名"])), min_size=1, max_size=6))
    rows = [draw(more) | {"氏名": name} for name in names]
    rows = [row for row in rows if any(row[column] for column in columns)]
    lines = [columns, *([row[column] for column in columns] for row in rows)]
    text = "\n".join("\t".join(line) for line in lines)
    return text, len(rows), [n for n, row in enumerate(rows, start=2) if row["氏名"]]


@given(_lists())
def test_every_row_is_taken_or_listed(made: tuple[str, int, list[int]]) -> None:
    """Each row once, and whoever has a name is a guest whatever else the row says."""
    text, count, named = made
    listed = guests_of(text)

    told = [guest.row for guest in listed.guests]
    told += [refused.row for refused in listed.refused]
    told += [skipped.row for skipped in listed.skipped]
    assert sorted(told) == list(range(2, count + 2))
    assert [guest.row for guest in listed.guests] == named


def test_the_first_guest_may_speak_as_headings_do() -> None:
    """会員, 参加 and 済 under 区分, 参加 and 支払 are no second row of headings."""
    listed = guests_of(
        "氏名,会社,区分,参加,支払\n佐藤 花子,株式会社甲,会員,参加,済\n鈴木 一郎,,会員,参加,済\n"
    )

    assert [guest.name for guest in listed.guests] == ["佐藤 花子", "鈴木 一郎"]
    assert listed.skipped == ()


@pytest.mark.parametrize(
    "lower",
    ["Name,Company,Note", "氏名（漢字）,会社名,", "なまえ,会社,備考"],
)
def test_a_second_row_of_headings_names_the_names_too(lower: str) -> None:
    """And is listed or read as headings, never a guest."""
    listed = guests_of(f"お名前,会社名,備考\n{lower}\n前田,A,\n")

    assert [guest.name for guest in listed.guests] == ["前田"]


def test_headings_repeated_on_each_page_are_listed() -> None:
    """With the row, so that a person can see that nobody was lost."""
    listed = guests_of("氏名,参加,会費\n山田,参加,済\n氏名,参加,会費\n鈴木,参加,会費\n")

    assert [guest.row for guest in listed.guests] == [2, 4]
    assert [(row.row, row.reason) for row in listed.skipped] == [(3, SkipReason.HEADING_AGAIN)]
