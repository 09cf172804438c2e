"""Queries over arrivals: who is in, who came lately, and how many."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception_app.domain.admission import Verdict
from reception_app.domain.journal import GUEST_RECEIVABLE, Tender
from reception_app.storage.event_file import EventReader, SQLiteValue


@dataclass(frozen=True, slots=True)
class Admission:
    """An admission 入場 that counts: when, at which desk, by which operator."""

    id: str
    guest: str
    at: datetime
    desk: str
    operator: str
    forced: bool
    payment: str | None


class DoorAct(StrEnum):
    """What kind of thing happened at the door."""

    ADMITTED = "admitted"
    REFUSED = "refused"
    PAID = "paid"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class DoorEvent:
    """One line of the door's last acts: an arrival, a refusal, a later payment, a leaving.

    `admission` is None but for an arrival; `payment` is the entry of what was paid in the act, and
    `paid` the guest's own share of it in minor units. `undone` is true when the act was taken back.
    """

    kind: DoorAct
    at: datetime
    verdict: Verdict
    guest: str | None
    guest_name: str
    category: str
    admission: str | None
    payment: str | None
    undone: bool
    paid: int | None
    tender: Tender | None
    text: str

    @property
    def is_undoable(self) -> bool:
        """Whether there is something to take back."""
        is_payment = self.kind is DoorAct.PAID and self.payment is not None
        return not self.undone and (self.admission is not None or is_payment)


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """Guests of one category code: who came, who was expected, who is inside now."""

    category: str
    arrived: int
    expected: int
    inside: int = 0


def find_admission(event: EventReader, admission_id: str) -> Admission | None:
    """The admission of this id unless it was undone."""
    row = event.db.execute(
        "SELECT id, guest, at, desk, operator, forced, payment FROM admission WHERE id = ?"
        " AND id NOT IN (SELECT admission FROM admission_voided)",
        (admission_id,),
    ).fetchone()
    return _admission(row) if row else None


def find_admission_of(event: EventReader, guest: str) -> Admission | None:
    """The admission that counts for a guest: the first that was not undone."""
    row = event.db.execute(
        "SELECT a.id, a.guest, a.at, a.desk, a.operator, a.forced, a.payment"
        " FROM guest JOIN admission a ON a.id = guest.admission WHERE guest.id = ?",
        (guest,),
    ).fetchone()
    return _admission(row) if row else None


def list_admitted_by(event: EventReader, payment: str) -> tuple[str, ...]:
    """The ids of the admissions in whose act this payment was taken, those undone left out."""
    rows = event.db.execute(
        "SELECT id FROM admission WHERE payment = ?"
        " AND id NOT IN (SELECT admission FROM admission_voided) ORDER BY stamp",
        (payment,),
    )
    return tuple(str(row[0]) for row in rows)


def is_inside(event: EventReader, guest: str) -> bool:
    """Whether the guest came in and has not gone out since."""
    return bool(event.db.execute("SELECT inside FROM guest WHERE id = ?", (guest,)).get)


def count_by_category(event: EventReader) -> tuple[CategoryCount, ...]:
    """Arrived and expected guests of each category; expected are the accepted and the arrived."""
    rows = event.db.execute(
        "SELECT category, arrived, expected, inside FROM arrival_count ORDER BY category"
    )
    return tuple(
        CategoryCount(str(category), int(arrived), int(expected), int(inside))
        for category, arrived, expected, inside in rows
    )


def count_since(event: EventReader, since: datetime) -> int:
    """How many guests were admitted since a moment."""
    stamp = f"{int(since.timestamp() * 1000):012x}"
    query = (
        "SELECT COUNT(*) FROM admission WHERE stamp >= ?"
        " AND id NOT IN (SELECT admission FROM admission_voided)"
    )
    return int(event.db.execute(query, (stamp,)).get)


_LOOKED_AT = 10
"""Among so many times more payments and refusals than are shown those to show are looked for."""

_LAST_ACTS = f"""
    SELECT act.kind, act.at, verdict, act.guest, guest.name, guest.category, act.admission,
        payment, undone,
        (SELECT -SUM(amount) FROM posting WHERE entry = payment
            AND account = '{GUEST_RECEIVABLE}' AND posting.guest = act.guest),
        (SELECT tender FROM entry WHERE entry.id = payment), text
    FROM (
        SELECT * FROM (
            SELECT stamp, at, 'admitted' AS kind, 'admitted' AS verdict, guest, id AS admission,
                id IN (SELECT admission FROM admission_voided) AS undone, payment, '' AS text
            FROM admission ORDER BY stamp DESC LIMIT :limit)
        UNION ALL SELECT * FROM (
            SELECT stamp, at, 'refused', verdict, guest, NULL, 0, NULL, text
            FROM (SELECT * FROM refused_scan ORDER BY stamp DESC LIMIT :looked_at) scan
            WHERE verdict <> 'collect_fee' OR (
                EXISTS (SELECT 1 FROM guest WHERE id = scan.guest AND admission IS NULL)
                AND stamp = (SELECT MAX(stamp) FROM refused_scan WHERE guest = scan.guest))
            ORDER BY stamp DESC LIMIT :limit)
        UNION ALL SELECT * FROM (
            SELECT stamp, at, 'paid', 'admitted', guest, NULL,
                EXISTS (SELECT 1 FROM entry r WHERE r.reverses = entry.id), id, ''
            FROM (SELECT * FROM entry WHERE kind = 'payment' AND box IS NOT NULL
                ORDER BY stamp DESC LIMIT :looked_at) entry
            WHERE NOT EXISTS (SELECT 1 FROM admission a WHERE a.payment = entry.id)
            ORDER BY stamp DESC LIMIT :limit)
        UNION ALL SELECT * FROM (
            SELECT stamp, at, 'left', 'admitted', guest, NULL, 0, NULL, ''
            FROM leaving ORDER BY stamp DESC LIMIT :limit)
    ) act
    LEFT JOIN guest ON guest.id = act.guest
    ORDER BY act.stamp DESC LIMIT :limit
