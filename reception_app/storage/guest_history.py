"""What happened to one guest so far, told from the facts: for the card beside the list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception_app.storage.event_file import EventReader

# A stamp is sixteen digits of the clock and then the id of the fact.
_HISTORY = """
    WITH moment (kind, text, value, amount, stamp) AS (
        SELECT 'recorded', source, '', 0, stamp FROM guest WHERE id = :guest
        UNION ALL
        SELECT 'status', status, reason, 0, stamp FROM guest_status WHERE guest = :guest
        UNION ALL
        SELECT 'changed', field, value, 0, stamp FROM guest_change WHERE guest = :guest
        UNION ALL
        SELECT 'list_overruled', field, value, 0, stamp FROM list_overruled WHERE guest = :guest
        UNION ALL
        SELECT 'tag_printed', p.design, '', 0, f.hlc || f.id FROM name_tag_print p
        JOIN fact f ON f.id = p.fact WHERE p.guest = :guest
        UNION ALL
        SELECT 'badge_revoked', r.reason, '', 0, r.stamp FROM badge_revoked r
        JOIN badge b ON b.code = r.code WHERE b.guest = :guest
        UNION ALL
        SELECT 'admitted', desk, reason, 0, stamp FROM admission WHERE guest = :guest
        UNION ALL
        SELECT 'admission_undone', v.reason, '', 0, v.stamp FROM admission_voided v
        JOIN admission a ON a.id = v.admission WHERE a.guest = :guest
        UNION ALL
        SELECT 'left', '', '', 0, stamp FROM leaving WHERE guest = :guest
        UNION ALL
        SELECT 'refused', verdict, desk, 0, stamp FROM refused_scan WHERE guest = :guest
        UNION ALL
        SELECT 'promised', p.reason, '', 0, f.hlc || f.id FROM payment_promise p
        JOIN fact f ON f.id = p.fact WHERE p.guest = :guest
        UNION ALL
        SELECT 'stands_in', guest.name, guest.id, 0, s.stamp FROM substitution s
        JOIN guest ON guest.id = s.guest WHERE s.substitute = :guest
        UNION ALL
        SELECT 'substituted', guest.name, guest.id, 0, s.stamp FROM substitution s
        JOIN guest ON guest.id = s.substitute WHERE s.guest = :guest
        UNION ALL
        SELECT 'same_person', guest.name, guest.id, 0, other.stamp FROM same_person own
        JOIN same_person other ON other.link = own.link AND other.guest <> own.guest
        JOIN guest ON guest.id = other.guest WHERE own.guest = :guest
            AND own.link NOT IN (SELECT link FROM same_person_withdrawn)
        UNION ALL
        SELECT 'erased', '', '', 0, stamp FROM erased_guest WHERE guest = :guest
        UNION ALL
        SELECT e.kind, COALESCE(e.tender, ''), e.reason, SUM(p.amount), e.stamp
        FROM posting p JOIN entry e ON e.id = p.entry WHERE p.guest = :guest GROUP BY e.id
    )
    SELECT fact.at, moment.kind, text, value, amount, stamp, fact.actor
    FROM moment JOIN fact ON fact.id = substr(stamp, 17)
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
    REFUSED = "refused"
    PROMISED = "promised"
    BADGE_REVOKED = "badge_revoked"
    LIST_OVERRULED = "list_overruled"
    STANDS_IN = "stands_in"
    SUBSTITUTED = "substituted"
    SAME_PERSON = "same_person"
    ERASED = "erased"
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
    desk's letter, the reason, the tender, the verdict, the name of the other guest, the kind of
    another entry. `value` goes on where there is more: what was written into the field, the reason
    of a status, an admission or an entry, the desk of a refusal, the other guest's id. `amount` is
    what it added to what the guest owes, in minor units; `operator` the id of who did it.
    """

    at: datetime
    kind: MomentKind
    text: str = ""
    amount: int = 0
    value: str = ""
    operator: str = ""


def list_history(event: EventReader, guest: str) -> tuple[GuestMoment, ...]:
    """Everything that happened to a guest, oldest first."""
    told: list[tuple[datetime, str, int, GuestMoment]] = []
    rows = event.db.execute(_HISTORY, {"guest": guest})
    for at, kind, text, value, amount, stamp, operator in rows:
        time = datetime.fromisoformat(str(at))
        known = str(kind) in set(MomentKind)
        moment = GuestMoment(
            at=time,
            kind=MomentKind(str(kind)) if known else MomentKind.OTHER,
            text=str(text if known else kind),
            amount=int(str(amount)),
            value=str(value),
            operator=str(operator),
        )
        # What one act recorded has one time; its stamps tell the order.
        told.append((time, str(stamp), len(told), moment))
    return tuple(moment for *_, moment in sorted(told))
