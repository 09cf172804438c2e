"""The search for guests: what is searched, how words fit, and which guest comes first.

All is compared folded (`guest.fold`), readings also as folded romaji. `storage.guest_index` finds
the same faster; the rules are here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reception_app.domain.guest import GuestField, fold
from reception_app.domain.kana import fold_romaji, romaji

_ALSO_SEARCHED = (
    GuestField.COMPANY,
    GuestField.EMAIL,
    GuestField.INTRODUCER,
    GuestField.TABLE,
    GuestField.LABELS,
)
NUMBER, START_OF_NAME, IN_NAME, ELSEWHERE = range(4)
"""How well one word fits a guest, best first."""


@dataclass(frozen=True, slots=True)
class SearchWord:
    """One folded word of a search, and the same in the romaji that readings are kept in."""

    text: str
    latin: str


class SearchText(NamedTuple):
    """What is searched of a guest, folded; `letters` is the reading in romaji.

    `later_letters` are its words after the first, `rest` everything else, a line each.
    """

    number: str
    name: str
    reading: str
    badge_name: str
    letters: str
    later_letters: str
    rest: str

    @classmethod
    def parse(cls, kept: str) -> "SearchText":
        """What `search_text` put together."""
        return cls(*kept.split("\n", len(cls._fields) - 1))

    @property
    def names(self) -> tuple[str, str, str]:
        """What the guest is called."""
        return self.name, self.reading, self.badge_name


def search_text(number: int, values: Mapping[str, str]) -> str:
    """What is searched of a guest, as it is kept: the lines of a `SearchText`."""
    spoken = values["reading"].split()
    return "\n".join(
        (
            str(number),
            fold(values["name"]),
            fold(values["reading"]),
            fold(values["badge_name"]),
            romaji("".join(spoken)),
            " ".join(romaji(word) for word in spoken[1:]),
            *(fold(values[field]) for field in _ALSO_SEARCHED),
            "".join(char for char in values["phone"] if char.isdigit()),
        )
    )


def sort_key(values: Mapping[str, str]) -> str:
    """What guests are ordered by: the reading, or the name where none is known."""
    return fold(values["reading"] or values["name"])


def search_words(text: str) -> tuple[SearchWord, ...]:
    """The words of a search, each once, in any order; white space of any kind parts them."""
    folded = dict.fromkeys(fold(word) for word in re.split(r"\s+", text))
    return tuple(SearchWord(word, fold_romaji(word)) for word in folded if word)


def rank(kept: str, words: tuple[SearchWord, ...]) -> int | None:
    """How well all words fit a guest's search text, 0 best; None when one is not found at all.

    It is the sum over the words of: their number, the start of a name, in a name, elsewhere. So
    佐藤 花子 finds 佐藤 花子 before the 佐藤 whom 花子 introduced.
    """
    text, total = SearchText.parse(kept), 0
    for word in words:
        fit = _fit(text, word, kept)
        if fit is None:
            return None
        total += fit
    return total


def _fit(text: SearchText, word: SearchWord, kept: str) -> int | None:
    if word.text == text.number:
        return NUMBER
    begins = any(name.startswith(word.text) for name in text.names)
    if begins or text.letters.startswith(word.latin):
        return START_OF_NAME
    if any(word.text in name for name in text.names) or text.later_letters.startswith(word.latin):
        return IN_NAME
    return ELSEWHERE if word.text in kept or word.latin in kept else None
