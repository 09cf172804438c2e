"""Changing a tag design: nothing leaves the tag, and every step goes back and forth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_app.domain import tag_design_edit as edit
from reception_app.domain.tag_design import (
    Frame,
    LineElement,
    QrElement,
    TagDesign,
    TagField,
    TagText,
    TextElement,
    fields_of,
    segments_of,
)
from reception_app.domain.tag_design_edit import DesignHistory, Edge, Face, Handle
from reception_app.domain.tag_snapping import MARGIN, snap

FRONT = Face.FRONT


def design(*frames: Frame) -> TagDesign:
    """A tag of 90 x 50 mm with a code in each frame."""
    return TagDesign("d", "D", 90.0, 50.0, tuple(QrElement(frame) for frame in frames))


def frames(made: TagDesign) -> list[Frame]:
    """Where the elements of the front are."""
    return [element.frame for element in made.front]


def inside(made: TagDesign) -> bool:
    """Whether every element is on the tag."""
    return all(
        frame.left >= 0
        and frame.top >= 0
        and frame.right <= made.width + 0.01
        and frame.bottom <= made.height + 0.01
        for frame in frames(made)
    )


places = st.builds(Frame, st.floats(0, 60), st.floats(0, 30), st.floats(0, 30), st.floats(0, 20))
ways = st.floats(-500, 500)


@given(first=places, second=places, across=ways, down=ways)
def test_moving_keeps_elements_on_the_tag_and_together(
    first: Frame, second: Frame, across: float, down: float
) -> None:
    """Two elements moved at once keep their distance, wherever the hand goes."""
    before = design(first, second)

    after = edit.moved(before, FRONT, frozenset({0, 1}), across, down)

    assert inside(after)
    one, other = frames(after)
    assert other.left - one.left == pytest.approx(second.left - first.left, abs=0.02)
    assert (one.width, other.height) == (first.width, second.height)


@given(
    frame=places, across=ways, down=ways,
    handle=st.builds(Handle, st.integers(-1, 1), st.integers(-1, 1)),
)  # fmt: skip
def test_resizing_moves_the_held_edges_only(
    frame: Frame, across: float, down: float, handle: Handle
) -> None:
    """The other edges stay where they are, and nothing turns inside out."""
    [after] = frames(edit.resized(design(frame), FRONT, 0, handle, (across, down)))

    assert inside(design(after))
    assert after.width >= min(frame.width, edit.SMALLEST_FRAME) - 0.011
    if handle.across >= 0:
        assert after.left == frame.left
    if handle.across <= 0:
        assert after.right == pytest.approx(frame.right, abs=0.02)
    if handle.down == 0:
        assert (after.top, after.height) == (frame.top, frame.height)


@given(frame=st.builds(Frame, ways, ways, st.floats(0, 200), st.floats(0, 200)))
def test_typed_places_are_brought_back_onto_the_tag(frame: Frame) -> None:
    """Whatever is typed, the element is on the tag."""
    assert inside(edit.placed(design(Frame(0, 0, 5, 5)), FRONT, 0, frame))


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (Edge.LEFT, [(10, 5), (10, 30)]),
        (Edge.RIGHT, [(30, 5), (20, 30)]),
        (Edge.CENTRE, [(20, 5), (15, 30)]),
        (Edge.TOP, [(10, 5), (20, 5)]),
        (Edge.BOTTOM, [(10, 35), (20, 30)]),
        (Edge.MIDDLE, [(10, 20), (20, 17.5)]),
    ],
)
def test_several_are_aligned_to_the_outermost(
    edge: Edge, expected: list[tuple[float, float]]
) -> None:
    """Their common frame gives the line."""
    made = design(Frame(10, 5, 10, 5), Frame(20, 30, 20, 10))

    after = frames(edit.aligned(made, FRONT, frozenset({0, 1}), edge))

    assert [(frame.left, frame.top) for frame in after] == expected


def test_one_alone_is_aligned_to_the_tag() -> None:
    """In the middle of the tag, both ways."""
    made = edit.aligned(design(Frame(1, 1, 10, 10)), FRONT, frozenset({0}), Edge.CENTRE)
    [frame] = frames(edit.aligned(made, FRONT, frozenset({0}), Edge.MIDDLE))

    assert (frame.left, frame.top) == (40, 20)


def test_layers_copies_and_removal() -> None:
    """Raised above its neighbour, copied aside, removed."""
    made = design(Frame(0, 0, 5, 5), Frame(10, 0, 5, 5))
    raised, place = edit.layered(made, FRONT, 0, 5)
    copied, copies = edit.duplicated(raised, FRONT, frozenset({place}))

    assert frames(raised) == [Frame(10, 0, 5, 5), Frame(0, 0, 5, 5)]
    assert (place, copies) == (1, frozenset({2}))
    assert frames(copied)[2] == Frame(3, 3, 5, 5)
    assert edit.removed(copied, FRONT, copies) == raised
    back, at = edit.added(made, Face.BACK, LineElement(Frame(0, 0, 5, 0)))
    assert (len(back.back), at, back.front) == (1, 0, made.front)


@given(steps=st.lists(st.integers(0, 6), max_size=30))
def test_history_goes_back_and_forth(steps: list[int]) -> None:
    """Undone to the beginning and redone to the end, everything is as it was."""
    history = DesignHistory(design(Frame(0, 0, 5, 5)))
    first = history.design
    for step in steps:
        history.change(design(Frame(step, 0, 5, 5)))
    last = history.design
    while history.can_undo:
        history.undo()
    assert history.design == first
    while history.can_redo:
        history.redo()
    assert history.design == last


def test_a_drag_is_one_step() -> None:
    """Many small steps of one kind are undone as one; a rest begins another."""
    history = DesignHistory(design(Frame(0, 0, 5, 5)))
    for left in (1, 2, 3):
        history.change(design(Frame(left, 0, 5, 5)), same="drag")
    history.rest()
    for left in (4, 5):
        history.change(design(Frame(left, 0, 5, 5)), same="drag")

    history.undo()
    assert frames(history.design)[0].left == 3
    history.undo()
    assert frames(history.design)[0].left == 0
    history.change(design(Frame(9, 0, 5, 5)))
    assert not history.can_redo


def test_elements_snap_to_margins_middles_and_neighbours() -> None:
    """Within reach of a line an element jumps onto it, beyond it stays."""
    size = (90.0, 50.0)
    others = [Frame(20, 10, 10, 10)]

    near = snap(Frame(MARGIN + 0.6, 30.0, 7, 7), others, size, reach=1)
    beside = snap(Frame(30.4, 33.3, 7, 3.1), others, size, reach=1)
    far = snap(Frame(60, 33, 7, 3), others, size, reach=0.4)

    assert near.across == pytest.approx(-0.6)
    assert near.upright == (MARGIN,)
    assert beside.across == pytest.approx(-0.4)
    assert (far.across, far.down, far.upright) == (0, 0, ())


@given(frame=places, other=places)
def test_what_snapped_lies_on_its_lines(frame: Frame, other: Frame) -> None:
    """After the jump one of the element's own lines is on each guide shown."""
    found = snap(frame, [other], (90.0, 50.0), reach=2)
    left = frame.left + found.across

    assert abs(found.across) <= 2
    for line in found.upright:
        own = (left, left + frame.width / 2, left + frame.width)
        assert min(abs(place - line) for place in own) < 0.02


@pytest.mark.parametrize(
    ("template", "fields", "pieces"),
    [
        ("{name}", {TagField.NAME}, 1),
        ("{event}  {date}", {TagField.EVENT, TagField.DATE}, 3),
        ("{ask}", set(), 1),
        ("{nobody} {", set(), 1),
        ("", set(), 0),
        ("Table {table}", {TagField.TABLE}, 2),
    ],
)
def test_templates_ask_for_what_is_known(template: str, fields: set[TagField], pieces: int) -> None:
    """Braces around anything else are text."""
    assert fields_of(template) == fields
    assert len(segments_of(template)) == pieces
    assert TextElement(Frame(0, 0, 1, 1), (TagText(template, 8),)).texts[0].template == template
