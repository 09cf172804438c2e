"""The windows about the whole list: waiting list, introducers, duplicates, passes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app.domain.guest import GuestStatus
from reception_app.services import duplicates, waiting_list
from reception_app.services.introductions import list_introductions
from reception_app.storage import guests
from reception_app.storage.journal import due_of
from reception_app.ui.guests.duplicates_dialog import DuplicatesDialog
from reception_app.ui.guests.introducers_dialog import IntroducersDialog
from reception_app.ui.guests.list_tools import ListTools
from reception_app.ui.guests.passes_dialog import PassesDialog
from reception_app.ui.guests.waiting_dialog import WaitingDialog
from reception_app.ui.parts import message
from reception_app.ui.theme import Theme
from reception_app.ui.wording import speak


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English."""
    speak(qapp, "en")


@pytest.fixture
def evening(tmp_path: Path, look: Theme) -> Iterator[DoorEvening]:
    """An event with three guests who wait, one of them with a companion."""
    assert look.choice
    made = door_evening(tmp_path)
    made.add("参加 花子")
    first = made.add("待機 一郎", status=GuestStatus.WAITING)
    made.clock.advance(1)
    made.add("待機 次郎", status=GuestStatus.WAITING)
    made.add("待機 一郎の同伴", status=GuestStatus.WAITING, host=first)
    yield made
    made.event.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def waiting(evening: DoorEvening) -> list[str]:
    """The names of the heads of the waiting parties, in order."""
    return [party[0].name for party in waiting_list.list_waiting_parties(evening.event)]


def test_the_waiting_list_moves_up_in_order_and_back(evening: DoorEvening, window: QWidget) -> None:
    """Whoever waited longest comes first with the party; undo puts them where they stood."""
    dialog = WaitingDialog(window, evening.workplace)
    dialog.accept_next()

    assert waiting(evening) == ["待機 次郎"]
    assert dialog.changed
    guest = guests.search_guests(evening.event, "待機 一郎")[0]
    assert due_of(evening.event, guest.id) == 8000
    dialog.undo()
    assert waiting(evening) == ["待機 一郎", "待機 次郎"]
    assert due_of(evening.event, guest.id) == 0


def test_nobody_is_accepted_beyond_the_capacity_without_a_yes(
    evening: DoorEvening, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two places are not free: the question names both numbers."""
    asked: list[str] = []

    def refuse(_window: QWidget, _title: str, text: str, *, yes: str) -> bool:
        asked.append(f"{text} [{yes}]")
        return False

    monkeypatch.setattr(message, "ask", refuse)
    dialog = WaitingDialog(window, evening.workplace)
    dialog.capacity.setText("2")
    dialog.set_capacity()
    dialog.accept_next()

    assert asked == ["They are 2, and 1 places are free. Accept them anyway? [Accept anyway]"]
    assert len(waiting(evening)) == 2
    assert not dialog.all.isEnabled()
    dialog.capacity.setText("twenty")
    dialog.set_capacity()
    assert "twenty" in dialog.trouble.text()


def test_introducers_stand_with_their_figures(evening: DoorEvening, window: QWidget) -> None:
    """The tree unfolds to whom they brought; somebody who is no guest leads nowhere."""
    top = evening.add("山本 桜")
    evening.add("小川 海", introducer="山本さん")
    evening.add("外部 紹介", introducer="知らない人")
    dialog = IntroducersDialog(window, list_introductions(evening.event))
    shown = {
        dialog.model.item(row, 0).text(): [
            dialog.model.item(row, column).text() for column in range(1, 6)
        ]
        for row in range(dialog.model.rowCount())
    }

    assert shown == {
        f"{top.number} 山本 桜": ["1", "0", "¥0", "¥8,000", "1"],
        "知らない人": ["1", "0", "¥0", "¥8,000", "1"],
    }
    assert {dialog.model.item(row, 0).child(0, 0).text().split()[1] for row in (0, 1)} == {
        "小川",
        "外部",
    }


def test_a_human_says_who_is_one_person(evening: DoorEvening, window: QWidget) -> None:
    """Linked or told apart, a group is asked about no more; undo asks again."""
    evening.add("高橋 桜")
    evening.add("髙橋 桜")
    evening.add("小川 海")
    evening.add("小川 海")
    dialog = DuplicatesDialog(window, evening.workplace, duplicates.find_duplicates(evening.event))
    assert dialog.why.text() == "1 of 2: same name"
    dialog.link()
    dialog.tell_apart()

    assert duplicates.find_duplicates(evening.event) == ()
    assert not dialog.same.isEnabled()
    dialog.undo()
    dialog.undo()
    assert len(duplicates.find_duplicates(evening.event)) == 2
    dialog.skip()
    assert dialog.why.text() == "2 of 2: same name"


def test_passes_of_the_selected_are_written(
    evening: DoorEvening, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    """Only theirs, in a folder that was not there; a full folder is refused with a sentence."""
    some = [evening.add("佐藤 花子"), evening.add("鈴木 一郎")]
    dialog = PassesDialog(window, evening.workplace, [one.id for one in some])
    dialog.folder.setText(str(tmp_path / "passes"))
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.written is not None, timeout=20_000)
    files = {path.name for path in (tmp_path / "passes").iterdir()}

    numbers = [f"{one.number:04}" for one in some]
    assert files == {
        "event.ics",
        "passes.xlsx",
        *(f"pass-{number}.pdf" for number in numbers),
        *(f"qr-{number}.png" for number in numbers),
    }
    assert "2 passes are in the folder." in dialog.told.text()
    again = PassesDialog(window, evening.workplace, [one.id for one in some])
    again.folder.setText(str(tmp_path / "passes"))
    again.accept()
    qtbot.waitUntil(lambda: bool(again.trouble.text()), timeout=20_000)
    assert again.written is None


def test_the_tools_open_over_their_page(
    evening: DoorEvening, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found beside the window is shown; a guest chosen there is asked for on the page."""
    evening.add("高橋 桜")
    shown: list[int] = []

    def choose(_window: QWidget, lines: tuple[object, ...]) -> str:
        shown.append(len(lines))
        return "the guest"

    def look(_window: QWidget, _work: object, found: tuple[object, ...]) -> tuple[bool, None]:
        shown.append(len(found))
        return True, None

    monkeypatch.setattr(IntroducersDialog, "ask", choose)
    monkeypatch.setattr(DuplicatesDialog, "open_over", look)
    monkeypatch.setattr(WaitingDialog, "open_over", lambda *_: True)
    tools = ListTools(window, evening.workplace, frozenset)
    with qtbot.waitSignal(tools.guest_asked) as asked:
        tools.open_introducers()
    with qtbot.waitSignal(tools.changed):
        tools.open_duplicates()
    with qtbot.waitSignal(tools.changed):
        tools.open_waiting()

    assert asked.args == ["the guest"]
    assert shown == [0, 0]
