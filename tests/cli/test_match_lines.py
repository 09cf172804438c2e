"""`import-statement` and `match`: what they print is what they did."""

import json
from pathlib import Path

import pytest
from command_line import run

from reception_app.storage import statements
from reception_app.storage.event_file import EventFile

DATA = Path(__file__).parent.parent / "data"
BANK = DATA / "bank_statement_cp932.csv"


@pytest.fixture
def gala(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An event with the form's 700 guests and their fees."""
    path = tmp_path / "gala.reception"
    assert run("new", path, "--name", "Gala", "--date", "2026-11-14") == 0
    assert run("fees", path, "会員=8000", "ゲスト=10000", "学生=3000") == 0
    assert run("import-guests", path, DATA / "guests_form_answers.xlsx") == 0
    capsys.readouterr()
    return path


def test_a_statement_is_told_taken_in_and_matched(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dry run adds nothing, a second import neither, and what is sure is booked once."""
    assert run("import-statement", gala, BANK, "--account", "bank", "--dry-run") == 0
    assert "Would add 243 rows" in capsys.readouterr().out
    assert run("import-statement", gala, BANK, "--account", "bank", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["known"], told["difference"], told["unreadable"]) == (243, 0, 0, [])
    assert told["columns"]["摘要内容"] == "text"
    assert run("import-statement", gala, BANK, "--account", "bank") == 0
    assert "Added 0 rows; 243 were there already" in capsys.readouterr().out
    assert run("match", gala) == 0
    out = capsys.readouterr().out
    assert "reading equal, amount equal, only one" in out
    assert "0 of 243 rows cleared" in out
    assert run("match", gala, "--accept-sure", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    matched = [row for row in told["rows"] if row["state"] == "matched"]
    assert told["accepted"] == len(matched) == told["progress"]["cleared"] > 150
    assert all(len(row["candidates"][0]["guests"]) == 1 for row in matched)
    assert run("match", gala, "--accept-sure", "--json") == 0
    assert json.loads(capsys.readouterr().out)["accepted"] == 0
    assert run("check", gala) == 0
    assert "Bank book" in capsys.readouterr().out


def test_a_providers_list_is_held_against_the_books(
    gala: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Forty payments by PayPay that nobody wrote down at the door are told."""
    paypay = DATA / "paypay_transactions.csv"
    assert run("import-statement", gala, paypay, "--account", "bank") == 2
    assert "paypay" in capsys.readouterr().err
    assert run("import-statement", gala, paypay, "--account", "paypay") == 0
    capsys.readouterr()
    assert run("match", gala, "--json") == 0
    told = json.loads(capsys.readouterr().out)["providers"]["paypay"]
    assert (len(told["not_in_books"]), told["not_at_provider"]) == (40, [])


def test_columns_are_told_on_the_command_line(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--map` says what a column holds; a red row and a wrong field are told."""
    path = tmp_path / "own.csv"
    path.write_text("a,b,c\n2026/10/1,ﾔﾏﾀﾞ,8000\n2026/10/2,ﾓﾘ,?\n", encoding="utf-8")
    maps = ("--map", "1=date", "--map", "2=text", "--map", "3=deposit")
    assert run("import-statement", gala, path, "--account", "bank", *maps) == 0
    out = capsys.readouterr().out
    assert "Row 3 is not taken: the amount is not a number" in out
    with EventFile.open(gala) as event:
        assert [one.row.text for one in statements.list_rows(event)] == ["ﾔﾏﾀﾞ"]
    assert run("import-statement", gala, path, "--account", "bank", "--map", "1=nonsense") == 2
