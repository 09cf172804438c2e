"""The pages of an event's window and the log beside them, each made when it is first opened."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reception_app.scanning.scanner_habits import ScannerHabits
from reception_app.ui.door import sounds
from reception_app.ui.door.sounds import Tone
from reception_app.ui.file_care import FileCare
from reception_app.ui.preferences import Preferences
from reception_app.ui.workplace import Workplace

if TYPE_CHECKING:  # what a page needs is loaded when it is opened
    from reception_app.services.event_log import LogPart
    from reception_app.ui.door.door_page import DoorPage
    from reception_app.ui.overview.event_log_dialog import EventLogDialog

DOOR, GUESTS, NAME_TAGS, MONEY = "door", "guests", "name_tags", "money"
OVERVIEW, SETTINGS = "overview", "settings"


class _Page(Protocol):
    def refresh(self) -> None: ...


class EventPages(QStackedWidget):
    """The pages; they open one another here, and ask the window for the rest by signals.

    `opened` carries the key of the page on show, `imported` what a guest list brought,
    `sight_changed` what the guests' screen shows, and the others what a person asked for.
    """

    opened = Signal(str)
    imported = Signal(object)
    sight_changed = Signal(object)
    desk_asked = Signal()
    copy_asked = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(object)

    def __init__(self, workplace: Workplace, preferences: Preferences, care: FileCare) -> None:
        super().__init__()
        self.workplace = workplace
        self.current = ""
        self.log: EventLogDialog | None = None
        self._preferences = preferences
        self._care = care
        self._made: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._makers: dict[str, Callable[[], QWidget]] = {
            DOOR: self._make_door,
            GUESTS: self._make_guests,
            NAME_TAGS: self._make_name_tags,
            MONEY: self._make_money,
            OVERVIEW: self._make_overview,
            SETTINGS: self._make_settings,
        }

    def page(self, key: str) -> QWidget | None:
        """The page of this key, if it was opened already."""
        return self._made.get(key)

    def show_page(self, key: str) -> QWidget:
        """Open a page; it is made when first opened, and reads again what others changed."""
        fresh = key not in self._made
        if fresh:
            self._made[key] = self._makers[key]()
            self.addWidget(self._made[key])
        page = self._made[key]
        if key in self._stale and not fresh:
            cast("_Page", page).refresh()
        self._stale.discard(key)
        self.current = key
        self.opened.emit(key)
        self.setCurrentWidget(page)
        page.setFocus()
        return page

    def show_log(self, part: "LogPart | None" = None, *, text: str = "") -> None:
        """Open the event log beside the window, with all lines, those of a part or of a text."""
        if self.log is None:
            from reception_app.ui.overview.event_log_dialog import EventLogDialog

            self.log = EventLogDialog(self.workplace, self)
            self.log.guest_asked.connect(self._show_guest)
        self.log.look(part, text=text)

    def show_badge(self, code: str) -> None:
        """Let the door read a badge; an empty code only opens the door."""
        door = self._show_door()
        if code:
            door.read(code)

    def note_change(self) -> None:
        """Let the pages that are not on show read again when they are next opened."""
        self._stale.update(key for key in self._made if key != self.current)

    def _make_door(self) -> QWidget:
        from reception_app.ui.camera.camera_strip import CameraStrip
        from reception_app.ui.door.door_page import DoorPage

        camera = CameraStrip(self._preferences.camera)
        camera.device_chosen.connect(self._keep_camera)
        page = DoorPage(self.workplace, play=self._play, camera=camera)
        page.use_habits(self._preferences.scanner_habits)
        page.more.habits_learned.connect(self._keep_habits)
        page.desk_wanted.connect(self.desk_asked)
        page.sight_changed.connect(self.sight_changed)
        self._use_door_printer(page)
        return page

    def _use_door_printer(self, page: "DoorPage") -> None:
        """Let the door print name tags on the printer that this computer has for it, if any."""
        page.more.tag_printer = None
        if not self._preferences.door_printing.printer:
            return
        from reception_app.ui.tags.door_printer import DoorPrinter

        printer = DoorPrinter(self.workplace, self._preferences, page)
        printer.refused.connect(
            lambda error: page.more.told.emit(self.workplace.wording.error(error))
        )
        printer.printed.connect(lambda _job: page.more.told.emit(_tag_printed_words()))
        page.more.tag_printer = printer

    def _renew_door_printer(self) -> None:
        from reception_app.ui.door.door_page import DoorPage

        door = self.page(DOOR)
        if isinstance(door, DoorPage):
            self._use_door_printer(door)

    def _make_guests(self) -> QWidget:
        from reception_app.ui.guests.guests_page import GuestsPage

        page = GuestsPage(self.workplace, self._preferences)
        page.receive_asked.connect(self._receive)
        page.tags_asked.connect(self._show_tags_of)
        page.import_asked.connect(self._import_list)
        page.paste_asked.connect(self._import_pasted)
        return page

    def _make_name_tags(self) -> QWidget:
        from reception_app.ui.tags.name_tags_page import NameTagsPage

        page = NameTagsPage(self.workplace, self._preferences)
        page.tools.door_printing_chosen.connect(self._renew_door_printer)
        return page

    def _make_money(self) -> QWidget:
        from reception_app.ui.money.money_page import MoneyPage

        page = MoneyPage(self.workplace, self._preferences)
        page.guest_asked.connect(self._show_guest)
        return page

    def _make_overview(self) -> QWidget:
        from reception_app.ui.overview.behind import show_behind, show_category, show_slot
        from reception_app.ui.overview.overview_page import OverviewPage

        page = OverviewPage(self.workplace, self._care)
        page.asked.connect(partial(show_behind, self))
        page.category_asked.connect(partial(show_category, self))
        page.slot_asked.connect(partial(show_slot, self))
        page.log_asked.connect(self.show_log)
        return page

    def _make_settings(self) -> QWidget:
        from reception_app.ui.settings.settings_page import SettingsPage

        page = SettingsPage(self.workplace, self._preferences)
        page.language_chosen.connect(self.language_chosen)
        page.theme_chosen.connect(self.theme_chosen)
        page.copy_asked.connect(self.copy_asked)
        return page

    def _show_door(self) -> "DoorPage":
        from reception_app.ui.door.door_page import DoorPage

        door = self.show_page(DOOR)
        assert isinstance(door, DoorPage)
        return door

    def _receive(self, guest_id: str) -> None:
        self._show_door().receive(guest_id)

    def _show_guest(self, guest_id: str) -> None:
        from reception_app.ui.guests.guests_page import GuestsPage

        page = self.show_page(GUESTS)
        assert isinstance(page, GuestsPage)
        page.show_guest(guest_id)

    def _show_tags_of(self, guest_ids: frozenset[str]) -> None:
        from reception_app.ui.tags.name_tags_page import NameTagsPage

        page = self.show_page(NAME_TAGS)
        assert isinstance(page, NameTagsPage)
        page.show_selected(guest_ids)

    def _import_list(self) -> None:
        self._import_pasted("")

    def _import_pasted(self, cells: str) -> None:
        from reception_app.ui.guest_import.import_dialog import ImportDialog

        imported = ImportDialog.ask(self, self.workplace, cells)
        if imported is not None:
            self._stale.add(GUESTS)
            self.show_page(GUESTS)
            self.imported.emit(imported)

    def _keep_habits(self, habits: ScannerHabits) -> None:
        self._preferences.scanner_habits = habits
        self._preferences.save()

    def _keep_camera(self, device: str) -> None:
        self._preferences.camera = device

    def _play(self, tone: Tone) -> None:
        if self._preferences.sounds and tone.value not in self._preferences.muted:
            sounds.play(tone)


def _tag_printed_words() -> str:
    return QCoreApplication.translate("EventPages", "The name tag is sent to the printer.")
