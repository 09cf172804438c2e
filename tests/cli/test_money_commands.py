"""Who owes and what was paid too much, from the command line."""

from pathlib import Path

import pytest
from command_line import Printed, run, told

from reception_app import cli


@pytest.fixture
def gala(tmp_path: Path, capsys: Printed) -> Path:
    """Two members whom the list says paid, one of them too much, and one who owes."""
    path, guests = tmp_path / "gala.reception", tmp_path / "list.csv"
    run("new", path, "--name", "Gala", "--date", "2026-11-14")
    run("fees", path, "会員=8000")
    guests.write_text(
        "氏名,メール,区分,参加,支払\n"
        "佐藤 花子,a@example.com,会員,参加,済\n"
        "鈴木 一郎,b@example.com,会員,参加,済\n"
        "高橋 桜,d@example.com,会員,参加,\n",
        encoding="utf-8",
    )
    run("import-guests", path, guests)
    run("guest", path, 1, "discount", "5000", "--reason", "speaker")
    capsys.readouterr()
    return path


def test_who_owes_and_who_paid_too_much(gala: Path, capsys: Printed) -> None:
    """With the contact that reminders need."""
    (owing,) = told(capsys, "money", gala, "due")["guests"]
    assert (owing["number"], owing["due"], owing["contact"]) == (3, 8000, "d@example.com")
    (over,) = told(capsys, "money", gala, "overpaid")["guests"]
    assert (over["number"], over["due"]) == (1, -5000)
    assert told(capsys, "money", gala, "inside-unpaid")["guests"] == []


def test_what_was_paid_too_much_goes_three_ways(gala: Path, capsys: Printed) -> None:
    """A part is moved, a part is kept, the rest is given back; then there is nothing left."""
    moved = told(capsys, "money", gala, "move", 1, 3, "1000")
    assert (moved["guest"], moved["due"]) == (3, 7000)
    assert told(capsys, "money", gala, "gift", 1, "1500")["due"] == -2500
    back = told(
        capsys, "money", gala, "refund", 1, "--tender", "transfer", "--reason", "asked for it"
    )
    assert (back["amount"], back["due"]) == (2500, 0)

    assert run("money", gala, "refund", 1, "--reason", "again") == cli.EXIT_UNUSABLE
    assert "too much" in capsys.readouterr().err


def test_write_off_and_its_correction(gala: Path, capsys: Printed) -> None:
    """A reason is needed; what is corrected is due again."""
    assert run("money", gala, "write-off", 3) == cli.EXIT_UNUSABLE
    assert told(capsys, "money", gala, "write-off", 3, "--reason", "gone")["due"] == 0
    assert run("money", gala, "correct", "no such", "--reason", "x") == cli.EXIT_UNUSABLE


def test_the_absent_in_one_act_and_one_undo(gala: Path, capsys: Printed) -> None:
    """Looked at first, charged at once, taken back at once."""
    seen = told(capsys, "money", gala, "no-shows", "--keep", "2000", "--dry-run")
    assert [one["kept"] for one in seen["guests"]] == [2000, 2000, 2000]
    assert seen["run"] is None
    done = told(capsys, "money", gala, "no-shows", "--keep", "2000")
    assert [(one["due"], one["back"]) for one in done["guests"]] == [
        (0, 6000), (0, 6000), (2000, 0),
    ]  # fmt: skip
    assert run("money", gala, "no-shows") == cli.EXIT_UNUSABLE
    undone = told(capsys, "money", gala, "no-shows-undo", "--reason", "too early")
    assert undone == {"undone": 3, "run": done["run"]}
    assert run("check", gala) == 0


@pytest.mark.parametrize("words", [("refund",), ("move", 1), ("gift", "x"), ("correct",)])
def test_an_action_without_its_words_is_refused(gala: Path, words: tuple[object, ...]) -> None:
    """Each says so in a sentence, with the code of unusable input."""
    assert run("money", gala, *words, "--reason", "x") == cli.EXIT_UNUSABLE


def test_payment_of_several_with_two_tenders(gala: Path, capsys: Printed) -> None:
    """A part by PayPay, the rest in cash with change; a card charged too much gives cash back."""
    run("box", gala, "A", "open", "20000", "--operator", "Suzuki")
    paid = told(
        capsys, "money", gala, "pay", 3, "--desk", "A", "--amount", "5000", "--tendered", "3000",
        "--beside", "paypay=3000", "--payee", "株式会社甲",
    )  # fmt: skip
    assert (paid["paid"], paid["tendered"], paid["change"]) == (5000, 6000, 1000)
    back = told(
        capsys, "money", gala, "pay", 3, "--desk", "A", "--tender", "card", "--tendered", "10000",
        "--cash-back",
    )  # fmt: skip
    assert (back["paid"], back["change"]) == (3000, 7000)
    receipts = told(capsys, "receipts", gala, "list")["receipts"]
    assert [one["payee"] for one in receipts] == ["株式会社甲", "高橋 桜"]
    assert run("money", gala, "pay", 3, "--desk", "A") == cli.EXIT_UNUSABLE
    assert run("money", gala, "pay", 3) == cli.EXIT_UNUSABLE
    assert run("money", gala, "pay", 3, "--desk", "A", "--beside", "x=1") == cli.EXIT_UNUSABLE
    assert run("check", gala) == 0
