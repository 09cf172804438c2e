"""Queries over receipts."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.journal import GUEST_RECEIVABLE
from reception_app.domain.money import Money
from reception_app.domain.receipt import Receipt
from reception_app.storage.event_file import EventReader, SQLiteValue

_RECEIPT = """
    SELECT id, prefix, box, number, entry, guest, payee, amount,
        (SELECT value FROM event_setting WHERE field = 'currency'), tender, at,
        EXISTS (SELECT 1 FROM receipt_voided v WHERE v.receipt = receipt.id),
        (SELECT COUNT(*) FROM receipt_reprint r WHERE r.receipt = receipt.id)
    FROM receipt
"""


def next_receipt_number(event: EventReader, box: str) -> int:
    """The next number of the box's gapless series."""
    query = "SELECT COALESCE(MAX(number), 0) + 1 FROM receipt WHERE box = ?"
    return int(event.db.execute(query, (box,)).get)


def find_receipt_of(event: EventReader, entry: str) -> Receipt | None:
    """The receipt issued for an entry: of several, the last, which took the others' place."""
    query = f"{_RECEIPT} WHERE entry = ? ORDER BY number DESC"
    row = event.db.execute(query, (entry,)).fetchone()
    return _receipt(row) if row else None


def list_receipts(event: EventReader) -> tuple[Receipt, ...]:
    """All receipts by box and number, void ones too."""
    return tuple(_receipt(row) for row in event.db.execute(f"{_RECEIPT} ORDER BY box, number"))


def list_valid_receipts_of(event: EventReader, guest: str) -> tuple[Receipt, ...]:
    """The receipts of a guest that are not void, by box and number."""
    query = f"""
        {_RECEIPT} WHERE guest = ? AND NOT EXISTS (
            SELECT 1 FROM receipt_voided v WHERE v.receipt = receipt.id)
        ORDER BY box, number
    """
    return tuple(_receipt(row) for row in event.db.execute(query, (guest,)))


def list_receipts_of_shift(event: EventReader, shift: str) -> tuple[Receipt, ...]:
    """The receipts issued for what was taken in a shift, by number."""
    query = f"{_RECEIPT} WHERE entry IN (SELECT id FROM entry WHERE shift = ?) ORDER BY number"
    return tuple(_receipt(row) for row in event.db.execute(query, (shift,)))


def find_receipt(event: EventReader, receipt_id: str) -> Receipt | None:
    """The receipt of this id."""
    row = event.db.execute(f"{_RECEIPT} WHERE id = ?", (receipt_id,)).fetchone()
    return _receipt(row) if row else None


@dataclass(frozen=True, slots=True)
class Unreceipted:
    """A payment without a receipt, such as a transfer: of whom, when, how much in minor units."""

    entry: str
    guest: str
    at: datetime
    amount: int
    tender: str


def list_unreceipted(event: EventReader) -> tuple[Unreceipted, ...]:
    """Payments that stand, were not taken at a desk and have no receipt, by guest and time."""
    rows = event.db.execute(
        """
        SELECT e.id, e.guest, e.at, -SUM(p.amount) AS paid, COALESCE(e.tender, 'transfer')
        FROM entry e
        JOIN posting p ON p.entry = e.id AND +p.account = ?
        JOIN guest ON guest.id = e.guest
        WHERE e.kind = 'payment' AND e.box IS NULL
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)
            AND NOT EXISTS (SELECT 1 FROM receipt WHERE receipt.entry = e.id)
        GROUP BY e.id HAVING paid > 0 ORDER BY guest.number, e.stamp
        """,
        (GUEST_RECEIVABLE,),
    )
    return tuple(
        Unreceipted(str(entry), str(guest), datetime.fromisoformat(str(at)), int(paid), str(tender))
        for entry, guest, at, paid, tender in rows
    )


def count_paid_for(event: EventReader, entry: str) -> int:
    """For how many guests this payment was."""
    query = "SELECT COUNT(DISTINCT guest) FROM posting WHERE entry = ? AND +account = ?"
    return int(event.db.execute(query, (entry, GUEST_RECEIVABLE)).get)


def _receipt(row: tuple[SQLiteValue, ...]) -> Receipt:
    (receipt_id, prefix, box, number, entry, guest, payee, amount, currency, tender, at, void,
     copies) = row  # fmt: skip
    return Receipt(
        id=str(receipt_id),
        prefix=str(prefix),
        box=str(box),
        number=int(str(number)),
        entry=str(entry),
        guest=None if guest is None else str(guest),
        payee=str(payee),
        amount=Money(int(str(amount)), str(currency)),
        tender=str(tender),
        at=datetime.fromisoformat(str(at)),
        void=bool(void),
        copies=int(str(copies)),
    )
