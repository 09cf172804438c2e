"""The sentences the window, the command line and the documents share, in English and Japanese.

They lie in `resources/wording/{en,ja}.toml`, one table per use (`[error]`, `[verdict]`, …), so an
error reads the same in the window and in a terminal, and a term is the same on screen and on paper.
Texts of one screen only go through Qt's translations instead.
"""

import locale
import os
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from reception_app import paths
from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_money

LANGUAGES = ("en", "ja")

_WEEKDAYS = {"en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "ja": "月火水木金土日"}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Wording:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"

    def text(self, table: str, key: str, /, **facts: Any) -> str:
        """The sentence `key` of `table`, its `{facts}` filled in, money and dates formatted.

        Raises:
            KeyError: there is no such sentence; a test makes sure there is for every error.
        """
        return self._tables[table][key].format(**{k: self._plain(v) for k, v in facts.items()})

    def counted(self, table: str, key: str, n: int, /, **facts: Any) -> str:
        """Like `text` for `n` things: English has `key_one` beside `key` where the two differ."""
        single = f"{key}_one"
        chosen = single if n == 1 and single in self._tables[table] else key
        return self.text(table, chosen, n=f"{n:,}", **facts)

    def table(self, table: str) -> Mapping[str, str]:
        """All texts of a table that has no facts to fill in, such as the tenders, by key."""
        return self._tables[table]

    def error(self, error: ReceptionError) -> str:
        """The one sentence that tells a person what went wrong and what to do."""
        return self.text("error", error.code, **vars(error))

    def short_date(self, day: date) -> str:
        """A day of this year as short as it can be said: `14 Nov`, `11/14`."""
        if self.language == "ja":
            return f"{day.month}/{day.day}"
        return f"{day.day} {_MONTHS[day.month - 1]}"

    def date(self, day: date) -> str:
        """A day as people write it: `Sat 14 Nov 2026`, `2026年11月14日(土)`."""
        weekday = _WEEKDAYS[self.language][day.weekday()]
        if self.language == "ja":
            return f"{day.year}年{day.month}月{day.day}日({weekday})"
        return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"

    @property
    def _tables(self) -> dict[str, dict[str, str]]:
        """All sentences, read when the first is asked for: the window is painted without any."""
        return _load(self.language)

    def _plain(self, value: Any) -> Any:
        match value:
            case Money():
                return format_money(value)
            case datetime():
                return value.strftime("%H:%M")
            case date():
                return self.date(value)
            case _:
                return value


def system_language() -> str:
    """The language of this computer, if we speak it; English otherwise."""
    names = [os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG")]
    names.append(locale.getlocale()[0] or "")
    spoken = next((name for name in names if name), "")
    return next((language for language in LANGUAGES if spoken.lower().startswith(language)), "en")


@cache
def _load(language: str) -> dict[str, dict[str, str]]:
    with paths.resource("wording", f"{language}.toml").open("rb") as file:
        return tomllib.load(file)
