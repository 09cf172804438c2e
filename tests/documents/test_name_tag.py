"""What stands on a name tag, and where."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception_app.documents.drawing import (
    MM,
    Area,
    Box,
    Mark,
    Outline,
    QrCode,
    TextColumn,
    TextLine,
)
from reception_app.documents.name_tag import LaidOutTag, NameTag
from reception_app.documents.shipped_designs import DEFAULT, SHIPPED
from reception_app.documents.tag_layout import TagLayout
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.tag_design import TagField
from reception_app.wording import Wording

CODE = "71234" + "5" * 27
WIDTH, HEIGHT = 91 * MM, 55 * MM
JAPANESE = Wording("ja")

LETTERS = "佐藤花子カタカナーひらがな、（）ABCgjẪỵ -&/株式会社한국Ж𠮷𛂦😀م\u0301"
words = st.text(st.sampled_from(LETTERS), max_size=80)
long_words = st.one_of(words, words.map(lambda text: text * 100))


def laid_out(tag: NameTag) -> LaidOutTag:
    """The tag on a label of the A4 sheet."""
    return TagLayout(SHIPPED[DEFAULT], JAPANESE).front(tag)


def texts(tag: NameTag) -> list[str]:
    """All lines on the tag."""
    marks = laid_out(tag).marks
    return [mark.text for mark in marks if isinstance(mark, TextLine | TextColumn)]


def name_size(name: str) -> float:
    """The size a name is set at."""
    lines = [mark for mark in laid_out(NameTag(1, name, CODE)).marks if isinstance(mark, TextLine)]
    return max(line.size for line in lines)


def shrunk(box: Box, by: float = 0.35) -> Box:
    """The box without a hair's breadth around it: rounding may make neighbours touch."""
    return Box(box.left + by, box.top + by, box.right - by, box.bottom - by)


def solid(marks: tuple[Mark, ...]) -> list[Mark]:
    """Marks that must have their place for themselves: all but grounds and frames of text."""
    return [mark for mark in marks if not isinstance(mark, Area | Outline)]


@example(
    name="AAAAAAAjがẪががが",
    reading="",
    company="gjgjgj Ẫ" * 9,
    title="",
    talks_about="ggjẪ Ẫ" * 7,
    category="Ẫg",
    table="",
    position="",
    event_name="",
)
@given(
    name=long_words,
    reading=words,
    company=long_words,
    title=words,
    talks_about=long_words,
    category=words,
    table=words,
    position=words,
    event_name=words,
)
def test_nothing_overlaps_and_nothing_sticks_out(**parts: str) -> None:
    """Whatever is written on a tag, each text keeps its place and the QR its quiet zone."""
    changes: dict[str, Any] = dict(parts)
    plain = NameTag(1, "", CODE, event_date="2026.11.14")
    marks = laid_out(replace(plain, **changes)).marks
    label = Box(0, 0, WIDTH, HEIGHT)

    assert all(shrunk(mark.box).inside(label) for mark in marks)
    for one, other in combinations(solid(marks), 2):
        assert not shrunk(one.box).overlaps(shrunk(other.box)), (one, other)


@pytest.mark.parametrize("name", ["Ễg", "ẪẬỆ", "Ợ Ễ", "g", "Ễ g Ễ", "Ễgggg ggggẪ"])
def test_accents_above_and_tails_below_keep_off_the_code(name: str) -> None:
    """The highest and deepest letters stay between the reading and the QR's quiet zone."""
    marks = laid_out(NameTag(1, name, CODE, reading="エ", company="Ễg" * 20)).marks
    others = [mark.box for mark in marks if isinstance(mark, QrCode | TextLine)]

    for one, other in combinations(others, 2):
        assert not shrunk(one, 0.05).overlaps(shrunk(other, 0.05))


@given(company=words, talks_about=words)
def test_the_category_band_stays_clear(company: str, talks_about: str) -> None:
    """No text runs into the band."""
    tag = NameTag(1, "佐藤 花子", CODE, company=company, talks_about=talks_about, category="会員")
    marks = laid_out(tag).marks
    band = next(mark.box for mark in marks if isinstance(mark, Area))

    assert not any(mark.box.overlaps(band) for mark in marks if isinstance(mark, TextLine))


