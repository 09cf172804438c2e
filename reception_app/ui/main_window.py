"""The window of one open event: the rail, the pages, and the care for the file."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from reception_app.domain.errors import ReceptionError
from reception_app.domain.event import Desk
from reception_app.domain.money import format_money
from reception_app.domain.progress import Progress
from reception_app.services.event_copy import copy_place, save_snapshot
from reception_app.storage import drawers, settings
from reception_app.storage.event_file import SUFFIX, EventFile
from reception_app.ui.background import run_long_work
from reception_app.ui.door.desk_dialog import enter_desk, resume_desk
from reception_app.ui.event_menu import EventMenu
from reception_app.ui.event_pages import (
    DOOR,
    GUESTS,
    MONEY,
    NAME_TAGS,
    OVERVIEW,
    SETTINGS,
    EventPages,
)
from reception_app.ui.event_status import (
    alone_light,
    clock_lights,
    copy_light,
    desk_words,
    file_lights,
)
from reception_app.ui.file_care import FileCare
from reception_app.ui.guests.index_building import IndexBuilding
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.rail import Rail, RailPage
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

if TYPE_CHECKING:  # reading lists is loaded when a list is read
    from reception_app.services.guest_import import Imported
    from reception_app.ui.door.door_page import DoorPage
    from reception_app.ui.door.guest_screen import GuestScreen
    from reception_app.ui.door.guest_sight import GuestSight
    from reception_app.ui.door.rehearsal_bar import Lesson

_FOOT_EVERY_MS = 30_000
_SIZE = (1280, 800)
_SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """Everything about one event.

    `closed` tells that the event file is closed, `rehearsal_asked` that somebody wants to practise.
    `left` tells that the event is closed and the person wants the start page, `next_made` that
    the event of this path is to be opened instead; `language_chosen` and `theme_chosen` carry a
    choice to be applied to the whole program.
    """

    left = Signal()
    next_made = Signal(object)
    closed = Signal()
    rehearsal_asked = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(object)

    def __init__(self, event_file: EventFile, wording: Wording, preferences: Preferences) -> None:
        super().__init__()
        self.workplace = Workplace(event_file, wording)
        self._preferences = preferences
        is_rehearsal = settings.find_event(event_file).is_rehearsal
        # Copies of a rehearsal go where it is itself, and with it.
        folder = event_file.path.parent / "copies" if is_rehearsal else preferences.backup_folder
        self.care = FileCare(self.workplace, folder)
        self._lesson: Lesson | None = None
        self._is_leaving = False
        self._next: Path | None = None
        self._guest_screen: GuestScreen | None = None
        self._foot_timer = QTimer(self, interval=_FOOT_EVERY_MS)
        self._index_building = IndexBuilding(self, self.workplace)
        self._resume_desk()
        self._build()
        self.workplace.changed.connect(self._show_head)
        self.workplace.desk_changed.connect(self._show_foot)
        self.care.changed.connect(self._show_foot)
        self._foot_timer.timeout.connect(self._show_foot)
        self._foot_timer.start()
        self._restore_place()

    @property
    def current_page(self) -> QWidget:
        """The page on show, at the beginning the door."""
        return self.pages.page(self.pages.current) or self.show_page(DOOR)

    def show_page(self, key: str) -> QWidget:
        """Open a page."""
        return self.pages.show_page(key)

    def show_log(self) -> None:
        """Open the event log beside the window."""
        self.pages.show_log()

    def toggle_guest_screen(self) -> None:
        """Open the second screen, on which guests read their name and fee, or close it."""
        if self._guest_screen is not None and self._guest_screen.isVisible():
            self._guest_screen.close()
            return
        if self._guest_screen is None:
            from reception_app.ui.door.guest_screen import GuestScreen

            self._guest_screen = GuestScreen(self)
            self._guest_screen.left.connect(self._keep_guest_screen)
        self._guest_screen.open_on(self._preferences.guest_screen)
        self.activateWindow()  # the scanner goes on at the desk
        self._show_head()
        door = self.pages.page(DOOR)
        if door is not None:
            self._guest_screen.show_sight(cast("DoorPage", door).sight)

    def speak(self, wording: Wording) -> None:
        """Speak another language: everything on show is made anew, where it was."""
        self.workplace.wording = wording
        current = self.pages.current
        self._build()
        if current:
            self.show_page(current)

    def leave(self) -> None:
        """Close the event and go back to the start page."""
        self._is_leaving = True
        self.close()

    def save_copy(self, target: Path) -> None:
        """Save a checked copy of the event there, and say where it is."""
        event_file = self.workplace.event_file
        try:
            place_of_copy = copy_place(event_file, target)
        except ReceptionError as error:
            self.tell_trouble(error)
            return
        snapshot = event_file.snapshot()

        def work(progress: Progress) -> Path:
            return save_snapshot(snapshot, place_of_copy, progress)

        caption = QCoreApplication.translate("MainWindow", "Saving a copy…")
        run_long_work(self, caption, work, self._tell_copied, self.tell_trouble)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the file so that it is one plain file; an open cash box stays open for later."""
        self.care.stop()
        if self._guest_screen is not None:
            self._guest_screen.close()
        # Pages read the file from timers; they may outlive it for a moment.
        for timer in self.findChildren(QTimer):
            timer.stop()
        self._preferences.geometry = self.saveGeometry()
        self._preferences.save()
        self.workplace.event_file.close()
        event.accept()
        self.closed.emit()
        if self._next is not None:
            self.next_made.emit(self._next)
        elif self._is_leaving:
            self.left.emit()

    def _build(self) -> None:
        """Make rail and pages in the language of now."""
        event = settings.find_event(self.workplace.event_file)
        self.setWindowTitle(event.name)
        self.rail = Rail(_rail_pages())
        self.rail.chosen.connect(self.show_page)
        self.rail.set_menu(self._make_menu())
        self._make_pages()
        body = _Body()
        # The door comes right after the first paint: the window is there much sooner.
        body.painted.connect(self._open_first_page, Qt.ConnectionType.QueuedConnection)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        if event.is_rehearsal:
            column.addWidget(self._make_rehearsal_bar())
            self.rail.mark_rehearsal()
        column.addWidget(self.pages, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(body)
        self.notice = Notice(body)
        self.notice.acted.connect(self._erase_guests)
        self._show_head()
        self._show_foot()

    def _make_pages(self) -> None:
        pages = EventPages(self.workplace, self._preferences, self.care)
        pages.opened.connect(self.rail.show_page)
        pages.imported.connect(self._tell_imported)
        pages.sight_changed.connect(self._show_sight)
        pages.desk_asked.connect(self.ask_desk)
        pages.copy_asked.connect(self._save_copy)
        pages.language_chosen.connect(self.language_chosen)
        pages.theme_chosen.connect(self.theme_chosen)
        self.workplace.changed.connect(pages.note_change)
        self.pages = pages

    def _open_first_page(self) -> None:
        if not self.pages.current and self.isVisible():
            self.show_page(DOOR)
            self._remind_of_retention()

    def _remind_of_retention(self) -> None:
        """Offer to erase the guests once the day is past until which they are kept."""
        if settings.find_event(self.workplace.event_file).keep_until is None:
            return
        from reception_app.ui.guests.retention import reminder

        words = reminder(self.workplace)
        if words:
            offer = QCoreApplication.translate("MainWindow", "Erase them…")
            self.notice.tell(words, NoticeTone.NOTE, action=offer)

    def _erase_guests(self) -> None:
        from reception_app.ui.guests.retention import erase_all

        try:
            told = erase_all(self, self.workplace)
        except ReceptionError as error:
            self.tell_trouble(error)
            return
        if told:
            self.workplace.changed.emit()
            self.notice.tell(told)
            self._index_building.begin()

    def ask_desk(self) -> None:
        """Let somebody say who works here, and open the cash box."""
        if self.workplace.desk is None:
            enter_desk(self.workplace, self._preferences, self)
        else:
            self._change_desk()

    def ask_next_event(self) -> None:
        """Ask for the event that follows this one; once made, it is opened in its place."""
        from reception_app.ui.start.next_event import ask_next_event

        ask_next_event(
            self,
            self.workplace.event_file.snapshot(),
            self.workplace.wording,
            made=self._open_next,
            refused=self.tell_trouble,
        )

    def _open_next(self, path: Path) -> None:
        self._next = path
        self.leave()

    def _show_sight(self, sight: "GuestSight") -> None:
        if self._guest_screen is not None and self._guest_screen.isVisible():
            self._guest_screen.show_sight(sight)

    def _keep_guest_screen(self) -> None:
        if self._guest_screen is not None:
            self._preferences.guest_screen = self._guest_screen.screen().name()

    def _make_rehearsal_bar(self) -> QWidget:
        from reception_app.ui.door.rehearsal_bar import Lesson, RehearsalBar

        if self._lesson is None:
            self._lesson = Lesson(self.workplace)
        bar = RehearsalBar(self.workplace, self._lesson)
        bar.badge_shown.connect(self.pages.show_badge)
        bar.end_asked.connect(self.leave)
        return bar

    def _resume_desk(self) -> None:
        """Take up the desk of before; of an event never worked at here, its one open cash box."""
        if settings.find_event(self.workplace.event_file).is_rehearsal:
            from reception_app.services.rehearsal import rehearsal_desk

            now = self.workplace.now()
            self.workplace.work_at(rehearsal_desk(self.workplace.event_file, now=now))
            return
        if resume_desk(self.workplace, self._preferences) is not None:
            return
        event_file = self.workplace.event_file
        if self._preferences.desk_at(settings.find_event(event_file).id) is not None:
            return
        shifts = [shift for shift in drawers.list_shifts(event_file) if shift.closed_at is None]
        if len(shifts) == 1:
            self.workplace.work_at(Desk(shifts[0].box, shifts[0].operator))

    def _show_head(self) -> None:
        event = settings.find_event(self.workplace.event_file)
        self.setWindowTitle(event.name)
        day = self.workplace.wording.date(event.date)
        self.rail.show_event(event.name, day)
        if self._guest_screen is not None:
            self._guest_screen.show_event(event.name, day)

    def _show_foot(self) -> None:
        self.rail.show_foot(
            desk_words(self.workplace),
            copy_light(self.care, self.workplace.now()),
            *file_lights(self.care),
            *clock_lights(self.care),
            alone_light(),
        )

    def _make_menu(self) -> EventMenu:
        is_rehearsal = settings.find_event(self.workplace.event_file).is_rehearsal
        menu = EventMenu(
            self,
            self._preferences.language,
            self._preferences.theme,
            with_rehearsal=not is_rehearsal,
        )
        menu.rehearsal_asked.connect(self.rehearsal_asked)
        menu.guest_screen_asked.connect(self.toggle_guest_screen)
        menu.desk_asked.connect(self._change_desk)
        menu.copy_asked.connect(self._save_copy)
        menu.next_asked.connect(self.ask_next_event)
        menu.log_asked.connect(self.show_log)
        menu.language_chosen.connect(self.language_chosen)
        menu.theme_chosen.connect(self.theme_chosen)
        menu.leave_asked.connect(self.leave)
        menu.quit_asked.connect(self.close)
        return menu

    def _save_copy(self) -> None:
        translate = QCoreApplication.translate
        path = self.workplace.event_file.path
        name = f"{path.stem} {self.workplace.now():%Y-%m-%d %H%M}{SUFFIX}"
        title = translate("MainWindow", "Save a copy")
        events = translate("MainWindow", "Events")
        kind = f"{events} (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(path.parent / name), kind)
        if chosen:
            self.save_copy(Path(chosen))

    def _change_desk(self) -> None:
        from reception_app.ui.door.desk_dialog import DeskDialog

        DeskDialog.ask(self.workplace, self._preferences, self)

    def _restore_place(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize()))
        geometry = self._preferences.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _tell_copied(self, place: Path) -> None:
        words = QCoreApplication.translate("MainWindow", "A checked copy is at %1")
        self.notice.tell(filled(words, place))

    def _tell_imported(self, imported: "Imported") -> None:
        translate = QCoreApplication.translate
        count = imported.guests + imported.companions
        told = [translate("MainWindow", "%n guest(s) taken in", "", count)]
        if imported.charged:
            charged = translate("MainWindow", "%1 charged")
            told.append(filled(charged, format_money(imported.charged)))
        changed, cancelled = imported.changed, imported.cancelled
        if changed:
            told.append(translate("MainWindow", "%n changed", "", changed))
        if cancelled:
            told.append(translate("MainWindow", "%n cancelled", "", cancelled))
        self.notice.tell(" · ".join(told))

    def tell_trouble(self, error: ReceptionError) -> None:
        """Say in a sentence what went wrong."""
        self.notice.tell(self.workplace.wording.error(error), NoticeTone.TROUBLE)


class _Body(QWidget):
    """What the window holds; `painted` tells that it was just painted."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it."""
        super().paintEvent(event)
        self.painted.emit()


def _rail_pages() -> tuple[RailPage, ...]:
    translate = QCoreApplication.translate
    pages = (
        (DOOR, translate("MainWindow", "Door"), "scan"),
        (GUESTS, translate("MainWindow", "Guests"), "guests"),
        (NAME_TAGS, translate("MainWindow", "Name tags"), "name_tag"),
        (MONEY, translate("MainWindow", "Money"), "money"),
        (OVERVIEW, translate("MainWindow", "Overview"), "overview"),
        (SETTINGS, translate("MainWindow", "Settings"), "settings"),
    )
    return tuple(
        RailPage(key, caption, icon, f"Ctrl+{number}")
        for number, (key, caption, icon) in enumerate(pages, start=1)
    )
