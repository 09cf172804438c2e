"""Arrivals from paper: read as typed, in the order they came, with the time on the paper."""

from datetime import time

import pytest
from evening import Evening
from notation import at

from reception_app.domain.admission import Verdict
from reception_app.domain.facts import StatusChanged
from reception_app.domain.guest import GuestStatus
from reception_app.domain.journal import Tender
from reception_app.services.paper_entry import (
    LineEmpty,
    PaperLine,
    enter_arrival,
    find_on_paper,
    paper_moment,
    parse_line,
)
from reception_app.storage.admissions import find_admission_of, is_inside
from reception_app.storage.journal import find_balance


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("214", PaperLine("214")),
        ("214 1805", PaperLine("214", time(18, 5))),
        ("214 18:05 +", PaperLine("214", time(18, 5), Tender.CASH)),
        ("２１４　１８０５　＋", PaperLine("214", time(18, 5), Tender.CASH)),
        ("佐藤 花子 18時 p", PaperLine("佐藤 花子", time(18), Tender.PAYPAY)),
        ("佐藤　花子", PaperLine("佐藤 花子")),
        ("214 C", PaperLine("214", None, Tender.CARD)),
        ("1805", PaperLine("1805")),
    ],
)
def test_lines_are_read_as_typed(text: str, line: PaperLine) -> None:
    """Number or name, time, and a sign for how it was paid; full width and Japanese too."""
    assert parse_line(text) == line


@pytest.mark.parametrize("text", ["", "   "])
def test_empty_line_names_nobody(text: str) -> None:
    """An empty line is told, not entered."""
    with pytest.raises(LineEmpty):
        parse_line(text)


def test_number_and_name_are_found(evening: Evening) -> None:
    """A number is one guest, a name everybody whom it fits."""
    guests = [evening.guest(name) for name in ("佐藤 花子", "佐藤 太郎")]

    assert find_on_paper(evening.file, str(guests[1].number)) == (guests[1],)
    assert set(find_on_paper(evening.file, "佐藤")) == set(guests)
    assert find_on_paper(evening.file, "999") == ()


def test_past_midnight_the_evening_was_yesterday() -> None:
    """Entered at 00:30, 23:50 was before midnight."""
    assert paper_moment(time(23, 50), at("00:30")).day == at("00:30").day - 1
    assert paper_moment(time(18, 5), at("20:00")) == at("18:05")


def test_arrival_has_the_time_of_the_paper(evening: Evening) -> None:
    """Who came at 18:05 and owes is inside since 18:05, and still owes; that lasts a rebuild."""
    guest = evening.guest("佐藤 花子")
    outcome = enter_arrival(
        evening.file, guest, at=at("18:05"), tender=None, desk=evening.desk, now=at("20:00")
    )

    assert (outcome.verdict, find_balance(evening.file, guest.id).due) == (Verdict.ADMITTED, 8000)
    evening.file.rebuild()
    admission = find_admission_of(evening.file, guest.id)
    assert admission is not None
    assert admission.at == at("18:05")


def test_paid_on_paper_is_paid_now(evening: Evening) -> None:
    """The sign for cash takes the fee into the open cash box, with its receipt."""
    evening.open_box()
    guest = evening.guest("佐藤 花子")
    outcome = enter_arrival(
        evening.file, guest, at=at("18:05"), tender=Tender.CASH, desk=evening.desk,
        now=at("20:00"),
    )  # fmt: skip

    assert outcome.payment is not None
    assert outcome.payment.receipt.at == at("20:00")
    assert outcome.admission is not None
    assert outcome.admission.at == at("18:05")


def test_who_is_in_already_is_told(evening: Evening) -> None:
    """A walk-in who came in by themselves is not let in twice by the paper."""
    inside = evening.guest("乙", "ご招待")
    outcome = enter_arrival(
        evening.file, inside, at=at("18:05"), tender=None, desk=evening.desk, now=at("20:00")
    )

    assert outcome.verdict is Verdict.ALREADY_ADMITTED


def test_blocked_guest_stays_out(evening: Evening) -> None:
    """Who is blocked is not inside by a tick on paper."""
    guest = evening.guest("甲")
    with evening.file.act(now=at("17:00"), actor="") as act:
        act.record(StatusChanged(guest=guest.id, status=GuestStatus.BLOCKED))
    outcome = enter_arrival(
        evening.file, guest, at=at("18:05"), tender=None, desk=evening.desk, now=at("20:00")
    )

    assert outcome.verdict is Verdict.BLOCKED
    assert not is_inside(evening.file, guest.id)
