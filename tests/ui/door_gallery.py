"""Pictures of the real door page: `uv run python tests/ui/door_gallery.py FOLDER [NAME…]`.

One picture per scene, language, theme and size; `_quarter` ones are scaled down as if seen from
two metres.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from door_evening import DoorEvening, door_evening
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.journal import Tender
from reception_app.scanning.scanner_habits import TEST_CODE
from reception_app.services import payments, reception
from reception_app.services.spare_badges import make_spare_badges
from reception_app.services.substitution import substitute
from reception_app.storage import guests
from reception_app.storage.event_file import EventDiskFull
from reception_app.ui import theme
from reception_app.ui.door.door_page import DoorPage
from reception_app.ui.door.keyboard_map import KeyboardMap
from reception_app.ui.door.name_correction import NameCorrection
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.rail import Light, Rail, RailPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak

_SIZES = ((1280, 720), (1440, 900))
_PAGES = {
    "en": ("Door", "Guests", "Name tags", "Money", "Overview"),
    "ja": ("受付", "参加者", "名札", "会計", "概況"),
}


class Scenes:
    """Everything that can stand on the door page."""

    def __init__(self, door: DoorEvening, page: DoorPage) -> None:
        self._door = door
        self._page = page
        self._hanako = door.add(
            "佐藤 花子", "さとう はなこ", company="株式会社サンプル商事", title="営業部 部長",
            table_name="12", introducer="鈴木さん", note="えびアレルギー。佐々木さんのお隣へ",
        )  # fmt: skip
        self._sayuri = door.add(
            "前田 さゆり", "まえだ さゆり", "登壇者", company="Studio Hikari",
            title="Lighting designer", badge_name="Sayuri Maeda", table_name="1",
            note="Show her to the stage manager, Mr Ito",
        )  # fmt: skip
        self._taro = door.add("山田 太郎", "やまだ たろう", company="山田建築設計", table_name="4")
        self._many = door.add(
            "長谷川小路 勘解由左衛門", "はせがわこうじ かげゆざえもん", "ゲスト",
            company="一般社団法人 全国地域活性化推進異業種交流ネットワーク協議会",
            introducer="鈴木さん",
        )  # fmt: skip
        self._party = [door.add(f"{self._many.name} ご同伴{n}", host=self._many) for n in (1, 2)]
        self._host = door.add("小林 陽菜", "こばやし ひな", "登壇者", company="小林クリニック")
        door.add("小林 蓮", "こばやし れん", "学生", host=self._host)
        self._declined = door.add("Nguyễn Thị Minh Khai", "グエン ティ ミン カイ", "ゲスト")
        door.set_status(self._declined, GuestStatus.CANCELLED)
        self._waits = door.add(
            "髙﨑 𠮷郎", "たかさき よしろう", status=GuestStatus.WAITING, company="合同会社ヒカリ"
        )
        self._blocked = door.add(
            "Séamus Ó Briain",
            "オブライアン シェイマス",
            note="主催者からの伝言：事情を伺ってください",
        )
        door.set_status(self._blocked, GuestStatus.BLOCKED)
        self._lost = door.add("田中 直樹", "たなか なおき", "登壇者", company="田中工業")
        for n, (name, reading, company) in enumerate(
            (
                ("佐藤 華子", "さとう はなこ", "佐藤銀行"),
                ("佐藤 健", "さとう けん", "東京広告"),
                ("佐藤 花子", "さとう はなこ", "さくらデザイン"),
            )
        ):
            door.add(
                name,
                reading,
                company=company,
                introducer=f"{'高橋渡辺伊藤'[2 * n : 2 * n + 2]}さん",
            )
        for n, family in enumerate(("渡辺", "伊藤", "中村", "加藤", "吉田", "山口", "松本")):
            guest = door.add(f"{family} 次郎", "", ("会員", "学生", "登壇者")[n % 3])
            door.clock.advance(40)
            answer = reception.receive_badge(
                door.event, door.code(guest), desk=door.desk, now=door.clock()
            )
            if answer.due and n == 3:
                reception.admit_unpaid(
                    door.event, guest.id, "later", desk=door.desk, now=door.clock()
                )
            elif answer.due:
                tender = (Tender.CASH, Tender.PAYPAY)[n % 2]
                reception.admit_paying(
                    door.event, [guest], payments.new_offer(tender), desk=door.desk,
                    now=door.clock(),
                )  # fmt: skip
        self._inside = guest
        self._hanako_again = door.add(
            "高橋 みどり", "たかはし みどり", company="高橋設計", introducer="渡辺さん"
        )
        for n in range(1, 5):
            door.add(f"高橋 {'一二三四'[n - 1]}郎", "たかはし", company="高橋設計")
        ill = door.add("木村 匠", "きむら たくみ", "登壇者", company="木村商店")
        self._substitute = substitute(
            door.event, ill.id, {GuestField.NAME: "木村 渚", GuestField.READING: "きむら なぎさ"},
            now=door.clock(), operator=door.desk.operator,
        )  # fmt: skip
        door.clock.advance(75)
        page.refresh()
        self.all: dict[str, Callable[[], None]] = {
            name.removeprefix("show_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("show_")
        }

    def scan(self, code: str) -> None:
        """Read a badge."""
        self._door.clock.advance(5)
        self._page.scan.scanned.emit(code)

    def type(self, text: str) -> None:
        """Type keys that reach the panel."""
        for key in text:
            self._page.take(key)

    def show_01_idle(self) -> None:
        """Ready."""
        self._page.scan.escaped.emit()

    def show_02_admitted(self) -> None:
        """A complimentary guest."""
        self.scan(self._door.code(self._sayuri))

    def show_03_collect(self) -> None:
        """A fee."""
        self.scan(self._door.code(self._hanako))
        self.type("10")

    def show_04_later(self) -> None:
        """Why pay later."""
        self.type("l")

    def show_05_paid(self) -> None:
        """Paid with change."""
        self.type("\b10\r")

    def show_06_already(self) -> None:
        """The same badge again."""
        self._door.clock.advance(600)
        self.scan(self._door.code(self._hanako))

    def show_07_anyway(self) -> None:
        """Why admit anyway."""
        self.type("\r")

    def show_08_party(self) -> None:
        """A fee with companions'."""
        self.scan(self._door.code(self._many))
        self.type("+")

    def show_09_companions(self) -> None:
        """A host whose companion is to come."""
        self.scan(self._door.code(self._host))

    def show_10_cancelled(self) -> None:
        """Cancelled."""
        self.scan(self._door.code(self._declined))

    def show_11_reinstate(self) -> None:
        """Really?"""
        self.type("\r")

    def show_12_waiting(self) -> None:
        """On the waiting list."""
        self._door.change_event(capacity="24")
        self.scan(self._door.code(self._waits))

    def show_13_blocked(self) -> None:
        """Blocked."""
        self.scan(self._door.code(self._blocked))

    def show_14_revoked(self) -> None:
        """An old badge."""
        self.scan(self._door.revoke_badge(self._lost))

    def show_15_other_event(self) -> None:
        """Another event's."""
        self.scan(self._door.foreign_code())

    def show_16_unknown(self) -> None:
        """Unknown."""
        self.scan("https://example.org/t/12345")

    def show_17_half(self) -> None:
        """Half a code."""
        self.scan(self._door.code(self._taro)[:17])

    def show_18_search(self) -> None:
        """Typing a name."""
        self._page.scan.line.setText("さとう")

    def show_19_namesakes(self) -> None:
        """Two of one name."""
        self._page.answer.hits.step(1)
        self._page.answer.hits.take("\r")

    def show_20_nobody(self) -> None:
        """Nobody fits."""
        self._page.scan.line.setText("xyz")

    def show_21_unpaid(self) -> None:
        """Inside unpaid."""
        self._page.scan.clear()
        self._page.figures.arrivals.unpaid.click()

    def show_22_undo(self) -> None:
        """Undo."""
        self._page.figures.recent.undo.click()
        self._page.scan.stepped.emit(2)

    def show_23_undone(self) -> None:
        """Undone."""
        self.type("1")

    def show_24_trouble(self) -> None:
        """The disk is full."""
        self._page._desk.failed.emit(EventDiskFull(self._door.event.path))

    def show_25_notice(self) -> None:
        """Just now."""
        self.scan(self._door.code(self._sayuri))
        self._page.scan.scanned.emit(self._door.code(self._sayuri))

    def show_26_not_open(self) -> None:
        """Too early."""
        self._door.change_event(door_opens="2026-11-14T23:30:00+09:00")
        self._page.notice.hide()
        self.scan(self._door.code(self._taro))
        self._door.change_event(door_opens="")

    def show_29_part_beside(self) -> None:
        """A part by PayPay, the rest in cash."""
        self.scan(self._door.code(self._hanako_again))
        self.type("3p10")

    def show_30_too_little(self) -> None:
        """Less than is due was typed."""
        self.scan(self._door.code(self._hanako_again))
        self.type("5")

    def show_31_part_later(self) -> None:
        """A part now, the rest later."""
        self.type("a")

    def show_32_other_day(self) -> None:
        """Until another day."""
        self.type("dd")

    def show_33_others(self) -> None:
        """Who else is paid for."""
        self.scan(self._door.code(self._hanako_again))
        self._page.answer.pad._others.click()
        self._page.answer.hits.step(1)
        self._page.answer.hits.take("\r")

    def show_34_paid_together(self) -> None:
        """One sum for two."""
        self._page.answer.hits.left.emit()

    def show_35_spare(self) -> None:
        """A blank tag."""
        (spare,) = make_spare_badges(self._door.event, 1, now=self._door.clock(), operator="")
        self.scan(spare.code)

    def show_36_tag(self) -> None:
        """What can be done with a tag."""
        self.scan(self._door.code(self._sayuri))
        self._page._ask_about_tag()

    def show_37_out(self) -> None:
        """Letting out."""
        self._page.figures.arrivals.out.click()

    def show_38_gone(self) -> None:
        """Somebody went out."""
        self.scan(self._door.code(self._sayuri))

    def show_39_not_inside(self) -> None:
        """Nobody who is inside."""
        self._door.clock.advance(10)
        self.scan(self._door.code(self._sayuri))

    def show_40_back(self) -> None:
        """Somebody comes back."""
        self._page.figures.arrivals.out.click()
        self._door.clock.advance(10)
        self.scan(self._door.code(self._sayuri))

    def show_41_full(self) -> None:
        """The house is full."""
        self._door.change_event(capacity="10")
        self.scan(self._door.code(self._substitute))

    def show_42_nearly_full(self) -> None:
        """The house is nearly full."""
        self._door.change_event(capacity="12")
        self._page.scan.escaped.emit()

    def show_43_more(self) -> None:
        """What is seldom needed."""
        self._page._ask_more()

    def show_44_undo_payment(self) -> None:
        """A payment for several is taken back."""
        self.scan(self._door.code(self._hanako_again))
        self._page.answer.pad._others.click()
        self._page.answer.hits.take("\r")
        self._page.answer.hits.left.emit()
        self.type("\r")
        self._page.figures.read()
        self._page._begin_undo()

    def show_90_box_closed(self) -> None:
        """No cash box."""
        from reception_app.domain.drawer import count_of
        from reception_app.services import drawers
        from reception_app.storage.drawers import expected_cash, find_open_shift

        shift = find_open_shift(self._door.event, "A")
        assert shift is not None
        cash = expected_cash(self._door.event, shift)
        count = count_of({1: cash}, "JPY")
        drawers.count_box(self._door.event, count, desk=self._door.desk, now=self._door.clock())
        drawers.close_box(self._door.event, "", desk=self._door.desk, now=self._door.clock())
        self.scan(self._door.code(self._taro))

    def show_91_idle_closed(self) -> None:
        """Idle without a cash box."""
        self._page.scan.escaped.emit()


