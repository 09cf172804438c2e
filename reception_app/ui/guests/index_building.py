"""Builds the index of guests while nobody waits, so that searching never has to."""

from PySide6.QtCore import QObject, QTimer

from reception_app.ui.workplace import Workplace


class IndexBuilding(QObject):
    """Takes a step whenever the window has nothing else to do, until every guest is in the index.

    A scan, a key or a repaint comes in between; until the index is ready, searches read the list.
    """

    def __init__(self, parent: QObject, workplace: Workplace) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._step)
        workplace.changed.connect(self.begin)

    def begin(self) -> None:
        """Build what is missing, from the next idle moment on."""
        self._idle.start()

    def _step(self) -> None:
        if not self._workplace.event_file.build_guest_index():
            self._idle.stop()
