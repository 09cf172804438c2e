"""Writing the books out of the window: where to, how far, and where the file is now."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reception_app.domain.progress import Progress
from reception_app.storage import settings
from reception_app.ui.background import run_long_work
from reception_app.ui.money.tab import file_name
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace


class Export(Enum):
    """What can be written, by the suffix of its file and a word of ours."""

    WORKBOOK = ("workbook", ".xlsx")
    JOURNAL = ("journal", ".csv")
    RECEIPTS = ("receipts", ".pdf")
    UNPAID = ("unpaid", ".xlsx")
    BEANCOUNT = ("beancount", ".beancount")
    HLEDGER = ("hledger", ".hledger")

    @property
    def suffix(self) -> str:
        """The suffix of its file."""
        return self.value[1]


class MoneyExports(QObject):
    """Asks where to, writes beside the window from a snapshot, and tells the outcome.

    `written` carries the `Path` of the file, `refused` the `ReceptionError`.
    """

    written = Signal(object)
    refused = Signal(object)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page

    def ask(self, export: Export) -> None:
        """Let the person choose a place and write there."""
        event_file = self._workplace.event_file
        folder = event_file.path.parent
        title, kind, word = _words(export)
        name = f"{settings.find_event(event_file).name} {word}{export.suffix}"
        proposed = folder / file_name(name)
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, title, str(proposed), f"{kind} (*{export.suffix})"
        )
        if chosen:
            self.write(export, Path(chosen))

    def write(self, export: Export, path: Path) -> None:
        """Write to this file, beside the window."""
        place = path if path.suffix else path.with_suffix(export.suffix)
        caption = filled(QCoreApplication.translate("MoneyExports", "Writing %1…"), place.name)
        run_long_work(
            self._page, caption, self._work(export, place), self.written.emit, self.refused.emit
        )

    def _work(self, export: Export, place: Path) -> Callable[[Progress], Path]:
        snapshot, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def work(progress: Progress) -> Path:
            # Loaded when first used: the page opens faster without the makers of documents.
            from reception_app.services import exports

            match export:
                case Export.WORKBOOK:
                    exports.export_workbook(snapshot, place, now=now, progress=progress)
                case Export.JOURNAL:
                    exports.export_journal_csv(snapshot, place)
                case Export.RECEIPTS:
                    exports.export_receipts(snapshot, place, progress=progress)
                case Export.UNPAID:
                    exports.export_unpaid(snapshot, place, now=now)
                case Export.BEANCOUNT | Export.HLEDGER:
                    exports.export_plain_text(snapshot, place, export.value[0])
            return place

        return work


def show_folder(path: Path) -> None:
    """Open the folder a file lies in with the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _words(export: Export) -> tuple[str, str, str]:
    """The dialog's title, the kind of file, and the word in its proposed name."""
    translate = QCoreApplication.translate
    match export:
        case Export.WORKBOOK:
            return (
                translate("MoneyExports", "Export the ledger workbook"),
                translate("MoneyExports", "Excel workbook"),
                translate("MoneyExports", "ledger"),
            )
        case Export.JOURNAL:
            return (
                translate("MoneyExports", "Export the journal"),
                translate("MoneyExports", "CSV table"),
                translate("MoneyExports", "journal"),
            )
        case Export.BEANCOUNT | Export.HLEDGER:
            return (
                translate("MoneyExports", "Export the journal"),
                translate("MoneyExports", "Plain text"),
                translate("MoneyExports", "journal"),
            )
        case Export.RECEIPTS:
            return (
                translate("MoneyExports", "Export all receipts"),
                translate("MoneyExports", "PDF document"),
                translate("MoneyExports", "receipts"),
            )
        case Export.UNPAID:
            return (
                translate("MoneyExports", "Export the unpaid guests"),
                translate("MoneyExports", "Excel workbook"),
                translate("MoneyExports", "unpaid"),
            )
