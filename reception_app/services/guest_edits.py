"""One change for many guests at once: previewed with what it means for fees, and one undo."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import NOT_PERSONAL, Guest, GuestField, GuestStatus
from reception_app.domain.labels import clean_value, with_labels, without_labels
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.services.fees import amount_of, fee_of
from reception_app.services.guest_changes import record_fields, record_status, record_texts
from reception_app.services.guest_list import preview_status
from reception_app.services.guest_recording import GuestNameMissing
from reception_app.services.guest_undo import GuestBefore, record_put_back, standing_of
from reception_app.storage import admissions, guests, people, settings
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.journal import find_standing_charge


class NothingToChange(ReceptionError):
    """The change would leave every one of the guests as they are."""


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """The same text in one field of every guest; empty to empty it."""

    field: GuestField
    text: str


@dataclass(frozen=True, slots=True)
class LabelsEdit:
    """Labels every guest has from now on, and labels none of them has any more."""

    added: str = ""
    removed: str = ""


@dataclass(frozen=True, slots=True)
class StatusEdit:
    """Where the invitation of every guest stands from now on."""

    status: GuestStatus
    reason: str = ""


GuestEdit = FieldEdit | LabelsEdit | StatusEdit


@dataclass(frozen=True, slots=True)
class EditPreview:
    """What an edit would do.

    Attributes:
        edit: the edit.
        changing: the guests it changes, as they are now.
        unchanged: how many are that way already.
        refused: who can't be changed so: guests inside who would not be accepted, erased guests.
        fee_change: by how much what they owe together would change.
    """

    edit: GuestEdit
    changing: tuple[Guest, ...]
    unchanged: int
    refused: tuple[Guest, ...]
    fee_change: Money


@dataclass(frozen=True, slots=True)
class EditDone:
    """What an edit did, to be taken back: the texts before and after by guest, and the standing."""

    field: GuestField | None
    texts: tuple[tuple[str, str, str], ...]
    standing: tuple[GuestBefore, ...]

    @property
    def count(self) -> int:
        """How many guests were changed."""
        return max(len(self.texts), len(self.standing))


def preview_edit(
    event: EventReader, guest_ids: Iterable[str], edit: GuestEdit, *, now: datetime,
    progress: Progress | None = None,
) -> EditPreview:  # fmt: skip
    """Say what an edit would do to these guests.

    Raises:
        GuestNameMissing: nobody can be left without a name.
        Cancelled: the person would not wait.
    """
    if isinstance(edit, FieldEdit):
        edit = replace(edit, text=clean_value(edit.field, edit.text))
        if edit.field is GuestField.NAME and not edit.text:
            raise GuestNameMissing
    wanted = list(guest_ids)
    progress = progress or Silent()
    changing, refused, unchanged = [], [], 0
    fee_change = Money(0, settings.find_fee_plan(event).currency)
    for done, guest_id in enumerate(wanted):
        progress.advance(done, len(wanted))
        guest = guests.find_guest(event, guest_id)
        assert guest is not None, "pages show guests of this event only"
        if not _changes(edit, guest):
            unchanged += 1
        elif _is_refused(event, edit, guest):
            refused.append(guest)
        else:
            changing.append(guest)
            fee_change += _fee_change(event, edit, guest, now=now)
    return EditPreview(edit, tuple(changing), unchanged, tuple(refused), fee_change)


def apply_edit(
    event: EventFile, preview: EditPreview, *, now: datetime, operator: str,
    progress: Progress | None = None,
) -> EditDone:  # fmt: skip
    """Do what was previewed, in one act.

    Raises:
        NothingToChange: nobody would be changed.
        GuestInside, GuestErased: somebody arrived or was erased since; nothing was written.
        Cancelled: nothing was written.
    """
    if not preview.changing:
        raise NothingToChange
    edit, progress = preview.edit, progress or Silent()
    texts, standing = [], []
    field = _field_of(edit)
    with event.act(now=now, actor=operator) as act:
        for done, guest in enumerate(preview.changing):
            progress.advance(done, len(preview.changing))
            if not isinstance(edit, FieldEdit | LabelsEdit) or field is GuestField.CATEGORY:
                standing.append(standing_of(event, guest.id))
            if isinstance(edit, StatusEdit):
                record_status(event, act, guest, edit.status, reason=edit.reason)
            else:
                assert field is not None
                before, after = str(getattr(guest, field.value)), _text_after(edit, guest)
                record_fields(event, act, guest, {field: after})
                texts.append((guest.id, before, after))
        progress.advance(len(preview.changing), len(preview.changing))
    return EditDone(field, tuple(texts), tuple(standing))


def undo_edit(event: EventFile, done: EditDone, *, now: datetime, operator: str) -> int:
    """Take an edit back in one act; returns how many guests were put back.

    What somebody wrote into the same field since stays as it is.

    Raises:
        GuestInside: somebody has arrived meanwhile and stays accepted; nothing was written.
    """
    kept = set()
    with event.act(now=now, actor=operator) as act:
        for guest_id, before, after in done.texts:
            guest = guests.find_guest(event, guest_id)
            assert guest is not None
            assert done.field is not None
            if getattr(guest, done.field.value) != after:
                kept.add(guest_id)
            else:
                record_texts(event, act, guest, {done.field: before})
        for one in done.standing:
            if one.guest not in kept:
                record_put_back(event, act, one)
    return done.count - len(kept)


def _field_of(edit: GuestEdit) -> GuestField | None:
    match edit:
        case FieldEdit():
            return edit.field
        case LabelsEdit():
            return GuestField.LABELS
        case StatusEdit():
            return None


def _text_after(edit: FieldEdit | LabelsEdit, guest: Guest) -> str:
    if isinstance(edit, FieldEdit):
        return edit.text
    return without_labels(with_labels(guest.labels, edit.added), edit.removed)


def _changes(edit: GuestEdit, guest: Guest) -> bool:
    match edit:
        case StatusEdit():
            return edit.status is not guest.status
        case FieldEdit():
            return edit.text != str(getattr(guest, edit.field.value))
        case LabelsEdit():
            return _text_after(edit, guest) != guest.labels


def _is_refused(event: EventReader, edit: GuestEdit, guest: Guest) -> bool:
    if isinstance(edit, StatusEdit):
        inside = admissions.find_admission_of(event, guest.id) is not None
        return inside and edit.status is not GuestStatus.ACCEPTED
    return _field_of(edit) not in NOT_PERSONAL and people.is_erased(event, guest.id)


def _fee_change(event: EventReader, edit: GuestEdit, guest: Guest, *, now: datetime) -> Money:
    plan = settings.find_fee_plan(event)
    if isinstance(edit, StatusEdit):
        return preview_status(event, guest, edit.status, now=now)
    zero = Money(0, plan.currency)
    if not isinstance(edit, FieldEdit) or edit.field is not GuestField.CATEGORY:
        return zero
    charge = find_standing_charge(event, guest.id)
    if charge is None and guest.status is not GuestStatus.ACCEPTED:
        return zero
    fee = fee_of(plan, replace(guest, category=edit.text), now=now)
    return fee - (amount_of(charge.entry) if charge else zero)
