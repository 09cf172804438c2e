"""Queries that look for what must not be: each finds the rows that break one rule of the books."""

from dataclasses import dataclass

from reception_app.domain.journal import GUEST_RECEIVABLE, Tender
from reception_app.storage.event_file import EventReader, SQLiteValue
from reception_app.storage.journal import BALANCES


@dataclass(frozen=True, slots=True)
class ShiftSums:
    """What one shift's cash box says, in minor units.

    `opening` is the float that was counted out, `floated` what was posted for it, with what it
    differed from the cash it took over. `moved` is all
    cash of the shift but `over_short` and `carried_off`, which are posted at the closing.
    `expected` and `counted` were noted then, for an open shift `counted` is the last count and
    `expected` None; `fresh` says that no cash moved since. `taken_over` is what the shift before
    left in the box, None when it left nothing; `opening_difference` is what was posted for it.
    """

    shift: str
    box: str
    opening: int
    floated: int
    moved: int
    over_short: int
    carried_off: int
    expected: int | None
    counted: int | None
    closed: bool
    fresh: bool
    taken_over: int | None = None
    opening_difference: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptSeries:
    """The receipt numbers of one cash box: the highest, how many there are, which are missing."""

    box: str
    last: int
    issued: int
    missing: tuple[int, ...]


def count_entries(event: EventReader) -> int:
    """How many entries the journal holds."""
    return int(event.db.execute("SELECT COUNT(*) FROM entry").get)


def number_entries(event: EventReader) -> dict[str, int]:
    """The number of each entry in the order of the journal, from 1."""
    rows = event.db.execute("SELECT id, ROW_NUMBER() OVER (ORDER BY stamp) FROM entry")
    return {str(entry): int(number) for entry, number in rows}


def number_guests(event: EventReader) -> dict[str, int]:
    """The short number of each guest by id."""
    return dict(event.db.execute("SELECT id, number FROM guest"))


def find_unbalanced(event: EventReader) -> tuple[str, ...]:
    """Entries that are not two postings or more that sum to zero, and postings without entry."""
    return _ids(
        event,
        """
        SELECT entry.id FROM entry LEFT JOIN posting ON posting.entry = entry.id
        GROUP BY entry.id HAVING COUNT(posting.entry) < 2 OR SUM(amount) <> 0
        UNION SELECT entry FROM posting WHERE entry NOT IN (SELECT id FROM entry)
        """,
    )


def sum_of_ledger(event: EventReader) -> int:
    """All postings together, in minor units."""
    return int(event.db.execute("SELECT COALESCE(SUM(amount), 0) FROM posting").get)


def find_in_other_currency(event: EventReader) -> tuple[str, ...]:
    """Entries in a currency that is not the event's."""
    return _ids(
        event,
        "SELECT id FROM entry WHERE currency <>"
        " (SELECT value FROM event_setting WHERE field = 'currency')",
    )


def sum_of_guests(event: EventReader) -> int:
    """What the guests on the list owe together, in minor units."""
    query = """
        SELECT COALESCE(SUM(amount), 0) FROM posting JOIN guest ON guest.id = posting.guest
        WHERE account = ?
    """
    return int(event.db.execute(query, (GUEST_RECEIVABLE,)).get)


def find_owed_by_nobody(event: EventReader) -> tuple[str, ...]:
    """Entries on the receivable account that name no guest of the list."""
    return _ids(
        event,
        "SELECT DISTINCT entry FROM posting WHERE account = ?"
        " AND (guest IS NULL OR guest NOT IN (SELECT id FROM guest))",
        GUEST_RECEIVABLE,
    )


def find_unexplained_balances(event: EventReader) -> tuple[str, ...]:
    """Guests whose balance is not charged - waived - paid + refunded."""
    return _ids(
        event,
        f"""
        SELECT b.guest FROM ({BALANCES}) b
        JOIN (SELECT guest, SUM(amount) AS due FROM posting WHERE account = ? GROUP BY guest) p
            ON p.guest = b.guest
        WHERE b.charged - b.waived - b.paid + b.refunded <> p.due
        """,
        GUEST_RECEIVABLE,
    )


def find_refunded_too_much(event: EventReader) -> tuple[str, ...]:
    """Guests who were given back more than they paid."""
    return _ids(event, f"SELECT guest FROM ({BALANCES}) WHERE refunded > paid")


def find_wrong_change(event: EventReader) -> tuple[str, ...]:
    """Payments where what was handed over less the change is not what was paid."""
    return _ids(
        event,
        """
        SELECT id FROM entry WHERE tendered IS NOT NULL AND tendered - COALESCE(change, 0) <>
            -(SELECT COALESCE(SUM(amount), 0) FROM posting WHERE entry = entry.id AND +account = ?)
        """,
        GUEST_RECEIVABLE,
    )


def sum_payments_by_account(event: EventReader) -> tuple[tuple[Tender, str, int], ...]:
    """What payments, corrections taken off, put into each account: tender, account, minor units."""
    rows = event.db.execute(
        """
        SELECT k.tender, p.account, SUM(p.amount) FROM posting p
        JOIN entry e ON e.id = p.entry
        JOIN entry k ON k.id = COALESCE(e.reverses, e.id)
        WHERE k.kind = 'payment' GROUP BY k.tender, p.account
        """
    )
    return tuple((Tender(tender), str(account), int(amount)) for tender, account, amount in rows)


