"""Paying at the door: whose fees are settled, in what parts, and what is promised for later."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reception_app.domain.admission import Verdict
from reception_app.domain.guest import Guest
from reception_app.domain.journal import Tender
from reception_app.services.payments import new_offer
from reception_app.services.reception import Outcome, Promise, find_holder
from reception_app.ui.door import door_questions, door_reading
from reception_app.ui.door.answer_area import AnswerArea
from reception_app.ui.door.door_desk import DoorDesk
from reception_app.ui.door.outcome_view import Circumstances
from reception_app.ui.door.paid_together import PaidTogether
from reception_app.ui.door.scan_input import ScanInput
from reception_app.ui.door.tender_entry import Taking
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


class DoorPaying(QObject):
    """The money side of the answer on show; `box_wanted` asks for the cash box to be opened.

    While further guests are gathered who are paid for (F6), scans and picks add to them.
    """

    box_wanted = Signal()

    def __init__(
        self, workplace: Workplace, desk: DoorDesk, answer: AnswerArea, scan: ScanInput
    ) -> None:
        super().__init__(answer)
        self._workplace = workplace
        self._event = workplace.event_file
        self._desk = desk
        self._answer = answer
        self._scan = scan
        self._outcome: Outcome | None = None
        self._around: Circumstances | None = None
        self._offer = new_offer(Tender.CASH)
        self._together: PaidTogether | None = None
        self._part: Taking | None = None
        self._promise_day: int | None = None
        self._is_adding = False
        pad = answer.pad
        pad.taken.connect(self._take)
        pad.part_taken.connect(self._take_part)
        pad.later_asked.connect(self.ask_promise)
        pad.party_chosen.connect(self._show_sum)
        pad.others_asked.connect(self._begin_adding)
        answer.hits.left.connect(self._end_adding)

    def begin(self, outcome: Outcome, around: Circumstances) -> None:
        """Turn to the guest of a new answer; what they offer has a fresh id."""
        self._outcome, self._around = outcome, around
        self._offer = new_offer(Tender.CASH)

    def start_over(self) -> None:
        """Forget who else is paid for, and what was said of a part or a day."""
        self._is_adding = False
        self._together = self._part = self._promise_day = None

    def promise(self, promise: Promise) -> None:
        """Let in who pays later, or take the part that was offered and promise the rest."""
        if self._part is None:
            self._desk.promise(self._payers(), promise)
        else:
            self._desk.take_payment(self._payers(), self._part.offer(self._offer.id), promise)

    def ask_promise(self) -> None:
        """Ask why and until when the fee, or the rest of it, is paid later."""
        rest = ""
        if self._part is not None and self._part.amount is not None:
            rest = str(self._answer.pad.due - self._part.amount)
        question = door_questions.promise_reasons(
            self._workplace.now().date(), self._workplace.wording.short_date,
            chosen=self._promise_day, rest=rest,
        )  # fmt: skip
        self._answer.ask(question)

    def ask_other_day(self) -> None:
        """Offer the next day a promise may run until, for every reason."""
        days = len(door_questions.promise_days(self._workplace.now().date()))
        self._promise_day = 0 if self._promise_day is None else (self._promise_day + 1) % days
        self.ask_promise()

    def let_companions_in(self) -> None:
        """Receive the companions of a host who is in; their fees come first, in one payment."""
        assert self._outcome is not None
        assert self._outcome.guest is not None
        assert self._around is not None
        party = self._around.party
        if party is None or not party.due:
            self._desk.receive_companions(self._outcome.guest.id)
        elif door_reading.is_box_open(self._event, self._workplace.desk):
            self._offer = new_offer(Tender.CASH)
            self._answer.ask_fee(party.due, for_several=len(party.owing) > 1)
        else:
            self.box_wanted.emit()

    def offer_companions(self) -> None:
        """Let one of the companions be picked who are not in yet; each pays for themselves."""
        assert self._around is not None
        party = self._around.party
        awaited = party.awaited if party is not None else ()
        rows = door_reading.hit_rows(self._event, awaited, self._workplace.wording)
        title = QCoreApplication.translate("DoorPage", "Which companion?")
        self._answer.offer_guests(title, rows)

    def search(self, text: str) -> bool:
        """Look for who else is paid for; returns False where nobody is gathered."""
        if not self._is_adding or self._together is None:
            return False
        if not text.strip():
            self._show_adding()
            return True
        wording, translate = self._workplace.wording, QCoreApplication.translate
        rows = door_reading.hit_rows(self._event, self._together.found(text), wording)
        number = len(rows)
        title = translate("DoorPage", "%n guest(s) fit", "", number) if rows else ""
        nobody = filled(translate("DoorPage", "Nobody who fits “%1” owes a fee."), text.strip())
        self._answer.offer_guests(title, rows, nobody=nobody, leave=_done())
        return True

    def add(self, guest: Guest) -> bool:
        """Pay for this guest too, or no longer; returns False where nobody is gathered."""
        if not self._is_adding or self._together is None:
            return False
        self._together.toggle(guest)
        self._scan.clear()
        self._show_adding()
        return True

    def add_scanned(self, text: str) -> bool:
        """Pay for whose badge was scanned; returns False where that is another matter."""
        if not self._is_adding or self._together is None:
            return False
        holder = find_holder(self._event, text)
        if holder is None or holder.revoked:
            return False
        chosen = {guest.id for guest in self._together.payers}
        if holder.guest.id in chosen:
            return True
        return self._together.may_add(holder.guest) and self.add(holder.guest)

    def _take(self, taking: Taking) -> None:
        if taking.tender is Tender.TRANSFER:
            self._desk.promise(self._payers(), Promise(door_questions.already_transferred()))
        else:
            self._desk.take_payment(self._payers(), taking.offer(self._offer.id))

    def _take_part(self, taking: Taking) -> None:
        """Ask when the rest is paid before a part is taken."""
        self._part = taking
        self.ask_promise()

    def _payers(self) -> tuple[Guest, ...]:
        """Whose fees are settled together now; the first is the one who pays."""
        assert self._outcome is not None
        assert self._outcome.guest is not None
        assert self._around is not None
        guest, party = self._outcome.guest, self._around.party
        for_all = self._answer.pad.with_party or self._outcome.verdict is Verdict.ADMITTED
        own = party.paid_for_by(guest) if party is not None and for_all else (guest,)
        others = self._together.others if self._together else ()
        return tuple(dict.fromkeys((*own, *others)))

    def _show_sum(self) -> None:
        """Show what is asked for with or without the companions; the others are chosen anew."""
        self._together = None
        self._answer.show_sum()

    def _begin_adding(self) -> None:
        self._together = PaidTogether(self._event, self._payers())
        self._is_adding = True
        self._scan.clear()
        self._show_adding()

    def _end_adding(self) -> None:
        """Ask for the sum of all who are paid for."""
        if not self._is_adding or self._together is None:
            return
        self._is_adding = False
        self._scan.clear()
        self._answer.ask_fee(self._together.due, for_several=bool(self._together.others))
        self._answer.name_together(self._together.others)

    def _show_adding(self) -> None:
        assert self._together is not None
        together, translate = self._together, QCoreApplication.translate
        rows = door_reading.hit_rows(self._event, together.proposals(), self._workplace.wording)
        chosen = {guest.id for guest in together.others}
        paid = translate("DoorPage", "✓ paid together")
        rows = tuple(
            replace(row, state=paid, tone="good") if row.guest in chosen else row for row in rows
        )
        title = filled(translate("DoorPage", "Who else is paid for? Now %1"), together.due)
        nobody = translate("DoorPage", "Scan their badges, or type their names.")
        self._answer.offer_guests(title, rows, nobody=nobody, leave=_done())


def _done() -> str:
    return QCoreApplication.translate("DoorPage", "Done")
