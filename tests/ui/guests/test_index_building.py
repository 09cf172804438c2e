"""The index of guests is built while the window has nothing else to do."""

from pathlib import Path

import pytest
from door_evening import door_evening
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.storage import guest_index
from reception_app.ui.guests.index_building import IndexBuilding


def test_it_is_ready_a_moment_after_the_window(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """And then it rests."""
    evening = door_evening(tmp_path)
    evening.add("佐藤 花子", "さとう はなこ")
    building = IndexBuilding(qapp, evening.workplace)
    assert not evening.event.has_guest_index
    building.begin()
    qtbot.waitUntil(lambda: evening.event.has_guest_index)
    qtbot.waitUntil(lambda: not any(t.isActive() for t in building.findChildren(QTimer)))
    building.deleteLater()
    evening.event.close()


def test_a_list_taken_in_is_indexed_when_its_pages_hear_of_it(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More changed guests than the index carries beside it begin it anew."""
    evening = door_evening(tmp_path)
    building = IndexBuilding(qapp, evening.workplace)
    building.begin()
    qtbot.waitUntil(lambda: evening.event.has_guest_index)
    monkeypatch.setattr(guest_index, "_MOST_CHANGED", 1)
    for name in ("佐藤 花子", "鈴木 一郎"):
        evening.add(name)
    assert not evening.event.has_guest_index
    evening.workplace.changed.emit()
    qtbot.waitUntil(lambda: evening.event.has_guest_index)
    building.deleteLater()
    evening.event.close()
