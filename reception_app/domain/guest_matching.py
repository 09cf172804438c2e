"""Which guest of the event a row of a guest list speaks of; in doubt nobody is merged.

The surest signs are looked for in all rows before weaker ones: one row is one guest, so whoever is
known for sure is no candidate for anybody else. What weaker signs leave over is in doubt, and a
person decides.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reception_app.domain.guest import fold

_Sign = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a person is known again; texts are empty where unknown.

    Attributes:
        key: the guest's id, or whatever tells one row of the list from another.
        name: the name, as written.
        reading: the reading of the name.
        email: the e-mail address; a household may share one.
        ticket: the number a ticket site or a form gave to this ticket or answer.
        company: the company.
        number: the guest's short number, or the list's running number, which may be the same.
        companion: whether this is somebody's companion, whom lists seldom name.
        list_ticket: the ticket number where it is known to be this very list's own.
    """

    key: str
    name: str
    reading: str = ""
    email: str = ""
    ticket: str = ""
    company: str = ""
    number: str = ""
    companion: bool = False
    list_ticket: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row speaks of: `guest` for sure, one of `candidates` perhaps, nobody known else."""

    guest: str | None = None
    candidates: tuple[str, ...] = ()


NOBODY = Match()


def match_guests(listed: Iterable[Identity], known: Iterable[Identity]) -> Mapping[str, Match]:
    """By key of each listed person, the match among the known."""
    matching = _Matching([_folded(one) for one in listed], [_folded(one) for one in known])
    for rule in _RULES:
        matching.apply(rule)
    matching.look_for_doubts()
    return matching.matches


@dataclass(frozen=True, slots=True)
class _Rule:
    """One kind of sure sign: two people with the same `sign` are one.

    `alone` asks that nobody else has the sign, on either side; otherwise several with the same
    sign are paired in order. `contradicted` is what speaks against it all the same.
    """

    sign: Callable[[Identity], _Sign]
    alone: bool = False
    contradicted: Callable[[Identity, Identity], bool] = lambda _listed, _known: False


def _texts(*texts: str) -> _Sign:
    """The texts as a sign, none when one is missing."""
    return texts if all(texts) else None


def _guest_only(sign: Callable[[Identity], _Sign]) -> Callable[[Identity], _Sign]:
    return lambda one: None if one.companion else sign(one)


def _other_email(listed: Identity, known: Identity) -> bool:
    return bool(listed.email and known.email) and listed.email != known.email


def _other_email_or_company(listed: Identity, known: Identity) -> bool:
    other_company = bool(listed.company and known.company) and listed.company != known.company
    return other_company or _other_email(listed, known)


def _namesake(listed: Identity, known: Identity) -> bool:
    """Whether a number and a name agree by chance: another list numbers its own guests."""
    same_reading = listed.reading != "" and listed.reading == known.reading
    return _other_email(listed, known) and not same_reading


def _unread_name(one: Identity) -> _Sign:
    return None if one.reading else _texts(one.name)


_RULES = (
    _Rule(lambda one: _texts(one.number, one.name), contradicted=_namesake),
    *(
        _Rule(_guest_only(sign))
        for sign in (
            lambda one: _texts(one.ticket, one.name),
            lambda one: _texts(one.ticket, one.email),
            lambda one: _texts(one.ticket, one.reading),
            lambda one: _texts(one.email, one.name, one.reading),
            lambda one: _texts(one.email, one.name),
        )
    ),
    # The list numbers its own rows: the same number is the same guest, if perhaps renamed.
    _Rule(_guest_only(lambda one: _texts(one.list_ticket)), alone=True, contradicted=_other_email),
    # All that is known agrees, be it a bare name: of two such guests the first is the first row.
    _Rule(_guest_only(lambda one: (one.name, one.reading, one.email, one.company))),
    _Rule(_guest_only(lambda one: _texts(one.email, one.reading)), alone=True),
    _Rule(
        _guest_only(lambda one: _texts(one.name, one.reading, one.company)),
        contradicted=_other_email,
    ),
    _Rule(
        _guest_only(lambda one: _texts(one.name, one.reading)),
        alone=True,
        contradicted=_other_email,
    ),
    _Rule(_guest_only(lambda one: _texts(one.name, one.company)), contradicted=_other_email),
    _Rule(_guest_only(_unread_name), alone=True, contradicted=_other_email_or_company),
)
"""From the surest sign to the least sure."""


class _Matching:
    def __init__(self, listed: Sequence[Identity], known: Sequence[Identity]) -> None:
        self.matches: dict[str, Match] = {one.key: NOBODY for one in listed}
        self._listed = {one.key: one for one in listed}
        self._known = {one.key: one for one in known}
        self._left_over: dict[str, list[str]] = defaultdict(list)

    def apply(self, rule: _Rule) -> None:
        listed, known = _by_sign(self._listed, rule.sign), _by_sign(self._known, rule.sign)
        for sign in listed.keys() & known.keys():
            ours, theirs = listed[sign], known[sign]
            if rule.alone and (len(ours) > 1 or len(theirs) > 1):
                continue
            for one, guest in zip(ours, theirs, strict=False):
                if not _readings_differ(one, guest) and not rule.contradicted(one, guest):
                    self._settle(one, guest)
            for one in ours[len(theirs) :]:
                if not _is_another_ticket(one, theirs):
                    self._left_over[one.key] += [guest.key for guest in theirs]

    def look_for_doubts(self) -> None:
        """Note who may be one of the guests that nobody was matched to."""
        guests: dict[_Sign, list[Identity]] = defaultdict(list)
        for guest in self._known.values():
            for sign in _doubtful_signs(guest):
                guests[sign].append(guest)
        for one in self._listed.values():
            found = dict.fromkeys(self._left_over[one.key])
            for sign in _doubtful_signs(one):
                found |= dict.fromkeys(g.key for g in guests[sign] if _may_be(one, g))
            if found:
                self.matches[one.key] = Match(candidates=tuple(found))

    def _settle(self, listed: Identity, guest: Identity) -> None:
        self.matches[listed.key] = Match(guest.key)
        del self._listed[listed.key]
        del self._known[guest.key]


def _doubtful_signs(one: Identity) -> list[_Sign]:
    shown = (("ticket", one.ticket), ("e-mail", one.email), ("name", one.name))
    return [(kind, text) for kind, text in shown if text]


def _by_sign(
    people: Mapping[str, Identity], sign_of: Callable[[Identity], _Sign]
) -> dict[_Sign, list[Identity]]:
    found: dict[_Sign, list[Identity]] = defaultdict(list)
    for one in people.values():
        if (sign := sign_of(one)) is not None:
            found[sign].append(one)
    return found


def _readings_differ(listed: Identity, known: Identity) -> bool:
    """Whether two people of one name are told apart by their readings: 順子 is ジュンコ or ヨリコ.

    A shared address or number says that a reading was only mended.
    """
    shared = (
        (listed.email, known.email),
        (listed.ticket, known.ticket),
        (listed.number, known.number),
    )
    differ = bool(listed.reading and known.reading) and listed.reading != known.reading
    return differ and not any(ours and ours == theirs for ours, theirs in shared)


def _may_be(listed: Identity, known: Identity) -> bool:
    if known.companion and listed.name != known.name:
        return False
    return not _readings_differ(listed, known)


def _is_another_ticket(listed: Identity, known: Sequence[Identity]) -> bool:
    """Whether somebody with a known guest's signs has a further ticket, so is a further guest."""
    return bool(listed.ticket) and all(
        guest.ticket and guest.ticket != listed.ticket for guest in known
    )


def _folded(one: Identity) -> Identity:
    return Identity(
        key=one.key,
        name=fold(one.name),
        reading=fold(one.reading),
        email=one.email.casefold(),
        ticket=one.ticket.strip(),
        company=fold(one.company),
        number=unicodedata.normalize("NFKC", one.number).strip(),
        companion=one.companion,
        list_ticket=one.list_ticket.strip(),
    )
