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
from reception_app.services.event_setup import change_event
from reception_app.services.reception import NotInside
from reception_app.services.spare_badges import make_spare_badges
from reception_app.storage import fact_journal, guests, settings
from reception_app.storage.admissions import is_inside


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
        ("pay-for 12 cash", "NobodyInHand"),
        ("pay-part cash", "LineNotUnderstood"),
        ("arrived 999 18:05", "GuestUnknown"),
        ("spare 123", "NobodyInHand"),
        ("handed", "NobodyInHand"),
        ("walk-in 山田|||VIP|", "CategoryUnknown"),
        ("walk-in a|b|c|d|e|f|g|h", "LineNotUnderstood"),
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


def test_mixed_tender_and_a_part(evening: Evening, lines: LineDoor) -> None:
    """Several tenders on one line are one payment; a part leaves the rest with a promise."""
    one, other = evening.guest("山田 太郎"), evening.guest("佐藤 花子")
    lines.answer("open 20000")
    lines.answer(f"admit {one.number}")
    mixed = lines.answer("pay paypay 3000 cash 10000")
    assert (mixed["paid"], mixed["change"], mixed["parts"]) == (
        8000, 5000, {"paypay": 3000, "cash": 5000},
    )  # fmt: skip
    lines.answer(f"admit {other.number}")
    part = lines.answer("pay-part card 5000 2026-11-30 残りは振込")

    assert (part["verdict"], part["paid"], part["due"]) == ("admitted", 5000, 3000)
    assert lines.answer("unpaid") == {
        "unpaid": [
            {"number": other.number, "name": "佐藤 花子", "due": 3000, "reason": "残りは振込",
             "until": "2026-11-30"}
        ],
        "due": 3000,
        "currency": "JPY",
    }  # fmt: skip


@pytest.mark.parametrize(("each", "receipts"), [("", 1), ("each ", 3)])
def test_one_pays_for_others(evening: Evening, lines: LineDoor, each: str, receipts: int) -> None:
    """The guest in hand pays for two more, with one receipt or three; all are in."""
    payer, *others = (evening.guest(name) for name in ("甲", "乙", "丙"))
    lines.answer("open 20000")
    lines.answer(f"admit {payer.number}")
    numbers = " ".join(str(guest.number) for guest in others)
    paid = lines.answer(f"pay-for {numbers} {each}cash 30000")

    assert (paid["paid"], paid["change"]) == (24000, 6000)
    assert len(paid.get("receipts", ["one"])) == receipts
    assert all(is_inside(evening.file, guest.id) for guest in (payer, *others))
    assert lines.answer("undo 間違い")["give_back"] == (24000 if receipts == 1 else 8000)


def test_out_and_in_again(evening: Evening, lines: LineDoor) -> None:
    """Who goes out is counted out, and welcomed back by the same badge."""
    guest = evening.guest("来賓", "ご招待")
    code = code_of(evening, guest.number)
    change_event(evening.file, {"capacity": "50"}, now=at("17:00"), operator="")
    assert lines.answer(f"out {code}") == {
        "left": {"number": guest.number, "name": "来賓"}, "inside": 0, "capacity": 50,
    }  # fmt: skip
    back = lines.answer(code)

    assert (back["verdict"], back["returned"]) == ("admitted", True)
    lines.answer(f"out {code}")
    with pytest.raises(NotInside):
        lines.answer(f"out {code}")


def test_paper_spare_tags_and_handing_out(evening: Evening, lines: LineDoor) -> None:
    """A line of the paper list, a blank tag for the guest in hand, and the tag handed out."""
    guest = evening.guest("佐藤 花子")
    (spare,) = make_spare_badges(evening.file, 1, now=at("17:00"), operator="")
    assert lines.answer(spare.code) == {"verdict": "unknown_code", "spare": "S01"}
    came = lines.answer(f"arrived {guest.number} 1755")
    assert (came["verdict"], came["due"]) == ("admitted", 8000)
    assert lines.answer(f"spare {spare.code}")["spare"] == "S01"
    assert lines.answer("handed")["handed_out"]["number"] == guest.number
    again = lines.answer(spare.code)

    # The fee is still due, which is the graver finding; being inside stands beneath it.
    assert (again["verdict"], again["also"]) == ("collect_fee", ["already_admitted"])
