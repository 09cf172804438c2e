"""`money`: who owes, who paid too much, and every act on what guests paid, by guest number."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from reception_app.cli.guest import ActionNotUnderstood
from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest
from reception_app.domain.journal import SINGLE_TENDERS, Tender, TenderPart
from reception_app.domain.money import Money, parse_money
from reception_app.services import (
    corrections,
    event_setup,
    no_shows,
    overpayments,
    payments,
    write_offs,
)
from reception_app.services.no_shows import NoShow
from reception_app.services.reception import GuestUnknown
from reception_app.storage import guests, receipts, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.fact_journal import new_id
from reception_app.storage.guests import GuestRow
from reception_app.storage.journal import due_of
from reception_app.storage.no_shows import list_no_show_runs
from reception_app.wording import Wording

_ALL, _NONE = "all", "none"


@dataclass(frozen=True, slots=True)
class _Act:
    """What an action works with."""

    event: EventFile
    arguments: argparse.Namespace
    wording: Wording
    operator: str
    now: datetime

    @property
    def currency(self) -> str:
        return settings.find_event(self.event).currency

    @property
    def reason(self) -> str:
        return str(self.arguments.reason)

    @property
    def desk(self) -> Desk | None:
        """The desk whose box cash comes from; none is the safe."""
        letter = self.arguments.desk
        return Desk(letter, self.operator) if letter else None

    def word(self, place: int) -> str:
        """The word at this place behind the action."""
        words: list[str] = self.arguments.words
        if place >= len(words):
            raise ActionNotUnderstood(" ".join([self.arguments.action, *words]))
        return words[place]

    def guest(self, place: int) -> Guest:
        """The guest whose number is the word at this place."""
        text = self.word(place)
        guest = guests.find_by_number(self.event, int(text)) if text.isdecimal() else None
        if guest is None:
            raise GuestUnknown
        return guest

    def money(self, text: str | None) -> Money | None:
        """The amount written in an option; None when it was not given."""
        return None if text is None else parse_money(text, self.currency)

    def amount(self, place: int, else_: Money) -> Money:
        """The amount at this place; `else_` when there is no such word."""
        if place >= len(self.arguments.words):
            return else_
        return parse_money(self.word(place), self.currency)


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Do one thing with the event's money, or list whom it concerns."""
    with EventFile.open(arguments.event) as event:
        now = datetime.now().astimezone()
        named = arguments.operator
        operator = event_setup.operator_named(event, named, now=now) if named else ""
        act = _Act(event, arguments, wording, operator, now)
        _ACTIONS[arguments.action](act)
    return 0


def _due(act: _Act) -> None:
    _print_guests(act, [row for row in guests.list_guests(act.event) if row.balance.due > 0])


def _inside(act: _Act) -> None:
    rows = guests.list_guests(act.event)
    _print_guests(act, [row for row in rows if row.balance.due > 0 and row.admitted_at])


def _overpaid(act: _Act) -> None:
    _print_guests(act, [row for row in guests.list_guests(act.event) if row.balance.due < 0])


def _pay(act: _Act) -> None:
    """Take what these guests owe in one payment; the first of them is who pays."""
    arguments = act.arguments
    payers = [act.guest(place) for place in range(max(1, len(arguments.words)))]
    desk = act.desk
    if desk is None:
        raise ActionNotUnderstood("pay --desk A")
    offer = replace(
        payments.new_offer(Tender(arguments.tender), act.money(arguments.tendered)),
        amount=act.money(arguments.amount),
        beside=tuple(_part(text, act.currency) for text in arguments.beside),
        cash_back=arguments.cash_back,
        payee=arguments.payee,
    )
    paid = payments.take_payment(act.event, payers, offer, desk=desk, now=act.now)
    if arguments.json:
        print_json(
            {
                "paid": paid.paid.minor,
                "tendered": paid.tendered.minor,
                "change": paid.change.minor,
                "receipt": paid.receipt.label,
                "currency": act.currency,
            }
        )
    else:
        facts = {"paid": paid.paid, "change": paid.change, "receipt": paid.receipt.label}
        print(act.wording.text("cli", "payment_taken", **facts))


def _part(text: str, currency: str) -> TenderPart:
    """What is paid with another tender, as `card=3000`."""
    tender, equals, amount = text.partition("=")
    if not equals or tender not in {one.value for one in SINGLE_TENDERS}:
        raise ActionNotUnderstood(text)
    return TenderPart(Tender(tender), parse_money(amount, currency))


def _refund(act: _Act) -> None:
    guest = act.guest(0)
    amount = act.amount(1, overpayments.refundable(act.event, guest.id))
    overpayments.refund(
        act.event, guest.id, amount, Tender(act.arguments.tender), act.reason, entry_id=new_id(),
        desk=act.desk, now=act.now, operator=act.operator,
    )  # fmt: skip
    _tell(act, guest, amount)


def _move(act: _Act) -> None:
    payer, guest = act.guest(0), act.guest(1)
    most = min(overpayments.refundable(act.event, payer.id), _debt(act, guest))
    amount = act.amount(2, most)
    overpayments.move_overpayment(
        act.event, payer.id, guest.id, amount, entry_id=new_id(), now=act.now,
        operator=act.operator, reason=act.reason,
    )  # fmt: skip
    _tell(act, guest, amount)


def _gift(act: _Act) -> None:
    guest = act.guest(0)
    amount = act.amount(1, overpayments.refundable(act.event, guest.id))
    overpayments.keep_as_gift(
        act.event, guest.id, amount, entry_id=new_id(), now=act.now, operator=act.operator,
        reason=act.reason,
    )  # fmt: skip
    _tell(act, guest, amount)


