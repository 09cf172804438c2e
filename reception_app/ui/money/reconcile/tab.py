"""The tab 入金消込: how far the bank is reconciled; transfers, payouts and the bank book."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_app.domain.money import format_money
from reception_app.ui import theme
from reception_app.ui.money.reconcile.aliases_dialog import AliasesDialog
from reception_app.ui.money.reconcile.bank_book_view import BankBookView
from reception_app.ui.money.reconcile.payouts_view import PayoutsView
from reception_app.ui.money.reconcile.statement_dialog import StatementDialog
from reception_app.ui.money.reconcile.transfers_view import TransfersView
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_BUTTON_HEIGHT = 32


class ReconcileTab(MoneyTab):
    """Statements come in here, and their rows find their guests."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        translate = QCoreApplication.translate
        self.take_in = ActionButton(
            translate("ReconcileTab", "Add a statement…"), key="Ctrl+I", height=_BUTTON_HEIGHT
        )
        self.aliases = ActionButton(translate("ReconcileTab", "Payers…"), height=_BUTTON_HEIGHT)
        self.views = ChipRow(
            translate("ReconcileTab", "Transfers"),
            translate("ReconcileTab", "Payouts"),
            translate("ReconcileTab", "Bank book"),
        )
        self.progress = Label(size=Type.SMALL + 1, bold=True, elide=True)
        self.line = ProgressLine(height=4)
        self.transfers = TransfersView(workplace)
        self.payouts = PayoutsView(workplace)
        self.book = BankBookView(workplace)
        self._head = QWidget()
        self._parts = QStackedWidget()
        self._nothing = self._invitation()
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Read everything again."""
        self.transfers.refresh()
        self._show_part()
        self._tell_progress()

    def _build_layout(self) -> None:
        far = QVBoxLayout()
        far.setSpacing(4)
        far.addStretch()
        far.addWidget(self.progress)
        far.addWidget(self.line)
        far.addStretch()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.GRID)
        head.addWidget(self.views)
        head.addSpacing(theme.GRID)
        head.addLayout(far, 1)
        head.addSpacing(theme.GRID)
        head.addWidget(self.aliases)
        head.addWidget(self.take_in)
        for part in (self.transfers, self.payouts, self.book, self._nothing):
            self._parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._parts, 1)
        self.setFocusProxy(self.transfers)

    def _invitation(self) -> Card:
        """What stands here before there is a statement."""
        translate = QCoreApplication.translate
        begin = ActionButton(
            translate("ReconcileTab", "Add a statement…"), primary=True, icon="import"
        )
        begin.clicked.connect(self._take_in)
        card = Card()
        card.body.addWidget(
            EmptyState(
                "money",
                translate("ReconcileTab", "No statement has been taken in yet"),
                translate(
                    "ReconcileTab",
                    "Take in what the bank offers for download: its rows find their guests by "
                    "code, reading, amount and company, and nothing is booked without you.",
                ),
                begin,
            )
        )
        return card

    def _connect(self) -> None:
        self.take_in.clicked.connect(self._take_in)
        self.aliases.clicked.connect(self._show_aliases)
        self.views.chosen.connect(self._show_part)
        self.transfers.recorded.connect(self._note_act)
        self.transfers.told.connect(self.told)
        self.transfers.refused.connect(self.refused)
        self.payouts.row_asked.connect(self._show_row)
        self.payouts.acted.connect(self.acted)
        self.payouts.refused.connect(self.refused)
        self.book.row_asked.connect(self._show_row)

    def _show_part(self) -> None:
        """Show the chosen part as it is now, or the invitation while there is nothing."""
        parts: tuple[TransfersView | PayoutsView | BankBookView, ...]
        parts = (self.transfers, self.payouts, self.book)
        chosen = parts[self.views.current]
        has_rows = bool(self.transfers.rows.standings)
        for part in (self.progress, self.line):
            part.setVisible(has_rows)
        if chosen is not self.payouts and not has_rows:
            self._parts.setCurrentWidget(self._nothing)
            return
        if not isinstance(chosen, TransfersView):
            chosen.refresh()
        self._parts.setCurrentWidget(chosen)
        self.setFocusProxy(chosen)
        if self.isVisible():
            chosen.setFocus()

    def _show_row(self, row: str) -> None:
        self.views.choose(0)
        self.transfers.show_row(row)

    def _take_in(self) -> None:
        """Take a statement in and look for its guests."""
        changed = StatementDialog.ask(self, self.workplace)
        if changed.imported is None:
            if changed.taken_back:
                self.acted.emit(QCoreApplication.translate("ReconcileTab", "Statement taken back."))
            return
        new = changed.imported.new
        told = QCoreApplication.translate("ReconcileTab", "%n row(s) added", "", new)
        known = QCoreApplication.translate("ReconcileTab", "%1 known already")
        self.acted.emit(f"{told} · {filled(known, f'{changed.imported.known:,}')}")

    def _show_aliases(self) -> None:
        if AliasesDialog.ask(self, self.workplace):
            self.transfers.refresh()
            self.recorded.emit()

    def _note_act(self, rows: tuple[str, ...]) -> None:
        count = len(rows)
        if count > 1 and self.transfers.acts.last == rows:
            translate = QCoreApplication.translate
            told = translate("ReconcileTab", "%n row(s) booked. Z takes them back.", "", count)
            self.told.emit(told)
        self._tell_progress()
        self.recorded.emit()

    def _tell_progress(self) -> None:
        far = self.transfers.rows.far
        words = QCoreApplication.translate("ReconcileTab", "%1 of %2 cleared · %3 unidentified")
        self.progress.setText(
            filled(words, f"{far.cleared:,}", f"{far.rows:,}", format_money(far.unidentified))
        )
        self.line.set_share(far.cleared, far.rows)
