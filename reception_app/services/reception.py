"""The door: a badge is scanned or a guest is found, and one verdict comes back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from reception_app.domain.admission import MAY_BE_FORCED, Decision, Verdict, decide
from reception_app.domain.badge_code import looks_like_code, read_badge_codes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.facts import (
    AdmissionVoided,
    Admitted,
    Left,
    PaymentPromised,
    Refused,
)
from reception_app.domain.fee import FeeCategory
from reception_app.domain.guest import Guest, GuestField, GuestStatus, clean_text
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money
from reception_app.services.fees import record_acceptance, record_charge
from reception_app.services.guest_recording import WALK_IN, record_guest
from reception_app.services.payments import (
    Offer,
    Payment,
    find_payment,
    record_correction,
    record_payment,
)
from reception_app.services.posting import given
from reception_app.services.spare_badges import free_spare, record_binding
from reception_app.storage import admissions, guests, settings
from reception_app.storage.admissions import Admission
from reception_app.storage.event_file import Act, EventFile, EventReader
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import BadgeHolder
from reception_app.storage.journal import find_balance, is_reversed
from reception_app.storage.spare_badges import SpareBadge


@dataclass(eq=False)
class GuestUnknown(ReceptionError):
    """There is no such guest in this event."""


@dataclass(eq=False)
class NotToBeForced(ReceptionError):
    """This refusal is the organizer's to lift, not the desk's."""


@dataclass(eq=False)
class StillRefused(ReceptionError):
    """Something else than the fee keeps the guest out, so there is nothing to pay at the door."""

    name: str


@dataclass(eq=False)
class RestNeedsPromise(ReceptionError):
    """A part of the fee is paid, and nothing is said of when the rest will be."""

    rest: Money


@dataclass(eq=False)
class NothingToUndo(ReceptionError):
    """The admission is not on record, or was undone before."""


@dataclass(eq=False)
class NotInside(ReceptionError):
    """The guest is not inside, so they cannot leave."""

    name: str


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


@dataclass(frozen=True, slots=True)
class Promise:
    """That a fee will be paid later: why, and until which day if one was named."""

    reason: str
    until: date | None = None


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


_NOT_ABOUT_MONEY = frozenset(Verdict) - {
    Verdict.ADMITTED,
    Verdict.COLLECT_FEE,
    Verdict.ALREADY_ADMITTED,
}


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
    return _receive(event, _known(event, guest_id), revoked=False, desk=desk, now=now)


def find_holder(event: EventReader, text: str) -> BadgeHolder | None:
    """Whose badge a scanned text is; None when it is nobody's."""
    codes = read_badge_codes(text)
    return guests.find_by_badge(event, str(codes[0]) if codes else clean_text(text))


def is_code(event: EventReader, text: str) -> bool:
    """Whether a text is to be looked up as a code rather than searched for as a name."""
    return looks_like_code(text) or guests.find_by_badge(event, clean_text(text)) is not None


def admit_paying(
    event: EventFile, payers: Sequence[Guest], offer: Offer, *, desk: Desk, now: datetime,
    rest: Promise | None = None, noted_at: datetime | None = None,
) -> Outcome:  # fmt: skip
    """Take what these guests owe and let them in, in one act; the answer is for the first.

    Where the offer is a part of what is due, `rest` says why and until when the rest is paid.
    `noted_at` is when they came in by the paper list.

    Raises:
        BoxNotOpen, NothingDue, TenderBelowDue, PaidAboveDue, ActAlreadyRecorded, AlreadyReversed,
        StillRefused, RestNeedsPromise: nothing was recorded.
    """
    with event.act(now=now, actor=desk.operator) as act:
        repeated = find_payment(event, offer.id) or find_payment(event, f"{offer.id}-1")
        if not repeated:
            _let_in_only(event, payers, now=now)
        payment = record_payment(event, act, payers, offer, desk=desk)
        if not repeated:
            _promise_rest(event, act, payers, rest)
            entries = {one.receipt.guest: one.entry for one in (payment, *payment.others)}
            for guest in payers:
                if not admissions.is_inside(event, guest.id):
                    entry = entries.get(guest.id, payment.entry)
                    _record_admission(act, guest, desk=desk, payment=entry, noted_at=noted_at)
    return _outcome(event, payers[0], _ADMITTED, now=now, payment=payment)


def note_arrival(
    event: EventFile, guest_id: str, *, noted_at: datetime, desk: Desk, now: datetime
) -> Outcome:
    """Enter afterwards that a guest came in, by the paper list at `noted_at`, paid or owing.

    Raises:
        GuestUnknown: no guest has this id.
    """
    guest = _known(event, guest_id)
    with event.act(now=now, actor=desk.operator) as act:
        if guest.status is GuestStatus.INVITED:
            record_acceptance(event, act, guest)
            guest = _known(event, guest.id)
        findings = _decide(event, guest, revoked=False, now=noted_at).findings
        refusals = tuple(one for one in findings if one is not Verdict.COLLECT_FEE)
        decision = Decision(refusals[0], refusals) if refusals else _ADMITTED
        if decision.verdict is Verdict.ADMITTED:
            decision = _ADMITTED
            _record_admission(act, guest, desk=desk, noted_at=noted_at)
    return _outcome(event, guest, decision, now=now)


