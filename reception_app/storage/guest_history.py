"""What happened to one guest so far, told from the facts: for the card beside the list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception_app.storage.event_file import EventReader

# A stamp is sixteen digits of the clock and then the id of the fact. What stood in a field before
# its first change is in the fact that put the guest on the list.
_HISTORY = """
    WITH first_values (personal, fields) AS (
        SELECT p.value_json, f.body -> '$.fields' FROM guest
        JOIN fact f ON f.id = substr(guest.stamp, 17)
        LEFT JOIN person_value p ON p.fact = f.id AND p.salt <> '' WHERE guest.id = :guest
    ), moment (kind, text, value, amount, stamp, before, source) AS (
        SELECT 'recorded', source, '', 0, stamp, '', '' FROM guest WHERE id = :guest
        UNION ALL
        SELECT 'status', s.status, s.reason, 0, s.stamp, '', COALESCE(l.file, '')
        FROM guest_status s LEFT JOIN list_import l ON l.id = s.list_import
        WHERE s.guest = :guest
        UNION ALL
        SELECT 'changed', c.field, c.value, 0, c.stamp, COALESCE(
                LAG(c.value) OVER (PARTITION BY c.field ORDER BY c.stamp),
                (SELECT COALESCE(personal ->> c.field, fields ->> c.field) FROM first_values), ''),
            COALESCE(l.file, '')
        FROM guest_change c LEFT JOIN list_import l ON l.id = c.list_import
        WHERE c.guest = :guest
        UNION ALL
        SELECT 'list_overruled', field, value, 0, stamp, '', '' FROM list_overruled
        WHERE guest = :guest
        UNION ALL
        SELECT 'tag_printed', p.design, '', 0, f.hlc || f.id, '', '' FROM name_tag_print p
        JOIN fact f ON f.id = p.fact WHERE p.guest = :guest
        UNION ALL
        SELECT 'badge_revoked', r.reason, '', 0, r.stamp, '', '' FROM badge_revoked r
        JOIN badge b ON b.code = r.code WHERE b.guest = :guest
        UNION ALL
        SELECT iif(b.alias, 'alias_issued', 'badge_issued'), b.code, '', 0, b.stamp, '', ''
        FROM badge b WHERE b.guest = :guest AND (b.alias OR EXISTS (
            SELECT 1 FROM badge first
            WHERE first.guest = b.guest AND NOT first.alias AND first.stamp < b.stamp))
        UNION ALL
        SELECT 'admitted', desk, reason, 0, stamp, '', '' FROM admission WHERE guest = :guest
        UNION ALL
        SELECT 'admission_undone', v.reason, '', 0, v.stamp, '', '' FROM admission_voided v
        JOIN admission a ON a.id = v.admission WHERE a.guest = :guest
        UNION ALL
        SELECT 'left', '', '', 0, stamp, '', '' FROM leaving WHERE guest = :guest
        UNION ALL
        SELECT 'refused', verdict, desk, 0, stamp, '', '' FROM refused_scan WHERE guest = :guest
        UNION ALL
        SELECT 'promised', p.reason, '', 0, f.hlc || f.id, '', '' FROM payment_promise p
        JOIN fact f ON f.id = p.fact WHERE p.guest = :guest
        UNION ALL
        SELECT 'stands_in', guest.name, guest.id, 0, s.stamp, '', '' FROM substitution s
        JOIN guest ON guest.id = s.guest WHERE s.substitute = :guest
        UNION ALL
        SELECT 'substituted', guest.name, guest.id, 0, s.stamp, '', '' FROM substitution s
        JOIN guest ON guest.id = s.substitute WHERE s.guest = :guest
        UNION ALL
        SELECT 'same_person', guest.name, guest.id, 0, other.stamp, '', '' FROM same_person own
        JOIN same_person other ON other.link = own.link AND other.guest <> own.guest
        JOIN guest ON guest.id = other.guest WHERE own.guest = :guest
            AND own.link NOT IN (SELECT link FROM same_person_withdrawn)
        UNION ALL
        SELECT 'erased', '', '', 0, stamp, '', '' FROM erased_guest WHERE guest = :guest
        UNION ALL
        SELECT e.kind, COALESCE(e.tender, ''), e.reason, SUM(p.amount), e.stamp, '', ''
        FROM posting p JOIN entry e ON e.id = p.entry WHERE p.guest = :guest GROUP BY e.id
        UNION ALL
        SELECT 'receipt', r.prefix || '-' || r.box || '-' || printf('%04d', r.number), '', 0,
            e.stamp, '', ''
        FROM receipt r JOIN entry e ON e.id = r.entry WHERE r.guest = :guest
        UNION ALL
        SELECT 'receipt_voided', r.prefix || '-' || r.box || '-' || printf('%04d', r.number),
            v.reason, 0, v.stamp, '', ''
        FROM receipt_voided v JOIN receipt r ON r.id = v.receipt WHERE r.guest = :guest
        UNION ALL
        SELECT 'receipt_reprinted', r.prefix || '-' || r.box || '-' || printf('%04d', r.number),
            '', 0, f.hlc || f.id, '', ''
        FROM receipt_reprint c JOIN receipt r ON r.id = c.receipt JOIN fact f ON f.id = c.fact
        WHERE r.guest = :guest
    )
    SELECT fact.at, moment.kind, text, value, amount, stamp, fact.actor, before, moment.source
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
    BADGE_ISSUED = "badge_issued"
    ALIAS_ISSUED = "alias_issued"
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
    RECEIPT = "receipt"
    RECEIPT_VOIDED = "receipt_voided"
    RECEIPT_REPRINTED = "receipt_reprinted"
    REVERSAL = "reversal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class GuestMoment:
    """One thing that happened to a guest.

    `text` says more, by kind: where the guest came from, the new status, the changed field, the
    desk's letter, the reason, the tender, the verdict, the badge code, the receipt's number, the
    name of the other guest, the kind of another entry. `value` goes on where there is more: what
    was written into the field, the reason of a status, an admission or an entry, the desk of a
    refusal, the other guest's id. `before` is what stood in a changed field, `source` the list
    that changed it. `amount` is what it added to what the guest owes, in minor units; `operator`
    the id of who did it.
    """

    at: datetime
    kind: MomentKind
    text: str = ""
    amount: int = 0
    value: str = ""
    operator: str = ""
    before: str = ""
    source: str = ""


def list_history(event: EventReader, guest: str) -> tuple[GuestMoment, ...]:
    """Everything that happened to a guest, oldest first."""
    told: list[tuple[datetime, str, int, GuestMoment]] = []
    rows = event.db.execute(_HISTORY, {"guest": guest})
    for at, kind, text, value, amount, stamp, operator, before, source in rows:
        time = datetime.fromisoformat(str(at))
        known = str(kind) in set(MomentKind)
        moment = GuestMoment(
            at=time,
            kind=MomentKind(str(kind)) if known else MomentKind.OTHER,
            text=str(text if known else kind),
            amount=int(str(amount)),
            value=str(value),
            operator=str(operator),
            before=str(before),
            source=str(source),
        )
        # What one act recorded has one time; its stamps tell the order.
        told.append((time, str(stamp), len(told), moment))
    return tuple(moment for *_, moment in sorted(told))
