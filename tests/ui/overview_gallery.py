"""Pictures of the overview's rooms: `uv run python tests/ui/overview_gallery.py FOLDER`.

The overview with 0, 7 and 700 guests, the event log, a rehearsal, the camera at the door, and what
the guests' screen says, in both languages and themes.
"""

import os
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent / "camera"))

from camera_hands import PaperCameras
from camera_scenes import Shown, draw_frame
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reception_app.domain.facts import EventChanged
from reception_app.domain.money import Money
from reception_app.services.demo import make_demo
from reception_app.services.event_log import LogPart
from reception_app.services.event_setup import create_event
from reception_app.storage import guests
from reception_app.storage.event_file import EventFile
from reception_app.ui import theme
from reception_app.ui.camera.camera_strip import CameraStrip
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.door.guest_screen import GuestScreen
from reception_app.ui.door.guest_sight import GuestSight, SightKind
from reception_app.ui.event_pages import DOOR, GUESTS, OVERVIEW
from reception_app.ui.main_window import MainWindow
from reception_app.ui.preferences import Preferences
from reception_app.ui.program import Program
from reception_app.ui.theme import ThemeChoice

SIZES = ((1280, 720), (1440, 900))
COUNTS = (0, 7, 700)
_HOUR = timedelta(hours=1)


class Gallery:
    """The program, and the folder its pictures go to."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._work = Path(tempfile.mkdtemp())
        preferences = Preferences(self._work / "window.ini")
        preferences.backup_folder = self._work / "backups"
        self._program = Program(app, preferences)
        theme.load_rare_fonts()
        self._files = {count: self._event(count) for count in COUNTS}

    def show_all(self) -> None:
        """Save every picture."""
        for language in ("en", "ja"):
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                self._program.choose_language(language)
                self._program.choose_theme(choice)
                kind = f"{language}_{choice}"
                for count in COUNTS:
                    self._overview(count, kind)
                self._rehearsal(kind)
                self._camera(kind)

    def _overview(self, count: int, kind: str) -> None:
        window = self._open(count)
        for width, height in SIZES:
            window.resize(width, height)
            window.show_page(OVERVIEW)
            self._save(window, f"overview_{count}_{kind}_{width}")
        window.pages.show_log()
        assert window.pages.log is not None
        self._save(window.pages.log, f"log_{count}_{kind}")
        window.pages.show_log(LogPart.REFUSED)
        self._save(window.pages.log, f"log_refused_{count}_{kind}")
        if count:
            self._guest_screen(window, kind)
        window.leave()

    def _guest_screen(self, window: MainWindow, kind: str) -> None:
        sights = {
            "idle": GuestSight(SightKind.IDLE),
            "free": GuestSight(SightKind.WELCOME, "長谷川小路 勘解由左衛門", "3"),
            "paid": GuestSight(
                SightKind.WELCOME,
                "佐藤 花子",
                "12",
                *(Money(n, "JPY") for n in (8000, 10000, 2000)),
            ),
            "fee": GuestSight(SightKind.FEE, "Nguyễn Thị Minh Khai", "12", Money(10000, "JPY")),
            "ask": GuestSight(SightKind.ASK),
        }
        screen = GuestScreen(window)
        screen.resize(1280, 720)
        screen.show_event("秋の異業種交流会", "2026年11月14日(土)")
        screen.show()
        for name, sight in sights.items():
            screen.show_sight(sight)
            self._save(screen, f"guest_screen_{name}_{kind}")
        screen.close()

    def _rehearsal(self, kind: str) -> None:
        before = self._open(7)
        before.rehearsal_asked.emit()
        while self._program.main is before:
            self._app.processEvents()
        window = self._program.main
        assert window is not None
        window.show_page(DOOR)
        window.resize(*SIZES[0])
        self._save(window, f"rehearsal_start_{kind}")
        for number in (1, 2):
            QTest.keyClick(window, Qt.Key.Key_F12)
            self._save(window, f"rehearsal_{number}_{kind}")
        window.show_page(GUESTS)
        self._save(window, f"rehearsal_guests_{kind}")
        window.leave()
        assert self._program.main is not None
        self._program.main.leave()

    def _camera(self, kind: str) -> None:
        window = self._open(7)
        window.resize(*SIZES[0])
        cameras = PaperCameras("Webcam", "Desk camera")
        strip = CameraStrip(make_cameras=lambda: cameras)
        page = DoorPage(window.workplace, camera=strip)
        window.pages._made[DOOR] = page
        window.pages.addWidget(page)
        window.show_page(DOOR)
        strip.toggle()
        row = guests.list_guests(window.workplace.event_file)[0]
        cameras.see(draw_frame(Shown(row.badge_code, size=200, tilt=12, lean=15), light=0.8))
        self._save(window, f"camera_{kind}", wait=0.5)
        cameras.plug()
        self._save(window, f"camera_unplugged_{kind}")
        strip.hide()
        window.leave()

    def _open(self, count: int) -> MainWindow:
        self._program.open_event(self._files[count])
        assert self._program.main is not None
        return self._program.main

    def _event(self, count: int) -> Path:
        now = datetime.now().astimezone()
        path = self._work / f"{count}.reception"
        if not count:
            create_event(path, name="春の会", day=now.date(), now=now).close()
            return path
        made, _ = make_demo(path, now=now, guest_count=count)
        _set_hours(made, now)
        made.close()
        return path

    def _save(self, widget: QWidget, name: str, *, wait: float = 0.06) -> None:
        until = time.monotonic() + wait
        while time.monotonic() < until:
            self._app.processEvents()
        widget.grab().save(str(self._folder / f"{name}.png"))


def _set_hours(event: EventFile, now: datetime) -> None:
    """Open the door an hour ago, for two hours, so that there is a plan."""
    opens = (now - _HOUR).replace(second=0, microsecond=0)
    hours = {"door_opens": opens.isoformat(), "door_closes": (opens + 2 * _HOUR).isoformat()}
    with event.act(now=now, actor="") as act:
        act.record(EventChanged(fields=hours))


def main(folder: Path) -> None:
    """Save all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Gallery(app, folder).show_all()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
