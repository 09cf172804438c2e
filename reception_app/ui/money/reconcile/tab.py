"""The tab 入金消込: how far the bank is reconciled, and its parts."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from reception_app.domain.money import format_money
from reception_app.ui import theme
from reception_app.ui.figures import ProgressLine
from reception_app.ui.label import Label
from reception_app.ui.money.reconcile.transfers_view import TransfersView
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.screen_text import filled
from reception_app.ui.workplace import Workplace


class ReconcileTab(MoneyTab):
    """Statements come in here, and their rows find their guests."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        self.progress = Label(bold=True, elide=True)
        self.line = ProgressLine()
        self.transfers = TransfersView(workplace)
        self._parts = QStackedWidget()
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Read everything again."""
        self.transfers.refresh()
        self._tell_progress()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID * 2)
        head.addWidget(self.progress)
        head.addWidget(self.line, 1)
        self._parts.addWidget(self.transfers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID * 2)
        column.addLayout(head)
        column.addWidget(self._parts, 1)
        self.setFocusProxy(self.transfers)

    def _connect(self) -> None:
        self.transfers.recorded.connect(self._note_act)
        self.transfers.told.connect(self.told)
        self.transfers.refused.connect(self.refused)

    def _note_act(self) -> None:
        self._tell_progress()
        self.recorded.emit()

    def _tell_progress(self) -> None:
        far = self.transfers.rows.far
        translate = QCoreApplication.translate
        words = translate("ReconcileTab", "%1 of %2 cleared · %3 unidentified")
        self.progress.setText(
            filled(words, f"{far.cleared:,}", f"{far.rows:,}", format_money(far.unidentified))
        )
        self.line.set_share(far.cleared, far.rows)
