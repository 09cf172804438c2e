"""The guests' screen shows name, table and money, follows the door, and tells nothing else."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from door_hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import GuestStatus
from reception_app.domain.money import Money
from reception_app.ui.door.banner_view import BannerKind
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.door.guest_screen import GuestScreen
from reception_app.ui.door.guest_sight import GuestSight, SightKind, sight_of
from reception_app.ui.event_pages import DOOR
from reception_app.ui.main_window import MainWindow
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.wording import Wording

YEN = Money(8000, "JPY")


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> DoorEvening:
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    return made


@pytest.fixture
def window(evening: DoorEvening, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with the guests' screen open beside it."""
    preferences = Preferences(tmp_path / "window.ini")
    preferences.backup_folder = tmp_path / "backups"
    made = MainWindow(evening.event, Wording("en"), preferences)
    made.workplace.now = evening.clock
    qtbot.addWidget(made)
    made.show()
    made.show_page(DOOR)
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClick(made, Qt.Key.Key_F11)
    yield made
    made.close()


def screen(window: MainWindow) -> GuestScreen:
    """The screen for the guests."""
    assert window._guest_screen is not None
    return window._guest_screen


def door(window: MainWindow) -> DoorPage:
    """The door page."""
    page = window.current_page
    assert isinstance(page, DoorPage)
    return page


def test_f11_opens_it_beside_the_door(window: MainWindow) -> None:
    """It names the event, and the desk's keys stay at the desk."""
    assert screen(window).isVisible()
    assert screen(window).sight.kind is SightKind.IDLE
    assert "秋の異業種交流会" in screen(window).texts
    assert window.isActiveWindow()
    QTest.keyClick(window, Qt.Key.Key_F11)

    assert not screen(window).isVisible()


def test_it_follows_a_fee_from_the_scan_to_the_change(
    window: MainWindow, evening: DoorEvening
) -> None:
    """What is due, what was typed, and afterwards the welcome with what comes back."""
    guest = evening.add("山田 太郎", "やまだ たろう", company="秘密商事", table_name="12",
                        note="VIP")  # fmt: skip
    hands = Hands(door(window))
    hands.scan(evening.code(guest))
    assert screen(window).sight == GuestSight(SightKind.FEE, "山田 太郎", "12", YEN)
    hands.press("1", "0")
    assert "Received ¥10,000" in screen(window).texts
    assert "Your change ¥2,000" in screen(window).texts
    hands.press("Enter")

    assert screen(window).texts == (
        "Welcome", "山田 太郎", "Table 12", "Fee ¥8,000", "Received ¥10,000", "Your change ¥2,000",
    )  # fmt: skip


@pytest.mark.parametrize("status", [GuestStatus.BLOCKED, GuestStatus.CANCELLED])
def test_whoever_is_refused_reads_no_reason_and_no_name(
    window: MainWindow, evening: DoorEvening, status: GuestStatus
) -> None:
    """Others look over the shoulder."""
    guest = evening.add("山田 太郎", note="owes money since 2019")
    evening.set_status(guest, status)
    Hands(door(window)).scan(evening.code(guest))

    assert screen(window).texts == ("One moment, please", "The desk is glad to help you.")


def test_a_name_goes_after_a_while(window: MainWindow, evening: DoorEvening) -> None:
    """The next in the queue need not read it."""
    guest = evening.add("青木 晃", category="登壇者")
    Hands(door(window)).scan(evening.code(guest))
    assert screen(window).sight.name == "青木 晃"
    assert screen(window)._idle_later.isActive()
    screen(window)._idle_later.timeout.emit()

    assert screen(window).sight.kind is SightKind.IDLE


def test_a_fee_stays_until_it_is_paid(window: MainWindow, evening: DoorEvening) -> None:
    """Nobody is hurried by a clock."""
    guest = evening.add("山田 太郎")
    Hands(door(window)).scan(evening.code(guest))

    assert not screen(window)._idle_later.isActive()


def test_its_place_is_remembered(window: MainWindow) -> None:
    """For the next evening on this computer."""
    screen(window).close()

    assert window._preferences.guest_screen == window.screen().name()


@pytest.mark.parametrize("kind", [BannerKind.IDLE, BannerKind.NOTED])
def test_between_two_guests_nobody_is_named(kind: BannerKind) -> None:
    """Also while something is undone."""
    sight = sight_of(None, kind, due=YEN, received=None)

    assert asdict(sight) == asdict(GuestSight(SightKind.IDLE))


@pytest.mark.parametrize("kind", [BannerKind.REFUSED, BannerKind.TROUBLE])
def test_trouble_is_no_business_of_the_guest(kind: BannerKind) -> None:
    """They are asked for a moment."""
    assert sight_of(None, kind, due=YEN, received=None) == GuestSight(SightKind.ASK)


def test_a_long_name_is_broken_and_not_cut(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    """In a small window too, and a name that looks like HTML is only a name."""
    assert look.choice
    speak(qapp, "en")
    window = QWidget()
    qtbot.addWidget(window)
    shown = GuestScreen(window)
    shown.resize(480, 300)
    shown.show()
    name = "<b>Bartholomew</b> Featherstonehaugh-Cholmondeley of Marjoribanks"
    shown.show_sight(GuestSight(SightKind.WELCOME, name, "12"))
    lines, *_ = shown._block(name, 84, bold=True, colour="ink")
    shown.grab()

    assert " ".join(lines).replace("- ", "-") == name
