"""Changing a tag design: each function takes one and gives the changed one back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum

from reception_app.domain.tag_design import Element, Frame, TagDesign

SMALLEST_FRAME = 2.0
"""mm: what is smaller cannot be taken hold of."""

_STEP_ASIDE = 3.0
"""mm by which a copy lies beside what it is a copy of."""

_MOST_STEPS = 200


class Face(StrEnum):
    """A side of the tag."""

    FRONT = "front"
    BACK = "back"


class Edge(Enum):
    """What elements are aligned by."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Handle:
    """Which edges a drag takes along: -1 the left or upper one, 1 the other, 0 none."""

    across: int
    down: int


def elements_of(design: TagDesign, face: Face) -> tuple[Element, ...]:
    """The elements of a side, the lowest first."""
    return design.front if face is Face.FRONT else design.back


def with_elements(design: TagDesign, face: Face, elements: Iterable[Element]) -> TagDesign:
    """The design with these elements on a side."""
    if face is Face.FRONT:
        return replace(design, front=tuple(elements))
    return replace(design, back=tuple(elements))


def with_element(design: TagDesign, face: Face, place: int, element: Element) -> TagDesign:
    """The design with another element at this place."""
    elements = list(elements_of(design, face))
    elements[place] = element
    return with_elements(design, face, elements)


def moved(
    design: TagDesign, face: Face, places: frozenset[int], across: float, down: float
) -> TagDesign:
    """These elements moved by so many mm, all by the same, none beyond the tag's edge."""
    elements = elements_of(design, face)
    frames = [elements[place].frame for place in places]
    if not frames:
        return design
    across = _clamped(
        across, -min(frame.left for frame in frames),
        design.width - max(frame.right for frame in frames),
    )  # fmt: skip
    down = _clamped(
        down, -min(frame.top for frame in frames),
        design.height - max(frame.bottom for frame in frames),
    )  # fmt: skip
    return _with_frames(
        design, face,
        {
            place: replace(
                elements[place].frame,
                left=_mm(elements[place].frame.left + across),
                top=_mm(elements[place].frame.top + down),
            )
            for place in places
        },
    )  # fmt: skip


def resized(
    design: TagDesign, face: Face, place: int, handle: Handle, by: tuple[float, float]
) -> TagDesign:
    """One element with the edges of a handle moved by so many mm, never smaller than a grip."""
    frame = elements_of(design, face)[place].frame
    left, width = _stretched(frame.left, frame.width, handle.across, by[0], design.width)
    top, height = _stretched(frame.top, frame.height, handle.down, by[1], design.height)
    return _with_frames(design, face, {place: Frame(left, top, width, height)})


def placed(design: TagDesign, face: Face, place: int, frame: Frame) -> TagDesign:
    """One element at another place, brought back onto the tag where it would stick out."""
    width = _clamped(frame.width, 0, design.width)
    height = _clamped(frame.height, 0, design.height)
    left = _clamped(frame.left, 0, design.width - width)
    top = _clamped(frame.top, 0, design.height - height)
    return _with_frames(design, face, {place: Frame(_mm(left), _mm(top), width, height)})


def aligned(design: TagDesign, face: Face, places: frozenset[int], edge: Edge) -> TagDesign:
    """These elements brought to one line: one alone to the tag's, several to the outermost's."""
    elements = elements_of(design, face)
    frames = {place: elements[place].frame for place in places}
    if not frames:
        return design
    if len(frames) == 1:
        left, top, right, bottom = 0.0, 0.0, design.width, design.height
    else:
        left = min(frame.left for frame in frames.values())
        top = min(frame.top for frame in frames.values())
        right = max(frame.right for frame in frames.values())
        bottom = max(frame.bottom for frame in frames.values())
    changed = {}
    for place, frame in frames.items():
        lefts = {
            Edge.LEFT: left,
            Edge.CENTRE: (left + right - frame.width) / 2,
            Edge.RIGHT: right - frame.width,
        }
        tops = {
            Edge.TOP: top,
            Edge.MIDDLE: (top + bottom - frame.height) / 2,
            Edge.BOTTOM: bottom - frame.height,
        }
        changed[place] = replace(
            frame, left=_mm(lefts.get(edge, frame.left)), top=_mm(tops.get(edge, frame.top))
        )
    return _with_frames(design, face, changed)


def layered(design: TagDesign, face: Face, place: int, by: int) -> tuple[TagDesign, int]:
    """One element so many layers up or down, and its new place."""
    elements = list(elements_of(design, face))
    target = max(0, min(place + by, len(elements) - 1))
    elements.insert(target, elements.pop(place))
    return with_elements(design, face, elements), target


def added(design: TagDesign, face: Face, element: Element) -> tuple[TagDesign, int]:
    """The design with one element more, on top of the others, and its place."""
    elements = (*elements_of(design, face), element)
    return with_elements(design, face, elements), len(elements) - 1


def removed(design: TagDesign, face: Face, places: frozenset[int]) -> TagDesign:
    """The design without these elements."""
    kept = [e for place, e in enumerate(elements_of(design, face)) if place not in places]
    return with_elements(design, face, kept)


def duplicated(
    design: TagDesign, face: Face, places: frozenset[int]
) -> tuple[TagDesign, frozenset[int]]:
    """The design with copies of these elements a little aside, and the places of the copies."""
    elements = elements_of(design, face)
    copies = [elements[place] for place in sorted(places)]
    new = frozenset(range(len(elements), len(elements) + len(copies)))
    whole = with_elements(design, face, (*elements, *copies))
    return moved(whole, face, new, _STEP_ASIDE, _STEP_ASIDE), new


@dataclass(slots=True)
class DesignHistory:
    """A design and what it was before; `same` steps in a row, such as those of a drag, are one."""

    design: TagDesign
    _before: list[TagDesign] = field(default_factory=list)
    _after: list[TagDesign] = field(default_factory=list)
    _same: str = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._after)

    def change(self, design: TagDesign, *, same: str = "") -> None:
        """Go on with a changed design; `same` names a kind of step that goes on."""
        if design == self.design:
            return
        if not same or same != self._same:
            self._before = [*self._before, self.design][-_MOST_STEPS:]
        self._after.clear()
        self._same = same
        self.design = design

    def rest(self) -> None:
        """The next step is one of its own."""
        self._same = ""

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._after.append(self.design)
            self.design = self._before.pop()
            self._same = ""

    def redo(self) -> None:
        """Take the step again."""
        if self._after:
            self._before.append(self.design)
            self.design = self._after.pop()
            self._same = ""


def _with_frames(design: TagDesign, face: Face, frames: dict[int, Frame]) -> TagDesign:
    elements: Sequence[Element] = elements_of(design, face)
    return with_elements(
        design,
        face,
        (
            replace(element, frame=frames[place]) if place in frames else element
            for place, element in enumerate(elements)
        ),
    )


def _stretched(
    start: float, length: float, side: int, by: float, whole: float
) -> tuple[float, float]:
    """Start and length when one end of them is moved."""
    if side == 0:
        return start, length
    least = min(SMALLEST_FRAME, length)
    if side > 0:
        end = _clamped(start + length + by, start + least, whole)
        return start, _mm(end - start)
    begin = _clamped(start + by, 0, start + length - least)
    return _mm(begin), _mm(start + length - begin)


def _clamped(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def _mm(length: float) -> float:
    """Hundredths of a millimetre are fine enough, and read better in a file."""
    return round(length, 2)
