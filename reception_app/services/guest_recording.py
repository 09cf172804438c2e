"""Putting one guest on the list, as part of whatever act brings them there."""

from collections.abc import Iterable, Mapping

from reception_app.domain.badge_code import new_badge_code
from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import BadgeIssued, GuestRecorded, StatusChanged
from reception_app.domain.guest import NOT_PERSONAL, Guest, GuestField, GuestStatus
from reception_app.domain.labels import clean_value
from reception_app.storage.event_file import Act
from reception_app.storage.fact_journal import new_id

WALK_IN = "walk-in"
"""The source of a guest who came without being on the list."""


class GuestNameMissing(ReceptionError):
    """A guest needs a name."""


def record_guest(
    act: Act, values: Mapping[GuestField, str], *, event_tag: str, number: int,
    status: GuestStatus, source: str, host: str | None = None, walk_in: bool = False,
    aliases: Iterable[str] = (), list_import: str | None = None, reason: str = "",
) -> str:  # fmt: skip
    """Record a guest with status and badge, not yet charged; returns the guest's id.

    See `put_on_list`.
    """
    return put_on_list(
        act, values, event_tag=event_tag, number=number, status=status, source=source, host=host,
        walk_in=walk_in, aliases=aliases, list_import=list_import, reason=reason,
    ).id  # fmt: skip


def put_on_list(
    act: Act, values: Mapping[GuestField, str], *, event_tag: str, number: int,
    status: GuestStatus, source: str, host: str | None = None, walk_in: bool = False,
    aliases: Iterable[str] = (), list_import: str | None = None, reason: str = "",
) -> Guest:  # fmt: skip
    """Record a guest with status and badge, not yet charged; returns the guest.

    Args:
        act: the act this belongs to.
        values: what is known; texts are cleaned, empty ones left out.
        event_tag: the four digits in the event's badge codes.
        number: the short number, free so far.
        status: where the invitation stands.
        source: where the guest comes from, such as `answers.xlsx 14` or `walk-in`.
        host: the guest whose party this one belongs to.
        walk_in: whether the guest came without being on the list.
        aliases: foreign codes that open the door for this guest too.
        list_import: the import of a guest list that brings the guest.
        reason: why the invitation stands so, where that needs a word.

    Raises:
        GuestNameMissing: there is no name.
    """
    cleaned = {field: clean_value(field, text) for field, text in values.items()}
    texts = {field: text for field, text in cleaned.items() if text}
    if not texts.get(GuestField.NAME):
        raise GuestNameMissing
    guest = new_id()
    act.record(
        GuestRecorded(
            guest=guest,
            number=number,
            fields={f.value: text for f, text in texts.items() if f in NOT_PERSONAL},
            host=host,
            walk_in=walk_in,
            source=source,
            list_import=list_import,
        ),
        subject=guest,
        personal={f.value: text for f, text in texts.items() if f not in NOT_PERSONAL},
    )
    act.record(StatusChanged(guest=guest, status=status, reason=reason, list_import=list_import))
    act.record(BadgeIssued(guest=guest, badge_code=str(new_badge_code(event_tag))))
    for alias in aliases:
        act.record(BadgeIssued(guest=guest, badge_code=alias, alias=True))
    known = {field.value: text for field, text in texts.items()}
    return Guest(id=guest, number=number, status=status, host=host, walk_in=walk_in, **known)
