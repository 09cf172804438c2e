"""The start page and the form of a new event, by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_app.ui.start.new_event_dialog import NewEventDialog, file_name
from reception_app.ui.start.start_page import RecentEvents, StartPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.wording import Wording

TODAY = date(2026, 11, 14)


@pytest.fixture(autouse=True)
def english(qapp: QApplication, look: Theme) -> None:
    """The window speaks English."""
    assert look.choice
    speak(qapp, "en")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage("en", ThemeChoice.LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path) -> Iterator[NewEventDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = NewEventDialog(parent, Wording("en"), folder=tmp_path / "events", today=TODAY)
    made.show()
    yield made
    parent.close()


def test_recent_events_keep_qts_rules(qtmodeltester: ModelTester, tmp_path: Path) -> None:
    """The list of files answers every question Qt may ask."""
    model = RecentEvents()
    model.show_files([tmp_path / "gone.reception", Path(__file__)])

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt types only its fixtures


def test_a_recent_event_opens_with_enter(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    """The newest is selected already: Enter is enough."""
    newest, older = tmp_path / "b.reception", tmp_path / "a.reception"
    page.show_recent([newest, older])
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.removed) as removed:
        QTest.keyClick(page.table, Qt.Key.Key_Delete)

    assert opened.args == [newest]
    assert removed.args == [older]


def test_a_file_that_is_gone_says_so(page: StartPage, tmp_path: Path) -> None:
    """Nobody has to click to find out."""
    there = tmp_path / "there.reception"
    there.touch()
    page.show_recent([there, tmp_path / "gone.reception"])

    assert page.recent.index(1, 1).data() == "not found"
    assert page.recent.index(0, 1).data() != "not found"


def test_each_way_to_an_event_is_one_press(page: StartPage, qtbot: QtBot) -> None:
    """New, open and demo are buttons, and the keys beside them do the same."""
    for button, asked in (
        (page.new, page.new_asked),
        (page.open, page.open_asked),
        (page.demo, page.demo_asked),
    ):
        with qtbot.waitSignal(asked):
            QTest.keyClick(button, Qt.Key.Key_Space)
    assert page.new.shortcut().toString() == "Ctrl+N"
    assert page.open.shortcut().toString() == "Ctrl+O"


def test_language_and_theme_are_chosen_right_there(page: StartPage, qtbot: QtBot) -> None:
    """The choice is carried as the preferences keep it."""
    with qtbot.waitSignal(page.language_chosen) as language:
        page.languages.choose(2)
    with qtbot.waitSignal(page.theme_chosen) as theme:
        page.themes.choose(2)

    assert language.args == ["ja"]
    assert theme.args == [ThemeChoice.DARK]


def test_a_problem_is_shown_until_it_is_taken_back(page: StartPage) -> None:
    """Why an event did not open stands above everything."""
    page.show_problem("There is no such file.")
    shown = page.problem
    page.show_problem("")

    assert shown == "There is no such file."
    assert page.problem == ""


def test_the_place_follows_the_name_until_it_is_chosen(
    form: NewEventDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typing the name is enough; whoever chooses a place keeps it."""
    form.name.setText("Mixer: A/B?")
    proposed = form.answer().path
    chosen = str(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    form._choose_place()
    form.name.setText("Other")

    assert proposed == tmp_path / "events" / "2026-11-14 Mixer_ A_B_.reception"
    assert form.answer().path == tmp_path / "mine.reception"


def test_enter_makes_the_event_asked_for(form: NewEventDialog) -> None:
    """Name, Enter: the rest has good defaults."""
    QTest.keyClicks(form.name, "Mixer")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    answer = form.answer()

    assert form.result() == NewEventDialog.DialogCode.Accepted
    assert (answer.name, answer.day) == ("Mixer", TODAY)
    assert (answer.currency, answer.language) == ("JPY", "en")


def test_without_a_name_the_form_stays(form: NewEventDialog) -> None:
    """One sentence says what is missing."""
    QTest.keyClick(form.name, Qt.Key.Key_Return)

    assert form.isVisible()
    assert form.hint.text() == Wording("en").text("error", "NameMissing")


def test_an_event_is_never_made_over_another(form: NewEventDialog) -> None:
    """A file at the place is refused before anything is written."""
    form.name.setText("Mixer")
    there = form.answer().path
    there.parent.mkdir()
    there.touch()
    form.accept()

    assert form.isVisible()
    assert str(there) in form.hint.text()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026 交流会", "2026 交流会"),
        ('a<b>:"/\\|?*c', "a_b________c"),
        ("dots. ", "dots"),
        ("x" * 300, "x" * 80),
    ],
)
def test_file_names_hold_on_every_system(text: str, name: str) -> None:
    """What Windows forbids is replaced; long names are cut."""
    assert file_name(text) == name
