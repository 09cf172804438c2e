"""What the tests of the window share: the look, and plain text everywhere."""

import pytest
from PySide6.QtWidgets import QApplication

from reception_app.ui.label import PlainTextGuard
from reception_app.ui.theme import Theme, ThemeChoice


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    """The program as it starts: guard, fonts, light theme."""
    PlainTextGuard(qapp)
    return Theme(qapp, ThemeChoice.LIGHT)
