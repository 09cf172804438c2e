"""The window of an event, and the way from the start page and back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_app import paths
from reception_app.domain.guest import GuestStatus
from reception_app.services import demo
from reception_app.storage import guests, settings
from reception_app.storage.event_file import EventFile
from reception_app.storage.file_faults import FileUnreadable
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.event_pages import DOOR, GUESTS, MONEY, NAME_TAGS, OVERVIEW, SETTINGS
from reception_app.ui.event_status import clock_lights, copy_light, file_lights, time_ago
from reception_app.ui.guests.erase_dialog import EraseDialog
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.main_window import MainWindow
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.overview.overview_page import OverviewPage
from reception_app.ui.preferences import Preferences
from reception_app.ui.program import Program
from reception_app.ui.rail import Light
from reception_app.ui.settings.settings_page import SettingsPage
from reception_app.ui.start.new_event_dialog import NewEvent, NewEventDialog
from reception_app.ui.tags.name_tags_page import NameTagsPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.wording import Wording


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """A computer on which the program never ran, speaking English."""
    made = Preferences(tmp_path / "window.ini")
    made.backup_folder = tmp_path / "backups"
    made.language = "en"
    made.theme = ThemeChoice.LIGHT
    return made


@pytest.fixture
def evening(tmp_path: Path, look: Theme, qapp: QApplication) -> DoorEvening:
    """Two guests on the list and an open cash box."""
    assert look.choice
    speak(qapp, "en")
    made = door_evening(tmp_path)
    made.open_box()
    made.add("高崎 美咲", "たかさき みさき", "ゲスト")
    made.add("青木 晃", "あおき あきら", "登壇者")
    return made


@pytest.fixture
def window(evening: DoorEvening, preferences: Preferences, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(evening.event, Wording("en"), preferences)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def program(
    qapp: QApplication, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program on its start page, with events of its own folder."""
    monkeypatch.setattr(paths, "events_folder", lambda: tmp_path / "events")
    made = Program(qapp, preferences)
    made.show_start()
    yield made
    for shown in (made.main, made.start):
        if shown is not None:
            shown.close()
            shown.deleteLater()
    made.deleteLater()


def ask_for(tmp_path: Path, name: str = "Mixer") -> NewEvent:
    """A new event in the test's folder."""
    return NewEvent(name, date(2026, 11, 14), "", "JPY", "en", tmp_path / f"{name}.reception")


def test_the_window_opens_at_the_door(window: MainWindow, qtbot: QtBot) -> None:
    """Right after its first paint, without being asked."""
    qtbot.waitUntil(lambda: window.pages.page(DOOR) is not None)

    assert isinstance(window.current_page, DoorPage)


def test_pages_open_by_their_keys(window: MainWindow, qtbot: QtBot) -> None:
    """Ctrl and the page's number, from anywhere."""
    qtbot.waitUntil(window.isActiveWindow)
    for key, page in (
        ("2", GuestsPage),
        ("3", NameTagsPage),
        ("4", MoneyPage),
        ("5", OverviewPage),
        ("6", SettingsPage),
        ("1", DoorPage),
    ):
        QTest.keyClick(window, Qt.Key(ord(key)), Qt.KeyboardModifier.ControlModifier)
        assert isinstance(window.current_page, page)


def test_a_page_reads_again_what_another_changed(window: MainWindow, evening: DoorEvening) -> None:
    """Whoever arrived at the door is inside on the list."""
    guests_page = window.show_page(GUESTS)
    assert isinstance(guests_page, GuestsPage)
    door = window.show_page(DOOR)
    assert isinstance(door, DoorPage)
    everybody = guests.list_guests(evening.event)
    speaker = next(row for row in everybody if row.balance.charged == 0)
    door.receive(speaker.guest.id)
    evening.workplace.changed.emit()
    window.workplace.changed.emit()
    window.show_page(GUESTS)

    shown = [guests_page.model.row(n) for n in range(guests_page.model.rowCount())]
    assert [row.guest.id for row in shown if row.admitted_at] == [speaker.guest.id]


def test_receiving_from_the_list_ends_at_the_door(window: MainWindow) -> None:
    """The verdict is shown where verdicts are shown."""
    page = window.show_page(GUESTS)
    assert isinstance(page, GuestsPage)
    guest = page.model.row(0).guest
    page.receive_asked.emit(guest.id)
    door = window.current_page

    assert isinstance(door, DoorPage)
    assert door.outcome is not None
    assert door.outcome.guest is not None
    assert door.outcome.guest.id == guest.id


