"""Text that fits its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents import fonts
from reception_app.documents.fitting import (
    SMALLEST_PRINTED,
    Fitted,
    Paragraph,
    fit_lines,
    fit_paragraphs,
    wrap,
)
from reception_app.documents.fonts import Weight

names = st.text(
    st.sampled_from("佐藤花子長谷川カタカナーひらがな、。「」（）ABCxyzễ -&/.株式会社한국Жя𠮷"),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()))


def fitted(text: str, width: float = 200, lines: int = 2) -> Fitted:
    """`text` fitted like a name: bold, 44 points at most, 40 high."""
    return fit_lines(text, weight=Weight.BOLD, width=width, height=40, largest=44, lines=lines)


@given(names, st.floats(40, 300), st.integers(1, 3))
def test_no_line_is_wider_than_its_place(text: str, width: float, lines: int) -> None:
    """Whatever the text, every line stays inside."""
    result = fitted(text, width, lines)

    assert 1 <= len(result.lines) <= lines
    for line in result.lines:
        assert fonts.width(line, result.size, Weight.BOLD, result.style) <= width + 0.01


@given(names, st.floats(60, 300), st.integers(1, 3))
def test_nothing_is_lost_by_breaking(text: str, width: float, lines: int) -> None:
    """The lines together are the text, but for spaces where a line ends."""
    result = fitted(text, width, lines)

    if not result.cut:
        assert "".join("".join(result.lines).split()) == "".join(text.split())


def test_short_names_are_as_large_as_the_place_is_high() -> None:
    """A name that has room takes it."""
    assert (fitted("林").lines, fitted("林").size) == (("林",), 40)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("William Alexander Fitzgerald-Montgomery", ("William Alexander", "Fitzgerald-Montgomery")),
        ("長谷川小路真理子 勘解由左衛門之介", ("長谷川小路真理子", "勘解由左衛門之介")),
        ("株式会社インターナショナル開発機構", ("株式会社インターナショナル", "開発機構")),
    ],
)
def test_lines_end_where_people_would_end_them(text: str, lines: tuple[str, ...]) -> None:
    """At spaces and hyphens, between kinds of writing, not inside 株式会社."""
    assert fitted(text).lines == lines


def test_latin_words_stay_whole() -> None:
    """A long name is set smaller rather than broken inside a word."""
    words = "Konstantinovich Rozhdestvensky"

    assert fitted(words, 120).lines == tuple(words.split())


def test_a_third_line_goes_before_a_broken_word() -> None:
    """A name that is too small in two lines takes three before a word is broken."""
    name = "Александра Константиновна Преображенская"

    lines = fit_lines(
        name, weight=Weight.BOLD, width=208, height=48, largest=44, smallest=14, lines=3
    ).lines

    assert lines == tuple(name.split())


def test_names_written_with_foreign_marks_keep_their_words() -> None:
    """A name in katakana is broken at its marks although characters alone would be larger."""
    name = "アレクサンドラ・フォン・ホーエンツォレルン＝小早川 美千代子"

    lines = fitted(name, 140, lines=3).lines

    assert lines == ("アレクサンドラ・フォン・", "ホーエンツォレルン＝", "小早川 美千代子")


def test_no_word_of_a_paragraph_stands_alone() -> None:
    """Lines of a paragraph are about equally long."""
    company = Paragraph("The Royal Irish Academy of Music & Arts", 10, lines=3)

    (company_lines,) = fit_paragraphs((company,), width=178, height=60)

    assert company_lines.lines == ("The Royal Irish Academy", "of Music & Arts")


def test_japanese_rules_at_line_ends() -> None:
    """No line begins with a comma, a small kana or a long vowel, none ends with a bracket."""
    text = "あ「いう」、えおーかきっくけこ（さし）すせそ。"
    for width in range(30, 140, 3):
        lines = wrap(text, weight=Weight.REGULAR, size=10, width=width, lines=20) or ()
        assert not [line for line in lines if line[0] in "」、ーっ）。"]
        assert not [line for line in lines if line[-1] in "「（"]


def test_post_codes_stay_whole() -> None:
    """A line does not end inside 100-0005."""
    lines = wrap("1-2 Marunouchi, 100-0005", weight=Weight.REGULAR, size=10, width=90, lines=3)

    assert lines == ("1-2 Marunouchi,", "100-0005")


def test_endless_text_is_cut_and_says_so() -> None:
    """5,000 characters end in an ellipsis at the smallest size."""
    result = fitted("あ" * 5000)

    assert result.cut
    assert result.size == SMALLEST_PRINTED
    assert result.lines[-1].endswith("…")


@given(st.lists(names, min_size=1, max_size=3), st.floats(30, 120))
def test_paragraphs_fit_their_block(texts: list[str], height: float) -> None:
    """Paragraphs together are never higher than their block."""
    paragraphs = [Paragraph(text, 11, lines=3) for text in texts]

    result = fit_paragraphs(paragraphs, width=160, height=height)

    needed = sum(
        len(each.lines) * each.size * paragraph.leading
        for each, paragraph in zip(result, paragraphs, strict=True)
    )
    assert needed <= height + 0.01
