"""The side of the door page: counters and the last acts, read again when something changed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_app.ui import theme
from reception_app.ui.door import door_reading
from reception_app.ui.door.arrival_card import ArrivalCard
from reception_app.ui.door.recent_list import RecentList, RecentRow
from reception_app.ui.workplace import Workplace

SIDE_WIDTH = 304 + 2 * theme.GRID
"""The px of the side, its distance from the answer included."""

_AFTER_MS = 30
"""Counters follow the answer after a moment, so that a burst of scans reads them once."""

_EVERY_MS = 30_000


class DoorFigures(QWidget):
    """Counters above, last acts below; it reads only while it is looked at.

    `above` stands over them, such as the camera's picture.
    """

    def __init__(self, workplace: Workplace, above: QWidget) -> None:
        super().__init__()
        self._workplace = workplace
        self.arrivals = ArrivalCard()
        self.recent = RecentList()
        self.rows: tuple[RecentRow, ...] = ()
        self.soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._often = QTimer(self, interval=_EVERY_MS)
        self.setFixedWidth(SIDE_WIDTH)
        side = QVBoxLayout(self)
        side.setContentsMargins(2 * theme.GRID, 0, 0, 0)
        side.setSpacing(2 * theme.GRID)
        side.addWidget(above)
        side.addWidget(self.arrivals)
        side.addWidget(self.recent, 1)
        self._often.timeout.connect(self.read)

    def read(self) -> None:
        """Read counters and last acts again."""
        event, place = self._workplace.event_file, self._workplace
        self.arrivals.show_view(door_reading.read_arrivals(event, place.now()))
        self.rows = door_reading.read_recent(event, place.wording)
        self.recent.show_rows(self.rows)

    def give_way(self, *, out: bool) -> None:
        """Leave all the page to the answer where both do not fit.

        It only gets narrow: a hidden camera would be turned off.
        """
        self.setFixedWidth(0 if out else SIDE_WIDTH)

    def begin(self) -> None:
        """Read now and then from now on."""
        self._often.start()

    def end(self) -> None:
        """Read nothing more: the file may be closed soon."""
        self._often.stop()
        self.soon.stop()

    def last_key(self) -> str:
        """The key of the last act that can be taken back; empty when there is none."""
        return next((row.key for row in self.rows if row.key), "")

    def key_beside(self, key: str, by: int) -> str:
        """The key so many lines below this one, or above; the last or first where there is none."""
        keys = [row.key for row in self.rows if row.key]
        if key not in keys:
            return key
        return keys[min(max(keys.index(key) + by, 0), len(keys) - 1)]