def test_tags_of_picked_guests_are_chosen_on_their_page(window: MainWindow) -> None:
    """From the list to the tags with one press."""
    page = window.show_page(GUESTS)
    assert isinstance(page, GuestsPage)
    guest = page.model.row(1).guest
    page.tags_asked.emit(frozenset({guest.id}))
    tags = window.current_page

    assert isinstance(tags, NameTagsPage)
    assert [row.guest.id for row in tags.rows] == [guest.id]


def test_a_guest_of_the_money_page_is_shown_in_the_list(window: MainWindow) -> None:
    """From who owes to who it is."""
    money = window.show_page(MONEY)
    assert isinstance(money, MoneyPage)
    guest = guests.list_guests(window.workplace.event_file)[1].guest
    money.guest_asked.emit(guest.id)
    page = window.current_page

    assert isinstance(page, GuestsPage)
    assert [row.guest.id for row in page.selected()] == [guest.id]


def test_the_one_open_cash_box_says_who_works_here(window: MainWindow) -> None:
    """An event taken over from another computer goes on at its open box."""
    desk = window.workplace.desk

    assert desk is not None
    assert desk.letter == "A"


def test_closing_leaves_one_plain_file_and_the_box_open(
    window: MainWindow, evening: DoorEvening
) -> None:
    """Nothing is asked; the evening can go on tomorrow."""
    window.close()
    beside = [path.name for path in evening.event.path.parent.glob("evening.reception*")]
    with EventFile.open(evening.event.path) as again:
        assert settings.find_event(again).name == "秋の異業種交流会"

    assert beside == ["evening.reception"]


def test_no_page_reads_the_file_once_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    """What the door wanted to read a moment later is not read any more."""
    assert isinstance(window.current_page, DoorPage)
    window.workplace.changed.emit()
    window.close()
    qtbot.wait(60)

    assert not [timer for timer in window.findChildren(QTimer) if timer.isActive()]


def test_another_language_changes_everything_on_show(
    window: MainWindow, qapp: QApplication
) -> None:
    """The open page is made anew in the other language."""
    window.show_page(NAME_TAGS)
    window.speak(speak(qapp, "ja"))
    page = window.current_page
    speak(qapp, "en")

    assert isinstance(page, NameTagsPage)
    assert page.save.caption == "PDFを保存…"


