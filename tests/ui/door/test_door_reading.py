"""What the counters of the door say of many categories."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import NOW, DoorEvening, door_evening
from PySide6.QtWidgets import QApplication

from reception_app.ui.door.door_reading import read_arrivals
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture
def door(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[DoorEvening]:
    """An event with four categories in its fee plan."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    yield made
    made.event.close()


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((1, 1, 1, 1, 1, 1), ["0 / 1"] * 6),
        ((2, 3, 1, 2, 1, 4, 2), ["0 / 2", "0 / 3", "0 / 2", "0 / 4", "0 / 2", "0 / 2"]),
    ],
)
def test_lines_add_up_to_everybody(
    door: DoorEvening, sizes: tuple[int, ...], shown: list[str]
) -> None:
    """Up to six categories have a line each; beyond, the smallest share the line `Others`."""
    for number, size in enumerate(sizes):
        for n in range(size):
            door.add(f"佐藤 {number}{n}", category=f"区分{number}")
    view = read_arrivals(door.event, NOW)
    names, figures = zip(*view.rows[:-2], strict=True)

    assert view.expected == sum(sizes)
    assert list(figures) == shown
    assert ("Others" in names) is (len(sizes) > 6)
