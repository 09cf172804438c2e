"""The reports tab 報告書: each paper as it will be printed, saved as PDF or CSV, and the seal."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTemporaryDir, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from reception_app.documents.page_picture import PagePicture
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled, Progress
from reception_app.storage import settings
from reception_app.storage.event_file import EventReader
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.money.seal_card import SealCard
from reception_app.ui.money.tab import MoneyTab
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.tags.sheet_view import SheetView
from reception_app.ui.workplace import Workplace

REPORTS = (
    "settlement", "budget", "fees", "tenders", "cash-book", "bank-book", "trial-balance", "ledger",
    "corrections", "evidence",
)  # fmt: skip
"""The values of `services.reports.catalogue.ReportKind`, which takes longer to load."""

_LIST_WIDTH, _LINE = 264, 34
_PICTURE_WIDTH = 1100
"""Pages are drawn this wide, in px, and scaled down sharp."""

_LANGUAGES = ("ja", "en")


class ReportsTab(MoneyTab):
    """A list of papers, the chosen one on show, and what can be done with it."""

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__(workplace, preferences)
        translate = QCoreApplication.translate
        self.list = QListWidget()
        self.sheet = SheetView()
        self.languages = ChipRow("日本語", "English")
        self.save_pdf = ActionButton(
            translate("ReportsTab", "Save PDF…"), key="Ctrl+S", primary=True, height=36
        )
        self.save_csv = ActionButton(translate("ReportsTab", "CSV…"), height=36)
        self.earlier = ActionButton("‹", height=36)
        self.later = ActionButton("›", height=36)
        self.page_words = Label(tone="muted")
        self.seal = SealCard(workplace)
        self._folder = QTemporaryDir()
        self._page, self._pages = 0, 0
        # The list can be run through with the arrows without making every paper on the way.
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._build_layout()
        self._connect()

    @property
    def chosen(self) -> str:
        """The report on show, as the command line calls it."""
        return REPORTS[max(self.list.currentRow(), 0)]

    @property
    def language(self) -> str:
        """The language of the paper."""
        return _LANGUAGES[self.languages.current]

    def refresh(self) -> None:
        """Make the paper on show again, and read whether the books are sealed."""
        self.seal.refresh()
        self._show_report()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        words = self.workplace.wording
        for kind in REPORTS:
            title = words.text("report", f"title_{kind.replace('-', '_')}")
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, _LINE))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(translate("ReportsTab", "Reports"))
        event_language = settings.find_event(self.workplace.event_file).language
        self.languages.choose(_LANGUAGES.index(event_language))
        side = Card()
        side.body.addWidget(Label(translate("ReportsTab", "Reports"), bold=True))
        side.body.addWidget(self.list, 1)
        aside = QVBoxLayout()
        aside.setSpacing(theme.GRID * 2)
        aside.addWidget(side, 1)
        aside.addWidget(self.seal)
        side.setFixedWidth(_LIST_WIDTH)
        self.seal.setFixedWidth(_LIST_WIDTH)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self.languages)
        head.addStretch()
        head.addWidget(self.page_words)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        head.addWidget(self.save_csv)
        head.addWidget(self.save_pdf)
        paper = Card()
        paper.body.addLayout(head)
        paper.body.addWidget(self.sheet, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        row.addLayout(aside)
        row.addWidget(paper, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._soon.start)
        self.languages.chosen.connect(self._soon.start)
        self._soon.timeout.connect(self._show_report)
        self.save_pdf.clicked.connect(self._ask_pdf)
        self.save_csv.clicked.connect(self._ask_csv)
        self.earlier.clicked.connect(self._show_earlier)
        self.later.clicked.connect(self._show_later)
        for key, turn in (
            (Qt.Key.Key_PageUp, self._show_earlier), (Qt.Key.Key_PageDown, self._show_later),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(turn)
        self.seal.acted.connect(self.acted)
        self.seal.told.connect(self.told)
        self.seal.refused.connect(self.refused)

    def _show_report(self) -> None:
        self._page = 0
        if not self.sheet.has_picture:
            self.sheet.show_words(QCoreApplication.translate("ReportsTab", "Making the report…"))
        self._make(self._draft, self._note_made)

    @property
    def _draft(self) -> Path:
        return Path(self._folder.path()) / f"{self.chosen}-{self.language}.pdf"

    def _make(self, path: Path, done: Callable[[tuple[Path, int]], None]) -> None:
        """Write the chosen report to a file, beside the window."""
        snapshot, now = self.workplace.event_file.snapshot(), self.workplace.now()
        chosen, language = self.chosen, self.language

        def work(progress: Progress) -> tuple[Path, int]:
            from reception_app.services.reports.catalogue import ReportKind, export_report

            pages = export_report(
                snapshot, ReportKind(chosen), path, now=now, language=language, progress=progress
            )
            return path, pages

        caption = QCoreApplication.translate("ReportsTab", "Making the report…")
        run_long_work(self, caption, work, done, self._note_refused)

    def _note_made(self, made: tuple[Path, int]) -> None:
        path, self._pages = made
        if path == self._draft:  # another was chosen meanwhile
            self._show_page()

    def _note_refused(self, error: ReceptionError) -> None:
        if not isinstance(error, Cancelled):
            self.refused.emit(error)

    def _show_page(self) -> None:
        from reception_app.documents.page_picture import page_picture

        picture: PagePicture = page_picture(self._draft, width=_PICTURE_WIDTH, page=self._page)
        self.sheet.show_picture(picture)
        words = QCoreApplication.translate("ReportsTab", "Page %1 of %2")
        self.page_words.setText(filled(words, self._page + 1, self._pages))
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page + 1 < self._pages)

    def _show_earlier(self) -> None:
        if self._page > 0:
            self._page -= 1
            self._show_page()

    def _show_later(self) -> None:
        if self._page + 1 < self._pages:
            self._page += 1
            self._show_page()

    def _ask_pdf(self) -> None:
        self._ask(".pdf", QCoreApplication.translate("ReportsTab", "PDF document"))

    def _ask_csv(self) -> None:
        self._ask(".csv", QCoreApplication.translate("ReportsTab", "CSV table"))

    def _ask(self, suffix: str, kind: str) -> None:
        chosen, language, now = self.chosen, self.language, self.workplace.now()

        def write(event: EventReader, place: Path, progress: Progress) -> None:
            from reception_app.services.reports.catalogue import ReportKind, export_report

            export_report(
                event, ReportKind(chosen), place, now=now, language=language, progress=progress
            )

        self.write_file(f"{self.list.currentItem().text()}{suffix}", kind, write)
