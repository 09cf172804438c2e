"""Taking a guest list in: what would happen, then all of it in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.list_file import read_list
from reception_app.documents.guest_sheet.listed_guest import GuestList, ListedGuest
from reception_app.documents.guest_sheet.mapping import ColumnMapping, recognise
from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.domain.errors import ReceptionError
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField, GuestStatus, fold
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services.fees import fee_of, record_charge, record_fee_plan
from reception_app.services.guest_recording import record_guest
from reception_app.storage import guests, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.wording import Wording


@dataclass(eq=False)
class MappingUnknown(ReceptionError):
    """A correction names a heading the list does not have, or a field that does not exist."""

    text: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a list would do; `commit_import` does exactly this.

    `new` are the guests to be added; `known` those on the event's list already, who stay as they
    are. `new_categories` are in the list but not in the fee plan; their price is zero until it is
    set.
    """

    raw: RawList
    mapping: ColumnMapping
    listed: GuestList
    new: tuple[ListedGuest, ...]
    known: tuple[ListedGuest, ...]
    new_categories: tuple[str, ...]

    @property
    def companions(self) -> int:
        """How many companions the new guests bring."""
        return sum(guest.companions for guest in self.new)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `charged` is the sum of all fees posted."""

    guests: int
    companions: int
    known: int
    refused: int
    charged: Money


def preview_import(
    event: EventReader, path: Path, *, sheet: str | None = None, progress: Progress | None = None
) -> ImportPreview:
    """Read a guest list and say what importing it would do.

    Raises:
        ReceptionError: the file is no readable guest list; the subclasses say why.
        Cancelled: the person asked to stop.
    """
    raw = read_list(path, sheet=sheet, progress=progress)
    return preview_list(event, raw, recognise(raw))


def preview_list(event: EventReader, raw: RawList, mapping: ColumnMapping) -> ImportPreview:
    """What importing the list would do when its columns mean what `mapping` says."""
    listed = read_guests(raw, mapping)
    on_list = {key for row in guests.list_guests(event) for key in _keys_of(row.guest)}
    known = tuple(guest for guest in listed.guests if not on_list.isdisjoint(_listed_keys(guest)))
    familiar = {id(guest) for guest in known}
    new = tuple(guest for guest in listed.guests if id(guest) not in familiar)
    plan = settings.find_fee_plan(event)
    names = dict.fromkeys(guest.text(GuestField.CATEGORY) for guest in new)
    return ImportPreview(
        raw=raw,
        mapping=mapping,
        listed=listed,
        new=new,
        known=known,
        new_categories=tuple(name for name in names if name and name not in plan),
    )


def corrected(mapping: ColumnMapping, corrections: Sequence[str]) -> ColumnMapping:
    """The mapping with `HEADING=FIELD` corrections, as people type them.

    Raises:
        MappingUnknown: there is no such heading or field.
    """
    for correction in corrections:
        heading, _, name = correction.rpartition("=")
        columns = [column for column in mapping.columns if column.heading == heading]
        if not columns or name not in set(ListField):
            raise MappingUnknown(correction)
        mapping = mapping.with_field(columns[0].index, ListField(name))
    return mapping


def commit_import(
    event: EventFile, preview: ImportPreview, *, now: datetime, operator: str,
    prices: Mapping[str, Money] | None = None, progress: Progress | None = None,
) -> Imported:  # fmt: skip
    """Add the new guests with their companions, badges and charges, in one transaction.

    Args:
        event: the event to add them to.
        preview: what `preview_import` said.
        now: the time of the act.
        operator: who does it.
        prices: prices of new categories by name, where they are known already.
        progress: told after each guest.

    Raises:
        Cancelled: nothing was added.
    """
    progress = progress or Silent()
    plan = settings.find_fee_plan(event)
    for name in preview.new_categories:
        price = (prices or {}).get(name, Money(0, plan.currency))
        plan = plan.with_category(plan.new_category(name, price.minor))
    with event.act(now=now, actor=operator) as act:
        if preview.new_categories:
            record_fee_plan(act, plan)
        recorder = _Recorder(event, act, plan, preview)
        for done, listed in enumerate(preview.new):
            progress.advance(done, len(preview.new))
            recorder.record(listed)
        progress.advance(len(preview.new), len(preview.new))
    return Imported(
        guests=len(preview.new),
        companions=preview.companions,
        known=len(preview.known),
        refused=len(preview.listed.refused),
        charged=recorder.charged,
    )


class _Recorder:
    """Records one listed guest after the other: first the listed are numbered, then companions."""

    def __init__(self, event: EventReader, act: Act, plan: FeePlan, preview: ImportPreview) -> None:
        self._reader = event
        self._event = settings.find_event(event)
        self._wording = Wording(self._event.language)
        self._act = act
        self._plan = plan
        self._source = preview.raw.file
        self._host_number = guests.next_number(event)
        self._companion_number = self._host_number + len(preview.new)
        self.charged = Money(0, plan.currency)

    def record(self, listed: ListedGuest) -> None:
        texts = dict(listed.texts)
        if texts.get(GuestField.CATEGORY):
            texts[GuestField.CATEGORY] = self._plan.category(texts[GuestField.CATEGORY]).code
        if listed.paid:
            texts[GuestField.LISTED_AS_PAID] = "yes"
        aliases = [listed.ticket_alias] if listed.ticket_alias else []
        host = self._add(texts, listed, aliases=aliases)
        shared = {field: texts[field] for field in _SHARED_BY_PARTY if texts.get(field)}
        for n in range(listed.companions):
            named = listed.companion_names[n] if n < len(listed.companion_names) else ""
            name = named or self._wording.text("guest", "companion", host=listed.name, n=n + 1)
            self._add({**shared, GuestField.NAME: name}, listed, host=host)

    def _add(
        self, texts: Mapping[GuestField, str], listed: ListedGuest, *, host: str | None = None,
        aliases: Sequence[str] = (),
    ) -> str:  # fmt: skip
        guest_id = record_guest(
            self._act, texts, event_tag=self._event.tag, number=self._next_number(companion=host is not None),
            status=listed.status, source=f"{self._source} {listed.row}", host=host,
            aliases=aliases,
        )  # fmt: skip
        if listed.status is GuestStatus.ACCEPTED:
            guest = guests.find_guest(self._reader, guest_id)
            assert guest is not None
            if record_charge(self._act, self._plan, guest):
                self.charged += fee_of(self._plan, guest, now=self._act.now)
        return guest_id

    def _next_number(self, *, companion: bool) -> int:
        if companion:
            self._companion_number += 1
            return self._companion_number - 1
        self._host_number += 1
        return self._host_number - 1


_SHARED_BY_PARTY = (
    GuestField.CATEGORY,
    GuestField.COMPANY,
    GuestField.INTRODUCER,
    GuestField.TABLE,
    GuestField.LISTED_AS_PAID,
)


def _keys_of(guest: Guest) -> set[tuple[str, ...]]:
    """By what a guest on the event's list is known again."""
    keys = _own_keys(guest.ticket_number, guest.email, guest.name)
    spoken = (fold(guest.name), fold(guest.reading))
    keys.add(("name", *spoken))
    if not guest.email:
        keys.add(("name of one without e-mail", *spoken))
    return keys


def _listed_keys(guest: ListedGuest) -> set[tuple[str, ...]]:
    """What to look a listed guest up by; two people of one name differ by their addresses."""
    email = guest.text(GuestField.EMAIL)
    keys = _own_keys(guest.text(GuestField.TICKET_NUMBER), email, guest.name)
    kind = "name of one without e-mail" if email else "name"
    keys.add((kind, fold(guest.name), fold(guest.text(GuestField.READING))))
    return keys


def _own_keys(ticket: str, email: str, name: str) -> set[tuple[str, ...]]:
    """The ticket, and the e-mail address with the name: households share an address."""
    keys: set[tuple[str, ...]] = set()
    if ticket:
        keys.add(("ticket", ticket))
    if email:
        keys.add(("e-mail", email.casefold(), fold(name)))
    return keys
