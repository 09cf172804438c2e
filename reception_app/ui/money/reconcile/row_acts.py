"""What a person may do with the bank's rows: one method an act, and the last acts for taking back.

Nothing here asks; an act that is refused tells why and changes nothing.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reception_app.domain.errors import ReceptionError
from reception_app.domain.match import Proposal
from reception_app.domain.statement import StatementAccount
from reception_app.services import payouts, row_matching
from reception_app.services.reconciliation import OpenMatter, accept_sure
from reception_app.services.row_matching import MatchOrder
from reception_app.storage.statements import RowStanding
from reception_app.ui.workplace import Workplace


class RowActs(QObject):
    """`done` carries the ids of the rows an act touched; `refused` the `ReceptionError`."""

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._acts: list[tuple[str, ...]] = []

    @property
    def last(self) -> tuple[str, ...]:
        """The rows of the last act that can be taken back; empty when there is none."""
        return self._acts[-1] if self._acts else ()

    def match(self, order: MatchOrder) -> None:
        """Match a row as ordered."""
        work = self._workplace
        self._act(
            lambda: row_matching.match_row(
                work.event_file, order, now=work.now(), operator=work.operator
            )
        )

    def match_sure(self, shown: Sequence[Proposal], made_of: OpenMatter) -> None:
        """Match all that was shown as sure."""
        work = self._workplace
        try:
            matched = accept_sure(
                work.event_file, shown, now=work.now(), operator=work.operator, made_of=made_of
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        if matched:
            self._acts.append(matched)
            self.done.emit(matched)

    def book(self, row: str, account: str, reason: str) -> None:
        """Book what is left of a row to an account."""
        work = self._workplace
        self._act(
            lambda: row_matching.book_row(
                work.event_file, row, account, reason, now=work.now(), operator=work.operator
            )
        )

    def pay_out(self, row: str, account: StatementAccount, entries: Sequence[str]) -> None:
        """Match a row to the payments a provider paid out with it."""
        work = self._workplace
        self._act(
            lambda: payouts.settle_payout(
                work.event_file,
                row,
                account,
                entries,
                now=work.now(),
                operator=work.operator,
            )
        )

    def ignore(self, row: str) -> None:
        """Set a row aside."""
        work = self._workplace
        self._act(
            lambda: row_matching.ignore_row(
                work.event_file, row, now=work.now(), operator=work.operator
            )
        )

    def restore(self, row: str) -> None:
        """Bring an ignored row back."""
        work = self._workplace
        self._act(
            lambda: row_matching.restore_row(
                work.event_file, row, now=work.now(), operator=work.operator
            ),
            remember=False,
        )

    def unmatch(self, rows: Sequence[str], reason: str) -> None:
        """Take every match of these rows back."""
        work = self._workplace
        try:
            row_matching.unmatch_rows(
                work.event_file, rows, reason, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        gone = set(rows)
        self._acts = [
            kept for act in self._acts if (kept := tuple(r for r in act if r not in gone))
        ]
        self.done.emit(tuple(rows))

    def _act(self, act: Callable[[], RowStanding], *, remember: bool = True) -> None:
        try:
            standing = act()
        except ReceptionError as error:
            self.refused.emit(error)
            return
        if remember:
            self._acts.append((standing.id,))
        self.done.emit((standing.id,))
