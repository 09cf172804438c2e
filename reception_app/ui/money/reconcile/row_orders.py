"""What each key means for the row at hand: it acts at once, or asks where it must be asked."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from reception_app.domain.journal import TRANSFER_FEES
from reception_app.domain.match import Allocation, Candidate
from reception_app.domain.money import Money
from reception_app.domain.statement import RowState
from reception_app.services.match_ways import MatchWay, WayKind, ways_of
from reception_app.services.payouts import PROVIDERS
from reception_app.services.reconciliation import open_row
from reception_app.services.row_matching import MatchOrder, Rest, new_order
from reception_app.storage.provider_payments import list_outstanding
from reception_app.storage.statements import RowStanding
from reception_app.ui.money.reconcile import panel_views
from reception_app.ui.money.reconcile.bank_rows import BankRows
from reception_app.ui.money.reconcile.booking_dialog import BookingDialog
from reception_app.ui.money.reconcile.choices import Choice, ChoiceWords
from reception_app.ui.money.reconcile.order_keys import ENTER
from reception_app.ui.money.reconcile.panel_views import PanelViews
from reception_app.ui.money.reconcile.payout_dialog import PayoutDialog
from reception_app.ui.money.reconcile.reason_dialog import ReasonDialog
from reception_app.ui.money.reconcile.row_acts import RowActs
from reception_app.ui.money.reconcile.row_panel import PanelView
from reception_app.ui.money.reconcile.split_dialog import SplitDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_FIRST = "1"
"""Means the first choice, as Enter does."""


class RowOrders(QObject):
    """Knows the row at hand; `shown` carries the `PanelView` to show when it changed.

    `search_asked` asks for the search by hand, `told` carries words to show in passing.
    """

    shown = Signal(object)
    search_asked = Signal()
    told = Signal(str)

    def __init__(self, workplace: Workplace, rows: BankRows, acts: RowActs, view: QWidget) -> None:
        super().__init__(view)
        self._workplace = workplace
        self._rows = rows
        self._acts = acts
        self._view = view
        self._row = ""
        self._takes: dict[str, Callable[[], None]] = {}
        self._panel = PanelView("", "", "")

    def show_row(self, row: str) -> None:
        """Take this row to hand, from its beginning."""
        self._row, self._takes = row, {}
        standing = self._rows.standings.get(row)
        if standing is None:
            return
        looked = self._rows.board is not None
        choices = self._choices(standing)
        mark = self._rows.mark(row)
        left_out = self._useless(standing)
        view = self._views().of_row(standing, mark, choices, looked=looked)
        kept = tuple(offer for offer in view.offers if offer.key not in left_out)
        self._panel = replace(view, offers=kept)
        orders: dict[str, Callable[[], None]] = {
            panel_views.SEARCH: self.search_asked.emit,
            panel_views.SPLIT: partial(self._split, standing, ()),
            panel_views.FEE: partial(self._fee, standing),
            panel_views.GIFT: partial(self._rest, standing, Rest.GIFT),
            panel_views.UNIDENTIFIED: partial(self._rest, standing, Rest.UNIDENTIFIED),
            panel_views.BOOK: partial(self._book, standing),
            panel_views.IGNORE: partial(self._ignore, standing),
            panel_views.PAYOUT: partial(self._pay_out, standing),
        }
        orders[panel_views.UNDO] = partial(self._undo, standing)
        self._takes |= {offer.key: orders[offer.key] for offer in kept}
        self._takes[panel_views.UNDO] = orders[panel_views.UNDO]
        self.shown.emit(self._panel)

    def press(self, key: str) -> None:
        """Do what a key means here, if anything."""
        if key == panel_views.BACK:
            self.show_row(self._row)
            return
        take = self._takes.get(ENTER if key == _FIRST else key)
        if take is not None:
            take()

    def pick_guest(self, guest: str) -> None:
        """Book the row for a guest who was searched by hand."""
        standing = self._rows.standings.get(self._row)
        if standing is None or self._rows.board is None:
            return
        asked = open_row(standing)
        if asked is None:
            self._acts.match(new_order(standing.id, (Allocation(guest, -standing.left),)))
        else:
            self._take(standing, self._rows.board.pick(asked, guest))

    def accept_sure(self) -> None:
        """Book all that is sure."""
        if self._rows.matter is not None:
            self._acts.match_sure(self._rows.sure(), self._rows.matter)

    def take_back(self, rows: Iterable[str]) -> None:
        """Ask why, and take the matches of these rows back; an ignored row comes back at once."""
        translate = QCoreApplication.translate
        standings = self._rows.standings
        chosen = [standings[row] for row in rows if row in standings]
        count = len(chosen)
        if count == 1 and chosen[0].state is RowState.IGNORED:
            self._acts.restore(chosen[0].id)
            return
        if count == 1:
            title = filled(translate("RowOrders", "Take back “%1”"), chosen[0].row.text)
        else:
            title = translate("RowOrders", "Take %n match(es) back", "", count)
        meaning = translate(
            "RowOrders", "What was booked is reversed, dated now; the fees are due again."
        )
        deed = translate("RowOrders", "Take back")
        reasons = (
            translate("RowOrders", "Wrong guest"),
            translate("RowOrders", "Wrong amount"),
            translate("RowOrders", "Booked by mistake"),
        )
        reason = ReasonDialog.ask(self._view, title, meaning, deed, reasons)
        if reason is not None:
            self._acts.unmatch([one.id for one in chosen], reason)

    def _useless(self, standing: RowStanding) -> set[str]:
        """Keys that would do nothing to this row."""
        useless = set()
        if standing.row.amount > 0 and self._fee_way(standing) is None:
            useless.add(panel_views.FEE)
        event = self._workplace.event_file
        if not any(list_outstanding(event, account) for account in PROVIDERS):
            useless.add(panel_views.PAYOUT)
        if not standing.matched and not self._acts.last:
            useless.add(panel_views.UNDO)
        return useless

    def _choices(self, standing: RowStanding) -> tuple[Choice, ...]:
        """The choices for a row; what taking each does is noted under its key."""
        words = self._words()
        if standing.state is RowState.IGNORED:
            return ()
        payout = self._rows.payouts.get(standing.id)
        if payout is not None:
            choices = words.payouts(payout.account, payout.ways)
            for choice, way in zip(choices, payout.ways, strict=False):
                take = partial(self._acts.pay_out, standing.id, payout.account, way.entries)
                self._takes[choice.key] = take
            return choices
        if standing.left < 0:
            return self._refunds(standing, words)
        proposal = self._rows.proposal(standing.id)
        if proposal is None:
            return ()
        choices = words.candidates(proposal.candidates, sure=proposal.sure)
        for choice, candidate in zip(choices, proposal.candidates, strict=False):
            self._takes[choice.key] = partial(self._take, standing, candidate)
        return choices

    def _refunds(self, standing: RowStanding, words: ChoiceWords) -> tuple[Choice, ...]:
        """The guests whose name a row bears that went out: it may have gone back to them."""
        board = self._rows.board
        found = board.refunds(standing.row.text, -standing.left) if board else ()
        choices = words.candidates(found, sure=False)
        for choice, candidate in zip(choices, found, strict=False):
            order = partial(new_order, standing.id, candidate.allocations)
            self._takes[choice.key] = partial(self._refund, order)
        return choices

    def _refund(self, order: Callable[[], MatchOrder]) -> None:
        self._acts.match(order())

    def _take(self, standing: RowStanding, candidate: Candidate) -> None:
        """Book a candidate, or ask how where it does not fit."""
        asked = open_row(standing)
        if asked is None:
            return
        ways = ways_of(asked, candidate)
        if not ways:
            self._split(standing, candidate.guests)
        elif len(ways) == 1 and ways[0].kind is WayKind.AS_IT_IS:
            self._acts.match(ways[0].order(standing.id))
        else:
            self._ask(standing.id, candidate, ways)

    def _ask(self, row: str, candidate: Candidate, ways: tuple[MatchWay, ...]) -> None:
        view = self._views().of_question(self._panel, candidate, ways, self._words())
        self._takes = {
            choice.key: partial(self._take_way, row, way)
            for choice, way in zip(view.choices, ways, strict=True)
        }
        self.shown.emit(view)

    def _take_way(self, row: str, way: MatchWay) -> None:
        self._acts.match(way.order(row))

    def _split(self, standing: RowStanding, guests: tuple[str, ...]) -> None:
        asked = open_row(standing)
        if asked is None:
            return
        order = SplitDialog.ask(self._view, self._workplace, asked, guests, self._rows.plan)
        if order is not None:
            self._acts.match(order)

    def _fee(self, standing: RowStanding) -> None:
        """What a bank kept: of a row that went out all, of one that came in what is missing."""
        translate = QCoreApplication.translate
        if standing.row.amount < 0:
            reason = standing.row.text or translate("RowOrders", "Bank fee")
            self._acts.book(standing.id, TRANSFER_FEES, reason)
            return
        kept = self._fee_way(standing)
        if kept is None:
            self.told.emit(translate("RowOrders", "Nothing is missing of this row."))
        else:
            self._acts.match(kept.order(standing.id))

    def _fee_way(self, standing: RowStanding) -> MatchWay | None:
        """The best candidate paid in full, what is missing being a bank's fee."""
        proposal, asked = self._rows.proposal(standing.id), open_row(standing)
        best = proposal.candidates[0] if proposal and proposal.candidates else None
        ways = ways_of(asked, best) if asked and best else ()
        return next((way for way in ways if way.withheld), None)

    def _rest(self, standing: RowStanding, rest: Rest) -> None:
        self._acts.match(new_order(standing.id, rest=rest))

    def _book(self, standing: RowStanding) -> None:
        amount = Money(standing.left, self._rows.plan.currency)
        found = BookingDialog.ask(self._view, self._workplace.wording, standing.row.text, amount)
        if found is not None:
            self._acts.book(standing.id, found.account, found.reason)

    def _pay_out(self, standing: RowStanding) -> None:
        """Ask which payments a provider paid out with this row."""
        proposed = self._rows.payouts.get(standing.id)
        provider = proposed.account if proposed else PROVIDERS[0]
        currency = self._rows.plan.currency
        found = PayoutDialog.ask(self._view, self._workplace, standing, currency, provider)
        if found is not None:
            self._acts.pay_out(standing.id, found.account, found.entries)

    def _ignore(self, standing: RowStanding) -> None:
        if standing.state is RowState.IGNORED:
            self._acts.restore(standing.id)
        else:
            self._acts.ignore(standing.id)

    def _undo(self, standing: RowStanding) -> None:
        """Take the row's matches back; where it has none, those of the last act."""
        rows = (standing.id,) if standing.matched else self._acts.last
        if rows:
            self.take_back(rows)
        else:
            self.told.emit(QCoreApplication.translate("RowOrders", "Nothing to take back."))

    def _views(self) -> PanelViews:
        event, wording = self._workplace.event_file, self._workplace.wording
        return PanelViews(event, self._rows.plan.currency, wording)

    def _words(self) -> ChoiceWords:
        return ChoiceWords(self._workplace.event_file, self._rows.plan, self._workplace.wording)
