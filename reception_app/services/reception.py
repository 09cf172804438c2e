"""The door: a badge is scanned or a guest is found, and one verdict comes back."""

from dataclasses import dataclass, replace
from datetime import datetime

from reception_app.domain.admission import MAY_BE_FORCED, Decision, Verdict
from reception_app.domain.badge_code import looks_like_code, read_badge_codes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.facts import AdmissionVoided, Left, Refused
from reception_app.domain.guest import Guest, GuestField, GuestStatus, clean_text
from reception_app.domain.money import Money
from reception_app.services.door_answer import (
    ADMITTED,
    GuestUnknown,
    Outcome,
    decide_on,
    find_known,
    outcome_of,
    record_admission,
)
from reception_app.services.door_payment import (
    Promise,
    RestNeedsPromise,
    StillRefused,
    admit_paying,
    admit_unpaid,
    let_in_only,
)
from reception_app.services.fees import record_acceptance, record_charge
from reception_app.services.guest_recording import WALK_IN, record_guest
from reception_app.services.payments import (
    Offer,
    record_correction,
    record_payment,
)
from reception_app.services.posting import given
from reception_app.services.spare_badges import free_spare, record_binding
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import BadgeHolder
from reception_app.storage.journal import is_reversed

__all__ = [
    "GuestUnknown",
    "NotInside",
    "NotToBeForced",
    "NothingToUndo",
    "Outcome",
    "Promise",
    "RestNeedsPromise",
    "StillRefused",
    "WalkIn",
    "admit_paying",
    "admit_unpaid",
    "find_holder",
    "force_admission",
    "is_code",
    "leave",
    "leave_guest",
    "note_arrival",
    "receive_badge",
    "receive_guest",
    "register_walk_in",
    "reinstate",
    "undo_admission",
]


@dataclass(eq=False)
class NotToBeForced(ReceptionError):
    """This refusal is the organizer's to lift, not the desk's."""


@dataclass(eq=False)
class NothingToUndo(ReceptionError):
    """The admission is not on record, or was undone before."""


@dataclass(eq=False)
class NotInside(ReceptionError):
    """The guest is not inside, so they cannot leave."""

    name: str


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Who comes without being on the list; `category` is a code of the fee plan.

    `not_introduced` is why nobody is named who introduced them; `spare` the code of a blank name
    tag that becomes theirs.
    """

    name: str
    reading: str = ""
    company: str = ""
    category: str = ""
    introducer: str = ""
    not_introduced: str = ""
    spare: str = ""


def receive_badge(event: EventFile, text: str, *, desk: Desk, now: datetime) -> Outcome:
    """Answer a scanned code: admit the guest, or say why not. Every answer is on record."""
    found = find_holder(event, text)
    if found is None:
        codes = read_badge_codes(text)
        tag = settings.find_event(event).tag
        foreign = bool(codes) and codes[0].event_tag != tag
        verdict = Verdict.OTHER_EVENT if foreign else Verdict.UNKNOWN_CODE
        refused = _refuse_unknown(event, verdict, text, desk=desk, now=now)
        return refused if foreign else replace(refused, spare=free_spare(event, text))
    return _receive(event, found.guest, revoked=found.revoked, desk=desk, now=now)


def receive_guest(event: EventFile, guest_id: str, *, desk: Desk, now: datetime) -> Outcome:
    """Answer for a guest found by name or number: the same verdict as for their badge.

    Raises:
        GuestUnknown: no guest has this id.
    """
    return _receive(event, find_known(event, guest_id), revoked=False, desk=desk, now=now)


def find_holder(event: EventReader, text: str) -> BadgeHolder | None:
    """Whose badge a scanned text is; None when it is nobody's."""
    codes = read_badge_codes(text)
    return guests.find_by_badge(event, str(codes[0]) if codes else clean_text(text))


def is_code(event: EventReader, text: str) -> bool:
    """Whether a text is to be looked up as a code rather than searched for as a name."""
    return looks_like_code(text) or guests.find_by_badge(event, clean_text(text)) is not None


