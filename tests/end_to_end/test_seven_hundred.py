"""The list of seven hundred goes in, two hundred come, and every figure is the same everywhere."""

from pathlib import Path

from door_evening import door_evening
from door_hands import Hands
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.admission import Verdict
from reception_app.domain.money import Money, format_money
from reception_app.services.accounts_check import check_accounts
from reception_app.services.exports import export_workbook
from reception_app.services.file_check import check_file
from reception_app.services.findings import Level
from reception_app.services.guest_import import commit_import, preview_import
from reception_app.services.totals import event_totals
from reception_app.storage import guests
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.main_window import MainWindow
from reception_app.ui.money.money_page import MoneyPage
from reception_app.ui.parts.figures import StatFigure
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.wording import Wording

LIST = Path(__file__).parent.parent / "data" / "guests_form_answers.xlsx"
ARRIVALS = 200
WAYS = (("Enter",), ("1", "0", "Enter"), ("p", "Enter"), ("c", "Enter"), ("0", "Enter"))
"""How the guests who owe pay, in turn: exact cash, a note of ¥10,000, PayPay, card, exact cash."""


def test_seven_hundred(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """Screen, check and workbook say the same of two hundred arrivals done by typed scans."""
    PlainTextGuard(qapp)
    Theme(qapp, ThemeChoice.LIGHT)
    speak(qapp, "en")
    door = door_evening(tmp_path)
    door.open_box()
    preview = preview_import(door.event, LIST)
    taken = commit_import(door.event, preview, now=door.clock(), operator=door.desk.operator)
    assert (taken.guests, taken.companions) == (700, 182)
    preferences = Preferences(tmp_path / "window.ini")
    preferences.backup_folder = tmp_path / "backups"
    preferences.sounds = False
    window = MainWindow(door.event, Wording("en"), preferences)
    window.workplace.now = door.clock
    window.workplace.work_at(door.desk)
    window.show()
    window.activateWindow()
    page = window.current_page
    assert isinstance(page, DoorPage)
    qtbot.waitUntil(page.scan.line.hasFocus)

    expected = _receive(Hands(page))

    totals = event_totals(door.event)
    assert totals.paid == expected
    _say_the_same(window, qtbot, tmp_path)
    window.close()


def shown(figure: StatFigure) -> str:
    """The amount a big figure shows."""
    return figure._figure.text()


def _receive(hands: Hands) -> Money:
    """Let every third guest come and pay what the banner asks; returns what was taken."""
    rows = guests.list_guests(hands.page._event)[::3][:ARRIVALS]
    assert len(rows) == ARRIVALS
    taken = Money(0, "JPY")
    paid = 0
    for row in rows:
        hands.scan(row.badge_code)
        if hands.shows(Verdict.COLLECT_FEE):
            due = row.balance.due
            way = WAYS[paid % len(WAYS)]
            if way[:2] == ("1", "0") and due > 10_000:
                way = ("Enter",)
            hands.press(*way)
            taken += Money(due, "JPY")
            paid += 1
        assert hands.shows(Verdict.ADMITTED), row.guest.number
    assert hands.arrived == ARRIVALS
    assert paid > ARRIVALS // 2
    return taken


def _say_the_same(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    """The money page, the checks and the workbook show the figures of the books."""
    event = window.workplace.event_file
    totals = event_totals(event)
    findings = (*check_accounts(event), *check_file(event))
    assert [f.code for f in findings if f.level is Level.RED] == []

    money = window.show_page("money")
    assert isinstance(money, MoneyPage)
    qtbot.waitUntil(lambda: shown(money.sums.received) == format_money(totals.paid))
    assert shown(money.sums.charged) == format_money(totals.charged)
    assert shown(money.sums.unpaid) == format_money(totals.due)

    export_workbook(event, folder / "ledger.xlsx", now=window.workplace.now())
    book = load_workbook(folder / "ledger.xlsx", read_only=True)
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    for figure in (totals.charged, totals.paid, totals.due):
        assert figure.minor in cells
    for amount in totals.paid_by_tender.values():
        assert amount.minor in cells
