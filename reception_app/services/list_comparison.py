"""What a guest list says that the event's list does not: new, changed, same, gone and in doubt."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reception_app.documents.guest_sheet.coverage import (
    tells_companions,
    tells_status,
    told_fields,
)
from reception_app.documents.guest_sheet.listed_guest import ListedGuest
from reception_app.documents.guest_sheet.mapping import ColumnMapping
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField, GuestStatus, fold
from reception_app.domain.guest_matching import Identity, Match, match_guests
from reception_app.domain.list_changes import STATUS, FieldChange, ListWord, change_of
from reception_app.storage import guest_lists, guests, people, settings
from reception_app.storage.event_file import EventReader
from reception_app.storage.guest_lists import Listing
from reception_app.storage.guests import GuestRow

SHARED_BY_PARTY = (
    GuestField.CATEGORY,
    GuestField.COMPANY,
    GuestField.INTRODUCER,
    GuestField.TABLE,
    GuestField.LISTED_AS_PAID,
)
"""What companions have from their host until somebody writes otherwise."""

_FOLLOWED = frozenset({*SHARED_BY_PARTY, STATUS})

PAID = "yes"
"""What `listed_as_paid` holds when the list says so."""

_NOT_COMING = frozenset({GuestStatus.CANCELLED, GuestStatus.DECLINED})


@dataclass(frozen=True, slots=True)
class GuestDifference:
    """What a list changes of one guest, field by field."""

    guest: Guest
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class PartyDifference:
    """What a list changes of a guest's companions 同伴者.

    Attributes:
        added: names of companions to be added, empty for one who is not named.
        surplus: companions the list no longer has, offered for cancellation.
        changed: companions who are named now, or follow what changes for their host; what they
            follow has the very change of the host.
    """

    added: tuple[str, ...] = ()
    surplus: tuple[Guest, ...] = ()
    changed: tuple[GuestDifference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.surplus or self.changed)


@dataclass(frozen=True, slots=True)
class KnownGuest:
    """A listed guest who is on the event's list, with what the guest list changes."""

    listed: ListedGuest
    guest: Guest
    changes: tuple[FieldChange, ...] = ()
    party: PartyDifference = PartyDifference()


@dataclass(frozen=True, slots=True)
class DoubtfulGuest:
    """A listed guest who may be one of `candidates` or somebody else: a person must say."""

    listed: ListedGuest
    candidates: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class GoneGuest:
    """A guest who stood on this list when it was last taken in, and stands on it no more."""

    guest: Guest
    companions: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The guests of a list in groups, each in the order of the list, `gone` by number."""

    new: tuple[ListedGuest, ...]
    changed: tuple[KnownGuest, ...]
    same: tuple[KnownGuest, ...]
    in_doubt: tuple[DoubtfulGuest, ...]
    gone: tuple[GoneGuest, ...]


def compare_list(
    event: EventReader, listed: Sequence[ListedGuest], mapping: ColumnMapping, *, file: str
) -> Comparison:
    """Tell the guests of a list apart by what is known of them already."""
    board = _Board(event, mapping, file=file)
    matches = match_guests(map(_identity_of_listed, listed), board.identities())
    new: list[ListedGuest] = []
    changed: list[KnownGuest] = []
    same: list[KnownGuest] = []
    in_doubt: list[DoubtfulGuest] = []
    seen: set[str] = set()
    for one in listed:
        match = matches[str(one.row)]
        seen |= {match.guest or "", *match.candidates}
        if match.guest is not None:
            known = board.difference(one, match.guest)
            (changed if known.changes or known.party else same).append(known)
        elif match.candidates:
            candidates = tuple(board.guest(key) for key in match.candidates)
            in_doubt.append(DoubtfulGuest(one, candidates))
        else:
            new.append(one)
    return Comparison(
        tuple(new), tuple(changed), tuple(same), tuple(in_doubt), board.gone(matches, seen)
    )


def difference_to(
    event: EventReader, listed: ListedGuest, guest_id: str, mapping: ColumnMapping, *, file: str
) -> KnownGuest:
    """What a list changes of a guest when a person says that this is whom it speaks of."""
    return _Board(event, mapping, file=file).difference(listed, guest_id)


class _Board:
    """All that is known of the guests, laid out for one comparison."""

    def __init__(self, event: EventReader, mapping: ColumnMapping, *, file: str) -> None:
        rows = guests.list_guests(event)
        self._rows: dict[str, GuestRow] = {row.guest.id: row for row in rows}
        self._party: dict[str, list[Guest]] = {}
        for row in sorted(rows, key=lambda row: row.guest.number):
            if row.guest.host is not None:
                self._party.setdefault(row.guest.host, []).append(row.guest)
        self._erased = people.list_erased(event)
        self._listings = guest_lists.list_listings(event)
        self._words = guest_lists.list_words(event)
        self._plan = settings.find_fee_plan(event)
        self._fields = told_fields(mapping)
        self._tells_status = tells_status(mapping)
        self._tells_companions = tells_companions(mapping)
        self._key, self._file = mapping.headings_key, file

    def identities(self) -> Iterable[Identity]:
        """Everybody by number, so that namesakes are paired in the order they came."""
        everybody = sorted(self._rows.values(), key=lambda row: row.guest.number)
        return [
            _identity_of(row.guest, on_list=self._last_listing(row.guest.id) is not None)
            for row in everybody
            if row.guest.id not in self._erased
        ]

    def guest(self, guest_id: str) -> Guest:
        return self._rows[guest_id].guest

    def difference(self, listed: ListedGuest, guest_id: str) -> KnownGuest:
        guest = self.guest(guest_id)
        same_list = self._last_listing(guest_id) is not None
        changes = []
        for name, text in self._told(listed):
            stands = str(getattr(guest, name))
            if _spelled_alike(text, stands, same_list=same_list):
                continue
            change = change_of(
                name,
                stands=stands,
                listed=text,
                word=self._words[guest_id],
                same_list=same_list,
            )
            if change is not None:
                changes.append(change)
        party = self._party_difference(listed, guest, changes)
        return KnownGuest(listed, guest, tuple(changes), party)

    def gone(self, matches: Mapping[str, Match], seen: set[str]) -> tuple[GoneGuest, ...]:
        """Who stood on this list before, unless it is another list with the same headings."""
        before = {guest for guest in self._rows if self._last_listing(guest) is not None}
        still = sum(match.guest in before for match in matches.values())
        if still * 2 < len(before):
            return ()
        left = [self._rows[guest] for guest in before - seen - self._erased]
        return tuple(
            GoneGuest(
                row.guest,
                tuple(
                    one
                    for one in self._party.get(row.guest.id, ())
                    if one.status not in _NOT_COMING
                ),
            )
            for row in sorted(left, key=lambda row: row.guest.number)
            if row.guest.status not in _NOT_COMING and row.admitted_at is None
        )

    def _last_listing(self, guest_id: str) -> Listing | None:
        """When the guest stood on this list before, known by its headings or its file's name."""
        return next(
            (
                listing
                for listing in reversed(self._listings.get(guest_id, ()))
                if listing.headings_key == self._key or (self._file and listing.file == self._file)
            ),
            None,
        )

    def _told(self, listed: ListedGuest) -> Iterable[tuple[str, str]]:
        """What the list says of a guest: names of fields, and status."""
        for field in self._fields:
            if field is GuestField.LISTED_AS_PAID:
                if listed.paid is not None:
                    yield field, PAID if listed.paid else ""
            elif field is GuestField.CATEGORY:
                yield field, category_code(self._plan, listed.text(field))
            else:
                yield field, listed.text(field)
        if self._tells_status:
            yield STATUS, listed.status

    def _party_difference(
        self, listed: ListedGuest, host: Guest, host_changes: Sequence[FieldChange]
    ) -> PartyDifference:
        listed_party = [o for o in self._party.get(host.id, ()) if self._words[o.id].from_list]
        changes = {
            one.id: list(_followed(one, self._words[one.id], host_changes)) for one in listed_party
        }
        if not self._tells_companions:
            return PartyDifference(changed=_differences(listed_party, changes))
        party = [one for one in listed_party if one.status not in _NOT_COMING]
        unnamed, names = _unpaired(party, listed.companion_names)
        listing = self._last_listing(host.id)
        before = max(listing.companions if listing else 0, len(party))
        n_surplus = max(len(party) - listed.companions, 0)
        arrived = [one for one in unnamed if self._rows[one.id].admitted_at is not None]
        leaving = [one for one in reversed(unnamed) if one not in arrived][:n_surplus]
        for one, name in zip(
            [one for one in unnamed if one not in leaving], list(names), strict=False
        ):
            names.remove(name)
            change = change_of(
                GuestField.NAME, stands=one.name, listed=name, word=self._words[one.id],
                same_list=True,
            )  # fmt: skip
            changes[one.id] += [change] if change else []
        n_added = max(listed.companions - before, 0)
        return PartyDifference(
            added=tuple((*names, *[""] * n_added)[:n_added]),
            surplus=tuple(sorted(leaving, key=lambda one: one.number)),
            changed=_differences(listed_party, changes),
        )


