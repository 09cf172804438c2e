"""A plot reads its values off by pointer and keys, and its levels are round and hold everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception_app.ui.parts.plot import NOWHERE, Look, Places, Plot, Series, _levels
from reception_app.ui.theme import DARK, LIGHT, Theme, ThemeChoice

PLACES = Places(("a", "b", "c", "d"), ("a", "", "c", ""))


@pytest.fixture
def plot(look: Theme, qtbot: QtBot) -> Plot:
    """Bars and a broken line over four places."""
    assert look.choice
    made = Plot()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show_series(
        PLACES,
        [
            Series("came", (3, 0, 40, None), Look.BARS),
            Series("plan", (5, None, 20, 60), Look.DASHED, "muted"),
        ],
        mark=2,
    )
    made.show()
    return made


def test_the_pointer_reads_a_place_off(plot: Plot, qtbot: QtBot) -> None:
    """Under the pointer, and no longer when it has gone."""
    with qtbot.waitSignal(plot.pointed) as told:
        QTest.mouseMove(plot, QPoint(395, 100))
    assert told.args == [3]
    plot.leaveEvent(None)  # type: ignore[arg-type] # offscreen the pointer cannot leave a window

    assert plot.at == NOWHERE


def test_a_click_chooses_a_place(plot: Plot, qtbot: QtBot) -> None:
    """The one under the pointer."""
    with qtbot.waitSignal(plot.chosen) as told:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(395, 100))

    assert told.args == [3]


def test_arrow_keys_step_from_the_mark(plot: Plot, qtbot: QtBot) -> None:
    """They begin at what is told apart, stop at the ends, and Enter chooses."""
    for key, place in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_End, 3),
    ):
        QTest.keyClick(plot, key)
        assert plot.at == place
    with qtbot.waitSignal(plot.chosen) as told:
        QTest.keyClick(plot, Qt.Key.Key_Return)

    assert told.args == [3]


def test_a_screen_reader_hears_the_values(plot: Plot) -> None:
    """Of the place read off, or else how it stands at the end."""
    assert plot.accessibleDescription() == "came 40, plan 60"
    plot.point_at(0)

    assert plot.accessibleDescription() == "a, came 3, plan 5"


def test_fewer_places_forget_what_was_read_off(plot: Plot) -> None:
    """No value is shown of a place that is no more."""
    plot.point_at(3)
    plot.show_series(Places(("a",), ("a",)), [Series("came", (1,), Look.AREA)])

    assert plot.at == NOWHERE


@pytest.mark.parametrize(
    ("choice", "colours"), [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)]
)
def test_it_is_painted_in_the_colours_of_the_theme(
    plot: Plot, look: Theme, choice: ThemeChoice, colours: object
) -> None:
    """The tall bar is in the accent colour of whichever theme is on."""
    look.choose(choice)
    picture = plot.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name().upper()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    look.choose(ThemeChoice.LIGHT)

    assert getattr(colours, "accent") in seen  # noqa: B009 - typed as an object above


@given(st.lists(st.floats(-1e9, 1e9), max_size=8), st.integers(1, 6))
def test_levels_hold_every_value(values: list[float], wanted: int) -> None:
    """Zero is one of them, they are evenly apart, and not many more than wanted."""
    levels = _levels(values, wanted)

    assert 0 in levels
    assert levels[0] <= min([0, *values])
    assert levels[-1] >= max([0, *values])
    assert 2 <= len(levels) <= wanted + 3
