"""Any element anywhere: what it shows stays in its frame, and what it cannot show is told."""

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image as PilImage

from reception_app.documents.drawing import MM, Area, Box, Image, Mark, Outline, QrCode, TextLine
from reception_app.documents.name_tag import NameTag
from reception_app.documents.picture_file import picture_from
from reception_app.documents.shipped_designs import SHIPPED
from reception_app.documents.tag_layout import LayoutMemory, TagLayout
from reception_app.documents.text_problem import ProblemKind
from reception_app.domain.tag_design import (
    CATEGORY,
    EVENT_LOGO,
    Align,
    Anchor,
    BandElement,
    Element,
    Fit,
    Frame,
    LineElement,
    PictureElement,
    QrElement,
    TagDesign,
    TagText,
    TextElement,
)
from reception_app.wording import Wording

CODE = "71234" + "5" * 27
JAPANESE = Wording("ja")
TAG = NameTag(
    12, "長谷川小路 勘解由左衛門", CODE, reading="はせがわこうじ かげゆざえもん",
    company="独立行政法人日本学術国際交流推進機構", title="Ẫgẫ Vice President", category="ご招待",
    colour="#2F56D9", event_name="秋の異業種交流会", talks_about="量子計算、登山",
)  # fmt: skip

texts = st.builds(
    TagText,
    st.sampled_from(
        ["{name}", "{reading}", "{company}", "{title}", "Fixed text", "{ask}", "{table}"]
    ),
    st.floats(3, 120),
    fit=st.sampled_from(Fit),
    lines=st.integers(1, 5),
    gap=st.floats(0, 5),
)
frames = st.builds(Frame, st.floats(0, 60), st.floats(0, 40), st.floats(0, 60), st.floats(0, 50))


def laid_out(*elements: Element, tag: NameTag = TAG) -> tuple[Mark, ...]:
    """The marks of these elements on a tag of 120 x 90 mm."""
    return TagLayout(TagDesign("d", "D", 120.0, 90.0, elements), JAPANESE).front(tag).marks


def box_of(frame: Frame) -> Box:
    """The frame in points, with a hair's breadth around it."""
    hair = 0.4
    return Box(
        frame.left * MM - hair, frame.top * MM - hair, frame.right * MM + hair,
        frame.bottom * MM + hair,
    )  # fmt: skip


@example(
    frame=Frame(0, 0, 4, 4), rows=[TagText("{name}", 3), TagText("{name}", 3, lines=3)],
    align=Align.LEFT, anchor=Anchor.TOP, bar="",
)  # fmt: skip
@settings(max_examples=150)
@given(
    frame=frames, rows=st.lists(texts, min_size=1, max_size=5), align=st.sampled_from(Align),
    anchor=st.sampled_from(Anchor), bar=st.sampled_from(["", CATEGORY]),
)  # fmt: skip
def test_a_block_stays_in_its_frame(
    frame: Frame, rows: list[TagText], align: Align, anchor: Anchor, bar: str
) -> None:
    """Whatever texts of whatever sizes are put into whatever place."""
    marks = laid_out(TextElement(frame, tuple(rows), align, anchor, bar))

    assert all(mark.box.inside(box_of(frame)) for mark in marks)


bands = st.builds(
    BandElement,
    frames,
    st.sampled_from(["{category}", "Speaker", "{title}", ""]),
    radius=st.floats(0, 30),
    size=st.floats(3, 100),
    align=st.sampled_from(Align),
    hugs=st.booleans(),
)


@settings(max_examples=150)
@given(band=bands)
def test_a_band_stays_in_its_frame(band: BandElement) -> None:
    """Its text and, where it hugs the text, the band itself."""
    assert all(mark.box.inside(box_of(band.frame)) for mark in laid_out(band))


@pytest.mark.parametrize("frame", [Frame(5, 5, 0, 0), Frame(5, 5, 30, 0), Frame(5, 5, 0, 30)])
def test_elements_without_size_show_nothing(frame: Frame) -> None:
    """Neither a crash nor a speck; text that has no place is told as cut."""
    layout = TagLayout(
        TagDesign(
            "d", "D", 120.0, 90.0,
            (
                TextElement(frame, (TagText("{name}", 30),)), BandElement(frame, fill=""),
                QrElement(frame), PictureElement(frame),
            ),
        ),
        JAPANESE,
    )  # fmt: skip

    front = layout.front(TAG)
    assert front.marks == ()
    assert {problem.kind for problem in front.problems} == {ProblemKind.CUT}


def test_pictures_keep_their_proportions() -> None:
    """A wide logo in a high frame is as wide as the frame, where it is anchored."""
    stream = io.BytesIO()
    PilImage.new("RGB", (200, 50)).save(stream, "PNG")
    logo = picture_from(stream.getvalue(), "logo.png")
    element = PictureElement(Frame(10, 10, 40, 40), anchor=Anchor.BOTTOM)
    design = TagDesign("d", "D", 120.0, 90.0, (element,))
    [mark] = TagLayout(design, JAPANESE, {EVENT_LOGO: logo}).front(TAG).marks

    assert isinstance(mark, Image)
    assert (mark.width / MM, mark.height / MM) == pytest.approx((40, 10))
    assert (mark.y + mark.height) / MM == pytest.approx(50)


def test_a_code_on_colour_keeps_its_white_margin() -> None:
    """Where a band or picture lies below, white lies between."""
    code = QrElement(Frame(20, 20, 25, 25))
    alone, below = laid_out(code), laid_out(BandElement(Frame(0, 0, 120, 90), ""), code)

    assert [type(mark) for mark in alone] == [QrCode]
    assert [type(mark) for mark in below] == [Area, Area, QrCode]
    white = below[1]
    assert isinstance(white, Area)
    assert white.colour == "#FFFFFF"
    assert below[2].box.inside(box_of(code.frame))


def test_a_block_grows_into_what_is_free() -> None:
    """Down to the next mark that is there on this tag, not to where one could be."""
    ask = TextElement(Frame(5, 60, 60, 20), (TagText("{talks_about}", 12),), anchor=Anchor.BOTTOM)
    company = TextElement(
        Frame(5, 30, 60, 6), (TagText("{company}", 20, fit=Fit.WRAP, lines=3),), grows=True
    )
    small = laid_out(TextElement(company.frame, company.texts))[0]
    grown = laid_out(company, ask)[0]

    assert isinstance(small, TextLine)
    assert isinstance(grown, TextLine)
    assert grown.size > small.size


def test_lines_run_along_their_longer_side() -> None:
    """Level or upright, in the middle of the frame."""
    [level] = laid_out(LineElement(Frame(10, 10, 50, 2)))
    [upright] = laid_out(LineElement(Frame(10, 10, 2, 50)))

    assert isinstance(level, Outline)
    assert isinstance(upright, Outline)
    assert (level.height, level.y / MM) == pytest.approx((0, 11))
    assert (upright.width, upright.x / MM) == pytest.approx((0, 11))


@pytest.mark.parametrize("design", SHIPPED.values(), ids=SHIPPED.keys())
def test_what_is_remembered_is_what_would_be_laid_out(design: TagDesign) -> None:
    """A designer's memory changes nothing but the time it takes."""
    memory: LayoutMemory = {}
    fresh = TagLayout(design, JAPANESE)
    for _ in range(2):
        layout = TagLayout(design, JAPANESE, memory=memory)
        assert layout.front(TAG) == fresh.front(TAG)
        assert layout.back(TAG) == fresh.back(TAG)
