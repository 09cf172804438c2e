"""Who brought whom: the introducers 紹介者 as a tree, from the names that guests gave."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reception_app.domain.guest import Guest, fold

_HONORIFIC = re.compile(r"(さん|さま|様|氏|先生|殿|君|くん|ちゃん|会長|社長|理事長?|部長|先輩)$")
_ENGLISH_HONORIFIC = re.compile(r"^(mr|mrs|ms|dr|prof)\b\.?\s*", re.IGNORECASE)

_LONGEST_FAMILY_NAME = 5


@dataclass(frozen=True, slots=True)
class Introducer:
    """Somebody who brought guests, and below them whoever those brought.

    Attributes:
        name: as the guests wrote it most, or the guest's own name.
        guest: who it is among the guests, None for somebody who is no guest, or when several have
            the name.
        brought: the guests this one brought, by number.
        below: those of them who brought guests in turn.
        reach: how many guests are here through this introducer, at any distance.
    """

    name: str
    guest: Guest | None
    brought: tuple[Guest, ...]
    below: tuple["Introducer", ...]
    reach: int


def introducer_tree(guests: Iterable[Guest]) -> tuple[Introducer, ...]:
    """The introducers nobody of the guests brought, those with the longest reach first.

    Companions are their host's and are not counted. Two who introduced each other stand on top,
    one of them below the other.
    """
    hosts = sorted((g for g in guests if g.host is None), key=lambda guest: guest.number)
    by_name = _by_name(hosts)
    brought: dict[str, list[Guest]] = defaultdict(list)
    written: dict[str, str] = {}
    for guest in hosts:
        if not bare_name(guest.introducer):
            continue
        introducer = _meant(guest.introducer, by_name)
        own = introducer is not None and introducer.id == guest.id
        if own:
            continue
        key = introducer.id if introducer else f"name {fold(bare_name(guest.introducer))}"
        brought[key].append(guest)
        written.setdefault(key, introducer.name if introducer else guest.introducer)
    people = {guest.id: guest for guest in hosts}
    introduced = {guest.id for theirs in brought.values() for guest in theirs}
    # Only a ring of people who introduced each other has no top of its own.
    below: dict[str, list[str]] = {}
    tops: list[str] = []
    for key in sorted(brought, key=introduced.__contains__):
        if key not in below:
            tops.append(key)
            _descend(key, brought, below)
    return _nodes(tops, below, brought=brought, written=written, people=people)


def _descend(top: str, brought: Mapping[str, list[Guest]], below: dict[str, list[str]]) -> None:
    """Note below each introducer those who brought guests in turn, each of them once."""
    below[top] = []
    waiting = [top]
    while waiting:
        key = waiting.pop()
        for guest in brought[key]:
            if guest.id in brought and guest.id not in below:
                below[guest.id] = []
                below[key].append(guest.id)
                waiting.append(guest.id)


def _nodes(
    tops: list[str], below: Mapping[str, list[str]], *, brought: Mapping[str, list[Guest]],
    written: Mapping[str, str], people: Mapping[str, Guest],
) -> tuple[Introducer, ...]:  # fmt: skip
    """The introducers from the lowest up: a chain may be longer than Python can descend."""
    order = list(tops)
    for key in order:
        order += below[key]
    made: dict[str, Introducer] = {}
    for key in reversed(order):
        lower = [made[one] for one in below[key]]
        made[key] = Introducer(
            name=written[key],
            guest=people.get(key),
            brought=tuple(brought[key]),
            below=_by_reach(lower),
            reach=len(brought[key]) + sum(one.reach for one in lower),
        )
    return _by_reach(made[key] for key in tops)


def brought_by(guest: Guest, others: Iterable[Guest]) -> tuple[Guest, ...]:
    """Those of `others` who name this guest as their introducer, by number.

    `others` holds everybody whose name or introducer may mean the guest; a family name alone means
    nobody where two of them bear it.
    """
    hosts = sorted({one.id: one for one in (guest, *others) if one.host is None}.values(),
                   key=lambda one: one.number)  # fmt: skip
    by_name = _by_name(hosts)
    return tuple(
        one
        for one in hosts
        if one.introducer and one.id != guest.id and _meant(one.introducer, by_name) == guest
    )


def meant_by(introducer: str, guests: Iterable[Guest]) -> Guest | None:
    """The one of `guests` whom an introducer's name means, None where nobody or several may be."""
    return _meant(introducer, _by_name(one for one in guests if one.host is None))


def bare_name(introducer: str) -> str:
    """The name without how it is addressed: 佐藤さん and Mr. Sato are 佐藤 and Sato."""
    bare = _ENGLISH_HONORIFIC.sub("", introducer.strip())
    shorter = _HONORIFIC.sub("", bare).strip()
    return shorter or bare


def _by_name(guests: Iterable[Guest]) -> Mapping[str, list[Guest]]:
    """By folded name, by family name where it is written apart, by how others' names begin."""
    found: dict[str, list[Guest]] = defaultdict(list)
    for guest in guests:
        for sign in {fold(guest.name), fold(guest.badge_name)} - {""}:
            found[sign].append(guest)
        family, *given = guest.name.split() or [""]
        if given:
            found[f"family {fold(family)}"].append(guest)
        elif not family.isascii():
            for length in range(1, _LONGEST_FAMILY_NAME + 1):
                found[f"begins {fold(family)[:length]}"].append(guest)
    return found


def _meant(introducer: str, by_name: Mapping[str, list[Guest]]) -> Guest | None:
    """The one guest an introducer's name means: the whole name, else the only one of the family."""
    sign = fold(bare_name(introducer))
    meant = by_name.get(sign) or [
        *by_name.get(f"family {sign}", []),
        *by_name.get(f"begins {sign}", []),
    ]
    return meant[0] if len(meant) == 1 else None


def _by_reach(introducers: Iterable[Introducer]) -> tuple[Introducer, ...]:
    return tuple(sorted(introducers, key=lambda one: (-one.reach, one.name)))
