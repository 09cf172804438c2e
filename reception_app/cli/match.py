"""`match`: whom the rows of statements are from, and what is booked of them."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reception_app.cli.printing import Bar, print_json, print_table
from reception_app.cli.row_acts import act_on_row
from reception_app.domain.guest import Guest
from reception_app.domain.match import Candidate, Proposal
from reception_app.domain.money import Money
from reception_app.domain.reference_code import reference_code
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.match_reasons import reasons_of
from reception_app.services.payouts import (
    PROVIDERS,
    PayoutProposal,
    match_transactions,
    pair_transactions,
    propose_payouts,
)
from reception_app.services.reconciliation import (
    Reconciled,
    accept_sure,
    how_far,
    propose_matches,
)
from reception_app.services.row_matching import Rest
from reception_app.storage import provider_payments, settings, statements
from reception_app.storage.event_file import EventFile
from reception_app.storage.guests import list_guests
from reception_app.storage.statements import RowStanding
from reception_app.wording import Wording

_ID_SHOWN = 8
"""Letters of a row's id that are told: enough to name it."""


def add_options(part: argparse.ArgumentParser) -> None:
    """The options of `match`."""
    part.add_argument("--accept-sure", action="store_true", help="book the rows that are sure")
    part.add_argument(
        "--state", choices=[state.value for state in RowState], help="list the rows in this state"
    )
    part.add_argument("--row", metavar="ID", help="one row: the beginning of its id will do")
    part.add_argument(
        "--candidate", type=int, metavar="N", help="book the row for its Nth candidate"
    )
    part.add_argument(
        "--to", action="append", default=[], metavar="NUMBER[=AMOUNT]",
        help="a guest's part of the row; without an amount all of it, or what the guest owes",
    )  # fmt: skip
    part.add_argument("--withheld", default="0", metavar="AMOUNT", help="what a bank kept of it")
    part.add_argument(
        "--rest", choices=[rest.value for rest in Rest], help="where the rest of the row goes"
    )
    part.add_argument("--book", metavar="ACCOUNT", help="book the row to an account")
    part.add_argument(
        "--payout", type=int, metavar="N", help="it is a provider's payout, explained the Nth way"
    )
    part.add_argument(
        "--leave-out", action="append", default=[], metavar="PAYMENT",
        help="with --payout: a payment it does not cover, by the beginning of its id",
    )  # fmt: skip
    part.add_argument("--ignore", action="store_true", help="it is none of the event's business")
    part.add_argument("--restore", action="store_true", help="it is, after all")
    part.add_argument("--undo", action="store_true", help="take its matches back")
    part.add_argument("--reason", default="", metavar="TEXT", help="why, or what it was")
    part.add_argument("--operator", metavar="NAME", help="who does it")


def run(arguments: argparse.Namespace, wording: Wording) -> int:
    """Propose whom the bank's rows are from; with `--accept-sure`, book what is sure."""
    now = datetime.now().astimezone()
    accepted: tuple[str, ...] = ()
    with EventFile.open(arguments.event) as event:
        currency = settings.find_event(event).currency
        if arguments.row:
            row = act_on_row(event, arguments)
            return _tell_rows(event, [row], arguments, wording)
        if arguments.state:
            rows = statements.list_rows(event, StatementAccount.BANK)
            chosen = [row for row in rows if row.state == arguments.state]
            return _tell_rows(event, chosen, arguments, wording)
        proposals = propose_matches(event)
        if arguments.accept_sure:
            accepted = accept_sure(event, proposals, now=now, operator="", progress=Bar())
            for account in PROVIDERS:
                match_transactions(event, account, now=now, operator="")
        told = _Told(
            proposals=proposals,
            accepted=frozenset(accepted),
            payouts=propose_payouts(event),
            providers=_told_providers(event),
            far=how_far(event),
            guests={row.guest.id: row.guest for row in list_guests(event)},
            wording=wording,
            currency=currency,
        )
    if arguments.json:
        print_json(told.as_json())
    else:
        told.print()
    return 0


def _tell_rows(
    event: EventFile, rows: Sequence[RowStanding], arguments: argparse.Namespace, wording: Wording
) -> int:
    """Tell how rows stand: state, what is left, and the guests they paid for."""
    currency = settings.find_event(event).currency
    named = {row.guest.id: row.guest for row in list_guests(event)}
    if arguments.json:
        told = [
            {
                "row": row.id,
                "date": row.row.date.isoformat(),
                "amount": row.row.amount,
                "text": row.row.text,
                "state": row.state.value,
                "left": row.left,
                "unidentified": row.unidentified,
                "guests": [named[guest].number for guest in row.guests if guest in named],
            }
            for row in rows
        ]
        print_json({"currency": currency, "rows": told})
        return 0
    print_table(
        [
            (
                row.id[:_ID_SHOWN],
                wording.text("row_state", row.state),
                row.row.date.isoformat(),
                str(Money(row.row.amount, currency)),
                row.row.text,
                " + ".join(f"{named[g].number} {named[g].name}" for g in row.guests if g in named),
            )
            for row in rows
        ]
    )
    return 0


