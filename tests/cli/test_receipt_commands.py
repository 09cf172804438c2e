"""Receipts from the command line: issued, printed, issued anew, and a bill split."""

from pathlib import Path

import pytest
from command_line import Printed, run, told

from reception_app import cli


@pytest.fixture
def gala(tmp_path: Path, capsys: Printed) -> Path:
    """Two members who paid by transfer, as the list says."""
    path, guests = tmp_path / "gala.reception", tmp_path / "list.csv"
    run("new", path, "--name", "Gala", "--date", "2026-11-14")
    run("fees", path, "会員=8000")
    guests.write_text(
        "氏名,メール,区分,参加,支払\n佐藤 花子,a@example.com,会員,参加,済\n"
        "鈴木 一郎,b@example.com,会員,参加,済\n",
        encoding="utf-8",
    )
    run("import-guests", path, guests)
    run("guest", path, 1, "set", "company=株式会社甲")
    capsys.readouterr()
    return path


def test_prepaid_receipts_are_issued_listed_and_printed(
    gala: Path, tmp_path: Path, capsys: Printed
) -> None:
    """One number each; a second run has nothing to do."""
    issued = told(capsys, "receipts", gala, "prepaid", "-o", tmp_path / "p.pdf")["receipts"]
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
    assert [(one["number"], one["payee"]) for one in issued] == [
        ("K26-P-0001", "株式会社甲"), ("K26-P-0002", "鈴木 一郎"),
    ]  # fmt: skip
    assert run("receipts", gala, "prepaid") == cli.EXIT_UNUSABLE
    for paper in ("a4", "a6"):
        assert run("receipts", gala, "print", "-o", tmp_path / "r.pdf", "--paper", paper) == 0
    assert run("receipts", gala, "copy", "K26-P-0002", "-o", tmp_path / "c.pdf") == 0
    listed = told(capsys, "receipts", gala, "list")["receipts"]
    assert [one["copies"] for one in listed] == [0, 1]


def test_reissue_names_another_payee(gala: Path, capsys: Printed) -> None:
    """The old number is void, the next one has the payee, or a blank line."""
    told(capsys, "receipts", gala, "prepaid")
    (fresh,) = told(
        capsys, "receipts", gala, "reissue", "K26-P-0002", "--payee", "", "--reason", "blank"
    )["receipts"]
    assert (fresh["number"], fresh["payee"]) == ("K26-P-0003", "")
    assert run("receipts", gala, "reissue", "K26-P-0002", "--reason", "x") == cli.EXIT_UNUSABLE
    assert run("receipts", gala, "reissue", "K26-P-0009", "--reason", "x") == cli.EXIT_UNUSABLE
    assert "K26-P-0009" in capsys.readouterr().err
    assert run("check", gala) == 0


@pytest.mark.parametrize(
    "words",
    [
        ("print",),
        ("copy", "-o", "x.pdf"),
        ("reissue", "--reason", "x"),
        ("refund-slip", "-o", "x.pdf"),
        ("statements", "-o", "x.pdf"),
        ("statements", "--issuer", "H", "--bill", "ten=1", "-o", "x.pdf"),
        ("statements", "--issuer", "H", "--bill", "10=1000", "-o", "x.pdf"),
        ("statements", "--issuer", "H", "--bill", "1", "--registration", "123", "-o", "x.pdf"),
    ],
)
def test_what_is_missing_or_wrong_is_refused(gala: Path, words: tuple[str, ...]) -> None:
    """Each in a sentence, with the code of unusable input."""
    assert run("receipts", gala, *words) == cli.EXIT_UNUSABLE


def test_bill_is_split(gala: Path, tmp_path: Path, capsys: Printed) -> None:
    """Everybody who came bears a share, on a page for each company."""
    door = "admit 1\nadmit 2\n"
    feed(gala, door)
    capsys.readouterr()
    assert (
        run(
            "receipts", gala, "statements", "--issuer", "Hotel", "--bill", "10=15000",
            "--bill", "8=1000", "--day", "2026-11-14", "--number", "7", "-o", tmp_path / "s.pdf",
        )
        == 0
    )  # fmt: skip
    assert "Wrote 2 statements" in capsys.readouterr().out


def feed(gala: Path, lines: str) -> None:
    """Work at the door with these lines."""
    import io

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.stdin", io.StringIO(lines))
        assert run("door", gala, "--operator", "Suzuki") == 0
