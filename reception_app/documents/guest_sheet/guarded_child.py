"""Runs the child that parses a list, watches its time, and understands its answer."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import reception_app
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress, Silent

CHILD_OPTION = "--read-list"
"""The hidden argument by which the frozen program becomes the child."""

TIME_LIMIT = 20.0
"""Seconds; the largest list we accept needs two."""

_LOOK_EVERY = 0.1


@dataclass(eq=False)
class ListReaderStopped(ReceptionError):
    """The child that parsed the list died of it, or ran out of memory; the program is unharmed."""

    file: str


@dataclass(eq=False)
class ListReaderTooSlow(ReceptionError):
    """The list was not parsed within `seconds`."""

    file: str
    seconds: int


def child_command() -> list[str]:
    """How the program starts itself as the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_OPTION]
    # -P: a csv.py or json.py lying in the current folder is not taken for Python's own.
    return [sys.executable, "-P", "-m", "reception_app.documents.guest_sheet.child"]


def answer_of(
    command: Sequence[str],
    *,
    file: str,
    seconds: float = TIME_LIMIT,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """The JSON object the child writes.

    Args:
        command: the child and its arguments.
        file: the list's name, for errors.
        seconds: how long the child may take.
        progress: asked every tenth of a second whether to go on.

    Raises:
        ListReaderStopped: the child ended without an answer.
        ListReaderTooSlow: it took too long, and was ended.
        Cancelled: the person pressed Cancel; the child was ended.
    """
    progress = progress or Silent()
    deadline = time.monotonic() + seconds
    with subprocess.Popen(  # noqa: S603 - our own program; the path is one argument, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            while True:
                try:
                    written, _ = child.communicate(timeout=_LOOK_EVERY)
                    break
                except subprocess.TimeoutExpired:
                    progress.advance(0, 1)
                    if time.monotonic() > deadline:
                        raise ListReaderTooSlow(file, int(seconds)) from None
        finally:
            child.kill()
    try:
        answer = json.loads(written) if child.returncode == 0 else None
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise ListReaderStopped(file)
    return answer


def _environment() -> dict[str, str]:
    """Ours, with the package found wherever we found it."""
    root = str(Path(reception_app.__file__).parent.parent)
    others = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join([root, others] if others else [root])}
