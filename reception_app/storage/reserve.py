"""A small reserve of disk space beside the event file, given up when the disk is full."""

import os
from contextlib import suppress
from pathlib import Path

RESERVE_BYTES = 4 * 1024 * 1024
"""Enough for some hundred acts after the disk is full: even deleting needs room to be logged."""


class Reserve:
    """A hidden file that holds room for the event file at `path`."""

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(f".{path.name}-reserve")

    def fill(self) -> None:
        """Take the room, if the disk has it; a part of it is given back at once."""
        try:
            if self._file.exists() and self._file.stat().st_size == RESERVE_BYTES:
                return
            with self._file.open("wb") as file:
                # Written, not truncated to size: a sparse file reserves nothing.
                file.write(b"\0" * RESERVE_BYTES)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.empty()

    def empty(self) -> None:
        """Give the room back."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
