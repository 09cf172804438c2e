"""Badge codes: every reading error is caught, every keyboard layout folds back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.badge_code import (
    CODE_DIGITS,
    BadgeCode,
    badge_code_for,
    looks_like_code,
    new_badge_code,
    new_event_tag,
    read_badge_codes,
)

LAYOUTS = {
    "French": "à&é\"'(-è_ç",
    "French, caps": "À&É\"'(-È_Ç",
    "Czech": "é+ěščřžýáí",
    "Czech, caps": "É+ĚŠČŘŽÝÁÍ",
    "US, shifted": ")!@#$%^&*(",
    "German, shifted": '=!"§$%&/()',
    "full width": "０１２３４５６７８９",
}
"""What the digits 0 to 9 become on the layout."""

digits = st.text("0123456789", min_size=25, max_size=25)
codes = st.builds(badge_code_for, st.text("0123456789", min_size=4, max_size=4), digits)


@given(codes)
def test_code_is_read_back(code: BadgeCode) -> None:
    """A code is 32 digits and reads as itself."""
    assert len(code.digits) == CODE_DIGITS
    assert read_badge_codes(str(code)) == (code,)


@given(codes)
def test_every_wrong_digit_is_caught(code: BadgeCode) -> None:
    """One digit read as any other makes it no code, at every place."""
    for place in range(CODE_DIGITS):
        for digit in "0123456789":
            wrong = code.digits[:place] + digit + code.digits[place + 1 :]
            assert bool(read_badge_codes(wrong)) == (wrong == code.digits)


@given(codes)
def test_every_swap_is_caught(code: BadgeCode) -> None:
    """Two digits in each other's place, however far apart, make it no code."""
    for first in range(CODE_DIGITS):
        for second in range(first):
            swapped = list(code.digits)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            wrong = "".join(swapped)
            assert bool(read_badge_codes(wrong)) == (wrong == code.digits)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(code=codes)
def test_layouts_fold_back(layout: str, code: BadgeCode) -> None:
    """What a scanner types on a foreign keyboard layout is the same code."""
    typed = "".join(LAYOUTS[layout][int(digit)] for digit in code.digits)

    assert read_badge_codes(typed) == (code,)


@given(st.lists(codes, min_size=1, max_size=4), st.sampled_from(["", "\r", "\r\n", " ", "\t"]))
def test_glued_codes_are_split(scanned: list[BadgeCode], between: str) -> None:
    """Codes that came in one burst are told apart, with or without Enter between them."""
    assert read_badge_codes(between.join(map(str, scanned))) == tuple(scanned)


@given(codes, st.integers(1, CODE_DIGITS - 1))
def test_part_of_a_code_is_none(code: BadgeCode, length: int) -> None:
    """The beginning or the end of a code is no code, alone or glued to a whole one."""
    head, tail = code.digits[:length], code.digits[length:]

    assert read_badge_codes(head) == ()
    assert read_badge_codes(tail) == ()
    assert read_badge_codes(head + code.digits) == ()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """No text is a bug; a code has the right digits only."""
    for code in read_badge_codes(text):
        assert len(code.digits) == CODE_DIGITS
        assert code.digits.isascii()
        assert code.digits.isdigit()


@pytest.mark.parametrize(
    "text",
    ["", "佐藤", "https://example.com/7", "see {0}", "{0} thanks", "７" * 32, "7" * 32, "-" * 32],
)
def test_a_code_inside_something_else_is_not_taken(text: str) -> None:
    """A sentence or a URL with a code in it is no badge."""
    assert read_badge_codes(text.format(badge_code_for("1234", "5" * 25))) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("佐藤", False), ("Smith", False), ("090-1234-5678", False), ("09012345678", False),
        ("7" * 12, True), ("7" * 31, True), ("0123456789012", True), ("12", False), ("", False),
    ],
)  # fmt: skip
def test_a_name_or_phone_number_is_not_taken_for_a_code(text: str, *, expected: bool) -> None:
    """What people type to search is searched for; only long runs of digits are codes."""
    assert looks_like_code(text) is expected


def test_new_codes_differ() -> None:
    """Codes are random, of the event's tag, and never the same twice."""
    tag = new_event_tag()
    made = {new_badge_code(tag) for _ in range(200)}

    assert len(made) == 200
    assert {code.event_tag for code in made} == {tag}
