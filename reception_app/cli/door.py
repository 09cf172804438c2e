"""The door on standard input: a line in, a JSON line out, printed when its facts are on disk."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

from reception_app.domain.admission import Verdict
from reception_app.domain.badge_code import read_badge_codes
from reception_app.domain.drawer import parse_count
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import SINGLE_TENDERS, Tender
from reception_app.domain.money import parse_money
from reception_app.services import drawers, event_setup, payments, reception
from reception_app.services.reception import GuestUnknown, NothingToUndo, Outcome, WalkIn
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording

Answer = dict[str, Any]


class NobodyInHand(ReceptionError):
    """The line is about the guest in hand, and there is none."""


class LineNotUnderstood(ReceptionError):
    """The line is neither a code nor a command with what it needs."""


class SeveralBadges(ReceptionError):
    """One line holds the codes of several badges, and a line has one answer."""


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Read lines until `quit` or the end of input; every one is answered."""
    with EventFile.open(arguments.event) as event:
        operator = event_setup.operator_named(event, arguments.operator, now=_now())
        door = LineDoor(event, Desk(arguments.desk, operator))
        for number, line in enumerate(sys.stdin, 1):
            text = line.strip()
            if text == "quit":
                break
            if not text:
                continue
            try:
                answer = door.answer(text)
            except ReceptionError as error:
                answer = {"error": wording.error(error)}
            print(json.dumps({"line": number, **answer}, ensure_ascii=False), flush=True)
    return 0


class LineDoor:
    """A desk driven by lines of text; remembers the guest in hand."""

    def __init__(
        self, event: EventFile, desk: Desk, *, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._event = event
        self._desk = desk
        self._now = clock or _now
        self._in_hand: Guest | None = None
        self._currency = settings.find_event(event).currency
        self._commands: dict[str, Callable[[str], Answer]] = {
            "find": self._find,
            "admit": self._admit,
            "open": self._open,
            "pay": self._pay,
            "pay-later": self._pay_later,
            "force": self._force,
            "walk-in": self._walk_in,
            "undo": self._undo,
            "out": self._out,
            "drop": self._drop,
            "count": self._count,
            "close": self._close,
        }

    def answer(self, line: str) -> Answer:
        """What one line does and says; see `docs/` for the lines.

        Raises:
            ReceptionError: the line could not be done; nothing of it was.
        """
        word, _, rest = line.partition(" ")
        command = self._commands.get(word)
        if command is not None:
            return command(rest.strip())
        if len(read_badge_codes(line)) > 1:
            raise SeveralBadges
        return self._told(
            reception.receive_badge(self._event, line, desk=self._desk, now=self._now())
        )

    def _find(self, text: str) -> Answer:
        found = guests.search_guests(self._event, text)
        return {
            "found": [
                {"number": g.number, "name": g.name, "company": g.company, "category": g.category}
                for g in found
            ]
        }

    def _admit(self, text: str) -> Answer:
        guest = guests.find_by_number(self._event, int(text)) if text.isdecimal() else None
        if guest is None:
            raise GuestUnknown
        return self._told(
            reception.receive_guest(self._event, guest.id, desk=self._desk, now=self._now())
        )

    def _open(self, text: str) -> Answer:
        count = parse_count(text, self._currency) if "x" in text else None
        opening = count.total if count else parse_money(text, self._currency)
        drawers.open_box(self._event, opening, desk=self._desk, now=self._now(), count=count)
        return {"opened": self._desk.letter, "float": opening.minor, "currency": opening.currency}

    def _pay(self, text: str) -> Answer:
        word, _, rest = text.partition(" ")
        if word not in set(SINGLE_TENDERS):
            raise LineNotUnderstood
        tendered = parse_money(rest, self._currency) if rest else None
        offer = payments.new_offer(Tender(word), tendered)
        return self._told(
            reception.admit_paying(
                self._event, [self._guest()], offer, desk=self._desk, now=self._now()
            )
        )

    def _pay_later(self, reason: str) -> Answer:
        return self._told(
            reception.admit_unpaid(
                self._event, self._guest().id, reason, desk=self._desk, now=self._now()
            )
        )

    def _force(self, reason: str) -> Answer:
        return self._told(
            reception.force_admission(
                self._event, self._guest().id, reason, desk=self._desk, now=self._now()
            )
        )

    def _walk_in(self, text: str) -> Answer:
        parts = [part.strip() for part in text.split("|")]
        if len(parts) > len(WalkIn.__dataclass_fields__):
            raise LineNotUnderstood
        return self._told(
            reception.register_walk_in(
                self._event, WalkIn(*parts), desk=self._desk, now=self._now()
            )
        )

    def _undo(self, reason: str) -> Answer:
        last = next(
            (
                act
                for act in admissions.list_last_acts(self._event, limit=50)
                if act.admission is not None and not act.undone
            ),
            None,
        )
        if last is None or last.admission is None:
            raise NothingToUndo
        back = reception.undo_admission(
            self._event, last.admission, reason, desk=self._desk, now=self._now()
        )
        assert last.guest is not None
        guest = guests.find_guest(self._event, last.guest)
        assert guest is not None
        return {"undone": _named(guest), "give_back": back.minor, "currency": back.currency}

    def _out(self, text: str) -> Answer:
        guest = reception.leave(self._event, text, desk=self._desk, now=self._now())
        return {"left": _named(guest)}

    def _drop(self, text: str) -> Answer:
        amount = parse_money(text, self._currency)
        drawers.drop_cash(self._event, amount, desk=self._desk, now=self._now())
        return {"dropped": amount.minor, "currency": amount.currency}

    def _count(self, text: str) -> Answer:
        count = parse_count(text, self._currency)
        shift = drawers.count_box(self._event, count, desk=self._desk, now=self._now())
        difference = drawers.difference(self._event, shift)
        return {
            "counted": count.total.minor,
            "difference": difference.minor,
            "currency": difference.currency,
        }

    def _close(self, reason: str) -> Answer:
        shift = drawers.close_box(self._event, reason, desk=self._desk, now=self._now())
        assert shift.counted is not None
        assert shift.expected is not None
        return {
            "closed": shift.box,
            "expected": shift.expected.minor,
            "counted": shift.counted.minor,
            "currency": shift.counted.currency,
        }

    def _guest(self) -> Guest:
        if self._in_hand is None:
            raise NobodyInHand
        return self._in_hand

    def _told(self, outcome: Outcome) -> Answer:
        self._in_hand = outcome.guest
        return answer_of(outcome)


def answer_of(outcome: Outcome) -> Answer:
    """An outcome as the JSON object of a line: amounts in minor units, times ISO 8601."""
    answer: Answer = {"verdict": outcome.verdict.value}
    if outcome.guest is not None:
        answer["guest"] = _named(outcome.guest)
    if len(outcome.findings) > 1:
        answer["also"] = [finding.value for finding in outcome.findings[1:]]
    if outcome.verdict is Verdict.ALREADY_ADMITTED and outcome.admission is not None:
        answer["since"] = outcome.admission.at.isoformat(timespec="seconds")
        answer["desk"] = outcome.admission.desk
    if outcome.payment is not None:
        payment = outcome.payment
        answer |= {
            "paid": payment.paid.minor,
            "tendered": payment.tendered.minor,
            "change": payment.change.minor,
            "receipt": payment.receipt.label,
            "currency": payment.paid.currency,
        }
    elif outcome.due:
        answer |= {"due": outcome.due.minor, "currency": outcome.due.currency}
    return answer


def _named(guest: Guest) -> Answer:
    return {"number": guest.number, "name": guest.name}


def _now() -> datetime:
    return datetime.now().astimezone()
