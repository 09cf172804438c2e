"""The list of hits: stepping, picking, and long names cut only on the screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception_app.ui.door.hit_list import HitList, HitRow
from reception_app.ui.theme import Theme


@pytest.fixture
def hits(qtbot: QtBot, look: Theme) -> HitList:
    """Twenty guests."""
    assert look.choice
    made = HitList()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.show_rows("20", tuple(HitRow(f"g{n}", str(n), f"参加者 {n}", "", "") for n in range(20)))
    return made


def test_stepping_stops_at_the_ends(hits: HitList) -> None:
    """Up at the first row and Down at the last stay there, and the row is in view."""
    hits.step(-1)
    assert hits.selected == hits.rows[0]
    hits.step(50)

    assert hits.selected == hits.rows[-1]
    assert not hits._rows.visibleRegion().isEmpty()
    bottom = hits._rows.visibleRegion().boundingRect().bottom()
    assert bottom >= hits._rows.height() - 2


def test_enter_picks_the_selected(hits: HitList, qtbot: QtBot) -> None:
    """Enter picks; other keys mean nothing here."""
    hits.step(2)
    assert not hits.take("x")
    with qtbot.waitSignal(hits.picked) as picked:
        assert hits.take("\r")

    assert picked.args == ["g2"]


def test_nobody_selected_is_nobody_picked(hits: HitList, qtbot: QtBot) -> None:
    """Without a selection Enter picks nobody; the first arrow selects the first row."""
    hits.show_rows("2", hits.rows[:2], select_first=False)
    with qtbot.assertNotEmitted(hits.picked):
        hits.take("\r")
    hits.step(1)

    assert hits.selected == hits.rows[0]


def test_click_picks(hits: HitList, qtbot: QtBot) -> None:
    """A click picks the row under it, and below the rows nothing."""
    with qtbot.waitSignal(hits.picked) as picked:
        QTest.mouseClick(hits._rows, Qt.MouseButton.LeftButton, pos=QPoint(50, 70))

    assert picked.args == ["g1"]


def test_nobody_is_said(hits: HitList) -> None:
    """Without rows the words stand in their place."""
    hits.show_rows("", (), nobody="Nobody fits.")

    assert hits._nobody.isVisible()
    assert not hits._scroll.isVisible()
    assert hits.selected is None
