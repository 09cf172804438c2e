"""The next event from this one: a new file with the same people, prices and settings, nothing paid.

Everybody is invited anew with a badge of their own; whoever was linked as one person is one guest.
What is owed stays in the books of the event it is owed to, and is told on the guest's card. Sealed
books open the new event's with what was left.
"""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from reception_app.domain.facts import EventChanged, PastCarried, ToldApart
from reception_app.domain.fee import FeePlan
from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.progress import Progress, Silent
from reception_app.services.duplicates import people_of
from reception_app.services.event_setup import create_event, setting_names
from reception_app.services.fees import record_fee_plan
from reception_app.services.guest_recording import put_on_list
from reception_app.services.payer_aliases import carry_aliases
from reception_app.services.sealing import carry_on
from reception_app.storage import guests, past_visits, people, settings
from reception_app.storage.event_file import Act, EventFile, EventReader, FileExists
from reception_app.storage.guests import GuestRow

EARLIER_EVENT = "earlier-event"
"""The source of a guest who was on the list of the event before."""

_OF_THIS_EVENT = frozenset({GuestField.TABLE, GuestField.TICKET_NUMBER, GuestField.LISTED_AS_PAID})
_NEW_EACH_TIME = frozenset({"name", "date", "venue", "language", "receipt_prefix"})
_MOMENTS = frozenset({"door_opens", "door_closes"})


@dataclass(frozen=True, slots=True)
class NextPreview:
    """What would be carried over.

    `merged` are guests who become one with another, `returning` those who were there; `owing` of
    them still owe something, which stays in this event's books.
    """

    guests: int
    merged: int
    returning: int
    owing: int


@dataclass(frozen=True, slots=True)
class _Person:
    """One guest of the next event, and the rows of this one that mean them."""

    guest: Guest
    rows: tuple[GuestRow, ...]


def preview_next(event: EventReader) -> NextPreview:
    """What the next event would take along from this one."""
    persons = _persons(event)
    rows = [row for one in persons for row in one.rows]
    return NextPreview(
        guests=len(persons),
        merged=len(rows) - len(persons),
        returning=sum(any(row.admitted_at for row in one.rows) for one in persons),
        owing=sum(any(row.balance.due > 0 for row in one.rows) for one in persons),
    )


