"""What one computer remembers survives, and rubbish in it does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import ThemeChoice


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings lie."""
    return tmp_path / "window.ini"


def test_fresh_computer_has_defaults(file: Path) -> None:
    """Nothing set means: as the system, sounds on, no desk yet."""
    fresh = Preferences(file)

    assert (fresh.language, fresh.theme, fresh.sounds) == ("system", ThemeChoice.SYSTEM, True)
    assert (fresh.desk, fresh.operator, fresh.recent_files) == ("", "", ())
    assert fresh.geometry is None


def test_everything_survives(file: Path) -> None:
    """What was set is read again by the next start."""
    first = Preferences(file)
    first.language = "ja"
    first.theme = ThemeChoice.DARK
    first.sounds = False
    first.desk = "B"
    first.operator = "鈴木"
    first.geometry = QByteArray(b"\x01\x02")
    first.remember_file(Path("/events/gala.reception"))
    first.save()
    second = Preferences(file)

    assert (second.language, second.theme, second.sounds) == ("ja", ThemeChoice.DARK, False)
    assert (second.desk, second.operator) == ("B", "鈴木")
    assert second.geometry == QByteArray(b"\x01\x02")
    assert second.recent_files == (Path("/events/gala.reception"),)


def test_recent_files_are_few_newest_first(file: Path) -> None:
    """The list holds eight files, each once, the last opened first."""
    preferences = Preferences(file)
    for number in (*range(12), 5):
        preferences.remember_file(Path(f"/e/{number}.reception"))
    preferences.forget_file(Path("/e/11.reception"))

    assert [path.stem for path in preferences.recent_files] == ["5", "10", "9", "8", "7", "6", "4"]


def test_rubbish_counts_as_never_set(file: Path) -> None:
    """A file from elsewhere or another version never stops the start."""
    file.write_text("[window]\ntheme=neon\nlanguage=tlh\ngeometry=12\n[start]\nrecent_files=@Bad\n")
    preferences = Preferences(file)

    assert (preferences.language, preferences.theme) == ("system", ThemeChoice.SYSTEM)
    assert preferences.geometry is None
