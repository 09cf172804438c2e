"""What a scanner does to a code: found out by one test scan, and undone from then on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.badge_code import (
    CODE_DIGITS,
    badge_code_for,
    new_badge_code,
    read_badge_codes,
)
from reception_app.scanning.keyboard_wedge import KeyboardWedge, Scan
from reception_app.scanning.scanner_habits import (
    NO_HABITS,
    TEST_CODE,
    ScannerFinding,
    ScannerHabits,
    examine,
)

ANOTHER_CODE = str(badge_code_for("1234", "9876543210987654321098765"))
ROWS = {"french": "à&é\"'(-è_ç", "letters": "qwertyuiop", "czech": "é+ěščřžýáí"}


def typed(code: str, row: str) -> str:
    """The code as a keyboard types it whose digit keys hold these signs."""
    return "".join(row[int(digit)] for digit in code)


def test_test_code_holds_every_digit() -> None:
    """The test code is a whole code with all ten digits."""
    assert [str(code) for code in read_badge_codes(TEST_CODE)] == [TEST_CODE]
    assert set(TEST_CODE) == set("0123456789")


@pytest.mark.parametrize(
    ("raw", "finding", "habits"),
    [
        (TEST_CODE, ScannerFinding.FINE, NO_HABITS),
        ("\x02" + TEST_CODE + "\r", ScannerFinding.FINE, NO_HABITS),
        (typed(TEST_CODE, "０１２３４５６７８９"), ScannerFinding.FULL_WIDTH, NO_HABITS),
        (typed(TEST_CODE, ROWS["french"]), ScannerFinding.OTHER_LAYOUT, NO_HABITS),
        (typed(TEST_CODE, ROWS["czech"].upper()), ScannerFinding.OTHER_LAYOUT, NO_HABITS),
        ("]Q1" + TEST_CODE, ScannerFinding.AROUND, ScannerHabits("]Q1")),
        (f"<{TEST_CODE}#", ScannerFinding.AROUND, ScannerHabits("<", "#")),
        (
            typed(TEST_CODE, ROWS["letters"]),
            ScannerFinding.LEARNED,
            ScannerHabits(row=ROWS["letters"]),
        ),
        (
            f"A{typed(TEST_CODE, ROWS['letters'])}",
            ScannerFinding.LEARNED,
            ScannerHabits("A", row=ROWS["letters"]),
        ),
        (TEST_CODE[:9] + TEST_CODE[11:], ScannerFinding.SIGNS_LOST, NO_HABITS),
        ("".join(2 * digit for digit in TEST_CODE), ScannerFinding.SIGNS_TWICE, NO_HABITS),
        ("https://example.org/1", ScannerFinding.OTHER_CODE, NO_HABITS),
        (ANOTHER_CODE, ScannerFinding.OTHER_CODE, NO_HABITS),
        ("\r", ScannerFinding.NOTHING, NO_HABITS),
    ],
)
def test_each_fault_has_its_finding(
    raw: str, finding: ScannerFinding, habits: ScannerHabits
) -> None:
    """One scan says what is wrong, and how it is undone if it can be."""
    report = examine(raw)

    assert (report.finding, report.habits) == (finding, habits)
    assert report.ends_with_enter == raw.endswith("\r")


@given(
    prefix=st.text("]Q1<A", max_size=3),
    suffix=st.text("#>Z", max_size=2),
    row=st.sampled_from(["", *ROWS.values()]),
    count=st.integers(1, 3),
)
def test_what_was_learned_reads_badges(prefix: str, suffix: str, row: str, count: int) -> None:
    """Whatever is done to the test code is undone on other codes, single and glued."""

    def scanned(code: str) -> str:
        return prefix + (typed(code, row) if row else code) + suffix

    report = examine(scanned(TEST_CODE))
    codes = [str(new_badge_code("0042")) for _ in range(count)]

    assert report.works
    undone = report.habits.undone("".join(scanned(code) for code in codes))
    assert [str(code) for code in read_badge_codes(undone)] == codes


@given(text=st.text(max_size=3 * CODE_DIGITS))
def test_nothing_else_is_touched(text: str) -> None:
    """A name or a foreign code is left as it is, whatever was learned."""
    habits = ScannerHabits("]Q1", "#", ROWS["letters"])
    undone = habits.undone(text)

    assert undone == text or read_badge_codes(undone)


@pytest.mark.parametrize(
    "habits",
    [
        ScannerHabits("]Q1", "#"),
        ScannerHabits(row=ROWS["letters"]),
        ScannerHabits("A", "", "zyxwvutsrq"),
    ],
)
def test_wedge_undoes_habits(habits: ScannerHabits) -> None:
    """A burst of such a scanner is one scan of the bare code, and typing stays typing."""
    wedge = KeyboardWedge()
    wedge.habits = habits
    code = str(new_badge_code("0042"))
    burst = habits.prefix + (typed(code, habits.row) if habits.row else code) + habits.suffix
    decided = [piece for n, key in enumerate(burst) for piece in wedge.press(key, 1000 + 2 * n)]

    assert decided == [Scan(code)]
    assert not any(isinstance(piece, Scan) for piece in wedge.press("q", 3000))


@given(text=st.text(min_size=1, max_size=3000))
def test_any_text_is_judged(text: str) -> None:
    """Whatever arrives, three thousand signs too, something is said."""
    assert examine(text).finding in ScannerFinding
