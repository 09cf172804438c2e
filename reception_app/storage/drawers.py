"""Queries over the cash boxes and their shifts."""

import json
from datetime import datetime

from reception_app.domain.drawer import BoxCount, Count, Shift
from reception_app.domain.journal import GUEST_RECEIVABLE, EntryKind, Tender, desk_cash, tender_of
from reception_app.domain.missing_cash import DeskPayment
from reception_app.domain.money import Money
from reception_app.storage.event_file import EventReader, SQLiteValue

_SHIFT = """
    SELECT shift.id, box, shift.operator, opened_at, opening, closed.at,
        COALESCE(closed.counted, (SELECT counted FROM shift_count c WHERE c.shift = shift.id
            ORDER BY c.stamp DESC LIMIT 1)),
        closed.expected, closed.reason,
        (SELECT value FROM event_setting WHERE field = 'currency'),
        COALESCE(closed.kept, 0), shift.follows, COALESCE(closed.operator, '')
    FROM shift LEFT JOIN shift_closed closed ON closed.shift = shift.id
"""


def find_open_shift(event: EventReader, box: str) -> Shift | None:
    """The shift that is open at a cash box."""
    query = f"{_SHIFT} WHERE box = ? AND closed.at IS NULL ORDER BY shift.stamp DESC"
    row = event.db.execute(query, (box,)).fetchone()
    return _shift(row) if row else None


def find_left_cash(event: EventReader, box: str) -> Shift | None:
    """The last shift of a closed box, if its cash stayed in the box: the next one takes it over."""
    row = event.db.execute(f"{_SHIFT} WHERE box = ? ORDER BY shift.stamp DESC", (box,)).fetchone()
    last = _shift(row) if row else None
    return last if last is not None and last.kept else None


def list_counts(event: EventReader, shift: str) -> tuple[BoxCount, ...]:
    """Every count of a shift, the first one first; a recount is another one."""
    rows = event.db.execute(
        """
        SELECT at, operator, counted, pieces,
            (SELECT value FROM event_setting WHERE field = 'currency')
        FROM shift_count WHERE shift = ? ORDER BY stamp
        """,
        (shift,),
    )
    return tuple(
        BoxCount(
            datetime.fromisoformat(str(at)),
            str(operator),
            Count(str(currency), tuple((int(v), int(n)) for v, n in json.loads(str(pieces)))),
            Money(int(counted), str(currency)),
        )
        for at, operator, counted, pieces, currency in rows
    )


def sum_cash_by_kind(event: EventReader, shift: Shift) -> dict[EntryKind, int]:
    """What each kind of act put into the box in a shift, net of corrections, in minor units."""
    rows = event.db.execute(
        """
        SELECT k.kind, SUM(p.amount) FROM entry e
        JOIN entry k ON k.id = COALESCE(e.reverses, e.id)
        JOIN posting p ON p.entry = e.id AND +p.account = :account
        WHERE e.shift = :shift GROUP BY k.kind
        """,
        {"shift": shift.id, "account": desk_cash(shift.box)},
    )
    return {EntryKind(str(kind)): int(amount) for kind, amount in rows}


def list_desk_payments(event: EventReader, shift: Shift) -> tuple[DeskPayment, ...]:
    """The payments taken in a shift that were not taken back, the first one first."""
    rows = event.db.execute(
        """
        SELECT e.id, e.at, COALESCE(e.guest, ''),
            -SUM(p.amount) FILTER (WHERE p.account = :receivable),
            COALESCE(SUM(p.amount) FILTER (WHERE p.account = :account), 0), e.tendered, e.change
        FROM entry e JOIN posting p ON p.entry = e.id
        WHERE e.shift = :shift AND e.kind = 'payment'
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)
        GROUP BY e.id ORDER BY e.stamp
        """,
        {
            "shift": shift.id,
            "account": desk_cash(shift.box),
            "receivable": GUEST_RECEIVABLE,
        },
    )
    return tuple(
        DeskPayment(
            str(entry), datetime.fromisoformat(str(at)), str(guest), int(paid), int(cash),
            int(tendered or 0), int(change or 0),
        )
        for entry, at, guest, paid, cash, tendered, change in rows
    )  # fmt: skip


def sum_tenders(event: EventReader, shift: Shift) -> tuple[tuple[Tender, int, int], ...]:
    """How often and how much each tender but cash brought in a shift, in minor units.

    Payments that were taken back are left out.
    """
    rows = event.db.execute(
        """
        SELECT p.account, COUNT(DISTINCT e.id), SUM(p.amount) FROM entry e
        JOIN posting p ON p.entry = e.id AND p.account IN ('1200', '1210', '1150')
        WHERE e.shift = ? AND e.kind = 'payment'
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)
        GROUP BY p.account ORDER BY p.account
        """,
        (shift.id,),
    )
    found = ((tender_of(str(account)), int(n), int(amount)) for account, n, amount in rows)
    return tuple((tender, n, amount) for tender, n, amount in found if tender is not None)


def list_drops(event: EventReader, shift: Shift) -> tuple[int, ...]:
    """What was carried to the safe in a shift and not taken back, in minor units."""
    rows = event.db.execute(
        """
        SELECT -p.amount FROM entry e JOIN posting p ON p.entry = e.id AND +p.account = ?
        WHERE e.shift = ? AND e.kind = 'drop'
            AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)
        ORDER BY e.stamp
        """,
        (desk_cash(shift.box), shift.id),
    )
    return tuple(int(row[0]) for row in rows)


def list_shifts(event: EventReader) -> tuple[Shift, ...]:
    """All shifts by box, then in the order they were opened."""
    return tuple(_shift(row) for row in event.db.execute(f"{_SHIFT} ORDER BY box, shift.stamp"))


def expected_cash(event: EventReader, shift: Shift) -> int:
    """What must be in the box: float, cash taken net of change, minus drops; in minor units."""
    query = (
        "SELECT COALESCE(SUM(amount), 0) FROM posting JOIN entry ON entry.id = posting.entry"
        " WHERE entry.shift = ? AND account = ?"
    )
    return int(event.db.execute(query, (shift.id, desk_cash(shift.box))).get)


def counted_after_last_movement(event: EventReader, shift: Shift) -> bool:
    """Whether the box was counted and no cash moved since."""
    query = """
        SELECT (SELECT MAX(stamp) FROM shift_count WHERE shift = :shift) > COALESCE(
            (SELECT MAX(stamp) FROM entry WHERE shift = :shift AND EXISTS (
                SELECT 1 FROM posting WHERE posting.entry = entry.id AND account = :account)), '')
    """
    return bool(event.db.execute(query, {"shift": shift.id, "account": desk_cash(shift.box)}).get)


def _shift(row: tuple[SQLiteValue, ...]) -> Shift:
    (shift_id, box, operator, opened_at, opening, closed_at, counted, expected, reason, cur, kept,
     follows, closed_by) = row  # fmt: skip
    currency = str(cur)
    return Shift(
        id=str(shift_id),
        box=str(box),
        operator=str(operator),
        opened_at=datetime.fromisoformat(str(opened_at)),
        opening=Money(int(str(opening)), currency),
        closed_at=datetime.fromisoformat(str(closed_at)) if closed_at else None,
        counted=None if counted is None else Money(int(str(counted)), currency),
        expected=None if expected is None else Money(int(str(expected)), currency),
        reason=str(reason or ""),
        kept=bool(kept),
        follows=None if follows is None else str(follows),
        closed_by=str(closed_by),
    )