def test_guests_kept_too_long_are_told_and_erased_on_a_typed_yes(
    evening: DoorEvening, preferences: Preferences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reminder stands over the door; its button asks before anything is overwritten."""
    evening.change_event(keep_until="2020-01-01")
    window = MainWindow(evening.event, Wording("en"), preferences)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "kept until" in window.notice.words)
    monkeypatch.setattr(EraseDialog, "ask", lambda *_: True)
    window.notice.acted.emit()

    assert window.notice.words == "2 guests erased."
    assert {row.guest.phone for row in guests.list_guests(evening.event)} == {""}
    assert guests.search_guests(evening.event, "青木") == ()
    window.close()


def test_a_copy_is_saved_and_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """The copy opens as the event it was; its place is told."""
    target = tmp_path / "copies" / "copy.reception"
    target.parent.mkdir()
    window.save_copy(target)
    qtbot.waitUntil(lambda: str(target) in window.notice.words, timeout=5000)

    with EventFile.open(target) as copy:
        assert settings.find_event(copy).name == "秋の異業種交流会"


def test_a_backup_is_made_when_there_is_none_and_after_changes_only(
    window: MainWindow, qtbot: QtBot
) -> None:
    """A file never copied is copied soon; later looks copy only what changed, not too often."""
    window.care.look()
    qtbot.waitUntil(lambda: window.care.backup is not None, timeout=5000)
    first = window.care.backup
    window.care.look()
    window.workplace.changed.emit()
    window.care.look()

    assert first is not None
    assert first.path.exists()
    assert window.care.backup is first


def test_closing_copies_what_changed_last(
    window: MainWindow, preferences: Preferences, qtbot: QtBot
) -> None:
    """The last minutes of an evening are in the backup too."""
    window.care.look()
    qtbot.waitUntil(lambda: window.care.backup is not None, timeout=5000)
    window.workplace.changed.emit()
    window.workplace.now = lambda: datetime.now().astimezone() + timedelta(minutes=1)
    window.close()

    assert len(list(preferences.backup_folder.rglob("*.reception"))) == 2


def test_the_foot_says_how_things_stand(window: MainWindow, qtbot: QtBot) -> None:
    """Each state has its words and its colour."""
    care = window.care
    now = datetime.now().astimezone()
    none_yet = copy_light(care, now)
    window.workplace.changed.emit()
    care.look()
    qtbot.waitUntil(lambda: care.backup is not None, timeout=5000)
    kept = copy_light(care, care.backup.at + timedelta(minutes=2) if care.backup else now)
    care.trouble = FileUnreadable(Path("x"))
    failed = copy_light(care, now)

    assert none_yet == (Light.WARN, "No copy yet")
    assert kept == (Light.GOOD, "Copied 2 min ago")
    assert failed == (Light.DANGER, "The last copy failed")


def test_a_full_disk_and_a_missing_file_are_seen_early(window: MainWindow) -> None:
    """Trouble with the disk is told before it costs an act."""
    calm = file_lights(window.care)
    window.care.free_bytes = 90 * 1024 * 1024
    nearly_full = file_lights(window.care)
    window.care.free_bytes = None

    assert calm == ()
    assert nearly_full == ((Light.WARN, "Disk nearly full: 90 MB left"),)
    assert file_lights(window.care) == ((Light.DANGER, "The event file is gone"),)


def test_a_clock_set_back_is_told(window: MainWindow, qtbot: QtBot) -> None:
    """It is told while it is behind what was recorded, and copies are made all the same."""
    care = window.care
    recorded = datetime.fromisoformat("2026-11-14T18:03:22+09:00").astimezone()
    window.workplace.now = lambda: recorded
    care.look()
    qtbot.waitUntil(lambda: care.backup is not None, timeout=5000)
    assert clock_lights(care) == ()

    first = care.backup
    window.workplace.now = lambda: recorded - timedelta(hours=2)
    window.workplace.changed.emit()
    care.look()
    assert clock_lights(care) == (
        (
            Light.WARN,
            f"Check this computer's clock: the last entry is of {recorded:%m-%d %H:%M}",
        ),
    )
    qtbot.waitUntil(lambda: care.backup is not first, timeout=5000)


def test_no_two_controls_have_one_key(window: MainWindow) -> None:
    """Qt lets neither of two controls act at once: F10 of the door is the door's alone."""
    for page in (DOOR, GUESTS, NAME_TAGS, MONEY):
        window.show_page(page)
        buttons = [
            button.shortcut()
            for button in window.findChildren(QAbstractButton)
            if button.isVisible()
        ]
        others = [
            key.key()
            for key in window.findChildren(QShortcut)
            if isinstance(owner := key.parent(), QWidget) and owner.isVisible()
        ]
        keys = Counter(key.toString() for key in (*buttons, *others) if not key.isEmpty())

        assert [key for key, number in keys.items() if number > 1] == [], page


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 min ago"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=23), "23 h ago"),
        (timedelta(days=3), "3 d ago"),
    ],
)
def test_how_long_ago_in_a_word(qapp: QApplication, passed: timedelta, words: str) -> None:
    """Rounded down to what people say."""
    speak(qapp, "en")

    assert time_ago(passed) == words


def test_a_new_event_is_made_and_opened(program: Program, tmp_path: Path) -> None:
    """From the form to the window of the event."""
    assert program.create_event(ask_for(tmp_path))

    assert program.start is None
    assert program.main is not None
    assert program.main.windowTitle() == "Mixer"


def test_an_event_that_cannot_be_opened_is_told_on_the_start_page(
    program: Program, tmp_path: Path
) -> None:
    """One sentence, and the person can choose again."""
    odd = tmp_path / "odd.reception"
    odd.write_bytes(b"not an event" * 100)

    assert not program.open_event(odd)
    assert program.page is not None
    assert program.page.problem.startswith(f"“{odd}” is no")


def test_leaving_an_event_leads_back_to_the_start_page(program: Program, tmp_path: Path) -> None:
    """The event just left stands first among the recent ones."""
    asked = ask_for(tmp_path)
    program.create_event(asked)
    assert program.main is not None
    program.main.leave()

    assert program.main is None
    assert program.page is not None
    assert program.page.recent.file(0) == asked.path


