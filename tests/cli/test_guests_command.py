"""Many guests from the command line: chosen, listed, changed at once, written out."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Printed, run


@pytest.fixture
def gala(tmp_path: Path, capsys: Printed) -> Path:
    """Four guests; Hanako is VIP, Sakura waits."""
    path, guests = tmp_path / "gala.reception", tmp_path / "list.csv"
    run("new", path, "--name", "Gala", "--date", "2026-11-14")
    run("fees", path, "会員=8000", "学生=3000")
    guests.write_text(
        "氏名,フリガナ,メール,区分,参加,紹介者,タグ,テーブル\n"
        "佐藤 花子,サトウ ハナコ,a@example.com,会員,参加,,VIP、二次会,10\n"
        "鈴木 一郎,スズキ イチロウ,b@example.com,会員,参加,佐藤さん,,2\n"
        "伊藤 健,イトウ ケン,c@example.com,学生,参加,佐藤さん,press,\n"
        "高橋 桜,タカハシ サクラ,d@example.com,学生,キャンセル待ち,,,\n",
        encoding="utf-8",
    )
    run("import-guests", path, guests)
    capsys.readouterr()
    return path


def numbers(capsys: Printed, *words: object) -> list[int]:
    """Whom `guests` lists."""
    capsys.readouterr()
    assert run("guests", *words, "--json") == 0
    return [guest["number"] for guest in json.loads(capsys.readouterr().out)["guests"]]


def changes(capsys: Printed, *words: object) -> dict[str, Any]:
    """What `guests` says it changed, the first change."""
    capsys.readouterr()
    assert run("guests", *words, "--json") == 0
    first: dict[str, Any] = json.loads(capsys.readouterr().out)["changes"][0]
    return first


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), [3, 1, 2, 4]),
        (("--find", "sato"), [1]),
        (("--find", "佐藤"), [1, 3, 2]),
        (("--status", "waiting"), [4]),
        (("--category", "学生"), [3, 4]),
        (("--payment", "due"), [3, 1, 2]),
        (("--label", "VIP", "--label", "press"), [3, 1]),
        (("--label", ""), [2, 4]),
        (("--introducer", "佐藤さん", "--category", "会員"), [2]),
        (("--arrived",), []),
        (("--no-arrived", "--no-walk-in", "--find", "example"), [3, 1, 2, 4]),
        (("--sort", "table_name"), [2, 1, 3, 4]),
        (("--sort", "number", "--descending"), [4, 3, 2, 1]),
    ],
)
def test_guests_are_chosen_and_sorted(
    gala: Path, capsys: Printed, options: tuple[str, ...], found: list[int]
) -> None:
    """Every option given must hold."""
    assert numbers(capsys, gala, *options) == found


def test_columns_are_chosen(gala: Path, capsys: Printed) -> None:
    """In the order named."""
    assert run("guests", gala, "--label", "VIP", "--columns", "labels,name,due") == 0
    assert capsys.readouterr().out == "VIP, 二次会  佐藤 花子  ¥8,000\n"
    assert run("guests", gala, "--columns", "colour") == 2


def test_many_guests_are_changed_at_once(gala: Path, capsys: Printed) -> None:
    """Told before with --dry-run, then done; the fee follows the category."""
    options = (gala, "--introducer", "佐藤さん", "--set", "category=学生")
    told = changes(capsys, *options, "--dry-run")
    assert told == {"changed": [2], "unchanged": 1, "refused": [], "fee_change": -5000}
    assert numbers(capsys, gala, "--category", "学生") == [3, 4]
    changes(capsys, *options)

    assert numbers(capsys, gala, "--category", "学生") == [3, 2, 4]


def test_labels_and_status_of_many(gala: Path, capsys: Printed) -> None:
    """Given, taken away, accepted."""
    changes(capsys, gala, "--all", "--add-labels", "二次会", "--remove-labels", "vip")
    changes(capsys, gala, "--status", "waiting", "--to", "accept")

    assert numbers(capsys, gala, "--label", "二次会") == [3, 1, 2, 4]
    assert numbers(capsys, gala, "--label", "VIP") == []
    assert numbers(capsys, gala, "--status", "accepted") == [3, 1, 2, 4]


def test_what_was_changed_is_told_in_words(gala: Path, capsys: Printed) -> None:
    """One line for each change."""
    run("guests", gala, "--label", "VIP", "--set", "table_name=3", "--to", "cancel")

    assert capsys.readouterr().out.splitlines() == [
        "Changed: 1. So already: 0. Fees: ¥0.",
        "Changed: 1. So already: 0. Fees: -¥8,000.",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("--set", "table_name=3"),
        ("--all", "--set", "colour=red"),
        ("--all", "--set", "note"),
        ("--all", "--set", "name="),
        ("--category", "nothing"),
    ],
)
def test_what_can_not_be_meant_changes_nothing(
    gala: Path, capsys: Printed, words: tuple[str, ...]
) -> None:
    """Nobody is chosen, no such field, no value, no name, no such category: one sentence."""
    assert run("guests", gala, *words) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_chosen_guests_and_columns_are_written_out(gala: Path, tmp_path: Path) -> None:
    """As the window writes out what it shows."""
    path = tmp_path / "vip.csv"
    run("export", gala, "guests", "--label", "VIP", "--columns", "name,labels", "-o", path)

    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["氏名", "タグ"], ["佐藤 花子", "VIP, 二次会"]]
