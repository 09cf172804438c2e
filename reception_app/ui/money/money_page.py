"""The money page: a frame of tabs, the big sums above some of them, and what can be written out."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled
from reception_app.services.totals import event_totals
from reception_app.ui import theme
from reception_app.ui.money.due_rows import DueFilter
from reception_app.ui.money.due_tab import DueTab
from reception_app.ui.money.exports import Export, MoneyExports, show_folder
from reception_app.ui.money.sums import Sums
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.money.tab_row import TabRow
from reception_app.ui.money.tabs import DUE, PAYMENTS, TabEntry, list_tabs
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.chip import CHIP_HEIGHT
from reception_app.ui.parts.label import button_caption
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace


class MoneyPage(QWidget):
    """Everything about the event's money; `guest_asked` carries the id of a guest to show.

    A tab is made when it is first shown, and reads again when it is shown after something was
    recorded.
    """

    guest_asked = Signal(str)

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__()
        self._workplace = workplace
        self._preferences = preferences
        self._entries: tuple[TabEntry, ...] = ()
        self._made: dict[str, MoneyTab] = {}
        self._stale: set[str] = set()
        self._current = DUE
        self._written: Path | None = None
        self.tabs = TabRow(())
        self.export = ActionButton(
            QCoreApplication.translate("MoneyPage", "Export ▾"), icon="export", height=CHIP_HEIGHT
        )
        self.sums = Sums(workplace.wording)
        self.exports = MoneyExports(workplace, self)
        self.notice = Notice(self)
        self._stack = QStackedWidget()
        self._head = QHBoxLayout()
        self._build_layout()
        self._connect()
        self._show_tabs()

    @property
    def current(self) -> str:
        """The key of the tab on show."""
        return self._current

    def refresh(self) -> None:
        """Read again what is on show; the other tabs follow when they are shown."""
        self._stale.update(self._made)
        self._show(self._current)

    def show_tab(self, key: str) -> MoneyTab:
        """Show another tab; see `money.tabs` for their keys."""
        number = [entry.key for entry in self._entries].index(key)
        if self.tabs.current == number:
            self._show(key)
        self.tabs.choose(number)
        return self._made[key]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the tabs this computer wants; the settings may have changed."""
        super().showEvent(event)
        self._show_tabs()

    def _build_layout(self) -> None:
        self._head.setSpacing(theme.GRID)
        self._head.addWidget(self.tabs, 1)
        self._head.addWidget(self.export)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(theme.GRID * 2)
        page.addLayout(self._head)
        page.addWidget(self.sums)
        page.addWidget(self._stack, 1)
        # A tab fits itself to the window, never the window to its tabs.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.export.setMenu(self._export_menu())

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        translate = QCoreApplication.translate
        for words, export in (
            (translate("MoneyPage", "Ledger workbook as Excel…"), Export.WORKBOOK),
            (translate("MoneyPage", "Unpaid guests as Excel…"), Export.UNPAID),
            (translate("MoneyPage", "All receipts as PDF…"), Export.RECEIPTS),
            (translate("MoneyPage", "Journal as CSV…"), Export.JOURNAL),
            (translate("MoneyPage", "Journal for beancount…"), Export.BEANCOUNT),
            (translate("MoneyPage", "Journal for hledger…"), Export.HLEDGER),
        ):
            action = menu.addAction(button_caption(words))
            action.setData(export)
            action.triggered.connect(self._export_chosen)
        return menu

    def _connect(self) -> None:
        self.sums.guests_asked.connect(self.show_guests)
        self.sums.payments_asked.connect(self._show_payments)
        self.exports.written.connect(self._tell_written)
        self.exports.refused.connect(self._tell_trouble)
        self.notice.acted.connect(self._show_written)

    def _show_tabs(self) -> None:
        """Put up the row of tabs, unless it stands as it should."""
        entries = list_tabs(self._preferences)
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            return
        self._entries = entries
        fresh = TabRow([entry.caption for entry in entries])
        self._head.replaceWidget(self.tabs, fresh)
        self.tabs.hide()  # it goes with the next turn of the loop, and must not be seen till then
        self.tabs.deleteLater()
        self.tabs = fresh
        fresh.chosen.connect(self._show_chosen)
        keys = [entry.key for entry in entries]
        self.show_tab(self._current if self._current in keys else DUE)

    def _show_chosen(self, number: int) -> None:
        self._show(self._entries[number].key)

    def _show(self, key: str) -> None:
        """Make the tab unless it is there, and let it read unless nothing changed since."""
        entry = next(one for one in self._entries if one.key == key)
        fresh = key not in self._made
        if fresh:
            self._made[key] = self._make(entry)
        tab = self._made[key]
        if fresh or key in self._stale:
            if entry.with_sums:
                self.sums.show_totals(event_totals(self._workplace.event_file))
            tab.refresh()
        self._stale.discard(key)
        self._current = key
        self.sums.setVisible(entry.with_sums)
        self._stack.setCurrentWidget(tab)
        self.setFocusProxy(tab)
        if self.isVisible():
            tab.setFocus()

    def _make(self, entry: TabEntry) -> MoneyTab:
        tab = entry.make(self._workplace, self._preferences)
        tab.acted.connect(self._note_act)
        tab.recorded.connect(self._note_recorded)
        tab.told.connect(self.notice.tell)
        tab.refused.connect(self._tell_trouble)
        tab.guest_asked.connect(self.guest_asked)
        tab.tab_asked.connect(self.show_tab)
        tab.written.connect(self._tell_written)
        self._stack.addWidget(tab)
        return tab

    def show_guests(self, chosen: DueFilter) -> None:
        """Show the guests behind a sum."""
        tab = self.show_tab(DUE)
        assert isinstance(tab, DueTab)
        tab.choose(chosen)

    def _show_payments(self) -> None:
        self.show_tab(PAYMENTS)

    def _note_act(self, words: str) -> None:
        self._workplace.changed.emit()
        self.refresh()
        self.notice.tell(words)

    def _note_recorded(self) -> None:
        """The tab on show has caught up by itself; the others read again when they are shown."""
        self._stale.update(key for key in self._made if key != self._current)
        self._workplace.changed.emit()

    def _export_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        export = action.data()
        assert isinstance(export, Export)
        self.exports.ask(export)

    def _tell_written(self, path: Path) -> None:
        translate = QCoreApplication.translate
        self._written = path
        self.notice.tell(
            filled(translate("MoneyPage", "%1 is written."), path.name),
            action=translate("MoneyPage", "Show the folder"),
        )

    def _show_written(self) -> None:
        if self._written is not None:
            show_folder(self._written)

    def _tell_trouble(self, error: ReceptionError) -> None:
        tone = NoticeTone.NOTE if isinstance(error, Cancelled) else NoticeTone.TROUBLE
        self.notice.tell(self._workplace.wording.error(error), tone)