def test_the_second_opener_is_told(program: Program, evening: DoorEvening) -> None:
    """An event open elsewhere stays with whoever has it."""
    assert not program.open_event(evening.event.path)
    assert program.page is not None
    assert "open in another window" in program.page.problem
    evening.event.close()


def test_language_is_changed_on_the_start_page(program: Program, qapp: QApplication) -> None:
    """The page is made anew in the chosen language, which is remembered."""
    program.choose_language("ja")
    page = program.page
    program.choose_language("en")
    speak(qapp, "en")

    assert page is not None
    assert page.new.caption == "新しいイベント"


def test_the_demo_is_made_once_and_opened(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first time it is made with its progress shown, the second time it is just opened."""
    make = demo.make_demo
    monkeypatch.setattr(
        demo, "make_demo", lambda path, **given: make(path, **{**given, "guest_count": 20})
    )
    program.open_demo()
    qtbot.waitUntil(lambda: program.main is not None, timeout=20000)
    assert program.main is not None
    program.main.leave()
    program.open_demo()

    assert program.main is not None
    page = program.main.show_page(GUESTS)
    assert isinstance(page, GuestsPage)
    assert page.model.rowCount() == 20
    assert page.model.row(19).guest.status in set(GuestStatus)


def test_the_next_event_is_made_and_opened_in_place_of_this_one(
    program: Program, evening: DoorEvening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the event's menu; everybody is on its list."""
    path = evening.event.path
    evening.event.close()
    assert program.open_event(path)
    window = program.main
    assert window is not None
    target = path.with_name("next.reception")
    asked = NewEvent("春の会", date(2027, 4, 1), "", "JPY", "ja", target)
    monkeypatch.setattr(NewEventDialog, "ask_next", lambda *_, **__: asked)
    window.ask_next_event()
    qtbot.waitUntil(
        lambda: program.main is not None and program.main.workplace.event_file.path == target,
        timeout=20_000,
    )

    assert program.main is not None
    assert program.main.windowTitle() == "春の会"
    assert guests.count_guests(program.main.workplace.event_file) == 2
    program.main.close()


def test_the_next_event_is_made_from_the_start_page_too(
    program: Program, evening: DoorEvening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the event selected among the recent ones; one that is gone is told."""
    path = evening.event.path
    evening.event.close()
    program.show_start()
    assert program.page is not None
    program.page.show_recent([path])
    target = path.with_name("next.reception")
    asked = NewEvent("春の会", date(2027, 4, 1), "", "JPY", "ja", target)
    monkeypatch.setattr(NewEventDialog, "ask_next", lambda *_, **__: asked)
    program.page.next.click()
    qtbot.waitUntil(lambda: program.main is not None, timeout=20_000)
    assert program.main is not None
    assert program.main.workplace.event_file.path == target
    program.main.close()
    program.show_start()
    assert program.page is not None
    program.ask_next_event(path.with_name("gone.reception"))
    assert "gone.reception" in program.page.problem


def test_the_form_of_the_next_event_proposes_what_this_one_had(
    window: MainWindow, evening: DoorEvening
) -> None:
    """Name and venue can be changed, currency and papers stay."""
    evening.change_event(venue="ホテル桜")
    follows = settings.find_event(evening.event)
    form = NewEventDialog(
        window, Wording("en"), folder=evening.event.path.parent, today=date(2027, 4, 1),
        follows=follows,
    )  # fmt: skip
    answer = form.answer()

    assert (answer.name, answer.venue) == ("秋の異業種交流会", "ホテル桜")
    assert (answer.currency, answer.language) == (follows.currency, follows.language)
    assert not form.currency.isEnabled()


class _Windows(QObject):
    """Notes every window that is shown while it listens to the program."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it; stop nothing."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_shows_as_a_window_of_its_own(
    window: MainWindow, qapp: QApplication
) -> None:
    """Making and opening pages flashes no stray window, which would take the keys away."""
    seen = _Windows()
    qapp.installEventFilter(seen)
    for key in (DOOR, GUESTS, NAME_TAGS, MONEY, OVERVIEW, SETTINGS):
        window.show_page(key)
        qapp.processEvents()
    qapp.removeEventFilter(seen)

    assert seen.shown == []
    assert window.isActiveWindow()
