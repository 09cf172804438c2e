"""The event file: opening and closing it safely, and acts that are wholly on disk or not at all."""

import os
import secrets
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

import apsw

from reception_app.domain.errors import ReceptionError
from reception_app.domain.facts import EventCreated, Fact, Payload
from reception_app.domain.progress import Progress
from reception_app.storage import fact_journal, projections, schema
from reception_app.storage.fact_journal import FactWriter
from reception_app.storage.reserve import Reserve
from reception_app.storage.volume import Volume, volume_of

SUFFIX = ".reception"
SQLiteValue = str | int | float | bytes | None
"""What a cell of a query's row can be."""

OLDEST_SQLITE = (3, 51, 3)
"""SQLite before 3.51.3 can lose a committed transaction when a WAL file is reset."""

_HEADER = struct.Struct(">16s44xI4xI")
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_CHECKPOINT_PAGES = 0


@dataclass(eq=False)
class FileMissing(ReceptionError):
    """There is no event file at this place."""

    path: Path


@dataclass(eq=False)
class FileExists(ReceptionError):
    """A new event was to be written where a file is already."""

    path: Path


@dataclass(eq=False)
class FileUnreadable(ReceptionError):
    """The operating system does not let us read or write the file or its folder."""

    path: Path


@dataclass(eq=False)
class NotAnEventFile(ReceptionError):
    """The file was made by another program, or is empty."""

    path: Path


@dataclass(eq=False)
class DamagedFile(ReceptionError):
    """The file is ours but parts of it are missing or were changed by something else."""

    path: Path


@dataclass(eq=False)
class NewerFile(ReceptionError):
    """The file was written by a newer version of the program; it was left untouched."""

    path: Path
    version: int


@dataclass(eq=False)
class AlreadyOpen(ReceptionError):
    """Another window has the file open."""

    path: Path


@dataclass(eq=False)
class EventDiskFull(ReceptionError):
    """The disk is full; the act was not saved, everything before it was."""

    path: Path


@dataclass(eq=False)
class NotSaved(ReceptionError):
    """Writing failed; the act was not saved, everything before it was."""

    path: Path


@dataclass(eq=False)
class FileGone(ReceptionError):
    """The event file is no longer at its place: the stick was pulled or the file was moved."""

    path: Path


class EventReader:
    """Something the queries can read: the live event file, or a snapshot of it."""

    def __init__(self, db: apsw.Connection) -> None:
        self.db = db

    def snapshot(self) -> "EventReader":
        """A copy in memory as of now, for long reads; other threads may use it."""
        copy = apsw.Connection(":memory:")
        with copy.backup("main", self.db, "main") as backup:
            while not backup.done:
                backup.step(-1)
        return EventReader(copy)


class Act:
    """One action of a person, while it is being recorded."""

    def __init__(self, writer: FactWriter, *, now: datetime, actor: str) -> None:
        self._writer = writer
        self.now = now
        self.actor = actor
        self.last_fact: Fact | None = None

    def record(
        self, payload: Payload, *, subject: str = "", personal: Mapping[str, str] | None = None
    ) -> Fact:
        """Append a fact. `personal` are values of the person `subject`, kept apart from it."""
        self.last_fact = self._writer.append(
            payload, now=self.now, actor=self.actor, subject=subject, personal=personal or {}
        )
        return self.last_fact


