"""What happened to one guest so far, told from the facts: for the card beside the list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception_app.domain.journal import GUEST_RECEIVABLE
from reception_app.storage.event_file import EventReader

# A stamp is sixteen digits of the clock and then the id of the fact.
_HISTORY = f"""
    SELECT recorded_at AS at, 'recorded' AS kind, source AS text, 0 AS amount, stamp
    FROM guest WHERE id = :guest
    UNION ALL
    SELECT f.at, 'status', s.status, 0, s.stamp FROM guest_status s
    JOIN fact f ON f.id = substr(s.stamp, 17) WHERE s.guest = :guest
    UNION ALL
    SELECT at, 'changed', field, 0, stamp FROM guest_change WHERE guest = :guest
    UNION ALL
    SELECT p.at, 'tag_printed', p.design, 0, f.hlc || f.id FROM name_tag_print p
    JOIN fact f ON f.id = p.fact WHERE p.guest = :guest
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
    WHERE p.guest = :guest AND p.account = '{GUEST_RECEIVABLE}' GROUP BY e.id
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
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class GuestMoment:
    """One thing that happened to a guest.

    `text` says more, by kind: where the guest came from, the new status, the changed field, the
    desk's letter, the reason, the tender, the kind of another entry. `amount` is what it added to
    what the guest owes, in minor units.
    """

    at: datetime
    kind: MomentKind
    text: str = ""
    amount: int = 0


def list_history(event: EventReader, guest: str) -> tuple[GuestMoment, ...]:
    """Everything that happened to a guest, oldest first."""
    told: list[tuple[datetime, str, int, GuestMoment]] = []
    for at, kind, text, amount, stamp in event.db.execute(_HISTORY, {"guest": guest}):
        time = datetime.fromisoformat(str(at))
        known = str(kind) in set(MomentKind)
        moment = GuestMoment(
            time,
            MomentKind(str(kind)) if known else MomentKind.OTHER,
            str(text if known else kind),
            int(str(amount)),
        )
        # What one act recorded has one time; its stamps tell the order.
        told.append((time, str(stamp), len(told), moment))
    return tuple(moment for *_, moment in sorted(told))
