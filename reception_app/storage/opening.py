"""From a path to a connection that may be trusted: what is looked at, and in which order.

Nothing of the file is changed before all of it was looked at. The header is read through SQLite's
own file layer: closing an ordinary Python file would drop every lock this process holds on it, and
with them the promise that nobody else opens the event meanwhile.
"""

import logging
import re
import stat
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from reception_app.storage import fact_journal, projection_seal, projections, schema
from reception_app.storage.file_faults import (
    AlreadyOpen,
    DamagedFile,
    FileMissing,
    FileUnreadable,
    GuardsChanged,
    NewerFile,
    NotAnEventFile,
    RecordsChanged,
)
from reception_app.storage.volume import Volume

OLDEST_SQLITE = (3, 51, 3)
"""SQLite before 3.51.3 can lose a committed transaction when a WAL file is reset."""

LONGEST_CHECK_S = 120.0
"""A file that takes longer to check was built to keep us busy."""

LARGEST_VALUE_BYTES = 64 * 1024 * 1024

_HEADER = struct.Struct(">16s2xB41xI4xI")
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_CLOSED = 1
_STEPS_BETWEEN_LOOKS = 100_000
_DESK_ID = re.compile("[0-9a-f]{8}")
# What a file crafted by somebody else can raise while it is read: broken text, bodies that are not
# what their kind holds.
_UNREADABLE = (apsw.Error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of an event file tell: its schema version, and if it was closed well."""

    version: int
    closed: bool


def read_header(path: Path) -> Header:
    """The header of the file, read without opening a database.

    Raises:
        FileMissing, FileUnreadable, NotAnEventFile, NewerFile: it is not ours to open.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise FileMissing(path) from None
    except OSError as error:
        raise FileUnreadable(path) from error
    if not stat.S_ISREG(status.st_mode) or status.st_size < _HEADER_BYTES:
        raise NotAnEventFile(path)
    flags = [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0]
    try:
        file = apsw.VFSFile("", str(path), flags)
        try:
            header = file.xRead(_HEADER_BYTES, 0)
        finally:
            file.xClose()
    except apsw.Error as error:
        raise FileUnreadable(path) from error
    magic, mode, version, application_id = _HEADER.unpack_from(header)
    if magic != _MAGIC or application_id != schema.APPLICATION_ID:
        raise NotAnEventFile(path)
    if version > schema.current_version():
        raise NewerFile(path, version)
    return Header(int(version), closed=mode == _CLOSED)


def set_orphan_log_aside(path: Path, header: Header) -> Path | None:
    """Where a write-ahead log was put that lay beside a file which was closed well.

    Such a log belongs to another copy of the file, or was applied already: a closed event file is
    one whole file. SQLite would mix the two, so the log is renamed, not deleted.
    """
    log = write_ahead_log(path)
    if not header.closed or not log.exists() or log.stat().st_size == 0:
        return None
    aside = next(
        name
        for n in range(1, 10_000)
        if not (name := log.with_name(f"{log.name}-orphan-{n}")).exists()
    )
    try:
        log.rename(aside)
    except OSError as error:
        raise FileUnreadable(path) from error
    _log.warning("an orphan write-ahead log was set aside")
    return aside


def write_ahead_log(path: Path) -> Path:
    """The file SQLite keeps beside an open event file."""
    return path.with_name(f"{path.name}-wal")


def connect(path: Path) -> apsw.Connection:
    """A connection that holds the file for itself and has not changed it.

    Raises:
        AlreadyOpen, FileUnreadable, DamagedFile: it can't be held.
    """
    assert tuple(int(n) for n in apsw.sqlite_lib_version().split(".")) >= OLDEST_SQLITE
    had_log = write_ahead_log(path).exists()
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error as error:
        raise FileUnreadable(path) from error
    try:
        # A refused file keeps its log: applying it would be a change.
        db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, had_log)
        db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        db.limit(apsw.SQLITE_LIMIT_LENGTH, LARGEST_VALUE_BYTES)
        db.set_busy_timeout(0)
        for pragma in (
            "locking_mode = EXCLUSIVE",
            # Changing the journal mode deletes a journal, which must not come back.
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "recursive_triggers = ON",
            "cell_size_check = ON",
            "mmap_size = 0",
            "temp_store = MEMORY",
            "secure_delete = ON",
            "wal_autocheckpoint = 0",
        ):
            db.execute(f"PRAGMA {pragma}")
        if db.readonly("main"):
            raise FileUnreadable(path)  # noqa: TRY301 - closes the connection like every other
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        db.execute("PRAGMA query_only = ON")
    except BaseException as error:
        db.close()
        if isinstance(error, apsw.BusyError | apsw.LockedError):
            raise AlreadyOpen(path) from error
        if isinstance(error, apsw.CantOpenError | apsw.ReadOnlyError | apsw.PermissionsError):
            raise FileUnreadable(path) from error
        if isinstance(error, apsw.Error):
            raise DamagedFile(path) from error
        raise
    return db


