"""Who works here is asked once: the desk is set, its box opened, and both taken up again."""

from pathlib import Path

import pytest
from evening import Evening
from notation import at, yen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.drawer import parse_count
from reception_app.domain.event import Desk
from reception_app.services import drawers
from reception_app.storage import settings
from reception_app.storage.drawers import find_open_shift
from reception_app.ui.door.desk_dialog import DeskDialog, enter_desk, resume_desk
from reception_app.ui.parts import message
from reception_app.ui.preferences import KeptDesk, Preferences
from reception_app.ui.theme import Theme
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What a fresh computer remembers: nothing."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def workplace(evening: Evening, look: Theme) -> Workplace:
    """The event with nobody at the desk."""
    assert look.choice
    return Workplace(evening.file, Wording("en"), clock=lambda: at("17:30"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that asks."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(workplace: Workplace, preferences: Preferences, window: QWidget) -> DeskDialog:
    """The question as it opens."""
    made = DeskDialog(workplace, preferences, window)
    made.show()
    return made


def event_id(workplace: Workplace) -> str:
    """The id of the open event."""
    return settings.find_event(workplace.event_file).id


def press_enter(dialog: DeskDialog) -> None:
    """Press Enter wherever the focus is."""
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_box_opened_by_keyboard_alone(dialog: DeskDialog, workplace: Workplace) -> None:
    """Name, Enter, the pieces with Enter after each: the box is open with that float."""
    dialog.operator.setEditText("高橋")
    press_enter(dialog)
    for typed in ("", "2", "", "30", "20", "", "", "", "", ""):
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
    press_enter(dialog)

    operator = settings.find_operator(workplace.event_file, "高橋")
    assert operator is not None
    assert workplace.desk == Desk("A", operator)
    shift = find_open_shift(workplace.event_file, "A")
    assert shift is not None
    assert shift.opening == yen(50000)
    assert shift.operator == operator


def test_known_operators_are_offered(dialog: DeskDialog) -> None:
    """Whoever worked here before is in the list."""
    assert [dialog.operator.itemText(n) for n in range(dialog.operator.count())] == ["鈴木"]


def test_name_is_needed(dialog: DeskDialog, workplace: Workplace) -> None:
    """Without a name nothing is opened, and the dialog says why."""
    dialog.operator.setCurrentText("  ")
    dialog.start.click()

    assert workplace.desk is None
    assert find_open_shift(workplace.event_file, "A") is None
    assert dialog.trouble.text() == "Write the name of whoever works at this desk."


def test_desk_without_cash(
    dialog: DeskDialog, workplace: Workplace, preferences: Preferences
) -> None:
    """A desk without cash opens no box, and is taken up again all the same."""
    dialog.operator.setCurrentText("鈴木")
    dialog.letters.choose(2)
    dialog.cash.choose(1)
    dialog.start.click()

    assert workplace.desk is not None
    assert workplace.desk.letter == "C"
    assert find_open_shift(workplace.event_file, "C") is None
    again = Workplace(workplace.event_file, Wording("en"))
    assert resume_desk(again, preferences) == workplace.desk


def test_open_box_is_taken_up_without_asking(
    workplace: Workplace, preferences: Preferences, evening: Evening, window: QWidget
) -> None:
    """After a restart this computer goes on at its open box."""
    evening.open_box()
    preferences.keep_desk(event_id(workplace), KeptDesk("A", "鈴木", with_cash=True))

    assert enter_desk(workplace, preferences, window) == evening.desk
    assert workplace.desk == evening.desk


def test_closed_box_is_asked_for_again(
    workplace: Workplace, preferences: Preferences, evening: Evening
) -> None:
    """When the box was closed in the meantime, nothing is taken up silently."""
    evening.open_box()
    preferences.keep_desk(event_id(workplace), KeptDesk("A", "鈴木", with_cash=True))
    drawers.count_box(
        evening.file, parse_count("10000x2", "JPY"), desk=evening.desk, now=at("21:00")
    )
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("21:01"))

    assert resume_desk(workplace, preferences) is None
    assert workplace.desk is None


def test_other_event_is_another_desk(
    workplace: Workplace, preferences: Preferences, window: QWidget
) -> None:
    """What was set for one event is only a proposal at the next."""
    preferences.keep_desk("another event", KeptDesk("B", "高橋", with_cash=False))
    dialog = DeskDialog(workplace, preferences, window)

    assert resume_desk(workplace, preferences) is None
    assert (dialog.letter, dialog.operator.currentText()) == ("B", "高橋")


def test_open_box_of_that_desk_goes_on(
    dialog: DeskDialog, workplace: Workplace, evening: Evening
) -> None:
    """Choosing a desk whose box is open asks for no float and takes the box over."""
    drawers.open_box(
        evening.file, yen(5000), desk=Desk("B", evening.desk.operator), now=at("17:00")
    )
    dialog.letters.choose(1)
    assert not dialog.fields.isVisible()
    assert "Cash box B has been open since" in dialog.box_words.text()

    dialog.operator.setCurrentText("高橋")
    dialog.start.click()
    shift = find_open_shift(workplace.event_file, "B")
    assert shift is not None
    assert shift.opening == yen(5000)


def test_giving_up_changes_nothing(dialog: DeskDialog, workplace: Workplace) -> None:
    """Escape sets no desk and names nobody."""
    dialog.operator.setCurrentText("高橋")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert workplace.desk is None
    assert settings.find_operator(workplace.event_file, "高橋") is None


def test_desk_without_open_box_is_asked_again(
    workplace: Workplace,
    preferences: Preferences,
    evening: Evening,
    window: QWidget,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where a box is wanted, a desk that has none open is asked about; with one, it is not."""
    asked: list[Workplace] = []
    monkeypatch.setattr(DeskDialog, "ask", lambda *given: asked.append(given[0]))
    preferences.keep_desk(event_id(workplace), KeptDesk("A", "鈴木", with_cash=False))
    workplace.work_at(evening.desk)
    assert enter_desk(workplace, preferences, window) is None
    assert asked == [workplace]

    evening.open_box()
    assert enter_desk(workplace, preferences, window) == evening.desk
    assert len(asked) == 1


@pytest.mark.parametrize(("pieces", "words"), [("1", "¥10,000 less"), ("3", "¥10,000 more")])
def test_cash_that_stayed_is_counted_blind(
    workplace: Workplace,
    preferences: Preferences,
    evening: Evening,
    window: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    *,
    pieces: str,
    words: str,
) -> None:
    """What the last closing left is named nowhere before the count; a difference is told then."""
    evening.open_box(20000)
    drawers.count_box(
        evening.file, parse_count("10000x2", "JPY"), desk=evening.desk, now=at("16:00")
    )
    drawers.close_box(evening.file, "", desk=evening.desk, now=at("16:01"), keep=True)
    told: list[str] = []
    monkeypatch.setattr(message, "tell", lambda _window, _title, text: told.append(text))
    dialog = DeskDialog(workplace, preferences, window)
    dialog.show()
    assert "stayed in this box" in dialog.box_words.text()
    assert not [label for label in dialog.findChildren(QLabel) if "20,000" in label.text()]

    dialog.operator.setCurrentText("鈴木")
    dialog.fields.fields[10000].setText(pieces)
    dialog.start.click()
    (sentence,) = told
    assert words in sentence
