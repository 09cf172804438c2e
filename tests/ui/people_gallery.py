"""Pictures of the windows about guests: `uv run python tests/ui/people_gallery.py FOLDER [WORD]`.

Each window in both languages and themes; with WORD only those whose name holds it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from reception_app.domain.guest import Guest, GuestField, GuestStatus
from reception_app.domain.introducers import introducer_tree
from reception_app.services import guest_list
from reception_app.services.demo import make_demo
from reception_app.services.duplicates import find_duplicates
from reception_app.services.introductions import list_introductions
from reception_app.services.repricing import preview_repricing
from reception_app.storage import guests, settings
from reception_app.storage.journal import find_balance
from reception_app.ui import theme
from reception_app.ui.guests.badge_dialog import BadgeDialog
from reception_app.ui.guests.duplicates_dialog import DuplicatesDialog
from reception_app.ui.guests.erase_dialog import EraseDialog
from reception_app.ui.guests.fee_dialog import FeeDialog
from reception_app.ui.guests.guest_dialog import GuestDialog
from reception_app.ui.guests.guest_picker import GuestPicker
from reception_app.ui.guests.guests_page import GuestsPage
from reception_app.ui.guests.introducers_dialog import IntroducersDialog
from reception_app.ui.guests.passes_dialog import PassesDialog
from reception_app.ui.guests.status_dialog import StatusDialog
from reception_app.ui.guests.waiting_dialog import WaitingDialog
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.preferences import Preferences
from reception_app.ui.settings.repricing_dialog import RepricingDialog
from reception_app.ui.settings.settings_page import SettingsPage
from reception_app.ui.start.new_event_dialog import NewEventDialog
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace

_LONG = "アレクサンドラ・ヴィクトリア・フォン・ホーエンツォレルン＝小早川 美千代子"


class Gallery:
    """The windows over one demo event."""

    def __init__(self, app: QApplication, folder: Path, word: str) -> None:
        self._app = app
        self._folder = folder
        self._word = word
        now = datetime.now().astimezone()
        path = Path(tempfile.mkdtemp()) / "demo.reception"
        self._event, _ = make_demo(path, now=now, guest_count=700)
        self._now = now + timedelta(hours=1)
        values = {
            GuestField.NAME: _LONG,
            GuestField.READING: "あれくさんどら びくとりあ",
            GuestField.COMPANY: "株式会社とても長い名前の国際異業種交流推進機構ホールディングス",
            GuestField.CATEGORY: settings.find_fee_plan(self._event).categories[0].code,
            GuestField.NOTE: "車椅子でいらっしゃいます。佐藤様の隣のお席へ。",
        }
        self.long = guest_list.add_guest(self._event, values, now=now, operator="")

    def show_all(self, theme_: Theme) -> None:
        """Save every picture."""
        for language in ("en", "ja"):
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                wording = speak(self._app, language)
                theme_.choose(choice)
                workplace = Workplace(self._event, wording, clock=lambda: self._now)
                for name, window in self._windows(workplace):
                    if self._word in name:
                        self._save(window, f"{name}_{language}_{choice}")
                    window.close()
                    window.deleteLater()

    def _windows(self, work: Workplace) -> Iterator[tuple[str, QWidget]]:
        page = GuestsPage(work)
        page.resize(1104, 720)
        guest = self._host()
        page.show()
        page.show_guest(guest.id)
        yield "guests_page", page
        page = GuestsPage(work)
        page.resize(1264, 900)
        page.show()
        page.show_guest(self.long.id)
        yield "guests_page_long", page
        settings_page = SettingsPage(work, Preferences(Path(tempfile.mkdtemp()) / "window.ini"))
        settings_page.resize(1104, 800)
        settings_page.tabs.choose(1)
        settings_page.fees.cancelling.setChecked(True)
        yield "fees", settings_page
        plan = settings.find_fee_plan(self._event)
        first = plan.categories[0]
        dearer = plan.with_category(replace(first, price=first.price + 1000))
        yield "repricing", RepricingDialog(page, preview_repricing(self._event, dearer))
        yield (
            "next_event",
            NewEventDialog(
                page,
                work.wording,
                folder=Path("/home"),
                today=self._now.date(),
                follows=settings.find_event(self._event),
            ),
        )
        yield from self._dialogs(work, guest)

    def _dialogs(self, work: Workplace, guest: Guest) -> Iterator[tuple[str, QWidget]]:
        window, event = QWidget(), self._event
        yield "waiting", WaitingDialog(window, work)
        yield "introducers", IntroducersDialog(window, list_introductions(event))
        yield "duplicates", DuplicatesDialog(window, work, find_duplicates(event))
        yield "passes", PassesDialog(window, work, [guest.id])
        plan = settings.find_fee_plan(event)

        def means(status: GuestStatus, kept: object) -> guest_list.StatusMeaning:
            return guest_list.meaning_of_status(event, self.long, status, now=work.now(), kept=kept)  # type: ignore[arg-type]

        status = StatusDialog(window, self.long, means, work.wording)
        status.choose(GuestStatus.CANCELLED)
        yield "status", status
        blocked = StatusDialog(window, self.long, means, work.wording)
        blocked.choose(GuestStatus.BLOCKED)
        yield "status_blocked", blocked
        balance = find_balance(event, self.long.id)
        fee = FeeDialog(window, self.long, balance, plan.currency, work.wording)
        fee.amount.setText("1000")
        yield "fee", fee
        yield "badges", BadgeDialog(window, work, guest)
        yield "erase", EraseDialog(window, [self.long])
        many = [row.guest for row in guests.list_guests(event)[:30]]
        yield "erase_many", EraseDialog(window, many)
        yield (
            "picker",
            GuestPicker(window, "…", deed="…", meaning="…", search=lambda _: (), proposed=many[:4]),
        )
        yield (
            "substitute",
            GuestDialog(
                window, work.wording, plan, guest=None, namesakes=lambda _: (), in_place_of=guest
            ),
        )

    def _host(self) -> Guest:
        """Somebody who brought others."""
        tree = introducer_tree(row.guest for row in guests.list_guests(self._event))
        return next((one.guest for one in tree if one.guest), self.long)

    def _save(self, window: QWidget, name: str) -> None:
        window.show()
        for _ in range(6):
            self._app.processEvents()
            time.sleep(0.01)
        window.grab().save(str(self._folder / f"{name}.png"))


def main(folder: Path, word: str = "") -> None:
    """Save all pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    PlainTextGuard(app)
    theme.load_rare_fonts()
    Gallery(app, folder, word).show_all(Theme(app, ThemeChoice.LIGHT))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
