"""What the door does beside answering: the sheet of keys, and a guest's name tag.

The page hands over choices and scans; what is not meant for here is handed back.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import Guest
from reception_app.services.guest_list import change_guest
from reception_app.services.name_tags import make_job, print_name_tags
from reception_app.storage.guests import find_guest_row
from reception_app.ui.keyboard_map import KeyboardMap
from reception_app.ui.name_correction import NameCorrection
from reception_app.ui.screen_text import filled
from reception_app.ui.workplace import Workplace

TagPrinter = Callable[[Guest], None]
"""Prints one guest's name tag at once and remembers it; raises `ReceptionError`."""


class DoorMore(QObject):
    """`left` says that something that took the keys is closed, `changed` that a guest was.

    `told` carries words for a notice. `print_tag` prints a name tag; without one it is written as
    PDF and shown by whatever the system shows PDFs with. `on_admission` says whether it is printed
    for everybody who comes in.
    """

    left = Signal()
    changed = Signal()
    told = Signal(str)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._keys: KeyboardMap | None = None
        self._form: NameCorrection | None = None
        self.tag_printer: TagPrinter | None = None
        self.prints_on_admission: Callable[[], bool] | None = None

    def show_keys(self) -> None:
        """Show everything one key does."""
        if self._keys is None:
            self._keys = KeyboardMap(self._page)
            self._keys.left.connect(self.left)
        self._keys.open()

    def hide_sheets(self) -> None:
        """Give way to a scan."""
        for sheet in (self._keys, self._form):
            if sheet is not None:
                sheet.reject()

    def print_tag(self, guest: Guest) -> None:
        """Print a guest's name tag, now."""
        try:
            (self.tag_printer or self._show_tag)(guest)
        except ReceptionError as error:
            self.told.emit(self._workplace.wording.error(error))
            return
        words = QCoreApplication.translate("DoorPage", "The name tag of %1 is printed.")
        self.told.emit(filled(words, guest.name))
        self.changed.emit()

    def print_on_admission(self, guest: Guest) -> None:
        """Print the tag of somebody who just came in, where this desk does that."""
        if self.tag_printer and self.prints_on_admission and self.prints_on_admission():
            self.print_tag(guest)

    def correct_name(self, guest: Guest) -> None:
        """Let a misspelt name be corrected, and print the tag anew."""
        self._form = NameCorrection(self._page, guest)
        corrected = self._form.corrected()
        self._form = None
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
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