def walk_in_form(door: DoorEvening, page: DoorPage) -> QWidget:
    """The walk-in form that warns of a namesake."""
    door.add("小野 雪", "おの ゆき", company="小野酒造")
    page.walk_in.begin("小野雪")
    page.walk_in.company.setText("雪工房")
    page.walk_in.accept()
    return page.walk_in


def keyboard_map(_door: DoorEvening, page: DoorPage) -> QWidget:
    """The sheet of keys."""
    return KeyboardMap(page)


def walk_in_paid(door: DoorEvening, page: DoorPage) -> QWidget:
    """The walk-in form with payment and blank tag."""
    (spare,) = make_spare_badges(door.event, 1, now=door.clock(), operator="")
    page.walk_in.clear()
    page.walk_in.begin("中島 美雪")
    page.walk_in.reading.setText("なかじま みゆき")
    page.walk_in.introducer.setText("佐藤 健")
    page.walk_in.payment.setText("10")
    page.walk_in.take_spare(spare)
    return page.walk_in


def paper_entry(_door: DoorEvening, page: DoorPage) -> QWidget:
    """Arrivals from paper."""
    paper = page.more.paper
    paper.begin()
    for line in ("1 1805", "2 1806", "999", "8 +"):
        paper.line.setText(line)
        paper.take_line()
    paper.line.setText("佐藤")
    return paper