def note_arrival(
    event: EventFile, guest_id: str, *, noted_at: datetime, desk: Desk, now: datetime
) -> Outcome:
    """Enter afterwards that a guest came in, by the paper list at `noted_at`, paid or owing.

    Raises:
        GuestUnknown: no guest has this id.
    """
    guest = find_known(event, guest_id)
    with event.act(now=now, actor=desk.operator) as act:
        if guest.status is GuestStatus.INVITED:
            record_acceptance(event, act, guest)
            guest = find_known(event, guest.id)
        findings = decide_on(event, guest, revoked=False, now=noted_at).findings
        refusals = tuple(one for one in findings if one is not Verdict.COLLECT_FEE)
        decision = Decision(refusals[0], refusals) if refusals else ADMITTED
        if decision.verdict is Verdict.ADMITTED:
            decision = ADMITTED
            record_admission(act, guest, desk=desk, noted_at=noted_at)
    return outcome_of(event, guest, decision, now=now)


def force_admission(
    event: EventFile, guest_id: str, reason: str, *, desk: Desk, now: datetime,
    badge_revoked: bool = False,
) -> Outcome:  # fmt: skip
    """Let a guest in who was refused. Recorded as forced only when there was a refusal.

    `badge_revoked` says that the badge they showed opens the door no longer.

    Raises:
        GuestUnknown: no guest has this id.
        NotToBeForced: the guest is blocked.
        ReasonMissing: overruling needs its reason.
    """
    guest = find_known(event, guest_id)
    reason = given(reason)
    decision = decide_on(event, guest, revoked=badge_revoked, now=now)
    if Verdict.BLOCKED in decision.findings:
        raise NotToBeForced
    forced = any(verdict in MAY_BE_FORCED for verdict in decision.findings)
    with event.act(now=now, actor=desk.operator) as act:
        record_admission(act, guest, desk=desk, forced=forced, reason=reason)
    return outcome_of(event, guest, ADMITTED, now=now)


def reinstate(event: EventFile, guest_id: str, *, desk: Desk, now: datetime) -> Outcome:
    """Accept a guest who had cancelled, declined or was waiting, charge the fee, and receive them.

    Raises:
        GuestUnknown: no guest has this id.
        NotToBeForced: the guest is blocked.
    """
    guest = find_known(event, guest_id)
    if guest.status is GuestStatus.BLOCKED:
        raise NotToBeForced
    with event.act(now=now, actor=desk.operator) as act:
        record_acceptance(event, act, guest)
    return receive_guest(event, guest_id, desk=desk, now=now)


def undo_admission(
    event: EventFile, admission_id: str, reason: str, *, desk: Desk, now: datetime,
    with_payment: bool = True,
) -> Money:  # fmt: skip
    """Undo an admission, and the payment taken in the same act; returns what to hand back.

    With the payment all who were let in by it are out again: none of them has paid any more.

    Raises:
        NothingToUndo: it is not on record or was undone.
        ReasonMissing: undoing needs its reason.
        BoxNotOpen: cash is to be handed back and the cash box is closed.
    """
    admission = admissions.find_admission(event, admission_id)
    if admission is None:
        raise NothingToUndo
    reason = given(reason)
    back = Money(0, settings.find_event(event).currency)
    with event.act(now=now, actor=desk.operator) as act:
        together = [admission.id]
        if with_payment and admission.payment and not is_reversed(event, admission.payment):
            together = list(admissions.list_admitted_by(event, admission.payment))
            back = record_correction(event, act, admission.payment, reason)
        for voided in together:
            act.record(AdmissionVoided(admission=voided, reason=reason))
    return back


def leave(event: EventFile, text: str, *, desk: Desk, now: datetime) -> Guest:
    """Note that the guest of this badge went out and may come back.

    Raises:
        GuestUnknown: the code belongs to nobody.
        NotInside: the guest is not inside.
    """
    found = find_holder(event, text)
    if found is None:
        raise GuestUnknown
    return leave_guest(event, found.guest.id, desk=desk, now=now)


