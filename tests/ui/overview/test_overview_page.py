"""The overview shows the evening live, and each figure opens the rows behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import GuestStatus
from reception_app.domain.guest_filter import GuestFilter
from reception_app.services.event_log import LogPart, LogSearch
from reception_app.services.reception import receive_badge
from reception_app.storage.guests import list_guests
from reception_app.ui.event_pages import OVERVIEW
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.main_window import MainWindow
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.money.tabs import DUE, PAYMENTS
from reception_app.ui.overview.behind import Behind
from reception_app.ui.overview.overview_page import OverviewPage
from reception_app.ui.preferences import Preferences
from reception_app.ui.tags.name_tags_page import NameTagsPage
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak
from reception_app.wording import Wording


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> DoorEvening:
    """Two free guests and one who owes, on the evening of 18:03."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    made.change_event(
        door_opens="2026-11-14T17:30:00+09:00", door_closes="2026-11-14T20:00:00+09:00"
    )
    made.add("高崎 美咲", "たかさき みさき", "ゲスト")
    made.add("青木 晃", "あおき あきら", "登壇者")
    made.add("小野 雪", "おの ゆき", "登壇者")
    return made


@pytest.fixture
def window(evening: DoorEvening, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.backup_folder = tmp_path / "backups"
    made = MainWindow(evening.event, Wording("en"), preferences)
    made.workplace.now = evening.clock
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def page(window: MainWindow) -> OverviewPage:
    made = window.show_page(OVERVIEW)
    assert isinstance(made, OverviewPage)
    return made


def figure(page: OverviewPage, behind: Behind) -> str:
    """What a figure says, as a screen reader hears it."""
    shown = page.figures.get(behind) or page.rows[behind]
    return shown.accessibleName()


def test_the_figures_of_the_evening(page: OverviewPage) -> None:
    """Nobody is in yet, and one owes."""
    assert figure(page, Behind.ARRIVED) == "Arrived 0"
    assert figure(page, Behind.AWAITED) == "Not here yet 3"
    assert figure(page, Behind.DUE) == "Fees due ¥10,000"
    assert figure(page, Behind.UNTAGGED) == "Name tags to print 3"
    assert [row.figure for row in page.categories.rows.values()] == ["0 / 1", "0 / 2"]
    assert page.arrivals.curve.series[1].name == "Plan"


def test_it_follows_the_door(
    page: OverviewPage, window: MainWindow, evening: DoorEvening, qtbot: QtBot
) -> None:
    """A moment after an act, without being asked."""
    speakers = (row.guest for row in list_guests(evening.event) if not row.balance.due)
    for guest in speakers:
        receive_badge(evening.event, evening.code(guest), desk=evening.desk, now=evening.clock())
    receive_badge(evening.event, "no such code", desk=evening.desk, now=evening.clock())
    window.workplace.changed.emit()
    qtbot.waitUntil(lambda: figure(page, Behind.ARRIVED) == "Arrived 2")

    assert figure(page, Behind.REFUSED) == "Refused scans 1"
    assert page.arrivals.bars.series[0].values[:4] == (0, 0, 0, 2)


@pytest.mark.parametrize(
    ("behind", "chosen"),
    [
        (Behind.ARRIVED, GuestFilter(arrived=True)),
        (Behind.INSIDE, GuestFilter(inside=True)),
        (Behind.AWAITED, GuestFilter(statuses=frozenset({GuestStatus.ACCEPTED}), arrived=False)),
        (Behind.WAITING, GuestFilter(statuses=frozenset({GuestStatus.WAITING}))),
    ],
)
def test_people_are_behind_the_figures_of_people(
    page: OverviewPage,
    window: MainWindow,
    evening: DoorEvening,
    behind: Behind,
    chosen: GuestFilter,
) -> None:
    """The list shows exactly those who were counted."""
    evening.add("渡辺 結衣", status=GuestStatus.WAITING)
    opener = page.figures.get(behind) or page.rows[behind]
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Return)
    shown = window.current_page

    assert isinstance(shown, GuestsPage)
    assert shown.filter == chosen


def test_a_category_opens_its_guests(page: OverviewPage, window: MainWindow) -> None:
    """Those who are coming or here."""
    code, row = list(page.categories.rows.items())[1]
    row.click()
    shown = window.current_page

    assert isinstance(shown, GuestsPage)
    assert shown.filter.categories == {code}
    assert shown.model.rowCount() == 2


@pytest.mark.parametrize(
    ("behind", "part", "text"),
    [
        (Behind.REFUSED, LogPart.REFUSED, ""),
        (Behind.FORCED, LogPart.DOOR, "Let in all the same"),
    ],
)
def test_the_log_is_behind_what_went_wrong(
    page: OverviewPage, window: MainWindow, behind: Behind, part: LogPart, text: str
) -> None:
    """Searched for exactly that."""
    page.rows[behind].click()

    assert window.pages.log is not None
    assert window.pages.log.isVisible()
    assert window.pages.log._search() == LogSearch(text=text, parts=frozenset({part}))


def test_ten_minutes_open_what_happened_in_them(page: OverviewPage, window: MainWindow) -> None:
    """And Ctrl+L opens everything, from any page."""
    page.arrivals.bars.chosen.emit(3)
    assert window.pages.log is not None
    assert window.pages.log.search.text() == "18:0"
    window.pages.log.hide()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert window.pages.log.isVisible()
    assert window.pages.log.search.text() == ""


@pytest.mark.parametrize(("behind", "tab"), [(Behind.DUE, DUE), (Behind.TAKEN, PAYMENTS)])
def test_money_is_behind_the_figures_of_money(
    page: OverviewPage, window: MainWindow, behind: Behind, tab: str
) -> None:
    """The tab with the rows of the sum."""
    QTest.mouseClick(page.figures[behind], Qt.MouseButton.LeftButton)
    shown = window.current_page

    assert isinstance(shown, MoneyPage)
    assert shown.current == tab


def test_tags_are_behind_the_tags_to_print(page: OverviewPage, window: MainWindow) -> None:
    """The page of name tags, with the new ones chosen."""
    page.rows[Behind.UNTAGGED].click()
    shown = window.current_page

    assert isinstance(shown, NameTagsPage)
    assert len(shown.rows) == 3


def test_without_hours_and_arrivals_it_says_so(page: OverviewPage, evening: DoorEvening) -> None:
    """An empty curve is words, not an empty frame."""
    evening.change_event(door_opens="", door_closes="")
    page.refresh()

    assert "hours of the door" in page.arrivals.made.text()
    assert not page.arrivals.curve.isVisible()


def test_a_page_nobody_sees_reads_nothing(page: OverviewPage, window: MainWindow) -> None:
    """The door's acts cost it nothing."""
    window.show_page("guests")
    window.workplace.changed.emit()

    assert not page._soon.isActive()
    assert not page._often.isActive()


@pytest.mark.parametrize("name", ["report", "report.xlsx"])
def test_the_attendance_report_is_written(
    page: OverviewPage, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    """As PDF unless Excel is asked for, beside the window."""
    page.export_to(tmp_path / name)
    place = (tmp_path / name) if name.endswith(".xlsx") else tmp_path / "report.pdf"
    qtbot.waitUntil(place.exists)
    qtbot.waitUntil(page.notice.isVisible)
