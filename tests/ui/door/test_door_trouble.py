"""Trouble at the door, on the real page: a failing disk, a pulled stick, a wrong clock."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from door_hands import Hands
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shim_disk import Fault, Plan, ShimDisk, shim_disk

from reception_app.domain.admission import Verdict
from reception_app.storage import fact_journal
from reception_app.storage.event_file import AlreadyOpen, EventFile
from reception_app.ui.door.banner_view import BannerKind
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.door.sounds import Tone
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture
def disk() -> Iterator[ShimDisk]:
    """A disk that fails when told to."""
    with shim_disk() as made:
        yield made


@pytest.fixture
def door(tmp_path: Path, look: Theme, qapp: QApplication, disk: ShimDisk) -> Iterator[DoorEvening]:
    """An event on that disk, desk A at work with an open cash box."""
    assert look.choice
    assert disk.plan is None
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    yield made
    disk.plan = None
    made.event.close()


class Listening(Hands):
    """Hands that hear, too."""

    heard: list[Tone]


@pytest.fixture
def hands(door: DoorEvening, qtbot: QtBot) -> Iterator[Listening]:
    """Somebody at the page, who hears its sounds."""
    heard: list[Tone] = []
    page = DoorPage(door.workplace, play=heard.append)
    qtbot.addWidget(page)
    page.resize(1096, 720)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.scan.line.hasFocus)
    made = Listening(page)
    made.heard = heard
    yield made
    page.close()


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.EIO, Fault.SHORT])
def test_failing_disk_is_trouble_of_its_own(
    door: DoorEvening, hands: Listening, disk: ShimDisk, fault: Fault
) -> None:
    """Nothing green is shown that is not on the disk; once it works the badge lets in."""
    guest = door.add("前田 さゆり", category="登壇者")
    disk.plan = Plan(fault, nth=1, sticky=True)
    hands.scan(door.code(guest))
    view = hands.page.answer.banner.view
    assert view.kind is BannerKind.TROUBLE
    assert "The guest did nothing wrong" in hands.answer
    assert hands.heard == [Tone.STOP]
    disk.plan = None
    door.clock.advance(10)
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
    assert fact_journal.broken_link(door.event.db) is None


def test_evening_goes_on_after_a_passing_fault(
    door: DoorEvening, hands: Listening, disk: ShimDisk
) -> None:
    """Of thirty guests one meets a fault in the middle; twenty-nine are in, and then that one."""
    coming = [door.add(f"登壇者 {n}", category="登壇者") for n in range(30)]
    for n, guest in enumerate(coming):
        disk.plan = Plan(Fault.EIO, nth=1, sticky=True) if n == 15 else None
        hands.scan(door.code(guest))
    assert hands.arrived == 29
    hands.scan(door.code(coming[15]))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 30)


def test_pulled_stick(door: DoorEvening, hands: Listening) -> None:
    """When the file is gone from its place the door says so, and never that the badge is wrong."""
    guest = door.add("前田 さゆり", category="登壇者")
    away = door.event.path.with_name("pulled.reception")
    door.event.path.rename(away)
    hands.scan(door.code(guest))
    assert hands.page.answer.banner.view.kind is BannerKind.TROUBLE
    assert hands.verdict is None
    away.rename(door.event.path)
    door.clock.advance(10)
    hands.scan(door.code(guest))

    assert hands.verdict in {Verdict.ADMITTED, Verdict.ALREADY_ADMITTED}


def test_clock_set_back(door: DoorEvening, hands: Listening) -> None:
    """An hour set back at the wall makes no repeat of a badge and mixes no order up."""
    first, second = (door.add(f"登壇者 {n}", category="登壇者") for n in (1, 2))
    hands.scan(door.code(first))
    door.clock.now -= timedelta(hours=1)
    hands.scan(door.code(second))
    hands.scan(door.code(first))

    assert hands.shows(Verdict.ALREADY_ADMITTED)
    acts = [fact.kind for fact in fact_journal.facts(door.event.db)][-3:]
    assert acts == ["admitted", "admitted", "refused"]
    assert fact_journal.broken_link(door.event.db) is None


def test_second_window_is_refused_while_the_door_works(door: DoorEvening, hands: Listening) -> None:
    """A second opener of the file is told at once, and the first goes on."""
    guest = door.add("前田 さゆり", category="登壇者")
    with pytest.raises(AlreadyOpen):
        EventFile.open(door.event.path)
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)


def test_fifty_scans_at_once(door: DoorEvening, hands: Listening) -> None:
    """Fifty badges without a pause, with and without Enter: every one is on record."""
    coming = [door.add(f"登壇者 {n}", category="登壇者") for n in range(50)]
    for n, guest in enumerate(coming):
        hands.scan(door.code(guest), enter=n % 2 == 0)

    assert hands.arrived == 50


@pytest.mark.parametrize(
    "text",
    [
        "7" * 3000,
        "https://example.org/t/" + "0123456789" * 300,
        "BEGIN:VCARD" + "\x1d\x1e\x04" + "N:佐藤" * 10,
        "<img src=x onerror=1>12345678",
    ],
)
def test_monstrous_codes_are_refused_and_the_next_is_not(
    door: DoorEvening, hands: Listening, text: str
) -> None:
    """Three thousand signs, a URL, control signs, markup: one refusal, and the door goes on."""
    guest = door.add("前田 さゆり", category="登壇者")
    hands.page.scan.scanned.emit(text)
    assert hands.shows(Verdict.UNKNOWN_CODE)
    hands.scan(door.code(guest))

    assert (hands.verdict, hands.arrived) == (Verdict.ADMITTED, 1)