"""


def list_last_acts(event: EventReader, *, limit: int = 20) -> tuple[DoorEvent, ...]:
    """The last arrivals, leavings, later payments and refused scans at this door, newest first.

    A fee that was asked for and not taken stands among them until its guest is in.
    """
    rows = event.db.execute(_LAST_ACTS, {"limit": limit, "looked_at": _LOOKED_AT * limit})
    return tuple(
        DoorEvent(
            kind=DoorAct(str(kind)),
            at=datetime.fromisoformat(str(at)),
            verdict=Verdict(str(verdict)),
            guest=None if guest is None else str(guest),
            guest_name=str(name or ""),
            category=str(category or ""),
            admission=None if admission is None else str(admission),
            payment=None if payment is None else str(payment),
            undone=bool(undone),
            paid=None if paid is None else int(str(paid)),
            tender=Tender(str(tender)) if tender else None,
            text=str(text),
        )
        for kind, at, verdict, guest, name, category, admission, payment, undone, paid, tender,
        text in rows
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromisedPayment:
    """Why and until which day a guest pays later; `until` is None when no day was named."""

    reason: str
    until: date | None


def find_promise(event: EventReader, guest: str) -> PromisedPayment | None:
    """The last promise of a guest."""
    row = event.db.execute(
        "SELECT reason, until FROM payment_promise WHERE guest = ? ORDER BY stamp DESC", (guest,)
    ).fetchone()
    if row is None:
        return None
    return PromisedPayment(str(row[0]), date.fromisoformat(str(row[1])) if row[1] else None)


def count_inside(event: EventReader) -> int:
    """How many guests are inside now."""
    return int(event.db.execute("SELECT COALESCE(SUM(inside), 0) FROM arrival_count").get)


def list_arrival_moments(event: EventReader, since: datetime) -> tuple[datetime, ...]:
    """When guests were admitted since a moment, in the order recorded."""
    stamp = f"{int(since.timestamp() * 1000):012x}"
    rows = event.db.execute(
        "SELECT at FROM admission WHERE stamp >= ?"
        " AND id NOT IN (SELECT admission FROM admission_voided) ORDER BY stamp",
        (stamp,),
    )
    return tuple(datetime.fromisoformat(str(row[0])) for row in rows)


def sum_inside_unpaid(event: EventReader) -> tuple[int, int]:
    """How many guests are in and still owe, and what they owe together in minor units."""
    count, due = event.db.execute(
        "SELECT COUNT(*), COALESCE(SUM(due), 0) FROM guest WHERE admission IS NOT NULL AND due > 0"
    ).get
    return int(count), int(due)


def list_inside_unpaid(event: EventReader) -> tuple[tuple[str, int], ...]:
    """Guests who are in and still owe, with what they owe in minor units, longest in first."""
    rows = event.db.execute(
        """
        SELECT id, due FROM guest WHERE admission IS NOT NULL AND due > 0
        ORDER BY (SELECT stamp FROM admission a WHERE a.id = admission)
        """
    )
    return tuple((str(guest), int(str(due))) for guest, due in rows)


def _admission(row: tuple[SQLiteValue, ...]) -> Admission:
    admission_id, guest, at, desk, operator, forced, payment = row
    return Admission(
        id=str(admission_id),
        guest=str(guest),
        at=datetime.fromisoformat(str(at)),
        desk=str(desk),
        operator=str(operator),
        forced=bool(forced),
        payment=None if payment is None else str(payment),
    )
