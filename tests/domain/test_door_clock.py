"""Times of day are understood as people write them."""

from datetime import time

import pytest

from reception_app.domain.admission import ClockUnreadable, parse_clock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:00", time(18)),
        ("１８：３０", time(18, 30)),
        ("18時", time(18)),
        ("18時30分", time(18, 30)),
        ("1830", time(18, 30)),
        ("9.15", time(9, 15)),
        (" 7 ", time(7)),
        ("", None),
        ("　", None),
    ],
)
def test_clock_is_read(text: str, expected: time | None) -> None:
    """Colons, 時, four digits and full-width figures are times; empty is none."""
    assert parse_clock(text) == expected


@pytest.mark.parametrize("text", ["24:00", "18:60", "six", "-1", "18:0", "180000"])
def test_no_clock_is_refused(text: str) -> None:
    """What is no time of day is refused with what was written."""
    with pytest.raises(ClockUnreadable) as caught:
        parse_clock(text)

    assert caught.value.text == text
