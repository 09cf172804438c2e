"""A whole evening told in sentences, done through the real window by typed scans and keys.

Each line says when, what somebody does, and after `→` what is then seen. Badges are typed as a
scanner types them; everything else is pressed key by key.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from door_evening import DoorEvening, door_evening
from door_hands import Hands
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_app.domain.admission import Verdict
from reception_app.domain.drawer import parse_count
from reception_app.domain.guest import Guest, GuestStatus
from reception_app.domain.money import format_money
from reception_app.services import drawers
from reception_app.services.accounts_check import check_accounts
from reception_app.services.exports import export_workbook
from reception_app.services.file_check import check_file
from reception_app.services.findings import Level
from reception_app.services.spare_badges import make_spare_badges
from reception_app.services.totals import event_totals
from reception_app.storage import guests
from reception_app.storage.drawers import expected_cash, find_open_shift
from reception_app.storage.event_file import EventFile
from reception_app.storage.spare_badges import list_spare_badges
from reception_app.ui.door.desk_dialog import DeskDialog
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.main_window import MainWindow
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.preferences import Preferences
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.wording import Wording

GUESTS = """
佐藤 花子   | さとう はなこ   | 会員   | サンプル商事
佐藤 花子   | さとう はなこ   | 会員   | さくらデザイン
山田 太郎   | やまだ たろう   | 会員   | 山田建築設計   | paid
前田 さゆり | まえだ さゆり   | 登壇者 | Studio Hikari
髙﨑 𠮷郎   | たかさき よしろう | 会員 | ヒカリ
小林 陽菜   | こばやし ひな   | ゲスト | 小林クリニック
小林 蓮     | こばやし れん   | 学生   |                | with 小林 陽菜
小林 結衣   | こばやし ゆい   | 学生   |                | with 小林 陽菜
田中 直樹   | たなか なおき   | 会員   | 田中工業       | cancelled
伊藤 葵     | いとう あおい   | 会員   | 伊藤印刷       | waiting
中村 翔     | なかむら しょう | 会員   |                | blocked
加藤 美咲   | かとう みさき   | 学生   | 東都大学
吉田 健     | よしだ けん     | 学生   | 東都大学
Séamus Ó Briain | オブライアン シェイマス | ゲスト | O’Brien & Sons
<b>太字</b> 花子 | ふとじ はなこ | 登壇者 |
=SUM(1+1) 太郎 | さむ たろう  | 登壇者 |
渡辺 彩     | わたなべ あや   | 会員   |                | paid
松本 大輔   | まつもと だいすけ | 会員 | 松本海運
井上 真央   | いのうえ まお   | 会員   | 井上商店
木村 匠     | きむら たくみ   | 会員   |                | paid
林 さくら   | はやし さくら   | 会員   | 林書店
清水 海斗   | しみず かいと   | 学生   |
"""

EVENING = """
19:00 前田 さゆり shows the badge           → admitted, says Welcome, arrived 1
19:00 山田 太郎 shows the badge             → admitted, says Paid in advance, arrived 2
19:01 山田 太郎 shows the badge             → already inside, 19:00, says by 鈴木
19:01 press Esc                             → nothing
19:02 松本 大輔 shows the badge             → collect fee, ¥8,000
19:02 press Enter                           → admitted, no change, arrived 3
19:03 井上 真央 shows the badge             → collect fee
19:03 press 1 0 Enter                       → admitted, ¥2,000, says Change
19:03 髙﨑 𠮷郎 shows the badge             → collect fee
19:03 press P Enter                         → admitted, says PayPay
19:04 林 さくら shows the badge             → collect fee
19:04 press c Enter                         → admitted, says Card, arrived 6
19:05 小林 陽菜 shows the badge             → collect fee, ¥10,000, says 2 companions
19:05 press +                               → ¥16,000
19:05 press 2 0 Enter                       → admitted, ¥4,000, arrived 9
19:06 加藤 美咲 shows the badge             → collect fee, ¥3,000
19:06 press 5 Enter                         → admitted, ¥2,000
19:07 吉田 健 shows the badge               → collect fee
19:07 press l 1                             → admitted, says ¥3,000 stays due, unpaid 1 · ¥3,000
19:08 田中 直樹 shows the badge             → cancelled
19:08 press Enter 1                         → collect fee, ¥8,000
19:08 press t Enter                         → admitted, unpaid 2 · ¥11,000, arrived 12
19:09 伊藤 葵 shows the badge               → waiting list
19:09 press Enter 1                         → collect fee
19:09 press Enter                           → admitted, arrived 13
19:10 中村 翔 shows the badge               → blocked, says call the organizer
19:10 press Enter 1 Esc                     → nothing, arrived 13
19:11 somebody shows a badge of another event → other event
19:11 somebody shows half a badge           → unknown code, says could not
19:12 渡辺 彩 and 木村 匠 are read at once  → admitted, arrived 15
19:13 <b>太字</b> 花子 shows the badge      → admitted, says <b>太字</b> 花子
19:13 =SUM(1+1) 太郎 shows the badge        → admitted, says =SUM(1+1) 太郎, arrived 17
19:14 type satou hanako                     → 2 hits
19:14 press Enter                           → 2 hits
19:14 press Down Down Enter                 → collect fee, says さくらデザイン
19:14 press Enter                           → admitted, arrived 18
19:15 type seamus                           → 1 hits
19:15 press Enter                           → collect fee, ¥10,000
19:15 press 1 0 Enter                       → admitted, no change, arrived 19
19:16 press F3 1                            → nothing, says Undone, ¥10,000, says cash, arrived 18
19:16 Séamus Ó Briain shows the badge       → collect fee
19:16 press C Enter                         → admitted, arrived 19
19:17 a walk-in Ono Yuki, 学生, by Suzuki   → collect fee, ¥3,000, says Walk-in
19:17 press 5 Enter                         → admitted, ¥2,000, arrived 20
19:18 press F4                              → 2 hits
19:18 press Enter                           → collect fee, says 吉田 健, ¥3,000
19:18 press Enter                           → admitted, unpaid 1 · ¥8,000, arrived 20
19:19 清水 海斗 shows the badge             → collect fee
19:19 press 3 0 0 0 Enter                   → admitted, no change, arrived 21
"""

_VERDICTS = {
    "admitted": Verdict.ADMITTED,
    "collect fee": Verdict.COLLECT_FEE,
    "already inside": Verdict.ALREADY_ADMITTED,
    "cancelled": Verdict.CANCELLED,
    "waiting list": Verdict.WAITING_LIST,
    "blocked": Verdict.BLOCKED,
    "other event": Verdict.OTHER_EVENT,
    "unknown code": Verdict.UNKNOWN_CODE,
    "nothing": None,
}
_STATUS = {
    "cancelled": GuestStatus.CANCELLED,
    "waiting": GuestStatus.WAITING,
    "blocked": GuestStatus.BLOCKED,
}


LATER_GUESTS = """
高橋 みどり | たかはし みどり | 会員   | 高橋設計
高橋 一郎   | たかはし いちろう | 会員 | 高橋設計
高橋 二郎   | たかはし じろう | 学生   | 高橋設計
中島 美雪   | なかじま みゆき | 会員   | 中島楽器
大野 智     | おおの さとし   | ゲスト | 大野農園
来賓 太郎   | らいひん たろう | 登壇者 |
木村 渚     | きむら なぎさ   | 会員   |
"""

LATER = """
19:30 高橋 みどり shows the badge           → collect fee, ¥8,000
19:30 press F6                              → 2 hits
19:30 高橋 二郎 shows the badge             → collect fee, 2 hits
19:30 高橋 一郎 shows the badge             → 2 hits
19:30 press F6                              → ¥19,000, says Paid together with 高橋 二郎
19:30 press 2 0 Enter                       → admitted, ¥1,000, arrived 3
19:31 press F3 1                            → nothing, says Undone, ¥19,000, arrived 0
19:32 高橋 みどり shows the badge           → collect fee
19:32 press F6                              → 2 hits
19:32 type jiro                             → 1 hits
19:32 press Enter F6                        → ¥11,000
19:32 press E Enter                         → admitted, arrived 2
19:33 中島 美雪 shows the badge             → collect fee
19:33 press 3 P 1 0 Enter                   → admitted, ¥5,000, says ¥3,000 by PayPay
19:33 press F3 3                            → nothing, ¥8,000
19:34 中島 美雪 shows the badge             → collect fee
19:34 press Enter                           → admitted
19:34 大野 智 shows the badge               → collect fee, ¥10,000
19:34 press 5 A 2                           → admitted, says ¥5,000 stays due, unpaid 1 · ¥5,000
19:35 press F4                              → 1 hits
19:35 press Enter                           → collect fee, ¥5,000, says until Sat 21 Nov 2026
19:35 press Enter                           → admitted, no change
19:36 press F3 2                            → nothing, says Undone, ¥5,000, says inside and owes
19:37 来賓 太郎 shows the badge             → admitted, says F9, arrived 5
19:37 press F7                              → admitted, says handed out at 19:37
19:38 press F5                              → nothing, says Scan who goes out
19:38 来賓 太郎 shows the badge             → nothing, says Gone out, says 4 guests inside
19:39 来賓 太郎 shows the badge             → nothing, says Is not inside
19:39 press F5                              → nothing, says Ready
19:40 来賓 太郎 shows the badge             → admitted, says Welcome back, arrived 5
19:41 a blank tag is read                   → unknown code, says Blank name tag S01
19:41 press 1                               → nothing
19:42 木村 渚 shows the badge               → collect fee
19:42 press L D 3                           → admitted, says until Sat 14 Nov 2026
19:43 a blank tag is read                   → unknown code, says Blank name tag S02
19:43 press 1                               → nothing
19:43 the last blank tag is read            → collect fee, says 木村 渚
"""


class Evening:
    """The window, who stands at it, and the guests with their badges."""

    def __init__(self, door: DoorEvening, window: MainWindow, qtbot: QtBot) -> None:
        page = window.current_page
        assert isinstance(page, DoorPage)
        self.door = door
        self.page = page
        self.hands = Hands(page)
        self._qtbot = qtbot
        self._guests: dict[str, Guest] = {}
        self._doings: dict[str, Callable[..., None]] = {
            r"(.+) shows the badge": self._show_badge,
            r"somebody shows a badge of another event": self._show_foreign,
            r"somebody shows half a badge": self._show_half,
            r"(.+) and (.+) are read at once": self._show_glued,
            r"a blank tag is read": self._show_spare,
            r"the last blank tag is read": self._show_last_spare,
            r"press (.+)": self._press,
            r"type (.+)": self.hands.type,
            r"a walk-in (.+), (.+), by (.+)": self._walk_in,
        }
        self._sights: dict[str, Callable[..., None]] = {
            f"({'|'.join(_VERDICTS)})": self._see_verdict,
            r"(no change|¥[\d,]+|\d\d:\d\d)": self._see_amount,
            r"says (.+)": self._hear,
            r"arrived (\d+)": self._count,
            r"unpaid (.+)": self._see_unpaid,
            r"(\d+) hits": self._see_hits,
        }

    def invite(self, table: str) -> None:
        """Put the guests of the table on the list."""
        for line in table.strip().splitlines():
            name, reading, category, *rest = (part.strip() for part in line.split("|"))
            company, remark = (*rest, "", "")[:2]
            host = self._guests.get(remark.removeprefix("with "))
            guest = self.door.add(
                name, reading, category, company=company, host=host,
                status=_STATUS.get(remark, GuestStatus.ACCEPTED),
                listed_as_paid="yes" if remark == "paid" else "",
            )  # fmt: skip
            self._guests.setdefault(name, guest)

    def tell(self, story: str) -> None:
        """Do what each line says and see what it says is seen."""
        for line in story.strip().splitlines():
            print(line)  # noqa: T201 - the last line printed is the one that failed
            doing, _, seen = line.partition("→")
            clock, _, deed = doing.strip().partition(" ")
            self._set_clock(clock)
            self._follow(self._doings, deed.strip(), line)
            for sight in seen.split(", "):
                self._follow(self._sights, sight.strip(), line)

    def _set_clock(self, clock: str) -> None:
        """Make it this minute; a line of the same minute comes five seconds later."""
        now = datetime.fromisoformat(f"2026-11-14T{clock}:00+09:00")
        self.door.clock.advance(5)
        self.door.clock.now = max(now, self.door.clock.now)

    def _follow(self, ways: dict[str, Callable[..., None]], words: str, line: str) -> None:
        for pattern, way in ways.items():
            match = re.fullmatch(pattern, words)
            if match:
                way(*match.groups())
                return
        pytest.fail(f"not understood: {words!r} in {line!r}")

    # --- What is done ---

    def _show_badge(self, name: str) -> None:
        self.hands.scan(self.door.code(self._guests[name]))

    def _show_foreign(self) -> None:
        self.hands.scan(self.door.foreign_code())

    def _show_half(self) -> None:
        self.hands.scan(self.door.code(self._guests["佐藤 花子"])[:15])

    def _show_glued(self, first: str, second: str) -> None:
        codes = (self.door.code(self._guests[name]) for name in (first, second))
        self.page.scan.scanned.emit("".join(codes))

    def _show_spare(self) -> None:
        now = self.door.clock()
        (spare,) = make_spare_badges(self.door.event, 1, now=now, operator="")
        self.hands.scan(spare.code)

    def _show_last_spare(self) -> None:
        self.hands.scan(list_spare_badges(self.door.event)[-1].code)

    def _press(self, keys: str) -> None:
        if "F4" in keys:
            self._qtbot.waitUntil(self.page.figures.arrivals.unpaid.isVisible)
        self.hands.press(*keys.split())

    def _walk_in(self, name: str, category: str, introducer: str) -> None:
        form = self.page.walk_in
        self.hands.press("F2")
        self._qtbot.waitUntil(form.name.hasFocus)
        self.hands.type(name)
        self.hands.press("Tab", "Tab", "Tab")
        self.hands.press(*(["Down"] * form.category.findText(category)), "Tab")
        self.hands.type(introducer)
        self.hands.press("Enter")

    # --- What is seen ---

    def _see_verdict(self, words: str) -> None:
        assert self.hands.verdict is _VERDICTS[words]

    def _see_amount(self, amount: str) -> None:
        shown = self.page.answer.banner.view.amount
        assert shown == ("" if amount == "no change" else amount)

    def _hear(self, words: str) -> None:
        assert words in self.hands.answer

    def _count(self, number: str) -> None:
        assert self.hands.arrived == int(number)
        self._qtbot.waitUntil(lambda: self.page.figures.arrivals._arrived.text() == number)

    def _see_unpaid(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: self.page.figures.arrivals._unpaid.text() == words)

    def _see_hits(self, number: str) -> None:
        self._qtbot.waitUntil(lambda: len(self.page.answer.hits.rows) == int(number))


@pytest.fixture
def evening(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Evening]:
    """The window of a fresh event, desk A at work."""
    PlainTextGuard(qapp)
    Theme(qapp, ThemeChoice.LIGHT)
    speak(qapp, "en")
    door = door_evening(tmp_path)
    preferences = Preferences(tmp_path / "window.ini")
    preferences.backup_folder = tmp_path / "backups"
    preferences.sounds = False
    window = MainWindow(door.event, Wording("en"), preferences)
    window.workplace.now = door.clock
    window.show()
    window.activateWindow()
    made = Evening(door, window, qtbot)
    qtbot.waitUntil(made.page.scan.line.hasFocus)
    yield made
    window.close()


def test_evening(evening: Evening, tmp_path: Path) -> None:
    """Twenty-two guests and a walk-in arrive; screen, books, checks and workbook agree."""
    evening.door.open_box()
    evening.page._workplace.work_at(evening.door.desk)
    evening.invite(GUESTS)
    evening.tell(EVENING)

    event = evening.door.event
    close_box(event, evening.door)
    totals = event_totals(event)
    findings = (*check_accounts(event), *check_file(event))
    assert [finding.code for finding in findings if finding.level is not Level.OK] == []
    shown = evening.page.figures.arrivals._unpaid.text()
    assert (totals.due_inside_guests, shown) == (1, "1 · ¥8,000")
    assert f"{totals.due_inside_guests} · ¥8,000" == shown
    paid = sum(amount.minor for amount in totals.paid_by_tender.values())
    assert paid == totals.paid.minor
    export_workbook(event, tmp_path / "book.xlsx", now=evening.door.clock())
    assert totals.paid.minor in numbers_of(tmp_path / "book.xlsx")
    assert format_money(totals.cash_by_box["A"]) == "¥0"


def test_later_that_evening(evening: Evening) -> None:
    """People pay for each other, in parts and by several tenders, go out and come back."""
    evening.door.open_box()
    evening.page._workplace.work_at(evening.door.desk)
    evening.invite(LATER_GUESTS)
    evening.tell(LATER)

    event = evening.door.event
    close_box(event, evening.door)
    findings = (*check_accounts(event), *check_file(event))
    assert [finding.code for finding in findings if finding.level is not Level.OK] == []
    assert event_totals(event).due_inside_guests == 2


def test_first_scan_asks_who_works_here(evening: Evening) -> None:
    """Before anybody said who works at the desk, a scan asks for it and is answered then."""
    guest = evening.door.add("前田 さゆり", category="登壇者")
    QTimer.singleShot(500, _fill_in_desk)
    evening.hands.scan(evening.door.code(guest))

    assert (evening.hands.verdict, evening.hands.arrived) == (Verdict.ADMITTED, 1)


def test_cash_box_is_opened_from_the_fee(evening: Evening) -> None:
    """While the cash box is closed, Enter opens the desk's dialog, and Enter then takes the fee."""
    guest = evening.door.add("佐藤 花子")
    evening.page._workplace.work_at(evening.door.desk)
    evening.hands.scan(evening.door.code(guest))
    assert "Cash box A is not open yet" in evening.hands.answer
    QTimer.singleShot(1000, _fill_in_desk)
    evening.hands.press("Enter")
    evening._qtbot.waitUntil(evening.page.answer.pad.isVisible)
    evening.hands.press("Enter")

    assert (evening.hands.verdict, evening.hands.arrived) == (Verdict.ADMITTED, 1)


