"""The designs that come with the program: with hard names, nothing overlaps and nothing is lost."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_app.documents.drawing import (
    MM,
    Area,
    Box,
    Image,
    Mark,
    Outline,
    QrCode,
    TextColumn,
    TextLine,
    contrast,
)
from reception_app.documents.name_tag import NameTag
from reception_app.documents.shipped_designs import SHIPPED
from reception_app.documents.tag_design_file import design_from, design_json
from reception_app.documents.tag_layout import TagLayout
from reception_app.domain.tag_design import TagDesign
from reception_app.wording import Wording

CODE = "71234" + "5" * 27
DESIGNS = list(SHIPPED.values())
NAMES = [
    "佐藤 花子", "林", "髙﨑 𠮷郎", "長谷川小路 勘解由左衛門", "Nguyễn Thị Minh Khai", "Bob Li",
    "Maximiliane-Franziska von Thurn und Hohenstein-Waldburg", "김민준", "Ẫgẫ Ợỹ", "寿限無" * 20,
]  # fmt: skip
words = st.text(st.sampled_from("佐藤カタカナー、（）ABCgjẪỵ -&株式会社한国Ж"), max_size=60)


def tag(name: str, **parts: str) -> NameTag:
    """A tag of which everything is filled in."""
    known = {
        "reading": "さとう はなこ", "company": "独立行政法人日本学術国際交流推進機構",
        "title": "取締役社長 兼 最高経営責任者", "category": "特別ご招待", "table": "テーブル 12",
        "talks_about": "量子計算、登山、クラシック音楽、地域の子ども食堂", "position": "サ",
        "email": "hanako.sato@example.co.jp", "phone": "090-1234-5678",
    }  # fmt: skip
    plain = NameTag(
        12, name, CODE, event_name="秋の異業種交流会", event_date="2026年11月14日(土)",
        venue="大阪市中央公会堂",
    )  # fmt: skip
    changes: dict[str, Any] = known | parts
    return replace(plain, **changes)


def sides(design: TagDesign, shown: NameTag) -> list[tuple[Mark, ...]]:
    """The marks of front and back."""
    layout = TagLayout(design, Wording("ja"))
    return [layout.front(shown).marks, layout.back(shown).marks]


def collisions(marks: tuple[Mark, ...], *, by: float = 0.35) -> list[tuple[Mark, Mark]]:
    """Marks that must have their place for themselves and do not."""
    solid = [mark for mark in marks if not isinstance(mark, Area | Outline | Image)]
    boxes = [(mark, smaller(mark.box, by)) for mark in solid]
    return [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if one.overlaps(other)]


def smaller(box: Box, by: float) -> Box:
    """The box without a hair's breadth around it: rounding may make neighbours touch."""
    return Box(box.left + by, box.top + by, box.right - by, box.bottom - by)


@pytest.mark.parametrize("design", DESIGNS, ids=SHIPPED.keys())
@pytest.mark.parametrize("name", NAMES)
def test_hard_names_find_their_place(design: TagDesign, name: str) -> None:
    """Nothing overlaps, nothing sticks out, and the name is on the tag as it is written."""
    label = Box(0, 0, design.width * MM, design.height * MM)
    for marks in sides(design, tag(name)):
        assert collisions(marks) == []
        assert all(smaller(mark.box, 0.35).inside(label) for mark in marks)
    lines = [mark.text for mark in sides(design, tag(name))[0] if isinstance(mark, TextLine)]
    if len(name) < 30:
        assert name.replace(" ", "") in "".join(lines).replace(" ", "")


@settings(max_examples=40)
@given(
    name=words, reading=words, company=words.map(lambda text: text * 30), title=words,
    talks_about=words, category=words, table=words,
)  # fmt: skip
def test_whatever_is_written_keeps_its_place(**parts: str) -> None:
    """All designs hold for all texts."""
    name = parts.pop("name")
    for design in DESIGNS:
        label = Box(0, 0, design.width * MM, design.height * MM)
        for marks in sides(design, tag(name, **parts)):
            assert collisions(marks) == [], design.key
            assert all(smaller(mark.box, 0.35).inside(label) for mark in marks), design.key


@pytest.mark.parametrize("design", DESIGNS, ids=SHIPPED.keys())
def test_names_are_much_larger_than_anything_else(design: TagDesign) -> None:
    """The name of a usual guest is at least twice as high as any other text."""
    lines = [m for m in sides(design, tag("佐藤 花子"))[0] if isinstance(m, TextLine)]
    name = next(line for line in lines if line.text == "佐藤 花子")

    assert name.size >= 2 * max(line.size for line in lines if line is not name)


@pytest.mark.parametrize("design", DESIGNS, ids=SHIPPED.keys())
@pytest.mark.parametrize("colour", ["#2F56D9", "#F5B301", "#FFFFFF", "#000000", "#98A2B3"])
def test_words_are_legible_on_every_category(design: TagDesign, colour: str) -> None:
    """Text on a ground has a contrast of 4.5 or more."""
    marks = sides(design, NameTag(1, "林", CODE, category="会員", colour=colour))[0]
    areas = [mark for mark in marks if isinstance(mark, Area)]
    for mark in marks:
        if isinstance(mark, TextLine | TextColumn):
            below = [area for area in areas if mark.box.inside(area.box)]
            ground = below[-1].colour if below else "#FFFFFF"
            assert contrast(mark.colour, ground) >= 4.5, mark


@pytest.mark.parametrize("design", DESIGNS, ids=SHIPPED.keys())
def test_codes_are_large_enough_for_a_phone(design: TagDesign) -> None:
    """A symbol is at least 14 mm wide, and its quiet zone is on the label."""
    codes = [m for m in sides(design, tag("林"))[0] if isinstance(m, QrCode)]
    label = Box(0, 0, design.width * MM, design.height * MM)

    assert all(code.side >= 14 * MM and code.box.inside(label) for code in codes)


@pytest.mark.parametrize("design", DESIGNS, ids=SHIPPED.keys())
def test_shipped_designs_pass_their_own_check(design: TagDesign) -> None:
    """What is refused in a template file does not come with the program; JSON loses nothing."""
    assert design_from(design_json(design), "shipped") == design


@pytest.mark.parametrize("design", DESIGNS, ids=SHIPPED.keys())
@pytest.mark.parametrize("size", [(70.0, 45.0), (120.0, 120.0)])
def test_designs_fit_other_labels(design: TagDesign, size: tuple[float, float]) -> None:
    """Stretched to another label, nothing overlaps either."""
    fitted = design.fitted_to(*size)

    assert (fitted.width, fitted.height) == size
    for marks in sides(fitted, tag("長谷川小路 勘解由左衛門")):
        assert collisions(marks) == []
