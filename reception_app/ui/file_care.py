"""The care for the open event file: rest when idle, backups while it changes, early warnings."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.storage.backup import Backup, keep_backup, list_backups
from reception_app.storage.event_log import latest_moment
from reception_app.ui.background import LongWork
from reception_app.ui.workplace import Workplace

REST_AFTER_MS = 1000
LOOK_EVERY_MS = 30_000
BACKUP_EVERY = timedelta(minutes=3)
_CLOCKS_DIFFER = timedelta(minutes=1)
FEW_BYTES = 200 * 1024 * 1024
"""Below this much free room the disk is said to be nearly full."""


class FileCare(QObject):
    """Looks after the file while its window is open; `changed` tells that something is new.

    Attributes:
        backup: the last good copy, None when there is none yet.
        trouble: why the last backup failed, None when it did not.
        clock_behind: when the last entry was made, where the computer's clock shows an earlier time
            than that; None while the clock is right.
        free_bytes: how much room the file's disk has, None when the file is not to be found.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, folder: Path) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._folder = folder
        self._changes = 0
        self._saved_changes = 0
        self._working = False
        self._was_changed = False
        known = list_backups(workplace.event_file, folder)
        self.backup: Backup | None = known[0] if known else None
        if self.backup is None:
            self._changes = 1  # what the file holds already was never copied
        self.trouble: ReceptionError | None = None
        self.clock_behind: datetime | None = None
        self.free_bytes: int | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_AFTER_MS)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._rest.timeout.connect(workplace.event_file.rest)
        self._look.timeout.connect(self.look)
        workplace.changed.connect(self._note_change)
        self._look.start()
        self._measure()

    @property
    def is_disk_nearly_full(self) -> bool:
        """Whether it is time to make room."""
        return self.free_bytes is not None and self.free_bytes < FEW_BYTES

    def look(self) -> None:
        """See how things stand, and make a backup when one is due."""
        self._measure()
        now = self._workplace.now()
        waiting = self._changes > self._saved_changes
        if waiting and not self._working and self._is_due(now):
            self._start_backup(now)
        self.changed.emit()

    def stop(self) -> None:
        """Make a last backup of what changed; the file is about to be closed."""
        self._rest.stop()
        self._look.stop()
        # A backup under way takes a moment; it must not report to what is gone.
        QThreadPool.globalInstance().waitForDone()
        if self._was_changed and self._changes > self._saved_changes:
            with suppress(ReceptionError):  # the event itself is safe, and the light was red before
                keep_backup(self._workplace.event_file, self._folder, now=self._workplace.now())

    def _is_due(self, now: datetime) -> bool:
        return self.backup is None or abs(now - self.backup.at) >= BACKUP_EVERY

    def _start_backup(self, now: datetime) -> None:
        self._working = True
        changes = self._changes
        folder, snapshot = self._folder, self._workplace.event_file.snapshot()

        def work(_progress: Progress) -> tuple[Backup, int]:
            return keep_backup(snapshot, folder, now=now), changes

        copying = LongWork(work, self)
        copying.done.connect(self._note_backup)
        copying.refused.connect(self._note_trouble)
        copying.start()

    def _note_change(self) -> None:
        self._changes += 1
        self._was_changed = True
        self._rest.start()

    def _note_backup(self, result: tuple[Backup, int]) -> None:
        self.backup, self._saved_changes = result
        self.trouble = None
        self._working = False
        self.changed.emit()

    def _note_trouble(self, error: ReceptionError) -> None:
        self.trouble = error
        self._working = False
        self.changed.emit()

    def _measure(self) -> None:
        path = self._workplace.event_file.path
        try:
            self.free_bytes = shutil.disk_usage(path.parent).free if path.exists() else None
        except OSError:
            self.free_bytes = None
        self._compare_clock()

    def _compare_clock(self) -> None:
        """Notice a clock that was set back: its times would tell the evening in a wrong order."""
        try:
            latest = latest_moment(self._workplace.event_file)
        except ReceptionError:
            return  # the file's own trouble is told where it is met
        now = self._workplace.now()
        is_behind = latest is not None and now < latest - _CLOCKS_DIFFER
        self.clock_behind = latest if is_behind else None
