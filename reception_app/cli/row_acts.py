"""What `match` does with one row: all the page does by keys."""

import argparse
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.errors import ReceptionError
from reception_app.domain.match import Allocation, Candidate
from reception_app.domain.money import parse_money
from reception_app.services import event_setup, row_matching
from reception_app.services.payouts import (
    propose_payouts,
    settle_payout,
)
from reception_app.services.reception import GuestUnknown
from reception_app.services.reconciliation import propose_matches
from reception_app.services.row_matching import Rest, RowUnknown, new_order
from reception_app.storage import guests, settings, statements
from reception_app.storage.event_file import EventFile
from reception_app.storage.journal import due_of
from reception_app.storage.statements import RowStanding, under_way_of

ACTS = ("candidate", "to", "rest", "book", "payout", "ignore", "restore", "undo")
"""The options that say what is done with a row; `to` and `rest` go together."""


class RowActUnclear(ReceptionError):
    """`match --row` says nothing to do, or two things at once."""


@dataclass(eq=False)
class ChoiceUnknown(ReceptionError):
    """The row has no candidate, or no way to explain it as a payout, of this number."""

    number: int


def act_on_row(event: EventFile, arguments: argparse.Namespace) -> RowStanding:
    """Do what the options say with the row they name; returns how it stands then.

    Raises:
        RowUnknown: no row's id begins like that, or several do.
        RowActUnclear: the options say nothing, or two things.
        ReceptionError: it is refused; the subclasses say why.
    """
    now = datetime.now().astimezone()
    named = arguments.operator
    operator = event_setup.operator_named(event, named, now=now) if named else ""
    act = _RowAct(event, arguments, find_row(event, arguments.row), now, operator)
    asked = {"to" if name == "rest" else name for name in ACTS if getattr(arguments, name)}
    if len(asked) != 1:
        raise RowActUnclear
    return {
        "candidate": act.take_candidate,
        "to": act.split,
        "book": act.book,
        "payout": act.pay_out,
        "ignore": act.ignore,
        "restore": act.restore,
        "undo": act.undo,
    }[asked.pop()]()


def find_row(event: EventFile, start: str) -> RowStanding:
    """The row whose id begins like this.

    Raises:
        RowUnknown: none does, or several.
    """
    found = [row for row in statements.list_rows(event) if start and row.id.startswith(start)]
    if len(found) != 1:
        raise RowUnknown
    return found[0]


@dataclass(frozen=True, slots=True)
class _RowAct:
    """One row and what is to be done with it."""

    event: EventFile
    arguments: argparse.Namespace
    row: RowStanding
    now: datetime
    operator: str

    @property
    def reason(self) -> str:
        return str(self.arguments.reason)

    @property
    def currency(self) -> str:
        return settings.find_event(self.event).currency

    def take_candidate(self) -> RowStanding:
        """Book a candidate as it was told."""
        candidate = self._candidate(self.arguments.candidate)
        order = new_order(self.row.id, candidate.allocations, withheld=candidate.withheld)
        return row_matching.match_row(self.event, order, now=self.now, operator=self.operator)

    def split(self) -> RowStanding:
        """Give guests their parts, and the rest where it is said to go."""
        shares = [self._share(text) for text in self.arguments.to]
        withheld = parse_money(self.arguments.withheld, self.currency).minor
        rest = Rest(self.arguments.rest or Rest.OPEN)
        if len(shares) == 1 and not shares[0].amount:
            left = abs(self.row.left or self.row.unidentified)
            shares = [Allocation(shares[0].guest, left + withheld)]
        shares = [
            share if share.amount else Allocation(share.guest, self._open_of(share.guest))
            for share in shares
        ]
        order = new_order(
            self.row.id, [one for one in shares if one.amount], withheld=withheld, rest=rest
        )
        return row_matching.match_row(self.event, order, now=self.now, operator=self.operator)

    def book(self) -> RowStanding:
        """Book what is left to an account."""
        return row_matching.book_row(
            self.event,
            self.row.id,
            self.arguments.book,
            self.reason,
            now=self.now,
            operator=self.operator,
        )

    def pay_out(self) -> RowStanding:
        """Take the row for a provider's payout."""
        number = self.arguments.payout
        for proposal in propose_payouts(self.event):
            if proposal.row.id == self.row.id and number <= len(proposal.ways):
                left_out = tuple(self.arguments.leave_out)
                entries = [
                    entry
                    for entry in proposal.ways[number - 1].entries
                    if not (left_out and entry.startswith(left_out))
                ]
                return settle_payout(
                    self.event,
                    self.row.id,
                    proposal.account,
                    entries,
                    now=self.now,
                    operator=self.operator,
                )
        raise ChoiceUnknown(number)

    def ignore(self) -> RowStanding:
        """Set the row aside."""
        return row_matching.ignore_row(
            self.event, self.row.id, self.reason, now=self.now, operator=self.operator
        )

    def restore(self) -> RowStanding:
        """Bring the row back."""
        return row_matching.restore_row(
            self.event, self.row.id, now=self.now, operator=self.operator
        )

    def undo(self) -> RowStanding:
        """Take the row's matches back."""
        return row_matching.unmatch_row(
            self.event, self.row.id, self.reason, now=self.now, operator=self.operator
        )

    def _candidate(self, number: int) -> Candidate:
        for proposal in propose_matches(self.event):
            if proposal.row.id == self.row.id and number <= len(proposal.candidates):
                candidate = proposal.candidates[number - 1]
                if candidate.allocations:
                    return candidate
        raise ChoiceUnknown(number)

    def _share(self, text: str) -> Allocation:
        """`12=8000`, or `12` for what the guest has open."""
        number, _, amount = text.partition("=")
        guest = guests.find_by_number(self.event, int(number)) if number.isdecimal() else None
        if guest is None:
            raise GuestUnknown
        return Allocation(guest.id, parse_money(amount, self.currency).minor if amount else 0)

    def _open_of(self, guest: str) -> int:
        return max(due_of(self.event, guest), 0) + under_way_of(self.event, guest)
