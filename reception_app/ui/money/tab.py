"""What every tab of the money page is: a part that reads the books and tells what was done."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reception_app.domain.event import Desk
from reception_app.domain.progress import Progress
from reception_app.storage.event_file import EventReader
from reception_app.ui.background import run_long_work
from reception_app.ui.door.desk_dialog import DeskDialog
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

Write = Callable[[EventReader, Path, Progress], object]
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class MoneyTab(QWidget):
    """A tab of the money page. It is made when first shown; the page then calls `refresh()`.

    `acted` says in words that something was recorded: the page tells the others, reads this tab
    again and shows the words; `recorded` says it of a tab that has caught up by itself. `told` only
    shows words, `refused` carries the `ReceptionError` that stopped an act. `guest_asked` carries
    the id of a guest to show, `tab_asked` the key of another tab, `written` the `Path` of a file.
    """

    acted = Signal(str)
    recorded = Signal()
    told = Signal(str)
    refused = Signal(object)
    guest_asked = Signal(str)
    tab_asked = Signal(str)
    written = Signal(object)

    def __init__(self, workplace: Workplace, preferences: Preferences) -> None:
        super().__init__()
        self.workplace = workplace
        self.preferences = preferences

    def refresh(self) -> None:
        """Read everything this tab shows again."""
        raise NotImplementedError

    def desk(self) -> Desk | None:
        """Who acts; asked for when nobody has said yet, None when they would rather not."""
        if self.workplace.desk is not None:
            return self.workplace.desk
        return DeskDialog.ask(self.workplace, self.preferences, self)

    def write_file(
        self, name: str, kind: str, write: Write, then: Callable[[], None] | None = None
    ) -> None:
        """Let the person choose a place, and write there beside the window from a snapshot.

        Args:
            name: the proposed name with its suffix, without the event's.
            kind: what kind of file it is, in words.
            write: gets the snapshot, the place and a `Progress`, on another thread.
            then: called on the window's thread when the file is there.
        """
        event_file = self.workplace.event_file
        proposed = event_file.path.parent / file_name(f"{event_file.path.stem} {name}")
        suffix = proposed.suffix
        title = QCoreApplication.translate("MoneyTab", "Save as")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(proposed), f"{kind} (*{suffix})")
        if chosen:
            place = Path(chosen)
            self.write_to(place if place.suffix else place.with_suffix(suffix), write, then)

    def write_to(self, place: Path, write: Write, then: Callable[[], None] | None = None) -> None:
        """Write to this file, beside the window; see `write_file`."""
        snapshot = self.workplace.event_file.snapshot()

        def work(progress: Progress) -> Path:
            write(snapshot, place, progress)
            return place

        def done(path: Path) -> None:
            if then is not None:
                then()
            self.written.emit(path)

        caption = filled(QCoreApplication.translate("MoneyTab", "Writing %1…"), place.name)
        run_long_work(self, caption, work, done, self.refused.emit)


def file_name(name: str) -> str:
    """The name without the signs that some systems forbid in file names."""
    return _NOT_IN_FILE_NAMES.sub("_", name)
