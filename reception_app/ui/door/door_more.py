"""What the door does beside answering: keys, paper, the scanner, and a guest's name tag.

The page hands over choices and scans; what is not meant for here is handed back.
"""

import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest
from reception_app.domain.progress import Progress
from reception_app.scanning.scanner_habits import NO_HABITS, ScannerHabits
from reception_app.services.guest_list import change_guest
from reception_app.storage import settings
from reception_app.storage.guests import find_guest_row
from reception_app.ui.background import run_long_work
from reception_app.ui.door.door_questions import Way
from reception_app.ui.door.keyboard_map import KeyboardMap
from reception_app.ui.door.name_correction import NameCorrection
from reception_app.ui.door.paper_entry_dialog import PaperEntryDialog
from reception_app.ui.door.scanner_check import ScannerCheck
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

S = TypeVar("S", bound=QDialog)


class TagPrinter(Protocol):
    """Prints name tags beside the door's work, and remembers them as printed."""

    def print_on_admission(self, guest_ids: frozenset[str]) -> None:
        """Print the tags of those who came in and have none, if this desk does so by itself."""

    def print_again(self, guest_ids: frozenset[str]) -> None:
        """Print these tags whether they were printed before or not."""


class DoorMore(QObject):
    """`left` says that something that took the keys is closed, `changed` that a guest was.

    `told` carries words for a notice, `habits_learned` the `ScannerHabits` to undo from now on.
    `tag_printer` prints name tags; without one a tag is written as PDF and shown by whatever the
    system shows PDFs with. `habits` are those learned before.
    """

    left = Signal()
    changed = Signal()
    told = Signal(str)
    habits_learned = Signal(object)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._sheets: dict[type[QDialog], QDialog] = {}
        self.tag_printer: TagPrinter | None = None
        self.habits = NO_HABITS

    @property
    def keys(self) -> KeyboardMap:
        """The sheet of keys."""
        return self._sheet(KeyboardMap, lambda: KeyboardMap(self._page))

    @property
    def paper(self) -> PaperEntryDialog:
        """The dialog for arrivals from paper."""
        return self._sheet(PaperEntryDialog, lambda: PaperEntryDialog(self._workplace, self._page))

    @property
    def scanner(self) -> ScannerCheck:
        """The scanner check."""
        return self._sheet(ScannerCheck, lambda: ScannerCheck(self._page, self.habits))

    def follow(self, way: Way) -> bool:
        """Do what the question under F10 offers; returns whether it was one of those."""
        ways: dict[Way, Callable[[], None]] = {
            Way.QUICK_ENTRY: self.enter_from_paper,
            Way.DOOR_LIST: self.save_door_list,
            Way.SCANNER_CHECK: self.check_scanner,
            Way.PRINT_KEYS: self.save_keys,
        }
        if way in ways:
            ways[way]()
        return way in ways

    def show_keys(self) -> None:
        """Show everything one key does."""
        self.keys.open()

    def enter_from_paper(self) -> None:
        """Take arrivals from paper."""
        self.paper.begin()

    def check_scanner(self) -> None:
        """Let somebody scan the test code."""
        self.scanner.open()

    def hide_sheets(self) -> None:
        """Give way to a scan."""
        for sheet in self._sheets.values():
            sheet.hide()

    def save_door_list(self) -> None:
        """Write the paper door list where the person says, and show it."""
        from reception_app.services.door_list import export_door_list

        title = QCoreApplication.translate("DoorMore", "Paper door list")
        name = settings.find_event(self._workplace.event_file).name
        path = self._ask_place(title, f"{name} {title}.pdf")
        if path is None:
            return
        reading, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def work(progress: Progress) -> Path:
            export_door_list(reading, path, now=now, progress=progress)
            return path

        caption = QCoreApplication.translate("DoorMore", "Writing the door list…")
        run_long_work(self._page, caption, work, _show_file, self._tell_trouble)

    def save_keys(self) -> None:
        """Write the sheet of keys where the person says, and show it."""
        from reception_app.ui.door.door_papers import write_keys

        self._save(QCoreApplication.translate("KeyboardMap", "Keys of the door"), write_keys)

    def _save_test_code(self) -> None:
        from reception_app.ui.door.door_papers import write_test_code

        self._save(QCoreApplication.translate("ScannerCheck", "Test code"), write_test_code)

    def _save(self, title: str, write: Callable[[Path, Wording], None]) -> None:
        path = self._ask_place(title, f"{title}.pdf")
        if path is not None:
            self._write(partial(write, path, self._workplace.wording), path)

    def _write(self, write: Callable[[], object], path: Path) -> None:
        try:
            write()
        except ReceptionError as error:
            self._tell_trouble(error)
        else:
            _show_file(path)

    def _ask_place(self, title: str, name: str) -> Path | None:
        start = self._workplace.event_file.path.parent / name.replace("/", "-")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, str(start), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def _tell_trouble(self, error: ReceptionError) -> None:
        self.told.emit(self._workplace.wording.error(error))

    def _learn(self, habits: ScannerHabits) -> None:
        self.habits = habits
        self.habits_learned.emit(habits)

    def _sheet(self, kind: type[S], make: Callable[[], S]) -> S:
        """The one sheet of this kind, made when first asked for."""
        sheet = self._sheets.get(kind)
        if not isinstance(sheet, kind):
            sheet = make()
            self._sheets[kind] = sheet
            self._connect(sheet)
        return sheet

    def _connect(self, sheet: QDialog) -> None:
        match sheet:
            case KeyboardMap():
                sheet.left.connect(self.left)
            case PaperEntryDialog():
                sheet.left.connect(self.left)
                sheet.entered.connect(self.changed)
            case ScannerCheck():
                sheet.left.connect(self.left)
                sheet.learned.connect(self._learn)
                sheet.print_asked.connect(self._save_test_code)
            case _:
                pass  # a form that is asked and gone

    def print_tag(self, guest: Guest) -> None:
        """Print a guest's name tag, now."""
        if self.tag_printer is not None:
            self.tag_printer.print_again(frozenset({guest.id}))
            return
        try:
            self._show_tag(guest)
        except ReceptionError as error:
            self._tell_trouble(error)
            return
        words = QCoreApplication.translate("DoorPage", "The name tag of %1 is printed.")
        self.told.emit(filled(words, guest.name))
        self.changed.emit()

    def print_on_admission(self, guests: Iterable[Guest]) -> None:
        """Print the tags of those who just came in, where this desk does that."""
        if self.tag_printer is not None:
            self.tag_printer.print_on_admission(frozenset(guest.id for guest in guests))

    def correct_name(self, guest: Guest) -> None:
        """Let a misspelt name be corrected, and print the tag anew."""
        form = NameCorrection(self._page, guest)
        self._sheets[NameCorrection] = form
        corrected = form.corrected()
        del self._sheets[NameCorrection]
        self.left.emit()
        if corrected is None:
            return
        place = self._workplace
        try:
            change_guest(
                place.event_file, guest.id, corrected, now=place.now(), operator=place.operator
            )
        except ReceptionError as error:
            self.told.emit(place.wording.error(error))
            return
        row = find_guest_row(place.event_file, guest.id)
        assert row is not None
        self.print_tag(row.guest)

    def _show_tag(self, guest: Guest) -> None:
        """Write the tag as PDF and show it, to be printed from there."""
        from reception_app.services.name_tags import make_job, print_name_tags

        row = find_guest_row(self._workplace.event_file, guest.id)
        assert row is not None
        folder = Path(tempfile.mkdtemp(prefix="reception-tag-"))
        path = folder / f"{guest.number}.pdf"
        place = self._workplace
        print_name_tags(
            place.event_file,
            path,
            make_job(place.event_file, [row]),
            now=place.now(),
            operator=place.operator,
        )
        _show_file(path)


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