def sum_shifts(event: EventReader) -> tuple[ShiftSums, ...]:
    """The cash of every shift, by box and in the order they were opened."""
    rows = event.db.execute(
        """
        SELECT shift.id, shift.box, opening,
            COALESCE(SUM(p.amount) FILTER (
                WHERE k.kind IN ('float_out', 'opening_difference')), 0),
            COALESCE(SUM(p.amount) FILTER (WHERE k.kind NOT IN ('over_short', 'float_back')), 0),
            COALESCE(SUM(p.amount) FILTER (WHERE k.kind = 'over_short'), 0),
            -COALESCE(SUM(p.amount) FILTER (WHERE k.kind = 'float_back'), 0),
            closed.expected,
            COALESCE(closed.counted, (SELECT counted FROM shift_count c WHERE c.shift = shift.id
                ORDER BY c.stamp DESC LIMIT 1)),
            closed.shift IS NOT NULL,
            (SELECT MAX(stamp) FROM shift_count c WHERE c.shift = shift.id)
                > COALESCE(MAX(CASE WHEN p.amount IS NOT NULL THEN e.stamp END), ''),
            (SELECT counted FROM shift_closed before WHERE before.shift = shift.follows),
            COALESCE(SUM(p.amount) FILTER (WHERE k.kind = 'opening_difference'), 0)
        FROM shift
        LEFT JOIN shift_closed closed ON closed.shift = shift.id
        LEFT JOIN entry e ON e.shift = shift.id
        LEFT JOIN entry k ON k.id = COALESCE(e.reverses, e.id)
        LEFT JOIN posting p ON p.entry = e.id AND +p.account = '1000-' || shift.box
        GROUP BY shift.id ORDER BY shift.box, shift.stamp
        """
    )
    return tuple(
        ShiftSums(
            shift=str(shift),
            box=str(box),
            opening=int(opening),
            floated=int(floated),
            moved=int(moved),
            over_short=int(over_short),
            carried_off=int(carried_off),
            expected=expected,
            counted=counted,
            closed=bool(closed),
            fresh=bool(fresh),
            taken_over=taken_over,
            opening_difference=int(opening_difference),
        )
        for shift, box, opening, floated, moved, over_short, carried_off, expected, counted, closed,
        fresh, taken_over, opening_difference in rows
    )  # fmt: skip


def find_cash_outside_shifts(event: EventReader) -> tuple[str, ...]:
    """Entries that moved a cash box's money without belonging to one of its shifts."""
    return _ids(
        event,
        """
        SELECT DISTINCT e.id FROM posting p
        JOIN entry e ON e.id = p.entry LEFT JOIN shift ON shift.id = e.shift
        WHERE p.account LIKE '1000%' AND p.account IS NOT '1000-' || shift.box
        """,
    )


def find_added_after_closing(event: EventReader) -> tuple[str, ...]:
    """Entries that were posted into a shift after it was closed."""
    return _ids(
        event,
        """
        SELECT entry.id FROM entry
        JOIN shift_closed closed ON closed.shift = entry.shift
        JOIN fact ON fact.kind = 'shift_closed' AND json_valid(fact.body)
            AND json_extract(fact.body, '$.shift') = closed.shift
        WHERE entry.stamp > fact.hlc || fact.id
        """,
    )


def list_receipt_series(event: EventReader) -> tuple[ReceiptSeries, ...]:
    """Each cash box's series of receipt numbers."""
    numbers: dict[str, set[int]] = {}
    for box, number in event.db.execute("SELECT box, number FROM receipt ORDER BY box"):
        numbers.setdefault(str(box), set()).add(int(number))
    return tuple(
        ReceiptSeries(box, max(seen), len(seen), tuple(sorted(set(range(1, max(seen) + 1)) - seen)))
        for box, seen in numbers.items()
    )


def find_without_receipt(event: EventReader) -> tuple[str, ...]:
    """Payments at a desk that stand without exactly one valid receipt, or the other way round.

    A guest who had a refund may have none: a refund slip took its place.
    """
    return _ids(
        event,
        """
        SELECT e.id FROM entry e
        LEFT JOIN receipt r ON r.entry = e.id
            AND NOT EXISTS (SELECT 1 FROM receipt_voided v WHERE v.receipt = r.id)
        LEFT JOIN entry correction ON correction.reverses = e.id
        WHERE e.kind = 'payment' AND e.box IS NOT NULL
        GROUP BY e.id HAVING COUNT(r.id) <> (correction.id IS NULL) AND (COUNT(r.id) > 0
            OR NOT EXISTS (SELECT 1 FROM entry f WHERE f.guest = e.guest AND f.kind = 'refund'))
        """,
    )


def find_receipts_with_other_amount(event: EventReader) -> tuple[str, ...]:
    """Payments whose receipt says another amount than was posted."""
    return _ids(
        event,
        """
        SELECT r.entry FROM receipt r WHERE r.amount <>
            -(SELECT COALESCE(SUM(amount), 0) FROM posting WHERE entry = r.entry AND +account = ?)
        """,
        GUEST_RECEIVABLE,
    )


def _ids(event: EventReader, query: str, *values: SQLiteValue) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in event.db.execute(query, values))
