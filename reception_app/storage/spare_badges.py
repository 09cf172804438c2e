"""Queries over spare badges 予備の名札: blank name tags with a ready code, and whose they are."""

from dataclasses import dataclass

from reception_app.storage.event_file import EventReader

_SPARE = """
    SELECT number, code, (SELECT guest FROM badge WHERE badge.code = spare_badge.code)
    FROM spare_badge
"""


@dataclass(frozen=True, slots=True)
class SpareBadge:
    """A blank name tag: the number printed on it, its code, and the id of whose it became."""

    number: int
    code: str
    guest: str | None = None

    @property
    def label(self) -> str:
        """What is printed under its QR and told at the desk: `S07`."""
        return f"S{self.number:02}"


def find_spare_badge(event: EventReader, code: str) -> SpareBadge | None:
    """The spare badge of this code, bound or not."""
    row = event.db.execute(f"{_SPARE} WHERE code = ?", (code,)).fetchone()
    return SpareBadge(*row) if row else None


def list_spare_badges(event: EventReader, *, free_only: bool = False) -> tuple[SpareBadge, ...]:
    """All spare badges by number, or only those that are nobody's yet."""
    rows = event.db.execute(f"{_SPARE} ORDER BY number, code")
    spares = tuple(SpareBadge(*row) for row in rows)
    return tuple(spare for spare in spares if spare.guest is None) if free_only else spares


def next_spare_number(event: EventReader) -> int:
    """The next free number of a spare badge."""
    return int(event.db.execute("SELECT COALESCE(MAX(number), 0) + 1 FROM spare_badge").get)
