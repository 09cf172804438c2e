"""The statements taken in so far, each with a way to take it back that was a mistake."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout

from reception_app.domain.errors import ReceptionError
from reception_app.domain.money import Money, format_number
from reception_app.services.statement_import import withdraw_statement
from reception_app.storage import settings
from reception_app.storage.statements import KnownStatement, list_statements
from reception_app.ui import theme
from reception_app.ui.money.cell_table import Cell, Heading, Row, RowTable
from reception_app.ui.money.reconcile.reason_dialog import ReasonDialog
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_EDGE = theme.GRID * 2


class StatementList(Card):
    """`taken_back` says that a statement is gone, `refused` carries why it is not."""

    taken_back = Signal()
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(padding=0)
        self._workplace = workplace
        translate = QCoreApplication.translate
        self.take_back = ActionButton(translate("StatementList", "Take back…"), height=32)
        self.take_back.setAutoDefault(False)
        self.table = RowTable(
            (
                Heading(translate("StatementList", "Taken in"), 176),
                Heading(translate("StatementList", "Account"), 92),
                Heading(translate("StatementList", "File"), 0),
                Heading(translate("StatementList", "Rows"), 84, is_figure=True),
                Heading(translate("StatementList", "Matched"), 96, is_figure=True),
                Heading(translate("StatementList", "Closing"), 128, is_figure=True),
            )
        )
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 4, _EDGE, 4)
        head.addWidget(Label(translate("StatementList", "Taken in so far"), bold=True), 1)
        head.addWidget(self.take_back)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.take_back.clicked.connect(self._take_back)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.refresh()

    def refresh(self) -> None:
        """Read them again; without any there is nothing to see."""
        event = self._workplace.event_file
        currency = settings.find_event(event).currency
        known = list_statements(event)
        self.table.show_rows([self._row(one, currency) for one in reversed(known)])
        self.setVisible(bool(known))
        self._allow()

    def _row(self, one: KnownStatement, currency: str) -> Row:
        closing = "" if one.closing is None else format_number(Money(one.closing, currency))
        tail = f"…{one.account_tail}" if one.account_tail else ""
        account = self._workplace.wording.text("statement_account", one.account)
        return Row(
            one.id,
            (
                Cell(f"{one.read_at.astimezone():%Y-%m-%d %H:%M}", tone="muted"),
                Cell(account),
                Cell(one.source, second=tail, bold=True),
                Cell(f"{one.rows:,}", order=one.rows),
                Cell(f"{one.matched:,}", order=one.matched),
                Cell(closing, order=one.closing),
            ),
        )

    def _allow(self) -> None:
        self.take_back.setEnabled(self.table.selected is not None)

    def _take_back(self) -> None:
        chosen, work = self.table.selected, self._workplace
        known = {one.id: one for one in list_statements(work.event_file)}
        if chosen is None or chosen not in known:
            return
        translate = QCoreApplication.translate
        reason = ReasonDialog.ask(
            self,
            filled(translate("StatementList", "Take “%1” back"), known[chosen].source),
            translate("StatementList", "Its rows count no longer. The file can be taken in again."),
            translate("StatementList", "Take back"),
            (
                translate("StatementList", "Another account's statement"),
                translate("StatementList", "Columns were read wrongly"),
            ),
        )
        if reason is None:
            return
        try:
            withdraw_statement(
                work.event_file, chosen, reason, now=work.now(), operator=work.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.refresh()
        self.taken_back.emit()
