"""Recording what a guest list says, one guest after the other, as part of one act."""

from collections.abc import Mapping
from typing import Final

from reception_app.documents.guest_sheet.listed_guest import ListedGuest
from reception_app.domain.facts import BadgeIssued, ListImported, ListOverruled
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import NOT_PERSONAL, Guest, GuestField, GuestStatus
from reception_app.domain.list_changes import STATUS, FieldChange
from reception_app.domain.money import Money
from reception_app.services.fees import fee_of, record_charge
from reception_app.services.guest_changes import record_fields, record_paid_by_list, record_status
from reception_app.services.guest_recording import put_on_list
from reception_app.services.list_comparison import (
    PAID,
    SHARED_BY_PARTY,
    GuestDifference,
    KnownGuest,
    category_code,
)
from reception_app.storage import admissions, guest_lists, guests, settings
from reception_app.storage.event_file import Act, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.wording import Wording

Pairs = frozenset[tuple[str, str]]
"""Ids of guests with a field each."""

_STAYS: Final = frozenset({STATUS, *(field.value for field in NOT_PERSONAL)})


class ImportRecorder:
    """Records one import; the listed are numbered first, then companions.

    `companions`, `changed` and `cancelled` count guests; `charged` sums the fees of the added.
    """

    def __init__(
        self, event: EventReader, act: Act, plan: FeePlan, file: str, *, n_new: int
    ) -> None:
        self._reader = event
        self._event = settings.find_event(event)
        self._wording = Wording(self._event.language)
        self._act = act
        self._plan = plan
        self._file = file
        self._import = new_id()
        self._listings = guest_lists.list_listings(event)
        self._host_number = guests.next_number(event)
        self._companion_number = self._host_number + n_new
        self._stood: list[tuple[str, ListedGuest]] = []
        self.companions = 0
        self.changed = 0
        self.cancelled = 0
        self.charged = Money(0, plan.currency)

    def add(self, listed: ListedGuest) -> None:
        """Add a new guest with the companions."""
        texts = dict(listed.texts)
        if GuestField.CATEGORY in texts:
            texts[GuestField.CATEGORY] = category_code(self._plan, texts[GuestField.CATEGORY])
        if listed.paid:
            texts[GuestField.LISTED_AS_PAID] = PAID
        number, self._host_number = self._host_number, self._host_number + 1
        host = self._record(texts, listed, status=listed.status, number=number)
        for n in range(listed.companions):
            named = listed.companion_names[n] if n < len(listed.companion_names) else ""
            self._add_companion(host, listed, named, n + 1)
        self._stood.append((host.id, listed))

    def change(self, known: KnownGuest, *, left: Pairs, taken: Pairs) -> None:
        """Write what the list changes of a guest and the companions, as a person chose."""
        chosen = _chosen(known, left=left, taken=taken)
        self._write_chosen(known, chosen)
        for one in known.party.changed:
            # What companions follow is decided for their host.
            own = [c for c in one.changes if c not in known.changes]
            followed = [c for c in one.changes if c in chosen]
            kept = _chosen(GuestDifference(one.guest, tuple(own)), left=left, taken=taken)
            self._write_chosen(GuestDifference(one.guest, (*own, *followed)), [*kept, *followed])
        host = self._current(known.guest.id)
        if known.party.added:
            taken_places = len(guests.list_party(self._reader, host.id))
            for n, name in enumerate(known.party.added, taken_places + 1):
                self._add_companion(host, known.listed, name, n)
        for alias in self._free_alias(known.listed):
            self._act.record(BadgeIssued(guest=host.id, badge_code=alias, alias=True))
        self.changed += bool(chosen or known.party.added or known.party.changed)
        self._stood.append((known.guest.id, known.listed))

    def cancel(self, guest_id: str) -> None:
        """Cancel a guest whom the list has no more, and those companions who have not arrived.

        Raises:
            GuestInside: the guest has arrived.
        """
        party = [
            companion
            for companion in guests.list_party(self._reader, guest_id)
            if admissions.find_admission_of(self._reader, companion.id) is None
        ]
        for guest in (self._current(guest_id), *party):
            if guest.status not in {GuestStatus.CANCELLED, GuestStatus.DECLINED}:
                record_status(self._reader, self._act, guest, GuestStatus.CANCELLED)
                self.cancelled += 1

    def close(self, headings_key: str) -> None:
        """Record who stood on the list, unless the same was recorded before."""
        standing = [(guest, listed.row, listed.companions) for guest, listed in self._stood]
        if all(
            any(
                (one.file, one.headings_key, one.row, one.companions)
                == (self._file, headings_key, row, companions)
                for one in self._listings.get(guest, ())[-1:]
            )
            for guest, row, companions in standing
        ):
            return
        self._act.record(
            ListImported(
                list_import=self._import,
                file=self._file,
                headings_key=headings_key,
                guests=[list(one) for one in standing],
            )
        )

    def _record(
        self, texts: Mapping[GuestField, str], listed: ListedGuest, *, status: GuestStatus,
        number: int, host: str | None = None,
    ) -> Guest:  # fmt: skip
        aliases = [] if host is not None else self._free_alias(listed)
        guest = put_on_list(
            self._act, texts, event_tag=self._event.tag, number=number, status=status,
            source=f"{self._file} {listed.row}".strip(), host=host, aliases=aliases,
            list_import=self._import,
        )  # fmt: skip
        if status is GuestStatus.ACCEPTED and record_charge(self._act, self._plan, guest):
            self.charged += fee_of(self._plan, guest, now=self._act.now)
        return guest

    def _free_alias(self, listed: ListedGuest) -> list[str]:
        """The list's own code of a guest, unless it opens the door already: one at most."""
        alias = listed.ticket_alias
        is_free = bool(alias) and guests.find_by_badge(self._reader, alias) is None
        return [alias] if is_free else []

    def _add_companion(self, host: Guest, listed: ListedGuest, named: str, n: int) -> None:
        shared = {field: getattr(host, field) for field in SHARED_BY_PARTY}
        name = named or self._wording.text("guest", "companion", host=host.name, n=n)
        self._record(
            {**shared, GuestField.NAME: name}, listed, status=host.status,
            number=self._companion_number, host=host.id,
        )  # fmt: skip
        self._companion_number += 1
        self.companions += 1

    def _write_chosen(self, one: KnownGuest | GuestDifference, chosen: list[FieldChange]) -> None:
        """Write the chosen changes, and remember that the list said the others too."""
        self._write(one.guest, chosen)
        self._overrule(one.guest, [change for change in one.changes if change not in chosen])

    def _write(self, guest: Guest, changes: list[FieldChange]) -> None:
        """Write fields, then status, then what the list says was paid: money follows in turn."""
        texts = {GuestField(c.field): c.new for c in changes if c.field != STATUS}
        if GuestField.CATEGORY in texts:
            texts[GuestField.CATEGORY] = category_code(self._plan, texts[GuestField.CATEGORY])
        if texts:
            record_fields(self._reader, self._act, guest, texts, list_import=self._import)
        for change in changes:
            if change.field == STATUS:
                record_status(
                    self._reader, self._act, self._current(guest.id), GuestStatus(change.new),
                    list_import=self._import,
                )  # fmt: skip
        if GuestField.LISTED_AS_PAID in texts:
            record_paid_by_list(self._reader, self._act, guest.id)

    def _overrule(self, guest: Guest, changes: list[FieldChange]) -> None:
        if not changes:
            return
        self._act.record(
            ListOverruled(
                guest=guest.id,
                list_import=self._import,
                fields={c.field: c.new for c in changes if c.field in _STAYS},
            ),
            subject=guest.id,
            personal={c.field: c.new for c in changes if c.field not in _STAYS},
        )

    def _current(self, guest_id: str) -> Guest:
        guest = guests.find_guest(self._reader, guest_id)
        assert guest is not None
        return guest


def _chosen(one: KnownGuest | GuestDifference, *, left: Pairs, taken: Pairs) -> list[FieldChange]:
    """The changes of a guest to be made: conflicts only where asked for, others unless left out."""
    return [
        change
        for change in one.changes
        if (
            (one.guest.id, change.field) in taken
            if change.conflict
            else (one.guest.id, change.field) not in left
        )
    ]
