"""The door on standard input: a line in, a JSON line out, printed when its facts are on disk."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile

from reception_app.cli.door_answers import Answer, answer_of, named
from reception_app.domain.badge_code import read_badge_codes
from reception_app.domain.drawer import parse_count
from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import SINGLE_TENDERS, Tender, TenderPart
from reception_app.domain.money import Money, parse_money
from reception_app.services import drawers, event_setup, payments, reception
from reception_app.services.paper_entry import (
    enter_arrival,
    find_on_paper,
    paper_moment,
    parse_line,
)
from reception_app.services.payments import Offer
from reception_app.services.reception import GuestUnknown, NothingToUndo, Outcome, Promise, WalkIn
from reception_app.services.spare_badges import bind_spare_badge
from reception_app.services.tag_handing import hand_out_tag
from reception_app.storage import admissions, guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


class NobodyInHand(ReceptionError):
    """The line is about the guest in hand, and there is none."""


class LineNotUnderstood(ReceptionError):
    """The line is neither a code nor a command with what it needs."""


class SeveralBadges(ReceptionError):
    """One line holds the codes of several badges, and a line has one answer."""


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `door`."""
    part.add_argument("--desk", default="A", help="letter of the desk and its cash box")
    part.add_argument("--operator", required=True, metavar="NAME", help="who works there")


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
            "pay-for": self._pay_for,
            "pay-part": self._pay_part,
            "pay-later": self._pay_later,
            "unpaid": self._unpaid,
            "force": self._force,
            "walk-in": self._walk_in,
            "undo": self._undo,
            "out": self._out,
            "handed": self._handed,
            "spare": self._spare,
            "arrived": self._arrived,
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
        if not text.isdecimal():
            raise GuestUnknown
        guest = self._numbered(text)
        return self._told(
            reception.receive_guest(self._event, guest.id, desk=self._desk, now=self._now())
        )

    def _open(self, text: str) -> Answer:
        count = parse_count(text, self._currency) if "x" in text else None
        opening = count.total if count else parse_money(text, self._currency)
        drawers.open_box(self._event, opening, desk=self._desk, now=self._now(), count=count)
        return {"opened": self._desk.letter, "float": opening.minor, "currency": opening.currency}

    def _pay(self, text: str) -> Answer:
        offer = self._offer(text.split())
        return self._told(
            reception.admit_paying(
                self._event, [self._guest()], offer, desk=self._desk, now=self._now()
            )
        )

    def _pay_for(self, text: str) -> Answer:
        """`12 15 [each] cash 30000`: the guest in hand pays for these too."""
        words = text.split()
        numbers = list(takewhile(str.isdecimal, words))
        rest = words[len(numbers) :]
        each = rest[:1] == ["each"]
        payers = (self._guest(), *(self._numbered(number) for number in numbers))
        offer = replace(self._offer(rest[each:]), receipt_each=each)
        if not numbers or (each and offer.beside):
            raise LineNotUnderstood
        return self._told(
            reception.admit_paying(self._event, payers, offer, desk=self._desk, now=self._now())
        )

    def _pay_part(self, text: str) -> Answer:
        """`paypay 5000 [2026-11-30] REASON`: only so much now, the rest later."""
        tender, amount, rest = (*text.split(maxsplit=2), "", "", "")[:3]
        if tender not in set(SINGLE_TENDERS) or not amount:
            raise LineNotUnderstood
        offer = replace(
            payments.new_offer(Tender(tender)), amount=parse_money(amount, self._currency)
        )
        return self._told(
            reception.admit_paying(
                self._event, [self._guest()], offer, desk=self._desk, now=self._now(),
                rest=_promise(rest),
            )
        )  # fmt: skip

    def _offer(self, words: list[str]) -> Offer:
        """What is paid by the words of a line: `cash 10000`, `paypay`, `paypay 3000 cash 10000`."""
        pairs: list[tuple[Tender, Money | None]] = []
        for word in words:
            if word in set(SINGLE_TENDERS):
                pairs.append((Tender(word), None))
            elif pairs and pairs[-1][1] is None:
                pairs[-1] = (pairs[-1][0], parse_money(word, self._currency))
            else:
                raise LineNotUnderstood
        if not pairs:
            raise LineNotUnderstood
        *beside, (tender, tendered) = pairs
        parts = tuple(TenderPart(one, amount) for one, amount in beside if amount is not None)
        if len(parts) < len(beside):
            raise LineNotUnderstood
        return replace(payments.new_offer(tender, tendered), beside=parts)

    def _pay_later(self, text: str) -> Answer:
        promise = _promise(text)
        return self._told(
            reception.admit_unpaid(
                self._event, self._guest().id, promise.reason, desk=self._desk, now=self._now(),
                until=promise.until,
            )
        )  # fmt: skip

    def _unpaid(self, _text: str) -> Answer:
        unpaid = admissions.list_inside_unpaid(self._event)
        told = []
        for guest_id, due in unpaid:
            guest, promise = (
                guests.find_guest(self._event, guest_id),
                admissions.find_promise(self._event, guest_id),
            )
            assert guest is not None
            until = promise.until.isoformat() if promise and promise.until else None
            told.append(
                {**named(guest), "due": due, "reason": promise.reason if promise else "",
                 "until": until}
            )  # fmt: skip
        return {
            "unpaid": told,
            "due": sum(due for _, due in unpaid),
            "currency": self._currency,
        }

    def _handed(self, _text: str) -> Answer:
        guest = self._guest()
        hand_out_tag(self._event, guest.id, desk=self._desk, now=self._now())
        return {"handed_out": named(guest)}

    def _spare(self, code: str) -> Answer:
        guest = self._guest()
        spare = bind_spare_badge(
            self._event, code, guest.id, now=self._now(), operator=self._desk.operator
        )
        return {"spare": spare.label, "guest": named(guest)}

    def _arrived(self, text: str) -> Answer:
        """`214 18:05 +`: a line of the paper list."""
        line, now = parse_line(text), self._now()
        found = find_on_paper(self._event, line.who)
        if len(found) != 1:
            raise GuestUnknown
        at = paper_moment(line.at or now.time(), now)
        return self._told(
            enter_arrival(
                self._event, found[0], at=at, tender=line.tender, desk=self._desk, now=now
            )
        )

    def _numbered(self, number: str) -> Guest:
        guest = guests.find_by_number(self._event, int(number))
        if guest is None:
            raise GuestUnknown
        return guest

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
        """Take back the last arrival or later payment that stands."""
        acts = admissions.list_last_acts(self._event, limit=50)
        last = next((act for act in acts if act.is_undoable), None)
        if last is None or last.guest is None:
            raise NothingToUndo
        if last.admission is not None:
            back = reception.undo_admission(
                self._event, last.admission, reason, desk=self._desk, now=self._now()
            )
        else:
            assert last.payment is not None
            back = payments.correct_payment(
                self._event, last.payment, reason, desk=self._desk, now=self._now()
            )
        guest = guests.find_guest(self._event, last.guest)
        assert guest is not None
        return {"undone": named(guest), "give_back": back.minor, "currency": back.currency}

    def _out(self, text: str) -> Answer:
        guest = reception.leave(self._event, text, desk=self._desk, now=self._now())
        return {"left": named(guest), **self._inside()}

    def _inside(self) -> Answer:
        """How many are inside, and of how many where somebody set that."""
        capacity = settings.find_event(self._event).capacity
        inside = admissions.count_inside(self._event)
        return {"inside": inside} if capacity is None else {"inside": inside, "capacity": capacity}

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


def _promise(text: str) -> Promise:
    """`2026-11-30 REASON` or `REASON`."""
    first, _, rest = text.partition(" ")
    try:
        return Promise(rest, date.fromisoformat(first))
    except ValueError:
        return Promise(text)


def _now() -> datetime:
    return datetime.now().astimezone()
