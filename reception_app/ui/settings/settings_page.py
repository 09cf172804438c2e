"""The settings page: the event, its fees, its receipts, and this computer."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.door.desk_dialog import DeskDialog
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.notice import Notice
from reception_app.ui.preferences import Preferences
from reception_app.ui.settings.computer_section import ComputerSection
from reception_app.ui.settings.event_section import EventSection
from reception_app.ui.settings.fee_section import FeeSection
from reception_app.ui.settings.receipt_section import ReceiptSection
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

_WIDEST = 960
_ALL = 1000
"""A section takes all the room there is, up to its widest."""


class SettingsPage(QWidget):
    """Four sections, one at a time.

    `language_chosen` and `theme_chosen` carry what is kept already and must now be applied;
    `copy_asked` asks for a copy of the event.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    copy_asked = Signal()

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__()
        self._workplace = workplace
        self._preferences = preferences
        translate = QCoreApplication.translate
        self.tabs = ChipRow(
            translate("SettingsPage", "Event"),
            translate("SettingsPage", "Fees"),
            translate("SettingsPage", "Receipts"),
            translate("SettingsPage", "This computer"),
        )
        self.event_section = EventSection(workplace)
        self.fees = FeeSection(workplace)
        self.receipts = ReceiptSection(workplace)
        self.computer = ComputerSection(preferences)
        self.notice = Notice(self)
        self._stack = QStackedWidget()
        self._build_layout()
        self._connect()

    def refresh(self) -> None:
        """Read the event again, except where something is written that is not saved."""
        for section in (self.event_section, self.fees, self.receipts):
            if not section.is_changed:
                section.load()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        title = QCoreApplication.translate("SettingsPage", "Settings")
        head.addWidget(Label(title, size=Type.TITLE, bold=True))
        head.addSpacing(theme.GRID)
        head.addWidget(self.tabs, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 0)
        page.setSpacing(theme.GRID * 2)
        page.addLayout(head)
        page.addWidget(self._stack, 1)
        for section in (self.event_section, self.fees, self.receipts, self.computer):
            self._stack.addWidget(_scrolling(section))

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        self.event_section.saved.connect(self._tell_saved)
        self.fees.saved.connect(self._tell_saved)
        self.receipts.saved.connect(self._tell_saved)
        self.fees.charged.connect(self._tell_charged)
        self.computer.theme_chosen.connect(self.theme_chosen)
        self.computer.copy_asked.connect(self.copy_asked)
        self.computer.desk_asked.connect(self._ask_desk)
        self.computer.language_chosen.connect(self._tell_language)

    def _tell_language(self, choice: str) -> None:
        # Later: another language makes this very page anew.
        QTimer.singleShot(0, self, lambda: self.language_chosen.emit(choice))

    def _ask_desk(self) -> None:
        DeskDialog.ask(self._workplace, self._preferences, self)

    def _tell_saved(self) -> None:
        self.notice.tell(QCoreApplication.translate("SettingsPage", "Saved."))

    def _tell_charged(self, count: int) -> None:
        words = QCoreApplication.translate("SettingsPage", "%n guest(s) charged.", "", count)
        self.notice.tell(words)


def _scrolling(section: QWidget) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("scrolled")
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, theme.PAGE_MARGIN)
    section.setMaximumWidth(_WIDEST)
    row.addWidget(section, _ALL)
    row.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    return scroll
