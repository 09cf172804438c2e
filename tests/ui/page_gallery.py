"""Pictures of the pages for people to look at: `uv run python tests/ui/page_gallery.py FOLDER`.

Each page in both languages, themes and window sizes, with nobody, 7 and 700 guests.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from reception_app.documents.shipped_designs import SHIPPED
from reception_app.domain.guest_filter import GuestFilter
from reception_app.services.demo import make_demo
from reception_app.services.event_setup import create_event
from reception_app.storage.guests import list_ids
from reception_app.ui import theme
from reception_app.ui.event_pages import DOOR, GUESTS, MONEY, NAME_TAGS, SETTINGS
from reception_app.ui.guest_import.import_dialog import ImportDialog
from reception_app.ui.guests.bulk_dialog import BulkDialog
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.preferences import Preferences
from reception_app.ui.program import Program
from reception_app.ui.start.new_event_dialog import NewEventDialog
from reception_app.ui.tag_designer.designer_dialog import DesignerDialog
from reception_app.ui.tags.name_tags_page import NameTagsPage
from reception_app.ui.theme import ThemeChoice

SIZES = ((1280, 720), (1440, 900))
COUNTS = (0, 7, 700)
LISTS = Path(__file__).parent.parent / "data"
_PATIENCE_SECONDS = 20


class Gallery:
    """The program, and the folder its pictures go to."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.folder = folder
        self._app = app
        self._work = Path(tempfile.mkdtemp())
        preferences = Preferences(self._work / "window.ini")
        preferences.backup_folder = self._work / "backups"
        self.program = Program(app, preferences)
        theme.load_rare_fonts()
        self.files = {count: self._event(count) for count in COUNTS}

    def show_all(self) -> None:
        """Save every picture."""
        for language in ("en", "ja"):
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                self.program.choose_language(language)
                self.program.choose_theme(choice)
                self._start(f"{language}_{choice}")
                for count in COUNTS:
                    self._pages(count, f"{language}_{choice}")

    def _start(self, kind: str) -> None:
        self.program.show_start()
        assert self.program.start is not None
        self._save(self.program.start, f"start_{kind}")
        today = datetime.now().astimezone().date()
        dialog = NewEventDialog(
            self.program.start, self.program.wording, folder=Path("/home"), today=today
        )
        dialog.name.setText("秋の異業種交流会")
        dialog.show()
        self._save(dialog, f"new_event_{kind}")
        dialog.close()

    def _pages(self, count: int, kind: str) -> None:
        self.program.open_event(self.files[count])
        window = self.program.main
        assert window is not None
        for width, height in SIZES:
            window.resize(width, height)
            for key in (DOOR, GUESTS, NAME_TAGS, MONEY, SETTINGS):
                page = window.show_page(key)
                if isinstance(page, NameTagsPage) and count:
                    self._wait(lambda page=page: page.preview.page.has_page)  # type: ignore[misc]  # bound at once
                self._save(window, f"{key}_{count}_{kind}_{width}")
                if isinstance(page, GuestsPage) and count:
                    self._list_tools(page, f"{count}_{kind}_{width}")
                if isinstance(page, NameTagsPage):
                    self._designer(page, f"{count}_{kind}_{width}")
        if count == 0:
            dialog = ImportDialog(window, window.workplace)
            dialog.show()
            self._save(dialog, f"import_start_{kind}")
            dialog.read(LISTS / "guests_form_answers.xlsx")
            self._wait(lambda: dialog.preview is not None)
            self._save(dialog, f"import_{kind}")
            dialog.close()
        window.leave()

    def _list_tools(self, page: GuestsPage, kind: str) -> None:
        """The list filtered, a cell open, its panels, and the form for many guests."""
        arrived = GuestFilter(arrived=False, walk_in=False)
        page.show_filter(arrived)
        page.table.edit_current()
        self._save(page, f"guests_filtered_{kind}")
        for name, ask in (("filter", page.list.ask_filter), ("columns", page.list.ask_columns)):
            ask()
            panel = QApplication.activePopupWidget()
            assert panel is not None
            self._save(panel, f"guests_{name}_{kind}")
            panel.close()
        page.table.selectAll()
        work = self.program.main.workplace  # type: ignore[union-attr]  # it is open
        chosen = list_ids(work.event_file, page.list.selected_keys)
        form = BulkDialog(page, work, chosen, page.list.known_texts)
        form.show()
        form.look()
        self._save(form, f"guests_bulk_{kind}")
        form.close()
        form.deleteLater()
        page.list.clear_filters()

    def _designer(self, page: NameTagsPage, kind: str) -> None:
        """The designer with nothing and with the name selected."""
        designer = DesignerDialog(page, self.program.main.workplace, SHIPPED["ten_up"])  # type: ignore[union-attr]  # it is open
        designer.resize(page.window().size())
        designer.show()
        self._save(designer, f"designer_{kind}")
        designer.work.select(frozenset({4}))
        self._save(designer, f"designer_name_{kind}")
        designer.close()
        designer.deleteLater()

    def _event(self, count: int) -> Path:
        now = datetime.now().astimezone()
        path = self._work / f"{count}.reception"
        if count:
            make_demo(path, now=now, guest_count=count)[0].close()
        else:
            create_event(path, name="春の会", day=now.date(), now=now).close()
        return path

    def _save(self, widget: QWidget, name: str) -> None:
        for _ in range(6):
            self._app.processEvents()
            time.sleep(0.01)
        widget.grab().save(str(self.folder / f"{name}.png"))

    def _wait(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE_SECONDS
        while not done() and time.monotonic() < until:
            self._app.processEvents()


def main(folder: Path) -> None:
    """Save all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Gallery(app, folder).show_all()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
