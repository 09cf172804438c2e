"""The answer of the door to one guest: what is found, what is decided, what is recorded."""

from dataclasses import dataclass, field
from datetime import datetime

from reception_app.domain.admission import Decision, Verdict, decide
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.facts import Admitted
from reception_app.domain.fee import FeeCategory
from reception_app.domain.guest import Guest
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money
from reception_app.services.payments import Payment
from reception_app.storage import admissions, guests, settings
from reception_app.storage.admissions import Admission
from reception_app.storage.event_file import Act, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.journal import find_balance
from reception_app.storage.spare_badges import SpareBadge


@dataclass(eq=False)
class GuestUnknown(ReceptionError):
    """There is no such guest in this event."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the door says to one scan or act.

    `findings` begins with the verdict; the rest stand under it. `admission` is the one that counts
    for the guest: made just now when `verdict` is admitted, earlier otherwise. `text` is what was
    read when no guest was found, `spare` the blank name tag that was read and is nobody's yet.
    `returned` says that the guest had been here before and went out.
    """

    verdict: Verdict
    findings: tuple[Verdict, ...]
    at: datetime
    guest: Guest | None = None
    category: FeeCategory | None = None
    balance: GuestBalance = field(default_factory=GuestBalance)
    due: Money | None = None
    admission: Admission | None = None
    admitted_by: str = ""
    payment: Payment | None = None
    party: tuple[Guest, ...] = ()
    text: str = ""
    spare: SpareBadge | None = None
    returned: bool = False


ADMITTED = Decision(Verdict.ADMITTED, (Verdict.ADMITTED,))
"""The decision on somebody whom nothing keeps out."""


def find_known(event: EventReader, guest_id: str) -> Guest:
    """The guest of this id.

    Raises:
        GuestUnknown: there is none.
    """
    guest = guests.find_guest(event, guest_id)
    if guest is None:
        raise GuestUnknown
    return guest


def decide_on(event: EventReader, guest: Guest, *, revoked: bool, now: datetime) -> Decision:
    """The decision on a guest as everything stands; `revoked` is their badge if replaced."""
    details = settings.find_event(event)
    return decide(
        status=guest.status,
        badge_revoked=revoked,
        hours=details.hours,
        now=now,
        due=Money(find_balance(event, guest.id).due, details.currency),
        already_inside=admissions.is_inside(event, guest.id),
    )


def record_admission(
    act: Act, guest: Guest, *, desk: Desk, payment: str | None = None, forced: bool = False,
    reason: str = "", noted_at: datetime | None = None,
) -> None:  # fmt: skip
    """Record that a guest came in; `noted_at` is when, by the paper list, if not now."""
    act.record(
        Admitted(
            admission=new_id(), guest=guest.id, desk=desk.letter, scan=new_id(), payment=payment,
            forced=forced, reason=reason,
            noted_at=noted_at.isoformat(timespec="seconds") if noted_at else "",
        )
    )  # fmt: skip


def outcome_of(
    event: EventReader, guest: Guest, decision: Decision, *, now: datetime,
    payment: Payment | None = None,
) -> Outcome:  # fmt: skip
    """The answer as it is told: the decision with all that is known of the guest by now."""
    plan = settings.find_fee_plan(event)
    balance = find_balance(event, guest.id)
    admission = admissions.find_admission_of(event, guest.id)
    operators = settings.list_operators(event) if admission else {}
    return Outcome(
        verdict=decision.verdict,
        findings=decision.findings,
        at=now,
        guest=guest,
        category=plan.category(guest.category) if guest.category in plan else None,
        balance=balance,
        due=Money(balance.due, plan.currency),
        admission=admission,
        admitted_by=operators.get(admission.operator, "") if admission else "",
        payment=payment,
        party=guests.list_party(event, guest.id),
    )
