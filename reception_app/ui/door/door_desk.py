"""The desk at work: scans and choices become acts of the services, and what came of each is told.

Nothing of the screen is here: the page shows what these signals carry.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reception_app.domain.admission import Verdict
from reception_app.domain.badge_code import read_badge_codes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, clean_text
from reception_app.scanning.repeat_guard import RepeatGuard
from reception_app.services import party, payments, reception
from reception_app.services.payments import Offer
from reception_app.services.reception import Outcome, Promise, WalkIn
from reception_app.services.spare_badges import bind_spare_badge
from reception_app.services.tag_handing import hand_out_tag
from reception_app.storage.event_file import EventFile
from reception_app.storage.spare_badges import SpareBadge
from reception_app.ui.door.door_undo import Undoable
from reception_app.ui.door.door_views import Undone
from reception_app.ui.workplace import Workplace

T = TypeVar("T")

_REMEMBERED = 16


class DoorDesk(QObject):
    """The acts of one desk.

    `answered` carries the `Outcome` of an act; `repeated` the one already given to a badge that was
    read again within seconds (nothing is recorded); `glued` how many badges one scan held; `undone`
    an `Undone`; `went_out` the guest who did, `handed_out` who was given a tag, `spare_bound` the
    guest and their `SpareBadge`; `failed` the `ReceptionError` of an act of which nothing is on
    record, and `failed_in_hand` that of one about the guest on show, which may be tried again.
    `desk_wanted` asks for somebody to say who works here: what was to be done waits for that.
    """

    answered = Signal(object)
    went_out = Signal(object)
    handed_out = Signal(object)
    spare_bound = Signal(object, object)
    repeated = Signal(object)
    glued = Signal(int)
    undone = Signal(object)
    failed = Signal(object)
    failed_in_hand = Signal(object)
    desk_wanted = Signal()

    def __init__(self, workplace: Workplace, page: QObject) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._guard = RepeatGuard()
        self._answers: dict[str, Outcome] = {}
        self._waiting: list[Callable[[], None]] = []
        self._is_asking = False
        workplace.desk_changed.connect(self._catch_up)

    @property
    def waiting(self) -> int:
        """How many acts wait for somebody to say who works here."""
        return len(self._waiting)

    def scan(self, text: str) -> None:
        """Answer what a scanner read: one code, several glued together, or none of ours."""
        self._when_staffed(partial(self._scan, text))

    def receive(self, guest: str) -> None:
        """Answer for a guest picked from a list."""
        self._when_staffed(partial(self._answer, reception.receive_guest, guest))

    def register(self, walk_in: WalkIn, offer: Offer | None = None) -> None:
        """Put a walk-in on the list and receive them, paid at once when they made an offer."""
        service = partial(reception.register_walk_in, offer=offer)
        self._when_staffed(partial(self._answer, service, walk_in))

    def take_payment(
        self, payers: Sequence[Guest], offer: Offer, rest: Promise | None = None
    ) -> None:
        """Take what these guests owe, or a part with a promise of the rest, and let them in."""
        self._answer_in_hand(partial(reception.admit_paying, rest=rest), payers, offer)

    def promise(self, payers: Sequence[Guest], promise: Promise) -> None:
        """Let these guests in who pay later."""
        service = partial(party.admit_all_unpaid, until=promise.until)
        self._answer_in_hand(service, payers, promise.reason)

    def force(self, refused: Outcome, reason: str) -> None:
        """Let a refused guest in."""
        assert refused.guest is not None
        revoked = Verdict.BADGE_REVOKED in refused.findings
        service = partial(reception.force_admission, badge_revoked=revoked)
        self._answer_in_hand(service, refused.guest.id, reason)

    def reinstate(self, guest: str) -> None:
        """Accept a guest who had cancelled or was waiting, and receive them."""
        self._answer_in_hand(reception.reinstate, guest)

    def receive_companions(self, host: str) -> None:
        """Receive all awaited companions of a host; what needs a decision is shown first."""
        outcomes = self._do(party.receive_companions, host, in_hand=True)
        if outcomes:
            self._tell(_most_urgent(outcomes))

    def undo(self, undoable: Undoable, reason: str, *, with_payment: bool) -> None:
        """Undo an act, and with an admission the payment of the same act unless that stays."""
        if undoable.admission is not None:
            service = partial(reception.undo_admission, with_payment=with_payment)
            back = self._do(service, undoable.admission.id, reason)
        else:
            assert undoable.payment is not None
            back = self._do(payments.correct_payment, undoable.payment.entry, reason)
        if back is not None:
            self._forget()
            parts = undoable.payment.parts if undoable.payment else ()
            is_out = undoable.admission is not None
            self.undone.emit(
                Undone(undoable.guest, self._workplace.now(), back, parts, is_out=is_out)
            )

    def let_out(self, text: str) -> None:
        """Note that the guest of a badge went out."""
        key = clean_text(text)
        if self._is_repeat(f"out {key}"):
            return
        self._when_staffed(partial(self._let_out, reception.leave, text))

    def let_guest_out(self, guest: str) -> None:
        """Note that a guest picked from a list went out."""
        self._when_staffed(partial(self._let_out, reception.leave_guest, guest))

    def hand_out_tag(self, guest: Guest) -> None:
        """Note that a guest was given their name tag."""
        if self._do(_hand_out, guest.id, in_hand=True):
            self.handed_out.emit(guest)

    def bind_spare(self, code: str, guest: Guest) -> None:
        """Give a guest a blank name tag as their own."""
        spare = self._do(_bind_spare, code, guest.id, in_hand=True)
        if spare is not None:
            self._forget()
            self.spare_bound.emit(guest, spare)

    def _let_out(self, service: Callable[..., Guest], which: str) -> None:
        guest = self._do(service, which)
        if guest is not None:
            self._forget()
            self.went_out.emit(guest)

    def _scan(self, text: str) -> None:
        codes = [str(code) for code in read_badge_codes(text)] or [text]
        if len(codes) == 1:
            self._scan_one(text, codes[0])
            return
        fresh = [code for code in dict.fromkeys(codes) if not self._is_repeat(code)]
        outcomes = [self._do(reception.receive_badge, code) for code in fresh]
        answers = [outcome for outcome in outcomes if outcome is not None]
        self._answers.update(zip(fresh, answers, strict=False))
        if answers:
            self._tell(_most_urgent(answers))
            self.glued.emit(len(codes))

    def _scan_one(self, text: str, code: str) -> None:
        key = clean_text(code)
        if self._is_repeat(key):
            self.repeated.emit(self._answers.get(key))
            return
        outcome = self._do(reception.receive_badge, text)
        if outcome is not None:
            self._answers[key] = outcome
            self._tell(outcome)

    def _is_repeat(self, code: str) -> bool:
        return self._guard.is_repeat(code, self._workplace.now().timestamp())

    def _answer(self, service: Callable[..., Outcome], *arguments: object) -> None:
        outcome = self._do(service, *arguments)
        if outcome is not None:
            self._tell(outcome)

    def _answer_in_hand(self, service: Callable[..., Outcome], *arguments: object) -> None:
        outcome = self._do(service, *arguments, in_hand=True)
        if outcome is not None:
            self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        if outcome.guest is not None:
            # A badge read again is answered by what is true of its guest by now.
            for code, earlier in self._answers.items():
                if earlier.guest is not None and earlier.guest.id == outcome.guest.id:
                    self._answers[code] = outcome
        while len(self._answers) > _REMEMBERED:
            self._answers.pop(next(iter(self._answers)))
        self.answered.emit(outcome)

    def _do(self, service: Callable[..., T], *arguments: object, in_hand: bool = False) -> T | None:
        """Carry an act out at this desk and now; `None` when it failed, which is told."""
        place = self._workplace
        try:
            return service(place.event_file, *arguments, desk=place.desk, now=place.now())
        except ReceptionError as error:
            self._forget()
            (self.failed_in_hand if in_hand else self.failed).emit(error)
            return None

    def _forget(self) -> None:
        self._guard.forget()
        self._answers.clear()

    def _when_staffed(self, act: Callable[[], None]) -> None:
        if self._workplace.desk is not None:
            act()
            return
        self._waiting.append(act)
        if not self._is_asking:
            self._is_asking = True
            self.desk_wanted.emit()
            self._is_asking = False

    def _catch_up(self) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()


def _hand_out(event: EventFile, guest: str, *, desk: Desk, now: datetime) -> bool:
    hand_out_tag(event, guest, desk=desk, now=now)
    return True


def _bind_spare(
    event: EventFile, code: str, guest: str, *, desk: Desk, now: datetime
) -> SpareBadge:
    return bind_spare_badge(event, code, guest, now=now, operator=desk.operator)


def _most_urgent(outcomes: Sequence[Outcome]) -> Outcome:
    """The first answer that asks for something, or else the last."""
    asking = (outcome for outcome in outcomes if outcome.verdict is not Verdict.ADMITTED)
    return next(asking, outcomes[-1])