def admit_unpaid(
    event: EventFile, guest_id: str, reason: str, *, desk: Desk, now: datetime,
    until: date | None = None,
) -> Outcome:  # fmt: skip
    """Let a guest in who will pay later, `until` a day if one was named; the fee stays due.

    Raises:
        GuestUnknown: no guest has this id.
        ReasonMissing: a promise needs its reason.
        StillRefused: it is not the fee that keeps the guest out.
    """
    guest = _known(event, guest_id)
    with event.act(now=now, actor=desk.operator) as act:
        _let_in_only(event, [guest], now=now)
        _record_promise(act, guest, Promise(reason, until))
        if not admissions.is_inside(event, guest.id):
            _record_admission(act, guest, desk=desk)
    return _outcome(event, guest, _ADMITTED, now=now)


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
    guest = _known(event, guest_id)
    reason = given(reason)
    decision = _decide(event, guest, revoked=badge_revoked, now=now)
    if Verdict.BLOCKED in decision.findings:
        raise NotToBeForced
    forced = any(verdict in MAY_BE_FORCED for verdict in decision.findings)
    with event.act(now=now, actor=desk.operator) as act:
        _record_admission(act, guest, desk=desk, forced=forced, reason=reason)
    return _outcome(event, guest, _ADMITTED, now=now)


def reinstate(event: EventFile, guest_id: str, *, desk: Desk, now: datetime) -> Outcome:
    """Accept a guest who had cancelled, declined or was waiting, charge the fee, and receive them.

    Raises:
        GuestUnknown: no guest has this id.
        NotToBeForced: the guest is blocked.
    """
    guest = _known(event, guest_id)
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
    guest = _known(event, guest_id)
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
            _let_in_only(event, [guest], now=now)
            payment = record_payment(event, act, [guest], offer, desk=desk)
            _record_admission(act, guest, desk=desk, payment=payment.entry)
    if payment is None:
        return receive_guest(event, guest.id, desk=desk, now=now)
    return _outcome(event, guest, _ADMITTED, now=now, payment=payment)


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
    guest = _known(event, guest_id)
    record_charge(act, plan, guest)
    return guest


_ADMITTED = Decision(Verdict.ADMITTED, (Verdict.ADMITTED,))


def _known(event: EventReader, guest_id: str) -> Guest:
    guest = guests.find_guest(event, guest_id)
    if guest is None:
        raise GuestUnknown
    return guest


def _receive(
    event: EventFile, guest: Guest, *, revoked: bool, desk: Desk, now: datetime
) -> Outcome:
    with event.act(now=now, actor=desk.operator) as act:
        if guest.status is GuestStatus.INVITED and not revoked:
            # An invited guest who never answered and comes is welcome, and owes the fee from now.
            record_acceptance(event, act, guest)
            guest = _known(event, guest.id)
        decision = _decide(event, guest, revoked=revoked, now=now)
        returned = admissions.find_admission_of(event, guest.id) is not None
        if decision.verdict is Verdict.ADMITTED:
            _record_admission(act, guest, desk=desk)
        else:
            act.record(
                Refused(scan=new_id(), desk=desk.letter, verdict=decision.verdict, guest=guest.id)
            )
    outcome = _outcome(event, guest, decision, now=now)
    return replace(outcome, returned=returned and decision.verdict is Verdict.ADMITTED)


def _let_in_only(event: EventReader, guests_at_door: Sequence[Guest], *, now: datetime) -> None:
    """Make sure that nothing but the fee keeps out whoever of these is not inside yet."""
    for shown in guests_at_door:
        if admissions.is_inside(event, shown.id):
            continue
        guest = _known(event, shown.id)  # they may have been cancelled since the fee was asked for
        # Whoever asks may have looked the guest up before somebody cancelled or blocked them.
        known = _known(event, guest.id)
        findings = set(_decide(event, known, revoked=False, now=now).findings)
        if known.status is GuestStatus.INVITED or findings & _NOT_ABOUT_MONEY:
            raise StillRefused(guest.name)


def _record_promise(act: Act, guest: Guest, promise: Promise) -> None:
    until = promise.until.isoformat() if promise.until else ""
    act.record(PaymentPromised(guest=guest.id, reason=given(promise.reason), until=until))


def _promise_rest(
    event: EventReader, act: Act, payers: Sequence[Guest], rest: Promise | None
) -> None:
    """Record that whoever of the payers still owes pays the rest later."""
    owed = [(guest, find_balance(event, guest.id).due) for guest in payers]
    owing = [guest for guest, due in owed if due > 0]
    if owing and rest is None:
        due = sum(amount for _, amount in owed if amount > 0)
        raise RestNeedsPromise(Money(due, settings.find_event(event).currency))
    for guest in owing:
        assert rest is not None
        _record_promise(act, guest, rest)


def _decide(event: EventReader, guest: Guest, *, revoked: bool, now: datetime) -> Decision:
    details = settings.find_event(event)
    return decide(
        status=guest.status,
        badge_revoked=revoked,
        hours=details.hours,
        now=now,
        due=Money(find_balance(event, guest.id).due, details.currency),
        already_inside=admissions.is_inside(event, guest.id),
    )


def _record_admission(
    act: Act, guest: Guest, *, desk: Desk, payment: str | None = None, forced: bool = False,
    reason: str = "", noted_at: datetime | None = None,
) -> None:  # fmt: skip
    act.record(
        Admitted(
            admission=new_id(), guest=guest.id, desk=desk.letter, scan=new_id(), payment=payment,
            forced=forced, reason=reason,
            noted_at=noted_at.isoformat(timespec="seconds") if noted_at else "",
        )
    )  # fmt: skip


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


def _outcome(
    event: EventReader, guest: Guest, decision: Decision, *, now: datetime,
    payment: Payment | None = None,
) -> Outcome:  # fmt: skip
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
