"""Reference codes: found before and after a name, and no wrong digit passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.reference_code import (
    read_reference_codes,
    reference_code,
    without_code,
)

NUMBERS = st.integers(min_value=1, max_value=99_999)


@given(NUMBERS)
def test_a_code_is_read_before_and_after_a_name(number: int) -> None:
    """Typed before the name, after it, or alone, in either width, the code is understood."""
    code = reference_code(number)
    wide = code.translate({ord(str(n)): "０１２３４５６７８９"[n] for n in range(10)})
    for text in (f"{code}ﾔﾏﾀﾞ ﾀﾛｳ", f"ﾔﾏﾀﾞ ﾀﾛｳ {code}", code, f"{wide} ヤマダ", f"NO.{code} ﾔﾏﾀﾞ"):
        assert read_reference_codes(text) == (number,)


@given(NUMBERS, st.integers(min_value=0, max_value=5), st.integers(min_value=1, max_value=9))
def test_a_wrong_digit_is_no_code(number: int, place: int, step: int) -> None:
    """Every single wrong digit is noticed."""
    code = reference_code(number)
    place %= len(code)
    wrong = code[:place] + str((int(code[place]) + step) % 10) + code[place + 1 :]
    assert number not in read_reference_codes(wrong)
    assert read_reference_codes(wrong) == ()


@given(NUMBERS, st.integers(min_value=0, max_value=4))
def test_two_digits_that_changed_places_are_no_code(number: int, place: int) -> None:
    """Every swap of neighbours is noticed."""
    code = reference_code(number)
    place %= len(code) - 1
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        assert read_reference_codes(swapped) == ()


def test_five_digits_with_the_check_digit() -> None:
    """Guests up to 9999 have five digits."""
    assert reference_code(123) == "01234"
    assert len(reference_code(9999)) == 5
    assert len(reference_code(10_000)) == 6


@pytest.mark.parametrize(
    ("text", "name"),
    [("01234ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ"), ("ﾔﾏﾀﾞ ﾀﾛｳ 01234", "ヤマダ タロウ"), ("No.12 ﾔﾏﾀﾞ", "ヤマダ"),
     ("ﾔﾏﾀﾞ", "ヤマダ"), ("12345", "12345")],
)  # fmt: skip
def test_digits_around_a_name_are_taken_off(text: str, name: str) -> None:
    """What is left is the name, unless there is none."""
    assert without_code(text) == name
