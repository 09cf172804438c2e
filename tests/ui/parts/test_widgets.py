"""The small widgets say and do what their names promise."""

import sys
import wave
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app import paths
from reception_app.ui.door import sounds
from reception_app.ui.door.arrival_card import ArrivalCard, ArrivalView
from reception_app.ui.door.recent_list import RecentList, RecentRow
from reception_app.ui.door.scan_input import ScanInput
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import EmptyState, PageTitle
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.figures import ProgressLine, StatFigure
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.rail import Light, Rail, RailPage
from reception_app.ui.wording import chosen_language, speak

pytestmark = pytest.mark.usefixtures("look")

PAGES = (
    RailPage("door", "Door", "scan", "Ctrl+1"),
    RailPage("money", "Money", "money", "Ctrl+4"),
)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QApplication]:
    """The program, speaking English again afterwards."""
    yield qapp
    speak(qapp, "en")


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Show the widget, to be closed after the test."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def said(widget: QWidget) -> list[str]:
    """The texts of all visible labels in it."""
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_rail_opens_pages(qtbot: QtBot) -> None:
    """A click or the key opens a page; marking one opens nothing."""
    rail = Rail(PAGES)
    shown(qtbot, rail)
    opened: list[str] = []
    rail.chosen.connect(opened.append)
    rail.show_page("door")
    with qtbot.waitSignal(rail.chosen):
        QTest.keyClick(rail, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert opened == ["money"]


def test_rail_foot_shows_what_stands(qtbot: QtBot) -> None:
    """The foot says who works here and how things stand, and forgets what no longer holds."""
    rail = Rail(PAGES)
    shown(qtbot, rail)
    rail.show_event("Autumn Mixer", "Sat 14 Nov 2026")
    rail.show_foot("Desk A", (Light.GOOD, "Copied"), (Light.DANGER, "Disk full"))
    assert said(rail) == ["Autumn Mixer", "Sat 14 Nov 2026", "Desk A", "Copied", "Disk full"]

    rail.show_foot("Desk A", (Light.GOOD, "Copied"))
    assert "Disk full" not in said(rail)


@pytest.mark.parametrize(("key", "shortcut"), [("F2", "F2"), ("Enter", ""), ("P", "")])
def test_button_keys(qtbot: QtBot, key: str, shortcut: str) -> None:
    """Function keys act by themselves; Enter and letters come through the scan line."""
    button = ActionButton("R&D", key=key)
    qtbot.addWidget(button)

    assert button.shortcut().toString() == shortcut
    assert button.caption == "R&D"


def test_words_of_a_button_are_never_cut(qtbot: QtBot) -> None:
    """A button has room for its words and key, also after they change."""
    button = ActionButton("Go", key="F2")
    qtbot.addWidget(button)
    narrow = button.minimumSizeHint().width()
    button.set_caption("Go somewhere far away")

    assert button.minimumSizeHint().width() > narrow + 50


def test_key_hint_acts(qtbot: QtBot) -> None:
    """The key shown in a hint does what a click does."""
    page = QWidget()
    hint = KeyHint("Camera", "F8")
    hint.setParent(page)
    shown(qtbot, page)
    with qtbot.waitSignal(hint.clicked):
        QTest.keyClick(page, Qt.Key.Key_F8)


def test_one_chip_is_chosen(qtbot: QtBot) -> None:
    """Of a row of chips one is chosen, and only a change is told."""
    row = ChipRow("All", "Due", "Paid")
    shown(qtbot, row)
    told: list[int] = []
    row.chosen.connect(told.append)
    row.chips[2].click()
    row.chips[2].click()

    assert (row.current, told) == (2, [2])


def test_figure_opens_its_rows(qtbot: QtBot) -> None:
    """A sum is opened by a click and by Enter."""
    figure = StatFigure("Due")
    shown(qtbot, figure)
    figure.show_figure("¥382,000", "47 guests")
    with qtbot.waitSignals([figure.clicked] * 2):
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
        QTest.keyClick(figure, Qt.Key.Key_Return)

    assert said(figure) == ["Due", "¥382,000", "47 guests"]


@pytest.mark.parametrize(
    ("done", "whole", "share"), [(0, 0, 0), (1, 2, 0.5), (3, 2, 1), (-1, 2, 0), (2, 0, 0)]
)
def test_progress_stays_a_share(qtbot: QtBot, done: int, whole: int, share: float) -> None:
    """Whatever the counts, the line is filled between nothing and all."""
    line = ProgressLine()
    qtbot.addWidget(line)
    line.set_share(done, whole)

    assert line.share == share


def test_notice_leaves_but_trouble_stays(qtbot: QtBot) -> None:
    """Passing words leave by themselves; trouble waits to be seen."""
    page = QWidget()
    page.resize(800, 400)
    notice = Notice(page)
    shown(qtbot, page)
    notice.tell("687 guests imported", action="Undo")
    assert notice._leave.isActive()
    assert page.rect().contains(notice.geometry())

    notice.tell("The disk is full", NoticeTone.TROUBLE)
    assert not notice._leave.isActive()
    QTest.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_notice_offers_its_action(qtbot: QtBot) -> None:
    """The action of a notice is one click away."""
    page = QWidget()
    page.resize(800, 400)
    notice = Notice(page)
    shown(qtbot, page)
    notice.tell("Sato was admitted", action="Undo")
    with qtbot.waitSignal(notice.acted):
        notice._action.click()

    assert not notice.isVisible()


def test_arrivals_show_their_figures(qtbot: QtBot) -> None:
    """The counters show what they are given; rows and the unpaid line come and go."""
    card = ArrivalCard()
    shown(qtbot, card)
    card.show_view(ArrivalView(1312, 2000, (("Members", "241 / 520"),), "3 · ¥24,000"))
    assert {"1,312", "/ 2,000", "Members", "241 / 520", "3 · ¥24,000"} <= set(said(card))

    card.show_view(ArrivalView(0, 0))
    assert set(said(card)) == {"Arrived", "0", "/ 0", "Inside"}


def test_recent_row_is_chosen(qtbot: QtBot) -> None:
    """A click on an answer tells which it was."""
    recent = RecentList()
    recent.resize(300, 400)
    shown(qtbot, recent)
    rows = (
        RecentRow("a", "18:03", "山田 太郎", "Member", "¥8,000"),
        RecentRow("b", "18:02", "<b>太字</b> 花子", "Guest", "PayPay"),
    )
    recent.show_rows(rows)
    with qtbot.waitSignal(recent.chosen) as told:
        QTest.mouseClick(recent._rows, Qt.MouseButton.LeftButton, pos=QPoint(40, 70))

    assert told.args == ["b"]
    assert "<b>太字</b> 花子" in recent._rows.accessibleName()


def test_page_head_and_empty_page(qtbot: QtBot) -> None:
    """A page says what it is, what it holds, and what to do while it holds nothing."""
    head = PageTitle("Guests", ActionButton("Import…"))
    empty = EmptyState("empty", "No guests yet", "Import a list.", ActionButton("Import…"))
    shown(qtbot, head)
    shown(qtbot, empty)
    head.set_aside("687 guests")

    assert said(head) == ["Guests", "687 guests"]
    assert said(empty) == ["No guests yet", "Import a list."]


def test_open_widgets_change_their_language(english: QApplication, qtbot: QtBot) -> None:
    """What is on the screen speaks Japanese as soon as it is chosen."""
    line, card = ScanInput(), ArrivalCard()
    shown(qtbot, line)
    shown(qtbot, card)
    wording = speak(english, "ja")
    QApplication.processEvents()

    assert wording.language == "ja"
    assert line.line.placeholderText() == "名札をスキャン、または名前・会社・番号を入力"
    assert "到着" in said(card)


@pytest.mark.parametrize(("choice", "language"), [("ja", "ja"), ("en", "en")])
def test_chosen_language_is_spoken(choice: str, language: str) -> None:
    """A chosen language is spoken; the system's is one of the two."""
    assert chosen_language(choice) == language
    assert chosen_language("system") in {"en", "ja"}
    assert chosen_language("tlh") in {"en", "ja"}


@pytest.mark.parametrize("tone", sounds.Tone)
def test_sounds_are_short(tone: sounds.Tone) -> None:
    """Each sound is there and over before the next guest stands at the desk."""
    with wave.open(str(paths.resource("sounds", f"{tone.value}.wav"))) as file:
        assert 0.1 < file.getnframes() / file.getframerate() < 0.6


def test_silent_computer_still_beeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can play, only `stop` makes itself heard."""
    beeps: list[int] = []
    monkeypatch.setattr(sounds, "_player", lambda: None)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    for tone in sounds.Tone:
        sounds.play(tone)

    assert beeps == [1]
