"""Where a dragged element snaps to: the tag's edges, margins and middle, and other elements."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reception_app.domain.tag_design import Frame

MARGIN = 4.0
"""mm: what most printers and cutters need at a tag's edge."""


class Snap(NamedTuple):
    """How far to go on from where the hand is, in mm, and the lines that were met there.

    `upright` are distances from the left edge, `level` from the upper one.
    """

    across: float
    down: float
    upright: tuple[float, ...]
    level: tuple[float, ...]


def snap(
    frame: Frame, others: Iterable[Frame], size: tuple[float, float], *, reach: float,
    sides: tuple[frozenset[int], frozenset[int]] = (frozenset({-1, 0, 1}), frozenset({-1, 0, 1})),
) -> Snap:  # fmt: skip
    """The nearest lines within `reach` mm.

    Args:
        frame: where the element would be without snapping.
        others: the frames of the elements that stay.
        size: width and height of the tag.
        reach: how near, in mm, a line must be.
        sides: which of its left, middle and right (-1, 0, 1), and upper, middle and lower lines
            snap: all of a moved element, one of a resized one.
    """
    others = list(others)
    upright = [0.0, MARGIN, size[0] / 2, size[0] - MARGIN, size[0]]
    level = [0.0, MARGIN, size[1] / 2, size[1] - MARGIN, size[1]]
    for other in others:
        upright += [other.left, other.left + other.width / 2, other.right]
        level += [other.top, other.top + other.height / 2, other.bottom]
    own_upright = _chosen(frame.left, frame.width, sides[0])
    own_level = _chosen(frame.top, frame.height, sides[1])
    across, met_upright = _nearest(own_upright, upright, reach)
    down, met_level = _nearest(own_level, level, reach)
    return Snap(across, down, met_upright, met_level)


def _chosen(start: float, length: float, sides: frozenset[int]) -> list[float]:
    places = {-1: start, 0: start + length / 2, 1: start + length}
    return [places[side] for side in sorted(sides)]


def _nearest(
    own: Sequence[float], lines: Sequence[float], reach: float
) -> tuple[float, tuple[float, ...]]:
    """The shortest way from one of `own` to one of `lines`, and all lines met after it."""
    ways = [line - place for place in own for line in lines if abs(line - place) <= reach]
    if not ways:
        return 0.0, ()
    way = min(ways, key=abs)
    met = {line for place in own for line in lines if abs(line - place - way) < 0.01}  # noqa: PLR2004 - mm
    return way, tuple(sorted(met))
