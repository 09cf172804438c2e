"""The receipts with a filter, and what may be done about them: print, copy, issue anew."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget

from reception_app.domain.receipt import Receipt
from reception_app.services.receipt_issuing import PREPAID_SERIES
from reception_app.ui import theme
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.money.receipt_rows import receipt_headings, receipt_rows
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import button_caption
from reception_app.wording import Wording

_EDGE = theme.GRID * 2
_ALL, _VALID, _VOID, _PREPAID = range(4)


class ReceiptsCard(Card):
    """The table of receipts; its signals carry the receipts they are about.

    `print_asked` and `copy_asked` carry a tuple of them, `reissue_asked` one. `prepaid_asked` and
    `split_asked` are about no receipt that is there yet.
    """

    print_asked = Signal(object)
    copy_asked = Signal(object)
    reissue_asked = Signal(object)
    prepaid_asked = Signal()
    split_asked = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self._all: tuple[Receipt, ...] = ()
        translate = QCoreApplication.translate
        self.states = ChipRow(
            translate("ReceiptsCard", "All"),
            translate("ReceiptsCard", "Valid"),
            translate("ReceiptsCard", "Void"),
            translate("ReceiptsCard", "Prepaid"),
            wraps=True,
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("ReceiptsCard", "Number or payee…"))
        self.search.setClearButtonEnabled(True)
        self.print = ActionButton(translate("ReceiptsCard", "Print…"), key="F6")
        self.copy = ActionButton(translate("ReceiptsCard", "Copy…"), key="F7")
        self.reissue = ActionButton(translate("ReceiptsCard", "Issue anew…"), key="F8")
        self.more = ActionButton(translate("ReceiptsCard", "More ▾"))
        menu = QMenu(self.more)
        self.prepaid = menu.addAction(
            button_caption(translate("ReceiptsCard", "Receipts for prepayments"))
        )
        self.split = menu.addAction(button_caption(translate("ReceiptsCard", "Split a bill…")))
        self.more.setMenu(menu)
        self.table = RowTable(receipt_headings())
        self.table.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()
        self._allow()

    def show_receipts(self, receipts: tuple[Receipt, ...]) -> None:
        """Show those of these receipts that pass the filter, newest first."""
        self._all = tuple(sorted(receipts, key=lambda one: (one.at, one.number), reverse=True))
        self._show_matching()

    def shown(self) -> tuple[Receipt, ...]:
        """The receipts that pass the filter."""
        text, state = self.search.text().strip().casefold(), self.states.current
        return tuple(
            one
            for one in self._all
            if (state != _VALID or not one.void)
            and (state != _VOID or one.void)
            and (state != _PREPAID or one.box == PREPAID_SERIES)
            and (not text or text in one.label.casefold() or text in one.payee.casefold())
        )

    def chosen(self) -> tuple[Receipt, ...]:
        """The selected receipts in the order shown."""
        keys = set(self.table.selected_keys())
        return tuple(one for one in self.shown() if one.id in keys)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.search.setMinimumWidth(112)
        self.search.setMaximumWidth(200)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.states, 1)
        head.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, theme.GRID, _EDGE, theme.GRID)
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        for button in (self.more, self.reissue, self.copy, self.print):
            foot.addWidget(button)
        empty = EmptyState(
            "money",
            translate("ReceiptsCard", "No receipts here"),
            translate(
                "ReceiptsCard",
                "A receipt is issued with every payment at a desk. Transfers get theirs by “More”.",
            ),
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.states.chosen.connect(self._show_matching)
        self.search.textChanged.connect(self._show_matching)
        self.print.clicked.connect(self._ask_print)
        self.copy.clicked.connect(self._ask_copy)
        self.reissue.clicked.connect(self._ask_reissue)
        self.prepaid.triggered.connect(self.prepaid_asked)
        self.split.triggered.connect(self.split_asked)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.rows.modelReset.connect(self._allow)

    def _show_matching(self) -> None:
        rows = self.shown()
        self.table.show_rows(receipt_rows(rows, self._wording))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._allow()

    def _allow(self) -> None:
        chosen = self.chosen()
        self.print.setEnabled(bool(chosen or self.shown()))
        self.copy.setEnabled(bool(chosen))
        self.reissue.setEnabled(len(chosen) == 1 and not chosen[0].void)

    def _ask_print(self) -> None:
        """All that is shown, unless some are selected."""
        self.print_asked.emit(self.chosen() or self.shown())

    def _ask_copy(self) -> None:
        self.copy_asked.emit(self.chosen())

    def _ask_reissue(self) -> None:
        self.reissue_asked.emit(self.chosen()[0])
