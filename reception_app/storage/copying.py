"""Checked copies of an event file: whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from reception_app.storage import fact_journal
from reception_app.storage.file_faults import (
    DamagedFile,
    EventDiskFull,
    FileExists,
    FileUnreadable,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def save_copy(db: apsw.Connection, target: Path) -> None:
    """Write a checked copy of the database to `target`, replacing what is there.

    Raises:
        FileUnreadable: the place can't be written.
        EventDiskFull: there is no room for it.
        FileExists: `target` is the open event itself.
        DamagedFile: what arrived is not what was sent.
    """
    if db.filename and target.exists() and target.samefile(db.filename):
        raise FileExists(target)
    with written_beside(target) as draft:
        copy = apsw.Connection(str(draft))
        try:
            with copy.backup("main", db, "main") as backup:
                while not backup.done:
                    backup.step(-1)
            copy.pragma("journal_mode", "DELETE")
        finally:
            copy.close()
        # Read back from the file, not from the copying connection's memory.
        copy = apsw.Connection(str(draft), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            if not _is_sound(copy) or fact_journal.count_facts(copy) != fact_journal.count_facts(
                db
            ):
                raise DamagedFile(target)
        finally:
            copy.close()


def become_another_desk(path: Path) -> None:
    """Let a copy go on as a desk of its own: two desks of one id would write the same numbers.

    Raises:
        FileUnreadable: the copy can't be written.
    """
    db = apsw.Connection(str(path))
    try:
        db.execute("UPDATE local SET value = ? WHERE key = 'desk'", (secrets.token_hex(4),))
    except apsw.Error as error:
        raise FileUnreadable(path) from error
    finally:
        db.close()


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A name beside `target` to make a file at, which then takes its place, synced to the disk.

    Raises:
        FileUnreadable: the place can't be written.
        EventDiskFull: there is no room.
    """
    draft = target.with_name(f"{target.name}-new")
    try:
        _remove(draft)
        yield draft
        # r+ because Windows syncs only what may be written.
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
        sync_folder(target.parent)
    except BaseException as error:
        with suppress(OSError):
            _remove(draft)
        if isinstance(error, apsw.FullError) or getattr(error, "errno", 0) in _NO_ROOM:
            raise EventDiskFull(target) from error
        if isinstance(error, apsw.CantOpenError | apsw.IOError | apsw.ReadOnlyError | OSError):
            raise FileUnreadable(target.parent) from error
        raise


def sync_folder(folder: Path) -> None:
    """Make sure that a rename in this folder survives a power loss, where the system has a way."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_sound(copy: apsw.Connection) -> bool:
    try:
        return (
            copy.pragma("quick_check") == "ok"
            and fact_journal.broken_link(copy) is None
            and not fact_journal.changed_personal_values(copy)
            and not fact_journal.changed_stored_files(copy)
        )
    except (apsw.Error, ValueError):
        return False


def _remove(draft: Path) -> None:
    for name in (draft.name, f"{draft.name}-journal", f"{draft.name}-wal"):
        draft.with_name(name).unlink(missing_ok=True)