def paper_entry_asks(_door: DoorEvening, page: DoorPage) -> QWidget:
    """Several fit what was typed."""
    page.more.paper.take_line()
    return page.more.paper


def scanner_check(_door: DoorEvening, page: DoorPage) -> QWidget:
    """The scanner check with the test code."""
    page.more.check_scanner()
    return page.more.scanner


def scanner_learned(_door: DoorEvening, page: DoorPage) -> QWidget:
    """What a scanner does was learned."""
    typed = "".join("qwertyuiop"[int(digit)] for digit in TEST_CODE)
    page.more.scanner.show()
    page.more.scanner.take(f"]Q1{typed}\r", [])
    return page.more.scanner


def scanner_wrong(_door: DoorEvening, page: DoorPage) -> QWidget:
    """Signs get lost."""
    page.more.scanner.show()
    page.more.scanner.take(TEST_CODE[:20], list(range(0, 20 * 50, 50)))
    return page.more.scanner


def name_correction(_door: DoorEvening, page: DoorPage) -> QWidget:
    """A misspelt name."""
    guest = guests.search_guests(_door.event, "佐藤 健")[0]
    return NameCorrection(page, guest)


_DIALOGS = {
    "walk_in": walk_in_form,
    "walk_in_paid": walk_in_paid,
    "keyboard_map": keyboard_map,
    "paper_entry": paper_entry,
    "paper_entry_asks": paper_entry_asks,
    "scanner_check": scanner_check,
    "scanner_learned": scanner_learned,
    "scanner_wrong": scanner_wrong,
    "name_correction": name_correction,
}


