"""The banner's words for every verdict: complete in both languages, never told by colour alone."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from reception_app.domain.admission import DoorHours, Verdict
from reception_app.domain.event import Desk
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.ledger import GuestBalance
from reception_app.domain.money import Money
from reception_app.services.reception import Outcome
from reception_app.storage.admissions import Admission
from reception_app.ui.door.banner_view import ICONS
from reception_app.ui.door.outcome_view import Circumstances, view_of
from reception_app.ui.wording import speak
from reception_app.wording import LANGUAGES, Wording

NOW = datetime.fromisoformat("2026-11-14T18:03:22+09:00")
DESK = Desk("A", "operator")
HANAKO = Guest("g1", 12, GuestStatus.ACCEPTED, "佐藤 花子", "さとう はなこ", company="サンプル商事")
KNOWN = frozenset(Verdict) - {Verdict.UNKNOWN_CODE, Verdict.OTHER_EVENT, Verdict.AMBIGUOUS}


def outcome(verdict: Verdict, *findings: Verdict, guest: Guest | None = HANAKO) -> Outcome:
    """An answer for Hanako, who owes ¥8,000 and was admitted a minute ago."""
    admission = Admission(
        "a1", "g1", NOW - timedelta(minutes=1), "B", "o", forced=False, payment=None
    )
    return Outcome(
        verdict,
        (verdict, *findings),
        NOW,
        guest=guest,
        balance=GuestBalance(charged=8000),
        due=Money(8000, "JPY"),
        admission=admission,
        admitted_by="鈴木",
        text="" if guest else "https://example.org",
    )


def around(**facts: object) -> Circumstances:
    """Desk A between 19:00 and 21:00."""
    hours = DoorHours(NOW + timedelta(hours=1), NOW + timedelta(hours=3))
    return Circumstances(DESK, **{"hours": hours, **facts})  # type: ignore[arg-type] # by name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_verdict_has_its_own_words_and_sign(qapp: QApplication, language: str) -> None:
    """Headlines all differ, and so do icon and ground together."""
    speak(qapp, language)
    views = [
        view_of(outcome(verdict, guest=HANAKO if verdict in KNOWN else None), around(),
                Wording(language))
        for verdict in Verdict
    ]  # fmt: skip

    assert len({view.headline for view in views}) == len(Verdict)
    assert len({(view.icon or ICONS[view.kind], view.kind) for view in views}) == len(Verdict)


@pytest.mark.parametrize("verdict", sorted(KNOWN))
def test_the_guest_stands_in_every_answer(qapp: QApplication, verdict: Verdict) -> None:
    """Name, reading, company, number, note and desk are shown whatever the verdict."""
    speak(qapp, "en")
    noted = Guest("g1", 12, GuestStatus.ACCEPTED, "佐藤 花子", "さとう はなこ", note="車椅子")
    view = view_of(outcome(verdict, guest=noted), around(), Wording("en"))

    assert (view.name, view.reading, view.note) == ("佐藤 花子", "さとう はなこ", "車椅子")
    assert "no. 12" in view.foot
    assert "desk A" in view.foot


def test_lesser_findings_stand_beneath(qapp: QApplication) -> None:
    """All findings are told, the gravest as the headline."""
    speak(qapp, "en")
    graver = outcome(Verdict.CANCELLED, Verdict.NOT_OPEN, Verdict.COLLECT_FEE,
                     Verdict.ALREADY_ADMITTED)  # fmt: skip
    view = view_of(graver, around(), Wording("en"))

    assert view.headline == "Had cancelled"
    assert view.findings == (
        "The door opens at 19:03",
        "¥8,000 is due",
        "Already inside since 18:02, desk B",
    )


def test_closed_cash_box_is_said(qapp: QApplication) -> None:
    """A fee at a desk whose cash box is closed says what is in the way."""
    speak(qapp, "ja")
    view = view_of(outcome(Verdict.COLLECT_FEE), around(box_open=False), Wording("ja"))

    assert (view.amount_label, view.amount) == ("未払", "¥8,000")
    assert view.findings == ("レジAを開けるまで、お預かりできません",)


def test_overpaid_and_part_paid_are_said(qapp: QApplication) -> None:
    """Part of the fee, or more than it, is said in words."""
    speak(qapp, "en")
    part = Outcome(
        Verdict.COLLECT_FEE, (Verdict.COLLECT_FEE,), NOW, guest=HANAKO,
        balance=GuestBalance(charged=8000, paid=3000), due=Money(5000, "JPY"),
    )  # fmt: skip
    more = Outcome(
        Verdict.ADMITTED, (Verdict.ADMITTED,), NOW, guest=HANAKO,
        balance=GuestBalance(charged=8000, paid=10000), due=Money(-2000, "JPY"),
    )  # fmt: skip

    assert "¥3,000 of ¥8,000 is paid already" in view_of(part, around(), Wording("en")).findings
    assert any(
        "¥2,000 was paid too much" in f for f in view_of(more, around(), Wording("en")).findings
    )
