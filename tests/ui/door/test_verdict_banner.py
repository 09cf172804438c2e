"""The banner fits every answer, draws names as they are, and shows each kind differently."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from reception_app.ui.door.banner_layout import DrawnBox, DrawnIcon, DrawnText, lay_out
from reception_app.ui.door.banner_view import GROUNDS, ICONS, BannerKind, BannerView
from reception_app.ui.door.verdict_banner import VerdictBanner
from reception_app.ui.parts.text_lines import break_lines
from reception_app.ui.theme import font

IDLE = BannerView(BannerKind.IDLE, "Ready to scan")
FEE = BannerView(
    BannerKind.COLLECT,
    "会費をお預かりください",
    reading="はせがわこうじ かげゆざえもん",
    name="長谷川小路 勘解由左衛門",
    company="全国地域活性化推進異業種交流ネットワーク協議会 " * 2,
    chips=("会員", "テーブル 12", "2回目", "紹介：鈴木さん"),
    note="えびアレルギー。佐々木さんのお隣へ" * 3,
    amount_label="未払",
    amount="¥8,000",
    findings=("名札は再発行されています", "受付は21:00まで"),
    foot="18:03:22・受付A",
)
NAMES = st.one_of(
    st.sampled_from(
        ["Nguyễn Thị Minh Khai", "髙﨑 𠮷郎", "<b>太字</b> 花子", "𠮷" * 30, "O'Brien"]
    ),
    st.text(st.characters(categories=["L", "Zs"]), max_size=60),
)


def texts(view: BannerView, width: float, height: float) -> list[DrawnText]:
    """All lines drawn for the view on an area of this size."""
    drawn = lay_out(view, GROUNDS[view.kind], QRectF(0, 0, width, height))
    return [one for one in drawn if isinstance(one, DrawnText)]


@pytest.mark.parametrize("size", [(728, 344), (728, 684), (480, 300), (1400, 900)])
@pytest.mark.usefixtures("look")
def test_everything_stands_inside(size: tuple[int, int]) -> None:
    """At every window size all parts of a full answer stand on the area and none on another."""
    area = QRectF(0, 0, *size)
    lines = texts(FEE, *size)

    for line in lines:
        metrics = QFontMetricsF(line.font)
        width = metrics.horizontalAdvance(line.text)
        box = QRectF(line.left, line.baseline - metrics.capHeight(), width, metrics.capHeight())
        assert area.contains(box), line.text
    for one in lay_out(FEE, GROUNDS[FEE.kind], area):
        if isinstance(one, (DrawnBox, DrawnIcon)):
            assert area.contains(one.area)


@pytest.mark.usefixtures("look")
def test_name_is_large_and_whole() -> None:
    """An ordinary name stands 46 px high, the amount 60 px."""
    view = replace(FEE, name="佐藤 花子")
    sizes = {line.text: line.font.pixelSize() for line in texts(view, 728, 460)}

    assert sizes["佐藤 花子"] == 46
    assert sizes["¥8,000"] == 60


@pytest.mark.usefixtures("look")
def test_long_name_breaks_between_words() -> None:
    """A long name is broken where its words end, and nothing of it is cut."""
    lines = [line.text for line in texts(replace(FEE, amount=""), 480, 600)]

    assert "長谷川小路" in lines
    assert "勘解由左衛門" in lines


@pytest.mark.usefixtures("look")
@settings(max_examples=60)
@given(name=NAMES, width=st.integers(400, 1200), height=st.integers(240, 900))
def test_any_name_stays_on_the_area(name: str, width: int, height: int) -> None:
    """Whatever a guest is called, every line ends before the edge."""
    view = BannerView(BannerKind.ADMITTED, "Welcome", name=name)

    for line in texts(view, width, height):
        assert line.left + QFontMetricsF(line.font).horizontalAdvance(line.text) <= width


@pytest.mark.usefixtures("look")
@given(text=NAMES, width=st.integers(30, 400))
def test_breaking_loses_no_letter(text: str, width: int) -> None:
    """The lines of a text, joined, are the text but for its spaces."""
    lines = break_lines(text, font(18), width)

    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.usefixtures("look")
def test_line_feeds_stay() -> None:
    """A note of two paragraphs has two lines, and an empty one between stays."""
    assert break_lines("one\n\ntwo", font(14), 400) == ["one", "", "two"]


@pytest.mark.usefixtures("look")
def test_kinds_differ_in_ground_and_shape(qtbot: QtBot) -> None:
    """Each kind has a ground and an icon of its own; the same banner shows all of them."""
    banner = VerdictBanner(IDLE)
    qtbot.addWidget(banner)
    banner.resize(600, 400)
    banner.show()
    seen = set()
    for kind in BannerKind:
        banner.show_view(BannerView(kind, "word"))
        seen.add(QColor(banner.grab().toImage().pixel(300, 12)).name())

    assert len(seen) == len(BannerKind) == len(set(ICONS.values()))


@pytest.mark.usefixtures("look")
def test_idle_returns(qtbot: QtBot) -> None:
    """After an answer the calm area comes back with its words."""
    banner = VerdictBanner(IDLE)
    qtbot.addWidget(banner)
    banner.show_view(FEE)
    assert "¥8,000" in banner.accessibleName()

    banner.show_idle()
    assert banner.view == IDLE
    assert banner.accessibleName() == "Ready to scan"
