"""The window's composition root: libraries looked for, logging, and the program started.

Qt is imported only once its system libraries are known to be there: without them the import itself
would end in a traceback.
"""

import ctypes
import gc
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

from reception_app import paths
from reception_app.wording import Wording, system_language

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt itself needs on Linux: each library with the package that brings it."""

X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What a window on an X server needs besides."""

_LOG_BYTES = 1_000_000
_CANNOT_START = 2


def run(event_path: Path | None) -> int:
    """Open the window, with this event or the start page; returns the program's exit code."""
    missing = missing_packages()
    if missing:
        print(start_sentence(missing), file=sys.stderr)  # noqa: T201 - there is no window to tell
        return _CANNOT_START
    _start_log()
    gc.disable()  # nothing made while starting is garbage; looking for it takes 20 ms
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reception_app.ui.crash_guard import CrashGuard
    from reception_app.ui.preferences import Preferences
    from reception_app.ui.program import Program

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Reception")
    CrashGuard(app).install()
    program = Program(app, Preferences())
    if event_path is None:
        program.show_start()
    else:
        program.open_event(event_path)
    QTimer.singleShot(0, app, _keep_for_good)
    return app.exec()


def missing_packages() -> tuple[str, ...]:
    """The Debian packages of the system libraries a window needs here and that are not there."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = dict(LIBRARIES)
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith("xcb") or (not platform and _is_x11()):
        wanted |= X11_LIBRARIES
    return tuple(package for library, package in wanted.items() if not _loads(library))


def start_sentence(packages: tuple[str, ...]) -> str:
    """The sentence that says what to install, in the language of this computer."""
    command = " ".join(("sudo apt-get install", *packages))
    return Wording(system_language()).text("start", "libraries_missing", command=command)


def _keep_for_good() -> None:
    """Collect garbage from now on, among what is made from now on."""
    gc.freeze()
    gc.enable()


def _is_x11() -> bool:
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _start_log() -> None:
    """Log to the person's log folder; where that cannot be written, to nowhere."""
    handler: logging.Handler = logging.NullHandler()
    with suppress(OSError):
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "reception.log"
        if file.exists() and file.stat().st_size > _LOG_BYTES:
            file.replace(folder / "reception-before.log")
        handler = logging.FileHandler(file, encoding="utf-8")
    logging.basicConfig(
        handlers=[handler],
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