class Window(QWidget):
    """The door page beside the rail."""

    def __init__(self, page: DoorPage, language: str) -> None:
        super().__init__()
        keys = ("door", "guests", "name_tags", "money", "overview")
        icons = ("scan", "guests", "name_tag", "money", "overview")
        pages = zip(keys, _PAGES[language], icons, range(1, 6), strict=True)
        rail = Rail(tuple(RailPage(k, c, i, f"Ctrl+{n}") for k, c, i, n in pages))
        rail.show_event("秋の異業種交流会", "2026年11月14日(土) 18:00")
        rail.show_page("door")
        rail.show_foot("受付 A・鈴木", (Light.GOOD, "保存先 USB 2分前"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(page, 1)


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Save the pictures of all scenes, or of the wanted ones."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    PlainTextGuard(app)
    look = Theme(app, ThemeChoice.LIGHT)
    theme.load_rare_fonts()
    for language in ("en", "ja"):
        speak(app, language)
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            look.choose(choice)
            for size in _SIZES:
                _save_scenes(folder, language, choice, size=size, wanted=wanted)


def _save_scenes(
    folder: Path, language: str, choice: str, *, size: tuple[int, int], wanted: tuple[str, ...]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        door = door_evening(Path(place), language)
        door.open_box()
        page = DoorPage(door.workplace)
        window = Window(page, language)
        window.resize(*size)
        window.show()
        for name, show in Scenes(door, page).all.items():
            show()
            page.refresh()
            QApplication.processEvents()
            if wanted and not any(one in name for one in wanted):
                continue
            picture = window.grab()
            stem = f"{name}_{language}_{choice}_{size[1]}"
            picture.save(str(folder / f"{stem}.png"))
            quarter = picture.scaledToWidth(
                size[0] // 4, Qt.TransformationMode.SmoothTransformation
            )
            quarter.save(str(folder / f"{stem}_quarter.png"))
        for name, made in _DIALOGS.items():
            if not wanted or name in wanted:
                dialog = made(door, page)
                dialog.show()
                QApplication.processEvents()
                dialog.grab().save(str(folder / f"{name}_{language}_{choice}.png"))
                dialog.hide()
        window.close()
        door.event.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
