"""Name tags printed one at a time while the door is open, by the printer beside the desk."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from reception_app.documents.label_sheet import (
    SheetLargerThanPaper,
    SheetMeasureImpossible,
    SheetUnknown,
    sheet_from,
)
from reception_app.documents.name_tags import TagLooks, TagPaper
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.services.name_tags import TagJob, make_job, remember_printed
from reception_app.services.tag_designs import (
    DesignUnknown,
    find_design,
    find_looks,
    find_tag_sheet,
)
from reception_app.storage.event_file import EventReader
from reception_app.storage.guests import find_guest_row, is_tag_outdated
from reception_app.ui.background import LongWork
from reception_app.ui.paper.printing import open_printer, print_job, set_paper
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace


class DoorPrinter(QObject):
    """Prints tags beside the window, so the door never waits for a printer.

    `printed` carries the job the printer took, `refused` the error of one that did not.
    `open_named` finds a printer by its name; a test gives a printer that writes a PDF.
    """

    printed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, workplace: Workplace, preferences: Preferences, parent: QObject | None = None, *,
        open_named: Callable[[str], QPrinter] = open_printer,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._workplace = workplace
        self._preferences = preferences
        self._open_named = open_named

    @property
    def is_chosen(self) -> bool:
        """Whether this computer has a printer for the door."""
        return bool(self._preferences.door_printing.printer)

    def print_on_admission(self, guest_ids: frozenset[str]) -> None:
        """Print the tags of those who came in and have none, if this desk does so by itself."""
        if not (self.is_chosen and self._preferences.door_printing.on_admission):
            return
        event = self._workplace.event_file
        self._print(sorted(one for one in guest_ids if is_tag_outdated(event, one)))

    def print_again(self, guest_ids: frozenset[str]) -> None:
        """Print these tags whether they were printed before or not."""
        self._print(sorted(guest_ids))

    def _print(self, guest_ids: Sequence[str]) -> None:
        event = self._workplace.event_file
        rows = [row for one in guest_ids if (row := find_guest_row(event, one))]
        if not rows:
            return
        try:
            printer = self._open_named(self._preferences.door_printing.printer)
            paper = self._paper()
            set_paper(printer, paper.sheet.page)
            job = make_job(event, rows, paper=paper, looks=self._looks(event))
        except ReceptionError as error:
            self.refused.emit(error)
            return

        def work(progress: Progress) -> None:
            print_job(printer, job, progress)

        printing = LongWork(work, QApplication.instance() or self)
        printing.done.connect(lambda _nothing: self._note(job))
        printing.refused.connect(self.refused)
        printing.start()

    def _paper(self) -> TagPaper:
        chosen = self._preferences.door_printing
        try:
            sheet = sheet_from(chosen.sheet)
        except (SheetUnknown, SheetLargerThanPaper, SheetMeasureImpossible):
            sheet = find_tag_sheet(self._workplace.event_file)
        return TagPaper(sheet, cut_marks=False, fit=self._preferences.printer_fit(chosen.printer))

    def _looks(self, event: EventReader) -> TagLooks:
        """The design of the door, or the event's own ones when it is gone."""
        key = self._preferences.door_printing.design
        if not key:
            return find_looks(event)
        try:
            design = find_design(event, key, self._workplace.wording)
        except DesignUnknown:
            return find_looks(event)
        return find_looks(event, design=design)

    def _note(self, job: TagJob) -> None:
        work = self._workplace
        try:
            remember_printed(work.event_file, job, now=work.now(), operator=work.operator)
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.printed.emit(job)