class EventFile(EventReader):
    """An open event file. One process, one connection; nobody else can open it meanwhile."""

    def __init__(self, path: Path, db: apsw.Connection) -> None:
        super().__init__(db)
        self.path = path
        self._place = _place_of(path)
        self._reserve = Reserve(path)
        self._reserve.fill()
        self._writer = FactWriter(db, _desk_id(db))

    @classmethod
    def create(cls, path: Path, created: EventCreated, *, now: datetime) -> Self:
        """Make a new event file whose first fact is `created`.

        The file appears at `path` only when it is complete.

        Raises:
            FileExists: something is there already.
            FileUnreadable: the folder can't be written.
            OnNetworkShare, InSyncedFolder: the place is not safe for a database.
        """
        if path.exists():
            raise FileExists(path)
        volume_of(path)
        draft = path.with_name(f"{path.name}-new")
        draft.unlink(missing_ok=True)
        try:
            db = apsw.Connection(str(draft))
            db.pragma("application_id", schema.APPLICATION_ID)
            with db:
                for step in schema.migrations():
                    db.execute(step)
                projections.create(db)
                db.pragma("user_version", schema.current_version())
                db.execute("INSERT INTO local VALUES ('desk', ?)", (secrets.token_hex(4),))
                writer = FactWriter(db, _desk_id(db))
                Act(writer, now=now, actor="").record(created)
            db.close()
            draft.rename(path)
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError, OSError) as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise FileUnreadable(path.parent) from error
        except apsw.FullError as error:
            draft.unlink(missing_ok=True)
            raise EventDiskFull(path) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an event file for reading and writing, after checking all of it.

        Raises:
            FileMissing, FileUnreadable, NotAnEventFile, DamagedFile, NewerFile, AlreadyOpen,
            OnNetworkShare, InSyncedFolder: what is wrong with it; nothing was changed.
        """
        version = _read_header(path)
        volume = volume_of(path)
        db = _connect(path, volume)
        try:
            if version < schema.current_version():
                _migrate(path, db, version)
            _verify(path, db)
        except BaseException:
            db.close()
            raise
        return cls(path, db)

    @contextmanager
    def act(self, *, now: datetime, actor: str) -> Iterator[Act]:
        """Record what one action of a person means; leaving the block makes it durable.

        When the block ends without error its facts are on the disk. When it ends with one, nothing
        of it is.

        Raises:
            EventDiskFull, NotSaved, FileGone: nothing of the act was saved.
        """
        tip = self._writer.tip()
        act = Act(self._writer, now=now, actor=actor)
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield act
            self._commit(act)
        except apsw.Error as error:
            self._roll_back(tip)
            raise self._sentence_of(error) from error
        except BaseException:
            self._roll_back(tip)
            raise

    def rebuild(self, progress: Progress) -> int:
        """Drop the derived tables and replay all facts, in one transaction; returns how many.

        Raises:
            Cancelled: the tables are as they were.
        """
        with self.db:
            return fact_journal.rebuild(self.db, progress.advance)

    def rest(self) -> None:
        """Bring the write-ahead log into the file; call it when nothing happens for a second."""
        with suppress(apsw.BusyError, apsw.LockedError):
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close, leaving one plain file without companions."""
        with suppress(apsw.Error):
            self.rest()
            self.db.pragma("journal_mode", "DELETE")
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
        if _place_of(self.path) != self._place:
            raise FileGone(self.path)
        try:
            self.db.execute("COMMIT")
        except (apsw.IOError, apsw.FullError):
            # A failed sync may have reached the disk all the same: only the file itself knows.
            if not self._reopen_and_find(act.last_fact):
                raise
        if _place_of(self.path) != self._place:
            raise FileGone(self.path)

    def _reopen_and_find(self, fact: Fact) -> bool:
        with suppress(apsw.Error):
            self.db.execute("ROLLBACK")
        self.db.close()
        self.db = _connect(self.path, volume_of(self.path))
        self._writer = FactWriter(self.db, self._writer.desk)
        return bool(self.db.execute("SELECT 1 FROM fact WHERE id = ?", (fact.id,)).fetchone())

    def _roll_back(self, tip: tuple[int, str, str]) -> None:
        with suppress(apsw.Error):
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
        self._writer.restore(tip)

    def _sentence_of(self, error: apsw.Error) -> ReceptionError | apsw.Error:
        """The expected error this is, or the bug itself."""
        if isinstance(error, apsw.FullError):
            self._reserve.empty()
            return EventDiskFull(self.path)
        if isinstance(error, apsw.IOError | apsw.CantOpenError | apsw.ReadOnlyError):
            return NotSaved(self.path) if self.path.exists() else FileGone(self.path)
        return error


