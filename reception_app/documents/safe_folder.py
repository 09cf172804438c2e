"""Writing a folder of many files so that it is there whole or not at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reception_app.documents.safe_file import FileNotWritable, NoRoomForFile
from reception_app.domain.errors import ReceptionError


@dataclass(eq=False)
class FolderNotEmpty(ReceptionError):
    """The folder holds something already, which would be mixed with ours or lost."""

    path: str


@contextmanager
def folder_written_whole(folder: Path) -> Iterator[Path]:
    """A folder to fill that becomes `folder` when the block ends without an error.

    It is filled under a temporary name beside `folder`; its files reach the disk, and it gets its
    name in one step. When the block raises anything (`Cancelled` too), nothing new is left.

    Args:
        folder: it may exist if it is empty; the one it lies in exists.

    Raises:
        FolderNotEmpty: there is something in it; nothing was touched.
        FileNotWritable: the system refuses to make, fill or name the folder.
        NoRoomForFile: there is no room for it.
    """
    folder = folder.resolve()
    partial = folder / f".{secrets.token_hex(6)}.part"
    try:
        _check(folder)
        partial = folder.with_name(partial.name)
        partial.mkdir()
        yield partial
        for file in partial.iterdir():
            _sync(file)
        if folder.exists():
            folder.rmdir()  # Windows gives no name away that is taken, even by an empty folder
        partial.rename(folder)
    except (FileNotWritable, NoRoomForFile) as error:
        # Nobody knows the temporary name a file in it was called by.
        raise type(error)(str(folder)) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise NoRoomForFile(str(folder)) from error
        raise FileNotWritable(str(folder)) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _check(folder: Path) -> None:
    """Refuse a folder that holds something, and a whole disk, which has no name to give."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(str(folder))
    if folder.parent == folder:
        raise FileNotWritable(str(folder))


def _sync(file: Path) -> None:
    """Make the file's content reach the disk: together at the end takes a fraction of the time."""
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())
