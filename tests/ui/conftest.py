"""What the tests of the window share: the look, and plain text everywhere."""

from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication

from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.theme import Theme, ThemeChoice

collect_ignore_glob: list[str] = []
try:
    import_module("PySide6.QtMultimedia")
except ImportError:  # without libpulse.so.0 there is no camera, and nothing of it to test
    collect_ignore_glob.append("camera/test_*.py")


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    """The program as it starts: guard, fonts, light theme."""
    PlainTextGuard(qapp)
    return Theme(qapp, ThemeChoice.LIGHT)
