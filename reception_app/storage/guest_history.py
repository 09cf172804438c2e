"""What happened to one guest so far, told from the facts: for the card beside the list."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from reception_app.storage.event_file import EventReader

_HISTORY = """
    SELECT recorded_at AS at, 'recorded' AS kind, source AS text, 0 AS amount, stamp
    FROM guest WHERE id = :guest
    UNION ALL
    SELECT NULL, 'status', status, 0, stamp FROM guest_status WHERE guest = :guest
    UNION ALL
    SELECT at, 'changed', field, 0, stamp FROM guest_change WHERE guest = :guest
    UNION ALL
    SELECT at, 'tag_printed', design, 0, '' FROM name_tag_print WHERE guest = :guest
    UNION ALL
    SELECT at, 'admitted', desk, 0, stamp FROM admission WHERE guest = :guest
    UNION ALL
    SELECT v.at, 'admission_undone', v.reason, 0, a.stamp FROM admission_voided v
    JOIN admission a ON a.id = v.admission WHERE a.guest = :guest
    UNION ALL
    SELECT at, 'left', '', 0, stamp FROM leaving WHERE guest = :guest
    UNION ALL
    SELECT e.at, e.kind, COALESCE(e.tender, ''), SUM(p.amount), e.stamp
    FROM posting p JOIN entry e ON e.id = p.entry
    WHERE p.guest = :guest GROUP BY e.id
"""


class MomentKind(StrEnum):
    """What kind of thing happened; the kinds of journal entries are among them."""

    RECORDED = "recorded"
    STATUS = "status"
    CHANGED = "changed"
    TAG_PRINTED = "tag_printed"
    ADMITTED = "admitted"
    ADMISSION_UNDONE = "admission_undone"
    LEFT = "left"
    CHARGE = "charge"
    COMPLIMENTARY = "complimentary"
    PAYMENT = "payment"
    CANCELLATION = "cancellation"
    REFUND = "refund"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class GuestMoment:
    """One thing that happened to a guest.

    `text` says more, by kind: where the guest came from, the new status, the changed field, the
    desk's letter, the reason, the tender. `amount` is what it added to what the guest owes, in
    minor units.
    """

    at: datetime
    kind: MomentKind
    text: str = ""
    amount: int = 0


def list_history(event: EventReader, guest: str) -> tuple[GuestMoment, ...]:
    """Everything that happened to a guest, oldest first."""
    told: list[tuple[int, str, int, GuestMoment]] = []
    for at, kind, text, amount, stamp in event.db.execute(_HISTORY, {"guest": guest}):
        # A status has no wall-clock time of its own, only its stamp.
        time = datetime.fromisoformat(str(at)) if at else _time_of(str(stamp))
        moment = GuestMoment(time, MomentKind(str(kind)), str(text), int(str(amount)))
        told.append((int(time.timestamp()), str(stamp), len(told), moment))
    return tuple(moment for *_, moment in sorted(told))


def _time_of(stamp: str) -> datetime:
    """The time of a stamp: its clock begins with milliseconds since 1970 in hexadecimal."""
    milliseconds = int(stamp[:12], 16)
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC).astimezone()
