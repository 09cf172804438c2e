"""What a design itself does badly, whoever's tag it is: codes too small, texts over each other."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from reception_app.documents.qr_image import QUIET, SIDE
from reception_app.domain.tag_design import (
    BandElement,
    Element,
    LineElement,
    QrElement,
    TagDesign,
    TagField,
    fields_of,
    templates_of,
)

SMALLEST_CODE = 12.0
"""mm along a symbol below which telephones and webcams begin to fail."""

_TOUCH = 0.2
"""mm by which frames may overlap before anybody would see it."""


class DesignFlaw(StrEnum):
    """What is wrong with a design."""

    CODE_TOO_SMALL = "code_too_small"
    OVERLAP = "overlap"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class FlawFound:
    """One flaw; `places` are the elements' numbers on their side, from 1."""

    flaw: DesignFlaw
    back: bool = False
    places: tuple[int, ...] = ()


def design_flaws(design: TagDesign) -> tuple[FlawFound, ...]:
    """All flaws of a design, front first."""
    found: list[FlawFound] = []
    if design.front and not _has_name(design.front):
        found.append(FlawFound(DesignFlaw.NO_NAME))
    for back, elements in ((False, design.front), (True, design.back)):
        for place, element in enumerate(elements, 1):
            if isinstance(element, QrElement) and code_side(element) < SMALLEST_CODE:
                found.append(FlawFound(DesignFlaw.CODE_TOO_SMALL, back, (place,)))
        found += [
            FlawFound(DesignFlaw.OVERLAP, back, (one, other))
            for (one, a), (other, b) in combinations(enumerate(elements, 1), 2)
            if _collide(a, b)
        ]
    return tuple(found)


def code_side(element: QrElement) -> float:
    """How wide the symbol is in mm, without its white margin."""
    return min(element.frame.width, element.frame.height) / (SIDE + 2 * QUIET) * SIDE


def _has_name(elements: tuple[Element, ...]) -> bool:
    return any(
        TagField.NAME in fields_of(template)
        for element in elements
        for template in templates_of(element)
    )


def _collide(one: Element, other: Element) -> bool:
    """Whether two elements that need their place for themselves share some of it."""
    for element in (one, other):
        if isinstance(element, LineElement) or (
            isinstance(element, BandElement) and not element.template
        ):
            return False
    a, b = one.frame, other.frame
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > _TOUCH and down > _TOUCH
