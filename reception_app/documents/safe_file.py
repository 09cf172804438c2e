"""Writing a file so that it is there whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reception_app.domain.errors import ReceptionError


@dataclass(eq=False)
class FileNotWritable(ReceptionError):
    """The file cannot be made: its folder is missing or read-only, or it is open elsewhere."""

    path: str


@dataclass(eq=False)
class NoRoomForFile(ReceptionError):
    """The disk has no room for the file."""

    path: str


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file `path` when the block ends without an error.

    They go to a temporary name in the same folder, reach the disk, and take the place of an older
    `path` in one step. When the block raises anything (`Cancelled` too), an older file is as it
    was and nothing new is left.

    Raises:
        FileNotWritable: the system refuses to make, fill or replace the file.
        NoRoomForFile: there is no room for it.
    """
    partial = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with partial.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise NoRoomForFile(str(path)) from error
        raise FileNotWritable(str(path)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself reach the disk where the system knows how (not on Windows)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
