"""Where things lie: bundled resources, and the person's folders for settings, logs and backups."""

import sys
from pathlib import Path

import platformdirs

_FOLDERS = platformdirs.PlatformDirs("Reception", appauthor=False)


def resource(*parts: str) -> Path:
    """A file or folder under `resources/`: of a checkout, an installed wheel or a frozen folder."""
    package = Path(__file__).parent
    inside = package / "resources"
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        root = Path(frozen) / "resources"
    else:
        root = inside if inside.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)


def settings_folder() -> Path:
    """Where this person's settings lie."""
    return _FOLDERS.user_config_path


def log_folder() -> Path:
    """Where this person's logs lie."""
    return _FOLDERS.user_log_path


def backup_folder() -> Path:
    """Where copies of event files are kept when no other volume is chosen."""
    return _FOLDERS.user_data_path / "backups"


def events_folder() -> Path:
    """Where new event files are proposed: the person's documents."""
    return _FOLDERS.user_documents_path / "Reception"
