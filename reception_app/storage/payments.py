"""Queries over payments: who paid what, how, where, with which receipt."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.journal import GUEST_RECEIVABLE, EntryKind, Tender
from reception_app.domain.receipt import receipt_label
from reception_app.storage.event_file import EventReader


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment 入金 with what a list shows beside the sum; amounts in minor units.

    `kind` says what it is: a payment, or something else that was done with what guests paid; of
    those `paid` is what it added to it, below zero for a refund. `guest_count` is how many guests
    it paid for, `guest_name` the first of them. `tender` is None for what moved no money.
    `tendered` and `change` are known for payments at a desk; `receipt` is the number as printed,
    empty when there was none. `corrected` says why it was taken back, None when it stands.
    """

    entry: str
    at: datetime
    guest: str
    guest_number: int
    guest_name: str
    guest_count: int
    paid: int
    tender: Tender | None
    tendered: int | None
    change: int | None
    box: str
    operator: str
    receipt: str
    reason: str
    corrected: str | None
    kind: EntryKind = EntryKind.PAYMENT


_OTHER_ACTS = (EntryKind.REFUND, EntryKind.MOVE, EntryKind.GIFT, EntryKind.WRITE_OFF)


def list_other_acts(event: EventReader) -> tuple[PaymentRow, ...]:
    """Refunds, moves, gifts and write-offs, newest first, those that were taken back too."""
    rows = event.db.execute(
        f"""
        SELECT entry.id, entry.at, COALESCE(entry.guest, ''), COALESCE(guest.number, 0),
            COALESCE(guest.name, ''), -SUM(posting.amount), entry.tender, COALESCE(entry.box, ''),
            COALESCE(operator.name, ''), entry.reason,
            (SELECT r.reason FROM entry r WHERE r.reverses = entry.id), entry.kind
        FROM entry
        CROSS JOIN posting ON posting.entry = entry.id AND posting.guest = entry.guest
            AND +posting.account = '{GUEST_RECEIVABLE}'
        LEFT JOIN guest ON guest.id = entry.guest
        LEFT JOIN operator ON operator.id = entry.operator
        WHERE entry.kind IN ({", ".join(f"'{kind}'" for kind in _OTHER_ACTS)})
        GROUP BY entry.id ORDER BY entry.stamp DESC
        """
    )
    return tuple(
        PaymentRow(
            entry=entry, at=datetime.fromisoformat(at), guest=guest, guest_number=number,
            guest_name=name, guest_count=1, paid=paid, tender=Tender(tender) if tender else None,
            tendered=None, change=None, box=box, operator=operator, receipt="", reason=reason,
            corrected=corrected, kind=EntryKind(kind),
        )
        for (entry, at, guest, number, name, paid, tender, box, operator, reason, corrected,
             kind) in rows
    )  # fmt: skip


def list_payments(event: EventReader) -> tuple[PaymentRow, ...]:
    """Every payment, newest first, those that were taken back too."""
    rows = event.db.execute(
        f"""
        SELECT entry.id, entry.at, COALESCE(entry.guest, ''), COALESCE(guest.number, 0),
            COALESCE(guest.name, ''),
            COUNT(*), -SUM(posting.amount),
            entry.tender, entry.tendered, entry.change, COALESCE(entry.box, ''),
            COALESCE(operator.name, ''), receipt.prefix, receipt.box, receipt.number, entry.reason,
            (SELECT r.reason FROM entry r WHERE r.reverses = entry.id)
        FROM entry
        CROSS JOIN posting ON posting.entry = entry.id AND +posting.account = '{GUEST_RECEIVABLE}'
        LEFT JOIN guest ON guest.id = entry.guest
        LEFT JOIN operator ON operator.id = entry.operator
        LEFT JOIN receipt ON receipt.entry = entry.id AND receipt.number = (
            SELECT MAX(r.number) FROM receipt r WHERE r.entry = entry.id)
        WHERE entry.kind = 'payment'
        GROUP BY entry.id
        ORDER BY entry.stamp DESC
        """
    )
    return tuple(
        PaymentRow(
            entry=entry, at=datetime.fromisoformat(at), guest=guest, guest_number=number,
            guest_name=name, guest_count=guests, paid=paid, tender=Tender(tender),
            tendered=tendered, change=change, box=box, operator=operator,
            receipt=receipt_label(prefix, receipt_box, label) if label else "",
            reason=reason, corrected=corrected,
        )
        for (entry, at, guest, number, name, guests, paid, tender, tendered, change, box, operator,
             prefix, receipt_box, label, reason, corrected) in rows
    )  # fmt: skip
