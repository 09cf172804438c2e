"""Dates as statements write them; a whole column tells which way it is meant."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
_ERA = re.compile(
    r"(令和|平成|昭和|[RHS])\.?\s*(元|\d{1,2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_SIX_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2})(?!\d)")
_SHORT_PARTS = re.compile(r"(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_NO_YEAR = re.compile(r"(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?!\d)")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}
_NAMED_MONTH = re.compile(r"(\d{1,2})[-/. ]?([A-Z]{3})[A-Z]*[-/., ]*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([A-Z]{3})[A-Z]*\.? (\d{1,2}),? (\d{4})", re.IGNORECASE)
_FAR = 400
_PLAUSIBLE = range(1950, 2150)

Reading = Callable[[str, date], date | None]
"""Reads a text as a date in one way; the second date is one nearby."""


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads the dates of one column. `unsure` says that day and month may be the other way."""

    reading: Reading
    near: date
    unsure: bool = False

    def __call__(self, text: str) -> date | None:
        """The date, None when the text is none of this column's."""
        return self.reading(_plain(text), self.near)


def date_reader(texts: Sequence[str], near: date) -> DateReader:
    """The reader that suits a column best.

    It reads most of the texts; between ways that read as many, dates in order and near the event
    decide: 08/04/01 is the eighth year of Reiwa when the event is in 2026.

    Args:
        texts: the column's texts.
        near: a date near those of the statement, such as the event's.
    """
    plain = [_plain(text) for text in texts if text.strip()]

    def suits(reading: Reading) -> tuple[int, bool, int]:
        days = [day for text in plain if (day := reading(text, near)) is not None]
        rising = all(one <= other for one, other in pairwise(days))
        falling = all(one >= other for one, other in pairwise(days))
        away = sorted(abs((day - near).days) for day in days)
        distance = away[len(away) // 2] // _FAR if away else 0
        return len(days), rising or falling, -distance

    ranked = sorted(_READINGS, key=suits, reverse=True)
    best = ranked[0]
    unsure = (
        best in (_day_first, _month_first)
        and suits(_day_first) == suits(_month_first)
        and any(_day_first(text, near) != _month_first(text, near) for text in plain)
    )
    return DateReader(best, near, unsure)


def is_date(text: str) -> bool:
    """Whether the text is a date beyond doubt: with a year of four digits, or of an era."""
    plain = _plain(text)
    return any(
        reading(plain, date(2000, 1, 1)) is not None
        for reading in (_year_first, _era, _eight_digits, _named_month, _day_first, _month_first)
    )


def wareki_six(text: str, near: date) -> date | None:
    """YYMMDD with the year of the era in which `near` lies, as Zengin records have it."""
    return _nearest(_six(text, 2018), _six(text, 1988), near)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _PLAUSIBLE:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(one: date | None, other: date | None, near: date) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days, key=lambda day: abs(day - near), default=None)


def _year_first(text: str, _near: date) -> date | None:
    match = _YEAR_FIRST.match(text)
    return _day(*map(int, match.groups())) if match else None


def _era(text: str, _near: date) -> date | None:
    match = _ERA.match(text.upper())
    if not match:
        return None
    year = 1 if match[2] == "元" else int(match[2])
    return _day(_ERAS[match[1]] + year, int(match[3]), int(match[4]))


def _eight_digits(text: str, _near: date) -> date | None:
    match = _EIGHT_DIGITS.match(text)
    return _day(*map(int, match.groups())) if match else None


def _short_year_first(text: str, _near: date) -> date | None:
    match = _SHORT_PARTS.match(text)
    return _day(2000 + int(match[1]), int(match[2]), int(match[3])) if match else None


def _short_era(text: str, _near: date) -> date | None:
    match = _SHORT_PARTS.match(text)
    return _day(2018 + int(match[1]), int(match[2]), int(match[3])) if match else None


def _six_digits(text: str, _near: date) -> date | None:
    return _six(text, 2000)


def _six_digits_of_era(text: str, _near: date) -> date | None:
    return _six(text, 2018)


def _six(text: str, before: int) -> date | None:
    match = _SIX_DIGITS.match(text)
    return _day(before + int(match[1]), int(match[2]), int(match[3])) if match else None


def _named_month(text: str, _near: date) -> date | None:
    match = _NAMED_MONTH.match(text)
    if match and match[2].upper() in _MONTHS:
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)  # noqa: PLR2004 - YY
        return _day(year, _MONTHS[match[2].upper()], int(match[1]))
    match = _MONTH_FIRST.match(text)
    if match and match[1].upper() in _MONTHS:
        return _day(int(match[3]), _MONTHS[match[1].upper()], int(match[2]))
    return None


def _day_first(text: str, _near: date) -> date | None:
    match = _YEAR_LAST.match(text)
    return _day(int(match[3]), int(match[2]), int(match[1])) if match else None


def _month_first(text: str, _near: date) -> date | None:
    match = _YEAR_LAST.match(text)
    return _day(int(match[3]), int(match[1]), int(match[2])) if match else None


def _short_day_first(text: str, _near: date) -> date | None:
    match = _SHORT_PARTS.match(text)
    return _day(2000 + int(match[3]), int(match[2]), int(match[1])) if match else None


def _short_month_first(text: str, _near: date) -> date | None:
    match = _SHORT_PARTS.match(text)
    return _day(2000 + int(match[3]), int(match[1]), int(match[2])) if match else None


def _no_year(text: str, near: date) -> date | None:
    match = _NO_YEAR.match(text)
    if not match:
        return None
    days = (
        _day(year, int(match[1]), int(match[2])) for year in range(near.year - 1, near.year + 2)
    )
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


_READINGS: tuple[Reading, ...] = (
    _year_first, _era, _eight_digits, _named_month, _day_first, _month_first, _short_year_first,
    _short_era, _six_digits, _six_digits_of_era, _short_day_first, _short_month_first, _no_year,
)  # fmt: skip
