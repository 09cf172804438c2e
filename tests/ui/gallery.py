"""Pictures of a mock door page with every verdict: `uv run python tests/ui/gallery.py FOLDER`."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from reception_app.domain.money import Money
from reception_app.ui import theme
from reception_app.ui.door.arrival_card import ArrivalCard, ArrivalView
from reception_app.ui.door.banner_view import BannerKind, BannerView
from reception_app.ui.door.recent_list import RecentList, RecentRow
from reception_app.ui.door.scan_input import ScanInput
from reception_app.ui.door.tender_pad import TenderPad
from reception_app.ui.door.verdict_banner import VerdictBanner
from reception_app.ui.parts.keys import KeyHint
from reception_app.ui.parts.label import PlainTextGuard
from reception_app.ui.rail import Light, Rail, RailPage
from reception_app.ui.theme import Theme, ThemeChoice
from reception_app.ui.wording import speak
from reception_app.wording import Wording

_SIZES = ((1280, 800), (1280, 720))

_PAGES = {
    "en": ("Door", "Guests", "Name tags", "Money", "Overview"),
    "ja": ("受付", "参加者", "名札", "会計", "概況"),
}


@dataclass(frozen=True)
class _Words:
    event: str
    date: str
    hints: tuple[str, str, str]
    foot: tuple[str, str, str]
    arrivals: ArrivalView


_WORDS = {
    "en": _Words(
        "Autumn Mixer",
        "Sat 14 Nov 2026, 18:00",
        ("Camera", "Walk-in", "Help"),
        ("Desk A · Suzuki", "Copy on USB 2 min ago", "Working alone"),
        ArrivalView(
            312,
            687,
            (("Members", "241 / 520"), ("Guests", "52 / 120"), ("Last 10 min", "64 people")),
            "3 · ¥24,000",
        ),
    ),
    "ja": _Words(
        "秋の異業種交流会",
        "2026年11月14日(土) 18:00",
        ("カメラ", "当日参加", "ヘルプ"),
        ("受付 A・鈴木", "保存先 USB 2分前", "単独で稼働中"),
        ArrivalView(
            312,
            687,
            (("会員", "241 / 520"), ("ゲスト", "52 / 120"), ("直近10分", "64 人")),
            "3 人・¥24,000",
        ),
    ),
}
_RECENT = {
    "en": (
        ("18:03", "山田 太郎", "Member", "¥8,000"),
        ("18:03", "前田 さゆり", "Speaker", "Complimentary"),
        ("18:02", "髙﨑 𠮷郎", "Member", "Transferred"),
        ("18:02", "Nguyễn Thị Minh Khai", "Guest", "¥10,000"),
        ("18:01", "小林 陽菜", "Student", "PayPay"),
    ),
    "ja": (
        ("18:03", "山田 太郎", "会員", "¥8,000"),
        ("18:03", "前田 さゆり", "登壇者", "ご招待"),
        ("18:02", "髙﨑 𠮷郎", "会員", "振込済"),
        ("18:02", "Nguyễn Thị Minh Khai", "ゲスト", "¥10,000"),
        ("18:01", "長谷川小路 勘解由左衛門", "学生", "PayPay"),
    ),
}
_LONG_COMPANY = (
    "一般社団法人 全国地域活性化推進異業種交流ネットワーク協議会 "
    "関東甲信越支部 事務局 広報企画部 部長代理"
)

VIEWS: dict[str, dict[str, BannerView]] = {
    "en": {
        "idle": BannerView(BannerKind.IDLE, "Ready to scan", foot="Door open until 21:00 · desk A"),
        "admitted": BannerView(
            BannerKind.ADMITTED,
            "Welcome",
            reading="まえだ さゆり  Sayuri Maeda",
            name="前田 さゆり",
            company="Lighting designer, Studio Hikari",
            chips=("Speaker", "Table 1", "First time", "Complimentary"),
            note="Show her to the stage manager, Mr Ito",
            foot="18:03:22 · desk A · name tag already printed (box 3, no. 214)",
        ),
        "collect": BannerView(
            BannerKind.COLLECT,
            "Please collect the fee",
            reading="Nguyen",
            name="Nguyễn Thị Minh Khai",
            company="Saigon Trading",
            chips=("Guest", "Table 12", "2nd time", "Introduced by Ms Suzuki"),
            note="No shellfish. Seat next to Mr Sasaki",
            amount_label="Due",
            amount="¥8,000",
        ),
        "refused": BannerView(
            BannerKind.REFUSED,
            "Already inside since 18:02, desk B",
            icon="again",
            reading="Séamus",
            name="Séamus Ó Briain-MacGillycuddy of the Reeks",
            company=_LONG_COMPANY,
            chips=("Member", "Table 4"),
            findings=("¥8,000 is still due", "The note says: call the organizer"),
            foot="18:03:22 · desk A",
        ),
        "unknown": BannerView(
            BannerKind.REFUSED,
            "This code is not ours",
            icon="question",
            findings=("Search by name, or F2 for a walk-in",),
            foot="18:03:22 · desk A · https://example.org/t/12",
        ),
        "trouble": BannerView(
            BannerKind.TROUBLE,
            "Not recorded: the disk is full",
            findings=("Free some space, then scan the badge again. Nothing was half done.",),
            foot="18:03:22 · desk A",
        ),
    },
    "ja": {
        "idle": BannerView(BannerKind.IDLE, "スキャンできます", foot="受付は21:00まで・受付A"),
        "admitted": BannerView(
            BannerKind.ADMITTED,
            "ようこそ",
            reading="はせがわこうじ かげゆざえもん",
            name="長谷川小路 勘解由左衛門",
            company=_LONG_COMPANY,
            chips=("会員", "テーブル 1", "初参加", "ご招待", "紹介：鈴木さん"),
            note="舞台監督の伊藤さんのところへご案内ください。車椅子をご利用です。控室は2階の奥、エレベーター右手です。",
            foot="18:03:22・受付A・名札は印刷済み（箱3・214番）",
        ),
        "collect": BannerView(
            BannerKind.COLLECT,
            "会費をお預かりください",
            reading="さとう はなこ",
            name="佐藤 花子",
            company="株式会社サンプル商事　営業部 部長",
            chips=("会員", "テーブル 12", "2回目", "紹介：鈴木さん"),
            note="えびアレルギー。佐々木さんのお隣へ",
            amount_label="未払",
            amount="¥8,000",
        ),
        "refused": BannerView(
            BannerKind.REFUSED,
            "キャンセルされています",
            reading="たかさき よしろう",
            name="髙﨑 𠮷郎",
            company="合同会社ヒカリ 代表",
            chips=("会員", "テーブル 12"),
            note="主催者からの伝言：事情を伺ってください",
            findings=("会費 ¥8,000 が未払いです", "名札は再発行されています"),
            foot="18:03:22・受付A",
        ),
        "unknown": BannerView(
            BannerKind.REFUSED,
            "このコードは見つかりません",
            icon="question",
            findings=("名前で検索するか、F2 で当日参加にしてください",),
            foot="18:03:22・受付A",
        ),
        "trouble": BannerView(
            BannerKind.TROUBLE,
            "記録できませんでした：ディスクがいっぱいです",
            findings=(
                "空きを作ってから、もう一度スキャンしてください。途中の記録は残っていません。",
            ),
            foot="18:03:22・受付A",
        ),
    },
}


class MockDoor(QWidget):
    """A door page made of the real widgets and invented figures."""

    def __init__(self, language: str) -> None:
        super().__init__()
        words = _WORDS[language]
        names = zip(
            ("door", "guests", "name_tags", "money", "overview"),
            _PAGES[language],
            ("scan", "guests", "name_tag", "money", "overview"),
            range(1, 6),
            strict=True,
        )
        self.rail = Rail(tuple(RailPage(k, c, i, f"Ctrl+{n}") for k, c, i, n in names))
        self.rail.show_event(words.event, words.date)
        self.rail.show_page("door")
        desk, copy, alone = words.foot
        self.rail.show_foot(desk, (Light.GOOD, copy), (Light.GOOD, alone))
        hints = zip(words.hints, ("F8", "F2", "F1"), strict=True)
        self.scan = ScanInput(*(KeyHint(text, key) for text, key in hints))
        self.banner = VerdictBanner(VIEWS[language]["idle"])
        self.pad = TenderPad(Wording(language))
        self.scan.set_taker(self.pad)
        self.arrivals = ArrivalCard()
        self.arrivals.show_view(words.arrivals)
        self.recent = RecentList()
        rows = _RECENT[language] * 3
        self.recent.show_rows(tuple(RecentRow(str(n), *row) for n, row in enumerate(rows)))
        self._build_layout()

    def show_view(self, view: BannerView) -> None:
        """Show the answer, and the pad when a fee is asked for."""
        self.banner.show_view(view)
        self.pad.setVisible(view.kind is BannerKind.COLLECT)
        if view.kind is BannerKind.COLLECT:
            self.pad.ask(Money(8000, "JPY"))
            self.pad.take("1")
            self.pad.take("0")

    def _build_layout(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (self.banner, self.pad)),
            (right, (self.arrivals, self.recent)),
        ):
            column.setSpacing(16)
            for part in parts:
                column.addWidget(part, int(part in (self.banner, self.recent)))
        self.arrivals.setFixedWidth(304)
        self.recent.setFixedWidth(304)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        page = QVBoxLayout()
        page.setContentsMargins(theme.PAGE_MARGIN, 20, theme.PAGE_MARGIN, 20)
        page.setSpacing(16)
        page.addWidget(self.scan)
        page.addLayout(columns, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(page, 1)


def main(folder: Path) -> None:
    """Save one picture per verdict, language, theme and size into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    PlainTextGuard(app)
    look = Theme(app, ThemeChoice.LIGHT)
    theme.load_rare_fonts()
    for language, views in VIEWS.items():
        speak(app, language)
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            look.choose(choice)
            door = MockDoor(language)
            for width, height in _SIZES:
                door.resize(width, height)
                door.show()
                for name, view in views.items():
                    door.show_view(replace(view))
                    app.processEvents()
                    door.grab().save(str(folder / f"{name}_{language}_{choice}_{height}.png"))
            door.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
