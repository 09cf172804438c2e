"""The accounts check 会計チェック: every rule of the books, and of the whole file on request."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from reception_app.services.accounts_check import check_accounts
from reception_app.services.check_rows import rows_of
from reception_app.services.file_check import check_file
from reception_app.services.findings import Finding, hint_of, sentence_of
from reception_app.ui.background import run_long_work
from reception_app.ui.money.check_rows_dialog import CheckRowsDialog
from reception_app.ui.money.checks_card import ChecksPanel
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace


class ChecksTab(MoneyTab):
    """All findings with what to do about them."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        self.panel = ChecksPanel(workplace.wording)
        self.findings: tuple[Finding, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.file_check_asked.connect(self._check_file)
        self.panel.rows_asked.connect(self._show_rows)

    def refresh(self) -> None:
        """Try every rule of the books again."""
        self._show(check_accounts(self.workplace.event_file))

    def _check_file(self) -> None:
        snapshot = self.workplace.event_file.snapshot()
        run_long_work(
            self,
            QCoreApplication.translate("ChecksTab", "Checking the file…"),
            lambda progress: check_file(snapshot, progress=progress),
            self._add,
            self.refused.emit,
        )

    def _show_rows(self, finding: Finding) -> None:
        event_file, wording = self.workplace.event_file, self.workplace.wording
        rows = rows_of(event_file, finding, wording)
        title, hint = sentence_of(finding, wording), hint_of(finding, wording)
        guest = CheckRowsDialog.ask(self, title, rows, meaning=hint)
        if guest is not None:
            self.guest_asked.emit(guest)

    def _add(self, found: tuple[Finding, ...]) -> None:
        codes = {finding.code for finding in found}
        self._show([*(one for one in self.findings if one.code not in codes), *found])

    def _show(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        self.panel.show_findings(self.findings)
