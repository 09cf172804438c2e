"""The running program: which window is open, in which language and theme."""

import logging
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from reception_app import paths
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.storage import settings
from reception_app.storage.event_file import SUFFIX, EventFile
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.main_window import MainWindow
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import chosen_language, speak
from reception_app.ui.workplace import wall_clock

if TYPE_CHECKING:  # whoever opens an event directly sees neither
    from reception_app.ui.start.new_event_dialog import NewEvent
    from reception_app.ui.start.start_page import StartPage

_START_SIZE = (960, 640)
_RARE_FONTS_AFTER_MS = 300

_log = logging.getLogger(__name__)


class Program(QObject):
    """Opens the start page or an event, and changes from one to the other."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        PlainTextGuard(app)
        self._theme = Theme(app, preferences.theme)
        self.wording = speak(app, chosen_language(preferences.language))
        self.start: QMainWindow | None = None
        self.page: StartPage | None = None
        self.main: MainWindow | None = None
        self._after_rehearsal: Path | None = None
        QTimer.singleShot(_RARE_FONTS_AFTER_MS, self, theme.load_rare_fonts)

    def show_start(self, problem: str = "") -> None:
        """Show the start page, with why the last attempt failed if it did."""
        from reception_app.ui.start.start_page import StartPage

        if self.start is None:
            self.start = QMainWindow()
            self.start.setWindowTitle("Reception")
            self.start.resize(*_START_SIZE)
            self.start.setMinimumSize(760, 560)
            QShortcut(QKeySequence("Ctrl+Q"), self.start).activated.connect(self.start.close)
        page = StartPage(self._preferences.language, self._preferences.theme)
        page.opened.connect(self.open_event)
        page.removed.connect(self._forget)
        page.new_asked.connect(self._ask_new_event)
        page.open_asked.connect(self._ask_file)
        page.demo_asked.connect(self.open_demo)
        page.rehearsal_asked.connect(self._rehearse_chosen)
        page.next_asked.connect(self.ask_next_event)
        page.language_chosen.connect(self.choose_language)
        page.theme_chosen.connect(self.choose_theme)
        self.page = page
        self.start.setCentralWidget(page)
        page.show_problem(problem)
        self.start.show()
        page.show_recent(self._preferences.recent_files)

    def open_event(self, path: Path) -> bool:
        """Open an event in its window; when that fails the start page says why."""
        try:
            event_file = EventFile.open(path.resolve())
        except ReceptionError as error:
            _log.info("event not opened: %s", error.code)
            self._tell(error)
            return False
        _log.info("event opened")
        is_rehearsal = settings.find_event(event_file).is_rehearsal
        if not is_rehearsal:
            self._preferences.remember_file(event_file.path)
        window = MainWindow(event_file, self.wording, self._preferences)
        window.rehearsal_asked.connect(self._rehearse_open_event)
        if is_rehearsal:
            window.closed.connect(partial(_delete_rehearsal, event_file.path))
        window.left.connect(self._forget_window)
        window.next_made.connect(self._open_next)
        window.language_chosen.connect(self.choose_language)
        window.theme_chosen.connect(self.choose_theme)
        self.main = window
        window.show()
        if self.start is not None:
            self.start.close()
            self.start.deleteLater()
            self.start = self.page = None
        return True

    def create_event(self, asked: "NewEvent") -> bool:
        """Make a new event and open it."""
        from reception_app.services.event_setup import create_event

        try:
            create_event(
                asked.path, name=asked.name, day=asked.day, now=wall_clock(), venue=asked.venue,
                currency=asked.currency, language=asked.language,
            ).close()  # fmt: skip
        except ReceptionError as error:
            self._tell(error)
            return False
        return self.open_event(asked.path)

    def open_demo(self) -> None:
        """Open the demo event, made first when there is none yet."""
        place = paths.events_folder() / f"{_demo_name()}{SUFFIX}"
        if place.exists():
            self.open_event(place)
            return
        assert self.start is not None

        def work(progress: Progress) -> Path:
            from reception_app.services.demo import make_demo

            event, _ = make_demo(place, now=wall_clock(), progress=progress)
            event.close()
            return place

        caption = QCoreApplication.translate("Program", "Making the demo event…")
        run_long_work(self.start, caption, work, self._show_event, self._tell)

    def choose_language(self, choice: str) -> None:
        """Speak `system`, `en` or `ja` from now on."""
        self._preferences.language = choice
        self.wording = speak(self._app, chosen_language(choice))
        if self.main is not None:
            self.main.speak(self.wording)
        if self.start is not None:
            self.show_start()

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Show everything in this theme from now on."""
        self._preferences.theme = choice
        self._theme.choose(choice)

    def _rehearse_open_event(self) -> None:
        """Close the event and practise on a copy of it; afterwards it is opened again."""
        real = self.main
        assert real is not None
        event_file = real.workplace.event_file
        snapshot, path = event_file.snapshot(), event_file.path

        def make(folder: Path, _progress: Progress) -> Path:
            from reception_app.services.rehearsal import begin_rehearsal

            return begin_rehearsal(snapshot, folder, now=wall_clock())

        def change(place: Path) -> None:
            self._after_rehearsal = path
            if self.open_event(place):
                real.close()
                real.deleteLater()

        self._begin_rehearsal(real, make, change, real.tell_trouble)

    def _rehearse_chosen(self, path: Path | None) -> None:
        """Practise on a copy of a recent event, or of a small invented one."""
        assert self.start is not None

        def make(folder: Path, progress: Progress) -> Path:
            from reception_app.services import rehearsal

            now = wall_clock()
            if path is None:
                return rehearsal.begin_invented_rehearsal(folder, now=now, progress=progress)
            return rehearsal.begin_rehearsal_of(path, folder, now=now)

        self._begin_rehearsal(self.start, make, self._show_event, self._tell)

    def _begin_rehearsal(
        self,
        window: QMainWindow,
        make: Callable[[Path, Progress], Path],
        done: Callable[[Path], None],
        refused: Callable[[ReceptionError], None],
    ) -> None:
        """Make a rehearsal in a folder of its own, beside the window."""
        folder = Path(tempfile.mkdtemp(prefix="reception-rehearsal-"))

        def give_up(error: ReceptionError) -> None:
            shutil.rmtree(folder, ignore_errors=True)
            refused(error)

        caption = QCoreApplication.translate("Program", "Preparing the rehearsal…")
        run_long_work(window, caption, partial(make, folder), done, give_up)

    def _show_event(self, path: Path) -> None:
        self.open_event(path)

    def _ask_new_event(self) -> None:
        from reception_app.ui.start.new_event_dialog import NewEventDialog

        assert self.start is not None
        asked = NewEventDialog.ask(
            self.start, self.wording, folder=paths.events_folder(), today=wall_clock().date()
        )
        if asked is not None:
            self.create_event(asked)

    def _ask_file(self) -> None:
        recent = self._preferences.recent_files
        folder = recent[0].parent if recent else paths.events_folder()
        translate = QCoreApplication.translate
        title = translate("Program", "Open an event")
        events, others = translate("Program", "Events"), translate("Program", "All files")
        kinds = f"{events} (*{SUFFIX});;{others} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self.start, title, str(folder), kinds)
        if chosen:
            self.open_event(Path(chosen))

    def _forget(self, path: Path) -> None:
        self._preferences.forget_file(path)
        if self.page is not None:
            self.page.show_recent(self._preferences.recent_files)

    def _open_next(self, path: Path) -> None:
        """Open the event that was made from the one just closed."""
        if self.main is not None:
            self.main.deleteLater()
            self.main = None
        if not self.open_event(path) and self.start is None:
            self.show_start()

    def ask_next_event(self, path: Path) -> None:
        """Ask for the event that follows the one in this file, and open it."""
        from reception_app.ui.start.next_event import ask_next_event

        assert self.start is not None
        try:
            with EventFile.open(path.resolve()) as event:
                snapshot = event.snapshot()
        except ReceptionError as error:
            self._tell(error)
            return
        ask_next_event(
            self.start, snapshot, self.wording, made=self._show_event, refused=self._tell
        )

    def _forget_window(self) -> None:
        if self.main is not None:
            self.main.deleteLater()
            self.main = None
        back_to, self._after_rehearsal = self._after_rehearsal, None
        if back_to is None:
            self.show_start()
        else:
            self.open_event(back_to)

    def _tell(self, error: ReceptionError) -> None:
        sentence = self.wording.error(error)
        if self.page is None:
            self.show_start(sentence)
        else:
            self.page.show_problem(sentence)


def _delete_rehearsal(path: Path) -> None:
    from reception_app.services.rehearsal import end_rehearsal

    end_rehearsal(path)


def _demo_name() -> str:
    return QCoreApplication.translate("Program", "Demo event")
