"""Before the first window: libraries that are missing are named with the command that helps."""

import ctypes
import subprocess
import sys
from typing import Any

import pytest

from reception_app import app


@pytest.fixture
def without_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux with an X server but without two libraries of X windows."""
    missing = {"libxcb-cursor.so.0", "libxcb-keysyms.so.1"}

    def load(library: str) -> Any:
        if library in missing:
            raise OSError(library)
        return object()

    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")


@pytest.mark.usefixtures("without_cursor")
def test_missing_libraries_are_named_with_their_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence on standard error, no traceback, and no window is tried."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    code = app.run(None)
    told = capsys.readouterr().err

    assert code == 2
    assert "sudo apt-get install libxcb-cursor0 libxcb-keysyms1" in told
    assert told.count("\n") == 1


@pytest.mark.usefixtures("without_cursor")
def test_painting_into_memory_needs_no_x_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the chosen platform needs is asked for."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert app.missing_packages() == ()


def test_other_systems_bring_everything_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked for on Windows and macOS."""
    monkeypatch.setattr(sys, "platform", "win32")

    assert app.missing_packages() == ()


def test_the_window_starts_without_the_heavy_libraries() -> None:
    """What reads lists and writes papers is loaded when it is first used, not at the start."""
    code = (
        "import sys, reception_app.ui.program, reception_app.ui.door.door_page\n"
        "heavy = {'openpyxl', 'reportlab', 'qrcode', 'lxml', 'faker', 'python_calamine',"
        " 'pypdfium2', 'PySide6.QtMultimedia'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
