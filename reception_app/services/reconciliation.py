"""Reconciling 消込 the bank: whom its rows may be from, and accepting what is sure at one press."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.amount_fit import JAPANESE_TRANSFER_FEES
from reception_app.domain.match import Alias, OpenRow, Payer, Proposal
from reception_app.domain.match_board import MatchBoard
from reception_app.domain.matching import propose
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.payer_aliases import known_aliases
from reception_app.services.row_matching import new_order, record_match
from reception_app.storage import settings, statements
from reception_app.storage.event_file import EventFile, EventReader
from reception_app.storage.statements import RowStanding


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How far the bank's rows are cleared.

    `rows` counts all but the ignored; `cleared` those that are matched to the end. `open` is what
    of the money that came in is matched to nothing, `unidentified` what waits for its guest.
    """

    rows: int
    cleared: int
    ignored: int
    open: Money
    unidentified: Money


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """What proposals are made of: the rows that wait, every guest, and what was learned."""

    rows: tuple[OpenRow, ...]
    payers: tuple[Payer, ...]
    aliases: tuple[Alias, ...]
    transfer_fees: frozenset[int]

    def proposals(self) -> tuple[Proposal, ...]:
        """A proposal for each row, oldest first."""
        return propose(self.rows, self.payers, self.aliases, transfer_fees=self.transfer_fees)

    def board(self) -> MatchBoard:
        """The same as a board to work at."""
        return MatchBoard(self.rows, self.payers, self.aliases, transfer_fees=self.transfer_fees)


def open_matter(event: EventReader, rows: Sequence[RowStanding] | None = None) -> OpenMatter:
    """What is to be matched now; `rows` are the bank's, where they were read already."""
    standings = statements.list_rows(event, StatementAccount.BANK) if rows is None else rows
    waiting = (open_row(standing) for standing in standings)
    currency = settings.find_event(event).currency
    return OpenMatter(
        tuple(row for row in waiting if row is not None),
        statements.list_payers(event),
        known_aliases(event),
        JAPANESE_TRANSFER_FEES if currency == "JPY" else frozenset(),
    )


def open_row(standing: RowStanding) -> OpenRow | None:
    """What a row still asks: whose it is; None where it went out, is cleared or set aside."""
    row = standing.row
    if standing.left > 0 and standing.state is not RowState.IGNORED:
        return OpenRow(standing.id, row.date, standing.left, row.text)
    if standing.unidentified > 0:
        return OpenRow(standing.id, row.date, standing.unidentified, row.text, unidentified=True)
    return None


def propose_matches(event: EventReader) -> tuple[Proposal, ...]:
    """A proposal for each row of the bank that came in and has no guest yet, oldest first."""
    return open_matter(event).proposals()


def accept_sure(
    event: EventFile, shown: Sequence[Proposal], *, now: datetime, operator: str,
    made_of: OpenMatter | None = None, progress: Progress | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Match all that was shown as sure and still is, in one transaction.

    What changed since it was shown is left for a person to look at.

    Args:
        event: the event.
        shown: the proposals a person saw.
        now: the time of the act.
        operator: who does it.
        made_of: what they were made of; while that has not changed, nothing is proposed again.
        progress: told how many are matched.

    Returns:
        The ids of the rows that were matched.

    Raises:
        Cancelled: nothing was matched.
    """
    progress = progress or Silent()
    seen = {
        (proposal.row.id, proposal.candidates[0].allocations) for proposal in shown if proposal.sure
    }
    matched = []
    with event.act(now=now, actor=operator) as act:
        matter = open_matter(event)
        still = shown if matter == made_of else matter.proposals()
        sure = [
            proposal
            for proposal in still
            if proposal.sure and (proposal.row.id, proposal.candidates[0].allocations) in seen
        ]
        for done, proposal in enumerate(sure):
            progress.advance(done, len(sure))
            best = proposal.candidates[0]
            record_match(
                event, act, new_order(proposal.row.id, best.allocations, withheld=best.withheld)
            )
            matched.append(proposal.row.id)
        progress.advance(len(sure), len(sure))
    return tuple(matched)


def how_far(event: EventReader) -> Reconciled:
    """How far the bank's rows are cleared."""
    rows = statements.list_rows(event, StatementAccount.BANK)
    return summed(rows, settings.find_event(event).currency)


def summed(rows: Iterable[RowStanding], currency: str) -> Reconciled:
    """How far these rows are cleared."""
    listed = list(rows)
    counted = [row for row in listed if row.state is not RowState.IGNORED]
    return Reconciled(
        rows=len(counted),
        cleared=sum(row.state is RowState.MATCHED for row in counted),
        ignored=len(listed) - len(counted),
        open=Money(sum(max(row.left, 0) for row in counted), currency),
        unidentified=Money(sum(row.unidentified for row in counted), currency),
    )
