"""What every page works with: the open event, who works at which desk, the words and the clock."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from reception_app.domain.event import Desk
from reception_app.storage.event_file import EventFile
from reception_app.wording import Wording


def wall_clock() -> datetime:
    """Now, with the offset of this computer's time zone."""
    return datetime.now().astimezone()


class Workplace(QObject):
    """The open event file and the desk at which this window stands.

    `desk` is None until somebody has said who works here; `changed` tells the other pages that
    something was recorded, so that they read again when they are next shown.
    """

    changed = Signal()
    desk_changed = Signal()

    def __init__(
        self, event_file: EventFile, wording: Wording, *, clock: Callable[[], datetime] = wall_clock
    ) -> None:
        super().__init__()
        self.event_file = event_file
        self.wording = wording
        self.now = clock
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk | None:
        """Where and by whom acts are done here."""
        return self._desk

    @property
    def operator(self) -> str:
        """The id of who works here; empty while nobody has said, as when an event is prepared."""
        return self._desk.operator if self._desk else ""

    def work_at(self, desk: Desk) -> None:
        """Note who works at which desk from now on."""
        self._desk = desk
        self.desk_changed.emit()
