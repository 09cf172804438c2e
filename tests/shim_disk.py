"""A disk between SQLite and the real one: it fails when told to, and remembers what was written."""
# ruff: noqa: D102, FBT001, N802 - names and arguments are those of SQLite

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from itertools import count
from pathlib import Path
from random import Random

import apsw

_names = count()


class Fault(Enum):
    """How a write, sync, truncate or delete fails."""

    FULL = "full disk"
    EIO = "input/output error"
    SHORT = "half of a write, then a full disk"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing SQLite did to a file: `what` is write, sync, truncate, delete or mark.

    `syncs_folder` says that the names in the folder are safe from here on too.
    """

    what: str
    path: str = ""
    offset: int = 0
    data: bytes = b""
    syncs_folder: bool = False


@dataclass
class Plan:
    """When the disk fails: at the `nth` changing step from now, once or from then on."""

    fault: Fault
    nth: int
    sticky: bool = False
    taken: int = 0
    struck: bool = False

    def strikes(self) -> bool:
        """Whether the step that is asked for now fails."""
        self.taken += 1
        now = self.taken == self.nth or (self.sticky and self.taken > self.nth)
        self.struck = self.struck or now
        return now


class ShimFile(apsw.VFSFile):
    """A file on the disk."""

    def __init__(
        self, disk: "ShimDisk", name: str | apsw.URIFilename | None, flags: list[int]
    ) -> None:
        super().__init__(disk.base, name, flags)
        self._disk = disk
        # SQLite syncs the folder with the first sync of a journal or log it made.
        logs = apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL
        self._syncs_folder = bool(flags[0] & logs and flags[0] & apsw.SQLITE_OPEN_CREATE)
        self._path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)

    def excepthook(self, *_: object) -> bool:
        """Say nothing of faults nobody is asked about, such as those while closing."""
        return True

    def xWrite(self, data: bytes, offset: int) -> None:
        fault = self._disk.fault_now()
        if fault is Fault.SHORT:
            half = data[: len(data) // 2]
            super().xWrite(half, offset)
            self._disk.note(Step("write", self._path, offset, bytes(half)))
        if fault is not None:
            raise _error(fault, apsw.SQLITE_IOERR_WRITE)
        super().xWrite(data, offset)
        self._disk.note(Step("write", self._path, offset, bytes(data)))

    def xSync(self, flags: int) -> None:
        if self._disk.fault_now() is not None:
            raise _error(Fault.EIO, apsw.SQLITE_IOERR_FSYNC)
        if self._disk.syncs_for_real:
            super().xSync(flags)
        self._disk.note(Step("sync", self._path, syncs_folder=self._syncs_folder))
        self._syncs_folder = False

    def xTruncate(self, newsize: int) -> None:
        if self._disk.fault_now() is not None:
            raise _error(Fault.EIO, apsw.SQLITE_IOERR_TRUNCATE)
        super().xTruncate(newsize)
        self._disk.note(Step("truncate", self._path, newsize))


class ShimDisk(apsw.VFS):
    """SQLite's default disk while it is in place; see `shim_disk`."""

    def __init__(self, *, syncs_for_real: bool) -> None:
        self.base = ""
        self.plan: Plan | None = None
        self.steps: list[Step] | None = None
        self.syncs_for_real = syncs_for_real
        self._name = f"shim{next(_names)}"
        super().__init__(self._name, self.base, makedefault=True)

    def excepthook(self, *_: object) -> bool:
        """Say nothing of faults nobody is asked about, such as those while closing."""
        return True

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return ShimFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        if self.fault_now() is not None:
            raise _error(Fault.EIO, apsw.SQLITE_IOERR_DELETE)
        super().xDelete(filename, syncdir)
        self.note(Step("delete", filename, syncs_folder=syncdir))

    def fault_now(self) -> Fault | None:
        """The fault that strikes the step asked for, if one does."""
        return self.plan.fault if self.plan is not None and self.plan.strikes() else None

    def note(self, step: Step) -> None:
        """Remember what was done, while somebody wants to know."""
        if self.steps is not None:
            self.steps.append(step)


@contextmanager
def shim_disk(*, syncs_for_real: bool = False) -> Iterator[ShimDisk]:
    """Put the disk in place for every connection that is opened inside the block."""
    before = apsw.vfs_names()[0]
    disk = ShimDisk(syncs_for_real=syncs_for_real)
    disk.base = before
    try:
        yield disk
    finally:
        disk.unregister()


def _error(fault: Fault, code: int) -> Exception:
    return apsw.exception_for(code if fault is Fault.EIO else apsw.SQLITE_FULL)


@dataclass
class Images:
    """What may lie on a disk after a power loss, from what was written and synced to it.

    What was synced is there. Of what came after the last sync any sector of 512 bytes may have
    arrived or not, in any order; a file that was deleted or cut may still be as it was.
    """

    start: dict[str, bytes]
    steps: list[Step]
    chance: Random
    sector: int = 512

    def after(self, cut: int) -> dict[str, bytes]:
        """The files after a power loss right before step number `cut`."""
        files: dict[str, bytes] = {}
        arrives = self.chance.choice((0.0, 0.5, 1.0, self.chance.random()))
        paths = {*self.start, *(step.path for step in self.steps[:cut] if step.path)}
        for path in sorted(paths):
            content = self._file_after(path, cut, arrives)
            if content is not None:
                files[path] = content
        return files

    def _file_after(self, path: str, cut: int, arrives: float) -> bytes | None:
        before = list(enumerate(self.steps[:cut]))
        mine = [(n, step) for n, step in before if step.path == path]
        synced = max((n for n, step in mine if step.what == "sync"), default=-1)
        named = max((n for n, step in before if step.syncs_folder), default=-1)
        content = bytearray(self.start[path]) if path in self.start else None
        for n, step in mine:
            certain = n <= (named if step.what == "delete" else synced)
            content = self._stepped(content, step, 1.0 if certain else arrives)
        return None if content is None else bytes(content)

    def _stepped(self, content: bytearray | None, step: Step, arrives: float) -> bytearray | None:
        match step.what:
            case "delete":
                return None if self.chance.random() < arrives else content
            case "truncate":
                if content is not None and self.chance.random() < arrives:
                    del content[step.offset :]
            case "write":
                for start, end in self._sectors(step):
                    if self.chance.random() < arrives:
                        content = bytearray() if content is None else content
                        content.extend(bytes(max(0, end - len(content))))
                        content[start:end] = step.data[start - step.offset : end - step.offset]
            case _:
                pass
        return content

    def _sectors(self, step: Step) -> Iterator[tuple[int, int]]:
        start, last = step.offset, step.offset + len(step.data)
        while start < last:
            end = min(last, (start // self.sector + 1) * self.sector)
            yield start, end
            start = end


def write_image(files: dict[str, bytes], *, place: Path, folder: Path) -> Path:
    """Write an image's files, recorded beside `place`, into `folder`; returns the main file."""
    folder.mkdir()
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    return folder / place.name
