"""Making the event that follows one: asked for over a window, made beside it from a snapshot."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception_app import paths
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.storage import settings
from reception_app.storage.event_file import EventReader
from reception_app.ui.background import run_long_work
from reception_app.ui.start.new_event_dialog import NewEvent, NewEventDialog
from reception_app.ui.workplace import wall_clock
from reception_app.wording import Wording


def ask_next_event(
    window: QWidget,
    snapshot: EventReader,
    wording: Wording,
    *,
    made: Callable[[Path], None],
    refused: Callable[[ReceptionError], None],
) -> None:
    """Ask for the next event and make it; `made` gets the path of its file."""
    follows = settings.find_event(snapshot)
    asked = NewEventDialog.ask_next(
        window,
        wording,
        folder=paths.events_folder(),
        today=wall_clock().date(),
        follows=follows,
    )
    if asked is not None:
        make_next(window, snapshot, asked, made=made, refused=refused)


def make_next(
    window: QWidget,
    snapshot: EventReader,
    asked: NewEvent,
    *,
    made: Callable[[Path], None],
    refused: Callable[[ReceptionError], None],
) -> None:
    """Make the event that was asked for beside the window."""

    def work(progress: Progress) -> Path:
        from reception_app.services.next_event import make_next_event

        make_next_event(
            snapshot, asked.path, name=asked.name, day=asked.day, now=wall_clock(),
            venue=asked.venue, progress=progress,
        )  # fmt: skip
        return asked.path

    caption = QCoreApplication.translate("NextEvent", "Making the next event…")
    run_long_work(window, caption, work, made, refused)
