"""The event as a calendar file (.ics, RFC 5545) that any calendar takes in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST_LINE = 75
"""Bytes of a content line without its line break (RFC 5545, 3.1)."""

_PRODUCT = "-//Reception//Reception//EN"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What stands in a guest's calendar.

    `uid` stays the same whenever the entry is written again, so that calendars bring it up to date.
    Without `begins`, it fills the whole `day`; `begins` and `ends` have an offset from UTC.
    `made_at` is when it was written.
    """

    uid: str
    title: str
    day: date
    made_at: datetime
    begins: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    note: str = ""


def calendar_file(entry: CalendarEntry) -> bytes:
    """The entry as the bytes of a calendar file; times are in UTC, so that no zone is needed."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "METHOD:PUBLISH"]
    lines += ["BEGIN:VEVENT", f"UID:{_text(entry.uid)}", f"DTSTAMP:{_moment(entry.made_at)}"]
    if entry.begins is None:
        lines.append(f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}")
        lines.append(f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}")
    else:
        lines.append(f"DTSTART:{_moment(entry.begins)}")
        if entry.ends is not None and entry.ends > entry.begins:
            lines.append(f"DTEND:{_moment(entry.ends)}")
    lines.append(f"SUMMARY:{_text(entry.title)}")
    if entry.place:
        lines.append(f"LOCATION:{_text(entry.place)}")
    if entry.note:
        lines.append(f"DESCRIPTION:{_text(entry.note)}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return b"".join(map(_folded, lines))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """`value` as a text of the format: its signs escaped, without characters it cannot hold."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        char
        for char in lines
        if char in "\n\t" or (char >= " " and char != "\x7f" and not "\ud800" <= char <= "\udfff")
    )
    return kept.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A content line with its line break, folded where it is too long, never inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        encoded = char.encode()
        if len(piece) + len(encoded) > _LONGEST_LINE:
            pieces.append(piece)
            piece = b" "  # a line that begins with a space goes on the one before
        piece += encoded
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
