"""The guest list as a screen of any length needs it: whom it shows, in which order, as keys.

Rows are read by `guests.read_rows` when they come into sight.
"""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.guest_column import GuestColumn
from reception_app.domain.guest_filter import GuestFilter
from reception_app.domain.labels import split_labels
from reception_app.domain.ledger import PaymentStatus
from reception_app.storage.event_file import EventReader
from reception_app.storage.journal import BALANCES

_NUMBERED_TABLE = "guest.table_name <> '' AND guest.table_name NOT GLOB '*[^0-9]*'"
_STATUS_PLACES = " ".join(f"WHEN '{s}' THEN {n}" for n, s in enumerate(GuestStatus))
_ORDERS: dict[GuestColumn, tuple[str, ...]] = {
    GuestColumn.NUMBER: ("guest.number",),
    GuestColumn.NAME: ("guest.sort_key",),
    GuestColumn.READING: ("guest.sort_key",),
    GuestColumn.CATEGORY: (
        "(SELECT position FROM fee_category c WHERE c.code = guest.category)",
        "guest.category",
    ),
    GuestColumn.TABLE: (
        f"CASE WHEN {_NUMBERED_TABLE} THEN CAST(guest.table_name AS INTEGER) ELSE 1000000000 END",
        "guest.table_name",
    ),
    GuestColumn.STATUS: (
        "guest.admission IS NOT NULL",
        f"CASE guest.status {_STATUS_PLACES} END",
    ),
    GuestColumn.COMPANION_OF: ("(SELECT number FROM guest host WHERE host.id = guest.host)",),
    GuestColumn.CHARGED: ("COALESCE(b.charged, 0)",),
    GuestColumn.WAIVED: ("COALESCE(b.waived, 0)",),
    GuestColumn.PAID: ("COALESCE(b.paid, 0) - COALESCE(b.refunded, 0)",),
    GuestColumn.DUE: ("guest.due",),
    GuestColumn.ARRIVED_AT: ("(SELECT at FROM admission a WHERE a.id = guest.admission)",),
    GuestColumn.BADGE_CODE: ("guest.number",),
}
"""What a column sorts by; other columns sort by their text."""

_WITH_SUMS = frozenset({GuestColumn.CHARGED, GuestColumn.WAIVED, GuestColumn.PAID})
_PAYMENTS = {
    PaymentStatus.DUE: "guest.due > 0",
    PaymentStatus.OVERPAID: "guest.due < 0",
    PaymentStatus.PAID: "guest.due = 0 AND COALESCE(b.paid, 0) <> 0",
    PaymentStatus.FREE: "guest.due = 0 AND COALESCE(b.paid, 0) = 0",
}


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many are on the list: hosts and single guests, companions, and who waits for a place."""

    guests: int
    companions: int
    waiting: int

    @property
    def everybody(self) -> int:
        """All of them."""
        return self.guests + self.companions


def count_list(event: EventReader) -> ListCounts:
    """How many are on the list."""
    row = event.db.execute(
        "SELECT COUNT(*) - COUNT(host), COUNT(host), COALESCE(SUM(status = 'waiting'), 0)"
        " FROM guest"
    ).fetchone()
    assert row is not None
    return ListCounts(*(int(str(number)) for number in row))


def list_keys(
    event: EventReader, filters: Sequence[GuestFilter] = (), *,
    by: GuestColumn = GuestColumn.NAME, descending: bool = False,
) -> list[int]:  # fmt: skip
    """The keys of the guests whom every filter lets through, sorted by a column.

    Who has nothing in the column comes last either way; who is the same in it is in the order of
    the reading.
    """
    conditions: list[str] = []
    values: list[str | int] = []
    for chosen in filters:
        _add_conditions(chosen, conditions, values)
    with_sums = by in _WITH_SUMS or any(
        one.payments & {PaymentStatus.PAID, PaymentStatus.FREE} for one in filters
    )
    joined = f"LEFT JOIN ({BALANCES}) b ON b.guest = guest.id" if with_sums else ""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = event.db.execute(
        f"SELECT guest.rowid FROM guest {joined} {where} ORDER BY {_order(by, descending)}", values
    )
    return [key for (key,) in rows]


def count_statuses(event: EventReader) -> dict[str, int]:
    """How many guests have each status."""
    rows = event.db.execute("SELECT status, COUNT(*) FROM guest GROUP BY status")
    return {str(status): int(str(count)) for status, count in rows}


def count_labels(event: EventReader) -> dict[str, int]:
    """How many guests have each label, the most used first."""
    rows = event.db.execute("SELECT labels, COUNT(*) FROM guest WHERE labels <> '' GROUP BY labels")
    counts: Counter[str] = Counter()
    for text, count in rows:
        for label in split_labels(str(text)):
            counts[label] += int(str(count))
    return dict(counts.most_common())


def count_by(event: EventReader, field: GuestField) -> dict[str, int]:
    """How many guests have each text in a field, the most used first; the empty text is nothing."""
    rows = event.db.execute(
        f"SELECT {GuestField(field)}, COUNT(*) FROM guest GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return {str(text): int(str(count)) for text, count in rows}


def _order(by: GuestColumn, descending: bool) -> str:  # noqa: FBT001 - handed on
    terms = _ORDERS.get(by) or (f"guest.{GuestField(by)} COLLATE NOCASE",)
    way = " DESC" if descending else ""
    first = terms[0]
    empty = f"({first} IS NULL), " if by not in _ORDERS or "SELECT" in first else ""
    if by is GuestColumn.TABLE or by not in _ORDERS:
        empty = f"(guest.{GuestField(by)} = ''), "
    return empty + ", ".join(f"{term}{way}" for term in terms) + ", guest.sort_key, guest.number"


def _add_conditions(chosen: GuestFilter, conditions: list[str], values: list[str | int]) -> None:
    for column, wanted in (
        ("status", chosen.statuses),
        ("category", chosen.categories),
        ("introducer", chosen.introducers),
    ):
        if wanted:
            conditions.append(f"guest.{column} IN (SELECT value FROM json_each(?))")
            values.append(_json(wanted))
    if chosen.labels:
        # A text of labels parts them by a comma and a space, `domain.labels` sees to it.
        conditions.append(
            "EXISTS (SELECT 1 FROM json_each(?) WHERE (value = '' AND guest.labels = '')"
            " OR (value <> '' AND instr(', ' || guest.labels || ', ', ', ' || value || ', ')))"
        )
        values.append(_json(chosen.labels))
    if chosen.payments:
        conditions.append(f"({' OR '.join(_PAYMENTS[one] for one in sorted(chosen.payments))})")
    if chosen.arrived is not None:
        conditions.append("(guest.admission IS NOT NULL) = ?")
        values.append(int(chosen.arrived))
    if chosen.inside is not None:
        conditions.append("guest.inside = ?")
        values.append(int(chosen.inside))
    if chosen.walk_in is not None:
        conditions.append("guest.walk_in = ?")
        values.append(int(chosen.walk_in))


def _json(wanted: Collection[str]) -> str:
    return json.dumps(sorted(wanted))
