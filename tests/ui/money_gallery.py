"""Pictures of the money pages: `uv run python tests/ui/money_gallery.py FOLDER [guests …]`.

Each page in both languages, both themes and two sizes, with as many invented guests as named.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

from evening import new_evening
from notation import at
from pictures import Frame, shoot
from PySide6.QtWidgets import QApplication

from reception_app.domain.event import Desk
from reception_app.domain.voucher import VoucherKind
from reception_app.services.demo import make_demo
from reception_app.storage import drawers
from reception_app.storage.event_file import EventFile
from reception_app.ui import theme
from reception_app.ui.cash_box.change_dialog import ChangeDialog
from reception_app.ui.cash_box.dialog import CashBoxDialog
from reception_app.ui.cash_box.result_page import CashGoes
from reception_app.ui.door.desk_dialog import DeskDialog
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.money.no_show_dialog import NoShowDialog
from reception_app.ui.money.tabs import EXPENSES, list_tabs
from reception_app.ui.money.vouchers.dialog import VoucherDialog
from reception_app.ui.money.vouchers.tab import ExpensesTab
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.preferences import Preferences
from reception_app.ui.settings.settings_page import SettingsPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace
from reception_app.wording import LANGUAGES

SIZES = ((1280, 720), (1440, 900))


def evenings(folder: Path, counts: tuple[int, ...]) -> Iterator[tuple[int, Path]]:
    """An event file for each number of guests, made once."""
    for count in counts:
        path = folder / f"{count}.reception"
        if not path.exists():
            if count:
                event, _ = make_demo(path, now=at("19:00"), guest_count=count)
            else:
                event = new_evening(path).file
            event.close()
        yield count, path


def pictures(app: QApplication, workplace: Workplace, folder: Path, name: str) -> None:
    """All pages and dialogs of one event, language and theme."""
    preferences = Preferences(folder / "window.ini")
    page = MoneyPage(workplace, preferences)
    frame = Frame(page)
    for width, height in SIZES:
        frame.resize(width, height)
        for entry in list_tabs(preferences):
            page.show_tab(entry.key)
            shoot(app, frame, folder / f"money_{entry.key}_{name}_{height}.png")
    expenses = page.show_tab(EXPENSES)
    assert isinstance(expenses, ExpensesTab)
    for kind in VoucherKind:
        form = expenses.form(kind)
        voucher = VoucherDialog(expenses, kind, form, workplace.wording, lambda _: None)
        shoot(app, voucher, folder / f"voucher_{kind}_{name}.png")
        voucher.close()
    frame.close()
    settings = SettingsPage(workplace, preferences)
    other = Frame(settings)
    for width, height in SIZES:
        other.resize(width, height)
        for number, section in enumerate(("event", "fees", "receipts", "computer")):
            settings.tabs.choose(number)
            shoot(app, other, folder / f"settings_{section}_{name}_{height}.png")
    other.close()
    absent = NoShowDialog(workplace, page)
    shoot(app, absent, folder / f"no_shows_{name}.png")
    absent.close()
    dialog = DeskDialog(workplace, preferences, page)
    dialog.letters.choose(1)
    shoot(app, dialog, folder / f"desk_{name}.png")
    dialog.close()
    if workplace.desk is None:
        return
    count = CashBoxDialog(workplace, workplace.desk, page, goes=CashGoes.HANDED_OVER)
    count.count_page.two.click()
    shoot(app, count, folder / f"count_{name}.png")
    count.count_page.two.click()
    count.count_page.fields.fields[10000].setText("4")
    count.count_page.save.click()
    shoot(app, count, folder / f"counted_{name}.png")
    count.close()
    change = ChangeDialog(workplace, page)
    shoot(app, change, folder / f"change_{name}.png")
    change.close()


def main(folder: Path, counts: tuple[int, ...]) -> None:
    """Save every picture into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    PlainTextGuard(app)
    look = Theme(app, ThemeChoice.LIGHT)
    theme.load_rare_fonts()
    for count, source in evenings(folder, counts):
        for language in LANGUAGES:
            wording = speak(app, language)
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                look.choose(choice)
                with TemporaryDirectory() as place:
                    copy = Path(shutil.copy(source, place))
                    with EventFile.open(copy) as event:
                        workplace = Workplace(event, wording, clock=lambda: at("21:00"))
                        shift = drawers.find_open_shift(event, "A")
                        if shift is not None:
                            workplace.work_at(Desk("A", shift.operator))
                        pictures(app, workplace, folder, f"{count}_{language}_{choice}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(int(text) for text in sys.argv[2:]) or (0, 7, 700))
