"""Which tabs the money page has, in the order of their keys: a new tab is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception_app.ui.money.boxes_tab import BoxesTab
from reception_app.ui.money.budget_tab import BudgetTab
from reception_app.ui.money.checks_tab import ChecksTab
from reception_app.ui.money.due_tab import DueTab
from reception_app.ui.money.journal_tab import JournalTab
from reception_app.ui.money.payments_tab import PaymentsTab
from reception_app.ui.money.reconcile.tab import ReconcileTab
from reception_app.ui.money.reports_tab import ReportsTab
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.money.vouchers.tab import ExpensesTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

DUE, PAYMENTS, BOXES, RECONCILE, CHECKS = "due", "payments", "boxes", "reconcile", "checks"
EXPENSES, BUDGET, REPORTS, JOURNAL = "expenses", "budget", "reports", "journal"


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A tab of the money page: its key, the words above it, and how it is made.

    `with_sums` keeps the four big sums above it, `for_accountants` shows it only to whoever wants
    to see debit and credit (a setting of this computer).
    """

    key: str
    caption: str
    make: Callable[[Workplace, Preferences], MoneyTab]
    with_sums: bool = False
    for_accountants: bool = False


def list_tabs(preferences: Preferences) -> tuple[TabEntry, ...]:
    """The tabs this computer shows."""
    translate = QCoreApplication.translate
    entries = (
        TabEntry(DUE, translate("MoneyPage", "Due and paid"), DueTab, with_sums=True),
        TabEntry(PAYMENTS, translate("MoneyPage", "Payments"), PaymentsTab, with_sums=True),
        TabEntry(BOXES, translate("MoneyPage", "Cash boxes"), BoxesTab),
        TabEntry(RECONCILE, translate("MoneyPage", "Reconcile"), ReconcileTab),
        TabEntry(EXPENSES, translate("MoneyPage", "Expenses"), ExpensesTab),
        TabEntry(BUDGET, translate("MoneyPage", "Budget"), BudgetTab),
        TabEntry(REPORTS, translate("MoneyPage", "Reports"), ReportsTab),
        TabEntry(CHECKS, translate("MoneyPage", "Checks"), ChecksTab),
        TabEntry(JOURNAL, translate("MoneyPage", "Journal"), JournalTab, for_accountants=True),
    )
    return tuple(one for one in entries if preferences.journal_shown or not one.for_accountants)
