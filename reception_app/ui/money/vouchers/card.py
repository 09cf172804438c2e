"""The table of vouchers with what can be done about each: look, attach, explain, take back."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget

from reception_app.domain.voucher import Voucher, VoucherKind
from reception_app.services.account_names import AccountNames
from reception_app.ui import theme
from reception_app.ui.money.cell_table import RowTable
from reception_app.ui.money.vouchers.rows import voucher_headings, voucher_rows
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card, EmptyState
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import button_caption
from reception_app.wording import Wording

_EDGE = theme.GRID * 2
_OTHERS = (
    VoucherKind.INCOME,
    VoucherKind.REPAYMENT,
    VoucherKind.ADVANCE,
    VoucherKind.ADVANCE_BACK,
    VoucherKind.PREPAYMENT,
    VoucherKind.BILL,
    VoucherKind.BANK_DEPOSIT,
)


class VoucherFilter(IntEnum):
    """Which vouchers are shown."""

    ALL = 0
    LACKING = 1
    STANDING = 2


class VouchersCard(Card):
    """The vouchers; signals carry the `Voucher` concerned.

    `booking_asked` carries the `VoucherKind` to book; `files_dropped` a voucher and `Path`s.
    """

    booking_asked = Signal(object)
    opening_asked = Signal(object)
    attaching_asked = Signal(object)
    explaining_asked = Signal(object)
    correction_asked = Signal(object)
    files_dropped = Signal(object, list)
    arrival_asked = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__(padding=0)
        self._wording = wording
        self._all: tuple[Voucher, ...] = ()
        self._names = AccountNames({}, {})
        translate = QCoreApplication.translate
        self.filters = ChipRow(
            translate("VouchersCard", "All"),
            translate("VouchersCard", "Without receipt"),
            translate("VouchersCard", "Not taken back"),
        )
        self.expense = ActionButton(translate("VouchersCard", "Expense…"), key="F2", primary=True)
        self.other = ActionButton(translate("VouchersCard", "Other ▾"), key="F6")
        self.look = ActionButton(translate("VouchersCard", "Look"), key="Enter", height=32)
        self.attach = ActionButton(translate("VouchersCard", "Attach…"), key="F4", height=32)
        self.explain = ActionButton(translate("VouchersCard", "No receipt…"), key="F7", height=32)
        self.correct = ActionButton(
            translate("VouchersCard", "Correct…"), key="F3", icon="undo", height=32
        )
        self.table = RowTable(voucher_headings())
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()
        self._allow()
        self.setAcceptDrops(True)

    def show_vouchers(self, vouchers: tuple[Voucher, ...], names: AccountNames) -> None:
        """Show those of these vouchers that pass the filter, the newest first."""
        self._all, self._names = vouchers, names
        self._show_matching()

    @property
    def selected(self) -> Voucher | None:
        """The voucher whose row is selected."""
        key = self.table.selected
        return next((one for one in self._all if one.id == key), None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files may be dropped on the selected voucher."""
        if event.mimeData().hasUrls() and self.selected is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Attach what was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.selected is not None:
            self.files_dropped.emit(self.selected, paths)

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, _EDGE - 2, _EDGE, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.filters, 1)
        head.addWidget(self.other)
        head.addWidget(self.expense)
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, theme.GRID, _EDGE, 4)
        foot.setSpacing(theme.GRID)
        foot.addStretch()
        for button in (self.look, self.attach, self.explain, self.correct):
            foot.addWidget(button)
        empty = EmptyState(
            "note",
            translate("VouchersCard", "No expenses here"),
            translate("VouchersCard", "Book what the event cost with F2, and attach the receipt."),
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.body.setContentsMargins(1, 1, 1, theme.GRID)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(foot)
        menu = QMenu(self)
        kinds = self._wording.table("entry_kind")
        for kind in _OTHERS:
            action = menu.addAction(button_caption(f"{kinds[kind]}…"))
            action.setData(kind)
        menu.addSeparator()
        arrived = translate("VouchersCard", "All money under way is at the bank…")
        menu.addAction(button_caption(arrived))
        menu.triggered.connect(self._ask_other)
        self.other.setMenu(menu)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._show_matching)
        self.expense.clicked.connect(self._ask_expense)
        self.look.clicked.connect(self._ask_opening)
        self.attach.clicked.connect(self._ask_attaching)
        self.explain.clicked.connect(self._ask_explaining)
        self.correct.clicked.connect(self._ask_correction)
        self.table.activated.connect(self._ask_opening)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.rows.modelReset.connect(self._allow)

    def _show_matching(self) -> None:
        chosen = VoucherFilter(self.filters.current)
        shown = [
            one
            for one in self._all
            if chosen is VoucherFilter.ALL
            or (chosen is VoucherFilter.LACKING and one.lacks_evidence)
            or (chosen is VoucherFilter.STANDING and not one.reversed)
        ]
        self.table.show_rows(voucher_rows(shown, self._names, self._wording))
        self._stack.setCurrentIndex(0 if shown else 1)

    def _allow(self) -> None:
        one = self.selected
        stands = one is not None and not one.reversed
        self.look.setEnabled(one is not None and bool(one.evidence))
        for button in (self.attach, self.explain, self.correct):
            button.setEnabled(stands)

    def _ask_expense(self) -> None:
        self.booking_asked.emit(VoucherKind.EXPENSE)

    def _ask_other(self, action: QAction) -> None:
        if action.data() is None:
            self.arrival_asked.emit()
        else:
            self.booking_asked.emit(action.data())

    def _ask_opening(self) -> None:
        if self.selected is not None and self.selected.evidence:
            self.opening_asked.emit(self.selected)

    def _ask_attaching(self) -> None:
        self.attaching_asked.emit(self.selected)

    def _ask_explaining(self) -> None:
        self.explaining_asked.emit(self.selected)

    def _ask_correction(self) -> None:
        self.correction_asked.emit(self.selected)
