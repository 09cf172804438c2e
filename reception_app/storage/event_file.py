"""The event file: opening and closing it safely, and acts that are wholly on disk or not at all."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self

import apsw

from reception_app.domain.errors import ReceptionError
from reception_app.domain.fact_chain import Fact
from reception_app.domain.facts import EventCreated
from reception_app.domain.progress import Progress, Silent
from reception_app.storage import (
    copying,
    fact_journal,
    migrating,
    opening,
    projection_seal,
    projections,
    schema,
)
from reception_app.storage.act import Act
from reception_app.storage.event_reader import EventReader, SQLiteValue
from reception_app.storage.fact_journal import FactWriter
from reception_app.storage.file_faults import (
    AlreadyOpen,
    DamagedFile,
    EventDiskFull,
    FileExists,
    FileGone,
    FileMissing,
    FileUnreadable,
    NewerFile,
    NotAnEventFile,
    NotSaved,
    SavingUnsure,
)
from reception_app.storage.reserve import Reserve
from reception_app.storage.transaction import transaction
from reception_app.storage.volume import volume_of

__all__ = [
    "SUFFIX",
    "Act",
    "AlreadyOpen",
    "DamagedFile",
    "EventDiskFull",
    "EventFile",
    "EventReader",
    "FileExists",
    "FileGone",
    "FileMissing",
    "FileUnreadable",
    "NewerFile",
    "NotAnEventFile",
    "NotSaved",
    "SQLiteValue",
    "SavingUnsure",
]

SUFFIX = ".reception"

_DISK_FAULTS = (
    apsw.IOError,
    apsw.FullError,
    apsw.CantOpenError,
    apsw.ReadOnlyError,
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.ConnectionClosedError,
)

_log = logging.getLogger(__name__)


class EventFile(EventReader):
    """An open event file. One process, one connection; nobody else can open it meanwhile.

    `orphan_log` is where a log was put that lay beside the file and belongs to another copy of it.
    """

    def __init__(self, path: Path, db: apsw.Connection, *, orphan_log: Path | None = None) -> None:
        super().__init__(db)
        self.path = path
        self.orphan_log = orphan_log
        self._place = _place_of(path)
        self._reserve = Reserve(path)
        self._reserve.fill()
        self._writer = FactWriter(db, _own_desk(db))
        self._is_cut_off = False
        self._has_no_room = False

    @classmethod
    def create(cls, path: Path, created: EventCreated, *, now: datetime) -> Self:
        """Make a new event file whose first fact is `created`, and its folder where needed.

        The file appears at `path` only when it is complete.

        Raises:
            FileExists: something is there already, or what an earlier file left there.
            FileUnreadable: the folder can't be written.
            EventDiskFull: there is no room.
            OnNetworkShare, InSyncedFolder: the place is not safe for a database.
        """
        path = path.absolute()
        volume_of(path)
        try:
            for taken in (path, opening.write_ahead_log(path)):
                if taken.exists():
                    raise FileExists(taken)
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileUnreadable(path.parent) from error
        with copying.written_beside(path) as draft:
            db = apsw.Connection(str(draft))
            try:
                db.pragma("application_id", schema.APPLICATION_ID)
                with transaction(db):
                    for step in schema.migrations():
                        db.execute(step)
                    projections.create(db)
                    db.pragma("user_version", schema.current_version())
                    db.execute("INSERT INTO local VALUES ('desk', ?)", (secrets.token_hex(4),))
                    writer = FactWriter(db, _own_desk(db))
                    Act(writer, EventReader(db), now=now, actor="").record(created)
            finally:
                db.close()
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an event file for reading and writing, after checking all of it.

        A file that is refused was not changed.

        Raises:
            FileMissing, FileUnreadable, NotAnEventFile, DamagedFile, NewerFile, AlreadyOpen,
            OnNetworkShare, InSyncedFolder: what is wrong with it.
        """
        path = path.absolute()
        header = opening.read_header(path)
        volume = volume_of(path)
        orphan_log = opening.set_orphan_log_aside(path, header)
        db = opening.connect(path)
        try:
            version = opening.version_of(path, db)
            if version < schema.current_version():
                migrating.migrate(path, db, version)
                db = opening.connect(path)
            projections_are_right = opening.verify(path, db)
            opening.start_writing(db, volume)
            if not projections_are_right:
                _log.warning("the derived tables were not what the facts say; they are made anew")
                _derive_anew(db, Silent())
            return cls(path, db, orphan_log=orphan_log)
        except BaseException as error:
            with suppress(apsw.Error):
                db.close()
            if isinstance(error, apsw.FullError):
                raise EventDiskFull(path) from error
            if isinstance(error, apsw.CorruptError | apsw.NotADBError):
                raise DamagedFile(path) from error
            if isinstance(error, _DISK_FAULTS):
                raise FileUnreadable(path) from error
            raise

    @contextmanager
    def act(self, *, now: datetime, actor: str) -> Iterator[Act]:
        """Record what one action of a person means; leaving the block makes it durable.

        When the block ends without error its facts are on the disk. When it ends with one, nothing
        of it is, except for `SavingUnsure`, which says that nobody can know before the file can be
        read again.

        Raises:
            EventDiskFull, NotSaved, FileGone, DamagedFile: nothing of the act was saved.
            SavingUnsure: the disk failed in the very moment of saving, and again after it.
        """
        if self._is_cut_off:
            self._connect_again()
        tip, db = self._writer.tip(), self.db
        act = Act(self._writer, self, now=now, actor=actor)
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield act
            self._commit(act)
            if self._has_no_room:
                # A log that grew until nothing fits could not be brought into the file any more.
                self.rest()
        except _DISK_FAULTS as error:
            self._roll_back(tip)
            fault = self._fault_of(error)
            if self.db is db:
                # The next act needs a connection that has not seen the fault.
                with suppress(ReceptionError):
                    self._connect_again()
            raise fault from error
        except BaseException:
            self._roll_back(tip)
            raise

    def rebuild(self, progress: Progress | None = None) -> int:
        """Derive all tables from the facts again; returns how many facts were replayed.

        Raises:
            Cancelled: everything is as it was.
        """
        return _derive_anew(self.db, progress or Silent())

    def compact(self) -> None:
        """Write the whole file anew, so that nothing overwritten is left anywhere in it.

        Raises:
            EventDiskFull, NotSaved, FileGone, DamagedFile: it was not; nothing is lost.
        """
        try:
            self._stand_in_place()
            self.db.execute("VACUUM")
        except _DISK_FAULTS as error:
            raise self._fault_of(error) from error
        self.rest()

    def rest(self) -> None:
        """Bring the write-ahead log into the file; call it when nothing happens for a second.

        Where the disk refuses, all stays safe in the log and the next rest tries again.
        """
        with suppress(apsw.BusyError, apsw.LockedError, *_DISK_FAULTS):
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close, leaving one plain file without companions."""
        with suppress(apsw.Error):
            projection_seal.set_seal(self.db)
        with suppress(apsw.Error):
            self.rest()
            if _place_of(self.path) == self._place:
                self.db.pragma("synchronous", "EXTRA")
                self.db.pragma("journal_mode", "DELETE")
            else:
                # The names beside the old place may be another file's by now.
                self.db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        with suppress(*_DISK_FAULTS):
            self.db.close()
        self._reserve.empty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _commit(self, act: Act) -> None:
        if act.last_fact is None:
            self.db.execute("COMMIT")
            return
        self._stand_in_place()
        try:
            self.db.execute("COMMIT")
        except _DISK_FAULTS as error:
            # A failed sync may have reached the disk all the same: only the file itself knows.
            if isinstance(error, apsw.FullError):
                self._give_up_reserve()
            if not self._arrived(act.last_fact):
                raise
        self._stand_in_place()

    def _stand_in_place(self) -> None:
        """Make sure that the open file still is the one people see at its path."""
        if _place_of(self.path) != self._place:
            raise FileGone(self.path)

    def _arrived(self, fact: Fact) -> bool:
        """Whether a fact is in the file after its COMMIT failed; if so it is on the disk now."""
        try:
            self._connect_again()
            found = self.db.execute("SELECT 1 FROM fact WHERE id = ?", (fact.id,)).fetchone()
            if found:
                # What the failed sync left in the system's memory only is written once more.
                self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (NotSaved, AlreadyOpen, *_DISK_FAULTS) as error:
            raise SavingUnsure(self.path) from error
        return bool(found)

    def _connect_again(self) -> None:
        """Open the file afresh after a fault.

        Raises:
            NotSaved, FileGone, AlreadyOpen: it can't be opened now; the next act tries again.
        """
        self._is_cut_off = True
        self._stand_in_place()
        with suppress(apsw.Error):
            self.db.close()
        try:
            db = opening.connect(self.path)
        except (FileUnreadable, DamagedFile) as error:
            raise NotSaved(self.path) from error
        try:
            opening.start_writing(db, volume_of(self.path))
            self._writer = FactWriter(db, self._writer.desk)
        except _DISK_FAULTS as error:
            with suppress(apsw.Error):
                db.close()
            raise NotSaved(self.path) from error
        self.db, self._is_cut_off = db, False

    def _give_up_reserve(self) -> None:
        self._reserve.empty()
        self._has_no_room = True

    def _roll_back(self, tip: tuple[int, str, str]) -> None:
        with suppress(apsw.Error):
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
        self._writer.restore(tip)

    def _fault_of(self, error: Exception) -> ReceptionError:
        """The expected error for a disk that failed in the middle of an act."""
        if isinstance(error, apsw.FullError):
            self._give_up_reserve()
            return EventDiskFull(self.path)
        if _place_of(self.path) != self._place:
            return FileGone(self.path)
        if isinstance(error, apsw.CorruptError | apsw.NotADBError):
            return DamagedFile(self.path)
        return NotSaved(self.path)


def _place_of(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _own_desk(db: apsw.Connection) -> str:
    desk = fact_journal.desk_of(db)
    assert desk is not None
    return desk


def _derive_anew(db: apsw.Connection, progress: Progress) -> int:
    with transaction(db):
        # First what is foreign goes: a trigger of somebody else's must not see us write.
        replayed = fact_journal.rebuild(db, progress.advance)
        projection_seal.break_seal(db)
        return replayed
