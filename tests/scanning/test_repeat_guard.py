"""A badge held before a reader counts once."""

from reception_app.scanning.repeat_guard import REPEAT_SECONDS, RepeatGuard


def test_same_code_at_once_is_one_read() -> None:
    """The second read of a code within three seconds is a repeat."""
    guard = RepeatGuard()

    assert not guard.is_repeat("7", 100.0)
    assert guard.is_repeat("7", 102.9)


def test_same_code_later_is_a_new_read() -> None:
    """After three quiet seconds the same code is read anew."""
    guard = RepeatGuard()
    guard.is_repeat("7", 100.0)

    assert not guard.is_repeat("7", 100.0 + REPEAT_SECONDS)


def test_badge_left_lying_stays_one_read() -> None:
    """A badge read every second for a minute is one read."""
    guard = RepeatGuard()

    assert [guard.is_repeat("7", 100.0 + n) for n in range(60)].count(False) == 1


def test_other_codes_are_not_held_up() -> None:
    """Two badges read in turn are each told once, and neither hides the other."""
    guard = RepeatGuard()

    reads = [guard.is_repeat(code, 100.0 + n / 10) for n, code in enumerate("abab")]
    assert reads == [False, False, True, True]


def test_clock_set_back_makes_no_repeat() -> None:
    """A clock set back does not swallow a scan."""
    guard = RepeatGuard()
    guard.is_repeat("7", 100.0)

    assert not guard.is_repeat("7", 50.0)


def test_undo_forgets_the_read() -> None:
    """After an undo the same badge can be read at once."""
    guard = RepeatGuard()
    guard.is_repeat("7", 100.0)
    guard.forget()

    assert not guard.is_repeat("7", 100.5)