def _write_off(act: _Act) -> None:
    guest = act.guest(0)
    amount = act.amount(1, _debt(act, guest))
    write_offs.write_off(
        act.event, guest.id, amount, act.reason, entry_id=new_id(), now=act.now,
        operator=act.operator,
    )  # fmt: skip
    _tell(act, guest, amount)


def _correct(act: _Act) -> None:
    named = act.word(0)
    labels = {receipt.label: receipt.entry for receipt in receipts.list_receipts(act.event)}
    desk = Desk(act.arguments.desk or "", act.operator)
    entry = labels.get(named, named)
    corrections.correct(act.event, entry, act.reason, desk=desk, now=act.now)
    if act.arguments.json:
        print_json({"corrected": entry})
    else:
        print(act.wording.text("cli", "corrected", entry=named))


def _no_shows(act: _Act) -> None:
    text = act.arguments.keep
    known = {_ALL: None, _NONE: Money(0, act.currency)}
    kept = known[text] if text in known else parse_money(text, act.currency)
    run_id = new_id()
    if act.arguments.dry_run:
        shows = no_shows.preview_no_shows(act.event, kept)
    else:
        shows = no_shows.charge_no_shows(
            act.event, kept, run=run_id, now=act.now, operator=act.operator, progress=Bar()
        )
    if act.arguments.json:
        told = [_told_show(show) for show in shows]
        print_json({"run": None if act.arguments.dry_run else run_id, "guests": told})
        return
    print_table(
        [
            (str(s.guest.number), s.guest.name, str(s.fee), str(s.kept), str(s.due), str(s.back))
            for s in shows
        ]
    )
    kept_together = no_shows.sum_kept(shows, act.currency)
    print(act.wording.counted("cli", "no_shows", len(shows), kept=kept_together))


def _no_shows_undo(act: _Act) -> None:
    standing = [one for one in list_no_show_runs(act.event) if one.stands]
    last = act.arguments.words[0] if act.arguments.words else standing[0].run if standing else ""
    undone = no_shows.take_no_shows_back(
        act.event, last, act.reason, now=act.now, operator=act.operator
    )
    if act.arguments.json:
        print_json({"undone": undone, "run": last})
    else:
        print(act.wording.counted("cli", "no_shows_undone", undone))


_ACTIONS: dict[str, Callable[[_Act], None]] = {
    "due": _due,
    "inside-unpaid": _inside,
    "overpaid": _overpaid,
    "pay": _pay,
    "refund": _refund,
    "move": _move,
    "gift": _gift,
    "write-off": _write_off,
    "correct": _correct,
    "no-shows": _no_shows,
    "no-shows-undo": _no_shows_undo,
}

ACTIONS = tuple(_ACTIONS)
"""What `money` can do."""


def add_options(part: argparse.ArgumentParser) -> None:
    """The words and options of `money`."""
    part.add_argument("action", choices=ACTIONS, metavar="ACTION", help=", ".join(ACTIONS))
    part.add_argument("words", nargs="*", metavar="WORD", help="guest numbers and an amount")
    part.add_argument("--reason", default="", metavar="TEXT", help="why")
    part.add_argument(
        "--tender", default=Tender.CASH.value, choices=[tender.value for tender in SINGLE_TENDERS],
        help="by which channel it is paid, or a refund leaves (cash)",
    )  # fmt: skip
    part.add_argument(
        "--desk", default="", metavar="A", help="the cash box; a refund without comes from the safe"
    )
    part.add_argument("--operator", default="", metavar="NAME", help="who does it")
    part.add_argument("--amount", metavar="AMOUNT", help="paid now; all that is due")
    part.add_argument("--tendered", metavar="AMOUNT", help="handed over, or put on a card")
    part.add_argument(
        "--beside", action="append", default=[], metavar="TENDER=AMOUNT",
        help="what is paid with another tender",
    )  # fmt: skip
    part.add_argument("--cash-back", action="store_true", help="a card gives cash back")
    part.add_argument("--payee", metavar="NAME", help="who stands on the receipt")
    part.add_argument(
        "--keep", default=_ALL, metavar="all|none|AMOUNT", help="of the fees of the absent (all)"
    )
    part.add_argument("--dry-run", action="store_true", help="show what would happen")


def _debt(act: _Act, guest: Guest) -> Money:
    return Money(max(0, due_of(act.event, guest.id)), act.currency)


def _tell(act: _Act, guest: Guest, amount: Money) -> None:
    due = due_of(act.event, guest.id)
    if act.arguments.json:
        print_json(
            {"guest": guest.number, "amount": amount.minor, "due": due, "currency": act.currency}
        )
        return
    named = f"{guest.number} {guest.name}"
    due_now = Money(due, act.currency)
    print(act.wording.text("cli", "money_done", guest=named, amount=amount, due=due_now))


def _told_show(show: NoShow) -> dict[str, object]:
    return {
        "number": show.guest.number,
        "fee": show.fee.minor,
        "kept": show.kept.minor,
        "due": show.due.minor,
        "back": show.back.minor,
    }


def _print_guests(act: _Act, rows: list[GuestRow]) -> None:
    if act.arguments.json:
        print_json(
            {
                "currency": act.currency,
                "guests": [
                    {
                        "number": row.guest.number,
                        "name": row.guest.name,
                        "due": row.balance.due,
                        "contact": row.guest.email or row.guest.phone,
                        "introducer": row.guest.introducer,
                        "inside": row.admitted_at is not None,
                    }
                    for row in rows
                ],
            }
        )
        return
    print_table(
        [
            (
                str(row.guest.number),
                row.guest.name,
                str(Money(abs(row.balance.due), act.currency)),
                row.guest.email or row.guest.phone,
                row.guest.introducer,
                f"{row.admitted_at:%H:%M}" if row.admitted_at else "",
            )
            for row in rows
        ]
    )