def version_of(path: Path, db: apsw.Connection) -> int:
    """The file's schema version with its write-ahead log applied.

    Raises:
        NotAnEventFile, NewerFile, DamagedFile: there is no such version.
    """
    try:
        application_id, version = db.pragma("application_id"), db.pragma("user_version")
    except _UNREADABLE as error:
        raise DamagedFile(path) from error
    if application_id != schema.APPLICATION_ID:
        raise NotAnEventFile(path)
    if not isinstance(version, int) or version < 1:
        raise DamagedFile(path)
    if version > schema.current_version():
        raise NewerFile(path, version)
    return version


def verify_kept(path: Path, db: apsw.Connection, version: int) -> None:
    """Make sure that pages, facts and personal values of a file of this version are sound.

    Raises:
        DamagedFile, GuardsChanged, RecordsChanged: they are not.
    """
    kept = schema.kept_objects(version)
    with _damage(path, db):
        found = schema.objects(db)
        if db.pragma("integrity_check") != "ok":
            raise DamagedFile(path)
        if not all(found.get(name) == sql for name, sql in kept.items()):
            raise GuardsChanged(path)
        if _DESK_ID.fullmatch(str(fact_journal.desk_of(db))) is None:
            raise DamagedFile(path)
        if fact_journal.broken_link(db) or fact_journal.changed_personal_values(db):
            raise RecordsChanged(path)


def verify(path: Path, db: apsw.Connection) -> bool:
    """Make sure that the whole file is sound; returns whether its derived tables are right.

    Derived tables of another make are not right, whatever they hold: they are dropped with all that
    is foreign, and made anew. Where the file says they are of ours, they must be exactly ours.

    Raises:
        DamagedFile, GuardsChanged, RecordsChanged: schema, pages, keys, chain or personal values
            are not as they must be.
    """
    with _damage(path, db):
        exact = schema.objects(db) == schema.all_objects()
    verify_kept(path, db, schema.current_version())
    with _damage(path, db):
        if not exact and projections.are_of_this_build(db):
            raise GuardsChanged(path)
        return exact and projection_seal.projections_are_right(db)


def start_writing(db: apsw.Connection, volume: Volume) -> None:
    """Allow writing to a file that was looked at, set up to lose nothing."""
    db.execute("PRAGMA query_only = OFF")
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    on_stick = volume is Volume.STICK
    db.execute(f"PRAGMA journal_mode = {'DELETE' if on_stick else 'WAL'}")
    if not on_stick:
        db.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA checkpoint_fullfsync = ON")
    db.set_busy_timeout(2000)


@contextmanager
def _damage(path: Path, db: apsw.Connection) -> Iterator[None]:
    """Call it damage when reading fails or takes too long."""
    deadline = time.monotonic() + LONGEST_CHECK_S
    db.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except _UNREADABLE as error:
        raise DamagedFile(path) from error
    finally:
        with suppress(apsw.Error):
            db.set_progress_handler(None)
