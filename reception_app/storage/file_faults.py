"""What can be wrong with an event file, its place or its disk."""

from dataclasses import dataclass
from pathlib import Path

from reception_app.domain.errors import ReceptionError


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


class RecordsChanged(DamagedFile):
    """Facts, or the personal values they vouch for, are not as they were recorded."""


class GuardsChanged(DamagedFile):
    """Tables, or the triggers that keep records from being changed, are missing or others."""


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
class SavingUnsure(ReceptionError):
    """Writing failed and so did looking whether the act arrived; everything before it is saved."""

    path: Path


@dataclass(eq=False)
class FileGone(ReceptionError):
    """The event file is no longer at its place: the stick was pulled or the file was moved."""

    path: Path
