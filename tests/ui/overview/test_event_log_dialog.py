"""The event log stands beside the window, follows the door, and leads to the guest."""

from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import Guest
from reception_app.services.event_log import LogPart
from reception_app.services.reception import receive_badge
from reception_app.ui.overview.event_log_dialog import EventLogDialog
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> DoorEvening:
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    return made


@pytest.fixture
def speaker(evening: DoorEvening) -> Guest:
    """Who came, after a code nobody knows was read."""
    guest = evening.add("青木 晃", "あおき あきら", "登壇者")
    receive_badge(evening.event, "TICKET-4711", desk=evening.desk, now=evening.clock())
    receive_badge(evening.event, evening.code(guest), desk=evening.desk, now=evening.clock())
    return guest


@pytest.fixture
def dialog(evening: DoorEvening, speaker: Guest, qtbot: QtBot) -> EventLogDialog:
    assert speaker.walk_in is False
    window = QWidget()
    qtbot.addWidget(window)
    made = EventLogDialog(evening.workplace, window)
    made.window_kept = window  # type: ignore[attr-defined] # for as long as the dialog
    made.look()
    return made


def words(dialog: EventLogDialog) -> list[str]:
    """What the shown lines say, newest first."""
    return [line.words for line in dialog.shown]


def test_the_newest_line_stands_first(dialog: EventLogDialog) -> None:
    """The arrival, and under it the code nobody knew, which can be read there."""
    assert words(dialog)[:2] == ["Let in", "Not let in: code unknown"]
    assert dialog.table.model().index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "TICKET-4711"


def test_typing_searches(dialog: EventLogDialog, qtbot: QtBot) -> None:
    """A moment after the last key; Escape takes the search back before it closes."""
    QTest.keyClicks(dialog.search, "4711")
    qtbot.waitUntil(lambda: words(dialog) == ["Not let in: code unknown"])
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(dialog.shown) > 2)
    assert dialog.isVisible()
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_it_opens_with_what_was_asked_for(dialog: EventLogDialog) -> None:
    """From the overview's figures: refused scans alone, or ten minutes of the door."""
    dialog.look(LogPart.REFUSED)
    assert words(dialog) == ["Not let in: code unknown"]
    dialog.look(LogPart.DOOR, text="18:0")

    assert words(dialog) == ["Let in"]


def test_operator_and_desk_narrow_it_down(dialog: EventLogDialog) -> None:
    """Whoever worked here and every desk can be chosen."""
    assert [dialog.operators.itemText(n) for n in range(dialog.operators.count())] == [
        "Everybody",
        "鈴木",
    ]
    everything = len(dialog.shown)
    dialog.desks.setCurrentIndex(1)
    dialog.desks.activated.emit(1)

    assert {line.desk for line in dialog.shown} == {"A"}
    assert len(dialog.shown) < everything


def test_enter_leads_to_the_guest(dialog: EventLogDialog, speaker: Guest, qtbot: QtBot) -> None:
    """From the search to the lines, and from a line to its guest."""
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.guest_asked) as told:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert told.args == [speaker.id]


def test_it_follows_the_door(dialog: EventLogDialog, evening: DoorEvening, qtbot: QtBot) -> None:
    """A moment after an act, with the search kept."""
    dialog.look(LogPart.REFUSED)
    receive_badge(evening.event, "TICKET-0815", desk=evening.desk, now=evening.clock())
    evening.workplace.changed.emit()

    qtbot.waitUntil(lambda: [line.read for line in dialog.shown] == ["TICKET-0815", "TICKET-4711"])


def test_scans_are_written_out(dialog: EventLogDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """Beside the window, and told."""
    dialog.export_to(tmp_path / "scans")
    qtbot.waitUntil((tmp_path / "scans.xlsx").exists)
    qtbot.waitUntil(dialog.notice.isVisible)
