"""What is done with the guest list as a whole: waiting list, introducers, duplicates, passes."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reception_app.domain.duplicates import Lookalikes
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.services.duplicates import find_duplicates
from reception_app.services.introductions import Introduced, list_introductions
from reception_app.storage.event_file import EventReader
from reception_app.ui.background import run_long_work
from reception_app.ui.guests.duplicates_dialog import DuplicatesDialog
from reception_app.ui.guests.introducers_dialog import IntroducersDialog
from reception_app.ui.guests.passes_dialog import PassesDialog
from reception_app.ui.guests.waiting_dialog import WaitingDialog
from reception_app.ui.parts.label import button_caption
from reception_app.ui.workplace import Workplace

T = TypeVar("T")


class ListTools(QObject):
    """Opens the windows over `page`.

    `changed` tells that guests were changed, `guest_asked` carries the id of one to show.
    `selected` gives the ids of the guests selected on the page.
    """

    changed = Signal()
    guest_asked = Signal(str)

    def __init__(
        self, page: QWidget, workplace: Workplace, selected: Callable[[], frozenset[str]]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._work = workplace
        self._selected = selected

    def offer(self, button: QWidget) -> None:
        """Let a person choose a window in a menu below the button."""
        menu = QMenu(self._page)
        translate = QCoreApplication.translate
        for words, deed in (
            (translate("ListTools", "Waiting list…"), self.open_waiting),
            (translate("ListTools", "Who brought whom…"), self.open_introducers),
            (translate("ListTools", "Possible duplicates…"), self.open_duplicates),
            (translate("ListTools", "Passes…"), self.open_passes),
        ):
            action = QAction(button_caption(words), menu)
            action.triggered.connect(deed)
            menu.addAction(action)
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        menu.deleteLater()

    def open_waiting(self) -> None:
        """See to the waiting list."""
        if WaitingDialog.open_over(self._page, self._work):
            self.changed.emit()

    def open_introducers(self) -> None:
        """Look at who brought whom."""

        def show(lines: tuple[Introduced, ...]) -> None:
            guest = IntroducersDialog.ask(self._page, lines)
            if guest is not None:
                self.guest_asked.emit(guest)

        caption = QCoreApplication.translate("ListTools", "Looking who brought whom…")
        self._look(caption, list_introductions, show)

    def open_duplicates(self) -> None:
        """Say who of those who look alike is one person."""

        def show(found: tuple[Lookalikes, ...]) -> None:
            changed, guest = DuplicatesDialog.open_over(self._page, self._work, found)
            if changed:
                self.changed.emit()
            if guest is not None:
                self.guest_asked.emit(guest)

        caption = QCoreApplication.translate("ListTools", "Looking for duplicates…")
        self._look(caption, find_duplicates, show)

    def _look(
        self, caption: str, find: Callable[[EventReader], T], show: Callable[[T], None]
    ) -> None:
        """Find something in the whole list beside the window, and show it."""
        snapshot = self._work.event_file.snapshot()

        def work(progress: Progress) -> T:
            progress.advance(0, 1)
            found = find(snapshot)
            progress.advance(1, 1)  # whoever pressed Cancel meanwhile sees nothing
            return found

        run_long_work(self._page, caption, work, show, self._tell_nothing)

    def _tell_nothing(self, _error: ReceptionError) -> None:
        """Reading a snapshot can only be cancelled."""

    def open_passes(self) -> None:
        """Write passes."""
        PassesDialog.open_over(self._page, self._work, self._selected())