def test_empty_fields_leave_no_trace() -> None:
    """A tag with a name only shows the name and the number."""
    assert texts(NameTag(7, "林", CODE)) == ["林", "No. 007"]


def test_all_fields_are_there() -> None:
    """Everything given is on the tag, as given."""
    tag = NameTag(
        12,
        "佐藤 花子",
        CODE,
        reading="さとう はなこ",
        company="株式会社サンプル商事",
        title="営業部",
        category="会員",
        event_name="秋の異業種交流会",
        event_date="2026.11.14",
        table="A3",
        talks_about="海外展開",
        position="箱3-14",
    )

    assert set(texts(tag)) == {
        "佐藤 花子", "さとう はなこ", "株式会社サンプル商事", "営業部", "会員",
        "秋の異業種交流会", "2026.11.14", "A3", "海外展開", "No. 012  箱3-14", "話しかけてください",
    }  # fmt: skip
    assert not laid_out(tag).problems


def test_names_are_read_at_two_metres() -> None:
    """Usual names stand 14 mm high, the longest of our list still 5 mm."""
    assert name_size("佐藤 花子") == 44
    assert name_size("長谷川小路 勘解由左衛門") > 5 * MM
    assert name_size("Nguyễn Thị Minh Khai") > 20


def test_the_code_is_15_mm_wide_with_four_modules_of_white() -> None:
    """The symbol has the size a phone reads, its quiet zone lies inside the label."""
    code = next(mark for mark in laid_out(NameTag(1, "林", CODE)).marks if isinstance(mark, QrCode))

    assert code.side == pytest.approx(15 * MM, abs=0.01)
    assert code.box.inside(Box(0, 0, WIDTH, HEIGHT))


def test_white_words_only_on_dark_bands() -> None:
    """The category's word is legible on every colour."""
    for colour, expected in (("#2F56D9", "#FFFFFF"), ("#F5B301", "#171B22")):
        marks = laid_out(NameTag(1, "林", CODE, category="会員", colour=colour)).marks
        word = next(mark for mark in marks if isinstance(mark, TextColumn))
        assert word.colour == expected


@pytest.mark.parametrize(
    ("tag", "kind", "part"),
    [
        (NameTag(5, "", CODE), ProblemKind.EMPTY_NAME, TagField.NAME),
        (NameTag(5, " ", CODE), ProblemKind.EMPTY_NAME, TagField.NAME),
        (NameTag(5, "太郎😀", CODE), ProblemKind.MISSING_GLYPH, TagField.NAME),
        (NameTag(5, "محمد", CODE), ProblemKind.MISSING_GLYPH, TagField.NAME),
        (NameTag(5, "林", CODE, company="あ" * 5000), ProblemKind.CUT, TagField.COMPANY),
        (NameTag(5, "寿限無" * 20, CODE), ProblemKind.TOO_SMALL, TagField.NAME),
        (NameTag(5, "林", CODE, reading="はやし" * 40), ProblemKind.CUT, TagField.READING),
    ],
)
def test_problems_are_reported(tag: NameTag, kind: ProblemKind, part: TagField) -> None:
    """What does not come out as it should is told with the guest's number."""
    problems = laid_out(tag).problems

    assert [(each.kind, each.number, each.part) for each in problems] == [(kind, 5, part)]


def test_every_problem_has_a_sentence() -> None:
    """English and Japanese say each kind of problem."""
    for language in ("en", "ja"):
        for kind in ProblemKind:
            assert "12" in Wording(language).text("tag_problem", kind, number=12, text="髙")


def test_nameless_tags_have_a_line_to_write_on() -> None:
    """Where the name would stand there is a line, not an empty card."""
    marks = laid_out(NameTag(5, "", CODE, company="株式会社")).marks

    assert [mark for mark in marks if isinstance(mark, Outline) and mark.height == 0]
