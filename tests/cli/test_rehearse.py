"""Rehearsing from the command line leaves nothing behind and the event as it was."""

import io
import json
from pathlib import Path

import pytest
from evening import new_evening

from reception_app.cli import main
from reception_app.storage import fact_journal
from reception_app.storage.event_file import EventFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An event with one guest."""
    evening = new_evening(tmp_path / "gala.reception")
    evening.guest("山田 太郎", "ご招待")
    evening.file.close()
    return evening.file.path


def test_lines_are_practised_on_a_copy(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """First who comes with which badge, then answers as at the door."""
    before = count(path)
    monkeypatch.setattr("sys.stdin", io.StringIO("find 花子\nquit\n"))
    assert main(["--language", "ja", "rehearse", str(path), "--no-window"], lambda _path: 9) == 0
    *tasks, answer = map(json.loads, capsys.readouterr().out.splitlines())

    assert [task["task"] for task in tasks][:3] == ["paid", "change", "twice"]
    assert tasks[1]["due"] == 8000
    assert answer["found"][0]["name"] == "練習 花子"
    assert count(path) == before


def test_the_window_gets_the_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And when it is closed the copy is deleted."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    opened: list[Path] = []

    def open_window(place: Path) -> int:
        assert place.exists()
        opened.append(place)
        return 0

    assert main(["rehearse", str(path)], open_window) == 0
    assert opened[0] != path
    assert not opened[0].parent.exists()


def count(path: Path) -> int:
    """How many facts the event holds."""
    with EventFile.open(path) as event:
        return fact_journal.count_facts(event.db)
