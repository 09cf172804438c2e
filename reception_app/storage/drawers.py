"""Queries over the cash boxes and their shifts."""

from datetime import datetime

from reception_app.domain.drawer import Shift
from reception_app.domain.journal import desk_cash
from reception_app.domain.money import Money
from reception_app.storage.event_file import EventReader, SQLiteValue

_SHIFT = """
    SELECT shift.id, box, shift.operator, opened_at, opening, closed.at,
        COALESCE(closed.counted, (SELECT counted FROM shift_count c WHERE c.shift = shift.id
            ORDER BY c.stamp DESC LIMIT 1)),
        closed.expected, closed.reason,
        (SELECT value FROM event_setting WHERE field = 'currency')
    FROM shift LEFT JOIN shift_closed closed ON closed.shift = shift.id
"""


def find_open_shift(event: EventReader, box: str) -> Shift | None:
    """The shift that is open at a cash box."""
    query = f"{_SHIFT} WHERE box = ? AND closed.at IS NULL ORDER BY shift.stamp DESC"
    row = event.db.execute(query, (box,)).fetchone()
    return _shift(row) if row else None


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
    shift_id, box, operator, opened_at, opening, closed_at, counted, expected, reason, cur = row
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
    )
