"""Queries over everything that happened, as it was recorded, and over the scans of the door."""

from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.admission import Verdict
from reception_app.domain.fact_chain import Fact
from reception_app.storage.event_file import EventReader

_FACT = "SELECT id, desk, seq, hlc, at, kind, body, actor, prev_hash, hash FROM fact"


@dataclass(frozen=True, slots=True)
class GuestName:
    """How a guest is called in a list of many."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Scan:
    """One answer of the door: an arrival, or a scan that let nobody in.

    `guest` is an id, None when nobody was found by what was read, which is `text`. `reason` tells
    why a refusal was overruled, `undone` why the arrival was taken back at `undone_at`; empty and
    None when neither was.
    """

    at: datetime
    desk: str
    operator: str
    verdict: Verdict
    guest: str | None
    text: str
    forced: bool
    reason: str
    undone_at: datetime | None
    undone: str


def list_facts(event: EventReader, *, limit: int | None = None) -> tuple[Fact, ...]:
    """What was recorded, newest first; at most `limit` of it."""
    rows = event.db.execute(
        f"{_FACT} ORDER BY hlc DESC, id DESC LIMIT ?", (-1 if limit is None else limit,)
    )
    return tuple(Fact(*row) for row in rows)


def latest_moment(event: EventReader) -> datetime | None:
    """The latest time anything was recorded at, whatever clocks showed later; None for nothing."""
    row = event.db.execute("SELECT MAX(hlc) FROM fact").fetchone()
    if row is None or row[0] is None:
        return None
    return datetime.fromtimestamp(int(str(row[0])[:12], 16) / 1000).astimezone()


def list_guest_names(event: EventReader) -> dict[str, GuestName]:
    """Number and name of every guest by id."""
    rows = event.db.execute("SELECT id, number, name FROM guest")
    return {str(guest): GuestName(int(str(number)), str(name)) for guest, number, name in rows}


def list_read_texts(event: EventReader) -> dict[str, str]:
    """What was read by scans that found nobody, by the fact that refused them."""
    rows = event.db.execute("SELECT fact, text FROM refused_scan WHERE text <> ''")
    return {str(fact): str(text) for fact, text in rows}


def list_written_fields(event: EventReader) -> dict[str, tuple[str, ...]]:
    """Which fields of a guest a fact wrote, by the fact; personal ones are not in its body."""
    written: dict[str, tuple[str, ...]] = {}
    rows = event.db.execute("SELECT substr(stamp, 17), field FROM guest_change ORDER BY field")
    for fact, field in rows:
        written[str(fact)] = (*written.get(str(fact), ()), str(field))
    return written


def list_scans(event: EventReader) -> tuple[Scan, ...]:
    """Every answer of the door in the order given; a fee asked for is one, the entry another."""
    rows = event.db.execute(
        """
        SELECT a.at, a.desk, a.operator, 'admitted', a.guest, '', a.forced, a.reason,
            v.at, COALESCE(v.reason, ''), a.stamp
        FROM admission a LEFT JOIN admission_voided v ON v.admission = a.id
        UNION ALL
        SELECT at, desk, operator, verdict, guest, text, 0, '', NULL, '', stamp FROM refused_scan
        ORDER BY 11
        """
    )
    return tuple(
        Scan(
            at=datetime.fromisoformat(str(at)),
            desk=str(desk),
            operator=str(operator),
            verdict=Verdict(str(verdict)),
            guest=None if guest is None else str(guest),
            text=str(text),
            forced=bool(forced),
            reason=str(reason),
            undone_at=datetime.fromisoformat(str(undone_at)) if undone_at else None,
            undone=str(why),
        )
        for at, desk, operator, verdict, guest, text, forced, reason, undone_at, why, _ in rows
    )
