"""Queries over the event's seals 会計確定."""

import json
from dataclasses import dataclass
from datetime import datetime

from reception_app.storage.event_file import EventReader

_SEAL = """
    SELECT s.seal, s.version, s.entries, s.balances, s.at, s.operator, s.stamp, u.at, u.reason
    FROM event_seal s LEFT JOIN event_unsealed u ON u.seal = s.seal
"""


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal: the books as they were then. `broken_at` is None while it holds."""

    id: str
    version: int
    entries: int
    balances: dict[str, int]
    at: datetime
    operator: str
    stamp: str
    broken_at: datetime | None
    reason: str


def is_sealed(event: EventReader) -> bool:
    """Whether a seal holds now."""
    query = """
        SELECT 1 FROM event_seal s
        WHERE NOT EXISTS (SELECT 1 FROM event_unsealed u WHERE u.seal = s.seal)
    """
    return bool(event.db.execute(query).fetchone())


def list_seals(event: EventReader) -> tuple[Seal, ...]:
    """All seals in the order they were set, broken ones too."""
    rows = event.db.execute(f"{_SEAL} GROUP BY s.seal ORDER BY s.stamp")
    return tuple(
        Seal(
            id=str(seal),
            version=int(version),
            entries=int(entries),
            balances=json.loads(str(balances)),
            at=datetime.fromisoformat(str(at)),
            operator=str(operator),
            stamp=str(stamp),
            broken_at=datetime.fromisoformat(str(broken_at)) if broken_at else None,
            reason=str(reason or ""),
        )
        for seal, version, entries, balances, at, operator, stamp, broken_at, reason in rows
    )


def balances_until(event: EventReader, stamp: str) -> tuple[int, dict[str, int]]:
    """How many entries there were before a stamp, and the accounts' balances then."""
    count = int(event.db.execute("SELECT COUNT(*) FROM entry WHERE stamp < ?", (stamp,)).get)
    rows = event.db.execute(
        "SELECT account, SUM(amount) FROM posting JOIN entry ON entry.id = posting.entry"
        " WHERE stamp < ? GROUP BY account HAVING SUM(amount) <> 0",
        (stamp,),
    )
    return count, {str(account): int(amount) for account, amount in rows}
