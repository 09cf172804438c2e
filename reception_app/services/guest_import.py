"""Taking a guest list in: what would happen, then all of it in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reception_app.documents.guest_sheet.guests import read_guests
from reception_app.documents.guest_sheet.headings import ListField
from reception_app.documents.guest_sheet.headless import guessed
from reception_app.documents.guest_sheet.list_file import read_list, read_pasted
from reception_app.documents.guest_sheet.listed_guest import GuestList, ListedGuest
from reception_app.documents.guest_sheet.mapping import (
    ColumnMapping,
    ListHeadingMissing,
    recognise,
)
from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.documents.refused_sheet import write_refused_rows
from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestField
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services.fees import record_fee_plan
from reception_app.services.import_recording import ImportRecorder
from reception_app.services.list_comparison import (
    Comparison,
    DoubtfulGuest,
    GoneGuest,
    KnownGuest,
    compare_list,
    difference_to,
)
from reception_app.services.list_mapping import recalled, record_mapping
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.wording import Wording


@dataclass(eq=False)
class MappingUnknown(ReceptionError):
    """A correction names a heading the list does not have, or a field that does not exist."""

    text: str


@dataclass(eq=False)
class PreviewOutdated(ReceptionError):
    """The event's list changed after the preview was made; nothing was written."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a list would do; `commit_import` does exactly this.

    `new_categories` are in the list but not in the fee plan; their price is zero until it is set.
    """

    raw: RawList
    mapping: ColumnMapping
    listed: GuestList
    comparison: Comparison
    new_categories: tuple[str, ...]

    @property
    def new(self) -> tuple[ListedGuest, ...]:
        """Guests to be added."""
        return self.comparison.new

    @property
    def changed(self) -> tuple[KnownGuest, ...]:
        """Guests of whom the list says something new, field by field."""
        return self.comparison.changed

    @property
    def same(self) -> tuple[KnownGuest, ...]:
        """Guests of whom the list has nothing new to say."""
        return self.comparison.same

    @property
    def in_doubt(self) -> tuple[DoubtfulGuest, ...]:
        """Guests who may be on the event's list; left alone until a person says who is who."""
        return self.comparison.in_doubt

    @property
    def gone(self) -> tuple[GoneGuest, ...]:
        """Guests who stood on this list before; kept unless a person cancels them."""
        return self.comparison.gone

    @property
    def known(self) -> tuple[ListedGuest, ...]:
        """Listed guests who are not new, in the order of the list."""
        sure = [one.listed for one in (*self.changed, *self.same)]
        listed = [*sure, *(one.listed for one in self.in_doubt)]
        return tuple(sorted(listed, key=lambda guest: guest.row))

    @property
    def companions(self) -> int:
        """How many companions the new guests bring."""
        return sum(guest.companions for guest in self.new)


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a person decided over a preview; without any, the list's new words are written.

    Attributes:
        update: whether guests who are known are changed at all.
        left: changes not to be made, as pairs of a guest's id and a field.
        taken: conflicts in which the list is right, as pairs of a guest's id and a field.
        cancelled: ids of guests who are gone, and of surplus companions, to be cancelled.
        same_as: by row of a doubtful guest, the id of the guest it is, None for a new guest.
    """

    update: bool = True
    left: frozenset[tuple[str, str]] = frozenset()
    taken: frozenset[tuple[str, str]] = frozenset()
    cancelled: frozenset[str] = frozenset()
    same_as: Mapping[int, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `charged` is the sum of the fees posted for whoever was added.

    `known` were on the list already, `changed` of them were changed; `in_doubt` were left alone;
    `cancelled` counts companions too.
    """

    guests: int
    companions: int
    known: int
    refused: int
    charged: Money
    changed: int = 0
    in_doubt: int = 0
    cancelled: int = 0


def preview_import(
    event: EventReader, path: Path, *, sheet: str | None = None, progress: Progress | None = None,
    has_headings: bool = True,
) -> ImportPreview:  # fmt: skip
    """Read a guest list and say what importing it would do.

    Columns mean what a person said when a list with the same headings was taken in before.

    Raises:
        ReceptionError: the file is no readable guest list; the subclasses say why.
        Cancelled: the person asked to stop.
    """
    raw = read_list(path, sheet=sheet, progress=progress)
    mapping = recognise(raw) if has_headings else guessed(raw)
    return preview_list(event, raw, recalled(event, mapping))


def preview_pasted(event: EventReader, text: str, *, has_headings: bool = True) -> ImportPreview:
    """Say what importing pasted cells would do.

    Cells without headings, such as names from an e-mail, are understood by their look.

    Raises:
        ReceptionError: the text is no readable guest list; the subclasses say why.
    """
    raw = read_pasted(text)
    try:
        mapping = recognise(raw) if has_headings else guessed(raw)
    except ListHeadingMissing:
        mapping = guessed(raw)
        if not mapping.has_name:
            raise
    return preview_list(event, raw, recalled(event, mapping))