def leave_guest(event: EventFile, guest_id: str, *, desk: Desk, now: datetime) -> Guest:
    """Note that this guest went out and may come back.

    Raises:
        GuestUnknown: no guest has this id.
        NotInside: the guest is not inside.
    """
    guest = find_known(event, guest_id)
    if not admissions.is_inside(event, guest.id):
        raise NotInside(guest.name)
    with event.act(now=now, actor=desk.operator) as act:
        act.record(Left(guest=guest.id, desk=desk.letter))
    return guest


def register_walk_in(
    event: EventFile, walk_in: WalkIn, *, desk: Desk, now: datetime, offer: Offer | None = None
) -> Outcome:
    """Put someone on the list who just came 当日参加, charge the walk-in fee, and receive them.

    With an offer the fee is paid in the same act.

    Raises:
        GuestNameMissing: a guest needs a name.
        CategoryUnknown: the fee plan has no such category.
        NotAFreeSpare: the blank name tag is none, or somebody's already.
        BoxNotOpen, NothingDue, TenderBelowDue, StillRefused: the offer cannot be taken; nothing
            was recorded.
    """
    with event.act(now=now, actor=desk.operator) as act:
        guest = _record_walk_in(event, act, walk_in)
        if offer is None:
            payment = None
        else:
            let_in_only(event, [guest], now=now)
            payment = record_payment(event, act, [guest], offer, desk=desk)
            record_admission(act, guest, desk=desk, payment=payment.entry)
    if payment is None:
        return receive_guest(event, guest.id, desk=desk, now=now)
    return outcome_of(event, guest, ADMITTED, now=now, payment=payment)


def _record_walk_in(event: EventReader, act: Act, walk_in: WalkIn) -> Guest:
    plan = settings.find_fee_plan(event)
    category = plan.category(walk_in.category)
    guest_id = record_guest(
        act,
        {
            GuestField.NAME: walk_in.name,
            GuestField.READING: walk_in.reading,
            GuestField.COMPANY: walk_in.company,
            GuestField.INTRODUCER: walk_in.introducer,
            GuestField.CATEGORY: category.code,
        },
        event_tag=settings.find_event(event).tag,
        number=guests.next_number(event),
        status=GuestStatus.ACCEPTED,
        reason=clean_text(walk_in.not_introduced),
        source=WALK_IN,
        walk_in=True,
    )
    if walk_in.spare:
        record_binding(event, act, walk_in.spare, guest_id)
    guest = find_known(event, guest_id)
    record_charge(act, plan, guest)
    return guest


def _receive(
    event: EventFile, guest: Guest, *, revoked: bool, desk: Desk, now: datetime
) -> Outcome:
    with event.act(now=now, actor=desk.operator) as act:
        if guest.status is GuestStatus.INVITED and not revoked:
            # An invited guest who never answered and comes is welcome, and owes the fee from now.
            record_acceptance(event, act, guest)
            guest = find_known(event, guest.id)
        decision = decide_on(event, guest, revoked=revoked, now=now)
        returned = admissions.find_admission_of(event, guest.id) is not None
        if decision.verdict is Verdict.ADMITTED:
            record_admission(act, guest, desk=desk)
        else:
            act.record(
                Refused(scan=new_id(), desk=desk.letter, verdict=decision.verdict, guest=guest.id)
            )
    outcome = outcome_of(event, guest, decision, now=now)
    return replace(outcome, returned=returned and decision.verdict is Verdict.ADMITTED)


def _refuse_unknown(
    event: EventFile, verdict: Verdict, text: str, *, desk: Desk, now: datetime
) -> Outcome:
    shown, scan = clean_text(text)[:200], new_id()
    # What is no badge of ours may be a business card: it can be erased like a name.
    ours = bool(read_badge_codes(text))
    with event.act(now=now, actor=desk.operator) as act:
        act.record(
            Refused(scan=scan, desk=desk.letter, verdict=verdict, text=shown if ours else ""),
            subject=scan,
            personal={} if ours else {"text": shown},
        )
    return Outcome(verdict, (verdict,), now, text=shown)