def make_next_event(
    event: EventReader, path: Path, *, name: str, day: date, now: datetime, venue: str = "",
    progress: Progress | None = None,
) -> NextPreview:  # fmt: skip
    """Make the event that follows this one at `path`; it is there whole or not at all.

    Args:
        event: this event, or a snapshot of it.
        path: where the new file goes.
        name: what the new event is called.
        day: its day; days and hours of fees and doors move along.
        now: the time of the act.
        venue: where it takes place; as this one when empty.
        progress: told after each guest.

    Returns:
        What was carried over.

    Raises:
        NameMissing: the event needs a name.
        FileExists, FileUnreadable, OnNetworkShare, InSyncedFolder: the place does not do.
        Cancelled: nothing is left behind.
    """
    progress, before = progress or Silent(), settings.find_event(event)
    path = path.absolute()
    if path.exists():
        raise FileExists(path)
    draft = path.with_name(f"{path.name}.making")
    draft.unlink(missing_ok=True)
    try:
        with create_event(
            draft, name=name, day=day, now=now, currency=before.currency,
            language=before.language, venue=venue or before.venue,
        ) as made:  # fmt: skip
            _carry_over(event, made, now=now, progress=progress)
            carry_aliases(made, event, now=now, operator="")
            carry_on(event, made, now=now, operator="")
        draft.rename(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    return preview_next(event)


def _carry_over(event: EventReader, made: EventFile, *, now: datetime, progress: Progress) -> None:
    before = settings.find_event(event)
    moved = settings.find_event(made).date - before.date
    tag, persons = settings.find_event(made).tag, _persons(event)
    with made.act(now=now, actor="") as act:
        fields = _settings_moved(event, moved)
        if fields:
            act.record(EventChanged(fields=fields))
        record_fee_plan(act, _plan_moved(settings.find_fee_plan(event), moved))
        new_ids: dict[str, str] = {}
        for number, one in enumerate(persons, start=1):
            progress.advance(number - 1, len(persons))
            host = new_ids.get(one.guest.host or "")
            kept = _put(act, event, one, number=number, host=host, tag=tag)
            new_ids |= {row.guest.id: kept for row in one.rows}
            act.record(_past(event, one, kept, is_over=now.date() > before.date))
        _carry_told_apart(event, act, new_ids)
        progress.advance(len(persons), len(persons))


def _put(
    act: Act, event: EventReader, one: _Person, *, number: int, host: str | None, tag: str
) -> str:
    guest = one.guest
    values = {
        field: str(getattr(guest, field.value))
        for field in GuestField
        if field not in _OF_THIS_EVENT
    }
    is_blocked = any(row.guest.status is GuestStatus.BLOCKED for row in one.rows)
    put = put_on_list(
        act,
        values,
        event_tag=tag,
        number=number,
        status=GuestStatus.BLOCKED if is_blocked else GuestStatus.INVITED,
        source=EARLIER_EVENT,
        host=host,
        aliases=_aliases(event, one),
    )
    return put.id


def _aliases(event: EventReader, one: _Person) -> list[str]:
    """Codes of cards that go on meaning the guest; a ticket was for one evening."""
    tickets = {row.guest.ticket_number for row in one.rows}
    return [
        badge.code
        for row in one.rows
        for badge in guests.list_badges(event, row.guest.id)
        if badge.alias and not badge.revoked and badge.code not in tickets
    ]


def _past(event: EventReader, one: _Person, kept: str, *, is_over: bool) -> PastCarried:
    """What this event and those before know of somebody; nobody missed what is still to come."""
    details = settings.find_event(event)
    known = [past for row in one.rows if (past := past_visits.find_past(event, row.guest.id))]
    was_there = any(row.admitted_at is not None for row in one.rows)
    accepted = any(row.guest.status is GuestStatus.ACCEPTED for row in one.rows)
    return PastCarried(
        guest=kept,
        attended=max((past.attended for past in known), default=0) + was_there,
        missed=max((past.missed for past in known), default=0)
        + (is_over and accepted and not was_there),
        owed=sum(max(row.balance.due, 0) for row in one.rows),
        last_event=details.name,
        last_date=details.date.isoformat(),
    )


def _carry_told_apart(event: EventReader, act: Act, new_ids: Mapping[str, str]) -> None:
    for pair in sorted(people.list_told_apart(event), key=sorted):
        kept = sorted({new_ids[guest] for guest in pair if guest in new_ids})
        if len(kept) == len(pair):
            act.record(ToldApart(guests=kept))


def _persons(event: EventReader) -> list[_Person]:
    """The guests who are not erased, those who are one person together, hosts before companions."""
    erased, linked = people.list_erased(event), people_of(event)
    groups: dict[str, list[GuestRow]] = defaultdict(list)
    for row in sorted(guests.list_guests(event), key=lambda row: row.guest.number):
        if row.guest.id not in erased:
            groups[linked.get(row.guest.id, row.guest.id)].append(row)
    persons = [
        _Person(
            min((row.guest for row in rows), key=lambda guest: guest.host is not None), tuple(rows)
        )
        for rows in groups.values()
    ]
    return sorted(persons, key=lambda one: (one.guest.host is not None, one.guest.number))


def _settings_moved(event: EventReader, moved: timedelta) -> dict[str, str]:
    """The settings that hold again; moments move with the day of the event."""
    known = settings.list_settings(event)
    fields = {}
    for field in setting_names():
        text = known.get(field, "")
        if not text or field in _NEW_EACH_TIME:
            continue
        if field in _MOMENTS:
            text = (datetime.fromisoformat(text) + moved).isoformat()
        elif field == "keep_until":
            text = (date.fromisoformat(text) + moved).isoformat()
        fields[field] = text
    return fields


def _plan_moved(plan: FeePlan, moved: timedelta) -> FeePlan:
    """The same prices, with days as long before the event as they were."""
    return FeePlan(
        plan.currency,
        tuple(
            replace(
                category,
                early_until=category.early_until + moved if category.early_until else None,
                cancel_until=category.cancel_until + moved if category.cancel_until else None,
            )
            for category in plan.categories
        ),
    )
