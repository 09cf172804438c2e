"""An evening at a cash box from the command line."""

from pathlib import Path

import pytest
from command_line import Printed, run, told

from reception_app import cli


@pytest.fixture
def gala(tmp_path: Path, capsys: Printed) -> Path:
    """An event with a guest at 8,000 who is still to come, and box A open with 20,000."""
    path, guests = tmp_path / "gala.reception", tmp_path / "list.csv"
    run("new", path, "--name", "Gala", "--date", "2026-11-14")
    run("fees", path, "会員=8000")
    guests.write_text("氏名,区分,参加\n佐藤 花子,会員,参加\n", encoding="utf-8")
    run("import-guests", path, guests)
    opened = told(capsys, "box", path, "A", "open", "10000x1", "1000x10", "--operator", "Suzuki")
    assert (opened["opened"], opened["difference_at_opening"]) == (20000, 0)
    return path


def test_evening_at_a_box(gala: Path, tmp_path: Path, capsys: Printed) -> None:
    """Top up, drop, count, hand over, count again, close: each says what is left."""
    assert told(capsys, "box", gala, "A", "top-up", "5000")["topped_up"] == 5000
    assert told(capsys, "box", gala, "A", "drop", "3000")["dropped"] == 3000
    assert told(capsys, "box", gala, "A", "count", "1000x22", "--by", "Ito")["difference"] == 0
    handed = told(capsys, "box", gala, "A", "hand-over", "Sato")
    assert (handed["handed_over"], handed["to"]) == (22000, "Sato")
    assert told(capsys, "box", gala, "A", "count", "1000x21")["difference"] == -1000
    assert run("box", gala, "A", "close") == cli.EXIT_UNUSABLE
    closed = told(capsys, "box", gala, "A", "close", "--reason", "unknown", "--keep")
    assert (closed["expected"], closed["closed"], closed["difference"]) == (22000, 21000, -1000)

    assert run("box", gala, "A", "slip", tmp_path / "slip.pdf") == 0
    assert (tmp_path / "slip.pdf").stat().st_size > 1000
    again = told(capsys, "box", gala, "A", "open", "20500", "--operator", "Ito")
    assert again["difference_at_opening"] == -500
    assert run("check", gala) == 0


def test_who_is_missing_is_told_after_the_count(gala: Path, capsys: Printed) -> None:
    """Nothing is told before; then a sentence for each slip that would fit."""
    assert run("box", gala, "A", "missing") == cli.EXIT_UNUSABLE
    told(capsys, "box", gala, "A", "drop", "9000")
    told(capsys, "box", gala, "A", "count", "10000x2")
    suspects = told(capsys, "box", gala, "A", "missing")["suspects"]
    assert [kind for kind, _ in suspects] == ["drop_left"]
    capsys.readouterr()
    assert run("box", gala, "A", "missing") == 0
    assert "¥9,000 are recorded as carried to the safe" in capsys.readouterr().out


def test_change_to_bring(gala: Path, capsys: Printed) -> None:
    """Two thousand-yen notes for the one who is still to come, in a bundle of ten."""
    plan = told(capsys, "box", gala, "A", "change")
    assert (plan["pieces"], plan["total"]) == ([[1000, 10]], 10000)
    assert run("box", gala, "A", "change", "--share", "0", "--walk-ins", "3") == 0
    assert "Bring ¥0 in all" in capsys.readouterr().out


def test_opening_asks_who_works_there(gala: Path, capsys: Printed) -> None:
    """Not that the box is to be opened first: that is what was asked for."""
    assert run("box", gala, "B", "open", "20000") == cli.EXIT_UNUSABLE
    assert "--operator NAME" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("open",), ("count", "3"), ("drop", "1.5"), ("hand-over",)])
def test_what_is_missing_or_wrong_is_refused(gala: Path, words: tuple[str, ...]) -> None:
    """Each in a sentence, with the code of unusable input."""
    assert run("box", gala, "A", *words) == cli.EXIT_UNUSABLE
