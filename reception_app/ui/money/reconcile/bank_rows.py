"""The bank's rows as the window works at them: how each stands, and what is proposed for it.

Proposals are made beside the window; until they are there a row is simply not looked at yet. While
nobody sees the rows nothing is proposed, least of all for a file that is about to be closed.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reception_app.domain.fee import FeePlan
from reception_app.domain.match import Payer, Proposal
from reception_app.domain.match_board import MatchBoard
from reception_app.domain.statement import RowState, StatementAccount
from reception_app.services.payouts import PayoutProposal, propose_payouts
from reception_app.services.reconciliation import (
    OpenMatter,
    Reconciled,
    open_matter,
    open_row,
    summed,
)
from reception_app.storage import settings, statements
from reception_app.storage.statements import RowStanding
from reception_app.ui.background import LongWork
from reception_app.ui.money.reconcile.transfer_rows import RowCells, RowMark, mark_of
from reception_app.ui.workplace import Workplace

_FRESH_AFTER_MS = 250
"""So long after the last act everything is proposed anew: while keys come, it is in no way."""


class BankRows(QObject):
    """Every row of the bank's statements; `proposed` says that proposals have come."""

    proposed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.plan = FeePlan("JPY")
        self.standings: dict[str, RowStanding] = {}
        self.payouts: dict[str, PayoutProposal] = {}
        self.matter: OpenMatter | None = None
        self._board: MatchBoard | None = None
        self._payers: dict[str, Payer] = {}
        self.cells = RowCells(self._payers, workplace.wording, self.plan.currency)
        self._version = 0
        self._is_seen = False
        self._is_settled = False
        self._fresh_soon = QTimer(self, singleShot=True, interval=_FRESH_AFTER_MS)
        self._fresh_soon.timeout.connect(self._propose)

    @property
    def board(self) -> MatchBoard | None:
        """What is proposed; None while it is looked for the first time."""
        return self._board

    @property
    def is_settled(self) -> bool:
        """Whether everything was proposed since the last change."""
        return self._is_settled

    @property
    def far(self) -> Reconciled:
        """How far the rows are cleared."""
        return summed(self.standings.values(), self.plan.currency)

    def read(self) -> None:
        """Read everything again; proposals follow."""
        event = self._workplace.event_file
        self.plan = settings.find_fee_plan(event)
        rows = statements.list_rows(event, StatementAccount.BANK)
        self.standings = {standing.id: standing for standing in rows}
        self._payers.clear()
        self.cells = RowCells(self._payers, self._workplace.wording, self.plan.currency)
        self._board = self.matter = None
        self._is_settled = False
        if self._is_seen:
            self._propose()

    def set_seen(self, seen: bool) -> None:  # noqa: FBT001 - a state, like Qt's setVisible
        """Propose while somebody looks, and stop when nobody does."""
        self._is_seen = seen
        self._version += 1
        if not seen:
            self._fresh_soon.stop()
        elif not self._is_settled:
            self._propose()

    def proposal(self, row: str) -> Proposal | None:
        """What is proposed for a row."""
        return self._board.find(row) if self._board else None

    def sure(self) -> tuple[Proposal, ...]:
        """What may be accepted unseen."""
        return self._board.sure if self._board else ()

    def mark(self, row: str) -> RowMark:
        """How a row stands."""
        return mark_of(
            self.standings[row], self.proposal(row), has_payout=row in self.payouts
        )  # fmt: skip

    def catch_up(self, rows: Iterable[str]) -> None:
        """Read these rows again, which an act touched; other rows learn of it at once, too."""
        event = self._workplace.event_file
        touched: set[str] = set()
        changed = tuple(rows)
        for row in changed:
            before, after = self.standings[row], statements.find_row(event, row)
            assert after is not None
            self.standings[row] = after
            self.payouts.pop(row, None)
            touched |= {*before.guests, *after.guests}
        if self._board is not None:
            payers = statements.list_payers(event, touched)
            self._payers.update((payer.id, payer) for payer in payers)
            for row in changed:
                self._board.settle(row, open_row(self.standings[row]), payers)
        self._version += 1
        self._is_settled = False
        if self._is_seen:
            self._fresh_soon.start()

    def _propose(self) -> None:
        event = self._workplace.event_file
        matter = open_matter(event, tuple(self.standings.values()))
        self._payers.update((payer.id, payer) for payer in matter.payers)
        waiting = [one for one in self.standings.values() if one.state is RowState.OPEN]
        self.payouts = {one.row.id: one for one in propose_payouts(event, waiting)}
        self._version += 1
        # The program keeps the work: a window that is closed meanwhile must not take it along.
        program = QCoreApplication.instance()
        assert program is not None
        work = LongWork(lambda _progress: matter.board(), program)
        work.done.connect(partial(self._take_board, self._version, matter))
        work.start()

    def _take_board(self, version: int, matter: OpenMatter, board: MatchBoard) -> None:
        # Of another version something was done meanwhile, and another board is on its way.
        if version == self._version:
            self.matter, self._board, self._is_settled = matter, board, True
            self.proposed.emit()