def _place_of(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _desk_id(db: apsw.Connection) -> str:
    return str(db.execute("SELECT value FROM local WHERE key = 'desk'").get)


def _read_header(path: Path) -> int:
    """The schema version of the file, read from its first bytes without opening a database."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        raise FileMissing(path) from None
    except OSError as error:
        raise FileUnreadable(path) from error
    if len(header) < _HEADER_BYTES:
        raise NotAnEventFile(path)
    magic, version, application_id = _HEADER.unpack_from(header)
    if magic != _MAGIC or application_id != schema.APPLICATION_ID:
        raise NotAnEventFile(path)
    if version > schema.current_version():
        raise NewerFile(path, version)
    return int(version)


def _connect(path: Path, volume: Volume) -> apsw.Connection:
    """A connection that holds the file for itself, set up to lose nothing."""
    assert tuple(int(n) for n in apsw.sqlite_lib_version().split(".")) >= OLDEST_SQLITE
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        db.set_busy_timeout(0)
        db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        stick = volume is Volume.STICK
        for pragma in (
            "locking_mode = EXCLUSIVE",
            f"journal_mode = {'DELETE' if stick else 'WAL'}",
            f"synchronous = {'EXTRA' if stick else 'FULL'}",
            "foreign_keys = ON",
            "recursive_triggers = ON",
            "cell_size_check = ON",
            "mmap_size = 0",
            "temp_store = MEMORY",
            "secure_delete = ON",
            f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
        ):
            db.execute(f"PRAGMA {pragma}")
        if sys.platform == "darwin":
            db.execute("PRAGMA fullfsync = ON")
            db.execute("PRAGMA checkpoint_fullfsync = ON")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except (apsw.BusyError, apsw.LockedError) as error:
        raise AlreadyOpen(path) from error
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise FileUnreadable(path) from error
    except (apsw.NotADBError, apsw.CorruptError, apsw.IOError) as error:
        raise DamagedFile(path) from error
    if not os.access(path, os.W_OK):
        db.close()
        raise FileUnreadable(path)
    db.set_busy_timeout(2000)
    return db


def _verify(path: Path, db: apsw.Connection) -> None:
    """Raise DamagedFile unless schema, pages, keys and hash chain are all as they must be."""
    try:
        sound = (
            schema.objects(db) == schema.all_objects()
            and db.pragma("quick_check") == "ok"
            and not db.execute("PRAGMA foreign_key_check").fetchall()
            and fact_journal.broken_link(db) is None
        )
    except (apsw.Error, UnicodeDecodeError, ValueError) as error:
        raise DamagedFile(path) from error
    if not sound:
        raise DamagedFile(path)


def _migrate(path: Path, db: apsw.Connection, version: int) -> None:
    """Bring an older file up to date; a copy as it was stays beside it."""
    try:
        kept = schema.kept_objects(version)
        if any(schema.objects(db).get(name) != sql for name, sql in kept.items()):
            raise DamagedFile(path)
        backup = path.with_name(f"{path.stem}.v{version:04}{SUFFIX}-before-update")
        save_copy(db, backup)
        with db:
            for step in schema.migrations()[version:]:
                db.execute(step)
            fact_journal.rebuild(db, lambda _done, _known: None)
            db.pragma("user_version", schema.current_version())
    except (apsw.Error, UnicodeDecodeError, ValueError) as error:
        raise DamagedFile(path) from error


def save_copy(db: apsw.Connection, target: Path) -> None:
    """Write a checked copy of the database to `target`, whole or not at all.

    Raises:
        FileUnreadable: the place can't be written.
        EventDiskFull: there is no room for it.
    """
    draft = target.with_name(f"{target.name}-new")
    try:
        draft.unlink(missing_ok=True)
        copy = apsw.Connection(str(draft))
        try:
            with copy.backup("main", db, "main") as backup:
                while not backup.done:
                    backup.step(-1)
            copy.pragma("journal_mode", "DELETE")
            if copy.pragma("quick_check") != "ok" or fact_journal.broken_link(copy) is not None:
                raise DamagedFile(target)
        finally:
            copy.close()
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except apsw.FullError as error:
        draft.unlink(missing_ok=True)
        raise EventDiskFull(target) from error
    except (apsw.CantOpenError, apsw.IOError, apsw.ReadOnlyError, OSError) as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise FileUnreadable(target.parent) from error
