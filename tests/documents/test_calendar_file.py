"""Calendar files: read back by the rules of RFC 5545."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from reception_app.documents.calendar_file import CalendarEntry, calendar_file

ENTRY = CalendarEntry(
    uid="abc@reception-app",
    title="秋の交流会",
    day=date(2026, 11, 14),
    made_at=datetime(2026, 10, 1, 9, 0, tzinfo=UTC),
)
TOKYO = timezone(timedelta(hours=9))
_SIGNS = {"\\n": "\n", "\\N": "\n", "\\\\": "\\", "\\;": ";", "\\,": ","}


def properties(content: bytes) -> dict[str, str]:
    """The properties of the event: unfolded as the standard says, values as written."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.replace(b"\r\n ", b"").decode().split("\r\n")
    inside = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    assert len(inside) == len(lines) - lines.index("BEGIN:VEVENT") - 4
    return dict(line.split(":", 1) for line in inside)


def unescaped(value: str) -> str:
    """A text value as a calendar shows it."""
    return re.sub(r"\\.", lambda match: _SIGNS[match[0]], value)


_line = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
_any = st.text(_line | st.sampled_from("\n;,:\\ 会"), min_size=1, max_size=200)


@given(title=_any, place=_any, note=_any)
def test_any_text_comes_back(title: str, place: str, note: str) -> None:
    """Escaped and folded at 75 bytes, every text is read as it was; no character is split."""
    content = calendar_file(replace(ENTRY, title=title, place=place, note=note))
    found = properties(content)

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert [line.decode() for line in content.split(b"\r\n")]
    shown = [unescaped(found[key]) for key in ("SUMMARY", "LOCATION", "DESCRIPTION")]
    assert shown == [title, place, note]


def test_control_characters_are_left_out() -> None:
    """A text cannot begin a property of its own, nor hold what the format forbids."""
    found = properties(calendar_file(replace(ENTRY, title="a\x00\x07b\r\nATTENDEE:c\rd")))

    assert unescaped(found["SUMMARY"]) == "ab\nATTENDEE:c\nd"
    assert "ATTENDEE" not in found


def test_door_hours_are_told_in_utc() -> None:
    """Times are right in every calendar's zone, across midnight too."""
    hours = replace(
        ENTRY,
        begins=datetime(2026, 11, 14, 18, 0, tzinfo=TOKYO),
        ends=datetime(2026, 11, 15, 1, 30, tzinfo=TOKYO),
    )
    found = properties(calendar_file(hours))

    assert (found["DTSTART"], found["DTEND"]) == ("20261114T090000Z", "20261114T163000Z")


def test_without_hours_the_whole_day_is_taken() -> None:
    """The end of a whole day is the next day, as the standard counts."""
    found = properties(calendar_file(ENTRY))

    assert found["DTSTART;VALUE=DATE"] == "20261114"
    assert found["DTEND;VALUE=DATE"] == "20261115"


def test_an_end_before_the_beginning_is_not_told() -> None:
    """Calendars refuse a file with such an end."""
    begins = datetime(2026, 11, 14, 18, 0, tzinfo=TOKYO)
    entry = replace(ENTRY, begins=begins, ends=begins - timedelta(hours=1))

    assert "DTEND" not in properties(calendar_file(entry))


def test_what_every_calendar_demands_is_there() -> None:
    """Version, product, identity and time of making; the same entry is the same bytes."""
    content = calendar_file(ENTRY)
    found = properties(content)

    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert (found["UID"], found["DTSTAMP"]) == ("abc@reception-app", "20261001T090000Z")
    assert content == calendar_file(ENTRY)
