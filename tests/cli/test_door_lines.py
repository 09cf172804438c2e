"""The door on standard input: every line is answered by what was done."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from evening import Evening
from notation import at

from reception_app.cli import door
from reception_app.cli.door import LineDoor, SeveralBadges
from reception_app.domain.badge_code import new_badge_code
from reception_app.domain.errors import ReceptionError
from reception_app.storage import fact_journal, guests, settings


@pytest.fixture
def lines(evening: Evening) -> LineDoor:
    """Desk A of the test event, at 18:05."""
    return LineDoor(evening.file, evening.desk, clock=lambda: at("18:05"))


def code_of(evening: Evening, number: int) -> str:
    """The badge code of a guest by number."""
    guest = guests.find_by_number(evening.file, number)
    assert guest is not None
    code = guests.find_badge_code(evening.file, guest.id)
    assert code is not None
    return code


def test_a_scan_a_payment_and_a_second_scan(evening: Evening, lines: LineDoor) -> None:
    """The fee is asked for, change is told, and the same badge is refused afterwards."""
    guest = evening.guest("山田 太郎")
    code = code_of(evening, guest.number)
    lines.answer("open 20000")
    assert lines.answer(code) == {
        "verdict": "collect_fee",
        "guest": {"number": guest.number, "name": "山田 太郎"},
        "due": 8000,
        "currency": "JPY",
    }
    paid = lines.answer("pay cash 10000")
    assert (paid["verdict"], paid["paid"], paid["tendered"], paid["change"]) == (
        "admitted", 8000, 10000, 2000,
    )  # fmt: skip
    assert paid["receipt"] == "K26-A-0001"
    again = lines.answer(code)
    assert (again["verdict"], again["desk"]) == ("already_admitted", "A")
    assert again["since"].startswith("2026-11-14T18:05:00")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("pay cash 10000", "NobodyInHand"),
        ("admit 9999", "GuestUnknown"),
        ("admit x", "GuestUnknown"),
        ("undo mistake", "NothingToUndo"),
        ("open 1.5", "AmountTooFine"),
        ("open -1", "AmountNegative"),
        ("open 3x1", "CountUnreadable"),
        ("count 10000x1", "BoxNotOpen"),
        ("close", "BoxNotOpen"),
        ("drop 1000", "BoxNotOpen"),
        ("walk-in |||会員|", "GuestNameMissing"),
        ("walk-in 山田|||VIP|", "CategoryUnknown"),
        ("walk-in a|b|c|d|e|f", "LineNotUnderstood"),
    ],
)
def test_a_line_that_cannot_be_done_says_why(lines: LineDoor, line: str, error: str) -> None:
    """Each refusal is an error of its own, and the desk goes on."""
    with pytest.raises(ReceptionError) as refused:
        lines.answer(line)
    assert refused.value.code == error
    assert lines.answer("find nobody") == {"found": []}


def test_tender_below_due_records_nothing(evening: Evening, lines: LineDoor) -> None:
    """Too little cash is refused, the guest stays in hand, and the right sum goes through."""
    guest = evening.guest("山田 太郎")
    lines.answer("open 20000")
    lines.answer(f"admit {guest.number}")
    with pytest.raises(ReceptionError) as refused:
        lines.answer("pay cash 500")
    assert refused.value.code == "TenderBelowDue"
    assert lines.answer("pay cash 8000")["change"] == 0


def test_half_and_foreign_codes_are_told_apart(lines: LineDoor) -> None:
    """Half a code is unknown; a code of another event is told as one."""
    foreign = str(new_badge_code("0000"))
    assert lines.answer(foreign[:17])["verdict"] == "unknown_code"
    assert lines.answer(foreign)["verdict"] == "other_event"


def test_an_evening_to_the_closed_box(lines: LineDoor) -> None:
    """Walk-in, PayPay, pay later, undo, drop, count and close; the box closes on what is in it."""
    lines.answer("open 10000x1 1000x10")
    lines.answer("walk-in 新井 太郎|アライ タロウ|ABC|会員|山田")
    assert lines.answer("pay cash 10000")["change"] == 2000
    lines.answer("walk-in 井上 花子|イノウエ ハナコ|ABC|学生|山田")
    assert lines.answer("pay paypay")["paid"] == 3000
    lines.answer("walk-in 上田 次郎|ウエダ ジロウ|ABC|会員|山田")
    assert lines.answer("pay-later 財布を忘れた")["verdict"] == "admitted"
    assert lines.answer("undo 別の方")["give_back"] == 0
    assert lines.answer("drop 10000")["dropped"] == 10000
    assert lines.answer("count 1000x18") == {
        "counted": 18000, "difference": 0, "currency": "JPY",
    }  # fmt: skip
    assert lines.answer("close")["expected"] == 18000


def test_the_door_reads_until_quit(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blank lines are passed over, errors are answers too, nothing after `quit` is done."""
    path = evening.file.path
    evening.file.close()
    monkeypatch.setattr("sys.stdin", io.StringIO("find x\n\nundo y\nquit\nfind z\n"))
    assert run_door(path) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["line"] for answer in answers] == [1, 3]
    assert "error" in answers[1]


def run_door(path: Path) -> int:
    """The `door` command on this event."""
    import argparse

    from reception_app.wording import Wording

    arguments: Any = argparse.Namespace(event=path, desk="A", operator="鈴木")
    return door.run(arguments, Wording("en"))


def test_two_glued_codes_let_nobody_in(evening: Evening, lines: LineDoor) -> None:
    """Two badges in one line are told, not answered for the first alone."""
    guests_at_door = [evening.guest(name, "ご招待") for name in ("来賓一", "来賓二")]
    code = new_badge_code(settings.find_event(evening.file).tag)
    before = fact_journal.count_facts(evening.file.db)

    with pytest.raises(SeveralBadges):
        lines.answer(f"{code_of(evening, guests_at_door[0].number)}{code}")

    assert fact_journal.count_facts(evening.file.db) == before
