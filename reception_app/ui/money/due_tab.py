"""Due and paid: the guests behind the sums, with the checks and the categories beside them."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_app.services.accounts_check import check_accounts
from reception_app.services.totals import event_totals
from reception_app.storage import guests, settings
from reception_app.storage.journal import list_standing_charges
from reception_app.ui import theme
from reception_app.ui.money.categories_card import CategoriesCard
from reception_app.ui.money.checks_card import ChecksCard
from reception_app.ui.money.due_acts import DueActs
from reception_app.ui.money.due_card import DueCard
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

_ASIDE_WIDTH = 304
_WITH_ASIDE = 912
"""From this width on the checks and the categories stand beside the guests, in px."""

_WITH_CATEGORIES = 400
"""From this height on the categories stand below the checks, in px."""

_FEW_CHECKS = 5


class DueTab(MoneyTab):
    """Who owes, who paid too much, who was charged."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        self.card = DueCard(workplace.wording, self._find_guests)
        self.acts = DueActs(self, self.card)
        self.checks = ChecksCard(workplace.wording, most=_FEW_CHECKS)
        self.categories = CategoriesCard()
        self._aside = QWidget()
        # After the guests are on the screen: the check takes longer than all of them.
        self._check_soon = QTimer(self, singleShot=True, interval=0)
        self.card.body.addWidget(self.acts)
        self._build_layout()
        self.card.guest_asked.connect(self.guest_asked)
        self.checks.all_asked.connect(self._ask_checks)
        self._check_soon.timeout.connect(self.check)

    def refresh(self) -> None:
        """Read guests and sums again, and check the books after that."""
        event_file = self.workplace.event_file
        plan = settings.find_fee_plan(event_file)
        since = {
            guest: charge.liable_since
            for guest, charge in list_standing_charges(event_file).items()
        }
        rows = guests.list_guests(event_file)
        self.card.show_guests(rows, plan, since=since, now=self.workplace.now())
        self.categories.show_categories(event_totals(event_file).by_category, plan)
        if self.isVisible():
            self._check_soon.start()

    def check(self) -> None:
        """Try every rule of the books now and show how they stand."""
        self._check_soon.stop()
        self.checks.show_findings(check_accounts(self.workplace.event_file))

    def choose(self, chosen: DueFilter) -> None:
        """Show the guests behind another sum."""
        self.card.choose(chosen)
        self.acts.allow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a small window the guests get all the room."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= _WITH_ASIDE)
        self.categories.setVisible(self.height() >= _WITH_CATEGORIES)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Check the books as they are now."""
        super().showEvent(event)
        self._check_soon.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Check nothing that nobody sees, least of all in a file that is about to be closed."""
        super().hideEvent(event)
        self._check_soon.stop()

    def _build_layout(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        self._aside.setFixedWidth(_ASIDE_WIDTH)
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(theme.GRID * 2)
        aside.addWidget(self.checks)
        aside.addWidget(self.categories, 1)
        row.addWidget(self.card, 1)
        row.addWidget(self._aside)
        self.setFocusProxy(self.card)

    def _find_guests(self, text: str) -> frozenset[str]:
        return guests.search_ids(self.workplace.event_file, text)

    def _ask_checks(self) -> None:
        from reception_app.ui.money.tabs import CHECKS

        self.tab_asked.emit(CHECKS)
