"""The keyboard wedge tells scans from typing, whatever the scanner's habits."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain.badge_code import badge_code_for, read_badge_codes
from reception_app.scanning.keyboard_wedge import (
    FAST_MS,
    HESITATION_MS,
    SILENCE_MS,
    STRAY_ENTER_MS,
    KeyboardWedge,
    Scan,
    Typing,
)

CODE = badge_code_for("1234", "0123456789012345678901234").digits
OTHER = badge_code_for("1234", "9876543210987654321098765").digits
AZERTY = CODE.translate(str.maketrans("0123456789", "à&é\"'(-è_ç"))

Decided = list[Scan | Typing]


def typed(wedge: KeyboardWedge, text: str, *, every: int, start: int = 1000) -> tuple[Decided, int]:
    """Press the keys of `text` every so many ms; returns what was decided and the last time."""
    decided: Decided = []
    at = start
    for number, char in enumerate(text):
        at = start + number * every
        wait = wedge.wait()
        if number and wait is not None and every > wait:
            decided += wedge.pause(at - every + wait)
        decided += wedge.press(char, at)
    return decided, at


def joined(decided: Decided) -> str:
    """All typing in what was decided."""
    return "".join(piece.text for piece in decided if isinstance(piece, Typing))


def scans(decided: Decided) -> list[str]:
    """All scans in what was decided."""
    return [piece.text for piece in decided if isinstance(piece, Scan)]


@pytest.mark.parametrize("every", [0, 2, 12, 30])
def test_badge_is_told_at_its_last_digit(every: int) -> None:
    """A badge code is told at once, without waiting for Enter or silence."""
    decided, _ = typed(KeyboardWedge(), CODE, every=every)

    assert decided == [Scan(CODE)]


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n"])
def test_end_of_scan_presses_nothing(end: str) -> None:
    """The Enter or Tab a scanner sends after a code reaches no button."""
    wedge = KeyboardWedge()
    decided, at = typed(wedge, CODE, every=3)
    for char in end[:1]:
        decided += wedge.press(char, at + 3)

    assert decided == [Scan(CODE)]


def test_second_enter_is_a_persons() -> None:
    """Of two Enters after a scan the scanner sent only the first."""
    wedge = KeyboardWedge()
    _, at = typed(wedge, CODE + "\r", every=1)

    assert wedge.press("\r", at + 1) == [Typing("\r")]


def test_late_enter_is_a_persons() -> None:
    """An Enter long after a scan without Enter takes the fee as asked."""
    wedge = KeyboardWedge()
    _, at = typed(wedge, CODE, every=1)

    assert wedge.press("\r", at + STRAY_ENTER_MS) == [Typing("\r")]


def test_glued_codes_are_two_scans() -> None:
    """Two codes without a pause between them are both read."""
    decided, _ = typed(KeyboardWedge(), CODE + OTHER + "\r", every=2)

    assert decided == [Scan(CODE), Scan(OTHER)]


@pytest.mark.parametrize("half", [CODE[:20], CODE[5:], CODE[:6]])
def test_half_code_is_one_unreadable_scan(half: str) -> None:
    """Half a code never lands in a field or on a button; it is told, to be refused in words."""
    decided, _ = typed(KeyboardWedge(), half + "\r", every=4)

    assert decided == [Scan(half)]
    assert read_badge_codes(half) == ()


@pytest.mark.parametrize(("half", "silence"), [(CODE[:13], SILENCE_MS), (CODE[:14], HESITATION_MS)])
def test_half_code_without_enter_ends_by_silence(half: str, silence: int) -> None:
    """A half code is over after a silence, a long one where more may come; the next is whole."""
    wedge = KeyboardWedge()
    decided, at = typed(wedge, half, every=4)
    decided += wedge.pause(at + silence - 1)
    assert decided == []

    decided += wedge.pause(at + silence)
    more, _ = typed(wedge, CODE, every=4, start=at + silence + 20)
    assert scans(decided + more) == [half, CODE]


def test_control_characters_are_dropped() -> None:
    """Control characters inside a burst are no part of the code."""
    noisy = "\x1d".join([CODE[:10], CODE[10:20], CODE[20:]])
    decided, _ = typed(KeyboardWedge(), "\x02" + noisy + "\x03\r", every=2)

    assert decided == [Scan(CODE)]


def test_full_width_and_foreign_layouts_are_scans() -> None:
    """Full-width digits and the top row of a French keyboard are a scan all the same."""
    wide = CODE.translate({ord(str(n)): 0xFF10 + n for n in range(10)})

    assert typed(KeyboardWedge(), wide, every=2)[0] == [Scan(wide)]
    assert typed(KeyboardWedge(), AZERTY, every=2)[0] == [Scan(AZERTY)]


@pytest.mark.parametrize("foreign", ["PTX-0001234", "https://example.org/t", "4901234567894"])
def test_codes_of_other_systems_are_scans(foreign: str) -> None:
    """Ticket numbers, URLs and shop barcodes are read too, to be found or refused."""
    assert typed(KeyboardWedge(), foreign + "\r", every=3)[0] == [Scan(foreign)]


@pytest.mark.parametrize("name", ["takahashi", "sato hana", "O'Brien", "高崎", "214", "10000"])
@pytest.mark.parametrize("every", [0, 20, 60, 180])
def test_names_numbers_and_amounts_are_typing(name: str, every: int) -> None:
    """What a person types is never a scan, however fast, and arrives whole and in order."""
    decided, _ = typed(KeyboardWedge(), name + "\r", every=every)

    assert scans(decided) == []
    assert joined(decided) == name + "\r"


def test_digits_typed_by_hand_are_typing() -> None:
    """A phone number typed by hand is searched for; only its speed tells it from a scan."""
    decided, _ = typed(KeyboardWedge(), "09012345678\r", every=80)

    assert joined(decided) == "09012345678\r"


def test_typing_is_hardly_late() -> None:
    """A person's key is handed on after the fast time at the latest."""
    wedge = KeyboardWedge()

    assert wedge.press("p", 1000) == []
    assert wedge.wait() == FAST_MS
    assert wedge.pause(1000 + FAST_MS) == [Typing("p")]
    assert wedge.wait() is None


