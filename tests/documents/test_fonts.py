"""Every name people have is drawn, or it is said that it cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents import fonts
from reception_app.documents.fonts import BLANK, Lettering, Weight


@pytest.mark.parametrize(
    "name",
    [
        "髙﨑 𠮷郎",
        "渡邉 邊 渡辺 栁 德 曻 﨟",
        "Nguyễn Thị Minh Khai",
        "Đặng Văn Ước",
        "Владимир Константинович",
        "Σωκράτης Παπαδόπουλος",
        "Siobhán O’Brien-Łukasiewicz",
        "김민수 뷁",
        "陈伟 张丽 陳大文",
        "𠀋𡈽𡌛𡑮𡢽𠮟𪚲",
        "ｼﾞｮｰｼﾞ ①㈱♪☆",
        "x̌ Ë̱",
    ],
)
def test_names_have_their_glyphs(name: str) -> None:
    """Japanese, Vietnamese, Cyrillic, Greek, Korean, Chinese and rare kanji are drawn."""
    assert fonts.missing(name) == ()
    assert fonts.printable(name) == name


@pytest.mark.parametrize(
    ("name", "unknown"),
    [
        ("太郎😀花子", ("😀",)),
        ("محمد", ("م", "ح", "د")),
        ("שלום", ("ש", "ל", "ו", "ם")),
        ("สมชาย", ("ส", "ม", "ช", "า", "ย")),
    ],
)
def test_what_no_font_has_is_named(name: str, unknown: tuple[str, ...]) -> None:
    """Emoji and scripts we cannot set are reported and leave a blank, never a box."""
    assert fonts.missing(name) == unknown
    assert BLANK in fonts.printable(name)


def test_variation_selector_falls_back_to_the_base_glyph() -> None:
    """葛 with a selector for one of its shapes is drawn as 葛 and nothing is missing."""
    assert fonts.printable("葛\U000e0100城") == "葛城"
    assert fonts.missing("葛\U000e0100城") == ()


def test_decomposed_accents_are_composed() -> None:
    """A name typed on a Mac with separate accents is drawn like any other."""
    assert fonts.printable("Nguye\u0302\u0303n か\u3099") == "Nguyễn が"


def test_compatibility_kanji_keep_their_shape() -> None:
    """神 (U+FA19), which NFC would turn into 神, stays as the person writes it."""
    assert fonts.printable("\ufa19か\u3099") == "\ufa19が"


def test_letters_of_one_name_share_a_typeface() -> None:
    """One letter that the Japanese typeface lacks moves all Latin letters of the text."""
    assert len(fonts.runs("Nguyễn Thị", Weight.BOLD)) == 1
    faces = [run.face.file for run in fonts.runs("Nguyễn株式会社ABC", Weight.BOLD)]
    assert faces == ["NotoSans-Bold.ttf", "BIZUDPGothic-Bold.ttf", "NotoSans-Bold.ttf"]


def test_a_line_keeps_the_lettering_of_its_text() -> None:
    """A Latin line of a Japanese company's name is set like the rest of it."""
    style = fonts.lettering("株式会社 Trading")

    assert style is Lettering.JAPANESE
    assert fonts.runs("Trading", Weight.REGULAR, style)[0].face.file == "BIZUDPGothic-Regular.ttf"
    assert fonts.runs("Trading")[0].face.file == "NotoSans-Regular.ttf"


def test_width_is_that_of_the_glyphs() -> None:
    """A kanji is one em wide, and width grows with size."""
    assert fonts.width("佐", 10) == pytest.approx(10)
    assert fonts.width("佐藤", 20) == pytest.approx(4 * fonts.width("佐", 10))
    assert fonts.width("", 10) == 0


def test_ink_reaches_above_for_accents() -> None:
    """The extent knows that Ễ is higher than E and that g hangs below."""
    assert fonts.ink("Ễ")[1] > fonts.ink("E")[1]
    assert fonts.ink("g")[0] < -0.1
    assert fonts.ink(" ") == (0.0, 0.0)


@given(st.text(max_size=30))
def test_any_text_can_be_set(text: str) -> None:
    """Whatever is typed, its runs are what is printable, and every glyph is there."""
    found = fonts.runs(text, Weight.BOLD)

    assert "".join(run.text for run in found) == fonts.printable(text)
    assert all(run.face.has(run.text) for run in found)
    assert fonts.width(text, 1, Weight.BOLD) >= 0


@given(st.text(max_size=30))
def test_blank_exactly_where_reported(text: str) -> None:
    """A text is reported if and only if some character of it is left blank."""
    assert bool(fonts.missing(text)) == (BLANK in fonts.printable(text.replace(BLANK, "")))