def _fill_in_desk() -> None:
    """Answer the dialog: Suzuki works at desk A, whose float is nothing."""
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, DeskDialog))
    dialog.operator.setCurrentText("鈴木")
    dialog.accept()


def close_box(event: EventFile, door: DoorEvening) -> None:
    """Count exactly what should be in the cash box, and close it."""
    shift = find_open_shift(event, "A")
    assert shift is not None
    cash = expected_cash(event, shift)
    count = parse_count(f"1000x{cash // 1000} 1x{cash % 1000}", "JPY")
    drawers.count_box(event, count, desk=door.desk, now=door.clock())
    drawers.close_box(event, "", desk=door.desk, now=door.clock())


def numbers_of(workbook: Path) -> set[object]:
    """All values in the cells of a workbook."""
    book = load_workbook(workbook)
    return {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def test_every_badge_of_the_list_opens_the_door(evening: Evening) -> None:
    """Two hundred badges typed as fast as a scanner can, in one go: every one is on record."""
    evening.door.open_box()
    evening.page._workplace.work_at(evening.door.desk)
    coming = [evening.door.add(f"登壇者 {n}", category="登壇者") for n in range(200)]
    for guest in coming:
        evening.hands.scan(evening.door.code(guest), enter=guest.number % 2 == 0)

    assert evening.hands.arrived == 200
    counted = guests.count_guests(evening.door.event)
    evening._qtbot.waitUntil(
        lambda: evening.page.figures.arrivals._arrived.text() == "200", timeout=5000
    )
    assert (counted, evening.page.figures.arrivals._expected.text()) == (200, "/ 200")