def test_stalled_window_loses_no_scan() -> None:
    """A burst is still one scan when the window was busy and asked in its middle."""
    wedge = KeyboardWedge()
    _, at = typed(wedge, CODE[:3], every=5)
    wedge.pause(at + FAST_MS)
    decided, _ = typed(wedge, CODE[3:], every=5, start=at + 5)

    assert decided == [Scan(CODE)]


def test_scan_after_typing_leaves_the_code_whole() -> None:
    """A scan right after a half-typed name is read whole."""
    wedge = KeyboardWedge()
    before, at = typed(wedge, "sat", every=120)
    decided, _ = typed(wedge, CODE + "\r", every=3, start=at + 120)

    assert scans(before + decided) == [CODE]
    assert joined(before + decided) == "sat"


def test_slow_scanner_with_hiccup_is_one_scan() -> None:
    """A wireless scanner that hesitates for less than the silence still gives one code."""
    wedge = KeyboardWedge()
    decided, at = typed(wedge, CODE[:16], every=10)
    more, _ = typed(wedge, CODE[16:], every=10, start=at + HESITATION_MS - 10)

    assert decided + more == [Scan(CODE)]


def test_three_thousand_characters_are_one_scan() -> None:
    """An endless code ends like any other and is one scan."""
    decided, _ = typed(KeyboardWedge(), "9" * 3000 + "\r", every=1)

    assert [len(text) for text in scans(decided)] == [3000]


def test_arrow_key_decides_at_once() -> None:
    """A key without text hands on what was typed before it."""
    wedge = KeyboardWedge()
    wedge.press("s", 1000)

    assert wedge.let_go() == [Typing("s")]
    assert wedge.wait() is None


@given(st.lists(st.tuples(st.characters(categories=["L", "Zs"]), st.integers(0, 400)), max_size=40))
def test_nothing_typed_is_lost_or_reordered(keys: list[tuple[str, int]]) -> None:
    """Letters typed at any rhythm come out as they went in, once, scans or not."""
    wedge = KeyboardWedge()
    decided: Decided = []
    times = [1000]
    for _, gap in keys:
        times.append(times[-1] + gap)
    for (char, _), (before, at) in zip(keys, pairwise(times), strict=True):
        wait = wedge.wait()
        if wait is not None and at - before >= wait:
            decided += wedge.pause(before + wait)
        decided += wedge.press(char, at)
    decided += wedge.let_go()

    assert "".join(piece.text for piece in decided) == "".join(char for char, _ in keys)