def _spelled_alike(text: str, stands: str, *, same_list: bool) -> bool:
    """Whether a list says nothing new: other widths of letters, or another list's spelling."""
    if unicodedata.normalize("NFKC", text) == unicodedata.normalize("NFKC", stands):
        return True
    return not same_list and fold(text) == fold(stands)


def category_code(plan: FeePlan, name: str) -> str:
    """The code of the category a list calls by this name, the name itself where it is a new one."""
    return plan.category(name).code if name in plan else name


def _followed(
    companion: Guest, word: ListWord, host_changes: Iterable[FieldChange]
) -> Iterable[FieldChange]:
    """The changes of a host that a companion shares."""
    for change in host_changes:
        if (
            change.field in _FOLLOWED
            and getattr(companion, change.field) == change.old
            and change.field not in word.by_people
        ):
            yield change


def _unpaired(party: Sequence[Guest], names: Sequence[str]) -> tuple[list[Guest], list[str]]:
    """The companions whom the list does not name, and the names that no companion has."""
    left = list(names)
    unnamed = []
    for one in party:
        own = next((name for name in left if fold(name) == fold(one.name)), None)
        if own is None:
            unnamed.append(one)
        else:
            left.remove(own)
    return unnamed, left


def _differences(
    party: Iterable[Guest], changes: Mapping[str, Sequence[FieldChange]]
) -> tuple[GuestDifference, ...]:
    return tuple(GuestDifference(one, tuple(changes[one.id])) for one in party if changes[one.id])


def _identity_of(guest: Guest, *, on_list: bool) -> Identity:
    return Identity(
        key=guest.id,
        name=guest.name,
        reading=guest.reading,
        email=guest.email,
        ticket=guest.ticket_number,
        company=guest.company,
        number=str(guest.number),
        companion=guest.host is not None,
        list_ticket=guest.ticket_number if on_list else "",
    )


def _identity_of_listed(listed: ListedGuest) -> Identity:
    return Identity(
        key=str(listed.row),
        name=listed.name,
        reading=listed.text(GuestField.READING),
        email=listed.text(GuestField.EMAIL),
        ticket=listed.text(GuestField.TICKET_NUMBER),
        company=listed.text(GuestField.COMPANY),
        number=listed.listed_number,
        list_ticket=listed.text(GuestField.TICKET_NUMBER),
    )
