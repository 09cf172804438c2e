"""The evening in figures and its log on the command line."""

import json
from pathlib import Path

import pytest
from evening import new_evening
from notation import at
from python_calamine import CalamineWorkbook

from reception_app.cli import main
from reception_app.services.reception import receive_badge


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An evening with one guest in, one paying guest to come, and one code nobody knows."""
    evening = new_evening(tmp_path / "gala.reception")
    free = evening.guest("山田 太郎", "ご招待")
    evening.guest("鈴木 花子")
    receive_badge(evening.file, "TICKET-4711", desk=evening.desk, now=at("18:04"))
    assert free.walk_in
    evening.file.close()
    return tmp_path / "gala.reception"


def run(*arguments: object) -> int:
    """Run the program with these arguments, in English."""
    return main(("--language", "en", *map(str, arguments)), lambda _path: 0)


def test_overview_for_programs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures as whole numbers, the curve slot by slot."""
    assert run("overview", path, "--json") == 0
    told = json.loads(capsys.readouterr().out)

    assert (told["arrived"], told["expected"], told["not_arrived"]) == (1, 2, 1)
    assert (told["refused_scans"], told["due"], told["walk_ins"]) == (1, 8000, 2)
    assert told["categories"][0] == {"category": "会員", "arrived": 0, "expected": 1}
    assert [slot["arrived"] for slot in told["curve"]] == [1]


def test_overview_for_people(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same in words."""
    assert run("overview", path) == 0
    said = capsys.readouterr().out

    assert "Arrived / expected       1 / 2" in said
    assert "Fees due                 ¥8,000" in said
    assert "18:00  1  1" in said


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--part", "refused"), ["Not let in: code unknown"]),
        (("--guest", 1, "--part", "door"), ["Let in"]),
        (("--find", "4711"), ["Not let in: code unknown"]),
        (("--operator", "nobody"), []),
        (("--desk", "A", "--last", 1), ["Not let in: code unknown"]),
    ],
)
def test_log_finds(
    path: Path, capsys: pytest.CaptureFixture[str], options: tuple[object, ...], expected: list[str]
) -> None:
    """By part, guest, words, operator and desk."""
    assert run("log", path, *options, "--json") == 0

    assert [line["text"] for line in json.loads(capsys.readouterr().out)["lines"]] == expected


def test_log_for_people_shows_what_was_read(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Oldest first, the code beside the reason."""
    assert run("log", path) == 0
    lines = capsys.readouterr().out.splitlines()

    assert "Event made" in lines[0]
    assert lines[-1].endswith("Not let in: code unknown “TICKET-4711”")


def test_log_of_nobody_is_refused(path: Path) -> None:
    """There is no guest of this number."""
    assert run("log", path, "--guest", 99) == 2


def test_scans_are_exported(path: Path, tmp_path: Path) -> None:
    """One row a scan."""
    assert run("export", path, "scans", "-o", tmp_path / "scans.xlsx") == 0
    rows = CalamineWorkbook.from_path(tmp_path / "scans.xlsx").get_sheet_by_index(0).to_python()

    assert len(rows) - 4 == 3


def test_attendance_is_exported(path: Path, tmp_path: Path) -> None:
    """As the ending says; another ending is a sentence."""
    assert run("export", path, "attendance", "-o", tmp_path / "a.pdf") == 0
    assert run("export", path, "attendance", "-o", tmp_path / "a.xlsx") == 0
    assert run("export", path, "attendance", "-o", tmp_path / "a.doc") == 2

    assert {file.name for file in tmp_path.glob("a.*")} == {"a.pdf", "a.xlsx"}
