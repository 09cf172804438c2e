"""Reconciling 消込 the bank: whom its rows may be from, and accepting what is sure at one press."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reception_app.domain.amount_fit import JAPANESE_TRANSFER_FEES
from reception_app.domain.match import OpenRow, Proposal
from reception_app.domain.matching import propose
from reception_app.domain.money import Money
from reception_app.domain.progress import Progress, Silent
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.payer_aliases import known_aliases
from reception_app.services.row_matching import new_order, record_match
from reception_app.storage import settings, statements
from reception_app.storage.event_file import EventFile, EventReader


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


def propose_matches(event: EventReader) -> tuple[Proposal, ...]:
    """A proposal for each row of the bank that came in and is not matched, oldest first."""
    rows = [
        OpenRow(standing.id, standing.row.date, standing.left, standing.row.text)
        for standing in statements.list_rows(event, StatementAccount.BANK)
        if standing.left > 0 and standing.state in {RowState.OPEN, RowState.PARTLY}
    ]
    currency = settings.find_event(event).currency
    return propose(
        rows,
        statements.list_payers(event),
        known_aliases(event),
        transfer_fees=JAPANESE_TRANSFER_FEES if currency == "JPY" else frozenset(),
    )


def accept_sure(
    event: EventFile, shown: Sequence[Proposal], *, now: datetime, operator: str,
    progress: Progress | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Match all that was shown as sure and still is, in one transaction.

    What changed since it was shown is left for a person to look at.

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
        sure = [
            proposal
            for proposal in propose_matches(event)
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
    currency = settings.find_event(event).currency
    rows = statements.list_rows(event, StatementAccount.BANK)
    counted = [row for row in rows if row.state is not RowState.IGNORED]
    return Reconciled(
        rows=len(counted),
        cleared=sum(row.state is RowState.MATCHED for row in counted),
        ignored=len(rows) - len(counted),
        open=Money(sum(max(row.left, 0) for row in counted), currency),
        unidentified=Money(sum(row.unidentified for row in counted), currency),
    )