def preview_list(event: EventReader, raw: RawList, mapping: ColumnMapping) -> ImportPreview:
    """What importing the list would do when its columns mean what `mapping` says."""
    listed = read_guests(raw, mapping)
    comparison = compare_list(event, listed.guests, mapping, file=raw.file)
    plan = settings.find_fee_plan(event)
    names = [
        *(guest.text(GuestField.CATEGORY) for guest in comparison.new),
        *(
            change.new
            for known in comparison.changed
            for change in known.changes
            if change.field == GuestField.CATEGORY
        ),
    ]
    return ImportPreview(
        raw=raw,
        mapping=mapping,
        listed=listed,
        comparison=comparison,
        new_categories=tuple(n for n in dict.fromkeys(names) if n and n not in plan),
    )


def corrected(
    mapping: ColumnMapping, corrections: Sequence[str], *, fixed: Sequence[str] = ()
) -> ColumnMapping:
    """The mapping with `HEADING=FIELD` corrections and `FIELD=VALUE` texts, as people type them.

    A text stands for the whole column; an empty one lets the column speak again.

    Raises:
        MappingUnknown: there is no such heading or field.
    """
    for correction in corrections:
        heading, _, name = correction.rpartition("=")
        columns = [column for column in mapping.columns if column.heading == heading]
        if not columns or name not in set(ListField):
            raise MappingUnknown(correction)
        mapping = mapping.with_field(columns[0].index, ListField(name))
    for setting in fixed:
        name, equals, text = setting.partition("=")
        if not equals or name not in set(ListField):
            raise MappingUnknown(setting)
        mapping = mapping.with_fixed(ListField(name), text or None)
    return mapping


def save_refused(event: EventReader, preview: ImportPreview, path: Path) -> int:
    """Write the rows that are not taken as a workbook to mend and take in; returns how many.

    Raises:
        FileNotWritable, NoRoomForFile: nothing was written; an older file is as it was.
    """
    wording = Wording(settings.find_event(event).language)
    refused = preview.listed.refused
    write_refused_rows(path, preview.raw, preview.mapping, refused, wording=wording)
    return len(refused)


def commit_import(
    event: EventFile, preview: ImportPreview, *, now: datetime, operator: str,
    prices: Mapping[str, Money] | None = None, progress: Progress | None = None,
    choices: ImportChoices | None = None,
) -> Imported:  # fmt: skip
    """Do what the preview says as a person chose, in one transaction.

    New guests come with companions, badges and charges; of known ones the changed fields are
    written, with the money that follows; nobody is deleted.

    Args:
        event: the event to add them to.
        preview: what `preview_import` said.
        now: the time of the act.
        operator: who does it.
        prices: prices of new categories by name, where they are known already.
        progress: told after each guest.
        choices: what a person decided over the preview.

    Raises:
        PreviewOutdated: guests were changed since the preview; nothing was written.
        GuestInside: a guest who has arrived would be cancelled; nothing was written.
        Cancelled: nothing was written.
    """
    progress, choices = progress or Silent(), choices or ImportChoices()
    plan = settings.find_fee_plan(event)
    for name in preview.new_categories:
        price = (prices or {}).get(name, Money(0, plan.currency))
        plan = plan.with_category(plan.new_category(name, price.minor))
    new, known = _decided(event, preview, choices)
    if not choices.update:
        known = []
    if any(guests.find_guest(event, one.guest.id) != one.guest for one in known):
        raise PreviewOutdated
    with event.act(now=now, actor=operator) as act:
        if preview.new_categories:
            record_fee_plan(act, plan)
        recorder = ImportRecorder(event, act, plan, preview.raw.file, n_new=len(new))
        for done, listed in enumerate(new):
            progress.advance(done, len(new) + len(known))
            recorder.add(listed)
        for done, one in enumerate(known, len(new)):
            progress.advance(done, len(new) + len(known))
            recorder.change(one, left=choices.left, taken=choices.taken)
        for guest_id in sorted(choices.cancelled):
            recorder.cancel(guest_id)
        recorder.close(preview.mapping.headings_key)
        record_mapping(event, act, preview.raw, preview.mapping)
        progress.advance(len(new) + len(known), len(new) + len(known))
    return Imported(
        guests=len(new),
        companions=recorder.companions,
        known=len(preview.known) - (len(new) - len(preview.new)),
        refused=len(preview.listed.refused),
        charged=recorder.charged,
        changed=recorder.changed,
        in_doubt=sum(one.listed.row not in choices.same_as for one in preview.in_doubt),
        cancelled=recorder.cancelled,
    )


def _decided(
    event: EventReader, preview: ImportPreview, choices: ImportChoices
) -> tuple[list[ListedGuest], list[KnownGuest]]:
    """The new and the known guests once a person has said who the doubtful ones are."""
    new, known = list(preview.new), [*preview.changed, *preview.same]
    for one in preview.in_doubt:
        if one.listed.row not in choices.same_as:
            continue
        guest = choices.same_as[one.listed.row]
        if guest is None:
            new.append(one.listed)
        else:
            known.append(
                difference_to(event, one.listed, guest, preview.mapping, file=preview.raw.file)
            )
    return sorted(new, key=lambda listed: listed.row), known
