"""The accountant's commands: book, attach, correct, budget, opening, seal, and every report."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from command_line import run

from reception_app.cli.exporting import REPORTS
from reception_app.services.reports.catalogue import ReportKind

JPEG = b"\xff\xd8\xff\xe0 a photo"


@pytest.fixture
def gala(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new event in yen."""
    path = tmp_path / "gala.reception"
    assert run("new", path, "--name", "Gala", "--date", "2026-11-14") == 0
    capsys.readouterr()
    return path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """The JSON object that was printed."""
    return json.loads(capsys.readouterr().out)


def test_an_expense_with_its_photo(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is booked, the photo comes back out of the file, and a slip is taken back."""
    photo = tmp_path / "レシート.jpg"
    photo.write_bytes(JPEG)
    words = ("--account", "5200", "--payee", "印刷の森", "--evidence", photo, "--json")
    assert run("book", gala, "expense", "¥3,300", *words) == 0
    booked = told(capsys)
    assert (booked["number"], booked["amount"], booked["lacks_evidence"]) == (1, 3300, False)
    assert run("voucher", gala, 1, "save", tmp_path) == 0
    assert (tmp_path / "001-1.jpg").read_bytes() == JPEG
    assert run("voucher", gala, 1, "detach", "wrong photo") == 0
    assert "MISSING" in capsys.readouterr().out
    assert run("vouchers", gala, "--lacking", "--json") == 0
    assert [one["number"] for one in told(capsys)["vouchers"]] == [1]
    assert run("voucher", gala, 1, "no-receipt", "vending machine") == 0
    assert run("voucher", gala, 1, "correct", "twice", "--json") == 0
    capsys.readouterr()
    assert run("check", gala) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("book", "expense", "1.5", "--account", "5200"), "decimals"),
        (("book", "expense", "0", "--account", "5200"), "zero"),
        (("book", "expense", "-5", "--account", "5200"), ""),
        (("book", "expense", "１０，０００円x", "--account", "5200"), "amount"),
        (("book", "expense", "1000000000000000", "--account", "5200"), "too large"),
        (("book", "repayment", "100", "--organizer", "高橋"), "left"),
        (("voucher", "9", "correct", "x"), "no such voucher"),
        (("budget", "5100"), "5100=60000"),
        (("budget", "1050=5"), "1050"),
        (("unseal", "x"), "not sealed"),
    ],
)
def test_a_slip_is_one_sentence(
    gala: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    """Exit code 2, one line on standard error, and nothing is booked."""
    command, *rest = words
    try:
        code = run(command, gala, *rest)
    except SystemExit as exit_:  # argparse takes -5 for an option
        code = int(str(exit_.code))

    errors = capsys.readouterr().err
    assert code == 2
    assert said in errors
    assert run("vouchers", gala, "--json") == 0
    assert told(capsys) == {"vouchers": []}


def test_budget_opening_seal_and_the_next_event(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From opening the books to opening the next event's with what was left."""
    assert run("opening", gala, "1050=120000", "1100=30000") == 0
    assert run("budget", gala, "5100=60000", "4300=10000") == 0
    assert run("book", gala, "income", "10000", "--account", "4300", "--by", "bank") == 0
    words = ("--account", "5100", "--no-receipt", "lost")
    assert run("book", gala, "expense", "55000", *words) == 0
    capsys.readouterr()
    assert run("budget", gala, "--json") == 0
    assert [(one["account"], one["budget"], one["actual"]) for one in told(capsys)["budget"]] == [
        ("4300", 10000, 10000),
        ("5100", 60000, 55000),
    ]
    archive = tmp_path / "archive"
    assert run("seal", gala, "--archive", archive) == 0
    assert run("book", gala, "expense", "1", *words) == 2
    assert "final" in capsys.readouterr().err
    with (archive / "settlement.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row[0]: row for row in csv.reader(stream) if row}
    assert rows["前回繰越金"][2] == "150000"
    assert rows["次回繰越金"][2] == "105000"
    following = tmp_path / "next.reception"
    assert run("new", following, "--name", "Next", "--date", "2027-05-01") == 0
    assert run("opening", following, "--of", gala) == 0
    assert "¥105,000" in capsys.readouterr().out
    assert run("unseal", gala, "a late bill") == 0
    assert "version 2" in capsys.readouterr().out


def test_every_report_can_be_written(
    gala: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As PDF and CSV, in both languages, for an event in which nothing happened."""
    assert tuple(kind.value for kind in ReportKind) == REPORTS
    for name in REPORTS:
        for language in ("en", "ja"):
            pdf = tmp_path / f"{name}-{language}.pdf"
            assert run("export", gala, name, "-o", pdf, "--in", language) == 0
            assert pdf.read_bytes().startswith(b"%PDF-")
        assert run("export", gala, name, "-o", tmp_path / f"{name}.csv") == 0
    for name in ("beancount", "hledger"):
        assert run("export", gala, name, "-o", tmp_path / f"books.{name}") == 0
    assert run("export", gala, "archive", "-o", tmp_path / "archive") == 0
    assert (tmp_path / "archive" / "contents.csv").exists()
    capsys.readouterr()
