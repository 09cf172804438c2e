"""What `match` does with one row, what `payers` and `payouts` list: all the page does by keys."""

import argparse
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_app.cli.printing import print_json, print_table
from reception_app.domain.errors import ReceptionError
from reception_app.domain.match import Allocation, Candidate
from reception_app.domain.money import Money, parse_money
from reception_app.services import event_setup, payer_aliases, row_matching
from reception_app.services.payouts import (
    PROVIDERS,
    match_transactions,
    propose_payouts,
    settle_payout,
)
from reception_app.services.provider_account import ProviderAccount, provider_account
from reception_app.services.reception import GuestUnknown
from reception_app.services.reconciliation import propose_matches
from reception_app.services.row_matching import Rest, RowUnknown, new_order
from reception_app.services.statement_import import StatementUnknown, withdraw_statement
from reception_app.storage import guests, settings, statements
from reception_app.storage.event_file import EventFile
from reception_app.storage.journal import due_of
from reception_app.storage.statements import RowStanding, under_way_of
from reception_app.wording import Wording

ACTS = ("candidate", "to", "rest", "book", "payout", "ignore", "restore", "undo")
"""The options that say what is done with a row; `to` and `rest` go together."""


class RowActUnclear(ReceptionError):
    """`match --row` says nothing to do, or two things at once."""


@dataclass(eq=False)
class ChoiceUnknown(ReceptionError):
    """The row has no candidate, or no way to explain it as a payout, of this number."""

    number: int


class AliasUnknown(ReceptionError):
    """No learned payer has this id."""


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


def add_statement_options(part: argparse.ArgumentParser) -> None:
    """The options of `statements`."""
    part.add_argument("--take-back", metavar="ID", help="take this one back; its beginning will do")
    part.add_argument("--reason", default="", metavar="TEXT", help="why")


def list_statements(arguments: argparse.Namespace, wording: Wording) -> int:
    """List the statements that were taken in, or take one back."""
    now = datetime.now().astimezone()
    with EventFile.open(arguments.event) as event:
        known = statements.list_statements(event)
        if arguments.take_back:
            found = [one for one in known if one.id.startswith(arguments.take_back)]
            if len(found) != 1:
                raise StatementUnknown
            withdraw_statement(event, found[0].id, arguments.reason, now=now, operator="")
            known = statements.list_statements(event)
        currency = settings.find_event(event).currency
    if arguments.json:
        told = [
            {
                "id": one.id,
                "account": one.account.value,
                "source": one.source,
                "rows": one.rows,
                "matched": one.matched,
                "opening": one.opening,
                "closing": one.closing,
                "account_tail": one.account_tail,
                "read_at": one.read_at.isoformat(),
            }
            for one in known
        ]
        print_json({"currency": currency, "statements": told})
        return 0
    print_table(
        [
            (
                one.id[:8],
                wording.text("statement_account", one.account),
                f"{one.read_at.astimezone():%Y-%m-%d %H:%M}",
                f"{one.matched:,}/{one.rows:,}",
                one.source,
            )
            for one in known
        ]
    )
    return 0


def add_payer_options(part: argparse.ArgumentParser) -> None:
    """The options of `payers`."""
    part.add_argument("--forget", metavar="ID", help="forget this one; its beginning will do")
    part.add_argument(
        "--learn-from", type=Path, metavar="EVENT", help="take along what another event learned"
    )


def payers(arguments: argparse.Namespace, wording: Wording) -> int:
    """List what was learned of payers, forget one, or take along what another event learned."""
    now = datetime.now().astimezone()
    with EventFile.open(arguments.event) as event:
        if arguments.forget:
            found = [a for a in statements.list_aliases(event) if a.id.startswith(arguments.forget)]
            if len(found) != 1:
                raise AliasUnknown
            payer_aliases.remove_alias(event, found[0].id, now=now, operator="")
        if arguments.learn_from:
            with EventFile.open(arguments.learn_from) as earlier:
                payer_aliases.carry_aliases(event, earlier, now=now, operator="")
        named = {row.guest.id: row.guest for row in guests.list_guests(event)}
        aliases = statements.list_aliases(event)
        told = [
            {
                "id": alias.id,
                "text": alias.text,
                "guests": [
                    {"number": named[one].number, "name": named[one].name}
                    for one in alias.guests
                    if one in named
                ],
                "learned_at": alias.learned_at.isoformat(),
            }
            for alias in aliases
        ]
    if arguments.json:
        print_json({"payers": told})
        return 0
    rows = [
        (
            alias.id[:8],
            alias.text,
            "・".join(named[one].name for one in alias.guests if one in named),
        )
        for alias in aliases
    ]
    print_table(rows)
    if not rows:
        print(wording.text("cli", "no_payers"))
    return 0


def add_payout_options(part: argparse.ArgumentParser) -> None:
    """The options of `payouts`."""
    part.add_argument("--pair", action="store_true", help="mark what list and books both have")


def payouts(arguments: argparse.Namespace, wording: Wording) -> int:
    """How the providers' accounts stand; with `--pair`, mark what is on both sides."""
    now = datetime.now().astimezone()
    with EventFile.open(arguments.event) as event:
        currency = settings.find_event(event).currency
        if arguments.pair:
            for account in PROVIDERS:
                match_transactions(event, account, now=now, operator="")
        accounts = [provider_account(event, account) for account in PROVIDERS]
        named = {row.guest.id: row.guest for row in guests.list_guests(event)}
    if arguments.json:
        print_json({"currency": currency, "providers": [_told(one) for one in accounts]})
        return 0
    for one in accounts:
        amounts = {
            name: Money(getattr(one, name), currency)
            for name in ("taken", "paid_out", "fees", "outstanding")
        }
        provider = wording.text("statement_account", one.account)
        print(wording.text("cli", "provider_account", provider=provider, **amounts))
        print_table(
            [
                (
                    (line.entry or line.row or "")[:8],
                    wording.text("provider_line", line.kind),
                    f"{line.at.astimezone():%Y-%m-%d %H:%M}",
                    str(Money(line.amount, currency)),
                    named[line.guest].name if line.guest in named else line.text,
                )
                for line in one.lines
            ]
        )
    return 0


def _told(account: ProviderAccount) -> dict[str, object]:
    return {
        "account": account.account.value,
        "taken": account.taken,
        "paid_out": account.paid_out,
        "fees": account.fees,
        "outstanding": account.outstanding,
        "to_pair": account.to_pair,
        "payments": [
            {
                "payment": line.entry,
                "state": line.kind.value,
                "at": line.at.isoformat(),
                "amount": line.amount,
            }
            for line in account.lines
        ],
    }
