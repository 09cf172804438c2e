"""The bank fold: what banks write and what guests write become the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statement_sets import half_width

from reception_app.domain.kana_fold import fold_name, fold_payer

KANA = st.text(
    alphabet="アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾ"
    "ダヂヅデドバビブベボパピプペポァィゥェォッャュョヴー ",
    min_size=1, max_size=24,
)  # fmt: skip


@given(KANA)
def test_a_bank_writes_every_reading_so_that_it_folds_to_the_same(reading: str) -> None:
    """Half-width capital kana with voice marks apart fold to what the reading folds to."""
    assert fold_name(half_width(reading)).key == fold_name(reading).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("やまだ たろう", "ﾔﾏﾀﾞ ﾀﾛｳ"),
        ("キョウコ", "ｷﾖｳｺ"),
        ("ヅカ モト", "ｽﾞｶ ﾓﾄ"),
        ("ヂノ", "ｼﾞﾉ"),
        ("ヲダ", "ｵﾀﾞ"),
        ("ヴェルデ", "ｳｴﾙﾃﾞ"),
        ("ヴァン・デル・ベーク", "ｳﾞｱﾝﾃﾞﾙﾍﾞ-ｸ"),
        ("ハ゛ン", "バン"),
        ("O’Brien, Séamus", "OBRIEN SEAMUS"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    """Width, case, small kana, like sounds, marks and accents make no difference."""
    assert fold_name(one).key == fold_name(other).key


@pytest.mark.parametrize(
    "text",
    ["ｶ)ｻﾝﾌﾟﾙ", "ｻﾝﾌﾟﾙ(ｶ", "ｻﾝﾌﾟﾙ(ｶ)", "カ）サンプル", "株式会社サンプル", "㈱サンプル",
     "ﾕ)ｻﾝﾌﾟﾙ", "ﾄﾞ)ｻﾝﾌﾟﾙ", "ｼﾔ)ｻﾝﾌﾟﾙ", "ﾄｸﾋ)ｻﾝﾌﾟﾙ", "サンプル CO., LTD", "一般社団法人サンプル"],
)  # fmt: skip
def test_corporate_forms_become_a_flag(text: str) -> None:
    """However it is written, the form is taken off the name and noted."""
    name = fold_name(text)
    assert (name.key, name.corporate) == ("サンプル", True)


@pytest.mark.parametrize("text", ["カトウ ユカ", "イシイ メイ", "ユキ カ", "ドイ シンイチ"])
def test_names_that_begin_like_a_form_stay_whole(text: str) -> None:
    """Only a form beside a bracket is one."""
    name = fold_name(text)
    assert (name.key, name.corporate) == (text.replace(" ", ""), False)


@pytest.mark.parametrize(
    "text",
    ["振込 ﾔﾏﾀﾞ ﾀﾛｳ", "振込　ヤマダ　タロウ", "振込＊ヤマダ タロウ", "振込入金 ﾔﾏﾀﾞ ﾀﾛｳ",
     "ﾌﾘｺﾐ ﾔﾏﾀﾞ ﾀﾛｳ", "振込ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ"],
)  # fmt: skip
def test_the_kind_of_payment_is_no_part_of_the_payer(text: str) -> None:
    """Whatever word a bank puts before the payer, the payer is the same."""
    assert fold_payer(text).words == ("ヤマダ", "タロウ")


@pytest.mark.parametrize("text", ["ﾌﾘｺﾐﾃｽｳﾘﾖｳ", "振込手数料", "振込料"])
def test_a_fee_is_no_payer(text: str) -> None:
    """A transfer fee does not lose its first word."""
    assert fold_payer(text).key == fold_name(text).key