class _Told:
    """What `match` found, told as JSON or as lines."""

    def __init__(
        self, *, proposals: tuple[Proposal, ...], accepted: frozenset[str],
        payouts: tuple[PayoutProposal, ...], providers: dict[str, Any], far: Reconciled,
        guests: dict[str, Guest], wording: Wording, currency: str,
    ) -> None:  # fmt: skip
        self._proposals = proposals
        self._accepted = accepted
        self._payouts = payouts
        self._providers = providers
        self._far = far
        self._guests = guests
        self._wording = wording
        self._currency = currency

    def as_json(self) -> dict[str, Any]:
        """Everything, for programs."""
        return {
            "currency": self._currency,
            "rows": [self._told_proposal(proposal) for proposal in self._proposals],
            "accepted": len(self._accepted),
            "payouts": [_told_payout(payout) for payout in self._payouts],
            "providers": self._providers,
            "progress": {
                "rows": self._far.rows,
                "cleared": self._far.cleared,
                "ignored": self._far.ignored,
                "open": self._far.open.minor,
                "unidentified": self._far.unidentified.minor,
            },
        }

    def print(self) -> None:
        """One line a row, and how far it is."""
        marks = {"sure": "✓", "suggested": "?", "unknown": "–", "matched": "="}
        rows = []
        for proposal in self._proposals:
            best = proposal.candidates[0] if proposal.candidates else None
            rows.append(
                (
                    marks[self._state(proposal)],
                    proposal.row.id[:_ID_SHOWN],
                    proposal.row.date.isoformat(),
                    str(Money(proposal.row.amount, self._currency)),
                    proposal.row.text,
                    " + ".join(map(self._named, best.guests)) if best else "",
                    reasons_of(best, self._wording, self._currency) if best else "",
                )
            )
        print_table(rows)
        sure = sum(proposal.sure for proposal in self._proposals)
        if self._accepted:
            print(self._wording.counted("cli", "rows_accepted", len(self._accepted)))
        elif sure:
            print(self._wording.counted("cli", "rows_sure", sure))
        far = self._far
        print(
            self._wording.text(
                "cli", "rows_cleared", cleared=far.cleared, rows=far.rows, open=far.open,
                unidentified=far.unidentified,
            )
        )  # fmt: skip

    def _state(self, proposal: Proposal) -> str:
        if proposal.row.id in self._accepted:
            return "matched"
        if proposal.sure:
            return "sure"
        return "suggested" if proposal.candidates else "unknown"

    def _named(self, guest_id: str) -> str:
        guest = self._guests[guest_id]
        return f"{guest.number} {guest.name}"

    def _told_proposal(self, proposal: Proposal) -> dict[str, Any]:
        return {
            "row": proposal.row.id,
            "date": proposal.row.date.isoformat(),
            "amount": proposal.row.amount,
            "text": proposal.row.text,
            "state": self._state(proposal),
            "candidates": [self._told_candidate(one) for one in proposal.candidates],
        }

    def _told_candidate(self, candidate: Candidate) -> dict[str, Any]:
        amounts = {one.guest: one.amount for one in candidate.allocations}
        return {
            "place": candidate.place,
            "score": candidate.score,
            "step": candidate.step.value,
            "reasons": [
                {"kind": reason.kind.value, "number": reason.number} for reason in candidate.reasons
            ],
            "reason": reasons_of(candidate, self._wording, self._currency),
            "withheld": candidate.withheld,
            "guests": [
                {
                    "number": self._guests[guest].number,
                    "name": self._guests[guest].name,
                    "reading": self._guests[guest].reading,
                    "category": self._guests[guest].category,
                    "company": self._guests[guest].company,
                    "table": self._guests[guest].table_name,
                    "code": reference_code(self._guests[guest].number),
                    "amount": amounts.get(guest, 0),
                }
                for guest in candidate.guests
            ],
        }


def _told_payout(payout: PayoutProposal) -> dict[str, Any]:
    return {
        "row": payout.row.id,
        "date": payout.row.row.date.isoformat(),
        "amount": payout.row.left,
        "text": payout.row.row.text,
        "account": payout.account.value,
        "ways": [
            {"payments": len(way.entries), "gross": way.gross, "fee": way.fee, "exact": way.exact}
            for way in payout.ways
        ],
    }


def _told_providers(event: EventFile) -> dict[str, Any]:
    """For each provider, what its list and the books have only one of, and what is outstanding."""
    told = {}
    for account in PROVIDERS:
        pairs = pair_transactions(event, account)
        outstanding = provider_payments.list_outstanding(event, account)
        told[account.value] = {
            "to_match": len(pairs.pairs),
            "not_in_books": [
                {"row": one.row, "date": one.day.date().isoformat(), "amount": one.amount}
                for one in pairs.not_in_books
            ],
            "not_at_provider": [
                {"at": one.at.isoformat(), "amount": one.amount} for one in pairs.not_at_provider
            ],
            "not_paid_out": sum(one.amount for one in outstanding),
            "passed_over": [
                {"at": one.at.isoformat(), "amount": one.amount}
                for one in provider_payments.list_passed_over(event, account)
            ],
        }
    return told
