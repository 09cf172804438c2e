"""Guests who may be one person: they share a name, a reading or a way to reach them."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reception_app.domain.guest import Guest, fold

_SHORTEST_PHONE = 6


class Likeness(StrEnum):
    """In what two guests are alike."""

    NAME = "name"
    READING = "reading"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """Guests who are alike in these ways; two of a household share an address, not a name."""

    guests: tuple[Guest, ...]
    alike: frozenset[Likeness]


def find_lookalikes(guests: Iterable[Guest]) -> tuple[Lookalikes, ...]:
    """Groups of guests who are alike, those alike in most ways first, then by number."""
    by_number = sorted(guests, key=lambda guest: guest.number)
    groups: dict[tuple[Guest, ...], set[Likeness]] = defaultdict(set)
    for likeness, sign_of in _SIGNS.items():
        sharing: dict[str, list[Guest]] = defaultdict(list)
        for guest in by_number:
            if sign := sign_of(guest):
                sharing[sign].append(guest)
        for alike in sharing.values():
            if len(alike) > 1:
                groups[tuple(alike)].add(likeness)
    found = (Lookalikes(alike, frozenset(ways)) for alike, ways in groups.items())
    return tuple(sorted(found, key=lambda one: (-_weight(one), one.guests[0].number)))


def _weight(one: Lookalikes) -> int:
    """How much speaks for one person: a name more than an address."""
    return sum(2 if way in {Likeness.NAME, Likeness.READING} else 1 for way in one.alike)


def _phone(guest: Guest) -> str:
    written = unicodedata.normalize("NFKC", guest.phone)
    digits = "".join(char for char in written if char.isdecimal())
    return digits if len(digits) >= _SHORTEST_PHONE else ""


_SIGNS: Mapping[Likeness, Callable[[Guest], str]] = {
    Likeness.NAME: lambda guest: fold(guest.name),
    Likeness.READING: lambda guest: fold(guest.reading),
    Likeness.EMAIL: lambda guest: guest.email.casefold(),
    Likeness.PHONE: _phone,
}
