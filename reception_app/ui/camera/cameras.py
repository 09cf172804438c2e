"""What the strip knows of cameras: which there are, one that runs, and what can go wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal


class CameraProblem(Enum):
    """Why there is no picture; the scanner goes on in every case."""

    NONE_THERE = auto()
    REFUSED = auto()
    UNPLUGGED = auto()
    BUSY = auto()
    LIBRARY_MISSING = auto()


@dataclass(frozen=True, slots=True)
class CameraDevice:
    """A camera: an id that stays the same, and the name people know it by."""

    id: str
    name: str


class Cameras(QObject):
    """The cameras of this computer.

    `changed` tells that one was plugged in or out, `failed` carries the `CameraProblem` of the one
    that runs, `frame_came` each of its frames.
    """

    changed = Signal()
    failed = Signal(object)
    frame_came = Signal(object)

    def devices(self) -> tuple[CameraDevice, ...]:
        """The cameras that are plugged in, the system's favourite first."""
        raise NotImplementedError

    def ask_permission(self, answered: Callable[[bool], None]) -> None:
        """Ask the person, where the system wants that; `answered` may be called at once."""
        raise NotImplementedError

    def start(self, device: str) -> None:
        """Let the camera of this id run; another one stops."""
        raise NotImplementedError

    def stop(self) -> None:
        """Turn the camera off."""
        raise NotImplementedError
