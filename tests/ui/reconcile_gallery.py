"""Pictures of reconciling: `uv run python tests/ui/reconcile_gallery.py FOLDER [guests …]`.

Each part in both languages, both themes and two sizes: with no guests at all, with the few of
`bank_evening`, and with the 700 of the sample list and its statement.
"""

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "services"))

from bank_evening import invite, statement, take_in
from evening import new_evening
from notation import at
from pictures import Frame, shoot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception_app import cli
from reception_app.storage.event_file import EventFile
from reception_app.ui import theme
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.money.reconcile.aliases_dialog import AliasesDialog
from reception_app.ui.money.reconcile.split_dialog import SplitDialog
from reception_app.ui.money.reconcile.statement_dialog import StatementDialog
from reception_app.ui.money.reconcile.tab import ReconcileTab
from reception_app.ui.money.tabs import RECONCILE
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.ui.workplace import Workplace
from reception_app.wording import LANGUAGES

SIZES = ((1280, 720), (1440, 900))
DATA = Path(__file__).parent.parent / "data"


def make_event(path: Path, guests: int) -> None:
    """An event with so many guests and what their bank says."""
    if guests < 100:
        evening = new_evening(path)
        if guests:
            invite(evening)
            rows = [
                (3, "ﾔﾏﾀﾞ ﾀﾛｳ", 8000), (4, "ﾓﾘ", 3000), (5, "ｶ)ｻﾝﾌﾟﾙ", 19000),
                (6, "ｻﾄｳ ﾊﾅｺ", 8440), (7, "ｺﾊﾞﾔｼ ﾋﾅ", 7560), (8, "ﾌﾘｺﾐﾃｽｳﾘﾖｳ", -440),
                (9, "ｶ)ﾎﾃﾙｻｸﾗ ｴﾝｶｲｼﾞﾖｳ ﾀﾞｲｷﾝ ﾄｼﾃ ﾅｶﾞｲ ﾅﾏｴ", -450000),
            ]  # fmt: skip
            take_in(evening.file, path.parent, statement(rows, opening=1_000_000))
        evening.file.close()
        return
    commands = (
        ["new", path, "--name", "秋の異業種交流会", "--date", "2026-11-14"],
        ["fees", path, "会員=8000", "ゲスト=10000", "学生=3000"],
        ["import-guests", path, DATA / "guests_form_answers.xlsx"],
        ["import-statement", path, DATA / "bank_statement_cp932.csv", "--account", "bank"],
        ["import-statement", path, DATA / "paypay_transactions.csv", "--account", "paypay"],
    )
    for words in commands:
        cli.main([str(word) for word in words], open_window=lambda _path: 99)


def wait_for(app: QApplication, is_there: Callable[[], bool]) -> None:
    """Let the window work until something is there."""
    for _ in range(200):
        app.processEvents()
        if is_there():
            return
        QTest.qWait(20)


def has_read(dialog: StatementDialog, file: str) -> bool:
    """Whether this file is on show."""
    return dialog.preview is not None and dialog.preview.opened.file == file


def pictures(app: QApplication, workplace: Workplace, folder: Path, name: str) -> None:
    """All parts and dialogs of one event, language and theme."""
    page = MoneyPage(workplace, Preferences(folder / "window.ini"))
    frame = Frame(page)
    tab = page.show_tab(RECONCILE)
    assert isinstance(tab, ReconcileTab)
    for width, height in SIZES:
        frame.resize(width, height)
        frame.show()
        wait_for(app, lambda: tab.transfers.rows.is_settled)
        for number, part in enumerate(("transfers", "payouts", "book")):
            tab.views.choose(number)
            shoot(app, frame, folder / f"{part}_{name}_{height}.png")
        tab.views.choose(0)
        for place, kind in ((3, "choices"), (7, "asked")):
            tab.transfers.table.select_place(place)
            if kind == "asked":
                tab.transfers.orders.press("Enter")
            shoot(app, frame, folder / f"{kind}_{name}_{height}.png")
        tab.transfers.table.select_place(0)
    frame.close()
    dialog = StatementDialog(tab, workplace)
    shoot(app, dialog, folder / f"statement_start_{name}.png")
    for sample in (DATA / "bank_statement_cp932.csv", DATA / "paypay_transactions.csv"):
        dialog.read(sample)
        wait_for(app, partial(has_read, dialog, sample.name))
        shoot(app, dialog, folder / f"statement_{sample.stem}_{name}.png")
    dialog.read_text("a,b,c\n1,ﾔﾏﾀﾞ,8000\n")
    shoot(app, dialog, folder / f"statement_unknown_{name}.png")
    dialog.close()
    asked = tab.transfers.rows.standings
    matter = tab.transfers.rows.matter
    if not asked or matter is None:
        return
    split = SplitDialog(
        tab, workplace, matter.rows[0], [one.id for one in matter.payers[:4]],
        tab.transfers.rows.plan,
    )  # fmt: skip
    split.finder.field.setText("山")
    shoot(app, split, folder / f"split_{name}.png")
    split.close()
    for dialog_kind in (AliasesDialog(tab, workplace),):
        shoot(app, dialog_kind, folder / f"aliases_{name}.png")
        dialog_kind.close()


def main(folder: Path, counts: tuple[int, ...]) -> None:
    """Save every picture into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    PlainTextGuard(app)
    look = Theme(app, ThemeChoice.LIGHT)
    theme.load_rare_fonts()
    for count in counts:
        source = folder / f"{count}.reception"
        if not source.exists():
            make_event(source, count)
        for language in LANGUAGES:
            wording = speak(app, language)
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                look.choose(choice)
                with TemporaryDirectory() as place:
                    copy = Path(shutil.copy(source, place))
                    with EventFile.open(copy) as event:
                        workplace = Workplace(event, wording, clock=lambda: at("21:00"))
                        pictures(app, workplace, folder, f"{count}_{language}_{choice}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(int(text) for text in sys.argv[2:]) or (0, 7, 700))
